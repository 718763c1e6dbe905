use shared::doctor::PROXIES;

use super::{Problem, fixes};

#[test]
fn every_problem_has_its_lines() {
    for problem in Problem::ALL {
        let fixes = fixes(problem, "https://chat.example");
        let places: Vec<&str> = fixes.iter().map(|fix| fix.place.as_str()).collect();
        assert!(
            places == PROXIES || places.len() == 1,
            "{problem:?}: {places:?}"
        );
        for fix in fixes {
            assert!(!fix.line.is_empty() && !fix.line.contains('\n'), "{fix:?}");
        }
    }
}

#[test]
fn the_lines_name_the_address_that_was_examined() {
    let lines = |problem| {
        let fixes = fixes(problem, "https://talk.example.org:8443");
        fixes.into_iter().map(|fix| fix.line).collect::<Vec<_>>()
    };
    let expected = ["--allow-origin https://talk.example.org:8443"];
    assert_eq!(lines(Problem::Origin), expected);
    let names = lines(Problem::CertificateName).concat();
    assert!(names.contains("talk.example.org") && !names.contains("chat.example"));
}
