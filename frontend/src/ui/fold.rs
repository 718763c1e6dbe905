//! Long messages show their beginning, and all of it on request.
//!
//! What was opened stays open however often its row is drawn anew, as by a reaction: nothing
//! closes under the eyes of somebody who reads.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::el::{El, button, div};
use crate::live::Live;

/// A text of more lines than this is long: more than half of a laptop's screen.
const LINES_MAX: usize = 24;

/// Letters of a line, where lines break by themselves.
const LINE_CHARS: usize = 80;

/// Texts that are remembered as opened. Whoever opens more has read the first ones.
const OPENED_MAX: usize = 500;

thread_local! {
    static OPENED: RefCell<BTreeSet<u64>> = const { RefCell::new(BTreeSet::new()) };
}

/// Whether a text is folded until somebody wants all of it.
#[must_use]
pub fn is_long(text: &str) -> bool {
    let lines = |line: &str| 1 + line.chars().count() / LINE_CHARS;
    text.lines().map(lines).sum::<usize>() > LINES_MAX
}

/// The drawing of a long text, folded. What takes the focus inside opens it.
pub fn folded(text: &str, drawing: El) -> El {
    let key = key(text);
    let is_open = Live::new(OPENED.with_borrow(|opened| opened.contains(&key)));
    let turn = move |open: bool| {
        OPENED.with_borrow_mut(|opened| {
            if open {
                if opened.len() >= OPENED_MAX {
                    opened.clear();
                }
                opened.insert(key);
            } else {
                opened.remove(&key);
            }
        });
        is_open.set_if_new(open);
    };
    let words = move || {
        if is_open.get() {
            t!("fold-show-less")
        } else {
            t!("fold-show-all")
        }
        .to_owned()
    };
    let beginning = div("fold-in")
        .live_class("whole", move || is_open.get())
        .child(drawing)
        .on("focusin", move |_| turn(true));
    let more = button("fold-more")
        .live_attr("aria-expanded", move || Some(is_open.get().to_string()))
        .live_text(words)
        .on_click(move || turn(!is_open.now()));
    div("fold").child(beginning).child(more)
}

fn key(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests;
