//! Random plans with fixed seeds: nothing is lost, doubled or reordered, and all is quiet
//! in the end.

use chat_sim::happening::Happening;
use chat_sim::plan::Plan;
use chat_sim::story::Story;
use chat_sim::world::{Tally, run};

/// Steps of a plan.
const STEPS: usize = 150;

/// Seeds that CI runs.
const SEEDS: u64 = 240;

fn all_is_well(seeds: impl Iterator<Item = u64>) -> Tally {
    let mut total = Tally::default();
    for seed in seeds {
        let outcome = run(&Plan::generate(seed, STEPS), None, Story::silent());
        if let Some(failure) = outcome.failure {
            panic!("{failure}\ncargo xtask sim --seed {seed} --steps {STEPS}");
        }
        total.add(&outcome.tally);
    }
    total
}

#[test]
fn random_plans_are_well_and_meet_everything_that_goes_wrong() {
    let total = all_is_well(1..=SEEDS);
    // Plans in which nothing goes wrong would prove nothing.
    for happening in Happening::ALL {
        let times = total.happened.get(&happening).copied().unwrap_or(0);
        assert!(times > 0, "{happening:?} never happened");
    }
}

/// Plans that once failed, cut down.
#[test]
fn what_failed_once_is_well_now() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/plans");
    let files = std::fs::read_dir(folder).expect("the folder is there");
    let mut plans = 0;
    for file in files {
        let path = file.expect("it can be read").path();
        let text = std::fs::read_to_string(&path).expect("it is text");
        let plan: Plan = text.parse().unwrap_or_else(|why| panic!("{path:?}: {why}"));
        let outcome = run(&plan, None, Story::silent());
        assert_eq!(
            outcome.failure,
            None,
            "cargo xtask sim --plan {}",
            path.display()
        );
        plans += 1;
    }
    assert!(plans > 0, "no plan is saved");
}

#[test]
fn a_seed_always_tells_the_same_story() {
    let plan = Plan::generate(7, STEPS);
    let first = run(&plan, None, Story::told());
    let second = run(&plan, None, Story::told());
    assert!(first.story.len() > 500, "{} lines", first.story.len());
    assert_eq!(first.story, second.story);
    assert_eq!(first.tally, second.tally);
}

#[test]
fn plans_are_read_back_as_they_were_written() {
    for seed in 1..200 {
        let plan = Plan::generate(seed, STEPS);
        assert_eq!(plan.to_string().parse(), Ok(plan));
    }
    let line = |line: &str| format!("confab plan 1\nseed 1\n{line}\n").parse::<Plan>();
    assert!(line("# nothing yet").is_ok());
    for wrong in [
        "+1 dora posts lobby short",
        "+1 ada.1 flies",
        "+x ada.1 looks",
        "+1",
    ] {
        assert!(line(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn a_plan_is_cut_down_to_what_its_failure_needs() {
    use chat_sim::plan::shrink::shrink;
    let plan = Plan::generate(3, STEPS);
    let posts = |plan: &Plan| plan.to_string().matches(" posts ").count();
    assert!(posts(&plan) > 3);
    let small = shrink(&plan, |plan| posts(plan) >= 2);
    assert_eq!((small.steps.len(), posts(&small), small.log), (2, 2, 0));
    let waits = |plan: &Plan| plan.steps.iter().map(|step| step.after_ms).sum::<u64>();
    assert!(waits(&small) <= waits(&plan));
}
