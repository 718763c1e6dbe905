//! Spans within a paragraph: one pass with a stack of what is open.
//!
//! An opener that is never closed gives its sign back as text. The stack is bounded
//! by [`DEPTH_MAX`], so taking such an opener apart costs a bounded number of moves
//! per span, and the whole stays linear.

use std::collections::BTreeMap;

use super::{Span, address};

/// How deep spans may nest. Nobody writes deeper; a text made to hurt does.
const DEPTH_MAX: usize = 12;

/// What an open span will be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Strong,
    Star,
    Underscore,
    Struck,
    Spoiler,
    Bracket,
}

/// An open span and what it holds so far.
struct Open {
    kind: Kind,
    spans: Vec<Span>,
}

pub(super) fn parse(text: &str) -> Vec<Span> {
    let mut parser = Parser {
        text,
        at: 0,
        words: String::new(),
        spans: Vec::new(),
        open: Vec::new(),
        backticks: Backticks::find(text),
    };
    while let Some(c) = parser.text[parser.at..].chars().next() {
        parser.step(c);
    }
    parser.finish()
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    /// Text that is not a span yet.
    words: String,
    /// What is complete, outside of everything open.
    spans: Vec<Span>,
    open: Vec<Open>,
    backticks: Backticks,
}

impl Parser<'_> {
    fn step(&mut self, c: char) {
        match c {
            '\n' => {
                self.push(Span::Break);
                self.at += 1;
            }
            '\\' => self.escape(),
            '`' => self.code(),
            '*' | '_' | '~' | '|' => self.delimiters(c),
            '[' => self.bracket(),
            ']' => self.close_bracket(),
            '@' if !self.follows_word() => self.mention(),
            'h' | 'H' if !self.follows_word() => self.bare_address(c),
            _ => self.plain(c.len_utf8()),
        }
    }

    /// Takes the next bytes as they are.
    fn plain(&mut self, bytes: usize) {
        self.words.push_str(&self.text[self.at..self.at + bytes]);
        self.at += bytes;
    }

    fn escape(&mut self) {
        let next = self.text[self.at + 1..].chars().next();
        if let Some(sign) = next.filter(char::is_ascii_punctuation) {
            self.words.push(sign);
            self.at += 2;
        } else {
            self.plain(1);
        }
    }

    fn code(&mut self) {
        let length = self.run_length('`');
        let start = self.at + length;
        let Some(end) = self.backticks.next(length, start) else {
            self.plain(length);
            return;
        };
        let code = self.text[start..end].replace('\n', " ");
        let inner = code
            .strip_prefix(' ')
            .and_then(|code| code.strip_suffix(' '));
        let code = match inner {
            // One space on each side is there to let the code begin with a backtick.
            Some(inner) if !inner.trim().is_empty() => inner.to_owned(),
            Some(_) | None => code,
        };
        self.push(Span::Code(code));
        self.at = end + length;
    }

    fn delimiters(&mut self, sign: char) {
        let length = self.run_length(sign);
        let before = self.text[..self.at].chars().next_back();
        let after = self.text[self.at + length..].chars().next();
        let in_word = |c: Option<char>| sign == '_' && c.is_some_and(char::is_alphanumeric);
        let can_open = after.is_some_and(|c| !c.is_whitespace()) && !in_word(before);
        let can_close = before.is_some_and(|c| !c.is_whitespace()) && !in_word(after);
        let longest = match sign {
            '*' => 3,
            '_' => 1,
            _ => 2,
        };
        if length > longest || (matches!(sign, '~' | '|') && length == 1) {
            self.plain(length);
            return;
        }
        let mut left = length;
        while can_close && let Some(closed) = self.closable(sign, left) {
            left -= sign_of(closed).len();
            self.close(closed);
        }
        while left > 0 {
            let kind = match sign {
                '*' if left >= 2 => Kind::Strong,
                '*' => Kind::Star,
                '_' => Kind::Underscore,
                '|' => Kind::Spoiler,
                _ => Kind::Struck,
            };
            left -= sign_of(kind).len();
            if can_open && self.open.len() < DEPTH_MAX {
                self.flush();
                self.open.push(Open {
                    kind,
                    spans: Vec::new(),
                });
            } else {
                self.words.push_str(sign_of(kind));
            }
        }
        self.at += length;
    }

    /// The innermost open span that `left` signs can close. Brackets keep what was
    /// opened outside of them open.
    fn closable(&self, sign: char, left: usize) -> Option<Kind> {
        let kinds = self.open.iter().rev().map(|open| open.kind);
        let mut inside = kinds.take_while(|kind| *kind != Kind::Bracket);
        inside.find(|kind| {
            let signs = sign_of(*kind);
            signs.starts_with(sign) && signs.len() <= left
        })
    }

    fn bracket(&mut self) {
        if self.open.len() < DEPTH_MAX {
            self.flush();
            self.open.push(Open {
                kind: Kind::Bracket,
                spans: Vec::new(),
            });
            self.at += 1;
        } else {
            self.plain(1);
        }
    }

    fn close_bracket(&mut self) {
        let is_open = self.open.iter().any(|open| open.kind == Kind::Bracket);
        let target = self.text[self.at + 1..]
            .strip_prefix('(')
            .and_then(address::in_parentheses);
        let Some(target) = target.filter(|target| is_open && address::is_safe(target)) else {
            self.drop_bracket();
            self.plain(1);
            return;
        };
        let spans = self.close_to(Kind::Bracket);
        if spans.iter().any(holds_address) {
            // A link holds none: the inner one is kept, and its address with it.
            self.words.push('[');
            self.append(spans);
            self.plain(1);
            return;
        }
        let shown = without_links(spans);
        self.at += "](".len() + target.len() + ")".len();
        if shown.is_empty() {
            self.words.push_str("[](");
            self.words.push_str(target);
            self.words.push(')');
        } else {
            self.push(Span::Link {
                href: target.to_owned(),
                spans: shown,
            });
        }
    }

    /// The innermost bracket is no link: what was opened before it may close again.
    fn drop_bracket(&mut self) {
        if self.open.iter().any(|open| open.kind == Kind::Bracket) {
            let inside = self.close_to(Kind::Bracket);
            self.words.push('[');
            self.append(inside);
        }
    }

    fn mention(&mut self) {
        let rest = &self.text[self.at + 1..];
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
        let name = rest[..end].trim_end_matches(['-', '_']);
        if name.starts_with(char::is_alphanumeric) {
            let bytes = 1 + name.len();
            self.push(Span::Mention(name.to_owned()));
            self.at += bytes;
        } else {
            self.plain(1);
        }
    }

    fn bare_address(&mut self, first: char) {
        let Some(address) = address::bare(&self.text[self.at..]) else {
            self.plain(first.len_utf8());
            return;
        };
        let bytes = address.len();
        let href = address.to_owned();
        self.push(Span::Link {
            spans: vec![Span::Text(href.clone())],
            href,
        });
        self.at += bytes;
    }

    fn finish(mut self) -> Vec<Span> {
        while let Some(kind) = self.open.last().map(|open| open.kind) {
            self.give_back(kind);
        }
        self.flush();
        self.spans
    }

    /// Closes the innermost span of this kind.
    fn close(&mut self, kind: Kind) {
        let spans = self.close_to(kind);
        let span = match kind {
            Kind::Strong => Span::Strong(spans),
            Kind::Star | Kind::Underscore => Span::Emphasis(spans),
            Kind::Struck => Span::Struck(spans),
            Kind::Spoiler => Span::Spoiler(spans),
            Kind::Bracket => return self.append(spans),
        };
        self.push(span);
    }

    /// Takes the innermost span of this kind off the stack; what is open inside of it
    /// closes nothing any more. Answers what it holds.
    fn close_to(&mut self, kind: Kind) -> Vec<Span> {
        while let Some(last) = self.open.last().map(|open| open.kind)
            && last != kind
        {
            self.give_back(last);
        }
        self.flush();
        self.open.pop().map(|open| open.spans).unwrap_or_default()
    }

    /// The innermost open span was none: its sign is text.
    fn give_back(&mut self, kind: Kind) {
        self.flush();
        let inside = self.open.pop().map(|open| open.spans).unwrap_or_default();
        self.words.push_str(sign_of(kind));
        self.append(inside);
    }

    fn append(&mut self, spans: Vec<Span>) {
        for span in spans {
            match span {
                Span::Text(text) => self.words.push_str(&text),
                Span::Break
                | Span::Strong(_)
                | Span::Emphasis(_)
                | Span::Struck(_)
                | Span::Spoiler(_)
                | Span::Code(_)
                | Span::Link { .. }
                | Span::Mention(_) => self.push(span),
            }
        }
    }

    fn push(&mut self, span: Span) {
        self.flush();
        self.spans_here().push(span);
    }

    fn flush(&mut self) {
        if self.words.is_empty() {
            return;
        }
        let words = std::mem::take(&mut self.words);
        let spans = self.spans_here();
        if let Some(Span::Text(text)) = spans.last_mut() {
            text.push_str(&words);
        } else {
            spans.push(Span::Text(words));
        }
    }

    fn spans_here(&mut self) -> &mut Vec<Span> {
        self.open
            .last_mut()
            .map_or(&mut self.spans, |open| &mut open.spans)
    }

    fn follows_word(&self) -> bool {
        self.text[..self.at]
            .chars()
            .next_back()
            .is_some_and(char::is_alphanumeric)
    }

    fn run_length(&self, sign: char) -> usize {
        let rest = &self.text[self.at..];
        rest.len() - rest.trim_start_matches(sign).len()
    }
}

fn sign_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Strong => "**",
        Kind::Star => "*",
        Kind::Underscore => "_",
        Kind::Struck => "~~",
        Kind::Spoiler => "||",
        Kind::Bracket => "[",
    }
}

/// Whether an address stands behind other words somewhere in it.
fn holds_address(span: &Span) -> bool {
    match span {
        Span::Link { href, spans } => !matches!(&spans[..], [Span::Text(text)] if text == href),
        Span::Strong(spans)
        | Span::Emphasis(spans)
        | Span::Struck(spans)
        | Span::Spoiler(spans) => spans.iter().any(holds_address),
        Span::Text(_) | Span::Break | Span::Code(_) | Span::Mention(_) => false,
    }
}

/// A link within a link cannot be drawn: what it shows stays.
fn without_links(spans: Vec<Span>) -> Vec<Span> {
    let mut kept = Vec::with_capacity(spans.len());
    for span in spans {
        match span {
            Span::Link { spans, .. } => kept.extend(without_links(spans)),
            Span::Strong(spans) => kept.push(Span::Strong(without_links(spans))),
            Span::Emphasis(spans) => kept.push(Span::Emphasis(without_links(spans))),
            Span::Struck(spans) => kept.push(Span::Struck(without_links(spans))),
            Span::Spoiler(spans) => kept.push(Span::Spoiler(without_links(spans))),
            Span::Text(_) | Span::Break | Span::Code(_) | Span::Mention(_) => kept.push(span),
        }
    }
    kept
}

/// Where the runs of backticks stand, by their length. Asked only for later and later
/// places, so that each run is passed once.
struct Backticks {
    by_length: BTreeMap<usize, std::vec::IntoIter<usize>>,
}

impl Backticks {
    fn find(text: &str) -> Self {
        let mut runs: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut at = 0;
        while let Some(found) = text[at..].find('`') {
            let start = at + found;
            let length = text[start..]
                .bytes()
                .take_while(|byte| *byte == b'`')
                .count();
            runs.entry(length).or_default().push(start);
            at = start + length;
        }
        let by_length = runs
            .into_iter()
            .map(|(length, runs)| (length, runs.into_iter()));
        Self {
            by_length: by_length.collect(),
        }
    }

    /// The first run of exactly this length from `from` on.
    fn next(&mut self, length: usize, from: usize) -> Option<usize> {
        let runs = self.by_length.get_mut(&length)?;
        while let Some(start) = runs.as_slice().first().copied() {
            if start >= from {
                return Some(start);
            }
            runs.next();
        }
        None
    }
}
