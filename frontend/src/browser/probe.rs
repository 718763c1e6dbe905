//! Whether a WebSocket would open here and carry a frame there and back. Asked beside a
//! link that goes another way; the server's `/echo` answers and touches nothing else.

use std::rc::Rc;

use chat_client::wire::{Carrier, Fate};
use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, MessageEvent, WebSocket};

use super::clock;
use super::socket::web_socket;
use super::wire::Wire;

/// A socket that has not echoed by then would be no good.
const ECHO_WITHIN_MS: u32 = 10_000;

/// What is sent.
const WORD: &str = "probe";

/// Tries it.
pub(super) async fn web_socket_opens(wire: &Wire) -> bool {
    if wire.opening_fate(Carrier::WebSocket) != Some(Fate::Pass) {
        return false;
    }
    let Ok(address) = web_socket("/echo") else {
        return false;
    };
    let Ok(socket) = WebSocket::new(&address) else {
        return false;
    };
    let socket = Rc::new(socket);
    let mut callbacks: Vec<Closure<dyn Fn(Event)>> = Vec::new();
    let promise = Promise::new(&mut |resolve, _| {
        let open = {
            let socket = Rc::clone(&socket);
            // What cannot be sent is not echoed, and that is the answer.
            Closure::<dyn Fn(Event)>::new(move |_| drop(socket.send_with_str(WORD)))
        };
        let heard = {
            let resolve = resolve.clone();
            Closure::<dyn Fn(Event)>::new(move |event: Event| {
                let event: MessageEvent = event.unchecked_into();
                let is_echo = event.data().as_string().as_deref() == Some(WORD);
                // A promise takes its first answer.
                let _ = resolve.call1(&JsValue::NULL, &is_echo.into());
            })
        };
        let closed = Closure::<dyn Fn(Event)>::new(move |_| {
            let _ = resolve.call1(&JsValue::NULL, &JsValue::FALSE);
        });
        socket.set_onopen(Some(open.as_ref().unchecked_ref()));
        socket.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        socket.set_onclose(Some(closed.as_ref().unchecked_ref()));
        callbacks.extend([open, heard, closed]);
    });
    let late = {
        let socket = Rc::clone(&socket);
        // The close event follows.
        clock::after_ms(ECHO_WITHIN_MS, move || drop(socket.close()))
    };
    let opens = JsFuture::from(promise).await;
    drop(late);
    socket.set_onopen(None);
    socket.set_onmessage(None);
    socket.set_onclose(None);
    let _ = socket.close();
    drop(callbacks);
    opens.is_ok_and(|opens| opens.is_truthy())
}
