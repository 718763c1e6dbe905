//! A process killed while it takes files: what was acknowledged is there and whole, and nothing else is.

use std::io::{BufRead, BufReader, Read, Write, stdout};
use std::path::Path;
use std::process::{Command, Stdio};

use super::{ADA, announce, files, finish, now, open};
use crate::Part;

const ROUNDS: u64 = 3;
/// Files that are acknowledged in a round before the kill.
const ACKNOWLEDGED: usize = 40;

/// The bytes of a numbered file; each tells its number.
fn bytes(number: u64) -> Vec<u8> {
    format!("{number:08}")
        .repeat(2_000 + number as usize % 7)
        .into_bytes()
}

#[test]
fn what_was_acknowledged_is_there_after_sigkill_and_nothing_is_half_done() {
    const FOLDER: &str = "CONFAB_TEST_KILLED_FILES";
    if let Some(folder) = std::env::var_os(FOLDER) {
        return take_files_until_killed(folder.as_ref());
    }
    let folder = tempfile::tempdir().unwrap();
    let mut acknowledged = 0;
    for _ in 0..ROUNDS {
        let name = concat!(
            module_path!(),
            "::what_was_acknowledged_is_there_after_sigkill_and_nothing_is_half_done"
        );
        let name = name.split_once("::").expect("a path has a crate").1;
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", name, "--nocapture"])
            .env(FOLDER, folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut told = Vec::new();
        for line in BufReader::new(child.stdout.take().expect("piped")).lines() {
            let line = line.unwrap();
            if let Some((_, rest)) = line.split_once("kept ") {
                let (id, number) = rest.split_once(' ').unwrap();
                told.push((id.parse().unwrap(), number.parse().unwrap()));
            }
            if told.len() == ACKNOWLEDGED {
                child.kill().unwrap();
            }
        }
        assert!(!child.wait().unwrap().success());
        acknowledged += told.len();

        let store = open(folder.path());
        for &(id, number) in &told {
            let record = store.record(id).expect("it was acknowledged");
            let mut found = Vec::new();
            let mut content = store.content(&record, Part::Whole).unwrap();
            content.file.read_to_end(&mut found).unwrap();
            assert!(found == bytes(number), "file {number} is whole");
        }
        let records = files(&folder.path().join("records")).len();
        assert!(records >= acknowledged);
        // No content without a record, and no record without a content: each number has its own.
        assert_eq!(files(&folder.path().join("contents")).len(), records);
        assert_eq!(files(&folder.path().join("making")), [""; 0]);
        for path in files(&folder.path().join("uploads")) {
            let id = Path::new(&path).file_stem().unwrap().to_str().unwrap();
            let upload = store.upload(id.parse().unwrap(), ADA).unwrap();
            assert!(upload.received() <= upload.announced.size);
        }
    }
}

fn take_files_until_killed(folder: &Path) {
    let store = open(folder);
    let (_, before) = store.counts();
    // Numbers of an earlier process are not taken again, also not those that nobody heard of.
    for number in before as u64 * 1_000 + 1.. {
        let bytes = bytes(number);
        let upload = announce(&store, bytes.len());
        let mut writing = store.write_at(&upload, 0, now()).unwrap();
        for part in bytes.chunks(5_000) {
            writing.write(part).unwrap();
        }
        let record = finish(&store, &upload).unwrap();
        let mut out = stdout().lock();
        writeln!(out, "kept {} {number}", record.info.id).unwrap();
        out.flush().unwrap();
    }
}
