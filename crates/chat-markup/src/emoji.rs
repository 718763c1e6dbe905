//! Whether a text is emoji and nothing else (Unicode TR 51, without its data files:
//! the blocks that hold emoji, and the ways in which several characters make one).

/// More emoji than this are a sentence, and drawn as one.
const EMOJI_MAX: usize = 6;

const JOINER: char = '\u{200D}';
const AS_EMOJI: char = '\u{FE0F}';
const KEYCAP: char = '\u{20E3}';
const TAG_END: char = '\u{E007F}';

/// Whether the text is one to six emoji and nothing else: they are drawn large.
#[must_use]
pub fn is_emoji_only(text: &str) -> bool {
    let mut rest = text.trim();
    let mut emoji = 0;
    while !rest.is_empty() {
        let Some(length) = emoji_length(rest) else {
            return false;
        };
        emoji += 1;
        if emoji > EMOJI_MAX {
            return false;
        }
        rest = rest[length..].trim_start();
    }
    emoji > 0
}

/// How many bytes the emoji takes that `text` begins with.
fn emoji_length(text: &str) -> Option<usize> {
    let mut length = element_length(text)?;
    while let Some(joined) = text[length..].strip_prefix(JOINER) {
        length += JOINER.len_utf8() + element_length(joined)?;
    }
    Some(length)
}

/// A flag, a keycap, or one sign with its variants.
fn element_length(text: &str) -> Option<usize> {
    let mut chars = text.chars().peekable();
    let first = chars.next()?;
    let mut length = first.len_utf8();
    if is_flag_letter(first) {
        let second = chars.next().filter(|c| is_flag_letter(*c))?;
        return Some(length + second.len_utf8());
    }
    if first.is_ascii_digit() || matches!(first, '#' | '*') {
        length += chars.next_if_eq(&AS_EMOJI).map_or(0, char::len_utf8);
        return chars
            .next_if_eq(&KEYCAP)
            .map(|keycap| length + keycap.len_utf8());
    }
    if !is_pictograph(first) {
        return None;
    }
    if let Some(variant) = chars.next_if(|c| *c == AS_EMOJI || is_skin_tone(*c)) {
        length += variant.len_utf8();
    } else if !is_drawn_as_emoji(first) {
        return None;
    }
    // A flag of a region is a black flag with its letters as tags.
    while let Some(tag) = chars.next_if(|c| matches!(c, '\u{E0020}'..=TAG_END)) {
        length += tag.len_utf8();
    }
    Some(length)
}

fn is_flag_letter(c: char) -> bool {
    matches!(c, '\u{1F1E6}'..='\u{1F1FF}')
}

fn is_skin_tone(c: char) -> bool {
    matches!(c, '\u{1F3FB}'..='\u{1F3FF}')
}

/// Shown as an emoji also without the sign that asks for it.
fn is_drawn_as_emoji(c: char) -> bool {
    matches!(
        c,
        '\u{231A}'..='\u{231B}' | '\u{23E9}'..='\u{23EC}' | '\u{23F0}' | '\u{23F3}'
            | '\u{25FD}'..='\u{25FE}' | '\u{2614}'..='\u{2615}' | '\u{2648}'..='\u{2653}'
            | '\u{267F}' | '\u{2693}' | '\u{26A1}' | '\u{26AA}'..='\u{26AB}'
            | '\u{26BD}'..='\u{26BE}' | '\u{26C4}'..='\u{26C5}' | '\u{26CE}' | '\u{26D4}'
            | '\u{26EA}' | '\u{26F2}'..='\u{26F3}' | '\u{26F5}' | '\u{26FA}' | '\u{26FD}'
            | '\u{2705}' | '\u{270A}'..='\u{270B}' | '\u{2728}' | '\u{274C}' | '\u{274E}'
            | '\u{2753}'..='\u{2755}' | '\u{2757}' | '\u{2795}'..='\u{2797}' | '\u{27B0}'
            | '\u{27BF}' | '\u{2B1B}'..='\u{2B1C}' | '\u{2B50}' | '\u{2B55}' | '\u{1F004}'
            | '\u{1F0CF}' | '\u{1F18E}' | '\u{1F191}'..='\u{1F19A}' | '\u{1F201}'
            | '\u{1F21A}' | '\u{1F22F}' | '\u{1F232}'..='\u{1F23A}' | '\u{1F250}'..='\u{1F251}'
            | '\u{1F300}'..='\u{1F64F}' | '\u{1F680}'..='\u{1F6FF}' | '\u{1F7E0}'..='\u{1F7F0}'
            | '\u{1F90C}'..='\u{1F9FF}' | '\u{1FA70}'..='\u{1FAFF}'
    )
}

/// An emoji at least when asked for.
fn is_pictograph(c: char) -> bool {
    is_drawn_as_emoji(c)
        || matches!(
            c,
            '\u{00A9}' | '\u{00AE}' | '\u{203C}' | '\u{2049}' | '\u{2122}' | '\u{2139}'
                | '\u{2194}'..='\u{21AA}' | '\u{2328}' | '\u{23CF}' | '\u{23ED}'..='\u{23FA}'
                | '\u{24C2}' | '\u{25AA}'..='\u{25FE}' | '\u{2600}'..='\u{27BF}'
                | '\u{2934}'..='\u{2935}' | '\u{2B05}'..='\u{2B07}' | '\u{3030}' | '\u{303D}'
                | '\u{3297}' | '\u{3299}' | '\u{1F170}'..='\u{1F171}' | '\u{1F17E}'..='\u{1F17F}'
                | '\u{1F202}' | '\u{1F237}'
        )
}
