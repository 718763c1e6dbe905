//! The real program as a child process.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use chat_testkit::{PATIENCE, ServerUrl, http};
use rustix::process::{Pid, kill_process};

pub(crate) use rustix::process::Signal;

/// How often a port or a child is looked at while it is waited for.
const LOOK_EVERY: Duration = Duration::from_millis(5);

/// Ports to choose from: below those that systems hand out by themselves, so that no
/// outgoing connection takes one while its server is down.
const PORTS: std::ops::Range<u16> = 20_000..32_000;

/// A running server. Dropping it kills it.
pub(crate) struct ServerProcess {
    pub(crate) url: ServerUrl,
    child: Child,
    log: Log,
    threads: Vec<JoinHandle<()>>,
}

/// What a process has written to both its outputs.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<String>>);

impl ServerProcess {
    /// Starts the program on this port over this data folder, with these flags beside,
    /// and waits until it serves.
    pub(crate) async fn start(port: u16, data: &Path, flags: &[&str]) -> Self {
        let mut child = command(port, data, flags)
            .spawn()
            .expect("the program starts");
        let log = Log::default();
        let threads = vec![
            log.follow(child.stdout.take().expect("it is piped")),
            log.follow(child.stderr.take().expect("it is piped")),
        ];
        let url = ServerUrl::at(([127, 0, 0, 1], port).into());
        let mut server = Self {
            url,
            child,
            log,
            threads,
        };
        server.wait_until_it_serves().await;
        server
    }

    /// Sends a signal, and waits for the end.
    pub(crate) async fn end(mut self, signal: Signal) -> (ExitStatus, String) {
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

    pub(crate) fn signal(&self, signal: Signal) {
        let pid = Pid::from_child(&self.child);
        kill_process(pid, signal).expect("the process is there");
    }

    async fn wait_until_it_serves(&mut self) {
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

/// The program with these flags, not started yet.
pub(crate) fn command(port: u16, data: &Path, flags: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_server"));
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("CONFAB_") {
            command.env_remove(name);
        }
    }
    command
        .arg("--listen")
        .arg(format!("127.0.0.1:{port}"))
        .arg("--data")
        .arg(data)
        .args(flags)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// A port that nobody listens on.
pub(crate) fn free_port() -> u16 {
    loop {
        let port = rand::random_range(PORTS);
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}
