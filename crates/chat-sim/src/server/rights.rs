//! Who may do what: the rooms in memory and `chat_rules::policy`, as `server`'s `access`.

use std::collections::BTreeSet;

use chat_rules::policy::{self, Action, Actor, RoomRights};
use chat_store::records::{Mark, Role, RoomRecord, SignedIn};
use shared::entry::{RoomSummary, RoomTopic};
use shared::ids::{RoomId, UserId};
use shared::refusal::Refusal;
use shared::text::RoomName;

use super::Process;
use crate::scene::Scene;

/// What a process knows of a room without asking the store.
#[derive(Debug)]
pub(super) struct Facts {
    pub(super) name: RoomName,
    /// Of a closed room.
    members: Option<Vec<UserId>>,
    /// The newest entry whose append was answered.
    pub(super) end: Mark,
    /// What the room is about, by the newest entry of those that says so.
    pub(super) topic: Option<RoomTopic>,
}

impl Facts {
    pub(super) fn new(record: RoomRecord, members: Option<BTreeSet<UserId>>) -> Self {
        let members = members.map(|members| members.into_iter().collect());
        Self {
            name: record.name,
            members,
            end: Mark {
                seq: record.head,
                posts: record.posts,
            },
            topic: record.topic,
        }
    }

    pub(super) fn rights(&self) -> RoomRights<'_> {
        self.members
            .as_ref()
            .map_or(RoomRights::Open, |members| RoomRights::Closed { members })
    }

    pub(super) fn summary(&self, room: RoomId, read: Mark) -> RoomSummary {
        RoomSummary {
            room,
            name: self.name.clone(),
            head: self.end.seq,
            posts: self.end.posts,
            read: read.seq,
            read_posts: read.posts,
        }
    }

    pub(super) fn set_member(&mut self, user: UserId, is_in: bool) {
        if let Some(members) = &mut self.members {
            members.retain(|member| *member != user);
            if is_in {
                members.push(user);
            }
        }
    }
}

impl Process {
    /// Whether somebody may do something in a room.
    pub(crate) fn may(&self, who: &SignedIn, action: Action, room: RoomId) -> Result<(), Refusal> {
        let role = match who.role {
            Role::Owner => policy::Role::Owner,
            Role::Guest => policy::Role::Guest,
        };
        let rights = self.directory.get(&room).map(Facts::rights);
        policy::may(
            Actor {
                user: who.user.id,
                role,
            },
            action,
            rights,
        )
    }

    /// Every room that the user may read, with the user's read marks.
    pub(super) fn rooms_of(&self, scene: &Scene, user: UserId) -> Vec<RoomSummary> {
        let known = self
            .directory
            .iter()
            .filter(|(_, facts)| facts.rights().is_known_to(user));
        known
            .map(|(room, facts)| facts.summary(*room, scene.disk.read_mark(user, *room)))
            .collect()
    }
}
