//! Signing out. A guest cannot come back as the same person, so it asks first.

use std::rc::Rc;

use super::dialog::dialog;
use super::el::{Act, El, button, div, el, p, text};
use super::field::{Said, busy_button};
use super::icon::icon;
use super::words;
use crate::browser::{former, http, kept_files};
use crate::handle::ChatHandle;
use crate::live::Live;

/// What becomes of unsent messages and drafts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Texts {
    /// They are offered to the next login.
    Kept,
    /// They are gone.
    Discarded,
}

/// The dialog. Does `left` once the login has ended.
pub fn sign_out(chat: ChatHandle, open: Live<bool>, left: Act) -> El {
    dialog(open, "sign-out", t!("sign-out-sign-out"), move || {
        form(chat, open, Rc::clone(&left))
    })
}

fn form(chat: ChatHandle, open: Live<bool>, left: Act) -> El {
    let said = Live::new(Said::Nothing);
    let me = chat.state.me.now().map(|me| me.id);
    // Of all tabs; one that could not be kept is in this one alone and cannot be left.
    let texts = me.map_or_else(Vec::new, former::of);
    let drafts = texts.iter().filter(|left| left.sent_at.is_none()).count();
    let unsent = texts.len() - drafts;
    let files = me.map_or(0, kept_files::count);
    let leave = Rc::new(move |what: Texts| {
        if said.now() == Said::Asked {
            return;
        }
        said.set(Said::Asked);
        let left = Rc::clone(&left);
        leptos::task::spawn_local(async move {
            match http::logout().await {
                Ok(()) => {
                    chat.stop();
                    // Nobody else is offered them: whoever comes next did not choose them.
                    leptos::task::spawn_local(kept_files::sweep(None));
                    if let (Texts::Discarded, Some(me)) = (what, me) {
                        former::discard(me);
                    }
                    left();
                }
                Err(reason) => {
                    said.set(Said::Refused(t!(
                        "sign-out-failed",
                        why = reason.to_string()
                    )));
                }
            }
        });
    });
    let refusal = move || match said.get() {
        Said::Refused(sentence) => vec![icon("alert"), text(&sentence)],
        Said::Nothing | Said::Asked => Vec::new(),
    };
    let acts = div("dlg-acts").child(
        button("btn quiet")
            .text(t!("sign-out-stay"))
            .on_click(move || open.set(false)),
    );
    let acts = if texts.is_empty() {
        acts.child(busy_button(
            "btn primary",
            said,
            t!("sign-out-sign-out-2"),
            t!("sign-out-signing-out"),
        ))
    } else {
        let discard = Rc::clone(&leave);
        acts.child(
            button("btn")
                .text(t!("sign-out-discard-and-sign-out"))
                .on_click(move || discard(Texts::Discarded)),
        )
        .child(busy_button(
            "btn primary",
            said,
            t!("sign-out-keep-and-sign-out"),
            t!("sign-out-signing-out"),
        ))
    };
    let sentence = [
        t!("sign-out-means"),
        " ",
        &words::left_behind(unsent, drafts),
        &words::files_left_behind(files),
        " ",
        &chat
            .state
            .status
            .peek(|status| words::unkept(status.unkept)),
    ]
    .concat();
    el("form")
        .class("dlg-body")
        .on_submit(move || leave(Texts::Kept))
        .child(p("").text(&sentence))
        .child(p("help bad").attr("role", "status").live_all(refusal))
        .child(acts)
}
