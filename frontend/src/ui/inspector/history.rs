//! How complete the history on this device is: the server's numbers against mine.

use chat_client::{ChatClient, Extent};
use shared::ids::RoomId;

use super::super::el::{El, div, el, p, span};
use super::super::icon::icon;
use super::super::words;
use super::{Look, heading, section};

/// The open room in large figures, every other followed room in a line.
pub(super) fn history(look: Look) -> El {
    let state = look.chat.state;
    let extent = move || state.extent.get();
    let note = move || {
        let (complete, followed) = look
            .chat()
            .read(ChatClient::rooms_complete)
            .unwrap_or_default();
        let rooms = t!("wire-history-rooms", complete = complete, all = followed);
        match state.room_name() {
            Some(name) => ["#", &name, t!("list-comma"), &rooms].concat(),
            None => rooms,
        }
    };
    let missing = move || {
        let extent = extent();
        let gap =
            |stretch: chat_client::Stretch| stretch.last.distance_from(stretch.first.previous());
        extent.fetching.map_or(0, gap)
    };
    let figure = |name: &str, value: Box<dyn Fn() -> String>| {
        div("")
            .child(el("dt").text(name))
            .child(el("dd").live_text(value))
    };
    let figures = el("dl")
        .class("seq")
        .child(figure(
            t!("wire-history-server-has"),
            Box::new(move || extent().head.to_string()),
        ))
        .child(figure(
            t!("wire-history-you-have"),
            Box::new(move || extent().complete_to.to_string()),
        ))
        .child(
            figure(
                t!("wire-history-missing"),
                Box::new(move || missing().to_string()),
            )
            .live_class("ok", move || missing() == 0),
        );
    let waiting = move || state.status.with(|status| status.waiting);
    let line = p("seq-line")
        .mute()
        .child(el("i").class("full"))
        .live(move || (waiting() > 0).then(|| el("i").class("open")));
    let only_here = move || match waiting() {
        0 => String::new(),
        count => [" ", &t!("wire-history-only-here", count = count)].concat(),
    };
    let note_line = p("seq-note")
        .live_class("ok", move || missing() == 0)
        .live(move || (missing() == 0).then(|| icon("stored")))
        .child(span("").live_text(move || sentence(extent())))
        .child(span("soft").live_text(only_here));
    section("ins-h-seq", heading(t!("wire-history-history"), note))
        .class("ins-seq")
        .child(figures)
        .child(line)
        .child(note_line)
        .child(other_rooms(look))
}

fn sentence(extent: Extent) -> String {
    match extent.fetching {
        Some(stretch) => t!("history-fetching", numbers = words::stretch(stretch)),
        None if extent.is_further_up => t!("history-here", numbers = words::part(extent)),
        None => t!("history-complete", number = extent.complete_to.to_string()),
    }
}

fn other_rooms(look: Look) -> El {
    let rooms = move || {
        let chat = look.chat();
        let open = chat.state.room.get();
        let lines = |client: &ChatClient| -> Vec<(RoomId, String, String)> {
            let others = client.rooms().iter().filter(|view| Some(view.room) != open);
            let followed = others.filter_map(|view| {
                let extent = client.timeline(view.room)?.extent();
                let told = t!(
                    "wire-history-other",
                    head = view.head.to_string(),
                    state = sentence(extent)
                );
                Some((view.room, ["#", view.name.as_str()].concat(), told))
            });
            followed.collect()
        };
        chat.read(lines).unwrap_or_default()
    };
    el("dl").class("pairs").live_all(move || {
        let row = |(_, name, told): (RoomId, String, String)| {
            div("")
                .child(el("dt").attr("dir", "auto").text(&name))
                .child(el("dd").text(&told))
        };
        rooms().into_iter().map(row).collect()
    })
}
