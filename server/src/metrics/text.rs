//! The Prometheus text format, version 0.0.4, as it is written.
//!
//! A family is its `HELP`, its `TYPE` and then its samples, together and once. Names and
//! labels are constants of this program, so the only thing left to escape is nothing:
//! [`Text::family`] asserts it in tests.

use std::fmt::{Display, Write as _};

use super::figure::Distribution;

/// What the text is, for whoever asked for it.
pub(crate) const CONTENT_TYPE: &str = "text/plain; version=0.0.4; charset=utf-8";

/// A page of figures under way.
#[derive(Debug)]
pub(super) struct Text(String);

/// A family whose samples are under way.
#[derive(Debug)]
pub(super) struct Family<'a> {
    text: &'a mut String,
    name: &'static str,
}

impl Text {
    /// Nothing yet, with room for so many bytes.
    pub(super) fn with_room_for(bytes: usize) -> Self {
        Self(String::with_capacity(bytes))
    }

    /// A number that only grows.
    pub(super) fn counter(&mut self, name: &'static str, help: &'static str) -> Family<'_> {
        debug_assert!(name.ends_with("_total"), "{name}");
        self.family(name, "counter", help)
    }

    /// A number that goes up and down.
    pub(super) fn gauge(&mut self, name: &'static str, help: &'static str) -> Family<'_> {
        self.family(name, "gauge", help)
    }

    /// How long something took.
    pub(super) fn histogram(&mut self, name: &'static str, help: &'static str, of: &Distribution) {
        let family = self.family(name, "histogram", help);
        let text = family.text;
        for (bound, count) in &of.up_to {
            line(text, format_args!("{name}_bucket{{le=\"{bound}\"}}"), count);
        }
        line(text, format_args!("{name}_bucket{{le=\"+Inf\"}}"), of.count);
        line(text, format_args!("{name}_sum"), of.sum_seconds);
        line(text, format_args!("{name}_count"), of.count);
    }

    /// The whole page.
    pub(super) fn into_string(self) -> String {
        self.0
    }

    fn family(&mut self, name: &'static str, kind: &str, help: &'static str) -> Family<'_> {
        debug_assert!(!help.contains(['\\', '\n']), "{name} needs no escape");
        let text = &mut self.0;
        line(text, format_args!("# HELP {name}"), help);
        line(text, format_args!("# TYPE {name}"), kind);
        Family { text, name }
    }
}

impl Family<'_> {
    /// The family's only sample.
    pub(super) fn value(self, value: impl Display) {
        line(self.text, self.name, value);
    }

    /// One of its samples.
    pub(super) fn with(&mut self, labels: &[(&str, &str)], value: impl Display) {
        let text = &mut *self.text;
        text.push_str(self.name);
        for (place, (label, is)) in labels.iter().enumerate() {
            let before = if place == 0 { '{' } else { ',' };
            debug_assert!(!is.contains(['\\', '"', '\n']), "{is} needs no escape");
            write(text, &format_args!("{before}{label}=\"{is}\""));
        }
        line(text, "}", value);
    }
}

fn line(text: &mut String, before: impl Display, value: impl Display) {
    write(text, &format_args!("{before} {value}\n"));
}

fn write(text: &mut String, what: &impl Display) {
    write!(text, "{what}").expect("a string takes everything");
}
