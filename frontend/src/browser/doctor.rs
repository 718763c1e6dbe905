//! What this browser sees of its server from where it is, which is beyond whatever lies
//! before the server. Measures, and leaves the judgement to the server.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use js_sys::Promise;
use shared::doctor::{
    Facts, Idle, PIECE_EVERY, PIECES, Passed, Reach, SILENCE, Seen, Stream, Upgrade, Viewpoint,
};
use shared::limits::FRAME_BYTES_MAX;
use shared::moment::Moment;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, EventSource, EventTarget, MessageEvent, WebSocket};

use super::clock;
use super::clock::window;
use super::http::{self, HttpFailure};
use super::socket::web_socket;

/// An answer that has not come by then does not come.
const ANSWER_WITHIN_MS: u32 = 35_000;

/// Goes there and back.
const WORD: &str = "are you there?";

/// Scheme, host and port of this page.
#[must_use]
pub fn own_address() -> String {
    // Refused only where there is no page.
    window().location().origin().unwrap_or_default()
}

/// Everything that is quickly seen.
pub async fn look() -> Facts {
    let mut facts = Facts {
        origin: own_address(),
        viewpoint: Viewpoint::Browser,
        ..Facts::default()
    };
    let (asked, asked_at) = (clock::now(), clock::wall());
    match http::doctors_view().await {
        Ok(view) => {
            let ms = clock::now().ms_since(asked);
            facts.reach = Some(Reach::Yes);
            facts.seen = Some(Seen {
                host: view.host,
                now_ms: view.now,
                asked_at_ms: Some(asked_at.0 + ms / 2),
                round_trip: Duration::from_millis(ms),
                version: view.version,
            });
        }
        Err(HttpFailure::Refused(refusal)) => facts.reach = Some(Reach::No(refusal.message)),
        Err(HttpFailure::NoAnswer) => {
            facts.reach = Some(Reach::No("no answer comes".to_owned()));
            return facts;
        }
    }
    facts.upgrade = Some(match Echo::open().await {
        Ok(echo) if echo.returns(WORD).await => {
            let large = "x".repeat(FRAME_BYTES_MAX);
            let comes_back = echo.returns(&large).await;
            facts.large_message = Some(if comes_back { Passed::Yes } else { Passed::No });
            Upgrade::Open
        }
        Ok(_) => Upgrade::Broken("no echo comes back".to_owned()),
        Err(NotOpen) => Upgrade::Refused,
    });
    facts.stream = stream().await;
    facts.body_status = http::large_body("x".repeat(FRAME_BYTES_MAX)).await;
    facts
}

/// Leaves a WebSocket silent, and tells what becomes of it; nothing if none opens.
pub async fn silence(echo: &Echo) -> Option<Idle> {
    // Through once, so that whatever watches it has seen it begin.
    if !echo.returns(WORD).await {
        return None;
    }
    let begun = clock::now();
    let ms = u32::try_from(SILENCE.as_millis()).unwrap_or(u32::MAX);
    let is_silent = matches!(hear(&echo.0, ms).await, Heard::Nothing);
    let lived = Duration::from_millis(clock::now().ms_since(begun)).min(SILENCE);
    if is_silent && echo.returns(WORD).await {
        return Some(Idle::Held(SILENCE));
    }
    Some(Idle::Cut(lived))
}

/// A WebSocket that echoes. Closes when any of its handles is dropped.
#[derive(Clone, Debug)]
pub struct Echo(WebSocket);

/// No WebSocket opened, and a browser does not say why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotOpen;

impl Echo {
    /// Opens one.
    ///
    /// # Errors
    /// There is none to be had.
    pub async fn open() -> Result<Self, NotOpen> {
        let address = web_socket("/echo").map_err(|_| NotOpen)?;
        let echo = Self(WebSocket::new(&address).map_err(|_| NotOpen)?);
        match hear(&echo.0, ANSWER_WITHIN_MS).await {
            Heard::Open => Ok(echo),
            Heard::Text(_) | Heard::End | Heard::Nothing => Err(NotOpen),
        }
    }

    async fn returns(&self, word: &str) -> bool {
        let is_sent = self.0.send_with_str(word).is_ok();
        is_sent
            && matches!(hear(&self.0, ANSWER_WITHIN_MS).await, Heard::Text(text) if text == word)
    }
}

impl Drop for Echo {
    fn drop(&mut self) {
        // Refused only for codes that a page may not give.
        let _ = self.0.close();
    }
}

/// What a socket or a stream says next.
enum Heard {
    Open,
    Text(String),
    End,
    Nothing,
}

/// Waits for the next thing that is heard. Between two waits nothing is lost, as long as
/// nobody waits for something else: events are tasks of their own.
async fn hear(target: &EventTarget, within_ms: u32) -> Heard {
    let heard = Rc::new(Cell::new(Heard::Nothing));
    let mut listening = Vec::new();
    let mut late = None;
    let promise = Promise::new(&mut |resolve, _| {
        for kind in ["open", "message", "close", "error"] {
            let (heard, resolve) = (Rc::clone(&heard), resolve.clone());
            let closure = Closure::<dyn Fn(Event)>::new(move |event: Event| {
                heard.set(match kind {
                    "open" => Heard::Open,
                    "message" => {
                        let event: MessageEvent = event.unchecked_into();
                        Heard::Text(event.data().as_string().unwrap_or_default())
                    }
                    _ => Heard::End,
                });
                // A promise takes its first answer.
                let _ = resolve.call0(&JsValue::NULL);
            });
            let function = closure.as_ref().unchecked_ref();
            // Refused only for what is no function.
            let _ = target.add_event_listener_with_callback(kind, function);
            listening.push((kind, closure));
        }
        late = Some(clock::after_ms(within_ms, move || {
            let _ = resolve.call0(&JsValue::NULL);
        }));
    });
    // It is never rejected.
    let _ = JsFuture::from(promise).await;
    drop(late);
    for (kind, closure) in listening {
        let function = closure.as_ref().unchecked_ref();
        let _ = target.remove_event_listener_with_callback(kind, function);
    }
    heard.replace(Heard::Nothing)
}

/// How the pieces of a slow answer come.
async fn stream() -> Option<Stream> {
    let source = EventSource::new("/api/doctor/stream").ok()?;
    let (mut begun, mut pieces) = (None::<Moment>, 0);
    while pieces < PIECES {
        match hear(&source, ANSWER_WITHIN_MS).await {
            Heard::Open => {}
            Heard::Text(_) => {
                begun.get_or_insert_with(clock::now);
                pieces += 1;
            }
            Heard::End | Heard::Nothing => break,
        }
    }
    // By itself it would begin anew.
    source.close();
    Some(Stream {
        sent_over: PIECE_EVERY * (PIECES - 1),
        came_over: Duration::from_millis(clock::now().ms_since(begun?)),
        whole: pieces == PIECES,
    })
}
