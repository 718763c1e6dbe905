//! The load program: many connections to one server, measured from outside.
//!
//! Most connections are light: they count what comes and decode only what a count
//! needs, so that ten thousand of them fit beside the server on a small machine. A
//! few (`--checkers`) are the real client machine and check that what they show is
//! complete. Every receiver checks the numbers of what it gets: dense, in order,
//! nothing twice.
//!
//! Only loopback servers are taken: this is a test tool.

mod crowd;
mod latency;
mod light_socket;
mod mark;
mod options;
mod process;
mod receiver;
mod report;
mod run;
mod sender;
mod tally;

use std::io::Write as _;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Parser as _;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use options::{Options, Print};

/// Files beside the sockets: the runtime's own, the standard streams, `/proc`.
const FILES_BESIDE_SOCKETS: u64 = 200;

fn main() -> anyhow::Result<ExitCode> {
    let options = Options::parse();
    allow_files(options.sockets() + FILES_BESIDE_SOCKETS)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(options.threads)
        .enable_all()
        .build()?;
    let report = runtime.block_on(run::run(&options))?;
    let mut out = std::io::stdout().lock();
    match options.print() {
        Print::Text => write!(out, "{report}")?,
        Print::Json => writeln!(out, "{}", serde_json::to_string_pretty(&report)?)?,
    }
    Ok(if report.is_clean() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Raises the limit of open files as far as it is needed.
fn allow_files(wanted: u64) -> anyhow::Result<()> {
    let limit = getrlimit(Resource::Nofile);
    if limit.current.is_none_or(|current| current >= wanted) {
        return Ok(());
    }
    let maximum = limit.maximum.map(|maximum| maximum.max(wanted));
    setrlimit(
        Resource::Nofile,
        Rlimit {
            current: Some(wanted),
            maximum,
        },
    )
    .with_context(|| format!("this run needs {wanted} open files, and the limit is lower"))
}
