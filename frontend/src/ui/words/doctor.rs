//! What the doctor's section says. Pure.

use shared::doctor::{Finding, Outcome, Progress, SILENCE};

/// What the section is for.
pub const ABOUT: &str = "Looks at this server as its visitors reach it, from this browser and \
    from the server itself, and says what to change.";

/// Under the address.
pub const ADDRESS_HELP: &str = "As visitors type it.";

/// Where somebody types another address than the page's.
pub const OTHER_ADDRESS: &str = "This page came from another address, so only the server looks. \
    Open that address to look from a browser too.";

/// A server that was cut short.
const CUT: &str = "The examination took too long and was ended.";

/// What is seen by whom.
pub const FROM_BROWSER: &str = "From this browser";
/// As [`FROM_BROWSER`].
pub const FROM_SERVER: &str = "From the server itself";

/// What a finding is, for the ear: its colour and its sign are for the eye.
#[must_use]
pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Good => "Good: ",
        Outcome::Bad => "To change: ",
        Outcome::Unknown => "Not known: ",
    }
}

/// While it runs.
#[must_use]
pub fn running() -> String {
    let seconds = SILENCE.as_secs().to_string();
    [
        "Examining. A silent WebSocket is watched for ",
        &seconds,
        " s.",
    ]
    .concat()
}

/// When it has ended: `2 things to change.`
#[must_use]
pub fn ended(findings: &[&Finding], progress: Option<Progress>) -> String {
    let is_bad = |finding: &&&Finding| finding.outcome == Outcome::Bad;
    let count = findings.iter().filter(is_bad).count();
    let sum = match count {
        0 if findings.is_empty() => String::new(),
        0 => "Nothing to change.".to_owned(),
        1 => "1 thing to change.".to_owned(),
        count => [&count.to_string(), " things to change."].concat(),
    };
    match progress {
        Some(Progress::Cut) if sum.is_empty() => CUT.to_owned(),
        Some(Progress::Cut) => [&sum, " ", CUT].concat(),
        Some(Progress::Runs | Progress::Whole) | None => sum,
    }
}

#[cfg(test)]
mod tests;
