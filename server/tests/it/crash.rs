//! The real program is killed in the middle of its work, again and again.
//!
//! Twelve people write as fast as they are answered. Beside every client stands a
//! record of what the server told it. In the end record, log and screens have to say
//! the same: nothing acknowledged is lost, nothing is there twice, and everybody's
//! messages are in the order in which they were written.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use chat_client::Intent;
use chat_testkit::{Ack, TestUser};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use shared::cursor::Seq;
use shared::entry::Entry;
use shared::ids::{ClientId, RoomId};

use crate::harness::{ServerProcess, Signal, free_port, log, seqs, text};

const PEOPLE: usize = 12;
const ROOMS: [&str; 3] = ["lobby", "garden", "kitchen"];
const KILLS: usize = 5;

/// Unsent messages of one person before it waits for answers.
const WAITING_MAX: usize = 6;

/// One person, and what was written.
struct Writer {
    user: TestUser,
    room: RoomId,
    written: Vec<(ClientId, String)>,
}

#[tokio::test]
async fn nothing_acknowledged_is_lost_doubled_or_reordered_by_kill_9() {
    let seed = rand::random();
    eprintln!("seed {seed}");
    let mut chance = StdRng::seed_from_u64(seed);
    let folder = tempfile::tempdir().unwrap();
    let port = free_port();
    let mut server = start(port, &folder).await;
    let writers = everybody_in(&server).await;

    let stop = Arc::new(AtomicBool::new(false));
    let mut writing = Vec::new();
    for writer in writers {
        writing.push(tokio::spawn(write_until(writer, stop.clone())));
    }
    for _ in 0..KILLS {
        // Long enough for some thousand messages, at another point of a commit each time.
        tokio::time::sleep(Duration::from_millis(chance.random_range(200..900))).await;
        server.end(Signal::KILL).await;
        tokio::time::sleep(Duration::from_millis(chance.random_range(0..300))).await;
        server = start(port, &folder).await;
    }
    stop.store(true, Ordering::SeqCst);
    let mut writers = Vec::new();
    for task in writing {
        writers.push(task.await.unwrap());
    }
    for writer in &writers {
        writer.user.intend(Intent::TryNow).await;
        writer.user.has_sent_all().await;
    }
    let total: usize = writers.iter().map(|writer| writer.written.len()).sum();
    assert!(
        total > PEOPLE * KILLS,
        "only {total} messages were written: the test tests nothing"
    );

    for room in writers
        .iter()
        .map(|writer| writer.room)
        .collect::<BTreeSet<_>>()
    {
        let here: Vec<&Writer> = writers
            .iter()
            .filter(|writer| writer.room == room)
            .collect();
        let entries = log(&server.url, here[0].user.token(), room).await;
        compare(&here, room, &entries).await;
    }
    server.end(Signal::TERM).await;
}

async fn start(port: u16, folder: &tempfile::TempDir) -> ServerProcess {
    ServerProcess::start(port, folder.path(), &["--rate-limit", "off"]).await
}

async fn everybody_in(server: &ServerProcess) -> Vec<Writer> {
    let mut writers = Vec::new();
    for index in 0..PEOPLE {
        let user = TestUser::sign_in(&server.url, &format!("writer {index}")).await;
        let name = ROOMS[index % ROOMS.len()];
        // The first in a room makes it.
        let room = match index {
            1 | 2 => user.makes_room(name).await,
            _ => user.open(name).await,
        };
        writers.push(Writer {
            user,
            room,
            written: Vec::new(),
        });
    }
    writers
}

/// Writes one message after another, as long as few wait, whether or not there is a
/// server; sometimes the page is reloaded.
async fn write_until(mut writer: Writer, stop: Arc<AtomicBool>) -> Writer {
    while !stop.load(Ordering::SeqCst) {
        let room_left = writer
            .user
            .tries_to_find("an answer", |screen| {
                (screen.client.status().waiting < WAITING_MAX).then_some(())
            })
            .await;
        assert!(room_left.is_ok(), "{}", room_left.unwrap_err());
        let number = writer.written.len() + 1;
        let text = format!("{} writes {number}", writer.user.author().name);
        let client_id = writer.user.post(&text).await;
        writer.written.push((client_id, text));
        if number.is_multiple_of(150) {
            writer.user.reload().await;
        }
    }
    writer
}

async fn compare(writers: &[&Writer], room: RoomId, entries: &[Entry]) {
    assert_eq!(
        seqs(entries),
        (1..=entries.len() as u64).collect::<Vec<_>>(),
        "dense"
    );

    let by_write: BTreeMap<ClientId, &Entry> = entries
        .iter()
        .map(|entry| (entry.client_id, entry))
        .collect();
    assert_eq!(by_write.len(), entries.len(), "a write is there twice");
    let written: usize = writers.iter().map(|writer| writer.written.len()).sum();
    assert_eq!(
        entries.len(),
        written,
        "all that was written, and nothing else"
    );

    for writer in writers {
        let name = &writer.user.author().name;
        let own: Vec<(ClientId, &str)> = entries
            .iter()
            .filter(|entry| entry.author.id == writer.user.author().id)
            .map(|entry| (entry.client_id, text(entry)))
            .collect();
        let wanted: Vec<(ClientId, &str)> = writer
            .written
            .iter()
            .map(|(id, text)| (*id, text.as_str()))
            .collect();
        assert_eq!(own, wanted, "{name}'s messages in the order of writing");

        for Ack {
            room: told_room,
            client_id,
            seq,
        } in writer.user.acks().await
        {
            assert_eq!(told_room, room);
            let entry = by_write
                .get(&client_id)
                .expect("an acknowledged write is in the log");
            assert_eq!(
                entry.seq, seq,
                "{name} was told another number for {client_id}"
            );
        }

        let head = Seq(entries.len() as u64);
        writer.user.is_complete_to(head).await;
        // The screen may hold only the newest part of a long room, but that without a hole.
        let shown = writer.user.entries().await;
        assert!(!shown.is_empty());
        assert_eq!(
            shown,
            entries[entries.len() - shown.len()..],
            "what {name} sees"
        );
    }
}
