//! One signal per key, kept as long as the key stays: a list that changes a row redraws
//! that row alone, and a focused row stays focused.

use leptos::prelude::*;

/// A row of a keyed list.
#[derive(Clone, Debug)]
pub struct Slot<K, V: Send + Sync + 'static> {
    /// Never changes.
    pub key: K,
    /// What the row shows now.
    pub value: ArcRwSignal<V>,
}

/// The slots for `rows`, in their order; those whose key was there before are the same.
#[must_use]
pub fn refreshed<K, V>(old: &[Slot<K, V>], rows: Vec<(K, V)>) -> Vec<Slot<K, V>>
where
    K: Ord + Clone,
    V: PartialEq + Send + Sync + 'static,
{
    let mut by_key: Vec<&Slot<K, V>> = old.iter().collect();
    by_key.sort_unstable_by(|a, b| a.key.cmp(&b.key));
    let slot = |(key, value): (K, V)| {
        let Ok(at) = by_key.binary_search_by(|slot| slot.key.cmp(&key)) else {
            return Slot {
                key,
                value: ArcRwSignal::new(value),
            };
        };
        let shown = by_key[at].value.clone();
        if shown.with_untracked(|old| *old != value) {
            shown.set(value);
        }
        Slot { key, value: shown }
    };
    rows.into_iter().map(slot).collect()
}

/// Whether rows came, went or moved: what is in them changes by itself.
#[must_use]
pub fn differ<K, V>(old: Option<&Vec<Slot<K, V>>>, new: Option<&Vec<Slot<K, V>>>) -> bool
where
    K: PartialEq,
    V: Send + Sync + 'static,
{
    let (Some(old), Some(new)) = (old, new) else {
        return true;
    };
    old.len() != new.len() || old.iter().zip(new).any(|(old, new)| old.key != new.key)
}
