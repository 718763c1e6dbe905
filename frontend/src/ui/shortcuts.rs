//! The list of keys. A key that is not in it does nothing; one that is in it works.

use super::dialog::dialog;
use super::el::{El, div, el, text};
use crate::browser::page;
use crate::live::Live;
use crate::settings::{EnterKey, Settings};

/// Keys that belong together: what they do, and the ways to press them.
struct Group {
    title: &'static str,
    keys: &'static [(&'static str, &'static [Press])],
}

/// Keys that are pressed together.
type Press = &'static [&'static str];

/// Stands for Control, or Command where there is one.
const CONTROL: &str = "Ctrl";

/// Stand for the keys that send and that break the line, as chosen.
const SEND: &str = "send";
const NEW_LINE: &str = "new line";

const GROUPS: [Group; 4] = [
    Group {
        title: "Getting about",
        keys: &[
            ("To a room, person or panel", &[&[CONTROL, "K"]]),
            ("Next or previous room", &[&["Alt", "↑", "↓"]]),
            ("Next or previous unread", &[&["Alt", "Shift", "↑", "↓"]]),
            ("Next or previous region", &[&["F6"], &["Shift", "F6"]]),
        ],
    },
    Group {
        title: "Writing",
        keys: &[
            ("Send", &[&[SEND]]),
            ("New line", &[&[NEW_LINE]]),
            ("Attach files", &[&[CONTROL, "U"]]),
            ("Edit my last, in an empty box", &[&["↑"]]),
            ("To the message box", &[&["any letter"]]),
            (
                "People, rooms, emoji, commands",
                &[&["@"], &["#"], &[":"], &["/"]],
            ),
            ("Bold, italic", &[&[CONTROL, "B"], &[CONTROL, "I"]]),
            ("Code", &[&[CONTROL, "E"]]),
            ("Struck out", &[&[CONTROL, "Shift", "X"]]),
        ],
    },
    Group {
        title: "The rest",
        keys: &[
            ("Close what is open, then mark the room read", &[&["Esc"]]),
            (
                "Search this room, everywhere",
                &[&[CONTROL, "F"], &[CONTROL, "G"]],
            ),
            ("Connection panel", &[&[CONTROL, "."]]),
            ("Settings", &[&[CONTROL, ","]]),
            ("This list", &[&[CONTROL, "/"], &["?"]]),
        ],
    },
    Group {
        title: "Among messages",
        keys: &[
            ("Older or newer message", &[&["↑", "↓"]]),
            ("Oldest or newest message", &[&["Home"], &["End"]]),
            ("What can be done with it", &[&["Enter"]]),
            ("Reply, react", &[&["R"], &["+"]]),
            ("Reply in thread, forward", &[&["T"], &["F"]]),
            ("Edit, delete", &[&["E"], &["Del"]]),
            ("Pin or unpin", &[&["P"]]),
            ("Copy its link, its text", &[&["L"], &["C"]]),
        ],
    },
];

/// The dialog.
pub fn shortcuts(settings: Settings, open: Live<bool>) -> El {
    dialog(open, "shortcuts", "Keyboard shortcuts", move || {
        let enter = settings.enter.now();
        div("dlg-body keys-grid").children(GROUPS.iter().map(|shown| group(shown, enter)))
    })
}

fn group(group: &Group, enter: EnterKey) -> El {
    let keys = group.keys.iter().map(|(what, ways)| {
        div("")
            .child(el("dt").text(what))
            .child(el("dd").children(self::ways(ways, enter)))
    });
    el("section")
        .child(el("h3").text(group.title))
        .child(el("dl").children(keys))
}

fn ways(ways: &[Press], enter: EnterKey) -> Vec<El> {
    let mut drawn = Vec::new();
    for (index, press) in ways.iter().enumerate() {
        if index > 0 {
            drawn.push(text(" or "));
        }
        let keys = press.iter().flat_map(|key| names(key, enter));
        drawn.extend(keys.map(|key| el("kbd").text(key)));
    }
    drawn
}

fn names(key: &'static str, enter: EnterKey) -> Vec<&'static str> {
    match (key, enter) {
        (CONTROL, _) => vec![control()],
        (SEND, EnterKey::Sends) | (NEW_LINE, EnterKey::Breaks) => vec!["Enter"],
        (SEND, EnterKey::Breaks) => vec![control(), "Enter"],
        (NEW_LINE, EnterKey::Sends) => vec!["Shift", "Enter"],
        _ => vec![key],
    }
}

/// Control, or Command where there is one.
#[must_use]
pub fn control() -> &'static str {
    if page::has_command_key() {
        "⌘"
    } else {
        CONTROL
    }
}
