//! Measures how many durable appends one store acknowledges in a second.
//!
//! `append_rate [SENDERS] [SECONDS] [ROOMS] [FOLDER]`: each sender is a user who
//! writes 80 characters, waits until they are stored, and writes again. The folder
//! should lie on the disk that is meant; without one the system's temporary folder is
//! used.

#![allow(clippy::print_stdout, reason = "a measurement prints its result")]

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use chat_store::records::{NewEntry, NewUser};
use chat_store::{LOBBY, Store, StoreError};
use chat_store_sqlite::{DATA_FILE, SqliteStore};
use shared::entry::{Attached, EntryKind};
use shared::ids::{ClientId, RoomId, UserId};
use shared::moment::Timestamp;
use shared::text::{DisplayName, MessageText, RoomName};

struct Args {
    senders: u64,
    seconds: u64,
    rooms: u64,
    folder: Option<PathBuf>,
}

/// What one sender has seen.
#[derive(Default)]
struct Seen {
    waits: Vec<Duration>,
    busy: u64,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args = args()?;
    let temporary = tempfile::tempdir()?;
    let folder = args
        .folder
        .clone()
        .unwrap_or_else(|| temporary.path().to_owned());
    let opening = Instant::now();
    let store = Arc::new(SqliteStore::open(&folder, wall_time())?);
    println!("opened in {:.1} ms", opening.elapsed().as_secs_f64() * 1e3);
    let (users, rooms) = people_and_rooms(&store, &args).await?;

    let before = store.work();
    let disk_before = disk_bytes_written();
    let start = Instant::now();
    let until = start + Duration::from_secs(args.seconds);
    let senders: Vec<_> = (0..)
        .zip(users)
        .map(|(index, user)| {
            let room = rooms[index % rooms.len()];
            tokio::spawn(send_until(Arc::clone(&store), user, room, until))
        })
        .collect();
    let mut waits = Vec::new();
    let mut busy = 0;
    for sender in senders {
        let seen = sender.await??;
        waits.extend(seen.waits);
        busy += seen.busy;
    }
    let took = start.elapsed().as_secs_f64();
    let work = store.work();
    let disk_bytes = disk_bytes_written() - disk_before;
    store.close().await?;

    waits.sort_unstable();
    let at = |share: f64| waits[((waits.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
    let appended = work.appended - before.appended;
    let batches = work.batches - before.batches;
    let checkpoints = work.checkpoints - before.checkpoints;
    let bytes = std::fs::metadata(folder.join(DATA_FILE))?.len();
    println!(
        "senders {}, rooms {}, {took:.1} s",
        args.senders, args.rooms
    );
    println!(
        "  {:.0} appends/s acknowledged ({appended} in all, {busy} times busy)",
        appended as f64 / took
    );
    println!(
        "  {:.1} appends in a batch, {batches} batches, {checkpoints} checkpoints",
        appended as f64 / batches as f64
    );
    println!(
        "  {:.0} fsyncs/s",
        (batches + 2 * checkpoints) as f64 / took
    );
    println!(
        "  wait in ms: median {:.2}, 99 % {:.2}, longest {:.2}",
        at(0.5),
        at(0.99),
        at(1.0)
    );
    println!(
        "  {:.0} bytes of file, {:.0} bytes written to disk for each entry",
        bytes as f64 / appended as f64,
        disk_bytes as f64 / appended as f64
    );
    Ok(())
}

fn args() -> Result<Args, Box<dyn std::error::Error>> {
    let mut given = std::env::args().skip(1);
    let mut number = |otherwise: u64| given.next().map_or(Ok(otherwise), |text| text.parse());
    let (senders, seconds, rooms) = (number(1_000)?, number(5)?, number(10)?);
    Ok(Args {
        senders,
        seconds,
        rooms,
        folder: given.next().map(PathBuf::from),
    })
}

async fn people_and_rooms(
    store: &SqliteStore,
    args: &Args,
) -> Result<(Vec<UserId>, Vec<RoomId>), StoreError> {
    let run = wall_time().0;
    let mut users = Vec::new();
    for index in 0..args.senders {
        let name = DisplayName::from_stored(format!("{run} sender {index}"));
        users.push(store.make_user(
            NewUser {
                name,
                at: wall_time(),
            },
            None,
        ));
    }
    let mut made = Vec::new();
    for user in users {
        made.push(user.await?.user.id);
    }
    let mut rooms = vec![LOBBY];
    for index in 1..args.rooms {
        let name = RoomName::from_stored(format!("{run}-{index}"));
        rooms.push(store.make_room(name, made[0]).await?.id);
    }
    Ok((made, rooms))
}

async fn send_until(
    store: Arc<SqliteStore>,
    author: UserId,
    room: RoomId,
    until: Instant,
) -> Result<Seen, StoreError> {
    let text = MessageText::from_stored("0123456789".repeat(8));
    let mut seen = Seen::default();
    let mut count = 0_u64;
    while Instant::now() < until {
        count += 1;
        let at = wall_time();
        let mut random = [0; 10];
        random[..4].copy_from_slice(&(author.0 as u32).to_le_bytes());
        random[4..].copy_from_slice(&count.to_be_bytes()[2..]);
        let client_id = ClientId::new_v7(at.0, random);
        let kind = EntryKind::Posted {
            text: text.clone(),
            reply_to: None,
            attached: Attached::default(),
        };
        let asked = Instant::now();
        match store
            .append(NewEntry {
                room,
                author,
                client_id,
                at,
                kind,
                claims: chat_store::fold::Claims::default(),
            })
            .await
        {
            Ok(_) => seen.waits.push(asked.elapsed()),
            Err(StoreError::Busy) => {
                seen.busy += 1;
                tokio::task::yield_now().await;
            }
            Err(error) => return Err(error),
        }
    }
    Ok(seen)
}

/// What this process has had written, as Linux counts it; zero elsewhere.
fn disk_bytes_written() -> u64 {
    let counted = std::fs::read_to_string("/proc/self/io").unwrap_or_default();
    let line = counted
        .lines()
        .find_map(|line| line.strip_prefix("write_bytes: "));
    line.and_then(|bytes| bytes.parse().ok()).unwrap_or(0)
}

fn wall_time() -> Timestamp {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    Timestamp(since.as_millis() as u64)
}
