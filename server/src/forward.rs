//! Passing a message on: what it says now is written into another room, with the files that
//! it brings and the place that it comes from.
//!
//! Whoever reads the new message may have no right to the old one: it stands by itself, and
//! what becomes of the old one later does not change it.

use std::sync::Arc;

use chat_store::records::SignedIn;
use shared::cursor::Seq;
use shared::entry::{Attached, Entry, EntryKind, Forwarded};
use shared::file::FileInfo;
use shared::http::Forward;
use shared::ids::RoomId;
use shared::moment::Timestamp;
use shared::refusal::{Refusal, RefusalCode};
use shared::text::MessageText;

use crate::access::RoomWriter;
use crate::app::App;
use crate::post::post;
use crate::store_errors::refusal;

/// Passes a message on into `room`. The same wish again is answered with the first message.
///
/// # Errors
/// `unknown_room` of either room, `not_allowed`, `unknown_message`, `message_deleted`,
/// `client_id_invalid`, `too_fast`, `limit_reached`, `disk_full`, or what the store says.
pub async fn forward(
    app: &Arc<App>,
    who: &SignedIn,
    room: RoomId,
    wish: &Forward,
) -> Result<(Seq, Timestamp), Refusal> {
    let writer = app.access.writer(who, room)?;
    let reader = app.access.reader(who, wish.from)?;
    app.personal.hold_rate(app.clock.now(), who.user.id)?;
    let message = reader.message(wish.seq).await;
    let message = message.map_err(|failure| refusal(&failure, "reading a message"))?;
    let text = words(&message).ok_or_else(|| {
        let sentence = "This message was taken back.";
        Refusal::new(RefusalCode::MessageDeleted, sentence)
    })?;
    let files = message.kind.attached().map_or(&[][..], |one| &one.files);
    let files = app.files.give(files, &writer).await?;
    let given = files.clone();
    let kind = EntryKind::Posted {
        text: text.clone(),
        reply_to: None,
        attached: Attached {
            files,
            forwarded: Some(Box::new(Forwarded {
                room: wish.from,
                seq: message.seq,
                author: message.author,
                at: message.at,
            })),
        },
    };
    let posted = post(app, who, room, wish.client_id, kind, None).await;
    if !given.is_empty() && !has(app, who, &writer, &posted, &given).await {
        app.files.take_back(given).await;
    }
    posted
}

/// What a message says now; none if it was taken back.
fn words(message: &Entry) -> Option<&MessageText> {
    let state = message.state.as_deref();
    if state.is_some_and(|state| state.deleted.is_some()) {
        return None;
    }
    let edited = state.and_then(|state| state.edited.as_ref());
    edited
        .map(|edition| &edition.text)
        .or_else(|| message.kind.text())
}

/// Whether the message that was written has these files: a repeat has those of the first.
async fn has(
    app: &App,
    who: &SignedIn,
    writer: &RoomWriter,
    posted: &Result<(Seq, Timestamp), Refusal>,
    given: &[FileInfo],
) -> bool {
    let seq = match posted {
        Ok((seq, _)) => seq,
        // What the store did not answer may have been written all the same.
        Err(refusal) => return refusal.code.is_temporary(),
    };
    let Ok(reader) = app.access.reader(who, writer.room().id) else {
        // It was written a moment ago: rather a file too many than one too few.
        return true;
    };
    match reader.message(*seq).await {
        Ok(message) => message
            .kind
            .attached()
            .is_some_and(|attached| attached.files == given),
        Err(_) => true,
    }
}
