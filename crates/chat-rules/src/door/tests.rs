use std::net::IpAddr;

use proptest::prelude::*;
use shared::moment::Moment;
use shared::refusal::RefusalCode;

use super::{
    Door, FULL_RETRY_AFTER_MS, HANDSHAKES_BURST_SECONDS, HANDSHAKES_PER_SECOND, Limits, Loopback,
    TurnedAway, Visitor,
};
use crate::rate::RateLimit;

const NOW: Moment = Moment(1_000_000);

const HANDSHAKES_BURST: u32 = HANDSHAKES_PER_SECOND * HANDSHAKES_BURST_SECONDS;

fn ip(text: &str) -> IpAddr {
    text.parse().expect("an address")
}

fn small(connections: u32, connections_per_address: u32) -> Door {
    Door::new(Limits {
        connections,
        connections_per_address,
        ..Limits::default()
    })
}

#[test]
fn a_full_house_takes_the_next_one_when_somebody_leaves() {
    let mut door = small(2, 2);
    assert_eq!(door.connection(), Ok(()));
    assert_eq!(door.connection(), Ok(()));
    assert_eq!(door.connection(), Err(TurnedAway::Full));
    door.connection_ended();
    assert_eq!(door.connection(), Ok(()));
    assert_eq!(door.connections(), 2);
}

#[test]
fn one_address_that_is_full_keeps_nobody_else_out() {
    let mut door = small(100, 2);
    let (one, other) = (ip("192.0.2.1"), ip("192.0.2.2"));
    let first = door.visitor(NOW, one).expect("there is room");
    let _second = door.visitor(NOW, one).expect("there is room");
    assert_eq!(door.visitor(NOW, one), Err(TurnedAway::AddressFull));
    assert!(door.visitor(NOW, other).is_ok());
    door.visitor_left(NOW, first);
    assert!(door.visitor(NOW, one).is_ok());
}

#[test]
fn a_subscribers_whole_network_is_one_address_and_a_mapped_one_is_what_it_maps() {
    let mut door = small(100, 1);
    assert!(door.visitor(NOW, ip("2001:db8:0:1::1")).is_ok());
    assert!(door.visitor(NOW, ip("2001:db8:0:1:ffff::2")).is_err());
    assert!(door.visitor(NOW, ip("2001:db8:0:2::1")).is_ok());
    assert!(door.visitor(NOW, ip("192.0.2.1")).is_ok());
    assert!(door.visitor(NOW, ip("::ffff:192.0.2.1")).is_err());
}

#[test]
fn loopback_is_free_unless_it_is_told_otherwise() {
    for (loopback, free) in [(Loopback::Free, true), (Loopback::Limited, false)] {
        for address in ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"] {
            let mut door = Door::new(Limits {
                connections_per_address: 1,
                loopback,
                ..Limits::default()
            });
            assert!(door.visitor(NOW, ip(address)).is_ok());
            assert_eq!(door.visitor(NOW, ip(address)).is_ok(), free, "{address}");
            assert!(door.handshake(NOW, Some(ip(address))).is_ok());
            assert_eq!(
                door.handshake(NOW, Some(ip(address))).is_ok(),
                free,
                "{address}"
            );
        }
    }
}

#[test]
fn an_address_shakes_hands_as_often_as_it_may_connect_and_then_at_its_rate() {
    let mut door = small(100, 6);
    let from = ip("192.0.2.1");
    for _ in 0..6 {
        assert_eq!(door.handshake(NOW, Some(from)), Ok(()));
    }
    let retry_after_ms = 10_000;
    assert_eq!(
        door.handshake(NOW, Some(from)),
        Err(TurnedAway::AddressTooFast { retry_after_ms })
    );
    assert_eq!(door.handshake(NOW, Some(ip("192.0.2.2"))), Ok(()));
    assert_eq!(door.handshake(NOW.plus_ms(10_000), Some(from)), Ok(()));
    assert!(door.handshake(NOW.plus_ms(10_000), Some(from)).is_err());
}

#[test]
fn all_together_shake_hands_at_one_rate_and_the_fast_one_does_not_use_it_up() {
    let mut door = Door::new(Limits {
        connections_per_address: 1,
        ..Limits::default()
    });
    let fast = ip("192.0.2.1");
    let others = |n: u32| IpAddr::from((0x0a00_0000_u32 + n).to_be_bytes());
    for _ in 0..2 * HANDSHAKES_BURST {
        // Only its first one counts.
        let _ = door.handshake(NOW, Some(fast));
    }
    for n in 1..HANDSHAKES_BURST {
        assert_eq!(door.handshake(NOW, Some(others(n))), Ok(()), "{n}");
    }
    let Err(TurnedAway::TooFast { retry_after_ms }) = door.handshake(NOW, Some(others(0))) else {
        panic!("the rate is not held")
    };
    assert_eq!(retry_after_ms, 1_000_u32.div_ceil(HANDSHAKES_PER_SECOND));
    let mut answered = 0;
    for n in 0..HANDSHAKES_BURST {
        let next = others(HANDSHAKES_BURST + n);
        answered += u32::from(door.handshake(NOW.plus_ms(1_000), Some(next)).is_ok());
    }
    assert_eq!(answered, HANDSHAKES_PER_SECOND);
}

#[test]
fn without_rates_handshakes_are_not_counted() {
    let mut door = Door::new(Limits {
        connections_per_address: 1,
        rate: RateLimit::Off,
        ..Limits::default()
    });
    for _ in 0..2 * HANDSHAKES_BURST {
        assert_eq!(door.handshake(NOW, Some(ip("192.0.2.1"))), Ok(()));
    }
}

#[test]
fn who_is_turned_away_is_told_when_to_come_back() {
    for (why, after) in [
        (TurnedAway::Full, FULL_RETRY_AFTER_MS),
        (TurnedAway::AddressFull, FULL_RETRY_AFTER_MS),
        (TurnedAway::TooFast { retry_after_ms: 7 }, 7),
        (TurnedAway::AddressTooFast { retry_after_ms: 8 }, 8),
    ] {
        let refusal = why.refusal();
        assert_eq!(refusal.code, RefusalCode::Unavailable, "{}", why.kind());
        assert_eq!(refusal.retry_after_ms, Some(after), "{}", why.kind());
    }
}

#[test]
fn a_hundred_thousand_addresses_that_came_once_are_forgotten() {
    let mut door = Door::new(Limits::default());
    for n in 0..100_000_u32 {
        let now = NOW.plus_ms(u64::from(n));
        let from = IpAddr::from(n.to_be_bytes());
        let visitor = door.visitor(now, from).expect("nobody came from there");
        assert_eq!(door.handshake(now, Some(from)), Ok(()));
        door.visitor_left(now, visitor);
        if n % 1_000 == 0 {
            door.check_invariants(now);
        }
    }
    assert!(
        door.addresses.len() < 1_000,
        "{} addresses are kept",
        door.addresses.len()
    );
}

#[derive(Clone, Debug)]
enum Step {
    Enter(u8),
    Leave(prop::sample::Index),
    Handshake(u8),
    Wait(u16),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (0..6_u8).prop_map(Step::Enter),
        any::<prop::sample::Index>().prop_map(Step::Leave),
        (0..6_u8).prop_map(Step::Handshake),
        (0..20_000_u16).prop_map(Step::Wait),
    ]
}

proptest! {
    /// Beside a list that remembers everything, the door says the same.
    #[test]
    fn whatever_comes_and_goes_the_counts_hold(steps in prop::collection::vec(step(), 0..200)) {
        let (most, most_of_one) = (9, 3);
        let mut door = small(most, most_of_one);
        let mut now = NOW;
        let mut inside: Vec<(u8, Visitor)> = Vec::new();
        for step in steps {
            match step {
                Step::Enter(host) => {
                    let full = inside.len() >= most as usize;
                    prop_assert_eq!(door.connection().is_err(), full);
                    if full {
                        continue;
                    }
                    let of_it = inside.iter().filter(|(other, _)| *other == host).count();
                    match door.visitor(now, IpAddr::from([192, 0, 2, host])) {
                        Ok(visitor) => inside.push((host, visitor)),
                        Err(why) => {
                            prop_assert_eq!(why, TurnedAway::AddressFull);
                            prop_assert_eq!(of_it, most_of_one as usize);
                            door.connection_ended();
                        }
                    }
                }
                Step::Leave(which) if !inside.is_empty() => {
                    let (_, visitor) = inside.swap_remove(which.index(inside.len()));
                    door.visitor_left(now, visitor);
                    door.connection_ended();
                }
                Step::Leave(_) => {}
                Step::Handshake(host) => {
                    let _ = door.handshake(now, Some(IpAddr::from([192, 0, 2, host])));
                }
                Step::Wait(ms) => now = now.plus_ms(u64::from(ms)),
            }
            prop_assert_eq!(door.connections() as usize, inside.len());
            door.check_invariants(now);
        }
    }
}
