//! Message text to a tree that can be drawn as nodes. Text is data: nothing in it
//! becomes HTML, and only `http`, `https` and `mailto` become links.
//!
//! Blocks are found line by line ([`parse`]), spans within a paragraph ([`inline`]).
//! Both take time linear in the text, and nest no deeper than a fixed bound; what
//! would nest deeper, or closes nothing, stays as it was typed.

mod address;
mod emoji;
mod inline;
mod mention;

pub use self::address::{Claim, host};
pub use self::emoji::is_emoji_only;
pub use self::mention::{mentions, names, plain};

/// Quotes within quotes. Deeper ones show their `>`.
const QUOTE_DEPTH_MAX: usize = 6;

/// Digits of a list's first number. More is no list, but a number with a full stop.
const LIST_DIGITS_MAX: usize = 9;

/// A part of a message that stands on lines of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Running text.
    Paragraph(Vec<Span>),
    /// Lines that began with `>`.
    Quote(Vec<Block>),
    /// Lines between fences, as they were typed.
    Code {
        /// What stands behind the opening fence: a language, mostly.
        language: Option<String>,
        /// Without the last line feed.
        text: String,
    },
    /// Items that began with `- ` or `1. `.
    List {
        /// Numbered.
        ordered: bool,
        /// The first item's number; 1 when not numbered.
        start: u64,
        /// The items.
        items: Vec<Vec<Span>>,
    },
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// As it is.
    Text(String),
    /// A line break.
    Break,
    /// `**strong**`
    Strong(Vec<Span>),
    /// `*emphasis*` or `_emphasis_`
    Emphasis(Vec<Span>),
    /// `~~struck~~`
    Struck(Vec<Span>),
    /// `` `code` ``
    Code(String),
    /// A bare address, or `[text](address)`. Holds no link inside.
    Link {
        /// Begins with `http://`, `https://` or `mailto:`, in any case.
        href: String,
        /// What is shown.
        spans: Vec<Span>,
    },
    /// `@name`, without the sign.
    Mention(String),
}

/// Parses a message. Never fails, in time linear in the text; nesting is bounded.
#[must_use]
pub fn parse(text: &str) -> Vec<Block> {
    let lines: Vec<&str> = text.lines().collect();
    blocks(&lines, 0)
}

/// What the words of a link say about where it leads.
#[must_use]
pub fn claim(href: &str, spans: &[Span]) -> Claim {
    address::claim(&words_of(spans), href)
}

/// The words of spans without their dress.
fn words_of(spans: &[Span]) -> String {
    let words = spans.iter().map(|span| match span {
        Span::Text(text) | Span::Code(text) => text.clone(),
        Span::Break => "\n".to_owned(),
        Span::Mention(name) => ["@", name].concat(),
        Span::Strong(spans)
        | Span::Emphasis(spans)
        | Span::Struck(spans)
        | Span::Link { spans, .. } => words_of(spans),
    });
    words.collect()
}

/// What a line begins.
enum Opening<'a> {
    Blank,
    Fence {
        length: usize,
        info: &'a str,
    },
    Quote(&'a str),
    Item {
        ordered: bool,
        start: u64,
        text: &'a str,
    },
    Words,
}

fn blocks(lines: &[&str], depth: usize) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let (block, taken) = match opening(lines[at], depth) {
            Opening::Blank => (None, 1),
            Opening::Fence { length, info } => {
                let (block, taken) = code(&lines[at..], length, info);
                (Some(block), taken)
            }
            Opening::Quote(_) => {
                let (block, taken) = quote(&lines[at..], depth);
                (Some(block), taken)
            }
            Opening::Item { ordered, start, .. } => {
                let (block, taken) = list(&lines[at..], depth, ordered, start);
                (Some(block), taken)
            }
            Opening::Words => {
                let (block, taken) = paragraph(&lines[at..], depth);
                (Some(block), taken)
            }
        };
        blocks.extend(block);
        at += taken;
    }
    blocks
}

fn opening(line: &str, depth: usize) -> Opening<'_> {
    let trimmed = line.trim_start();
    if trimmed.is_empty() {
        return Opening::Blank;
    }
    let length = trimmed.bytes().take_while(|byte| *byte == b'`').count();
    if length >= 3 && !trimmed[length..].contains('`') {
        return Opening::Fence {
            length,
            info: trimmed[length..].trim(),
        };
    }
    if depth < QUOTE_DEPTH_MAX
        && let Some(quoted) = line.strip_prefix('>')
    {
        return Opening::Quote(quoted.strip_prefix(' ').unwrap_or(quoted));
    }
    if let Some(text) = line.strip_prefix("- ") {
        return Opening::Item {
            ordered: false,
            start: 1,
            text,
        };
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=LIST_DIGITS_MAX).contains(&digits)
        && let Some(text) = line[digits..].strip_prefix(". ")
        && let Ok(start) = line[..digits].parse()
    {
        return Opening::Item {
            ordered: true,
            start,
            text,
        };
    }
    Opening::Words
}

/// Up to the closing fence, or to the end: a fence that was never closed still shows
/// as code, as it did while it was typed.
fn code(lines: &[&str], length: usize, info: &str) -> (Block, usize) {
    let closes = |line: &&str| {
        let trimmed = line.trim();
        trimmed.len() >= length && trimmed.bytes().all(|byte| byte == b'`')
    };
    let end = lines[1..]
        .iter()
        .position(closes)
        .map_or(lines.len(), |at| at + 1);
    let language = (!info.is_empty()).then(|| info.to_owned());
    let block = Block::Code {
        language,
        text: lines[1..end].join("\n"),
    };
    (block, (end + 1).min(lines.len()))
}

fn quote(lines: &[&str], depth: usize) -> (Block, usize) {
    let quoted: Vec<&str> = lines
        .iter()
        .map_while(|line| match opening(line, depth) {
            Opening::Quote(quoted) => Some(quoted),
            Opening::Blank | Opening::Fence { .. } | Opening::Item { .. } | Opening::Words => None,
        })
        .collect();
    (Block::Quote(blocks(&quoted, depth + 1)), quoted.len())
}

/// Items of one kind; a line that is indented by two goes on with its item.
fn list(lines: &[&str], depth: usize, ordered: bool, start: u64) -> (Block, usize) {
    let mut items: Vec<String> = Vec::new();
    let mut taken = 0;
    for line in lines {
        match opening(line, depth) {
            Opening::Item {
                ordered: same,
                text,
                ..
            } if same == ordered => {
                items.push(text.to_owned());
            }
            Opening::Words if line.starts_with("  ") => {
                if let Some(item) = items.last_mut() {
                    item.push('\n');
                    item.push_str(line.trim_start());
                }
            }
            Opening::Blank
            | Opening::Fence { .. }
            | Opening::Quote(_)
            | Opening::Item { .. }
            | Opening::Words => break,
        }
        taken += 1;
    }
    let items = items.iter().map(|item| inline::parse(item)).collect();
    (
        Block::List {
            ordered,
            start,
            items,
        },
        taken,
    )
}

fn paragraph(lines: &[&str], depth: usize) -> (Block, usize) {
    let is_words = |line: &&&str| matches!(opening(line, depth), Opening::Words);
    let taken = lines.iter().take_while(is_words).count();
    (
        Block::Paragraph(inline::parse(&lines[..taken].join("\n"))),
        taken,
    )
}

#[cfg(test)]
mod tests;
