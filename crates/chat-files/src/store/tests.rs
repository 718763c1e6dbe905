//! The whole way of a file: announced, written, finished, read, removed; and what goes wrong.

mod checked;
mod kill;

use std::fs;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use image::ImageFormat;
use shared::file::{FileId, FileKind, FileName};
use shared::ids::{RoomId, UserId};
use shared::moment::Timestamp;
use tempfile::TempDir;

use super::{FileStore, Limits, New, Part, UPLOAD_KEPT_MS, Upload};
use crate::images::tests::{encoded, photograph};
use crate::{FileRefusal, Record};

const ROOM: RoomId = RoomId(3);
const ADA: UserId = UserId(7);
const BEN: UserId = UserId(9);
const CY: UserId = UserId(11);

fn limits() -> Limits {
    Limits {
        reserve_bytes: 0,
        ..Limits::default()
    }
}

/// Wall time: parts on disk are as old as their files say.
fn now() -> Timestamp {
    let since = std::time::UNIX_EPOCH.elapsed().unwrap();
    Timestamp(u64::try_from(since.as_millis()).unwrap())
}

fn open(folder: &Path) -> FileStore {
    FileStore::open(folder, limits(), now()).unwrap()
}

fn fresh() -> (TempDir, FileStore) {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    (folder, store)
}

fn new(owner: UserId, declared: &str, size: usize) -> New {
    New {
        room: ROOM,
        owner,
        name: FileName::parse("a name").unwrap(),
        size: size as u64,
        declared: declared.to_owned(),
    }
}

fn announce(store: &FileStore, size: usize) -> Arc<Upload> {
    store.announce(new(ADA, "", size), now()).unwrap()
}

fn sent(store: &FileStore, declared: &str, bytes: &[u8]) -> Arc<Upload> {
    let upload = store
        .announce(new(ADA, declared, bytes.len()), now())
        .unwrap();
    let mut writing = store.write_at(&upload, 0, now()).unwrap();
    assert_eq!(writing.write(bytes).unwrap(), bytes.len() as u64);
    upload
}

fn finish(store: &FileStore, upload: &Upload) -> Result<Arc<Record>, FileRefusal> {
    store.finish(upload.announced.id, ADA, now())
}

fn kept(store: &FileStore, bytes: &[u8]) -> Arc<Record> {
    finish(store, &sent(store, "", bytes)).unwrap()
}

fn read(store: &FileStore, record: &Record, part: Part) -> Vec<u8> {
    let mut content = store.content(record, part).unwrap();
    let mut bytes = Vec::new();
    content.file.read_to_end(&mut bytes).unwrap();
    assert_eq!(bytes.len() as u64, content.length);
    bytes
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<String> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(files(&path));
        } else {
            all.push(path.display().to_string());
        }
    }
    all.sort();
    all
}

#[test]
fn a_file_comes_in_pieces_and_is_read_as_it_was_sent() {
    let (folder, store) = fresh();
    let upload = announce(&store, 11);
    let mut writing = store.write_at(&upload, 0, now()).unwrap();
    assert_eq!(writing.write(b"hello ").unwrap(), 6);
    let early = finish(&store, &upload).unwrap_err();
    assert!(matches!(early, FileRefusal::Incomplete { received: 6 }));
    let mut writing = store.write_at(&upload, 6, now()).unwrap();
    assert_eq!(writing.write(b"world").unwrap(), 11);
    let record = finish(&store, &upload).unwrap();
    assert_eq!(record.info.kind, FileKind::Text);
    assert_eq!(read(&store, &record, Part::Whole), b"hello world");
    // What is asked again is answered again.
    assert_eq!(finish(&store, &upload).unwrap(), record);
    assert_eq!(files(&folder.path().join("uploads")), [""; 0]);
    assert_eq!(files(&folder.path().join("making")), [""; 0]);

    let store = open(folder.path());
    assert_eq!(store.record(record.info.id), Some(record.clone()));
    assert_eq!(read(&store, &record, Part::Whole), b"hello world");
}

#[test]
fn an_upload_goes_on_after_a_restart_where_it_stopped() {
    let (folder, store) = fresh();
    let upload = announce(&store, 11);
    store
        .write_at(&upload, 0, now())
        .unwrap()
        .write(b"hello ")
        .unwrap();
    drop(store);

    let store = open(folder.path());
    let upload = store.upload(upload.announced.id, ADA).unwrap();
    assert_eq!(upload.received(), 6);
    let elsewhere = store.write_at(&upload, 0, now()).unwrap_err();
    assert!(matches!(
        elsewhere,
        FileRefusal::OffsetWrong { received: 6 }
    ));
    store
        .write_at(&upload, 6, now())
        .unwrap()
        .write(b"world")
        .unwrap();
    let record = finish(&store, &upload).unwrap();
    assert_eq!(read(&store, &record, Part::Whole), b"hello world");
}

#[test]
fn who_hangs_on_a_dead_link_can_no_longer_write() {
    let (_folder, store) = fresh();
    let upload = announce(&store, 4);
    let mut dead = store.write_at(&upload, 0, now()).unwrap();
    dead.write(b"ab").unwrap();
    let mut alive = store.write_at(&upload, 2, now()).unwrap();
    assert!(matches!(dead.write(b"xx"), Err(FileRefusal::Superseded)));
    alive.write(b"cd").unwrap();
    let record = finish(&store, &upload).unwrap();
    assert_eq!(read(&store, &record, Part::Whole), b"abcd");
    assert!(matches!(alive.write(b""), Err(FileRefusal::Superseded)));
}

#[test]
fn the_same_bytes_lie_on_the_disk_once_until_the_last_file_goes() {
    let (folder, store) = fresh();
    let contents = folder.path().join("contents");
    let (first, second) = (kept(&store, b"the same"), kept(&store, b"the same"));
    assert_ne!(first.info.id, second.info.id);
    assert_eq!(files(&contents).len(), 1);
    store.remove(first.info.id).unwrap();
    assert!(store.record(first.info.id).is_none());
    assert_eq!(read(&store, &second, Part::Whole), b"the same");
    drop(store);
    let store = open(folder.path());
    let held = store.content(&second, Part::Whole).unwrap();
    store.remove(second.info.id).unwrap();
    assert_eq!(files(folder.path()), [""; 0]);
    // A reader that is under way is not cut off.
    let mut bytes = Vec::new();
    (&held.file).read_to_end(&mut bytes).unwrap();
    assert_eq!(bytes, b"the same");
    let gone = store.content(&second, Part::Whole);
    assert!(matches!(gone, Err(FileRefusal::UnknownFile)));
}

#[test]
fn a_photograph_is_kept_without_its_place_with_a_thumbnail_and_colours() {
    let (folder, store) = fresh();
    let record = kept(&store, &photograph(1_000, 500, 6));
    let image = record.info.image.clone().unwrap();
    assert_eq!((image.width, image.height), (500, 1_000));
    assert!(image.thumbnail);
    let colours = image.placeholder.unwrap();
    assert_eq!(colours.len(), 36);
    assert!(colours.bytes().all(|digit| digit.is_ascii_hexdigit()));
    for file in files(folder.path()) {
        let bytes = fs::read(&file).unwrap();
        assert!(
            !bytes.windows(8).any(|window| window == b"GPS 51.5"),
            "{file}"
        );
    }
    let thumbnail = read(&store, &record, Part::Thumbnail);
    let thumbnail = image::load_from_memory(&thumbnail).unwrap();
    assert_eq!((thumbnail.width(), thumbnail.height()), (420, 840));
}

#[test]
fn a_small_picture_is_its_own_thumbnail() {
    let (_folder, store) = fresh();
    let bytes = encoded(ImageFormat::Png, 40, 30);
    let record = kept(&store, &bytes);
    assert!(!record.info.image.as_ref().unwrap().thumbnail);
    assert_eq!(read(&store, &record, Part::Thumbnail), bytes);
}

#[test]
fn what_is_refused_leaves_nothing() {
    let mut bomb = encoded(ImageFormat::Png, 30, 20);
    bomb[16..24].copy_from_slice(b"\0\0\xff\xff\0\0\xff\xff");
    let whole = encoded(ImageFormat::Jpeg, 30, 20);
    let (folder, store) = fresh();
    let refused = |declared: &str, bytes: &[u8]| {
        let upload = sent(&store, declared, bytes);
        let refused = finish(&store, &upload).unwrap_err();
        assert_eq!(files(folder.path()), [""; 0]);
        let again = finish(&store, &upload).unwrap_err();
        assert!(matches!(again, FileRefusal::UnknownUpload));
        refused
    };
    assert!(matches!(
        refused("image/png", b"<script>"),
        FileRefusal::TypeWrong {
            found: FileKind::Text,
            ..
        }
    ));
    assert!(matches!(
        refused("", &bomb),
        FileRefusal::TooManyPixels { .. }
    ));
    assert!(matches!(
        refused("", &whole[..whole.len() - 1]),
        FileRefusal::Damaged {
            kind: FileKind::Jpeg,
            ..
        }
    ));
}

#[test]
fn limits_of_one_file_of_a_user_and_of_the_disk_are_told_before_a_byte_comes() {
    let folder = tempfile::tempdir().unwrap();
    let small = Limits {
        file_bytes_max: 10,
        user_bytes_max: 20,
        files_max: 4,
        uploads_max: 2,
        reserve_bytes: 0,
    };
    let store = FileStore::open(folder.path(), small, now()).unwrap();
    let announce = |owner, size| store.announce(new(owner, "", size), now());
    assert!(matches!(
        announce(ADA, 11),
        Err(FileRefusal::TooLarge { max: 10 })
    ));
    kept(&store, b"ten bytes!");
    let second = announce(ADA, 10).unwrap();
    assert!(matches!(
        announce(ADA, 1),
        Err(FileRefusal::UserFull { max: 20 })
    ));
    store.give_up(&second).unwrap();
    announce(ADA, 1).unwrap();
    announce(ADA, 1).unwrap();
    assert!(matches!(
        announce(ADA, 1),
        Err(FileRefusal::TooManyUploads { max: 2 })
    ));
    // Another's limits are another's.
    announce(BEN, 10).unwrap();
    for text in ["", "", "", ""] {
        let upload = announce(CY, text.len()).unwrap();
        store.write_at(&upload, 0, now()).unwrap();
        store.finish(upload.announced.id, CY, now()).unwrap();
    }
    assert!(matches!(
        announce(CY, 0),
        Err(FileRefusal::TooManyFiles { max: 4 })
    ));

    let folder = tempfile::tempdir().unwrap();
    let full = Limits {
        reserve_bytes: u64::MAX,
        ..limits()
    };
    let store = FileStore::open(folder.path(), full, now()).unwrap();
    let refused = store.announce(new(ADA, "", 1), now());
    assert!(matches!(refused, Err(FileRefusal::DiskFull)));
    assert_eq!(files(folder.path()), [""; 0]);
}

#[test]
fn more_bytes_than_announced_are_refused_and_those_before_stay() {
    let (_folder, store) = fresh();
    let upload = announce(&store, 4);
    let mut writing = store.write_at(&upload, 0, now()).unwrap();
    writing.write(b"abc").unwrap();
    assert!(matches!(writing.write(b"de"), Err(FileRefusal::TooMany)));
    writing.write(b"d").unwrap();
    assert_eq!(kept_of(&store, &upload), b"abcd");
}

fn kept_of(store: &FileStore, upload: &Upload) -> Vec<u8> {
    read(store, &finish(store, upload).unwrap(), Part::Whole)
}

#[test]
fn an_upload_is_its_senders_alone() {
    let (_folder, store) = fresh();
    let upload = sent(&store, "", b"mine");
    let id = upload.announced.id;
    assert!(matches!(
        store.upload(id, BEN),
        Err(FileRefusal::UnknownUpload)
    ));
    let stolen = store.finish(id, BEN, now());
    assert!(matches!(stolen, Err(FileRefusal::UnknownUpload)));
    finish(&store, &upload).unwrap();
    let stolen = store.finish(id, BEN, now());
    assert!(matches!(stolen, Err(FileRefusal::UnknownUpload)));
}

#[test]
fn what_is_taken_back_is_gone_and_a_writer_hears_of_it() {
    let (folder, store) = fresh();
    let upload = announce(&store, 4);
    let mut writing = store.write_at(&upload, 0, now()).unwrap();
    writing.write(b"ab").unwrap();
    store.give_up(&upload).unwrap();
    assert!(matches!(writing.write(b"cd"), Err(FileRefusal::Superseded)));
    let refused = store.write_at(&upload, 2, now());
    assert!(matches!(refused, Err(FileRefusal::UnknownUpload)));
    assert_eq!(files(folder.path()), [""; 0]);
}

#[test]
fn abandoned_uploads_end_by_time_and_at_a_start() {
    let (folder, store) = fresh();
    let upload = announce(&store, 4);
    let later = |ms: u64| Timestamp(now().0 + ms);
    assert_eq!(store.sweep(later(UPLOAD_KEPT_MS - 60_000)).unwrap(), 0);
    assert_eq!(store.sweep(later(UPLOAD_KEPT_MS + 60_000)).unwrap(), 1);
    assert!(store.upload(upload.announced.id, ADA).is_err());
    assert_eq!(files(folder.path()), [""; 0]);

    announce(&store, 4);
    drop(store);
    FileStore::open(folder.path(), limits(), later(UPLOAD_KEPT_MS + 60_000)).unwrap();
    assert_eq!(files(folder.path()), [""; 0]);
}

#[test]
fn a_rooms_files_are_listed_newest_first_page_by_page() {
    let (_folder, store) = fresh();
    let mut ids: Vec<FileId> = Vec::new();
    for number in 0..5_u64 {
        let upload = sent(&store, "", &[b'a' + number as u8]);
        let at = Timestamp(1_000 + number / 2);
        ids.push(store.finish(upload.announced.id, ADA, at).unwrap().info.id);
    }
    assert!(store.files_of(RoomId(4), None, 10).is_empty());
    let mut listed = Vec::new();
    let mut before = None;
    loop {
        let page = store.files_of(ROOM, before, 2);
        let Some(last) = page.last() else { break };
        before = Some((last.info.at, last.info.id));
        listed.extend(page.iter().map(|record| (record.info.at, record.info.id)));
    }
    assert!(listed.is_sorted_by(|a, b| a > b), "{listed:?}");
    let mut found: Vec<FileId> = listed.into_iter().map(|(_, id)| id).collect();
    found.sort();
    ids.sort();
    assert_eq!(found, ids);
}

#[test]
fn a_full_disk_is_told_apart_from_one_that_fails() {
    use std::io::{Error, ErrorKind};
    let full: FileRefusal = Error::from(ErrorKind::StorageFull).into();
    assert!(matches!(full, FileRefusal::DiskFull));
    let broken: FileRefusal = Error::from(ErrorKind::PermissionDenied).into();
    assert!(matches!(broken, FileRefusal::Failed(_)));
}

/// A record that cannot be written: the upload is as it was, and the next try makes the file.
#[test]
fn a_disk_that_fails_at_the_end_leaves_an_upload_that_can_be_finished_later() {
    for bytes in [b"as it came".to_vec(), photograph(1_000, 500, 6)] {
        let (folder, store) = fresh();
        let upload = sent(&store, "", &bytes);
        let records = folder.path().join("records");
        fs::remove_dir(&records).unwrap();
        assert!(matches!(
            finish(&store, &upload),
            Err(FileRefusal::Failed(_))
        ));
        assert_eq!(files(&folder.path().join("contents")), [""; 0]);
        assert_eq!(files(&folder.path().join("making")), [""; 0]);
        fs::create_dir(&records).unwrap();
        let record = finish(&store, &upload).unwrap();
        assert_eq!(store.record(record.info.id), Some(record));
    }
}

/// Of everything below a folder, what others than its user may do with it.
#[cfg(unix)]
fn open_to_others(folder: &Path) -> Vec<String> {
    use std::os::unix::fs::PermissionsExt;
    let mut open = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        if mode & 0o077 != 0 {
            open.push(format!("{mode:o} {}", path.display()));
        }
        if path.is_dir() {
            open.extend(open_to_others(&path));
        }
    }
    open
}

#[cfg(unix)]
#[test]
fn files_belong_to_their_user_alone_whatever_the_folder_around_them_allows() {
    use std::os::unix::fs::PermissionsExt;
    let around = tempfile::tempdir().unwrap();
    let root = around.path().join("files");
    fs::create_dir(&root).unwrap();
    fs::set_permissions(&root, fs::Permissions::from_mode(0o755)).unwrap();
    let store = open(&root);
    kept(&store, b"some text");
    kept(&store, &photograph(600, 400, 1));
    let _part = announce(&store, 11);
    assert_eq!(open_to_others(around.path()), [""; 0]);
}
