//! The door: whether one more connection is let in, by how many there are and how
//! fast they come, before anything else is known of it.
//!
//! Counts connections in total and by address, and holds opening handshakes to a rate
//! in total and by address. A whole IPv6 network of 64 bits is one address, since that
//! is what one subscriber is given. Loopback counts as no address unless told so:
//! whoever is on the machine needs no door, and a reverse proxy there would be one
//! address for everybody. Invariant: the door remembers an address only while it has
//! connections or a handshake of it is not forgotten yet.

use std::collections::BTreeMap;
use std::net::IpAddr;

use shared::moment::Moment;
use shared::refusal::{Refusal, RefusalCode};

use crate::rate::{Bucket, Rate, RateLimit, Taken};

/// Connections at once. Far above what one machine's chat needs, and below what a
/// gigabyte holds while they are quiet, so that a flood ends here and not in the
/// memory of the machine.
pub const CONNECTIONS_MAX: u32 = 65_536;

/// Connections at once from one address. A large office behind one address, each with
/// a chat open, and pages that load beside.
pub const CONNECTIONS_PER_ADDRESS_MAX: u32 = 512;

/// Handshakes per second for long: as many as a stopping server asks back.
pub const HANDSHAKES_PER_SECOND: u32 = 2_000;

/// Handshakes at once, in seconds of their rate: ten thousand whose server was killed
/// return within a second.
pub const HANDSHAKES_BURST_SECONDS: u32 = 5;

/// An address may open all the connections that it may have at once, and then as many
/// again within this time: who only replaces lost ones never notices.
pub const HANDSHAKES_PER_ADDRESS_WITHIN_MS: u32 = 60_000;

/// When it may pay to knock again at a full house.
pub const FULL_RETRY_AFTER_MS: u32 = 5_000;

/// Addresses are looked through for forgotten ones when there are twice as many as
/// after the last time, and never below this many.
const SWEEP_ADDRESSES_MIN: usize = 64;

/// What a door holds to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Connections at once; at least 1.
    pub connections: u32,
    /// Connections at once from one address; at least 1.
    pub connections_per_address: u32,
    /// Handshakes per second for long; at least 1.
    pub handshakes_per_second: u32,
    /// Whether handshakes are held to their rates.
    pub rate: RateLimit,
    /// Whether loopback is an address like others.
    pub loopback: Loopback,
}

/// Whether loopback is an address like others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Loopback {
    /// It has no limits of its own.
    #[default]
    Free,
    /// It has.
    Limited,
}

/// Why somebody is not let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TurnedAway {
    /// As many connections as the server takes are open.
    Full,
    /// As many as it takes from this address are.
    AddressFull,
    /// Too many shake hands at once.
    TooFast {
        /// When there is room again.
        retry_after_ms: u32,
    },
    /// Too many from this address do.
    AddressTooFast {
        /// When there is room again.
        retry_after_ms: u32,
    },
}

/// Somebody who is in, as far as the address counts. Given back with
/// [`Door::visitor_left`].
#[derive(Debug, PartialEq, Eq)]
#[must_use]
pub struct Visitor(Option<Address>);

/// The door of one server.
#[derive(Debug)]
pub struct Door {
    limits: Limits,
    connections: u32,
    handshakes: Bucket,
    addresses: BTreeMap<Address, Known>,
    sweep_at: usize,
}

/// What counts as one address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Address {
    V4(u32),
    /// The upper half.
    V6(u64),
}

/// What is known of an address.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    visitors: u32,
    handshakes: Bucket,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: CONNECTIONS_MAX,
            connections_per_address: CONNECTIONS_PER_ADDRESS_MAX,
            handshakes_per_second: HANDSHAKES_PER_SECOND,
            rate: RateLimit::On,
            loopback: Loopback::Free,
        }
    }
}

impl Limits {
    fn handshakes(&self) -> Rate {
        let tokens = self.handshakes_per_second.max(1);
        Rate {
            tokens,
            every_ms: 1_000,
            burst: tokens.saturating_mul(HANDSHAKES_BURST_SECONDS),
        }
    }

    fn handshakes_per_address(&self) -> Rate {
        Rate {
            tokens: self.connections_per_address.max(1),
            every_ms: HANDSHAKES_PER_ADDRESS_WITHIN_MS,
            burst: self.connections_per_address.max(1),
        }
    }
}

impl Door {
    /// A door that nobody has come through yet.
    #[must_use]
    pub fn new(limits: Limits) -> Self {
        Self {
            limits,
            connections: 0,
            handshakes: Bucket::default(),
            addresses: BTreeMap::new(),
            sweep_at: SWEEP_ADDRESSES_MIN,
        }
    }

    /// One connection more. Give it back with [`Door::connection_ended`].
    ///
    /// # Errors
    /// [`TurnedAway::Full`].
    pub fn connection(&mut self) -> Result<(), TurnedAway> {
        if self.connections >= self.limits.connections {
            return Err(TurnedAway::Full);
        }
        self.connections += 1;
        Ok(())
    }

    /// A connection has ended.
    pub fn connection_ended(&mut self) {
        self.connections = self.connections.saturating_sub(1);
    }

    /// One connection more from this address.
    ///
    /// # Errors
    /// [`TurnedAway::AddressFull`].
    pub fn visitor(&mut self, now: Moment, from: IpAddr) -> Result<Visitor, TurnedAway> {
        let Some(address) = self.counted(from) else {
            return Ok(Visitor(None));
        };
        let most = self.limits.connections_per_address;
        let known = self.known(now, address);
        if known.visitors >= most {
            return Err(TurnedAway::AddressFull);
        }
        known.visitors += 1;
        Ok(Visitor(Some(address)))
    }

    /// A connection from an address has ended.
    #[expect(clippy::needless_pass_by_value, reason = "a place is given back once")]
    pub fn visitor_left(&mut self, now: Moment, visitor: Visitor) {
        let rate = self.limits.handshakes_per_address();
        // Loopback was not counted.
        let Some(address) = visitor.0 else { return };
        if let Some(known) = self.addresses.get_mut(&address) {
            known.visitors = known.visitors.saturating_sub(1);
            if known.is_forgotten(now, rate) {
                self.addresses.remove(&address);
            }
        }
    }

    /// A handshake wants to be answered; from nowhere, if a proxy asks for itself.
    ///
    /// # Errors
    /// [`TurnedAway::TooFast`] or [`TurnedAway::AddressTooFast`]. One that is too much
    /// for its own address costs the others nothing.
    pub fn handshake(&mut self, now: Moment, from: Option<IpAddr>) -> Result<(), TurnedAway> {
        if self.limits.rate == RateLimit::Off {
            return Ok(());
        }
        // An address that is too fast must not use up what all the others share.
        if let Some(address) = from.and_then(|from| self.counted(from)) {
            let rate = self.limits.handshakes_per_address();
            let bucket = &mut self.known(now, address).handshakes;
            if bucket.take(now, rate) == Taken::No {
                let retry_after_ms = wait_ms(*bucket, now, rate);
                return Err(TurnedAway::AddressTooFast { retry_after_ms });
            }
        }
        let rate = self.limits.handshakes();
        match self.handshakes.take(now, rate) {
            Taken::Yes => Ok(()),
            Taken::No => Err(TurnedAway::TooFast {
                retry_after_ms: wait_ms(self.handshakes, now, rate),
            }),
        }
    }

    /// Connections that are open.
    #[must_use]
    pub fn connections(&self) -> u32 {
        self.connections
    }

    /// Panics if the door has gone wrong.
    pub fn check_invariants(&self, now: Moment) {
        assert!(
            self.connections <= self.limits.connections,
            "more are in than may be"
        );
        for (address, known) in &self.addresses {
            assert!(
                known.visitors <= self.limits.connections_per_address,
                "{address:?} has more in than it may"
            );
        }
        let rate = self.limits.handshakes_per_address();
        let idle = |known: &&Known| known.is_forgotten(now, rate);
        let idle = self.addresses.values().filter(idle).count();
        assert!(
            idle <= self.sweep_at,
            "{idle} addresses are remembered without a reason"
        );
    }

    fn counted(&self, from: IpAddr) -> Option<Address> {
        let from = from.to_canonical();
        if from.is_loopback() && self.limits.loopback == Loopback::Free {
            return None;
        }
        Some(match from {
            IpAddr::V4(ip) => Address::V4(ip.to_bits()),
            IpAddr::V6(ip) => Address::V6((ip.to_bits() >> 64) as u64),
        })
    }

    fn known(&mut self, now: Moment, address: Address) -> &mut Known {
        if self.addresses.len() >= self.sweep_at && !self.addresses.contains_key(&address) {
            let rate = self.limits.handshakes_per_address();
            self.addresses
                .retain(|_, known| !known.is_forgotten(now, rate));
            self.sweep_at = SWEEP_ADDRESSES_MIN.max(2 * self.addresses.len());
        }
        self.addresses.entry(address).or_default()
    }
}

impl Known {
    fn is_forgotten(&self, now: Moment, rate: Rate) -> bool {
        self.visitors == 0 && self.handshakes.is_full(now, rate)
    }
}

impl TurnedAway {
    /// One word for each kind, for logs and counters.
    #[must_use]
    pub fn kind(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::AddressFull => "address_full",
            Self::TooFast { .. } => "too_fast",
            Self::AddressTooFast { .. } => "address_too_fast",
        }
    }

    /// What is said to whoever is turned away.
    #[must_use]
    pub fn refusal(self) -> Refusal {
        let (sentence, retry_after_ms) = match self {
            Self::Full => (
                "The server has as many connections as it takes. Try again in a moment.",
                FULL_RETRY_AFTER_MS,
            ),
            Self::AddressFull => (
                "Too many connections come from your address. Close one, or try again in a moment.",
                FULL_RETRY_AFTER_MS,
            ),
            Self::TooFast { retry_after_ms } => (
                "Too many are connecting at once. Try again in a moment.",
                retry_after_ms,
            ),
            Self::AddressTooFast { retry_after_ms } => (
                "Your address connects too often. Try again in a moment.",
                retry_after_ms,
            ),
        };
        Refusal::new(RefusalCode::Unavailable, sentence).retry_after_ms(retry_after_ms)
    }
}

fn wait_ms(bucket: Bucket, now: Moment, rate: Rate) -> u32 {
    let wait = bucket.next_token_at(now, rate).ms_since(now);
    u32::try_from(wait).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
