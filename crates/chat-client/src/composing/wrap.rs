//! Signs around what is selected: put there, or taken away where they are already; and an
//! address that was pasted over words.

use super::utf16_length;
use crate::markup;

/// The texts around the cursor or the selection.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// Before it.
    pub before: &'a str,
    /// What is selected; empty for a cursor.
    pub selected: &'a str,
    /// Behind it.
    pub after: &'a str,
}

/// What is put where, in the browser's UTF-16 units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// From here
    pub from: usize,
    /// up to here
    pub to: usize,
    /// stands this,
    pub text: String,
    /// selected from here
    pub select_from: usize,
    /// up to here.
    pub select_to: usize,
}

impl Around<'_> {
    /// With this sign on both sides, or without it where it stands there.
    #[must_use]
    pub fn wrapped(&self, sign: &str) -> Replaced {
        let inner = self.selected.trim();
        let lead = &self.selected[..self.selected.len() - self.selected.trim_start().len()];
        let start = utf16_length(self.before);
        let end = start + utf16_length(self.selected);
        let length = utf16_length(sign);
        if is_sign(sign, run_at_end(self.before, sign))
            && is_sign(sign, run_at_start(self.after, sign))
        {
            let from = start - length;
            return Replaced {
                from,
                to: end + length,
                text: self.selected.to_owned(),
                select_from: from,
                select_to: from + utf16_length(self.selected),
            };
        }
        let bare = inner
            .strip_prefix(sign)
            .and_then(|inner| inner.strip_suffix(sign));
        let select_from = start + utf16_length(lead);
        let is_wrapped =
            is_sign(sign, run_at_start(inner, sign)) && is_sign(sign, run_at_end(inner, sign));
        if let Some(bare) = bare.filter(|bare| is_wrapped && !bare.is_empty()) {
            return Replaced {
                from: start,
                to: end,
                text: self.selected.replacen(inner, bare, 1),
                select_from,
                select_to: select_from + utf16_length(bare),
            };
        }
        let tail = &self.selected[lead.len() + inner.len()..];
        let select_from = select_from + length;
        Replaced {
            from: start,
            to: end,
            text: [lead, sign, inner, sign, tail].concat(),
            select_from,
            select_to: select_from + utf16_length(inner),
        }
    }

    /// With this in its place, and the cursor behind it.
    #[must_use]
    pub fn replaced_by(&self, text: &str) -> Replaced {
        let from = utf16_length(self.before);
        let end = from + utf16_length(text);
        Replaced {
            from,
            to: from + utf16_length(self.selected),
            text: text.to_owned(),
            select_from: end,
            select_to: end,
        }
    }

    /// With the words as a link, where an address is pasted over them; nothing where it is to
    /// be pasted as it is.
    #[must_use]
    pub fn linked(&self, pasted: &str) -> Option<Replaced> {
        let (pasted, words) = (pasted.trim(), self.selected.trim());
        let is_plain = !words.is_empty() && !words.contains(['\n', '[', ']', '`']);
        if !is_plain || !markup::is_web_address(pasted) || markup::is_web_address(words) {
            return None;
        }
        Some(self.replaced_by(&["[", words, "](", pasted, ")"].concat()))
    }
}

/// Whether a run of a sign's character is this sign: one of two stars is not a single one.
fn is_sign(sign: &str, run: usize) -> bool {
    match sign.len() {
        1 => run % 2 == 1,
        length => run >= length,
    }
}

fn run_at_start(text: &str, sign: &str) -> usize {
    text.bytes()
        .take_while(|byte| sign.as_bytes().first() == Some(byte))
        .count()
}

fn run_at_end(text: &str, sign: &str) -> usize {
    text.bytes()
        .rev()
        .take_while(|byte| sign.as_bytes().first() == Some(byte))
        .count()
}

#[cfg(test)]
mod tests;
