//! What is to happen later for somebody: a message that the server posts at its time, and a
//! reminder of which it tells.

use serde::{Deserialize, Serialize};

use crate::cursor::Seq;
use crate::file::{FileId, FileInfo};
use crate::ids::{ClientId, RoomId};
use crate::moment::Timestamp;
use crate::refusal::Refusal;
use crate::text::MessageText;

/// What happens when the time has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanKind {
    /// It is posted, as a message of the user's.
    Message,
    /// The user is told of it, on all devices, until they wipe it away.
    Reminder,
}

/// `PUT /api/me/plans/{id}`: what is to happen. The same id again changes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanWish {
    /// Into which room, or about which.
    pub room: RoomId,
    /// What happens.
    pub kind: PlanKind,
    /// When, by the server's clock. A time that has passed is now.
    pub due: Timestamp,
    /// As it was typed.
    pub text: String,
    /// The message of the room that it answers, or of which it reminds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Seq>,
    /// Files that the message brings, of those that the user uploaded into the room and that
    /// no message and no other plan has. Where it is left out, a plan keeps those that it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub files: Option<Vec<FileId>>,
    /// It changes a plan, and makes none where there is none any more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub changes: bool,
}

/// Something that is to happen later, or could not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Made by the client. A message is posted under it, and so once.
    pub id: ClientId,
    /// As [`PlanWish::room`].
    pub room: RoomId,
    /// As [`PlanWish::kind`].
    pub kind: PlanKind,
    /// As [`PlanWish::due`].
    pub due: Timestamp,
    /// What it says.
    pub text: MessageText,
    /// As [`PlanWish::about`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Seq>,
    /// Files that the message brings, at most [`crate::limits::MESSAGE_FILES_MAX`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileInfo>,
    /// What became of it.
    pub state: PlanState,
}

/// What became of a plan. A message that was posted is none any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanState {
    /// Its time has not come.
    Waiting,
    /// It is being posted: it cannot be changed.
    Posting,
    /// A reminder whose time has come.
    Due,
    /// A message that could not be posted, and why. It is kept until the user decides.
    Refused(Refusal),
}

/// `GET /api/me/plans`: all of a user's, the next one first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlansPage {
    /// At most [`crate::limits::PLANS_MAX`].
    pub plans: Vec<Plan>,
}
