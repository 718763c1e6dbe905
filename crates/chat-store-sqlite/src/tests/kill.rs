//! A process killed while it writes messages and changes them: whatever it acknowledged
//! is there, and what became of each message is what the log says.

use std::collections::HashMap;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use chat_store::contract::block_on;
use chat_store::records::NewEntry;
use chat_store::{LOBBY, Store};
use shared::cursor::Seq;
use shared::entry::EntryKind;
use shared::ids::{ClientId, UserId};
use shared::text::{DisplayName, Emoji, MessageText};

use super::{NOW, folder, good, is_well, log, open, user, write};
use crate::{OpenError, SqliteStore};

const SENDERS: u64 = 4;
/// Writes that a sender has under way at once.
const UNDER_WAY: u64 = 8;
const ROUNDS: u64 = 3;
/// New acknowledgements in a round before the kill.
const ACKNOWLEDGED: usize = 300;

/// A child writes and says what was acknowledged; it is killed in the middle of that,
/// and the next child starts by writing everything again.
#[test]
fn what_was_acknowledged_survives_sigkill_once_and_in_order() {
    const FOLDER: &str = "CONFAB_TEST_KILLED_STORE";
    if let Some(folder) = std::env::var_os(FOLDER) {
        return write_until_killed(folder.as_ref());
    }
    let folder = folder();
    let mut acknowledged: HashMap<(u64, u64), u64> = HashMap::new();
    for _ in 0..ROUNDS {
        let name = concat!(
            module_path!(),
            "::what_was_acknowledged_survives_sigkill_once_and_in_order"
        );
        let name = name.split_once("::").expect("a path has a crate").1;
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", name, "--nocapture"])
            .env(FOLDER, folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let said = BufReader::new(child.stdout.take().expect("piped"));
        let mut fresh = 0;
        let mut alive = true;
        for line in said.lines() {
            let line = line.unwrap();
            let Some((_, numbers)) = line.split_once("acknowledged ") else {
                continue;
            };
            let numbers: Vec<u64> = numbers
                .split(' ')
                .map(|number| number.parse().unwrap())
                .collect();
            let [sender, number, seq] = numbers[..] else {
                panic!("{line}")
            };
            let known = acknowledged.insert((sender, number), seq);
            assert!(
                known.is_none_or(|known| known == seq),
                "a repeat has the first's number"
            );
            fresh += usize::from(known.is_none());
            if fresh >= ACKNOWLEDGED && alive {
                let second = SqliteStore::open(folder.path(), NOW);
                assert!(
                    matches!(second, Err(OpenError::InUse { .. })),
                    "the child has it"
                );
                child.kill().unwrap();
                alive = false;
            }
        }
        assert!(!child.wait().unwrap().success());
        assert!(
            fresh >= ACKNOWLEDGED,
            "the child was killed at work, not before: {fresh}"
        );
        check(folder.path(), &acknowledged);
    }
}

fn check(folder: &Path, acknowledged: &HashMap<(u64, u64), u64>) {
    is_well(folder);
    let store = open(folder);
    let log = log(&store);
    let senders: HashMap<UserId, u64> = (1..=SENDERS)
        .map(|sender| (sender_id(&store, sender), sender))
        .collect();
    let mut stored: HashMap<(u64, ClientId), u64> = HashMap::new();
    for entry in &log {
        let write = (senders[&entry.author.id], entry.client_id);
        assert_eq!(
            stored.insert(write, entry.seq.0),
            None,
            "no write is stored twice"
        );
    }
    for ((sender, number), seq) in acknowledged {
        let client_id = write(LOBBY, UserId(0), *number, "").client_id;
        assert_eq!(
            stored.get(&(*sender, client_id)),
            Some(seq),
            "{sender} wrote {number}"
        );
    }
    for sender in 1..=SENDERS {
        let mut of_sender: Vec<_> = acknowledged
            .iter()
            .filter(|((who, _), _)| *who == sender)
            .collect();
        of_sender.sort_by_key(|((_, number), _)| *number);
        assert!(
            of_sender.is_sorted_by_key(|(_, seq)| **seq),
            "in the order of writing"
        );
    }
}

fn write_until_killed(folder: &Path) {
    let store = open(folder);
    thread::scope(|scope| {
        for sender in 1..=SENDERS {
            let store = &store;
            scope.spawn(move || {
                let author = sender_id(store, sender);
                let mut messages = Vec::new();
                for first in (1..).step_by(UNDER_WAY as usize) {
                    let answers: Vec<_> = (first..first + UNDER_WAY)
                        .map(|number| (number, store.append(nth(author, number, &messages))))
                        .collect();
                    messages.clear();
                    for (number, answer) in answers {
                        let seq = good(answer).entry().expect("it is written").seq;
                        messages.push(seq);
                        println!("acknowledged {sender} {number} {}", seq.0);
                    }
                }
            });
        }
    });
}

/// The `number`th write of a sender: eight messages, then eight changes of `messages`,
/// those eight, and so on. A child that writes everything again makes the same.
fn nth(author: UserId, number: u64, messages: &[Seq]) -> NewEntry {
    let place = (number - 1) % UNDER_WAY;
    let mut new = write(LOBBY, author, number, "tea?");
    if ((number - 1) / UNDER_WAY).is_multiple_of(2) {
        return new;
    }
    let target = messages[place as usize % 4];
    let emoji = Emoji::from_stored("\u{1F375}".to_owned());
    let text = MessageText::from_stored(format!("edit {number}"));
    new.kind = match place {
        0 => EntryKind::Reacted { target, emoji },
        1 | 2 => EntryKind::Edited { target, text },
        3 => EntryKind::Pinned { target },
        4 => EntryKind::Unreacted { target, emoji },
        5 | 6 => EntryKind::Deleted { target },
        _ => EntryKind::Unpinned { target },
    };
    new
}

fn sender_id(store: &SqliteStore, sender: u64) -> UserId {
    let name = format!("sender {sender}");
    let known = block_on(store.user_by_name(DisplayName::from_stored(name.clone()))).unwrap();
    known.map_or_else(|| user(store, &name), |known| known.user.id)
}
