//! What a person sees of the chat, read from the page by the roles and names that
//! assistive technology uses too.

use serde::Deserialize;

/// The script that reads a [`Screen`].
pub(crate) const READ: &str = include_str!("screen.js");

/// The screen at one moment.
#[derive(Clone, Debug, Deserialize)]
pub struct Screen {
    /// The tab's title.
    pub title: String,
    /// The largest heading.
    pub heading: String,
    /// What is said with urgency.
    pub alert: String,
    /// The rooms in the sidebar, from the top.
    pub rooms: Vec<Room>,
    /// The people in the sidebar.
    pub people: Vec<Person>,
    /// The lines of the timeline that are in the page.
    pub lines: Vec<Line>,
    /// Rows of the timeline that are in the page, dividers and all.
    pub rows: usize,
    /// Whether the New line stands in the timeline.
    pub has_new_line: bool,
    /// Who is typing.
    pub typing: String,
    /// What the connection dot says.
    pub connection: String,
    /// What the strip above the timeline says.
    pub banner: String,
    /// What an open dialog says; nothing where there is none.
    pub dialog: String,
    /// What is written in the message box; nothing where there is none.
    pub composer: Option<String>,
    /// How much wider the page is than its window, in pixels.
    pub overflow: i32,
}

/// A room in the sidebar.
#[derive(Clone, Debug, Deserialize)]
pub struct Room {
    /// Its name.
    pub name: String,
    /// The count beside it.
    pub unread: u64,
    /// How many of them name the reader.
    pub mentions: u64,
    /// Whether nothing is told of it.
    pub muted: bool,
    /// Whether it is the one on the screen.
    pub open: bool,
    /// Whether the pencil stands beside it.
    pub draft: bool,
}

/// A person in the sidebar.
#[derive(Clone, Debug, Deserialize)]
pub struct Person {
    /// Their name.
    pub name: String,
    /// What their dot says.
    pub presence: String,
}

/// A message in the timeline.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Line {
    /// Its number, once it has one.
    pub seq: Option<u64>,
    /// Who wrote it; `You` for the own ones.
    pub author: String,
    /// What it says.
    pub text: String,
    /// Of an own one: where it is.
    pub mark: Option<Mark>,
}

/// Where an own message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mark {
    /// On the server's disk.
    Stored,
    /// On this device, and on its way.
    Sending,
    /// On this device.
    Waiting,
    /// In the page and nowhere else.
    Unkept,
    /// Not stored.
    Failed,
}

impl Screen {
    /// The line with this text.
    #[must_use]
    pub fn line(&self, text: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.text == text)
    }

    /// Whether this author's line stands in the timeline, with a number.
    #[must_use]
    pub fn shows(&self, author: &str, text: &str) -> bool {
        self.line(text)
            .is_some_and(|line| line.author == author && line.seq.is_some())
    }

    /// Whether an own line has this mark.
    #[must_use]
    pub fn marks(&self, text: &str, mark: Mark) -> bool {
        self.line(text).is_some_and(|line| line.mark == Some(mark))
    }

    /// The room on the screen.
    #[must_use]
    pub fn open_room(&self) -> Option<&str> {
        self.rooms
            .iter()
            .find(|room| room.open)
            .map(|room| room.name.as_str())
    }

    /// A room in the sidebar.
    #[must_use]
    pub fn room(&self, name: &str) -> Option<&Room> {
        self.rooms.iter().find(|room| room.name == name)
    }

    /// What a person's dot says.
    #[must_use]
    pub fn presence(&self, name: &str) -> Option<&str> {
        self.people
            .iter()
            .find(|person| person.name == name)
            .map(|person| person.presence.as_str())
    }

    /// Whether the link carries messages and nothing is missing.
    #[must_use]
    pub fn is_online(&self) -> bool {
        self.connection.starts_with("Connection: Online")
    }

    /// Whether every own line is stored.
    #[must_use]
    pub fn is_all_stored(&self) -> bool {
        self.lines.iter().all(|line| line.seq.is_some())
    }
}
