-- Format 10. From where on people marked rooms unread.

-- One row for each room that somebody ever marked. seq: the first entry that is unread, 0
-- where the mark was taken away. revision: grows with every change of the row.
CREATE TABLE unread_marks (
    user INTEGER NOT NULL REFERENCES users (id),
    room INTEGER NOT NULL REFERENCES rooms (id),
    seq INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    seal BLOB NOT NULL,
    PRIMARY KEY (user, room)
) STRICT, WITHOUT ROWID;
