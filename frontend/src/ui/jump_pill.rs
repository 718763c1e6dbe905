//! The pill that leads back to the newest message.

use super::el::{El, button, div};
use super::icon::icon;
use super::timeline::TimelineView;
use super::words;

/// Shows itself only far from the end.
pub fn jump_pill(timeline: TimelineView) -> El {
    div("").live(move || timeline.is_far.get().then(|| pill(timeline)))
}

fn pill(timeline: TimelineView) -> El {
    let new = move || timeline.new_below.get();
    let name = move || match new() {
        0 => "Jump to newest".to_owned(),
        1 => "Jump to newest, 1 new message".to_owned(),
        new => ["Jump to newest, ", &new.to_string(), " new messages"].concat(),
    };
    let words = move || match new() {
        0 => "Newest".to_owned(),
        new => [&words::count(new), " new"].concat(),
    };
    button("to-newest")
        .live_class("calm", move || new() == 0)
        .live_name(name)
        .child(icon("down"))
        .live_text(words)
        .on_click(move || timeline.go_to_end())
}
