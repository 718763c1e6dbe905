//! Log lines: where they go and how they look.
//!
//! Levels by who acts: `error` somebody must look now, `warn` somebody should,
//! `info` the story of a server (listening, connected, disconnected, stopped),
//! `debug` for work on Confab itself. No line carries message text, a token or,
//! up to `info`, an address.

use std::io::{IsTerminal, stderr};

use tracing_subscriber::EnvFilter;

use crate::config::{LogConfig, LogFormat};

/// Sends all log lines of this process to the standard error stream.
///
/// # Errors
/// A level that is none, or a second call.
pub fn start(config: &LogConfig) -> anyhow::Result<()> {
    // The parser's own reason says the same in other words.
    let filter = EnvFilter::try_new(&config.level).map_err(|_| {
        anyhow::anyhow!(
            "“{}” is no log level; use off, error, warn, info, debug or trace, or a filter such \
             as info,server=debug.",
            config.level
        )
    })?;
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(stderr);
    match config.format {
        LogFormat::Text => lines
            .with_ansi(stderr().is_terminal())
            .with_target(false)
            .try_init(),
        LogFormat::Json => lines.json().flatten_event(true).try_init(),
    }
    .map_err(|error| anyhow::anyhow!("The log cannot be started: {error}."))
}
