//! The text box of the page as a person's hands change it: where the cursor is, what is put
//! there, what is pasted.

use chat_client::composing::split_at_utf16;
use chat_client::composing::wrap::{Around, Replaced};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Event, HtmlDocument, HtmlTextAreaElement};

use super::clock::window;

/// The text of a box around its selection.
#[derive(Debug)]
pub struct Held {
    text: String,
    from: usize,
    to: usize,
}

impl Held {
    /// By this box now.
    #[must_use]
    pub fn by(field: &HtmlTextAreaElement) -> Self {
        // Refused only by fields that have no text. The browser counts UTF-16 units.
        let place = |place: Result<Option<u32>, _>| place.ok().flatten().unwrap_or(u32::MAX);
        Self {
            text: field.value(),
            from: place(field.selection_start()) as usize,
            to: place(field.selection_end()) as usize,
        }
    }

    /// Before, in and behind the selection.
    #[must_use]
    pub fn around(&self) -> Around<'_> {
        let (rest, after) = split_at_utf16(&self.text, self.to);
        let (before, selected) = split_at_utf16(rest, self.from);
        Around {
            before,
            selected,
            after,
        }
    }
}

/// Changes the text of a box as typing does: it can be undone, and the box hears of it.
pub fn replace(field: &HtmlTextAreaElement, new: &Replaced) {
    // More than 2^32 units do not fit into a box.
    let units = |units: usize| u32::try_from(units).unwrap_or(u32::MAX);
    let select = |from, to| {
        // Refused only by fields that have no text.
        let _ = field.set_selection_range(units(from), units(to));
    };
    select(new.from, new.to);
    let page = window().document();
    let page = page.and_then(|page| page.dyn_into::<HtmlDocument>().ok());
    let typed = page.map(|page| {
        page.exec_command_with_show_ui_and_value("insertText", false, &new.text)
            .unwrap_or(false)
    });
    if typed != Some(true) {
        // Without undo, where the browser does not type for a page.
        let _ = field.set_range_text(&new.text);
        if let Ok(event) = Event::new("input") {
            let _ = field.dispatch_event(&event);
        }
    }
    select(new.select_from, new.select_to);
}

/// The text that a paste brings.
#[must_use]
pub fn pasted(event: &Event) -> Option<String> {
    let event: &ClipboardEvent = event.dyn_ref()?;
    event.clipboard_data()?.get_data("text/plain").ok()
}
