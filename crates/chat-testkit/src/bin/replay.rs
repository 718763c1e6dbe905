//! Replays a recording that the connection panel saved, and says whether the same client
//! comes to the same end.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use chat_client::LinkState;
use chat_client::recorder::replay::{Replayed, replay};
use clap::Parser;

/// Replay a recording of the connection panel.
#[derive(Debug, Parser)]
struct Options {
    /// The file that was saved.
    file: PathBuf,
}

#[expect(
    clippy::print_stderr,
    reason = "a command-line tool says why it failed"
)]
fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stdout, reason = "this is what the tool is for")]
fn run(options: &Options) -> Result<ExitCode> {
    let name = options.file.display();
    let recording =
        std::fs::read_to_string(&options.file).with_context(|| format!("cannot read {name}"))?;
    let replayed = replay(&recording).with_context(|| format!("{name} cannot be replayed"))?;
    print!("{}", story(&replayed));
    Ok(if replayed.is_equal() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// What was replayed, what it came to, and how that compares.
fn story(replayed: &Replayed) -> String {
    let header = &replayed.header;
    let mut lines = vec![format!(
        "{} inputs of {} s, recorded by client {} ({})",
        replayed.inputs,
        header.covers_ms / 1_000,
        header.client,
        header.protocol
    )];
    if header.client != env!("CARGO_PKG_VERSION") {
        lines.push(format!(
            "note: this client is {}; where the two decide differently, so will the replay",
            env!("CARGO_PKG_VERSION")
        ));
    }
    lines.extend(link(replayed));
    let end = &replayed.replayed;
    lines.push(format!(
        "end: {:?}, {} waiting, {} failed, round trip {}, clock offset {} ms",
        end.link,
        end.waiting,
        end.failed,
        end.round_trip_ms
            .map_or("not measured".to_owned(), |ms| format!("{ms} ms")),
        end.clock_offset_ms
    ));
    for room in &end.rooms {
        lines.push(format!(
            "  room {}: head {}, read to {}, {} unread",
            room.room, room.head, room.read, room.unread
        ));
    }
    for timeline in &end.timelines {
        let extent = &timeline.extent;
        let fetching = extent.fetching.map_or(String::new(), |stretch| {
            format!(", fetching {} to {}", stretch.first, stretch.last)
        });
        lines.push(format!(
            "  room {}: here from {}, complete to {} of {}{fetching}, {} lines",
            timeline.room, extent.from, extent.complete_to, extent.head, timeline.lines
        ));
    }
    lines.extend(verdict(replayed));
    lines.push(String::new());
    lines.join("\n")
}

fn link(replayed: &Replayed) -> Vec<String> {
    let from = replayed.link.first().map_or(0, |(at, _)| at.0);
    let told = replayed.link.iter().map(|(at, state)| {
        let words = match state {
            LinkState::Waiting { next_try } => {
                format!("waiting, next try after {} ms", next_try.ms_since(*at))
            }
            LinkState::Idle
            | LinkState::Connecting
            | LinkState::CatchingUp
            | LinkState::Online
            | LinkState::Slow
            | LinkState::NoNetwork
            | LinkState::SignedOut
            | LinkState::Outdated
            | LinkState::Stopped(_) => format!("{state:?}"),
        };
        let ms = at.0 - from;
        format!("  {:>4}.{:03} s  {words}", ms / 1_000, ms % 1_000)
    });
    told.collect()
}

fn verdict(replayed: &Replayed) -> Vec<String> {
    if replayed.is_equal() {
        return vec!["equal: every step and the end are as they were recorded".to_owned()];
    }
    let mut lines = vec!["DIFFERENT".to_owned()];
    if let Some(difference) = &replayed.first_difference {
        lines.push(format!("first at line {}", difference.line));
        lines.push(format!("  recorded: {}", difference.recorded));
        lines.push(format!("  replayed: {}", difference.replayed));
    }
    for (part, recorded, came) in replayed.end_differences() {
        lines.push(format!("in the end: {part}"));
        lines.push(format!("  recorded: {recorded}"));
        lines.push(format!("  replayed: {came}"));
    }
    lines
}
