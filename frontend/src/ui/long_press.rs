//! A finger that rests on a message opens its menu.

use shared::cursor::Seq;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent};

use super::tools::number;
use crate::acts::Corner;
use crate::browser::clock::{self, Timeout};
use crate::handle::ChatHandle;
use crate::live::Live;

/// A finger that rests this long means it.
const RESTS_MS: u32 = 450;

/// The finger on the log, if there is one. A handle.
#[derive(Clone, Copy, Debug)]
pub struct LongPress {
    chat: ChatHandle,
    resting: Live<Option<Timeout>>,
}

impl LongPress {
    /// No finger yet.
    pub fn new(chat: ChatHandle) -> Self {
        Self {
            chat,
            resting: Live::new(None),
        }
    }

    /// Something was put down.
    pub fn down(self, event: &Event) {
        let Some(pointer) = event.dyn_ref::<PointerEvent>() else {
            return;
        };
        if pointer.pointer_type() != "touch" {
            return;
        }
        let Some(seq) = message_under(event) else {
            return;
        };
        let corner = Corner {
            x: f64::from(pointer.client_x()),
            y: f64::from(pointer.client_y()),
        };
        let open = clock::after_ms(RESTS_MS, move || self.open(seq, corner));
        self.resting.edit(|held| *held = Some(open));
    }

    /// The finger left, or the log moved under it.
    pub fn let_go(self) {
        self.resting.edit(Option::take);
    }

    /// A phone's own menu for a long press would lie over ours.
    pub fn context_menu(self, event: &Event) {
        if crate::browser::page::is_touch() && message_under(event).is_some() {
            event.prevent_default();
        }
    }

    fn open(self, seq: Seq, corner: Corner) {
        self.let_go();
        self.chat.acts.is_held.set(true);
        self.chat.acts.of.set(Some(seq));
        self.chat.acts.menu.set(Some(corner));
    }
}

/// The message under a pointer, unless that is on something that has an act of its own.
fn message_under(event: &Event) -> Option<Seq> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    if target.closest("button, a, textarea, pre").ok()?.is_some() {
        return None;
    }
    number(&target.closest("article").ok()??)
}
