//! Where the view of an open thread stands: at what is new, at a reply that somebody went
//! to, at the end, or where the person moved it. Pure: [`super`] measures and carries it out.

use chat_client::grouping::RowKey;
use chat_client::timeline::LineKey;
use shared::cursor::Seq;

/// See the module.
#[derive(Debug)]
pub(super) struct Standing {
    hold: Hold,
    /// The reply to which somebody goes, until it is here.
    goes_to: Option<Seq>,
    /// Where the view was put, in pixels from the top.
    top: f64,
}

/// What the view holds on to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hold {
    /// It was opened, and not all is here yet: what is new, as far as that is known, or else
    /// the end.
    Opening,
    /// The New line.
    New,
    /// The end.
    End,
    /// A reply that somebody went to.
    Reply(Seq),
    /// Nothing: the person moved it.
    Free,
}

/// What is known of a thread.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Known {
    /// All of it was read.
    pub(super) is_read: bool,
    /// How far it was seen before it was opened, is known.
    pub(super) is_seen_known: bool,
}

/// What became of the way to a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Went {
    /// It is among the rows.
    There(Seq),
    /// There is no such reply.
    Nowhere(Seq),
}

/// Where the view is to be put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Put {
    /// It stays.
    Stays,
    /// The end.
    End,
    /// The row of the New line.
    New(usize),
    /// The row of a reply.
    Reply(usize),
}

impl Standing {
    /// It is opened.
    pub(super) fn new() -> Self {
        Self {
            hold: Hold::Opening,
            goes_to: None,
            top: 0.0,
        }
    }

    /// Somebody goes to a reply.
    pub(super) fn go_to(&mut self, seq: Seq) {
        self.goes_to = Some(seq);
    }

    /// The person wants to see the end.
    pub(super) fn go_to_end(&mut self) {
        self.goes_to = None;
        self.hold = Hold::End;
    }

    /// These are the rows now.
    pub(super) fn take(&mut self, rows: &[RowKey], known: Known) -> Option<Went> {
        if self.hold == Hold::Opening && known.is_read && known.is_seen_known {
            self.hold = if rows.contains(&RowKey::New) {
                Hold::New
            } else {
                Hold::End
            };
        }
        let seq = self.goes_to?;
        if rows.contains(&RowKey::Line(LineKey::Numbered(seq))) {
            self.goes_to = None;
            self.hold = Hold::Reply(seq);
            return Some(Went::There(seq));
        }
        if !known.is_read {
            return None;
        }
        self.goes_to = None;
        Some(Went::Nowhere(seq))
    }

    /// Where the view is to be put over these rows.
    pub(super) fn put(&self, rows: &[RowKey]) -> Put {
        let at = |key: RowKey| rows.iter().position(|row| *row == key);
        match self.hold {
            Hold::Opening | Hold::New => at(RowKey::New).map_or(Put::End, Put::New),
            Hold::Reply(seq) => {
                let at = at(RowKey::Line(LineKey::Numbered(seq)));
                at.map_or(Put::Stays, Put::Reply)
            }
            Hold::End => Put::End,
            Hold::Free => Put::Stays,
        }
    }

    /// The view was put: so far from the top, near the end or not. Where the end is on the
    /// screen it is held on to.
    pub(super) fn is_put(&mut self, top: f64, is_near_end: bool) {
        self.top = top;
        if is_near_end && self.hold != Hold::Opening {
            self.hold = Hold::End;
        }
    }

    /// The view moved, by the person or because it was put somewhere.
    pub(super) fn moved(&mut self, top: f64, is_near_end: bool) {
        if (self.top - top).abs() < 1.0 {
            return;
        }
        self.top = top;
        self.hold = if is_near_end { Hold::End } else { Hold::Free };
    }
}

#[cfg(test)]
mod tests;
