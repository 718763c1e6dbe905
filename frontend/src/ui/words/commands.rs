//! The words of the commands. Their names and what is read behind them are the same in every
//! language.

use chat_client::composing::commands::CommandRefusal;

/// What a command does.
#[must_use]
pub fn about(name: &str) -> &'static str {
    match name {
        "away" => t!("command-away"),
        "back" => t!("command-back"),
        "help" => t!("command-help"),
        "invite" => t!("command-invite"),
        "join" => t!("command-join"),
        "later" => t!("command-later"),
        "me" => t!("command-me"),
        "poll" => t!("command-poll"),
        "remind" => t!("command-remind"),
        "shrug" => t!("command-shrug"),
        "spoiler" => t!("command-spoiler"),
        "status" => t!("command-status"),
        "topic" => t!("command-topic"),
        _ => "",
    }
}

/// What comes behind it; empty for one that stands alone.
#[must_use]
pub fn takes(name: &str) -> &'static str {
    match name {
        "invite" => t!("command-invite-takes"),
        "join" => t!("command-join-takes"),
        "later" => t!("command-later-takes"),
        "me" => t!("command-me-takes"),
        "poll" => t!("command-poll-takes"),
        "remind" => t!("command-remind-takes"),
        "spoiler" => t!("command-spoiler-takes"),
        "status" => t!("command-status-takes"),
        "topic" => t!("command-topic-takes"),
        _ => "",
    }
}

/// The message that an invitation is. `people` are their mentions.
#[must_use]
pub fn invitation(my_name: &str, people: &[String], words: &str) -> String {
    let people = people.join(", ");
    let people = people.as_str();
    let said = if words.is_empty() {
        t!("command-invites", name = my_name, people = people)
    } else {
        t!(
            "command-invites-with",
            name = my_name,
            people = people,
            words = words
        )
    };
    // What keeps directions apart around what is filled in is not for a message.
    let said: String = said
        .chars()
        .filter(|c| !matches!(c, '\u{2068}' | '\u{2069}'))
        .collect();
    ["*", &said, "*"].concat()
}

/// Why nothing is done.
#[must_use]
pub fn refused(refusal: &CommandRefusal) -> String {
    match refusal {
        CommandRefusal::Unknown(name) => t!("command-unknown", name = name.as_str()),
        CommandRefusal::NoTime(name) => t!("command-no-time", name = *name),
        CommandRefusal::NoPoll => t!("command-no-poll").to_owned(),
        CommandRefusal::TwiceInPoll(answer) => {
            t!("command-twice-in-poll", answer = answer.as_str())
        }
        CommandRefusal::Nobody(name) => t!("command-nobody", name = name.as_str()),
        CommandRefusal::Oneself => t!("command-oneself").to_owned(),
        CommandRefusal::Alone(name) => {
            t!("command-alone", name = *name, takes = takes(name))
        }
    }
}

#[cfg(test)]
mod tests {
    use chat_client::composing::commands::COMMANDS;

    use super::*;

    #[test]
    fn every_command_says_what_it_does_and_takes() {
        for command in COMMANDS {
            assert_ne!(about(command.name), "", "{}", command.name);
            // Alone they copy the link, and open the topic.
            let may_take = command.takes || matches!(command.name, "invite" | "topic");
            assert_eq!(
                !takes(command.name).is_empty(),
                may_take,
                "{}",
                command.name
            );
        }
    }
}
