use std::fs;
use std::path::Path;

use rcgen::{CertificateParams, KeyPair};
use tempfile::TempDir;

use super::certificate::TlsProblem;
use super::{Looked, Tls, TlsConfig};

/// A folder with a certificate and a key, each as the test wants it.
struct Files {
    folder: TempDir,
}

impl Files {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let files = Self { folder };
        files.write(&pair(2999));
        files
    }

    fn config(&self) -> TlsConfig {
        TlsConfig::new(self.path("cert.pem"), self.path("key.pem"))
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, [certificate, key]: &[String; 2]) {
        write(&self.path("cert.pem"), certificate);
        write(&self.path("key.pem"), key);
    }
}

fn write(path: &Path, text: &str) {
    fs::write(path, text).expect("written");
}

/// Certificate and key in PEM, valid from 1999 until the end of this year.
fn pair(until: i32) -> [String; 2] {
    let key = KeyPair::generate().expect("a key");
    let mut params = CertificateParams::new(["localhost".to_owned()]).expect("a name");
    params.not_before = rcgen::date_time_ymd(1999, 1, 1);
    params.not_after = rcgen::date_time_ymd(until, 12, 31);
    let certificate = params.self_signed(&key).expect("signed");
    [certificate.pem(), key.serialize_pem()]
}

fn refused(files: &Files) -> String {
    let problem = Tls::open(files.config()).expect_err("it cannot serve");
    let sentence = problem.to_string();
    assert!(
        sentence.ends_with(['.', '?']) && !sentence.contains('\n'),
        "{sentence}"
    );
    sentence
}

#[test]
fn a_good_pair_serves() {
    let files = Files::new();
    let tls = Tls::open(files.config()).expect("a good pair");
    assert_eq!(tls.look(), Looked::Same);
}

#[test]
fn a_bad_pair_says_why_in_one_sentence() {
    let files = Files::new();
    let [certificate, _] = pair(2999);
    let [_, other_key] = pair(2999);
    files.write(&[certificate.clone(), other_key.clone()]);
    let sentence = refused(&files);
    assert!(sentence.contains("does not fit"), "{sentence}");

    files.write(&pair(2001));
    let sentence = refused(&files);
    assert!(sentence.contains("expired on 2001-12-31"), "{sentence}");

    files.write(&["no certificate".to_owned(), other_key]);
    let sentence = refused(&files);
    assert!(sentence.contains("holds no certificate"), "{sentence}");

    files.write(&[certificate, "no key".to_owned()]);
    let sentence = refused(&files);
    assert!(sentence.contains("holds no private key"), "{sentence}");

    // A key where the certificate belongs.
    let [_, key] = pair(2999);
    files.write(&[key.clone(), key]);
    let sentence = refused(&files);
    assert!(sentence.contains("holds no certificate"), "{sentence}");

    fs::remove_file(files.path("key.pem")).expect("removed");
    let sentence = refused(&files);
    assert!(sentence.contains("there is no such file"), "{sentence}");
    fs::create_dir(files.path("key.pem")).expect("made");
    let sentence = refused(&files);
    assert!(sentence.contains("key.pem"), "{sentence}");
}

#[test]
fn a_certificate_of_the_future_is_doubted() {
    let files = Files::new();
    let key = KeyPair::generate().expect("a key");
    let mut params = CertificateParams::new(["localhost".to_owned()]).expect("a name");
    params.not_before = rcgen::date_time_ymd(2998, 1, 2);
    params.not_after = rcgen::date_time_ymd(2999, 1, 1);
    let certificate = params.self_signed(&key).expect("signed");
    files.write(&[certificate.pem(), key.serialize_pem()]);
    let sentence = refused(&files);
    assert!(sentence.contains("from 2998-01-02 on"), "{sentence}");
}

#[test]
fn a_renewed_pair_is_put_to_use_and_a_bad_one_is_not() {
    let files = Files::new();
    let tls = Tls::open(files.config()).expect("a good pair");
    let in_use = || tls.in_use.0.read().expect("no panic").clone();
    let first = in_use();

    let [certificate, key] = pair(2999);
    // Half of a renewal: told of once, and the first pair stays.
    write(&files.path("cert.pem"), &certificate);
    assert!(matches!(
        tls.look(),
        Looked::Bad(TlsProblem::DoNotFit { .. })
    ));
    assert_eq!(tls.look(), Looked::Same);
    assert_eq!(in_use().cert, first.cert);

    // The other half.
    write(&files.path("key.pem"), &key);
    assert_eq!(tls.look(), Looked::Renewed);
    let second = in_use();
    assert_ne!(second.cert, first.cert);
    assert_eq!(tls.look(), Looked::Same);

    fs::remove_file(files.path("cert.pem")).expect("removed");
    assert!(matches!(
        tls.look(),
        Looked::Bad(TlsProblem::Unreadable { .. })
    ));
    assert_eq!(tls.look(), Looked::Same);
    files.write(&pair(2001));
    assert!(matches!(
        tls.look(),
        Looked::Bad(TlsProblem::Expired { .. })
    ));
    assert_eq!(in_use().cert, second.cert);
}

#[test]
fn the_days_that_are_left_are_counted() {
    let files = Files::new();
    let text = super::certificate::PairText::read(&files.config()).expect("read");
    let now = shared::moment::Timestamp(1_700_000_000_000);
    let pair = text.judge(&files.config(), now).expect("good");
    // From 2023-11-14 22:13:20 to 2999-12-31 00:00:00.
    assert_eq!(pair.days_left(now), 356_523);
}
