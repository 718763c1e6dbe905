//! An own message that is written anew, in its place. Enter saves, Esc cancels; what
//! breaks a rule stays here with the reason. A message may be left with its files alone; of one
//! without files an empty text asks whether to delete.

use shared::text::MessageText;
use web_sys::{HtmlElement, HtmlTextAreaElement};

use super::el::{El, button, el, focus, p, span, text, watch};
use super::keys;
use super::words;
use crate::acts::{self, Editing};
use crate::browser::page;
use crate::handle::ChatHandle;
use crate::language;
use crate::live::Live;

/// A message that is taken back while it is written anew takes its box with it: what stood
/// there goes into the message box.
pub fn save_words_of_deleted(chat: ChatHandle) {
    watch(move || {
        let _ = chat.state.lines_changed.get();
        chat.acts.thread_read.with(|_| ());
        let Some(editing) = chat.acts.editing.now() else {
            return;
        };
        let Some(at) = acts::box_of_deleted(chat, editing.seq) else {
            return;
        };
        let typed = chat.acts.edit_typed.now();
        chat.acts.editing.set(None);
        chat.acts.edit_typed.set(None);
        if let Some(typed) =
            typed.filter(|typed| *typed != editing.text && !typed.trim().is_empty())
        {
            chat.state.take_back(chat, at, typed);
            chat.acts
                .said
                .set(Some(t!("edit-box-message-is-gone").to_owned()));
        }
    });
}

/// The box.
pub fn edit_box(chat: ChatHandle, editing: &Editing) -> El {
    let seq = editing.seq;
    let before = editing.text.clone();
    let refusal = Live::new(None::<String>);
    let field = el("textarea")
        .attr("rows", "1")
        .attr("spellcheck", "true")
        .name(t!("edit-box-edit-your-message"));
    let box_: HtmlTextAreaElement = field.html();
    let typed = chat.acts.edit_typed;
    box_.set_value(&typed.now().unwrap_or_else(|| editing.text.clone()));
    let focused = box_.clone();
    // Nothing takes the focus before it is in the page; it is there when this turn is over,
    // and so before another letter can fall beside it.
    leptos::task::spawn_local(async move {
        focus(&focused);
        let end = u32::try_from(focused.value().encode_utf16().count()).unwrap_or(u32::MAX);
        // Refused only by fields that have no selection.
        let _ = focused.set_selection_range(end, end);
    });
    let base = editing.base;
    let saved = box_.clone();
    let save = move || {
        let value = saved.value();
        match acts::find(chat, seq) {
            Some(of) if value.trim().is_empty() && of.files.is_empty() => {
                acts::ask_to_delete(chat, &of);
                return;
            }
            // One that was taken back meanwhile is refused when it is stored.
            Some(_) | None => {}
        }
        match MessageText::parse_beside_files(&value) {
            Ok(text) if text.as_str() == before => close(chat),
            Ok(text) => {
                acts::save(chat, seq, text, base);
                close(chat);
            }
            Err(no) => refusal.set(Some(language::said(&no.message))),
        }
    };
    let by_key = save.clone();
    let field = field
        .on("input", move |_| {
            refusal.set_if_new(None);
            typed.set(Some(box_.value()));
            grow(&box_);
        })
        .on_key(move |event| {
            if keys::is_composing(&event) {
                return;
            }
            let is_plain = !event.shift_key() && !event.alt_key();
            let saves = is_plain && (event.ctrl_key() || event.meta_key() || !page::is_touch());
            match event.key().as_str() {
                "Enter" if saves => {
                    event.prevent_default();
                    by_key();
                }
                "Escape" => {
                    event.prevent_default();
                    close(chat);
                }
                _ => {}
            }
        });
    let reason = move || {
        refusal.get().map_or_else(Vec::new, |why| {
            vec![text(&t!("not-stored-because", why = why))]
        })
    };
    let keys = ["Enter", "Esc"].map(|key| el("kbd").text(key));
    let hints = span("not-phone").children(words::filled(
        &t!(
            "edit-box-keys",
            enter = words::SLOTS[0],
            escape = words::SLOTS[1]
        ),
        &|slot| keys[slot].clone(),
    ));
    el("form")
        .class("edit")
        .name(t!("edit-box-edit-message"))
        .on_submit(save)
        .child(field)
        .child(p("bad").attr("role", "status").live_all(reason))
        .child(
            p("")
                .child(hints)
                .child(
                    button("btn s quiet")
                        .text(t!("cancel"))
                        .on_click(move || close(chat)),
                )
                .child(
                    el("button")
                        .class("btn s primary")
                        .attr("type", "submit")
                        .text(t!("save")),
                ),
        )
}

fn close(chat: ChatHandle) {
    chat.acts.editing.set(None);
    if !page::is_touch() {
        keys::focus_the_box();
    }
}

/// As high as its text, where the browser does not do that by itself.
fn grow(field: &HtmlTextAreaElement) {
    if web_sys::css::supports("field-sizing: content").unwrap_or(false) {
        return;
    }
    let style = HtmlElement::style(field);
    // Refused only for values that are no lengths.
    let _ = style.set_property("height", "auto");
    let height = [&field.scroll_height().to_string(), "px"].concat();
    let _ = style.set_property("height", &height);
}
