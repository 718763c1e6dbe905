//! What a network does to a connection, and the plans by which it does.

use std::ops::Range;
use std::time::Duration;

use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};

/// A direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// From the client to the server.
    Up,
    /// From the server to the client.
    Down,
}

/// How a direction ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Both sides see an end of the stream (FIN).
    Cut,
    /// Both sides see a broken connection (RST).
    Reset,
    /// Bytes are taken and thrown away, and nobody hears of it.
    Swallow,
    /// Nothing more is taken. The sender's buffers fill.
    Hold,
}

/// What happens to one direction of a connection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Trouble {
    /// Each piece arrives this much later.
    pub delay: Duration,
    /// Bytes per second, if there are few.
    pub bytes_per_s: Option<u32>,
    /// No piece is larger, if they are small.
    pub piece_bytes: Option<usize>,
    /// What happens after so many bytes.
    pub end: Option<(u64, End)>,
}

/// What happens to a connection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fault {
    /// From the client to the server.
    pub up: Trouble,
    /// From the server to the client.
    pub down: Trouble,
}

/// Which fault each connection gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plan {
    /// The same for all.
    Always(Fault),
    /// Chosen by this seed and the connection's number: the same seed, the same faults.
    Seeded(u64),
}

/// What most ends are: those that nobody is told of cost the time of a heartbeat each,
/// in which little else happens.
const ENDS: [End; 8] = [
    End::Cut,
    End::Cut,
    End::Reset,
    End::Reset,
    End::Reset,
    End::Reset,
    End::Swallow,
    End::Hold,
];

/// A handshake and its answer are a few hundred bytes each: where an end falls into it.
const IN_HANDSHAKE: Range<u64> = 0..350;

/// Some frames later.
const IN_TALK: Range<u64> = 350..5_000;

impl Plan {
    /// Nothing happens.
    #[must_use]
    pub fn clean() -> Self {
        Self::Always(Fault::default())
    }

    pub(super) fn fault_of(self, number: u64) -> Fault {
        match self {
            Self::Always(fault) => fault,
            Self::Seeded(seed) => {
                let mut chance = StdRng::seed_from_u64(seed.wrapping_add(number << 20));
                Fault {
                    up: trouble(&mut chance),
                    down: trouble(&mut chance),
                }
            }
        }
    }
}

impl Fault {
    /// One that ends a direction after so many bytes.
    #[must_use]
    pub fn after(bytes: u64, way: Way, end: End) -> Self {
        let troubled = Trouble {
            end: Some((bytes, end)),
            ..Trouble::default()
        };
        let mut fault = Self::default();
        match way {
            Way::Up => fault.up = troubled,
            Way::Down => fault.down = troubled,
        }
        fault
    }

    /// One that lets so many bytes per second through, either way.
    #[must_use]
    pub fn slow(bytes_per_s: u32) -> Self {
        let slow = Trouble {
            bytes_per_s: Some(bytes_per_s),
            ..Trouble::default()
        };
        Self {
            up: slow,
            down: slow,
        }
    }
}

fn trouble(chance: &mut StdRng) -> Trouble {
    let end = match chance.random_range(0..10) {
        0 => Some(IN_HANDSHAKE),
        1..=6 => Some(IN_TALK),
        _ => None,
    };
    Trouble {
        delay: Duration::from_millis(match chance.random_range(0..3) {
            0 => chance.random_range(1..60),
            _ => 0,
        }),
        bytes_per_s: chance
            .random_bool(0.2)
            .then(|| chance.random_range(4_000..40_000)),
        piece_bytes: chance.random_bool(0.3).then(|| chance.random_range(8..400)),
        end: end.map(|bytes| {
            let end = ENDS.choose(chance).expect("there are some");
            (chance.random_range(bytes), *end)
        }),
    }
}
