//! Threads that the person follows: as the server has them, and telling it how far they are
//! seen.

use std::collections::BTreeSet;

use chat_client::attention::Attention;
use shared::cursor::Seq;
use shared::ids::RoomId;
use shared::kept::{OwnThread, ThreadWrite};

use crate::browser::clock::{self, Timeout};
use crate::browser::{http, page};
use crate::handle::ChatHandle;
use crate::live::Live;

/// In a lively thread there is news with every message: the list is asked for this often.
const ASK_EVERY_MS: u32 = 1_000;

/// See the module. Copies are the same.
#[derive(Clone, Copy, Debug)]
pub struct Threads {
    /// Those that are followed, the last active first.
    pub all: Live<Vec<OwnThread>>,
    /// The one on the screen, as the server has it.
    pub shown: Live<Option<OwnThread>>,
    /// The list is open.
    pub is_listed: Live<bool>,
    /// Counts the times that the server was asked: only the last answer counts.
    asked: Live<u64>,
    pausing: Live<Option<Timeout>>,
    is_due: Live<bool>,
}

impl Threads {
    /// Knows nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            all: Live::new(Vec::new()),
            shown: Live::new(None),
            is_listed: Live::new(false),
            asked: Live::new(0),
            pausing: Live::new(None),
            is_due: Live::new(false),
        }
    }

    /// A link stands, or the server says that there is news. Without an answer the next link
    /// asks again.
    pub fn news(self, chat: ChatHandle) {
        if self.pausing.try_peek(Option::is_some) != Some(false) {
            self.is_due.set_if_new(true);
            return;
        }
        let pause = clock::after_ms(ASK_EVERY_MS, move || {
            self.pausing.edit(Option::take);
            if self.is_due.now() {
                self.is_due.set(false);
                self.news(chat);
            }
        });
        self.pausing.edit(|held| *held = Some(pause));
        let Some(number) = self.asked.edit(|asked| {
            *asked += 1;
            *asked
        }) else {
            return;
        };
        leptos::task::spawn_local(async move {
            if let Ok(threads) = http::own_threads().await
                && self.asked.try_peek(|asked| *asked) == Some(number)
            {
                self.take(chat, threads);
            }
        });
    }

    /// How many of them have something new, tracked; none of rooms that are silent.
    #[must_use]
    pub fn unread(self, chat: ChatHandle) -> usize {
        let now = chat.state.wall.get();
        self.all.with(|all| {
            let new = all.iter().filter(|thread| thread.unread > 0);
            new.filter(|thread| !chat.state.is_silent(thread.room, now))
                .count()
        })
    }

    /// How many replies are new in them, tracked: what the tab counts. None of rooms that are
    /// silent, nor of the thread on the screen while somebody looks at it.
    #[must_use]
    pub fn unread_replies(self, chat: ChatHandle) -> u64 {
        let now = chat.state.wall.get();
        let shown = chat.acts.thread.get().zip(chat.state.room.get());
        let shown = shown.filter(|_| page::is_looked_at());
        self.all.with(|all| {
            let counted = all.iter().filter(|thread| {
                shown != Some((thread.root, thread.room)) && !chat.state.is_silent(thread.room, now)
            });
            counted.map(|thread| thread.unread).sum()
        })
    }

    /// A thread is on the screen, and there is a link: what the person has of it. What was
    /// seen while there was none is told by what comes back.
    pub fn ask(self, chat: ChatHandle, room: RoomId, root: Seq) {
        self.tell(chat, room, root, ThreadWrite::default());
    }

    /// Its messages were seen up to here.
    pub fn saw(self, chat: ChatHandle, room: RoomId, root: Seq, seen: Seq) {
        let is_news = self.shown.peek(|shown| {
            shown
                .as_ref()
                .is_some_and(|shown| (shown.room, shown.root) == (room, root) && shown.seen < seen)
        });
        if !is_news {
            return;
        }
        self.shown.edit(|shown| {
            if let Some(shown) = shown {
                shown.seen = seen;
            }
        });
        let write = ThreadWrite {
            seen: Some(seen),
            follows: None,
        };
        self.tell(chat, room, root, write);
    }

    /// Follows the thread on the screen, or no longer.
    pub fn follow(self, chat: ChatHandle, room: RoomId, root: Seq, follows: bool) {
        let write = ThreadWrite {
            seen: None,
            follows: Some(follows),
        };
        self.tell(chat, room, root, write);
    }

    /// The person was named in these threads.
    pub fn named(self, chat: ChatHandle) {
        let named = chat.attention(Attention::take_to_follow);
        for (room, root) in named.unwrap_or_default() {
            let write = ThreadWrite {
                seen: None,
                follows: Some(true),
            };
            leptos::task::spawn_local(async move {
                if http::keep_thread(room, root, &write).await.is_err() {
                    let again = |attention: &mut Attention| attention.not_followed(room, root);
                    let _ = chat.attention(again);
                }
            });
        }
    }

    fn tell(self, chat: ChatHandle, room: RoomId, root: Seq, write: ThreadWrite) {
        leptos::task::spawn_local(async move {
            match http::keep_thread(room, root, &write).await {
                Ok(thread) => {
                    let is_shown = chat.acts.thread.try_peek(|shown| *shown == Some(root))
                        == Some(true)
                        && chat.state.room.try_peek(|open| *open == Some(room)) == Some(true);
                    if is_shown {
                        self.shown.set_if_new(Some(thread));
                    }
                }
                // Only what somebody asked for is worth a word; the next link asks again.
                Err(failure) if write.follows.is_some() => {
                    chat.acts.said.set(Some(failure.to_string()));
                }
                Err(_) => {}
            }
        });
    }

    fn take(self, chat: ChatHandle, threads: Vec<OwnThread>) {
        let followed: BTreeSet<(RoomId, Seq)> =
            threads.iter().map(|it| (it.room, it.root)).collect();
        let _ = chat.attention(|attention: &mut Attention| attention.follow(followed));
        self.all.set_if_new(threads);
    }
}
