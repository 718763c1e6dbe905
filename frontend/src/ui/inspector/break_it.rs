//! Faults on request, so that anybody can see what becomes of a message when the link
//! breaks. They end with the page.

use chat_client::wire::Fault;

use super::super::el::{El, button, div, el, p};
use super::super::icon::icon;
use super::section;
use crate::handle::ChatHandle;

/// The box with its switches.
pub(super) fn break_it(chat: ChatHandle) -> El {
    let heading = el("h3")
        .child(icon("bolt"))
        .text(t!("wire-break-it-break-it"));
    let switches = Fault::ALL.map(|fault| switch(chat, fault));
    section("ins-h-break", heading)
        .class("breakit")
        .child(p("soft").text(t!("wire-break-it-try-to-lose-a-message")))
        .child(div("break-grid").children(switches))
}

fn switch(chat: ChatHandle, fault: Fault) -> El {
    let is_on = move || chat.state.faults.with(|faults| faults.contains(&fault));
    button("btn")
        .live_attr("aria-pressed", move || Some(is_on().to_string()))
        .text(name(fault))
        .on_click(move || {
            let is_on = chat.state.faults.peek(|faults| faults.contains(&fault));
            chat.break_it(fault, !is_on);
        })
}

fn name(fault: Fault) -> &'static str {
    match fault {
        Fault::Drop => t!("wire-break-it-drop-the-link"),
        Fault::Silence => t!("wire-break-it-go-silent"),
        Fault::Delay => t!("wire-break-it-add-2-s-delay"),
        Fault::Loss => t!("wire-break-it-lose-10"),
        Fault::RefuseWebSocket => t!("wire-break-it-refuse-websocket"),
    }
}
