//! What names a link in its addresses.

use std::fmt;

use data_encoding::BASE64URL_NOPAD;

/// Too many to guess (192 bits), even for somebody who tries all day.
const ID_BYTES: usize = 24;

/// A link's id. Whoever has it, and the login that opened the link, may speak on it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct LinkId(String);

impl LinkId {
    /// An id that no other link has.
    #[must_use]
    pub fn random() -> Self {
        let mut bytes = [0; ID_BYTES];
        getrandom::fill(&mut bytes).expect("the operating system gives randomness");
        Self(BASE64URL_NOPAD.encode(&bytes))
    }

    /// Whatever stands in an address.
    #[must_use]
    pub fn shown(text: String) -> Self {
        Self(text)
    }

    /// The text, for the answer that carries it away.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for LinkId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LinkId(***)")
    }
}
