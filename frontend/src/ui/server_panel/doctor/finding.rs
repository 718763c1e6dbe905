//! One finding: how it is, in one sentence, and what to change, to be copied.

use shared::doctor::{Finding, Fix, Outcome, PROXIES};

use super::super::super::el::{El, button, div, el, p, span, sr};
use super::super::super::icon::icon;
use super::super::super::words::doctor as words;
use crate::browser::{clock, page};
use crate::language;
use crate::live::Live;

/// How long the copy button says that it has copied.
const COPIED_FOR_MS: u32 = 2_000;

/// A row of the list; its lines are those of the chosen proxy, and those of no proxy.
pub(super) fn draw(finding: &Finding, proxy: Live<&'static str>) -> El {
    let (class, drawing) = match finding.outcome {
        Outcome::Good => ("good", "check"),
        Outcome::Bad => ("bad", "alert"),
        Outcome::Unknown => ("unknown", "offline"),
    };
    let sentence = p("")
        .child(sr(&[words::outcome(finding.outcome), " "].concat()))
        .text(&language::said(&finding.sentence));
    let fixes = finding.fixes.clone();
    let chosen = move || {
        let proxy = proxy.get();
        let is_meant = |fix: &&Fix| fix.place == proxy || !PROXIES.contains(&fix.place.as_str());
        fixes.iter().filter(is_meant).map(line).collect()
    };
    el("li")
        .class(class)
        .child(icon(drawing))
        .child(div("").child(sentence).live_all(chosen))
}

/// A line to change, and where.
fn line(fix: &Fix) -> El {
    let said = Live::new(t!("server-doctor-finding-copy"));
    let timer = Live::new(None);
    let (words, place) = (language::said(&fix.line), language::said(&fix.place));
    let shown = words.clone();
    let copy = move || {
        let words = words.clone();
        leptos::task::spawn_local(async move {
            said.set(match page::copy(&words).await {
                Ok(()) => t!("copied"),
                Err(_) => t!("server-doctor-finding-not-copied"),
            });
            timer.set(Some(clock::after_ms(COPIED_FOR_MS, move || {
                said.set(t!("server-doctor-finding-copy"));
            })));
        });
    };
    let copy = button("btn s quiet")
        .child(
            span("")
                .attr("role", "status")
                .live_text(move || said.get().to_owned()),
        )
        .child(sr(&[
            " ",
            &t!("server-doctor-finding-line", place = place.as_str()),
        ]
        .concat()))
        .on_click(copy);
    let code = el("pre").child(el("code").text(&shown));
    div("fix")
        .child(span("place").text(&place))
        .child(copy)
        .child(code)
}
