//! How well a name fits what was typed of it: all its letters, in order, with the better fits
//! first. Capitals make no difference.

/// The fit of a name; the larger the better. None where a letter is missing.
#[must_use]
pub fn fit(name: &str, typed: &str) -> Option<u32> {
    let name: Vec<char> = name.chars().flat_map(char::to_lowercase).collect();
    let mut score = 0;
    let mut at = 0;
    let mut last = None;
    for letter in typed
        .chars()
        .flat_map(char::to_lowercase)
        .filter(|letter| !letter.is_whitespace())
    {
        let found = at + name[at..].iter().position(|char| *char == letter)?;
        // At the beginning of the name or of a word of it; right behind the one before.
        let begins = found == 0 || !name[found - 1].is_alphanumeric();
        let follows = last.is_some_and(|last| last + 1 == found);
        score += 1 + 3 * u32::from(follows) + 2 * u32::from(begins) + 2 * u32::from(found == 0);
        last = Some(found);
        at = found + 1;
    }
    Some(score)
}

#[cfg(test)]
mod tests {
    use super::fit;

    #[test]
    fn a_name_fits_by_its_letters_in_order() {
        for (name, typed) in [
            ("firmware", "fw"),
            ("firmware", "FIRM"),
            ("tea-break", "tb"),
            ("x", ""),
        ] {
            assert!(fit(name, typed).is_some(), "{name} {typed}");
        }
        for (name, typed) in [("firmware", "wf"), ("tea", "teas"), ("", "a")] {
            assert_eq!(fit(name, typed), None, "{name} {typed}");
        }
    }

    #[test]
    fn beginnings_and_neighbours_fit_better() {
        let better = |good: &str, worse: &str, typed: &str| {
            assert!(
                fit(good, typed) > fit(worse, typed),
                "{good} {worse} {typed}"
            );
        };
        better("tea", "steady", "tea");
        better("general", "engineering", "gen");
    }
}
