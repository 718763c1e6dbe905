//! Who has read a message, and whether one shows it oneself.

use shared::http::ReadersPage;
use shared::limits::READERS_COUNTED_MAX;

use super::avatar::avatar;
use super::dialog::dialog;
use super::el::{El, div, el, p, span};
use super::settings::{group, switch};
use super::words::kept as words;
use crate::browser::clock;
use crate::browser::http;
use crate::handle::ChatHandle;
use crate::live::Live;

/// While the list is open it is asked for so often.
const ASKED_EVERY_MS: u32 = 5_000;

/// The dialog. Opens for the message that the menu was about.
pub fn readers(chat: ChatHandle) -> El {
    let open = chat.acts.readers;
    dialog(open, "readers", t!("kept-read-by-2"), move || {
        let (Some(room), Some(seq)) = (chat.state.room.now(), chat.acts.of.now()) else {
            return div("dlg-body");
        };
        let found: Live<Option<Result<ReadersPage, String>>> = Live::new(None);
        let ask = move || {
            leptos::task::spawn_local(async move {
                let page = http::readers(room, seq).await;
                found.set_if_new(Some(page.map_err(|failure| failure.to_string())));
            });
        };
        ask();
        let again = clock::every_ms(ASKED_EVERY_MS, ask);
        leptos::prelude::on_cleanup({
            let again = send_wrapper::SendWrapper::new(again);
            move || drop(again)
        });
        let list = move || match found.get() {
            None => vec![p("help").text(t!("kept-asking-who-has-read-it"))],
            Some(Err(sentence)) => vec![p("help bad").text(&sentence)],
            Some(Ok(page)) => drawn(&page),
        };
        div("dlg-body").live_all(list)
    })
}

fn drawn(page: &ReadersPage) -> Vec<El> {
    if page.count == 0 {
        return vec![p("").text(t!("kept-nobody-else-has-read-this"))];
    }
    let people = page.readers.iter().map(|reader| {
        el("li")
            .class("reader")
            .child(avatar(reader, "s"))
            .child(span("").attr("dir", "auto").text(reader.name.as_str()))
    });
    let list = el("ul").class("texts readers").children(people);
    let count = page.count as usize;
    let rest = count.saturating_sub(page.readers.len());
    let more = (rest > 0)
        .then(|| p("help").text(&words::more_readers(rest, count >= READERS_COUNTED_MAX)));
    std::iter::once(list).chain(more).collect()
}

/// The group in the settings.
pub fn reading() -> El {
    let shown = Live::new(true);
    let said = Live::new(None::<String>);
    leptos::task::spawn_local(async move {
        match http::reading().await {
            Ok(is_shown) => shown.set_if_new(is_shown),
            Err(failure) => said.set(Some(failure.to_string())),
        }
    });
    let turn = move |on: bool| {
        leptos::task::spawn_local(async move {
            match http::keep_reading(on).await {
                Ok(()) => {
                    shown.set(on);
                    said.set_if_new(None);
                }
                Err(failure) => said.set(Some(failure.to_string())),
            }
        });
    };
    let body = div("")
        .child(switch(
            t!("kept-show-others-how-far-i"),
            Some(t!("kept-without-it-you-do-not")),
            move || shown.get(),
            turn,
        ))
        .live(move || {
            let sentence = said.get()?;
            Some(p("note warn").attr("role", "status").text(&sentence))
        });
    group("set-reading", t!("kept-reading"), body)
}
