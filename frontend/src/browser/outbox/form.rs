//! How an unsent write lies in storage: its name and its value. Pure, so that a
//! form that an older program wrote can be held to by a test.

use chat_client::{Kept, Purpose};
use serde::{Deserialize, Serialize};
use shared::ids::{ClientId, RoomId};
use shared::moment::Timestamp;
use shared::text::MessageText;

/// Begins every name. The number is the version of name and value: a program that
/// changes either counts it up and leaves the older ones to be read by the older
/// rule.
pub(super) const PREFIX: &str = "confab.outbox.1.";

/// The value of a write.
#[derive(Serialize, Deserialize)]
struct Value {
    room: RoomId,
    text: MessageText,
    at: Timestamp,
    order: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    failed: Option<String>,
    /// Left out of a message that answers none, which is all that older programs wrote.
    #[serde(default, skip_serializing_if = "is_plain")]
    purpose: Purpose,
}

fn is_plain(purpose: &Purpose) -> bool {
    *purpose == Purpose::default()
}

/// The value of a write, without its id, which is in the name.
pub(super) fn encode(write: &Kept) -> String {
    shared::codec::encode(&Value {
        room: write.room,
        text: write.text.clone(),
        at: write.written_at,
        order: write.order,
        failed: write.failed.clone(),
        purpose: write.purpose.clone(),
    })
}

/// Reads a value; `None` when it is none.
pub(super) fn decode(client_id: ClientId, value: &str) -> Option<Kept> {
    let value: Value = serde_json::from_str(value).ok()?;
    Some(Kept {
        client_id,
        room: value.room,
        text: value.text,
        written_at: value.at,
        order: value.order,
        failed: value.failed,
        purpose: value.purpose,
    })
}

#[cfg(test)]
mod tests;
