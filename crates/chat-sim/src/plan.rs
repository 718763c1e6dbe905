//! What happens to a world, step by step: readable text that is saved, replayed and cut
//! down.
//!
//! A plan stays meaningful whatever is taken out of it: a step that finds nothing to act
//! on (a tab that is not open, a room that was never made) does nothing.

pub mod generate;
pub mod shrink;
mod text;

use crate::seat::{Person, Seat};

/// Everything that decides a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// All chance that is left: latencies, jitter, which write meets which commit.
    pub seed: u64,
    /// Entries that the lobby has from the start.
    pub log: u64,
    /// What happens, in order.
    pub steps: Vec<Step>,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Milliseconds after the step before.
    pub after_ms: u64,
    /// What happens then.
    pub deed: Deed,
}

/// What can happen. Rooms go by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Something at one seat.
    At(Seat, Act),
    /// The network does something to one seat.
    Net(Seat, Weather),
    /// The server dies at this point of its next write, and comes back.
    Crash(CrashPoint),
    /// The server is stopped in good order, and comes back.
    Stop,
    /// The server dies; a copy of the data is put back that lacks the last so many changes.
    Restore(u64),
    /// The store does not do for so long what it should.
    Store(Trouble, u64),
    /// Somebody may no longer read a room, or may again.
    Member {
        /// Which room; only a closed one has members.
        room: String,
        /// Who.
        person: Person,
        /// Whether they are in it from here on.
        is_in: bool,
    },
    /// cy's program writes so many messages over a plain connection.
    Flood {
        /// Into which room.
        room: String,
        /// How many.
        messages: u64,
    },
}

/// What a person or a device does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Opens a tab here.
    OpensTab,
    /// Closes it. What it had not sent waits in the browser's storage.
    ClosesTab,
    /// Reloads the page.
    Reloads,
    /// Shows a room.
    Goes(String),
    /// Writes a message.
    Posts(String, Size),
    /// Does something with a message that is there: the one so many above the newest.
    Aims(String, Aim, u64),
    /// Says what a room is about, or (no words) about nothing any more.
    Topics(String, Words),
    /// Presses Retry on whatever failed.
    Retries,
    /// Takes the last unsent message back.
    Cancels,
    /// Has read to the end of a room.
    Reads(String),
    /// Scrolls in a room.
    Scrolls(String, Scroll),
    /// Presses keys in a room.
    Types(String),
    /// Presses keys in the thread of the message so many above the newest.
    TypesIn(String, u64),
    /// Makes a room.
    Makes(String),
    /// Turns to another window.
    Hides,
    /// Looks again.
    Looks,
    /// The device says that it has no network.
    Offline,
    /// The device says that it has one.
    Online,
    /// Presses Try now.
    Tries,
    /// The device sleeps for so many milliseconds.
    Sleeps(u64),
    /// The browser's storage takes nothing more.
    StorageFills,
}

/// How long a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Some words.
    Short,
    /// [`crate::device::LONG_CHARS`] characters.
    Long,
}

/// Whether somebody says anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// Some words.
    Some,
    /// None.
    None,
}

/// What somebody does with a message. Reactions and pins are taken back where they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// Says it anew.
    Edits,
    /// Takes it back.
    Deletes,
    /// Reacts to it, or no longer.
    Reacts,
    /// Pins it, or no longer.
    Pins,
    /// Answers it in the room.
    Quotes,
    /// Answers it in its thread.
    Replies,
}

/// Where a reader scrolls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scroll {
    /// To the oldest loaded line.
    Up,
    /// To the newest loaded line.
    Down,
    /// To the newest of all.
    End,
}

/// What the network does to one seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weather {
    /// The connection is cut, and these notice at once.
    Cut(Notices),
    /// Nothing moves for so many milliseconds, then everything does.
    Stalls(u64),
    /// So many milliseconds at a few kilobytes a second.
    Slow(u64),
    /// The connection panel's switch, for so many milliseconds.
    Breaks(Broken, u64),
    /// Pages of history have trouble for so many milliseconds.
    Pages(PageTrouble, u64),
}

/// Who notices a cut at once. Who does not finds out by silence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notices {
    /// Both ends.
    Both,
    /// The client alone; the server's end is half open.
    Client,
    /// The server alone; the client's end is half open.
    Server,
    /// Nobody.
    Nobody,
}

/// The faults of `chat_client::wire::Breakage`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// `Fault::Drop`.
    Drop,
    /// `Fault::Silence`.
    Silence,
    /// `Fault::Delay`.
    Delay,
    /// `Fault::Loss`.
    Loss,
}

/// What pages of history suffer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageTrouble {
    /// The answer comes many seconds late.
    Late,
    /// The answer comes, and later once more.
    Twice,
    /// No answer.
    Fails,
}

/// Where the server dies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CrashPoint {
    /// Now.
    Now,
    /// When the next write asks to be appended.
    BeforeAppend,
    /// When the next write waits for its commit: the batch is lost.
    BeforeCommit,
    /// When the next batch is on disk and nobody knows yet.
    AfterCommit,
    /// When the next entry was published and its writer has no answer yet.
    AfterPublish,
}

/// What the store does not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Every third read fails.
    FlakyReads,
    /// Every append is refused for now.
    NoWrites,
    /// Every append is refused for good: the disk is full.
    Full,
    /// Every commit takes seconds.
    Slow,
}
