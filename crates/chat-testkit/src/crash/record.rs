//! What everybody wrote and was told, one line each, in a file that only the campaign
//! writes and only the checker reads.
//!
//! Entries that came together are one line: the first number, how many, and a hash over
//! what they said. The checker makes the same hash of the log.

use std::fs::File;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::str::FromStr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use anyhow::Context;
use shared::cursor::Seq;
use shared::entry::{Entry, EntryKind};
use shared::ids::{ClientId, RoomId};

use crate::user::{Told, Witness};

/// A line of the record. Clients are numbered from zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A client's person has written something.
    Wrote(usize, RoomId, ClientId),
    /// A client was told that its write is stored.
    Stored(usize, RoomId, ClientId, Seq),
    /// A client was told that it follows a room from this number on.
    Follows(usize, RoomId, Seq),
    /// A client that follows was shown entries.
    Shown(usize, RoomId, Stretch),
    /// A client was given a page.
    Page(usize, RoomId, Stretch),
    /// The server was killed, for the so many-th time.
    Killed(u32),
}

/// Entries that came together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The first one's number.
    pub first: Seq,
    /// How many.
    pub count: u64,
    /// Over their numbers, authors, ids, times and texts.
    pub digest: u64,
}

impl Stretch {
    /// Of entries that were given together. None where they are not dense, which is
    /// noted as a stretch for each.
    fn all_of(entries: &[Entry]) -> Vec<Self> {
        let is_dense = entries
            .windows(2)
            .all(|pair| pair[1].seq == pair[0].seq.next());
        let size = if is_dense { entries.len() } else { 1 };
        entries.chunks(size.max(1)).map(Self::of).collect()
    }

    /// Of these entries, which must be some.
    #[must_use]
    pub fn of(entries: &[Entry]) -> Self {
        let mut hasher = DefaultHasher::new();
        for entry in entries {
            entry.seq.0.hash(&mut hasher);
            entry.at.0.hash(&mut hasher);
            entry.author.id.0.hash(&mut hasher);
            entry.client_id.to_bytes().hash(&mut hasher);
            if let EntryKind::Posted { text, .. } = &entry.kind {
                text.as_str().hash(&mut hasher);
            }
        }
        Self {
            first: entries.first().map_or(Seq::ZERO, |entry| entry.seq),
            count: entries.len() as u64,
            digest: hasher.finish(),
        }
    }
}

/// A record that is being written.
#[derive(Debug)]
pub struct Record {
    file: Mutex<BufWriter<File>>,
    acknowledged: AtomicU64,
}

impl Record {
    /// A new one.
    ///
    /// # Errors
    /// The file cannot be made.
    pub fn create(path: &Path) -> io::Result<Arc<Self>> {
        Ok(Arc::new(Self {
            file: Mutex::new(BufWriter::new(File::create_new(path)?)),
            acknowledged: AtomicU64::new(0),
        }))
    }

    /// Somebody who notes what this client is told.
    #[must_use]
    pub fn witness(self: &Arc<Self>, client: usize) -> Witness {
        let record = Arc::clone(self);
        Arc::new(move |told| match told {
            Told::Welcome => {}
            Told::Stored(ack) => {
                record.note(Event::Stored(client, ack.room, ack.client_id, ack.seq));
                record.acknowledged.fetch_add(1, Ordering::Relaxed);
            }
            Told::Following(room, from) => record.note(Event::Follows(client, room, from)),
            Told::Shown(room, entries) => {
                for stretch in Stretch::all_of(entries) {
                    record.note(Event::Shown(client, room, stretch));
                }
            }
            Told::Page(room, entries) => {
                for stretch in Stretch::all_of(entries) {
                    record.note(Event::Page(client, room, stretch));
                }
            }
        })
    }

    /// This client's person has written something.
    pub fn wrote(&self, client: usize, room: RoomId, client_id: ClientId) {
        self.note(Event::Wrote(client, room, client_id));
    }

    /// The server was killed, for the so many-th time.
    pub fn killed(&self, times: u32) {
        self.note(Event::Killed(times));
    }

    /// How many acknowledgements were noted so far.
    #[must_use]
    pub fn acknowledged(&self) -> u64 {
        self.acknowledged.load(Ordering::Relaxed)
    }

    /// Everything is in the file.
    ///
    /// # Errors
    /// It cannot be written.
    ///
    /// # Panics
    /// When a witness has panicked.
    pub fn close(&self) -> io::Result<()> {
        self.file.lock().expect("nobody panics with it").flush()
    }

    fn note(&self, event: Event) {
        let mut file = self.file.lock().expect("nobody panics with it");
        writeln!(file, "{}", line(&event)).expect("the record can be written");
    }
}

fn line(event: &Event) -> String {
    let told = |word: &str, client: &usize, room: &RoomId, stretch: &Stretch| {
        let Stretch {
            first,
            count,
            digest,
        } = stretch;
        format!("{word} {client} {} {} {count} {digest}", room.0, first.0)
    };
    match event {
        Event::Wrote(client, room, id) => format!("wrote {client} {} {id}", room.0),
        Event::Stored(client, room, id, seq) => {
            format!("stored {client} {} {id} {}", room.0, seq.0)
        }
        Event::Follows(client, room, from) => format!("follows {client} {} {}", room.0, from.0),
        Event::Shown(client, room, stretch) => told("shown", client, room, stretch),
        Event::Page(client, room, stretch) => told("page", client, room, stretch),
        Event::Killed(times) => format!("killed {times}"),
    }
}

/// Reads a record from its file.
///
/// # Errors
/// The file cannot be read, or a line is none of ours.
pub fn read(path: &Path) -> anyhow::Result<Vec<Event>> {
    BufReader::new(File::open(path)?)
        .lines()
        .map(|line| {
            let line = line?;
            parse(&line).with_context(|| format!("no line of a record: {line}"))
        })
        .collect()
}

fn parse(line: &str) -> Option<Event> {
    let mut words = line.split(' ');
    let word = words.next()?;
    if word == "killed" {
        return Some(Event::Killed(next(&mut words)?));
    }
    let client = next(&mut words)?;
    let room = RoomId(next(&mut words)?);
    let stretch = |words: &mut std::str::Split<'_, char>| {
        Some(Stretch {
            first: Seq(next(words)?),
            count: next(words)?,
            digest: next(words)?,
        })
    };
    Some(match word {
        "wrote" => Event::Wrote(client, room, next(&mut words)?),
        "stored" => {
            let id = next(&mut words)?;
            Event::Stored(client, room, id, Seq(next(&mut words)?))
        }
        "follows" => Event::Follows(client, room, Seq(next(&mut words)?)),
        "shown" => Event::Shown(client, room, stretch(&mut words)?),
        "page" => Event::Page(client, room, stretch(&mut words)?),
        _ => return None,
    })
}

fn next<T: FromStr>(words: &mut std::str::Split<'_, char>) -> Option<T> {
    words.next()?.parse().ok()
}
