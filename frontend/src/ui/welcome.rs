//! The first visit: choose a name, nothing else. On a server where nobody has been it
//! says that the server is yours.

use leptos::prelude::*;
use shared::http::Me;
use shared::text::DisplayName;

use super::icon::{Icon, Mark};
use crate::browser::{http, page};

/// What the form is doing.
#[derive(Clone, PartialEq, Eq)]
enum Asking {
    /// Waiting for a name.
    No,
    /// The server was asked; a second press asks nothing.
    Yes,
    /// It was no; the sentence.
    Refused(String),
}

/// The page before anybody is signed in. Calls `signed_in` once somebody is.
#[component]
pub fn Welcome(me: Me, signed_in: Callback<()>) -> impl IntoView {
    page::set_title("Confab");
    let Me { fresh, version, .. } = me;
    view! {
        <main class="welcome" aria-labelledby="welcome-title">
            <div class="w-side">
                <p class="w-brand"><Mark/>"Confab"</p>
                <Promises/>
                <p class="w-foot">
                    <span>{host()}</span>
                    <span>"Confab " {version}</span>
                </p>
            </div>
            <div class="w-form"><NameForm fresh signed_in/></div>
        </main>
    }
}

#[component]
fn Promises() -> impl IntoView {
    let promise = |class, icon, name, words| {
        view! {
            <li class=class>
                <Icon name=icon/>
                <div><b>{name}</b><p>{words}</p></div>
            </li>
        }
    };
    view! {
        <div class="w-say">
            <h2>"You always know " <br/> "where your words are."</h2>
            <ol class="w-states">
                {promise(
                    "",
                    "device",
                    "On this device",
                    "Kept from the moment you press Enter, even with no network.",
                )}
                {promise("ok", "stored", "Stored as #1", "Shown only once it is on the server’s disk.")}
                {promise(
                    "bad",
                    "failed",
                    "Not stored",
                    "You keep the text. Retry can never post it twice.",
                )}
            </ol>
        </div>
    }
}

#[component]
fn NameForm(fresh: bool, signed_in: Callback<()>) -> impl IntoView {
    let name = RwSignal::new(String::new());
    let asking = RwSignal::new(Asking::No);
    let field = NodeRef::<leptos::html::Input>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get()
            && !page::is_touch()
        {
            // Refused only for an element that is not in the page.
            let _ = field.focus();
        }
    });
    let refuse = move |sentence: String| {
        asking.set(Asking::Refused(sentence));
        if let Some(field) = field.get_untracked() {
            let _ = field.focus();
        }
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if asking.get_untracked() == Asking::Yes {
            return;
        }
        let name = match DisplayName::parse(&name.get_untracked()) {
            Ok(name) => name,
            Err(refusal) => return refuse(refusal.message),
        };
        asking.set(Asking::Yes);
        leptos::task::spawn_local(async move {
            match http::login(name.as_str()).await {
                Ok(_) => signed_in.run(()),
                Err(failure) => refuse(failure.to_string()),
            }
        });
    };
    let is_busy = move || asking.get() == Asking::Yes;
    let refusal = move || match asking.get() {
        Asking::Refused(sentence) => Some(sentence),
        Asking::No | Asking::Yes => None,
    };
    let (title, lead, label, act, busy) = if fresh {
        (
            "Set up your server",
            "Nobody has been here before you, so this server will be yours.".to_owned(),
            "Your name",
            "Open Confab",
            "Opening",
        )
    } else {
        (
            "Join Confab",
            format!("Everybody at {} sees the open rooms.", host()),
            "What should we call you?",
            "Join",
            "Joining",
        )
    };
    let fine = if fresh {
        "No e-mail address, no password, no sign-up with anybody. Everything stays on this server."
    } else {
        "No account needed: this browser remembers you."
    };
    view! {
        <form novalidate on:submit=submit aria-labelledby="welcome-title">
            {(!fresh).then(|| view! { <span class="ws-tile big" aria-hidden="true">"C"</span> })}
            <h1 id="welcome-title">{title}</h1>
            <p class="lead">{lead}</p>
            <div class="field" class:bad=move || refusal().is_some()>
                <label for="name">{label}</label>
                <input
                    id="name"
                    type="text"
                    autocomplete="nickname"
                    node_ref=field
                    aria-invalid=move || refusal().is_some().then_some("true")
                    aria-describedby="name-help"
                    on:input=move |event| {
                        name.set(event_target_value(&event));
                        if asking.get_untracked() != Asking::Yes {
                            asking.set(Asking::No);
                        }
                    }
                />
                <p class="help" id="name-help" role="status">
                    {move || match refusal() {
                        Some(sentence) => view! { <Icon name="alert"/> {sentence} }.into_any(),
                        None => "As the others will see it.".into_any(),
                    }}
                </p>
            </div>
            <button
                class="btn primary wide"
                type="submit"
                aria-busy=move || is_busy().then_some("true")
            >
                {move || if is_busy() { busy } else { act }}
            </button>
            <p class="fine">{fine}</p>
        </form>
    }
}

/// Where this page came from, as the address bar shows it.
#[must_use]
pub fn host() -> String {
    // Unreadable only in a document without an address.
    window().location().host().unwrap_or_default()
}
