//! What a message brings beside its text: pictures with their place known before they are
//! there, several side by side, film and sound that play in their row, and files to save.

use shared::entry::Attached;
use shared::file::{FileInfo, ImageInfo};
use shared::ids::RoomId;
use web_sys::Element;

use super::el::{El, button, div, el, span, svg};
use super::icon::icon;
use super::words;
use crate::handle::ChatHandle;

/// A picture in a row is this wide at most, in CSS pixels.
const WIDE_MAX: f64 = 420.0;

/// And this high: a screen of a phone shows all of it.
const HIGH_MAX: f64 = 320.0;

/// Colours of a placeholder in a row.
const COLUMNS: usize = 4;

/// Digits of a colour.
const DIGITS: usize = 3;

/// Everything that a message brings.
pub fn attached(chat: ChatHandle, room: RoomId, attached: &Attached) -> Vec<El> {
    let is_picture = |file: &FileInfo| file.image.is_some();
    let runs = attached
        .files
        .chunk_by(|before, after| is_picture(before) && is_picture(after));
    runs.map(|run| match run {
        [file] => one(chat, room, file),
        pictures => div("images").children(pictures.iter().map(|file| one(chat, room, file))),
    })
    .collect()
}

/// One file.
pub fn one(chat: ChatHandle, room: RoomId, file: &FileInfo) -> El {
    match &file.image {
        Some(image) => picture(chat, room, file, image),
        None if file.kind.is_video() => played(room, file, "video"),
        None if file.kind.is_audio() => played(room, file, "audio"),
        None => to_save(room, file),
    }
}

/// Where a file is.
#[must_use]
pub fn address(room: RoomId, file: &FileInfo) -> String {
    ["/files/", &room.0.to_string(), "/", &file.id.to_string()].concat()
}

/// A link that saves a file.
pub fn to_save(room: RoomId, file: &FileInfo) -> El {
    let (size, unit) = words::bytes(file.size);
    el("a")
        .class("file")
        .attr("href", &address(room, file))
        .attr("download", file.name.as_str())
        .child(icon("file"))
        .child(el("b").attr("dir", "auto").text(file.name.as_str()))
        .child(span("num").text(&[&size, " ", unit].concat()))
}

fn picture(chat: ChatHandle, room: RoomId, file: &FileInfo, image: &ImageInfo) -> El {
    let (width, height) = (f64::from(image.width), f64::from(image.height));
    let scale = (WIDE_MAX / width).min(HIGH_MAX / height).min(1.0);
    let pixels = |length: f64| (length * scale).round().max(1.0).to_string();
    let name = file.name.as_str();
    let source = [&address(room, file), "/thumbnail"].concat();
    let picture = el("img")
        .attr("src", &source)
        .attr("alt", name)
        .attr("width", &pixels(width))
        .attr("height", &pixels(height))
        .attr("decoding", "async")
        .attr("loading", "lazy");
    let opened = file.clone();
    let figure = el("figure").class("image").attr("data-f", "image");
    let gone = figure.html::<Element>();
    let picture = picture.on("error", move |_| {
        // Its sender removed it, or nobody answers now: its name is left.
        let _ = gone.class_list().add_1("missing");
    });
    let open = button("")
        .name(&words::open_picture(name))
        .children(image.placeholder.as_deref().map(placeholder))
        .child(picture)
        .on_click(move || chat.acts.picture.set(Some((room, opened.clone()))));
    let (size, unit) = words::bytes(file.size);
    figure.child(open).child(
        el("figcaption")
            .child(el("b").attr("dir", "auto").text(name))
            .child(span("num").text(&[&size, " ", unit].concat())),
    )
}

/// Twelve colours, until the picture is there.
fn placeholder(colours: &str) -> El {
    let digits: Vec<char> = colours.chars().collect();
    let cells = digits.chunks_exact(DIGITS).enumerate().map(|(at, colour)| {
        let colour: String = colour.iter().collect();
        svg("rect")
            .attr("x", &(at % COLUMNS).to_string())
            .attr("y", &(at / COLUMNS).to_string())
            .attr("width", "1.1")
            .attr("height", "1.1")
            .attr("fill", &["#", &colour].concat())
    });
    svg("svg")
        .class("placeholder")
        .attr("viewBox", "0 0 4 3")
        .attr("preserveAspectRatio", "none")
        .mute()
        .children(cells)
}

/// Nothing of it is fetched before somebody wants it, but how long it is.
fn played(room: RoomId, file: &FileInfo, tag: &str) -> El {
    let player = el(tag)
        .attr("controls", "")
        .attr("preload", "metadata")
        .attr("playsinline", "")
        .attr("src", &address(room, file))
        .name(file.name.as_str());
    div(&["played ", tag].concat())
        .attr("data-f", "played")
        .child(player)
        .child(to_save(room, file))
}
