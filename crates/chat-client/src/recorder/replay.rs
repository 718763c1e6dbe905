//! Tells a machine again what a recording says that one was told, and compares: after
//! every input what came of it, and at the end how it stands.

use std::fmt;

use serde::Deserialize;
use shared::codec::encode;
use shared::moment::Moment;

use super::{EndState, FORMAT, Header, tell};
use crate::status::LinkState;
use crate::{ChatClient, Input};

/// What a replay came to.
#[derive(Clone, Debug)]
pub struct Replayed {
    /// What the recording says of itself.
    pub header: Header,
    /// How many inputs it has.
    pub inputs: usize,
    /// What became of the link, and when.
    pub link: Vec<(Moment, LinkState)>,
    /// The first line whose outcome was another.
    pub first_difference: Option<Difference>,
    /// The end that was recorded.
    pub recorded: EndState,
    /// The end that was come to.
    pub replayed: EndState,
}

/// A line that a replay did not come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its number, from 1.
    pub line: usize,
    /// As it is in the recording.
    pub recorded: String,
    /// As it came to be.
    pub replayed: String,
}

/// Why a recording cannot be replayed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreplayable {
    /// The line that is wrong, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub sentence: String,
}

impl fmt::Display for Unreplayable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.sentence)
    }
}

impl std::error::Error for Unreplayable {}

#[derive(Deserialize)]
struct StartLine {
    start: ChatClient,
}

#[derive(Deserialize)]
struct InputLine {
    at: Moment,
    #[serde(rename = "in")]
    input: Input,
}

#[derive(Deserialize)]
struct EndLine {
    end: EndState,
}

impl Replayed {
    /// Whether everything came to be as it was recorded.
    #[must_use]
    pub fn is_equal(&self) -> bool {
        self.first_difference.is_none() && self.recorded == self.replayed
    }

    /// In which parts the ends differ: each as it was recorded, and as it came to be.
    #[must_use]
    pub fn end_differences(&self) -> Vec<(&'static str, String, String)> {
        let (a, b) = (&self.recorded, &self.replayed);
        let parts = [
            ("link", encode(&a.link), encode(&b.link)),
            (
                "round trip",
                encode(&a.round_trip_ms),
                encode(&b.round_trip_ms),
            ),
            (
                "clock offset",
                encode(&a.clock_offset_ms),
                encode(&b.clock_offset_ms),
            ),
            (
                "outbox",
                encode(&(a.waiting, a.failed)),
                encode(&(b.waiting, b.failed)),
            ),
            ("rooms", encode(&a.rooms), encode(&b.rooms)),
            ("timelines", encode(&a.timelines), encode(&b.timelines)),
        ];
        parts
            .into_iter()
            .filter(|(_, recorded, replayed)| recorded != replayed)
            .collect()
    }
}

/// Replays a recording.
///
/// # Errors
/// It is not one, it is cut off, or a line of it cannot be read.
pub fn replay(recording: &str) -> Result<Replayed, Unreplayable> {
    let mut lines = (1..).zip(recording.lines());
    let header: Header = read(lines.next())?;
    if header.confab_recording != FORMAT {
        let sentence = format!(
            "this is format {}, and format {FORMAT} is understood",
            header.confab_recording
        );
        return Err(Unreplayable { line: 1, sentence });
    }
    let StartLine { start: mut client } = read(lines.next())?;
    client.restored();
    let mut link: Vec<(Moment, LinkState)> = Vec::new();
    let mut first_difference = None;
    let mut last = Moment(0);
    for (inputs, (number, line)) in lines.enumerate() {
        if line.starts_with("{\"end\":") {
            let EndLine { end: recorded } = read(Some((number, line)))?;
            return Ok(Replayed {
                header,
                inputs,
                link,
                first_difference,
                recorded,
                replayed: EndState::of(&client),
            });
        }
        let InputLine { at, input } = read(Some((number, line)))?;
        if at < last {
            let sentence = format!("it is at {}, and the one before at {}", at.0, last.0);
            return Err(Unreplayable {
                line: number,
                sentence,
            });
        }
        last = at;
        let (_, replayed) = tell(&mut client, at, input);
        if replayed != line && first_difference.is_none() {
            first_difference = Some(Difference {
                line: number,
                recorded: line.to_owned(),
                replayed,
            });
        }
        // With the first input it is told how it stood, unless that changed it.
        let now = &client.status().link;
        if link.last().is_none_or(|(_, before)| before != now) {
            link.push((at, now.clone()));
        }
    }
    Err(cut_off(recording.lines().count()))
}

fn read<'a, T: Deserialize<'a>>(line: Option<(usize, &'a str)>) -> Result<T, Unreplayable> {
    let (number, line) = line.ok_or_else(|| cut_off(0))?;
    serde_json::from_str(line).map_err(|error| Unreplayable {
        line: number,
        sentence: format!("it cannot be read: {error}"),
    })
}

fn cut_off(lines: usize) -> Unreplayable {
    Unreplayable {
        line: lines + 1,
        sentence: "the recording ends here, before its end: it was cut off".to_owned(),
    }
}
