//! The server panel: how the server does, for its owner.
//!
//! The same figures that a Prometheus reads, asked for every [`ASK_EVERY_MS`] while the
//! panel is open and the page is seen, and drawn; and the doctor, who is asked when the
//! owner wants it. While it is closed there is nothing of it, and the server is asked
//! nothing.

mod counted;
mod doctor;
mod figures;
mod times;
mod traffic;

use std::collections::VecDeque;

use leptos::prelude::{document, on_cleanup};
use web_sys::HtmlElement;

use super::el::{El, div, el, focus, p};
use super::panel;
use crate::browser::{clock, http};
use crate::live::Live;
use figures::Figures;

/// Slow enough to cost nothing, quick enough to see what one does.
const ASK_EVERY_MS: u32 = 2_000;

/// Answers that are kept: five minutes of them.
const KEPT: usize = 151;

/// What the panel draws.
#[derive(Clone, Copy)]
struct Watched {
    /// The newest answers, oldest first.
    answers: Live<VecDeque<Answer>>,
    /// Why there is no newer one.
    trouble: Live<Option<String>>,
}

/// Figures and when they came.
#[derive(Clone)]
struct Answer {
    at_ms: u64,
    figures: Figures,
}

impl Watched {
    /// The newest figures, tracked; empty before the first answer.
    fn newest(self) -> Figures {
        let newest = |answers: &VecDeque<Answer>| answers.back().map(|last| last.figures.clone());
        self.answers.with(newest).unwrap_or_default()
    }

    /// How much a sample grew in each second between the last two answers, in millionths.
    fn rate(self, sample: &str) -> u64 {
        self.answers.with(|answers| {
            let mut pairs = answers.iter().zip(answers.iter().skip(1));
            pairs
                .next_back()
                .map_or(0, |(before, last)| rate(before, last, sample))
        })
    }
}

fn rate(before: &Answer, after: &Answer, sample: &str) -> u64 {
    let ms = after.at_ms.saturating_sub(before.at_ms).max(1);
    let (now, then) = (after.figures.value(sample), before.figures.value(sample));
    now.saturating_sub(then).saturating_mul(1_000) / ms
}

/// The panel.
pub fn server_panel(open: Live<bool>) -> El {
    let watched = Watched {
        answers: Live::new(VecDeque::new()),
        trouble: Live::new(None),
    };
    keep_asking(watched);
    let title = el("h2")
        .attr("id", "server-title")
        .attr("tabindex", "-1")
        .text(t!("server"));
    let title_element: HtmlElement = title.html();
    let head = el("header")
        .class("panel-head")
        .child(panel::back(open))
        .child(div("panel-title").child(title))
        .child(panel::close(open, t!("close-esc")));
    let trouble = p("seq-note")
        .attr("role", "status")
        .live_text(move || watched.trouble.get().unwrap_or_default());
    let body = div("panel-body pad")
        .attr("tabindex", "0")
        .attr("role", "region")
        .name(t!("server-server-details"))
        .child(traffic::now(watched))
        .child(trouble)
        .child(traffic::line(watched))
        .child(traffic::facts(watched))
        .child(doctor::doctor())
        .child(times::times(watched))
        .child(counted::counted(watched));
    panel::give_focus_back();
    clock::on_frame(move || focus(&title_element));
    el("aside")
        .class("panel inspector")
        .attr("aria-labelledby", "server-title")
        .child(head)
        .child(body)
}

fn keep_asking(watched: Watched) {
    ask(watched);
    let timer = Live::new(Some(clock::every_ms(ASK_EVERY_MS, move || {
        if !document().hidden() {
            ask(watched);
        }
    })));
    on_cleanup(move || drop(timer.edit(Option::take)));
}

fn ask(watched: Watched) {
    leptos::task::spawn_local(async move {
        match http::figures().await {
            Ok(text) => {
                let at_ms = clock::now().0;
                let figures = Figures::read(&text);
                watched.trouble.set_if_new(None);
                watched.answers.update(|answers| {
                    if answers.len() == KEPT {
                        answers.pop_front();
                    }
                    answers.push_back(Answer { at_ms, figures });
                });
            }
            Err(failure) => watched.trouble.set_if_new(Some(failure.to_string())),
        }
    });
}
