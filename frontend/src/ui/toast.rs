//! A word on what was just done: near the bottom, for a moment, and over nothing that can be
//! pressed there or says that something failed.

use web_sys::{Element, HtmlElement};

use super::el::{El, div, p, watch};
use crate::browser::{clock, page};
use crate::handle::ChatHandle;
use crate::live::Live;

/// It stays this long.
const SHOWN_MS: u32 = 4_000;

/// What comes below it meanwhile is made room for this often.
const PLACED_EVERY_MS: u32 = 100;

/// Between it and what it leaves free, in pixels.
const GAP_PX: f64 = 8.0;

/// What it leaves free, where that can be reached: message boxes with all that stands above
/// them, the way to the newest message, and messages that were not stored.
const FREE: &str = ":is(.dock, .to-newest, .state-line.bad):not([inert] *)";

/// Shows what [`crate::acts::Acts::said`] holds.
pub fn toast(chat: ChatHandle) -> El {
    let said = chat.acts.said;
    let (hiding, placing) = (Live::new(None), Live::new(None));
    let place = div("toast-place").attr("role", "status");
    let element: HtmlElement = place.html();
    watch(move || {
        if said.with(Option::is_some) {
            hiding.set(Some(clock::after_ms(SHOWN_MS, move || said.set(None))));
            let (now, later) = (element.clone(), element.clone());
            clock::on_frame(move || put(&now));
            let every = clock::every_ms(PLACED_EVERY_MS, move || put(&later));
            placing.edit(|held| *held = Some(send_wrapper::SendWrapper::new(every)));
        } else {
            placing.edit(Option::take);
        }
    });
    place.live(move || said.get().map(|words| p("toast").text(&words)))
}

fn put(place: &HtmlElement) {
    let Some(toast) = place.first_element_child() else {
        return;
    };
    let toast = Stretch::of(&toast);
    let window = leptos::prelude::window().inner_height().ok();
    let Some(window) = window.and_then(|height| height.as_f64()) else {
        return;
    };
    let free = page::find_all(FREE);
    let free = free.iter().map(|element| Stretch::of(element));
    let free: Vec<Stretch> = free.filter(|free| free.is_beside(&toast)).collect();
    let above = above_the_bottom(toast.bottom - toast.top, window, &free);
    // Refused by no browser.
    let _ = place
        .style()
        .set_property("inset-block-end", &format!("{above}px"));
}

/// Where an element is on the screen.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Stretch {
    fn of(element: &Element) -> Self {
        let it = element.get_bounding_client_rect();
        Self {
            left: it.left(),
            right: it.right(),
            top: it.top(),
            bottom: it.bottom(),
        }
    }

    /// Whether one could lie over the other.
    fn is_beside(&self, other: &Self) -> bool {
        self.top < self.bottom && self.left < other.right && other.left < self.right
    }
}

/// How far above the window's bottom a toast of this height stands: as low as leaves all of
/// `free` free. Where there is no such place it stands at the bottom.
fn above_the_bottom(height: f64, window: f64, free: &[Stretch]) -> f64 {
    let mut from_below = free.to_vec();
    from_below.sort_by(|one, other| other.bottom.total_cmp(&one.bottom));
    let lowest = window - GAP_PX;
    let foot = from_below.iter().fold(lowest, |foot, free| {
        let lies_over = free.top < foot + GAP_PX && foot - height - GAP_PX < free.bottom;
        if lies_over { free.top - GAP_PX } else { foot }
    });
    if foot < height { GAP_PX } else { window - foot }
}

#[cfg(test)]
mod tests;
