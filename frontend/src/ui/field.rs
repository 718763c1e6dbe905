//! A text field with what is said about it: help, or why the text was refused.

use web_sys::HtmlInputElement;

use super::el::{El, div, el, p, text};
use super::icon::icon;
use crate::live::Live;

/// What was said to a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Nobody asked.
    Nothing,
    /// The server was asked; asking twice does nothing.
    Asked,
    /// It was no; the sentence.
    Refused(String),
}

/// A field, described.
#[derive(Debug)]
pub struct Field {
    /// Unique in the page.
    pub id: &'static str,
    /// What it asks for.
    pub label: &'static str,
    /// What helps while nothing is wrong.
    pub help: String,
    /// What the browser may fill in.
    pub autocomplete: &'static str,
    /// What was said to the text. A new text takes a refusal away.
    pub said: Live<Said>,
    /// What a text becomes, where that is worth saying.
    pub becomes: fn(&str) -> Option<String>,
}

impl Field {
    /// The field, and its input.
    pub fn draw(self) -> (El, HtmlInputElement) {
        let Self {
            id,
            label,
            help,
            autocomplete,
            said,
            becomes,
        } = self;
        let help_id = [id, "-help"].concat();
        let typed = Live::new(String::new());
        let is_refused = move || said.with(|said| matches!(said, Said::Refused(_)));
        let input = el("input")
            .attr("id", id)
            .attr("type", "text")
            .attr("autocomplete", autocomplete)
            .attr("autocapitalize", "none")
            .attr("aria-describedby", &help_id)
            .live_attr("aria-invalid", move || {
                is_refused().then(|| "true".to_owned())
            });
        let element: HtmlInputElement = input.html();
        let input = {
            let element = element.clone();
            input.on("input", move |_| {
                typed.set(element.value());
                if said.now() != Said::Asked {
                    said.set_if_new(Said::Nothing);
                }
            })
        };
        let words = move || match said.get() {
            Said::Refused(sentence) => vec![icon("alert"), text(&sentence)],
            Said::Nothing | Said::Asked => {
                let becomes = typed.with(|typed| becomes(typed));
                vec![text(&becomes.unwrap_or_else(|| help.clone()))]
            }
        };
        let field = div("field")
            .live_class("bad", is_refused)
            .child(el("label").attr("for", id).text(label))
            .child(input)
            .child(
                p("help")
                    .attr("id", &help_id)
                    .attr("role", "status")
                    .live_all(words),
            );
        (field, element)
    }
}

/// The button that submits a form; it says what it does while the server is asked.
pub fn busy_button(class: &str, said: Live<Said>, act: &'static str, busy: &'static str) -> El {
    let is_busy = move || said.with(|said| *said == Said::Asked);
    el("button")
        .class(class)
        .attr("type", "submit")
        .live_attr("aria-busy", move || is_busy().then(|| "true".to_owned()))
        .live_text(move || if is_busy() { busy } else { act }.to_owned())
}
