//! What a slash at the beginning of a message means. Two of them send one.

use thiserror::Error;

use super::when::{self, When};

/// A command that the message box knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Command {
    /// Behind the slash.
    pub name: &'static str,
    /// What comes behind it; nothing for one that stands alone.
    pub takes: &'static str,
    /// What it does.
    pub about: &'static str,
}

/// All commands, in the order of the list.
pub const COMMANDS: [Command; 7] = [
    Command {
        name: "help",
        takes: "",
        about: "Lists the commands",
    },
    Command {
        name: "join",
        takes: "room",
        about: "Opens a room",
    },
    Command {
        name: "later",
        takes: "18:00 text",
        about: "Sends it at a time",
    },
    Command {
        name: "me",
        takes: "what you do",
        about: "Says it of you, in the third person",
    },
    Command {
        name: "remind",
        takes: "me in 20 minutes text",
        about: "Reminds you of it",
    },
    Command {
        name: "shrug",
        takes: "",
        about: "Adds ¯\\_(ツ)_/¯",
    },
    Command {
        name: "spoiler",
        takes: "text",
        about: "Hides it until somebody asks for it",
    },
];

/// What is to be done with what stands in the box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    /// Send this.
    Send(String),
    /// Open the room of this name, without the sign.
    OpenRoom(String),
    /// Post it, or (`reminds`) tell the person of it, when the time has come.
    Later {
        /// When.
        when: When,
        /// What it says.
        text: String,
        /// It is a reminder.
        reminds: bool,
    },
    /// List the commands.
    Help,
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
    /// It says nothing by itself.
    #[error("/{name} goes before what it is about: /{name} {takes}.")]
    Alone {
        /// The command.
        name: &'static str,
        /// What comes behind it.
        takes: &'static str,
    },
}

/// Reads what stands in the box of somebody of this name.
///
/// # Errors
/// A command that nobody knows, or that says nothing by itself.
pub fn read(typed: &str, my_name: &str) -> Result<Meant, CommandRefusal> {
    let Some(rest) = typed.strip_prefix('/') else {
        return Ok(Meant::Send(typed.to_owned()));
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
    if words.is_empty() && !command.takes.is_empty() {
        return Err(CommandRefusal::Alone {
            name: command.name,
            takes: command.takes,
        });
    }
    Ok(match command.name {
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
        "me" => Meant::Send(["*", my_name, " ", words, "*"].concat()),
        // The signs of it are none of ours.
        "shrug" => Meant::Send([words, " ¯\\\\\\_(ツ)\\_/¯"].concat().trim().to_owned()),
        "spoiler" => Meant::Send(["||", words, "||"].concat()),
        _ => Meant::Help,
    })
}

#[cfg(test)]
mod tests;
