//! Sees to it that the compiler can make WebAssembly.
//!
//! A fresh Rust has the standard library of its own machine only. The build adds the other one
//! instead of asking for it; a `targets` list in a toolchain file would not do, because rustup
//! then upgrades the whole toolchain, or does nothing, depending on its settings.

use std::env;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::Options;
use crate::compile::{WASM_TARGET, command, output, run, rustc};

/// Adds the standard library for WebAssembly when it is missing.
pub(crate) fn ensure(options: &Options) -> Result<()> {
    if is_installed(options)? {
        return Ok(());
    }
    let mut rustup = command(options, "rustup");
    rustup.args(["target", "add", WASM_TARGET]);
    if let Some(toolchain) = env::var_os("RUSTUP_TOOLCHAIN") {
        rustup.arg("--toolchain").arg(toolchain);
    }
    run(rustup, options.messages).map_err(|error| {
        let missing = error
            .downcast_ref::<std::io::Error>()
            .is_some_and(|cause| cause.kind() == ErrorKind::NotFound);
        if missing {
            error.context(format!(
                "this Rust cannot make WebAssembly yet, and rustup is not here to add the \
                 target. Install the standard library for {WASM_TARGET} as this Rust was \
                 installed, on Debian with: apt-get install libstd-rust-dev-wasm32"
            ))
        } else {
            error.context(format!(
                "the WebAssembly target could not be added. Run it by hand: \
                 rustup target add {WASM_TARGET}"
            ))
        }
    })?;
    if !is_installed(options)? {
        bail!("rustup added {WASM_TARGET}, but the compiler in use does not have it");
    }
    Ok(())
}

fn is_installed(options: &Options) -> Result<bool> {
    let mut rustc = command(options, rustc());
    rustc.args(["--print", "target-libdir", "--target", WASM_TARGET]);
    let dir = output(&mut rustc).context("cannot ask the compiler for its targets")?;
    Ok(Path::new(&dir).is_dir())
}
