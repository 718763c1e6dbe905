//! The real program without what it needs: disk space, a disk that takes writes, file
//! descriptors. Writers are told, nothing stored is harmed, and it recovers by itself.
//!
//! A full disk is a small file system in memory where this user may mount one, and a
//! limit of file sizes elsewhere.

use std::fs;
use std::path::Path;
use std::process::Command;

use chat_store::LOBBY;
use chat_testkit::server_process::{self, Program};
use chat_testkit::{RawSocket, TestUser, http};
use rustix::process::{Resource, Rlimit, getrlimit, prlimit};
use shared::cursor::Seq;
use shared::ids::RequestId;
use shared::refusal::RefusalCode;
use shared::server_frame::ServerFrame;
use tokio::net::TcpStream;

use crate::harness::{
    Signal, free_port, is_alive, log, new_client_id, post, program, refusal, seqs, text,
};
use crate::verify::verify;

/// Open files of a server that may have few: its own two dozen, and some people.
const FILES: usize = 80;

/// More connections than it can take.
const TOO_MANY: usize = 120;

#[tokio::test]
async fn a_disk_that_takes_nothing_refuses_writers_and_serves_readers() {
    let folder = tempfile::tempdir().unwrap();
    let server = start(&past_file_size_signals(), folder.path()).await;
    let token = token(&server, "ada").await;
    let (mut ada, _) = RawSocket::greeted(&server.url, &token).await;
    ada.send(&post(1, LOBBY, new_client_id(), "before")).await;
    is_posted(&mut ada, 1).await;
    let ben = TestUser::sign_in(&server.url, "ben").await;
    ben.open("lobby").await;

    limit_files(&server, Some(0));
    let write = new_client_id();
    for id in 2..5 {
        ada.send(&post(id, LOBBY, write, "into nothing")).await;
        let code = refusal(&mut ada, id).await.code;
        assert!(
            matches!(code, RefusalCode::Unavailable | RefusalCode::DiskFull),
            "{code:?}"
        );
    }
    is_alive(&mut ada).await;
    ben.post("waits in the outbox").await;
    let read = log(&server.url, &token, LOBBY).await;
    assert_eq!(read.iter().map(text).collect::<Vec<_>>(), ["before"]);
    assert!(http::sign_in(&server.url, "cy").await.is_err());

    limit_files(&server, None);
    ada.send(&post(5, LOBBY, write, "into nothing")).await;
    is_posted(&mut ada, 5).await;
    ben.intend(chat_client::Intent::TryNow).await;
    ben.has_sent_all().await;
    http::sign_in(&server.url, "cy").await.unwrap();
    server.end(Signal::KILL).await;
    let (is_well, said) = verify(folder.path());
    assert!(is_well, "{said}");
    assert!(said.contains("3 entries, 3 users"), "{said}");
}

#[tokio::test]
async fn a_full_disk_is_told_to_who_writes_and_goes_on_when_there_is_room() {
    let disk = SmallDisk::new();
    eprintln!("a small disk of its own: {}", disk.is_mounted);
    let server = start(&past_file_size_signals(), disk.path()).await;
    let token = token(&server, "ada").await;
    let (mut ada, _) = RawSocket::greeted(&server.url, &token).await;
    ada.send(&post(1, LOBBY, new_client_id(), "before")).await;
    is_posted(&mut ada, 1).await;

    disk.fill(&server);
    let write = new_client_id();
    let long = "x".repeat(3_500);
    // The last pages of the log may still take some.
    let mut stored = 1;
    let code = loop {
        let id = stored + 1;
        let client_id = if stored == 1 { write } else { new_client_id() };
        ada.send(&post(id, LOBBY, client_id, &long)).await;
        let answer = ada.answer(RequestId(id)).await;
        if let ServerFrame::Refused(refused) = &answer {
            break refused.refusal.code;
        }
        assert!(matches!(answer, ServerFrame::Posted(_)), "{answer:?}");
        stored += 1;
        assert!(stored < 5_000, "the disk does not fill up");
    };
    assert!(disk.is_code_of_a_full_disk(code), "{code:?}");
    is_alive(&mut ada).await;
    let read = log(&server.url, &token, LOBBY).await;
    assert_eq!(
        read.len() as u32,
        stored,
        "what was told as stored is there"
    );

    disk.make_room(&server);
    let id = 9_000;
    ada.send(&post(id, LOBBY, new_client_id(), &long)).await;
    is_posted(&mut ada, id).await;
    let (status, said) = server.end(Signal::TERM).await;
    assert_eq!(status.code(), Some(0), "{said}");
    let (is_well, said) = verify(disk.path());
    assert!(is_well, "{said}");
    assert!(said.contains(&format!("{} entries", stored + 1)), "{said}");
}

#[tokio::test]
async fn a_read_only_disk_is_one_plain_line_and_can_still_be_checked() {
    let disk = SmallDisk::new();
    let server = start(&program(), disk.path()).await;
    token(&server, "ada").await;
    server.end(Signal::TERM).await;
    if !disk.becomes_read_only() {
        // Rights do not bind the administrator, who may not mount here either.
        eprintln!("this user can make no disk read-only; the store's own tests do");
        return;
    }
    let mut command = program().serving(free_port(), disk.path(), &[]);
    let output = command.output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains("cannot be"), "{said}");
    let (is_well, said) = verify(disk.path());
    assert!(is_well, "{said}");
}

#[tokio::test]
async fn without_file_descriptors_newcomers_wait_and_everybody_else_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let few = Program::after(program().file, &format!("ulimit -n {FILES}"));
    let server = start(&few, folder.path()).await;
    let ada = TestUser::sign_in(&server.url, "ada").await;
    ada.open("lobby").await;
    let ben = TestUser::sign_in(&server.url, "ben").await;
    ben.open("lobby").await;

    let mut crowd = Vec::new();
    for _ in 0..TOO_MANY {
        crowd.push(TcpStream::connect(server.url.address()).await.unwrap());
    }
    server.says("a connection cannot be accepted").await;
    for number in 1..=50 {
        ada.post(&format!("message {number}")).await;
    }
    assert_eq!(ben.sees("message 50").await, Seq(50));
    ada.has_sent_all().await;

    drop(crowd);
    let token = token(&server, "cy").await;
    let read = log(&server.url, &token, LOBBY).await;
    assert_eq!(seqs(&read), (1..=50).collect::<Vec<_>>());
    drop((ada, ben));
    let (status, said) = server.end(Signal::TERM).await;
    assert_eq!(status.code(), Some(0), "{said}");
    assert!(verify(folder.path()).0);
}

async fn start(program: &Program, data: &Path) -> server_process::ServerProcess {
    let flags = ["--rate-limit", "off"];
    server_process::ServerProcess::start(program, free_port(), data, &flags).await
}

/// The program, deaf to the signal that comes with a file that is too large.
fn past_file_size_signals() -> Program {
    Program::after(program().file, "trap '' XFSZ")
}

/// From here on the server can make no file longer than this, or as long as it likes.
fn limit_files(server: &server_process::ServerProcess, bytes: Option<u64>) {
    let maximum = getrlimit(Resource::Fsize).maximum;
    let current = bytes.or(maximum);
    prlimit(
        Some(server.pid()),
        Resource::Fsize,
        Rlimit { current, maximum },
    )
    .unwrap();
}

async fn token(server: &server_process::ServerProcess, name: &str) -> String {
    let login = http::sign_in(&server.url, name).await.unwrap();
    login.token.unwrap()
}

async fn is_posted(socket: &mut RawSocket, id: u32) {
    let answer = socket.answer(RequestId(id)).await;
    assert!(matches!(answer, ServerFrame::Posted(_)), "{answer:?}");
}

/// A disk that is soon full.
struct SmallDisk {
    folder: tempfile::TempDir,
    is_mounted: bool,
}

/// Its bytes.
const SMALL_DISK: &str = "size=4m,mode=700";

impl SmallDisk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", SMALL_DISK, "tmpfs"]);
        let is_mounted = mount
            .arg(folder.path())
            .output()
            .is_ok_and(|output| output.status.success());
        Self { folder, is_mounted }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn filler(&self) -> std::path::PathBuf {
        self.folder.path().join("filler")
    }

    /// Leaves no room.
    fn fill(&self, server: &server_process::ServerProcess) {
        if self.is_mounted {
            // Ends when the disk is full.
            let whole = fs::write(self.filler(), vec![0; 8 * 1024 * 1024]);
            assert!(whole.is_err(), "the disk is not small");
        } else {
            let log = fs::metadata(self.folder.path().join("confab.db-wal")).unwrap();
            limit_files(server, Some(log.len()));
        }
    }

    /// A limit of file sizes looks to SQLite like a failing disk.
    fn is_code_of_a_full_disk(&self, code: RefusalCode) -> bool {
        code == RefusalCode::DiskFull || (!self.is_mounted && code == RefusalCode::Unavailable)
    }

    fn make_room(&self, server: &server_process::ServerProcess) {
        if self.is_mounted {
            fs::remove_file(self.filler()).unwrap();
        } else {
            limit_files(server, None);
        }
    }

    fn becomes_read_only(&self) -> bool {
        if self.is_mounted {
            let mut mount = Command::new("mount");
            mount.args(["-o", "remount,ro"]).arg(self.folder.path());
            return mount.status().unwrap().success();
        }
        if rustix::process::geteuid().is_root() {
            return false;
        }
        let mode = std::os::unix::fs::PermissionsExt::from_mode(0o400);
        fs::set_permissions(self.folder.path().join("confab.db"), mode).unwrap();
        true
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        if self.is_mounted {
            // A server that is still being ended may hold it a moment longer.
            let _ = Command::new("umount")
                .arg("-l")
                .arg(self.folder.path())
                .status();
        }
    }
}
