use shared::doctor::{Finding, Outcome, View};

use super::{advice, is_plain, report};

#[test]
fn a_report_has_a_line_for_each_finding_and_each_fix() {
    let findings = [
        Finding {
            outcome: Outcome::Good,
            sentence: "All is well.".to_owned(),
            fixes: Vec::new(),
        },
        Finding {
            outcome: Outcome::Bad,
            sentence: "A clock is wrong.".to_owned(),
            fixes: advice::fixes(advice::Problem::Clock, "https://chat.example"),
        },
    ];
    let expected = "good  All is well.\n\
                    BAD   A clock is wrong.\n        \
                    the machine  timedatectl set-ntp true\n";
    assert_eq!(report(&findings), expected);
}

#[test]
fn what_anybody_answers_is_not_shown() {
    let view = |host: &str, version: &str| View {
        version: version.to_owned(),
        host: host.to_owned(),
        now: 0,
        head_bytes: 0,
        machine: None,
    };
    assert!(is_plain(&view("chat.example:8080", "0.1.0-rc.1+7")));
    assert!(is_plain(&view("[::1]:8080", "0.1.0")));
    for word in [
        "secret of a neighbour",
        "\u{1b}[2J",
        "<b>",
        &"x".repeat(301),
    ] {
        assert!(!is_plain(&view(word, "0.1.0")), "{word:?}");
        assert!(!is_plain(&view("chat.example", word)), "{word:?}");
    }
}
