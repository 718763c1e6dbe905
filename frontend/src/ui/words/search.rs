//! The words of the search panel.

/// `3 messages. All was searched.`
#[must_use]
pub fn found(number: usize, has_more: bool, behind: u64) -> String {
    let mut said = match (number, has_more) {
        (0, true) => t!("nothing-yet").to_owned(),
        (0, false) => t!("search-no-message-has-this").to_owned(),
        (_, false) => t!("search-found", count = number),
        (_, true) => t!("search-first", count = number),
    };
    if behind > 0 {
        said.push(' ');
        said.push_str(&t!("search-behind", count = behind));
    } else if !has_more {
        said.push(' ');
        said.push_str(t!("search-all"));
    }
    said
}
