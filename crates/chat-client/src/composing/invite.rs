//! Whom an invitation names. A room is open to everybody, so to invite is to name somebody in
//! it: they are told, and what they are told leads there.

use shared::entry::Author;

use super::commands::CommandRefusal;
use super::complete::mention_of;
use crate::markup::names;

/// What stands behind the command: names, and then words.
///
/// The first word is a name also without its sign.
///
/// # Errors
/// No name.
pub(super) fn read(typed: &str) -> Result<(Vec<String>, String), CommandRefusal> {
    let mut named = Vec::new();
    let mut rest = typed.trim();
    while named.is_empty() || rest.starts_with('@') {
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let name = rest[..end].trim_start_matches('@').trim_end_matches(',');
        if name.is_empty() {
            return Err(CommandRefusal::Alone("invite"));
        }
        named.push(name.to_owned());
        rest = rest[end..].trim_start();
    }
    Ok((named, rest.to_owned()))
}

/// How the message names them, with the sign and once each. A name that several of `known` go
/// by names all of them, as it does in any message.
///
/// # Errors
/// A name that nobody of `known` goes by, or one's own.
pub fn invited(
    named: &[String],
    me: Option<&Author>,
    known: &[Author],
) -> Result<Vec<String>, CommandRefusal> {
    let mut invited = Vec::new();
    for name in named {
        let mut meant = known.iter().filter(|person| names(name, person));
        let mention = match (meant.next(), meant.next()) {
            (Some(person), None) => mention_of(person, known),
            (Some(_), Some(_)) => name.clone(),
            (None, _) if me.is_some_and(|me| names(name, me)) => {
                return Err(CommandRefusal::Oneself);
            }
            (None, _) => return Err(CommandRefusal::Nobody(name.clone())),
        };
        let mention = ["@", &mention].concat();
        if !invited.contains(&mention) {
            invited.push(mention);
        }
    }
    Ok(invited)
}

#[cfg(test)]
mod tests;
