//! The simulation by hand: one seed as a story, many seeds as a number.

use std::env;
use std::process::ExitCode;
use std::time::Instant;

use chat_sim::mutant::Mutant;
use chat_sim::plan::Plan;
use chat_sim::plan::shrink::shrink;
use chat_sim::story::Story;
use chat_sim::world::{Outcome, Tally, run};

const USAGE: &str = "\
usage: cargo xtask sim --seed N [--steps M]    one plan, told as a story
       cargo xtask sim --plan FILE             a saved plan, told as a story
       cargo xtask sim --seeds N [--steps M]   many plans, from seed 1 on
       cargo xtask sim --mutants N [--steps M] every deliberate fault, within N seeds
       … --mutant NAME                         with a deliberate fault switched on
       … --save FILE                           the plan (a failing one cut down) is saved there";

/// Steps of a plan where nobody says otherwise.
const STEPS: usize = 150;

#[derive(Default)]
struct Wishes {
    seed: Option<u64>,
    seeds: Option<u64>,
    mutants: Option<u64>,
    steps: Option<usize>,
    plan: Option<String>,
    mutant: Option<Mutant>,
    save: Option<String>,
}

#[expect(
    clippy::print_stderr,
    reason = "a command-line tool says here how it is used and why it failed"
)]
fn main() -> ExitCode {
    // A broken promise is a panic, told with the story. Its place in the code comes too.
    std::panic::set_hook(Box::new(|_| {}));
    if env::args().any(|argument| argument == "--help") {
        eprintln!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    match wishes(env::args().skip(1)).and_then(|wishes| fulfil(&wishes)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}\n{USAGE}");
            ExitCode::FAILURE
        }
    }
}

fn wishes(mut arguments: impl Iterator<Item = String>) -> Result<Wishes, String> {
    let mut wishes = Wishes::default();
    while let Some(name) = arguments.next() {
        let value = arguments
            .next()
            .ok_or_else(|| format!("{name} needs a value"))?;
        let number = || {
            value
                .parse::<u64>()
                .map_err(|_| format!("{value} is no number"))
        };
        match name.as_str() {
            "--seed" => wishes.seed = Some(number()?),
            "--seeds" => wishes.seeds = Some(number()?),
            "--mutants" => wishes.mutants = Some(number()?),
            "--steps" => wishes.steps = usize::try_from(number()?).ok(),
            "--plan" => wishes.plan = Some(value),
            "--save" => wishes.save = Some(value),
            "--mutant" => {
                let named = |mutant: &Mutant| mutant.to_string().ends_with(&format!(": {value}"));
                let mutant = Mutant::all().find(named);
                wishes.mutant = Some(mutant.ok_or_else(|| format!("no fault is called {value}"))?);
            }
            other => return Err(format!("{other} is not understood")),
        }
    }
    Ok(wishes)
}

fn fulfil(wishes: &Wishes) -> Result<ExitCode, String> {
    let steps = wishes.steps.unwrap_or(STEPS);
    match (wishes.seed, wishes.seeds, wishes.mutants, &wishes.plan) {
        (Some(seed), None, None, None) => tell(&Plan::generate(seed, steps), wishes),
        (None, Some(seeds), None, None) => run_many(seeds, steps, wishes),
        (None, None, Some(seeds), None) => Ok(catch_mutants(seeds, steps)),
        (None, None, None, Some(file)) => {
            let text = std::fs::read_to_string(file).map_err(|why| format!("{file}: {why}"))?;
            tell(&text.parse()?, wishes)
        }
        _ => Err("one of --seed, --plan, --seeds and --mutants".to_owned()),
    }
}

/// Tells one plan; one that fails is told as small as it gets.
#[expect(clippy::print_stdout, reason = "the story is what was asked for")]
fn tell(plan: &Plan, wishes: &Wishes) -> Result<ExitCode, String> {
    let outcome = run(plan, wishes.mutant, Story::told());
    let Some(failure) = outcome.failure else {
        outcome.story.iter().for_each(|line| println!("{line}"));
        println!("\nall is well: {}", words(&outcome.tally));
        save(plan, wishes)?;
        return Ok(ExitCode::SUCCESS);
    };
    println!(
        "seed {} fails: {failure}\nit is being cut down …",
        plan.seed
    );
    let small = shrink(plan, |plan| {
        let other = run(plan, wishes.mutant, Story::silent()).failure;
        other.is_some_and(|other| kind(&other) == kind(&failure))
    });
    let Outcome { failure, story, .. } = run(&small, wishes.mutant, Story::told());
    story.iter().for_each(|line| println!("{line}"));
    println!(
        "\n{small}\n{} of {} steps are left",
        small.steps.len(),
        plan.steps.len()
    );
    println!("fails: {}", failure.unwrap_or_default());
    save(&small, wishes)?;
    Ok(ExitCode::FAILURE)
}

/// A failure without its names and numbers: a smaller plan has others, for the same reason.
fn kind(failure: &str) -> String {
    let first = failure.lines().next().unwrap_or_default();
    let is_word = |word: &&str| word.chars().all(|c| c.is_ascii_alphabetic());
    let words: Vec<&str> = first.split([' ', ':', ',']).filter(is_word).collect();
    words.join(" ")
}

fn save(plan: &Plan, wishes: &Wishes) -> Result<(), String> {
    let Some(file) = &wishes.save else {
        return Ok(());
    };
    std::fs::write(file, plan.to_string()).map_err(|why| format!("{file}: {why}"))
}

#[expect(clippy::print_stdout, reason = "the numbers are what was asked for")]
fn run_many(seeds: u64, steps: usize, wishes: &Wishes) -> Result<ExitCode, String> {
    let begun = Instant::now();
    let mut total = Tally::default();
    for seed in 1..=seeds {
        let plan = Plan::generate(seed, steps);
        let outcome = run(&plan, wishes.mutant, Story::silent());
        if let Some(failure) = outcome.failure {
            println!("seed {seed} fails: {failure}");
            println!("cargo xtask sim --seed {seed} --steps {steps}");
            save(&plan, wishes)?;
            return Ok(ExitCode::FAILURE);
        }
        total.add(&outcome.tally);
    }
    for (happening, times) in &total.happened {
        println!("{times:>8} times {happening:?}");
    }
    let took = begun.elapsed();
    println!("{seeds} seeds of {steps} steps are well: {}", words(&total));
    println!(
        "{:.1} s, {:.0} seeds a minute",
        took.as_secs_f64(),
        seeds as f64 * 60.0 / took.as_secs_f64()
    );
    Ok(ExitCode::SUCCESS)
}

#[expect(clippy::print_stdout, reason = "the list is what was asked for")]
fn catch_mutants(seeds: u64, steps: usize) -> ExitCode {
    let mut escaped = 0;
    for mutant in Mutant::all() {
        let fails = |seed: &u64| {
            run(&Plan::generate(*seed, steps), Some(mutant), Story::silent())
                .failure
                .is_some()
        };
        if let Some(seed) = (1..=seeds).find(fails) {
            let why = run(&Plan::generate(seed, steps), Some(mutant), Story::silent()).failure;
            println!(
                "{mutant}: seed {seed}: {}",
                why.unwrap_or_default().lines().next().unwrap_or_default()
            );
        } else {
            println!("{mutant}: not caught in {seeds} seeds");
            escaped += 1;
        }
    }
    if escaped == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn words(tally: &Tally) -> String {
    format!(
        "{} virtual minutes, {} events, {} messages, {} entries given, {} connections, {} server processes",
        tally.virtual_ms / 60_000,
        tally.events,
        tally.writes,
        tally.entries_given,
        tally.links,
        tally.processes
    )
}
