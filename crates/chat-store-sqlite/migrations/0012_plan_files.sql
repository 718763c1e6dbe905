-- Format 12. Messages that are sent later bring files.

-- files: what the message will bring, as JSON; empty if nothing.
ALTER TABLE plans ADD COLUMN files TEXT;

-- Which plan has which file, so that no other message has it until the plan's own does. gone:
-- 1 once the plan has it no more, and no message has it, and the file is still to be erased;
-- then the row goes too.
CREATE TABLE plan_files (
    id INTEGER NOT NULL PRIMARY KEY,
    user INTEGER NOT NULL REFERENCES users (id),
    plan BLOB NOT NULL,
    file BLOB NOT NULL UNIQUE,
    gone INTEGER NOT NULL,
    seal BLOB
) STRICT;

CREATE INDEX files_of_plans ON plan_files (user, plan);
CREATE INDEX planned_files_to_erase ON plan_files (id) WHERE gone = 1;
