//! The bundler as a program: for trunk's hook, for a size report, for a folder of files.
//!
//! The server does not need it: building the server embeds the client by itself.

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use bundler::{Messages, Options, Profile, budget_used, bundle, report, stage, write_all};

const USAGE: &str = "\
usage: bundler stage          build for trunk, from a hook in Trunk.toml
       bundler report         build and print the sizes; fails over the budget
       bundler write FOLDER   build and write all files, compressed forms too";

#[expect(
    clippy::print_stderr,
    reason = "a command-line tool says here why it failed"
)]
fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Where the server listens beside which `trunk serve` shows the page, as in `Trunk.toml`.
///
/// trunk passes a WebSocket on, but not the subprotocol that the server chose (its versions
/// for Rust 1.95), and browsers close such a one. So the page opens its own past trunk: the
/// host is the same, so is the cookie, and a server on loopback takes pages of every port.
const SERVER_PORT: u16 = 8080;

#[expect(clippy::print_stdout, reason = "the report is what was asked for")]
fn run(arguments: &[String]) -> Result<()> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["stage"] => {
            let dir = env::var_os("TRUNK_STAGING_DIR")
                .context("TRUNK_STAGING_DIR is not set: `stage` is called by trunk")?;
            let release = env::var_os("TRUNK_PROFILE").is_some_and(|name| name == "release");
            let mut options = options(if release {
                Profile::Web
            } else {
                Profile::WebDev
            })?;
            options.server_port = Some(SERVER_PORT);
            stage(&options, Path::new(&dir))
        }
        ["report"] => {
            let files = bundle(&options(Profile::Web)?)?;
            print!("{}", report(&files));
            let percent = budget_used(&files)?;
            println!("{percent} % of the budget for a first visit");
            Ok(())
        }
        ["write", dir] => write_all(&bundle(&options(Profile::Web)?)?, Path::new(dir)),
        _ => bail!("{USAGE}"),
    }
}

fn options(profile: Profile) -> Result<Options> {
    // Cargo says where this crate lies when it runs it; the workspace is two folders up.
    let manifest_dir = env::var_os("CARGO_MANIFEST_DIR")
        .context("run it through cargo: cargo run --package bundler")?;
    let root = Path::new(&manifest_dir)
        .ancestors()
        .nth(2)
        .map(PathBuf::from);
    let root = root.context("this crate has left the workspace")?;
    Ok(Options {
        root,
        profile,
        messages: Messages::Stderr,
        server_port: None,
    })
}
