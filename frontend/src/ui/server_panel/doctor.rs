//! The doctor's section: the owner gives the public address, and sees what this browser
//! and the server itself find there, with the lines to change for the chosen proxy.
//!
//! The server looks by itself and is asked how far it is; this browser looks only at the
//! address that its page came from, and only while the section is there.

mod finding;

use leptos::prelude::on_cleanup;
use leptos::task::spawn_local;
use shared::doctor::{Examined, Finding, Outcome, PROXIES, Progress};
use web_sys::{HtmlInputElement, HtmlSelectElement};

use super::super::el::{El, div, el, p, watch};
use super::super::field::{Field, Said};
use super::super::inspector::{heading, section};
use super::super::words::doctor as words;
use crate::browser::doctor::{self as browser, Echo};
use crate::browser::http::HttpFailure;
use crate::browser::{clock, http, storage};
use crate::live::Live;

/// How often the server is asked how far it is.
const ASK_EVERY_MS: u32 = 1_000;

/// What the section knows.
#[derive(Clone, Copy, Debug)]
struct Visit {
    /// What was said to the address.
    said: Live<Said>,
    /// What the server found, and how far it is.
    server: Live<Option<Examined>>,
    /// What this browser found.
    browser: Live<Vec<Finding>>,
    /// Whether it is still looking.
    looks: Live<bool>,
    /// The WebSocket that is left silent.
    silent: Live<Option<Echo>>,
    /// Whether the address is another one than this page's.
    elsewhere: Live<bool>,
    /// Whose lines are shown.
    proxy: Live<&'static str>,
}

/// The section.
pub(super) fn doctor() -> El {
    let kept = storage::proxy();
    let is_kept = |proxy: &&str| Some(*proxy) == kept.as_deref();
    let proxy = PROXIES.into_iter().find(is_kept).unwrap_or(PROXIES[0]);
    let visit = Visit {
        said: Live::new(Said::Nothing),
        server: Live::new(None),
        browser: Live::new(Vec::new()),
        looks: Live::new(false),
        silent: Live::new(None),
        elsewhere: Live::new(false),
        proxy: Live::new(proxy),
    };
    // Whoever looks notices that nobody looks at it any more.
    on_cleanup(move || drop(visit.silent.edit(Option::take)));
    spawn_local(async move {
        if let Ok(Some(last)) = http::examined().await {
            follow(visit, last).await;
        }
    });
    section(
        "srv-h-doctor",
        heading(t!("server-doctor-doctor"), String::new),
    )
    .class("doctor")
    .child(p("soft").text(t!("doctor-looks-at-this-server-as")))
    .child(form(visit))
    .child(
        p("seq-note")
            .attr("role", "status")
            .live_text(move || state(visit)),
    )
    .live(move || {
        visit
            .elsewhere
            .get()
            .then(|| p("soft").text(t!("doctor-this-page-came-from-another")))
    })
    .child(group(visit, t!("doctor-from-this-browser"), move || {
        visit.browser.get()
    }))
    .child(group(
        visit,
        t!("doctor-from-the-server-itself"),
        move || {
            visit.server.with(|server| {
                let found = server.as_ref().map(|server| server.findings.clone());
                found.unwrap_or_default()
            })
        },
    ))
}

fn form(visit: Visit) -> El {
    let field = Field {
        id: "doctor-address",
        label: t!("server-doctor-public-address"),
        help: t!("doctor-as-visitors-type-it").to_owned(),
        autocomplete: "url",
        said: visit.said,
        becomes: |_| None,
    };
    let (field, input): (El, HtmlInputElement) = field.draw();
    input.set_value(&browser::own_address());
    let is_busy = move || is_busy(visit);
    let examine = el("button")
        .class("btn")
        .attr("type", "submit")
        .live_attr("aria-busy", move || is_busy().then(|| "true".to_owned()))
        .live_text(move || {
            if is_busy() {
                t!("server-doctor-examining")
            } else {
                t!("server-doctor-examine")
            }
            .to_owned()
        });
    let acts = div("doctor-acts").child(chooser(visit)).child(examine);
    el("form")
        .attr("novalidate", "")
        .on_submit(move || {
            if !visit.looks.now() && !visit.server.peek(|server| runs(server.as_ref())) {
                begin(visit, &input.value());
            }
        })
        .child(field)
        .child(acts)
}

/// Whose lines are shown.
fn chooser(visit: Visit) -> El {
    let select = el("select").attr("id", "doctor-proxy");
    let element: HtmlSelectElement = select.html();
    let options = PROXIES.map(|proxy| {
        let option = el("option").attr("value", proxy).text(proxy);
        if proxy == visit.proxy.now() {
            option.attr("selected", "")
        } else {
            option
        }
    });
    let select = select.children(options).on("change", move |_| {
        let chosen = element.value();
        if let Some(proxy) = PROXIES.into_iter().find(|proxy| *proxy == chosen) {
            storage::keep_proxy(proxy);
            visit.proxy.set(proxy);
        }
    });
    div("choose")
        .child(
            el("label")
                .attr("for", "doctor-proxy")
                .text(t!("server-doctor-lines-for")),
        )
        .child(select)
}

/// What one of the two found.
fn group(
    visit: Visit,
    title: &'static str,
    found: impl Fn() -> Vec<Finding> + Clone + 'static,
) -> El {
    let sorted = move || {
        let mut found = found();
        found.sort_by_key(|finding| match finding.outcome {
            Outcome::Bad => 0,
            Outcome::Unknown => 1,
            Outcome::Good => 2,
        });
        found
    };
    let is_there = sorted.clone();
    let there = Live::new(false);
    watch(move || there.set_if_new(!is_there().is_empty()));
    div("")
        .live(move || there.get().then(|| el("h4").text(title)))
        .child(el("ul").class("findings").rows(
            sorted,
            |finding| (finding.outcome, finding.sentence.clone()),
            move |found| finding::draw(found, visit.proxy),
        ))
}

fn begin(visit: Visit, typed: &str) {
    let address = typed.trim().trim_end_matches('/').to_owned();
    let is_own = address.eq_ignore_ascii_case(&browser::own_address());
    visit.elsewhere.set_if_new(!is_own);
    visit.browser.set(Vec::new());
    visit.server.set(None);
    visit.said.set(Said::Asked);
    if is_own {
        visit.looks.set(true);
        spawn_local(async move {
            if let Err(failure) = look(visit).await {
                refuse(visit, &failure);
            }
            visit.looks.set_if_new(false);
        });
    }
    spawn_local(async move {
        match http::examine(address).await {
            Ok(begun) => follow(visit, begun).await,
            Err(failure) => refuse(visit, &failure),
        }
    });
}

fn refuse(visit: Visit, failure: &HttpFailure) {
    visit.said.set(Said::Refused(failure.to_string()));
}

/// Asks the server how far it is until it has ended.
async fn follow(visit: Visit, begun: Examined) {
    let mut newest = Some(begun);
    loop {
        let is_running = runs(newest.as_ref());
        let is_watched = visit.server.edit(|_| ()).is_some();
        if newest.is_some() {
            visit.server.set_if_new(newest);
        }
        if !is_running || !is_watched {
            break;
        }
        clock::wait(ASK_EVERY_MS).await;
        newest = match http::examined().await {
            Ok(newest) => newest,
            Err(failure) => {
                // Nobody knows how far it is now.
                visit.server.set(None);
                return refuse(visit, &failure);
            }
        };
    }
    if visit.said.try_peek(|said| *said == Said::Asked) == Some(true) {
        visit.said.set(Said::Nothing);
    }
}

/// Looks from here, in two steps: what is quickly seen, and the silence.
async fn look(visit: Visit) -> Result<(), HttpFailure> {
    let mut facts = browser::look().await;
    visit.browser.set(http::judge(&facts).await?);
    let Ok(echo) = Echo::open().await else {
        return Ok(());
    };
    let watched = echo.clone();
    if visit.silent.edit(|silent| *silent = Some(echo)).is_none() {
        return Ok(());
    }
    facts.idle = browser::silence(&watched).await;
    // Gone with the section, and then it is not the network that cut it.
    if visit.silent.edit(Option::take).flatten().is_some() {
        visit.browser.set(http::judge(&facts).await?);
    }
    Ok(())
}

fn runs(server: Option<&Examined>) -> bool {
    server.is_some_and(|server| server.progress == Progress::Runs)
}

fn is_busy(visit: Visit) -> bool {
    let server_runs = visit.server.with(|server| runs(server.as_ref()));
    visit.looks.get() || server_runs
}

/// The state in one sentence.
fn state(visit: Visit) -> String {
    if is_busy(visit) {
        return words::running();
    }
    visit.browser.with(|browser| {
        visit.server.with(|server| {
            let of_server = server.iter().flat_map(|server| &server.findings);
            let all: Vec<&Finding> = browser.iter().chain(of_server).collect();
            words::ended(&all, server.as_ref().map(|server| server.progress))
        })
    })
}
