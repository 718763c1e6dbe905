//! The command line: flags, their `CONFAB_*` variables, and what they default to.
//!
//! Parsing only. A flag wins over its variable, a variable over the default. The
//! program serves when no subcommand is given. [`crate::config`] is what the rest
//! of the program sees.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use axum::http::Uri;
use chat_rules::door::{CONNECTIONS_MAX, CONNECTIONS_PER_ADDRESS_MAX, HANDSHAKES_PER_SECOND};
use clap::{Args, Parser, Subcommand};
use shared::doctor::Viewpoint;

use crate::config::{DoorConfig, LogConfig, LogFormat, LoopbackLimit, MetricsToken, RateLimit};
use crate::doctor::Examination;
use crate::door::proxies::Network;
use crate::origin::Origin;
use crate::tls::TlsConfig;

const MIB: u64 = 1024 * 1024;
/// A minute of a telephone's film.
const FILE_MIB_MAX: u64 = 100;
/// Fifty such minutes.
const USER_FILES_MIB_MAX: u64 = 5 * 1024;

/// Confab: self-hosted chat in one program.
#[derive(Debug, Parser)]
#[command(
    name = "confab",
    bin_name = "server",
    version,
    args_conflicts_with_subcommands = true
)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: ServeArgs,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the page and the chat; the same as giving no subcommand.
    Serve(ServeArgs),
    /// Check a data file, in use or not, and say in one line that all is well, or what
    /// is not. Changes nothing. The exit code is 0 only when all is well.
    Verify(VerifyArgs),
    /// Look at a server from outside, through whatever lies before it, and say what is
    /// not as it should be, with the line to change. The exit code is 0 only when
    /// nothing is bad.
    Doctor(DoctorArgs),
}

/// What the program was asked to do.
#[derive(Debug)]
pub enum Task {
    /// To serve.
    Serve(ServeArgs),
    /// To check a data file.
    Verify(VerifyArgs),
    /// To look at a server from outside.
    Doctor(DoctorArgs),
}

/// What `doctor` can be told.
#[derive(Debug, Args)]
pub struct DoctorArgs {
    /// Address of the page, as people type it: `https://chat.example`.
    #[arg(value_name = "URL")]
    url: Uri,

    /// For how many seconds a WebSocket is left silent. It has to live for 35; the
    /// server ends an echo that is silent for a minute.
    #[arg(long, value_name = "SECONDS", default_value_t = 35, value_parser = clap::value_parser!(u64).range(1..=55))]
    idle: u64,

    /// Token of the owner's login, or of `--metrics-token`: the server tells more then.
    #[arg(
        long,
        value_name = "TOKEN",
        env = "CONFAB_DOCTOR_TOKEN",
        hide_env_values = true
    )]
    token: Option<String>,

    /// Certificates in PEM that are trusted beside those that browsers trust.
    #[arg(long, value_name = "FILE")]
    ca: Option<PathBuf>,
}

impl DoctorArgs {
    /// The examination that was asked for.
    #[must_use]
    pub fn examination(self) -> Examination {
        Examination {
            url: self.url,
            idle: Duration::from_secs(self.idle),
            token: self.token,
            authorities: self.ca,
            only: None,
            viewpoint: Viewpoint::Program,
        }
    }
}

/// What `verify` can be told.
#[derive(Debug, Args)]
pub struct VerifyArgs {
    /// The data folder, or a data file, such as a copy.
    #[arg(
        long,
        value_name = "PATH",
        env = "CONFAB_DATA",
        default_value = "./data"
    )]
    pub data: PathBuf,
}

/// What `serve` can be told.
#[derive(Debug, Args)]
pub struct ServeArgs {
    /// Address and port to listen on; may be repeated. Port 0 takes any free port.
    /// [default: 127.0.0.1:8080 and [::1]:8080]
    #[arg(
        long,
        value_name = "ADDR:PORT",
        env = "CONFAB_LISTEN",
        value_delimiter = ',',
        value_parser = address_and_port
    )]
    pub listen: Vec<SocketAddr>,

    /// Folder that holds everything the server keeps; it is made when missing.
    #[arg(
        long,
        value_name = "FOLDER",
        env = "CONFAB_DATA",
        default_value = "./data"
    )]
    pub data: PathBuf,

    /// Origin of a page that may use this server besides its own, such as
    /// `https://chat.example`; may be repeated. A reverse proxy's public origin
    /// belongs here.
    #[arg(
        long,
        value_name = "ORIGIN",
        env = "CONFAB_ALLOW_ORIGIN",
        value_delimiter = ','
    )]
    pub allow_origin: Vec<Origin>,

    /// Whether connections and log-ins are held to their rates. Off is for benchmarks.
    #[arg(
        long,
        value_name = "on|off",
        env = "CONFAB_RATE_LIMIT",
        default_value = "on"
    )]
    pub rate_limit: RateLimit,

    /// Connections at once; one more is told to come back later.
    #[arg(
        long,
        value_name = "N",
        env = "CONFAB_MAX_CONNECTIONS",
        default_value_t = CONNECTIONS_MAX,
        value_parser = clap::value_parser!(u32).range(1..)
    )]
    pub max_connections: u32,

    /// Connections at once from one address, or from one IPv6 network of 64 bits.
    #[arg(
        long,
        value_name = "N",
        env = "CONFAB_MAX_CONNECTIONS_PER_ADDRESS",
        default_value_t = CONNECTIONS_PER_ADDRESS_MAX,
        value_parser = clap::value_parser!(u32).range(1..)
    )]
    pub max_connections_per_address: u32,

    /// WebSocket handshakes per second, for long; five times as many at once.
    #[arg(
        long,
        value_name = "N",
        env = "CONFAB_MAX_HANDSHAKES",
        default_value_t = HANDSHAKES_PER_SECOND,
        value_parser = clap::value_parser!(u32).range(1..)
    )]
    pub max_handshakes: u32,

    /// Whether loopback is held to the limits of an address.
    #[arg(
        long,
        value_name = "on|off",
        env = "CONFAB_LIMIT_LOOPBACK",
        default_value = "off"
    )]
    pub limit_loopback: LoopbackLimit,

    /// Reverse proxy whose `X-Forwarded-For` says where a connection comes from: an
    /// address or a network such as `172.18.0.0/16`; may be repeated.
    #[arg(
        long,
        value_name = "ADDR",
        env = "CONFAB_TRUST_PROXY",
        value_delimiter = ','
    )]
    pub trust_proxy: Vec<Network>,
    /// Certificate for https and wss, in PEM, with what chains it to an authority. Read
    /// again when it changes.
    #[arg(
        long,
        value_name = "FILE",
        env = "CONFAB_TLS_CERT",
        requires = "tls_key"
    )]
    pub tls_cert: Option<PathBuf>,

    /// The certificate's private key, in PEM.
    #[arg(
        long,
        value_name = "FILE",
        env = "CONFAB_TLS_KEY",
        requires = "tls_cert"
    )]
    pub tls_key: Option<PathBuf>,

    /// Token with which a scraper may read `/metrics` from another machine, shown as
    /// `Authorization: Bearer TOKEN`. Better set by its variable: others on this machine
    /// can see flags.
    #[arg(
        long,
        value_name = "TOKEN",
        env = "CONFAB_METRICS_TOKEN",
        hide_env_values = true
    )]
    pub metrics_token: Option<MetricsToken>,

    /// Largest file that may be sent, in MiB; 0 takes no files.
    #[arg(
        long,
        value_name = "MIB",
        env = "CONFAB_MAX_FILE_SIZE",
        default_value_t = FILE_MIB_MAX,
        value_parser = clap::value_parser!(u64).range(0..=1_048_576)
    )]
    pub max_file_size: u64,

    /// What all files of one user may come to, in MiB.
    #[arg(
        long,
        value_name = "MIB",
        env = "CONFAB_MAX_FILES_PER_USER",
        default_value_t = USER_FILES_MIB_MAX,
        value_parser = clap::value_parser!(u64).range(0..=1_073_741_824)
    )]
    pub max_files_per_user: u64,

    /// How log lines look.
    #[arg(
        long,
        value_name = "text|json",
        env = "CONFAB_LOG_FORMAT",
        default_value = "text"
    )]
    pub log_format: LogFormat,

    /// What is logged: off, error, warn, info, debug, trace, or a filter such as
    /// `info,server=debug`.
    #[arg(
        long,
        value_name = "LEVEL",
        env = "CONFAB_LOG_LEVEL",
        default_value = "info"
    )]
    pub log_level: String,
}

impl Cli {
    /// What was asked for, by subcommand or without.
    #[must_use]
    pub fn into_task(self) -> Task {
        match self.command {
            Some(Command::Serve(args)) => Task::Serve(args),
            Some(Command::Verify(args)) => Task::Verify(args),
            Some(Command::Doctor(args)) => Task::Doctor(args),
            None => Task::Serve(self.serve),
        }
    }
}

impl ServeArgs {
    /// Who is to be let in.
    #[must_use]
    pub fn door(&self) -> DoorConfig {
        DoorConfig {
            connections_max: self.max_connections,
            connections_per_address_max: self.max_connections_per_address,
            handshakes_per_second: self.max_handshakes,
            limit_loopback: self.limit_loopback,
            trust_proxies: self.trust_proxy.clone(),
        }
    }

    /// What files are taken.
    #[must_use]
    pub fn files(&self) -> chat_files::Limits {
        chat_files::Limits {
            file_bytes_max: self.max_file_size * MIB,
            user_bytes_max: self.max_files_per_user * MIB,
            ..chat_files::Limits::default()
        }
    }

    /// Where the certificate is, if there is to be TLS.
    #[must_use]
    pub fn tls(&self) -> Option<TlsConfig> {
        let (certificate, key) = (self.tls_cert.clone()?, self.tls_key.clone()?);
        Some(TlsConfig::new(certificate, key))
    }

    /// How logs are wanted.
    #[must_use]
    pub fn logs(&self) -> LogConfig {
        LogConfig {
            format: self.log_format,
            level: self.log_level.clone(),
        }
    }
}

/// Names are not looked up: which address one means is a matter of the machine.
fn address_and_port(text: &str) -> Result<SocketAddr, &'static str> {
    text.parse().map_err(
        |_| "it takes an address and a port, such as 127.0.0.1:8080, 0.0.0.0:80 or [::]:80",
    )
}

#[cfg(test)]
mod tests;
