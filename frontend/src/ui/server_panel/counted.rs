//! What was counted since the server's start: ends, refusals, drops. Only what happened
//! is shown.

use chat_client::wire::closing::meaning;

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
        .child(list(watched, "srv-h-ends", "Ended", ends))
        .child(list(watched, "srv-h-no", "Not opened", refusals))
        .child(list(watched, "srv-h-drop", "Not delivered", drops))
        .child(list(watched, "srv-h-back", "Came back", resumes))
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
        lines.is_empty().then(|| p("soft").text("Nothing yet."))
    };
    section(id, heading(title, || "since the start".to_owned()))
        .child(el("dl").class("pairs").rows(lines, Line::clone, draw))
        .live(nothing)
}

fn ends(figures: &Figures) -> Vec<Line> {
    let ends = figures.family("confab_connections_closed_total");
    let told = ends.map(|(labels, count)| {
        let code = label(labels, "code");
        let side = match label(labels, "side") {
            "server" => "by the server",
            "client" => "by the client",
            _ => "by the network",
        };
        let words = match code.parse::<u16>() {
            Ok(number) => [code, ", ", meaning(number), ", ", side].concat(),
            Err(_) => ["Another code, ", side].concat(),
        };
        (words, count)
    });
    told.collect()
}

fn refusals(figures: &Figures) -> Vec<Line> {
    let refusals = figures.family("confab_handshake_refusals_total");
    let told = refusals.map(|(labels, count)| {
        let words = match label(labels, "reason") {
            "host" => "asked for under another host name",
            "origin" => "from a page of another site",
            "no_upgrade" => "without a request for an upgrade",
            "version" => "in another version of WebSocket",
            "key" => "without a good key",
            "subprotocol" => "in another subprotocol",
            "admission" => "with a name or room that cannot be had",
            "full" => "beyond the number of connections",
            "address_full" => "beyond the number of one address",
            "too_fast" => "too many at once",
            "address_too_fast" => "too many at once from one address",
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
            "signal" => "signals (typing, presence) to readers that were behind",
            "slow_reader" => "readers closed as too slow; they come back and catch up",
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
            "resumed" => "rooms went on where the reader was",
            "newest" => "rooms began with the newest page",
            "rewound" => "rooms began anew: another log, or too far behind",
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
