-- Format 11. Threads that people follow.

-- One row for each thread that somebody said something of or looked at. follows: 0 where they
-- said nothing, 1 where they follow it, 2 where they do not. seen: they saw its messages up to
-- here; it only grows.
CREATE TABLE thread_marks (
    user INTEGER NOT NULL REFERENCES users (id),
    room INTEGER NOT NULL REFERENCES rooms (id),
    root INTEGER NOT NULL,
    follows INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    seal BLOB NOT NULL,
    PRIMARY KEY (user, room, root)
) STRICT, WITHOUT ROWID;

-- Who said that they follow a thread, or do not.
CREATE INDEX followers ON thread_marks (room, root) WHERE follows > 0;

-- The threads that somebody wrote in.
CREATE INDEX replies_by_author ON entries (author, room, target) WHERE kind = 8;

-- Whoever wrote the message that a thread hangs from has a row from its first reply on. What
-- was there before is nothing new to them.
INSERT INTO thread_marks (user, room, root, follows, seen, seal)
SELECT e.author, a.room, a.seq, 0, a.last_reply, x''
FROM amended a JOIN entries e ON e.room = a.room AND e.seq = a.seq
WHERE a.replies > 0 AND a.last_reply IS NOT NULL;
