//! The little language of the room's script tests.
//!
//! In: `join F`, `join F after SEQ`, `join F after SEQ of another epoch`, `leave F`,
//! `+ SEQ` an entry was committed, `N entries` were after the first, in order, `page F A..B of HEAD` answers the newest read of
//! follower F, `old page F …` the one before that, `unread F` that read failed,
//! `missing A..B of HEAD`, `missing fails`, `~ MS` time passes.
//! The transcript repeats each line and adds what came of it. A feed names those who
//! are live after the input, as the hub sees them; feeds in a row share a line.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use shared::cursor::{Cursor, Epoch, Seq};
use shared::ids::{RequestId, SessionId};
use shared::moment::Moment;

use super::{EPOCH, entry, page};
use crate::room::{Generation, Input, Output, Page, PageWanted, Room};

pub(super) fn run(script: &str) -> String {
    let mut run = Run {
        room: Room::new(1),
        now: Moment(0),
        joins: 0,
        committed: 1,
        reads: BTreeMap::new(),
        transcript: String::new(),
    };
    for line in script
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
    {
        writeln!(run.transcript, "{line}").unwrap();
        run.line(line);
    }
    run.transcript
}

struct Run {
    /// The handle is the number of the join.
    room: Room<u32>,
    now: Moment,
    joins: u32,
    committed: u64,
    reads: BTreeMap<SessionId, Vec<Generation>>,
    transcript: String,
}

impl Run {
    fn line(&mut self, line: &str) {
        let words: Vec<&str> = line.split(' ').collect();
        match words.as_slice() {
            ["join", who] => self.join(session(who), None),
            ["join", who, "after", seq] => {
                self.join(
                    session(who),
                    Some(Cursor {
                        epoch: EPOCH,
                        seq: Seq(number(seq)),
                    }),
                );
            }
            ["join", who, "after", seq, "of", "another", "epoch"] => {
                self.join(
                    session(who),
                    Some(Cursor {
                        epoch: Epoch(1),
                        seq: Seq(number(seq)),
                    }),
                );
            }
            ["leave", who] => self.handle(Input::Leave {
                follower: session(who),
            }),
            ["+", seq] => self.handle(Input::Appended(Arc::new(entry(number(seq))))),
            [count, "entries"] => {
                for _ in 0..number(count) {
                    self.committed += 1;
                    let entry = Arc::new(entry(self.committed));
                    for output in self.room.handle(self.now, Input::Appended(entry)) {
                        assert!(matches!(output, Output::Feed(_)), "{output:?}");
                    }
                }
            }
            ["page", who, entries, "of", head] => self.page(who, 0, read_page(entries, head)),
            ["old", "page", who, entries, "of", head] => {
                self.page(who, 1, read_page(entries, head));
            }
            ["unread", who] => {
                let to = session(who);
                let generation = *self.reads[&to].last().unwrap();
                self.handle(Input::ReadFailed { to, generation });
            }
            ["missing", "fails"] => self.handle(Input::MissingFailed),
            ["missing", entries, "of", head] => {
                self.handle(Input::Missing(read_page(entries, head)));
            }
            ["~", ms] => {
                self.now = self.now.plus_ms(number(ms));
                if self.room.deadline().is_some_and(|at| at <= self.now) {
                    self.handle(Input::Deadline);
                }
            }
            _ => panic!("no such input: {line}"),
        }
    }

    fn join(&mut self, follower: SessionId, after: Option<Cursor>) {
        self.joins += 1;
        let (handle, id) = (self.joins, RequestId(self.joins));
        self.handle(Input::Join {
            follower,
            handle,
            id,
            after,
        });
    }

    fn page(&mut self, who: &str, back: usize, page: Page) {
        let to = session(who);
        let reads = &self.reads[&to];
        let generation = reads[reads.len() - 1 - back];
        self.handle(Input::Page {
            to,
            generation,
            page,
        });
    }

    fn handle(&mut self, input: Input<u32>) {
        let outputs = self.room.handle(self.now, input);
        self.room.check_invariants();
        let mut fed: Option<(Seq, Seq)> = None;
        for output in outputs {
            if let Output::Feed(entry) = output {
                fed = Some((fed.map_or(entry.seq, |(first, _)| first), entry.seq));
                continue;
            }
            self.show_fed(fed.take());
            let line = self.shown(output);
            writeln!(self.transcript, "  {line}").unwrap();
        }
        self.show_fed(fed);
    }

    fn show_fed(&mut self, fed: Option<(Seq, Seq)>) {
        if let Some((first, last)) = fed {
            let live: Vec<String> = self.room.live().map(|(id, _)| id.to_string()).collect();
            writeln!(
                self.transcript,
                "  {}: feed {}",
                live.join(" "),
                span(first, last)
            )
            .unwrap();
        }
    }

    fn shown(&mut self, output: Output<u32>) -> String {
        match output {
            Output::Start {
                to,
                id,
                start,
                from,
                head,
            } => {
                format!(
                    "{to}: start for {}: {start:?} from {from}, head {head}",
                    id.0
                )
            }
            Output::Feed(_) => unreachable!("feeds are shown together"),
            Output::FeedOne { to, entries } => {
                let (first, last) = (entries[0].seq, entries[entries.len() - 1].seq);
                assert_eq!(last.distance_from(first) + 1, entries.len() as u64);
                format!("{to}: feed {}", span(first, last))
            }
            Output::Live { to, head, .. } => format!("{to}: live at {head}"),
            Output::Read {
                to,
                generation,
                page,
            } => {
                self.reads.entry(to).or_default().push(generation);
                match page {
                    PageWanted::After(seq) => format!("{to}: read after {seq}"),
                    PageWanted::Newest => format!("{to}: read newest"),
                }
            }
            Output::FetchMissing { after } => format!("fetch after {after}"),
            Output::Refuse {
                handle,
                id,
                refusal,
            } => {
                format!("join {handle}: refuse {}: {refusal}", id.0)
            }
            Output::Drop { to, handle } => format!("{to}: drop join {handle}"),
        }
    }
}

fn session(text: &str) -> SessionId {
    SessionId(number(text))
}

fn number(text: &str) -> u64 {
    text.parse().unwrap()
}

fn read_page(entries: &str, head: &str) -> Page {
    let (from, to) = entries.split_once("..").unwrap();
    page(number(from), number(to), number(head))
}

fn span(first: Seq, last: Seq) -> String {
    if first == last {
        first.to_string()
    } else {
        format!("{first}..{last}")
    }
}
