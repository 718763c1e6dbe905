use super::*;

fn source(path: &str, text: &str) -> Source {
    Source {
        path: path.to_owned(),
        text: text.to_owned(),
    }
}

fn findings(sources: &[Source]) -> Vec<String> {
    check(sources).iter().map(Finding::to_string).collect()
}

#[test]
fn a_good_crate_has_no_findings() {
    let sources = [
        source("shared/src/lib.rs", "//! Words.\nmod entry;\n"),
        source(
            "shared/src/entry.rs",
            "//! An entry.\n#[cfg(test)]\nmod tests;\n",
        ),
        source("shared/src/entry/tests.rs", "use super::*;\n"),
        source(
            "server/tests/it/main.rs",
            "//! The server's tests.\nmod posts;\n",
        ),
        source("server/tests/it/posts.rs", "//! Posts.\n"),
        source("server/benches/fanout.rs", "//! Fan-out.\n"),
    ];
    assert_eq!(findings(&sources), [""; 0]);
}

#[test]
fn a_file_says_what_it_is() {
    let found = findings(&[source("server/src/lib.rs", "use std::fmt;\n//! Late.\n")]);
    assert_eq!(
        found,
        ["server/src/lib.rs: begins without `//!`: say what is in here"]
    );
}

#[test]
fn a_file_has_an_end() {
    let text = |lines: usize| format!("//! Long.\n{}", "\n".repeat(lines - 1));
    assert_eq!(length(&source("a/src/lib.rs", &text(LINES_HARD_MAX))), None);
    assert!(length(&source("a/src/lib.rs", &text(LINES_HARD_MAX + 1))).is_some());
    assert_eq!(
        length(&source("a/src/b/tests.rs", &text(LINES_HARD_MAX + 1))),
        None
    );
    assert_eq!(advice(&[source("a/src/lib.rs", &text(LINES_SOFT_MAX))]), []);
    assert_eq!(
        advice(&[source("a/src/lib.rs", &text(LINES_SOFT_MAX + 1))]).len(),
        1
    );
}

#[test]
fn names_mean_something() {
    assert!(name(&source("server/src/utils.rs", "")).is_some());
    assert!(name(&source("crates/chat-core/src/lib.rs", "")).is_some());
    assert!(name(&source("server/src/manager/a.rs", "")).is_some());
    assert_eq!(name(&source("server/src/score.rs", "")), None);
}

#[test]
fn a_file_that_nobody_names_is_found() {
    let sources = [
        source(
            "shared/src/lib.rs",
            "//! Words. mod entry;\nmod entry_kind;\n",
        ),
        source("shared/src/entry_kind.rs", "//! Kinds.\n"),
        source("shared/src/entry_kind/tests.rs", ""),
        source("shared/src/entry.rs", "//! An entry.\n"),
    ];
    assert_eq!(
        findings(&sources),
        [
            "shared/src/entry_kind/tests.rs: no module says `mod tests;`, so it is never compiled",
            "shared/src/entry.rs: no module says `mod entry;`, so it is never compiled",
        ]
    );
}

#[test]
fn unfinished_work_is_found() {
    let text = "//! Tests.\n// #[ignore]\n#[ignore]\nfn a() { todo!() }\n";
    let found = findings(&[source("server/src/lib.rs", text)]);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with("server/src/lib.rs:3"), "{found:?}");
    assert!(found[1].starts_with("server/src/lib.rs:4"), "{found:?}");
}

#[test]
fn words_are_banned_where_the_table_says() {
    const BAN: Ban = Ban {
        files: &["a/src/**"],
        except: &["a/src/b.rs"],
        word: "Store",
        reason: "no",
    };
    let found = |path: &str| banned(&source(path, ""), "use x::Store;", &BAN).len();
    assert_eq!(found("a/src/c/d.rs"), 1);
    assert_eq!(found("a/src/b.rs"), 0);
    assert_eq!(found("a/src/c/tests.rs"), 0);
    assert_eq!(found("e/src/c.rs"), 0);
}

#[test]
fn patterns_match_paths() {
    assert!(matches("**", "a/b.rs"));
    assert!(matches("a/**", "a/b/c.rs"));
    assert!(matches("a/*.rs", "a/b.rs"));
    assert!(!matches("a/*.rs", "a/b/c.rs"));
    assert!(matches("a/*/c.rs", "a/b/c.rs"));
    assert!(!matches("a/b", "a/b/c.rs"));
}

#[test]
fn unsafe_says_why() {
    let found = |text: &str| {
        let source = source("server/src/lib.rs", text);
        unreasoned_unsafe(&source, &code::only(&source.text)).len()
    };
    assert_eq!(
        found("fn a() {\n    // SAFETY: it is held.\n    unsafe { b() }\n}\n"),
        0
    );
    assert_eq!(
        found("#[expect(unsafe_code, reason = \"it is held\")]\nunsafe fn a() {}\n"),
        0
    );
    assert_eq!(found("unsafe fn a() {}\n"), 1);
    assert_eq!(found("// Quick.\nunsafe fn a() {}\n"), 1);
    assert_eq!(found("// unsafe\nconst A: &str = \"unsafe\";\n"), 0);
}
