//! TLS of the server's own: a certificate and its key from two files, and their renewal
//! while it runs.
//!
//! What cannot serve is never put to use: at the start the pair must be readable, fit
//! together and be valid now, or the server does not start; later a bad pair leaves the
//! one before in place. [`certificate`] reads and judges, this file holds what is in
//! use. Both files are read again every few seconds and compared whole: that sees
//! whatever a renewal does (a new file, another link, the same size, an old date), needs
//! no signal, and costs a few kilobytes.

pub mod certificate;

use std::path::PathBuf;
use std::sync::{Arc, RwLock};
use std::time::Duration;

use rustls::ServerConfig;
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use tokio::time::sleep;
use tokio_rustls::TlsAcceptor;
use tracing::{info, warn};

use crate::app::App;
use crate::clock::wall_time;
use certificate::{Pair, PairText, TlsProblem};

/// A renewed certificate is in use so soon. People renew weeks ahead.
const LOOK_EVERY: Duration = Duration::from_secs(5);

/// From here on each start and each renewal says how little is left. Automatic renewals
/// happen a month before the end.
const WARN_BELOW_DAYS: u64 = 14;

/// What is offered in the handshake, best first (RFC 7301). HTTP/2 carries WebSockets
/// too (RFC 8441).
const PROTOCOLS: [&[u8]; 2] = [H2, b"http/1.1"];

/// HTTP/2's name there.
const H2: &[u8] = b"h2";

/// Where the certificate and its key lie, in PEM.
#[derive(Clone, Debug)]
pub struct TlsConfig {
    /// The certificate, and what chains it to an authority.
    pub certificate: PathBuf,
    /// Its private key.
    pub key: PathBuf,
    /// How often both are looked at.
    pub look_every: Duration,
}

/// The pair in use, and how to serve with it.
#[derive(Debug)]
pub struct Tls {
    config: TlsConfig,
    /// What the files held when they were last looked at, good or bad.
    seen: std::sync::Mutex<PairText>,
    in_use: Arc<InUse>,
    server: Arc<ServerConfig>,
}

/// Answers each handshake with the newest good pair.
#[derive(Debug)]
struct InUse(RwLock<Arc<CertifiedKey>>);

/// What a look at the files found.
#[derive(Debug, PartialEq, Eq)]
pub enum Looked {
    /// The same as before.
    Same,
    /// A new pair, in use from now on.
    Renewed,
    /// Something that cannot be used; the pair before stays.
    Bad(TlsProblem),
}

impl TlsConfig {
    /// These files, at the usual pace.
    #[must_use]
    pub fn new(certificate: PathBuf, key: PathBuf) -> Self {
        Self {
            certificate,
            key,
            look_every: LOOK_EVERY,
        }
    }
}

impl Tls {
    /// Reads the pair.
    ///
    /// # Errors
    /// [`TlsProblem`]: a sentence for whoever starts the server.
    pub fn open(config: TlsConfig) -> Result<Self, TlsProblem> {
        let text = PairText::read(&config)?;
        let pair = text.judge(&config, wall_time())?;
        say_what_is_left(&pair);
        let in_use = Arc::new(InUse(RwLock::new(pair.key)));
        let provider = Arc::new(certificate::provider());
        let mut server = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .expect("the provider has suites for TLS 1.2 and 1.3")
            .with_no_client_auth()
            .with_cert_resolver(in_use.clone());
        server.alpn_protocols = PROTOCOLS.map(<[u8]>::to_vec).to_vec();
        Ok(Self {
            config,
            seen: std::sync::Mutex::new(text),
            in_use,
            server: Arc::new(server),
        })
    }

    /// What makes streams secret.
    #[must_use]
    pub fn acceptor(&self) -> TlsAcceptor {
        TlsAcceptor::from(self.server.clone())
    }

    /// Looks at the files, and puts a good new pair to use. A bad one is told of once.
    pub fn look(&self) -> Looked {
        let text = match PairText::read(&self.config) {
            Ok(text) => text,
            // A renewal may be moving the files this very moment; so an absence is told
            // of once too, as any other change.
            Err(problem) => PairText::missing(problem),
        };
        let mut seen = self.seen.lock().expect(NO_PANIC);
        if *seen == text {
            return Looked::Same;
        }
        let judged = text.judge(&self.config, wall_time());
        *seen = text;
        match judged {
            Ok(pair) => {
                say_what_is_left(&pair);
                *self.in_use.0.write().expect(NO_PANIC) = pair.key;
                Looked::Renewed
            }
            Err(problem) => Looked::Bad(problem),
        }
    }
}

impl ResolvesServerCert for InUse {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.0.read().expect(NO_PANIC).clone())
    }
}

/// Whether the handshake chose HTTP/2.
#[must_use]
pub fn chose_h2<S>(stream: &tokio_rustls::server::TlsStream<S>) -> bool {
    stream.get_ref().1.alpn_protocol() == Some(H2)
}

/// Watches the files while the server runs; without TLS there are none.
pub async fn run(app: Arc<App>) {
    let Some(tls) = &app.config.tls else { return };
    loop {
        sleep(tls.config.look_every).await;
        match tls.look() {
            Looked::Same => {}
            Looked::Renewed => info!("the certificate was renewed"),
            Looked::Bad(problem) => {
                warn!(%problem, "the certificate cannot be renewed; the one before stays");
            }
        }
    }
}

fn say_what_is_left(pair: &Pair) {
    let days = pair.days_left(wall_time());
    if days < WARN_BELOW_DAYS {
        warn!(days, "the certificate ends soon");
    }
}

const NO_PANIC: &str = "no panic happens under a lock of the certificate";

#[cfg(test)]
mod tests;
