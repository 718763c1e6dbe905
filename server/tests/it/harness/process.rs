//! The program of this build as a child process.

use std::path::Path;
use std::process::Command;

use chat_testkit::server_process::{self, Program};

pub(crate) use chat_testkit::server_process::{Signal, free_port};

/// A running server of this build.
pub(crate) struct ServerProcess;

impl ServerProcess {
    /// Starts the program on this port over this data folder, with these flags beside,
    /// and waits until it serves.
    pub(crate) async fn start(
        port: u16,
        data: &Path,
        flags: &[&str],
    ) -> server_process::ServerProcess {
        server_process::ServerProcess::start(&program(), port, data, flags).await
    }

    /// The same without waiting.
    pub(crate) fn spawn(port: u16, data: &Path, flags: &[&str]) -> server_process::ServerProcess {
        server_process::ServerProcess::spawn(&program(), port, data, flags)
    }
}

/// The program of this build.
pub(crate) fn program() -> Program {
    Program::at(env!("CARGO_BIN_EXE_server"))
}

/// The program with these flags, not started yet.
pub(crate) fn command(port: u16, data: &Path, flags: &[&str]) -> Command {
    program().serving(port, data, flags)
}
