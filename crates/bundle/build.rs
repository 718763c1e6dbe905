//! Tells cargo when the embedded client is out of date. It builds nothing.
//!
//! What the client is made of comes from cargo itself: `frontend` and every crate of the
//! workspace that it reaches, the page's folder, the lock file and the root manifest.

use std::collections::BTreeSet;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use serde_json::Value;
use sha2::{Digest, Sha256};

const CLIENT: &str = "frontend";

fn main() -> Result<(), Box<dyn Error>> {
    let manifest_dir = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let root = manifest_dir
        .ancestors()
        .nth(2)
        .ok_or("this crate has left its workspace")?;
    let mut sources = client_crates(root)?;
    sources.extend(["Cargo.toml", "Cargo.lock", ".cargo/config.toml"].map(|name| root.join(name)));

    let mut hash = Sha256::new();
    for source in &sources {
        if source.exists() {
            println!("cargo::rerun-if-changed={}", source.display());
            add(&mut hash, root, source)?;
        }
    }
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=WASM_OPT");
    // Whether the client is small or quick to build is asked of the compiler by the macro.
    println!("cargo::rerun-if-env-changed=CONFAB_CLIENT_PROFILE");
    let hash: String = hash
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    println!("cargo::rustc-env=WEB_SOURCES={hash}");
    Ok(())
}

/// The folders of the client and of every crate of the workspace that it is built from.
fn client_crates(root: &Path) -> Result<BTreeSet<PathBuf>, Box<dyn Error>> {
    let cargo = env::var_os("CARGO").ok_or("cargo does not say where it is")?;
    let output = Command::new(cargo)
        .args([
            "metadata",
            "--no-deps",
            "--offline",
            "--format-version",
            "1",
        ])
        .current_dir(root)
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    let metadata: Value = serde_json::from_slice(&output.stdout)?;
    let packages = metadata["packages"]
        .as_array()
        .ok_or("cargo metadata without packages")?;
    let package = |folder: &Path| {
        packages
            .iter()
            .find(|package| folder_of(package).as_deref() == Some(folder))
    };

    let mut found = BTreeSet::new();
    let mut waiting = vec![root.join(CLIENT)];
    while let Some(folder) = waiting.pop() {
        if !found.insert(folder.clone()) {
            continue;
        }
        let dependencies = package(&folder).and_then(|package| package["dependencies"].as_array());
        // Tests of the client are not in the client.
        let built_in = dependencies
            .into_iter()
            .flatten()
            .filter(|one| one["kind"] != "dev");
        waiting.extend(
            built_in
                .filter_map(|one| one["path"].as_str())
                .map(PathBuf::from),
        );
    }
    Ok(found)
}

fn folder_of(package: &Value) -> Option<PathBuf> {
    Path::new(package["manifest_path"].as_str()?)
        .parent()
        .map(Path::to_path_buf)
}

/// Adds names and contents of everything below `path`, in a fixed order.
fn add(hash: &mut Sha256, root: &Path, path: &Path) -> Result<(), Box<dyn Error>> {
    if path.is_dir() {
        let mut inside = Vec::new();
        for entry in fs::read_dir(path)? {
            inside.push(entry?.path());
        }
        inside.sort();
        return inside.iter().try_for_each(|path| add(hash, root, path));
    }
    // The name below the root: the same sources elsewhere are the same client.
    hash.update(path.strip_prefix(root)?.to_string_lossy().as_bytes());
    hash.update([0]);
    let content = fs::read(path)?;
    hash.update((content.len() as u64).to_le_bytes());
    hash.update(content);
    Ok(())
}
