//! The mark in each message's text: when it was meant to be sent. Receivers find it
//! without decoding the frame around it.

use std::time::Duration;

/// Begins a mark. No JSON around a message contains it.
const SIGN: &[u8] = b"~t";

/// Hexadecimal digits of the time in microseconds: more than nineteen thousand years.
const DIGITS: usize = 16;

/// The shortest text that holds a mark.
pub(crate) const TEXT_BYTES_MIN: usize = SIGN.len() + DIGITS;

/// A text of so many bytes that was meant to be sent at `since_start`.
pub(crate) fn text(since_start: Duration, bytes: usize) -> String {
    let us = u64::try_from(since_start.as_micros()).unwrap_or(u64::MAX);
    let mut text = format!("~t{us:016x}");
    text.extend(std::iter::repeat_n(
        'x',
        bytes.saturating_sub(TEXT_BYTES_MIN),
    ));
    text
}

/// All marks in a frame, in order.
pub(crate) fn find_all(frame: &[u8]) -> impl Iterator<Item = Duration> {
    memchr::memmem::find_iter(frame, SIGN).filter_map(move |at| {
        let digits = frame.get(at + SIGN.len()..at + TEXT_BYTES_MIN)?;
        let digits = std::str::from_utf8(digits).ok()?;
        u64::from_str_radix(digits, 16)
            .ok()
            .map(Duration::from_micros)
    })
}

#[cfg(test)]
mod tests;
