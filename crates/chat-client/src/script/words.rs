//! What the script tells of a timeline and of the link.

use super::label;
use crate::*;

/// Runs of entries, holes in brackets, pending writes after a bar.
pub(super) fn timeline_words(timeline: &Timeline) -> String {
    let mut words = Vec::new();
    let mut run: Option<(u64, u64)> = None;
    let told = |run: &mut Option<(u64, u64)>, words: &mut Vec<String>| {
        if let Some((first, last)) = run.take() {
            words.push(if first == last {
                format!("{first}")
            } else {
                format!("{first}-{last}")
            });
        }
    };
    for line in timeline.lines() {
        match &line.content {
            LineContent::Entry { entry, .. } => {
                run = Some((run.map_or(entry.seq.0, |(first, _)| first), entry.seq.0));
            }
            LineContent::Hole { first, last } => {
                told(&mut run, &mut words);
                words.push(format!("[{}-{}]", first.0, last.0));
            }
            LineContent::Pending { state, .. } => {
                told(&mut run, &mut words);
                let LineKey::Pending(_, id) = line.key else {
                    panic!("a pending line's key")
                };
                words.push(match state {
                    PendingState::Waiting => format!("| {} waits", label(id)),
                    PendingState::Sending { .. } => format!("| {} on its way", label(id)),
                    PendingState::Failed { reason } => format!("| {} failed: {reason}", label(id)),
                });
            }
        }
    }
    told(&mut run, &mut words);
    let complete = timeline
        .complete_to()
        .map_or("nothing".to_owned(), |seq| seq.0.to_string());
    let older = if timeline.has_older() {
        ", older exist"
    } else {
        ""
    };
    let newer = if timeline.has_newer() {
        ", newer let go"
    } else {
        ""
    };
    let head = timeline.head().0;
    let fetching = timeline.extent().fetching.map_or(String::new(), |stretch| {
        format!(", fetching {} to {}", stretch.first.0, stretch.last.0)
    });
    format!(
        "{} (complete to {complete} of {head}{older}{newer}{fetching})",
        words.join(" ")
    )
}

pub(super) fn link_words(link: &LinkState) -> String {
    if let LinkState::Waiting { .. } = link {
        "Waiting".to_owned()
    } else {
        format!("{link:?}")
    }
}
