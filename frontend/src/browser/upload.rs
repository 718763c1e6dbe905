//! Requests of uploads: each has one answer, also where none came.

use chat_client::uploads::{Chosen, Heard};
use gloo_net::http::{Request, RequestBuilder};
use shared::file::FileId;
use shared::http::{NewUpload, UploadState};
use shared::ids::RoomId;
use shared::refusal::Refusal;
use wasm_bindgen::JsValue;
use web_sys::{AbortController, Blob};

use super::clock;

/// A piece that is not through by then is sent again: 1 MB in that time is the slowest line
/// that still carries a chat.
const PIECE_WITHIN_MS: u32 = 120_000;

/// The request that is under way, to be stopped.
#[derive(Clone, Debug, Default)]
pub struct Underway(Option<AbortController>);

impl Underway {
    /// For one request after the other.
    #[must_use]
    pub fn new() -> Self {
        // Without one the request ends by itself.
        Self(AbortController::new().ok())
    }

    /// Ends the request.
    pub fn stop(&self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }

    fn of(&self, request: RequestBuilder) -> RequestBuilder {
        let signal = self.0.as_ref().map(AbortController::signal);
        request.abort_signal(signal.as_ref())
    }
}

/// Announces a file.
pub async fn announce(room: RoomId, file: &Chosen, underway: &Underway) -> Heard {
    let new = NewUpload {
        name: file.name.clone(),
        size: file.size,
        declared: file.declared.clone(),
    };
    let request = Request::post(&["/api/rooms/", &room.0.to_string(), "/uploads"].concat())
        .header("content-type", "application/json");
    ask(request, Some(shared::codec::encode(&new).into()), underway).await
}

/// Sends the bytes of a file from one place to another.
pub async fn send(
    room: RoomId,
    id: FileId,
    bytes: &Blob,
    (from, to): (u64, u64),
    underway: &Underway,
) -> Heard {
    // A browser's numbers hold every size that a file can have.
    let piece = bytes.slice_with_f64_and_f64(from as f64, to as f64);
    let Ok(piece) = piece else { return Heard::Lost };
    let address = [&address(room, id), "?offset=", &from.to_string()].concat();
    ask(Request::patch(&address), Some(piece.into()), underway).await
}

/// Asks how far it is.
pub async fn progress(room: RoomId, id: FileId, underway: &Underway) -> Heard {
    ask(Request::get(&address(room, id)), None, underway).await
}

/// Says that it will not go on. Lost: the server waits for a day.
pub async fn give_up(room: RoomId, id: FileId) {
    let _ = Request::delete(&address(room, id)).send().await;
}

/// Removes a file that is in no message. Lost: it stays among the room's files.
pub async fn remove(room: RoomId, id: FileId) {
    let room = room.0.to_string();
    let address = ["/api/rooms/", &room, "/files/", &id.to_string()].concat();
    let _ = Request::delete(&address).send().await;
}

fn address(room: RoomId, id: FileId) -> String {
    let room = room.0.to_string();
    ["/api/rooms/", &room, "/uploads/", &id.to_string()].concat()
}

async fn ask(request: RequestBuilder, body: Option<JsValue>, underway: &Underway) -> Heard {
    let request = underway.of(request);
    let request = match body {
        Some(body) => request.body(body),
        None => request.build(),
    };
    let Ok(request) = request else {
        return Heard::Lost;
    };
    let stop = underway.clone();
    let _late = clock::after_ms(PIECE_WITHIN_MS, move || stop.stop());
    let Ok(response) = request.send().await else {
        return Heard::Lost;
    };
    let Ok(text) = response.text().await else {
        return Heard::Lost;
    };
    if response.ok() {
        let state = serde_json::from_str::<UploadState>(&text);
        return state.map_or(Heard::Lost, Heard::State);
    }
    let refusal = serde_json::from_str::<Refusal>(&text);
    refusal.map_or(Heard::Lost, Heard::Refused)
}
