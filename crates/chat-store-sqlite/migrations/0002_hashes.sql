-- Format 2. Every row carries a hash of itself, so that a file can be checked.
-- What it is made of stands in src/chain.rs and src/seal.rs; the step in src/schema.rs
-- fills it in for the rows that an older file has.

-- hash: SHA-256 over the hash of the entry before it in its room, and every field of
-- this one, its text by a digest only.
-- salt: 16 random bytes that the digest of the text begins with; empty without a text.
-- text_digest: empty as long as the text is there. Whoever erases a text keeps its
-- digest here and erases the salt with it: the chain can still be checked, and nobody
-- can find out by trial what was erased.
ALTER TABLE entries ADD COLUMN salt BLOB;
ALTER TABLE entries ADD COLUMN text_digest BLOB;
ALTER TABLE entries ADD COLUMN hash BLOB NOT NULL DEFAULT x'';

-- seal: the first 8 bytes of a SHA-256 over the row. Not in it are ids, which the
-- row's index repeats, and a room's head, which the log proves.
ALTER TABLE meta ADD COLUMN seal BLOB NOT NULL DEFAULT x'';
ALTER TABLE users ADD COLUMN seal BLOB NOT NULL DEFAULT x'';
ALTER TABLE logins ADD COLUMN seal BLOB NOT NULL DEFAULT x'';
ALTER TABLE rooms ADD COLUMN seal BLOB NOT NULL DEFAULT x'';
ALTER TABLE members ADD COLUMN seal BLOB NOT NULL DEFAULT x'';
ALTER TABLE read_marks ADD COLUMN seal BLOB NOT NULL DEFAULT x'';
