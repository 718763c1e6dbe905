//! Where the focus is inside the log, in words that hold when a row is drawn anew or goes:
//! nobody who goes by keys loses their place because somebody reacts or takes back.

use shared::cursor::Seq;
use web_sys::HtmlElement;

use super::el::focus;
use crate::browser::page;

/// A row, what in it, and the rows beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FocusPlace {
    row: String,
    part: Option<String>,
    beside: Vec<String>,
}

/// The place that has the focus, if it is a row or a part of one that has a name.
#[must_use]
pub fn held() -> Option<FocusPlace> {
    let focused = page::focused()?;
    let row = focused.closest("[data-row]").ok()??;
    let mark = row.get_attribute("data-row")?;
    let part = focused.get_attribute("data-f");
    let is_row = focused.get_attribute("data-row").is_some();
    (is_row || part.is_some()).then(|| FocusPlace {
        beside: beside(&mark),
        row: mark,
        part,
    })
}

/// A message's own row.
#[must_use]
pub fn row(seq: Seq) -> FocusPlace {
    let row = seq.0.to_string();
    FocusPlace {
        beside: beside(&row),
        row,
        part: None,
    }
}

/// Gives the focus to the first of these that is there, unless something has it.
pub fn unless_held(selectors: &[&str]) {
    let is_held = page::focused().is_some_and(|focused| focused.tag_name() != "BODY");
    if let Some(element) = selectors.iter().find_map(|selector| page::find(selector))
        && !is_held
    {
        focus(&element);
    }
}

/// The rows after and before this one.
fn beside(row: &str) -> Vec<String> {
    let rows = page::find_all("[data-row]");
    let marks: Vec<String> = rows
        .iter()
        .filter_map(|row| row.get_attribute("data-row"))
        .collect();
    let Some(at) = marks.iter().position(|mark| mark == row) else {
        return Vec::new();
    };
    let (after, before) = (marks.get(at + 1), marks[..at].last());
    after.into_iter().chain(before).cloned().collect()
}

impl FocusPlace {
    /// Gives the focus back if nothing else has taken it: to a row beside where its own is
    /// gone, else to the log.
    pub fn give_back(&self) {
        let is_lost = page::focused().is_none_or(|focused| focused.tag_name() == "BODY");
        if !is_lost {
            return;
        }
        let row_named = |row: &String| page::find(&["[data-row='", row, "']"].concat());
        let Some(row) = row_named(&self.row) else {
            let beside = self.beside.iter().find_map(row_named);
            if let Some(near) = beside.or_else(|| page::find("[role=log]")) {
                focus(&near);
            }
            return;
        };
        let part = self.part.as_ref().and_then(|part| self.part_named(part));
        focus(&part.unwrap_or(row));
    }

    /// By comparing: a name may hold what a selector may not.
    fn part_named(&self, name: &str) -> Option<HtmlElement> {
        let parts = page::find_all(&["[data-row='", &self.row, "'] [data-f]"].concat());
        let is_it = |part: &HtmlElement| part.get_attribute("data-f").as_deref() == Some(name);
        parts.into_iter().find(is_it)
    }
}
