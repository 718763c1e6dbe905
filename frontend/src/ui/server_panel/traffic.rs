//! How many are connected, and what goes back and forth.

use std::fmt::Write;

use super::super::el::{El, div, el, p, span, svg};
use super::super::inspector::{fact, heading, section};
use super::super::words;
use super::figures::ONE;
use super::{Answer, Watched, rate};
use crate::language;

/// The line's drawing, in its own units.
const WIDTH: u64 = 300;
/// As [`WIDTH`].
const HEIGHT: u64 = 64;
/// The line's place in it.
const TOP: u64 = 4;
const BOTTOM: u64 = 60;

const STORED: &str = "confab_append_seconds_count";

/// What travels how, in words.
const TRANSPORTS: [(&str, &str); 4] = [
    ("websocket", key!("server-traffic-by-websocket")),
    ("plain", key!("server-traffic-by-lines")),
    ("events", key!("server-traffic-by-event-stream")),
    ("poll", key!("server-traffic-by-polling")),
];

/// The number of connections, and by what.
pub(super) fn now(watched: Watched) -> El {
    let all = move || {
        let figures = watched.newest();
        figures
            .family("confab_connections")
            .map(|(_, count)| count)
            .sum::<u64>()
    };
    let parts = move || {
        let figures = watched.newest();
        let part = |(label, words): (&str, &'static str)| {
            let sample = ["confab_connections{transport=\"", label, "\"}"].concat();
            let count = figures.whole(&sample);
            (count > 0).then(|| [&number(count), " ", language::plain(words)].concat())
        };
        let parts: Vec<String> = TRANSPORTS.into_iter().filter_map(part).collect();
        parts.join(t!("list-comma"))
    };
    let words = move || t!("server-traffic-connections", count = all());
    div("ins-now")
        .child(span("dot huge online").mute())
        .child(el("strong").live_text(words))
        .child(span("").live_text(parts))
}

/// Messages stored each second, over five minutes.
pub(super) fn line(watched: Watched) -> El {
    let rates = move || -> Vec<u64> {
        watched.answers.with(|answers| {
            let pairs = answers.iter().zip(answers.iter().skip(1));
            pairs
                .map(|(before, after): (&Answer, &Answer)| rate(before, after, STORED))
                .collect()
        })
    };
    let view = ["0 0 ", &WIDTH.to_string(), " ", &HEIGHT.to_string()].concat();
    let grid = ["M0 32h", &WIDTH.to_string(), "M0 60h", &WIDTH.to_string()].concat();
    let name = move || {
        let rates = rates();
        let most = rates.iter().max().copied().unwrap_or_default();
        t!("server-traffic-said", number = per_second(most))
    };
    let drawing = svg("svg")
        .class("spark")
        .attr("viewBox", &view)
        .attr("preserveAspectRatio", "none")
        .attr("role", "img")
        .live_name(name)
        .child(svg("path").class("sp-grid").attr("d", &grid))
        .child(
            svg("path")
                .class("sp-line")
                .live_attr("d", move || Some(path(&rates()))),
        );
    let last = move || per_second(watched.rate(STORED));
    section(
        "srv-h-stored",
        heading(t!("server-traffic-messages-stored"), || {
            t!("last-5-min").to_owned()
        }),
    )
    .child(
        div("rtt").child(
            p("rtt-n")
                .child(el("strong").live_text(last))
                .text(" ")
                .text(t!("server-traffic-each-second")),
        ),
    )
    .child(drawing)
}

/// Numbers that change all the time.
pub(super) fn facts(watched: Watched) -> El {
    let flow = move |name: &str, sample: &'static str| {
        fact(name, move || {
            (
                per_second(watched.rate(sample)),
                t!("per-second", unit = ""),
            )
        })
    };
    let bytes = move |name: &str, sample: &'static str| {
        fact(name, move || {
            let (number, unit) = words::bytes(watched.rate(sample) / ONE);
            (number, t!("per-second", unit = unit))
        })
    };
    let amount = move |name: &str, sample: &'static str| {
        fact(name, move || {
            let (number, unit) = words::bytes(watched.newest().whole(sample));
            (number, unit.to_owned())
        })
    };
    let processor = move || {
        // Seconds of each second, in millionths: a hundredth is ten thousand of them.
        let percent = watched.rate("process_cpu_seconds_total") / 10_000;
        (
            percent.to_string(),
            t!("server-traffic-of-a-core").to_owned(),
        )
    };
    let list = el("dl")
        .class("facts")
        .child(flow(t!("frames-out"), "confab_frames_sent_total"))
        .child(flow(t!("frames-in"), "confab_frames_received_total"))
        .child(amount(
            t!("server-traffic-most-waiting-for-one"),
            "confab_mailbox_high_water_bytes",
        ))
        .child(bytes(t!("bytes-out"), "confab_sent_bytes_total"))
        .child(bytes(t!("bytes-in"), "confab_received_bytes_total"))
        .child(amount(
            t!("server-traffic-memory"),
            "process_resident_memory_bytes",
        ))
        .child(fact(t!("server-traffic-processor"), processor));
    section(
        "srv-h-now",
        heading(t!("server-traffic-right-now"), String::new),
    )
    .child(list)
}

/// The line through these numbers, from the left, the last one at the right end; up is
/// more.
fn path(rates: &[u64]) -> String {
    let most = rates.iter().max().copied().unwrap_or_default().max(ONE);
    let step = WIDTH / (super::KEPT as u64 - 1);
    let first = WIDTH - step * (rates.len() as u64).saturating_sub(1).min(WIDTH / step);
    let mut path = String::new();
    for (place, rate) in rates.iter().enumerate() {
        let sign = if place == 0 { "M" } else { "L" };
        let x = first + step * place as u64;
        let y = BOTTOM - (BOTTOM - TOP) * rate / most;
        // Writing to a string succeeds.
        let _ = write!(path, "{sign}{x} {y}");
    }
    path
}

/// `0`, `0.4` or `1,250`.
fn per_second(millionths: u64) -> String {
    if millionths == 0 || millionths >= 10 * ONE {
        return number(millionths / ONE);
    }
    let tenths = (millionths / (ONE / 10)).max(1);
    words::tenths(tenths)
}

fn number(count: u64) -> String {
    words::grouped(usize::try_from(count).unwrap_or(usize::MAX))
}
