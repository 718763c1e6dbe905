//! What a server is told before it starts, as plain values.
//!
//! Nothing here reads a flag or a variable: [`crate::cli`] does, and a test fills
//! these in by hand.

use clap::ValueEnum;

use crate::origin::Origin;

/// What [`crate::serve`] needs to know beside its listeners and its store.
#[derive(Clone, Debug, Default)]
pub struct AppConfig {
    /// Origins that may use this server besides its own.
    pub allow_origins: Vec<Origin>,
    /// Whether rates are held.
    pub rate_limit: RateLimit,
}

/// Whether connections and log-ins are held to their rates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum RateLimit {
    /// As `shared::limits` says.
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
