//! Leaves out of JSON what people wrote, and secrets: of each such text the number of its
//! characters stays, so that whoever reads the JSON finds everything in its place.

use crate::wire::json::{PRIVATE_KEYS, string_len};

/// Stands for one character that was left out.
pub(in crate::recorder) const FILL: char = 'x';

/// Blanks JSON as this client writes it: without white space around its signs.
pub(super) fn blank(json: &str) -> String {
    let mut blanked = String::with_capacity(json.len());
    let mut key = "";
    let mut rest = json;
    while let Some(at) = rest.find(['"', ',', '{', '[']) {
        blanked.push_str(&rest[..at]);
        rest = &rest[at..];
        if !rest.starts_with('"') {
            blanked.push_str(&rest[..1]);
            (key, rest) = ("", &rest[1..]);
            continue;
        }
        let Some(len) = string_len(rest) else {
            // Without an end it is not JSON.
            break;
        };
        let (string, behind) = rest.split_at(len);
        let inside = &string[1..len - 1];
        let is_key = behind.starts_with(':');
        if !is_key && PRIVATE_KEYS.contains(&key) {
            blanked.push('"');
            blanked.extend(std::iter::repeat_n(FILL, chars(inside)));
            blanked.push('"');
        } else {
            blanked.push_str(string);
        }
        key = if is_key { inside } else { "" };
        rest = behind;
    }
    blanked.push_str(rest);
    blanked
}

/// The characters that the inside of a JSON string stands for.
fn chars(escaped: &str) -> usize {
    let mut count = 0;
    let mut signs = escaped.chars();
    while let Some(sign) = signs.next() {
        count += 1;
        // `\u00e4` is one character; this client writes no other that needs two of these.
        if sign == '\\' && signs.next() == Some('u') {
            signs.nth(3);
        }
    }
    count
}
