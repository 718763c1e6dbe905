//! What the protocol promises about the frames of one connection, checked as they reach
//! the client: entries without a hole, as the log has them, and nothing told that is not
//! on disk.

use chat_client::composing::MessageBox;
use shared::cursor::Seq;
use shared::entry::Entry;
use shared::ids::RoomId;
use shared::refusal::RefusalCode;
use shared::server_frame::{ServerFrame, TypingIn};

use crate::became::is_as_stored;
use crate::network::LinkId;
use crate::scene::Scene;

/// What is never said to a client that keeps to the protocol.
const BREACHES: [RefusalCode; 8] = [
    RefusalCode::Malformed,
    RefusalCode::UnknownFrame,
    RefusalCode::HelloFirst,
    RefusalCode::AlreadyGreeted,
    RefusalCode::VersionUnsupported,
    RefusalCode::ClientIdInvalid,
    RefusalCode::TooManyInFlight,
    RefusalCode::LimitReached,
];

impl Scene {
    /// A frame reaches the client's end of a connection.
    pub(crate) fn check_frame(&mut self, id: LinkId, frame: &ServerFrame) {
        match frame {
            ServerFrame::Following(following) => {
                if let Some(link) = self.links.get(id) {
                    link.feeds.insert(following.room, following.from);
                }
            }
            ServerFrame::Entries(fed) => self.check_entries(id, fed.room, &fed.entries),
            ServerFrame::Live(live) => {
                let Some(expected) = self.expected(id, live.room) else {
                    return;
                };
                assert_eq!(
                    live.head.next(),
                    expected,
                    "{id:?} is live in room {} without having everything",
                    live.room
                );
            }
            ServerFrame::Gone(gone) => {
                if let Some(link) = self.links.get(id) {
                    link.feeds.remove(&gone.room);
                }
            }
            ServerFrame::Posted(posted) => {
                let Some(link) = self.links.get(id) else {
                    return;
                };
                let (user, epoch) = (link.seat.person().user(), link.epoch);
                let Some(&(room, client_id)) = link.posts.get(&posted.id) else {
                    panic!("{id:?} hears of a post that was never asked for")
                };
                let Some(epoch) = epoch else { return };
                let entry = at(self.disk.log_of(epoch, room), posted.seq);
                let is_it = entry.is_some_and(|e| e.client_id == client_id && e.author.id == user);
                assert!(
                    is_it,
                    "{id:?} hears posted {}, which is not on disk",
                    posted.seq
                );
            }
            ServerFrame::Refused(refused) => {
                let code = refused.refusal.code;
                assert!(
                    !BREACHES.contains(&code),
                    "{id:?}: the client broke the protocol: {}",
                    refused.refusal.message
                );
                let request = refused.id;
                let write = self.links.get(id).and_then(|link| {
                    let (_, client_id) = link.posts.get(&request?)?;
                    Some(*client_id)
                });
                if let Some(write) = write.and_then(|write| self.ledger.writes.get_mut(&write)) {
                    write.was_refused |= !code.is_temporary();
                }
            }
            ServerFrame::Typing(typing) => {
                let TypingIn { room, user, thread } = typing;
                let at = MessageBox {
                    room: *room,
                    thread: *thread,
                };
                let is_so = self.ledger.typed.contains(&(user.id, at));
                assert!(
                    is_so,
                    "{id:?} hears that {user:?} types in {at:?}, who did not"
                );
                let hearer = self.links.get(id).map(|link| link.seat.person().user());
                assert_ne!(hearer, Some(user.id), "{id:?} hears of its own keys");
            }
            ServerFrame::Welcome(_)
            | ServerFrame::RoomMade(_)
            | ServerFrame::RoomAdded(_)
            | ServerFrame::Moved(_)
            | ServerFrame::ReadMark(_)
            | ServerFrame::Kept(_)
            | ServerFrame::Presence(_)
            | ServerFrame::Roster(_)
            | ServerFrame::Closing(_)
            | ServerFrame::Ping(_)
            | ServerFrame::Pong(_) => {}
        }
    }

    fn check_entries(&mut self, id: LinkId, room: RoomId, entries: &[Entry]) {
        self.ledger.entries_given += entries.len() as u64;
        let expected = self.expected(id, room);
        let Some(link) = self.links.get(id) else {
            return;
        };
        let Some(epoch) = link.epoch else { return };
        let mut next = expected;
        for entry in entries {
            if let Some(next) = &mut next {
                assert_eq!(
                    entry.seq, *next,
                    "{id:?}: an entry of room {room} is skipped or comes twice"
                );
                *next = entry.seq.next();
            }
            let log = self.disk.log_of(epoch, room);
            assert!(
                is_as_stored(log, entry),
                "{id:?} is given an entry that is not on disk: {entry:?}"
            );
        }
        if let (Some(next), Some(link)) = (next, self.links.get(id)) {
            link.feeds.insert(room, next);
        }
    }

    /// What has to come next in a room; unknown where the panel's switch lost frames.
    fn expected(&mut self, id: LinkId, room: RoomId) -> Option<Seq> {
        let link = self.links.get(id).filter(|link| !link.lost_frames)?;
        let expected = link.feeds.get(&room).copied();
        assert!(
            expected.is_some(),
            "{id:?} is fed room {room} without following it"
        );
        expected
    }
}

fn at(log: &[Entry], seq: Seq) -> Option<&Entry> {
    log.get(usize::try_from(seq.previous().0).unwrap_or(usize::MAX))
        .filter(|entry| entry.seq == seq)
}
