//! A native modal dialog: the browser keeps the focus inside, makes the rest inert,
//! closes it on Esc and gives the focus back.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement};

use super::el::{El, button, div, el, watch};
use super::icon::icon;
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
        .on("close", move |_| open.set_if_new(false))
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

/// Only the backdrop is the dialog itself: everything else is inside its body.
fn is_backdrop(event: &web_sys::Event) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.tag_name() == "DIALOG")
}
