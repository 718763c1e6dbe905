//! Keys of a message that has the focus.

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::keys;
use super::tools::{number, seq};
use crate::acts::{self, Corner};
use crate::handle::ChatHandle;

/// Does what a key says to the focused message. False where it says nothing.
pub fn pressed(chat: ChatHandle, event: &KeyboardEvent) -> bool {
    let Some(article) = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .filter(|target| target.tag_name() == "ARTICLE")
    else {
        return false;
    };
    let is_plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
    let is_bare = is_plain && !keys::is_composing(event);
    if is_bare && article.class_list().contains("gone") {
        // Its thread is all that is left of it.
        let root = seq(&article).filter(|_| matches!(event.key().as_str(), "t" | "T" | "Enter"));
        if let Some(root) = root {
            acts::open_thread(chat, root);
        }
        return root.is_some();
    }
    let of = number(&article).and_then(|seq| acts::find(chat, seq));
    let Some(of) = of.filter(|_| is_bare) else {
        return false;
    };
    match event.key().as_str() {
        "r" | "R" => acts::answer(chat, &of),
        "t" | "T" => acts::open_thread(chat, of.thread.unwrap_or(of.seq)),
        "f" | "F" => acts::ask_to_forward(chat, of.seq),
        "e" | "E" if of.is_mine => acts::edit(chat, &of),
        "+" => {
            chat.acts.of.set(Some(of.seq));
            chat.acts.reacting.set(true);
        }
        "p" | "P" => acts::pin(chat, of.seq, !of.shown.is_pinned),
        "u" | "U" => chat.unread.mark(chat, of.seq),
        "l" | "L" => acts::copy_link(chat, of.seq),
        "c" | "C" => acts::copy(chat, of.text().to_owned(), t!("text-copied")),
        "Delete" => acts::ask_to_delete(chat, &of),
        "Enter" | "ContextMenu" => open_menu(chat, &of, &article),
        "F10" if event.shift_key() => open_menu(chat, &of, &article),
        _ => return false,
    }
    true
}

fn open_menu(chat: ChatHandle, of: &acts::Of, article: &Element) {
    let rect = article.get_bounding_client_rect();
    chat.acts.of.set(Some(of.seq));
    chat.acts.menu.set(Some(Corner {
        x: rect.right(),
        y: rect.top() + 24.0,
    }));
}
