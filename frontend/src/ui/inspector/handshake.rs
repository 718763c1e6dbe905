//! The last handshake as it happened, and the life signs agreed on in it.

use chat_client::wire::Try;

use super::super::el::{El, div, el};
use super::super::words;
use super::lives::lives;
use super::{Look, heading, section};
use crate::handle::ChatHandle;

/// Address, answer, subprotocol, times, versions, heartbeat.
pub(super) fn handshake(look: Look) -> El {
    let row = |name: &str, value: Box<dyn Fn() -> String>| {
        div("")
            .child(el("dt").text(name))
            .child(el("dd").live_text(value))
    };
    let of_try = move |tell: fn(&Try) -> String| -> Box<dyn Fn() -> String> {
        Box::new(move || {
            let told = look
                .chat()
                .read_wire(|log| log.tries().next().map(tell))
                .flatten();
            told.unwrap_or_else(|| "not tried yet".to_owned())
        })
    };
    let rows = [
        row("Address", of_try(|tried| tried.address.clone())),
        row("Handshake", of_try(answer)),
        row("Welcome", of_try(welcome)),
        row("Heartbeat", Box::new(move || heartbeat(look.chat()))),
        row("Versions", Box::new(move || versions(look))),
    ];
    section(
        "ins-h-hand",
        heading("Handshake", move || {
            let status = &look.chat.state.status;
            status.with(|status| status.transport.name().to_owned())
        }),
    )
    .child(el("dl").class("pairs").children(rows))
    .child(lives(look))
}

pub(super) fn answer(tried: &Try) -> String {
    match (tried.opened_after_ms, &tried.ended) {
        (Some(ms), _) => [
            if tried.address.starts_with("ws") {
                "101 Switching Protocols, "
            } else {
                "201 Created, "
            },
            &tried.subprotocol,
            ", open after ",
            &words::duration(ms),
        ]
        .concat(),
        (None, None) => "asked, no answer yet".to_owned(),
        (None, Some(_)) => "did not open".to_owned(),
    }
}

pub(super) fn welcome(tried: &Try) -> String {
    match (tried.welcomed_after_ms, &tried.ended) {
        (Some(ms), _) => ["after ", &words::duration(ms)].concat(),
        (None, None) => "not yet".to_owned(),
        (None, Some(_)) => "did not come".to_owned(),
    }
}

pub(super) fn heartbeat(chat: ChatHandle) -> String {
    match chat.read(|client| client.heartbeat()).flatten() {
        Some((heard, silence_ms)) => [
            "heard ",
            &words::duration(chat.now().ms_since(heard)),
            " ago, lost after ",
            &words::duration(silence_ms),
            " of silence",
        ]
        .concat(),
        None => "no link to listen to".to_owned(),
    }
}

fn versions(look: Look) -> String {
    let server = look
        .chat()
        .read(|client| client.server_version().map(str::to_owned))
        .flatten();
    let server = server.unwrap_or_else(|| "not known yet".to_owned());
    ["server ", &server, ", ", shared::version::SUBPROTOCOL].concat()
}
