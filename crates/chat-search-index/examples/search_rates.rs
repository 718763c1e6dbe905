//! How quickly the index of the product is filled and searched, and how large it is.
//!
//! `search_rates [MESSAGES] [QUERIES]` fills an index with made-up messages of eleven
//! languages in 100 rooms, and looks for parts of them, 1 to 12 characters from anywhere, the
//! newest 20 hits in all rooms.

#![allow(clippy::print_stdout, reason = "a measurement prints its result")]

use std::collections::HashSet;
use std::time::{Duration, Instant};

use chat_search::corpus::Corpus;
use chat_search::query::Query;
use chat_search_index::{INDEX_FILE, Order, SearchIndex, Wish};
use shared::cursor::{Epoch, Seq};
use shared::entry::{Attached, Author, Entry, EntryKind};
use shared::ids::{ClientId, RoomId, UserId};
use shared::moment::Timestamp;
use shared::text::{DisplayName, MessageText};

const ROOMS: usize = 100;

/// Entries that the server takes in at once.
const PAGE: usize = 200;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let messages: usize = args.next().map_or(Ok(1_000_000), |n| n.parse())?;
    let queries: usize = args.next().map_or(Ok(2_000), |n| n.parse())?;
    let folder = tempfile::tempdir()?;
    let index = SearchIndex::open(Some(folder.path()), Epoch(1))?;
    let start = Instant::now();
    let mut longest = Duration::ZERO;
    let (mut corpus, mut bytes) = (Corpus::new(1), 0);
    let mut sample = Vec::new();
    for page in 0..messages / PAGE {
        let room = RoomId((page % ROOMS) as u64 + 1);
        let first = page / ROOMS * PAGE;
        let entries: Vec<Entry> = corpus
            .by_ref()
            .take(PAGE)
            .zip(first..)
            .map(|(text, at)| {
                bytes += text.len();
                if (page * PAGE + at - first).is_multiple_of((messages / queries).max(1)) {
                    sample.push(text.clone());
                }
                entry(at as u64 + 1, page as u64, text)
            })
            .collect();
        let began = Instant::now();
        index.take_in(room, &entries)?;
        longest = longest.max(began.elapsed());
    }
    let took = start.elapsed().as_secs_f64();
    index.empty_log()?;
    let size = std::fs::metadata(folder.path().join(INDEX_FILE))?.len();
    println!(
        "{messages} messages of {:.0} B: {:.0} B of file each, {:.0} taken in per second, longest page {:.0} ms",
        bytes as f64 / messages as f64,
        size as f64 / messages as f64,
        messages as f64 / took,
        longest.as_secs_f64() * 1e3
    );
    let rooms: HashSet<RoomId> = (1..=ROOMS as u64).map(RoomId).collect();
    let mut parts = Corpus::new(2);
    let mut waits: Vec<(Duration, String)> = Vec::new();
    for text in sample {
        let Some(part) = parts.part_of(&text) else {
            continue;
        };
        let typed = format!("\"{}\"", part.replace('"', "\"\""));
        let Ok(query) = Query::parse(&typed) else {
            continue;
        };
        let began = Instant::now();
        index.search(&Wish {
            query: &query,
            rooms: &rooms,
            east_of_utc: 0,
            order: Order::Newest,
            after: None,
            limit: 20,
            until: began + Duration::from_secs(2),
        })?;
        waits.push((began.elapsed(), part));
    }
    waits.sort();
    for share in [0.5, 0.9, 0.99, 1.0] {
        let (wait, part) = &waits[((waits.len() - 1) as f64 * share) as usize];
        println!(
            "  p{}: {:.2} ms ({part:?})",
            share * 100.0,
            wait.as_secs_f64() * 1e3
        );
    }
    Ok(())
}

fn entry(seq: u64, page: u64, text: String) -> Entry {
    Entry {
        seq: Seq(seq),
        at: Timestamp(1_700_000_000_000 + page * 1_000 + seq % 1_000),
        author: Author {
            id: UserId(1),
            name: DisplayName::from_stored("Ada".to_owned()),
        },
        client_id: ClientId::from_bytes([1; 16]),
        kind: EntryKind::Posted {
            text: MessageText::from_stored(text),
            reply_to: None,
            attached: Attached::default(),
        },
        posts: seq,
        state: None,
    }
}
