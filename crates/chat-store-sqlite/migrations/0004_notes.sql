-- Format 4. What users want and say of themselves.

-- kind: 1 what they want to be told of, 2 what they say of themselves. What the text
-- means is not the file's matter.
CREATE TABLE notes (
    user INTEGER NOT NULL REFERENCES users (id),
    kind INTEGER NOT NULL,
    text TEXT NOT NULL,
    seal BLOB NOT NULL,
    PRIMARY KEY (user, kind)
) STRICT, WITHOUT ROWID;
