//! Measures what it costs when a crowd reacts to one message, and what the message costs
//! to read then.
//!
//! `crowd [PEOPLE]`: each reacts once, all at once. The times are those of the first
//! thousand, of the last, and of one read of the message.

#![allow(clippy::print_stdout, reason = "a measurement prints its result")]

use std::time::{Duration, Instant};

use chat_store::fold::Claims;
use chat_store::records::{NewEntry, NewUser};
use chat_store::{LOBBY, Store};
use chat_store_sqlite::SqliteStore;
use shared::cursor::Seq;
use shared::entry::{Attached, EntryKind};
use shared::ids::{ClientId, UserId};
use shared::moment::Timestamp;
use shared::text::{DisplayName, Emoji, MessageText};

/// Reactions that are timed together.
const TOGETHER: usize = 1_000;

const NOW: Timestamp = Timestamp(1_700_000_000_000);

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let people = std::env::args()
        .nth(1)
        .map_or(Ok(10_000), |text| text.parse())?;
    let folder = tempfile::tempdir()?;
    let store = SqliteStore::open(folder.path(), NOW)?;
    let mut users = Vec::new();
    for number in 0..people {
        let name = DisplayName::from_stored(format!("guest {number}"));
        users.push(store.make_user(NewUser { name, at: NOW }, None));
    }
    let mut crowd = Vec::new();
    for user in users {
        crowd.push(user.await?.user.id);
    }
    let author = *crowd.first().ok_or("a crowd has people")?;
    let text = MessageText::from_stored("who comes?".to_owned());
    let message = EntryKind::Posted {
        text,
        reply_to: None,
        attached: Attached::default(),
    };
    store.append(entry(author, 0, message)).await?;

    let mut took = Vec::new();
    for (batch, together) in (0..).zip(crowd.chunks(TOGETHER)) {
        let start = Instant::now();
        let answers: Vec<_> = (1..)
            .zip(together)
            .map(|(number, person)| {
                let target = Seq(1);
                let emoji = Emoji::from_stored("👍".to_owned());
                let number = batch * TOGETHER as u64 + number;
                store.append(entry(*person, number, EntryKind::Reacted { target, emoji }))
            })
            .collect();
        for answer in answers {
            answer.await?;
        }
        took.push(start.elapsed());
    }
    let start = Instant::now();
    let read = store.message(LOBBY, Seq(1), Some(author)).await?;
    let reading = start.elapsed();
    let counted = read.state.map_or(0, |state| state.reactions[0].count);
    let ms = |took: &Duration| took.as_secs_f64() * 1e3;
    println!(
        "{counted} people: the first {TOGETHER} in {:.1} ms, the last in {:.1} ms, read in {:.2} ms",
        ms(&took[0]),
        took.last().map_or(0.0, ms),
        ms(&reading)
    );
    store.close().await?;
    Ok(())
}

fn entry(author: UserId, number: u64, kind: EntryKind) -> NewEntry {
    let mut random = [0; 10];
    random[2..].copy_from_slice(&number.to_be_bytes());
    NewEntry {
        room: LOBBY,
        author,
        client_id: ClientId::new_v7(NOW.0, random),
        at: NOW,
        kind,
        claims: Claims::default(),
    }
}
