//! Message text to a tree that can be drawn as nodes. Text is data: nothing in it
//! becomes HTML, and only `http`, `https` and `mailto` become links.
//!
//! Blocks are found line by line ([`parse`]), spans within a paragraph ([`inline`]), and the
//! colours of code in a text of its own ([`code`]).
//! All take time linear in the text, and nest no deeper than a fixed bound; what
//! would nest deeper, or closes nothing, stays as it was typed.

mod address;
pub mod code;
mod emoji;
mod inline;
mod mention;

pub use self::address::{Claim, host, is_web_address};
pub use self::emoji::is_emoji_only;
pub use self::mention::{COVER, mentions, names, plain, whole_line};

/// The parts of a text that is one line whatever it begins with, as a topic is.
#[must_use]
pub fn one_line(text: &str) -> Vec<Span> {
    inline::parse(text)
}

/// Quotes and lists within each other. Deeper ones show their sign.
const NESTED_MAX: usize = 6;

/// The smallest heading: the sizes that differ from each other within a message.
const HEADING_LEVEL_MAX: u8 = 3;

/// Digits of a list's first number. More is no list, but a number with a full stop.
const LIST_DIGITS_MAX: usize = 9;

/// A part of a message that stands on lines of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Running text.
    Paragraph(Vec<Span>),
    /// A line that began with `# `, `## ` or `### `.
    Heading {
        /// 1 to 3.
        level: u8,
        /// What it says.
        spans: Vec<Span>,
    },
    /// Lines that began with `>`.
    Quote(Vec<Block>),
    /// Lines between fences, as they were typed.
    Code {
        /// What stands behind the opening fence: a language, mostly.
        language: Option<String>,
        /// Without the last line feed.
        text: String,
    },
    /// Items that began with `- `, `* ` or `1. `.
    List {
        /// Numbered.
        ordered: bool,
        /// The first item's number; 1 when not numbered.
        start: u64,
        /// The items.
        items: Vec<Vec<Block>>,
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
    /// `||spoiler||`: shown to whoever asks for it.
    Spoiler(Vec<Span>),
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
        | Span::Spoiler(spans)
        | Span::Link { spans, .. } => words_of(spans),
    });
    words.collect()
}

/// What a line begins.
enum Opening<'a> {
    Blank,
    Fence { length: usize, info: &'a str },
    Quote(&'a str),
    Heading { level: u8, text: &'a str },
    Item(Item<'a>),
    Words,
}

/// A line that begins an item of a list.
struct Item<'a> {
    ordered: bool,
    start: u64,
    text: &'a str,
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
            Opening::Heading { level, text } => {
                let spans = inline::parse(text);
                (Some(Block::Heading { level, spans }), 1)
            }
            Opening::Item(first) => {
                let (block, taken) = list(&lines[at..], depth, &first);
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
    if let Some((level, text)) = heading(line) {
        return Opening::Heading { level, text };
    }
    if depth >= NESTED_MAX {
        return Opening::Words;
    }
    if let Some(quoted) = line.strip_prefix('>') {
        return Opening::Quote(quoted.strip_prefix(' ').unwrap_or(quoted));
    }
    item(line).map_or(Opening::Words, Opening::Item)
}

fn heading(line: &str) -> Option<(u8, &str)> {
    let text = line.trim_start_matches('#');
    let level = u8::try_from(line.len() - text.len()).ok()?;
    let text = text.strip_prefix(' ')?.trim();
    ((1..=HEADING_LEVEL_MAX).contains(&level) && !text.is_empty()).then_some((level, text))
}

fn item(line: &str) -> Option<Item<'_>> {
    let bullet = line.strip_prefix("- ").or_else(|| line.strip_prefix("* "));
    if let Some(text) = bullet {
        return Some(Item {
            ordered: false,
            start: 1,
            text,
        });
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=LIST_DIGITS_MAX).contains(&digits) {
        return None;
    }
    Some(Item {
        ordered: true,
        start: line[..digits].parse().ok()?,
        text: line[digits..].strip_prefix(". ")?,
    })
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
            Opening::Blank
            | Opening::Fence { .. }
            | Opening::Heading { .. }
            | Opening::Item(_)
            | Opening::Words => None,
        })
        .collect();
    (Block::Quote(blocks(&quoted, depth + 1)), quoted.len())
}

/// Items of one kind. What is indented goes on with its item, and may be a list or a quote in
/// it. An empty line ends the list, and so does a fence: code has empty lines.
fn list(lines: &[&str], depth: usize, first: &Item<'_>) -> (Block, usize) {
    let mut items = Vec::new();
    let mut taken = 0;
    while let Some(item) = lines.get(taken).and_then(|line| item(line))
        && item.ordered == first.ordered
    {
        let inside = lines[taken + 1..]
            .iter()
            .take_while(|line| goes_on(line, depth))
            .count();
        let inside = &lines[taken + 1..][..inside];
        taken += 1 + inside.len();
        items.push(blocks(&unindented(item.text, inside), depth + 1));
    }
    let block = Block::List {
        ordered: first.ordered,
        start: first.start,
        items,
    };
    (block, taken)
}

/// Whether a line belongs to the item above it: indented by two spaces or a tab.
fn goes_on(line: &str, depth: usize) -> bool {
    (line.starts_with("  ") || line.starts_with('\t'))
        && !matches!(opening(line, depth), Opening::Blank | Opening::Fence { .. })
}

/// The lines of an item, `inside` less indented by as much as its first inner item is.
fn unindented<'a>(text: &'a str, inside: &[&'a str]) -> Vec<&'a str> {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let first_item = inside
        .iter()
        .find(|line| item(line.trim_start()).is_some())
        .or(inside.first());
    let width = first_item.map_or(0, |line| indent(line));
    let less = inside.iter().map(|line| {
        let is_cut = line.is_char_boundary(width) && indent(line) >= width;
        if is_cut {
            &line[width..]
        } else {
            line.trim_start()
        }
    });
    [text].into_iter().chain(less).collect()
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
