//! The real program as a child process, from wherever it was built.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use rustix::process::{Pid, kill_process};

pub use rustix::process::Signal;

use crate::{PATIENCE, ServerUrl, http};

/// How often a port or a child is looked at while it is waited for.
const LOOK_EVERY: Duration = Duration::from_millis(5);

/// Ports to choose from: below those that systems hand out by themselves, so that no
/// outgoing connection takes one while its server is down.
const PORTS: std::ops::Range<u16> = 20_000..32_000;

/// How a server is started.
#[derive(Clone, Debug)]
pub struct Program {
    /// The program.
    pub file: PathBuf,
    /// What stands before it on the command line, such as a shell that sets a limit and
    /// then becomes the program.
    pub before: Vec<String>,
}

/// A running server. Dropping it kills it.
#[derive(Debug)]
pub struct ServerProcess {
    /// Where it serves.
    pub url: ServerUrl,
    child: Child,
    log: Log,
    threads: Vec<JoinHandle<()>>,
}

/// What a process has written to both its outputs.
#[derive(Clone, Debug, Default)]
struct Log(Arc<Mutex<String>>);

impl ServerProcess {
    /// Starts the program on this port over this data folder, with these flags beside,
    /// and waits until it serves.
    ///
    /// # Panics
    /// When it does not.
    pub async fn start(program: &Program, port: u16, data: &Path, flags: &[&str]) -> Self {
        let mut server = Self::spawn(program, port, data, flags);
        server.wait_until_it_serves().await;
        server
    }

    /// As [`ServerProcess::start`], without waiting.
    ///
    /// # Panics
    /// When there is no such program.
    #[must_use]
    pub fn spawn(program: &Program, port: u16, data: &Path, flags: &[&str]) -> Self {
        let mut child = program
            .serving(port, data, flags)
            .spawn()
            .expect("the program starts");
        let log = Log::default();
        let threads = vec![
            log.follow(child.stdout.take().expect("it is piped")),
            log.follow(child.stderr.take().expect("it is piped")),
        ];
        let url = ServerUrl::at(([127, 0, 0, 1], port).into());
        Self {
            url,
            child,
            log,
            threads,
        }
    }

    /// What it has said so far.
    #[must_use]
    pub fn said(&self) -> String {
        self.log.text()
    }

    /// Waits until it has said this.
    ///
    /// # Panics
    /// When it does not within [`PATIENCE`].
    pub async fn says(&self, words: &str) {
        let start = Instant::now();
        while !self.said().contains(words) {
            assert!(
                start.elapsed() < PATIENCE,
                "it does not say {words:?}: {}",
                self.said()
            );
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }

    /// Its id.
    #[must_use]
    pub fn pid(&self) -> Pid {
        Pid::from_child(&self.child)
    }

    /// Sends a signal, and waits for the end: how it ended, and what it had said.
    ///
    /// # Panics
    /// When it does not end within [`PATIENCE`].
    pub async fn end(mut self, signal: Signal) -> (ExitStatus, String) {
        self.signal(signal);
        let start = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().expect("it is a child") {
                break status;
            }
            assert!(
                start.elapsed() < PATIENCE,
                "it does not end: {}",
                self.log.text()
            );
            tokio::time::sleep(LOOK_EVERY).await;
        };
        for thread in self.threads.drain(..) {
            thread.join().expect("reading a log does not panic");
        }
        (status, self.log.text())
    }

    /// Sends a signal.
    ///
    /// # Panics
    /// When the process is gone already.
    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).expect("the process is there");
    }

    /// Waits until it answers.
    ///
    /// # Panics
    /// When it ends, or does not answer within [`PATIENCE`].
    pub async fn wait_until_it_serves(&mut self) {
        let start = Instant::now();
        loop {
            if let Ok(answer) = http::get(&self.url, "/healthz").await {
                assert_eq!(answer.status, 200, "{}", answer.text());
                return;
            }
            if let Some(status) = self.child.try_wait().expect("it is a child") {
                panic!("it ended at once with {status}: {}", self.log.text());
            }
            assert!(
                start.elapsed() < PATIENCE,
                "it does not serve: {}",
                self.log.text()
            );
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }
}

impl Drop for ServerProcess {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

impl Log {
    fn follow(&self, output: impl std::io::Read + Send + 'static) -> JoinHandle<()> {
        let log = self.clone();
        thread::spawn(move || {
            for line in BufReader::new(output).lines() {
                let Ok(line) = line else { return };
                let mut text = log.0.lock().expect("nobody panics with it");
                text.push_str(&line);
                text.push('\n');
            }
        })
    }

    fn text(&self) -> String {
        self.0.lock().expect("nobody panics with it").clone()
    }
}

impl Program {
    /// Just this program.
    #[must_use]
    pub fn at(file: impl Into<PathBuf>) -> Self {
        Self {
            file: file.into(),
            before: Vec::new(),
        }
    }

    /// The program after these lines of a shell, which then becomes it.
    #[must_use]
    pub fn after(file: impl Into<PathBuf>, lines: &str) -> Self {
        let script = format!("{lines}\nexec \"$@\"");
        Self {
            file: file.into(),
            before: ["sh", "-c", &script, "sh"].map(str::to_owned).to_vec(),
        }
    }

    /// Serving with these flags, not started yet.
    #[must_use]
    pub fn serving(&self, port: u16, data: &Path, flags: &[&str]) -> Command {
        let mut command = self.command();
        command
            .arg("--listen")
            .arg(format!("127.0.0.1:{port}"))
            .arg("--data")
            .arg(data)
            .args(flags);
        command
    }

    /// Checking this data, not started yet.
    #[must_use]
    pub fn verifying(&self, data: &Path) -> Command {
        let mut command = self.command();
        command.arg("verify").arg("--data").arg(data);
        command
    }

    fn command(&self) -> Command {
        let mut command = match self.before.split_first() {
            None => Command::new(&self.file),
            Some((first, rest)) => {
                let mut command = Command::new(first);
                command.args(rest).arg(&self.file);
                command
            }
        };
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("CONFAB_") {
                command.env_remove(name);
            }
        }
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }
}

/// A port that nobody listens on.
#[must_use]
pub fn free_port() -> u16 {
    loop {
        let port = rand::random_range(PORTS);
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}
