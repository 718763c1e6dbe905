//! Dialogs about files: a picture as it is, and all files of a room.

use shared::file::FileInfo;
use shared::ids::RoomId;

use super::dialog::dialog;
use super::el::{El, button, div, el, p, watch};
use super::files;
use crate::browser::{clock, http};
use crate::handle::ChatHandle;
use crate::live::Live;

/// A page of the server's.
const PAGE: usize = 50;

/// The picture that somebody looks at.
pub fn picture(chat: ChatHandle) -> El {
    let looked_at = chat.acts.picture;
    let open = Live::new(false);
    watch(move || open.set_if_new(looked_at.with(Option::is_some)));
    watch(move || {
        if !open.get() {
            looked_at.set_if_new(None);
        }
    });
    dialog(open, "picture", t!("words-picture"), move || {
        let Some((room, file)) = looked_at.now() else {
            return p("dlg-body");
        };
        let name = file.name.as_str();
        let picture = el("img")
            .attr("src", &files::address(room, &file))
            .attr("alt", name);
        let picture = match &file.image {
            Some(image) => picture
                .attr("width", &image.width.to_string())
                .attr("height", &image.height.to_string()),
            None => picture,
        };
        div("dlg-body picture")
            .child(picture)
            .child(files::to_save(room, &file))
    })
}

/// All files of the room on the screen, newest first.
pub fn room_files(chat: ChatHandle) -> El {
    let open = chat.acts.files;
    dialog(open, "files", t!("words-files-in-this-room"), move || {
        let Some(room) = chat.state.room.now() else {
            return p("dlg-body");
        };
        let listed: Live<Vec<FileInfo>> = Live::new(Vec::new());
        let stage = Live::new(Stage::Asking);
        ask(room, listed, stage);
        let list =
            move || listed.with(|listed| listed.iter().map(|file| row(room, file)).collect());
        let below = move || match stage.get() {
            Stage::Asking => Some(p("help").text(t!("words-fetching-what-was-sent-here"))),
            Stage::Failed(reason) => Some(p("help bad").text(&reason)),
            Stage::All => listed
                .with(Vec::is_empty)
                .then(|| p("").text(t!("words-nobody-has-sent-a-file"))),
            Stage::More => Some(
                button("btn s")
                    .text(t!("show-more"))
                    .on_click(move || ask(room, listed, stage)),
            ),
        };
        div("dlg-body")
            .attr("aria-live", "polite")
            .child(el("ul").class("files").live_all(list))
            .live(below)
    })
}

/// What is known of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Stage {
    Asking,
    More,
    All,
    Failed(String),
}

fn ask(room: RoomId, listed: Live<Vec<FileInfo>>, stage: Live<Stage>) {
    stage.set_if_new(Stage::Asking);
    let before = listed.peek(|listed| listed.last().map(|file| file.id));
    leptos::task::spawn_local(async move {
        match http::files(room, before).await {
            Ok(page) => {
                let is_all = page.len() < PAGE;
                listed.update(|listed| listed.extend(page));
                stage.set_if_new(if is_all { Stage::All } else { Stage::More });
            }
            Err(reason) => stage.set_if_new(Stage::Failed(reason.to_string())),
        }
    });
}

fn row(room: RoomId, file: &FileInfo) -> El {
    el("li").child(files::to_save(room, file)).child(
        el("time")
            .class("soft")
            .attr("title", &clock::full_date(file.at))
            .text(&clock::day_and_time(file.at)),
    )
}
