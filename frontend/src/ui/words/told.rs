//! The words of what a person is told of.

use shared::preferences::{DAY_MINUTES, Tell};
use shared::signal::Status;
use shared::text::{Emoji, StatusText};

use crate::browser::sound::Sound;

/// Of which messages somebody is told.
#[must_use]
pub fn tell(tell: Tell) -> &'static str {
    match tell {
        Tell::Mentions => t!("told-mentions"),
        Tell::Everything => t!("told-everything"),
        Tell::Nothing => t!("told-nothing"),
    }
}

/// `🌱 in the allotment`; empty where somebody only does not want to be disturbed.
#[must_use]
pub fn says(status: &Status) -> String {
    let emoji = status.emoji.as_ref().map(Emoji::as_str);
    let text = status.text.as_ref().map(StatusText::as_str);
    let parts: Vec<&str> = emoji.into_iter().chain(text).collect();
    parts.join(" ")
}

/// The same for the ear, with what it shows by an icon.
#[must_use]
pub fn says_aloud(status: &Status) -> String {
    let mut says = says(status);
    if status.do_not_disturb {
        if !says.is_empty() {
            says.push_str(t!("list-comma"));
        }
        says.push_str(t!("told-do-not-disturb"));
    }
    says
}

/// A sound, or none.
#[must_use]
pub fn sound(sound: Option<Sound>) -> &'static str {
    match sound {
        None => t!("told-none"),
        Some(Sound::Drop) => t!("told-drop"),
        Some(Sound::Chime) => t!("told-chime"),
        Some(Sound::Knock) => t!("told-knock"),
    }
}

/// `07:30`, as a field for a time of day has it.
#[must_use]
pub fn clock_time(minute: u16) -> String {
    let digits = |number: u16| {
        let number = number.to_string();
        if number.len() < 2 {
            ["0", &number].concat()
        } else {
            number
        }
    };
    [&digits(minute / 60), ":", &digits(minute % 60)].concat()
}

/// The minute of the day that such a field has; nothing where it has none.
#[must_use]
pub fn minute(time: &str) -> Option<u16> {
    let (hours, rest) = time.split_once(':')?;
    let minutes = rest.get(..2)?;
    let minute = hours.parse::<u16>().ok()?.checked_mul(60)? + minutes.parse::<u16>().ok()?;
    (minute < DAY_MINUTES).then_some(minute)
}

#[cfg(test)]
mod tests;
