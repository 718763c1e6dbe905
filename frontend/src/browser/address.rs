//! The address bar: the room on the screen has an address, so that it can be kept, given
//! to somebody, and gone back to. Also what a browser makes of other addresses.
//!
//! The server and trunk answer every address below [`ROOMS`] with the page.

use js_sys::{decode_uri_component, encode_uri_component};
use wasm_bindgen::JsValue;
use web_sys::Url;

use super::clock::window;
use shared::cursor::Seq;

/// What the address of a room begins with.
const ROOMS: &str = "/room/";

/// What a code comes behind.
const CODE: &str = "#code=";

/// How an address comes into the bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// Somebody went there: Back leads to where they were.
    Visit,
    /// It says better where they are already.
    Correction,
}

/// The name of the room that the bar names.
#[must_use]
pub fn room() -> Option<String> {
    // Refused only where there is no document.
    let path = window().location().pathname().ok()?;
    let name = path.strip_prefix(ROOMS)?.split('/').next()?;
    let name = decode_uri_component(name).ok()?;
    Some(name.into()).filter(|name: &String| !name.is_empty())
}

/// The number of the message that the bar names.
#[must_use]
pub fn message() -> Option<Seq> {
    let path = window().location().pathname().ok()?;
    let number = path.strip_prefix(ROOMS)?.split('/').nth(1)?;
    number.parse().ok().filter(|seq| *seq > 0).map(Seq)
}

/// The whole address of a message, to be given to somebody.
#[must_use]
pub fn of_message(room: &str, seq: Seq) -> String {
    [&of_room(room), "/", &seq.0.to_string()].concat()
}

/// The whole address of a room, to be given to somebody.
#[must_use]
pub fn of_room(room: &str) -> String {
    // Refused only where there is no page.
    let origin = window().location().origin().unwrap_or_default();
    let room = String::from(encode_uri_component(room));
    [&origin, ROOMS, &room].concat()
}

/// The address that brings a code to one more device: behind the sign that browsers send to
/// no server.
#[must_use]
pub fn of_code(code: &str) -> String {
    // Refused only where there is no page.
    let origin = window().location().origin().unwrap_or_default();
    [&origin, "/", CODE, code].concat()
}

/// The code that came with the address, which has it no more from here on.
#[must_use]
pub fn take_code() -> Option<String> {
    let hash = window().location().hash().ok()?;
    let code = hash.strip_prefix(CODE)?.to_owned();
    if let (Ok(history), Ok(path)) = (window().history(), window().location().pathname()) {
        // Refused only when a page does this hundreds of times a minute.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&path));
    }
    Some(code)
}

/// Puts a room into the bar.
pub fn show_room(name: &str, arrival: Arrival) {
    let address = [ROOMS, &String::from(encode_uri_component(name))].concat();
    let Ok(history) = window().history() else {
        return;
    };
    // Refused only when a page does this hundreds of times a minute: the bar is then late.
    let _ = match arrival {
        Arrival::Visit => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
        Arrival::Correction => history.replace_state_with_url(&JsValue::NULL, "", Some(&address)),
    };
}

/// The host of a web address as the network knows it, where it is written in other
/// letters: two names that look alike differ here (RFC 3492).
#[must_use]
pub fn host_in_plain_letters(address: &str) -> Option<String> {
    let host = Url::new(address).ok()?.hostname();
    host.contains("xn--").then_some(host)
}
