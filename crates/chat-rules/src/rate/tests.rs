use proptest::prelude::*;
use shared::moment::Moment;

use super::{Bucket, Rate, Taken};

const TWENTY_A_SECOND: Rate = Rate {
    tokens: 20,
    every_ms: 1_000,
    burst: 100,
};
const ONE_IN_TEN_SECONDS: Rate = Rate {
    tokens: 1,
    every_ms: 10_000,
    burst: 10,
};

#[test]
fn a_full_bucket_gives_its_burst_and_no_more() {
    let mut bucket = Bucket::default();
    let given = (0..150)
        .filter(|_| bucket.take(Moment(7), TWENTY_A_SECOND) == Taken::Yes)
        .count();
    assert_eq!(given, 100);
    assert_eq!(bucket.next_token_at(Moment(7), TWENTY_A_SECOND), Moment(57));
}

#[test]
fn a_token_comes_back_on_its_millisecond() {
    let mut bucket = Bucket::default();
    for _ in 0..10 {
        assert_eq!(bucket.take(Moment(0), ONE_IN_TEN_SECONDS), Taken::Yes);
    }
    assert_eq!(bucket.take(Moment(9_999), ONE_IN_TEN_SECONDS), Taken::No);
    assert_eq!(bucket.take(Moment(10_000), ONE_IN_TEN_SECONDS), Taken::Yes);
    assert_eq!(bucket.take(Moment(10_000), ONE_IN_TEN_SECONDS), Taken::No);
}

#[test]
fn a_bucket_never_owes_more_than_one_burst() {
    let mut bucket = Bucket::default();
    for _ in 0..1_000 {
        bucket.take_or_owe(Moment(0), TWENTY_A_SECOND);
    }
    assert_eq!(
        bucket.next_token_at(Moment(0), TWENTY_A_SECOND),
        Moment(5_050)
    );
}

#[test]
fn a_rate_that_does_not_divide_a_millisecond_does_not_drift() {
    let rate = Rate {
        tokens: 7,
        every_ms: 1_000,
        burst: 1,
    };
    let mut bucket = Bucket::default();
    let given = (0..=1_000_000)
        .filter(|ms| bucket.take(Moment(*ms), rate) == Taken::Yes)
        .count();
    // Each wait is rounded up to a millisecond by the caller's clock: 143 ms a token.
    assert_eq!(given, 1 + 1_000_000 / 143);
}

/// What a bucket is by definition, in whole fractions of a token.
struct Model {
    units: i128,
    at: u64,
    rate: Rate,
}

impl Model {
    fn new(rate: Rate) -> Self {
        Self {
            units: i128::from(rate.burst) * i128::from(rate.every_ms),
            at: 0,
            rate,
        }
    }

    fn fill(&mut self, now: u64) {
        let most = i128::from(self.rate.burst) * i128::from(self.rate.every_ms);
        let came = i128::from(now - self.at) * i128::from(self.rate.tokens);
        self.units = (self.units + came).min(most);
        self.at = now;
    }

    fn take(&mut self, now: u64) -> Taken {
        self.fill(now);
        let cost = i128::from(self.rate.every_ms);
        if self.units < cost {
            return Taken::No;
        }
        self.units -= cost;
        Taken::Yes
    }

    fn take_or_owe(&mut self, now: u64) {
        self.fill(now);
        let least = -i128::from(self.rate.burst) * i128::from(self.rate.every_ms);
        self.units = (self.units - i128::from(self.rate.every_ms)).max(least);
    }
}

fn rates() -> impl Strategy<Value = Rate> {
    (1..200_u32, 1..20_000_u32, 1..200_u32).prop_map(|(tokens, every_ms, burst)| Rate {
        tokens,
        every_ms,
        burst,
    })
}

/// Mostly short, so that a bucket runs empty.
fn pauses() -> impl Strategy<Value = u64> {
    prop_oneof![4 => Just(0), 4 => 0..20_u64, 1 => 0..3_000_u64]
}

proptest! {
    #[test]
    fn a_bucket_is_what_its_definition_says(
        rate in rates(),
        steps in prop::collection::vec((pauses(), any::<bool>()), 1..200),
    ) {
        let mut bucket = Bucket::default();
        let mut model = Model::new(rate);
        let mut now = 0;
        for (pause, owes) in steps {
            now += pause;
            if owes {
                bucket.take_or_owe(Moment(now), rate);
                model.take_or_owe(now);
            } else {
                prop_assert_eq!(bucket.take(Moment(now), rate), model.take(now));
            }
            let next = bucket.next_token_at(Moment(now), rate);
            let mut at_next = bucket;
            prop_assert_eq!(at_next.take(next, rate), Taken::Yes);
            if next > Moment(now) {
                let mut before = bucket;
                prop_assert_eq!(before.take(Moment(next.0 - 1), rate), Taken::No);
            }
        }
    }

    #[test]
    fn the_rate_holds_in_every_window(
        rate in rates(),
        pauses in prop::collection::vec(0..2_000_u64, 1..150),
    ) {
        let mut bucket = Bucket::default();
        let mut now = 0;
        let mut taken = Vec::new();
        for pause in pauses {
            now += pause;
            while taken.len() < 1_000 && bucket.take(Moment(now), rate) == Taken::Yes {
                taken.push(now);
            }
        }
        for (first, from) in taken.iter().enumerate() {
            for (last, to) in taken.iter().enumerate().skip(first).step_by(7) {
                let most = u64::from(rate.burst)
                    + (to - from) * u64::from(rate.tokens) / u64::from(rate.every_ms);
                prop_assert!((last - first + 1) as u64 <= most);
            }
        }
    }
}
