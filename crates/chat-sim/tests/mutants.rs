//! The proof that the simulation can fail: every deliberate fault is caught, by the first
//! plans that are tried.

use chat_sim::mutant::Mutant;
use chat_sim::plan::Plan;
use chat_sim::story::Story;
use chat_sim::world::run;

/// Steps of a plan.
const STEPS: usize = 150;

/// A fault that this many plans do not find counts as missed: as many as are run without one.
const SEEDS_MAX: u64 = 240;

/// The first seed that catches it.
fn caught_by(mutant: Mutant) -> Option<u64> {
    let fails = |seed: &u64| {
        let plan = Plan::generate(*seed, STEPS);
        run(&plan, Some(mutant), Story::silent()).failure.is_some()
    };
    (1..=SEEDS_MAX).find(fails)
}

fn all_are_caught(which: impl Fn(&Mutant) -> bool) {
    let mutants = Mutant::all().filter(which);
    let caught: Vec<(Mutant, Option<u64>)> = mutants.map(|m| (m, caught_by(m))).collect();
    assert!(caught.len() >= 5, "{} faults are tried", caught.len());
    let missed: Vec<String> = caught
        .iter()
        .filter(|(_, seed)| seed.is_none())
        .map(|(m, _)| m.to_string())
        .collect();
    assert!(
        missed.is_empty(),
        "not caught within {SEEDS_MAX} seeds: {missed:?}"
    );
}

#[test]
fn faults_of_the_client_are_caught() {
    all_are_caught(|mutant| matches!(mutant, Mutant::Client(_)));
}

#[test]
fn faults_of_the_servers_rules_are_caught() {
    all_are_caught(|mutant| matches!(mutant, Mutant::Rules(_)));
}

#[test]
fn faults_of_the_shell_and_the_store_are_caught() {
    all_are_caught(|mutant| matches!(mutant, Mutant::Shell(_)));
}

/// The seeds that catch the faults do so because of them.
#[test]
fn a_fault_that_is_switched_off_again_is_gone() {
    let plan = Plan::generate(1, STEPS);
    let before = run(&plan, None, Story::silent());
    for mutant in Mutant::all() {
        let _ = run(&plan, Some(mutant), Story::silent());
    }
    let after = run(&plan, None, Story::silent());
    assert_eq!(before.failure, None);
    assert_eq!(after.failure, None);
    assert_eq!(before.tally, after.tally);
}

/// Only the simulation asks for the faults: nothing that is shipped is built with them.
#[test]
fn no_other_crate_asks_for_the_faults() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = root.ancestors().nth(2).expect("it lies two folders deep");
    let folders = ["", "crates"].map(|folder| root.join(folder));
    let members = folders.iter().flat_map(|folder| {
        let entries = std::fs::read_dir(folder).expect("the folder is there");
        entries.map(|entry| entry.expect("it can be read").path())
    });
    let mut asking = Vec::new();
    let mut manifests = 0;
    for member in members {
        let Ok(manifest) = std::fs::read_to_string(member.join("Cargo.toml")) else {
            continue;
        };
        manifests += 1;
        if manifest.contains("\"mutants\"") {
            asking.push(member.file_name().map(std::ffi::OsStr::to_owned));
        }
    }
    assert!(manifests > 10, "{manifests} crates are looked at");
    assert_eq!(asking, [Some("chat-sim".into())]);
}
