//! Text that must not reach a log: what people typed, what they hold as a secret.
//!
//! The machines' inputs and outputs are printed in logs and in failing tests; this
//! type is how a text inside them stays out.

use std::fmt;

/// A text whose `{:?}` shows its length alone.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Private(pub String);

impl fmt::Debug for Private {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Private({} bytes)", self.0.len())
    }
}

impl From<String> for Private {
    fn from(text: String) -> Self {
        Self(text)
    }
}
