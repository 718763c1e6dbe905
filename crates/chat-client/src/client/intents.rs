//! What the person wants, done at once as far as this device can.

use shared::client_frame::{ClientFrame, MakeRoom, Typing, Unfollow};
use shared::cursor::Seq;
use shared::ids::{ClientId, RoomId};
use shared::kept::UnreadMark;
use shared::moment::Moment;
use shared::text::{MessageText, RoomName};

use super::ChatClient;
use super::follows::Attended;
use crate::changes::{Change, Notice};
use crate::composing::MessageBox;
use crate::timeline::Timeline;
use crate::{Choice, EditBase, Intent, Kept, Output, Purpose};

/// A room can only be made with a link: its name may be taken.
const NO_ROOM_OFFLINE: &str = "A room needs the server, and there is no link to it now.";

impl ChatClient {
    pub(super) fn intend(&mut self, now: Moment, intent: Intent) {
        match intent {
            Intent::OpenRoom(room) => self.open_room(room),
            Intent::Attend(room) => self.attend(now, room),
            Intent::Post {
                room,
                client_id,
                text,
                reply_to,
                thread,
                files,
            } => {
                let purpose = Purpose::Post {
                    reply_to,
                    thread,
                    files,
                };
                self.write(now, room, client_id, purpose, Some(text));
            }
            Intent::Edit {
                room,
                client_id,
                target,
                text,
                base,
            } => {
                let base = match base {
                    EditBase::Newest => self.newest_edit(room, target),
                    EditBase::Seen(seen) => seen,
                };
                let purpose = Purpose::Edit { target, base };
                self.write(now, room, client_id, purpose, Some(text));
            }
            Intent::Delete {
                room,
                client_id,
                target,
            } => self.write(now, room, client_id, Purpose::Delete { target }, None),
            Intent::React {
                room,
                client_id,
                target,
                emoji,
                on,
            } => {
                let purpose = if on {
                    Purpose::React { target, emoji }
                } else {
                    Purpose::Unreact { target, emoji }
                };
                self.write(now, room, client_id, purpose, None);
            }
            Intent::Pin {
                room,
                client_id,
                target,
                on,
            } => {
                let purpose = if on {
                    Purpose::Pin { target }
                } else {
                    Purpose::Unpin { target }
                };
                self.write(now, room, client_id, purpose, None);
            }
            Intent::SetTopic {
                room,
                client_id,
                topic,
            } => self.write(now, room, client_id, Purpose::Topic { topic }, None),
            Intent::Retry(id) => {
                if let Some(kept) = self.outbox.retry(id) {
                    self.pending_changed.insert(kept.room);
                    self.out.push(Output::Keep(kept));
                }
            }
            Intent::Cancel(id) => {
                if let Some(kept) = self.outbox.cancel(id) {
                    self.pending_changed.insert(kept.room);
                    self.out.push(Output::Forget(id));
                    self.taken_back(&kept);
                    self.keep_again();
                }
            }
            Intent::MakeRoom(name) => self.make_room(now, &name),
            Intent::Seen { room, from, to } => self.seen(room, from, to),
            Intent::Unread(mark) => self.keep_unread(mark),
            Intent::ShowUnread(room) => self.show_unread(room),
            Intent::GoTo(room, seq) => self.want_page(room, |timeline| timeline.seek(seq)),
            Intent::Reads(room, reading) => {
                if let Some(timeline) = self.timelines.get_mut(&room) {
                    timeline.reads(reading);
                }
            }
            Intent::Stay(room) => self.want_page(room, Timeline::stay),
            Intent::Typing(at) => {
                if self.link.is_up() && self.typing.pressed(now, at) {
                    let MessageBox { room, thread } = at;
                    let typing = ClientFrame::Typing(Typing { room, thread });
                    self.link.transmit(typing, &mut self.out);
                }
            }
            Intent::LoadOlder(room) => self.want_page(room, Timeline::want_older),
            Intent::LoadNewer(room) => self.want_page(room, Timeline::want_newer),
            Intent::JumpToNewest(room) => self.want_page(room, Timeline::want_newest),
            Intent::TryNow => self.link.try_now(now, &mut self.out),
            Intent::Watch(watch) => self.link.watched(now, watch),
            Intent::Choose(choice) => self.choose(now, choice),
            Intent::Stop => self.link.stop(&mut self.out),
        }
    }

    /// Goes another way, if that is what the choice means. What was on its way is in the
    /// outbox still.
    fn choose(&mut self, now: Moment, choice: Choice) {
        let was_up = self.link.is_up();
        if self.link.choose(now, choice, &mut self.out) && was_up {
            self.recovery.link_moves();
        }
    }

    /// Shows a room: it is followed from here on.
    pub(super) fn open_room(&mut self, room: RoomId) {
        if self.follows.open_room() == Some(room) {
            return;
        }
        if let Some(left) = self
            .follows
            .open_room()
            .and_then(|left| self.timelines.get_mut(&left))
        {
            left.leave();
        }
        if let Some(dropped) = self.follows.open(room) {
            self.unfollow(dropped);
        }
        let first_unread = self.first_unread(room);
        let timeline = self
            .timelines
            .entry(room)
            .or_insert_with(|| Timeline::new(room));
        timeline.set_first_unread(first_unread);
        self.pending_changed.insert(room);
        self.out.timeline_changed(room);
    }

    fn attend(&mut self, now: Moment, room: RoomId) {
        if self.rooms.get(room).is_none() {
            return;
        }
        match self.follows.attend(now, room) {
            Attended::No => return,
            Attended::Yes => {}
            Attended::InPlaceOf(other) => self.unfollow(other),
        }
        self.timelines.insert(room, Timeline::new(room));
        self.pending_changed.insert(room);
        self.out.timeline_changed(room);
    }

    fn unfollow(&mut self, room: RoomId) {
        self.timelines.remove(&room);
        self.out.timeline_changed(room);
        let unfollow = ClientFrame::Unfollow(Unfollow { room });
        self.link.transmit(unfollow, &mut self.out);
    }

    /// Where the New line stands in a room that is opened now.
    pub(super) fn first_unread(&self, room: RoomId) -> Option<Seq> {
        self.rooms.first_unread(room)
    }

    fn keep_unread(&mut self, mark: UnreadMark) {
        if !self.rooms.keep_unread(mark) {
            return;
        }
        self.out.changed(Change::Rooms);
        let is_open = self.follows.open_room() == Some(mark.room);
        // Where it was taken away the New line stays as long as the room is open.
        if let Some(from) = mark.from.filter(|_| is_open)
            && let Some(timeline) = self.timelines.get_mut(&mark.room)
        {
            timeline.move_first_unread(from);
            self.out.timeline_changed(mark.room);
        }
    }

    fn show_unread(&mut self, room: RoomId) {
        let first_unread = self.first_unread(room);
        self.want_page(room, |timeline| timeline.set_first_unread(first_unread));
    }

    /// The newest edit of a message that this device knows of.
    fn newest_edit(&self, room: RoomId, target: Seq) -> Option<Seq> {
        let timeline = self.timelines.get(&room)?;
        let entry = timeline.message(target)?;
        Some(entry.state.as_ref()?.edited.as_ref()?.seq)
    }

    fn write(
        &mut self,
        now: Moment,
        room: RoomId,
        client_id: ClientId,
        purpose: Purpose,
        text: Option<MessageText>,
    ) {
        if self.outbox.contains(client_id) {
            return;
        }
        let (fallen, is_undone) = self.outbox.overtake(room, &purpose);
        for kept in &fallen {
            self.out.push(Output::Forget(kept.client_id));
        }
        self.pending_changed.insert(room);
        if is_undone {
            return;
        }
        let written_at = self.clock.device(now);
        let order = self.outbox.next_order();
        let kept = Kept {
            client_id,
            room,
            text: text.unwrap_or_else(|| MessageText::from_stored(String::new())),
            written_at,
            order,
            failed: None,
            purpose,
        };
        if self.outbox.is_full() {
            self.taken_back(&kept);
            self.out.changed(Change::Notice(Notice::OutboxFull));
            return;
        }
        self.out.push(Output::Keep(kept.clone()));
        self.outbox.adopt(kept);
        self.typing.sent(room);
    }

    /// There may be room in storage again for what could not be kept.
    pub(super) fn keep_again(&mut self) {
        for kept in self.outbox.keep_again() {
            self.pending_changed.insert(kept.room);
            self.out.push(Output::Keep(kept));
        }
    }

    pub(super) fn taken_back(&mut self, kept: &Kept) {
        if !kept.purpose.has_text() {
            return;
        }
        self.out.changed(Change::TakenBack {
            room: kept.room,
            client_id: kept.client_id,
            text: kept.text.as_str().to_owned(),
            purpose: kept.purpose.clone(),
        });
    }

    fn make_room(&mut self, now: Moment, name: &RoomName) {
        if !self.link.is_up() {
            self.out
                .changed(Change::RoomRefused(NO_ROOM_OFFLINE.to_owned()));
            return;
        }
        let id = self.requests.make_room(now);
        let make = MakeRoom {
            id,
            name: name.as_str().to_owned(),
        };
        self.link
            .transmit(ClientFrame::MakeRoom(make), &mut self.out);
    }

    fn seen(&mut self, room: RoomId, from: Seq, to: Seq) {
        let mut seen = (from, to, None);
        if let Some(timeline) = self.timelines.get_mut(&room) {
            let (from, to) = timeline.seen_with(from, to);
            seen = (from, to, timeline.posts_at(to));
        }
        let (from, to, posts) = seen;
        if self.rooms.seen(room, from, to, posts) {
            self.out.changed(Change::Rooms);
        }
    }

    fn want_page(&mut self, room: RoomId, want: impl FnOnce(&mut Timeline)) {
        if let Some(timeline) = self.timelines.get_mut(&room) {
            want(timeline);
            self.out.timeline_changed(room);
        }
    }
}
