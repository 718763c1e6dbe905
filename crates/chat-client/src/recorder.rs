//! The flight recorder: what the machine was told in the last minutes and what it did, so
//! that the same machine can be told it again and must come to the same end ([`replay`]).
//!
//! A recording is lines of JSON: what it covers, the machine as it stood when that began,
//! every input with its moment and what came of it, and the end as the client saw it.
//! Nobody's words are in it and no secret: of a text only its length is kept.
//!
//! It always runs. Two segments take turns, each of which begins with the whole machine,
//! so that the last [`COVERED_MS`] are there without anything from before. Where much
//! happens they take turns sooner: by bytes.

mod blank;
mod end;
pub(crate) mod form;
pub mod replay;

use serde::{Deserialize, Serialize};
use shared::client_frame::ClientFrame;
use shared::codec::encode;
use shared::moment::{Moment, Timestamp};
use shared::version::SUBPROTOCOL;

use self::blank::blank;
pub use self::end::{EndState, RoomEnd, TimelineEnd};
use crate::wire::Stamp;
use crate::{ChatClient, Generation, Input, Output, Outputs, PageAsk, Transport};

/// What a recording covers at least, in milliseconds, where that fits into
/// [`SEGMENT_BYTES_MAX`]: long enough to save it after having wondered for a while.
pub const COVERED_MS: u64 = 5 * 60 * 1_000;

/// Bytes of a segment's lines. Some 2 000 inputs of a talk: a line a second for half an
/// hour, or a burst of everything that a client may be sent.
pub const SEGMENT_BYTES_MAX: usize = 512 * 1024;

/// Of the lines, so that an older recording is known as such.
const FORMAT: u32 = 3;

/// Keeps the last minutes. See the module.
#[derive(Debug)]
pub struct Recorder {
    older: Option<Segment>,
    newer: Option<Segment>,
    covered_ms: u64,
    segment_bytes_max: usize,
}

/// A stretch of time that can be replayed by itself.
#[derive(Debug)]
struct Segment {
    began: Moment,
    /// The machine, before the first line.
    start: String,
    lines: String,
    inputs: u32,
}

/// How much a recording would hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Covered {
    /// How far it goes back, in milliseconds.
    pub ms: u64,
    /// How many inputs it has.
    pub inputs: u32,
    /// How large it is.
    pub bytes: usize,
}

/// The first line of a recording.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// The format of the lines that follow.
    pub confab_recording: u32,
    /// The version of the client that recorded.
    pub client: String,
    /// The protocol that it speaks.
    pub protocol: String,
    /// The device's wall clock when it was saved.
    pub saved_at: Timestamp,
    /// How far it goes back from there, in milliseconds.
    pub covers_ms: u64,
}

impl Default for Recorder {
    fn default() -> Self {
        Self::with_limits(COVERED_MS, SEGMENT_BYTES_MAX)
    }
}

impl Recorder {
    /// Nothing was recorded yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// As [`Recorder::new`], with segments that take turns after so many milliseconds or
    /// bytes of lines.
    #[must_use]
    pub fn with_limits(covered_ms: u64, segment_bytes_max: usize) -> Self {
        Self {
            older: None,
            newer: None,
            covered_ms,
            segment_bytes_max,
        }
    }

    /// [`ChatClient::handle`], recorded.
    pub fn handle(&mut self, client: &mut ChatClient, now: Moment, input: Input) -> Outputs {
        let segment_bytes_max = self.segment_bytes_max;
        let covered_ms = self.covered_ms;
        let is_full = |segment: &mut Segment| {
            segment.lines.len() >= segment_bytes_max || now.ms_since(segment.began) >= covered_ms
        };
        if let Some(full) = self.newer.take_if(is_full) {
            self.older = Some(full);
        }
        let segment = self
            .newer
            .get_or_insert_with(|| Segment::begin(client, now));
        let (outputs, line) = tell(client, now, input);
        segment.lines.push_str(&line);
        segment.lines.push('\n');
        segment.inputs += 1;
        outputs
    }

    /// How much a recording would hold if it were saved now.
    #[must_use]
    pub fn covered(&self, now: Moment) -> Covered {
        let mut covered = Covered::default();
        for segment in self.segments() {
            covered.ms = covered.ms.max(now.ms_since(segment.began));
            covered.inputs = covered.inputs.saturating_add(segment.inputs);
            covered.bytes += segment.lines.len();
        }
        let start = self.segments().next();
        covered.bytes += start.map_or(0, |segment| segment.start.len());
        covered
    }

    /// The recording, as it is saved. `client` is the machine that was recorded.
    #[must_use]
    pub fn recording(&self, client: &ChatClient, at: Stamp) -> String {
        let header = Header {
            confab_recording: FORMAT,
            client: env!("CARGO_PKG_VERSION").to_owned(),
            protocol: SUBPROTOCOL.to_owned(),
            saved_at: at.wall,
            covers_ms: self.covered(at.now).ms,
        };
        let start = match self.segments().next() {
            Some(first) => first.start.clone(),
            None => start_of(client),
        };
        let lines: String = self.segments().map(|part| part.lines.as_str()).collect();
        let end = encode(&EndState::of(client));
        [
            &encode(&header),
            "\n{\"start\":",
            &start,
            "}\n",
            &lines,
            "{\"end\":",
            &end,
            "}\n",
        ]
        .concat()
    }

    fn segments(&self) -> impl Iterator<Item = &Segment> {
        self.older.iter().chain(&self.newer)
    }
}

impl Segment {
    fn begin(client: &ChatClient, now: Moment) -> Self {
        Self {
            began: now,
            start: start_of(client),
            lines: String::new(),
            inputs: 0,
        }
    }
}

/// The whole machine; what it holds of texts and secrets is written as lengths alone.
fn start_of(client: &ChatClient) -> String {
    blank(&encode(client))
}

/// What the machine did that others can see.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Did<'a> {
    Open(Generation, Transport),
    Probe,
    Send(Generation, &'a ClientFrame),
    Shut(Generation, u16),
    Fetch(PageAsk),
}

impl<'a> Did<'a> {
    fn of(output: &'a Output) -> Option<Self> {
        match output {
            Output::Open(generation, transport) => Some(Self::Open(*generation, *transport)),
            Output::Probe => Some(Self::Probe),
            Output::Transmit(generation, frame) => Some(Self::Send(*generation, frame)),
            Output::Shut(generation, code) => Some(Self::Shut(*generation, *code)),
            Output::Fetch(ask) => Some(Self::Fetch(*ask)),
            Output::Keep(_) | Output::Forget(_) | Output::Changed(_) => None,
        }
    }
}

/// Tells the machine one thing, and writes down what it was and what came of it.
fn tell(client: &mut ChatClient, now: Moment, input: Input) -> (Outputs, String) {
    let told = encode(&input);
    let link_before = std::mem::discriminant(&client.status().link);
    let outputs = client.handle(now, input);
    let mut line = ["{\"at\":", &now.0.to_string(), ",\"in\":", &told].concat();
    let did: Vec<Did<'_>> = outputs.iter().filter_map(Did::of).collect();
    if !did.is_empty() {
        line.push_str(",\"did\":");
        line.push_str(&encode(&did));
    }
    let link = &client.status().link;
    if std::mem::discriminant(link) != link_before {
        line.push_str(",\"link\":");
        line.push_str(&encode(link));
    }
    line.push('}');
    let line = blank(&line);
    drop(did);
    (outputs, line)
}

#[cfg(test)]
mod tests;
