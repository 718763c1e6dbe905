//! Who is let in: the [`chat_rules::door`] beside a clock, with places that give
//! themselves back, and the true address of those who come through a reverse proxy.
//!
//! A connection takes its place before a byte of it is read. One from a proxy that is
//! trusted counts among all connections only; each of its requests, and the WebSocket
//! that one may become, counts for the address that the proxy names.

pub mod proxies;

use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard};

use axum::http::header::{CONNECTION, HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};
use chat_rules::door::{self, Limits, TurnedAway, Visitor};
use shared::moment::Moment;
use tracing::warn;

use crate::clock::Clock;
use crate::http::error::HttpRefusal;
use crate::metrics::Metrics;
use proxies::Proxies;

/// Who is turned away is told of in the log this often at most: a flood must not fill
/// the disk with lines about it.
const TOLD_EVERY_MS: u64 = 1_000;

/// The door of one server.
#[derive(Debug)]
pub struct Door {
    rules: Mutex<door::Door>,
    proxies: Proxies,
    clock: Clock,
    metrics: Arc<Metrics>,
    told: Mutex<Told>,
}

/// What the log was told of those who were turned away.
#[derive(Debug, Default)]
struct Told {
    at: Option<Moment>,
    since: u64,
}

/// A connection's place among all of them, given back when its last copy is dropped.
/// Travels with a request into the WebSocket that it becomes.
#[derive(Clone, Debug)]
pub struct ConnectionPlace {
    from: IpAddr,
    is_proxy: bool,
    connection: Arc<Place>,
    /// Where a proxy has named an address.
    visitor: Option<Arc<Place>>,
    /// Of a WebSocket that shares its connection with others.
    #[expect(dead_code, reason = "held, not read")]
    stream: Option<Arc<Place>>,
}

/// What is given back to the door.
#[derive(Debug)]
struct Place {
    door: Arc<Door>,
    is_connection: bool,
    /// Taken out when it is given back.
    visitor: Option<Visitor>,
}

/// What a request wants of the door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// An answer.
    Answer,
    /// A connection that stays.
    Handshake,
}

impl Door {
    /// A door that nobody has come through yet.
    #[must_use]
    pub fn new(limits: Limits, proxies: Proxies, clock: Clock, metrics: Arc<Metrics>) -> Arc<Self> {
        Arc::new(Self {
            rules: Mutex::new(door::Door::new(limits)),
            proxies,
            clock,
            metrics,
            told: Mutex::default(),
        })
    }

    /// A place for a connection from this address.
    ///
    /// # Errors
    /// There is none.
    pub fn connection(self: &Arc<Self>, from: IpAddr) -> Result<ConnectionPlace, TurnedAway> {
        let taken = self.rules().connection();
        taken.inspect_err(|&why| self.tell(why))?;
        let mut connection = Place {
            door: self.clone(),
            is_connection: true,
            visitor: None,
        };
        let is_proxy = self.proxies.trust(from);
        if !is_proxy {
            connection.visitor = Some(self.visitor(from)?);
        }
        Ok(ConnectionPlace {
            from,
            is_proxy,
            connection: Arc::new(connection),
            visitor: None,
            stream: None,
        })
    }

    /// A place for a WebSocket on one stream of a connection (HTTP/2): it stays like a
    /// connection, so it counts as one.
    ///
    /// # Errors
    /// There is none.
    pub fn stream(
        self: &Arc<Self>,
        place: &ConnectionPlace,
    ) -> Result<ConnectionPlace, TurnedAway> {
        let own = self.connection(place.from)?;
        Ok(ConnectionPlace {
            stream: Some(own.connection),
            ..place.clone()
        })
    }

    /// Lets a request of a connection in, and answers the place that it holds.
    ///
    /// # Errors
    /// The address that its proxy names has too many, or a handshake comes too fast.
    pub fn request(
        self: &Arc<Self>,
        place: &ConnectionPlace,
        headers: &HeaderMap,
        asks: Asks,
    ) -> Result<ConnectionPlace, TurnedAway> {
        let mut place = place.clone();
        let mut from = Some(place.from);
        if place.is_proxy {
            // A proxy that names nobody asks for itself, and has no limit of its own.
            from = self.proxies.client_of(headers);
            if let Some(from) = from {
                place.from = from;
                place.visitor = Some(Arc::new(Place {
                    door: self.clone(),
                    is_connection: false,
                    visitor: Some(self.visitor(from)?),
                }));
            }
        }
        if asks == Asks::Handshake {
            let taken = self.rules().handshake(self.clock.now(), from);
            taken.inspect_err(|&why| self.tell(why))?;
        }
        Ok(place)
    }

    /// A place for a link over plain HTTP requests, asked for by one of them: it stays
    /// while they come and go, as a WebSocket does.
    ///
    /// # Errors
    /// There is none, or it comes too fast.
    pub fn link(self: &Arc<Self>, place: &ConnectionPlace) -> Result<ConnectionPlace, TurnedAway> {
        let is_named = !place.is_proxy || place.visitor.is_some();
        let from = is_named.then_some(place.from);
        let taken = self.rules().handshake(self.clock.now(), from);
        taken.inspect_err(|&why| self.tell(why))?;
        let taken = self.rules().connection();
        taken.inspect_err(|&why| self.tell(why))?;
        let mut connection = Place {
            door: self.clone(),
            is_connection: true,
            visitor: None,
        };
        connection.visitor = from.map(|from| self.visitor(from)).transpose()?;
        Ok(ConnectionPlace {
            connection: Arc::new(connection),
            visitor: None,
            ..place.clone()
        })
    }

    fn visitor(&self, from: IpAddr) -> Result<Visitor, TurnedAway> {
        let taken = self.rules().visitor(self.clock.now(), from);
        taken.inspect_err(|&why| self.tell(why))
    }

    /// Counts it, and writes one line for all who were turned away since the last one.
    fn tell(&self, why: TurnedAway) {
        self.metrics.refused(why.into());
        let now = self.clock.now();
        let mut told = self.told.lock().expect(NO_PANIC);
        told.since += 1;
        if told.at.is_none_or(|at| now.ms_since(at) >= TOLD_EVERY_MS) {
            let count = std::mem::take(&mut told.since);
            told.at = Some(now);
            drop(told);
            warn!(why = why.kind(), count, "turned away at the door");
        }
    }

    fn rules(&self) -> MutexGuard<'_, door::Door> {
        self.rules.lock().expect(NO_PANIC)
    }
}

impl ConnectionPlace {
    /// How many hold this connection's place: the connection itself, its requests, its
    /// WebSockets.
    #[must_use]
    pub fn holders(&self) -> usize {
        Arc::strong_count(&self.connection)
    }

    /// Where the request comes from, if no trusted proxy carried it.
    #[must_use]
    pub fn direct_peer(&self) -> Option<IpAddr> {
        (!self.is_proxy).then_some(self.from)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut rules = self.door.rules();
        if let Some(visitor) = self.visitor.take() {
            rules.visitor_left(self.door.clock.now(), visitor);
        }
        if self.is_connection {
            rules.connection_ended();
        }
    }
}

/// The refusal as an answer to a request. The connection ends with it: who is turned
/// away must not go on knocking for free.
#[must_use]
pub fn refused(why: TurnedAway) -> Response {
    let mut response = HttpRefusal(why.refusal()).into_response();
    response
        .headers_mut()
        .insert(CONNECTION, HeaderValue::from_static("close"));
    response
}

/// The refusal as the bytes of an answer, for a connection whose request is not read.
#[must_use]
pub fn refused_unread(why: TurnedAway) -> Vec<u8> {
    let refusal = why.refusal();
    let seconds = refusal.retry_after_ms.unwrap_or_default().div_ceil(1_000);
    let body = shared::codec::encode(&refusal);
    format!(
        "HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json\r\n\
         Cache-Control: no-store\r\nRetry-After: {seconds}\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

const NO_PANIC: &str = "no panic happens under a lock of the door";
