use shared::ids::UserId;
use shared::text::DisplayName;

use super::*;

fn person(id: u64, name: &str) -> Author {
    Author {
        id: UserId(id),
        name: DisplayName::from_stored(name.to_owned()),
    }
}

fn read_as(typed: &str) -> (Vec<String>, String) {
    read(typed).expect("it names somebody")
}

fn named(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn names_come_first_and_then_words() {
    let cases = [
        ("@ben", &["ben"][..], ""),
        ("ben", &["ben"], ""),
        ("@ben  to lunch @ 12", &["ben"], "to lunch @ 12"),
        (
            "@ben, @cy @dora have a look",
            &["ben", "cy", "dora"],
            "have a look",
        ),
        ("ben and @cy", &["ben"], "and @cy"),
    ];
    for (typed, names, words) in cases {
        assert_eq!(read_as(typed), (named(names), words.to_owned()), "{typed}");
    }
    for none in ["@", "@,", "@ben @ x"] {
        assert_eq!(read(none), Err(CommandRefusal::Alone("invite")), "{none}");
    }
}

#[test]
fn whoever_is_named_is_mentioned_once() {
    let ada = person(1, "Ada");
    let known = [
        person(2, "Ben Smith"),
        person(3, "Ben Jones"),
        person(4, "Cy"),
        person(5, "Dora Maar"),
    ];
    let invited = |names: &[&str]| invited(&named(names), Some(&ada), &known);
    let mentions = |names: &[&str]| Ok(named(names));
    assert_eq!(invited(&["cy", "CY", "Cy"]), mentions(&["@Cy"]));
    assert_eq!(invited(&["dora-maar", "cy"]), mentions(&["@Dora", "@Cy"]));
    assert_eq!(invited(&["ben-jones"]), mentions(&["@Ben-Jones"]));
    assert_eq!(invited(&["ben"]), mentions(&["@ben"]));
    for mention in ["Dora", "Ben-Jones", "ben"] {
        assert!(
            known.iter().any(|person| names(mention, person)),
            "{mention}"
        );
    }
    assert_eq!(
        invited(&["cy", "eve"]),
        Err(CommandRefusal::Nobody("eve".to_owned()))
    );
    assert_eq!(invited(&["ada"]), Err(CommandRefusal::Oneself));
}
