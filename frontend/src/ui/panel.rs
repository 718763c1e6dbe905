//! What every panel beside the room has: a way back on a phone, a way to close it elsewhere,
//! and the focus for what opened it.

use leptos::prelude::on_cleanup;

use super::el::{El, button, focus};
use super::icon::icon;
use crate::browser::{clock, page};
use crate::live::Live;

/// Back to the room, on a phone.
pub fn back(open: Live<bool>) -> El {
    closes(open, "btn-icon only-phone", "back", t!("back-to-the-room"))
}

/// Closes it, where it is beside the room.
pub fn close(open: Live<bool>, name: &str) -> El {
    closes(open, "btn-icon not-phone", "close", name)
}

fn closes(open: Live<bool>, class: &str, drawing: &str, name: &str) -> El {
    button(class)
        .name(name)
        .attr("title", name)
        .child(icon(drawing))
        .on_click(move || open.set(false))
}

/// When the panel goes, the focus goes back to where it was, unless something else took it,
/// as the next panel does; to the dot, where that cannot be seen any more.
pub fn give_focus_back() {
    let opener = page::focused();
    let opener = Live::new(opener);
    on_cleanup(move || {
        if let Some(element) = opener.edit(Option::take).flatten() {
            clock::on_frame(move || {
                // Whatever goes with the focus leaves it to the page's body.
                if page::focused().is_some_and(|now| now.tag_name() != "BODY") {
                    return;
                }
                focus(&element);
                // It may have been the page's body: a menu that is gone.
                let is_lost = page::focused().is_none_or(|now| now.tag_name() == "BODY");
                if is_lost && let Some(dot) = page::find(".head-dot") {
                    focus(&dot);
                }
            });
        }
    });
}
