//! The record against the log: whether what everybody was told is what is there.

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use anyhow::{Context, bail, ensure};
use shared::cursor::Seq;
use shared::entry::Entry;
use shared::ids::{ClientId, RoomId};

use super::record::{Event, Stretch};

/// How much was compared; every comparison came out as promised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// Messages that were written, each of which is in the log once.
    pub written: usize,
    /// Messages that somebody was told are stored; they stand under the told number.
    pub acknowledged: usize,
    /// Acknowledgements beyond the first of a message, all of the same number.
    pub repeated: usize,
    /// Entries that were shown to followers, each as it is in the log.
    pub shown: u64,
    /// Entries that came on pages.
    pub on_pages: u64,
    /// Kills that the record tells of.
    pub kills: u32,
}

impl fmt::Display for Checked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            written,
            acknowledged,
            repeated,
            shown,
            on_pages,
            ..
        } = self;
        write!(
            f,
            "{written} messages written, each in the log once; {acknowledged} told as stored, \
             under the told number, {repeated} of them again; {shown} entries shown live and \
             {on_pages} on pages, all of them in the log as they were shown and in its order"
        )
    }
}

/// A log to hold the record against.
pub type Logs = BTreeMap<RoomId, Vec<Entry>>;

/// Compares.
///
/// # Errors
/// The first thing that is not as promised.
pub fn check(record: &[Event], logs: &Logs) -> anyhow::Result<Checked> {
    let stored = index(logs)?;
    let mut checked = Checked::default();
    let mut acks = HashMap::new();
    // By client and room: the number of the last write, in the order of writing.
    let mut last_written: HashMap<(usize, RoomId), Seq> = HashMap::new();
    let mut last_told: HashMap<(usize, RoomId), Seq> = HashMap::new();
    // The number that a follower must be shown next.
    let mut next_shown: HashMap<(usize, RoomId), Seq> = HashMap::new();
    for event in record {
        match *event {
            Event::Wrote(client, room, id) => {
                checked.written += 1;
                let seq = *stored
                    .get(&(room, id))
                    .with_context(|| format!("{id}, written by client {client}, is lost"))?;
                let before = last_written.insert((client, room), seq);
                ensure!(
                    before.is_none_or(|before| before < seq),
                    "client {client} wrote {id} after the one that is {before:?}, and it is {seq}"
                );
            }
            Event::Stored(client, room, id, seq) => {
                let there = stored.get(&(room, id)).copied();
                ensure!(
                    there == Some(seq),
                    "client {client} was told that {id} is {seq}, and it is {there:?}"
                );
                if acks.insert((client, room, id), seq).is_some() {
                    checked.repeated += 1;
                    continue;
                }
                checked.acknowledged += 1;
                let before = last_told.insert((client, room), seq);
                ensure!(
                    before.is_none_or(|before| before < seq),
                    "client {client} was told {seq} after {before:?}"
                );
            }
            Event::Follows(client, room, from) => {
                next_shown.insert((client, room), from);
            }
            Event::Shown(client, room, stretch) => {
                compare(logs, client, room, stretch)?;
                let next = Seq(stretch.first.0 + stretch.count);
                let expected = next_shown.insert((client, room), next);
                ensure!(
                    expected == Some(stretch.first),
                    "client {client} was shown {} where {expected:?} was next",
                    stretch.first
                );
                checked.shown += stretch.count;
            }
            Event::Page(client, room, stretch) => {
                compare(logs, client, room, stretch)?;
                checked.on_pages += stretch.count;
            }
            Event::Killed(_) => checked.kills += 1,
        }
    }
    let there: usize = logs.values().map(Vec::len).sum();
    ensure!(
        there == checked.written,
        "{there} entries are in the log, and {} were written",
        checked.written
    );
    Ok(checked)
}

/// Where each write stands; the logs must be dense and hold none twice.
fn index(logs: &Logs) -> anyhow::Result<HashMap<(RoomId, ClientId), Seq>> {
    let mut stored = HashMap::new();
    for (&room, log) in logs {
        for (number, entry) in (1..).zip(log) {
            ensure!(
                entry.seq.0 == number,
                "room {room}: {} where {number} should be",
                entry.seq
            );
            if let Some(first) = stored.insert((room, entry.client_id), entry.seq) {
                bail!(
                    "room {room}: {} is there twice, as {first} and {}",
                    entry.client_id,
                    entry.seq
                );
            }
        }
    }
    Ok(stored)
}

/// What was shown is what is there.
fn compare(logs: &Logs, client: usize, room: RoomId, shown: Stretch) -> anyhow::Result<()> {
    let from = usize::try_from(shown.first.0)?.checked_sub(1);
    let there = from.zip(logs.get(&room)).and_then(|(from, log)| {
        let until = from.checked_add(usize::try_from(shown.count).ok()?)?;
        log.get(from..until)
    });
    let there = there.map(Stretch::of);
    ensure!(
        there == Some(shown),
        "client {client} was shown {} entries from {} on that are not so in room {room}",
        shown.count,
        shown.first
    );
    Ok(())
}

#[cfg(test)]
mod tests;
