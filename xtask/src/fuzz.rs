//! The long run of the fuzz targets, led by the code that an input reaches.
//!
//! libFuzzer needs the compiler to count what is reached. Those passes are in every rustc,
//! also a stable one; only sanitizers would need a nightly, and there is no `unsafe` of ours
//! for them to look at. What the runs find interesting stays below `target/fuzz`, so the
//! next run goes on from there.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::process::Step;

const CORPUS: &str = "fuzz/corpus";
const WORK: &str = "target/fuzz";

/// Where the compiler counts. Edges by a counter each, and what is compared, so that
/// libFuzzer can guess the words that the code looks for.
const FLAGS: &str = "-Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares \
    --cfg fuzzing -Ccodegen-units=1";

/// As `fuzz` says it; longer inputs are slower and find no more.
const INPUT_BYTES_MAX: usize = 2_048;

/// An input that takes longer than this many seconds is a finding.
const INPUT_SECONDS_MAX: usize = 10;

/// So is one that makes the process bigger than this.
const MEBIBYTES_MAX: usize = 2_048;

const MINUTES_DEFAULT: u64 = 1;

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options<'a> {
    target: Option<&'a str>,
    minutes: u64,
}

impl<'a> Options<'a> {
    /// Reads `[TARGET] [--minutes N]`.
    pub(crate) fn parse(arguments: &[&'a str]) -> Result<Self> {
        let mut options = Self {
            target: None,
            minutes: MINUTES_DEFAULT,
        };
        let mut arguments = arguments.iter();
        while let Some(&argument) = arguments.next() {
            if argument == "--minutes" {
                let minutes = arguments.next().and_then(|minutes| minutes.parse().ok());
                options.minutes = minutes.context("--minutes wants a number")?;
            } else if argument.starts_with('-') || options.target.is_some() {
                bail!("`{argument}` is not understood: cargo xtask fuzz [TARGET] [--minutes N]");
            } else {
                options.target = Some(argument);
            }
        }
        Ok(options)
    }
}

/// Builds the runner, and runs one target or each of them in turn.
pub(crate) fn run(root: &Path, options: &Options<'_>) -> Result<()> {
    let all = targets(root)?;
    let chosen: Vec<&String> = match options.target {
        None => all.iter().collect(),
        Some(name) => all.iter().filter(|target| *target == name).collect(),
    };
    if chosen.is_empty() {
        bail!("there is no such target; there are: {}", all.join(", "));
    }
    let host = Step::new("rustc", &["--print", "host-tuple"]).output(root)?;
    let build = [
        "build",
        "--locked",
        "--package",
        "fuzz",
        "--bin",
        "guided",
        "--features",
        "guided",
        "--profile",
        "fuzz",
        // Named, so that the flags are for this alone and not for macros and build scripts.
        "--target",
        &host,
        "--target-dir",
        WORK,
    ];
    Step::cargo(&build).with("RUSTFLAGS", FLAGS).run(root)?;
    let program = root.join(WORK).join(&host).join("fuzz/guided");
    for target in chosen {
        run_target(root, &program, target, options.minutes)?;
    }
    Ok(())
}

/// Each has a folder of inputs.
fn targets(root: &Path) -> Result<Vec<String>> {
    let unreadable = || format!("cannot read {CORPUS}");
    let mut targets = Vec::new();
    for entry in fs::read_dir(root.join(CORPUS)).with_context(unreadable)? {
        let name = entry.with_context(unreadable)?.file_name();
        targets.push(name.to_string_lossy().into_owned());
    }
    targets.sort();
    Ok(targets)
}

fn run_target(root: &Path, program: &Path, target: &str, minutes: u64) -> Result<()> {
    let grown = root.join(WORK).join("corpus").join(target);
    let found = root.join(WORK).join("found").join(target);
    for dir in [&grown, &found] {
        fs::create_dir_all(dir).with_context(|| format!("cannot make {}", dir.display()))?;
    }
    let dictionary = root.join(WORK).join(format!("{target}.dict"));
    let arguments = [
        // New inputs go to the first folder.
        grown.to_string_lossy().into_owned(),
        format!("{CORPUS}/{target}"),
        format!("-dict={}", dictionary.display()),
        format!("-artifact_prefix={}/", found.display()),
        format!("-max_total_time={}", minutes * 60),
        format!("-max_len={INPUT_BYTES_MAX}"),
        format!("-timeout={INPUT_SECONDS_MAX}"),
        format!("-rss_limit_mb={MEBIBYTES_MAX}"),
        "-print_final_stats=1".to_owned(),
        "-verbosity=0".to_owned(),
    ];
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let step = Step::new(program, &arguments)
        .with("CONFAB_FUZZ_TARGET", target)
        .with("CONFAB_FUZZ_DICTIONARY", dictionary);
    step.run(root).with_context(|| {
        format!(
            "`{target}` found something: repair it, and copy the input from {} to \
             {CORPUS}/{target} under a name that says what it is",
            found.display()
        )
    })
}

#[cfg(test)]
mod tests {
    use super::Options;

    #[test]
    fn a_target_and_a_time_may_be_given_in_any_order() {
        let (both, none) = (["markup", "--minutes", "5"], []);
        let markup = Options {
            target: Some("markup"),
            minutes: 5,
        };
        assert_eq!(Options::parse(&both).unwrap(), markup);
        assert_eq!(
            Options::parse(&["--minutes", "5", "markup"]).unwrap(),
            markup
        );
        assert_eq!(Options::parse(&none).unwrap().target, None);
        for wrong in [
            &["a", "b"][..],
            &["--minutes"],
            &["--minutes", "x"],
            &["--hours"],
        ] {
            assert!(Options::parse(wrong).is_err(), "{wrong:?}");
        }
    }
}
