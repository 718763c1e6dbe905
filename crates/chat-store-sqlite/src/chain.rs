//! The running hash of a room: each entry's covers the one before it and every field
//! of its own.
//!
//! A text is in it by a salted digest, not by itself: whoever erases the text keeps
//! the digest and the chain still holds. The salt goes with the text, so that a short
//! text cannot be found again by trial.
//!
//! A column that comes later adds its own tag and value behind the others, and only
//! where it is not empty: hashes that exist stay true.

use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};

/// SHA-256.
pub(crate) type Hash = [u8; 32];

/// What stands before the first entry of a room.
pub(crate) const START: Hash = [0; 32];

/// Random bytes that the digest of a text begins with. 128 bits: nobody tries them all.
pub(crate) type Salt = [u8; 16];

/// Keeps these hashes apart from any other use of SHA-256, and from a later form.
const ENTRY: &[u8] = b"confab entry 1";
const TARGET: &[u8] = b"t";
const TEXT: &[u8] = b"x";
const EMOJI: &[u8] = b"e";

/// The fields of an entry as its columns have them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields<'a> {
    pub(crate) room: i64,
    pub(crate) seq: i64,
    pub(crate) author: i64,
    pub(crate) client_id: &'a [u8],
    pub(crate) at: i64,
    pub(crate) kind: i64,
    pub(crate) target: Option<i64>,
    /// Of the text, if the entry has or had one.
    pub(crate) text_digest: Option<Hash>,
    pub(crate) emoji: Option<&'a str>,
}

/// The hash of the entry that comes after the one with the hash `before`.
pub(crate) fn hash(before: &Hash, entry: &Fields<'_>) -> Hash {
    let mut hash = Sha256::new();
    hash.update(ENTRY);
    hash.update(before);
    for number in [entry.room, entry.seq, entry.author, entry.at, entry.kind] {
        hash.update(number.to_be_bytes());
    }
    hash.update((entry.client_id.len() as u64).to_be_bytes());
    hash.update(entry.client_id);
    if let Some(target) = entry.target {
        hash.update(TARGET);
        hash.update(target.to_be_bytes());
    }
    if let Some(digest) = entry.text_digest {
        hash.update(TEXT);
        hash.update(digest);
    }
    if let Some(emoji) = entry.emoji {
        hash.update(EMOJI);
        hash.update((emoji.len() as u64).to_be_bytes());
        hash.update(emoji);
    }
    hash.finalize().into()
}

/// What stands in the hash for a text, and for what came with it. No text has a zero byte.
pub(crate) fn text_digest(salt: &Salt, text: &str, attached: Option<&str>) -> Hash {
    let mut digest = Sha256::new();
    digest.update(salt);
    digest.update(text);
    if let Some(attached) = attached {
        digest.update([0]);
        digest.update(attached);
    }
    digest.finalize().into()
}

/// A salt that nobody can guess.
///
/// # Errors
/// The system has no random bytes to give.
pub(crate) fn new_salt() -> Result<Salt, getrandom::Error> {
    let mut salt = Salt::default();
    getrandom::fill(&mut salt)?;
    Ok(salt)
}

/// Entries that are read at once while an older file gets its chain.
const CHAINED_AT_ONCE: i64 = 1_000;

/// Gives every room of an older file its chain.
pub(crate) fn chain_all(connection: &Connection) -> rusqlite::Result<()> {
    let mut next = connection.prepare(
        "SELECT room, seq, author, client_id, at, kind, target, text FROM entries
         WHERE (room, seq) > (?1, ?2) ORDER BY room, seq LIMIT ?3",
    )?;
    let mut fill = connection
        .prepare("UPDATE entries SET salt = ?3, hash = ?4 WHERE room = ?1 AND seq = ?2")?;
    let (mut room, mut seq, mut before) = (i64::MIN, i64::MIN, START);
    loop {
        // Read before it is written, so that the walk does not meet its own changes.
        let mut hashes = Vec::new();
        let mut rows = next.query(params![room, seq, CHAINED_AT_ONCE])?;
        while let Some(row) = rows.next()? {
            let here: i64 = row.get(0)?;
            if here != room {
                (room, before) = (here, START);
            }
            seq = row.get(1)?;
            let text: Option<String> = row.get(7)?;
            let salt = text.as_ref().map(|_| new_salt()).transpose();
            let salt =
                salt.map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
            let digest = salt
                .zip(text)
                .map(|(salt, text)| text_digest(&salt, &text, None));
            let client_id: Vec<u8> = row.get(3)?;
            before = hash(
                &before,
                &Fields {
                    room,
                    seq,
                    author: row.get(2)?,
                    client_id: &client_id,
                    at: row.get(4)?,
                    kind: row.get(5)?,
                    target: row.get(6)?,
                    text_digest: digest,
                    emoji: None,
                },
            );
            hashes.push((room, seq, salt, before));
        }
        if hashes.is_empty() {
            return Ok(());
        }
        for (room, seq, salt, hash) in hashes {
            fill.execute(params![room, seq, salt, hash])?;
        }
    }
}
