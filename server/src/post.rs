//! The write path: check, append, publish, answer. Whatever becomes an entry of a
//! room's log goes through here and through nothing else.

use std::future::Future;
use std::sync::Arc;
use std::time::Instant;

use chat_store::records::{Appended, SignedIn};
use shared::cursor::Seq;
use shared::entry::{EntryKind, RoomTopic};
use shared::ids::{ClientId, RoomId};
use shared::kept::KeptThing;
use shared::moment::Timestamp;
use shared::refusal::{Refusal, RefusalCode};

use crate::app::App;
use crate::clock::wall_time;
use crate::store_errors::{refusal, unamendable};

/// Writes an entry: a message, what changes one (an edit, on top of the edit `base`), or a
/// topic.
///
/// The write has its place in line when this returns; two calls by one session are
/// numbered in call order. The answer comes once the entry is on disk. Who started a
/// write awaits its answer even if nobody is there to hear it: publishing follows the
/// append in the same future. A repeat of a write is answered with the first entry.
///
/// # Errors
/// `unknown_room`, `not_allowed`, `client_id_invalid`, what the message that is named
/// does not allow, or what the store says.
pub fn post(
    app: &Arc<App>,
    who: &SignedIn,
    room: RoomId,
    client_id: ClientId,
    kind: EntryKind,
    base: Option<Seq>,
) -> impl Future<Output = Result<(Seq, Timestamp), Refusal>> + Send + use<> {
    let app = app.clone();
    let start = Instant::now();
    // Check and append, before anything is awaited.
    let begun = app.access.writer(who, room).and_then(|writer| {
        if client_id.is_nil() {
            return Err(client_id_invalid("A message needs an id of its own."));
        }
        let appended = writer.append(client_id, wall_time(), kind.clone(), base);
        Ok((writer, appended))
    });
    async move {
        let (writer, appended) = begun?;
        let appended = appended.await;
        app.metrics.appended_since(start);
        let entry = match appended.map_err(|failure| refusal(&failure, "appending"))? {
            Appended::Fresh(entry) => entry,
            Appended::Repeated(first) if is_repeat(&kind, &first.kind) => {
                return Ok((first.seq, first.at));
            }
            Appended::Repeated(_) => {
                return Err(client_id_invalid(
                    "This message's id was used for another text.",
                ));
            }
            Appended::Refused(why) => return Err(unamendable(why)),
        };
        let answer = (entry.seq, entry.at);
        let takes_back = matches!(entry.kind, EntryKind::Deleted { .. });
        let thread = if let EntryKind::Replied { thread, .. } = entry.kind {
            Some(thread)
        } else {
            None
        };
        if let EntryKind::TopicSet { topic } = &entry.kind {
            let (seq, text) = (entry.seq, topic.clone());
            writer.room().set_topic(RoomTopic { seq, text });
        }
        writer.room().advance(entry.seq, entry.posts);
        app.hub.publish(app.clock.now(), room, Arc::new(entry));
        app.search.wake();
        if let Some(root) = thread {
            for follower in app.personal.thread_followers(room, root).await {
                app.hub.kept(follower, KeptThing::Threads);
            }
        }
        if takes_back {
            app.files.erase(&app.access).await;
        }
        Ok(answer)
    }
}

/// Whether a write is the one that the log has under its id. A text that was erased since
/// cannot be compared: whoever knows the id wrote it.
fn is_repeat(kind: &EntryKind, first: &EntryKind) -> bool {
    let origin = |kind: &EntryKind| kind.attached().and_then(|one| one.forwarded.clone());
    // What is passed on again is read again: its words may have changed since, and its files
    // were given again.
    let is_same_forward = origin(kind).is_some() && origin(kind) == origin(first);
    kind == first || kind.erased() == *first || is_same_forward
}

fn client_id_invalid(sentence: &str) -> Refusal {
    Refusal::new(RefusalCode::ClientIdInvalid, sentence)
}
