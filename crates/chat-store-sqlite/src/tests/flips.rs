//! One byte of a data file flips: the check finds it, or the byte holds nothing.
//!
//! Which bytes hold something is read from the file by the format's own rules
//! ([`layout`]), independently of the check. `CONFAB_FLIPS=N` flips so many bytes
//! instead of the few that every run does, and `CONFAB_FLIPS=all` every single one.

mod layout;

use std::fs;
use std::path::Path;

use chat_store::{LOBBY, Store};
use rusqlite::Connection;

use super::{append, good, is_well, open, user, write};
use crate::DATA_FILE;
use layout::{Holds, layout};

/// Flips in each page, when nothing else is asked for.
const FLIPS_IN_A_PAGE: u64 = 16;

/// Which bytes and bits are flipped. Another seed flips others.
const SEED: u64 = 1;

#[test]
fn a_flipped_byte_is_found_wherever_it_holds_something() {
    let folder = a_file_with_everything();
    let file = folder.path().join(DATA_FILE);
    is_well(folder.path());
    let bytes = fs::read(&file).unwrap();
    let holds = layout(&bytes);
    let asked = std::env::var("CONFAB_FLIPS").ok();
    let places = places(asked.as_deref(), &holds);
    let copy = folder.path().join("copy.db");
    let (mut found, mut empty, mut notes) = (0, 0, 0);
    for (place, bit) in places {
        let mut flipped = bytes.clone();
        flipped[place] ^= 1 << bit;
        fs::write(&copy, &flipped).unwrap();
        let noticed = crate::verify(&copy).map_or(true, |verified| !verified.is_well());
        match (noticed, holds[place]) {
            (true, _) => found += 1,
            (false, Holds::Nothing) => empty += 1,
            (false, Holds::Note) => notes += 1,
            (false, Holds::Data) => panic!("bit {bit} of byte {place} flips unnoticed"),
        }
    }
    println!(
        "{} single bits flipped in {} pages: {found} found, {empty} in space that holds \
         nothing, {notes} in places that SQLite never reads back",
        found + empty + notes,
        bytes.len() / layout::PAGE
    );
    assert!(found > 100, "a poor sample");
}

/// Every table and index over several pages, overflowing texts, and free pages.
fn a_file_with_everything() -> tempfile::TempDir {
    let folder = super::verify::a_full_file();
    let store = open(folder.path());
    let cy = user(&store, "Cy");
    for number in 0..120 {
        append(&store, cy, number).unwrap();
    }
    let long = "a long story ".repeat(900);
    good(store.append(write(LOBBY, cy, 500, &long)));
    for number in 0..60 {
        let one = user(&store, &format!("somebody {number}"));
        good(store.mark_read(one, LOBBY, shared::cursor::Seq(number + 1)));
    }
    good(store.close());
    leave_free_pages(&folder.path().join(DATA_FILE));
    folder
}

/// As something that was erased leaves them.
fn leave_free_pages(file: &Path) {
    let connection = Connection::open(file).unwrap();
    connection
        .execute_batch(
            "CREATE TABLE gone (bytes BLOB) STRICT;
             INSERT INTO gone VALUES (zeroblob(20000));
             DROP TABLE gone;
             INSERT INTO members (room, user, seal) VALUES (2, 1, x'');",
        )
        .unwrap();
    crate::seal::seal_all(&connection).unwrap();
}

/// Bytes and bits to flip: in every page some anywhere, and as many where something is.
fn places(asked: Option<&str>, holds: &[Holds]) -> Vec<(usize, u8)> {
    let flips = match asked {
        None => FLIPS_IN_A_PAGE,
        Some("all") => return (0..holds.len()).map(|at| (at, bit(at as u64))).collect(),
        Some(number) => {
            let pages = holds.len().div_ceil(layout::PAGE) as u64;
            number.parse::<u64>().expect("a number").div_ceil(pages)
        }
    };
    let mut places = Vec::new();
    for (page, holds) in (0..).zip(holds.chunks(layout::PAGE)) {
        let in_use: Vec<usize> = (0..holds.len())
            .filter(|at| holds[*at] != Holds::Nothing)
            .collect();
        for flip in 0..flips {
            let number = page * flips + flip;
            let chance = random(number) as usize;
            let at = if flip % 2 == 0 || in_use.is_empty() {
                chance % layout::PAGE
            } else {
                in_use[chance % in_use.len()]
            };
            places.push((page as usize * layout::PAGE + at, bit(number)));
        }
    }
    places
}

fn bit(number: u64) -> u8 {
    (random(number) >> 40) as u8 % 8
}

/// SplitMix64: a number that looks random, the same for the same seed.
fn random(number: u64) -> u64 {
    let mut mixed = (number + 1 + (SEED << 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
