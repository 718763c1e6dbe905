-- Format 13. What rooms are about.

-- No table changes: an entry of kind 9 has the topic in its text, empty where it was taken
-- away, and names no message; amended notes the newest of a room under seq 0. A program that
-- does not know the kind is to refuse the file instead of reading half of it.
