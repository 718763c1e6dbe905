//! The thread panel: the message that the thread hangs from, what was said in it, and a box.
//!
//! What the room's feed brings is shown at once; what lies outside of what is held of the
//! room is read when the panel opens, when the link is back, and while newer lines are let
//! go of.

mod reply_box;
mod standing;

use chat_client::composing::MessageBox;
use chat_client::grouping::{Row, RowKey, RowKind};
use chat_client::message::is_deleted;
use chat_client::thread::{self as threads, Replies, SeenBefore};
use chat_client::timeline::{Line, LineContent, LineKey};
use shared::cursor::Seq;
use shared::entry::Entry;
use shared::ids::RoomId;
use std::rc::Rc;

pub(super) use self::reply_box::REPLY_BOX_ID;
use self::reply_box::reply_box;
use self::standing::{Known, Put, Standing, Went};
use super::announcer::Announcer;
use super::attach;
use super::el::{El, button, div, el, focus, listen_at_window, p, span, watch};
use super::icon::icon;
use super::log::new_line;
use super::long_press::LongPress;
use super::message::message;
use super::message_keys;
use super::observer::Observer;
use super::panel;
use super::place::{FOLLOWS_WITHIN_PX, GONE_TO_BELOW_TOP_PX, NEW_LINE_BELOW_TOP_PX};
use super::row::{self, Own, RowSlot};
use super::scroll::Scroller;
use super::tools::Tools;
use super::words::thread as words;
use crate::browser::clock::{self, Timeout};
use crate::browser::http::{self, HttpFailure};
use crate::browser::{page, storage};
use crate::handle::ChatHandle;
use crate::live::Live;

/// What may have been missed is read so long after the last sign of it.
const READ_AGAIN_AFTER_MS: u32 = 400;

/// Whether a thread is open, kept in step with which one it is.
pub fn is_open(chat: ChatHandle) -> Live<bool> {
    let open = Live::new(false);
    watch(move || open.set_if_new(chat.acts.thread.with(Option::is_some)));
    watch(move || {
        if !open.get() {
            chat.acts.thread.set_if_new(None);
        }
    });
    open
}

/// The thread that was open in this tab when the page was loaded anew is opened again, once its
/// room is on the screen: not where somebody was led elsewhere by then.
pub fn keep_over_reload(chat: ChatHandle) {
    let (room, thread) = (chat.state.room, chat.acts.thread);
    let left_open = Live::new(storage::open_thread());
    watch(move || {
        let (room, thread) = (room.get(), thread.get());
        let Some(now) = room else { return };
        let again = left_open.edit(Option::take).flatten();
        let again = again.filter(|(room, _)| thread.is_none() && *room == now);
        match again {
            // What opens a room closes the threads, and what is remembered of rooms may be here
            // before the page is drawn: that is done by then.
            Some((room, root)) => clock::on_frame(move || {
                let is_there = chat.state.room.try_peek(|now| *now == Some(room)) == Some(true);
                if is_there && chat.acts.thread.try_peek(Option::is_none) == Some(true) {
                    chat.acts.thread.set(Some(root));
                }
            }),
            None => storage::keep_open_thread(thread.map(|root| (now, root))),
        }
    });
}

/// A thread on the screen.
#[derive(Clone, Copy)]
struct View {
    chat: ChatHandle,
    room: RoomId,
    root: Seq,
    first: Live<Option<Entry>>,
    slots: Live<Vec<RowSlot>>,
    replies: Live<Replies>,
    /// How far it was seen before it was opened, once that is known.
    seen_before: Live<Option<SeenBefore>>,
    standing: Live<Standing>,
    scroller: Live<Option<Scroller>>,
    sizes: Live<Option<Observer>>,
    /// A reply that came to the screen, to which somebody went.
    arrived: Live<Option<Seq>>,
    /// What a screen reader hears.
    announcer: Announcer,
    /// What became of the last reading; none while the first is on its way.
    read: Live<Option<Reading>>,
    /// Answers to earlier readings are dropped.
    turn: Live<u32>,
    again: Live<Option<Timeout>>,
}

/// What became of a reading.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Reading {
    /// All is here.
    Here,
    /// There is more than is shown.
    TooLong,
    /// It did not come: why.
    Failed(String),
}

/// The panel. It gives the focus back to what opened it.
pub fn thread(chat: ChatHandle, root: Seq, open: Live<bool>) -> El {
    let Some(room) = chat.state.room.now() else {
        return div("");
    };
    let view = View {
        chat,
        room,
        root,
        first: Live::new(None),
        slots: Live::new(Vec::new()),
        replies: Live::new(Replies::default()),
        seen_before: Live::new(None),
        standing: Live::new(Standing::new()),
        scroller: Live::new(None),
        sizes: Live::new(None),
        arrived: Live::new(None),
        announcer: Announcer::new(),
        read: Live::new(None),
        turn: Live::new(0),
        again: Live::new(None),
    };
    chat.acts.thread_read.set(Vec::new());
    chat.threads.shown.set_if_new(None);
    watch(move || {
        chat.state.lines_changed.with(|_| ());
        chat.acts.thread_read.with(|_| ());
        chat.acts.editing.with(|_| ());
        view.seen_before.with(|_| ());
        view.draw();
    });
    watch(move || {
        chat.state.lines_changed.with(|_| ());
        view.read_what_is_not_held();
    });
    let linked = Live::new(false);
    watch(move || linked.set_if_new(chat.state.is_linked()));
    watch(move || {
        if linked.get() {
            view.read();
            chat.threads.ask(chat, room, root);
        }
    });
    let started = move || {
        let name = chat.state.room_name().unwrap_or_default();
        ["#", &name].concat()
    };
    let title = el("h2")
        .attr("id", "thread-title")
        .attr("tabindex", "-1")
        .text(t!("thread-thread"));
    let title_element: web_sys::HtmlElement = title.html();
    let head = el("header")
        .class("panel-head")
        .child(panel::back(open))
        .child(
            div("panel-title")
                .child(title)
                .child(p("soft").attr("dir", "auto").live_text(started)),
        )
        .child(follow(view))
        .child(panel::close(open, t!("thread-close-thread-esc")));
    view.tell_what_is_seen();
    let (draft, dock) = reply_box(view);
    panel::give_focus_back();
    if view.goes_to_reply().is_none() {
        if page::is_touch() || view.is_closed() {
            // The box would bring a keyboard up, or is not there.
            let title = title_element.clone();
            leptos::task::spawn_local(async move { focus(&title) });
        } else {
            draft.focus_on_start();
        }
    }
    view.go_to_replies();
    watch(move || {
        if view.is_closed() && draft.has_focus() {
            focus(&title_element);
        }
    });
    el("aside")
        .class("panel thread-panel")
        .attr("aria-labelledby", "thread-title")
        .child(head)
        .child(messages(view))
        .child(dock)
}

/// Follows the thread or no longer; nothing while that is not known.
fn follow(view: View) -> El {
    let chat = view.chat;
    let follows = move || {
        let shown = chat.threads.shown.get();
        shown.map(|shown| shown.follows)
    };
    span("").live(move || {
        let follows = follows()?;
        let words = if follows {
            t!("thread-followed")
        } else {
            t!("thread-follow")
        };
        Some(
            button("btn s")
                .attr("title", t!("thread-follow-means"))
                .child(icon(if follows { "check" } else { "bell" }))
                .text(words)
                .on_click(move || chat.threads.follow(chat, view.room, view.root, !follows)),
        )
    })
}

fn messages(view: View) -> El {
    let chat = view.chat;
    let tools = Tools::new(chat);
    let press = LongPress::new(chat);
    let draw = move |slot: &RowSlot| {
        let drawn = match &slot.row.kind {
            RowKind::Message { line, head } => message(chat, slot, line, *head),
            RowKind::New { since } => new_line(*since),
            // A thread has neither.
            RowKind::Day { .. } | RowKind::Hole { .. } | RowKind::Note { .. } => div(""),
        };
        drawn.attr("data-row", &row::mark(slot.row.key))
    };
    let column = div("col")
        .live(move || {
            let edited = chat.acts.editing.get().map(|editing| editing.seq);
            let Some(first) = view.first.get() else {
                let said = view.read.with(|read| match read {
                    None => t!("thread-fetching-the-thread").to_owned(),
                    Some(Reading::Failed(reason)) => reason.clone(),
                    Some(Reading::Here | Reading::TooLong) => {
                        t!("thread-the-first-message-of-this").to_owned()
                    }
                });
                return Some(p("soft").text(&said));
            };
            if view.is_closed() {
                return Some(p("soft").text(t!("thread-the-first-message-of-this")));
            }
            let me = chat.state.me.now().map(|me| me.id);
            let slot = only(line_of(&first, me), edited);
            Some(leptos::prelude::untrack(|| draw(&slot)))
        })
        .child(p("rule").child(span("").live_text(move || view.replies.with(words::counted))))
        .live(move || {
            view.read.with(|read| match read {
                Some(Reading::TooLong) => Some(p("soft").text(t!("thread-only-the-first-4-000"))),
                Some(Reading::Failed(reason)) => Some(p("soft").text(reason)),
                Some(Reading::Here) | None => None,
            })
        });
    let replies = div("").rows(move || view.slots.get(), RowSlot::drawing, draw);
    let live = move || {
        if view.announcer.log_speaks.get() {
            "polite"
        } else {
            "off"
        }
    };
    let scroller = div("panel-body thread-log")
        .attr("role", "log")
        .live_attr("aria-live", move || Some(live().to_owned()))
        .attr("aria-relevant", "additions")
        .name(t!("thread-thread-messages"))
        .attr("tabindex", "0");
    view.show_in(Scroller::new(scroller.html(), replies.html()));
    let scroller = scroller.child(column.child(replies));
    let scroller = scroller
        .on("scroll", move |_| {
            tools.leave();
            press.let_go();
            view.moved();
        })
        .on("pointerover", move |event| tools.over(&event))
        .on("pointerleave", move |_| tools.leave_soon())
        .on("pointerdown", move |event| press.down(&event))
        .on("pointerup", move |_| press.let_go())
        .on("pointercancel", move |_| press.let_go())
        .on("contextmenu", move |event| press.context_menu(&event))
        .on_key(move |event| {
            if message_keys::pressed(chat, &event) {
                event.prevent_default();
            }
        });
    div("thread-around")
        .live(move || (!view.is_closed()).then(|| attach::drop_anywhere(chat.files, view.at())))
        .child(scroller)
        .child(tools.draw())
        .child(view.announcer.status())
}

impl View {
    /// Whether its first message was taken back: then nobody writes in it any more.
    fn is_closed(self) -> bool {
        self.first
            .with(|first| first.as_ref().is_some_and(is_deleted))
    }

    /// The box under it.
    fn at(self) -> MessageBox {
        MessageBox {
            room: self.room,
            thread: Some(self.root),
        }
    }

    /// The elements that the replies are drawn into. What is drawn later changes their sizes.
    fn show_in(self, scroller: Scroller) {
        let observer = Observer::new(move || self.settle());
        if let Some(observer) = &observer {
            scroller.watch_sizes(observer);
        }
        self.sizes.edit(|held| *held = observer);
        self.scroller.edit(|held| *held = Some(scroller));
    }

    /// The reply of this thread to which somebody wants to go.
    fn goes_to_reply(self) -> Option<Seq> {
        let wanted = self.chat.acts.thread_goes_to.now();
        wanted.and_then(|(root, seq)| (root == self.root).then_some(seq))
    }

    fn go_to_replies(self) {
        let goes_to = self.chat.acts.thread_goes_to;
        watch(move || {
            goes_to.with(|_| ());
            if let Some(seq) = self.goes_to_reply() {
                goes_to.edit(Option::take);
                self.standing.edit(|standing| standing.go_to(seq));
                leptos::prelude::untrack(|| self.draw());
            }
        });
    }

    /// Puts the view where it is to stand, once what is to be shown is in the page.
    fn settle(self) {
        let Some(scroller) = self.scroller.try_peek(Option::clone).flatten() else {
            return;
        };
        let keys = self.keys();
        if !scroller.is_in_page() || !scroller.shows(&keys) {
            return;
        }
        match self.standing.peek(|standing| standing.put(&keys)) {
            Put::Stays => {}
            Put::End => scroller.to_end(),
            Put::New(at) => scroller.place(at, NEW_LINE_BELOW_TOP_PX),
            Put::Reply(at) => scroller.place(at, GONE_TO_BELOW_TOP_PX),
        }
        let (top, is_near_end) = where_it_stands(&scroller);
        self.standing
            .edit(|standing| standing.is_put(top, is_near_end));
        if let Some(seq) = self.arrived.edit(Option::take).flatten() {
            scroller.point_out(seq);
        }
    }

    /// The view moved: by the person, or because it was put somewhere.
    fn moved(self) {
        if let Some(scroller) = self.scroller.try_peek(Option::clone).flatten() {
            let (top, is_near_end) = where_it_stands(&scroller);
            self.standing
                .edit(|standing| standing.moved(top, is_near_end));
        }
    }

    fn keys(self) -> Vec<RowKey> {
        self.slots
            .peek(|slots| slots.iter().map(|slot| slot.row.key).collect())
    }

    /// Takes the rows that are shown from now on.
    fn stand(self) {
        let known = Known {
            is_read: self
                .read
                .peek(|read| matches!(read, Some(Reading::Here | Reading::TooLong))),
            is_seen_known: self.seen_before.peek(Option::is_some),
        };
        let keys = self.keys();
        let went = self.standing.edit(|standing| standing.take(&keys, known));
        match went.flatten() {
            Some(Went::There(seq)) => {
                self.arrived.edit(|arrived| *arrived = Some(seq));
            }
            Some(Went::Nowhere(seq)) => {
                let said = super::words::not_there(seq);
                self.chat.acts.said.set(Some(said));
            }
            None => {}
        }
        clock::on_frame(move || self.settle());
    }

    /// What stands in an open panel is seen while somebody looks at the page.
    fn tell_what_is_seen(self) {
        let shown = self.chat.threads.shown;
        let tell = move || {
            // Before anything is told of it.
            let before = shown.peek(|shown| shown.as_ref().map(SeenBefore::of));
            if self.seen_before.peek(Option::is_none) && before.is_some() {
                self.seen_before.set(before);
            }
            if !page::is_looked_at() {
                return;
            }
            let newest = self.slots.peek(|slots| {
                let numbered = slots.iter().filter_map(|slot| {
                    if let RowKey::Line(LineKey::Numbered(seq)) = slot.row.key {
                        Some(seq)
                    } else {
                        None
                    }
                });
                numbered.max()
            });
            if let Some(newest) = newest {
                self.chat
                    .threads
                    .saw(self.chat, self.room, self.root, newest);
            }
        };
        watch(move || {
            self.slots.with(|_| ());
            shown.with(|_| ());
            leptos::prelude::untrack(tell);
        });
        listen_at_window("focus", move |_| tell());
    }

    /// Reads all of it.
    fn read(self) {
        let turn = self.turn.edit(|turn| {
            *turn += 1;
            *turn
        });
        leptos::task::spawn_local(async move {
            let first = http::one_message(self.room, self.root).await;
            let replies = http::thread(self.room, self.root).await;
            // The panel may have gone, or this may have been asked again since.
            if self.turn.try_peek(|now| Some(*now)).flatten() != turn {
                return;
            }
            let failed = |failure: &HttpFailure| Reading::Failed(failure.to_string());
            let reading = match (&first, &replies) {
                (Ok(_), Ok(all)) if all.len() >= http::THREAD_REPLIES_MAX => Reading::TooLong,
                (Ok(_), Ok(_)) => Reading::Here,
                (Err(failure), _) | (_, Err(failure)) => failed(failure),
            };
            self.announcer.hush();
            if let Ok(first) = first {
                self.first.set_if_new(Some(first));
            }
            self.read.set_if_new(Some(reading));
            if let Ok(replies) = replies {
                self.chat.acts.thread_read.set_if_new(replies);
            }
            self.draw();
        });
    }

    /// While newer lines of the room are let go of, what comes is known to the server alone.
    fn read_what_is_not_held(self) {
        let has_newer = self
            .chat
            .read(|client| Some(client.timeline(self.room)?.has_newer()));
        if has_newer.flatten() == Some(true) {
            let again = clock::after_ms(READ_AGAIN_AFTER_MS, move || self.read());
            self.again.edit(|held| *held = Some(again));
        }
    }

    fn draw(self) {
        let me = self.chat.state.me.now().map(|me| me.id);
        let read = self.chat.acts.thread_read.now();
        let drawn = self.chat.read(|client| {
            let timeline = client.timeline(self.room)?;
            let (lines, replies) = threads::whole(timeline, self.root, &read, me);
            Some((lines, replies, timeline.message(self.root).cloned()))
        });
        let Some((lines, replies, first)) = drawn.flatten() else {
            return;
        };
        if first.is_some() {
            self.first.set_if_new(first);
        }
        let of_first = |first: &Option<Entry>| replies.as_said_by(first.as_ref());
        self.replies.set_if_new(self.first.peek(of_first));
        let new = self
            .seen_before
            .now()
            .and_then(|seen| seen.first_new(&lines));
        let mut rows: Vec<Row> = lines.into_iter().map(row_of).collect();
        if let Some((at, since)) = new {
            let kind = RowKind::New { since };
            let key = RowKey::New;
            rows.insert(at, Row { key, kind });
        }
        let edited = self.chat.acts.editing.now().map(|editing| editing.seq);
        let own = Own::of(&rows, edited);
        let slots = self.slots.peek(|old| row::slots(&rows, old, own));
        self.slots.set(slots);
        self.stand();
    }
}

/// How far from the top a view stands, and whether that is near the end.
fn where_it_stands(scroller: &Scroller) -> (f64, bool) {
    let is_near_end = scroller.hidden_below() <= FOLLOWS_WITHIN_PX;
    (scroller.hidden_above(), is_near_end)
}

fn line_of(entry: &Entry, me: Option<shared::ids::UserId>) -> Line {
    Line {
        key: LineKey::Numbered(entry.seq),
        content: LineContent::Entry {
            entry: Rc::new(entry.clone()),
            mine: me == Some(entry.author.id),
            quote: None,
            changes: Vec::new(),
        },
    }
}

fn row_of(line: Line) -> Row {
    Row {
        key: RowKey::Line(line.key),
        kind: RowKind::Message { line, head: true },
    }
}

fn only(line: Line, edited: Option<Seq>) -> RowSlot {
    let rows = [row_of(line)];
    let own = Own::of(&rows, edited);
    row::slots(&rows, &[], own).remove(0)
}
