use chat_client::{Reading, Stretch};
use shared::cursor::Seq;

use super::{Exactly, TOLD_EVERY, Told};

fn lines(first: u64, last: u64) -> Reading {
    Reading::Lines(Stretch {
        first: Seq(first),
        last: Seq(last),
    })
}

#[test]
fn the_first_place_is_told_and_small_movements_are_not() {
    let mut told = Told::default();
    assert_eq!(told.take(Exactly::Nearly), None, "nothing was seen yet");
    told.see(Reading::End);
    assert_eq!(told.take(Exactly::Nearly), Some(Reading::End));
    assert_eq!(told.take(Exactly::Nearly), None);
    told.see(lines(400, 420));
    assert_eq!(told.take(Exactly::Nearly), Some(lines(400, 420)));
    let (first, last) = (400 + TOLD_EVERY - 1, 420 + TOLD_EVERY - 1);
    told.see(lines(first, last));
    assert_eq!(told.take(Exactly::Nearly), None);
    told.see(lines(first, last + 1));
    assert_eq!(told.take(Exactly::Nearly), Some(lines(first, last + 1)));
}

#[test]
fn many_small_movements_are_not_lost_one_by_one() {
    let mut told = Told::default();
    told.see(lines(1_000, 1_020));
    assert!(told.take(Exactly::Nearly).is_some());
    let mut at = 1_000;
    for first in (500..1_000).rev() {
        told.see(lines(first, first + 20));
        if let Some(reading) = told.take(Exactly::Nearly) {
            assert_eq!(reading, lines(first, first + 20));
            at = first;
        }
        assert!(at - first < TOLD_EVERY);
    }
}

#[test]
fn what_is_asked_for_is_asked_from_the_very_place() {
    let mut told = Told::default();
    told.see(lines(400, 420));
    assert!(told.take(Exactly::Nearly).is_some());
    told.see(lines(399, 420));
    assert_eq!(told.take(Exactly::Quite), Some(lines(399, 420)));
    assert_eq!(told.take(Exactly::Quite), None);
}

#[test]
fn a_place_is_told_again_after_the_machine_went_by_itself() {
    let mut told = Told::default();
    told.see(Reading::End);
    assert!(told.take(Exactly::Nearly).is_some());
    told.forget();
    assert_eq!(told.take(Exactly::Quite), None, "nobody knows where");
    told.see(Reading::End);
    assert_eq!(told.take(Exactly::Nearly), Some(Reading::End));
}
