//! What a screen reader hears of arriving messages: a few are read as they come, a flood
//! becomes one sentence, and lines that were only loaded are not read at all.

use leptos::prelude::*;
use shared::moment::Moment;

use super::words;
use crate::browser::clock::{self, Timeout};

/// Arrivals within this time belong together.
const BATCH_MS: u64 = 3_000;

/// So many of them are read one by one.
const READ_ALOUD_MAX: usize = 3;

/// Loaded lines are in the page after this long, and the log speaks again.
const QUIET_AGAIN_MS: u32 = 700;

/// Decides what the log says by itself and what is said instead.
#[derive(Clone, Copy, Debug)]
pub struct Announcer {
    /// The value of the log's `aria-live`.
    pub live: RwSignal<&'static str>,
    /// What the hidden status says.
    pub sentence: RwSignal<String>,
    batch: StoredValue<Batch, LocalStorage>,
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
            live: RwSignal::new("off"),
            sentence: RwSignal::new(String::new()),
            batch: StoredValue::new_local(Batch::default()),
        }
    }

    /// Lines come into the page that nobody wrote just now.
    pub fn hush(self) {
        self.live.set("off");
        let speak = clock::after_ms(QUIET_AGAIN_MS, move || self.live.set("polite"));
        self.batch
            .try_update_value(|batch| batch.quiet = Some(speak));
    }

    /// These people wrote just now, each one message.
    pub fn arrived(self, now: Moment, names: &[String]) {
        let number = self.batch.try_update_value(|batch| {
            if batch
                .began
                .is_none_or(|began| now.ms_since(began) >= BATCH_MS)
            {
                batch.began = Some(now);
                batch.number = 0;
                batch.names.clear();
            }
            batch.number += names.len();
            for name in names {
                if !batch.names.contains(name) {
                    batch.names.push(name.clone());
                }
            }
            batch.number
        });
        if number.is_some_and(|number| number > READ_ALOUD_MAX) {
            self.live.set("off");
            self.batch.try_update_value(|batch| {
                batch.quiet = None;
                #[expect(clippy::cast_possible_truncation, reason = "three seconds")]
                batch.tell.get_or_insert_with(|| {
                    clock::after_ms(BATCH_MS as u32, move || self.tell_batch())
                });
            });
        }
    }

    /// Says something once.
    pub fn say(self, sentence: String) {
        self.sentence.set(sentence);
    }

    fn tell_batch(self) {
        let told = self.batch.try_update_value(|batch| {
            batch.began = None;
            batch.tell = None;
            words::arrivals(
                std::mem::take(&mut batch.number),
                &std::mem::take(&mut batch.names),
            )
        });
        if let Some(told) = told {
            self.sentence.set(told);
        }
        self.hush();
    }
}

/// The hidden status.
#[component]
pub fn Announcements(announcer: Announcer) -> impl IntoView {
    view! { <p class="sr" role="status">{announcer.sentence}</p> }
}
