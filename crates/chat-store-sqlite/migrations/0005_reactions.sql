-- Format 5. A message that ten thousand people react to costs each of them no more than
-- the first: what a reaction is checked against is found, not counted.

-- Which emoji a message has, how often, and who came first with each: a row's key, with
-- its number, stands behind what is indexed.
CREATE INDEX reactions_by_emoji ON reactions (room, target, emoji);

-- What somebody reacts with.
CREATE INDEX reactions_by_user ON reactions (room, target, user);
