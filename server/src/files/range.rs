//! The `Range` header (RFC 9110, section 14): one range of bytes, or all of them.
//!
//! Several ranges at once are answered with all bytes, which the standard allows: no player asks
//! for them, and each would cost an answer.

use std::ops::Range;

/// What of a file was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// All of it.
    Whole,
    /// These bytes, at least one.
    Part(Range<u64>),
    /// Bytes that it does not have.
    Nothing,
}

/// Reads the header's value for a file of `length` bytes. One that cannot be read is as none.
#[must_use]
pub fn asked(value: &str, length: u64) -> Asked {
    let Some(range) = value.trim().strip_prefix("bytes=") else {
        return Asked::Whole;
    };
    let Some((first, last)) = range.trim().split_once('-') else {
        return Asked::Whole;
    };
    match (number(first), number(last)) {
        (Some(first), None) if last.is_empty() => part(first, length, length),
        (Some(first), Some(last)) if first <= last => part(first, last.saturating_add(1), length),
        (None, Some(count)) if first.is_empty() => {
            part(length.saturating_sub(count.min(length)), length, length)
        }
        _ => Asked::Whole,
    }
}

fn part(start: u64, end: u64, length: u64) -> Asked {
    let range = start..end.min(length);
    if range.is_empty() {
        return Asked::Nothing;
    }
    Asked::Part(range)
}

/// Digits only: no sign, no space. More than fits is more than any file has.
fn number(text: &str) -> Option<u64> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some(text.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests;
