//! Message text to what is drawn: nothing is invented, nothing that somebody wrote in
//! letters is lost, and only safe addresses become links.

use chat_client::markup::{self, Block, Span, code};

use crate::Target;

pub(crate) const TARGET: Target = Target {
    name: "markup",
    about: "the markup of messages",
    run,
    words: &[
        b"**",
        b"*",
        b"_",
        b"~~",
        b"||",
        b"# ",
        b"  - ",
        b"```rust\n",
        b"`",
        b"```",
        b"[",
        b"](",
        b")",
        b"> ",
        b"- ",
        b"1. ",
        b"\\",
        b"@ada",
        b"https://example.org",
        b"mailto:a@b",
        b"javascript:",
        b"\n",
        b"\r\n",
        "\u{1F642}".as_bytes(),
        "\u{200D}".as_bytes(),
        "\u{FE0F}".as_bytes(),
    ],
};

/// Deeper than quotes and spans together may nest.
const DEPTH_MAX: usize = 6 + 13 + 2;

fn run(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else {
        return;
    };
    let _ = markup::is_emoji_only(text);
    let mut shown = Shown::default();
    shown.blocks(&markup::parse(text), 0);

    let mut written = text.chars().filter(|c| !c.is_whitespace());
    for c in shown.words.chars().filter(|c| !c.is_whitespace()) {
        let is_there = written.any(|w| w == c);
        assert!(is_there, "{c:?} was not written there: {:?}", shown.words);
    }
    let letters = |text: &str| {
        text.chars()
            .filter(|c| c.is_alphabetic())
            .collect::<String>()
    };
    assert_eq!(letters(&shown.all), letters(text), "letters are lost");
}

/// What a reader gets to see, in order.
#[derive(Default)]
struct Shown {
    /// What is drawn as text.
    words: String,
    /// And what is behind it: addresses, languages.
    all: String,
}

impl Shown {
    fn say(&mut self, words: &str) {
        self.words.push_str(words);
        self.all.push_str(words);
    }

    fn blocks(&mut self, blocks: &[Block], depth: usize) {
        assert!(depth <= DEPTH_MAX, "nested too deeply");
        for block in blocks {
            match block {
                Block::Paragraph(spans) | Block::Heading { spans, .. } => {
                    self.spans(spans, depth + 1);
                }
                Block::Quote(blocks) => self.blocks(blocks, depth + 1),
                Block::Code { language, text } => {
                    self.all.push_str(language.as_deref().unwrap_or_default());
                    let pieces = code::colours(language.as_deref(), text);
                    let whole: String = pieces.iter().map(|piece| piece.text).collect();
                    assert_eq!(&whole, text, "code is lost");
                    self.say(text);
                }
                Block::List { items, .. } => {
                    items.iter().for_each(|item| self.blocks(item, depth + 1));
                }
            }
        }
    }

    fn spans(&mut self, spans: &[Span], depth: usize) {
        assert!(depth <= DEPTH_MAX, "nested too deeply");
        for span in spans {
            match span {
                Span::Text(text) | Span::Code(text) => self.say(text),
                Span::Break => self.say("\n"),
                Span::Strong(spans)
                | Span::Emphasis(spans)
                | Span::Struck(spans)
                | Span::Spoiler(spans) => self.spans(spans, depth + 1),
                Span::Mention(name) => {
                    self.say("@");
                    self.say(name);
                }
                Span::Link { href, spans } => {
                    safe(href);
                    let is_bare = matches!(&spans[..], [Span::Text(text)] if text == href);
                    self.spans(spans, depth + 1);
                    if !is_bare {
                        self.all.push_str(href);
                    }
                }
            }
        }
    }
}

/// An address that may be followed: of a scheme that runs nothing, without a character
/// that a browser drops before it looks at the scheme.
fn safe(href: &str) {
    let lower = href.to_ascii_lowercase();
    let schemes = ["http://", "https://", "mailto:"];
    assert!(
        schemes.iter().any(|scheme| lower.starts_with(scheme)),
        "{href:?}"
    );
    assert!(
        !href.contains(|c: char| c.is_whitespace() || c.is_control()),
        "{href:?}"
    );
}
