//! What the server feeds: how a room starts to be followed, its entries as they come,
//! and own writes whose answer overtakes their entry.

use serde::{Deserialize, Serialize};
use shared::cursor::{Cursor, Epoch, Seq};
use shared::entry::Entry;
use shared::ids::{RequestId, UserId};
use shared::moment::Moment;
use shared::server_frame::{FollowStart, Following};

use super::numbered::amendments;
use super::reading::Grown;
use super::{
    End, Fetch, LINES_HELD_MAX, Landing, Loading, NewerWish, Quotes, Recent, Timeline, Unnumbered,
    Wanted,
};
use crate::message::is_message;
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
    /// before it. Where the newest were let go of, only what changes the held ones is of
    /// interest.
    pub(crate) fn cursor(&self, epoch: Epoch) -> Option<Cursor> {
        let seq = match self.end {
            End::Attached => self.complete_to()?,
            End::Detached => self.told_to.max(self.newest_loaded()),
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
        self.quotes.link_lost();
    }

    /// Another incarnation of the log: nothing that was held means anything now.
    pub(crate) fn forget(&mut self) {
        self.clear_numbered();
        self.drop_landed(Seq(u64::MAX));
        self.landing.clear();
        self.head = Seq::ZERO;
        self.head_posts = 0;
        self.told_to = Seq::ZERO;
        self.recent = Recent::default();
        self.quotes = Quotes::default();
        self.feed = Feed::default();
        self.older = Fetch::default();
        self.newer = Fetch::default();
        self.newer_wish = NewerWish::None;
        self.older_wanted = Wanted::No;
        self.sought = None;
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
        self.saw_head(following.head);
        Start::Begun
    }

    /// The newest page comes: keeps what it can be joined to, and what the reader
    /// looks at.
    fn rejoin(&mut self, following: &Following) {
        let Some(newest) = self.newest() else { return };
        if newest > following.head {
            self.clear_numbered();
            self.drop_landed(Seq(u64::MAX));
            self.landing.clear();
            (self.head, self.head_posts) = (following.head, 0);
            self.told_to = self.told_to.min(following.head);
            self.recent = Recent::default();
        } else if self.end == End::Attached && following.from > newest.next() {
            self.skips();
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
        let amendments = amendments(&entries);
        let Some(new) = self.take_fed(now, entries, (first, last), me) else {
            return 0;
        };
        self.hear(first, last, &amendments, me);
        new
    }

    /// Takes in what belongs here. None for entries of a feed that is over: the next one
    /// brings them again.
    fn take_fed(
        &mut self,
        now: Moment,
        entries: Vec<Entry>,
        (first, last): (Seq, Seq),
        me: UserId,
    ) -> Option<u64> {
        let posts = entries.last().map_or(0, |entry| entry.posts);
        match &mut self.feed {
            Feed::CatchingUp { until } => *until = now.plus_ms(FOLLOW_PROGRESS_WITHIN_MS),
            Feed::Live => {}
            // Late ones of a feed that is over: only what fits without a hole.
            Feed::Off { .. } | Feed::Asked { .. } => {
                if self.newest().is_none_or(|newest| first > newest.next()) {
                    self.saw_end(last, posts);
                    return None;
                }
            }
        }
        if self.end == End::Detached {
            self.saw_end(last, posts);
            return Some(0);
        }
        let far = |newest: Seq| first.distance_from(newest) > LINES_HELD_MAX as u64;
        if self.newest().is_some_and(far) && !self.skips() {
            self.saw_end(last, posts);
            return Some(0);
        }
        let new = self.insert(entries, me);
        self.trim(Grown::Below);
        Some(new)
    }

    /// The feed is complete up to `head`, with so many messages.
    pub(crate) fn live(&mut self, head: Seq, posts: u64) {
        if matches!(self.feed, Feed::CatchingUp { .. }) {
            self.feed = Feed::Live;
        }
        if self.loading == Loading::Nothing && head == Seq::ZERO {
            self.loading = Loading::Some;
        }
        self.saw_end(head, posts);
    }

    /// The room goes on to `head` at least, and has so many messages up to there.
    pub(super) fn saw_end(&mut self, head: Seq, posts: u64) {
        if head >= self.head {
            (self.head, self.head_posts) = (head, posts);
        }
    }

    /// An entry of this number exists. What lies between counts as messages until more
    /// is known.
    pub(crate) fn saw_head(&mut self, head: Seq) {
        let more = head.distance_from(self.head);
        self.saw_end(head, self.head_posts.saturating_add(more));
    }

    /// An own write is stored under this entry, before the feed brought it. Taken in
    /// at once where it is the next; else it stays pending until the feed is there,
    /// so that it never vanishes in between.
    pub(crate) fn landed(&mut self, now: Moment, mut entry: Entry, shown: Unnumbered) {
        let next = self.loading != Loading::Nothing && entry.seq == self.newest_loaded().next();
        if self.end == End::Detached && matches!(shown, Unnumbered::Line(_)) {
            self.saw_head(entry.seq);
        } else if self.holds(entry.seq)
            || entry.seq <= self.newest_loaded()
            || (entry.kind.target().is_some() && entry.seq <= self.told_to)
        {
            // The feed was first, or the hole that it lies in is being filled.
        } else {
            match self.feed {
                Feed::Off { .. } => {}
                Feed::CatchingUp { .. } | Feed::Live if next && self.end == End::Attached => {
                    let (me, seq) = (entry.author.id, entry.seq);
                    let before = self.posts_at(self.newest_loaded()).unwrap_or(0);
                    entry.posts = before + u64::from(is_message(&entry));
                    self.insert(vec![entry], me);
                    self.trim(Grown::Below);
                    if seq == self.told_to.next() {
                        self.told_to = seq;
                    }
                }
                Feed::Asked { .. } | Feed::CatchingUp { .. } | Feed::Live => {
                    self.landing.push(Landing {
                        seq: entry.seq,
                        since: now,
                        shown,
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
