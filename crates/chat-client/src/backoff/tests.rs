use proptest::prelude::*;

use super::*;

#[test]
fn the_ceiling_doubles_from_half_a_second_to_twenty() {
    let ceilings: Vec<u64> = (0..9).map(ceiling_ms).collect();
    assert_eq!(
        ceilings,
        [
            500, 1_000, 2_000, 4_000, 8_000, 16_000, 20_000, 20_000, 20_000
        ]
    );
    assert_eq!(ceiling_ms(u32::MAX), CAP_MS);
}

#[test]
fn two_seeds_wait_differently_and_one_seed_waits_the_same() {
    let waits = |seed| {
        let mut chance = Chance::new(seed);
        (0..8)
            .map(|attempt| delay_ms(attempt, &mut chance))
            .collect::<Vec<_>>()
    };
    assert_eq!(waits(1), waits(1));
    assert_ne!(waits(1), waits(2));
}

#[test]
fn the_whole_range_is_used() {
    let mut chance = Chance::new(7);
    let waits: Vec<u64> = (0..2_000).map(|_| delay_ms(6, &mut chance)).collect();
    for eighth in 0..8 {
        let low = eighth * CAP_MS / 8;
        let hit = waits
            .iter()
            .filter(|&&wait| (low..low + CAP_MS / 8).contains(&wait))
            .count();
        assert!(hit > 150, "only {hit} of 2000 waits lie in eighth {eighth}");
    }
}

proptest! {
    #[test]
    fn no_wait_is_over_its_ceiling(seed: u64, attempt: u32) {
        let mut chance = Chance::new(seed);
        for _ in 0..20 {
            prop_assert!(delay_ms(attempt, &mut chance) <= ceiling_ms(attempt));
        }
    }

    #[test]
    fn any_bound_is_kept(seed: u64, bound: u64) {
        prop_assert!(Chance::new(seed).up_to(bound) <= bound);
    }
}
