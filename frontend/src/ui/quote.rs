//! Above an answer: who said what it answers. Leads there.

use chat_client::{Quote, Said};

use super::el::{El, button, el, span, sr};
use super::icon::icon;
use super::text::excerpt;
use crate::handle::ChatHandle;

/// The line.
pub fn quote(quote: &Quote, chat: ChatHandle) -> El {
    let seq = quote.seq;
    let line = button("quote")
        .attr("data-f", "quote")
        .attr("title", t!("quote-jump-to-the-original"))
        .child(icon("reply"))
        .child(sr(t!("quote-in-reply-to")));
    let line = match &quote.said {
        Said::This { author, words } => line
            .child(el("b").attr("dir", "auto").text(author.name.as_str()))
            .child(excerpt(span("said").attr("dir", "auto"), words)),
        Said::Deleted => line.child(span("said").text(t!("quote-a-message-that-was-deleted"))),
        Said::Unknown => line.child(span("said").text(&seq.to_string())),
    };
    line.on_click(move || crate::acts::go_to(chat, seq))
}
