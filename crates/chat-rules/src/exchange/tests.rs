use proptest::collection::vec;
use proptest::prelude::*;

use super::{BATCH_BYTES_MAX, Collected, End, Exchange, Posted, Said, UNREAD_BYTES_MAX};

fn says(text: &str) -> impl FnOnce() -> Vec<Said> {
    let said = vec![Said::Text(text.to_owned())];
    move || said
}

fn end() -> End {
    End {
        code: 1012,
        reason: "the server restarts".to_owned(),
    }
}

fn batch(collected: Collected<u32>) -> (u64, Vec<u32>, bool) {
    let Collected::Batch(batch) = collected else {
        panic!("no batch: {collected:?}");
    };
    (batch.number, batch.frames, batch.end.is_some())
}

#[test]
fn a_post_that_comes_again_is_not_taken_again() {
    let mut exchange = Exchange::<u32>::default();
    assert_eq!(exchange.post(1, says("a")), Posted::Taken);
    assert_eq!(exchange.post(1, says("a")), Posted::Before);
    assert_eq!(exchange.hear(), Some(Said::Text("a".to_owned())));
    assert_eq!(exchange.post(1, says("a")), Posted::Before);
    assert_eq!(exchange.hear(), None);
    assert_eq!(exchange.post(2, says("b")), Posted::Taken);
}

#[test]
fn a_post_waits_until_the_one_before_is_heard() {
    let mut exchange = Exchange::<u32>::default();
    assert_eq!(exchange.post(1, says("a")), Posted::Taken);
    assert_eq!(exchange.post(2, says("b")), Posted::Wait);
    assert!(!exchange.is_heard());
    exchange.hear();
    assert!(exchange.is_heard());
    assert_eq!(exchange.post(2, says("b")), Posted::Taken);
}

#[test]
fn a_post_out_of_turn_is_refused_and_changes_nothing() {
    let mut exchange = Exchange::<u32>::default();
    assert_eq!(exchange.post(2, says("b")), Posted::Gap { next: 1 });
    assert_eq!(exchange.post(0, says("z")), Posted::Before);
    assert_eq!(exchange.hear(), None);
    assert_eq!(exchange.post(1, says("a")), Posted::Taken);
}

#[test]
fn a_batch_is_given_again_to_the_letter_until_the_next_is_asked_for() {
    let mut exchange = Exchange::default();
    assert_eq!(exchange.collect(0), Collected::Nothing);
    exchange.offer(1, 10);
    exchange.offer(2, 10);
    assert_eq!(batch(exchange.collect(0)), (1, vec![1, 2], false));
    exchange.offer(3, 10);
    assert_eq!(batch(exchange.collect(0)), (1, vec![1, 2], false));
    assert_eq!(batch(exchange.collect(1)), (2, vec![3], false));
    assert_eq!(exchange.collect(2), Collected::Nothing);
    assert_eq!(exchange.collect(2), Collected::Nothing);
    exchange.check_invariants();
}

#[test]
fn whoever_miscounts_is_told() {
    let mut exchange = Exchange::default();
    exchange.offer(1, 10);
    assert_eq!(exchange.collect(1), Collected::Miscounted { last: 0 });
    assert_eq!(
        exchange.collect(u64::MAX),
        Collected::Miscounted { last: 0 }
    );
    exchange.collect(0);
    exchange.offer(2, 10);
    exchange.collect(1);
    assert_eq!(exchange.collect(0), Collected::Miscounted { last: 2 });
}

#[test]
fn a_reader_that_takes_nothing_leaves_no_room_until_it_has_acknowledged() {
    let mut exchange = Exchange::default();
    exchange.offer(1, UNREAD_BYTES_MAX);
    assert!(exchange.has_room());
    exchange.offer(2, 1);
    assert!(!exchange.has_room());
    // What was given may be lost on the way, so it still weighs.
    assert_eq!(batch(exchange.collect(0)), (1, vec![1], false));
    assert!(!exchange.has_room());
    assert_eq!(batch(exchange.collect(1)), (2, vec![2], false));
    assert!(exchange.has_room());
}

#[test]
fn a_batch_is_bounded_and_a_large_frame_travels_alone() {
    let mut exchange = Exchange::default();
    exchange.offer(1, BATCH_BYTES_MAX + 1);
    exchange.offer(2, BATCH_BYTES_MAX);
    exchange.offer(3, 1);
    assert_eq!(batch(exchange.collect(0)), (1, vec![1], false));
    assert_eq!(batch(exchange.collect(1)), (2, vec![2], false));
    assert_eq!(batch(exchange.collect(2)), (3, vec![3], false));
}

#[test]
fn the_end_comes_last_and_once() {
    let mut exchange = Exchange::default();
    exchange.offer(1, 10);
    exchange.end(end());
    exchange.offer(2, 10);
    assert!(exchange.has_news());
    assert_eq!(batch(exchange.collect(0)), (1, vec![1], true));
    assert!(exchange.is_ended());
    assert_eq!(batch(exchange.collect(0)), (1, vec![1], true));
    assert_eq!(exchange.collect(1), Collected::Nothing);
}

#[test]
fn a_stream_takes_each_frame_once_and_then_the_end() {
    let mut exchange = Exchange::default();
    assert_eq!(exchange.stream(), None);
    exchange.offer(1, 10);
    exchange.offer(2, BATCH_BYTES_MAX);
    exchange.end(end());
    let first = exchange.stream().expect("news");
    assert_eq!((first.frames, first.end), (vec![1], None));
    let last = exchange.stream().expect("news");
    assert_eq!((last.frames, last.end), (vec![2], Some(end())));
    assert_eq!(exchange.stream(), None);
    assert!(exchange.is_ended());
    exchange.check_invariants();
}

/// What a network does to one request.
#[derive(Clone, Copy, Debug)]
enum Luck {
    Arrives,
    /// The request is lost.
    Lost,
    /// It arrives, and its answer is lost.
    Unanswered,
}

#[derive(Clone, Debug)]
enum Step {
    Say,
    Hear,
    Offer(usize),
    Post(Luck),
    Collect(Luck),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let luck = || {
        prop_oneof![
            Just(Luck::Arrives),
            Just(Luck::Lost),
            Just(Luck::Unanswered)
        ]
    };
    let step = prop_oneof![
        Just(Step::Say),
        Just(Step::Hear),
        (1..BATCH_BYTES_MAX * 2).prop_map(Step::Offer),
        luck().prop_map(Step::Post),
        luck().prop_map(Step::Collect),
    ];
    vec(step, 0..80)
}

proptest! {
    #[test]
    fn over_a_network_that_loses_nothing_is_lost_doubled_or_reordered(steps in steps()) {
        let mut exchange = Exchange::default();
        let (mut said, mut posted, mut heard) = (0_u32, 0_u32, 0_u32);
        let (mut post_number, mut on_its_way) = (1, None);
        let (mut offered, mut read, mut after) = (0_u32, 0_u32, 0);
        // However it went, in the end the network is good.
        let good = [Step::Post(Luck::Arrives), Step::Hear, Step::Collect(Luck::Arrives)];
        let rest = good.iter().cycle().take(good.len() * (steps.len() + 1));
        for step in steps.iter().chain(rest) {
            match step {
                Step::Say => said += 1,
                Step::Hear => {
                    if let Some(Said::Text(text)) = exchange.hear() {
                        heard += 1;
                        prop_assert_eq!(text, heard.to_string());
                    }
                }
                Step::Offer(bytes) => {
                    offered += 1;
                    exchange.offer(offered, *bytes);
                }
                Step::Post(luck) => {
                    if on_its_way.is_none() && posted < said {
                        let texts: Vec<_> = (posted + 1..=said).collect();
                        posted = said;
                        on_its_way = Some(texts);
                    }
                    let Some(texts) = &on_its_way else { continue };
                    if let Luck::Lost = luck { continue }
                    let answer = exchange.post(post_number, || {
                        texts.iter().map(|text| Said::Text(text.to_string())).collect()
                    });
                    let done = matches!(answer, Posted::Taken | Posted::Before);
                    if let (true, Luck::Arrives) = (done, luck) {
                        on_its_way = None;
                        post_number += 1;
                    }
                }
                Step::Collect(luck) => {
                    if let Luck::Lost = luck { continue }
                    let collected = exchange.collect(after);
                    if let (Collected::Batch(batch), Luck::Arrives) = (collected, luck) {
                        prop_assert_eq!(batch.number, after + 1);
                        after = batch.number;
                        for frame in batch.frames {
                            read += 1;
                            prop_assert_eq!(frame, read);
                        }
                    }
                }
            }
            exchange.check_invariants();
        }
        while let Some(Said::Text(text)) = exchange.hear() {
            heard += 1;
            prop_assert_eq!(text, heard.to_string());
        }
        prop_assert_eq!((heard, read), (said, offered));
    }
}
