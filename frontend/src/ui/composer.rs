//! The message box. What is typed is kept at once, on this device, per room; what breaks a
//! rule is refused here in words and stays in the box.

use chat_client::Intent;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use shared::ids::RoomId;
use shared::limits::MESSAGE_CHARS_MAX;
use shared::text::MessageText;

use super::avatar::avatar;
use super::icon::Icon;
use super::keys::{self, COMPOSER_ID};
use super::timeline::TimelineView;
use super::words;
use crate::browser::clock::{self, Timeout};
use crate::browser::{page, storage};
use crate::contexts::{ChatHandle, use_chat};

/// A draft is written this long after the last key; before that only the box has it.
const DRAFT_KEPT_AFTER_MS: u32 = 300;

/// From here on the box counts.
const COUNTED_FROM_CHARS: usize = MESSAGE_CHARS_MAX - 1_000;

/// The box of one room, with what belongs to it.
#[derive(Clone, Copy)]
struct Draft {
    chat: ChatHandle,
    room: RoomId,
    field: NodeRef<html::Textarea>,
    text: RwSignal<String>,
    refusal: RwSignal<Option<String>>,
    keeping: StoredValue<Option<Timeout>, LocalStorage>,
}

/// The box of `room`. Its own messages bring `timeline` to the end.
#[component]
pub fn Composer(room: RoomId, timeline: TimelineView) -> impl IntoView {
    let chat = use_chat();
    let draft = Draft {
        chat,
        room,
        field: NodeRef::new(),
        text: RwSignal::new(storage::draft(room).unwrap_or_default()),
        refusal: RwSignal::new(None),
        keeping: StoredValue::new_local(None),
    };
    draft.fill_on_start();
    draft.take_texts_back();
    draft.keep_on_leaving();
    let send = move || {
        if draft.send() {
            timeline.go_to_end();
        }
    };
    let chars = Memo::new(move |_| draft.text.with(|text| text.trim_end().chars().count()));
    let is_empty = Memo::new(move |_| draft.text.with(|text| text.trim().is_empty()));
    let name = move || format!("Message #{}", chat.state.room_name().unwrap_or_default());
    view! {
        <Refusal draft chars/>
        <form
            class="composer"
            aria-label="Write a message"
            on:submit=move |event| {
                event.prevent_default();
                send();
                draft.focus();
            }
        >
            {move || chat.state.me.with(|me| me.as_ref().map(|me| avatar(me, "s")))}
            <textarea
                id=COMPOSER_ID
                rows="1"
                aria-label=name
                placeholder=name
                autocomplete="off"
                spellcheck="true"
                enterkeyhint=if page::is_touch() { "enter" } else { "send" }
                dir="auto"
                node_ref=draft.field
                on:input=move |_| draft.typed()
                on:keydown=move |event| {
                    if sends(&event, draft) {
                        event.prevent_default();
                        send();
                    }
                }
            ></textarea>
            <button
                class="btn-send"
                type="submit"
                aria-label="Send message"
                disabled=move || is_empty.get()
            >
                <Icon name="send"/>
            </button>
        </form>
    }
}

/// Why the text was not sent, and how long it is when that matters.
#[component]
fn Refusal(draft: Draft, chars: Memo<usize>) -> impl IntoView {
    // The refusal of a text that is too long has the count in it.
    let count = move || {
        let chars = chars.get();
        (chars >= COUNTED_FROM_CHARS && draft.refusal.with(Option::is_none)).then(|| {
            format!(
                "{} of {} characters",
                words::grouped(chars),
                words::grouped(MESSAGE_CHARS_MAX)
            )
        })
    };
    let is_over = move || chars.get() > MESSAGE_CHARS_MAX;
    view! {
        <div class="refusal">
            <p role="status">
                {move || {
                    draft
                        .refusal
                        .get()
                        .map(|reason| view! { <Icon name="failed"/> "Not stored. " {reason} })
                }}
            </p>
            {move || {
                count()
                    .map(|count| {
                        view! { <p class="chars num" class:over=is_over>{count}</p> }
                    })
            }}
        </div>
    }
}

/// Whether a key sends what is in the box. On touch screens Enter breaks the line, as it
/// does with Shift and inside an open code fence; an input method's Enter only chooses.
fn sends(event: &KeyboardEvent, draft: Draft) -> bool {
    let is_plain_enter = event.key() == "Enter"
        && !event.shift_key()
        && !event.alt_key()
        && !keys::is_composing(event);
    let is_forced = event.ctrl_key() || event.meta_key();
    is_plain_enter && (is_forced || !(page::is_touch() || draft.is_in_fence()))
}

impl Draft {
    /// Parses and sends. Whether it left; if not, the text stays and the reason is shown.
    fn send(self) -> bool {
        let text = match MessageText::parse(&self.text.get_untracked()) {
            Ok(text) => text,
            Err(refusal) => {
                if !self.text.with_untracked(|text| text.trim().is_empty()) {
                    self.refusal.set(Some(refusal.message));
                }
                return false;
            }
        };
        self.chat.post(self.room, text);
        self.put("");
        self.keep();
        true
    }

    /// The person changed the text.
    fn typed(self) {
        let Some(field) = self.field.get_untracked() else {
            return;
        };
        self.text.set(field.value());
        self.refusal.set(None);
        self.grow();
        let keep = clock::after_ms(DRAFT_KEPT_AFTER_MS, move || self.keep());
        self.keeping.set_value(Some(keep));
        if !field.value().trim().is_empty() {
            self.chat.intend(Intent::Typing(self.room));
        }
    }

    /// Replaces the text.
    fn put(self, text: &str) {
        self.text.set(text.to_owned());
        self.refusal.set(None);
        if let Some(field) = self.field.get_untracked() {
            field.set_value(text);
            self.grow();
        }
    }

    /// Writes the draft into storage now.
    fn keep(self) {
        self.keeping.try_set_value(None);
        if let Some(text) = self.text.try_get_untracked() {
            self.chat.state.keep_draft(self.room, &text);
        }
    }

    fn fill_on_start(self) {
        Effect::new(move |_| {
            let Some(field) = self.field.get() else {
                return;
            };
            field.set_value(&self.text.get_untracked());
            self.grow();
            if !page::is_touch() {
                self.focus();
            }
        });
    }

    /// Texts that were taken back come before what was typed since.
    fn take_texts_back(self) {
        let taken_back = self.chat.state.taken_back;
        Effect::new(move |_| {
            if taken_back.with(Vec::is_empty) {
                return;
            }
            let mut texts = std::mem::take(&mut *taken_back.write_untracked());
            let typed = self.text.get_untracked();
            if !typed.trim().is_empty() {
                texts.push(typed);
            }
            self.put(&texts.join("\n"));
            self.keep();
            self.focus();
        });
    }

    /// The draft outlives the room's change, the tab's end and a phone that forgets pages.
    fn keep_on_leaving(self) {
        let hidden = window_event_listener(leptos::ev::visibilitychange, move |_| self.keep());
        let gone = window_event_listener_untyped("pagehide", move |_| self.keep());
        on_cleanup(move || {
            hidden.remove();
            gone.remove();
            self.keep();
        });
    }

    fn focus(self) {
        if let Some(field) = self.field.get_untracked() {
            // Refused only for an element that is not in the page.
            let _ = field.focus();
        }
    }

    /// An odd number of fences before the cursor: the next line is code.
    fn is_in_fence(self) -> bool {
        let Some(field) = self.field.get_untracked() else {
            return false;
        };
        let text = field.value();
        // The browser counts UTF-16 units.
        let cursor = field.selection_start().ok().flatten().unwrap_or(u32::MAX) as usize;
        let before: Vec<u16> = text.encode_utf16().take(cursor).collect();
        let before = String::from_utf16_lossy(&before);
        let fences = before
            .lines()
            .filter(|line| line.trim_start().starts_with("```"))
            .count();
        fences % 2 == 1
    }

    /// As high as its text, where the browser does not do that by itself.
    fn grow(self) {
        if web_sys::css::supports("field-sizing: content").unwrap_or(false) {
            return;
        }
        if let Some(field) = self.field.get_untracked() {
            let style = web_sys::HtmlElement::style(&field);
            // Refused only for values that are no lengths.
            let _ = style.set_property("height", "auto");
            let _ = style.set_property("height", &format!("{}px", field.scroll_height()));
        }
    }
}
