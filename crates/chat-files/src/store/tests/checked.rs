//! What the check of a folder finds, and that it changes nothing.

use std::fs;

use super::*;
use crate::{Checker, Fault};

fn fault(folder: &Path, record: &Record) -> Option<Fault> {
    let size = record.info.size;
    Checker::new(folder).check(record.info.id, size).unwrap()
}

#[test]
fn files_that_are_as_they_were_kept_are_well_and_are_left_alone() {
    let (folder, store) = fresh();
    let words = kept(&store, b"some words");
    let picture = kept(&store, &encoded(ImageFormat::Png, 900, 700));
    assert!(picture.thumbnail.is_some());
    let given = store.give(words.info.id, RoomId(4), BEN, now()).unwrap();
    let announced = announce(&store, 5);
    let before = files(folder.path());
    let mut checker = Checker::new(folder.path());
    for record in [&words, &picture, &given] {
        let checked = checker.check(record.info.id, record.info.size).unwrap();
        assert_eq!(checked, None, "{record:?}");
    }
    assert_eq!(files(folder.path()), before);
    let never_kept = checker.check(announced.announced.id, 5).unwrap();
    assert_eq!(never_kept, Some(Fault::NoRecord));
}

#[test]
fn a_flipped_bit_anywhere_is_found() {
    let (folder, store) = fresh();
    let bytes: Vec<u8> = (0..600_000_u32).map(|at| (at % 251) as u8).collect();
    let record = kept(&store, &bytes);
    let path = store.disk.content(&record.digest);
    for place in [0, 1, 262_143, 262_144, 599_999] {
        let mut flipped = bytes.clone();
        flipped[place] ^= 1;
        fs::write(&path, flipped).unwrap();
        let found = fault(folder.path(), &record);
        assert_eq!(found, Some(Fault::Content), "byte {place}");
    }
    fs::write(&path, &bytes).unwrap();
    assert_eq!(fault(folder.path(), &record), None);
}

#[test]
fn what_is_missing_or_of_another_length_is_found() {
    let (folder, store) = fresh();
    let picture = kept(&store, &encoded(ImageFormat::Png, 900, 700));
    let content = store.disk.content(&picture.digest);
    let thumbnail = store.disk.thumbnail(&picture.digest);
    let record = store.disk.record(picture.info.id);
    let named = picture.info.size;

    fs::remove_file(thumbnail).unwrap();
    let found = fault(folder.path(), &picture);
    assert_eq!(found, Some(Fault::NoThumbnail));

    let other = Checker::new(folder.path()).check(picture.info.id, named + 1);
    let (named, found) = (named + 1, named);
    assert_eq!(other.unwrap(), Some(Fault::Size { named, found }));

    let bytes = fs::read(&content).unwrap();
    fs::write(&content, &bytes[..bytes.len() - 1]).unwrap();
    let (named, found) = (bytes.len() as u64, bytes.len() as u64 - 1);
    let cut = fault(folder.path(), &picture);
    assert_eq!(cut, Some(Fault::Size { named, found }));

    fs::remove_file(content).unwrap();
    assert_eq!(fault(folder.path(), &picture), Some(Fault::Missing));

    fs::write(&record, "{").unwrap();
    assert_eq!(fault(folder.path(), &picture), Some(Fault::RecordDamaged));
    fs::remove_file(record).unwrap();
    assert_eq!(fault(folder.path(), &picture), Some(Fault::NoRecord));
}
