-- Format 3. Messages can be edited, taken back, answered, reacted to and pinned.

-- kind: 1 posted, 2 edited, 3 deleted, 4 reacted, 5 unreacted, 6 pinned, 7 unpinned.
-- target: the message of the same room that this entry changes or answers.
-- A posted or edited entry whose text is empty was erased.
-- emoji: of a reaction, given or taken back.
-- amendments: how many entries of the room, up to and with this one, are no messages.
-- Counted this way round so that every row of an older file, all of messages, is right
-- as it is. The room's own count is that of its newest entry, as its head is.
ALTER TABLE entries ADD COLUMN emoji TEXT;
ALTER TABLE entries ADD COLUMN amendments INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rooms ADD COLUMN amendments INTEGER NOT NULL DEFAULT 0;

-- The versions of a message, without a walk of its room.
CREATE INDEX edits ON entries (room, target, seq) WHERE kind = 2;

-- What became of messages: one row for each that was ever amended. It can be made again
-- from the log at any time; it is here so that a page need not read what came later.
-- as_of: the newest amendment of it. edited, deleted, pinned: the entry that says so;
-- empty when none does. A deleted message has nothing else.
CREATE TABLE amended (
    room INTEGER NOT NULL REFERENCES rooms (id),
    seq INTEGER NOT NULL,
    as_of INTEGER NOT NULL,
    edited INTEGER,
    deleted INTEGER,
    pinned INTEGER,
    seal BLOB NOT NULL,
    PRIMARY KEY (room, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX pins ON amended (room, pinned) WHERE pinned IS NOT NULL;

-- Who reacts to which message with what now. seq: the entry that says so.
CREATE TABLE reactions (
    room INTEGER NOT NULL REFERENCES rooms (id),
    target INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    user INTEGER NOT NULL REFERENCES users (id),
    emoji TEXT NOT NULL,
    seal BLOB NOT NULL,
    PRIMARY KEY (room, target, seq)
) STRICT, WITHOUT ROWID;
