//! The drafts of this device beside those of the person's others: feeds
//! [`chat_client::drafts`], which decides, and does what it says.

use std::collections::BTreeMap;

use chat_client::drafts::{Do, Drafts};
use leptos::task::spawn_local;
use shared::ids::RoomId;
use shared::kept::DraftWrite;

use crate::browser::clock::{self, Timeout};
use crate::browser::http::{self, HttpFailure};
use crate::browser::{storage, tabs};
use crate::live::Live;
use crate::state::ChatState;

/// A draft whose telling got no answer though the link stands is told again after this long.
const AGAIN_AFTER_MS: u64 = 10_000;

/// See the module. Copies are the same.
#[derive(Clone, Copy, Debug)]
pub struct Desk {
    drafts: Live<Drafts>,
    alarm: Live<Option<Timeout>>,
    /// What the box of this room holds from now on.
    pub put: Live<Option<(RoomId, String)>>,
    /// What another device had written when a newer text took its place, by room.
    pub aside: Live<BTreeMap<RoomId, String>>,
}

impl Desk {
    /// Knows nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            drafts: Live::new(Drafts::new(tabs::new_id(), [])),
            alarm: Live::new(None),
            put: Live::new(None),
            aside: Live::new(BTreeMap::new()),
        }
    }

    /// Reads what this browser keeps of a room.
    pub fn know(self, room: RoomId) {
        self.drafts.edit(|drafts| know(drafts, room));
    }

    /// Somebody changed what stands in a box.
    pub fn typed(self, state: ChatState, room: RoomId, text: &str) {
        self.feed(state, |drafts| {
            know(drafts, room);
            drafts.typed(clock::now(), room, text)
        });
    }

    /// An input method composes in a box, or has done so.
    pub fn held(self, state: ChatState, room: RoomId, is_held: bool) {
        self.feed(state, |drafts| {
            drafts.held(clock::now(), room, is_held);
            Vec::new()
        });
    }

    /// What is aside of a room is not wanted any more, and the box holds this.
    pub fn drop_aside(self, state: ChatState, room: RoomId, text: &str) {
        self.feed(state, |drafts| drafts.drop_aside(clock::now(), room, text));
    }

    /// The page may end.
    pub fn hurry(self, state: ChatState) {
        self.feed(state, |drafts| drafts.hurry(clock::now()));
    }

    /// A link stands, or the server says that there is news.
    pub fn news(self, state: ChatState) {
        self.feed(state, Drafts::news);
    }

    fn feed(self, state: ChatState, feed: impl FnOnce(&mut Drafts) -> Vec<Do>) {
        let does = self.drafts.edit(feed).unwrap_or_default();
        self.follow(state, does);
    }

    /// Does what the machine says, and sees to it that it is woken.
    fn follow(self, state: ChatState, does: Vec<Do>) {
        for one in does {
            self.carry_out(state, one);
        }
        let deadline = self.drafts.try_peek(Drafts::deadline).flatten();
        let alarm = deadline.map(|at| {
            let ms = u32::try_from(at.ms_since(clock::now())).unwrap_or(u32::MAX);
            clock::after_ms(ms, move || self.wake(state))
        });
        self.alarm.edit(|held| *held = alarm);
    }

    fn wake(self, state: ChatState) {
        self.feed(state, |drafts| drafts.handle_deadline(clock::now()));
    }

    fn carry_out(self, state: ChatState, one: Do) {
        match one {
            Do::Ask(after) => self.ask(state, after),
            Do::Tell(room, write) => self.tell(state, room, write),
            Do::Put(room, text) => {
                state.keep_draft(room.into(), &text);
                if state.room.now() == Some(room) {
                    self.put.set(Some((room, text)));
                }
            }
            Do::Keep(room, known) => storage::keep_known_draft(room, &known),
            Do::Aside(room) => {
                let aside = self.drafts.try_peek(|drafts| drafts.aside(room).to_owned());
                let aside = aside.unwrap_or_default();
                self.aside.update(|all| {
                    if aside.is_empty() {
                        all.remove(&room);
                    } else {
                        all.insert(room, aside);
                    }
                });
            }
        }
    }

    fn ask(self, state: ChatState, after: u64) {
        spawn_local(async move {
            let came = http::drafts(after).await;
            self.feed(state, |drafts| {
                let Ok(came) = came else {
                    drafts.nothing_came();
                    return Vec::new();
                };
                for draft in &came {
                    know(drafts, draft.room);
                }
                drafts.came(clock::now(), came)
            });
        });
    }

    fn tell(self, state: ChatState, room: RoomId, write: DraftWrite) {
        spawn_local(async move {
            let told = http::keep_draft(room, &write).await;
            let is_linked = state
                .status
                .try_peek(|status| crate::state::is_linked(&status.link));
            let no_answer = Some(AGAIN_AFTER_MS).filter(|_| is_linked == Some(true));
            self.feed(state, |drafts| match told {
                Ok(draft) => drafts.told(clock::now(), draft),
                Err(HttpFailure::NoAnswer) => drafts.not_told(clock::now(), room, no_answer),
                Err(HttpFailure::Refused(refusal)) => {
                    let again = refusal.retry_after_ms.map(u64::from);
                    let is_temporary = refusal.code.is_temporary();
                    let again = again.or(no_answer).filter(|_| is_temporary);
                    drafts.not_told(clock::now(), room, again)
                }
            });
        });
    }
}

fn know(drafts: &mut Drafts, room: RoomId) {
    if !drafts.knows(room) {
        let text = storage::draft(room.into()).unwrap_or_default();
        drafts.know(room, text, storage::known_draft(room));
    }
}
