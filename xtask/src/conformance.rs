//! Every case of the Autobahn suite against `/echo` of the real server.
//!
//! What comes out is kept in the repository, case by case, and a run that differs fails. So
//! does every outcome that is not as it should be, kept or not: the file cannot be made to
//! accept a breach of the protocol.

mod outcomes;
mod server;

#[cfg(test)]
mod tests;

use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::ensure::PythonTool;
use crate::process::Step;
use outcomes::Outcomes;
use server::Server;

/// Runs the suite's own case files with an engine of its own, on Python 3.
const KOSOKU: PythonTool = PythonTool {
    package: "kosoku",
    version: "0.1.0",
    wheels: &[
        "a9b34e593defe29d931e346c88947b58a015495f09dd13643e4cc952c75602ac",
        "911610fc6d21e9d8b5b53936ea134b2b4ab58cd6252e9ad7c7f69c540a028027",
    ],
    program: "kosoku",
};

/// Cases at once. Many wait for a second to see that nothing comes; beyond this the cases
/// that send megabytes take each other's time.
const CASES_AT_ONCE: &str = "8";

/// All cases together took 30 s on a machine that was busy with builds.
const SUITE_WITHIN: Duration = Duration::from_secs(600);

/// Cases of the suite: fewer means that some did not run.
const CASES: usize = 517;

/// What came out last, below the root.
const KEPT: &str = "docs/conformance.txt";

/// Where the suite writes its report.
const REPORT: &str = "target/conformance";

/// What to do when the outcomes are not those that are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keep {
    Check,
    /// Writes them: whoever does it has looked at the difference.
    Bless,
}

/// Builds the server and runs the suite.
pub(crate) fn run(root: &Path, keep: Keep) -> Result<()> {
    Step::cargo(&["build", "--locked", "--package", "server"]).run(root)?;
    against(root, &root.join("target/debug/server"), keep)
}

/// Runs the suite against a server that is built already.
#[expect(clippy::print_stderr, reason = "the log of a run shows what came out")]
pub(crate) fn against(root: &Path, program: &Path, keep: Keep) -> Result<()> {
    let kosoku = KOSOKU.installed(root)?;
    let report = root.join(REPORT);
    // Left from the last run, if at all.
    let _ = fs::remove_dir_all(&report);
    let outcomes = {
        let server = Server::start(root, program)?;
        let address = format!("ws://{}/echo", server.address());
        let place = report.to_string_lossy();
        let arguments = ["--parallelism", CASES_AT_ONCE, "--outdir", &place, &address];
        let suite = Step::new(kosoku, &arguments);
        // It fails, and says so at length, where something is not implemented; the report
        // has that and the rest.
        suite.works_within(root, SUITE_WITHIN)?;
        let index = fs::read_to_string(report.join("index.json"));
        let index = index.with_context(|| format!("the suite left no report: {suite}"))?;
        Outcomes::of_report(&index)?
    };
    eprintln!("conformance: {}", outcomes.counts());
    if outcomes.len() != CASES {
        bail!("{} cases ran of {CASES}", outcomes.len());
    }
    let breaches = outcomes.breaches();
    if !breaches.is_empty() {
        bail!(
            "{} cases are not as they should be; {REPORT} has their whole story:{}",
            breaches.len(),
            listed(&breaches)
        );
    }
    let path = root.join(KEPT);
    let text = outcomes.to_string();
    if keep == Keep::Bless {
        return fs::write(&path, text).with_context(|| format!("cannot write {KEPT}"));
    }
    let kept = fs::read_to_string(&path).with_context(|| format!("cannot read {KEPT}"))?;
    let differences = outcomes::differences(&kept, &text);
    if !differences.is_empty() {
        bail!(
            "the outcomes are not those of {KEPT}. If they are better, \
             `cargo xtask conformance --bless` keeps them:{}",
            listed(&differences)
        );
    }
    Ok(())
}

fn listed(lines: &[String]) -> String {
    lines.iter().map(|line| format!("\n  {line}")).collect()
}
