//! The certificate of servers that speak https, and what makes a browser trust it.
//!
//! One key for all stories of a process, made anew for each: a browser is told its hash
//! when it starts, before there is a server.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use data_encoding::BASE64;
use rcgen::{CertificateParams, KeyPair, PublicKeyData as _};
use sha2::{Digest as _, Sha256};

fn key() -> &'static KeyPair {
    static KEY: OnceLock<KeyPair> = OnceLock::new();
    KEY.get_or_init(|| KeyPair::generate().expect("there is chance"))
}

/// What Chromium takes a key by: the hash of its public half.
pub(crate) fn key_hash() -> String {
    BASE64.encode(&Sha256::digest(key().subject_public_key_info()))
}

/// A certificate for this machine and its key, in files in this folder.
pub(super) fn write(folder: &Path) -> [PathBuf; 2] {
    let names = ["localhost".to_owned(), "127.0.0.1".to_owned()];
    let params = CertificateParams::new(names).expect("names of this machine");
    let certificate = params.self_signed(key()).expect("the key signs");
    let files = [folder.join("certificate.pem"), folder.join("key.pem")];
    for (file, pem) in files.iter().zip([certificate.pem(), key().serialize_pem()]) {
        std::fs::write(file, pem).expect("the folder is ours");
    }
    files
}
