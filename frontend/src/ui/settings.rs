//! The settings: each choice takes hold at once and is kept, in every tab of this browser.
//!
//! Whether things move is not asked here: the page follows what the device says of motion.

use super::dialog::dialog;
use super::el::{El, button, div, el, listen_at_window, p, span, text, watch};
use super::readers::reading;
use super::shortcuts::control;
use super::sidebar::Overlays;
use super::told::notifications;
use crate::browser::page;
use crate::handle::ChatHandle;
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
    dialog(overlays.settings, "settings", "Settings", move || {
        let body = div("dlg-body settings")
            .child(themes(settings))
            .child(notifications(chat))
            .child(reading());
        let body = if page::is_touch() {
            body
        } else {
            body.child(writing(settings))
        };
        body.child(this_login(overlays))
    })
}

fn themes(settings: Settings) -> El {
    let choices = Theme::ALL.map(|theme| {
        let (picture, words) = match theme {
            Theme::System => ("th sys", "System"),
            Theme::Light => ("th lt", "Light"),
            Theme::Dark => ("th dk", "Dark"),
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
    group("set-theme", "Theme", div("themes").children(choices))
}

fn writing(settings: Settings) -> El {
    let key = |name: &str| el("kbd").text(name);
    let choices = EnterKey::ALL.map(|enter| {
        let words = match enter {
            EnterKey::Sends => [
                key("Enter"),
                text(" sends, "),
                key("Shift Enter"),
                text(" makes a new line"),
            ],
            EnterKey::Breaks => [
                key("Enter"),
                text(" makes a new line, "),
                key(&[control(), " Enter"].concat()),
                text(" sends"),
            ],
        };
        let is_chosen = move || settings.enter.get() == enter;
        let choose = move || settings.choose_enter(enter);
        option("enter", is_chosen, choose, span("").children(words))
    });
    group("set-writing", "Writing", div("opts").children(choices))
}

fn this_login(overlays: Overlays) -> El {
    let leave = button("btn")
        .attr("aria-haspopup", "dialog")
        .text("Sign out here")
        .on_click(move || {
            overlays.settings.set(false);
            overlays.sign_out.set(true);
        });
    let body = div("")
        .child(p("soft").text("Ends the login of this browser."))
        .child(leave);
    group("set-login", "This browser", body)
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
