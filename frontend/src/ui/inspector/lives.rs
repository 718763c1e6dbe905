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
                .text("How this connection lives")
                .on_click(move || open.set(true)),
        )
        .child(dialog(
            open,
            "lives",
            "How this connection lives",
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
            .child(el("h3").text(chapter.title))
            .child(p("").text(&chapter.sentences.join(" ")))
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
            ["Yours: ", &tried.address].concat(),
            ["Answer: ", &handshake::answer(tried)].concat(),
            ["Welcome: ", &handshake::welcome(tried)].concat(),
        ]
    });
    let mut lines = told.unwrap_or_else(|| vec!["Nothing was tried yet.".to_owned()]);
    let transport = chat.state.status.with(|status| status.transport);
    if transport.over_http().is_some() {
        lines.push(
            [
                "No WebSocket gets through here, so yours is a link by ",
                transport.name(),
                " and its answer is 201: the same frames in ordinary requests.",
            ]
            .concat(),
        );
    }
    lines
}

fn of_frames(chat: ChatHandle) -> Vec<String> {
    let lines = chat.read_wire(|log| {
        let last = |direction| {
            let frame = log.frames().find(|frame| frame.direction == direction)?;
            let (size, unit) = words::bytes(frame.body.len() as u64);
            Some(
                [
                    if direction == Direction::In {
                        "The last one here: "
                    } else {
                        "The last one there: "
                    },
                    frame.kind().unwrap_or("bytes"),
                    ", ",
                    &size,
                    " ",
                    unit,
                    ", ",
                    &clock::to_the_ms(frame.at.wall),
                ]
                .concat(),
            )
        };
        let totals = log.totals();
        let count = [
            "Since this page was opened: ",
            &totals.incoming.frames.to_string(),
            " here, ",
            &totals.outgoing.frames.to_string(),
            " there.",
        ]
        .concat();
        let last = [last(Direction::In), last(Direction::Out)];
        last.into_iter().flatten().chain([count]).collect()
    });
    lines.unwrap_or_default()
}

fn of_heartbeat(chat: ChatHandle) -> Vec<String> {
    let last = chat.read(|client| client.round_trips().last().map(|trip| trip.ms));
    let last = match last.flatten() {
        Some(ms) => ["The last round trip took ", &words::round_trip(ms), "."].concat(),
        None => "No ping was answered yet.".to_owned(),
    };
    vec![last, ["The server: ", &handshake::heartbeat(chat)].concat()]
}

fn of_ends(chat: ChatHandle) -> Vec<String> {
    let ends = chat.read_wire(|log| ends(log, true)).unwrap_or_default();
    if ends.is_empty() {
        return vec!["No connection of this page has ended yet.".to_owned()];
    }
    ends
}

fn of_failures(chat: ChatHandle) -> Vec<String> {
    let failures = chat.read_wire(|log| ends(log, false)).unwrap_or_default();
    if failures.is_empty() {
        return vec!["No try of this page has failed.".to_owned()];
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
        return vec!["No room is here yet.".to_owned()];
    };
    vec![
        [
            "Yours: #",
            &name,
            " is complete to ",
            &extent.complete_to.to_string(),
            "; a new connection asks for what comes after it.",
        ]
        .concat(),
    ]
}
