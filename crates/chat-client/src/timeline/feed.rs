//! What the server feeds: how a room starts to be followed, its entries as they come,
//! and own writes whose answer overtakes their entry.

use serde::{Deserialize, Serialize};
use shared::cursor::{Cursor, Epoch, Seq};
use shared::entry::Entry;
use shared::ids::{RequestId, UserId};
use shared::moment::Moment;
use shared::server_frame::{FollowStart, Following};

use super::{
    ENTRIES_LOADED_MAX, End, Fetch, Landing, Line, Loading, NewerWish, Side, Timeline, Wanted,
};
use crate::mutants::{self, Mutant};

/// A follow that makes no progress for this long is asked anew; the server starts
/// such a follower anew too.
const FOLLOW_PROGRESS_WITHIN_MS: u64 = 20_000;

/// A stored own write whose entry the feed has not brought by then is fetched.
const LANDING_WITHIN_MS: u64 = 3_000;

/// How the room is fed.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Feed {
    /// Not at all; to be asked for from this moment on.
    Off { again: Moment },
    /// Asked for.
    Asked { id: RequestId, until: Moment },
    /// Pages come, towards the head.
    CatchingUp { until: Moment },
    /// Entries come as they are stored.
    Live,
}

impl Default for Feed {
    fn default() -> Self {
        Self::Off {
            again: Moment::default(),
        }
    }
}

/// What an answered `follow` did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Start {
    /// It is not the answer to the last request: dropped.
    Stale,
    /// Entries come.
    Begun,
}

impl Timeline {
    /// What the server is to continue after: the newest entry with none missing
    /// before it. Where the newest were let go of, only the head is of interest.
    pub(crate) fn cursor(&self, epoch: Epoch) -> Option<Cursor> {
        let seq = match self.end {
            End::Attached => self.complete_to()?,
            End::Detached => self.head,
        };
        Some(Cursor { epoch, seq })
    }

    pub(crate) fn asked(&mut self, now: Moment, id: RequestId) {
        self.feed = Feed::Asked {
            id,
            until: now.plus_ms(FOLLOW_PROGRESS_WITHIN_MS),
        };
    }

    /// When the room is to be followed (again), with a link.
    pub(crate) fn follow_due(&self) -> Option<Moment> {
        match self.feed {
            Feed::Off { again } => Some(again),
            Feed::Asked { until, .. } | Feed::CatchingUp { until } => Some(until),
            Feed::Live => None,
        }
    }

    pub(crate) fn is_live(&self) -> bool {
        matches!(self.feed, Feed::Live)
    }

    /// Nothing comes any more; to be followed again from this moment on.
    pub(crate) fn feed_ended(&mut self, again: Moment) {
        self.feed = Feed::Off { again };
    }

    /// The link is gone, and with it the feed. Pages that were refused may be asked
    /// for again on the next one.
    pub(crate) fn link_lost(&mut self) {
        if !mutants::is(Mutant::FollowIsForgotten) {
            self.feed = Feed::default();
        }
        self.older.forgive();
        self.newer.forgive();
    }

    /// Another incarnation of the log: nothing that was held means anything now.
    pub(crate) fn forget(&mut self) {
        self.clear_numbered();
        self.drop_landed(Seq(u64::MAX));
        self.head = Seq::ZERO;
        self.feed = Feed::default();
        self.older = Fetch::default();
        self.newer = Fetch::default();
        self.newer_wish = NewerWish::None;
        self.older_wanted = Wanted::No;
        self.set_first_unread(None);
    }

    pub(crate) fn following(&mut self, now: Moment, following: &Following) -> Start {
        if !matches!(self.feed, Feed::Asked { id, .. } if id == following.id) {
            return Start::Stale;
        }
        self.feed = Feed::CatchingUp {
            until: now.plus_ms(FOLLOW_PROGRESS_WITHIN_MS),
        };
        match following.start {
            FollowStart::Resumed => {}
            FollowStart::Newest | FollowStart::Rewound => self.rejoin(following),
        }
        self.head = self.head.max(following.head);
        Start::Begun
    }

    /// The newest page comes: keeps what it can be joined to, and what the reader
    /// looks at.
    fn rejoin(&mut self, following: &Following) {
        let Some(newest) = self.newest() else { return };
        if newest > following.head {
            self.clear_numbered();
            self.drop_landed(Seq(u64::MAX));
            self.head = following.head;
        } else if self.end == End::Attached && following.from > newest.next() {
            match self.spares {
                Side::Newest => self.clear_numbered(),
                Side::Oldest => self.detach(),
            }
        }
    }

    /// Entries came. Answers how many are new here.
    pub(crate) fn fed(&mut self, now: Moment, entries: Vec<Entry>, me: UserId) -> u64 {
        let (Some(first), Some(last)) = (entries.first(), entries.last()) else {
            return 0;
        };
        let (first, last) = (first.seq, last.seq);
        if !entries.is_sorted_by(|a, b| a.seq < b.seq) {
            return 0;
        }
        match &mut self.feed {
            Feed::CatchingUp { until } => *until = now.plus_ms(FOLLOW_PROGRESS_WITHIN_MS),
            Feed::Live => {}
            // Late ones of a feed that is over: only what fits without a hole.
            Feed::Off { .. } | Feed::Asked { .. } => {
                if self.newest().is_none_or(|newest| first > newest.next()) {
                    self.saw_head(last);
                    return 0;
                }
            }
        }
        if self.end == End::Detached {
            self.saw_head(last);
            return 0;
        }
        let far = |newest: Seq| first.distance_from(newest) > ENTRIES_LOADED_MAX as u64;
        if self.newest().is_some_and(far) {
            if self.spares == Side::Oldest {
                self.detach();
                self.saw_head(last);
                return 0;
            }
            self.clear_numbered();
        }
        let new = self.insert(entries, me);
        self.trim();
        new
    }

    /// The feed is complete up to `head`.
    pub(crate) fn live(&mut self, head: Seq) {
        if matches!(self.feed, Feed::CatchingUp { .. }) {
            self.feed = Feed::Live;
        }
        if self.loading == Loading::Nothing && head == Seq::ZERO {
            self.loading = Loading::Some;
        }
        self.saw_head(head);
    }

    /// An entry of this number exists.
    pub(crate) fn saw_head(&mut self, head: Seq) {
        self.head = self.head.max(head);
    }

    /// An own write is stored under this entry, before the feed brought it. Taken in
    /// at once where it is the next; else it stays pending until the feed is there,
    /// so that it never vanishes in between.
    pub(crate) fn landed(&mut self, now: Moment, entry: Entry, line: Line) {
        let next = self.loading != Loading::Nothing && entry.seq == self.newest_loaded().next();
        if self.end == End::Detached {
            self.saw_head(entry.seq);
        } else if self.holds(entry.seq) || entry.seq <= self.newest_loaded() {
            // The feed was first, or the hole that it lies in is being filled.
        } else {
            match self.feed {
                Feed::Off { .. } => {}
                Feed::CatchingUp { .. } | Feed::Live if next => {
                    let me = entry.author.id;
                    self.insert(vec![entry], me);
                    self.trim();
                }
                Feed::Asked { .. } | Feed::CatchingUp { .. } | Feed::Live => {
                    self.landing.push(Landing {
                        seq: entry.seq,
                        since: now,
                        line,
                    });
                }
            }
        }
    }

    /// What should have landed by now is known to exist and missing here.
    pub(super) fn miss_landings(&mut self, now: Moment) {
        let late = self
            .landing
            .iter()
            .filter(|l| l.since.plus_ms(LANDING_WITHIN_MS) <= now);
        if let Some(head) = late.map(|landing| landing.seq).max() {
            self.saw_head(head);
        }
    }

    /// When the next landing is overdue.
    pub(super) fn landing_deadline(&self) -> Option<Moment> {
        let waits = self
            .landing
            .iter()
            .filter(|landing| landing.seq > self.head);
        waits
            .map(|landing| landing.since.plus_ms(LANDING_WITHIN_MS))
            .min()
    }
}
