//! A native modal dialog: the browser keeps the focus inside, makes the rest inert,
//! closes it on Esc and gives the focus back.

use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::icon::Icon;

/// Shows its children while `open`, under a title with the id `id`.
#[component]
pub fn Dialog(
    open: RwSignal<bool>,
    id: &'static str,
    title: &'static str,
    children: ChildrenFn,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match (open.get(), dialog.open()) {
            // Refused only for a dialog that is open already.
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            (true, true) | (false, false) => {}
        }
    });
    // Only the backdrop is the dialog itself: everything else is inside its body.
    let close_on_backdrop = move |event: MouseEvent| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if target.is_some_and(|target| target.tag_name() == "DIALOG") {
            open.set(false);
        }
    };
    let children = StoredValue::new(children);
    view! {
        <dialog
            class="dlg"
            node_ref=dialog
            aria-labelledby=id
            on:close=move |_| open.set(false)
            on:click=close_on_backdrop
        >
            <div class="dlg-in">
                <div class="dlg-head">
                    <h2 id=id tabindex="-1">{title}</h2>
                    <button
                        class="btn-icon"
                        type="button"
                        aria-label="Close"
                        on:click=move |_| open.set(false)
                    >
                        <Icon name="close"/>
                    </button>
                </div>
                {move || open.get().then(|| children.with_value(|children| children()))}
            </div>
        </dialog>
    }
}
