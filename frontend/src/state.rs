//! The machine's views as signals.
//!
//! A burst of changes becomes one update before the next frame: the changes only mark
//! what may differ, and the views are read once, when the frame comes. A signal is set
//! only where its value differs, so that nothing is drawn in vain.

use std::collections::BTreeMap;

use chat_client::compare::Measured;
use chat_client::composing::MessageBox;
use chat_client::people::People;
use chat_client::rooms::RoomView;
use chat_client::status::{LinkState, Status as LinkStatus};
use chat_client::wire::Fault;
use chat_client::{Change, ChatClient, Extent, Notice, Purpose, Timeline, Transport};
use shared::cursor::Seq;
use shared::entry::Author;
use shared::ids::RoomId;
use shared::kept::KeptThing;
use shared::moment::{Moment, Timestamp};
use shared::preferences::{Preferences, Tell};
use shared::signal::Status;
use shared::text::Topic;

use crate::acts;
use crate::browser::former::{self, Left};
use crate::browser::{address, clock, http, storage};
use crate::drafts::Desk;
use crate::handle::ChatHandle;
use crate::language;
use crate::live::Live;

/// What the components draw. Every field is a copy of a view of the machine, but for
/// [`ChatState::room`], which is what this page shows.
#[derive(Clone, Copy, Debug)]
pub struct ChatState {
    /// The room on the screen.
    pub room: Live<Option<RoomId>>,
    /// The link and the outbox.
    pub status: Live<LinkStatus>,
    /// Since when there is no link, by the machine's clock; `None` while there is one.
    pub down_since: Live<Option<Moment>>,
    /// Who is signed in.
    pub me: Live<Option<Author>>,
    /// Whether that user owns the server.
    pub is_owner: Live<bool>,
    /// The rooms, in the sidebar's order.
    pub rooms: Live<Vec<RoomView>>,
    /// Messages that name the user, after the read mark; of rooms that have any.
    pub mentions: Live<BTreeMap<RoomId, u64>>,
    /// What the user wants to be told of.
    pub preferences: Live<Preferences>,
    /// What the user says of themselves.
    pub my_status: Live<Option<Status>>,
    /// The server's wall clock, a few times a minute: for what ends by itself.
    pub wall: Live<Timestamp>,
    /// Who is here.
    pub people: Live<People>,
    /// Who types in the room on the screen.
    pub typing: Live<Vec<Author>>,
    /// Who types a reply in its threads, and in which.
    pub replying: Live<Vec<(Seq, Author)>>,
    /// How much of the room on the screen is here.
    pub extent: Live<Extent>,
    /// Counts the changes of the room on the screen.
    pub lines_changed: Live<u64>,
    /// Rooms with a draft.
    pub drafts: Live<Vec<RoomId>>,
    /// The drafts of the person's other devices.
    pub desk: Desk,
    /// Texts that were taken back and belong into their box again.
    pub taken_back: Live<Vec<(MessageBox, String)>>,
    /// What people left here who are not signed in any more.
    pub left: Live<Vec<Left>>,
    /// Somebody wants to see it.
    pub left_is_shown: Live<bool>,
    /// How the making of a room goes.
    pub making: Live<Making>,
    /// The last thing to say once.
    pub notice: Live<Option<Notice>>,
    /// The room that was marked read by hand: its New line fades.
    pub marked_read: Live<Option<RoomId>>,
    /// See [`ChatState::is_room_wanted`].
    wanted: Live<Option<String>>,
    /// What the last comparison of the transports measured.
    pub compared: Live<Vec<Measured>>,
    /// What somebody broke in the connection panel.
    pub faults: Live<Vec<Fault>>,
    marks: Live<Marks>,
}

/// How the making of a room goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Making {
    /// Nobody asked.
    #[default]
    Idle,
    /// The server was asked.
    Asked,
    /// It said no; the sentence.
    Refused(String),
    /// The room is there.
    Made,
}

/// What may differ since the last update.
#[derive(Debug, Default)]
struct Marks {
    update_is_due: bool,
    status: bool,
    rooms: bool,
    people: bool,
    lines: bool,
    /// Something came in some followed room.
    heard: bool,
    typing: bool,
    events: Vec<Change>,
}

impl ChatState {
    /// The state of a client that has done nothing yet.
    #[must_use]
    pub fn new() -> Self {
        let status = LinkStatus {
            link: LinkState::Idle,
            transport: Transport::default(),
            since: Moment::default(),
            round_trip_ms: None,
            waiting: 0,
            failed: 0,
            unkept: 0,
            clock_offset_ms: 0,
            offline_since: None,
        };
        Self {
            room: Live::new(None),
            status: Live::new(status),
            down_since: Live::new(None),
            me: Live::new(None),
            is_owner: Live::new(false),
            rooms: Live::new(Vec::new()),
            mentions: Live::new(BTreeMap::new()),
            preferences: Live::new(Preferences::default()),
            my_status: Live::new(None),
            wall: Live::new(clock::wall()),
            people: Live::new(People::default()),
            typing: Live::new(Vec::new()),
            replying: Live::new(Vec::new()),
            extent: Live::new(Extent::default()),
            lines_changed: Live::new(0),
            drafts: Live::new(Vec::new()),
            desk: Desk::new(),
            taken_back: Live::new(Vec::new()),
            left: Live::new(Vec::new()),
            left_is_shown: Live::new(false),
            making: Live::new(Making::Idle),
            notice: Live::new(None),
            marked_read: Live::new(None),
            wanted: Live::new(address::room()),
            compared: Live::new(Vec::new()),
            faults: Live::new(Vec::new()),
            marks: Live::new(Marks::default()),
        }
    }

    /// Takes what is known, or asks the server. Nothing hangs on it but what is offered:
    /// the server looks at each request anew.
    pub fn learn_whether_owner(self, known: Option<bool>) {
        if let Some(known) = known {
            self.is_owner.set(known);
            return;
        }
        leptos::task::spawn_local(async move {
            // Without an answer the next start of the page will know.
            if let Ok(me) = http::me().await {
                self.is_owner.set_if_new(me.owner);
            }
        });
    }

    /// The room that the page's address named when it was opened, until it is known
    /// whether there is such a room.
    #[must_use]
    pub fn is_room_wanted(self) -> bool {
        self.wanted.with(Option::is_some)
    }

    /// Goes to the room that the address names, if there is one.
    pub fn follow_address(self, chat: ChatHandle) {
        self.wanted.set(address::room());
        self.settle_on_a_room(chat);
    }

    /// The name of the room on the screen, tracked.
    #[must_use]
    pub fn room_name(self) -> Option<String> {
        let room = self.room.get()?;
        self.rooms.with(|rooms| {
            rooms
                .iter()
                .find(|view| view.room == room)
                .map(|view| view.name.to_string())
        })
    }

    /// The name of the room on the screen.
    #[must_use]
    pub fn room_name_now(self) -> Option<String> {
        let room = self.room.now()?;
        self.rooms.peek(|rooms| {
            let mut rooms = rooms.iter();
            rooms
                .find(|view| view.room == room)
                .map(|view| view.name.to_string())
        })
    }

    /// What the room on the screen is about, tracked.
    #[must_use]
    pub fn topic(self) -> Topic {
        let room = self.room.get();
        self.rooms.with(|rooms| topic_of(rooms, room))
    }

    /// What the room on the screen is about.
    #[must_use]
    pub fn topic_now(self) -> Topic {
        let room = self.room.now();
        self.rooms.peek(|rooms| topic_of(rooms, room))
    }

    /// Whether there is a room of this name.
    #[must_use]
    pub fn has_room(self, name: &str) -> bool {
        let is_it = |view: &RoomView| view.name.as_str() == name;
        self.rooms.peek(|rooms| rooms.iter().any(is_it))
    }

    /// Whether nothing is told of a room now, and nothing of it counts, tracked.
    #[must_use]
    pub fn is_silent(self, room: RoomId, now: Timestamp) -> bool {
        self.preferences
            .with(|wants| wants.of(room, now) == Tell::Nothing)
    }

    /// Whether the user said that nothing is to be told now.
    #[must_use]
    pub fn is_not_to_be_disturbed(self, now: Timestamp) -> bool {
        let holds = |status: &Status| status.do_not_disturb && status.holds(now);
        self.my_status
            .peek(|status| status.as_ref().is_some_and(holds))
    }

    /// Whether the link carries messages, tracked.
    #[must_use]
    pub fn is_linked(self) -> bool {
        self.status.with(|status| is_linked(&status.link))
    }

    /// Marks what may differ and sees to it that it is looked at before the next frame.
    pub fn note(self, chat: ChatHandle, changes: &[Change]) {
        let Some(room) = self.room.try_peek(|room| *room) else {
            return;
        };
        let is_first = self.marks.edit(|marks| {
            marks.take_in(changes, room);
            !std::mem::replace(&mut marks.update_is_due, true)
        });
        if is_first == Some(true) {
            clock::on_frame(move || self.update(chat));
        }
    }

    /// Reads what belongs to the room on the screen, at once.
    pub fn look_at_room(self, chat: ChatHandle) {
        chat.read(|client| self.read_room(client));
        self.lines_changed.update(|count| *count += 1);
    }

    /// Keeps what was typed in a box, and marks the room of a room's own in the sidebar.
    pub fn keep_draft(self, at: MessageBox, text: &str) {
        storage::keep_draft(at, text);
        let room = at.room;
        if at.thread.is_some() {
            return;
        }
        let has_draft = !text.trim().is_empty();
        if self.drafts.try_peek(|drafts| drafts.contains(&room)) == Some(!has_draft) {
            self.drafts.update(|drafts| {
                drafts.retain(|other| *other != room);
                if has_draft {
                    drafts.push(room);
                }
            });
        }
    }

    fn update(self, chat: ChatHandle) {
        // Nothing to do when the page was signed out before the frame came.
        let Some(marks) = self.marks.edit(std::mem::take) else {
            return;
        };
        chat.read(|client| {
            if marks.status {
                self.read_status(client);
            }
            if marks.rooms {
                self.read_rooms(client);
            }
            if marks.people {
                self.people.set_if_new(client.people().clone());
            }
            if marks.lines || marks.typing {
                self.read_room(client);
            }
        });
        if marks.rooms {
            self.settle_on_a_room(chat);
            let epoch = chat.read(ChatClient::epoch).flatten();
            self.rooms.peek(|rooms| storage::keep_rooms(epoch, rooms));
        }
        if marks.rooms || marks.heard {
            self.read_mentions(chat);
            chat.teller.look(chat);
        }
        if marks.lines {
            self.lines_changed.update(|count| *count += 1);
        }
        for event in marks.events {
            self.tell(chat, event);
        }
    }

    fn read_status(self, client: &ChatClient) {
        let status = client.status().clone();
        let down_since = match (is_linked(&status.link), self.down_since.now()) {
            (true, _) => None,
            (false, Some(since)) => Some(since),
            (false, None) => Some(status.since),
        };
        self.down_since.set_if_new(down_since);
        self.status.set_if_new(status);
        self.me.set_if_new(client.me().cloned());
    }

    fn read_rooms(self, client: &ChatClient) {
        let knew = self.rooms.peek(Vec::len);
        self.rooms.set_if_new(client.rooms().to_vec());
        self.me.set_if_new(client.me().cloned());
        if knew != client.rooms().len() {
            let rooms = client.rooms().iter().map(|view| view.room);
            let drafts = rooms
                .inspect(|&room| self.desk.know(room))
                .filter(|&room| storage::draft(room.into()).is_some())
                .collect();
            self.drafts.set_if_new(drafts);
        }
    }

    fn read_mentions(self, chat: ChatHandle) {
        let rooms: Vec<RoomId> = self
            .rooms
            .peek(|rooms| rooms.iter().map(|view| view.room).collect());
        let mentions = chat.attention(|attention| {
            let counted = rooms.iter().map(|&room| (room, attention.mentions(room)));
            counted.filter(|(_, count)| *count > 0).collect()
        });
        self.mentions.set_if_new(mentions.unwrap_or_default());
    }

    fn read_room(self, client: &ChatClient) {
        let Some(room) = self.room.now() else {
            return;
        };
        let extent = client
            .timeline(room)
            .map_or_else(Extent::default, Timeline::extent);
        self.extent.set_if_new(extent);
        self.typing.set_if_new(client.typing(room));
        self.replying.set_if_new(client.replying(room));
    }

    /// Shows the room that the address asks for; the first one when none is shown, or the
    /// one shown is not there any more.
    fn settle_on_a_room(self, chat: ChatHandle) {
        if self.rooms.peek(Vec::is_empty) {
            return;
        }
        if let Some(wanted) = self.wanted.now() {
            let named = self.rooms.peek(|rooms| {
                let named = rooms.iter().find(|view| view.name.as_str() == wanted);
                named.map(|view| view.room)
            });
            if let Some(room) = named {
                chat.open_room(room);
                if let Some(seq) = address::message() {
                    acts::lead_to(chat, room, seq);
                }
            }
            self.wanted.set(None);
        }
        let shown = self.room.now();
        let first = self.rooms.peek(|rooms| {
            let is_there = rooms.iter().any(|view| Some(view.room) == shown);
            rooms.first().filter(|_| !is_there).map(|view| view.room)
        });
        if let Some(room) = first {
            chat.open_room(room);
        }
    }

    fn tell(self, chat: ChatHandle, event: Change) {
        match event {
            Change::RoomMade(room) => {
                self.making.set(Making::Made);
                chat.open_room(room);
            }
            Change::RoomRefused(sentence) => {
                self.making.set(Making::Refused(language::said(&sentence)));
            }
            Change::TakenBack {
                room,
                client_id,
                text,
                purpose: Purpose::Edit { target, .. },
            } => {
                if self.room.now() != Some(room) {
                    self.take_back(chat, room.into(), text);
                } else if let Some(at) = acts::box_of_deleted(chat, target) {
                    self.take_back(chat, at, text);
                    let said = t!("edit-box-message-is-gone").to_owned();
                    chat.acts.said.set(Some(said));
                } else {
                    chat.acts.edit_came_back(client_id, target, text);
                }
            }
            Change::TakenBack {
                room,
                text,
                purpose: Purpose::Post { files, thread, .. },
                ..
            } => {
                let at = MessageBox { room, thread };
                if !files.is_empty() {
                    chat.files.take_back(at, files);
                }
                if !text.is_empty() {
                    self.take_back(chat, at, text);
                }
            }
            Change::TakenBack { room, text, .. } => self.take_back(chat, room.into(), text),
            Change::Notice(notice) => self.notice.set(Some(notice)),
            Change::Kept(KeptThing::Drafts) => self.desk.news(self),
            Change::Kept(KeptThing::Plans) => chat.plans.news(chat),
            Change::Kept(KeptThing::Unread) => chat.unread.news(chat),
            Change::Kept(KeptThing::Threads) => chat.threads.news(chat),
            Change::Kept(KeptThing::Preferences | KeptThing::Status) => chat.sync_personal(),
            Change::Status
            | Change::Rooms
            | Change::Timeline(_)
            | Change::Typing(_)
            | Change::People => {}
        }
    }

    /// Looks for what people left here who are not signed in any more.
    pub fn look_for_left(self) {
        self.left.set_if_new(former::left());
    }

    /// Puts a text into its box, before what was typed there if it is on the screen, else
    /// behind.
    pub fn take_back(self, chat: ChatHandle, at: MessageBox, text: String) {
        let is_shown = at.thread.is_none() || at.thread == chat.acts.thread.now();
        if self.room.now() == Some(at.room) && is_shown {
            self.taken_back.update(|texts| texts.push((at, text)));
            return;
        }
        let draft = match storage::draft(at) {
            Some(draft) => format!("{draft}\n{text}"),
            None => text,
        };
        self.keep_draft(at, &draft);
        if at.thread.is_none() {
            self.desk.typed(self, at.room, &draft);
        }
    }
}

impl Marks {
    fn take_in(&mut self, changes: &[Change], shown: Option<RoomId>) {
        for change in changes {
            match change {
                Change::Status => self.status = true,
                Change::Rooms => self.rooms = true,
                Change::People => self.people = true,
                Change::Timeline(room) => {
                    self.heard = true;
                    self.lines |= Some(*room) == shown;
                }
                Change::Typing(room) => self.typing |= Some(*room) == shown,
                Change::RoomMade(_)
                | Change::RoomRefused(_)
                | Change::TakenBack { .. }
                | Change::Kept(_)
                | Change::Notice(_) => self.events.push(change.clone()),
            }
        }
    }
}

/// Whether messages come and go.
#[must_use]
pub fn is_linked(link: &LinkState) -> bool {
    match link {
        LinkState::CatchingUp | LinkState::Online | LinkState::Slow => true,
        LinkState::Idle
        | LinkState::Connecting
        | LinkState::Waiting { .. }
        | LinkState::NoNetwork
        | LinkState::SignedOut
        | LinkState::Outdated
        | LinkState::Stopped(_) => false,
    }
}

/// Empty where nobody said so, or nothing is known.
fn topic_of(rooms: &[RoomView], room: Option<RoomId>) -> Topic {
    let view = rooms.iter().find(|view| Some(view.room) == room);
    let topic = view.and_then(|view| view.topic.as_ref());
    topic.map_or_else(Topic::none, |topic| topic.text.clone())
}
