use super::*;

const TABLE: &[Crate] = &[Crate {
    name: "rules",
    may_import: &["words"],
    tests_may_import: &["kit"],
    never: &["tokio"],
}];

fn package(name: &str, dependencies: &[(&str, bool, bool)]) -> Package {
    let dependencies = dependencies
        .iter()
        .map(|(name, is_own, is_for_tests)| Dependency {
            name: (*name).to_owned(),
            is_own: *is_own,
            is_for_tests: *is_for_tests,
        });
    Package {
        name: name.to_owned(),
        folder: format!("crates/{name}"),
        dependencies: dependencies.collect(),
    }
}

fn findings(package: &Package) -> Vec<String> {
    check_package(package, TABLE)
        .iter()
        .map(Finding::to_string)
        .collect()
}

#[test]
fn edges_of_the_table_are_fine() {
    let rules = [
        ("words", true, false),
        ("kit", true, true),
        ("tokio", false, true),
    ];
    assert_eq!(findings(&package("rules", &rules)), [""; 0]);
}

#[test]
fn other_edges_are_found() {
    assert_eq!(
        findings(&package(
            "rules",
            &[("kit", true, false), ("tokio", false, false)]
        )),
        [
            "crates/rules/Cargo.toml: `rules` may not import `kit`",
            "crates/rules/Cargo.toml: `rules` must never see `tokio`",
        ]
    );
}

#[test]
fn a_crate_without_a_line_is_found() {
    let found = findings(&package("news", &[]));
    assert_eq!(found.len(), 1);
    assert!(found[0].contains("`news` has no line"), "{found:?}");
}

#[test]
fn trunk_watches_what_the_client_is_made_of() {
    let packages = [
        package("frontend", &[("words", true, false), ("kit", true, true)]),
        package("words", &[]),
        package("kit", &[]),
    ];
    let watched = "watch = [\"crates/frontend\", \"crates/words\"]\n";
    assert_eq!(check_watched(&packages, watched), []);
    let watched = "watch = [\"crates/frontend\"]\n";
    let found = check_watched(&packages, watched);
    assert_eq!(
        found[0].to_string(),
        "Trunk.toml: `watch` does not name \"crates/words\""
    );
}
