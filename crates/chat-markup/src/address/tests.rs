use super::super::{Block, Span, parse, words_of};
use super::{Claim, bare, claim, host, is_safe};

/// Address and text of the only link in a message.
fn link(text: &str) -> Option<(String, String)> {
    let blocks = parse(text);
    let [Block::Paragraph(spans)] = blocks.as_slice() else {
        panic!("one paragraph: {blocks:?}");
    };
    spans.iter().find_map(|span| {
        let Span::Link { href, spans } = span else {
            return None;
        };
        Some((href.clone(), words_of(spans)))
    })
}

#[test]
fn an_address_with_a_user_before_the_host_is_no_link() {
    assert!(!is_safe("https://bank.example@evil.example/"));
    assert!(!is_safe("http://a:b@evil.example"));
    assert_eq!(bare("https://bank.example@evil.example next"), None);
    assert!(is_safe("https://evil.example/@bank"));
    assert!(is_safe("mailto:ada@example.org"));
    assert_eq!(link("see https://bank.example@evil.example"), None);
}

#[test]
fn a_text_that_is_another_address_is_found_out() {
    for shown in [
        "https://good.example",
        "HTTPS://good.example/path",
        "http://good.example:80",
        "www.good.example",
        "ftp://good.example",
    ] {
        let text = format!("[{shown}](https://evil.example/x)");
        let (href, words) = link(&text).expect("a link");
        assert_eq!(href, "https://evil.example/x");
        assert_eq!(claim(&words, &href), Claim::AnotherAddress, "{shown}");
    }
}

#[test]
fn a_text_that_could_be_another_host_is_found_out() {
    for (shown, target) in [
        ("good.example", "https://evil.example/x"),
        ("main.rs", "https://code.example/main.rs"),
    ] {
        assert_eq!(claim(shown, target), Claim::AnotherName, "{shown}");
    }
    assert_eq!(host("https://evil.example:81/x"), Some("evil.example"));
    assert_eq!(host("mailto:a@b.example"), None);
}

#[test]
fn a_text_that_claims_nothing_stays() {
    for (shown, target) in [
        ("the notes", "https://docs.example/notes"),
        ("docs.example", "https://www.docs.example/notes"),
        ("https://docs.example", "https://docs.example/notes"),
        ("DOCS.example", "https://docs.example:8443/"),
        ("see good.example", "https://evil.example/"),
        ("v1.2", "https://docs.example/"),
        ("3.5", "https://docs.example/"),
        ("#4812", "https://docs.example/"),
        ("…", "https://docs.example/"),
    ] {
        assert_eq!(claim(shown, target), Claim::Fair, "{shown} → {target}");
    }
}
