//! A native modal dialog: the browser keeps the focus inside, makes the rest inert,
//! closes it on Esc and gives the focus back.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlTextAreaElement};

use super::el::{El, button, div, el, watch};
use super::icon::icon;
use crate::browser::{clock, page};
use crate::live::Live;

/// Shows `body` while `open`, under a title with the id `id`.
pub fn dialog(
    open: Live<bool>,
    id: &'static str,
    title: &str,
    body: impl Fn() -> El + 'static,
) -> El {
    let head = div("dlg-head")
        .child(el("h2").attr("id", id).attr("tabindex", "-1").text(title))
        .child(
            button("btn-icon")
                .name(t!("close"))
                .child(icon("close"))
                .on_click(move || open.set(false)),
        );
    let content = div("dlg-in")
        .child(head)
        .live(move || open.get().then(|| leptos::prelude::untrack(&body)));
    let dialog = el("dialog")
        .class("dlg")
        .attr("aria-labelledby", id)
        .child(content)
        .on("close", move |_| {
            open.set_if_new(false);
            // Once what was in it is gone.
            clock::on_frame(focus_anew);
        })
        .on("click", move |event| {
            if is_backdrop(&event) {
                open.set(false);
            }
        });
    let element: HtmlDialogElement = dialog.html();
    watch(move || match (open.get(), element.open()) {
        // Refused only for a dialog that is open already.
        (true, false) => drop(element.show_modal()),
        (false, true) => element.close(),
        (true, true) | (false, false) => {}
    });
    dialog
}

/// Where the field that had the focus in a dialog goes with it, Chromium gives the focus back to
/// a field outside, and the keyboard to nothing, until that field gets the focus anew.
fn focus_anew() {
    let Some(field) = page::focused().and_then(|now| now.dyn_into::<HtmlTextAreaElement>().ok())
    else {
        return;
    };
    let selected = (field.selection_start(), field.selection_end());
    // Refused only by an element that is not in the page.
    let _ = (field.blur(), field.focus());
    if let (Ok(Some(start)), Ok(Some(end))) = selected {
        let _ = field.set_selection_range(start, end);
    }
}

/// Only the backdrop is the dialog itself: everything else is inside its body.
fn is_backdrop(event: &web_sys::Event) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.tag_name() == "DIALOG")
}
