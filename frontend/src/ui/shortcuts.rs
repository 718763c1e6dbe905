//! The list of keys. A key that is not in it does nothing; one that is in it works.

use super::dialog::dialog;
use super::el::{El, div, el, text};
use crate::browser::page;
use crate::live::Live;

/// Keys that belong together: what they do, and the ways to press them.
struct Group {
    title: &'static str,
    keys: &'static [(&'static str, &'static [Press])],
}

/// Keys that are pressed together.
type Press = &'static [&'static str];

/// Stands for Control, or Command where there is one.
const CONTROL: &str = "Ctrl";

const GROUPS: [Group; 4] = [
    Group {
        title: "Getting about",
        keys: &[
            ("Next or previous room", &[&["Alt", "↑", "↓"]]),
            ("Next or previous unread", &[&["Alt", "Shift", "↑", "↓"]]),
            ("Next or previous region", &[&["F6"], &["Shift", "F6"]]),
        ],
    },
    Group {
        title: "Writing",
        keys: &[
            ("Send", &[&["Enter"]]),
            ("New line", &[&["Shift", "Enter"]]),
            ("To the message box", &[&["any letter"]]),
        ],
    },
    Group {
        title: "The rest",
        keys: &[
            ("Close what is open, then mark the room read", &[&["Esc"]]),
            ("Connection panel", &[&[CONTROL, "."]]),
            ("This list", &[&[CONTROL, "/"], &["?"]]),
        ],
    },
    Group {
        title: "Among messages",
        keys: &[
            ("Older or newer message", &[&["↑", "↓"]]),
            ("Oldest or newest message", &[&["Home"], &["End"]]),
        ],
    },
];

/// The dialog.
pub fn shortcuts(open: Live<bool>) -> El {
    dialog(open, "shortcuts", "Keyboard shortcuts", || {
        div("dlg-body keys-grid").children(GROUPS.iter().map(group))
    })
}

fn group(group: &Group) -> El {
    let keys = group.keys.iter().map(|(what, ways)| {
        div("")
            .child(el("dt").text(what))
            .child(el("dd").children(self::ways(ways)))
    });
    el("section")
        .child(el("h3").text(group.title))
        .child(el("dl").children(keys))
}

fn ways(ways: &[Press]) -> Vec<El> {
    let mut drawn = Vec::new();
    for (index, press) in ways.iter().enumerate() {
        if index > 0 {
            drawn.push(text(" or "));
        }
        drawn.extend(press.iter().map(|key| el("kbd").text(name(key))));
    }
    drawn
}

fn name(key: &'static str) -> &'static str {
    match key {
        CONTROL if page::has_command_key() => "⌘",
        _ => key,
    }
}
