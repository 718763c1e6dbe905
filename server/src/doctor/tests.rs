use super::findings::{Finding, Outcome};
use super::{advice, report};

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
            fixes: advice::fixes(advice::Problem::Clock),
        },
    ];
    let expected = "good  All is well.\n\
                    BAD   A clock is wrong.\n        \
                    the machine  timedatectl set-ntp true\n";
    assert_eq!(report(&findings), expected);
}
