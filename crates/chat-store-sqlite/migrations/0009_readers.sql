-- Format 9. Who has read a message. Notes of kind 3 say that somebody does not show it.

-- The marks of a room from an entry on.
CREATE INDEX read_marks_of_room ON read_marks (room, seq);
