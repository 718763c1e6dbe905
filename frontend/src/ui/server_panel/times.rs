//! How long things take: a row of bars each, from quick to slow.

use super::super::el::{El, div, el, p, span, svg};
use super::super::inspector::{heading, section};
use super::super::words;
use super::Watched;
use super::figures::{Bar, Times};
use crate::language;

/// A bar and the gap beside it, in the drawing's own units.
const STEP: u64 = 20;
const BAR: u64 = 16;
/// The drawing's height; a bar of any count is seen.
const HEIGHT: u64 = 40;
const BAR_MIN: u64 = 2;

/// What is timed: the family, the heading, and what it says.
const TIMED: [(&str, &str, &str, &str); 3] = [
    (
        "confab_round_trip_seconds",
        "srv-h-trip",
        key!("round-trip"),
        key!("server-times-from-a-ping-to-its"),
    ),
    (
        "confab_append_seconds",
        "srv-h-append",
        key!("server-times-storing"),
        key!("server-times-until-a-message-is-on"),
    ),
    (
        "confab_fan_out_seconds",
        "srv-h-fan",
        key!("server-times-fan-out"),
        key!("server-times-until-it-is-on-its"),
    ),
];

/// All of them, since the server's start.
pub(super) fn times(watched: Watched) -> El {
    let drawn = TIMED.map(|(family, id, title, note)| {
        one(
            watched,
            family,
            id,
            language::plain(title),
            language::plain(note),
        )
    });
    div("").children(drawn)
}

fn one(
    watched: Watched,
    family: &'static str,
    id: &str,
    title: &'static str,
    note: &'static str,
) -> El {
    let times = move || watched.newest().times(family, None);
    let at = move |percent| {
        let bar = times().percentile(percent);
        bar.map_or("–".to_owned(), within)
    };
    let figure = move |name: &str, percent| {
        span("").children(words::filled(name, &|_| {
            el("b").live_text(move || at(percent))
        }))
    };
    let words = move || {
        let count = usize::try_from(times().count()).unwrap_or(usize::MAX);
        let counted = words::grouped(count);
        t!(
            "server-times-said",
            title = title,
            count = counted,
            half = at(50)
        )
    };
    let head = div("rtt").child(
        p("rtt-s")
            .child(figure(&t!("server-times-half", time = words::SLOTS[0]), 50))
            .child(figure(&t!("server-times-most", time = words::SLOTS[0]), 99)),
    );
    let drawing = svg("svg")
        .class("bars")
        .attr("role", "img")
        .attr("preserveAspectRatio", "none")
        .live_attr("viewBox", move || {
            let width = (times().0.len() as u64).max(1) * STEP;
            Some(["0 0 ", &width.to_string(), " ", &HEIGHT.to_string()].concat())
        })
        .live_name(words)
        .live_all(move || bars(&times()));
    let bound = move |of: fn(&Times) -> Option<Bar>| of(&times()).map_or(String::new(), within);
    let ends = p("spark-x")
        .mute()
        .child(span("").live_text(move || bound(|times| times.0.first().copied())))
        .child(span("").live_text(move || bound(|times| times.0.last().copied())));
    section(id, heading(title, move || note.to_owned()))
        .child(head)
        .child(drawing)
        .child(ends)
}

fn bars(times: &Times) -> Vec<El> {
    let most = times.0.iter().map(|bar| bar.count).max().unwrap_or(0);
    let bar = |(place, bar): (usize, &Bar)| {
        let height = (bar.count * HEIGHT)
            .checked_div(most)
            .filter(|_| bar.count > 0)
            .map_or(0, |height| height.max(BAR_MIN));
        svg("rect")
            .attr("x", &(place as u64 * STEP).to_string())
            .attr("y", &(HEIGHT - height).to_string())
            .attr("width", &BAR.to_string())
            .attr("height", &height.to_string())
    };
    times.0.iter().enumerate().map(bar).collect()
}

/// `≤ 250 µs`, `≤ 5 ms`, `≤ 2 s`; or `longer`.
fn within(bar: Bar) -> String {
    let Some(us) = bar.up_to_us else {
        return t!("server-times-longer").to_owned();
    };
    let (number, unit) = match us {
        0..1_000 => (us.to_string(), t!("unit-us")),
        1_000..1_000_000 => (decimal(us), t!("unit-ms")),
        _ => (decimal(us / 1_000), t!("unit-s")),
    };
    ["≤ ", &number, " ", unit].concat()
}

/// Thousandths as a decimal: `2.5`, or `10`.
fn decimal(thousandths: u64) -> String {
    let (whole, tenth) = (thousandths / 1_000, thousandths % 1_000 / 100);
    match tenth {
        0 => whole.to_string(),
        _ => [&whole.to_string(), t!("decimal-point"), &tenth.to_string()].concat(),
    }
}
