//! The box under a thread: a message box whose messages go into the thread.

use super::super::attach;
use super::super::composer::{self, Above, Draft, Enter};
use super::super::el::{El, act, div, el, p};
use super::super::foot;
use super::View;
use super::standing::Standing;
use crate::live::Live;

/// The id of the field.
pub(in super::super) const REPLY_BOX_ID: &str = "thread-box";

/// The box, and what it stands in.
pub(super) fn reply_box(view: View) -> (Draft, El) {
    let chat = view.chat;
    let field = composer::field(REPLY_BOX_ID)
        .name(t!("thread-reply-in-thread"))
        .attr("placeholder", t!("thread-reply-in-thread"));
    let at = view.at();
    let enter = Live::new(Enter::at_first(chat.settings));
    let above = Above {
        grown: act(move || view.settle()),
        sent: act(move || {
            view.standing.edit(Standing::go_to_end);
        }),
    };
    let draft = Draft::new(chat, at, &field, enter, above);
    let field = draft.written_in(field, move |event| draft.acts_on_message(event));
    let form = el("form")
        .class("composer")
        .name(t!("thread-write-a-reply"))
        .on_submit(move || {
            draft.send();
            draft.focus();
        })
        .child(attach::attach_button(chat.files, at))
        .child(field)
        .child(draft.offers())
        .child(draft.emoji_button())
        .child(draft.send_button(t!("thread-send-reply")));
    let writing = div("")
        .live_flag("hidden", move || view.is_closed())
        .child(draft.refusal())
        .child(attach::tiles(chat.files, at))
        .child(form)
        .child(div("foot").child(foot::replying(chat.state, view.root)));
    let closed = move || {
        let is_closed = view.is_closed();
        is_closed.then(|| p("soft").text(t!("thread-nobody-can-reply")))
    };
    (draft, div("dock").live(closed).child(writing))
}
