//! Times as people write them before a text: `in 20 minutes`, `18:00`, `tomorrow 9:00`,
//! `friday at 9am`. What they are on a clock is for whoever has one.

/// A time before a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// So many milliseconds from now.
    In(u64),
    /// At this minute of a day, by the clock of the device.
    At(Day, u16),
}

/// Which day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    /// Today, or tomorrow where the minute has passed.
    Next,
    /// Tomorrow.
    Tomorrow,
    /// The next day of this name that is not today; Monday is 0.
    Weekday(u8),
}

/// Where a day is named and no time.
const MORNING: u16 = 9 * 60;

/// Longer is no number that somebody means.
const NUMBER_MAX: u64 = 10_000;

const DAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Reads the time at the beginning, and answers it with the text behind, which may be empty.
/// None where there is no time.
#[must_use]
pub fn read(words: &str) -> Option<(When, &str)> {
    let (first, rest) = word(words);
    let (when, rest) = match first.as_str() {
        "in" => span(rest)?,
        "tomorrow" => at(Day::Tomorrow, rest)?,
        "at" => {
            let (minute, rest) = clock(rest)?;
            (When::At(Day::Next, minute), rest)
        }
        "on" => named_day(rest)?,
        _ => match clock(words) {
            Some((minute, rest)) => (When::At(Day::Next, minute), rest),
            None => named_day(words)?,
        },
    };
    Some((when, rest.trim()))
}

/// As [`read`], behind `me` and before `to`, `that` or `about`, all of which may be missing.
/// None also where there is no text.
#[must_use]
pub fn read_reminder(words: &str) -> Option<(When, &str)> {
    let (first, rest) = word(words);
    let (when, text) = read(if first == "me" { rest } else { words })?;
    if text.is_empty() {
        return None;
    }
    let (first, rest) = word(text);
    let is_joint = matches!(first.as_str(), "to" | "that" | "about");
    Some(if is_joint && !rest.trim().is_empty() {
        (when, rest.trim())
    } else {
        (when, text)
    })
}

fn named_day(words: &str) -> Option<(When, &str)> {
    let (name, rest) = word(words);
    let is_named = |day: &str| day == name || (name.len() == 3 && day.starts_with(&*name));
    let day = DAYS.iter().position(|day| is_named(day))?;
    at(Day::Weekday(u8::try_from(day).ok()?), rest)
}

/// A time behind a day, if there is one.
fn at(day: Day, words: &str) -> Option<(When, &str)> {
    let (first, rest) = word(words);
    let found = clock(if first == "at" { rest } else { words });
    let (minute, rest) = found.unwrap_or((MORNING, words));
    Some((When::At(day, minute), rest))
}

/// `20 minutes`, `an hour`, `90s` and the like.
fn span(words: &str) -> Option<(When, &str)> {
    let (first, rest) = word(words);
    let digits = first.find(|c: char| !c.is_ascii_digit());
    let (number, unit, rest) = match digits {
        Some(0) if matches!(first.as_str(), "a" | "an") => {
            let (unit, rest) = word(rest);
            (1, unit, rest)
        }
        Some(0) => return None,
        Some(end) => (first[..end].parse().ok()?, first[end..].to_owned(), rest),
        None => {
            let (unit, rest) = word(rest);
            (first.parse().ok()?, unit, rest)
        }
    };
    let ms = match unit.as_str() {
        "s" | "sec" | "second" | "seconds" => 1_000,
        "m" | "min" | "mins" | "minute" | "minutes" => 60_000,
        "h" | "hour" | "hours" => 3_600_000,
        "d" | "day" | "days" => 86_400_000,
        "w" | "week" | "weeks" => 7 * 86_400_000,
        _ => return None,
    };
    (1..=NUMBER_MAX)
        .contains(&number)
        .then_some((When::In(number * ms), rest))
}

/// `18:00`, `9am`, `9:30 pm`.
fn clock(words: &str) -> Option<(u16, &str)> {
    let (first, behind) = word(words);
    let (time, half, rest) = match first
        .strip_suffix("am")
        .map(|time| (time, "am"))
        .or_else(|| first.strip_suffix("pm").map(|time| (time, "pm")))
    {
        Some((time, half)) => (time, Some(half), behind),
        None => {
            let (next, after) = word(behind);
            match next.as_str() {
                "am" => (first.as_str(), Some("am"), after),
                "pm" => (first.as_str(), Some("pm"), after),
                _ => (first.as_str(), None, behind),
            }
        }
    };
    let (hour, minute) = match time.split_once(':') {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute.parse().ok()?),
        None if half.is_some() => (time, 0),
        Some(_) | None => return None,
    };
    let hour: u16 = hour.parse().ok()?;
    let hour = match half {
        None if hour < 24 => hour,
        Some(half) if (1..=12).contains(&hour) => hour % 12 + if half == "pm" { 12 } else { 0 },
        Some(_) | None => return None,
    };
    (minute < 60).then_some((hour * 60 + minute, rest))
}

/// The next word, folded, without the comma behind it, and what follows.
fn word(words: &str) -> (String, &str) {
    let words = words.trim_start();
    let end = words.find(char::is_whitespace).unwrap_or(words.len());
    let (first, rest) = words.split_at(end);
    (first.trim_end_matches([',', ':']).to_lowercase(), rest)
}

#[cfg(test)]
mod tests;
