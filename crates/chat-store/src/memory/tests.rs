use std::collections::BTreeSet;
use std::sync::Arc;

use super::MemoryStore;
use crate::Store;

fn fresh() -> (Arc<dyn Store>, ()) {
    (Arc::new(MemoryStore::new(7)), ())
}

crate::contract_tests!(fresh);

#[test]
fn every_promise_of_the_contract_is_in_its_list() {
    let list = include_str!("../contract.rs");
    let files = [
        include_str!("../contract/close.rs"),
        include_str!("../contract/log.rs"),
        include_str!("../contract/marks.rs"),
        include_str!("../contract/pages.rs"),
        include_str!("../contract/rooms.rs"),
        include_str!("../contract/users.rs"),
    ];
    let promises: BTreeSet<&str> = files
        .iter()
        .flat_map(|file| file.lines())
        .filter_map(|line| line.strip_prefix("pub fn ")?.split('(').next())
        .collect();
    assert!(
        promises.len() >= 40,
        "the promises are found: {}",
        promises.len()
    );
    let forgotten: Vec<_> = promises
        .iter()
        .filter(|promise| !list.contains(&format!("            {promise},\n")))
        .collect();
    assert_eq!(forgotten, Vec::<&&str>::new());
}

#[test]
fn a_memory_store_prints_neither_texts_nor_tokens() {
    let store = MemoryStore::new(7);
    assert_eq!(
        format!("{store:?}"),
        "MemoryStore { epoch: Epoch(0000000000000007), .. }"
    );
}
