//! A browser's storage, and which of its tabs sends the writes in it, as `frontend`'s
//! `browser::tabs`: every write lies under the tab that sends it; when that tab is gone,
//! one living tab takes its writes over.

use std::collections::{BTreeMap, BTreeSet};

use chat_client::{Input, Kept};
use shared::ids::ClientId;

use super::Devices;
use crate::agenda::{Event, TabId};
use crate::happening::Happening;
use crate::mutant::ShellMutant;
use crate::scene::Scene;
use crate::seat::{BrowserId, Seat};

/// As `tabs::ORPHAN_GRACE_MS`.
const ORPHAN_GRACE_MS: u64 = 3_000;

/// What a browser keeps for all of its tabs.
#[derive(Debug, Default)]
pub(super) struct Storage {
    writes: BTreeMap<(TabId, ClientId), Kept>,
    is_full: bool,
}

impl Storage {
    /// Somebody makes room in it.
    pub(super) fn heal(&mut self) {
        self.is_full = false;
    }
}

/// The storage takes nothing more.
#[derive(Debug)]
pub(super) struct NotKept;

impl Devices {
    pub(super) fn keep(&mut self, seat: Seat, kept: Kept) -> Result<(), NotKept> {
        let tab = self.get(seat).tab;
        let storage = self.storage.entry(seat.browser()).or_default();
        if storage.is_full {
            return Err(NotKept);
        }
        storage.writes.insert((tab, kept.client_id), kept);
        Ok(())
    }

    pub(super) fn forget(&mut self, seat: Seat, id: ClientId) {
        let tab = self.get(seat).tab;
        self.storage
            .entry(seat.browser())
            .or_default()
            .writes
            .remove(&(tab, id));
    }

    /// From here on nothing more is kept.
    pub(crate) fn storage_fills(&mut self, seat: Seat) {
        self.storage.entry(seat.browser()).or_default().is_full = true;
    }

    pub(super) fn stored(&self, browser: BrowserId) -> BTreeSet<ClientId> {
        let storage = self.storage.get(&browser);
        storage
            .into_iter()
            .flat_map(|storage| storage.writes.keys())
            .map(|(_, id)| *id)
            .collect()
    }

    /// Whether writes lie in this browser that no tab will send.
    pub(crate) fn has_orphans(&self, browser: BrowserId) -> bool {
        !self.stored(browser).is_empty()
            && !self.open().any(|device| device.seat.browser() == browser)
    }

    /// Writes of tabs that are gone are left alone for a while, so that a tab that
    /// reloads finds its own again.
    pub(super) fn look_for_orphans(&self, scene: &mut Scene, browser: BrowserId) {
        let Some(storage) = self.storage.get(&browser) else {
            return;
        };
        let tabs: BTreeSet<TabId> = storage.writes.keys().map(|(tab, _)| *tab).collect();
        for tab in tabs {
            if !self.lives(tab) {
                let ms = ORPHAN_GRACE_MS + scene.chance.between(0, 50);
                scene.after(ms, Event::Orphans(browser, tab));
            }
        }
    }

    /// The grace is over: one living tab takes the writes over.
    pub(crate) fn orphans(&mut self, scene: &mut Scene, browser: BrowserId, tab: TabId) {
        if self.lives(tab) || scene.is(ShellMutant::OutboxIsNotAdopted) {
            return;
        }
        let heirs: Vec<Seat> = self
            .open()
            .filter(|device| device.seat.browser() == browser && device.asleep_until.is_none())
            .map(|device| device.seat)
            .collect();
        if heirs.is_empty() {
            if self.open().any(|device| device.seat.browser() == browser) {
                scene.after(ORPHAN_GRACE_MS, Event::Orphans(browser, tab));
            }
            return;
        }
        if scene.is(ShellMutant::OutboxIsAdoptedTwice) {
            let writes = self.orphaned(browser, tab);
            for heir in &heirs {
                self.feed(scene, *heir, Input::Adopted(writes.clone()));
            }
        }
        let heir = *scene.chance.pick(&heirs);
        self.take_over(scene, heir, tab);
    }

    /// Moves a gone tab's writes to this one, which sends them from here on.
    pub(super) fn take_over(&mut self, scene: &mut Scene, seat: Seat, former: TabId) {
        if self.lives(former) {
            return;
        }
        let writes = self.orphaned(seat.browser(), former);
        if writes.is_empty() {
            return;
        }
        let tab = self.get(seat).tab;
        let storage = self.storage.entry(seat.browser()).or_default();
        for write in &writes {
            storage.writes.remove(&(former, write.client_id));
            storage.writes.insert((tab, write.client_id), write.clone());
        }
        scene.note(Happening::OutboxIsTakenOver);
        scene.say(|| format!("{seat} takes over {} unsent messages", writes.len()));
        self.feed(scene, seat, Input::Adopted(writes));
    }

    fn orphaned(&self, browser: BrowserId, tab: TabId) -> Vec<Kept> {
        let Some(storage) = self.storage.get(&browser) else {
            return Vec::new();
        };
        let of_tab = storage.writes.iter().filter(|((of, _), _)| *of == tab);
        of_tab.map(|(_, kept)| kept.clone()).collect()
    }

    fn lives(&self, tab: TabId) -> bool {
        self.open().any(|device| device.tab == tab)
    }
}
