//! How long a question to the server takes to be answered: now, in the middle, at worst.

use chat_client::wire::WireLog;
use shared::moment::{Moment, Timestamp};

use super::super::el::{El, div, el, p, span, svg};
use super::super::words;
use super::spark::{self, Gap, HEIGHT, Point, SPAN_MS, Spark, WIDTH};
use super::{Look, heading, section};
use crate::browser::clock;
use crate::handle::ChatHandle;

/// The last round trip, and a line of the last minutes.
pub(super) fn round_trips(look: Look) -> El {
    let points = move || points(look.chat());
    let last = move || points().last().map(|point| point.ms);
    let number = move |ms: Option<u64>| ms.map_or("–".to_owned(), |ms| ms.to_string());
    let figures = div("rtt")
        .child(
            p("rtt-n")
                .child(el("strong").live_text(move || number(last())))
                .text(" ")
                .text(t!("unit-ms")),
        )
        .child(
            p("rtt-s")
                .child(span("").children(words::filled(
                    &t!("wire-trips-median", time = words::SLOTS[0]),
                    &|_| el("b").live_text(move || number(spark::median(&points()))),
                )))
                .child(span("").children(words::filled(
                    &t!("wire-trips-worst", time = words::SLOTS[0]),
                    &|_| {
                        let worst = move || points().iter().map(|point| point.ms).max();
                        el("b").live_text(move || number(worst()))
                    },
                ))),
        );
    section(
        "ins-h-rtt",
        heading(t!("round-trip"), || t!("last-5-min").to_owned()),
    )
    .child(figures)
    .child(line(look))
    .child(
        p("spark-x")
            .mute()
            .child(span("").live_text(move || began(look.chat())))
            .child(span("gap").live_text(move || last_gap(look.chat())))
            .child(span("").text(t!("wire-trips-now"))),
    )
}

fn began(_: ChatHandle) -> String {
    clock::time_of_day(Timestamp(clock::wall().0.saturating_sub(SPAN_MS)))
}

fn line(look: Look) -> El {
    let drawn = move || -> Spark {
        let chat = look.chat();
        spark::spark(&points(chat), &gaps(chat))
    };
    let view = ["0 0 ", &WIDTH.to_string(), " ", &HEIGHT.to_string()].concat();
    let grid = ["M0 32h", &WIDTH.to_string(), "M0 60h", &WIDTH.to_string()].concat();
    let words = move || {
        let points = points(look.chat());
        let median =
            spark::median(&points).map_or(t!("wire-trips-not-measured").to_owned(), words_ms);
        let worst = points.iter().map(|point| point.ms).max().map(words_ms);
        t!(
            "wire-trips-said",
            median = median,
            worst = worst.unwrap_or_else(|| t!("wire-trips-not-measured").to_owned())
        )
    };
    svg("svg")
        .class("spark")
        .attr("viewBox", &view)
        .attr("preserveAspectRatio", "none")
        .attr("role", "img")
        .live_name(words)
        .child(svg("path").class("sp-grid").attr("d", &grid))
        .live_all(move || {
            let gap = |(x, width): (u64, u64)| {
                svg("rect")
                    .class("sp-gap")
                    .attr("x", &x.to_string())
                    .attr("y", "4")
                    .attr("width", &width.to_string())
                    .attr("height", "56")
            };
            drawn().gaps.into_iter().map(gap).collect()
        })
        .child(
            svg("path")
                .class("sp-area")
                .live_attr("d", move || Some(drawn().area)),
        )
        .child(
            svg("path")
                .class("sp-line")
                .live_attr("d", move || Some(drawn().line)),
        )
}

fn points(chat: ChatHandle) -> Vec<Point> {
    let now = chat.now();
    let recent = chat.read(|client| {
        let trips = client.round_trips().map(|trip| Point {
            ago_ms: now.ms_since(trip.at),
            ms: u64::from(trip.ms),
        });
        trips.filter(|point| point.ago_ms <= SPAN_MS).collect()
    });
    recent.unwrap_or_default()
}

fn gaps(chat: ChatHandle) -> Vec<Gap> {
    let now = chat.now();
    chat.read_wire(|log| gaps_of(log, now)).unwrap_or_default()
}

/// From the end of a link that was welcome until the next welcome, oldest first.
fn gaps_of(log: &WireLog, now: Moment) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let mut until = Some(now);
    for tried in log.tries() {
        let Some(welcomed_after) = tried.welcomed_after_ms else {
            continue;
        };
        if let (Some(ended), Some(until)) = (&tried.ended, until) {
            gaps.push(Gap {
                from_ago_ms: now.ms_since(ended.at.now),
                to_ago_ms: now.ms_since(until),
            });
        }
        until = Some(tried.began.now.plus_ms(welcomed_after));
    }
    gaps.reverse();
    gaps
}

fn last_gap(chat: ChatHandle) -> String {
    let gaps = gaps(chat);
    match gaps.last().filter(|gap| gap.to_ago_ms < SPAN_MS) {
        Some(gap) => {
            let ms = gap.from_ago_ms - gap.to_ago_ms;
            t!("wire-trips-down", time = words::duration(ms))
        }
        None => String::new(),
    }
}

fn words_ms(ms: u64) -> String {
    t!("milliseconds", number = ms.to_string())
}
