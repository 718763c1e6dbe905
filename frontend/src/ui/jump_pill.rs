//! The pill that leads back to the newest message, and the bar that leads up to the
//! first unread one.

use super::el::{El, button, div};
use super::icon::icon;
use super::place::Way;
use super::timeline::TimelineView;
use super::words;
use crate::live::Live;

/// Shows itself far from the end, and nearer when there are new messages below.
pub fn jump_pill(timeline: TimelineView) -> El {
    div("").live(move || timeline.is_far.get().then(|| pill(timeline)))
}

fn pill(timeline: TimelineView) -> El {
    let new = move || timeline.new_below.get();
    let name = move || match new() {
        0 => t!("jump-pill-jump-to-newest").to_owned(),
        new => t!("jump-pill-count", count = new),
    };
    let words = move || match new() {
        0 => t!("jump-pill-newest").to_owned(),
        new => t!("jump-pill-new", count = words::count(new)),
    };
    button("to-newest")
        .live_class("calm", move || new() == 0)
        .live_name(name)
        .child(icon("down"))
        .live_text(words)
        .on_click(move || timeline.go_to_end(Way::Asked))
}

/// Shows itself when unread messages lie above what was seen.
pub fn unread_bar(timeline: TimelineView) -> El {
    let is_there = Live::new(false);
    super::el::watch(move || is_there.set_if_new(timeline.unread_above.get() > 0));
    div("").live(move || is_there.get().then(|| bar(timeline)))
}

fn bar(timeline: TimelineView) -> El {
    let words = move || words::unread_above(timeline.unread_above.get());
    div("unread-bar")
        .child(
            button("to-unread")
                .child(icon("up"))
                .live_text(words)
                .on_click(move || timeline.go_to_unread()),
        )
        .child(
            button("mini")
                .text(t!("jump-pill-mark-read"))
                .on_click(move || timeline.mark_read()),
        )
}
