//! The smaller forms of each file, made once at build time, and its tag.

#[cfg(test)]
mod tests;

use std::io::Write;

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use crate::File;
use crate::assets::Asset;

/// The highest of each: a build compresses once, and every visit gains.
const BROTLI_QUALITY: i32 = 11;
const GZIP_LEVEL: u32 = 9;

/// Hexadecimal digits kept of a hash: 48 bits, for a handful of files.
const HASH_DIGITS: usize = 12;

/// Adds tag and compressed forms to each file.
pub(crate) fn files(assets: Vec<Asset>) -> Vec<File> {
    assets
        .into_iter()
        .map(|asset| File {
            etag: format!("W/\"{}\"", hash([asset.content.as_slice()])),
            brotli: smaller(brotli(&asset.content), &asset.content),
            gzip: smaller(gzip(&asset.content), &asset.content),
            path: asset.path,
            content_type: asset.content_type,
            immutable: asset.immutable,
            raw: asset.content,
        })
        .collect()
}

/// A short hash over all the parts, in their order.
pub(crate) fn hash<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        // The length keeps ("ab", "c") and ("a", "bc") apart.
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    let mut hash: String = hasher
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    hash.truncate(HASH_DIGITS);
    hash
}

/// A compressed form is worth having only when it is smaller.
fn smaller(compressed: Vec<u8>, raw: &[u8]) -> Option<Vec<u8>> {
    (compressed.len() < raw.len()).then_some(compressed)
}

fn brotli(raw: &[u8]) -> Vec<u8> {
    let params = BrotliEncoderParams {
        quality: BROTLI_QUALITY,
        size_hint: raw.len(),
        ..BrotliEncoderParams::default()
    };
    let mut input = raw;
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut input, &mut compressed, &params)
        .expect("reading from and writing to memory cannot fail");
    compressed
}

fn gzip(raw: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(GZIP_LEVEL));
    encoder
        .write_all(raw)
        .and_then(|()| encoder.finish())
        .expect("writing to memory cannot fail")
}
