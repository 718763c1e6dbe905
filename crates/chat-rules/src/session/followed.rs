//! The rooms that a client asked to follow, for the limit and for the order of
//! follow and unfollow.
//!
//! A room is in here exactly while the client's last word on it is `follow` and
//! that was not refused.

use shared::ids::RoomId;
use shared::limits::FOLLOWED_ROOMS_MAX;

/// How far the following has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    Asked,
    Joined,
}

/// Full: one room more cannot be followed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Full;

/// The followed rooms of one connection.
#[derive(Debug, Default)]
pub(super) struct Followed {
    rooms: Vec<(RoomId, Stage)>,
}

impl Followed {
    pub(super) fn ask(&mut self, room: RoomId) -> Result<(), Full> {
        if self.stage(room).is_some() {
            return Ok(());
        }
        if self.rooms.len() >= FOLLOWED_ROOMS_MAX {
            return Err(Full);
        }
        self.rooms.push((room, Stage::Asked));
        Ok(())
    }

    pub(super) fn joined(&mut self, room: RoomId) {
        if let Some((_, stage)) = self.rooms.iter_mut().find(|(known, _)| *known == room) {
            *stage = Stage::Joined;
        }
    }

    pub(super) fn stage(&self, room: RoomId) -> Option<Stage> {
        self.rooms
            .iter()
            .find(|(known, _)| *known == room)
            .map(|(_, stage)| *stage)
    }

    /// Forgets the room; says how far it had come.
    pub(super) fn remove(&mut self, room: RoomId) -> Option<Stage> {
        let place = self.rooms.iter().position(|(known, _)| *known == room)?;
        Some(self.rooms.swap_remove(place).1)
    }

    pub(super) fn check_invariants(&self) {
        assert!(
            self.rooms.len() <= FOLLOWED_ROOMS_MAX,
            "too many rooms are followed"
        );
        for (place, (room, _)) in self.rooms.iter().enumerate() {
            let twice = self.rooms[place + 1..]
                .iter()
                .any(|(other, _)| other == room);
            assert!(!twice, "room {room} is followed twice");
        }
    }
}
