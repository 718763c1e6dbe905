//! What the doctor's section says. Pure.

use shared::doctor::{Finding, Outcome, Progress, SILENCE};

/// What a finding is, for the ear: its colour and its sign are for the eye.
#[must_use]
pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Good => t!("doctor-good"),
        Outcome::Bad => t!("doctor-bad"),
        Outcome::Unknown => t!("doctor-unknown"),
    }
}

/// While it runs.
#[must_use]
pub fn running() -> String {
    t!("doctor-running", count = SILENCE.as_secs())
}

/// When it has ended: `2 things to change.`
#[must_use]
pub fn ended(findings: &[&Finding], progress: Option<Progress>) -> String {
    let is_bad = |finding: &&&Finding| finding.outcome == Outcome::Bad;
    let count = findings.iter().filter(is_bad).count();
    let sum = match count {
        0 if findings.is_empty() => String::new(),
        0 => t!("doctor-nothing-to-change").to_owned(),
        count => t!("doctor-to-change", count = count),
    };
    match progress {
        Some(Progress::Cut) if sum.is_empty() => {
            t!("doctor-the-examination-took-too-long").to_owned()
        }
        Some(Progress::Cut) => [&sum, " ", t!("doctor-the-examination-took-too-long")].concat(),
        Some(Progress::Runs | Progress::Whole) | None => sum,
    }
}

#[cfg(test)]
mod tests;
