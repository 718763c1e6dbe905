//! The words of a notification.

use chat_client::attention::{Telling, What};

use crate::ui::text::in_letters;

/// Its head: `Ada mentions you in #lobby`, or the room where it is about several messages.
#[must_use]
pub fn title(telling: &Telling) -> String {
    let room = telling.name.as_str();
    match &telling.what {
        What::One {
            author,
            mentions_me: true,
            ..
        } => t!("telling-mentions", name = author.as_str(), room = room),
        What::One { author, .. } => t!("telling-writes", name = author.as_str(), room = room),
        What::Several { .. } => ["#", room].concat(),
    }
}

/// What it says below: the message, or how many there are and from whom.
#[must_use]
pub fn body(telling: &Telling) -> String {
    match &telling.what {
        What::One { line, .. } => in_letters(line),
        What::Several {
            count,
            authors,
            has_more,
            mentions,
        } => {
            let mut names: Vec<String> = authors.iter().map(ToString::to_string).collect();
            if *has_more {
                names.push(t!("telling-others").to_owned());
            }
            let said = t!(
                "words-new-from",
                count = *count,
                names = super::list(&names)
            );
            if *mentions == 0 {
                return said;
            }
            [said, t!("telling-mention-you", count = *mentions)].join(t!("list-comma"))
        }
    }
}
