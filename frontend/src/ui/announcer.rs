//! What a screen reader hears of arriving messages: a few are read as they come, a flood
//! becomes one sentence, and lines that were only loaded are not read at all.

use shared::moment::Moment;

use super::el::{El, p};
use super::words;
use crate::browser::clock::{self, Timeout};
use crate::live::Live;

/// Arrivals within this time belong together.
const BATCH_MS: u32 = 3_000;

/// So many of them are read one by one.
const READ_ALOUD_MAX: usize = 3;

/// Loaded lines are in the page after this long, and the log speaks again.
const QUIET_AGAIN_MS: u32 = 700;

/// Decides what the log says by itself and what is said instead.
#[derive(Clone, Copy, Debug)]
pub struct Announcer {
    /// Whether the log speaks for itself: its `aria-live`.
    pub log_speaks: Live<bool>,
    /// What the hidden status says.
    sentence: Live<String>,
    batch: Live<Batch>,
}

#[derive(Debug, Default)]
struct Batch {
    began: Option<Moment>,
    number: usize,
    names: Vec<String>,
    tell: Option<Timeout>,
    quiet: Option<Timeout>,
}

impl Announcer {
    /// Says nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            log_speaks: Live::new(false),
            sentence: Live::new(String::new()),
            batch: Live::new(Batch::default()),
        }
    }

    /// Lines come into the page that nobody wrote just now.
    pub fn hush(self) {
        self.log_speaks.set_if_new(false);
        let speak = clock::after_ms(QUIET_AGAIN_MS, move || self.log_speaks.set(true));
        self.batch.edit(|batch| batch.quiet = Some(speak));
    }

    /// These people wrote just now, each one message.
    pub fn arrived(self, now: Moment, names: &[String]) {
        let is_flood = self.batch.edit(|batch| {
            batch.add(now, names);
            batch.number > READ_ALOUD_MAX
        });
        if is_flood == Some(true) {
            self.log_speaks.set_if_new(false);
            self.batch.edit(|batch| {
                batch.quiet = None;
                batch
                    .tell
                    .get_or_insert_with(|| clock::after_ms(BATCH_MS, move || self.tell_batch()));
            });
        }
    }

    /// Says something once.
    pub fn say(self, sentence: String) {
        self.sentence.set(sentence);
    }

    /// The hidden status.
    pub fn status(self) -> El {
        p("sr")
            .attr("role", "status")
            .live_text(move || self.sentence.get())
    }

    fn tell_batch(self) {
        let told = self.batch.edit(|batch| {
            let told = words::arrivals(batch.number, &batch.names);
            *batch = Batch::default();
            told
        });
        if let Some(told) = told {
            self.say(told);
        }
        self.hush();
    }
}

impl Batch {
    fn add(&mut self, now: Moment, names: &[String]) {
        let is_over = self
            .began
            .is_none_or(|began| now.ms_since(began) >= u64::from(BATCH_MS));
        if is_over && self.tell.is_none() {
            *self = Self {
                began: Some(now),
                quiet: self.quiet.take(),
                ..Self::default()
            };
        }
        self.number += names.len();
        for name in names {
            if !self.names.contains(name) {
                self.names.push(name.clone());
            }
        }
    }
}
