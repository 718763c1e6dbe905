//! The line of round trips, as the paths of a drawing. Pure.
//!
//! Time runs from left to right over [`SPAN_MS`]; up is slower. Where the link was down
//! there is a gap.

use std::fmt::Write;

/// How far back the line goes.
pub(super) const SPAN_MS: u64 = 5 * 60 * 1_000;

/// The drawing's own units.
pub(super) const WIDTH: u64 = 368;
/// As [`WIDTH`].
pub(super) const HEIGHT: u64 = 64;

/// The line's place in it.
const TOP: u64 = 4;
const BOTTOM: u64 = 60;

/// The top stands for at least this, so that a fast link's line lies low.
const CEILING_MS_MIN: u64 = 50;

/// A round trip: how long ago, and how long it took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) ago_ms: u64,
    pub(super) ms: u64,
}

/// A time without a link: from how long ago, until how long ago.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Gap {
    pub(super) from_ago_ms: u64,
    pub(super) to_ago_ms: u64,
}

/// The paths' `d`, and the gaps as places and widths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Spark {
    pub(super) line: String,
    pub(super) area: String,
    pub(super) gaps: Vec<(u64, u64)>,
}

/// Draws points, oldest first.
pub(super) fn spark(points: &[Point], gaps: &[Gap]) -> Spark {
    let points: Vec<Point> = points
        .iter()
        .copied()
        .filter(|point| point.ago_ms <= SPAN_MS)
        .collect();
    let slowest = points.iter().map(|point| point.ms).max().unwrap_or(0);
    let ceiling = slowest.max(CEILING_MS_MIN);
    let mut spark = Spark::default();
    for run in runs(&points, gaps) {
        let place = |point: &Point| {
            (
                x(point.ago_ms),
                BOTTOM - point.ms * (BOTTOM - TOP) / ceiling,
            )
        };
        for (at, (x, y)) in run.iter().map(place).enumerate() {
            let sign = if at == 0 { "M" } else { "L" };
            // Writing to a string succeeds.
            let _ = write!(spark.line, "{sign}{x} {y}");
        }
        if let (Some(first), Some(last)) = (run.first(), run.last()) {
            let _ = write!(spark.area, "M{} {BOTTOM}", x(first.ago_ms));
            for (x, y) in run.iter().map(place) {
                let _ = write!(spark.area, "L{x} {y}");
            }
            let _ = write!(spark.area, "L{} {BOTTOM}Z", x(last.ago_ms));
        }
    }
    spark.gaps = gaps
        .iter()
        .filter(|gap| gap.to_ago_ms < SPAN_MS)
        .map(|gap| {
            let (from, to) = (x(gap.from_ago_ms), x(gap.to_ago_ms));
            // A short cut is seen too.
            (from, (to - from).max(2))
        })
        .collect();
    spark
}

/// Points between which the link never was down.
fn runs(points: &[Point], gaps: &[Gap]) -> Vec<Vec<Point>> {
    let parted = |older: &Point, newer: &Point| {
        let lies_between =
            |gap: &Gap| gap.from_ago_ms <= older.ago_ms && gap.to_ago_ms >= newer.ago_ms;
        gaps.iter().any(lies_between)
    };
    let mut runs: Vec<Vec<Point>> = Vec::new();
    for point in points {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|last| !parted(last, point)) => run.push(*point),
            Some(_) | None => runs.push(vec![*point]),
        }
    }
    runs
}

fn x(ago_ms: u64) -> u64 {
    WIDTH - ago_ms.min(SPAN_MS) * WIDTH / SPAN_MS
}

/// The one in the middle.
pub(super) fn median(points: &[Point]) -> Option<u64> {
    let mut sorted: Vec<u64> = points.iter().map(|point| point.ms).collect();
    sorted.sort_unstable();
    sorted.get(sorted.len() / 2).copied()
}

#[cfg(test)]
mod tests;
