//! What a slash at the beginning of a message means. Two of them send one.

use thiserror::Error;

use super::invite;
use super::when::{self, When};

/// A command that the message box knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Command {
    /// Behind the slash.
    pub name: &'static str,
    /// Something has to come behind it.
    pub takes: bool,
}

/// All commands, in the order of the list.
pub const COMMANDS: [Command; 13] = [
    Command {
        name: "away",
        takes: false,
    },
    Command {
        name: "back",
        takes: false,
    },
    Command {
        name: "help",
        takes: false,
    },
    Command {
        name: "invite",
        takes: false,
    },
    Command {
        name: "join",
        takes: true,
    },
    Command {
        name: "later",
        takes: true,
    },
    Command {
        name: "me",
        takes: true,
    },
    Command {
        name: "poll",
        takes: true,
    },
    Command {
        name: "remind",
        takes: true,
    },
    Command {
        name: "shrug",
        takes: false,
    },
    Command {
        name: "spoiler",
        takes: true,
    },
    Command {
        name: "status",
        takes: true,
    },
    Command {
        name: "topic",
        takes: false,
    },
];

/// Whether a command means anything in a thread's box: what is sent later goes into a room.
#[must_use]
pub fn works_in_threads(name: &str) -> bool {
    !matches!(name, "later" | "remind")
}

/// What is to be done with what stands in the box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    /// Send this.
    Send(String),
    /// Open the room of this name, without the sign.
    OpenRoom(String),
    /// Tell these people that they are welcome here; [`invite::invited`] says who they are.
    Invite {
        /// Their names as they were typed, without the sign.
        named: Vec<String>,
        /// What is said beside it; may be empty.
        words: String,
    },
    /// Copy the address of the room.
    CopyRoomLink,
    /// Post it, or (`reminds`) tell the person of it, when the time has come.
    Later {
        /// When.
        when: When,
        /// What it says; of a message it may be empty, if that has files.
        text: String,
        /// It is a reminder.
        reminds: bool,
    },
    /// Say of the person that they are away, in the language of the page.
    Away,
    /// Say this of the person; empty for nothing any more.
    Status(String),
    /// Show what the room is about, to be changed.
    ShowTopic,
    /// The room is about this from now on; empty for nothing any more.
    SetTopic(String),
    /// The person's last message says this instead of that.
    Correct {
        /// What it says.
        old: String,
        /// What it is to say there.
        new: String,
        /// Wherever it says so, and not only the first time.
        all: bool,
    },
    /// List the commands.
    Help,
}

/// Signs of a poll's answers, and so the most that it has.
const ANSWERS: [&str; 9] = ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣"];

/// The signs that a message offers to react with: those of a poll.
#[must_use]
pub fn offered(text: &str) -> Vec<&'static str> {
    let mut lines = text.lines();
    let _question = lines.next();
    let offered = ANSWERS.iter().copied().zip(lines);
    let offered: Vec<&str> = offered
        .take_while(|(sign, line)| line.starts_with(*sign))
        .map(|(sign, _)| sign)
        .collect();
    if offered.len() > 1 {
        offered
    } else {
        Vec::new()
    }
}

/// Why nothing is to be done. The text stays.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CommandRefusal {
    /// Nobody knows this command.
    #[error("There is no command /{0}. Two slashes at the beginning send one.")]
    Unknown(String),
    /// It names no time that can be read, or no text behind it.
    #[error("/{0} goes before a time and a text: 18:00, in 20 minutes, tomorrow 9:00.")]
    NoTime(&'static str),
    /// A poll has a question and some answers.
    #[error("A poll has a question and 2 to 9 answers: /poll Tea? | Yes | No.")]
    NoPoll,
    /// Two answers of a poll are one: who reacts with one sign says nothing else than with
    /// the other.
    #[error("The answer {0} is there twice.")]
    TwiceInPoll(String),
    /// No name of somebody who is here or wrote here.
    #[error("Nobody who is here or wrote here is called {0}.")]
    Nobody(String),
    /// One is here already.
    #[error("You are here already.")]
    Oneself,
    /// It says nothing by itself.
    #[error("/{0} goes before what it is about.")]
    Alone(&'static str),
}

/// Reads what stands in the box of somebody of this name.
///
/// # Errors
/// A command that nobody knows, or that says nothing by itself.
pub fn read(typed: &str, my_name: &str) -> Result<Meant, CommandRefusal> {
    let Some(rest) = typed.strip_prefix('/') else {
        let correction = correction(typed);
        return Ok(correction.unwrap_or_else(|| Meant::Send(typed.to_owned())));
    };
    if rest.starts_with('/') {
        return Ok(Meant::Send(rest.to_owned()));
    }
    let (name, words) = match rest.split_once(char::is_whitespace) {
        Some((name, words)) => (name, words.trim()),
        None => (rest, ""),
    };
    let folded = name.to_lowercase();
    let Some(command) = COMMANDS.iter().find(|command| command.name == folded) else {
        return Err(CommandRefusal::Unknown(name.to_owned()));
    };
    if words.is_empty() && command.takes {
        return Err(CommandRefusal::Alone(command.name));
    }
    Ok(match command.name {
        "invite" if words.is_empty() => Meant::CopyRoomLink,
        "invite" => {
            let (named, words) = invite::read(words)?;
            Meant::Invite { named, words }
        }
        "join" => Meant::OpenRoom(words.trim_start_matches('#').to_owned()),
        name @ ("later" | "remind") => {
            let reminds = name == "remind";
            let read = if reminds {
                when::read_reminder
            } else {
                when::read
            };
            let (when, text) = read(words).ok_or(CommandRefusal::NoTime(command.name))?;
            let text = text.to_owned();
            Meant::Later {
                when,
                text,
                reminds,
            }
        }
        "away" if words.is_empty() => Meant::Away,
        "away" | "status" => Meant::Status(words.to_owned()),
        "back" => Meant::Status(String::new()),
        "poll" => Meant::Send(poll(words)?),
        "topic" if words.is_empty() => Meant::ShowTopic,
        // An empty one cannot be told from the command alone.
        "topic" if words == "-" => Meant::SetTopic(String::new()),
        "topic" => Meant::SetTopic(words.to_owned()),
        "me" => Meant::Send(["*", my_name, " ", words, "*"].concat()),
        // The signs of it are none of ours.
        "shrug" => Meant::Send([words, " ¯\\\\\\_(ツ)\\_/¯"].concat().trim().to_owned()),
        "spoiler" => Meant::Send(["||", words, "||"].concat()),
        _ => Meant::Help,
    })
}

/// `s/old/new/`, also with a `g` behind it. Without the last stroke it is a sentence like others;
/// word.
fn correction(typed: &str) -> Option<Meant> {
    let rest = typed.strip_prefix("s/")?;
    if rest.contains('\n') {
        return None;
    }
    let mut parts = vec![String::new()];
    let mut chars = rest.chars();
    while let Some(char) = chars.next() {
        let part = parts.last_mut()?;
        match char {
            '\\' if chars.as_str().starts_with('/') => {
                chars.next();
                part.push('/');
            }
            '/' => parts.push(String::new()),
            char => part.push(char),
        }
    }
    let mut parts = parts.into_iter();
    let (old, new, end) = (parts.next()?, parts.next()?, parts.next()?);
    let all = end.trim() == "g";
    let is_over = (all || end.trim().is_empty()) && parts.next().is_none();
    (is_over && !old.is_empty()).then_some(Meant::Correct { old, new, all })
}

/// A question, and a line for each answer with its sign.
fn poll(words: &str) -> Result<String, CommandRefusal> {
    // A line each: the signs are looked for where lines begin.
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut parts = words
        .split('|')
        .map(str::trim)
        .filter(|part| !part.is_empty());
    let question = parts.next().ok_or(CommandRefusal::NoPoll)?;
    let answers: Vec<&str> = parts.collect();
    if !(2..=ANSWERS.len()).contains(&answers.len()) {
        return Err(CommandRefusal::NoPoll);
    }
    let folded: Vec<String> = answers.iter().map(|answer| answer.to_lowercase()).collect();
    let twice = (1..folded.len()).find(|at| folded[..*at].contains(&folded[*at]));
    if let Some(at) = twice {
        return Err(CommandRefusal::TwiceInPoll(answers[at].to_owned()));
    }
    let mut poll = question.to_owned();
    for (sign, answer) in ANSWERS.iter().zip(answers) {
        poll.extend(["\n", sign, " ", answer]);
    }
    Ok(poll)
}

#[cfg(test)]
mod tests;
