use shared::entry::Author;
use shared::ids::UserId;
use shared::text::DisplayName;

use super::*;

fn present(id: u64, name: &str, state: PresenceState) -> Present {
    let name = DisplayName::from_stored(name.to_owned());
    Present {
        user: Author {
            id: UserId(id),
            name,
        },
        state,
        status: None,
    }
}

fn names(people: &People) -> Vec<&str> {
    people
        .listed
        .iter()
        .map(|present| present.user.name.as_str())
        .collect()
}

fn here() -> People {
    let mut people = People::default();
    let listed = vec![
        present(1, "cy", PresenceState::Online),
        present(2, "Ada", PresenceState::Away),
        present(3, "ben", PresenceState::Online),
        present(4, "dee", PresenceState::Offline),
    ];
    people.replace(Roster {
        count: 3,
        people: listed,
    });
    people
}

#[test]
fn people_are_listed_by_name_without_those_who_are_offline() {
    assert_eq!(names(&here()), ["Ada", "ben", "cy"]);
    assert!(here().known);
}

#[test]
fn changes_replace_add_and_remove() {
    let mut people = here();
    let changes = vec![
        present(2, "Zoe", PresenceState::Online),
        present(3, "ben", PresenceState::Offline),
        present(5, "bo", PresenceState::Away),
    ];
    people.apply(Presence { count: 3, changes });
    assert_eq!(names(&people), ["bo", "cy", "Zoe"]);
}

#[test]
fn too_many_to_list_are_only_counted() {
    let mut people = here();
    people.apply(Presence {
        count: 501,
        changes: Vec::new(),
    });
    assert_eq!((people.count, people.listed.len()), (501, 0));
}

#[test]
fn without_a_link_the_last_roster_stays_but_is_not_known_to_hold() {
    let mut people = here();
    people.lost();
    assert!(!people.known);
    assert_eq!(people.listed.len(), 3);
}
