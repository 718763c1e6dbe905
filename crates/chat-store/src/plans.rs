//! What is to happen later, between the server and its store.

use shared::ids::{ClientId, UserId};
use shared::moment::Timestamp;
use shared::plan::{Plan, PlanState};
use shared::refusal::Refusal;

use crate::records::SignedIn;

/// What a plan that is to be kept may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanWrite {
    /// Make one, or take the place of the one with its id.
    Make,
    /// Take the place of the one with its id alone.
    Change,
}

/// The answer to a plan that is to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanKept {
    /// It waits for its time.
    Yes(Plan),
    /// It is being posted: nothing was changed.
    Posting,
    /// There is none that could be changed: it was posted or dropped.
    Gone,
    /// The user has [`shared::limits::PLANS_MAX`] others.
    TooMany,
    /// A file of it is in a message, in another plan, or twice in this one.
    FileTaken,
}

/// A plan whose time has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DuePlan {
    /// Whose, as they are now; without a login.
    pub who: SignedIn,
    /// The plan, which is [`PlanState::Posting`] from here on.
    pub plan: Plan,
}

/// What became of a plan that was due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanEnd {
    /// It is done, and none any more.
    Done,
    /// The user is to be told of it.
    Due,
    /// It cannot be done.
    Refused(Refusal),
    /// It is done at this time, if it can be then.
    Again(Timestamp),
}

impl PlanEnd {
    /// The state of a plan that stays.
    #[must_use]
    pub fn state(&self) -> Option<PlanState> {
        match self {
            Self::Done => None,
            Self::Due => Some(PlanState::Due),
            Self::Refused(refusal) => Some(PlanState::Refused(refusal.clone())),
            Self::Again(_) => Some(PlanState::Waiting),
        }
    }
}

/// A plan by its name.
pub type PlanKey = (UserId, ClientId);
