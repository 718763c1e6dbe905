//! The words of the quick switcher.

/// `3 unread`.
#[must_use]
pub fn unread(number: u64) -> String {
    t!("words-unread", count = number)
}

/// The last row.
#[must_use]
pub fn search_for(typed: &str) -> String {
    t!("switcher-search-for", text = typed)
}
