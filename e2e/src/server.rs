//! The real server, as a process of its own on a port that stays the same when it
//! is killed and started again.

mod binary;
pub(crate) mod certificate;
mod port;

use std::cell::RefCell;
use std::path::Path;
use std::process::Stdio;
use std::rc::Rc;
use std::sync::{Arc, Mutex};

use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};
use tokio::task::JoinHandle;

use self::port::Port;
use crate::patience::eventually;

/// Whether the server holds its clients to their rates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rates {
    /// As in real life.
    Held,
    /// For stories that first fill a room.
    Free,
}

/// What the server speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speaks {
    /// Plain HTTP.
    Http,
    /// https, by a certificate of its own.
    Https,
}

/// A server with a data folder of its own. Clones are the same server; it is killed
/// when the last one is dropped.
#[derive(Clone, Debug)]
pub struct Server(Rc<Inner>);

#[derive(Debug)]
struct Inner {
    port: Port,
    data: TempDir,
    rates: Rates,
    speaks: Speaks,
    running: RefCell<Option<Running>>,
    log: Log,
}

#[derive(Debug)]
struct Running {
    process: Child,
    reading: JoinHandle<()>,
}

/// What the server has said so far.
#[derive(Clone, Debug, Default)]
pub struct Log(Arc<Mutex<String>>);

impl Log {
    /// All of it.
    #[must_use]
    pub fn text(&self) -> String {
        self.0
            .lock()
            .expect("nobody panics while writing the log")
            .clone()
    }

    fn add(&self, line: &str) {
        let mut log = self.0.lock().expect("nobody panics while writing the log");
        log.push_str(line);
        log.push('\n');
    }
}

impl Server {
    /// Starts a server with an empty data folder and waits until it answers.
    pub async fn start(rates: Rates, speaks: Speaks) -> Self {
        let server = Self(Rc::new(Inner {
            port: Port::reserve(),
            data: tempfile::tempdir().expect("a temporary folder"),
            rates,
            speaks,
            running: RefCell::default(),
            log: Log::default(),
        }));
        server.start_again().await;
        server
    }

    /// Starts it again on the same port, with the same data, and waits until it answers.
    pub async fn start_again(&self) {
        assert!(self.0.running.borrow().is_none(), "the server runs already");
        let mut process = self.command().spawn().expect("the server's program starts");
        let log = self.log();
        let mut lines =
            BufReader::new(process.stderr.take().expect("standard error is piped")).lines();
        let reading = tokio::spawn({
            let log = log.clone();
            async move {
                while let Ok(Some(line)) = lines.next_line().await {
                    log.add(&line);
                }
            }
        });
        let host = self.host();
        eventually("the server answers", async || {
            if let Ok(Some(status)) = process.try_wait() {
                panic!("the server ended with {status}:\n{}", log.text());
            }
            is_healthy(&host, self.0.speaks)
                .await
                .map_err(|error| format!("{error}\n{}", log.text()))
        })
        .await;
        *self.0.running.borrow_mut() = Some(Running { process, reading });
    }

    /// Kills it with SIGKILL and waits until it is gone.
    pub async fn kill(&self) {
        let running = self.0.running.take();
        let Running {
            mut process,
            reading,
        } = running.expect("the server runs");
        process
            .kill()
            .await
            .expect("a process of ours can be killed");
        reading.await.expect("reading the log does not panic");
        self.0.log.add("-- killed --");
    }

    fn command(&self) -> Command {
        let rates = match self.0.rates {
            Rates::Held => "on",
            Rates::Free => "off",
        };
        let mut command = Command::new(binary::server());
        command
            .args(["--listen", &self.host(), "--rate-limit", rates])
            .arg("--data")
            .arg(self.0.data.path());
        if self.0.speaks == Speaks::Https {
            let [certificate, key] = certificate::write(self.0.data.path());
            command.arg("--tls-cert").arg(certificate);
            command.arg("--tls-key").arg(key);
        }
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .kill_on_drop(true);
        command
    }

    /// Its data folder, to be filled while it does not run.
    #[must_use]
    pub fn data(&self) -> &Path {
        self.0.data.path()
    }

    /// `127.0.0.1:21000`.
    #[must_use]
    pub fn host(&self) -> String {
        format!("127.0.0.1:{}", self.0.port.number())
    }

    /// The page.
    #[must_use]
    pub fn address(&self) -> String {
        let scheme = match self.0.speaks {
            Speaks::Http => "http",
            Speaks::Https => "https",
        };
        format!("{scheme}://{}/", self.host())
    }

    /// Its log, also after it has ended.
    #[must_use]
    pub fn log(&self) -> Log {
        self.0.log.clone()
    }
}

/// Where https is spoken, it is enough that plain HTTP is told so.
async fn is_healthy(host: &str, speaks: Speaks) -> Result<(), String> {
    let expected = match speaks {
        Speaks::Http => " 200 ",
        Speaks::Https => " 400 ",
    };
    let ask = async {
        let mut stream = TcpStream::connect(host).await?;
        let request = format!("GET /healthz HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).await?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await?;
        std::io::Result::Ok(answer)
    };
    let answer = ask.await.map_err(|error| error.to_string())?;
    let status = answer.lines().next().unwrap_or_default();
    if status.contains(expected) {
        Ok(())
    } else {
        Err(format!("/healthz says {status:?}"))
    }
}
