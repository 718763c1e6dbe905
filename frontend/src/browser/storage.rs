//! What this browser keeps: drafts, the room that was open, who was here last.
//!
//! Everything belongs to a user, so that another person at the same browser sees
//! none of it. Storage that is full or shut loses a convenience, never a message:
//! those are [`super::outbox`]'s, which says so when it cannot keep one, as
//! [`super::kept_files`] does of files.

use std::cell::OnceCell;

use chat_client::composing::MessageBox;
use chat_client::drafts::Known;
use chat_client::{Choice, Input, Remembered, RoomView, Transport};
use shared::cursor::{Epoch, Seq};
use shared::entry::Author;
use shared::ids::{RoomId, UserId};
use shared::moment::Timestamp;
use shared::preferences::Preferences;
use shared::text::DisplayName;
use web_sys::Storage;

use super::clock::window;

const USER_KEY: &str = "confab.user";

/// How to be connected is a matter of the place, not of the person: not by user.
const TRANSPORT_KEY: &str = "confab.transport";

/// Which reverse proxy is before the server, the owner says: as [`TRANSPORT_KEY`].
const PROXY_KEY: &str = "confab.proxy";

/// When somebody last did something in any tab.
const USED_AT_KEY: &str = "confab.used_at";

/// Storage that outlives the tab and is shared by all of them.
pub(super) fn local() -> Option<Storage> {
    thread_local!(static LOCAL: OnceCell<Option<Storage>> = const { OnceCell::new() });
    // Reading the property throws where the person has shut storage off.
    LOCAL.with(|local| {
        local
            .get_or_init(|| window().local_storage().ok().flatten())
            .clone()
    })
}

/// When somebody last did something in a page of this browser, by its clock.
#[must_use]
pub fn used_at() -> Option<Timestamp> {
    get(local().as_ref(), USED_AT_KEY)?
        .parse()
        .ok()
        .map(Timestamp)
}

/// Somebody does something just now.
pub(super) fn keep_used_at(now: Timestamp) {
    // Not kept: another device tells before this one.
    let _ = set(local().as_ref(), USED_AT_KEY, &now.0.to_string());
}

/// Storage of this tab alone. Survives a reload; a duplicated tab starts with a copy.
pub(super) fn session() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

/// Reads a value; nothing where there is none or storage is shut.
pub(super) fn get(storage: Option<&Storage>, key: &str) -> Option<String> {
    storage?.get_item(key).ok().flatten()
}

/// Keeps a value, or says that it could not.
pub(super) fn set(storage: Option<&Storage>, key: &str, value: &str) -> Result<(), NotKept> {
    storage
        .and_then(|storage| storage.set_item(key, value).ok())
        .ok_or(NotKept)
}

/// Forgets a value.
pub(super) fn remove(storage: Option<&Storage>, key: &str) {
    if let Some(storage) = storage {
        // Fails only where storage is shut, and then there is nothing to forget.
        let _ = storage.remove_item(key);
    }
}

/// All names that storage holds.
pub(super) fn keys(storage: Option<&Storage>) -> Vec<String> {
    let Some(storage) = storage else {
        return Vec::new();
    };
    let count = storage.length().unwrap_or(0);
    (0..count)
        .filter_map(|index| storage.key(index).ok().flatten())
        .collect()
}

/// Storage is full or shut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotKept;

/// The user who was signed in here when somebody last asked the server.
pub fn user() -> Option<UserId> {
    get(local().as_ref(), USER_KEY)?.parse().ok().map(UserId)
}

/// Remembers who is signed in, so that a page that reaches no server still knows
/// whose messages wait here.
pub(super) fn keep_user(user: Option<UserId>) {
    match user {
        // Lost: the next answer of the server brings it again.
        Some(user) => drop(set(local().as_ref(), USER_KEY, &user.to_string())),
        None => remove(local().as_ref(), USER_KEY),
    }
}

/// Remembers what a person is called, so that it can be said whose texts lie here.
pub(super) fn keep_name(user: &Author) {
    // Lost: then they are somebody's.
    let _ = set(local().as_ref(), &name_key(user.id), user.name.as_str());
}

/// What the person is called.
pub(super) fn name(user: UserId) -> Option<String> {
    get(local().as_ref(), &name_key(user))
}

/// Forgets it.
pub(super) fn forget_name(user: UserId) {
    remove(local().as_ref(), &name_key(user));
}

/// How this browser is to be connected.
#[must_use]
pub fn choice() -> Choice {
    let kept = get(local().as_ref(), TRANSPORT_KEY);
    let is_kept = |choice: &Choice| kept.as_deref() == choice_name(*choice);
    Choice::ALL.into_iter().find(is_kept).unwrap_or_default()
}

/// Remembers it.
pub fn keep_choice(choice: Choice) {
    match choice_name(choice) {
        // Lost: it holds for this page.
        Some(name) => drop(set(local().as_ref(), TRANSPORT_KEY, name)),
        None => remove(local().as_ref(), TRANSPORT_KEY),
    }
}

fn choice_name(choice: Choice) -> Option<&'static str> {
    match choice {
        Choice::Automatic => None,
        Choice::Only(Transport::WebSocket) => Some("websocket"),
        Choice::Only(Transport::Events) => Some("events"),
        Choice::Only(Transport::Poll) => Some("poll"),
    }
}

/// The reverse proxy that the owner chose last.
#[must_use]
pub fn proxy() -> Option<String> {
    get(local().as_ref(), PROXY_KEY)
}

/// Remembers it.
pub fn keep_proxy(name: &str) {
    // Lost: it holds for this page.
    let _ = set(local().as_ref(), PROXY_KEY, name);
}

/// What was chosen under this name for this browser.
#[must_use]
pub fn setting(name: &str) -> Option<String> {
    get(local().as_ref(), &setting_key(name))
}

/// Keeps a choice; none forgets it.
pub fn keep_setting(name: &str, choice: Option<&str>) {
    let key = setting_key(name);
    match choice {
        // Lost: it holds for this page.
        Some(choice) => drop(set(local().as_ref(), &key, choice)),
        None => remove(local().as_ref(), &key),
    }
}

fn setting_key(name: &str) -> String {
    format!("confab.{name}")
}

/// What the person wants to be told of, as it was kept here last.
#[must_use]
pub fn preferences() -> Option<Preferences> {
    let kept = get(local().as_ref(), &preferences_key(user()?))?;
    serde_json::from_str(&kept).ok()
}

/// Keeps it, and whether the server has it too.
pub fn keep_preferences(wants: &Preferences, is_sent: bool) {
    if let Some(user) = user() {
        // Lost: it holds for this page.
        let kept = shared::codec::encode(wants);
        let _ = set(local().as_ref(), &preferences_key(user), &kept);
        let key = unsent_preferences_key(user);
        if is_sent {
            remove(local().as_ref(), &key);
        } else {
            let _ = set(local().as_ref(), &key, "yes");
        }
    }
}

/// Whether what is kept here is newer than what the server has.
#[must_use]
pub fn are_preferences_unsent() -> bool {
    user().is_some_and(|user| get(local().as_ref(), &unsent_preferences_key(user)).is_some())
}

fn unsent_preferences_key(user: UserId) -> String {
    format!("confab.preferences.unsent.{user}")
}

fn preferences_key(user: UserId) -> String {
    format!("confab.preferences.{user}")
}

/// What was typed in this box and not sent.
#[must_use]
pub fn draft(at: MessageBox) -> Option<String> {
    get(local().as_ref(), &draft_key(user()?, at))
}

/// Keeps what was typed in this box; an empty text forgets it.
pub fn keep_draft(at: MessageBox, text: &str) {
    let Some(user) = user() else { return };
    let key = draft_key(user, at);
    if text.is_empty() {
        remove(local().as_ref(), &key);
    } else {
        // A draft that cannot be kept is still in the composer.
        let _ = set(local().as_ref(), &key, text);
    }
}

/// What the server had of this room's draft, as far as it is known here.
#[must_use]
pub fn known_draft(room: RoomId) -> Known {
    let kept = user().and_then(|user| get(local().as_ref(), &known_key(user, room)));
    let known = kept.and_then(|kept| serde_json::from_str(&kept).ok());
    known.unwrap_or_default()
}

/// Keeps it.
pub fn keep_known_draft(room: RoomId, known: &Known) {
    if let Some(user) = user() {
        // Lost: what the server has is then asked about once more than is needed.
        let kept = shared::codec::encode(known);
        let _ = set(local().as_ref(), &known_key(user, room), &kept);
    }
}

/// Forgets what the server had of a person's drafts.
pub(super) fn forget_known_drafts(user: UserId) {
    let mine = known_key(user, "");
    for key in keys(local().as_ref()) {
        if key.starts_with(&mine) {
            remove(local().as_ref(), &key);
        }
    }
}

fn known_key(user: UserId, room: impl std::fmt::Display) -> String {
    format!("confab.known-draft.{user}.{room}")
}

/// The room that was open last: in this tab, else in any.
#[must_use]
pub fn last_room() -> Option<RoomId> {
    let key = room_key(user()?);
    get(session().as_ref(), &key)
        .or_else(|| get(local().as_ref(), &key))
        .and_then(|room| room.parse().ok())
        .map(RoomId)
}

/// Remembers which room is open.
pub fn keep_last_room(room: RoomId) {
    let Some(user) = user() else { return };
    let key = room_key(user);
    for storage in [session(), local()] {
        // Lost: the next start opens the lobby.
        let _ = set(storage.as_ref(), &key, &room.to_string());
    }
}

/// The thread that is open in this tab, and its room.
#[must_use]
pub fn open_thread() -> Option<(RoomId, Seq)> {
    let kept = get(session().as_ref(), &thread_key(user()?))?;
    serde_json::from_str(&kept).ok()
}

/// Remembers it.
pub fn keep_open_thread(thread: Option<(RoomId, Seq)>) {
    let Some(user) = user() else { return };
    let key = thread_key(user);
    match thread {
        // Lost: loading the page anew closes it.
        Some(thread) => drop(set(
            session().as_ref(),
            &key,
            &shared::codec::encode(&thread),
        )),
        None => remove(session().as_ref(), &key),
    }
}

fn thread_key(user: UserId) -> String {
    format!("confab.thread.{user}")
}

/// Whether a name in storage is that of a draft, and whose: the user and the room.
pub(super) fn draft_owner(key: &str) -> Option<(UserId, RoomId)> {
    let (user, at) = key.strip_prefix("confab.draft.")?.split_once('.')?;
    let (room, thread) = at.split_once('.').unwrap_or((at, "0"));
    thread.parse::<u64>().ok()?;
    Some((UserId(user.parse().ok()?), RoomId(room.parse().ok()?)))
}

/// Rooms that are remembered; of a server with more, the first in the sidebar's order.
const ROOMS_REMEMBERED_MAX: usize = 100;

/// Remembers which rooms there are, for a page that reaches no server.
pub fn keep_rooms(epoch: Option<Epoch>, rooms: &[RoomView]) {
    let Some(user) = user() else { return };
    let rooms = rooms.iter().map(RoomView::remembered);
    let rooms: Vec<Remembered> = rooms.take(ROOMS_REMEMBERED_MAX).collect();
    let (key, value) = (rooms_key(user), shared::codec::encode(&(epoch, rooms)));
    if get(local().as_ref(), &key).as_deref() != Some(value.as_str()) {
        // Lost: such a page shows no rooms.
        let _ = set(local().as_ref(), &key, &value);
    }
}

/// Who was signed in here last and which rooms there were, if both are remembered.
pub(super) fn remembered() -> Option<Input> {
    let id = user()?;
    let name = DisplayName::from_stored(name(id)?);
    let kept = get(local().as_ref(), &rooms_key(id))?;
    let (epoch, rooms) = serde_json::from_str(&kept).ok()?;
    let me = Author { id, name };
    Some(Input::Remembered { me, epoch, rooms })
}

/// Forgets which rooms there are.
pub(super) fn forget_rooms(user: UserId) {
    remove(local().as_ref(), &rooms_key(user));
}

fn rooms_key(user: UserId) -> String {
    format!("confab.rooms.{user}")
}

fn name_key(user: UserId) -> String {
    format!("confab.name.{user}")
}

fn draft_key(user: UserId, at: MessageBox) -> String {
    let room = at.room;
    match at.thread {
        Some(root) => format!("confab.draft.{user}.{room}.{}", root.0),
        None => format!("confab.draft.{user}.{room}"),
    }
}

fn room_key(user: UserId) -> String {
    format!("confab.room.{user}")
}
