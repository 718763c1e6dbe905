-- Format 7. What people typed and did not send, for their other devices.

-- One row for each room that somebody ever typed in. revision: counted for each user,
-- given in the transaction that writes it. writer: the id of the page that wrote it. text:
-- empty once it was sent. aside: what another device had written and nobody had seen.
CREATE TABLE drafts (
    user INTEGER NOT NULL REFERENCES users (id),
    room INTEGER NOT NULL REFERENCES rooms (id),
    revision INTEGER NOT NULL,
    writer BLOB NOT NULL,
    text TEXT NOT NULL,
    aside TEXT NOT NULL,
    seal BLOB NOT NULL,
    PRIMARY KEY (user, room)
) STRICT, WITHOUT ROWID;

-- What came after a revision, in order.
CREATE UNIQUE INDEX drafts_by_revision ON drafts (user, revision);
