//! Sentences that depend on numbers, and the small conversions that they need. Pure.
//!
//! Short, present tense, the cause, then what happens next.

pub mod closing;
pub mod commands;
pub mod compare;
pub mod doctor;
pub mod emoji;
pub mod kept;
pub mod lives;
pub mod search;
pub mod switcher;
pub mod telling;
pub mod thread;
mod told;
mod transport;

pub use self::told::{clock_time, minute, says, says_aloud, sound, tell};
pub use self::transport::{choice, transport, way};

use chat_client::message::Chip;
use chat_client::status::{LinkState, Status};
use chat_client::wire::Fault;
use chat_client::{Extent, Stretch};
use shared::cursor::Seq;
use shared::entry::Author;
use shared::ids::UserId;
use shared::limits::MESSAGE_CHARS_MAX;

use super::el::{El, text};
use crate::browser::former::Left;
use crate::language;

/// Counts in the sidebar stop here: they share a row with a name.
const COUNT_SHOWN_MAX: u64 = 99;

/// More names than this under a reaction are a crowd.
const REACTORS_MAX: usize = 8;

/// Colours for people.
const HUES: u64 = 8;

/// Why a write failed, as the machine kept it.
#[must_use]
pub fn reason(reason: &str) -> String {
    match reason.strip_prefix("Not stored. ") {
        Some(why) => t!("not-stored-because", why = language::said(why)),
        None => language::said(reason),
    }
}

/// Marks of places that are filled with elements: private signs that nobody writes.
pub const SLOTS: [&str; 3] = ["\u{e000}", "\u{e001}", "\u{e002}"];

/// A sentence whose [`SLOTS`] are filled with elements, which stand where the language puts
/// them.
pub fn filled(said: &str, fill: &dyn Fn(usize) -> El) -> Vec<El> {
    pieces(said)
        .into_iter()
        .map(|piece| match piece {
            Piece::Text(words) => text(words),
            Piece::Slot(slot) => fill(slot),
        })
        .collect()
}

/// A part of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece<'a> {
    Text(&'a str),
    Slot(usize),
}

fn pieces(said: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = said;
    while let Some(at) = rest.find(|c: char| SLOTS.iter().any(|slot| slot.starts_with(c))) {
        let (before, behind) = rest.split_at(at);
        if !before.is_empty() {
            pieces.push(Piece::Text(before));
        }
        let slot = SLOTS.iter().position(|slot| behind.starts_with(slot));
        // Found above.
        let slot = slot.unwrap_or_default();
        pieces.push(Piece::Slot(slot));
        rest = &behind[SLOTS[slot].len()..];
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

/// `12,480`.
#[must_use]
pub fn grouped(number: usize) -> String {
    language::number(number as f64)
}

/// `Ada`, `Ada and Ben`, `Ada, Ben and Cy`.
#[must_use]
pub fn list(names: &[String]) -> String {
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, before)) => t!(
            "list-and",
            before = before.join(t!("list-comma")),
            last = last.as_str()
        ),
        None => String::new(),
    }
}

/// `4`, or `99+`.
#[must_use]
pub fn count(number: u64) -> String {
    if number > COUNT_SHOWN_MAX {
        format!("{COUNT_SHOWN_MAX}+")
    } else {
        number.to_string()
    }
}

/// `1 unread message above`, `405 unread messages above`.
#[must_use]
pub fn unread_above(number: u64) -> String {
    t!("words-unread-above", count = number)
}

/// Who reacts: `You, Ada and 3 others react with this`.
#[must_use]
pub fn reactors(chip: &Chip) -> String {
    let mut names: Vec<String> = Vec::new();
    if chip.is_mine {
        names.push(t!("you").to_owned());
    }
    let room = REACTORS_MAX - names.len();
    let named = chip.who.iter().take(room);
    names.extend(named.map(|who| who.name.to_string()));
    let count = usize::try_from(chip.count).unwrap_or(usize::MAX);
    match count.saturating_sub(names.len()) {
        0 => {}
        others => names.push(t!("words-others", count = others)),
    }
    list(&names)
}

/// A message that somebody went to and that is not there.
#[must_use]
pub fn not_there(seq: Seq) -> String {
    t!("words-not-there", number = seq.to_string())
}

/// Why a command opened no room.
#[must_use]
pub fn no_such_room(name: &str) -> String {
    t!("words-no-such-room", room = name)
}

/// `9,120 of 10,000 characters`.
#[must_use]
pub fn chars(number: usize) -> String {
    t!("words-chars", count = number, most = MESSAGE_CHARS_MAX)
}

/// `23 ms`, or `2.1 s`.
#[must_use]
pub fn round_trip(ms: u32) -> String {
    if ms < 1_000 {
        t!("milliseconds", number = ms.to_string())
    } else {
        t!("seconds", number = tenths(u64::from(ms / 100)))
    }
}

/// The connection in a few words: `Online · 23 ms`.
#[must_use]
pub fn connection(status: &Status, extent: Extent) -> String {
    let with_time = |words: &str| match status.round_trip_ms {
        Some(ms) => format!("{words} · {}", round_trip(ms)),
        None => words.to_owned(),
    };
    match &status.link {
        LinkState::Idle | LinkState::Connecting => t!("connecting").to_owned(),
        LinkState::CatchingUp => match extent.fetching {
            Some(stretch) => t!("words-catching-up-on", numbers = self::stretch(stretch)),
            None => t!("words-catching-up").to_owned(),
        },
        LinkState::Online => with_time(transport::online(status.transport)),
        LinkState::Slow => with_time(transport::slow(status.transport)),
        LinkState::Waiting { .. } => t!("words-offline-trying-again").to_owned(),
        LinkState::NoNetwork => t!("words-offline-no-network").to_owned(),
        LinkState::SignedOut => t!("words-signed-out").to_owned(),
        LinkState::Outdated => t!("words-this-page-is-out-of").to_owned(),
        LinkState::Stopped(_) => t!("words-stopped").to_owned(),
    }
}

/// `#4790 to #4812`, or `#4801`.
#[must_use]
pub fn stretch(Stretch { first, last }: Stretch) -> String {
    if first == last {
        first.to_string()
    } else {
        t!(
            "words-stretch",
            first = first.to_string(),
            last = last.to_string()
        )
    }
}

/// What of a room is here, when the reader is further up: `#12 to #1011 of #5000`.
#[must_use]
pub fn part(extent: Extent) -> String {
    let (first, last) = (extent.from, extent.complete_to);
    t!(
        "words-part",
        numbers = stretch(Stretch { first, last }),
        head = extent.head.to_string()
    )
}

/// What somebody broke on purpose: ` (test: 2 s delay)`, or nothing.
#[must_use]
pub fn faults(faults: &[Fault]) -> String {
    let names: Vec<&str> = faults.iter().map(|fault| self::fault(*fault)).collect();
    if names.is_empty() {
        return String::new();
    }
    [
        " ",
        &t!("words-test", faults = names.join(t!("list-comma"))),
    ]
    .concat()
}

fn fault(fault: Fault) -> &'static str {
    match fault {
        Fault::Drop => t!("words-link-cut"),
        Fault::Silence => t!("words-silent"),
        Fault::Delay => t!("words-2-s-delay"),
        Fault::Loss => t!("words-10-lost"),
        Fault::RefuseWebSocket => t!("words-no-websocket"),
    }
}

/// `340 ms`, `4.9 s`, `2 min 21 s`, `3 h 04 min`, `2 days`.
#[must_use]
pub fn duration(ms: u64) -> String {
    let seconds = ms / 1_000;
    let minutes = seconds / 60;
    match seconds {
        0 => t!("milliseconds", number = ms.to_string()),
        1..=9 => t!("seconds", number = tenths(ms / 100)),
        10..=59 => t!("seconds", number = seconds.to_string()),
        60..=3_599 => t!(
            "words-minutes",
            minutes = minutes.to_string(),
            seconds = (seconds % 60).to_string()
        ),
        3_600..=86_399 => t!(
            "words-hours",
            hours = (minutes / 60).to_string(),
            minutes = (minutes % 60 + 100).to_string().split_off(1)
        ),
        _ => t!("words-days", count = seconds / 86_400),
    }
}

/// A number of bytes and its unit: `186`, `B`; `412`, `KB`; `1.3`, `MB`. Thousands, not
/// 1,024s.
#[must_use]
pub fn bytes(bytes: u64) -> (String, &'static str) {
    match bytes {
        0..=999 => (bytes.to_string(), t!("unit-b")),
        1_000..=9_999 => (tenths(bytes / 100), t!("unit-kb")),
        10_000..=999_999 => ((bytes / 1_000).to_string(), t!("unit-kb")),
        _ => (tenths(bytes / 100_000), t!("unit-mb")),
    }
}

/// `2.3`, of tenths.
#[must_use]
pub fn tenths(tenths: u64) -> String {
    let point = t!("decimal-point");
    [
        &(tenths / 10).to_string(),
        point,
        &(tenths % 10).to_string(),
    ]
    .concat()
}

/// What a reload would lose, where this browser's storage is full or shut; nothing where
/// everything is kept.
#[must_use]
pub fn unkept(number: usize) -> String {
    match number {
        0 => String::new(),
        _ => t!("words-unkept", count = number),
    }
}

/// The strip of a device without a network.
#[must_use]
pub fn no_network(unkept: usize) -> String {
    let sentence = t!("words-no-network-on-this-device");
    [sentence, " ", &self::unkept(unkept)]
        .concat()
        .trim_end()
        .to_owned()
}

/// What happens with the unsent messages, as the second sentence of the banner.
#[must_use]
pub fn waiting(number: usize, unkept: usize) -> String {
    if unkept > 0 {
        return self::unkept(unkept);
    }
    match number {
        0 => t!("words-what-you-write-waits-on").to_owned(),
        _ => t!("words-waiting", count = number),
    }
}

/// The same for a narrow screen.
#[must_use]
pub fn waiting_short(number: usize, unkept: usize) -> String {
    match number {
        _ if unkept > 0 => t!("words-unkept-short", count = unkept),
        0 => t!("you-can-go-on-writing").to_owned(),
        _ => t!("words-waiting-short", count = number),
    }
}

/// What the last of several waiting messages says about all of them.
#[must_use]
pub fn go_out_together(number: usize) -> String {
    match number {
        0 | 1 => t!("words-it-goes-out-when-the").to_owned(),
        2 => t!("words-both-go-out-when-the").to_owned(),
        _ => t!("words-all-go-out", count = number),
    }
}

/// What becomes of unsent messages and drafts when somebody signs out, behind another
/// sentence; nothing where there are none.
#[must_use]
pub fn left_behind(unsent: usize, drafts: usize) -> String {
    let what = unsent_and_drafts(unsent, drafts);
    if what.is_empty() {
        return what;
    }
    let said = t!("words-left-behind", what = what, count = unsent + drafts);
    [" ", &said].concat()
}

/// What becomes of files that are in no message yet when somebody signs out, behind another
/// sentence; nothing where there are none.
#[must_use]
pub fn files_left_behind(count: usize) -> String {
    match count {
        0 => String::new(),
        _ => [" ", &t!("sign-out-files-go", count = count)].concat(),
    }
}

/// `2 unsent messages of Ada are kept on this device.`, or nothing. `name` knows people.
#[must_use]
pub fn left(texts: &[Left], name: &dyn Fn(UserId) -> Option<String>) -> String {
    let Some(first) = texts.first() else {
        return String::new();
    };
    let drafts = texts.iter().filter(|left| left.sent_at.is_none()).count();
    let is_of_one = texts.iter().all(|left| left.user == first.user);
    let what = unsent_and_drafts(texts.len() - drafts, drafts);
    match name(first.user).filter(|_| is_of_one) {
        Some(name) => t!(
            "words-left-of",
            what = what,
            name = name,
            count = texts.len()
        ),
        None => t!("words-left", what = what, count = texts.len()),
    }
}

/// `1 unsent message and 2 drafts`.
fn unsent_and_drafts(unsent: usize, drafts: usize) -> String {
    let unsent = (unsent > 0).then(|| t!("words-unsent", count = unsent));
    let drafts = (drafts > 0).then(|| t!("words-drafts", count = drafts));
    let both: Vec<String> = unsent.into_iter().chain(drafts).collect();
    list(&both)
}

/// What is kept when the login has ended.
#[must_use]
pub fn signed_out(unsent: usize, unkept: usize) -> String {
    match unsent {
        _ if unkept > 0 => [t!("words-you-were-signed-out"), " ", &self::unkept(unkept)].concat(),
        0 => t!("words-you-were-signed-out").to_owned(),
        _ => t!("words-signed-out-unsent", count = unsent),
    }
}

/// `Back online. 2 stored, 14 fetched, complete to #4826.`
#[must_use]
pub fn back_online(stored: u32, fetched: u64, complete_to: Seq) -> String {
    let mut parts = Vec::new();
    if stored > 0 {
        parts.push(t!("words-back-stored", count = stored));
    }
    if fetched > 0 {
        parts.push(t!("words-back-fetched", count = fetched));
    }
    if complete_to > Seq::ZERO {
        parts.push(t!("words-back-complete", number = complete_to.to_string()));
    }
    if parts.is_empty() {
        return t!("words-back-online").to_owned();
    }
    let joined = parts.join(t!("list-comma"));
    let mut rest = joined.chars();
    let first = rest.next().map(|first| first.to_uppercase().to_string());
    let sentence = [&first.unwrap_or_default(), rest.as_str()].concat();
    t!("words-back-online-with", what = sentence)
}

/// Which numbers are missing: `#4801 is missing here. Fetching it again.`
#[must_use]
pub fn hole(first: Seq, last: Seq) -> String {
    let numbers = stretch(Stretch { first, last });
    if first == last {
        t!("words-hole-one", number = numbers)
    } else {
        t!("words-hole", numbers = numbers)
    }
}

/// Who types: names and the words between them; more than three are a crowd. `true` marks a name.
#[must_use]
pub fn typing(people: &[Author]) -> Vec<(String, bool)> {
    let said = match people.len() {
        0 => return Vec::new(),
        1 => t!("words-typing-one", name = SLOTS[0]),
        2 => t!("words-typing-two", first = SLOTS[0], second = SLOTS[1]),
        3 => t!(
            "words-typing-three",
            first = SLOTS[0],
            second = SLOTS[1],
            third = SLOTS[2]
        ),
        _ => return vec![(t!("words-several-people-are-typing").to_owned(), false)],
    };
    let pieces = pieces(&said).into_iter().map(|piece| match piece {
        Piece::Text(words) => (words.to_owned(), false),
        Piece::Slot(slot) => (people[slot].name.to_string(), true),
    });
    pieces.collect()
}

/// What a screen reader hears of a flood: `12 new from Adaeze and Yuki`.
#[must_use]
pub fn arrivals(number: usize, names: &[String]) -> String {
    let from = match names {
        [] => return t!("words-new", count = number),
        [one] => one.clone(),
        [_, _] => list(names),
        [one, two, rest @ ..] => list(&[
            one.clone(),
            two.clone(),
            t!("words-others", count = rest.len()),
        ]),
    };
    t!("words-new-from", count = number, names = from)
}

/// Seconds left, rounded up: a countdown ends at 1, not at 0.
#[must_use]
pub fn seconds_left(ms: u64) -> String {
    t!("seconds", number = ms.div_ceil(1_000).max(1).to_string())
}

/// One or two letters for an avatar; the style sheet makes them capitals.
#[must_use]
pub fn initials(name: &str) -> String {
    let mut words = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let first = words.next().and_then(|word| word.chars().next());
    let last = words.next_back().and_then(|word| word.chars().next());
    first.into_iter().chain(last).collect()
}

/// The class of a person's colour: `h1` to `h8`, the same everywhere and for ever.
#[must_use]
pub fn hue(user: UserId) -> String {
    // Ids are given in order, so that any eight newcomers in a row differ.
    format!("h{}", user.0 % HUES + 1)
}

/// `4 unread`, `2 mentions, 9 unread`.
#[must_use]
pub fn unread(unread: u64, mentions: u64) -> String {
    let unread = t!("words-unread", count = unread);
    match mentions {
        0 => unread,
        _ => [t!("words-mentions", count = mentions), unread].join(t!("list-comma")),
    }
}

/// A count in the two signs that the tab's icon has room for: many are a plus, nothing is
/// nothing.
#[must_use]
pub fn icon_count(unread: u64) -> String {
    match unread {
        0 => String::new(),
        1..=99 => unread.to_string(),
        _ => "+".to_owned(),
    }
}

#[cfg(test)]
mod tests;

/// What that file is called.
pub const TEXT_FILE: &str = "text.txt";

/// Why a correction changes nothing.
#[must_use]
pub fn not_in_the_last(old: &str) -> String {
    t!("words-not-in-the-last", text = old)
}

/// Opens the choice of a day.
#[must_use]
pub fn jump_from(day: &str) -> String {
    t!("words-jump-from", day = day)
}

/// `31.0 of 48.2 MB`.
#[must_use]
pub fn of_bytes(received: u64, size: u64) -> String {
    let ((here, here_unit), (all, unit)) = (bytes(received), bytes(size));
    if here_unit == unit {
        t!(
            "words-of-bytes",
            here = here,
            all = [&all, " ", unit].concat()
        )
    } else {
        t!(
            "words-of-bytes",
            here = [&here, " ", here_unit].concat(),
            all = [&all, " ", unit].concat()
        )
    }
}

/// On the button beside a file that failed.
#[must_use]
pub fn retry_file(name: &str) -> String {
    t!("words-retry-file", name = name)
}

/// On the button that takes a file away.
#[must_use]
pub fn remove_file(name: &str) -> String {
    t!("words-remove-file", name = name)
}

/// How far a file is.
#[must_use]
pub fn progress_of(name: &str) -> String {
    t!("words-progress", name = name)
}

/// On a picture in a message.
#[must_use]
pub fn open_picture(name: &str) -> String {
    t!("words-open-picture", name = name)
}

/// What is to be done about a file that was refused.
#[must_use]
pub fn file_refused(may_retry: bool) -> &'static str {
    if may_retry {
        t!("words-a-file-was-refused-retry")
    } else {
        t!("words-a-file-was-refused")
    }
}

/// More files than a message brings.
#[must_use]
pub fn too_many_files(number: usize) -> String {
    t!(
        "words-too-many-files",
        count = number,
        most = shared::limits::MESSAGE_FILES_MAX
    )
}
