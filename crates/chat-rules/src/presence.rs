//! Who is here: users by their sessions, with a grace after the last one ended.
//!
//! A user is online while any session of theirs is not away, away while all are,
//! and offline once the leave grace after the last session has passed. What they say of
//! themselves is told with it. What changed is told at most once in [`TELL_EVERY_MS`],
//! and only where it differs from what was told before. Above [`ROSTER_PEOPLE_MAX`] people only the count
//! is told; crossing that line, either way, sends the whole roster. Everything comes
//! out in the order of user ids.

use std::collections::{BTreeMap, BTreeSet};

use shared::entry::Author;
use shared::ids::{SessionId, UserId};
use shared::limits::{LEAVE_GRACE_MS, ROSTER_PEOPLE_MAX, ROSTER_STATUS_BYTES_MAX};
use shared::moment::Moment;
use shared::server_frame::Presence as Changes;
use shared::signal::{PresenceState, Present, Roster, Status};

use crate::mutants::{self, Mutant};

/// Changes wait this long for others to join them. Short enough to feel at once;
/// long enough that a thousand clients that return together are a few frames.
pub const TELL_EVERY_MS: u64 = 500;

/// What the hub tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A greeted session of this user began. A newer name replaces the older.
    Joined(SessionId, Author),
    /// A session ended. One that never joined is ignored.
    Left(SessionId),
    /// A session says whether nobody looks at it (`true`) or somebody does.
    Away(SessionId, bool),
    /// What a user says of themselves now. Of one who is not here it is ignored: whoever
    /// joins says it anew.
    Says(UserId, Option<Box<Status>>),
    /// `deadline()` has passed.
    Deadline,
}

/// What the hub is to send to every session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Output {
    /// What changed, by user id.
    Changed(Changes),
    /// Everybody anew.
    Whole(Roster),
}

/// Who is here, on one node.
#[derive(Debug, Default)]
pub struct Presence {
    sessions: BTreeMap<SessionId, BySession>,
    users: BTreeMap<UserId, ByUser>,
    /// When the grace of a user without sessions ends.
    leaving: BTreeSet<(Moment, UserId)>,
    /// Whose state or name may differ from what was told.
    changed: BTreeSet<UserId>,
    tell_at: Option<Moment>,
    /// The count that was told last.
    told_count: usize,
}

#[derive(Debug)]
struct BySession {
    user: UserId,
    looking: Looking,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Looking {
    Yes,
    No,
}

#[derive(Debug)]
struct ByUser {
    author: Author,
    status: Option<Box<Status>>,
    sessions: usize,
    looking: usize,
    state: PresenceState,
    told: Option<Present>,
    /// A welcome showed what was not told.
    was_shown: bool,
    /// Set while there are no sessions and the grace has not ended.
    leaves_at: Option<Moment>,
}

impl Presence {
    /// Nobody is here.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes one input; gives what is to be sent.
    #[must_use]
    pub fn handle(&mut self, now: Moment, input: Input) -> Vec<Output> {
        match input {
            Input::Joined(session, author) => self.joined(now, session, author),
            Input::Left(session) => self.left(now, session),
            Input::Away(session, true) => self.looks(now, session, Looking::No),
            Input::Away(session, false) => self.looks(now, session, Looking::Yes),
            Input::Says(id, status) => self.says(now, id, status),
            Input::Deadline => {
                self.end_graces(now);
                if self.tell_at.is_some_and(|at| now >= at) {
                    return Vec::from_iter(self.tell());
                }
            }
        }
        Vec::new()
    }

    /// When `Input::Deadline` is wanted.
    #[must_use]
    pub fn deadline(&self) -> Option<Moment> {
        let grace_ends = self.leaving.first().map(|(at, _)| *at);
        [self.tell_at, grace_ends].into_iter().flatten().min()
    }

    /// Who is here now, for a welcome. Newer than what was told to everybody: whoever it
    /// shows otherwise is told again at the next telling, even if all is as it was then.
    #[must_use]
    pub fn roster(&mut self) -> Roster {
        for id in &self.changed {
            if let Some(user) = self.users.get_mut(id)
                && user.told.as_ref() != Some(&user.present())
            {
                user.was_shown = true;
            }
        }
        self.whole()
    }

    fn whole(&self) -> Roster {
        let here = || {
            self.users
                .values()
                .filter(|user| user.state != PresenceState::Offline)
        };
        let count = here().count();
        let people = if is_listed(count) {
            let mut left = ROSTER_STATUS_BYTES_MAX;
            here()
                .map(|user| fitted(user.present(), &mut left))
                .collect()
        } else {
            Vec::new()
        };
        Roster {
            count: told(count),
            people,
        }
    }

    /// Panics if the machine contradicts itself.
    pub fn check_invariants(&self) {
        let mut counts: BTreeMap<UserId, (usize, usize)> = BTreeMap::new();
        for session in self.sessions.values() {
            let (sessions, looking) = counts.entry(session.user).or_default();
            *sessions += 1;
            *looking += usize::from(session.looking == Looking::Yes);
        }
        assert!(
            counts.keys().all(|id| self.users.contains_key(id)),
            "a session has no user"
        );
        for (id, user) in &self.users {
            let counted = counts.get(id).copied().unwrap_or_default();
            assert_eq!(
                (user.sessions, user.looking),
                counted,
                "user {id} is miscounted"
            );
            let leaving = user
                .leaves_at
                .is_some_and(|at| self.leaving.contains(&(at, *id)));
            assert_eq!(
                user.leaves_at.is_some(),
                leaving,
                "the grace of user {id} never ends"
            );
            if user.sessions > 0 {
                assert!(user.leaves_at.is_none(), "user {id} is here and leaves");
            } else if user.leaves_at.is_none() {
                assert_eq!(
                    user.state,
                    PresenceState::Offline,
                    "user {id} is here by nothing"
                );
                assert!(self.changed.contains(id), "user {id} is kept for nothing");
            }
        }
        let kept = self
            .users
            .values()
            .filter(|user| user.leaves_at.is_some())
            .count();
        assert_eq!(kept, self.leaving.len(), "a grace without a user");
        assert_eq!(
            self.tell_at.is_none(),
            self.changed.is_empty(),
            "changes that nobody tells"
        );
    }

    fn joined(&mut self, now: Moment, session: SessionId, author: Author) {
        self.left(now, session);
        let id = author.id;
        let user = self
            .users
            .entry(id)
            .or_insert_with(|| ByUser::new(author.clone()));
        user.author = author;
        user.sessions += 1;
        user.looking += 1;
        if let Some(at) = user.leaves_at.take() {
            self.leaving.remove(&(at, id));
        }
        self.sessions.insert(
            session,
            BySession {
                user: id,
                looking: Looking::Yes,
            },
        );
        self.changed(now, id);
    }

    fn left(&mut self, now: Moment, session: SessionId) {
        if mutants::is(Mutant::LeaveIsForgotten) {
            return;
        }
        let Some(BySession { user: id, looking }) = self.sessions.remove(&session) else {
            return;
        };
        let Some(user) = self.users.get_mut(&id) else {
            return;
        };
        user.sessions -= 1;
        if looking == Looking::Yes {
            user.looking -= 1;
        }
        if user.sessions == 0 {
            let at = now.plus_ms(LEAVE_GRACE_MS);
            user.leaves_at = Some(at);
            self.leaving.insert((at, id));
        } else {
            self.changed(now, id);
        }
    }

    fn looks(&mut self, now: Moment, session: SessionId, looking: Looking) {
        if mutants::is(Mutant::AwayIsForgotten) {
            return;
        }
        let Some(by_session) = self.sessions.get_mut(&session) else {
            return;
        };
        let Some(user) = self.users.get_mut(&by_session.user) else {
            return;
        };
        match (std::mem::replace(&mut by_session.looking, looking), looking) {
            (Looking::Yes, Looking::No) => user.looking -= 1,
            (Looking::No, Looking::Yes) => user.looking += 1,
            (Looking::Yes, Looking::Yes) | (Looking::No, Looking::No) => return,
        }
        let id = by_session.user;
        self.changed(now, id);
    }

    fn says(&mut self, now: Moment, id: UserId, status: Option<Box<Status>>) {
        let Some(user) = self.users.get_mut(&id) else {
            return;
        };
        if user.status != status {
            user.status = status;
            self.changed(now, id);
        }
    }

    fn end_graces(&mut self, now: Moment) {
        while let Some(&(at, id)) = self.leaving.first()
            && at <= now
        {
            self.leaving.pop_first();
            if let Some(user) = self.users.get_mut(&id) {
                user.leaves_at = None;
            }
            if !mutants::is(Mutant::GraceEndsInSilence) {
                self.changed(now, id);
            }
        }
    }

    fn changed(&mut self, now: Moment, id: UserId) {
        if let Some(user) = self.users.get_mut(&id) {
            user.settle();
            self.changed.insert(id);
            self.tell_at.get_or_insert(now.plus_ms(TELL_EVERY_MS));
        }
    }

    fn tell(&mut self) -> Option<Output> {
        self.tell_at = None;
        let changed = std::mem::take(&mut self.changed);
        let changes: Vec<Present> = changed
            .iter()
            .filter_map(|id| self.users.get_mut(id)?.news())
            .collect();
        for id in changed {
            if self
                .users
                .get(&id)
                .is_some_and(|user| user.state == PresenceState::Offline)
            {
                self.users.remove(&id);
            }
        }
        let count = self.users.len();
        let before = std::mem::replace(&mut self.told_count, count);
        match (is_listed(before), is_listed(count)) {
            (true, true) if changes.is_empty() => None,
            (true, true) => Some(Output::Changed(Changes {
                count: told(count),
                changes,
            })),
            (false, false) if before == count => None,
            (false, false) => Some(Output::Changed(Changes {
                count: told(count),
                changes: Vec::new(),
            })),
            (true, false) | (false, true) => Some(Output::Whole(self.whole())),
        }
    }
}

impl ByUser {
    fn new(author: Author) -> Self {
        let state = PresenceState::Offline;
        Self {
            author,
            status: None,
            sessions: 0,
            looking: 0,
            state,
            told: None,
            was_shown: false,
            leaves_at: None,
        }
    }

    /// Brings the state up to what sessions and grace say. In the grace it stays.
    fn settle(&mut self) {
        if self.looking > 0 {
            self.state = PresenceState::Online;
        } else if self.sessions > 0 {
            self.state = PresenceState::Away;
        } else if self.leaves_at.is_none() {
            self.state = PresenceState::Offline;
        }
    }

    fn present(&self) -> Present {
        Present {
            user: self.author.clone(),
            state: self.state,
            status: self.status.clone(),
        }
    }

    /// What is to be told of this user, if it differs from what was told before. One
    /// who came and went between two tellings is no news.
    fn news(&mut self) -> Option<Present> {
        let present = self.present();
        let is_news = match &self.told {
            Some(told) => *told != present,
            None => present.state != PresenceState::Offline,
        };
        let was_shown = std::mem::take(&mut self.was_shown);
        self.told = Some(present.clone());
        (is_news || was_shown).then_some(present)
    }
}

/// Without what there is no place for.
fn fitted(mut present: Present, left: &mut usize) -> Present {
    if let Some(status) = &present.status {
        match left.checked_sub(status.wire_bytes()) {
            Some(rest) => *left = rest,
            None => present.status = None,
        }
    }
    present
}

fn is_listed(count: usize) -> bool {
    count <= ROSTER_PEOPLE_MAX
}

/// A count as the wire has it.
fn told(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
