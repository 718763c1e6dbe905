//! Numbers of this page's life: frames, bytes, what waits, the clocks.

use chat_client::wire::{Flow, Totals};
use shared::moment::Timestamp;

use super::super::el::{El, el};
use super::super::words;
use super::{Look, fact, heading, section};
use crate::browser::clock;

/// Frames and bytes each way with their rates, the outbox, the clock's offset.
pub(super) fn facts(look: Look) -> El {
    let totals = move || {
        look.chat()
            .read_wire(|log| log.totals())
            .unwrap_or_default()
    };
    let rates = move || {
        let chat = look.chat();
        chat.read_wire(|log| log.rates(chat.now()))
            .unwrap_or_default()
    };
    let frames = move |name: &str, of: fn(&Totals) -> Flow| {
        fact(name, move || {
            let number = usize::try_from(of(&totals()).frames).unwrap_or(usize::MAX);
            let rate = of(&rates()).frames;
            (
                words::grouped(number),
                t!("per-second", unit = rate.to_string()),
            )
        })
    };
    let bytes = move |name: &str, of: fn(&Totals) -> Flow| {
        fact(name, move || {
            let (number, unit) = words::bytes(of(&totals()).bytes);
            let (rate, rate_unit) = words::bytes(of(&rates()).bytes);
            let rate = t!("per-second", unit = [&rate, " ", rate_unit].concat());
            (number, [unit, t!("list-comma"), &rate].concat())
        })
    };
    let state = look.chat.state;
    let outbox = move || {
        let (waiting, failed) = state.status.with(|status| (status.waiting, status.failed));
        let oldest = look.chat().read(|client| client.oldest_waiting()).flatten();
        let age = |at: Timestamp| words::duration(clock::wall().0.saturating_sub(at.0));
        let words = match (oldest, failed) {
            (Some(at), _) => t!("wire-facts-oldest", age = age(at)),
            (None, 0) => t!("wire-facts-messages").to_owned(),
            (None, failed) => t!("wire-facts-failed", count = failed),
        };
        (waiting.to_string(), words)
    };
    let offset = move || {
        let ms = state.status.with(|status| status.clock_offset_ms);
        let sign = if ms > 0 { "+" } else { "" };
        ([sign, &ms.to_string()].concat(), t!("unit-ms").to_owned())
    };
    let list = el("dl")
        .class("facts")
        .child(frames(t!("frames-in"), |totals| totals.incoming))
        .child(frames(t!("frames-out"), |totals| totals.outgoing))
        .child(fact(t!("wire-facts-outbox"), outbox))
        .child(bytes(t!("bytes-in"), |totals| totals.incoming))
        .child(bytes(t!("bytes-out"), |totals| totals.outgoing))
        .child(fact(t!("wire-facts-clock-offset"), offset));
    section(
        "ins-h-num",
        heading(t!("wire-facts-this-page"), String::new),
    )
    .child(list)
}
