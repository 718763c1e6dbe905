//! `cargo xtask`: the chores of this repository.
//!
//! `ci` is everything CI does, in CI's order. The other chores are its parts, by themselves.

mod ci;
mod conformance;
mod deny;
mod emoji;
mod ensure;
mod fuzz;
mod network;
mod process;
mod tidy;

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use process::Step;

const USAGE: &str = "\
usage: cargo xtask ci              everything CI does; ends with the test runner's summary
       cargo xtask ensure          install what the tests need: wasm target, Chromium, axe-core
       cargo xtask tidy [--bless]  the rules that no compiler knows; --bless accepts the frames
       cargo xtask conformance [--bless]
                                   the Autobahn suite against /echo; --bless keeps what came out
       cargo xtask deny            licences, sources and bans of what comes from outside, and
                                   known vulnerabilities where their list can be reached
       cargo xtask fuzz [TARGET] [--minutes N]
                                   the fuzz targets, led by coverage; all of them without a name
       cargo xtask bundle          build the web client and hold its size against the budget
       cargo xtask emoji FOLDER    write the table of emoji from npm's emojibase-data, unpacked
       cargo xtask sim --seed N    one simulated day as a story; --seeds N for many; more by --help
       cargo xtask crash           kill a real server under load, check what is left; --kills N
                                   --clients M --seed S, or: comeback --clients M
       cargo xtask network         storms of a bad network, each by the next seed; --seed S
                                   --minutes N
       cargo xtask replay FILE     replay what the connection panel's flight recorder saved";

#[expect(
    clippy::print_stderr,
    reason = "a command-line tool says here why it failed"
)]
fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match run(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<ExitCode> {
    let root = workspace_root()?;
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["ci"] => return ci::run(&root),
        ["ensure"] => ensure::everything(&root)?,
        ["tidy"] => tidy::run(&root, tidy::Frames::Check)?,
        ["tidy", "--bless"] => tidy::run(&root, tidy::Frames::Bless)?,
        ["conformance"] => conformance::run(&root, conformance::Keep::Check)?,
        ["conformance", "--bless"] => conformance::run(&root, conformance::Keep::Bless)?,
        ["deny"] => deny::run(&root)?,
        ["fuzz", options @ ..] => fuzz::run(&root, &fuzz::Options::parse(options)?)?,
        ["bundle"] => {
            return Step::cargo(&["run", "--quiet", "--package", "bundler", "--", "report"])
                .code(&root);
        }
        ["emoji", package] => emoji::write(&root, Path::new(package))?,
        ["sim", wishes @ ..] => {
            let run = ["run", "--quiet", "--release", "--package", "chat-sim", "--"];
            return Step::cargo(&[&run, wishes].concat()).code(&root);
        }
        ["crash", wishes @ ..] => return crash(&root, wishes),
        ["network", wishes @ ..] => return network::run(&root, wishes),
        ["replay", file] => {
            // A path means what it means where the command was given.
            let file = std::path::absolute(file).context("that is no path")?;
            let file = file.to_string_lossy();
            let run = [
                "run",
                "--quiet",
                "--package",
                "chat-testkit",
                "--bin",
                "replay",
            ];
            return Step::cargo(&[&run[..], &["--", &file]].concat()).code(&root);
        }
        _ => bail!("{USAGE}"),
    }
    Ok(ExitCode::SUCCESS)
}

/// The long crash campaign, or the measurement of a comeback, on the server as it is built
/// for use.
fn crash(root: &Path, wishes: &[&str]) -> Result<ExitCode> {
    let folder = root.join("target/crash");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).context("the folder of the last run stays")?;
    }
    let build = ["build", "--release", "-p", "server", "-p", "chat-testkit"];
    Step::cargo(&build).run(root)?;
    let task: &[&str] = match wishes {
        ["comeback", ..] => &[],
        _ => &["kills"],
    };
    let server = ["--server", "target/release/server"];
    let arguments = [task, wishes, &server].concat();
    Step::new(root.join("target/release/crash"), &arguments).code(root)
}

fn workspace_root() -> Result<PathBuf> {
    let manifest_dir =
        env::var_os("CARGO_MANIFEST_DIR").context("run it through cargo: cargo xtask")?;
    let root = Path::new(&manifest_dir)
        .parent()
        .context("xtask has left its workspace")?;
    Ok(root.to_path_buf())
}
