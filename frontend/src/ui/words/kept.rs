//! What is said of that which the server keeps for a person.

/// Before a text that another device wrote.
pub const WRITTEN_ELSEWHERE: &str = "Also written on another device:";

/// Puts it behind what is in the box.
pub const TAKE_ASIDE: &str = "Put into the box";

/// Wipes it away.
pub const DROP_ASIDE: &str = "Discard what the other device wrote";
