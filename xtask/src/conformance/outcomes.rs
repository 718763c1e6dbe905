//! What came out, case by case: out of the suite's report, and as the file that is kept.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use anyhow::{Context, Result};
use serde_json::Value;

/// The cases whose subject is permessage-deflate, by their first number.
const DEFLATE: [u32; 2] = [12, 13];

const HEAD: &str = "\
# Every case of the Autobahn WebSocket suite against /echo, through the transport that /chat has.
# `cargo xtask conformance` runs them and holds this file against what comes out.
# INFORMATIONAL: the standard leaves the matter open. UNIMPLEMENTED: about compression, which is
# not offered.
";

/// Outcomes by case, in the suite's order.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Outcomes(BTreeMap<Case, String>);

/// A case's number: `9.7.1`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Case(Vec<u32>);

impl Outcomes {
    /// Reads the report's index: agent, then case, then what came out.
    pub(super) fn of_report(index: &str) -> Result<Self> {
        let index: Value = serde_json::from_str(index).context("the report is not JSON")?;
        let agents = index.as_object().context("the report names no server")?;
        let mut outcomes = BTreeMap::new();
        for (case, result) in agents.values().filter_map(Value::as_object).flatten() {
            let word = |key: &str| {
                let word = result[key].as_str();
                word.with_context(|| format!("case {case} has no {key}"))
            };
            let (talk, close) = (word("behavior")?, word("behaviorClose")?);
            // An outcome that the suite leaves open has no right or wrong end.
            let outcome = if close == "OK" || close == "INFORMATIONAL" {
                talk.to_owned()
            } else {
                format!("{talk}, close {close}")
            };
            outcomes.insert(Case::parse(case)?, outcome);
        }
        Ok(Self(outcomes))
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The cases that are not as they should be. `NON-STRICT` is a breach too: the suite
    /// says so where a rule is kept late or by halves.
    pub(super) fn breaches(&self) -> Vec<String> {
        let breaches = self
            .0
            .iter()
            .filter(|(case, outcome)| match outcome.as_str() {
                "OK" | "INFORMATIONAL" => false,
                "UNIMPLEMENTED" => !case.0.first().is_some_and(|first| DEFLATE.contains(first)),
                _ => true,
            });
        breaches
            .map(|(case, outcome)| format!("{case} {outcome}"))
            .collect()
    }

    /// How many of each, in one line.
    pub(super) fn counts(&self) -> String {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for outcome in self.0.values() {
            *counts.entry(outcome).or_default() += 1;
        }
        let counts: Vec<String> = counts
            .iter()
            .map(|(outcome, count)| format!("{count} {outcome}"))
            .collect();
        format!("{} cases: {}", self.0.len(), counts.join(", "))
    }
}

impl fmt::Display for Outcomes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{HEAD}\n{}\n\n", self.counts())?;
        self.0
            .iter()
            .try_for_each(|(case, outcome)| writeln!(f, "{case} {outcome}"))
    }
}

impl Case {
    fn parse(text: &str) -> Result<Self> {
        let numbers: Result<_, _> = text.split('.').map(str::parse).collect();
        numbers
            .map(Self)
            .with_context(|| format!("`{text}` is no case"))
    }
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let numbers: Vec<String> = self.0.iter().map(u32::to_string).collect();
        f.write_str(&numbers.join("."))
    }
}

/// Lines that one of two files has and the other has not.
pub(super) fn differences(kept: &str, now: &str) -> Vec<String> {
    let (kept, now): (BTreeSet<_>, BTreeSet<_>) = (kept.lines().collect(), now.lines().collect());
    let gone = kept.difference(&now).map(|line| format!("- {line}"));
    let new = now.difference(&kept).map(|line| format!("+ {line}"));
    gone.chain(new).collect()
}
