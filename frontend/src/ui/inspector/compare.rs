//! The ways to the server beside each other, measured on this very link when somebody asks.

use std::cell::Cell;
use std::rc::Rc;

use chat_client::compare::{Measured, Way};
use leptos::prelude::on_cleanup;

use super::super::el::{El, button, div, el, p, span, svg};
use super::super::words;
use super::super::words::compare::Aspect;
use super::{heading, section};
use crate::handle::ChatHandle;
use crate::language;
use crate::live::Live;

/// A bar's own units.
const BAR_WIDTH: u64 = 100;

/// How far a comparison is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Idle,
    Measuring(Way),
}

/// The button, what it does, and what came of it.
pub(super) fn compare(chat: ChatHandle) -> El {
    let stage = Live::new(Stage::Idle);
    let runs = Rc::new(Cell::new(0_u32));
    let ended = Rc::clone(&runs);
    // Whoever closes the panel does not wait for the end.
    on_cleanup({
        let ended = send_wrapper::SendWrapper::new(ended);
        move || ended.set(ended.get() + 1)
    });
    let press = move || {
        let run = runs.get() + 1;
        runs.set(run);
        if stage.now() == Stage::Idle {
            leptos::task::spawn_local(measure(chat, stage, run, Rc::clone(&runs)));
        } else {
            stage.set(Stage::Idle);
        }
    };
    let words = move || match stage.get() {
        Stage::Idle => t!("wire-compare-compare-the-transports"),
        Stage::Measuring(_) => t!("wire-compare-stop"),
    };
    let said = move || match stage.get() {
        Stage::Idle if chat.state.compared.with(Vec::is_empty) => {
            t!("wire-compare-some-hundred-small-messages-by").to_owned()
        }
        Stage::Idle => String::new(),
        Stage::Measuring(way) => t!("wire-compare-measuring", way = words::way(way)),
    };
    let charts = move || {
        chat.state.compared.with(|measured| {
            if measured.is_empty() {
                return Vec::new();
            }
            Aspect::ALL
                .into_iter()
                .map(|aspect| chart(aspect, measured))
                .chain(std::iter::once(
                    p("soft").text(t!("wire-compare-a-requests-headers-are-counted")),
                ))
                .collect()
        })
    };
    section(
        "ins-h-compare",
        heading(t!("wire-compare-compare"), String::new),
    )
    .child(
        div("compare-acts")
            .child(
                button("btn s")
                    .live_text(move || words().to_owned())
                    .on_click(press),
            )
            .child(p("soft").attr("role", "status").live_text(said)),
    )
    .child(div("compare").live_all(charts))
}

async fn measure(chat: ChatHandle, stage: Live<Stage>, run: u32, runs: Rc<Cell<u32>>) {
    let Some(bench) = chat.bench() else { return };
    let is_over = || runs.get() != run;
    stage.set(Stage::Measuring(Way::ALL[0]));
    let heads = bench.heads().await;
    let mut measured = Vec::new();
    for way in Way::ALL {
        if is_over() {
            return;
        }
        stage.set(Stage::Measuring(way));
        measured.push(bench.measure(way, heads).await);
    }
    if !is_over() {
        chat.state.compared.set(measured);
        stage.set(Stage::Idle);
    }
}

fn chart(aspect: Aspect, measured: &[Measured]) -> El {
    let sizes = measured.iter().flat_map(|measured| &measured.outcome);
    let largest = sizes.map(|figures| aspect.size(figures)).max().unwrap_or(0);
    let bars = measured.iter().map(|measured| {
        let figure = match &measured.outcome {
            Ok(figures) => aspect.figure(figures),
            Err(why) => t!("wire-compare-blocked", why = language::said(why)),
        };
        let width = measured.outcome.as_ref().map_or(0, |figures| {
            (aspect.size(figures) * BAR_WIDTH / largest.max(1)).max(1)
        });
        el("li")
            .child(span("").text(words::way(measured.way)))
            .child(bar(width))
            .child(span("num").text(&figure))
    });
    el("figure")
        .child(el("h4").text(aspect.name()))
        .child(el("ul").children(bars))
        .child(el("figcaption").text(&aspect.sentence(measured)))
}

fn bar(width: u64) -> El {
    svg("svg")
        .class("bar")
        .attr("viewBox", "0 0 100 8")
        .attr("preserveAspectRatio", "none")
        .mute()
        .child(
            svg("rect")
                .attr("width", &width.to_string())
                .attr("height", "8"),
        )
}
