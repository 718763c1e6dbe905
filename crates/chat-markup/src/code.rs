//! The colours of code: a text in a language that is often pasted, cut into pieces of a role.
//!
//! It knows words, strings, comments and numbers, and no grammar: what it takes for a function
//! is a word before a parenthesis. The pieces are the text, in order and whole, and come in one
//! pass; a language that is not known gets no colours.

mod languages;
#[cfg(test)]
mod tests;

use self::languages::Rules;

/// What a piece of code is, as far as its colour goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A word of the language.
    Keyword,
    /// A string, or a line that was added.
    String,
    /// A number, or a line that was taken away.
    Number,
    /// What is called, or has a value: a function, a key.
    Name,
    /// A type, a variable of a shell, the head of a section.
    Type,
    /// Said to readers.
    Comment,
}

/// A piece of code, and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// `None`: as the rest.
    pub role: Option<Role>,
    /// As it was written.
    pub text: &'a str,
}

/// The text in pieces, by the first word behind the fence.
#[must_use]
pub fn colours<'a>(language: Option<&str>, text: &'a str) -> Vec<Piece<'a>> {
    let name = language.unwrap_or_default();
    let end = name.find(|c: char| c.is_whitespace() || matches!(c, ',' | '{'));
    let name = name[..end.unwrap_or(name.len())].to_ascii_lowercase();
    let mut scan = Scan {
        text,
        at: 0,
        from: 0,
        pieces: Vec::new(),
    };
    match name.as_str() {
        "diff" | "patch" => scan.diff(),
        "html" | "xml" | "svg" => scan.tags(),
        name => {
            if let Some(rules) = languages::rules(name) {
                scan.words(rules);
            }
        }
    }
    scan.at = text.len();
    scan.rest_is_plain();
    scan.pieces
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
    /// From here to `at` nothing has a role.
    from: usize,
    pieces: Vec<Piece<'a>>,
}

impl<'a> Scan<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// Passes so many bytes that have no role of their own.
    fn pass(&mut self, bytes: usize) {
        self.at += bytes;
    }

    fn take(&mut self, bytes: usize, role: Role) {
        self.rest_is_plain();
        let text = &self.text[self.at..self.at + bytes];
        if !text.is_empty() {
            self.pieces.push(Piece {
                role: Some(role),
                text,
            });
        }
        self.at += bytes;
        self.from = self.at;
    }

    fn rest_is_plain(&mut self) {
        if self.from < self.at {
            self.pieces.push(Piece {
                role: None,
                text: &self.text[self.from..self.at],
            });
        }
        self.from = self.at;
    }

    fn before(&self) -> Option<char> {
        self.text[..self.at].chars().next_back()
    }

    fn is_at_line_start(&self) -> bool {
        self.before().is_none_or(|c| c == '\n')
    }

    fn diff(&mut self) {
        while !self.rest().is_empty() {
            let line = line_length(self.rest());
            let role = match self.rest().as_bytes()[0] {
                b'+' => Some(Role::String),
                b'-' => Some(Role::Number),
                b'@' => Some(Role::Name),
                _ => None,
            };
            match role {
                Some(role) => self.take(line, role),
                None => self.pass(line),
            }
            self.pass(usize::from(!self.rest().is_empty()));
        }
    }

    fn tags(&mut self) {
        let mut is_in_tag = false;
        while let Some(c) = self.rest().chars().next() {
            let rest = self.rest();
            if rest.starts_with("<!--") {
                self.take(end_of(rest, 4, "-->"), Role::Comment);
            } else if c == '<' {
                let name = |c: char| c.is_alphanumeric() || matches!(c, '-' | ':' | '_');
                let sign = if rest.starts_with("</") || rest.starts_with("<!") {
                    2
                } else {
                    1
                };
                let length = sign + length_of(&rest[sign..], name);
                is_in_tag = length > sign;
                if is_in_tag {
                    self.take(length, Role::Keyword);
                } else {
                    self.pass(sign);
                }
            } else if is_in_tag && c == '>' {
                is_in_tag = false;
                self.take(1, Role::Keyword);
            } else if is_in_tag && matches!(c, '"' | '\'') {
                self.take(end_of(rest, 1, c.encode_utf8(&mut [0; 4])), Role::String);
            } else if is_in_tag && c.is_alphanumeric() {
                let name = |c: char| c.is_alphanumeric() || matches!(c, '-' | ':' | '_');
                self.take(length_of(rest, name), Role::Name);
            } else {
                self.pass(c.len_utf8());
            }
        }
    }

    fn words(&mut self, rules: &Rules) {
        while let Some(c) = self.rest().chars().next() {
            let rest = self.rest();
            if self.is_comment(rules) {
                self.take(line_length(rest), Role::Comment);
            } else if let Some((opening, closing)) = rules.block
                && rest.starts_with(opening)
            {
                self.take(end_of(rest, opening.len(), closing), Role::Comment);
            } else if let Some(long) = rules.long.iter().find(|long| rest.starts_with(**long)) {
                self.take(string_length(rest, long, true), Role::String);
            } else if rules.quotes.contains(c) {
                self.string(rules, c);
            } else if rules.has_sections && c == '[' && self.is_at_line_start() {
                let line = &rest[..line_length(rest)];
                let length = line.rfind(']').map_or(line.len(), |at| at + 1);
                self.take(length, Role::Type);
            } else if c.is_ascii_digit() {
                self.take(number_length(rest), Role::Number);
            } else if c.is_alphabetic() || matches!(c, '_' | '$' | '@') {
                self.word(rules, c);
            } else {
                self.pass(c.len_utf8());
            }
        }
    }

    /// A `#` within a word belongs to it.
    fn is_comment(&self, rules: &Rules) -> bool {
        let sign = rules
            .line
            .iter()
            .find(|sign| self.rest().starts_with(**sign));
        sign.is_some_and(|sign| *sign != "#" || self.before().is_none_or(char::is_whitespace))
    }

    fn string(&mut self, rules: &Rules, quote: char) {
        let rest = self.rest();
        if rules.has_lifetimes && quote == '\'' && !is_char_literal(rest) {
            return self.pass(1);
        }
        let sign = &rest[..1];
        let length = string_length(rest, sign, rules.has_long_quotes);
        let is_key = rules
            .key
            .is_some_and(|sign| rest[length..].trim_start_matches(' ').starts_with(sign));
        self.take(length, if is_key { Role::Name } else { Role::String });
    }

    fn word(&mut self, rules: &Rules, first: char) {
        let rest = self.rest();
        let goes_on =
            |c: char| c.is_alphanumeric() || c == '_' || c == '$' || (c == '-' && rules.has_dashes);
        let length = first.len_utf8() + length_of(&rest[first.len_utf8()..], goes_on);
        let (word, after) = rest.split_at(length);
        if rules.has_lifetimes
            && matches!(word, "r" | "br")
            && let Some(string) = raw_string_length(after)
        {
            return self.take(length + string, Role::String);
        }
        match rules.role(word, after) {
            Some(role) => self.take(length, role),
            None => self.pass(length),
        }
    }
}

impl Rules {
    fn role(&self, word: &str, after: &str) -> Option<Role> {
        let has = |words: &str, word: &str| words.split(' ').any(|other| other == word);
        let folded = if self.is_case_blind {
            word.to_ascii_lowercase()
        } else {
            word.to_owned()
        };
        if has(self.keywords, &folded) || (word.starts_with('@') && word.len() > 1) {
            return Some(Role::Keyword);
        }
        if has(self.types, &folded) || (self.has_dollars && word.starts_with('$')) {
            return Some(Role::Type);
        }
        let is_key = |sign: char| {
            let behind = after.trim_start_matches(' ').strip_prefix(sign);
            let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '\'');
            behind.is_some_and(|behind| behind.chars().next().is_none_or(ends))
        };
        let is_macro = self.has_lifetimes
            && after
                .strip_prefix('!')
                .is_some_and(|after| after.starts_with(['(', '[', '{']));
        if after.starts_with('(') || is_macro || self.key.is_some_and(is_key) {
            return Some(Role::Name);
        }
        let is_type = self.has_types
            && word.starts_with(char::is_uppercase)
            && (word.len() == 1 || word.contains(char::is_lowercase));
        is_type.then_some(Role::Type)
    }
}

fn length_of(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

fn line_length(text: &str) -> usize {
    text.find('\n').unwrap_or(text.len())
}

/// Up to and with `closing`, which is looked for from `from` on; else everything.
fn end_of(text: &str, from: usize, closing: &str) -> usize {
    text[from..]
        .find(closing)
        .map_or(text.len(), |at| from + at + closing.len())
}

/// The string that `text` begins with. One that is not closed ends with its line, or with
/// the text where it may hold lines.
fn string_length(text: &str, sign: &str, is_long: bool) -> usize {
    let mut is_escaped = false;
    for (at, c) in text.char_indices().skip(sign.chars().count()) {
        if c == '\n' && !is_long {
            return at;
        }
        if !is_escaped && text[at..].starts_with(sign) {
            return at + sign.len();
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    text.len()
}

/// `1..n` is a number before a range.
fn number_length(text: &str) -> usize {
    let mut length = 0;
    for (at, c) in text.char_indices() {
        let is_point = c == '.'
            && text[at + 1..]
                .chars()
                .next()
                .is_some_and(|next| next.is_ascii_digit());
        if !c.is_alphanumeric() && c != '_' && c != '%' && !is_point {
            break;
        }
        length = at + c.len_utf8();
    }
    length
}

/// `'a'` and `'\n'`, not the `'a` of a lifetime.
fn is_char_literal(text: &str) -> bool {
    let mut chars = text.chars().skip(1);
    match chars.next() {
        Some('\\') => true,
        Some('\n' | '\'') | None => false,
        Some(_) => chars.next() == Some('\''),
    }
}

/// `#"…"#` behind the letter of a raw string.
fn raw_string_length(text: &str) -> Option<usize> {
    let hashes = length_of(text, |c| c == '#');
    text[hashes..].strip_prefix('"')?;
    let closing = ["\"", &text[..hashes]].concat();
    Some(end_of(text, hashes + 1, &closing))
}
