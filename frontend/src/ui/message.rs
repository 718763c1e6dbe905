//! One message: who, when, what, and for an own one where it is.

use chat_client::Intent;
use chat_client::timeline::{Line, LineContent, LineKey};
use leptos::prelude::*;
use shared::cursor::Seq;
use shared::entry::Author;
use shared::ids::ClientId;
use shared::moment::Timestamp;

use super::avatar::avatar;
use super::icon::Icon;
use super::row::{self, Fate};
use super::text::Parsed;
use super::words;
use crate::browser::clock;
use crate::contexts::{ChatHandle, use_chat};

/// What of a message never changes.
struct Facts {
    author: Option<Author>,
    at: Timestamp,
    seq: Option<Seq>,
    client_id: Option<ClientId>,
    is_mine: bool,
}

/// Draws a message. `head`: with avatar, name and time; else the time shows on hover.
/// `fate` comes with an own one; `mark` is that of its row.
pub fn message(line: &Line, head: bool, fate: Option<ArcRwSignal<Fate>>, mark: String) -> AnyView {
    let chat = use_chat();
    let me = chat.state.me.get_untracked();
    let facts = facts(line, me.as_ref());
    let mentioned = if facts.is_mine { None } else { me.as_ref() };
    let parsed = Parsed::new(row::text(line), mentioned);
    let class = class(&facts, head, parsed.mentions_me);
    let label = label(&facts, parsed.mentions_me);
    let start = if head {
        head_line(&facts)
    } else {
        time(facts.at, "gutter")
    };
    let text = parsed.draw(me.as_ref());
    let Some(fate) = fate else {
        // Most messages are of others and never change: nothing watches them.
        return view! {
            <article class=class aria-label=label tabindex="-1" data-row=mark>
                {start}
                {text}
                {facts.seq.map(number)}
            </article>
        }
        .into_any();
    };
    let end = own_state(chat, facts.client_id, fate.clone());
    let class = {
        let fate = fate.clone();
        move || format!("{class}{}", class_of(&fate.read()))
    };
    let label = move || format!("{label}, {}", words_of(&fate.read()));
    view! {
        <article class=class aria-label=label tabindex="-1" data-row=mark>
            {start}
            {text}
            {end}
        </article>
    }
    .into_any()
}

fn facts(line: &Line, me: Option<&Author>) -> Facts {
    match &line.content {
        LineContent::Entry { entry, mine } => Facts {
            author: Some(entry.author.clone()),
            at: entry.at,
            seq: Some(entry.seq),
            client_id: None,
            is_mine: *mine,
        },
        LineContent::Pending { written_at, .. } => Facts {
            author: me.cloned(),
            at: *written_at,
            seq: None,
            client_id: match line.key {
                LineKey::Pending(_, client_id) => Some(client_id),
                LineKey::Numbered(_) => None,
            },
            is_mine: true,
        },
        // The grouping makes rows of their own of these.
        LineContent::Hole { first, .. } => Facts {
            author: None,
            at: Timestamp::default(),
            seq: Some(*first),
            client_id: None,
            is_mine: false,
        },
    }
}

fn class(facts: &Facts, head: bool, mentions_me: bool) -> String {
    let mut class = if head { "msg first" } else { "msg cont" }.to_owned();
    if facts.is_mine {
        class.push_str(" own");
    }
    if mentions_me {
        class.push_str(" mention");
    }
    class
}

/// `Adaeze Okafor, 13:52, number 4804, mentions you`.
fn label(facts: &Facts, mentions_me: bool) -> String {
    let who = match &facts.author {
        Some(author) if !facts.is_mine => author.name.as_str(),
        Some(_) | None => "You",
    };
    let mut label = format!("{who}, {}", clock::time_of_day(facts.at));
    if let Some(seq) = facts.seq {
        label.push_str(&format!(", number {}", seq.0));
    }
    if mentions_me {
        label.push_str(", mentions you");
    }
    label
}

fn class_of(fate: &Fate) -> &'static str {
    match fate {
        Fate::Stored { .. } => "",
        Fate::Sending | Fate::Waiting { .. } => " pending",
        Fate::Failed(_) => " failed",
    }
}

fn words_of(fate: &Fate) -> &'static str {
    match fate {
        Fate::Stored { .. } => "stored",
        Fate::Sending => "on this device, sending",
        Fate::Waiting { .. } => "on this device, waiting for the link",
        Fate::Failed(_) => "not stored",
    }
}

fn head_line(facts: &Facts) -> AnyView {
    let name = facts.author.as_ref().map(|author| author.name.to_string());
    view! {
        {facts.author.as_ref().map(|author| avatar(author, ""))}
        <div class="by">
            <b dir="auto">{name}</b>
            {time(facts.at, "")}
        </div>
    }
    .into_any()
}

fn time(at: Timestamp, class: &'static str) -> AnyView {
    view! {
        <time class=class datetime=words::iso_utc(at) title=clock::full_date(at)>
            {clock::time_of_day(at)}
        </time>
    }
    .into_any()
}

/// The number of somebody else's message: on hover, and in its name.
fn number(seq: Seq) -> AnyView {
    view! { <span class="state quiet" aria-hidden="true">{seq.to_string()}</span> }.into_any()
}

/// Where an own message is, and what can be done about it.
fn own_state(chat: ChatHandle, id: Option<ClientId>, fate: ArcRwSignal<Fate>) -> AnyView {
    (move || match fate.get() {
        Fate::Stored { seq, is_newest } => stored(seq, is_newest),
        Fate::Sending => view! {
            <span class="state sending">
                <Icon name="device"/>
                "On this device, sending…"
            </span>
        }
        .into_any(),
        Fate::Waiting { speaks_for } => waiting(chat, id, speaks_for),
        Fate::Failed(reason) => failed(chat, id, &reason),
    })
    .into_any()
}

fn stored(seq: Seq, is_newest: bool) -> AnyView {
    let class = if is_newest {
        "state stored"
    } else {
        "state stored quiet"
    };
    view! {
        <span class=class title=format!("Stored by the server as {seq}")>
            <Icon name="stored"/>
            <span aria-hidden="true">{seq.to_string()}</span>
            <span class="sr">{format!("Stored by the server as number {}", seq.0)}</span>
        </span>
    }
    .into_any()
}

fn waiting(chat: ChatHandle, id: Option<ClientId>, speaks_for: usize) -> AnyView {
    let is_cut = move || !chat.state.is_linked();
    view! {
        <span class="state">
            <Icon name="device"/>
            "On this device"
            <button type="button" class="mini" on:click=move |_| cancel(chat, id)>
                "Cancel"
            </button>
        </span>
        {move || {
            (speaks_for > 0 && is_cut())
                .then(|| {
                    view! {
                        <div class="state-line">
                            <p>{words::go_out_together(speaks_for)}</p>
                        </div>
                    }
                })
        }}
    }
    .into_any()
}

fn failed(chat: ChatHandle, id: Option<ClientId>, reason: &str) -> AnyView {
    let retry = move |_| {
        if let Some(id) = id {
            chat.intend(Intent::Retry(id));
        }
    };
    view! {
        <div class="state-line bad">
            <p>
                <Icon name="failed"/>
                <span>{reason.to_owned()}</span>
            </p>
            <span class="acts">
                <button type="button" class="btn s" on:click=retry>
                    <Icon name="retry"/>
                    "Retry"
                </button>
                <button type="button" class="btn s quiet" on:click=move |_| cancel(chat, id)>
                    "Cancel"
                </button>
            </span>
        </div>
    }
    .into_any()
}

fn cancel(chat: ChatHandle, id: Option<ClientId>) {
    if let Some(id) = id {
        chat.intend(Intent::Cancel(id));
    }
}
