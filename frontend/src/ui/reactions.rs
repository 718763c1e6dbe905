//! Under a message: who reacts with what. And the emoji that are offered at once.

use chat_client::message::Chip;
use shared::cursor::Seq;
use shared::text::Emoji;

use super::el::{El, button, div, span};
use super::icon::icon;
use super::words;
use crate::acts;
use crate::handle::ChatHandle;

/// Offered wherever somebody may react: what people use most.
pub const AT_HAND: [&str; 5] = ["👍", "❤️", "😂", "🎉", "👀"];

/// The row of emoji; nothing where nobody reacts.
pub fn reactions(chat: ChatHandle, seq: Seq, chips: &[Chip]) -> Option<El> {
    if chips.is_empty() {
        return None;
    }
    let more = button("chip add")
        .attr("data-f", "add")
        .name(t!("add-a-reaction"))
        .child(icon("react"))
        .on_click(move || {
            chat.acts.of.set(Some(seq));
            chat.acts.reacting.set(true);
        });
    let drawn = chips.iter().map(|chip| draw(chat, seq, chip));
    Some(div("reacts").children(drawn).child(more))
}

fn draw(chat: ChatHandle, seq: Seq, chip: &Chip) -> El {
    let class = [
        "chip",
        if chip.is_mine { " mine" } else { "" },
        if chip.is_pending { " on-its-way" } else { "" },
    ];
    let who = words::reactors(chip);
    let emoji = chip.emoji.clone();
    button(&class.concat())
        .attr("data-f", chip.emoji.as_str())
        .attr("aria-pressed", if chip.is_mine { "true" } else { "false" })
        .attr("title", &who)
        .name(
            &[
                chip.emoji.as_str(),
                " ",
                &chip.count.to_string(),
                t!("list-comma"),
                &who,
            ]
            .concat(),
        )
        .child(span("").mute().text(chip.emoji.as_str()))
        .child(span("num").mute().text(&chip.count.to_string()))
        .on_click(move || react(chat, seq, &emoji))
}

/// Reacts to a message of the room on the screen, or no longer.
pub fn react(chat: ChatHandle, seq: Seq, emoji: &Emoji) {
    if let Some(of) = acts::find(chat, seq) {
        acts::toggle(chat, &of, emoji);
    }
}

/// The same, with one of the program's own.
pub fn react_with(chat: ChatHandle, seq: Seq, emoji: &str) {
    if let Ok(emoji) = Emoji::parse(emoji) {
        react(chat, seq, &emoji);
    }
}
