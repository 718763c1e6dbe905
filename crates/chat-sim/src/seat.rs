//! Who takes part: three people, each with two tabs on a laptop and one on a phone.

use std::fmt;
use std::str::FromStr;

use shared::ids::UserId;

/// A place where a client can run: one tab of one browser of one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seat(u8);

/// A browser with its storage, which its tabs share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BrowserId(pub u8);

/// One of the three.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Person(u8);

const SEATS: [&str; 9] = [
    "ada.1",
    "ada.2",
    "ada.phone",
    "ben.1",
    "ben.2",
    "ben.phone",
    "cy.1",
    "cy.2",
    "cy.phone",
];

const PEOPLE: [&str; 3] = ["ada", "ben", "cy"];

impl Seat {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..).take(SEATS.len()).map(Self)
    }

    /// Where it stands among all.
    #[must_use]
    pub fn place(self) -> usize {
        usize::from(self.0)
    }

    /// Who sits there.
    #[must_use]
    pub fn person(self) -> Person {
        Person(self.0 / 3)
    }

    /// The laptop's for the first two, the phone's for the third.
    #[must_use]
    pub fn browser(self) -> BrowserId {
        BrowserId(self.0 / 3 * 2 + u8::from(self.0 % 3 == 2))
    }
}

impl Person {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..).take(PEOPLE.len()).map(Self)
    }

    /// The account: the store numbers people in the order in which they are made.
    #[must_use]
    pub fn user(self) -> UserId {
        UserId(u64::from(self.0) + 1)
    }

    /// The name.
    #[must_use]
    pub fn name(self) -> &'static str {
        PEOPLE[usize::from(self.0)]
    }
}

impl fmt::Display for Seat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(SEATS[self.place()])
    }
}

impl fmt::Display for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Seat {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let seat = Self::all().find(|seat| SEATS[seat.place()] == text);
        seat.ok_or_else(|| format!("nobody sits at {text}"))
    }
}

impl FromStr for Person {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let person = Self::all().find(|person| person.name() == text);
        person.ok_or_else(|| format!("nobody is called {text}"))
    }
}
