//! Whether text that comes in pieces can still become UTF-8.
//!
//! Takes time linear in the text, however small the pieces; keeps three bytes at most.

use super::Violation;

/// Longest character in UTF-8 (RFC 3629, section 3).
const CHAR_BYTES_MAX: usize = 4;

/// What is left over of the pieces so far: the beginning of a character, or nothing.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Utf8 {
    begun: [u8; CHAR_BYTES_MAX],
    len: u8,
}

impl Utf8 {
    /// Takes the next piece.
    ///
    /// # Errors
    /// Whatever may follow, it will not be UTF-8.
    pub(super) fn push(&mut self, piece: &[u8]) -> Result<(), Violation> {
        let mut rest = piece;
        while self.len > 0 {
            let Some((&byte, after)) = rest.split_first() else {
                return Ok(());
            };
            rest = after;
            // Four bytes are a character or nothing, so there is always a place.
            self.begun[usize::from(self.len)] = byte;
            let begun = self.begun;
            self.take(&begun[..=usize::from(self.len)])?;
        }
        self.take(rest)
    }

    /// Checks these bytes and keeps the character that they end in the middle of.
    fn take(&mut self, bytes: &[u8]) -> Result<(), Violation> {
        let begun = match std::str::from_utf8(bytes) {
            Ok(_) => &[],
            Err(error) if error.error_len().is_none() => &bytes[error.valid_up_to()..],
            Err(_) => return Err(Violation::NotUtf8),
        };
        self.begun[..begun.len()].copy_from_slice(begun);
        self.len = begun.len() as u8;
        Ok(())
    }
}
