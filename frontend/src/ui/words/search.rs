//! The words of the search panel.

/// The panel.
pub const TITLE: &str = "Search";
/// Closes it.
pub const CLOSE: &str = "Close search (Esc)";
/// Closes it on a phone.
pub const BACK: &str = "Back to the room";
/// The box.
pub const BOX: &str = "Search messages";
/// What is below it.
pub const RESULTS: &str = "Search and results";
/// An order.
pub const NEWEST: &str = "Newest first";
/// Another order.
pub const BEST: &str = "Best first";
/// On its way.
pub const SEARCHING: &str = "Searching…";
/// More hits.
pub const MORE: &str = "Show more";
/// Before the ways to narrow a search down.
pub const ALSO: &str = "Also:";

/// `3 messages. All was searched.`
#[must_use]
pub fn found(number: usize, has_more: bool, behind: u64) -> String {
    let mut said = match (number, has_more) {
        (0, true) => "Nothing yet.".to_owned(),
        (0, false) => "No message has this.".to_owned(),
        (1, false) => "1 message.".to_owned(),
        (_, false) => [&number.to_string(), " messages."].concat(),
        (_, true) => ["The first ", &number.to_string(), " messages."].concat(),
    };
    if behind > 0 {
        said.push_str(" The newest ");
        said.push_str(&behind.to_string());
        said.push_str(" lines are not searched yet.");
    } else if !has_more {
        said.push_str(" All that you may read was searched.");
    }
    said
}
