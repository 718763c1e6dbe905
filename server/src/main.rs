//! The program: reads the command line, opens the data, binds the ports, serves; or does
//! the one thing that a subcommand names. What keeps it from starting is one plain line
//! and exit code 1.

use std::io::{self, Write};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context;
use chat_store_sqlite::SqliteStore;
use clap::Parser;
use server::cli::{Cli, ServeArgs, Task};
use server::clock::wall_time;
use server::config::AppConfig;
use server::doctor::{self, Examination};
use server::tls::Tls;
use server::{listener, logs, open_files, shutdown, verify};
use shared::doctor::{Finding, Outcome};
use tokio::net::TcpListener;

/// Where a server listens that is not told: this machine only, both families.
const DEFAULT_PORT: u16 = 8080;

fn main() -> ExitCode {
    let outcome = match Cli::parse().into_task() {
        Task::Serve(args) => run(args).map(|()| ExitCode::SUCCESS),
        Task::Verify(args) => verify::run(&args.data),
        Task::Doctor(args) => examine(&args.examination()),
    };
    match outcome {
        Ok(code) => code,
        Err(error) => {
            // Whoever started it may have closed the stream; there is nobody else to tell.
            let _ = writeln!(io::stderr(), "{}", one_line(&error));
            ExitCode::FAILURE
        }
    }
}

#[tokio::main]
async fn run(args: ServeArgs) -> anyhow::Result<()> {
    logs::start(&args.logs())?;
    open_files::raise_limit();
    // Before anything else can be asked to stop.
    let stop = shutdown::signal().context("The signals to stop cannot be watched.")?;
    let tls = args.tls().map(Tls::open).transpose()?.map(Arc::new);
    let listeners = bind(&args.listen)?;
    let store = SqliteStore::open(&args.data, wall_time())?;
    let config = AppConfig {
        door: args.door(),
        files: args.files(),
        allow_origins: args.allow_origin,
        rate_limit: args.rate_limit,
        metrics_token: args.metrics_token,
        tls,
        data: Some(args.data),
        ..AppConfig::default()
    };
    greet(
        &listeners,
        if config.tls.is_some() {
            "https"
        } else {
            "http"
        },
    )?;
    server::serve(config, listeners, Arc::new(store), stop).await
}

/// Looks at a server from outside; the exit code is 1 when something is not as it should
/// be.
#[tokio::main(flavor = "current_thread")]
async fn examine(how: &Examination) -> anyhow::Result<ExitCode> {
    let facts = doctor::examine(how).await?;
    let findings = doctor::findings::findings(&facts);
    write!(io::stdout(), "{}", doctor::report(&findings))?;
    let is_bad = |finding: &Finding| finding.outcome == Outcome::Bad;
    Ok(if findings.iter().any(is_bad) {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// Binds what was asked for, all of it; or the default, of which one family may be
/// missing on this machine.
fn bind(asked: &[SocketAddr]) -> anyhow::Result<Vec<TcpListener>> {
    let mut listeners = Vec::new();
    for &address in asked {
        listeners.push(listener::bind(address).map_err(|e| cannot_listen(address, &e))?);
    }
    if asked.is_empty() {
        for ip in [Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()] {
            let address = SocketAddr::new(ip, DEFAULT_PORT);
            match listener::bind(address) {
                Ok(listener) => listeners.push(listener),
                Err(error) if is_missing_family(&error) => {}
                Err(error) => return Err(cannot_listen(address, &error)),
            }
        }
        anyhow::ensure!(
            !listeners.is_empty(),
            "This machine has no loopback address."
        );
    }
    Ok(listeners)
}

fn cannot_listen(address: SocketAddr, error: &io::Error) -> anyhow::Error {
    let (ip, port) = (address.ip(), address.port());
    let kind = error.kind();
    if kind == io::ErrorKind::AddrInUse {
        let other = SocketAddr::new(ip, port.wrapping_add(1).max(1024));
        anyhow::anyhow!(
            "Port {port} is in use by another program; stop that one, or choose another port \
             with --listen {other}."
        )
    } else if kind == io::ErrorKind::PermissionDenied {
        let other = SocketAddr::new(ip, DEFAULT_PORT);
        anyhow::anyhow!(
            "Port {port} may not be used by this user; choose one above 1023 with \
             --listen {other}."
        )
    } else if kind == io::ErrorKind::AddrNotAvailable {
        anyhow::anyhow!("{ip} is no address of this machine; choose another with --listen.")
    } else {
        anyhow::anyhow!("{address} cannot be listened on: {error}.")
    }
}

/// A kernel without IPv6 (or IPv4) says one of these.
fn is_missing_family(error: &io::Error) -> bool {
    const EAFNOSUPPORT: i32 = 97;
    error.kind() == io::ErrorKind::AddrNotAvailable
        || error.kind() == io::ErrorKind::Unsupported
        || (cfg!(target_os = "linux") && error.raw_os_error() == Some(EAFNOSUPPORT))
}

/// Says where to go, on the standard output: for the person who typed the command.
fn greet(listeners: &[TcpListener], scheme: &str) -> anyhow::Result<()> {
    let mut told = Vec::new();
    for listener in listeners {
        let address = listener
            .local_addr()
            .context("A listener has no address.")?;
        let place = if address.ip().is_loopback() || address.ip().is_unspecified() {
            format!("{scheme}://localhost:{}", address.port())
        } else {
            format!("{scheme}://{address}")
        };
        if !told.contains(&place) {
            told.push(place);
        }
    }
    // A closed output is no reason not to serve.
    let _ = writeln!(io::stdout(), "Confab is at {}", told.join(" and "));
    Ok(())
}

/// The cause in one line, whatever is in it.
fn one_line(error: &anyhow::Error) -> String {
    let chain: Vec<String> = error.chain().map(ToString::to_string).collect();
    chain.join(" ").replace('\n', " ")
}
