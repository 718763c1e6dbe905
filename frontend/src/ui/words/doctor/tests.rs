use shared::doctor::{Finding, Outcome, Progress};

use super::ended;

fn found(outcome: Outcome) -> Finding {
    Finding {
        outcome,
        sentence: "It is so.".to_owned(),
        fixes: Vec::new(),
    }
}

#[test]
fn the_end_counts_what_is_to_change() {
    let (good, bad) = (found(Outcome::Good), found(Outcome::Bad));
    assert_eq!(ended(&[], None), "");
    assert_eq!(ended(&[&good], Some(Progress::Whole)), "Nothing to change.");
    assert_eq!(ended(&[&bad, &good], None), "1 thing to change.");
    let two = ended(&[&bad, &bad], Some(Progress::Cut));
    assert_eq!(
        two,
        "2 things to change. The examination took too long and was ended."
    );
}
