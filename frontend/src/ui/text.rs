//! The text of a message as nodes: the tree of [`chat_client::markup`] drawn one to one.
//! Nothing that somebody wrote ever becomes HTML.

use std::rc::Rc;

use chat_client::markup::code::{self, Role};
use chat_client::markup::{self, Block, Claim, Span};
use shared::entry::Author;

use super::el::{El, button, div, el, p, span, text};
use super::fold::{folded, is_long};
use super::icon::icon;
use crate::browser::{address, clock, page};
use crate::live::Live;

/// How long a copied block says so.
const COPIED_SHOWN_MS: u32 = 2_000;

/// A message's text, parsed for a reader.
#[derive(Debug)]
pub struct Parsed {
    blocks: Vec<Block>,
    is_large: bool,
    /// The text itself, if it is long.
    long: Option<String>,
    /// Somebody is mentioned, and it is the reader.
    pub mentions_me: bool,
}

impl Parsed {
    /// Parses a text for a reader.
    #[must_use]
    pub fn new(text: &str, me: Option<&Author>) -> Self {
        let blocks = markup::parse(text);
        let mentions_me = me.is_some_and(|me| markup::mentions(&blocks, me));
        Self {
            blocks,
            is_large: markup::is_emoji_only(text),
            long: is_long(text).then(|| text.to_owned()),
            mentions_me,
        }
    }

    /// Draws it, and behind its last words the mark.
    pub fn draw(&self, me: Option<&Author>, mark: Option<El>) -> El {
        let class = if self.is_large { "text jumbo" } else { "text" };
        let drawing = div(class).attr("dir", "auto");
        let drawing = match (mark, self.blocks.split_last()) {
            (None, _) => draw_blocks(drawing, &self.blocks, me),
            (Some(mark), Some((Block::Paragraph(spans), before))) => {
                let last = draw_spans(el("p"), spans, me).text(" ").child(mark);
                draw_blocks(drawing, before, me).child(last)
            }
            (Some(mark), _) => draw_blocks(drawing, &self.blocks, me).child(el("p").child(mark)),
        };
        match &self.long {
            Some(text) => folded(text, drawing),
            None => drawing,
        }
    }
}

fn draw_blocks(into: El, blocks: &[Block], me: Option<&Author>) -> El {
    into.children(blocks.iter().map(|block| draw_block(block, me)))
}

fn draw_block(block: &Block, me: Option<&Author>) -> El {
    match block {
        Block::Paragraph(spans) => draw_spans(el("p"), spans, me),
        // Below the name of the room, which is the page's first.
        Block::Heading { level, spans } => {
            let heading =
                p(["heading one", "heading two", "heading three"][usize::from(*level - 1).min(2)])
                    .attr("role", "heading")
                    .attr("aria-level", &(level + 1).to_string());
            draw_spans(heading, spans, me)
        }
        Block::Quote(blocks) => draw_blocks(el("blockquote").attr("dir", "auto"), blocks, me),
        Block::Code { language, text } => code(language.as_deref(), text),
        Block::List {
            ordered,
            start,
            items,
        } => {
            let list = if *ordered {
                el("ol").attr("start", &start.to_string())
            } else {
                el("ul")
            };
            list.attr("dir", "auto")
                .children(items.iter().map(|item| draw_item(item, me)))
        }
    }
}

/// The words of an item stand beside its mark, not in a paragraph of their own.
fn draw_item(blocks: &[Block], me: Option<&Author>) -> El {
    match blocks {
        [Block::Paragraph(spans), inside @ ..] => {
            draw_blocks(draw_spans(el("li"), spans, me), inside, me)
        }
        blocks => draw_blocks(el("li"), blocks, me),
    }
}

/// A plain line of somebody's words, drawn into an element: what is hidden is named and cannot
/// be asked for here.
pub fn excerpt(into: El, line: &str) -> El {
    let mut pieces = line.split(markup::COVER);
    let into = into.text(pieces.next().unwrap_or_default());
    pieces.fold(into, |into, piece| {
        into.child(span("covered").text(t!("text-spoiler")))
            .text(piece)
    })
}

/// A plain line in letters alone, for where nothing is drawn.
#[must_use]
pub fn in_letters(line: &str) -> String {
    line.replace(markup::COVER, &["(", t!("text-spoiler"), ")"].concat())
}

/// One line of somebody's words, drawn into an element.
pub fn line(into: El, words: &str, me: Option<&Author>) -> El {
    draw_spans(into, &markup::one_line(words), me)
}

fn draw_spans(into: El, spans: &[Span], me: Option<&Author>) -> El {
    into.children(spans.iter().map(|span| draw_span(span, me)))
}

fn draw_span(part: &Span, me: Option<&Author>) -> El {
    match part {
        Span::Text(words) => text(words),
        Span::Break => el("br"),
        Span::Strong(spans) => draw_spans(el("strong"), spans, me),
        Span::Emphasis(spans) => draw_spans(el("em"), spans, me),
        Span::Struck(spans) => draw_spans(el("del"), spans, me),
        Span::Spoiler(spans) => spoiler(spans, me),
        Span::Code(words) => el("code").text(words),
        Span::Link { href, spans } => draw_link(href, spans, me),
        Span::Mention(name) => {
            let is_me = me.is_some_and(|me| markup::names(name, me));
            span(if is_me { "at self" } else { "at" })
                .text("@")
                .text(name)
        }
    }
}

/// What is hidden is not in the page until somebody asks for it: it cannot be read out, found
/// or copied by accident.
fn spoiler(spans: &[Span], me: Option<&Author>) -> El {
    let is_shown = Live::new(false);
    let (spans, me) = (Rc::<[Span]>::from(spans), me.cloned());
    let press = button("cover")
        .attr("title", t!("text-show-or-hide"))
        .live_attr("aria-expanded", move || Some(is_shown.get().to_string()))
        .on_click(move || is_shown.set(!is_shown.now()))
        .text(t!("text-spoiler"));
    span("spoiler").child(press).live(move || {
        let inside = || draw_spans(span("inside"), &spans, me.as_ref());
        is_shown.get().then(inside)
    })
}

/// A link whose words name another place than where it leads says where that is.
fn draw_link(href: &str, spans: &[Span], me: Option<&Author>) -> El {
    let link = el("a")
        .attr("href", href)
        .attr("target", "_blank")
        .attr("title", href)
        .attr("rel", "noopener noreferrer nofollow");
    let claim = markup::claim(href, spans);
    let link = match claim {
        Claim::AnotherAddress => link.text(href),
        Claim::Fair | Claim::AnotherName => draw_spans(link, spans, me),
    };
    let host = match claim {
        Claim::AnotherName => markup::host(href).map(str::to_owned),
        Claim::Fair | Claim::AnotherAddress => address::host_in_plain_letters(href),
    };
    match host {
        Some(host) => link.text(&[" (", &host, ")"].concat()),
        None => link,
    }
}

/// A block of code that can be copied and scrolled sideways.
fn code(language: Option<&str>, words: &str) -> El {
    let name = match language {
        Some(language) => t!("text-code-in", language = language),
        None => t!("code").to_owned(),
    };
    el("figure")
        .class("code")
        .child(
            el("figcaption")
                .text(language.unwrap_or(t!("code")))
                .child(copy_button(words)),
        )
        .child(
            el("pre")
                .attr("tabindex", "0")
                .attr("role", "group")
                .name(&name)
                .child(el("code").children(coloured(language, words))),
        )
}

fn coloured(language: Option<&str>, words: &str) -> Vec<El> {
    let pieces = code::colours(language, words).into_iter();
    let drawn = pieces.map(|piece| match piece.role {
        None => text(piece.text),
        Some(role) => span(match role {
            Role::Keyword => "c-keyword",
            Role::String => "c-string",
            Role::Number => "c-number",
            Role::Name => "c-func",
            Role::Type => "c-type",
            Role::Comment => "c-comment",
        })
        .text(piece.text),
    });
    drawn.collect()
}

fn copy_button(words: &str) -> El {
    let is_copied = Live::new(false);
    let timer = Live::new(None);
    let words = words.to_owned();
    let copy = move || {
        let words = words.clone();
        leptos::task::spawn_local(async move {
            // Where the browser refuses, the label simply does not change.
            if page::copy(&words).await.is_ok() {
                is_copied.set(true);
                let over = clock::after_ms(COPIED_SHOWN_MS, move || is_copied.set(false));
                timer.set(Some(over));
            }
        });
    };
    button("btn-icon small")
        .live_name(move || {
            if is_copied.get() {
                t!("copied")
            } else {
                t!("text-copy-code")
            }
            .to_owned()
        })
        .live(move || Some(icon(if is_copied.get() { "check" } else { "copy" })))
        .on_click(copy)
}
