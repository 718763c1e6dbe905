//! What was counted since the server's start: ends, refusals, drops. Only what happened
//! is shown.

use super::super::el::{El, div, el, p};
use super::super::inspector::{heading, section};
use super::super::words;
use super::Watched;
use super::figures::Figures;

/// A line of the list.
type Line = (String, u64);

/// Ends of connections, WebSockets that were not opened, what was dropped, resumes.
pub(super) fn counted(watched: Watched) -> El {
    div("")
        .child(list(
            watched,
            "srv-h-ends",
            t!("server-counted-ended"),
            ends,
        ))
        .child(list(
            watched,
            "srv-h-no",
            t!("server-counted-not-opened"),
            refusals,
        ))
        .child(list(
            watched,
            "srv-h-drop",
            t!("server-counted-not-delivered"),
            drops,
        ))
        .child(list(
            watched,
            "srv-h-back",
            t!("server-counted-came-back"),
            resumes,
        ))
}

fn list(watched: Watched, id: &str, title: &str, of: fn(&Figures) -> Vec<Line>) -> El {
    let lines = move || {
        let lines = of(&watched.newest());
        lines.into_iter().filter(|(_, count)| *count > 0).collect()
    };
    let draw = |(words, count): &Line| {
        let count = words::grouped(usize::try_from(*count).unwrap_or(usize::MAX));
        div("")
            .child(el("dt").text(&count))
            .child(el("dd").text(words))
    };
    let nothing = move || {
        let lines: Vec<Line> = lines();
        lines.is_empty().then(|| p("soft").text(t!("nothing-yet")))
    };
    section(
        id,
        heading(title, || t!("server-counted-since-the-start").to_owned()),
    )
    .child(el("dl").class("pairs").rows(lines, Line::clone, draw))
    .live(nothing)
}

fn ends(figures: &Figures) -> Vec<Line> {
    let ends = figures.family("confab_connections_closed_total");
    let told = ends.map(|(labels, count)| {
        let code = label(labels, "code");
        let side = match label(labels, "side") {
            "server" => t!("server-counted-by-the-server"),
            "client" => t!("server-counted-by-the-client"),
            _ => t!("server-counted-by-the-network"),
        };
        let words = match code.parse::<u16>() {
            Ok(number) => [code, words::closing::meaning(number), side].join(t!("list-comma")),
            Err(_) => [t!("server-counted-another-code"), side].join(t!("list-comma")),
        };
        (words, count)
    });
    told.collect()
}

fn refusals(figures: &Figures) -> Vec<Line> {
    let refusals = figures.family("confab_handshake_refusals_total");
    let told = refusals.map(|(labels, count)| {
        let words = match label(labels, "reason") {
            "host" => t!("server-counted-asked-for-under-another-host"),
            "origin" => t!("server-counted-from-a-page-of-another"),
            "no_upgrade" => t!("server-counted-without-a-request-for-an"),
            "version" => t!("server-counted-in-another-version-of-websocket"),
            "key" => t!("server-counted-without-a-good-key"),
            "subprotocol" => t!("server-counted-in-another-subprotocol"),
            "admission" => t!("server-counted-with-a-name-or-room"),
            "full" => t!("server-counted-beyond-the-number-of-connections"),
            "address_full" => t!("server-counted-beyond-the-number-of-one"),
            "too_fast" => t!("server-counted-too-many-at-once"),
            "address_too_fast" => t!("server-counted-too-many-at-once-from"),
            other => other,
        };
        (words.to_owned(), count)
    });
    told.collect()
}

fn drops(figures: &Figures) -> Vec<Line> {
    let drops = figures.family("confab_drops_total");
    let told = drops.map(|(labels, count)| {
        let words = match label(labels, "class") {
            "signal" => t!("server-counted-signals-typing-presence-to-readers"),
            "slow_reader" => t!("server-counted-readers-closed-as-too-slow"),
            other => other,
        };
        (words.to_owned(), count)
    });
    told.collect()
}

fn resumes(figures: &Figures) -> Vec<Line> {
    let resumes = figures.family("confab_resumes_total");
    let told = resumes.map(|(labels, count)| {
        let words = match label(labels, "outcome") {
            "resumed" => t!("server-counted-rooms-went-on-where-the"),
            "newest" => t!("server-counted-rooms-began-with-the-newest"),
            "rewound" => t!("server-counted-rooms-began-anew-another-log"),
            other => other,
        };
        (words.to_owned(), count)
    });
    told.collect()
}

/// One label of those in the braces.
fn label<'a>(labels: &'a str, name: &str) -> &'a str {
    let value = labels.split(',').find_map(|label| {
        let value = label.strip_prefix(name)?.strip_prefix("=\"")?;
        value.strip_suffix('"')
    });
    value.unwrap_or_default()
}
