//! Names that do not pose as other names, beyond what `shared::text` asks of each
//! character.
//!
//! One look has one spelling: a name is kept in the compatibility form of Unicode
//! (UAX #15, NFKC), so `ａｄａ` is `ada`, and `e` with an accent behind it is `é`. And a
//! name keeps to one script, or to Latin beside one that does not look like it (UTS #39,
//! section 5.2, moderately restrictive): `аda` with a Cyrillic `а` is refused.
//!
//! What is left: a name that is Cyrillic as a whole can look like a Latin one. To refuse
//! those would refuse people their names; the id is what tells them apart.

use shared::refusal::{Refusal, RefusalCode};
use shared::text::{DisplayName, RoomName};
use unicode_normalization::UnicodeNormalization;
use unicode_script::{Script, UnicodeScript};
use unicode_security::MixedScript;

/// Scripts with many letters that look Latin.
const LIKE_LATIN: [Script; 3] = [Script::Cyrillic, Script::Greek, Script::Cherokee];

/// A person's name as it may be kept.
///
/// # Errors
/// `name_invalid`.
pub fn person(typed: &str) -> Result<DisplayName, Refusal> {
    // Spelled anew it may break a rule that it kept before.
    let name = DisplayName::parse(&in_one_spelling(typed))?;
    one_script(name.as_str())?;
    Ok(name)
}

/// A room's name as it may be kept.
///
/// # Errors
/// `name_invalid`.
pub fn room(typed: &str) -> Result<RoomName, Refusal> {
    let name = RoomName::parse(&in_one_spelling(typed))?;
    one_script(name.as_str())?;
    Ok(name)
}

fn in_one_spelling(typed: &str) -> String {
    typed.nfkc().collect()
}

fn one_script(name: &str) -> Result<(), Refusal> {
    let is_latin = |c: &char| c.script() == Script::Latin;
    let others: String = name.chars().filter(|c| !is_latin(c)).collect();
    let poses = name.chars().any(|c| is_latin(&c))
        && others.chars().any(|c| LIKE_LATIN.contains(&c.script()));
    if poses || !others.as_str().is_single_script() {
        let sentence = "A name is written in one script, so that it cannot pose as another.";
        return Err(Refusal::new(RefusalCode::NameInvalid, sentence));
    }
    Ok(())
}

#[cfg(test)]
mod tests;
