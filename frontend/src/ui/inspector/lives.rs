//! How a WebSocket connection lives, with the reader's own as the example of each chapter.

use chat_client::wire::{Direction, Try, WireLog};

use super::super::dialog::dialog;
use super::super::el::{El, button, div, el, p};
use super::super::words;
use super::super::words::lives::{
    CLOSE_CODES, COMING_BACK, Chapter, ERRORS, FRAMES, HANDSHAKE, PING_AND_PONG,
};
use super::{Look, handshake, tries};
use crate::browser::clock;
use crate::handle::ChatHandle;
use crate::language;
use crate::live::Live;

/// Former ends that are shown: the rest is in the panel's list.
const ENDS_SHOWN_MAX: usize = 3;

/// What an example says now, line by line.
type Example = fn(ChatHandle) -> Vec<String>;

/// The button that opens the chapters, and they.
pub(super) fn lives(look: Look) -> El {
    let open = Live::new(false);
    div("lives-act")
        .child(
            button("btn s")
                .attr("aria-haspopup", "dialog")
                .text(t!("wire-lives-how-this-connection-lives"))
                .on_click(move || open.set(true)),
        )
        .child(dialog(
            open,
            "lives",
            t!("wire-lives-how-this-connection-lives"),
            move || chapters(look),
        ))
}

fn chapters(look: Look) -> El {
    let told: [(&Chapter, Example); 6] = [
        (&HANDSHAKE, of_handshake),
        (&FRAMES, of_frames),
        (&PING_AND_PONG, of_heartbeat),
        (&CLOSE_CODES, of_ends),
        (&ERRORS, of_failures),
        (&COMING_BACK, of_cursors),
    ];
    div("dlg-body lives").children(told.map(|(chapter, example)| {
        el("section")
            .child(el("h3").text(language::plain(chapter.title)))
            .child(p("").text(&chapter.said()))
            .child(div("example").live_all(move || {
                let lines = example(look.chat());
                lines.iter().map(|line| p("").text(line)).collect()
            }))
    }))
}

fn newest<T>(chat: ChatHandle, tell: impl FnOnce(&Try) -> T) -> Option<T> {
    chat.read_wire(|log| log.tries().next().map(tell)).flatten()
}

fn of_handshake(chat: ChatHandle) -> Vec<String> {
    let told = newest(chat, |tried| {
        vec![
            t!("wire-lives-yours", address = tried.address.as_str()),
            t!("wire-lives-answer", answer = handshake::answer(tried)),
            t!("wire-lives-welcome", when = handshake::welcome(tried)),
        ]
    });
    let mut lines = told.unwrap_or_else(|| vec![t!("wire-lives-nothing-was-tried-yet").to_owned()]);
    let transport = chat.state.status.with(|status| status.transport);
    if transport.over_http().is_some() {
        lines.push(t!(
            "wire-lives-over-http",
            transport = words::transport(transport)
        ));
    }
    lines
}

fn of_frames(chat: ChatHandle) -> Vec<String> {
    let lines = chat.read_wire(|log| {
        let last = |direction| {
            let frame = log.frames().find(|frame| frame.direction == direction)?;
            let (size, unit) = words::bytes(frame.body.len() as u64);
            let kind = frame.kind().unwrap_or("bytes");
            let size = [&size, " ", unit].concat();
            let time = clock::to_the_ms(frame.at.wall);
            Some(match direction {
                Direction::In => t!("wire-lives-last-in", kind = kind, size = size, time = time),
                Direction::Out => t!("wire-lives-last-out", kind = kind, size = size, time = time),
            })
        };
        let totals = log.totals();
        let count = t!(
            "wire-lives-count",
            here = totals.incoming.frames,
            there = totals.outgoing.frames
        );
        let last = [last(Direction::In), last(Direction::Out)];
        last.into_iter().flatten().chain([count]).collect()
    });
    lines.unwrap_or_default()
}

fn of_heartbeat(chat: ChatHandle) -> Vec<String> {
    let last = chat.read(|client| client.round_trips().last().map(|trip| trip.ms));
    let last = match last.flatten() {
        Some(ms) => t!("wire-lives-round-trip", time = words::round_trip(ms)),
        None => t!("wire-lives-no-ping-was-answered-yet").to_owned(),
    };
    vec![
        last,
        t!("wire-lives-server", heartbeat = handshake::heartbeat(chat)),
    ]
}

fn of_ends(chat: ChatHandle) -> Vec<String> {
    let ends = chat.read_wire(|log| ends(log, true)).unwrap_or_default();
    if ends.is_empty() {
        return vec![t!("wire-lives-no-connection-of-this-page").to_owned()];
    }
    ends
}

fn of_failures(chat: ChatHandle) -> Vec<String> {
    let failures = chat.read_wire(|log| ends(log, false)).unwrap_or_default();
    if failures.is_empty() {
        return vec![t!("wire-lives-no-try-of-this-page").to_owned()];
    }
    failures
}

/// The newest ends of connections that were welcome, or of tries that never were.
fn ends(log: &WireLog, was_open: bool) -> Vec<String> {
    let ended = log
        .tries()
        .filter(|tried| tried.ended.is_some() && tried.welcomed_after_ms.is_some() == was_open);
    let told = ended.filter_map(|tried| {
        let told = tries::tell(tried, &clock::to_the_second);
        // Its end comes first.
        told.into_iter()
            .next()
            .map(|told| [&told.time, ": ", &told.what, ". ", &told.detail].concat())
    });
    told.take(ENDS_SHOWN_MAX).collect()
}

fn of_cursors(chat: ChatHandle) -> Vec<String> {
    let extent = chat.state.extent.get();
    let Some(name) = chat.state.room_name().filter(|_| extent.is_loaded) else {
        return vec![t!("wire-lives-no-room-is-here-yet").to_owned()];
    };
    vec![t!(
        "wire-lives-cursor",
        room = name,
        number = extent.complete_to.to_string()
    )]
}
