//! A server of this workspace on a free port, with a data folder of its own. It ends with
//! the value.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::{env, fs, process};

use anyhow::{Context, Result};

/// A running server.
#[derive(Debug)]
pub(super) struct Server {
    child: Child,
    data: PathBuf,
    port: u16,
}

impl Server {
    /// Starts it and waits until it listens.
    pub(super) fn start(root: &Path, program: &Path) -> Result<Self> {
        let data = env::temp_dir().join(format!("confab-conformance-{}", process::id()));
        let mut child = Command::new(program)
            .args(["--listen", "127.0.0.1:0", "--log-level", "warn", "--data"])
            .arg(&data)
            .current_dir(root)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{} could not be started", program.display()))?;
        let output = child.stdout.take().context("the output is piped")?;
        let mut server = Self {
            child,
            data,
            port: 0,
        };
        // It greets once it listens, or ends and says why on the standard error.
        let mut greeting = String::new();
        BufReader::new(output)
            .read_line(&mut greeting)
            .context("the server's greeting cannot be read")?;
        let port = greeting.trim().rsplit(':').next().unwrap_or_default();
        server.port = port
            .parse()
            .with_context(|| format!("the server did not say where it is, but: {greeting}"))?;
        Ok(server)
    }

    pub(super) fn address(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; either way it is gone after this, and so is its data.
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.data);
    }
}
