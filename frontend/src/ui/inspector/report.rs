//! The connection as text, fit for a bug tracker. What people wrote is left out, and so is
//! every secret; times are UTC.

use chat_client::ChatClient;
use chat_client::wire::json::Blank;
use chat_client::wire::{Direction, Frame, WireLog};

use super::super::words;
use super::tries::tell;
use crate::browser::{clock, page};
use crate::handle::ChatHandle;

/// Frames in a report: enough to see what led to something, short enough to paste.
const FRAMES_MAX: usize = 100;

/// Everything that the panel knows.
pub(super) fn report(chat: ChatHandle) -> String {
    let mut lines = vec![
        "# Confab connection report".to_owned(),
        String::new(),
        ["Time: ", &clock::utc(clock::wall())].concat(),
        ["Browser: ", &page::browser()].concat(),
    ];
    let status = chat.state.status.now();
    let extent = chat.state.extent.now();
    lines.push(["State: ", &words::connection(&status, extent)].concat());
    lines.push(
        [
            "Outbox: ",
            &status.waiting.to_string(),
            " waiting, ",
            &status.failed.to_string(),
            " failed",
        ]
        .concat(),
    );
    lines.push(["Clock offset: ", &status.clock_offset_ms.to_string(), " ms"].concat());
    let faults = chat.state.faults.peek(|faults| words::faults(faults));
    if !faults.is_empty() {
        lines.push(["Faults on request:", &faults].concat());
    }
    lines.extend(chat.read(of_client).unwrap_or_default());
    lines.extend(chat.read_wire(of_wire).unwrap_or_default());
    lines.extend(
        chat.state
            .compared
            .peek(|compared| words::compare::report(compared)),
    );
    lines.push(String::new());
    lines.join("\n")
}

fn of_client(client: &ChatClient) -> Vec<String> {
    let server = client.server_version().unwrap_or("not known");
    let mut lines = vec![
        ["Server: ", server, ", ", shared::version::SUBPROTOCOL].concat(),
        String::new(),
        "## Rooms".to_owned(),
    ];
    let rooms = client.rooms().iter().filter_map(|view| {
        let extent = client.timeline(view.room)?.extent();
        // Numbers alone: what a room is called may be nobody else's business.
        Some(
            [
                "- room ",
                &view.room.to_string(),
                ": server ",
                &view.head.to_string(),
                ", here ",
                &words::part(extent),
            ]
            .concat(),
        )
    });
    lines.extend(rooms);
    let trips: Vec<String> = client
        .round_trips()
        .map(|trip| trip.ms.to_string())
        .collect();
    let newest = trips.len().saturating_sub(FRAMES_MAX);
    lines.push(
        [
            "Round trips in ms, oldest first: ",
            &trips[newest..].join(" "),
        ]
        .concat(),
    );
    lines
}

fn of_wire(log: &WireLog) -> Vec<String> {
    let flow = |flow: chat_client::wire::Flow| {
        let (number, unit) = words::bytes(flow.bytes);
        [&flow.frames.to_string(), " frames, ", &number, " ", unit].concat()
    };
    let totals = log.totals();
    let mut lines = vec![
        [
            "In: ",
            &flow(totals.incoming),
            ". Out: ",
            &flow(totals.outgoing),
            ".",
        ]
        .concat(),
        String::new(),
        "## Connections, newest first".to_owned(),
    ];
    for tried in log.tries() {
        let told = tell(tried, &clock::utc);
        lines.extend(
            told.iter()
                .map(|told| ["- ", &told.time, " ", &told.what, ". ", &told.detail].concat()),
        );
    }
    lines.push(String::new());
    lines.push("## Frames, newest first".to_owned());
    lines.extend(log.frames().take(FRAMES_MAX).map(of_frame));
    lines
}

fn of_frame(frame: &Frame) -> String {
    let direction = match frame.direction {
        Direction::In => "in ",
        Direction::Out => "out",
    };
    let carried: String = frame
        .laid_out(Blank::Texts)
        .iter()
        .map(|piece| piece.words.as_str())
        .collect();
    let words: Vec<&str> = carried.split_whitespace().collect();
    let bytes = [&frame.body.len().to_string(), " B"].concat();
    [
        &clock::utc(frame.at.wall),
        " ",
        direction,
        " ",
        &bytes,
        " ",
        &words.join(" "),
    ]
    .concat()
}
