-- Format 1. A migration is never changed once a released program has run it; what
-- comes later is another file. Numbers are ids and milliseconds since 1970.

-- What is true of the file as a whole. One row.
-- epoch: the incarnation of all logs in this file (64 bits, read as unsigned).
CREATE TABLE meta (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    epoch INTEGER NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;

-- Accounts. Never deleted, since entries name their author for ever.
-- folded: the form under which two names are the same. role: 1 owner, 2 guest.
CREATE TABLE users (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE,
    role INTEGER NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;

-- Signed-in browsers and programs. Only the SHA-256 of a token is kept. An ended
-- login stays: it says that its user's name belongs to somebody.
CREATE TABLE logins (
    id INTEGER NOT NULL PRIMARY KEY,
    user INTEGER NOT NULL REFERENCES users (id),
    token_hash BLOB NOT NULL UNIQUE,
    made_at INTEGER NOT NULL,
    ended_at INTEGER
) STRICT;

CREATE INDEX logins_of_user ON logins (user);

-- Places with a log. kind: 1 open, 2 closed. head: the number of the newest entry,
-- written in the transaction that writes the entry, so that nobody ever counts.
-- made_by is empty for the lobby, which comes with the file.
CREATE TABLE rooms (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    kind INTEGER NOT NULL,
    head INTEGER NOT NULL DEFAULT 0,
    made_by INTEGER REFERENCES users (id),
    made_at INTEGER NOT NULL
) STRICT;

-- Who belongs to a closed room, as the log's joins and leaves have left it.
CREATE TABLE members (
    room INTEGER NOT NULL REFERENCES rooms (id),
    user INTEGER NOT NULL REFERENCES users (id),
    PRIMARY KEY (room, user)
) STRICT, WITHOUT ROWID;

-- The logs. An entry never changes: an edit, a retraction, a reaction, an answer in
-- a thread, a join are entries of other kinds.
-- seq: 1, 2, 3 in each room, without a hole. kind: 1 posted. target: the number of
-- the entry in the same room that this one edits, retracts, reacts to or answers.
-- text: what the kind carries, if it carries text.
-- The table is its own primary index, so that a page of a room is one walk.
CREATE TABLE entries (
    room INTEGER NOT NULL REFERENCES rooms (id),
    seq INTEGER NOT NULL,
    author INTEGER NOT NULL REFERENCES users (id),
    client_id BLOB NOT NULL,
    at INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    target INTEGER,
    text TEXT,
    PRIMARY KEY (room, seq)
) STRICT, WITHOUT ROWID;

-- A write is stored once, for ever. The client id stands first: it begins with the
-- time, so that new keys meet at the right edge of the tree instead of touching one
-- page for each author. With a thousand authors at once, that is a fifth of the bytes
-- written to disk.
CREATE UNIQUE INDEX entries_by_write ON entries (client_id, author, room);

-- How far each user has read each room. Zero is not kept.
CREATE TABLE read_marks (
    user INTEGER NOT NULL REFERENCES users (id),
    room INTEGER NOT NULL REFERENCES rooms (id),
    seq INTEGER NOT NULL,
    PRIMARY KEY (user, room)
) STRICT, WITHOUT ROWID;
