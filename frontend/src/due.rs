//! Messages that go out once their files are there: told by [`chat_client::uploads::due`],
//! sent from here, whichever room is looked at by then.

use chat_client::Intent;
use chat_client::composing::MessageBox;
use chat_client::uploads::due::Due;
use leptos::prelude::untrack;
use shared::file::FileInfo;

use crate::browser::storage;
use crate::handle::ChatHandle;
use crate::ui::el::watch;

/// Sends what is ready, for as long as the component that is being made is there.
pub fn send_when_ready(chat: ChatHandle) {
    watch(move || {
        let ready = chat.files.ready();
        let is_known = chat.state.me.with(Option::is_some);
        if let Some((at, due, files)) = ready.filter(|_| is_known) {
            untrack(|| send(chat, at, due, &files));
        }
    });
}

fn send(chat: ChatHandle, at: MessageBox, due: Due, files: &[FileInfo]) {
    if chat.read(|_| ()).is_none() {
        // Nothing leaves this page any more; the next one has it.
        return;
    }
    chat.files.withdraw(at);
    // Another tab or device may have changed the words, where words are kept at all.
    let is_changed =
        storage::user().is_some() && storage::draft(at).unwrap_or_default() != due.typed;
    let is_nothing = files.is_empty() && due.text.as_str().is_empty();
    if is_changed || is_nothing {
        return;
    }
    let MessageBox { room, thread } = at;
    chat.intend(Intent::Post {
        room,
        client_id: due.client_id,
        text: due.text,
        reply_to: due.reply_to,
        thread,
        files: files.to_vec(),
    });
    chat.files.sent(at, files);
    chat.state.keep_draft(at, "");
    if thread.is_none() {
        chat.state.desk.typed(chat.state, room, "");
        chat.unread.clear(chat, room);
    }
    chat.files.went.set(Some(at));
}
