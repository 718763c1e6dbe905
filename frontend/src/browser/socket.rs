//! One attempt at a connection: the browser's own WebSocket, turned into inputs, or a
//! link over HTTP ([`super::link`]) where the machine wants one.
//!
//! Each socket carries its generation. Dropping it takes its callbacks off before
//! it closes, so that none of them is called for a socket that is forgotten.

use std::rc::Rc;

use chat_client::over_http::OPEN;
use chat_client::wire::{Body, Carrier, Direction, Fate};
use chat_client::{Generation, Input, Transport};
use js_sys::Uint8Array;
use shared::client_frame::ClientFrame;
use shared::codec;
use shared::version::SUBPROTOCOL;
use std::cell::Cell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BinaryType, CloseEvent, Event, MessageEvent, WebSocket};

use super::clock::{self, window};
use super::link::Link;
use super::wire::Wire;

/// Where a socket reports.
pub(super) type Report = Rc<dyn Fn(Input)>;

/// No close frame came (RFC 6455, section 7.1.5).
pub(super) const NO_CLOSE_FRAME: u16 = 1006;

/// The only code below 3000 that a page may close with (WHATWG WebSockets, `close`).
const NORMAL: u16 = 1000;

/// What a socket says of a link that was cut on request.
pub(super) const CUT: &str = "Cut in the connection panel.";

/// What it says when it was not let through on request.
const REFUSED: &str = "Refused in the connection panel, as in a network without WebSocket.";

/// A socket that opens, is open, or closes.
pub(super) struct Socket {
    /// Under which it reports.
    pub(super) generation: Generation,
    /// Without one, nothing is ever heard of it: a fault that somebody asked for.
    open: Option<Opened>,
    wire: Rc<Wire>,
}

/// What carries its frames.
enum Opened {
    WebSocket(Open),
    Link(Link),
}

/// A socket of the browser's.
struct Open {
    socket: WebSocket,
    _on_open: Closure<dyn Fn()>,
    _on_message: Closure<dyn Fn(MessageEvent)>,
    _on_error: Closure<dyn Fn(Event)>,
    _on_close: Closure<dyn Fn(CloseEvent)>,
}

impl Socket {
    /// Opens a connection to the server that this page came from.
    ///
    /// # Errors
    /// The input that says so, when the browser does not even try.
    pub(super) fn open(
        generation: Generation,
        transport: Transport,
        wire: &Rc<Wire>,
        report: &Report,
    ) -> Result<Self, Input> {
        let nowhere = |_| {
            let reason = "The browser opens no socket here.";
            closed(generation, NO_CLOSE_FRAME, reason)
        };
        let address = address(transport).map_err(nowhere)?;
        wire.opening(generation, &address);
        let carrier = match transport {
            Transport::WebSocket => Carrier::WebSocket,
            Transport::Events | Transport::Poll => Carrier::Http,
        };
        let open = match wire.opening_fate(carrier) {
            None => {
                let why = if wire.is_dropped() { CUT } else { REFUSED };
                return Err(closed(generation, NO_CLOSE_FRAME, why));
            }
            Some(Fate::Lost) => None,
            Some(Fate::Pass | Fate::After(_)) => Some(match transport.over_http() {
                Some(transport) => Opened::Link(Link::open(generation, transport, wire, report)),
                None => {
                    let open = Open::new(generation, &address, wire, report);
                    Opened::WebSocket(open.map_err(nowhere)?)
                }
            }),
        };
        Ok(Self {
            generation,
            open,
            wire: Rc::clone(wire),
        })
    }

    /// Sends a frame. On a socket that is not open any more it is lost with the
    /// socket, and the machine sends it again on the next.
    pub(super) fn transmit(&self, frame: &ClientFrame) {
        let open = match &self.open {
            Some(Opened::WebSocket(open)) => open,
            Some(Opened::Link(link)) => return link.transmit(frame),
            None => return,
        };
        let text = codec::encode(frame);
        match self.wire.fate(Direction::Out) {
            Fate::Pass => send(&open.socket, &self.wire, text),
            Fate::After(ms) => {
                let (socket, wire) = (open.socket.clone(), Rc::clone(&self.wire));
                clock::later(ms, move || send(&socket, &wire, text));
            }
            Fate::Lost => {}
        }
    }

    /// Whether nothing that was sent is still under way, as far as the page can know.
    pub(super) fn is_quiet(&self) -> bool {
        match &self.open {
            Some(Opened::Link(link)) => link.is_quiet(),
            Some(Opened::WebSocket(_)) | None => true,
        }
    }

    /// Closes with a code, as far as the browser lets a page choose one.
    pub(super) fn shut(self, code: u16) {
        let open = match self.open {
            Some(Opened::WebSocket(open)) => open,
            Some(Opened::Link(link)) => return link.shut(code),
            None => return,
        };
        open.silence();
        if code == NORMAL || (3000..5000).contains(&code) {
            let _ = open.socket.close_with_code(code);
        }
    }
}

impl Open {
    fn new(
        generation: Generation,
        address: &str,
        wire: &Rc<Wire>,
        report: &Report,
    ) -> Result<Self, JsValue> {
        let socket = WebSocket::new_with_str(address, SUBPROTOCOL)?;
        socket.set_binary_type(BinaryType::Arraybuffer);
        let failed = Rc::new(Cell::new(false));

        let on_open = Closure::<dyn Fn()>::new({
            let (report, wire, socket) = (Rc::clone(report), Rc::clone(wire), socket.clone());
            move || {
                wire.opened(generation, &socket.protocol());
                report(Input::Opened(generation));
            }
        });
        let on_message = Closure::<dyn Fn(MessageEvent)>::new({
            let (report, wire) = (Rc::clone(report), Rc::clone(wire));
            move |event: MessageEvent| arrive(generation, body(&event.data()), &wire, &report)
        });
        // The event says nothing but that it happened; `close` always follows.
        let on_error = Closure::<dyn Fn(Event)>::new({
            let failed = Rc::clone(&failed);
            move |_| failed.set(true)
        });
        let on_close = Closure::<dyn Fn(CloseEvent)>::new({
            let (report, wire) = (Rc::clone(report), Rc::clone(wire));
            move |event: CloseEvent| {
                // A half-open link does not tell its end either.
                if wire.is_silent() {
                    return;
                }
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
            socket,
            _on_open: on_open,
            _on_message: on_message,
            _on_error: on_error,
            _on_close: on_close,
        })
    }

    fn silence(&self) {
        self.socket.set_onopen(None);
        self.socket.set_onmessage(None);
        self.socket.set_onerror(None);
        self.socket.set_onclose(None);
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.silence();
        // Does nothing to a socket that closes or has closed.
        let _ = self.socket.close();
    }
}

fn address(transport: Transport) -> Result<String, JsValue> {
    if transport.over_http().is_some() {
        return Ok([&window().location().origin()?, OPEN].concat());
    }
    web_socket("/chat")
}

/// The server's port, where another program shows its page: said when the client is built.
const SERVER_PORT: Option<&str> = option_env!("CONFAB_SERVER_PORT");

/// A WebSocket's address at the server that this page came from.
pub(super) fn web_socket(path: &str) -> Result<String, JsValue> {
    let location = window().location();
    let scheme = if location.protocol()? == "https:" {
        "wss"
    } else {
        "ws"
    };
    let host = match SERVER_PORT {
        Some(port) => [&location.hostname()?, ":", port].concat(),
        None => location.host()?,
    };
    Ok([scheme, "://", &host, path].concat())
}

fn send(socket: &WebSocket, wire: &Wire, text: String) {
    if socket.ready_state() == WebSocket::OPEN && socket.send_with_str(&text).is_ok() {
        wire.frame(Direction::Out, Body::Text(text));
    }
}

/// Hands a message on, unless somebody asked for it to be late or lost.
pub(super) fn arrive(generation: Generation, body: Body, wire: &Rc<Wire>, report: &Report) {
    match wire.fate(Direction::In) {
        Fate::Pass => hand_on(generation, body, wire, report),
        Fate::After(ms) => {
            let (wire, report) = (Rc::clone(wire), Rc::clone(report));
            clock::later(ms, move || hand_on(generation, body, &wire, &report));
        }
        Fate::Lost => {}
    }
}

fn hand_on(generation: Generation, body: Body, wire: &Wire, report: &Report) {
    // Anything but text is not of this protocol.
    let input = match &body {
        Body::Text(text) => codec::decode_server(text)
            .map_or(Input::Unreadable(generation), |frame| {
                Input::Received(generation, Box::new(frame))
            }),
        Body::Bytes(_) => Input::Unreadable(generation),
    };
    wire.frame(Direction::In, body);
    report(input);
}

fn body(data: &JsValue) -> Body {
    match data.as_string() {
        Some(text) => Body::Text(text),
        None => Body::Bytes(Uint8Array::new(data).to_vec()),
    }
}

fn closed(generation: Generation, code: u16, reason: impl Into<String>) -> Input {
    Input::Closed(generation, code, reason.into())
}
