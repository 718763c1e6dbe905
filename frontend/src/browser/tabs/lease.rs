//! Claims by agreement, for browsers without Web Locks: a value in storage that
//! says who holds an id and until when.
//!
//! The holder renews it, and takes it away when its page ends. Browsers wake a
//! background page's timers once a minute at worst, so the term is three times
//! that. Storage has no lock of its own: a claim is written, left alone for a
//! moment, and holds if it is still there.

use shared::moment::Timestamp;

use super::{TabId, chance};
use crate::browser::clock::{Interval, every_ms, sleep_ms, wall};
use crate::browser::storage;

/// How long a lease lasts without being renewed.
const LEASE_MS: u64 = 180_000;

/// A living page renews its lease this often.
const RENEW_EVERY_MS: u32 = 20_000;

/// A claim that is still there after this long is everybody's truth: storage
/// reaches all tabs of a browser within a few milliseconds.
const SETTLED_AFTER_MS: u32 = 200;

/// How often somebody who waits for a lease's end looks again: a page that ended
/// well takes its lease away early.
const LOOK_EVERY_MS: u32 = 5_000;

/// See the module.
#[derive(Clone, Copy, Debug)]
pub(super) struct Leases;

impl Leases {
    /// Leases this page's own id.
    pub(super) fn hold(self, tab: &TabId) -> HeldLease {
        let key = key(tab);
        let renew = {
            let (key, holder) = (key.clone(), tab.to_string());
            move || write(&key, &holder)
        };
        renew();
        HeldLease {
            _renewal: every_ms(RENEW_EVERY_MS, renew),
            _lease: Lease { key },
        }
    }

    /// Leases another id, if nobody else does.
    pub(super) async fn claim(self, tab: &TabId) -> Option<Lease> {
        let key = key(tab);
        if is_held(&key) {
            return None;
        }
        let holder = format!("{:016x}", chance());
        write(&key, &holder);
        sleep_ms(SETTLED_AFTER_MS).await;
        let mine = storage::get(storage::local().as_ref(), &key)
            .and_then(|value| Held::parse(&value))
            .is_some_and(|held| held.holder == holder);
        mine.then_some(Lease { key })
    }

    /// Waits until nobody leases an id.
    pub(super) async fn freed(self, tab: &TabId) {
        let key = key(tab);
        while is_held(&key) {
            sleep_ms(LOOK_EVERY_MS).await;
        }
    }
}

/// This page's own lease, which is renewed until this is dropped.
pub(super) struct HeldLease {
    _renewal: Interval,
    _lease: Lease,
}

/// An id that is leased until this is dropped.
pub(super) struct Lease {
    key: String,
}

impl Drop for Lease {
    fn drop(&mut self) {
        storage::remove(storage::local().as_ref(), &self.key);
    }
}

/// A lease as it is written: `<until> <holder>`.
#[derive(Debug, PartialEq, Eq)]
struct Held {
    until: Timestamp,
    holder: String,
}

impl Held {
    fn parse(value: &str) -> Option<Self> {
        let (until, holder) = value.split_once(' ')?;
        Some(Self {
            until: Timestamp(until.parse().ok()?),
            holder: holder.to_owned(),
        })
    }

    /// A lease that runs longer than any can was written before the wall clock was
    /// set back; its holder, if there is one, writes it anew.
    fn is_running(&self, now: Timestamp) -> bool {
        now < self.until && self.until.0 <= now.0.saturating_add(LEASE_MS)
    }
}

fn is_held(key: &str) -> bool {
    storage::get(storage::local().as_ref(), key)
        .and_then(|value| Held::parse(&value))
        .is_some_and(|held| held.is_running(wall()))
}

fn write(key: &str, holder: &str) {
    let until = wall().0.saturating_add(LEASE_MS);
    // Storage that takes no lease takes no writes either, and there is nothing to claim.
    let _ = storage::set(storage::local().as_ref(), key, &format!("{until} {holder}"));
}

fn key(tab: &TabId) -> String {
    format!("confab.lease.{tab}")
}

#[cfg(test)]
mod tests;
