//! Running other programs: shown before they start, without input, failures as sentences.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};
use std::{env, fmt, thread};

use anyhow::{Context, Result, bail};

/// How long a look whether a program has ended is worth waiting for.
const LOOK_AGAIN: Duration = Duration::from_millis(50);

/// One program to run, in the workspace root.
#[derive(Debug)]
pub(crate) struct Step {
    program: OsString,
    arguments: Vec<OsString>,
    variables: Vec<(&'static str, OsString)>,
}

impl Step {
    pub(crate) fn new(program: impl Into<OsString>, arguments: &[&str]) -> Self {
        let arguments = arguments.iter().map(Into::into).collect();
        Self {
            program: program.into(),
            arguments,
            variables: Vec::new(),
        }
    }

    /// The cargo that runs this program.
    pub(crate) fn cargo(arguments: &[&str]) -> Self {
        Self::new(
            env::var_os("CARGO").unwrap_or_else(|| "cargo".into()),
            arguments,
        )
    }

    pub(crate) fn with(mut self, name: &'static str, value: impl Into<OsString>) -> Self {
        self.variables.push((name, value.into()));
        self
    }

    /// Runs it and fails when it does.
    pub(crate) fn run(&self, root: &Path) -> Result<()> {
        self.announce();
        let status = self
            .command(root)
            .status()
            .with_context(|| self.not_started())?;
        if !status.success() {
            bail!("`{self}` failed ({status}); its reasons are above");
        }
        Ok(())
    }

    /// Runs it as the last thing, and hands its exit code on without a word.
    pub(crate) fn code(&self, root: &Path) -> Result<ExitCode> {
        self.announce();
        let status = self
            .command(root)
            .status()
            .with_context(|| self.not_started())?;
        let code = status.code().and_then(|code| u8::try_from(code).ok());
        Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
    }

    /// What it prints, when it ends well.
    pub(crate) fn output(&self, root: &Path) -> Result<String> {
        let output = self
            .command(root)
            .output()
            .with_context(|| self.not_started())?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            bail!("`{self}` failed ({}): {}", output.status, said.trim());
        }
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// Whether it can be started and ends well, without showing anything.
    pub(crate) fn works(&self, root: &Path) -> bool {
        let mut command = self.command(root);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    }

    /// Whether it ends well in that time, without showing anything. It is ended if it does not.
    pub(crate) fn works_within(&self, root: &Path, time: Duration) -> Result<bool> {
        self.announce();
        let mut command = self.command(root);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().with_context(|| self.not_started())?;
        let begun = Instant::now();
        loop {
            if let Some(status) = child.try_wait().with_context(|| self.not_started())? {
                return Ok(status.success());
            }
            if begun.elapsed() > time {
                // It may have ended by itself a moment ago; either way it is gone after this.
                let _ = child.kill();
                let _ = child.wait();
                return Ok(false);
            }
            thread::sleep(LOOK_AGAIN);
        }
    }

    fn command(&self, root: &Path) -> Command {
        let mut command = Command::new(&self.program);
        command
            .args(&self.arguments)
            .current_dir(root)
            .stdin(Stdio::null());
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        // What cargo told this program about itself is not about the next one.
        command
            .env_remove("CARGO_MANIFEST_DIR")
            .env_remove("CARGO_PKG_NAME");
        command
    }

    #[expect(clippy::print_stderr, reason = "the log of a run names each step")]
    fn announce(&self) {
        eprintln!("\n$ {self}");
    }

    fn not_started(&self) -> String {
        format!("`{self}` could not be started")
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let program = Path::new(&self.program)
            .file_name()
            .unwrap_or(&self.program);
        write!(f, "{}", program.display())?;
        self.arguments
            .iter()
            .try_for_each(|argument| write!(f, " {}", argument.display()))
    }
}

/// The program of that name on `PATH`.
pub(crate) fn find(name: &str) -> Option<PathBuf> {
    let paths = env::var_os("PATH")?;
    env::split_paths(&paths)
        .map(|dir| dir.join(name))
        .find(|file| file.is_file())
}
