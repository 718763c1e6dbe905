//! The list of keys. A key that is not in it does nothing; one that is in it works.

use super::dialog::dialog;
use super::el::{El, div, el, text};
use crate::browser::page;
use crate::language;
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

/// Stands for any letter.
const LETTER: &str = "letter";

const GROUPS: [Group; 4] = [
    Group {
        title: key!("shortcuts-getting-about"),
        keys: &[
            (key!("shortcuts-to-a-room-person-or"), &[&[CONTROL, "K"]]),
            (
                key!("shortcuts-next-or-previous-room"),
                &[&["Alt", "↑", "↓"]],
            ),
            (
                key!("shortcuts-next-or-previous-unread"),
                &[&["Alt", "Shift", "↑", "↓"]],
            ),
            (
                key!("shortcuts-next-or-previous-region"),
                &[&["F6"], &["Shift", "F6"]],
            ),
        ],
    },
    Group {
        title: key!("writing"),
        keys: &[
            (key!("shortcuts-send"), &[&[SEND]]),
            (key!("shortcuts-new-line-2"), &[&[NEW_LINE]]),
            (key!("attach-files"), &[&[CONTROL, "U"]]),
            (key!("shortcuts-edit-my-last-in-an"), &[&["↑"]]),
            (key!("shortcuts-to-the-message-box"), &[&[LETTER]]),
            (
                key!("shortcuts-people-rooms-emoji-commands"),
                &[&["@"], &["#"], &[":"], &["/"]],
            ),
            (
                key!("shortcuts-bold-italic"),
                &[&[CONTROL, "B"], &[CONTROL, "I"]],
            ),
            (key!("code"), &[&[CONTROL, "E"]]),
            (key!("shortcuts-struck-out"), &[&[CONTROL, "Shift", "X"]]),
        ],
    },
    Group {
        title: key!("shortcuts-the-rest"),
        keys: &[
            (key!("shortcuts-close-what-is-open-then"), &[&["Esc"]]),
            (
                key!("shortcuts-search-this-room-everywhere"),
                &[&[CONTROL, "F"], &[CONTROL, "G"]],
            ),
            (key!("connection-panel"), &[&[CONTROL, "."]]),
            (key!("settings"), &[&[CONTROL, ","]]),
            (key!("shortcuts-this-list"), &[&[CONTROL, "/"], &["?"]]),
        ],
    },
    Group {
        title: key!("shortcuts-among-messages"),
        keys: &[
            (key!("shortcuts-older-or-newer-message"), &[&["↑", "↓"]]),
            (
                key!("shortcuts-oldest-or-newest-message"),
                &[&["Home"], &["End"]],
            ),
            (key!("shortcuts-what-can-be-done-with"), &[&["Enter"]]),
            (key!("shortcuts-reply-react"), &[&["R"], &["+"]]),
            (key!("shortcuts-reply-in-thread-forward"), &[&["T"], &["F"]]),
            (key!("shortcuts-edit-delete"), &[&["E"], &["Del"]]),
            (key!("shortcuts-pin-or-unpin"), &[&["P"]]),
            (key!("mark-unread"), &[&["U"]]),
            (key!("shortcuts-copy-its-link-its-text"), &[&["L"], &["C"]]),
        ],
    },
];

/// The dialog.
pub fn shortcuts(settings: Settings, open: Live<bool>) -> El {
    dialog(open, "shortcuts", t!("keyboard-shortcuts"), move || {
        let enter = settings.enter.now();
        div("dlg-body keys-grid").children(GROUPS.iter().map(|shown| group(shown, enter)))
    })
}

fn group(group: &Group, enter: EnterKey) -> El {
    let keys = group.keys.iter().map(|(what, ways)| {
        div("")
            .child(el("dt").text(language::plain(what)))
            .child(el("dd").children(self::ways(ways, enter)))
    });
    el("section")
        .child(el("h3").text(language::plain(group.title)))
        .child(el("dl").children(keys))
}

fn ways(ways: &[Press], enter: EnterKey) -> Vec<El> {
    let mut drawn = Vec::new();
    for (index, press) in ways.iter().enumerate() {
        if index > 0 {
            drawn.push(text(&[" ", t!("shortcuts-or"), " "].concat()));
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
        (LETTER, _) => vec![t!("shortcuts-any-letter")],
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
