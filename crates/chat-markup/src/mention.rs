//! Whom a message names, and what it says in one plain line.

use shared::entry::Author;

use super::{Block, Span};

/// Stands for a spoiler in a plain line, where it cannot be asked for; whoever shows the line
/// says it in words. The sign means an object that is not in the text, and is no other's: where
/// somebody wrote it, it is left out.
pub const COVER: char = '\u{FFFC}';

/// Whether a message names this person. What is quoted was said to somebody before, and
/// code is not said to anybody.
#[must_use]
pub fn mentions(blocks: &[Block], person: &Author) -> bool {
    blocks.iter().any(|block| match block {
        Block::Paragraph(spans) | Block::Heading { spans, .. } => spans_name(spans, person),
        Block::Quote(_) | Block::Code { .. } => false,
        Block::List { items, .. } => items.iter().any(|item| mentions(item, person)),
    })
}

fn spans_name(spans: &[Span], person: &Author) -> bool {
    spans.iter().any(|span| match span {
        Span::Mention(name) => names(name, person),
        Span::Strong(spans)
        | Span::Emphasis(spans)
        | Span::Struck(spans)
        | Span::Spoiler(spans)
        | Span::Link { spans, .. } => spans_name(spans, person),
        Span::Text(_) | Span::Break | Span::Code(_) => false,
    })
}

/// Whether a mention, without its sign, means this person: by the whole name, by the
/// name without spaces, or by the first of its words.
#[must_use]
pub fn names(mention: &str, person: &Author) -> bool {
    let mention = mention.to_lowercase();
    let name = person.name.folded();
    let first = name.split(' ').next().unwrap_or_default();
    mention == name
        || mention == first
        || mention.replace(['-', '_', '.', ' '], "") == name.replace(['-', '_', '.', ' '], "")
}

/// What a message says, in one line of at most so many characters, without marks. What is
/// quoted is left out unless there is nothing else, and a spoiler is a [`COVER`].
#[must_use]
pub fn plain(blocks: &[Block], chars_max: usize) -> String {
    let mut line = Line::new(chars_max);
    let is_quote = |block: &&Block| matches!(block, Block::Quote(_));
    let has_own = blocks.iter().any(|block| !is_quote(&block));
    for block in blocks.iter().filter(|block| !has_own || !is_quote(block)) {
        line.block(block);
    }
    if line.left == 0 {
        line.text.pop();
        line.text.push('…');
    }
    line.text
}

/// All that a message says, in one line without marks, what it quotes too. A spoiler is a
/// [`COVER`].
#[must_use]
pub fn whole_line(blocks: &[Block]) -> String {
    let mut line = Line::new(usize::MAX);
    for block in blocks {
        line.block(block);
    }
    line.text
}

struct Line {
    text: String,
    left: usize,
}

impl Line {
    fn new(chars_max: usize) -> Self {
        Self {
            text: String::new(),
            left: chars_max,
        }
    }

    fn block(&mut self, block: &Block) {
        self.gap();
        match block {
            Block::Paragraph(spans) | Block::Heading { spans, .. } => self.spans(spans),
            Block::Quote(blocks) => blocks.iter().for_each(|block| self.block(block)),
            Block::Code { text, .. } => self.push(text),
            Block::List { items, .. } => {
                items.iter().flatten().for_each(|block| self.block(block));
            }
        }
    }

    fn spans(&mut self, spans: &[Span]) {
        for span in spans {
            match span {
                Span::Text(text) | Span::Code(text) => self.push(text),
                Span::Break => self.gap(),
                Span::Spoiler(_) => self.add(COVER),
                Span::Mention(name) => {
                    self.push("@");
                    self.push(name);
                }
                Span::Strong(spans)
                | Span::Emphasis(spans)
                | Span::Struck(spans)
                | Span::Link { spans, .. } => self.spans(spans),
            }
        }
    }

    fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.push(" ");
        }
    }

    /// Stops where the line is full; its last character then gives way to the ellipsis.
    fn push(&mut self, text: &str) {
        for c in text.chars().filter(|c| *c != COVER) {
            let c = if c.is_whitespace() { ' ' } else { c };
            if c == ' ' && self.text.ends_with(' ') {
                continue;
            }
            self.add(c);
        }
    }

    fn add(&mut self, c: char) {
        if self.left > 0 {
            self.text.push(c);
            self.left -= 1;
        }
    }
}

#[cfg(test)]
mod tests;
