//! What is not ours, too new, damaged or in use is refused and left untouched.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use chat_store::Store;
use rusqlite::Connection;

use super::{NOW, append, folder, good, numbers, open, user};
use crate::schema::{APPLICATION_ID, FORMAT};
use crate::{DATA_FILE, LOCK_FILE, OpenError, SqliteStore};

#[test]
fn a_folder_is_made_with_all_above_it() {
    let folder = folder();
    let deep = folder.path().join("some/where/deep");
    let store = open(&deep);
    assert_eq!(good(store.rooms()).len(), 1);
    good(store.close());
    assert_eq!(names(&deep), [DATA_FILE, LOCK_FILE]);
}

#[test]
#[cfg(unix)]
fn nobody_else_may_read_what_is_stored() {
    use std::os::unix::fs::PermissionsExt;

    let folder = folder();
    let data = folder.path().join("data");
    let store = open(&data);
    let ada = user(&store, "Ada");
    append(&store, ada, 1).unwrap();
    let rights = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o077;
    assert_eq!(rights(&data), 0);
    for name in [DATA_FILE, LOCK_FILE, "confab.db-wal", "confab.db-shm"] {
        assert_eq!(rights(&data.join(name)), 0, "{name}");
    }
}

#[test]
fn a_file_that_is_not_sqlite_is_left_as_it_was() {
    for content in ["dear diary", &"dear diary\n".repeat(1_000)] {
        let folder = folder();
        fs::write(folder.path().join(DATA_FILE), content).unwrap();
        let error = refused_untouched(folder.path());
        assert!(matches!(error, OpenError::NotOurs { .. }), "{error}");
        assert!(
            error.to_string().contains("is not a Confab data file"),
            "{error}"
        );
    }
}

#[test]
fn another_programs_database_is_left_as_it_was() {
    for (journal, application_id) in [("DELETE", 0), ("DELETE", 77), ("WAL", 0), ("WAL", 77)] {
        let folder = folder();
        let other = Connection::open(folder.path().join(DATA_FILE)).unwrap();
        other.pragma_update(None, "journal_mode", journal).unwrap();
        other
            .pragma_update(None, "application_id", application_id)
            .unwrap();
        other
            .execute_batch("CREATE TABLE notes (text); INSERT INTO notes VALUES (1);")
            .unwrap();
        drop(other);
        let error = refused_untouched(folder.path());
        assert!(
            matches!(error, OpenError::NotOurs { .. }),
            "{journal}: {error}"
        );
    }
}

#[test]
fn another_programs_open_database_is_left_as_it_was() {
    let folder = folder();
    let other = Connection::open(folder.path().join(DATA_FILE)).unwrap();
    other.pragma_update(None, "journal_mode", "WAL").unwrap();
    other
        .execute_batch("CREATE TABLE notes (text); INSERT INTO notes VALUES (1);")
        .unwrap();
    let error = refused_untouched(folder.path());
    assert!(matches!(error, OpenError::NotOurs { .. }), "{error}");
}

#[test]
fn a_newer_file_is_left_as_it_was() {
    let folder = folder();
    drop(open(folder.path()));
    fs::remove_file(folder.path().join(LOCK_FILE)).unwrap();
    let newer = Connection::open(folder.path().join(DATA_FILE)).unwrap();
    newer
        .pragma_update(None, "user_version", FORMAT + 1)
        .unwrap();
    drop(newer);
    let error = refused_untouched(folder.path());
    assert!(matches!(error, OpenError::Newer { .. }), "{error}");
    assert!(
        error.to_string().contains("written by a newer Confab"),
        "{error}"
    );
}

#[test]
fn a_file_that_is_newer_only_by_its_log_is_left_as_it_was() {
    let (source, folder) = (folder(), folder());
    drop(open(source.path()));
    let newer = Connection::open(source.path().join(DATA_FILE)).unwrap();
    newer.pragma_update(None, "wal_autocheckpoint", 0).unwrap();
    newer
        .pragma_update(None, "user_version", FORMAT + 1)
        .unwrap();
    // As a kill would leave it.
    for name in [DATA_FILE, "confab.db-wal"] {
        fs::copy(source.path().join(name), folder.path().join(name)).unwrap();
    }
    let before = contents(folder.path());
    let error = SqliteStore::open(folder.path(), NOW).expect_err("it is newer");
    assert!(matches!(error, OpenError::Newer { .. }), "{error}");
    let after = contents(folder.path());
    for (name, bytes) in before {
        assert!(after[&name] == bytes, "{name} has changed");
    }
}

#[test]
fn a_second_store_on_a_folder_is_refused_while_the_first_lives() {
    let folder = folder();
    let first = open(folder.path());
    let error = SqliteStore::open(folder.path(), NOW).expect_err("the first has it");
    assert!(matches!(error, OpenError::InUse { .. }), "{error}");
    assert!(
        error.to_string().contains("Another Confab server is using"),
        "{error}"
    );
    let ada = user(&first, "Ada");
    assert!(append(&first, ada, 1).is_ok(), "the first is not disturbed");
    good(first.close());
    let second = open(folder.path());
    assert_eq!(numbers(&second), [1]);
    drop(second);
    drop(open(folder.path()));
}

#[test]
fn a_damaged_file_is_told_as_such_and_left_as_it_was() {
    type Damage = fn(&mut Vec<u8>);
    let damages: [(&str, Damage); 4] = [
        ("page size", |bytes| bytes[16..18].fill(0)),
        ("first page", |bytes| bytes[100..4096].fill(0xAB)),
        ("cut off", |bytes| bytes.truncate(4096)),
        ("tables", |bytes| bytes[4096..].fill(0xAB)),
    ];
    for (what, damage) in damages {
        let folder = folder();
        drop(open(folder.path()));
        let file = folder.path().join(DATA_FILE);
        let mut bytes = fs::read(&file).unwrap();
        damage(&mut bytes);
        fs::write(&file, &bytes).unwrap();
        let error = SqliteStore::open(folder.path(), NOW).expect_err(what);
        assert!(
            matches!(error, OpenError::Corrupt { .. }),
            "{what}: {error}"
        );
        assert!(error.to_string().contains("is damaged"), "{error}");
        assert!(
            fs::read(&file).unwrap() == bytes,
            "{what}: the file has changed"
        );
    }
}

#[test]
fn a_file_with_our_mark_but_without_our_tables_is_damaged() {
    let folder = folder();
    let other = Connection::open(folder.path().join(DATA_FILE)).unwrap();
    other.execute_batch("CREATE TABLE notes (text)").unwrap();
    other
        .pragma_update(None, "application_id", APPLICATION_ID)
        .unwrap();
    other.pragma_update(None, "user_version", FORMAT).unwrap();
    drop(other);
    let error = SqliteStore::open(folder.path(), NOW).expect_err("nothing of ours is in it");
    assert!(matches!(error, OpenError::Corrupt { .. }), "{error}");
}

#[test]
fn an_empty_file_and_a_draft_of_an_earlier_start_are_no_obstacle() {
    let folder = folder();
    fs::write(folder.path().join(DATA_FILE), "").unwrap();
    fs::write(folder.path().join("confab.db-new"), "half a draft").unwrap();
    fs::write(
        folder.path().join("confab.db-new-journal"),
        "half a journal",
    )
    .unwrap();
    drop(open(folder.path()));
    assert_eq!(names(folder.path()), [DATA_FILE, LOCK_FILE]);
}

#[test]
fn a_folder_under_a_file_cannot_be_made() {
    let folder = folder();
    fs::write(folder.path().join("file"), "in the way").unwrap();
    let error = SqliteStore::open(&folder.path().join("file/data"), NOW).expect_err("no folder");
    assert!(matches!(error, OpenError::Folder { .. }), "{error}");
    assert!(error.to_string().contains("Choose a folder"), "{error}");
}

#[test]
#[cfg(target_os = "linux")]
fn a_folder_without_the_right_to_write_is_refused() {
    let folder = folder();
    fs::set_permissions(folder.path(), rights(0o555)).unwrap();
    let error = as_ordinary_user(folder.path(), |folder| SqliteStore::open(folder, NOW).err());
    assert!(matches!(error, Some(OpenError::Folder { .. })), "{error:?}");
    assert!(names(folder.path()).is_empty());
}

#[test]
#[cfg(target_os = "linux")]
fn a_file_without_the_right_to_write_is_refused_and_left_as_it_was() {
    let folder = folder();
    drop(open(folder.path()));
    let file = folder.path().join(DATA_FILE);
    fs::set_permissions(folder.path(), rights(0o777)).unwrap();
    fs::set_permissions(&file, rights(0o444)).unwrap();
    fs::set_permissions(folder.path().join(LOCK_FILE), rights(0o666)).unwrap();
    let before = contents(folder.path());
    let error = as_ordinary_user(folder.path(), |folder| SqliteStore::open(folder, NOW).err());
    let error = error.expect("the file may not be written");
    assert!(matches!(error, OpenError::ReadOnly { .. }), "{error}");
    assert!(
        error.to_string().contains("Give this user the right"),
        "{error}"
    );
    assert!(contents(folder.path()) == before);
}

/// Opens, expects a refusal, and expects the folder byte for byte as it was.
fn refused_untouched(folder: &Path) -> OpenError {
    let before = contents(folder);
    let error = SqliteStore::open(folder, NOW).expect_err("this must not be opened");
    let after = contents(folder);
    assert_eq!(
        before.keys().collect::<Vec<_>>(),
        after.keys().collect::<Vec<_>>()
    );
    assert!(before == after, "a file has changed");
    error
}

fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    names(folder)
        .into_iter()
        .map(|name| (name.clone(), fs::read(folder.join(name)).unwrap()))
        .collect()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[cfg(target_os = "linux")]
fn rights(mode: u32) -> fs::Permissions {
    std::os::unix::fs::PermissionsExt::from_mode(mode)
}

/// Rights do not bind the system's administrator, as whom tests often run. On Linux a
/// thread may give up being one.
#[cfg(target_os = "linux")]
fn as_ordinary_user<T: Send>(folder: &Path, act: impl FnOnce(&Path) -> T + Send) -> T {
    use rustix::thread::set_thread_res_uid;

    if !rustix::process::geteuid().is_root() {
        return act(folder);
    }
    std::thread::scope(|scope| {
        let acting = scope.spawn(|| {
            let nobody = rustix::process::Uid::from_raw(65_534);
            set_thread_res_uid(nobody, nobody, nobody).unwrap();
            act(folder)
        });
        acting.join().expect("no assertion fails")
    })
}
