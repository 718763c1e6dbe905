//! The chat: sidebar and room side by side, or the sidebar as a drawer on a phone.
//!
//! While the drawer is open the room is inert, the focus is inside the drawer, and it
//! goes back to where it came from when the drawer closes.

use leptos::prelude::untrack;
use web_sys::HtmlElement;

use super::el::{Act, El, act, div, el, focus, listen_at_window, watch};
use super::forward::forward;
use super::inspector::inspector;
use super::keys;
use super::message_dialogs::message_dialogs;
use super::message_menu::message_menu;
use super::never_confirmed::never_confirmed;
use super::new_room::new_room;
use super::plans::plans;
use super::readers::readers;
use super::room_page::room_page;
use super::search::{Search, search};
use super::server_panel::server_panel;
use super::settings::{self, settings};
use super::shortcuts::shortcuts;
use super::sidebar::{Overlays, is_one_pane, sidebar};
use super::sign_out::sign_out;
use super::status::status;
use super::switcher::switcher;
use super::tab;
use super::thread;
use super::thread_list::thread_list;
use super::toast::toast;
use super::told;
use super::topic::topic_dialog;
use crate::browser::{clock, page};
use crate::due;
use crate::handle::ChatHandle;
use crate::live::Live;

/// Runs the client for as long as it is on the page. Does `left` when nobody is signed in
/// any more. Asks whether the user owns the server where that is not known.
pub fn chat(is_owner: Option<bool>, left: impl Fn() + 'static) -> Vec<El> {
    let chat = ChatHandle::start();
    chat.state.learn_whether_owner(is_owner);
    let left = act(left);
    let overlays = Overlays {
        drawer: Live::new(false),
        new_room: Live::new(false),
        inspector: Live::new(false),
        server: Live::new(false),
        search: Search::new(),
        switcher: Live::new(false),
        thread: thread::is_open(chat),
        threads: chat.threads.is_listed,
        settings: Live::new(false),
        my_status: Live::new(false),
        room_told: Live::new(false),
        sign_out: Live::new(false),
        shortcuts: Live::new(false),
    };
    let drawer = overlays.drawer;
    tab::keep_in_step(chat);
    thread::keep_over_reload(chat);
    settings::keep_in_step(chat.settings);
    told::keep_in_step(chat);
    keys::listen(chat, overlays);
    ask_before_a_loss(chat);
    look_for_what_was_left(chat);
    due::send_when_ready(chat);
    let skip = el("a")
        .class("skip")
        .attr("href", &["#", keys::COMPOSER_ID].concat())
        .on("click", |event| {
            // Not by the address: that would scroll the page, and be somewhere to go back to.
            event.prevent_default();
            keys::focus_the_box();
        })
        .text(t!("chat-skip-to-the-message-box"));
    let (sidebar, close) = sidebar(chat, overlays);
    let (room_page, menu) = room_page(chat, overlays, Act::clone(&left));
    move_focus_with_drawer(overlays, menu, close);
    let panels = [
        overlays.inspector,
        overlays.server,
        overlays.search.open,
        overlays.thread,
        overlays.threads,
    ];
    for at in 0..panels.len() {
        keep_one_panel(panels, at);
    }
    // A room that was made is gone to, like one that was chosen.
    watch(move || {
        chat.state.room.with(|_| ());
        drawer.set_if_new(false);
    });
    // So is a panel that was opened from within the drawer.
    watch(move || {
        if overlays.has_panel() {
            drawer.set_if_new(false);
        }
    });
    let app = div("app")
        .live_class("drawer-open", move || drawer.get())
        .child(sidebar)
        .child(
            div("scrim-drawer")
                .mute()
                .on_click(move || drawer.set(false)),
        )
        .child(room_page)
        .live_class("with-panel", move || overlays.has_panel())
        .live(move || {
            let is_open = overlays.inspector.get();
            is_open.then(|| untrack(|| inspector(chat, overlays.inspector)))
        })
        .live(move || {
            let root = chat.acts.thread.get()?;
            Some(untrack(|| thread::thread(chat, root, overlays.thread)))
        })
        .live(move || {
            let is_open = overlays.threads.get();
            is_open.then(|| untrack(|| thread_list(chat)))
        })
        .live(move || {
            let is_open = overlays.search.open.get();
            is_open.then(|| untrack(|| search(chat, overlays.search)))
        })
        .live(move || {
            let is_open = overlays.server.get();
            is_open.then(|| untrack(|| server_panel(overlays.server)))
        });
    let mut parts = vec![
        skip,
        app,
        new_room(chat, overlays.new_room),
        settings(chat, overlays),
        status(chat, overlays.my_status),
        told::of_this_room(chat, overlays.room_told),
        sign_out(chat, overlays.sign_out, left),
        never_confirmed(chat),
        shortcuts(chat.settings, overlays.shortcuts),
        message_menu(chat),
        forward(chat),
        switcher(chat, overlays),
        toast(chat),
    ];
    super::edit_box::save_words_of_deleted(chat);
    parts.extend(message_dialogs(chat));
    parts.push(topic_dialog(chat));
    parts.extend(plans(chat));
    parts.push(readers(chat));
    parts
}

/// Leaving the page asks first while it holds messages that this browser could not keep, and
/// only then: a page that might ask is slower to leave, and never put away to be brought back.
fn ask_before_a_loss(chat: ChatHandle) {
    let holds = Live::new(false);
    let question = Live::new(None);
    watch(move || holds.set_if_new(chat.state.status.with(|status| status.unkept > 0)));
    watch(move || question.set(holds.get().then(page::ask_before_leaving)));
}

/// Other tabs may take of it, or add to it by signing out.
fn look_for_what_was_left(chat: ChatHandle) {
    // Whose this browser is, is known by then.
    watch(move || {
        if chat.state.me.with(Option::is_some) {
            chat.state.look_for_left();
        }
    });
    listen_at_window("storage", move |_| {
        if chat.state.me.peek(Option::is_some) {
            chat.state.look_for_left();
        }
    });
}

/// A panel that opens closes the others.
fn keep_one_panel(panels: [Live<bool>; 5], opens: usize) {
    watch(move || {
        if panels[opens].get() {
            for (at, panel) in panels.iter().enumerate() {
                if at != opens {
                    panel.set_if_new(false);
                }
            }
        }
    });
}

fn move_focus_with_drawer(overlays: Overlays, menu: HtmlElement, close: HtmlElement) {
    let drawer = overlays.drawer;
    let mut was_open = false;
    watch(move || {
        let is_open = drawer.get();
        let target = match (was_open, is_open) {
            (false, true) => Some(close.clone()),
            // A panel takes it for itself.
            (true, false) if overlays.has_panel() => None,
            (true, false) => Some(menu.clone()),
            (true, true) | (false, false) => None,
        };
        was_open = is_open;
        if let Some(target) = target {
            // The drawer takes no focus before it is drawn.
            clock::on_frame(move || focus(&target));
        }
    });
    // A window that grew wide shows both; nothing may stay inert then.
    listen_at_window("resize", move |_| {
        if !is_one_pane() {
            drawer.set_if_new(false);
        }
    });
}
