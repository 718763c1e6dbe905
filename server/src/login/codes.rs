//! Codes by which somebody signs in on one more device: short enough to be typed, good once
//! and for a few minutes, kept in memory as hashes.

use std::collections::HashMap;
use std::fmt;
use std::sync::Mutex;

use chat_store::records::{SignedIn, TokenHash};
use shared::ids::{LoginId, UserId};
use shared::limits::SIGN_IN_CODE_HOLDS_MS;
use shared::moment::Moment;

use super::token::hash;

/// What a code is written with: no two that are taken for each other, five bits each.
const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// Fifty bits: with the tries that a server lets in while a code holds, one guess in a
/// million million is tried.
const LETTERS_OF_A_CODE: usize = 10;

/// Codes that hold at once, one for each user who asked: more than people who stand with two
/// devices in their hands in the same minutes.
const CODES_MAX: usize = 1_024;

/// A code, as the device that asked for it gets to see it.
pub struct Code(String);

/// See the module.
#[derive(Debug, Default)]
pub struct Codes {
    of: Mutex<HashMap<UserId, Kept>>,
}

#[derive(Debug)]
struct Kept {
    hash: TokenHash,
    until: Moment,
    /// Of the device that asked for it.
    login: LoginId,
}

impl Codes {
    /// A new code for this login's user; the one before it is none any more. None where
    /// somebody has no login, or where too many codes hold.
    #[must_use]
    pub fn make(&self, now: Moment, who: &SignedIn) -> Option<Code> {
        let login = who.login?;
        let mut codes = self.of.lock().expect(NO_PANIC);
        codes.retain(|_, kept| now < kept.until);
        if codes.len() >= CODES_MAX && !codes.contains_key(&who.user.id) {
            return None;
        }
        let code = Code::random();
        let kept = Kept {
            hash: hash(&code.0),
            until: now.plus_ms(SIGN_IN_CODE_HOLDS_MS),
            login,
        };
        codes.insert(who.user.id, kept);
        Some(code)
    }

    /// Whose code this is. From here on it is nobody's.
    #[must_use]
    pub fn take(&self, now: Moment, typed: &str) -> Option<UserId> {
        let hash = hash(&plain(typed));
        let mut codes = self.of.lock().expect(NO_PANIC);
        let is_it = |(_, kept): &(&UserId, &Kept)| kept.hash == hash && now < kept.until;
        let user = codes.iter().find(is_it).map(|(user, _)| *user)?;
        codes.remove(&user);
        Some(user)
    }

    /// This login has ended, and what it asked for ends with it.
    pub fn forget(&self, login: LoginId) {
        let mut codes = self.of.lock().expect(NO_PANIC);
        codes.retain(|_, kept| kept.login != login);
    }
}

/// As it was made, however it was typed.
fn plain(typed: &str) -> String {
    let letters = typed.chars().filter(char::is_ascii_alphanumeric);
    letters.map(|letter| letter.to_ascii_uppercase()).collect()
}

impl Code {
    fn random() -> Self {
        let mut bytes = [0; LETTERS_OF_A_CODE];
        getrandom::fill(&mut bytes).expect("the operating system gives randomness");
        // 256 is a multiple of 32: every letter is as likely.
        let letters = bytes.map(|byte| char::from(LETTERS[usize::from(byte) % LETTERS.len()]));
        Self(letters.iter().collect())
    }

    /// As it is shown: two halves, `K7QMT-3FDXP`.
    #[must_use]
    pub fn reveal(&self) -> String {
        let (left, right) = self.0.split_at(LETTERS_OF_A_CODE / 2);
        [left, "-", right].concat()
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(***)")
    }
}

const NO_PANIC: &str = "no panic happens under the lock of the codes";

#[cfg(test)]
mod tests;
