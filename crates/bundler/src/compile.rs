//! Runs cargo once more, for WebAssembly, from inside a build that cargo itself started.
//!
//! What holds here: the inner cargo has its own target folder (the same one would wait for the
//! outer cargo's lock for ever), sees only the part of the environment that means the same to
//! it, and leaves no path of the building machine in the module.

#[cfg(test)]
mod tests;

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::{Options, terminal};

pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";
const CLIENT: &str = "frontend";

/// Tells the client at which port its server is, where that is not the page's own.
const SERVER_PORT: &str = "CONFAB_SERVER_PORT";

/// How much the compiler optimises the client. Both are profiles of the root `Cargo.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Small: what the server embeds, in debug builds too.
    Web,
    /// Quick to build: what `trunk serve` shows.
    WebDev,
}

impl Profile {
    fn name(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::WebDev => "web-dev",
        }
    }
}

/// Where the inner cargo's progress and complaints go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Messages {
    /// To the standard error of this process.
    Stderr,
    /// To the terminal when there is one, and into the error when the build fails.
    ///
    /// A macro must not print: cargo would repeat what it printed at every later build.
    Terminal,
}

/// Variables of an outer cargo, clippy or coverage run that mean something else to the inner
/// cargo: they describe the crate or the target that is being built outside.
const OUTER_VARIABLES: &[&str] = &[
    "CLIPPY_ARGS",
    "CLIPPY_CONF_DIR",
    "DEBUG",
    "HOST",
    "LLVM_PROFILE_FILE",
    "NUM_JOBS",
    "OPT_LEVEL",
    "OUT_DIR",
    "PROFILE",
    "RUSTC_LINKER",
    "RUSTC_WORKSPACE_WRAPPER",
    "RUSTC_WRAPPER",
    "RUSTDOC",
    "RUSTDOCFLAGS",
    "RUSTFLAGS",
    "TARGET",
];

/// Of the variables that begin with `CARGO_`, those that say how to reach and share things.
const KEPT_CARGO_PREFIXES: &[&str] = &[
    "CARGO_BUILD_JOBS",
    "CARGO_CACHE_",
    "CARGO_HOME",
    "CARGO_HTTP_",
    "CARGO_MAKEFLAGS",
    "CARGO_NET_",
    "CARGO_REGISTRIES_",
    "CARGO_REGISTRY_",
    "CARGO_TERM_",
];

/// Holds off a second bundler in the same workspace until the returned file is dropped.
///
/// Two builds at once (a check of tests and a run, say) would read a module that the other is
/// writing.
pub(crate) fn lock(options: &Options) -> Result<File> {
    let dir = target_dir(&options.root);
    fs::create_dir_all(&dir)
        .with_context(|| format!("cannot make the folder {}", dir.display()))?;
    let path = dir.join(".bundler-lock");
    let file =
        File::create(&path).with_context(|| format!("cannot open the lock {}", path.display()))?;
    file.lock()
        .with_context(|| format!("cannot take the lock {}", path.display()))?;
    Ok(file)
}

/// Builds the client and returns the path of its WebAssembly module.
pub(crate) fn client(options: &Options) -> Result<PathBuf> {
    let target_dir = target_dir(&options.root);
    let profile = options.profile.name();
    let flags = toml_strings(&remaps(options)?);
    let mut cargo = command(
        options,
        env::var_os("CARGO").unwrap_or_else(|| "cargo".into()),
    );
    cargo
        .args(["build", "--locked", "--package", CLIENT, "--bin", CLIENT])
        .args(["--target", WASM_TARGET, "--profile", profile])
        .arg("--target-dir")
        .arg(&target_dir)
        .arg("--config")
        .arg(format!("target.{WASM_TARGET}.rustflags={flags}"));
    match options.server_port {
        Some(port) => cargo.env(SERVER_PORT, port.to_string()),
        None => cargo.env_remove(SERVER_PORT),
    };
    run(cargo, options.messages).context("the web client did not build")?;
    Ok(target_dir
        .join(WASM_TARGET)
        .join(profile)
        .join(CLIENT)
        .with_extension("wasm"))
}

/// A command of the toolchain, in the workspace root and with a cleaned environment.
pub(crate) fn command(options: &Options, program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(&options.root).stdin(Stdio::null());
    for (name, _) in env::vars_os() {
        if !passes(&name) {
            command.env_remove(name);
        }
    }
    command
}

/// Runs a command to its end. Its complaints are in the error, or have been shown.
pub(crate) fn run(mut command: Command, messages: Messages) -> Result<()> {
    let name = name(&command);
    let start = || format!("`{name}` could not be started");
    if messages == Messages::Stderr {
        let status = command.status().with_context(start)?;
        if !status.success() {
            bail!("`{name}` ended with {status}; its reasons are above");
        }
        return Ok(());
    }
    let mut terminal = terminal::open();
    if terminal.is_some() {
        command.env("CARGO_TERM_COLOR", "always");
    } else {
        command.env("CARGO_TERM_COLOR", "never");
    }
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(start)?;
    let mut said = String::new();
    if let Some(stderr) = child.stderr.take() {
        for line in BufReader::new(stderr).split(b'\n') {
            let line = line.with_context(|| format!("cannot read what `{name}` says"))?;
            let line = String::from_utf8_lossy(&line);
            terminal::show(&mut terminal, &line);
            said.push_str(&terminal::plain(&line));
            said.push('\n');
        }
    }
    let status = child.wait().with_context(|| format!("`{name}` was lost"))?;
    if !status.success() {
        bail!("`{name}` ended with {status}:\n{}", complaints(&said));
    }
    Ok(())
}

/// Where the inner cargo builds: beside the outer one's files, never among them.
fn target_dir(root: &Path) -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR").map(PathBuf::from) {
        Some(outer) if outer.is_absolute() => outer.join("web"),
        _ => root.join("target/web"),
    }
}

fn passes(name: &OsStr) -> bool {
    let Some(name) = name.to_str() else {
        return true;
    };
    if OUTER_VARIABLES.contains(&name) {
        return false;
    }
    !name.starts_with("CARGO_")
        || KEPT_CARGO_PREFIXES
            .iter()
            .any(|kept| name.starts_with(kept))
}

/// What cargo said, without the lines that only tell how far it is.
fn complaints(said: &str) -> String {
    const PROGRESS: &[&str] = &[
        "Adding ",
        "Blocking ",
        "Compiling ",
        "Downloaded ",
        "Downloading ",
        "Fresh ",
        "Locking ",
        "Updating ",
    ];
    said.lines()
        .filter(|line| {
            !PROGRESS
                .iter()
                .any(|step| line.trim_start().starts_with(step))
        })
        .collect::<Vec<_>>()
        .join("\n")
}

/// Paths of this machine would end up in panic messages: name them by what they are instead.
fn remaps(options: &Options) -> Result<Vec<String>> {
    let mut rustc = command(options, rustc());
    let sysroot = output(rustc.args(["--print", "sysroot"]))?;
    let cargo_home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let mut remaps = vec![(PathBuf::from(sysroot), "rust")];
    // Later ones win, so the workspace comes last: it may lie inside the home folder.
    remaps.extend(cargo_home.map(|home| (home, "cargo")));
    remaps.push((options.root.clone(), "confab"));
    remaps
        .iter()
        .map(|(from, to)| {
            let from = from.to_str().with_context(|| {
                format!(
                    "the path {} is not Unicode, which cargo cannot take",
                    from.display()
                )
            })?;
            Ok(format!("--remap-path-prefix={from}=/{to}"))
        })
        .collect()
}

/// The compiler that the inner cargo will use.
pub(crate) fn rustc() -> OsString {
    env::var_os("RUSTC").unwrap_or_else(|| "rustc".into())
}

/// What a short command prints, trimmed.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let name = name(command);
    let output = command
        .output()
        .with_context(|| format!("`{name}` could not be started"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("`{name}` ended with {}: {}", output.status, said.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The program without its folder, for complaints.
fn name(command: &Command) -> String {
    let program = Path::new(command.get_program());
    program
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// A TOML array of strings, as `cargo --config` takes it.
fn toml_strings(values: &[String]) -> String {
    let quoted: Vec<String> = values
        .iter()
        .map(|value| format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\"")))
        .collect();
    format!("[{}]", quoted.join(","))
}
