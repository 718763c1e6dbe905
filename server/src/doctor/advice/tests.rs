use super::{Problem, fixes};

#[test]
fn every_problem_has_its_lines() {
    for problem in Problem::ALL {
        let fixes = fixes(problem);
        let places: Vec<&str> = fixes.iter().map(|fix| fix.place).collect();
        assert!(
            places == ["nginx", "Caddy", "Apache", "HAProxy", "Traefik"] || places.len() == 1,
            "{problem:?}: {places:?}"
        );
        for fix in fixes {
            assert!(!fix.line.is_empty() && !fix.line.contains('\n'), "{fix:?}");
        }
    }
}
