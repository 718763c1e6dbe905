//! The last frames, newest first; each opens to what it carries.

use chat_client::wire::json::{Blank, Tone};
use chat_client::wire::{Direction, Frame, WireLog};
use web_sys::HtmlInputElement;

use super::super::el::{El, button, div, el, span, sr, watch};
use super::super::icon::icon;
use super::super::words;
use super::{Look, section};
use crate::browser::clock;
use crate::handle::ChatHandle;
use crate::live::Live;

/// Frames that are listed at once.
const SHOWN_MAX: usize = 200;

/// A frame's line.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    number: u64,
    direction: Direction,
    kind: String,
    bytes: u64,
    time: String,
}

/// What the list shows.
#[derive(Clone, Copy, Debug)]
struct View {
    chat: ChatHandle,
    is_paused: Live<bool>,
    blanks_texts: Live<bool>,
    filter: Live<String>,
    rows: Live<Vec<Row>>,
}

/// The list, with pause, filter, and a switch that leaves out what people wrote.
pub(super) fn frames(look: Look) -> El {
    let view = View {
        chat: look.chat,
        is_paused: Live::new(false),
        blanks_texts: Live::new(false),
        filter: Live::new(String::new()),
        rows: Live::new(Vec::new()),
    };
    let mut drawn: Option<(u64, String)> = None;
    watch(move || {
        let (filter, is_paused) = (view.filter.get(), view.is_paused.get());
        let chat = look.chat();
        let seen = chat.read_wire(WireLog::frames_seen).unwrap_or(0);
        let is_drawn = drawn.as_ref().is_some_and(|(drawn_seen, drawn_filter)| {
            *drawn_filter == filter && (is_paused || *drawn_seen == seen)
        });
        if !is_drawn {
            view.rows.set(rows(chat, &filter));
            drawn = Some((seen, filter));
        }
    });
    let heading = el("h3")
        .text(t!("wire-frames-last-frames"))
        .child(switch(t!("wire-frames-blank-text"), view.blanks_texts))
        .child(switch(t!("wire-frames-pause"), view.is_paused));
    let filter = el("input")
        .class("frame-filter")
        .attr("type", "search")
        .attr("placeholder", t!("wire-frames-filter-by-kind-post-entries"))
        .name(t!("wire-frames-filter-frames-by-kind"));
    let input: HtmlInputElement = filter.html();
    let filter = filter.on("input", move |_| {
        view.filter.set(input.value().trim().to_owned());
    });
    let list = el("ul").class("frames").rows(
        move || view.rows.get(),
        |row| row.number,
        move |row| draw(view, row),
    );
    let nothing = move || view.rows.with(Vec::is_empty);
    section("ins-h-frames", heading)
        .child(filter)
        .child(list)
        .live(move || {
            nothing().then(|| {
                el("p")
                    .class("soft")
                    .text(t!("wire-frames-no-such-frame-yet"))
            })
        })
}

fn switch(name: &str, is_on: Live<bool>) -> El {
    button("btn s quiet")
        .live_attr("aria-pressed", move || Some(is_on.get().to_string()))
        .text(name)
        .on_click(move || is_on.set(!is_on.now()))
}

fn rows(chat: ChatHandle, filter: &str) -> Vec<Row> {
    let row = |frame: &Frame| Row {
        number: frame.number,
        direction: frame.direction,
        kind: frame.kind().unwrap_or("bytes").to_owned(),
        bytes: frame.body.len() as u64,
        time: clock::to_the_ms(frame.at.wall),
    };
    let rows = chat.read_wire(|log| {
        let wanted = log
            .frames()
            .filter(|frame| frame.kind().unwrap_or("bytes").contains(filter));
        wanted.take(SHOWN_MAX).map(row).collect()
    });
    rows.unwrap_or_default()
}

fn draw(view: View, row: &Row) -> El {
    let (class, drawing, word) = match row.direction {
        Direction::In => ("dir", "in", t!("wire-frames-in")),
        Direction::Out => ("dir out", "out", t!("wire-frames-out")),
    };
    let (size, unit) = words::bytes(row.bytes);
    let summary = el("summary")
        .child(span(class).child(icon(drawing)).child(sr(word)))
        .child(el("b").text(&row.kind))
        .child(span("size").text(&[&size, " ", unit].concat()))
        .child(el("time").text(&row.time));
    let is_open = Live::new(false);
    let number = row.number;
    let details = el("details").child(summary);
    let element: web_sys::Element = details.html();
    let details = details
        .on("toggle", move |_| {
            is_open.set_if_new(element.has_attribute("open"));
        })
        .live(move || {
            let blank = if view.blanks_texts.get() {
                Blank::Texts
            } else {
                Blank::Secrets
            };
            is_open.get().then(|| body(view.chat, number, blank))
        });
    el("li").child(details)
}

fn body(chat: ChatHandle, number: u64, blank: Blank) -> El {
    let pieces = chat.read_wire(|log| {
        let frame = log.frames().find(|frame| frame.number == number);
        frame.map(|frame| frame.laid_out(blank))
    });
    let code = el("code");
    let code = match pieces.flatten() {
        Some(pieces) => code.children(pieces.iter().map(|piece| match class(piece.tone) {
            Some(class) => span(class).text(&piece.words),
            None => super::super::el::text(&piece.words),
        })),
        None => code.text(t!("wire-frames-it-is-not-kept-any")),
    };
    let pre = el("pre")
        .attr("tabindex", "0")
        .attr("role", "region")
        .name(t!("wire-frames-what-the-frame-carries"))
        .child(code);
    div("frame-body").child(pre)
}

fn class(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Plain => None,
        Tone::Key => Some("c-fn"),
        Tone::Text => Some("c-str"),
        Tone::Number | Tone::Word => Some("c-num"),
        Tone::Blanked => Some("c-com"),
    }
}
