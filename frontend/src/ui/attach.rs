//! Files for the next message: chosen, dropped anywhere or pasted; each a tile above the box
//! with how far it is.

use chat_client::composing::MessageBox;
use chat_client::uploads::{Stage, Upload};
use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{
    ClipboardEvent, DataTransfer, DragEvent, Element, Event, File, FileList, FilePropertyBag,
    HtmlInputElement,
};

use super::el::{El, button, div, el, listen_at_window, p, span};
use super::focus_place;
use super::icon::icon;
use super::words;
use crate::attached::AttachedFiles;
use crate::browser::clock;
use crate::language;
use crate::live::Live;

/// The button that opens the browser's choice of files, with what it opens.
pub fn attach_button(files: AttachedFiles, at: MessageBox) -> El {
    let input = el("input")
        .class("sr")
        .attr("type", "file")
        .attr("multiple", "")
        .attr("tabindex", "-1")
        .attr("id", chooser_id(at))
        .name(t!("attach-files"))
        .mute();
    let chooser: HtmlInputElement = input.html();
    let chosen = chooser.clone();
    let input = input.on("change", move |_| {
        files.add(at, listed(chosen.files()));
        // The same file can be chosen again.
        chosen.set_value("");
    });
    let press = button("btn-icon attach")
        .attr("title", t!("words-attach-files-or-drop-them"))
        .name(t!("attach-files"))
        .child(icon("attach"))
        .on_click(move || chooser.click());
    span("").child(press).child(input)
}

/// Two boxes may be on the page.
fn chooser_id(at: MessageBox) -> &'static str {
    if at.thread.is_some() {
        "thread-attach"
    } else {
        "attach"
    }
}

/// Opens the choice of files, as the button does.
pub fn choose(at: MessageBox) {
    let input = leptos::prelude::document().get_element_by_id(chooser_id(at));
    if let Some(input) = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) {
        input.click();
    }
}

/// Takes files that are pasted. Whether there were any.
pub fn pasted(event: &Event, files: AttachedFiles, at: MessageBox) -> bool {
    let event = event.dyn_ref::<ClipboardEvent>();
    let list = event
        .and_then(ClipboardEvent::clipboard_data)
        .map(|data| listed(data.files()))
        .unwrap_or_default();
    let is_any = !list.is_empty();
    if is_any {
        files.add(at, list);
    }
    is_any
}

/// A text as a file; none where this browser cannot make one.
pub fn text_file(text: &str, name: &str) -> Option<File> {
    let kind = FilePropertyBag::new();
    kind.set_type("text/plain");
    File::new_with_str_sequence_and_options(&Array::of1(&text.into()), name, &kind).ok()
}

/// Takes files that are dropped on a thread's panel, or for a room's box anywhere else, and
/// shows where they would go.
pub fn drop_anywhere(files: AttachedFiles, at: MessageBox) -> El {
    let over = Live::new(false);
    let is_here = move |event: &Event| is_over_thread(event) == at.thread.is_some();
    listen_at_window("dragenter", move |event| {
        if has_files(&event) {
            over.set_if_new(is_here(&event));
        }
    });
    listen_at_window("dragover", move |event| {
        if has_files(&event) {
            // Without this nothing may be dropped.
            event.prevent_default();
            over.set_if_new(is_here(&event));
        }
    });
    listen_at_window("dragleave", move |event| {
        // Outside the window there is nothing that the pointer entered.
        let event = event.dyn_ref::<DragEvent>();
        if event.is_some_and(|event| event.related_target().is_none()) {
            over.set_if_new(false);
        }
    });
    listen_at_window("drop", move |event| {
        over.set_if_new(false);
        if !has_files(&event) {
            return;
        }
        // The browser would leave the page for what nothing takes.
        event.prevent_default();
        if is_here(&event) {
            files.add(at, listed(carried(&event).and_then(|data| data.files())));
        }
    });
    div("").live(move || {
        over.get().then(|| {
            div("drop-here")
                .mute()
                .child(p("").child(icon("attach")).text(t!("words-drop-to-attach")))
        })
    })
}

/// The tiles of a box's next message.
pub fn tiles(files: AttachedFiles, at: MessageBox) -> El {
    div("").live(move || {
        let uploads = files.of(at);
        (!uploads.is_empty()).then(|| {
            el("ul")
                .class("tiles")
                .name(t!("words-files-for-this-message"))
                .children(uploads.iter().map(|upload| tile(files, upload)))
        })
    })
}

fn tile(files: AttachedFiles, upload: &Upload) -> El {
    let (at, key) = (upload.at, upload.key);
    let name = &upload.file.name;
    let (size, unit) = words::bytes(upload.file.size);
    let size = [&size, " ", unit].concat();
    let tile = el("li")
        .class("tile")
        .child(icon("file"))
        .child(el("b").attr("dir", "auto").attr("title", name).text(name));
    let tile = match &upload.stage {
        Stage::Waiting => {
            let received = upload.received();
            tile.child(span("soft").text(t!("words-waiting-for-its-turn")))
                .children((received > 0).then(|| progress(upload, received)))
        }
        Stage::Sending { received } => tile
            .child(span("soft num").text(&words::of_bytes(*received, upload.file.size)))
            .child(progress(upload, *received)),
        Stage::Resting { received, .. } => tile
            .child(span("soft").text(t!("words-interrupted-it-goes-on-by")))
            .child(progress(upload, *received)),
        Stage::Failed { reason, .. } => tile
            .class("tile refused")
            .child(span("bad").text(&language::said(reason))),
        Stage::Done(_) => tile
            .child(span("soft num").text(&size))
            .child(icon("check")),
    };
    let tile = if upload.goes_with_the_page() {
        let said = span("unkept").text(t!("words-file-goes-with-the-page"));
        tile.class("tile unkept").child(said)
    } else {
        tile
    };
    let is_stopped = matches!(
        upload.stage,
        Stage::Failed {
            may_retry: true,
            ..
        } | Stage::Resting { .. }
    );
    let retry = is_stopped.then(|| {
        button("btn-icon small")
            .name(&words::retry_file(name))
            .attr("title", t!("retry"))
            .child(icon("retry"))
            .on_click(move || files.retry(at, key))
    });
    let remove = button("btn-icon small")
        .name(&words::remove_file(name))
        .attr("title", t!("words-remove"))
        .child(icon("close"))
        .on_click(move || {
            files.remove(at, key);
            // The button that had the focus is gone.
            clock::on_frame(|| {
                focus_place::unless_held(&[".tile .btn-icon:last-child", ".attach"]);
            });
        });
    tile.children(retry).child(remove)
}

fn progress(upload: &Upload, received: u64) -> El {
    el("progress")
        .attr("max", &upload.file.size.max(1).to_string())
        .attr("value", &received.to_string())
        .name(&words::progress_of(&upload.file.name))
}

fn is_over_thread(event: &Event) -> bool {
    let target = event.target();
    let over = target.and_then(|target| target.dyn_into::<Element>().ok());
    let panel = over.and_then(|over| over.closest(".thread-panel").ok().flatten());
    panel.is_some()
}

fn has_files(event: &Event) -> bool {
    carried(event).is_some_and(|data| data.types().includes(&"Files".into(), 0))
}

fn carried(event: &Event) -> Option<DataTransfer> {
    event.dyn_ref::<DragEvent>()?.data_transfer()
}

fn listed(files: Option<FileList>) -> Vec<File> {
    let Some(files) = files else {
        return Vec::new();
    };
    (0..files.length())
        .filter_map(|index| files.get(index))
        .collect()
}
