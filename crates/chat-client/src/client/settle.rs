//! Brings everything in line after an input: a lost link is noticed, what is due is
//! sent, and the status is compared with what it was.

use shared::client_frame::{
    Amend, Away, Change as Amendment, ClientFrame, Edit, Follow, MarkRead, Post, SetTopic,
    WithEmoji,
};
use shared::cursor::Seq;
use shared::ids::{ClientId, RequestId, RoomId};
use shared::moment::Moment;
use shared::text::Emoji;

use super::requests::{POSTS_IN_FLIGHT_MAX, Request};
use super::{ChatClient, Connection};
use crate::changes::Change;
use crate::mutants::{self, Mutant};
use crate::status::{LinkState, Status};
use crate::{Kept, Output, Purpose};

/// The link went before the answer came: the room may exist or not.
const ROOM_ANSWER_LOST: &str =
    "The link was lost before the server answered. If the room was made, it will be in the list.";

/// As the words above, on a link that lives.
const ROOM_UNANSWERED: &str =
    "The server did not answer for 20 s. If the room was made, it will be in the list.";

impl ChatClient {
    pub(super) fn settle(&mut self, now: Moment) {
        self.notice_loss(now);
        self.give_up_unanswered(now);
        for room in self.typing.fade(now) {
            self.out.changed(Change::Typing(room));
        }
        if self.connection == Connection::Up {
            self.send_signals(now);
            self.send_follows(now);
            self.send_posts(now);
            self.fetch_pages(now);
            if !self.follows.is_catching_up()
                && let Some(notice) = self.recovery.complete(now, self.outbox.waiting())
            {
                self.out.changed(Change::Notice(notice));
            }
        }
        self.change_over(now);
        self.show_pending();
        self.show_status(now);
    }

    /// Goes by a better transport, once one was found and nothing waits for an answer.
    fn change_over(&mut self, now: Moment) {
        let is_calm = self.requests.is_empty() && !self.follows.is_catching_up();
        if is_calm && self.link.change_over(now, &mut self.out) {
            self.recovery.link_moves();
            self.notice_loss(now);
        }
    }

    /// Welcome was said: everything that a connection must know is told anew.
    pub(super) fn connected(&mut self) {
        self.connection = Connection::Up;
        // Whose browser this is may only be known from here on.
        self.keep_again();
        self.follows.connected();
        self.away.connected();
        self.recovery.connected();
        self.status.offline_since = None;
    }

    pub(super) fn next_deadline(&self) -> Option<Moment> {
        let always = [self.link.deadline(), self.typing.deadline()];
        let mut next = always.into_iter().flatten().min();
        if self.connection == Connection::Up {
            let linked = [
                self.away.deadline(),
                self.rooms.deadline(),
                self.requests.deadline(),
                self.recovery.deadline(),
                self.outbox.deadline(POSTS_IN_FLIGHT_MAX),
            ];
            let timelines = self.timelines.values();
            let rooms = timelines.flat_map(|t| [t.follow_due(), t.fetch_deadline()]);
            next = linked
                .into_iter()
                .chain(rooms)
                .chain([next])
                .flatten()
                .min();
        }
        next
    }

    fn notice_loss(&mut self, now: Moment) {
        if self.connection == Connection::Down || self.link.is_up() {
            return;
        }
        self.connection = Connection::Down;
        self.status.offline_since = Some(self.clock.server(now));
        if self.requests.link_lost() {
            self.out
                .changed(Change::RoomRefused(ROOM_ANSWER_LOST.to_owned()));
        }
        self.pending_changed.extend(self.outbox.link_lost());
        self.follows.link_lost();
        self.recovery.link_lost();
        for (room, timeline) in &mut self.timelines {
            timeline.link_lost();
            self.out.timeline_changed(*room);
        }
        for room in self.typing.forget() {
            self.out.changed(Change::Typing(room));
        }
        self.people.lost();
        self.out.changed(Change::People);
    }

    /// A post without an answer has failed if the server answers other things; if
    /// nothing came at all since, it is the link that has failed.
    fn give_up_unanswered(&mut self, now: Moment) {
        if self.outbox.doubts_link(now, self.link.heard_at()) {
            self.link.doubted(now, &mut self.out);
        }
        while let Some((id, since)) = self.outbox.unanswered(now) {
            if self.link.heard_at().is_none_or(|heard| heard <= since) {
                self.link.give_up(now, &mut self.out);
                self.notice_loss(now);
                return;
            }
            if let Some(kept) = self.outbox.give_up(now, id) {
                self.pending_changed.insert(kept.room);
                self.out.push(Output::Keep(kept));
            }
        }
        if self.requests.give_up_rooms(now) {
            self.out
                .changed(Change::RoomRefused(ROOM_UNANSWERED.to_owned()));
        }
    }

    fn send_signals(&mut self, now: Moment) {
        if let Some(away) = self.away.news(now) {
            self.link
                .transmit(ClientFrame::Away(Away { away }), &mut self.out);
        }
        for (room, seq) in self.rooms.marks_due(now) {
            self.link
                .transmit(ClientFrame::MarkRead(MarkRead { room, seq }), &mut self.out);
        }
    }

    fn send_follows(&mut self, now: Moment) {
        let Some(epoch) = self.epoch else { return };
        for room in self.follows.rooms() {
            let Some(timeline) = self.timelines.get_mut(&room) else {
                continue;
            };
            if timeline.follow_due().is_none_or(|due| due > now) {
                continue;
            }
            let id = self.requests.ask(Request::Follow(room));
            let follow = Follow {
                id,
                room,
                after: timeline.cursor(epoch),
            };
            timeline.asked(now, id);
            self.link
                .transmit(ClientFrame::Follow(follow), &mut self.out);
        }
    }

    fn send_posts(&mut self, now: Moment) {
        for client_id in self.outbox.due(now, POSTS_IN_FLIGHT_MAX) {
            let id = self.requests.ask(Request::Post(client_id));
            let Some(kept) = self.outbox.sent(now, client_id, id) else {
                continue;
            };
            self.pending_changed.insert(kept.room);
            let mut frame = frame(id, kept);
            if mutants::is(Mutant::ResendHasANewId)
                && let ClientFrame::Post(Post { client_id, .. })
                | ClientFrame::Amend(Amend { client_id, .. })
                | ClientFrame::SetTopic(SetTopic { client_id, .. }) = &mut frame
            {
                *client_id = ClientId::new_v7(now.0, [7; 10]);
            }
            self.link.transmit(frame, &mut self.out);
            if mutants::is(Mutant::SentCountsAsStored) {
                self.resolve(&[(client_id, Seq::ZERO)]);
            }
        }
    }

    fn fetch_pages(&mut self, now: Moment) {
        for (room, timeline) in &mut self.timelines {
            for ask in timeline.asks(now, &mut self.chance) {
                self.out.push(Output::Fetch(ask));
                self.out.timeline_changed(*room);
            }
        }
    }

    fn show_pending(&mut self) {
        let rooms: Vec<RoomId> = std::mem::take(&mut self.pending_changed)
            .into_iter()
            .collect();
        for room in rooms {
            if let Some(timeline) = self.timelines.get_mut(&room)
                && timeline.show_pending(self.outbox.pending(room))
            {
                self.out.timeline_changed(room);
            }
        }
    }

    fn show_status(&mut self, now: Moment) {
        let link = match self.link.view() {
            LinkState::Online | LinkState::Slow if self.follows.is_catching_up() => {
                LinkState::CatchingUp
            }
            link @ (LinkState::Idle
            | LinkState::Connecting
            | LinkState::CatchingUp
            | LinkState::Online
            | LinkState::Slow
            | LinkState::Waiting { .. }
            | LinkState::NoNetwork
            | LinkState::SignedOut
            | LinkState::Outdated
            | LinkState::Stopped(_)) => link,
        };
        let same = std::mem::discriminant(&link) == std::mem::discriminant(&self.status.link);
        let status = Status {
            transport: self.link.transport(),
            since: if same { self.status.since } else { now },
            link,
            round_trip_ms: self.link.round_trip_ms(),
            waiting: self.outbox.waiting(),
            failed: self.outbox.failed(),
            unkept: self.outbox.unkept(),
            clock_offset_ms: self.clock.offset_ms(),
            offline_since: self.status.offline_since,
        };
        if self.status != status {
            self.status = status;
            self.out.changed(Change::Status);
        }
    }
}

/// A write, as it is said to the server.
fn frame(id: RequestId, kept: &Kept) -> ClientFrame {
    let text = || kept.text.as_str().to_owned();
    let with = |emoji: &Emoji| WithEmoji {
        emoji: emoji.as_str().to_owned(),
    };
    let (target, change) = match &kept.purpose {
        Purpose::Post {
            reply_to,
            thread,
            files,
        } => {
            return ClientFrame::Post(Post {
                id,
                room: kept.room,
                client_id: kept.client_id,
                text: text(),
                reply_to: *reply_to,
                thread: *thread,
                files: files.iter().map(|file| file.id).collect(),
            });
        }
        Purpose::Topic { topic } => {
            return ClientFrame::SetTopic(SetTopic {
                id,
                room: kept.room,
                client_id: kept.client_id,
                topic: topic.as_str().to_owned(),
            });
        }
        Purpose::Edit { target, base } => {
            let edit = Edit {
                text: text(),
                base: *base,
            };
            (target, Amendment::Edit(edit))
        }
        Purpose::Delete { target } => (target, Amendment::Delete),
        Purpose::React { target, emoji } => (target, Amendment::React(with(emoji))),
        Purpose::Unreact { target, emoji } => (target, Amendment::Unreact(with(emoji))),
        Purpose::Pin { target } => (target, Amendment::Pin),
        Purpose::Unpin { target } => (target, Amendment::Unpin),
    };
    ClientFrame::Amend(Amend {
        id,
        room: kept.room,
        client_id: kept.client_id,
        target: *target,
        change,
    })
}
