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
            (words::grouped(number), [&rate.to_string(), "/s"].concat())
        })
    };
    let bytes = move |name: &str, of: fn(&Totals) -> Flow| {
        fact(name, move || {
            let (number, unit) = words::bytes(of(&totals()).bytes);
            let (rate, rate_unit) = words::bytes(of(&rates()).bytes);
            (number, [unit, ", ", &rate, " ", rate_unit, "/s"].concat())
        })
    };
    let state = look.chat.state;
    let outbox = move || {
        let (waiting, failed) = state.status.with(|status| (status.waiting, status.failed));
        let oldest = look.chat().read(|client| client.oldest_waiting()).flatten();
        let age = |at: Timestamp| words::duration(clock::wall().0.saturating_sub(at.0));
        let words = match (oldest, failed) {
            (Some(at), _) => ["oldest ", &age(at)].concat(),
            (None, 0) => "messages".to_owned(),
            (None, failed) => ["waiting, ", &failed.to_string(), " failed"].concat(),
        };
        (waiting.to_string(), words)
    };
    let offset = move || {
        let ms = state.status.with(|status| status.clock_offset_ms);
        let sign = if ms > 0 { "+" } else { "" };
        ([sign, &ms.to_string()].concat(), "ms".to_owned())
    };
    let list = el("dl")
        .class("facts")
        .child(frames("Frames in", |totals| totals.incoming))
        .child(frames("Frames out", |totals| totals.outgoing))
        .child(fact("Outbox", outbox))
        .child(bytes("Bytes in", |totals| totals.incoming))
        .child(bytes("Bytes out", |totals| totals.outgoing))
        .child(fact("Clock offset", offset));
    section("ins-h-num", heading("This page", String::new)).child(list)
}
