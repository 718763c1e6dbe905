//! The strip under the room's head: the link is down, is back, or has ended for good.
//!
//! It comes after [`SHOWN_AFTER_MS`] without a link, so that a short cut changes only the
//! dot. Its words are announced once; the ticking number is not.

use chat_client::status::LinkState;
use chat_client::{Intent, Notice};
use leptos::prelude::*;
use shared::moment::Moment;

use super::icon::Icon;
use super::words;
use crate::browser::clock::{self, Interval, Timeout};
use crate::contexts::{ChatHandle, use_chat};

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
}

/// The strip. `sign_in` leads back to the welcome page.
#[component]
pub fn Banner(sign_in: Callback<()>) -> impl IntoView {
    let chat = use_chat();
    let now = ticking(chat);
    let notice = passing_notice(chat);
    let subject = Memo::new(move |_| subject(chat, now, notice));
    move || match subject.get() {
        Subject::Nothing => ().into_any(),
        Subject::Down => view! { <Down now/> }.into_any(),
        Subject::NoNetwork => strip(
            "",
            "offline",
            "No network on this device. Trying again as soon as there is one.".to_owned(),
            act("Try now", move || chat.intend(Intent::TryNow)),
        ),
        Subject::SignedOut => {
            let unsent = chat
                .state
                .status
                .with_untracked(|status| status.waiting + status.failed);
            strip(
                "",
                "offline",
                words::signed_out(unsent),
                act("Sign in", move || sign_in.run(())),
            )
        }
        Subject::Outdated => strip(
            "",
            "alert",
            "The server has a newer version. Reload to go on; nothing you wrote is lost."
                .to_owned(),
            act("Reload", reload),
        ),
        Subject::Stopped(sentence) => strip("", "alert", sentence, act("Reload", reload)),
        Subject::Back(sentence) => strip("good", "stored", sentence, ().into_any()),
        Subject::Warning(sentence) => strip(
            "",
            "alert",
            sentence.to_owned(),
            act("Close", move || notice.set(None)),
        ),
    }
}

fn subject(chat: ChatHandle, now: RwSignal<Moment>, notice: RwSignal<Option<Notice>>) -> Subject {
    let link = chat.state.status.with(|status| status.link.clone());
    let is_offline = link == LinkState::NoNetwork;
    match link {
        LinkState::SignedOut => return Subject::SignedOut,
        LinkState::Outdated => return Subject::Outdated,
        LinkState::Stopped(sentence) => return Subject::Stopped(sentence),
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
    match notice.get() {
        None => Subject::Nothing,
        Some(Notice::BackOnline { stored, fetched }) => {
            let complete_to = chat.state.extent.get_untracked().complete_to;
            Subject::Back(words::back_online(stored, fetched, complete_to))
        }
        Some(Notice::KeepsNothing) => {
            Subject::Warning("This browser keeps nothing: unsent messages do not survive a reload.")
        }
        Some(Notice::OutboxFull) => Subject::Warning(
            "Too many messages wait on this device. The last one is in the message box again.",
        ),
    }
}

/// The countdown strip.
#[component]
fn Down(now: RwSignal<Moment>) -> impl IntoView {
    let chat = use_chat();
    let status = chat.state.status;
    let since = move || match status.with(|status| status.offline_since) {
        Some(at) => format!("Offline since {}.", clock::time_of_day(at)),
        None => "No link to the server.".to_owned(),
    };
    let waiting = Memo::new(move |_| status.with(|status| status.waiting));
    let wait =
        Memo::new(move |_| status.with(|status| Some((status.since, next_try(&status.link)?))));
    let countdown = Memo::new(move |_| {
        wait.get()
            .map(|(_, next_try)| words::seconds_left(next_try.ms_since(now.get())))
    });
    // How much of the wait is left, from 1 to 0.
    let left = move || {
        let Some((since, next_try)) = wait.get() else {
            return 0.0;
        };
        let whole = next_try.ms_since(since).max(1);
        #[expect(clippy::cast_precision_loss, reason = "milliseconds of one wait")]
        let left = next_try.ms_since(now.get()) as f64 / whole as f64;
        left.min(1.0)
    };
    view! {
        <div class="banner">
            <Icon name="offline"/>
            <p role="status">
                <strong>{since}</strong>
                " "
                <span class="b-long">{move || words::waiting(waiting.get())}</span>
                <span class="b-short">{move || words::waiting_short(waiting.get())}</span>
            </p>
            <p class="b-next" aria-hidden="true">
                {move || match countdown.get() {
                    Some(left) => view! { "Next try in " <span class="num">{left}</span> }.into_any(),
                    None => "Trying now".into_any(),
                }}
            </p>
            {act("Try now", move || chat.intend(Intent::TryNow))}
            <i
                class="b-bar"
                aria-hidden="true"
                style:transform=move || format!("scaleX({:.3})", left())
            ></i>
        </div>
    }
}

fn strip(class: &'static str, icon: &'static str, sentence: String, act: AnyView) -> AnyView {
    view! {
        <div class=format!("banner {class}")>
            <Icon name=icon/>
            <p role="status">{sentence}</p>
            {act}
        </div>
    }
    .into_any()
}

fn act(name: &'static str, act: impl Fn() + 'static) -> AnyView {
    view! {
        <button class="btn s" type="button" on:click=move |_| act()>
            {name}
        </button>
    }
    .into_any()
}

/// The machine's clock, ticking while there is no link.
fn ticking(chat: ChatHandle) -> RwSignal<Moment> {
    let now = RwSignal::new(chat.now());
    let timer = StoredValue::new_local(None::<Interval>);
    Effect::new(move |_| {
        let is_down = chat.state.down_since.get().is_some();
        now.set(chat.now());
        timer.set_value(is_down.then(|| clock::every_ms(TICK_MS, move || now.set(chat.now()))));
    });
    now
}

/// The last notice, for as long as it is to be seen.
fn passing_notice(chat: ChatHandle) -> RwSignal<Option<Notice>> {
    let timer = StoredValue::new_local(None::<Timeout>);
    let notice = chat.state.notice;
    Effect::new(move |_| {
        let passes = matches!(notice.get(), Some(Notice::BackOnline { .. }));
        timer.set_value(passes.then(|| clock::after_ms(NOTICE_SHOWN_MS, move || notice.set(None))));
    });
    notice
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

fn reload() {
    // Refused only in a page that is going away.
    let _ = window().location().reload();
}
