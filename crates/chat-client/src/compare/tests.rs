use shared::limits::FRAMES_BURST;

use super::*;

#[test]
fn a_comparison_stays_below_what_a_session_may_send_at_once() {
    // Hello and a pong or two go beside.
    assert!(TRIPS + BURST + 3 < FRAMES_BURST as usize);
}

#[test]
fn figures_are_those_of_the_middle_and_of_the_slow_end() {
    let trips: Vec<u64> = (1..=200).rev().collect();
    let figures = figures(trips, (50, 25_000), 40).unwrap();
    assert_eq!((figures.median_us, figures.p99_us), (100, 198));
    assert_eq!(figures.per_second, 2_000);
    let one = super::figures(vec![7], (0, 0), 40).unwrap();
    assert_eq!((one.median_us, one.p99_us, one.per_second), (7, 7, 0));
    assert_eq!(super::figures(Vec::new(), (0, 0), 40), None);
}

#[test]
fn a_message_weighs_what_carries_it() {
    let heads = Heads {
        request: 500,
        answer: 200,
    };
    let weigh = |way| bytes(way, 16, 16, heads);
    assert_eq!(weigh(Way::Link(Transport::WebSocket)), 32 + 6 + 2);
    assert_eq!(weigh(Way::Link(Transport::Events)), 32 + 700 + 8);
    assert_eq!(weigh(Way::Link(Transport::Poll)), 32 + 1_400 + 8 + 7);
    assert_eq!(weigh(Way::Requests), 32 + 700);
    assert_eq!(bytes(Way::Link(Transport::WebSocket), 200, 200, heads), 412);
}
