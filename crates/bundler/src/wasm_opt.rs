//! A last pass with binaryen's `wasm-opt`, only when the packager names one.
//!
//! It gains three percent after compression. One found by chance on `PATH` must not change what
//! is built, and an old one breaks the client without saying so.

#[cfg(test)]
mod tests;

use std::env;
use std::ffi::OsStr;
use std::process::Command;
use std::{fs, process};

use anyhow::{Context, Result, ensure};

use crate::compile::output;
use crate::glue::MODULE;

/// The variable that names the program.
const VARIABLE: &str = "WASM_OPT";

/// Version 108 ends well and leaves a module that no browser starts ("Table.set(): Argument 1 is
/// invalid"); 116 is the first one known to work.
const VERSION_MIN: u32 = 116;

/// Shrinks the module in place when `WASM_OPT` names a program for it.
pub(crate) fn shrink_on_request(app: &mut [(String, Vec<u8>)]) -> Result<()> {
    match env::var_os(VARIABLE) {
        Some(program) if !program.is_empty() => {
            let module = app.iter_mut().find(|(path, _)| path == MODULE);
            let (_, module) = module.context("there is no module to shrink")?;
            *module = shrink(&program, module)
                .with_context(|| format!("{VARIABLE} names {}", program.display()))?;
            Ok(())
        }
        _ => Ok(()),
    }
}

fn shrink(program: &OsStr, module: &[u8]) -> Result<Vec<u8>> {
    let said = output(Command::new(program).arg("--version"))?;
    let version = version(&said).with_context(|| format!("no version in `{said}`"))?;
    ensure!(
        version >= VERSION_MIN,
        "version {version} breaks the client; take {VERSION_MIN} or newer, or unset {VARIABLE}"
    );
    let dir = env::temp_dir().join(format!("confab-wasm-opt-{}", process::id()));
    fs::create_dir_all(&dir).context("cannot make a temporary folder")?;
    let (before, after) = (dir.join("before.wasm"), dir.join("after.wasm"));
    let shrunk = fs::write(&before, module)
        .context("cannot write the module")
        .and_then(|()| {
            output(
                Command::new(program)
                    .arg("-Oz")
                    .arg("-o")
                    .arg(&after)
                    .arg(&before),
            )
        })
        .and_then(|_| fs::read(&after).context("cannot read the shrunk module"));
    // The folder is only litter by now; failing to sweep it must not fail the build.
    let _ = fs::remove_dir_all(&dir);
    shrunk
}

/// The number in `wasm-opt version 132 (version_132)`.
fn version(said: &str) -> Option<u32> {
    said.split_whitespace()
        .skip_while(|word| *word != "version")
        .nth(1)?
        .parse()
        .ok()
}
