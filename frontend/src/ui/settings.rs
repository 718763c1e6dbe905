//! The settings: each choice takes hold at once and is kept, in every tab of this browser.
//!
//! Whether things move is not asked here: the page follows what the device says of motion.

use super::devices::own_devices;
use super::dialog::dialog;
use super::el::{El, button, div, el, listen_at_window, p, span, watch};
use super::readers::reading;
use super::shortcuts::control;
use super::sidebar::Overlays;
use super::told::notifications;
use super::words;
use crate::browser::page;
use crate::handle::ChatHandle;
use crate::language::Language;
use crate::settings::{EnterKey, Settings, Theme};

/// Keeps the page in step with what is chosen, here or in another tab, for as long as the
/// calling component is on the page.
pub fn keep_in_step(settings: Settings) {
    watch(move || page::set_theme(settings.theme.get().name()));
    listen_at_window("storage", move |_| settings.read_again());
}

/// The dialog.
pub fn settings(chat: ChatHandle, overlays: Overlays) -> El {
    let settings = chat.settings;
    dialog(overlays.settings, "settings", t!("settings"), move || {
        let body = div("dlg-body settings")
            .child(themes(settings))
            .child(languages(settings))
            .child(notifications(chat))
            .child(reading());
        let body = if page::is_touch() {
            body
        } else {
            body.child(writing(settings))
        };
        body.child(own_devices()).child(this_login(overlays))
    })
}

fn themes(settings: Settings) -> El {
    let choices = Theme::ALL.map(|theme| {
        let (picture, words) = match theme {
            Theme::System => ("th sys", t!("settings-system")),
            Theme::Light => ("th lt", t!("settings-light")),
            Theme::Dark => ("th dk", t!("settings-dark")),
        };
        let halves = if theme == Theme::System { 2 } else { 1 };
        let picture = span(picture).mute().children((0..halves).map(|_| el("i")));
        let is_chosen = move || settings.theme.get() == theme;
        let choose = move || settings.choose_theme(theme);
        el("label")
            .child(radio("theme", is_chosen, choose))
            .child(picture)
            .child(span("lab").text(words))
    });
    group(
        "set-theme",
        t!("settings-theme"),
        div("themes").children(choices),
    )
}

/// The language, which the page is loaded anew for: every sentence of it is another then.
/// What was typed and not sent is kept, as over any reload.
fn languages(settings: Settings) -> El {
    let chosen = settings.language();
    let offer = |language: Option<Language>| {
        let (value, said) = match language {
            None => ("", t!("settings-language-of-browser")),
            Some(language) => (language.code(), language.own_name()),
        };
        let option = el("option").attr("value", value).text(said);
        let option = match language {
            Some(language) => option.attr("lang", language.code()),
            None => option,
        };
        if language == chosen {
            option.attr("selected", "")
        } else {
            option
        }
    };
    let all = std::iter::once(None).chain(Language::ALL.map(Some));
    let select = el("select")
        .attr("aria-labelledby", "set-language")
        .children(all.map(offer));
    let element: web_sys::HtmlSelectElement = select.html();
    let select = select.on("change", move |_| {
        settings.choose_language(Language::of(&element.value()));
        page::reload();
    });
    group("set-language", t!("settings-language"), select)
}

fn writing(settings: Settings) -> El {
    let choices = EnterKey::ALL.map(|enter| {
        let (said, other) = match enter {
            EnterKey::Sends => (
                t!(
                    "settings-enter-sends",
                    enter = words::SLOTS[0],
                    other = words::SLOTS[1]
                ),
                "Shift Enter".to_owned(),
            ),
            EnterKey::Breaks => (
                t!(
                    "settings-enter-breaks",
                    enter = words::SLOTS[0],
                    other = words::SLOTS[1]
                ),
                [control(), " Enter"].concat(),
            ),
        };
        let keys = ["Enter", &other];
        let words = words::filled(&said, &|slot| el("kbd").text(keys[slot]));
        let is_chosen = move || settings.enter.get() == enter;
        let choose = move || settings.choose_enter(enter);
        option("enter", is_chosen, choose, span("").children(words))
    });
    group("set-writing", t!("writing"), div("opts").children(choices))
}

fn this_login(overlays: Overlays) -> El {
    let leave = button("btn")
        .attr("aria-haspopup", "dialog")
        .text(t!("settings-sign-out-here"))
        .on_click(move || {
            overlays.settings.set(false);
            overlays.sign_out.set(true);
        });
    let body = div("")
        .child(p("soft").text(t!("settings-ends-the-login-of-this")))
        .child(leave);
    group("set-login", t!("settings-this-browser"), body)
}

/// A group of choices under its name.
pub fn group(id: &str, name: &str, body: El) -> El {
    div("set")
        .attr("role", "group")
        .attr("aria-labelledby", id)
        .child(el("h3").attr("id", id).text(name))
        .child(div("set-in").child(body))
}

/// One of several choices, with its words.
pub fn option(
    name: &str,
    is_chosen: impl Fn() -> bool + 'static,
    choose: impl Fn() + 'static,
    words: El,
) -> El {
    el("label")
        .class("opt")
        .child(radio(name, is_chosen, choose))
        .child(words)
}

/// A choice that is on or off, with what it means.
pub fn switch(
    words: &str,
    more: Option<&str>,
    is_on: impl Fn() -> bool + 'static,
    turn: impl Fn(bool) + 'static,
) -> El {
    let input = el("input").attr("type", "checkbox").attr("role", "switch");
    let element: web_sys::HtmlInputElement = input.html();
    let is_on = std::rc::Rc::new(is_on);
    {
        let (element, is_on) = (element.clone(), std::rc::Rc::clone(&is_on));
        watch(move || element.set_checked(is_on()));
    }
    let input = input.on("change", move |_| {
        let wanted = element.checked();
        // It shows what holds, not what is hoped for.
        element.set_checked(leptos::prelude::untrack(|| is_on()));
        turn(wanted);
    });
    let words = span("").text(words);
    let words = match more {
        Some(more) => words.child(el("small").text(more)),
        None => words,
    };
    el("label").class("sw-opt").child(words).child(input)
}

fn radio(name: &str, is_chosen: impl Fn() -> bool + 'static, choose: impl Fn() + 'static) -> El {
    let input = el("input").attr("type", "radio").attr("name", name);
    let element: web_sys::HtmlInputElement = input.html();
    watch(move || element.set_checked(is_chosen()));
    input.on("change", move |_| choose())
}
