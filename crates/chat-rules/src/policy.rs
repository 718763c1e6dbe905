//! Who may do what: one table, and the sentences that go with its noes.
//!
//! A closed room is unknown to whoever is not in it, the server's owner too: its
//! existence is private, so the answer is `unknown_room` and never `not_allowed`.
//! The caller looks rights up afresh for each action; nothing is remembered here.

use shared::ids::UserId;
use shared::refusal::{Refusal, RefusalCode};

/// Who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The account.
    pub user: UserId,
    /// What it is on this server.
    pub role: Role,
}

/// What an account is on this server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The first user: keeps the rooms.
    Owner,
    /// Everybody else.
    Guest,
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Follow a room, read its history, move the own read mark in it.
    ReadRoom,
    /// Post, and signal typing.
    WriteRoom,
    /// Take back what somebody else wrote in a room.
    TakeBackOthers,
    /// Rename a room, change who is in it.
    KeepRoom,
    /// Make a room; no room is given to [`may`].
    MakeRoom(GuestsMakeRooms),
    /// See the server's figures and its surroundings; no room is given to [`may`].
    WatchServer,
    /// Have the server look at itself from outside; no room is given to [`may`].
    ExamineServer,
}

/// The server's setting for guests who want to make rooms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GuestsMakeRooms {
    /// They may; a fresh server says so.
    #[default]
    Yes,
    /// Only the owner may.
    No,
}

/// Who a room is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoomRights<'a> {
    /// Everybody who is signed in.
    Open,
    /// Its members.
    Closed {
        /// In any order.
        members: &'a [UserId],
    },
}

impl RoomRights<'_> {
    /// Whether this user may know that the room exists.
    #[must_use]
    pub fn is_known_to(self, user: UserId) -> bool {
        match self {
            RoomRights::Open => true,
            RoomRights::Closed { members } => members.contains(&user),
        }
    }
}

/// Whether `actor` may do `action` in `room`; `None` is a room that does not exist.
///
/// # Errors
/// `unknown_room` where there is no such room or the actor may not know of it;
/// `not_allowed` where the right is missing.
pub fn may(actor: Actor, action: Action, room: Option<RoomRights<'_>>) -> Result<(), Refusal> {
    let known = room.is_some_and(|room| room.is_known_to(actor.user));
    match (action, actor.role) {
        (Action::MakeRoom(GuestsMakeRooms::Yes), Role::Owner | Role::Guest)
        | (
            Action::MakeRoom(GuestsMakeRooms::No) | Action::WatchServer | Action::ExamineServer,
            Role::Owner,
        ) => Ok(()),
        (Action::MakeRoom(GuestsMakeRooms::No), Role::Guest) => {
            Err(not_allowed("Only the owner makes rooms on this server."))
        }
        (Action::WatchServer, Role::Guest) => {
            Err(not_allowed("Only the owner sees how the server does."))
        }
        (Action::ExamineServer, Role::Guest) => {
            Err(not_allowed("Only the owner examines this server."))
        }
        (Action::ReadRoom | Action::WriteRoom | Action::TakeBackOthers | Action::KeepRoom, _)
            if !known =>
        {
            Err(unknown_room())
        }
        (Action::ReadRoom | Action::WriteRoom, Role::Owner | Role::Guest)
        | (Action::TakeBackOthers | Action::KeepRoom, Role::Owner) => Ok(()),
        (Action::TakeBackOthers, Role::Guest) => Err(not_allowed(
            "Only its author and the owner take a message back.",
        )),
        (Action::KeepRoom, Role::Guest) => Err(not_allowed("Only the owner changes a room.")),
    }
}

/// The answer for a room that does not exist or that must not be known of. One
/// function, so that the two can never be told apart by their words.
#[must_use]
pub fn unknown_room() -> Refusal {
    Refusal::new(RefusalCode::UnknownRoom, "There is no such room.")
}

fn not_allowed(sentence: &str) -> Refusal {
    Refusal::new(RefusalCode::NotAllowed, sentence)
}

#[cfg(test)]
mod tests;
