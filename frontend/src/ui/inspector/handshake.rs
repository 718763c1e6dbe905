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
            told.unwrap_or_else(|| t!("wire-handshake-not-tried-yet").to_owned())
        })
    };
    let rows = [
        row(
            t!("wire-handshake-address"),
            of_try(|tried| tried.address.clone()),
        ),
        row(t!("handshake"), of_try(answer)),
        row(t!("wire-handshake-welcome"), of_try(welcome)),
        row(
            t!("wire-handshake-heartbeat"),
            Box::new(move || heartbeat(look.chat())),
        ),
        row(
            t!("wire-handshake-versions"),
            Box::new(move || versions(look)),
        ),
    ];
    section(
        "ins-h-hand",
        heading(t!("handshake"), move || {
            let status = &look.chat.state.status;
            status.with(|status| words::transport(status.transport).to_owned())
        }),
    )
    .child(el("dl").class("pairs").children(rows))
    .child(lives(look))
}

pub(super) fn answer(tried: &Try) -> String {
    match (tried.opened_after_ms, &tried.ended) {
        (Some(ms), _) => t!(
            "wire-handshake-answer",
            answer = if tried.address.starts_with("ws") {
                "101 Switching Protocols"
            } else {
                "201 Created"
            },
            protocol = tried.subprotocol.as_str(),
            time = words::duration(ms)
        ),
        (None, None) => t!("wire-handshake-asked-no-answer-yet").to_owned(),
        (None, Some(_)) => t!("wire-handshake-did-not-open").to_owned(),
    }
}

pub(super) fn welcome(tried: &Try) -> String {
    match (tried.welcomed_after_ms, &tried.ended) {
        (Some(ms), _) => t!("wire-handshake-after", time = words::duration(ms)),
        (None, None) => t!("wire-handshake-not-yet").to_owned(),
        (None, Some(_)) => t!("wire-handshake-did-not-come").to_owned(),
    }
}

pub(super) fn heartbeat(chat: ChatHandle) -> String {
    match chat.read(|client| client.heartbeat()).flatten() {
        Some((heard, silence_ms)) => t!(
            "wire-handshake-heard",
            ago = words::duration(chat.now().ms_since(heard)),
            silence = words::duration(silence_ms)
        ),
        None => t!("wire-handshake-no-link-to-listen-to").to_owned(),
    }
}

fn versions(look: Look) -> String {
    let server = look
        .chat()
        .read(|client| client.server_version().map(str::to_owned))
        .flatten();
    let server = server.unwrap_or_else(|| t!("wire-handshake-not-known-yet").to_owned());
    t!(
        "wire-handshake-server",
        version = server,
        protocol = shared::version::SUBPROTOCOL
    )
}
