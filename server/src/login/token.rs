//! A login's token: 32 random bytes that only its holder knows.

use std::fmt;

use chat_store::records::TokenHash;
use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest, Sha256};

/// Too many to guess (256 bits), so a fast hash is enough and no salt is needed.
const TOKEN_BYTES: usize = 32;

/// A fresh token, as its holder gets to see it once: 43 characters of base64url.
pub struct Token(String);

impl Token {
    /// A token that nobody had before.
    #[must_use]
    pub fn random() -> Self {
        let mut bytes = [0; TOKEN_BYTES];
        getrandom::fill(&mut bytes).expect("the operating system gives randomness");
        Self(BASE64URL_NOPAD.encode(&bytes))
    }

    /// What the store keeps.
    #[must_use]
    pub fn hash(&self) -> TokenHash {
        hash(&self.0)
    }

    /// The text, for the cookie or the answer that carries it away.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

/// The hash of whatever somebody shows as a token. What is no token hashes to
/// something that no login has.
#[must_use]
pub fn hash(shown: &str) -> TokenHash {
    TokenHash(Sha256::digest(shown.as_bytes()).into())
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(***)")
    }
}

#[cfg(test)]
mod tests;
