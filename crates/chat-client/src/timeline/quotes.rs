//! What messages answer: of each the author and the first words, from the held lines where
//! it is held, else asked for by itself, once.

use std::rc::Rc;

use shared::cursor::Seq;
use shared::entry::{Author, Entry};
use shared::ids::UserId;

use super::amended::held;
use super::{LineContent, Timeline};
use crate::message;
use crate::{PageAsk, PageSide};

/// Quoted messages that are asked for at once: a screen of answers is whole after a few
/// round trips, and history has room beside them.
const ASKED_AT_ONCE: usize = 4;

/// Characters of a quote: more than one line shows.
pub const QUOTE_CHARS_MAX: usize = 160;

/// What a message answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The number of the message that is answered.
    pub seq: Seq,
    /// What is known of it.
    pub said: Said,
}

/// What is known of a message that is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// It is on its way, or will be with the next link.
    Unknown,
    /// It was taken back.
    Deleted,
    /// Who said what: in one line, at most [`QUOTE_CHARS_MAX`] characters.
    This {
        /// Who.
        author: Author,
        /// What.
        words: String,
    },
}

/// Quoted messages that are not held.
#[derive(Debug, Default)]
pub(super) struct Quotes {
    messages: std::collections::BTreeMap<Seq, Quoted>,
}

#[derive(Debug)]
enum Quoted {
    Wanted,
    Asked,
    Here(Rc<Entry>),
}

impl Quotes {
    /// The link is gone: what was asked is asked again.
    pub(super) fn link_lost(&mut self) {
        for quoted in self.messages.values_mut() {
            if matches!(quoted, Quoted::Asked) {
                *quoted = Quoted::Wanted;
            }
        }
    }
}

impl Timeline {
    /// What a message that answers `seq` quotes. What is not known is asked for.
    pub(super) fn quote(&mut self, seq: Seq) -> Rc<Quote> {
        let line = self
            .index_of(super::LineKey::Numbered(seq))
            .map(|at| &self.lines[at]);
        let said = match line.and_then(held) {
            Some(entry) => said(entry),
            None => match self.quotes.messages.get(&seq) {
                Some(Quoted::Here(entry)) => said(entry),
                Some(Quoted::Wanted | Quoted::Asked) => Said::Unknown,
                None => {
                    self.quotes.messages.insert(seq, Quoted::Wanted);
                    Said::Unknown
                }
            },
        };
        Rc::new(Quote { seq, said })
    }

    /// The pages with which quotes are asked for now. What is answered counts as asked.
    pub(super) fn quote_asks(&mut self) -> Vec<PageAsk> {
        let messages = &mut self.quotes.messages;
        let asked = messages
            .values()
            .filter(|quoted| matches!(quoted, Quoted::Asked));
        let free = ASKED_AT_ONCE.saturating_sub(asked.count());
        let mut wanted = Vec::new();
        for (seq, quoted) in messages.iter_mut().rev() {
            if wanted.len() < free && matches!(quoted, Quoted::Wanted) {
                *quoted = Quoted::Asked;
                wanted.push(*seq);
            }
        }
        wanted.iter().map(|seq| self.quote_ask(*seq)).collect()
    }

    /// A page that was asked for a quote. Answers whether it was; `entries` is none where
    /// it did not come.
    pub(super) fn quote_came(&mut self, ask: &PageAsk, entries: Option<&[Entry]>) -> bool {
        let PageSide::After(before) = ask.side else {
            return false;
        };
        let seq = before.next();
        let is_asked = matches!(self.quotes.messages.get(&seq), Some(Quoted::Asked));
        if !is_asked || *ask != self.quote_ask(seq) {
            return false;
        }
        let found = entries.and_then(|entries| entries.iter().find(|entry| entry.seq == seq));
        if let Some(entry) = found {
            self.quotes
                .messages
                .insert(seq, Quoted::Here(Rc::new(entry.clone())));
            self.quote_anew(seq);
        }
        true
    }

    /// An amendment of a quoted message came.
    pub(super) fn requote(&mut self, target: Seq, amendment: &Entry, is_held: bool, me: UserId) {
        let mut changed = is_held;
        if let Some(Quoted::Here(entry)) = self.quotes.messages.get_mut(&target) {
            changed |= message::apply(Rc::make_mut(entry), amendment, me);
        }
        if changed {
            self.quote_anew(target);
        }
    }

    /// What is said of a message changed: those that answer it quote it anew.
    pub(super) fn quote_anew(&mut self, seq: Seq) {
        let answers: Vec<usize> = (0..self.lines.len())
            .filter(|at| self.quoted_by(*at) == Some(seq))
            .collect();
        if answers.is_empty() {
            return;
        }
        let anew = self.quote(seq);
        for at in answers {
            self.set_quote(at, Rc::clone(&anew));
        }
    }

    /// Gives every line that answers a message its quote.
    pub(super) fn quote_lines(&mut self, lines: std::ops::Range<usize>) {
        for at in lines {
            if let Some(seq) = self.quoted_by(at) {
                let quote = self.quote(seq);
                self.set_quote(at, quote);
            }
        }
    }

    /// Quotes that no line needs any more are let go of.
    pub(super) fn drop_quotes(&mut self) {
        if self.quotes.messages.is_empty() {
            return;
        }
        let needed: std::collections::BTreeSet<Seq> = (0..self.lines.len())
            .filter_map(|at| self.quoted_by(at))
            .collect();
        self.quotes.messages.retain(|seq, _| needed.contains(seq));
    }

    fn quote_ask(&self, seq: Seq) -> PageAsk {
        self.ask(PageSide::After(seq.previous()), 1)
    }

    /// Which message the line answers.
    fn quoted_by(&self, at: usize) -> Option<Seq> {
        match &self.lines[at].content {
            LineContent::Entry { entry, .. } => message::reply_to(entry),
            LineContent::Pending { quote, .. } => quote.as_ref().map(|quote| quote.seq),
            LineContent::Hole { .. } => None,
        }
    }

    fn set_quote(&mut self, at: usize, anew: Rc<Quote>) {
        match &mut self.lines[at].content {
            LineContent::Entry { quote, .. } | LineContent::Pending { quote, .. } => {
                *quote = Some(anew);
            }
            LineContent::Hole { .. } => {}
        }
    }
}

fn said(entry: &Entry) -> Said {
    match message::line(entry, QUOTE_CHARS_MAX).filter(|_| message::is_message(entry)) {
        Some(words) => Said::This {
            author: entry.author.clone(),
            words,
        },
        None => Said::Deleted,
    }
}
