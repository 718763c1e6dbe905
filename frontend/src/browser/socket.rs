//! One attempt at a connection: the browser's own WebSocket, turned into inputs.
//!
//! Each socket carries its generation. Dropping it takes its callbacks off before
//! it closes, so that none of them is called for a socket that is forgotten.

use std::rc::Rc;

use chat_client::{Generation, Input};
use shared::client_frame::ClientFrame;
use shared::codec;
use shared::version::SUBPROTOCOL;
use std::cell::Cell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CloseEvent, Event, MessageEvent, WebSocket};

use super::clock::window;

/// Where a socket reports.
pub(super) type Report = Rc<dyn Fn(Input)>;

/// No close frame came (RFC 6455, section 7.1.5).
const NO_CLOSE_FRAME: u16 = 1006;

/// The only code below 3000 that a page may close with (WHATWG WebSockets, `close`).
const NORMAL: u16 = 1000;

/// A socket that opens, is open, or closes.
pub(super) struct Socket {
    /// Under which it reports.
    pub(super) generation: Generation,
    socket: WebSocket,
    _on_open: Closure<dyn Fn()>,
    _on_message: Closure<dyn Fn(MessageEvent)>,
    _on_error: Closure<dyn Fn(Event)>,
    _on_close: Closure<dyn Fn(CloseEvent)>,
}

impl Socket {
    /// Opens a socket to the server that this page came from.
    ///
    /// # Errors
    /// The input that says so, when the browser does not even try.
    pub(super) fn open(generation: Generation, report: &Report) -> Result<Self, Input> {
        let socket = address()
            .and_then(|address| WebSocket::new_with_str(&address, SUBPROTOCOL))
            .map_err(|_| {
                closed(
                    generation,
                    NO_CLOSE_FRAME,
                    "The browser opens no socket here.",
                )
            })?;
        let failed = Rc::new(Cell::new(false));

        let on_open = Closure::<dyn Fn()>::new({
            let report = Rc::clone(report);
            move || report(Input::Opened(generation))
        });
        let on_message = Closure::<dyn Fn(MessageEvent)>::new({
            let report = Rc::clone(report);
            move |event: MessageEvent| report(received(generation, &event))
        });
        // The event says nothing but that it happened; `close` always follows.
        let on_error = Closure::<dyn Fn(Event)>::new({
            let failed = Rc::clone(&failed);
            move |_| failed.set(true)
        });
        let on_close = Closure::<dyn Fn(CloseEvent)>::new({
            let report = Rc::clone(report);
            move |event: CloseEvent| {
                let reason = match event.reason() {
                    reason if reason.is_empty() && failed.get() => {
                        "The connection broke.".to_owned()
                    }
                    reason => reason,
                };
                report(closed(generation, event.code(), reason));
            }
        });
        socket.set_onopen(Some(on_open.as_ref().unchecked_ref()));
        socket.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        socket.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        socket.set_onclose(Some(on_close.as_ref().unchecked_ref()));

        Ok(Self {
            generation,
            socket,
            _on_open: on_open,
            _on_message: on_message,
            _on_error: on_error,
            _on_close: on_close,
        })
    }

    /// Sends a frame. On a socket that is not open any more it is lost with the
    /// socket, and the machine sends it again on the next.
    pub(super) fn transmit(&self, frame: &ClientFrame) {
        if self.socket.ready_state() == WebSocket::OPEN {
            let _ = self.socket.send_with_str(&codec::encode(frame));
        }
    }

    /// Closes with a code, as far as the browser lets a page choose one.
    pub(super) fn shut(self, code: u16) {
        self.silence();
        if code == NORMAL || (3000..5000).contains(&code) {
            let _ = self.socket.close_with_code(code);
        }
    }

    fn silence(&self) {
        self.socket.set_onopen(None);
        self.socket.set_onmessage(None);
        self.socket.set_onerror(None);
        self.socket.set_onclose(None);
    }
}

impl Drop for Socket {
    fn drop(&mut self) {
        self.silence();
        // Does nothing to a socket that closes or has closed.
        let _ = self.socket.close();
    }
}

fn address() -> Result<String, JsValue> {
    let location = window().location();
    let scheme = if location.protocol()? == "https:" {
        "wss"
    } else {
        "ws"
    };
    Ok(format!("{scheme}://{}/chat", location.host()?))
}

fn received(generation: Generation, event: &MessageEvent) -> Input {
    // Anything but text is not of this protocol.
    match event
        .data()
        .as_string()
        .map(|text| codec::decode_server(&text))
    {
        Some(Ok(frame)) => Input::Received(generation, Box::new(frame)),
        Some(Err(_)) | None => Input::Unreadable(generation),
    }
}

fn closed(generation: Generation, code: u16, reason: impl Into<String>) -> Input {
    Input::Closed(generation, code, reason.into())
}
