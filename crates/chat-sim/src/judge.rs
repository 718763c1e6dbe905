//! What must hold when all is quiet. A sentence that does not hold is a panic.

use std::collections::{BTreeMap, BTreeSet};

use chat_client::{ChatClient, LineContent, LinkState, PendingState};
use shared::entry::{Entry, EntryKind};
use shared::ids::{ClientId, RoomId, UserId};
use shared::signal::{PresenceState, Present};

use crate::became::{is_as_stored, topic};
use crate::device::{Device, Devices};
use crate::scene::Scene;
use crate::seat::Person;
use crate::server::{Process, UNAMENDABLE};

/// Of the refusal that a writer hears who was taken out of the room.
const UNKNOWN_ROOM: &str = "There is no such room.";

/// Whether a writer was told no for a reason that no retry changes.
fn is_for_good(why: &str) -> bool {
    why.contains(UNKNOWN_ROOM) || why.contains(UNAMENDABLE)
}

/// Everything that must hold.
pub(crate) fn judge(scene: &Scene, devices: &Devices, process: Option<&mut Process>) {
    let process = process.expect("the server runs when all is quiet");
    process.check_invariants();
    let rooms: BTreeMap<RoomId, Option<BTreeSet<UserId>>> = scene
        .disk
        .rooms()
        .into_iter()
        .map(|(room, members)| (room.id, members))
        .collect();
    for room in rooms.keys() {
        log_is_a_log(*room, scene.disk.log(*room));
    }
    every_message_is_there_once(scene);
    messages_keep_their_order(scene);
    let here = who_is_here(devices);
    assert_eq!(
        listed(process.roster().people),
        here,
        "the server's presence"
    );
    for device in devices.open() {
        let Some(client) = &device.client else {
            continue;
        };
        let user = device.seat.person().user();
        client_is_settled(scene, device, client);
        let readable = rooms.iter().filter(|(_, members)| {
            members
                .as_ref()
                .is_none_or(|members| members.contains(&user))
        });
        let readable: BTreeSet<RoomId> = readable.map(|(room, _)| *room).collect();
        let shown: BTreeSet<RoomId> = client.rooms().iter().map(|view| view.room).collect();
        assert_eq!(shown, readable, "{}: the rooms that are shown", device.seat);
        for room in readable {
            room_is_whole(scene, device, client, room);
        }
        assert!(client.people().known, "{}: presence is known", device.seat);
        if !scene.links.lacks_signals(device.seat) {
            let people = listed(client.people().listed.clone());
            assert_eq!(people, here, "{}: who is here", device.seat);
            let count = client.people().count as usize;
            assert_eq!(count, here.len(), "{}: how many are here", device.seat);
        }
    }
}

/// How far every room has come, and how far its user has read, is known without looking
/// into it: unread counts are right in every tab. Signals tell it, and one that was
/// skipped for a slow reader is not told again.
pub(crate) fn lists_are_right(scene: &Scene, devices: &Devices) {
    for device in devices.open() {
        let (seat, user) = (device.seat, device.seat.person().user());
        if scene.links.lacks_signals(seat) {
            continue;
        }
        let Some(client) = &device.client else {
            continue;
        };
        for view in client.rooms() {
            let typing = (client.typing(view.room), client.replying(view.room));
            let is_faded = typing.0.is_empty() && typing.1.is_empty();
            assert!(is_faded, "{seat}: {typing:?} in {} still", view.name);
            let stored = scene.disk.log(view.room).len() as u64;
            assert_eq!(view.head.0, stored, "{seat}: the head of {}", view.name);
            let read = scene.disk.read_mark(user, view.room);
            assert_eq!(
                view.read, read.seq,
                "{seat}: the read mark of {}",
                view.name
            );
        }
    }
}

fn log_is_a_log(room: RoomId, log: &[Entry]) {
    let mut ids = BTreeSet::new();
    for (entry, number) in log.iter().zip(1..) {
        assert_eq!(entry.seq.0, number, "room {room}: the log has a hole");
        let is_new = ids.insert((entry.author.id, entry.client_id));
        assert!(
            is_new,
            "room {room}: {} stands there twice",
            entry.client_id
        );
    }
}

/// Texts differ, so a message that was sent under two ids would show.
fn every_message_is_there_once(scene: &Scene) {
    let mut found: BTreeMap<(RoomId, UserId, &str), usize> = BTreeMap::new();
    let mut changes: BTreeMap<(RoomId, ClientId), usize> = BTreeMap::new();
    for (room, _) in scene.disk.rooms() {
        for entry in scene.disk.log(room.id) {
            *changes.entry((room.id, entry.client_id)).or_default() += 1;
            let (EntryKind::Posted { text, .. } | EntryKind::Replied { text, .. }) = &entry.kind
            else {
                continue;
            };
            *found
                .entry((room.id, entry.author.id, text.as_str()))
                .or_default() += 1;
        }
    }
    for (id, write) in &scene.ledger.writes {
        let place = (write.room, write.person.user(), write.text.as_str());
        let times = if write.changes.is_some() {
            changes.get(&(write.room, *id)).copied().unwrap_or(0)
        } else {
            found.get(&place).copied().unwrap_or(0)
        };
        assert!(
            times <= 1,
            "{id} of {} is stored {times} times",
            write.person
        );
        let is_refused = write.failed.as_ref().is_some_and(|why| is_for_good(why));
        let may_be_missing =
            write.is_taken_back || write.may_be_lost || is_refused || write.may_fall_away();
        assert!(
            times == 1 || may_be_missing,
            "{id} of {} (tab {:?}) was written into room {} and is lost",
            write.person,
            write.tab,
            write.room
        );
    }
}

/// Messages of one tab into one room stand in the order in which they were written,
/// unless the writer saw one fail.
fn messages_keep_their_order(scene: &Scene) {
    let mut places: BTreeMap<ClientId, u64> = BTreeMap::new();
    for (room, _) in scene.disk.rooms() {
        places.extend(
            scene
                .disk
                .log(room.id)
                .iter()
                .map(|entry| (entry.client_id, entry.seq.0)),
        );
    }
    let mut tabs: BTreeMap<_, Vec<(usize, u64, ClientId)>> = BTreeMap::new();
    for (id, write) in &scene.ledger.writes {
        if let Some(place) = places.get(id).filter(|_| !write.has_failed) {
            tabs.entry((write.tab, write.room))
                .or_default()
                .push((write.order, *place, *id));
        }
    }
    for ((tab, room), mut writes) in tabs {
        writes.sort_unstable();
        for pair in writes.windows(2) {
            assert!(
                pair[0].1 < pair[1].1,
                "{tab:?}, room {room}: {} overtook {}",
                pair[1].2,
                pair[0].2
            );
        }
    }
}

fn client_is_settled(scene: &Scene, device: &Device, client: &ChatClient) {
    let seat = device.seat;
    let status = client.status();
    let is_online = matches!(status.link, LinkState::Online | LinkState::Slow);
    assert!(is_online, "{seat} is not online: {:?}", status.link);
    assert_eq!(status.waiting, 0, "{seat} has unsent messages");
    for id in scene.ledger.held_by(seat) {
        let failed = scene
            .ledger
            .writes
            .get(&id)
            .and_then(|write| write.failed.as_ref());
        assert!(
            failed.is_some_and(|why| is_for_good(why)),
            "{seat} still holds {id}: {failed:?}"
        );
    }
}

/// The timeline is the log: all of it, or its newest part where it is longer than what a
/// client holds.
fn room_is_whole(scene: &Scene, device: &Device, client: &ChatClient, room: RoomId) {
    let (seat, log) = (device.seat, scene.disk.log(room));
    let head = log.len() as u64;
    let user = device.seat.person().user();
    let Some(view) = client.rooms().iter().find(|view| view.room == room) else {
        panic!("{seat}: room {room} is not listed")
    };
    assert_eq!(view.head.0, head, "{seat}: the head of room {room}");
    assert_eq!(
        view.read,
        scene.disk.read_mark(user, room).seq,
        "{seat}: the read mark of room {room}"
    );
    assert_eq!(view.topic, topic(log), "{seat}: what room {room} is about");
    let Some(timeline) = client.timeline(room) else {
        panic!("{seat}: room {room} was opened and is not held")
    };
    let mut held: Vec<&Entry> = Vec::new();
    for line in timeline.lines() {
        match &line.content {
            LineContent::Entry { entry, mine, .. } => {
                assert_eq!(
                    *mine,
                    entry.author.id == user,
                    "{seat}: whose {} is",
                    entry.seq
                );
                held.push(entry.as_ref());
            }
            LineContent::Hole { first, last } => {
                panic!("{seat}: room {room} lacks {first} to {last}")
            }
            LineContent::Pending { state, .. } => {
                let is_failed = matches!(state, PendingState::Failed { .. });
                assert!(is_failed, "{seat}: room {room} shows a message as unsent");
            }
        }
    }
    let loaded_max = chat_client::timeline::LINES_HELD_MAX;
    assert!(
        held.len() == log.len() || held.len() >= loaded_max,
        "{seat}: room {room} has {} of {head}",
        held.len()
    );
    // Every change that was accepted is in its message, once, as a page has it that is
    // read now.
    let shown = scene.disk.shown(room, user);
    assert_eq!(shown.len(), log.len(), "the pages of room {room}");
    let newest = &shown[log.len() - held.len()..];
    for (held, stored) in held.into_iter().zip(newest) {
        assert_eq!(
            in_order(held),
            in_order(stored),
            "{seat}: room {room} shows what the log has not"
        );
        assert!(
            is_as_stored(log, held),
            "{seat}: room {room} shows another {held:?} than its log makes of it"
        );
    }
}

/// Reactions in an order that does not depend on who read what when, which the protocol
/// leaves open.
fn in_order(entry: &Entry) -> Entry {
    let mut entry = entry.clone();
    if let Some(state) = &mut entry.state {
        state.reactions.sort_by(|a, b| a.emoji.cmp(&b.emoji));
    }
    entry
}

/// Whose tab is open. Whoever looks at none of them has done so for longer than it takes
/// to count as away.
fn who_is_here(devices: &Devices) -> Vec<(String, PresenceState)> {
    let mut here = Vec::new();
    for person in Person::all() {
        let mut tabs = devices
            .open()
            .filter(|device| device.seat.person() == person)
            .peekable();
        if tabs.peek().is_some() {
            let is_looking = tabs.any(|device| device.hidden_since.is_none());
            let state = if is_looking {
                PresenceState::Online
            } else {
                PresenceState::Away
            };
            here.push((person.name().to_owned(), state));
        }
    }
    here
}

fn listed(people: Vec<Present>) -> Vec<(String, PresenceState)> {
    let mut listed: Vec<_> = people
        .into_iter()
        .map(|present| (present.user.name.as_str().to_owned(), present.state))
        .collect();
    listed.sort_by(|a, b| a.0.cmp(&b.0));
    listed
}
