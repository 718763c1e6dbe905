//! One more device of the same person: the code that this one gives, and the form that takes
//! it there.

use std::rc::Rc;

use shared::http::SignInCode;
use shared::limits::SIGN_IN_CODE_HOLDS_MS;
use web_sys::HtmlElement;

use super::el::{El, button, div, el, focus, p};
use super::field::{Field, Said, busy_button};
use super::settings::group;
use crate::browser::{address, clock, http, page};
use crate::live::Live;

/// How long a button says that it copied.
const COPIED_SHOWN_MS: u32 = 2_000;

/// What became of the wish for a code.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Given {
    Nothing,
    Asked,
    Code(SignInCode),
    Over,
    Refused(String),
}

/// The part of the settings that gives a code.
pub fn own_devices() -> El {
    let given = Live::new(Given::Nothing);
    let over = Live::new(None);
    let ask = move || {
        if given.now() == Given::Asked {
            return;
        }
        given.set(Given::Asked);
        leptos::task::spawn_local(async move {
            let code = http::sign_in_code().await;
            if let Ok(code) = &code {
                let holds_ms = u32::try_from(code.holds_ms).unwrap_or(u32::MAX);
                let ends = clock::after_ms(holds_ms, move || given.set(Given::Over));
                over.edit(|over| *over = Some(ends));
            }
            given.set(match code {
                Ok(code) => Given::Code(code),
                Err(failure) => Given::Refused(failure.to_string()),
            });
        });
    };
    let shown = div("").attr("role", "status").live_all(move || {
        given.with(|given| match given {
            Given::Nothing | Given::Asked => Vec::new(),
            Given::Over => vec![p("note").text(t!("devices-over"))],
            Given::Refused(sentence) => vec![p("note warn").text(sentence)],
            Given::Code(code) => drawn(code),
        })
    });
    let label = move || {
        given.with(|given| match given {
            Given::Nothing | Given::Refused(_) => t!("devices-get"),
            Given::Asked => t!("devices-getting"),
            Given::Code(_) | Given::Over => t!("devices-get-another"),
        })
    };
    let get = button("btn")
        .live_text(move || label().to_owned())
        .on_click(ask);
    let body = div("")
        .child(p("soft").text(t!("devices-why")))
        .child(shown)
        .child(get);
    group("set-devices", t!("devices"), body)
}

fn drawn(code: &SignInCode) -> Vec<El> {
    let is_copied = Live::new(false);
    let timer = Live::new(None);
    let link = address::of_code(&code.code);
    let copy = move || {
        let link = link.clone();
        leptos::task::spawn_local(async move {
            // Where the browser refuses, the label simply does not change.
            if page::copy(&link).await.is_ok() {
                is_copied.set(true);
                let back = clock::after_ms(COPIED_SHOWN_MS, move || is_copied.set(false));
                timer.edit(|timer| *timer = Some(back));
            }
        });
    };
    let minutes = SIGN_IN_CODE_HOLDS_MS / 60_000;
    vec![
        el("p")
            .class("sign-in-code")
            .child(el("code").attr("dir", "ltr").text(&code.code))
            .child(
                button("btn s")
                    .live_text(move || {
                        let copied = is_copied.get();
                        if copied {
                            t!("copied")
                        } else {
                            t!("tools-copy-link")
                        }
                        .to_owned()
                    })
                    .on_click(copy),
            ),
        p("soft").text(&t!(
            "devices-how",
            choice = t!("devices-already-here"),
            minutes = minutes
        )),
    ]
}

/// The form on a device where nobody is signed in. Does `signed_in` once somebody is, and
/// `back` for who is new here after all.
pub fn code_form(code: &str, signed_in: Rc<dyn Fn()>, back: impl Fn() + 'static) -> El {
    let said = Live::new(Said::Nothing);
    let field = Field {
        id: "code",
        label: t!("devices-code"),
        help: t!("devices-code-help").to_owned(),
        autocomplete: "one-time-code",
        said,
        becomes: |_| None,
    };
    let (field, input) = field.draw();
    input.set_value(code);
    let sign_in = busy_button(
        "btn primary wide",
        said,
        t!("devices-sign-in"),
        t!("devices-signing-in"),
    );
    // A code that came with the address waits for a word of the person: somebody else may
    // have made the link.
    let to_focus: HtmlElement = if code.is_empty() {
        input.clone().into()
    } else {
        sign_in.html()
    };
    clock::on_frame(move || focus(&to_focus));
    let submit = move || {
        if said.now() == Said::Asked {
            return;
        }
        let typed = input.value();
        if typed.trim().is_empty() {
            said.set(Said::Refused(t!("devices-code-help").to_owned()));
            focus(&input);
            return;
        }
        said.set(Said::Asked);
        let (input, signed_in) = (input.clone(), Rc::clone(&signed_in));
        leptos::task::spawn_local(async move {
            match http::login_by_code(&typed).await {
                Ok(_) => signed_in(),
                Err(failure) => {
                    said.set(Said::Refused(failure.to_string()));
                    focus(&input);
                }
            }
        });
    };
    el("form")
        .attr("novalidate", "")
        .attr("aria-labelledby", "welcome-title")
        .on_submit(submit)
        .child(
            el("h1")
                .attr("id", "welcome-title")
                .text(t!("devices-title")),
        )
        .child(p("lead").text(t!("devices-lead")))
        .child(field)
        .child(sign_in)
        .child(
            button("btn quiet wide")
                .text(t!("devices-new-here"))
                .on_click(back),
        )
}
