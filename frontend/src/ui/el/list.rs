//! Rows that come, go and move, each drawn once: what [`El::rows`](super::El::rows) keeps.

use leptos::prelude::{Owner, untrack};
use web_sys::Node;

use super::{El, insert};

/// The rows of a list, in the page before `end`.
pub(super) struct List {
    end: Node,
    owner: Owner,
    rows: Vec<Option<Row>>,
}

/// A row of a list, with what belongs to it.
struct Row {
    el: El,
    owner: Owner,
}

impl List {
    /// An empty list.
    pub(super) fn new(end: Node) -> Self {
        let owner = Owner::current().expect("a view is made inside a component");
        Self {
            end,
            owner,
            rows: Vec::new(),
        }
    }

    /// Each new row was at `old_places`, or is drawn now. Rows that are not named go.
    pub(super) fn change(&mut self, old_places: &[Option<usize>], draw: &dyn Fn(usize) -> El) {
        let mut old = std::mem::take(&mut self.rows);
        for (index, place) in old_places.iter().enumerate() {
            let row = place.and_then(|place| old[place].take());
            self.rows
                .push(Some(row.unwrap_or_else(|| self.draw(index, draw))));
        }
        for row in old.into_iter().flatten() {
            row.el.remove();
            row.owner.cleanup();
        }
        self.arrange();
    }

    fn draw(&self, index: usize, draw: &dyn Fn(usize) -> El) -> Row {
        let owner = self.owner.with(Owner::new);
        let el = owner.with(|| untrack(|| draw(index)));
        Row { el, owner }
    }

    /// Puts the rows in order; those that stand in their place already are not touched.
    fn arrange(&self) {
        let Some(parent) = self.end.parent_node() else {
            return;
        };
        let mut next = self.end.clone();
        for row in self.rows.iter().rev().flatten() {
            let node = &row.el.node;
            if node.next_sibling().as_ref() != Some(&next) {
                insert(&parent, node, &next);
            }
            next = node.clone();
        }
    }
}

/// Where a key is; rows mostly stay in order, so it is looked for from `next` on first.
pub(super) fn position<K: PartialEq>(keys: &[K], key: &K, next: usize) -> Option<usize> {
    let found = keys.iter().skip(next).position(|old| old == key);
    found
        .map(|at| next + at)
        .or_else(|| keys.iter().take(next).position(|old| old == key))
}
