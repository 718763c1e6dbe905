use super::outcomes::{Outcomes, differences};

fn outcomes(cases: &[(&str, &str, &str)]) -> Outcomes {
    let cases: Vec<String> = cases
        .iter()
        .map(|(case, talk, close)| {
            format!(r#""{case}": {{"behavior": "{talk}", "behaviorClose": "{close}"}}"#)
        })
        .collect();
    Outcomes::of_report(&format!(r#"{{"agent": {{{}}}}}"#, cases.join(", "))).unwrap()
}

#[test]
fn only_what_the_standard_leaves_open_may_be_other_than_ok() {
    let fine = outcomes(&[
        ("1.1.1", "OK", "OK"),
        ("7.1.6", "INFORMATIONAL", "INFORMATIONAL"),
        ("12.1.1", "UNIMPLEMENTED", "OK"),
    ]);
    assert!(fine.breaches().is_empty());
    let breaches = outcomes(&[
        ("1.1.1", "UNIMPLEMENTED", "OK"),
        ("6.4.1", "NON-STRICT", "OK"),
        ("7.3.1", "OK", "UNCLEAN"),
        ("9.1.1", "FAILED", "OK"),
        ("12.1.1", "FAILED", "OK"),
    ]);
    assert_eq!(
        breaches.breaches(),
        [
            "1.1.1 UNIMPLEMENTED",
            "6.4.1 NON-STRICT",
            "7.3.1 OK, close UNCLEAN",
            "9.1.1 FAILED",
            "12.1.1 FAILED"
        ]
    );
}

#[test]
fn cases_are_kept_in_the_order_of_their_numbers_with_counts_on_top() {
    let text = outcomes(&[
        ("10.1.1", "OK", "OK"),
        ("9.1.1", "OK", "OK"),
        ("7.1.6", "INFORMATIONAL", "OK"),
    ])
    .to_string();
    let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(
        lines,
        [
            "",
            "3 cases: 1 INFORMATIONAL, 2 OK",
            "",
            "7.1.6 INFORMATIONAL",
            "9.1.1 OK",
            "10.1.1 OK"
        ]
    );
}

#[test]
fn a_difference_is_told_by_line() {
    let kept = outcomes(&[("1.1.1", "OK", "OK")]).to_string();
    let now = outcomes(&[("1.1.1", "FAILED", "OK")]).to_string();
    assert!(differences(&kept, &kept).is_empty());
    assert_eq!(
        differences(&kept, &now),
        [
            "- 1 cases: 1 OK",
            "- 1.1.1 OK",
            "+ 1 cases: 1 FAILED",
            "+ 1.1.1 FAILED"
        ]
    );
}
