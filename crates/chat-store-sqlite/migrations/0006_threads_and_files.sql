-- Format 6. Messages bring files, are passed on, and have threads.

-- kind: also 8, a message in the thread of `target`. It is none of the room's own and is
-- counted among the amendments.
-- attached: what a message brings beside its text, as JSON; empty if nothing. Its digest is
-- that of the text with it, and it is erased with the text. A message that is all files has
-- a text of no length.
ALTER TABLE entries ADD COLUMN attached TEXT;

-- The messages of a thread, without a walk of its room.
CREATE INDEX threads ON entries (room, target, seq) WHERE kind = 8;

-- replies: how many messages its thread has. last_reply: the newest of them.
ALTER TABLE amended ADD COLUMN replies INTEGER NOT NULL DEFAULT 0;
ALTER TABLE amended ADD COLUMN last_reply INTEGER;

-- Which message has which file, so that a file has one message at most and is erased with
-- it. place: its place in the message. gone: 1 once the message was taken back and the file
-- is still to be erased; then the row goes too.
CREATE TABLE message_files (
    room INTEGER NOT NULL REFERENCES rooms (id),
    seq INTEGER NOT NULL,
    place INTEGER NOT NULL,
    file BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL,
    seal BLOB NOT NULL,
    PRIMARY KEY (room, seq, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX files_to_erase ON message_files (room, seq) WHERE gone = 1;
