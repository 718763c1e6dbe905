//! The first visit: choose a name, or bring the code of another device, nothing else. On a
//! server where nobody has been it says that the server is yours.

use std::rc::Rc;

use leptos::prelude::window;
use shared::http::Me;
use shared::text::DisplayName;
use web_sys::{HtmlElement, HtmlInputElement};

use super::devices::code_form;
use super::el::{El, button, div, el, focus, listen_at_window, p, span};
use super::field::{Field, Said, busy_button};
use super::icon::{icon, mark};
use super::words;
use crate::browser::{address, clock, http, page};
use crate::language;
use crate::live::Live;

/// The three states of a message, as the page promises them: class, icon, name, words.
const PROMISES: [(&str, &str, &str, &str); 3] = [
    (
        "",
        "device",
        key!("on-this-device"),
        key!("welcome-kept-from-the-moment-you"),
    ),
    (
        "ok",
        "stored",
        key!("welcome-stored-as-1"),
        key!("welcome-shown-only-once-it-is"),
    ),
    (
        "bad",
        "failed",
        key!("welcome-not-stored"),
        key!("welcome-you-keep-the-text-retry"),
    ),
];

/// What the page says, on a fresh server and on one that people use.
struct Words {
    title: &'static str,
    lead: String,
    label: &'static str,
    act: &'static str,
    busy: &'static str,
    fine: &'static str,
}

/// The page before anybody is signed in. Does `signed_in` once somebody is.
pub fn welcome(me: &Me, signed_in: impl Fn() + 'static) -> El {
    page::set_title("Confab");
    let version = ["Confab ", &me.version].concat();
    let is_fresh = me.fresh;
    let by_code = Live::new(address::take_code());
    // A link that is opened where the page is open already loads nothing anew.
    listen_at_window("hashchange", move |_| {
        if let Some(code) = address::take_code() {
            by_code.set(Some(code));
        }
    });
    let signed_in: Rc<dyn Fn()> = Rc::new(signed_in);
    let side = div("w-side")
        .child(p("w-brand").child(mark()).text("Confab"))
        .child(promises())
        .child(
            p("w-foot")
                .child(span("").text(&host()))
                .child(span("").text(&version)),
        );
    el("main")
        .class("welcome")
        .attr("aria-labelledby", "welcome-title")
        .child(side)
        .child(div("w-form").live(move || Some(form(is_fresh, by_code, &signed_in))))
}

/// Who is new gives a name; who is somewhere else already brings a code.
fn form(is_fresh: bool, by_code: Live<Option<String>>, signed_in: &Rc<dyn Fn()>) -> El {
    let signed_in = Rc::clone(signed_in);
    match by_code.get() {
        Some(code) => code_form(&code, signed_in, move || by_code.set(None)),
        None => name_form(is_fresh, signed_in, move || {
            by_code.set(Some(String::new()));
        }),
    }
}

/// Where this page came from, as the address bar shows it.
#[must_use]
pub fn host() -> String {
    // Unreadable only in a document without an address.
    window().location().host().unwrap_or_default()
}

fn promises() -> El {
    let promises = PROMISES.iter().map(|&(class, drawing, name, words)| {
        el("li").class(class).child(icon(drawing)).child(
            div("")
                .child(el("b").text(language::plain(name)))
                .child(p("").text(language::plain(words))),
        )
    });
    let say = el("h2").children(words::filled(
        &t!("welcome-say", break = words::SLOTS[0]),
        &|_| el("br"),
    ));
    div("w-say")
        .child(say)
        .child(el("ol").class("w-states").children(promises))
}

fn name_form(is_fresh: bool, signed_in: Rc<dyn Fn()>, by_code: impl Fn() + 'static) -> El {
    let words = if is_fresh {
        fresh_words()
    } else {
        join_words()
    };
    let said = Live::new(Said::Nothing);
    let field = Field {
        id: "name",
        label: words.label,
        help: t!("welcome-as-the-others-will-see").to_owned(),
        autocomplete: "nickname",
        said,
        becomes: |_| None,
    };
    let (field, input) = field.draw();
    focus_unless_touch(&input);
    let submit = move || {
        if said.now() == Said::Asked {
            return;
        }
        let name = match DisplayName::parse(&input.value()) {
            Ok(name) => name,
            Err(refusal) => return refuse(said, &input, language::said(&refusal.message)),
        };
        said.set(Said::Asked);
        let (input, signed_in) = (input.clone(), Rc::clone(&signed_in));
        leptos::task::spawn_local(async move {
            match http::login(name.as_str()).await {
                Ok(_) => signed_in(),
                Err(failure) => refuse(said, &input, failure.to_string()),
            }
        });
    };
    let tile = (!is_fresh).then(|| span("ws-tile big").mute().text("C"));
    el("form")
        .attr("novalidate", "")
        .attr("aria-labelledby", "welcome-title")
        .on_submit(submit)
        .children(tile)
        .child(el("h1").attr("id", "welcome-title").text(words.title))
        .child(p("lead").text(&words.lead))
        .child(field)
        .child(busy_button("btn primary wide", said, words.act, words.busy))
        .child(p("fine").text(words.fine))
        .children((!is_fresh).then(|| {
            button("btn quiet wide")
                .text(t!("devices-already-here"))
                .on_click(by_code)
        }))
}

fn fresh_words() -> Words {
    Words {
        title: t!("welcome-set-up-your-server"),
        lead: t!("welcome-nobody-has-been-here-before").to_owned(),
        label: t!("welcome-your-name"),
        act: t!("welcome-open-confab"),
        busy: t!("welcome-opening"),
        fine: t!("welcome-no-e-mail-address-no"),
    }
}

fn join_words() -> Words {
    Words {
        title: t!("welcome-join-confab"),
        lead: t!("welcome-lead", host = host()),
        label: t!("welcome-what-should-we-call-you"),
        act: t!("welcome-join"),
        busy: t!("welcome-joining"),
        fine: t!("welcome-no-account-needed-this-browser"),
    }
}

fn refuse(said: Live<Said>, input: &HtmlInputElement, sentence: String) {
    said.set(Said::Refused(sentence));
    focus(input);
}

fn focus_unless_touch(input: &HtmlInputElement) {
    if !page::is_touch() {
        let input: HtmlElement = input.clone().into();
        clock::on_frame(move || focus(&input));
    }
}
