//! A follower that is not live yet: how it starts, and how far it has read.
//!
//! `Starting` until the first page has decided from where it is fed, then `Reading`
//! page by page until it has reached the room's head. Nothing is buffered for it:
//! entries that are published meanwhile are read when their turn comes.

use shared::cursor::{Cursor, Seq};
use shared::entry::Entry;
use shared::ids::RequestId;
use shared::limits::CATCH_UP_ENTRIES_MAX;
use shared::server_frame::FollowStart;

use super::{Generation, Page, PageWanted};

/// Pages in a row that may come without the entry that is wanted, each read before
/// that entry was stored. More than one is a rare race; more than these is a store
/// that does not give what it has told of.
pub(super) const FRUITLESS_READS_MAX: u8 = 3;

/// One follower that reads.
#[derive(Debug)]
pub(super) struct Reader<H> {
    pub(super) handle: H,
    pub(super) awaits: Awaits,
    pub(super) stage: Stage,
}

/// What has to come before the follower gets on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Awaits {
    Page(Generation),
    /// It has read further than this node has heard: the room's head has to follow.
    Head,
}

/// How far it is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Stage {
    Starting { id: RequestId, wants: Wants },
    Reading { next: Seq, fruitless: u8 },
}

/// What a starting follower asked for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Wants {
    After(Cursor),
    /// The newest page, and what to say of it.
    Newest(FollowStart),
}

/// What the first page decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Begin {
    At {
        start: FollowStart,
        from: Seq,
    },
    /// The cursor leads nowhere; the newest page is needed.
    Rewind,
}

impl Wants {
    pub(super) fn new(after: Option<Cursor>) -> Self {
        after.map_or(Self::Newest(FollowStart::Newest), Self::After)
    }

    pub(super) fn page(self) -> PageWanted {
        match self {
            Self::After(cursor) => PageWanted::After(cursor.seq),
            Self::Newest(_) => PageWanted::Newest,
        }
    }

    /// Decides the start. `head` is the newest entry that is known, the page's own
    /// head or a later one.
    pub(super) fn begin(self, page: &Page, head: Seq) -> Begin {
        match self {
            Self::After(cursor) if leads_on(cursor, page, head) => Begin::At {
                start: FollowStart::Resumed,
                from: cursor.seq.next(),
            },
            // An empty log has no page that could be newer.
            Self::After(_) if head == Seq::ZERO => Begin::At {
                start: FollowStart::Rewound,
                from: Seq::ZERO.next(),
            },
            Self::After(_) => Begin::Rewind,
            Self::Newest(start) => {
                let from = page
                    .entries
                    .first()
                    .map_or(page.head.next(), |entry| entry.seq);
                Begin::At { start, from }
            }
        }
    }
}

fn leads_on(cursor: Cursor, page: &Page, head: Seq) -> bool {
    cursor.epoch == page.epoch
        && cursor.seq <= head
        && head.distance_from(cursor.seq) <= CATCH_UP_ENTRIES_MAX
}

/// The part of a page that a follower can be given: from `next` on, without a hole.
pub(super) fn dense_from(next: Seq, entries: Vec<Entry>) -> Vec<Entry> {
    let mut expected = next;
    let mut dense = entries;
    dense.retain(|entry| {
        let fits = entry.seq == expected;
        if fits {
            expected = expected.next();
        }
        fits
    });
    dense
}
