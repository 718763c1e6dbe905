//! Where the rows stand on the screen: measuring and setting, no deciding.
//!
//! The element children of the column are the rows in the page, in order. Tops are those
//! of the window, not of the scroller: when the strip above the timeline comes or goes,
//! the line being read stays where the eye is.

use chat_client::grouping::RowKey;
use shared::cursor::Seq;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

use super::observer::Observer;
use super::row;
use crate::browser::clock;

/// Rows remembered as anchors. The first of them that is still there after a change is
/// put back where it was; several, since the first may be the one that went.
const ANCHORS: usize = 12;

/// The class of a message that somebody went to, for a moment.
const FLASH: &str = "flash";

/// As long as its animation in the style sheet.
const FLASHES_MS: u64 = 1_600;

/// Where the focus goes from message to message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The one before; the newest on the screen when none has the focus.
    Older,
    /// The one after; the same.
    Newer,
    /// The first one in the page.
    Oldest,
    /// The last one in the page.
    Newest,
}

/// A row and where its top was.
#[derive(Clone, Copy, Debug)]
pub struct Anchor {
    key: RowKey,
    top: f64,
}

/// The scroller and the column of rows inside it.
#[derive(Clone, Debug)]
pub struct Scroller {
    scroller: HtmlElement,
    column: HtmlElement,
}

impl Scroller {
    /// Measures `column` inside `scroller`.
    #[must_use]
    pub fn new(scroller: HtmlElement, column: HtmlElement) -> Self {
        Self { scroller, column }
    }

    /// Has the sizes watched that the rows' places depend on.
    pub fn watch_sizes(&self, observer: &Observer) {
        observer.watch(&self.scroller);
        observer.watch(&self.column);
    }

    /// Whether it is in the page, so that it can be measured.
    #[must_use]
    pub fn is_in_page(&self) -> bool {
        self.scroller.is_connected()
    }

    /// Whether these are the rows in the page: a drawing may still be to come.
    #[must_use]
    pub fn shows(&self, keys: &[RowKey]) -> bool {
        let is_there = |index: usize| {
            let shown = self
                .row(index)
                .and_then(|row| row.get_attribute("data-row"));
            shown == keys.get(index).map(|key| row::mark(*key))
        };
        let len = keys.len();
        self.column.child_element_count() as usize == len
            && (len == 0 || [0, len / 2, len - 1].into_iter().all(is_there))
    }

    /// Pixels between the top and the first visible one.
    #[must_use]
    pub fn hidden_above(&self) -> f64 {
        f64::from(self.scroller.scroll_top())
    }

    /// Pixels between the last visible one and the end.
    #[must_use]
    pub fn hidden_below(&self) -> f64 {
        let rest = self.scroller.scroll_height()
            - self.scroller.scroll_top()
            - self.scroller.client_height();
        f64::from(rest.max(0))
    }

    /// Shows the end.
    pub fn to_end(&self) {
        self.scroller.set_scroll_top(self.scroller.scroll_height());
    }

    /// Puts the top of row `index` so far below the scroller's own top.
    pub fn place(&self, index: usize, below_top: f64) {
        if let Some(row) = self.row(index) {
            self.scroll_by(top_of(&row) - top_of(&self.scroller) - below_top);
        }
    }

    /// The first rows on the screen and where they are. `keys` are the rows in the page.
    #[must_use]
    pub fn anchors(&self, keys: &[RowKey]) -> Vec<Anchor> {
        (self.first_visible()..keys.len())
            // A day's divider moves up when older lines of that day come.
            .filter(|&index| matches!(keys[index], RowKey::Line(_)))
            .take(ANCHORS)
            .filter_map(|index| {
                Some(Anchor {
                    key: keys[index],
                    top: top_of(&self.row(index)?),
                })
            })
            .collect()
    }

    /// Puts the first anchor that is still there back where it was.
    pub fn restore(&self, keys: &[RowKey], anchors: &[Anchor]) {
        let found = anchors.iter().find_map(|anchor| {
            let index = keys.iter().position(|key| *key == anchor.key)?;
            Some((self.row(index)?, anchor.top))
        });
        if let Some((row, top)) = found {
            self.scroll_by(top_of(&row) - top);
        }
    }

    /// The first row whose end is below the scroller's top.
    #[must_use]
    pub fn first_visible(&self) -> usize {
        let top = top_of(&self.scroller);
        self.partition_point(|row| row.get_bounding_client_rect().bottom() <= top)
    }

    /// How many rows begin above the scroller's end: the last of them is the newest one on
    /// the screen.
    #[must_use]
    pub fn begun(&self) -> usize {
        let end = self.scroller.get_bounding_client_rect().bottom();
        self.partition_point(|row| top_of(row) < end)
    }

    /// Moves the focus between messages. False when there is none that way.
    pub fn focus(&self, step: Step) -> bool {
        let focused = leptos::prelude::document()
            .active_element()
            .filter(|element| is_message(element) && self.column.contains(Some(element)));
        let from = match (step, focused) {
            (Step::Oldest, _) => self.column.first_element_child(),
            (Step::Newest, _) => self.column.last_element_child(),
            (Step::Older, Some(focused)) => focused.previous_element_sibling(),
            (Step::Newer, Some(focused)) => focused.next_element_sibling(),
            (Step::Older | Step::Newer, None) => self.row(self.begun().saturating_sub(1)),
        };
        let mut next = from;
        while let Some(row) = next.as_ref().filter(|row| !is_message(row)) {
            next = match step {
                Step::Older | Step::Newest => row.previous_element_sibling(),
                Step::Newer | Step::Oldest => row.next_element_sibling(),
            };
        }
        // Refused only by an element that has left the page.
        next.and_then(|row| row.dyn_into::<HtmlElement>().ok())
            .is_some_and(|row| row.focus().is_ok())
    }

    /// Lights a message up for a moment, and gives it the focus.
    pub fn point_out(&self, seq: Seq) {
        let mark = ["[data-row='", &seq.0.to_string(), "']"].concat();
        let found = self.column.query_selector(&mark).ok().flatten();
        let Some(row) = found.and_then(|row| row.dyn_into::<HtmlElement>().ok()) else {
            return;
        };
        // Refused only by an element that has left the page, and for names that are none.
        let _ = row.class_list().add_1(FLASH);
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = row.focus_with_options(&options);
        clock::later(FLASHES_MS, move || {
            let _ = row.class_list().remove_1(FLASH);
        });
    }

    fn scroll_by(&self, pixels: f64) {
        // A fraction is the rounding of the measurement, not a movement.
        if pixels.abs() >= 0.5 {
            #[expect(clippy::cast_possible_truncation, reason = "pixels of one scroller")]
            let pixels = pixels.round() as i32;
            self.scroller
                .set_scroll_top(self.scroller.scroll_top() + pixels);
        }
    }

    fn row(&self, index: usize) -> Option<Element> {
        self.column.children().item(u32::try_from(index).ok()?)
    }

    /// Rows stand in order, so that few of them need to be measured.
    fn partition_point(&self, is_before: impl Fn(&Element) -> bool) -> usize {
        let rows = self.column.children();
        let (mut low, mut high) = (0, rows.length());
        while low < high {
            let middle = u32::midpoint(low, high);
            match rows.item(middle) {
                Some(row) if is_before(&row) => low = middle + 1,
                _ => high = middle,
            }
        }
        low as usize
    }
}

fn is_message(row: &Element) -> bool {
    row.tag_name() == "ARTICLE"
}

fn top_of(element: &impl AsRef<Element>) -> f64 {
    element.as_ref().get_bounding_client_rect().top()
}
