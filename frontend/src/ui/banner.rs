//! The strip under the room's head: the link is down, is back, or has ended for good.
//!
//! It comes after [`SHOWN_AFTER_MS`] without a link, so that a short cut changes only the
//! dot. Its words are announced once; the ticking number is not.

use chat_client::status::LinkState;
use chat_client::{Intent, Notice};
use leptos::prelude::window;
use shared::moment::Moment;
use web_sys::HtmlElement;

use super::el::{Act, El, act, button, div, el, p, span, watch};
use super::icon::icon;
use super::words;
use crate::browser::{clock, former};
use crate::handle::ChatHandle;
use crate::language;
use crate::live::Live;

/// Cuts shorter than this are only seen in the dot.
const SHOWN_AFTER_MS: u64 = 2_000;

/// The good news stays this long.
const NOTICE_SHOWN_MS: u32 = 4_000;

/// How often the countdown is looked at: often enough for no second to be skipped.
const TICK_MS: u32 = 250;

/// What the strip is about.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Subject {
    /// Nothing to say.
    Nothing,
    /// No link; tries go on by themselves.
    Down,
    /// The device has no network.
    NoNetwork,
    /// The login has ended.
    SignedOut,
    /// The server speaks a newer version.
    Outdated,
    /// The server wants no more of this client; the sentence.
    Stopped(String),
    /// The link is back; the sentence.
    Back(String),
    /// Something that needs no act but to be read; the sentence.
    Warning(&'static str),
    /// A change of a message is not made; the sentence.
    Refused(String),
    /// People left texts here who are not signed in any more; the sentence.
    Left(String),
}

/// The strip. `sign_in` leads back to the welcome page.
pub fn banner(chat: ChatHandle, sign_in: Act) -> El {
    let now = ticking(chat);
    let_notices_pass(chat);
    let shown = Live::new(Subject::Nothing);
    watch(move || shown.set_if_new(subject(chat, now)));
    div("strip").live(move || draw(chat, now, &shown.get(), &sign_in))
}

fn draw(chat: ChatHandle, now: Live<Moment>, subject: &Subject, sign_in: &Act) -> Option<El> {
    let try_now = act(move || chat.intend(Intent::TryNow));
    Some(match subject {
        Subject::Nothing => return None,
        Subject::Down => down(chat, now, try_now),
        Subject::NoNetwork => strip(
            "offline",
            &chat
                .state
                .status
                .with(|status| words::no_network(status.unkept)),
            t!("try-now"),
            try_now,
        ),
        Subject::SignedOut => {
            let unsent = chat
                .state
                .status
                .peek(|status| (status.waiting + status.failed, status.unkept));
            strip(
                "offline",
                &words::signed_out(unsent.0, unsent.1),
                t!("banner-sign-in"),
                Act::clone(sign_in),
            )
        }
        Subject::Outdated => strip(
            "alert",
            t!("banner-the-server-has-a-newer"),
            t!("banner-reload"),
            act(reload),
        ),
        Subject::Stopped(sentence) => strip("alert", sentence, t!("banner-reload"), act(reload)),
        Subject::Back(sentence) => div("banner good")
            .child(icon("stored"))
            .child(said(sentence)),
        Subject::Warning(sentence) => strip(
            "alert",
            sentence,
            t!("close"),
            act(move || chat.state.notice.set(None)),
        ),
        Subject::Refused(sentence) => strip(
            "alert",
            sentence,
            t!("close"),
            act(move || chat.state.notice.set(None)),
        ),
        Subject::Left(sentence) => strip(
            "device",
            sentence,
            t!("show"),
            act(move || chat.state.left_is_shown.set(true)),
        ),
    })
}

fn subject(chat: ChatHandle, now: Live<Moment>) -> Subject {
    let link = chat.state.status.with(|status| status.link.clone());
    let is_offline = link == LinkState::NoNetwork;
    match link {
        LinkState::SignedOut => return Subject::SignedOut,
        LinkState::Outdated => return Subject::Outdated,
        LinkState::Stopped(sentence) => return Subject::Stopped(language::said(&sentence)),
        LinkState::NoNetwork
        | LinkState::Idle
        | LinkState::Connecting
        | LinkState::CatchingUp
        | LinkState::Online
        | LinkState::Slow
        | LinkState::Waiting { .. } => {}
    }
    if let Some(since) = chat.state.down_since.get() {
        let is_due = now.get().ms_since(since) >= SHOWN_AFTER_MS;
        return match (is_due, is_offline) {
            (false, _) => Subject::Nothing,
            (true, false) => Subject::Down,
            (true, true) => Subject::NoNetwork,
        };
    }
    match chat.state.notice.get() {
        None => chat
            .state
            .left
            .with(|left| match words::left(left, &former::name) {
                sentence if sentence.is_empty() => Subject::Nothing,
                sentence => Subject::Left(sentence),
            }),
        Some(Notice::BackOnline { stored, fetched }) => {
            let extent = chat.state.extent.now();
            // Further up it is not the end of the room that is here.
            let complete_to = (!extent.is_further_up).then_some(extent.complete_to);
            Subject::Back(words::back_online(
                stored,
                fetched,
                complete_to.unwrap_or_default(),
            ))
        }
        Some(Notice::KeepsNothing) => {
            Subject::Warning(t!("banner-this-browser-keeps-nothing-unsent"))
        }
        Some(Notice::ChangeRefused(sentence)) => Subject::Refused(sentence),
        Some(Notice::OutboxFull) => Subject::Warning(t!("banner-too-many-messages-wait-on")),
    }
}

/// The countdown strip.
fn down(chat: ChatHandle, now: Live<Moment>, try_now: Act) -> El {
    let status = chat.state.status;
    let since = move || match status.with(|status| status.offline_since) {
        Some(at) => t!("banner-offline-since", time = clock::time_of_day(at)),
        None => t!("banner-no-link-to-the-server").to_owned(),
    };
    let waiting = move || status.with(|status| (status.waiting, status.unkept));
    let wait = move || status.with(|status| Some((status.since, next_try(&status.link)?)));
    let countdown = move || match wait() {
        Some((_, next_try)) => t!(
            "banner-next-try",
            left = words::seconds_left(next_try.ms_since(now.get()))
        ),
        None => t!("banner-trying-now").to_owned(),
    };
    let bar = el("i").class("b-bar").mute();
    let bar_element: HtmlElement = bar.html();
    watch(move || {
        let left = wait().map_or(0, |(since, next_try)| {
            permille_left(now.get(), since, next_try)
        });
        let scale = [
            "scaleX(",
            &(left / 1_000).to_string(),
            ".",
            &digits(left % 1_000),
            ")",
        ];
        // Refused only for values that are no transforms.
        let _ = bar_element
            .style()
            .set_property("transform", &scale.concat());
    });
    let said = p("")
        .attr("role", "status")
        .child(el("strong").live_text(since))
        .text(" ")
        .child(span("b-long").live_text(move || words::waiting(waiting().0, waiting().1)))
        .child(span("b-short").live_text(move || words::waiting_short(waiting().0, waiting().1)));
    div("banner")
        .child(icon("offline"))
        .child(said)
        .child(p("b-next").mute().live_text(countdown))
        .child(act_button(t!("try-now"), try_now))
        .child(bar)
}

/// How much of a wait is left, in thousandths.
fn permille_left(now: Moment, since: Moment, until: Moment) -> u64 {
    let whole = until.ms_since(since).max(1);
    (until.ms_since(now) * 1_000 / whole).min(1_000)
}

/// A number below a thousand with its leading zeros.
fn digits(number: u64) -> String {
    (number + 1_000).to_string().split_off(1)
}

fn strip(drawing: &str, sentence: &str, name: &str, act: Act) -> El {
    div("banner")
        .child(icon(drawing))
        .child(said(sentence))
        .child(act_button(name, act))
}

fn said(sentence: &str) -> El {
    p("").attr("role", "status").text(sentence)
}

fn act_button(name: &str, act: Act) -> El {
    button("btn s").text(name).on_click(move || act())
}

/// When the next try comes, while one is waited for.
#[must_use]
pub fn next_try(link: &LinkState) -> Option<Moment> {
    match link {
        LinkState::Waiting { next_try } => Some(*next_try),
        LinkState::Idle
        | LinkState::Connecting
        | LinkState::CatchingUp
        | LinkState::Online
        | LinkState::Slow
        | LinkState::NoNetwork
        | LinkState::SignedOut
        | LinkState::Outdated
        | LinkState::Stopped(_) => None,
    }
}

/// The machine's clock, ticking while there is no link.
fn ticking(chat: ChatHandle) -> Live<Moment> {
    let now = Live::new(chat.now());
    let timer = Live::new(None);
    watch(move || {
        let is_down = chat.state.down_since.with(Option::is_some);
        now.set(chat.now());
        timer.set(is_down.then(|| clock::every_ms(TICK_MS, move || now.set(chat.now()))));
    });
    now
}

/// Good news goes by itself; warnings stay until they are closed.
fn let_notices_pass(chat: ChatHandle) {
    let timer = Live::new(None);
    let notice = chat.state.notice;
    watch(move || {
        let passes = matches!(notice.get(), Some(Notice::BackOnline { .. }));
        timer.set(passes.then(|| clock::after_ms(NOTICE_SHOWN_MS, move || notice.set(None))));
    });
}

fn reload() {
    // Refused only in a page that is going away.
    let _ = window().location().reload();
}
