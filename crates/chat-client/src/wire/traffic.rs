//! How much went and came: in all, and lately per second.

use shared::moment::Moment;

use super::Direction;

/// Rates are told over this many seconds: long enough to stand still between two
/// heartbeats' worth of news, short enough to show a burst.
const RATE_OVER_S: u64 = 10;

/// Frames and bytes of one direction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    /// Frames.
    pub frames: u64,
    /// Bytes of payload, without the frames' own headers.
    pub bytes: u64,
}

/// Both directions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// From the server.
    pub incoming: Flow,
    /// To the server.
    pub outgoing: Flow,
}

#[derive(Debug, Default)]
pub(super) struct Traffic {
    totals: Totals,
    /// By second of the driver's clock, modulo their number.
    seconds: [Second; RATE_OVER_S as usize],
}

#[derive(Clone, Copy, Debug, Default)]
struct Second {
    /// Which second this is about.
    number: u64,
    flows: Totals,
}

impl Totals {
    fn add(&mut self, direction: Direction, bytes: usize) {
        let flow = match direction {
            Direction::In => &mut self.incoming,
            Direction::Out => &mut self.outgoing,
        };
        flow.frames += 1;
        flow.bytes += bytes as u64;
    }
}

impl Traffic {
    pub(super) fn count(&mut self, now: Moment, direction: Direction, bytes: usize) {
        self.totals.add(direction, bytes);
        let number = now.0 / 1_000;
        // In range: the index is below the length.
        let second = &mut self.seconds[(number % RATE_OVER_S) as usize];
        if second.number != number {
            *second = Second {
                number,
                flows: Totals::default(),
            };
        }
        second.flows.add(direction, bytes);
    }

    pub(super) fn totals(&self) -> Totals {
        self.totals
    }

    /// Per second, rounded up, so that a little is not nothing.
    pub(super) fn rates(&self, now: Moment) -> Totals {
        let number = now.0 / 1_000;
        let is_late = |second: &&Second| number - second.number.min(number) < RATE_OVER_S;
        let mut sum = Totals::default();
        for second in self.seconds.iter().filter(is_late) {
            for (sum, part) in [
                (&mut sum.incoming, second.flows.incoming),
                (&mut sum.outgoing, second.flows.outgoing),
            ] {
                sum.frames += part.frames;
                sum.bytes += part.bytes;
            }
        }
        for flow in [&mut sum.incoming, &mut sum.outgoing] {
            flow.frames = flow.frames.div_ceil(RATE_OVER_S);
            flow.bytes = flow.bytes.div_ceil(RATE_OVER_S);
        }
        sum
    }
}
