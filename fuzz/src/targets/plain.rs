//! What the address of a plain connection says: who, where, how much of the past.
//!
//! Input: a query as it came in the first line, a name in the second, a room in the third.

use axum::http::Uri;
use server::chat::plain::Wishes;
use shared::text::{DisplayName, RoomName};

use super::lines;
use crate::Target;

pub(crate) const TARGET: Target = Target {
    name: "plain",
    about: "the query of a plain connection",
    run,
    words: &[
        b"name=ada",
        b"&room=lobby",
        b"&history=10",
        b"&name=",
        b"%20",
        b"%00",
        b"%ff",
        b"%C3%A4",
        b"+",
        b"=",
        b"#",
        b"65536",
        b"-1",
    ],
};

fn run(data: &[u8]) {
    let query = data.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let wishes = Uri::try_from([b"/chat?", query].concat()).ok();
    if let Some(Ok(wishes)) = wishes.as_ref().map(Wishes::read) {
        let _ = wishes.name.as_deref().map(DisplayName::parse);
        let _ = wishes.room.as_deref().map(RoomName::parse);
    }
    let mut lines = lines(data).skip(1);
    let (name, room) = (lines.next().unwrap_or(""), lines.next().unwrap_or(""));
    let address = format!("/chat?name={}&room={}", encoded(name), encoded(room));
    let uri = Uri::try_from(address).expect("percent signs, letters and digits");
    let wishes = Wishes::read(&uri).expect("both are known");
    assert_eq!(wishes.name.as_deref(), Some(name));
    assert_eq!(wishes.room.as_deref(), Some(room));
}

/// Every byte as a percent sign and two digits.
fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}
