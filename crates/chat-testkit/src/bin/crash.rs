//! The crash program: kills a real server over and over and checks what is left, or
//! measures how long a crowd needs to be back after a kill.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use chat_testkit::crash::{self, comeback};
use chat_testkit::server_process::Program;
use clap::{Args, Parser, Subcommand};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// Files beside the sockets of the clients: those of threads, pipes and the record.
const FILES_BESIDE_SOCKETS: u64 = 500;

/// Kills a real server. The exit code is 1 when a promise was broken.
#[derive(Debug, Parser)]
#[command(name = "crash", version)]
struct Options {
    #[command(subcommand)]
    task: Task,

    /// The server's program.
    #[arg(long, global = true, default_value = "target/debug/server")]
    server: PathBuf,

    /// A new folder for the data and the record. It stays.
    #[arg(long, global = true, default_value = "target/crash")]
    folder: PathBuf,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Kill it at random moments under load; compare what everybody was told with the
    /// log.
    Kills(Kills),
    /// Kill it once, start it again, and measure when everybody is back.
    Comeback(Comeback),
}

#[derive(Debug, Args)]
struct Kills {
    /// How many times.
    #[arg(long, default_value_t = 200)]
    kills: u32,

    /// How many clients write.
    #[arg(long, default_value_t = 60)]
    clients: usize,

    /// Decides when and what. [default: a new one]
    #[arg(long)]
    seed: Option<u64>,

    /// Check the data file after every so many kills.
    #[arg(long, default_value_t = 1)]
    verify_every: u32,
}

#[derive(Debug, Args)]
struct Comeback {
    /// How many clients come back.
    #[arg(long, default_value_t = 1_000)]
    clients: usize,

    /// Threads that carry them.
    #[arg(long, default_value_t = 2)]
    threads: usize,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<ExitCode> {
    let options = Options::parse();
    let program = Program::at(options.server);
    let folder = options.folder;
    std::fs::create_dir_all(&folder)?;
    let is_new = std::fs::read_dir(&folder)?.next().is_none();
    anyhow::ensure!(is_new, "{} is not empty", folder.display());
    let told = match options.task {
        Task::Kills(Kills {
            kills,
            clients,
            seed,
            verify_every,
        }) => {
            allow_files(2 * clients as u64)?;
            let seed = seed.unwrap_or_else(rand::random);
            writeln!(std::io::stderr(), "seed {seed}")?;
            let plan = crash::Plan {
                program,
                folder,
                kills,
                clients,
                seed,
                verify_every,
            };
            crash::run(&plan).await?.to_string()
        }
        Task::Comeback(Comeback { clients, threads }) => {
            // Few fetch a page beside their socket at the same time.
            allow_files(clients as u64 * 3 / 2)?;
            let plan = comeback::Plan {
                program,
                folder,
                clients,
                threads,
            };
            comeback::measure(&plan).await?.to_string()
        }
    };
    writeln!(std::io::stdout(), "{told}")?;
    Ok(ExitCode::SUCCESS)
}

/// Raises the limit of open files as far as it is needed; the server inherits it.
fn allow_files(sockets: u64) -> anyhow::Result<()> {
    let wanted = sockets + FILES_BESIDE_SOCKETS;
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
