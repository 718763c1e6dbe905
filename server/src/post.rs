//! The write path: check, append, publish, answer. Whatever becomes an entry of a
//! room's log goes through here and through nothing else.

use std::future::Future;
use std::sync::Arc;
use std::time::Instant;

use chat_store::records::{Appended, SignedIn};
use shared::cursor::Seq;
use shared::entry::EntryKind;
use shared::ids::{ClientId, RoomId};
use shared::moment::Timestamp;
use shared::refusal::{Refusal, RefusalCode};
use shared::text::MessageText;

use crate::app::App;
use crate::clock::wall_time;
use crate::store_errors::refusal;

/// Writes a message.
///
/// The write has its place in line when this returns; two calls by one session are
/// numbered in call order. The answer comes once the entry is on disk. Who started a
/// write awaits its answer even if nobody is there to hear it: publishing follows the
/// append in the same future. A repeat of a write is answered with the first entry.
///
/// # Errors
/// `unknown_room`, `not_allowed`, `client_id_invalid`, or what the store says.
pub fn post(
    app: &Arc<App>,
    who: &SignedIn,
    room: RoomId,
    client_id: ClientId,
    text: MessageText,
) -> impl Future<Output = Result<(Seq, Timestamp), Refusal>> + Send + use<> {
    let app = app.clone();
    let kind = EntryKind::Posted { text };
    let start = Instant::now();
    // Check and append, before anything is awaited.
    let begun = app.access.writer(who, room).and_then(|writer| {
        if client_id.is_nil() {
            return Err(client_id_invalid("A message needs an id of its own."));
        }
        let appended = writer.append(client_id, wall_time(), kind.clone());
        Ok((writer, appended))
    });
    async move {
        let (writer, appended) = begun?;
        let appended = appended.await;
        app.metrics.appended_since(start);
        let entry = match appended.map_err(|failure| refusal(&failure, "appending"))? {
            Appended::Fresh(entry) => entry,
            Appended::Repeated(first) if first.kind == kind => {
                return Ok((first.seq, first.at));
            }
            Appended::Repeated(_) => {
                return Err(client_id_invalid(
                    "This message's id was used for another text.",
                ));
            }
        };
        let answer = (entry.seq, entry.at);
        writer.room().advance_head(entry.seq);
        app.hub.publish(app.clock.now(), room, Arc::new(entry));
        Ok(answer)
    }
}

fn client_id_invalid(sentence: &str) -> Refusal {
    Refusal::new(RefusalCode::ClientIdInvalid, sentence)
}
