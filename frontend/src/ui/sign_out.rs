//! Signing out. A guest cannot come back as the same person, so it asks first.

use std::rc::Rc;

use super::dialog::dialog;
use super::el::{Act, El, button, div, el, p, text};
use super::field::{Said, busy_button};
use super::icon::icon;
use super::words;
use crate::browser::http;
use crate::handle::ChatHandle;
use crate::live::Live;

/// The dialog. Does `left` once the login has ended.
pub fn sign_out(chat: ChatHandle, open: Live<bool>, left: Act) -> El {
    dialog(open, "sign-out", "Sign out?", move || {
        form(chat, open, Rc::clone(&left))
    })
}

fn form(chat: ChatHandle, open: Live<bool>, left: Act) -> El {
    let said = Live::new(Said::Nothing);
    let submit = move || {
        if said.now() == Said::Asked {
            return;
        }
        said.set(Said::Asked);
        let left = Rc::clone(&left);
        leptos::task::spawn_local(async move {
            match http::logout().await {
                Ok(()) => {
                    chat.stop();
                    left();
                }
                Err(reason) => {
                    said.set(Said::Refused(
                        ["You are still signed in. ", &reason.to_string()].concat(),
                    ));
                }
            }
        });
    };
    let unsent = move || {
        let unsent = chat
            .state
            .status
            .with(|status| status.waiting + status.failed);
        if unsent == 0 {
            String::new()
        } else {
            words::given_up(unsent)
        }
    };
    let refusal = move || match said.get() {
        Said::Refused(sentence) => vec![icon("alert"), text(&sentence)],
        Said::Nothing | Said::Asked => Vec::new(),
    };
    let acts = div("dlg-acts")
        .child(
            button("btn quiet")
                .text("Stay")
                .on_click(move || open.set(false)),
        )
        .child(busy_button("btn primary", said, "Sign out", "Signing out"));
    el("form")
        .class("dlg-body")
        .on_submit(submit)
        .child(
            p("")
                .text("This browser forgets who you are. Your messages and your name stay, but nobody can sign in as you again.")
                .live_text(unsent),
        )
        .child(p("help bad").attr("role", "status").live_all(refusal))
        .child(acts)
}
