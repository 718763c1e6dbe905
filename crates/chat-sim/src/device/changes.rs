//! What people do with messages that are there: they edit, take back, react, pin, and answer
//! in the room or in a thread. All of it aims at what their own tab shows, which may be old.
//! And what they say that a room is about.

use chat_client::composing::MessageBox;
use chat_client::{ChatClient, Intent, LineContent, message};
use shared::cursor::Seq;
use shared::entry::Entry;
use shared::ids::{ClientId, RoomId};
use shared::text::{Emoji, MessageText, Topic};

use super::Devices;
use crate::plan::Aim;
use crate::scene::Scene;
use crate::seat::{Person, Seat};

/// What people react with: few, so that they meet.
const EMOJI: [&str; 3] = ["\u{1F44D}", "\u{2764}\u{FE0F}", "\u{1F389}"];

impl Devices {
    /// Does something with the message that stands so many above the newest one that this
    /// seat shows in the room and that can be aimed at.
    pub(crate) fn aims(
        &mut self,
        scene: &mut Scene,
        seat: Seat,
        room: RoomId,
        aim: Aim,
        above: u64,
    ) {
        let device = self.get(seat);
        let Some(client) = device
            .client
            .as_ref()
            .filter(|_| device.asleep_until.is_none())
        else {
            return;
        };
        let Some((target, is_on)) = aimed_at(client, seat.person(), room, aim, above) else {
            return;
        };
        let tab = device.tab;
        let (number, client_id) = self.new_write(scene);
        let text = match aim {
            Aim::Edits => format!("message {number} of {seat}, said anew"),
            Aim::Quotes | Aim::Replies => format!("answer {number} of {seat}"),
            Aim::Deletes | Aim::Reacts | Aim::Pins => String::new(),
        };
        scene.say(|| format!("{seat} {aim} {target} in room {room} by write {number}"));
        let changes = match aim {
            Aim::Quotes | Aim::Replies => None,
            Aim::Edits | Aim::Deletes | Aim::Reacts | Aim::Pins => Some(target),
        };
        scene
            .ledger
            .wrote(seat, tab, room, client_id, text.clone(), changes);
        let text = MessageText::from_stored(text);
        let answer = |reply_to, thread, text| Intent::Post {
            room,
            client_id,
            text,
            reply_to,
            thread,
            files: Vec::new(),
        };
        let intent = match aim {
            Aim::Edits => Intent::Edit {
                room,
                client_id,
                target,
                text,
                base: chat_client::EditBase::Newest,
            },
            Aim::Deletes => Intent::Delete {
                room,
                client_id,
                target,
            },
            Aim::Reacts => Intent::React {
                room,
                client_id,
                target,
                emoji: emoji(above),
                on: !is_on,
            },
            Aim::Pins => Intent::Pin {
                room,
                client_id,
                target,
                on: !is_on,
            },
            Aim::Quotes => answer(Some(target), None, text),
            Aim::Replies => answer(None, Some(target), text),
        };
        self.intends(scene, seat, intent);
    }

    /// Presses keys in a box.
    pub(crate) fn types(&mut self, scene: &mut Scene, seat: Seat, at: MessageBox) {
        scene.ledger.typed(seat, at);
        self.intends(scene, seat, Intent::Typing(at));
    }

    /// Presses keys in the thread of the message that stands so many above the newest one.
    pub(crate) fn types_in_thread(
        &mut self,
        scene: &mut Scene,
        seat: Seat,
        room: RoomId,
        above: u64,
    ) {
        let client = self.get(seat).client.as_ref();
        let aimed =
            client.and_then(|client| aimed_at(client, seat.person(), room, Aim::Replies, above));
        if let Some((root, _)) = aimed {
            let thread = Some(root);
            self.types(scene, seat, MessageBox { room, thread });
        }
    }

    /// Says what a room is about; each topic differs, and some take it away.
    pub(crate) fn sets_topic(
        &mut self,
        scene: &mut Scene,
        seat: Seat,
        room: RoomId,
        has_words: bool,
    ) {
        let device = self.get(seat);
        if device.client.is_none() || device.asleep_until.is_some() {
            return;
        }
        let tab = device.tab;
        let (number, client_id) = self.new_write(scene);
        let words = if has_words {
            format!("topic {number} of {seat}")
        } else {
            String::new()
        };
        scene.say(|| format!("{seat} sets the topic of room {room} by write {number}"));
        let changes = Some(Seq::ZERO);
        scene
            .ledger
            .wrote(seat, tab, room, client_id, String::new(), changes);
        let intent = Intent::SetTopic {
            room,
            client_id,
            topic: Topic::from_stored(words),
        };
        self.intends(scene, seat, intent);
    }

    /// A number and an id that no write had before.
    pub(super) fn new_write(&mut self, scene: &Scene) -> (u64, ClientId) {
        self.writes_made += 1;
        let mut random = [0; 10];
        random[2..].copy_from_slice(&self.writes_made.to_be_bytes());
        (self.writes_made, ClientId::new_v7(scene.wall().0, random))
    }
}

fn emoji(above: u64) -> Emoji {
    let place = usize::try_from(above).unwrap_or(0) % EMOJI.len();
    Emoji::from_stored(EMOJI[place].to_owned())
}

/// Which message it is, and whether it is so already, as this client shows it.
fn aimed_at(
    client: &ChatClient,
    person: Person,
    room: RoomId,
    aim: Aim,
    above: u64,
) -> Option<(Seq, bool)> {
    let is_aimed_at = |entry: &&Entry| {
        let is_own = entry.author.id == person.user();
        let is_shown = message::is_message(entry) && !message::is_deleted(entry);
        is_shown && (is_own || !matches!(aim, Aim::Edits | Aim::Deletes))
    };
    let lines = client.timeline(room)?.lines().iter().rev();
    let entries = lines.filter_map(|line| match &line.content {
        LineContent::Entry { entry, .. } => Some(entry.as_ref()),
        LineContent::Pending { .. } | LineContent::Hole { .. } => None,
    });
    let entry = entries
        .filter(is_aimed_at)
        .nth(usize::try_from(above).ok()?)?;
    let state = entry.state.as_ref();
    let is_on = state.is_some_and(|state| match aim {
        Aim::Reacts => state.reactions.iter().any(|one| {
            one.emoji == emoji(above) && one.who.iter().any(|who| who.id == person.user())
        }),
        Aim::Pins => state.pinned.is_some(),
        Aim::Edits | Aim::Deletes | Aim::Quotes | Aim::Replies => false,
    });
    Some((entry.seq, is_on))
}
