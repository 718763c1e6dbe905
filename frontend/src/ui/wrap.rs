//! Keys that put signs around what is selected in the message box, and an address pasted over
//! words.

use web_sys::{Event, HtmlTextAreaElement, KeyboardEvent};

use super::keys;
use crate::browser::typing::{self, Held};

/// With Control, and for the last one Shift too.
const SIGNS: [(&str, bool, &str); 4] = [
    ("b", false, "**"),
    ("i", false, "*"),
    ("e", false, "`"),
    ("x", true, "~~"),
];

/// Puts the signs of this key there, or takes them away. Whether it is such a key.
pub fn wraps(event: &KeyboardEvent, field: &HtmlTextAreaElement) -> bool {
    let is_control = event.ctrl_key() != event.meta_key() && !event.alt_key();
    if !is_control || keys::is_composing(event) {
        return false;
    }
    let key = event.key().to_lowercase();
    let sign = SIGNS
        .iter()
        .find(|(letter, shift, _)| *letter == key && *shift == event.shift_key());
    if let Some((_, _, sign)) = sign {
        let held = Held::by(field);
        typing::replace(field, &held.around().wrapped(sign));
    }
    sign.is_some()
}

/// Makes a link where an address is pasted over words.
pub fn links(event: &Event, field: &HtmlTextAreaElement) {
    let held = Held::by(field);
    let linked = typing::pasted(event).and_then(|pasted| held.around().linked(&pasted));
    if let Some(linked) = linked {
        event.prevent_default();
        typing::replace(field, &linked);
    }
}
