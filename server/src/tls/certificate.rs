//! A certificate and its key: read, held against each other and against the clock.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rustls::crypto::CryptoProvider;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, UnixTime};
use rustls::sign::CertifiedKey;
use rustls::{Error, InconsistentKeys};
use shared::moment::Timestamp;
use webpki::{EndEntityCert, KeyUsage};

use super::TlsConfig;
use crate::clock::date_of;

/// A file of certificates is some kilobytes. What is much longer is another file.
const FILE_BYTES_MAX: u64 = 1024 * 1024;

/// The last second that a certificate can name (RFC 5280, section 4.1.2.5).
const END_OF_TIME_S: u64 = 253_402_300_799;

const DAY_S: u64 = 24 * 60 * 60;

/// Both files as they were read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairText(Result<[Vec<u8>; 2], TlsProblem>);

/// A pair that can serve.
#[derive(Clone, Debug)]
pub struct Pair {
    /// For the handshake.
    pub key: Arc<CertifiedKey>,
    /// When the certificate ends.
    pub ends: Timestamp,
}

/// Why a pair cannot serve: one sentence, with the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TlsProblem {
    /// The operating system does not give the file.
    #[error("The file {path} of --tls-{what} cannot be read: {why}.")]
    Unreadable {
        /// `cert` or `key`.
        what: &'static str,
        /// Which file.
        path: PathBuf,
        /// What the operating system says.
        why: String,
    },
    /// It is no PEM, or holds something else.
    #[error("The file {path} holds no {what} in PEM form.")]
    Empty {
        /// What is missing.
        what: &'static str,
        /// Where.
        path: PathBuf,
    },
    /// The certificate is none that browsers take.
    #[error("The certificate in {path} cannot be used: {why}.")]
    BadCertificate {
        /// Where.
        path: PathBuf,
        /// What the library says.
        why: String,
    },
    /// The key is of no known kind.
    #[error("The key in {path} cannot be used: {why}.")]
    BadKey {
        /// Where.
        path: PathBuf,
        /// What the library says.
        why: String,
    },
    /// Each is good, but they are of two pairs.
    #[error("The key in {key} does not fit the certificate in {certificate}.")]
    DoNotFit {
        /// One.
        certificate: PathBuf,
        /// The other.
        key: PathBuf,
    },
    /// Nobody would connect.
    #[error("The certificate in {path} expired on {on}; renew it.")]
    Expired {
        /// Where.
        path: PathBuf,
        /// The day.
        on: String,
    },
    /// The same; or this machine's clock is wrong.
    #[error(
        "The certificate in {path} is valid from {from} on only; is this machine's clock right?"
    )]
    NotYet {
        /// Where.
        path: PathBuf,
        /// The day.
        from: String,
    },
}

impl PairText {
    /// Reads both files.
    ///
    /// # Errors
    /// The first that cannot be read.
    pub fn read(config: &TlsConfig) -> Result<Self, TlsProblem> {
        let certificate = read("cert", &config.certificate)?;
        let key = read("key", &config.key)?;
        Ok(Self(Ok([certificate, key])))
    }

    /// Files that could not be read, for this reason.
    #[must_use]
    pub fn missing(problem: TlsProblem) -> Self {
        Self(Err(problem))
    }

    /// Whether the pair can serve at this time.
    ///
    /// # Errors
    /// [`TlsProblem`].
    pub fn judge(&self, config: &TlsConfig, now: Timestamp) -> Result<Pair, TlsProblem> {
        let [certificate, key] = self.0.as_ref().map_err(Clone::clone)?;
        let path = || config.certificate.clone();
        let chain: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(certificate).collect();
        let chain = chain.unwrap_or_default();
        let Some(first) = chain.first().cloned() else {
            let (what, path) = ("certificate", path());
            return Err(TlsProblem::Empty { what, path });
        };
        let Ok(key) = PrivateKeyDer::from_pem_slice(key) else {
            let (what, path) = ("private key", config.key.clone());
            return Err(TlsProblem::Empty { what, path });
        };
        let ends = validity(&first, now).map_err(|invalid| match invalid {
            Invalid::Expired(ended) => TlsProblem::Expired {
                path: path(),
                on: date_of(ended),
            },
            Invalid::NotYet(begins) => TlsProblem::NotYet {
                path: path(),
                from: date_of(begins),
            },
            Invalid::Unreadable(why) => TlsProblem::BadCertificate { path: path(), why },
        })?;
        let mismatch = Error::InconsistentKeys(InconsistentKeys::KeyMismatch);
        let key = CertifiedKey::from_der(chain, key, &provider()).map_err(|error| {
            if error == mismatch {
                TlsProblem::DoNotFit {
                    certificate: path(),
                    key: config.key.clone(),
                }
            } else {
                TlsProblem::BadKey {
                    path: config.key.clone(),
                    why: error.to_string(),
                }
            }
        })?;
        let key = Arc::new(key);
        Ok(Pair { key, ends })
    }
}

impl Pair {
    /// Whole days until the certificate ends.
    #[must_use]
    pub fn days_left(&self, now: Timestamp) -> u64 {
        self.ends.0.saturating_sub(now.0) / 1_000 / DAY_S
    }
}

/// The cryptography of this program: ring, which builds with the C compiler that SQLite
/// needs anyway.
#[must_use]
pub fn provider() -> CryptoProvider {
    rustls::crypto::ring::default_provider()
}

/// Why a certificate is not valid now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Invalid {
    /// Since then.
    Expired(Timestamp),
    /// Until then.
    NotYet(Timestamp),
    /// It is no certificate that browsers take.
    Unreadable(String),
}

/// Until when a certificate is valid, if it is now.
///
/// The library tells the dates only to those who ask at a wrong time, so it is asked at
/// the end of time as well: the dates are the first thing that it looks at.
///
/// # Errors
/// [`Invalid`].
pub fn validity(certificate: &CertificateDer<'_>, now: Timestamp) -> Result<Timestamp, Invalid> {
    let parsed = EndEntityCert::try_from(certificate)
        .map_err(|error| Invalid::Unreadable(error.to_string()))?;
    let asked_at = |seconds| {
        let time = UnixTime::since_unix_epoch(Duration::from_secs(seconds));
        parsed.verify_for_usage(&[], &[], &[], time, KeyUsage::server_auth(), None, None)
    };
    let at = |time: UnixTime| Timestamp(time.as_secs().saturating_mul(1_000));
    match asked_at(now.0 / 1_000).err() {
        Some(webpki::Error::CertExpired { not_after, .. }) => {
            return Err(Invalid::Expired(at(not_after)));
        }
        Some(webpki::Error::CertNotValidYet { not_before, .. }) => {
            return Err(Invalid::NotYet(at(not_before)));
        }
        // Without authorities to ask, every other certificate is of an unknown one.
        Some(_) | None => {}
    }
    match asked_at(END_OF_TIME_S).err() {
        Some(webpki::Error::CertExpired { not_after, .. }) => Ok(at(not_after)),
        // It never ends (RFC 5280, section 4.1.2.5).
        Some(_) | None => Ok(Timestamp(END_OF_TIME_S * 1_000)),
    }
}

fn read(what: &'static str, path: &Path) -> Result<Vec<u8>, TlsProblem> {
    let unreadable = |why: String| TlsProblem::Unreadable {
        what,
        path: path.to_path_buf(),
        why,
    };
    let length = fs::metadata(path).map(|metadata| metadata.len());
    if length.as_ref().is_ok_and(|length| *length > FILE_BYTES_MAX) {
        return Err(unreadable("it is too long".to_owned()));
    }
    let bytes = length.and_then(|_| fs::read(path));
    bytes.map_err(|error| unreadable(reason(&error)))
}

/// In small letters, since it stands after a colon.
fn reason(error: &io::Error) -> String {
    let kind = error.kind();
    if kind == io::ErrorKind::NotFound {
        "there is no such file".to_owned()
    } else if kind == io::ErrorKind::PermissionDenied {
        "this user may not read it".to_owned()
    } else {
        error.to_string()
    }
}
