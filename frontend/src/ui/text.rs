//! The text of a message as nodes: the tree of [`chat_client::markup`] drawn one to one.
//! Nothing that somebody wrote ever becomes HTML.

use chat_client::markup::{self, Block, Span};
use leptos::prelude::*;
use shared::entry::Author;

use super::icon::Icon;
use super::words;
use crate::browser::clock::{self, Timeout};
use crate::browser::page;

/// How long a copied block says so.
const COPIED_SHOWN_MS: u32 = 2_000;

/// A message's text, parsed.
#[derive(Clone, Debug)]
pub struct Parsed {
    blocks: Vec<Block>,
    is_large: bool,
    /// Somebody is mentioned, and it is the reader.
    pub mentions_me: bool,
}

impl Parsed {
    /// Parses a text for a reader.
    #[must_use]
    pub fn new(text: &str, me: Option<&Author>) -> Self {
        let blocks = markup::parse(text);
        let mentions_me = me.is_some_and(|me| blocks.iter().any(|block| block_names(block, me)));
        Self {
            blocks,
            is_large: markup::is_emoji_only(text),
            mentions_me,
        }
    }

    /// Draws it.
    #[must_use]
    pub fn draw(&self, me: Option<&Author>) -> AnyView {
        let class = if self.is_large { "text jumbo" } else { "text" };
        view! { <div class=class dir="auto">{draw_blocks(&self.blocks, me)}</div> }.into_any()
    }
}

fn draw_blocks(blocks: &[Block], me: Option<&Author>) -> Vec<AnyView> {
    blocks.iter().map(|block| draw_block(block, me)).collect()
}

fn draw_block(block: &Block, me: Option<&Author>) -> AnyView {
    match block {
        Block::Paragraph(spans) => view! { <p>{draw_spans(spans, me)}</p> }.into_any(),
        Block::Quote(blocks) => {
            view! { <blockquote>{draw_blocks(blocks, me)}</blockquote> }.into_any()
        }
        Block::Code { language, text } => {
            view! { <Code language=language.clone() text=text.clone()/> }.into_any()
        }
        Block::List {
            ordered,
            start,
            items,
        } => {
            let items: Vec<_> = items
                .iter()
                .map(|item| view! { <li>{draw_spans(item, me)}</li> })
                .collect();
            if *ordered {
                view! { <ol start=start.to_string()>{items}</ol> }.into_any()
            } else {
                view! { <ul>{items}</ul> }.into_any()
            }
        }
    }
}

fn draw_spans(spans: &[Span], me: Option<&Author>) -> Vec<AnyView> {
    spans.iter().map(|span| draw_span(span, me)).collect()
}

fn draw_span(span: &Span, me: Option<&Author>) -> AnyView {
    match span {
        Span::Text(text) => text.clone().into_any(),
        Span::Break => view! { <br/> }.into_any(),
        Span::Strong(spans) => view! { <strong>{draw_spans(spans, me)}</strong> }.into_any(),
        Span::Emphasis(spans) => view! { <em>{draw_spans(spans, me)}</em> }.into_any(),
        Span::Struck(spans) => view! { <del>{draw_spans(spans, me)}</del> }.into_any(),
        Span::Code(text) => view! { <code>{text.clone()}</code> }.into_any(),
        Span::Link { href, spans } => view! {
            <a href=href.clone() target="_blank" rel="noopener noreferrer nofollow">
                {draw_spans(spans, me)}
            </a>
        }
        .into_any(),
        Span::Mention(name) => {
            let is_me = me.is_some_and(|me| words::names(name, me));
            let class = if is_me { "at self" } else { "at" };
            view! { <span class=class>{format!("@{name}")}</span> }.into_any()
        }
    }
}

/// A block of code that can be copied and scrolled sideways.
#[component]
fn Code(language: Option<String>, text: String) -> impl IntoView {
    let is_copied = RwSignal::new(false);
    let timer = StoredValue::new_local(None::<Timeout>);
    let caption = language.clone().unwrap_or_else(|| "Code".to_owned());
    let name = language.map_or_else(|| "Code".to_owned(), |language| format!("Code, {language}"));
    let shown = text.clone();
    let copy = move |_| {
        let text = text.clone();
        leptos::task::spawn_local(async move {
            // Where the browser refuses, the label simply does not change.
            if page::copy(&text).await.is_ok() {
                is_copied.set(true);
                timer.set_value(Some(clock::after_ms(COPIED_SHOWN_MS, move || {
                    is_copied.set(false);
                })));
            }
        });
    };
    view! {
        <figure class="code">
            <figcaption>
                {caption}
                <button
                    type="button"
                    class="btn-icon small"
                    aria-label=move || if is_copied.get() { "Copied" } else { "Copy code" }
                    on:click=copy
                >
                    {move || {
                        let name = if is_copied.get() { "check" } else { "copy" };
                        view! { <Icon name/> }
                    }}
                </button>
            </figcaption>
            <pre tabindex="0" role="group" aria-label=name>
                <code>{shown}</code>
            </pre>
        </figure>
    }
}

fn block_names(block: &Block, me: &Author) -> bool {
    match block {
        Block::Paragraph(spans) => spans_name(spans, me),
        // What is quoted was said to somebody before.
        Block::Quote(_) | Block::Code { .. } => false,
        Block::List { items, .. } => items.iter().any(|item| spans_name(item, me)),
    }
}

fn spans_name(spans: &[Span], me: &Author) -> bool {
    spans.iter().any(|span| match span {
        Span::Mention(name) => words::names(name, me),
        Span::Strong(spans)
        | Span::Emphasis(spans)
        | Span::Struck(spans)
        | Span::Link { spans, .. } => spans_name(spans, me),
        Span::Text(_) | Span::Break | Span::Code(_) => false,
    })
}
