-- Format 8. What is to happen later.

-- kind: 1 a message that is posted, 2 a reminder. plan: the client's id; a message is
-- posted under it. due: by the server's clock. about: the message that it answers or reminds
-- of. state: 1 waiting, 2 being posted, 3 a reminder whose time has come, 4 refused, with the
-- reason in code and sentence.
CREATE TABLE plans (
    id INTEGER NOT NULL PRIMARY KEY,
    user INTEGER NOT NULL REFERENCES users (id),
    plan BLOB NOT NULL,
    room INTEGER NOT NULL REFERENCES rooms (id),
    kind INTEGER NOT NULL,
    due INTEGER NOT NULL,
    text TEXT NOT NULL,
    about INTEGER,
    state INTEGER NOT NULL,
    code TEXT,
    sentence TEXT,
    seal BLOB,
    UNIQUE (user, plan)
) STRICT;

-- The next one that is to be done.
CREATE INDEX plans_by_due ON plans (due) WHERE state IN (1, 2);
