//! What a test user sees, in plain words.

use chat_client::ChatClient;
use chat_client::timeline::{Line, LineContent, PendingState};
use shared::cursor::Seq;
use shared::entry::Entry;
use shared::ids::{ClientId, RoomId};

/// A user's machine and the room that is open on its screen.
#[derive(Clone, Copy)]
pub struct Screen<'a> {
    /// The machine, to be asked for anything else.
    pub client: &'a ChatClient,
    /// The open room.
    pub room: Option<RoomId>,
    /// How many times a server has greeted this user.
    pub welcomes: u64,
}

// The machine is large and holds private text.
impl std::fmt::Debug for Screen<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Screen")
            .field("room", &self.room)
            .finish_non_exhaustive()
    }
}

impl Screen<'_> {
    /// The lines of the open room: `#3 ada: hello`, `#5 to #9 missing`,
    /// `(waiting) hello`, `(sending) hello`, `(failed: reason) hello`.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        self.each_line(|line| Some(told(line)))
    }

    /// The numbered entries of the open room that are held here, ascending.
    #[must_use]
    pub fn entries(&self) -> Vec<Entry> {
        self.each_line(|line| match &line.content {
            LineContent::Entry { entry, .. } => Some(entry.as_ref().clone()),
            LineContent::Pending { .. } | LineContent::Hole { .. } => None,
        })
    }

    /// The number of the entry with exactly this text in the open room.
    #[must_use]
    pub fn seq_of(&self, wanted: &str) -> Option<Seq> {
        self.find_entry(|entry| {
            let text = entry.kind.text().filter(|_| entry.kind.target().is_none());
            text.is_some_and(|text| text.as_str() == wanted)
        })
    }

    /// The number under which this write stands in the open room.
    #[must_use]
    pub fn seq_of_write(&self, wanted: ClientId) -> Option<Seq> {
        self.find_entry(|entry| entry.client_id == wanted)
    }

    fn find_entry(&self, wanted: impl Fn(&Entry) -> bool) -> Option<Seq> {
        let timeline = self.client.timeline(self.room?)?;
        timeline
            .lines()
            .iter()
            .rev()
            .find_map(|line| match &line.content {
                LineContent::Entry { entry, .. } if wanted(entry) => Some(entry.seq),
                LineContent::Entry { .. }
                | LineContent::Pending { .. }
                | LineContent::Hole { .. } => None,
            })
    }

    fn each_line<R>(&self, tell: impl Fn(&Line) -> Option<R>) -> Vec<R> {
        let timeline = self.room.and_then(|room| self.client.timeline(room));
        timeline
            .map(|timeline| timeline.lines().iter().filter_map(tell).collect())
            .unwrap_or_default()
    }
}

fn told(line: &Line) -> String {
    match &line.content {
        LineContent::Entry { entry, .. } => match (&entry.kind.text(), entry.kind.target()) {
            (Some(text), None) => format!("{} {}: {text}", entry.seq, entry.author.name),
            _ => format!("{} {} changes a message", entry.seq, entry.author.name),
        },
        LineContent::Hole { first, last } => format!("{first} to {last} missing"),
        LineContent::Pending { text, state, .. } => match state {
            PendingState::Waiting => format!("(waiting) {text}"),
            PendingState::Sending { .. } => format!("(sending) {text}"),
            PendingState::Failed { reason } => format!("(failed: {reason}) {text}"),
        },
    }
}
