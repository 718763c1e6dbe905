//! Sentences that depend on numbers, and the small conversions that they need. Pure.
//!
//! Short, present tense, the cause, then what happens next.

pub mod compare;
pub mod doctor;
pub mod kept;
pub mod lives;
pub mod search;
pub mod switcher;
pub mod thread;
mod told;

pub use self::told::{
    NOTICES_BLOCKED, NOTICES_MISSING, clock_time, minute, says, says_aloud, sound, tell,
};

use chat_client::message::Chip;
use chat_client::status::{LinkState, Status};
use chat_client::wire::Fault;
use chat_client::{Extent, Stretch, Transport};
use shared::cursor::Seq;
use shared::entry::Author;
use shared::http::LinkTransport;
use shared::ids::UserId;
use shared::limits::MESSAGE_CHARS_MAX;

use crate::browser::former::Left;

/// Counts in the sidebar stop here: they share a row with a name.
const COUNT_SHOWN_MAX: u64 = 99;

/// More names than this in one sentence are a crowd.
const NAMES_MAX: usize = 3;

/// More names than this under a reaction are a crowd.
const REACTORS_MAX: usize = 8;

/// Colours for people.
const HUES: u64 = 8;

/// `12,480`.
#[must_use]
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
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
    let words = if number == 1 {
        "unread message above"
    } else {
        "unread messages above"
    };
    let number = usize::try_from(number).unwrap_or(usize::MAX);
    [&grouped(number), " ", words].concat()
}

/// Who reacts: `You, Ada and 3 others react with this`.
#[must_use]
pub fn reactors(chip: &Chip) -> String {
    let mut names: Vec<String> = Vec::new();
    if chip.is_mine {
        names.push("You".to_owned());
    }
    let room = REACTORS_MAX - names.len();
    let named = chip.who.iter().take(room);
    names.extend(named.map(|who| who.name.to_string()));
    let count = usize::try_from(chip.count).unwrap_or(usize::MAX);
    match count.saturating_sub(names.len()) {
        0 => {}
        1 => names.push("1 other".to_owned()),
        others => names.push([&grouped(others), " others"].concat()),
    }
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, before)) => [&before.join(", "), " and ", last].concat(),
        None => String::new(),
    }
}

/// A message that somebody went to and that is not there.
#[must_use]
pub fn not_there(seq: Seq) -> String {
    [
        "Message ",
        &seq.to_string(),
        " is not in this room, or was deleted.",
    ]
    .concat()
}

/// `1 message`, `2 messages`.
#[must_use]
pub fn messages(number: usize) -> String {
    if number == 1 {
        "1 message".to_owned()
    } else {
        format!("{} messages", grouped(number))
    }
}

/// Why a command opened no room.
#[must_use]
pub fn no_such_room(name: &str) -> String {
    ["There is no room #", name, " here."].concat()
}

/// `9,120 of 10,000 characters`.
#[must_use]
pub fn chars(number: usize) -> String {
    [
        &grouped(number),
        " of ",
        &grouped(MESSAGE_CHARS_MAX),
        " characters",
    ]
    .concat()
}

/// `1 person`, `7 people`.
#[must_use]
pub fn people(number: u32) -> String {
    if number == 1 {
        "1 person".to_owned()
    } else {
        format!("{} people", grouped(number as usize))
    }
}

/// `23 ms`, or `2.1 s`.
#[must_use]
pub fn round_trip(ms: u32) -> String {
    if ms < 1_000 {
        format!("{ms} ms")
    } else {
        format!("{}.{} s", ms / 1_000, ms % 1_000 / 100)
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
        LinkState::Idle | LinkState::Connecting => "Connecting".to_owned(),
        LinkState::CatchingUp => match extent.fetching {
            Some(stretch) => ["Catching up, ", &self::stretch(stretch)].concat(),
            None => "Catching up".to_owned(),
        },
        LinkState::Online => with_time(&["Online", by(status.transport)].concat()),
        LinkState::Slow => with_time(&["Online, slow", by(status.transport)].concat()),
        LinkState::Waiting { .. } => "Offline · trying again".to_owned(),
        LinkState::NoNetwork => "Offline · no network".to_owned(),
        LinkState::SignedOut => "Signed out".to_owned(),
        LinkState::Outdated => "This page is out of date".to_owned(),
        LinkState::Stopped(_) => "Stopped".to_owned(),
    }
}

/// By which transport, where it is not the first choice.
fn by(transport: Transport) -> &'static str {
    match transport.over_http() {
        None => "",
        Some(LinkTransport::Events) => " by server-sent events",
        Some(LinkTransport::Poll) => " by long polling",
    }
}

/// `#4790 to #4812`, or `#4801`.
#[must_use]
pub fn stretch(Stretch { first, last }: Stretch) -> String {
    if first == last {
        first.to_string()
    } else {
        [&first.to_string(), " to ", &last.to_string()].concat()
    }
}

/// What of a room is here, when the reader is further up: `#12 to #1011 of #5000`.
#[must_use]
pub fn part(extent: Extent) -> String {
    let (first, last) = (extent.from, extent.complete_to);
    [
        &stretch(Stretch { first, last }),
        " of ",
        &extent.head.to_string(),
    ]
    .concat()
}

/// What somebody broke on purpose: ` (test: 2 s delay)`, or nothing.
#[must_use]
pub fn faults(faults: &[Fault]) -> String {
    let names: Vec<&str> = faults.iter().map(|fault| self::fault(*fault)).collect();
    if names.is_empty() {
        return String::new();
    }
    [" (test: ", &names.join(", "), ")"].concat()
}

fn fault(fault: Fault) -> &'static str {
    match fault {
        Fault::Drop => "link cut",
        Fault::Silence => "silent",
        Fault::Delay => "2 s delay",
        Fault::Loss => "10 % lost",
        Fault::RefuseWebSocket => "no WebSocket",
    }
}

/// `340 ms`, `4.9 s`, `2 min 21 s`, `3 h 04 min`, `2 days`.
#[must_use]
pub fn duration(ms: u64) -> String {
    let seconds = ms / 1_000;
    match seconds {
        0 => [&ms.to_string(), " ms"].concat(),
        1..=9 => [
            &seconds.to_string(),
            ".",
            &(ms % 1_000 / 100).to_string(),
            " s",
        ]
        .concat(),
        10..=59 => [&seconds.to_string(), " s"].concat(),
        60..=3_599 => [
            &(seconds / 60).to_string(),
            " min ",
            &(seconds % 60).to_string(),
            " s",
        ]
        .concat(),
        3_600..=86_399 => {
            let minutes = seconds / 60 % 60;
            let zero = if minutes < 10 { "0" } else { "" };
            [
                &(seconds / 3_600).to_string(),
                " h ",
                zero,
                &minutes.to_string(),
                " min",
            ]
            .concat()
        }
        86_400..=172_799 => "1 day".to_owned(),
        _ => [&(seconds / 86_400).to_string(), " days"].concat(),
    }
}

/// A number of bytes and its unit: `186`, `B`; `412`, `KB`; `1.3`, `MB`. Thousands, not
/// 1,024s.
#[must_use]
pub fn bytes(bytes: u64) -> (String, &'static str) {
    match bytes {
        0..=999 => (bytes.to_string(), "B"),
        1_000..=9_999 => (tenths(bytes / 100), "KB"),
        10_000..=999_999 => ((bytes / 1_000).to_string(), "KB"),
        _ => (tenths(bytes / 100_000), "MB"),
    }
}

fn tenths(tenths: u64) -> String {
    [&(tenths / 10).to_string(), ".", &(tenths % 10).to_string()].concat()
}

/// What a reload would lose, where this browser's storage is full or shut; nothing where
/// everything is kept.
#[must_use]
pub fn unkept(number: usize) -> String {
    match number {
        0 => String::new(),
        1 => "1 message is only in this page: this browser has no room to keep it.".to_owned(),
        _ => format!(
            "{} are only in this page: this browser has no room to keep them.",
            messages(number)
        ),
    }
}

/// The strip of a device without a network.
#[must_use]
pub fn no_network(unkept: usize) -> String {
    let sentence = "No network on this device. Trying again as soon as there is one.";
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
        0 => "What you write waits on this device.".to_owned(),
        1 => "1 message waits on this device and goes out by itself.".to_owned(),
        _ => format!(
            "{} wait on this device and go out by themselves.",
            messages(number)
        ),
    }
}

/// The same for a narrow screen.
#[must_use]
pub fn waiting_short(number: usize, unkept: usize) -> String {
    match number {
        _ if unkept > 0 => format!("{} only in this page.", messages(unkept)),
        0 => "You can go on writing.".to_owned(),
        1 => "1 message waits.".to_owned(),
        _ => format!("{} wait.", messages(number)),
    }
}

/// What the last of several waiting messages says about all of them.
#[must_use]
pub fn go_out_together(number: usize) -> String {
    match number {
        0 | 1 => "It goes out when the link is back, once.".to_owned(),
        2 => "Both go out when the link is back, in this order, once.".to_owned(),
        _ => format!(
            "All {} go out when the link is back, in this order, once.",
            grouped(number)
        ),
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
    let rest = if unsent + drafts == 1 {
        " is not stored, and is not sent any more. Kept, it is offered to whoever signs in next in this browser."
    } else {
        " are not stored, and are not sent any more. Kept, they are offered to whoever signs in next in this browser."
    };
    [" ", &what, rest].concat()
}

/// `2 unsent messages of Ada are kept on this device.`, or nothing. `name` knows people.
#[must_use]
pub fn left(texts: &[Left], name: &dyn Fn(UserId) -> Option<String>) -> String {
    let Some(first) = texts.first() else {
        return String::new();
    };
    let drafts = texts.iter().filter(|left| left.sent_at.is_none()).count();
    let is_of_one = texts.iter().all(|left| left.user == first.user);
    let whose = match name(first.user).filter(|_| is_of_one) {
        Some(name) => [" of ", &name].concat(),
        None => " of former logins".to_owned(),
    };
    let is = if texts.len() == 1 { " is" } else { " are" };
    let what = unsent_and_drafts(texts.len() - drafts, drafts);
    [&what, &whose, is, " kept on this device."].concat()
}

/// `1 unsent message and 2 drafts`.
fn unsent_and_drafts(unsent: usize, drafts: usize) -> String {
    let unsent = match unsent {
        0 => None,
        1 => Some("1 unsent message".to_owned()),
        _ => Some([&grouped(unsent), " unsent messages"].concat()),
    };
    let drafts = match drafts {
        0 => None,
        1 => Some("1 draft".to_owned()),
        _ => Some([&grouped(drafts), " drafts"].concat()),
    };
    let both: Vec<String> = unsent.into_iter().chain(drafts).collect();
    both.join(" and ")
}

/// What is kept when the login has ended.
#[must_use]
pub fn signed_out(unsent: usize, unkept: usize) -> String {
    match unsent {
        _ if unkept > 0 => ["You were signed out. ", &self::unkept(unkept)].concat(),
        0 => "You were signed out.".to_owned(),
        1 => "You were signed out. Your unsent message is kept on this device.".to_owned(),
        _ => format!("You were signed out. Your {unsent} unsent messages are kept on this device."),
    }
}

/// `Back online. 2 stored, 14 fetched, complete to #4826.`
#[must_use]
pub fn back_online(stored: u32, fetched: u64, complete_to: Seq) -> String {
    let mut parts = Vec::new();
    if stored > 0 {
        parts.push(format!("{stored} stored"));
    }
    if fetched > 0 {
        parts.push(format!("{fetched} fetched"));
    }
    if complete_to > Seq::ZERO {
        parts.push(format!("complete to {complete_to}"));
    }
    if parts.is_empty() {
        return "Back online.".to_owned();
    }
    let mut sentence = parts.join(", ");
    if let Some(first) = sentence.get_mut(0..1) {
        first.make_ascii_uppercase();
    }
    format!("Back online. {sentence}.")
}

/// Which numbers are missing: `#4801 is missing here. Fetching it again.`
#[must_use]
pub fn hole(first: Seq, last: Seq) -> String {
    let numbers = stretch(Stretch { first, last });
    if first == last {
        format!("{numbers} is missing here. Fetching it again.")
    } else {
        format!("{numbers} are missing here. Fetching them again.")
    }
}

/// Who types: names and the words between them. `true` marks a name.
#[must_use]
pub fn typing(people: &[Author]) -> Vec<(String, bool)> {
    if people.len() > NAMES_MAX {
        return vec![("Several people are typing".to_owned(), false)];
    }
    let mut parts = Vec::new();
    for (index, person) in people.iter().enumerate() {
        if index > 0 {
            let between = if index + 1 == people.len() {
                " and "
            } else {
                ", "
            };
            parts.push((between.to_owned(), false));
        }
        parts.push((person.name.to_string(), true));
    }
    match people.len() {
        0 => {}
        1 => parts.push((" is typing".to_owned(), false)),
        _ => parts.push((" are typing".to_owned(), false)),
    }
    parts
}

/// What a screen reader hears of a flood: `12 new from Adaeze and Yuki`.
#[must_use]
pub fn arrivals(number: usize, names: &[String]) -> String {
    let from = match names {
        [] => return format!("{number} new"),
        [one] => one.clone(),
        [one, two] => format!("{one} and {two}"),
        [one, two, rest @ ..] => format!("{one}, {two} and {} others", rest.len()),
    };
    format!("{number} new from {from}")
}

/// Seconds left, rounded up: a countdown ends at 1, not at 0.
#[must_use]
pub fn seconds_left(ms: u64) -> String {
    format!("{} s", ms.div_ceil(1_000).max(1))
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
    let unread = [&unread.to_string(), " unread"].concat();
    match mentions {
        0 => unread,
        1 => ["1 mention, ", &unread].concat(),
        _ => [&mentions.to_string(), " mentions, ", &unread].concat(),
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

/// On the button that attaches files.
pub const ATTACH: &str = "Attach files";
/// What it shows under the pointer.
pub const ATTACH_HINT: &str = "Attach files, or drop them anywhere";
/// Over the window while files are dragged over it.
pub const DROP: &str = "Drop to attach";
/// The list of files for the next message.
pub const ATTACHED: &str = "Files for this message";
/// A file that is not begun yet.
pub const UPLOAD_WAITS: &str = "Waiting for its turn";
/// A file whose link broke.
pub const UPLOAD_RESTS: &str = "Interrupted. It goes on by itself.";
/// Try again.
pub const RETRY: &str = "Retry";
/// Take it away.
pub const REMOVE: &str = "Remove";
/// Why a message is not sent.
pub const FILE_REFUSED: &str = "A file was refused. Retry or remove it.";
/// A message that waits for its files.
pub const SENT_WHEN_THERE: &str = "Goes out when its files are there.";
/// The list of a room's files.
pub const FILES: &str = "Files in this room";
/// A room without files.
pub const NO_FILES: &str =
    "Nobody has sent a file here yet. Drop one anywhere, or press the paper clip.";
/// On the button beside a text that is longer than a message.
pub const AS_FILE: &str = "Attach it as a file";
/// What that file is called.
pub const TEXT_FILE: &str = "text.txt";
/// More of a list.
pub const MORE: &str = "Show more";
/// A picture as it is.
pub const PICTURE: &str = "Picture";
/// A list that is on its way.
pub const FETCHING_FILES: &str = "Fetching what was sent here…";

/// Why a correction changes nothing.
#[must_use]
pub fn not_in_the_last(old: &str) -> String {
    ["Your last message here does not say “", old, "”."].concat()
}

/// Opens the choice of a day.
#[must_use]
pub fn jump_from(day: &str) -> String {
    [day, ", jump to a date"].concat()
}

/// The dialog that chooses a day.
pub const JUMP: &str = "Jump to a date";
/// Its field.
pub const DAY: &str = "Day";
/// Goes there.
pub const GO: &str = "Go there";
/// Where nothing is that new.
pub const NOTHING_SINCE: &str = "Nothing was written since that day.";
/// No day was chosen.
pub const NO_DAY: &str = "Choose a day first.";

/// `31.0 of 48.2 MB`.
#[must_use]
pub fn of_bytes(received: u64, size: u64) -> String {
    let ((here, here_unit), (all, unit)) = (bytes(received), bytes(size));
    if here_unit == unit {
        [&here, " of ", &all, " ", unit].concat()
    } else {
        [&here, " ", here_unit, " of ", &all, " ", unit].concat()
    }
}

/// On the button beside a file that failed.
#[must_use]
pub fn retry_file(name: &str) -> String {
    ["Retry ", name].concat()
}

/// On the button that takes a file away.
#[must_use]
pub fn remove_file(name: &str) -> String {
    ["Remove ", name].concat()
}

/// How far a file is.
#[must_use]
pub fn progress_of(name: &str) -> String {
    ["Upload of ", name].concat()
}

/// On a picture in a message.
#[must_use]
pub fn open_picture(name: &str) -> String {
    ["Open picture ", name].concat()
}

/// More files than a message brings.
#[must_use]
pub fn too_many_files(number: usize) -> String {
    format!(
        "{number} files, and a message brings at most {}. Remove some.",
        shared::limits::MESSAGE_FILES_MAX
    )
}
