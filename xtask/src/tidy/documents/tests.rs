use super::*;

const LINE: &str = "<!-- frames: sha256-01 -->";

#[test]
fn a_protocol_with_the_present_hash_is_current() {
    assert_eq!(
        check_frames("# Protocol\n\n<!-- frames: sha256-01 -->\n", LINE),
        None
    );
}

#[test]
fn any_other_is_told_what_to_write() {
    for protocol in ["# Protocol\n", "<!-- frames: sha256-00 -->\n"] {
        let found = check_frames(protocol, LINE).unwrap().to_string();
        assert!(
            found.contains("--bless") && found.ends_with(LINE),
            "{found}"
        );
    }
}

#[test]
fn blessing_writes_the_line_once() {
    let new = blessed("# Protocol\n", LINE);
    assert_eq!(new, "# Protocol\n\n<!-- frames: sha256-01 -->\n");
    let old = "a\n<!-- frames: sha256-00 -->\nb\n";
    assert_eq!(blessed(old, LINE), "a\n<!-- frames: sha256-01 -->\nb\n");
    assert_eq!(blessed(&new, LINE), new);
}

fn findings(document: &str) -> Vec<String> {
    let sources = [Source {
        path: "server/src/chat/reader.rs".to_owned(),
        text: String::new(),
    }];
    let there_is = There {
        sources: &sources,
        crates: vec!["chat-rules", "server"],
        exists: &|path| ["server", "server/src"].contains(&path),
    };
    check_names(document, &there_is)
        .iter()
        .map(Finding::to_string)
        .collect()
}

#[test]
fn names_that_exist_are_fine() {
    let document = "`reader.rs` and `chat/reader.rs` in `server`, `server/src`, `chat-rules`.\n\
        `tower-http` answers `application/json` at `/api/rooms` for `a + b`.\n\
        ```\n`gone.rs`\n```\n";
    assert_eq!(findings(document), [""; 0]);
}

#[test]
fn names_that_are_gone_are_found() {
    let document = "Text.\n`writer.rs`, `chat-sim`, `server/old`; `ader.rs`\n";
    assert_eq!(
        findings(document),
        [
            "ARCHITECTURE.md:2: there is no `writer.rs`",
            "ARCHITECTURE.md:2: there is no `chat-sim`",
            "ARCHITECTURE.md:2: there is no `server/old`",
            "ARCHITECTURE.md:2: there is no `ader.rs`",
        ]
    );
}

#[test]
fn a_threat_names_tests_that_are_there() {
    let sources = [
        Source {
            path: "server/tests/it/login.rs".to_owned(),
            text: "#[tokio::test]\nasync fn a_foreign_page_is_kept_out() {}\nfn helps() {}\n"
                .to_owned(),
        },
        Source {
            path: "fuzz/src/targets/origin.rs".to_owned(),
            text: "const T: Target = Target { name: \"origin\" };\n".to_owned(),
        },
    ];
    let document = "| threat | how it is met | held by |\n| --- | --- | --- |\n\
        | a page | `Origin` | `a_foreign_page_is_kept_out`, `origin`, `cargo xtask deny` |\n\
        | a name | none | nothing |\n| a token | none | `helps` `gone` |\nText.\n";
    let found: Vec<String> = check_threats(document, &sources)
        .iter()
        .map(Finding::to_string)
        .collect();
    assert_eq!(
        found,
        [
            "SECURITY.md:4: names no test that holds it",
            "SECURITY.md:5: there is no test `helps`",
            "SECURITY.md:5: there is no test `gone`",
        ]
    );
}
