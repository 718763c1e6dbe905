//! What a server is told before it starts, as plain values.
//!
//! Nothing here reads a flag or a variable: [`crate::cli`] does, and a test fills
//! these in by hand.

use std::path::PathBuf;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use chat_rules::door::{self, CONNECTIONS_MAX, CONNECTIONS_PER_ADDRESS_MAX, HANDSHAKES_PER_SECOND};
use chat_rules::session::HeartbeatTimes;
use chat_store::records::TokenHash;
use clap::ValueEnum;
use shared::doctor::SILENCE;
use shared::limits::{KEEP_ALIVE_EVERY_MS, POLL_WITHIN_MS};

use crate::door::proxies::Network;
use crate::listener::{HEAD_WITHIN, TAKEN_WITHIN};
use crate::login::token;
use crate::origin::Origin;
use crate::tls::Tls;

/// A scraper's token is at least so long: people choose it, and the server does not
/// count wrong guesses.
const METRICS_TOKEN_CHARS_MIN: usize = 16;

/// What [`crate::serve`] needs to know beside its listeners and its store.
#[derive(Clone, Debug, Default)]
pub struct AppConfig {
    /// Origins that may use this server besides its own.
    pub allow_origins: Vec<Origin>,
    /// Whether rates are held.
    pub rate_limit: RateLimit,
    /// The folder that the store lies in, if it is on a disk.
    pub data: Option<PathBuf>,
    /// The certificate, already read; without it everything is plain HTTP.
    pub tls: Option<Arc<Tls>>,
    /// Who shows it may read the figures from anywhere.
    pub metrics_token: Option<MetricsToken>,
    /// What files are taken.
    pub files: chat_files::Limits,
    /// Who is let in.
    pub door: DoorConfig,
    /// How long is waited for what.
    pub patience: Patience,
}

/// Who is let in.
#[derive(Clone, Debug)]
pub struct DoorConfig {
    /// Connections at once; at least 1.
    pub connections_max: u32,
    /// Connections at once from one address; at least 1.
    pub connections_per_address_max: u32,
    /// Handshakes per second for long; at least 1.
    pub handshakes_per_second: u32,
    /// Whether loopback is held to the limits of an address.
    pub limit_loopback: LoopbackLimit,
    /// Reverse proxies whose word on addresses is taken.
    pub trust_proxies: Vec<Network>,
}

impl Default for DoorConfig {
    fn default() -> Self {
        Self {
            connections_max: CONNECTIONS_MAX,
            connections_per_address_max: CONNECTIONS_PER_ADDRESS_MAX,
            handshakes_per_second: HANDSHAKES_PER_SECOND,
            limit_loopback: LoopbackLimit::Off,
            trust_proxies: Vec::new(),
        }
    }
}

impl AppConfig {
    /// The door's limits, in the rules' words.
    #[must_use]
    pub fn door_limits(&self) -> door::Limits {
        door::Limits {
            connections: self.door.connections_max,
            connections_per_address: self.door.connections_per_address_max,
            handshakes_per_second: self.door.handshakes_per_second,
            rate: match self.rate_limit {
                RateLimit::On => chat_rules::rate::RateLimit::On,
                RateLimit::Off => chat_rules::rate::RateLimit::Off,
            },
            loopback: match self.door.limit_loopback {
                LoopbackLimit::On => door::Loopback::Limited,
                LoopbackLimit::Off => door::Loopback::Free,
            },
        }
    }
}

/// How long is waited for what. No flag sets these; a test that cannot wait does.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// A request's head must be complete by then.
    pub head_within: Duration,
    /// An answer that is not taken at all for so long is given up.
    pub taken_within: Duration,
    /// How often a connection is pinged, and how soon it must answer.
    pub heartbeat: HeartbeatTimes,
    /// A stream of events says something at least this often.
    pub keep_alive_every: Duration,
    /// A poll is answered within this time.
    pub poll_within: Duration,
    /// The server leaves a WebSocket silent for so long when it looks at itself.
    pub examined_silence: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            head_within: HEAD_WITHIN,
            taken_within: TAKEN_WITHIN,
            heartbeat: HeartbeatTimes::default(),
            keep_alive_every: Duration::from_millis(KEEP_ALIVE_EVERY_MS),
            poll_within: Duration::from_millis(POLL_WITHIN_MS),
            examined_silence: SILENCE,
        }
    }
}

/// Whether loopback is held to the limits of an address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum LoopbackLimit {
    /// It is an address like others.
    On,
    /// Whoever is on the machine needs no door.
    #[default]
    Off,
}

/// The token of a scraper. Its text is forgotten at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MetricsToken(TokenHash);

/// A token that is too easy to guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a token has at least {METRICS_TOKEN_CHARS_MIN} characters, without spaces")]
pub struct TokenTooShort;

impl MetricsToken {
    /// What a shown token is compared with.
    #[must_use]
    pub fn hash(&self) -> TokenHash {
        self.0
    }
}

impl FromStr for MetricsToken {
    type Err = TokenTooShort;

    fn from_str(text: &str) -> Result<Self, TokenTooShort> {
        if text.chars().count() < METRICS_TOKEN_CHARS_MIN || text.contains(char::is_whitespace) {
            return Err(TokenTooShort);
        }
        Ok(Self(token::hash(text)))
    }
}

/// Whether connections and log-ins are held to their rates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum RateLimit {
    /// As the protocol says.
    #[default]
    On,
    /// For benchmarks, which are faster than people.
    Off,
}

/// How logs are written.
#[derive(Clone, Debug)]
pub struct LogConfig {
    /// How a line looks.
    pub format: LogFormat,
    /// A level or a filter in `tracing`'s words.
    pub level: String,
}

/// How a log line looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// One JSON object a line, for programs.
    Json,
}
