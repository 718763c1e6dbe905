//! What somebody does with a message of the room on the screen: answers it, writes it
//! anew, looks at what it said. One of each at a time; another room ends them all.

use chat_client::composing::MessageBox;
use chat_client::markup;
use chat_client::message::{self, Shown};
use chat_client::thread;
use chat_client::timeline::{PendingChange, QUOTE_CHARS_MAX};
use chat_client::{ChatClient, EditBase, Intent, LineContent, LineKey};
use shared::cursor::Seq;
use shared::entry::{Author, Entry};
use shared::file::FileInfo;
use shared::ids::{ClientId, RoomId, UserId};
use shared::moment::Timestamp;
use shared::text::{Emoji, MessageText, Topic};

use crate::browser::{address, http, page, tabs};
use crate::handle::ChatHandle;
use crate::live::Live;
use crate::ui::keys;

/// What is being done, as signals.
#[derive(Clone, Copy, Debug)]
pub struct Acts {
    /// The message that the next one answers.
    pub answering: Live<Option<Answering>>,
    /// The own message that is written anew.
    pub editing: Live<Option<Editing>>,
    /// What stands in its box by now, which is drawn anew with its row.
    pub edit_typed: Live<Option<String>>,
    /// The message that the menu or a dialog is about.
    pub of: Live<Option<Seq>>,
    /// Where the menu stands; none while it is shut.
    pub menu: Live<Option<Corner>>,
    /// The finger that opened the menu by resting is not lifted yet.
    pub is_held: Live<bool>,
    /// The choice of a reaction is open.
    pub reacting: Live<bool>,
    /// The question whether to delete is open.
    pub deleting: Live<bool>,
    /// What a message said before is open.
    pub versions: Live<bool>,
    /// Who has read a message is open.
    pub readers: Live<bool>,
    /// What is pinned to the room is open.
    pub pins: Live<bool>,
    /// What the room is about is open.
    pub topic: Live<bool>,
    /// The picture that is looked at, with its room.
    pub picture: Live<Option<(RoomId, FileInfo)>>,
    /// The list of the room's files is open.
    pub files: Live<bool>,
    /// The message whose thread is open beside the room.
    pub thread: Live<Option<Seq>>,
    /// A reply to go to, once its thread is open: the message that the thread hangs from,
    /// and the reply.
    pub thread_goes_to: Live<Option<(Seq, Seq)>>,
    /// What was read of that thread.
    pub thread_read: Live<Vec<Entry>>,
    /// The message that is to be passed on, with the id of the write.
    pub forwarding: Live<Option<(Seq, ClientId)>>,
    /// The day from which somebody jumps to another one.
    pub jumping: Live<Option<Timestamp>>,
    /// A message to go to.
    pub goes_to: Live<Option<(RoomId, Seq)>>,
    /// A message to show: its thread has the focus.
    pub shows: Live<Option<Seq>>,
    /// What was just done, for a moment.
    pub said: Live<Option<String>>,
    /// An edit that is thrown away: its text is not wanted back.
    thrown_away: Live<Option<ClientId>>,
}

/// The message that the next one answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answering {
    /// Its number.
    pub seq: Seq,
    /// Who wrote it.
    pub author: Author,
    /// What it says.
    pub words: String,
}

/// An own message that is written anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editing {
    /// Its number.
    pub seq: Seq,
    /// What the box holds at first.
    pub text: String,
    /// What of it the person saw.
    pub base: EditBase,
}

/// A place in the window, in pixels from its left and top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Corner {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// A message, as its acts need it.
#[derive(Clone, Debug)]
pub struct Of {
    /// Its number.
    pub seq: Seq,
    /// Who wrote it.
    pub author: Author,
    /// When.
    pub at: Timestamp,
    /// The reader wrote it.
    pub is_mine: bool,
    /// What it is now.
    pub shown: Shown,
    /// What its files are called.
    pub files: Vec<String>,
    /// The thread that it is in.
    pub thread: Option<Seq>,
    /// What of it is seen here, for who writes it anew.
    pub base: EditBase,
}

impl Of {
    /// What it says.
    #[must_use]
    pub fn text(&self) -> &str {
        self.shown.text.as_ref().map_or("", MessageText::as_str)
    }
}

impl Acts {
    /// Nothing is being done.
    #[must_use]
    pub fn new() -> Self {
        Self {
            answering: Live::new(None),
            editing: Live::new(None),
            edit_typed: Live::new(None),
            of: Live::new(None),
            menu: Live::new(None),
            is_held: Live::new(false),
            reacting: Live::new(false),
            deleting: Live::new(false),
            versions: Live::new(false),
            readers: Live::new(false),
            pins: Live::new(false),
            topic: Live::new(false),
            picture: Live::new(None),
            files: Live::new(false),
            thread: Live::new(None),
            thread_goes_to: Live::new(None),
            thread_read: Live::new(Vec::new()),
            forwarding: Live::new(None),
            jumping: Live::new(None),
            goes_to: Live::new(None),
            shows: Live::new(None),
            said: Live::new(None),
            thrown_away: Live::new(None),
        }
    }

    /// Another room is on the screen.
    pub fn end(self) {
        self.answering.set_if_new(None);
        self.editing.set_if_new(None);
        self.menu.set_if_new(None);
        self.thread.set_if_new(None);
        self.thread_goes_to.set_if_new(None);
        self.forwarding.set_if_new(None);
    }

    /// An edit came back: its text goes into the message's box, unless it was thrown away.
    pub fn edit_came_back(self, id: ClientId, seq: Seq, text: String) {
        if self.thrown_away.now() != Some(id) {
            // Why it came back was said: what was written meanwhile is overwritten knowingly.
            let base = EditBase::Newest;
            self.begin_edit(Editing { seq, text, base });
        }
    }

    /// A message is written anew, from this text on.
    fn begin_edit(self, editing: Editing) {
        self.edit_typed.set(None);
        self.editing.set(Some(editing));
    }
}

/// A message of the room on the screen that is held and was not taken back.
#[must_use]
pub fn find(chat: ChatHandle, seq: Seq) -> Option<Of> {
    let room = chat.state.room.now()?;
    let held = chat.read(|client| look(client, room, seq)).flatten();
    held.or_else(|| {
        let me = chat.state.me.now();
        let read = |read: &Vec<Entry>| {
            let entry = read.iter().find(|entry| entry.seq == seq)?;
            of(entry, me.as_ref().map(|me| me.id), &[])
        };
        chat.acts.thread_read.peek(read)
    })
}

/// Entries of a room that a search may know of and this device not yet.
const NEWS_MAX: u64 = 100;

/// Goes to a message of the room on the screen.
pub fn go_to(chat: ChatHandle, seq: Seq) {
    if let Some(room) = chat.state.room.now() {
        chat.acts.goes_to.set(Some((room, seq)));
    }
}

/// Leads to a message of any room; to a reply in its thread.
pub fn lead_to(chat: ChatHandle, room: RoomId, seq: Seq) {
    chat.open_room(room);
    let head = chat.state.rooms.peek(|rooms| {
        let found = rooms.iter().find(|view| view.room == room);
        found.map(|view| view.head)
    });
    let is_beyond = |head: Seq| seq.0 > head.0.saturating_add(NEWS_MAX);
    if head.is_none_or(is_beyond) {
        // Nothing has this number: the room says so.
        chat.acts.goes_to.set(Some((room, seq)));
        return;
    }
    let held = chat.read(|client| client.timeline(room)?.message(seq).map(thread::of));
    leptos::task::spawn_local(async move {
        let thread = match held.flatten() {
            Some(thread) => thread,
            None => match http::one_message(room, seq).await {
                Ok(entry) => thread::of(&entry),
                Err(_) => None,
            },
        };
        if chat.state.room.try_peek(|now| *now == Some(room)) != Some(true) {
            return;
        }
        match thread {
            Some(root) => {
                chat.acts.thread_goes_to.set(Some((root, seq)));
                chat.acts.shows.set(Some(root));
                chat.acts.thread.set_if_new(Some(root));
            }
            None => chat.acts.goes_to.set(Some((room, seq))),
        }
    });
}

/// Opens a thread of any room, and shows where it begins.
pub fn lead_to_thread(chat: ChatHandle, room: RoomId, root: Seq) {
    chat.open_room(room);
    chat.acts.shows.set(Some(root));
    // Another room closes the thread of the one before it; that is done by then.
    leptos::task::spawn_local(async move {
        if chat.state.room.try_peek(|now| *now == Some(room)) == Some(true) {
            chat.acts.thread.set_if_new(Some(root));
        }
    });
}

/// Opens the thread of a message of the room on the screen, or goes to the box of one that is
/// open.
pub fn open_thread(chat: ChatHandle, seq: Seq) {
    if chat.acts.thread.now() != Some(seq) {
        chat.acts.thread.set(Some(seq));
    } else if !page::is_touch() {
        keys::focus_the_reply_box();
    }
}

/// Asks into which room a message is to be passed on.
pub fn ask_to_forward(chat: ChatHandle, seq: Seq) {
    chat.acts.forwarding.set(Some((seq, tabs::new_id())));
}

/// The newest own message that is stored, of those that were written in this box: in the room
/// on the screen, or in the thread beside it.
#[must_use]
pub fn my_last(chat: ChatHandle, at: MessageBox) -> Option<Of> {
    let room = at.room;
    if let Some(root) = at.thread {
        let read = chat.acts.thread_read.now();
        let last = chat.read(|client| {
            let me = client.me().map(|me| me.id);
            let lines = thread::lines(client.timeline(room)?, root, &read, me);
            let mut lines = lines.into_iter().rev();
            lines.find_map(|line| match (line.content, line.key) {
                (LineContent::Entry { mine: true, .. }, LineKey::Numbered(seq)) => Some(seq),
                _ => None,
            })
        });
        return find(chat, last.flatten()?);
    }
    let last = |client: &ChatClient| {
        let timeline = client.timeline(room)?;
        if timeline.has_newer() {
            // The newest are not held: what looks like the last is an old one.
            return None;
        }
        let lines = timeline.lines().iter().rev();
        let mut own = lines.filter_map(|line| match (&line.content, line.key) {
            (
                LineContent::Entry {
                    entry, mine: true, ..
                },
                LineKey::Numbered(seq),
            ) if message::is_message(entry) => Some(seq),
            _ => None,
        });
        own.find_map(|seq| look(client, room, seq))
    };
    chat.read(last).flatten()
}

fn look(client: &ChatClient, room: RoomId, seq: Seq) -> Option<Of> {
    let timeline = client.timeline(room)?;
    let at = timeline.index_of(LineKey::Numbered(seq))?;
    let line = timeline.lines().get(at)?;
    let LineContent::Entry { entry, changes, .. } = &line.content else {
        return None;
    };
    of(entry, client.me().map(|me| me.id), changes)
}

/// A message that was not taken back, as its acts need it.
fn of(entry: &Entry, me: Option<UserId>, changes: &[PendingChange]) -> Option<Of> {
    let shown = message::shown(entry, changes, me);
    let is_message = message::is_message(entry) || thread::of(entry).is_some();
    (is_message && shown.text.is_some()).then(|| Of {
        seq: entry.seq,
        author: entry.author.clone(),
        at: entry.at,
        is_mine: me == Some(entry.author.id),
        shown,
        files: entry.kind.attached().map_or_else(Vec::new, |attached| {
            let files = attached.files.iter();
            files.map(|file| file.name.as_str().to_owned()).collect()
        }),
        thread: thread::of(entry),
        base: if changes.iter().any(|change| change.text.is_some()) {
            EditBase::Newest
        } else {
            let edited = entry.state.as_ref().and_then(|state| state.edited.as_ref());
            EditBase::Seen(edited.map(|edition| edition.seq))
        },
    })
}

/// The box in which a message was written that is held here and was taken back.
#[must_use]
pub fn box_of_deleted(chat: ChatHandle, seq: Seq) -> Option<MessageBox> {
    let room = chat.state.room.now()?;
    let deleted = |entry: &Entry| {
        message::is_deleted(entry).then(|| MessageBox {
            room,
            thread: thread::of(entry),
        })
    };
    let held = chat.read(|client| client.timeline(room)?.message(seq).and_then(deleted));
    held.flatten().or_else(|| {
        let read = |read: &Vec<Entry>| read.iter().find(|entry| entry.seq == seq).and_then(deleted);
        chat.acts.thread_read.peek(read)
    })
}

/// The next message answers this one.
pub fn answer(chat: ChatHandle, of: &Of) {
    if let Some(thread) = of.thread {
        // In a thread all answer the same.
        open_thread(chat, thread);
        return;
    }
    let words = match of.text() {
        "" => of.files.join(", "),
        text => markup::plain(&markup::parse(text), QUOTE_CHARS_MAX),
    };
    chat.acts.answering.set(Some(Answering {
        seq: of.seq,
        author: of.author.clone(),
        words,
    }));
}

/// The message is written anew.
pub fn edit(chat: ChatHandle, of: &Of) {
    if of.is_mine {
        let (seq, text, base) = (of.seq, of.text().to_owned(), of.base);
        chat.acts.begin_edit(Editing { seq, text, base });
    }
}

/// Whether this user may take the message back.
#[must_use]
pub fn may_delete(chat: ChatHandle, of: &Of) -> bool {
    of.is_mine || chat.state.is_owner.now()
}

/// Asks whether to take it back.
pub fn ask_to_delete(chat: ChatHandle, of: &Of) {
    if may_delete(chat, of) {
        chat.acts.of.set(Some(of.seq));
        chat.acts.deleting.set(true);
    }
}

/// Takes it back.
pub fn delete(chat: ChatHandle, target: Seq) {
    in_room(chat, |room, client_id| Intent::Delete {
        room,
        client_id,
        target,
    });
}

/// Writes it anew.
pub fn save(chat: ChatHandle, target: Seq, text: MessageText, base: EditBase) {
    in_room(chat, |room, client_id| Intent::Edit {
        room,
        client_id,
        target,
        text,
        base,
    });
}

/// Reacts, or takes the own reaction back.
pub fn toggle(chat: ChatHandle, of: &Of, emoji: &Emoji) {
    let mut chips = of.shown.reactions.iter();
    let is_mine = chips.any(|chip| chip.emoji == *emoji && chip.is_mine);
    let (target, emoji) = (of.seq, emoji.clone());
    in_room(chat, |room, client_id| Intent::React {
        room,
        client_id,
        target,
        emoji,
        on: !is_mine,
    });
}

/// Pins it, or unpins it.
pub fn pin(chat: ChatHandle, target: Seq, on: bool) {
    in_room(chat, |room, client_id| Intent::Pin {
        room,
        client_id,
        target,
        on,
    });
}

/// Says what the room is about, unless it is that already.
pub fn set_topic(chat: ChatHandle, topic: Topic) {
    if chat.state.topic_now() != topic {
        in_room(chat, |room, client_id| Intent::SetTopic {
            room,
            client_id,
            topic,
        });
    }
}

/// Throws an edit away that is not stored.
pub fn throw_away(chat: ChatHandle, id: ClientId) {
    chat.acts.thrown_away.set(Some(id));
    chat.intend(Intent::Cancel(id));
}

/// Puts the address of a message on the clipboard.
pub fn copy_link(chat: ChatHandle, seq: Seq) {
    if let Some(name) = chat.state.room_name_now() {
        copy(
            chat,
            address::of_message(&name, seq),
            t!("acts-link-copied"),
        );
    }
}

/// Puts the address of the room on the clipboard.
pub fn copy_room_link(chat: ChatHandle) {
    if let Some(name) = chat.state.room_name_now() {
        copy(chat, address::of_room(&name), t!("acts-room-link-copied"));
    }
}

/// Puts a text on the clipboard, and says so.
pub fn copy(chat: ChatHandle, words: String, done: &'static str) {
    leptos::task::spawn_local(async move {
        let said = match page::copy(&words).await {
            Ok(()) => done,
            Err(page::NotCopied) => t!("acts-this-browser-did-not-let"),
        };
        chat.acts.said.set(Some(said.to_owned()));
    });
}

fn in_room(chat: ChatHandle, intent: impl FnOnce(RoomId, ClientId) -> Intent) {
    if let Some(room) = chat.state.room.now() {
        chat.write(|client_id| intent(room, client_id));
    }
}
