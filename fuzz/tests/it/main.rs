//! The short run: every input of the corpus, then mutations of them from a fixed seed.
//! Bounded by counts, not by time, so that it says the same everywhere.

use std::collections::BTreeSet;
use std::panic;
use std::path::Path;
use std::{env, fs};

use fuzz::mutation::Mutation;
use fuzz::{INPUT_BYTES_MAX, TARGETS, Target};

/// Any number will do; another one is another run.
const SEED: u64 = 0xC0FF_AB01;

/// Mutations of each target: seconds in a build without optimisation.
const MUTATIONS: usize = 20_000;

/// And of those to which an input is a whole conversation, or a whole server.
const MUTATIONS_OF_THE_LONG: usize = 4_000;

macro_rules! targets {
    ($($name:ident)*) => {
        const NAMES: &[&str] = &[$(stringify!($name)),*];

        $(
            #[test]
            fn $name() {
                hold(stringify!($name));
            }
        )*
    };
}

targets! {
    decoder frames client_frame server_frame events session client requests plain origin forwarded credentials
    cursor marks names markup layout files
}

#[test]
fn every_target_has_its_test_and_every_corpus_its_target() {
    let names: BTreeSet<&str> = NAMES.iter().copied().collect();
    let targets: BTreeSet<&str> = TARGETS.iter().map(|target| target.name).collect();
    assert_eq!(names, targets);
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    for entry in fs::read_dir(corpus).unwrap() {
        let name = entry.unwrap().file_name();
        assert!(
            targets.contains(name.to_str().unwrap()),
            "{}",
            name.display()
        );
    }
}

fn hold(name: &str) {
    let target = fuzz::target(name).expect("the list is whole");
    let corpus = target.corpus().expect("every target has a corpus");
    assert!(!corpus.is_empty(), "the corpus of {name} is empty");
    for (path, input) in &corpus {
        assert!(input.len() <= INPUT_BYTES_MAX, "{} is long", path.display());
        run(target, input, &path.display().to_string());
    }
    let inputs = corpus.iter().map(|(_, input)| input.as_slice()).collect();
    let mut mutation = Mutation::new(SEED, inputs, target.words);
    let mutations = match name {
        "client" | "frames" | "requests" | "session" => MUTATIONS_OF_THE_LONG,
        _ => MUTATIONS,
    };
    for number in 0..mutations {
        run(target, &mutation.input(), &format!("mutation {number}"));
    }
}

/// Runs the target; an input that breaks it is kept as a file, to be looked at and to join
/// the corpus.
#[expect(
    clippy::print_stderr,
    reason = "the test that fails says which input it was"
)]
fn run(target: &Target, input: &[u8], origin: &str) {
    let Err(panicked) = panic::catch_unwind(|| (target.run)(input)) else {
        return;
    };
    let path = env::temp_dir().join(format!("confab-fuzz-{}", target.name));
    fs::write(&path, input).expect("the input can be written");
    eprintln!(
        "{} broke on {origin}, kept in {}: {}",
        target.name,
        path.display(),
        input.escape_ascii()
    );
    panic::resume_unwind(panicked);
}
