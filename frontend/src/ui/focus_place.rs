//! Where the focus is inside the log, in words that hold when a row is drawn anew: nobody
//! who goes by keys loses their place because somebody reacts.

use web_sys::HtmlElement;

use super::el::focus;
use crate::browser::page;

/// A row, and what in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FocusPlace {
    row: String,
    part: Option<String>,
}

/// The place that has the focus, if it is a row or a part of one that has a name.
#[must_use]
pub fn held() -> Option<FocusPlace> {
    let focused = page::focused()?;
    let row = focused.closest("[data-row]").ok()??;
    let mark = row.get_attribute("data-row")?;
    let part = focused.get_attribute("data-f");
    let is_row = focused.get_attribute("data-row").is_some();
    (is_row || part.is_some()).then_some(FocusPlace { row: mark, part })
}

impl FocusPlace {
    /// Gives the focus back if nothing else has taken it.
    pub fn give_back(&self) {
        let is_lost = page::focused().is_none_or(|focused| focused.tag_name() == "BODY");
        if !is_lost {
            return;
        }
        let Some(row) = page::find(&["[data-row='", &self.row, "']"].concat()) else {
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
