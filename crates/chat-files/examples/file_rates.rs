//! How quickly files are taken and pictures drawn, for BENCHMARKS.md:
//! `cargo run --release -p chat-files --example file_rates`.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement that cannot go on stops, and what it found is its output"
)]

use std::io::Cursor;
use std::time::Instant;

use chat_files::{FileStore, Limits, New};
use image::{ImageFormat, Rgb, RgbImage};
use shared::file::FileName;
use shared::ids::{RoomId, UserId};
use shared::moment::Timestamp;

/// As a request brings them.
const WRITE_BYTES: usize = 256 * 1024;

fn main() {
    let folder = tempfile::tempdir_in(".").unwrap();
    let now = Timestamp(1);
    let limits = Limits {
        file_bytes_max: u64::MAX,
        user_bytes_max: u64::MAX,
        ..Limits::default()
    };
    let store = FileStore::open(folder.path(), limits, now).unwrap();
    let take = |bytes: &[u8]| {
        let new = New {
            room: RoomId(1),
            owner: UserId(1),
            name: FileName::parse("a").unwrap(),
            size: bytes.len() as u64,
            declared: String::new(),
        };
        let start = Instant::now();
        let upload = store.announce(new, now).unwrap();
        let mut writing = store.write_at(&upload, 0, now).unwrap();
        for part in bytes.chunks(WRITE_BYTES) {
            writing.write(part).unwrap();
        }
        writing.rest().unwrap();
        let sent = start.elapsed();
        store.finish(upload.announced.id, UserId(1), now).unwrap();
        (sent, start.elapsed() - sent)
    };
    let mut large = vec![0_u8; 100_000_000];
    for round in 0..5_u8 {
        large[1] = round;
        let (sent, finished) = take(&large);
        println!("100 MB: written in {sent:.0?}, made a file in {finished:.0?}");
    }
    for (name, width, height) in [
        ("2", 1_600, 1_200),
        ("12", 4_000, 3_000),
        ("48", 8_000, 6_000),
    ] {
        let picture = RgbImage::from_fn(width, height, |x, y| {
            let noise = x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503);
            Rgb([(x / 16) as u8, (y / 16) as u8, (noise >> 28) as u8 * 4])
        });
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
        let bytes = bytes.into_inner();
        let (_, finished) = take(&bytes);
        let megabytes = bytes.len() as f64 / 1e6;
        println!("JPEG of {name} megapixels, {megabytes:.1} MB: a file in {finished:.0?}");
    }
}
