//! Web addresses: which may become a link, and where one in running text ends.

/// What a link may begin with. Anything else (`javascript:` before all) stays text.
const SCHEMES: [&str; 3] = ["http://", "https://", "mailto:"];

/// Whether this may stand in a link.
pub(super) fn is_safe(address: &str) -> bool {
    let scheme = SCHEMES.iter().find(|scheme| has_prefix(address, scheme));
    let rest = scheme.map(|scheme| &address[scheme.len()..]);
    let is_clean = |c: char| !c.is_control() && !c.is_whitespace();
    rest.is_some_and(|rest| rest.starts_with(is_host_start)) && address.chars().all(is_clean)
}

/// The bare address that `text` begins with, without what only ends the sentence.
pub(super) fn bare(text: &str) -> Option<&str> {
    let scheme = SCHEMES[..2]
        .iter()
        .find(|scheme| has_prefix(text, scheme))?;
    if !text[scheme.len()..].starts_with(is_host_start) {
        return None;
    }
    let mut open_brackets = 0_usize;
    let ends = |c: char| match c {
        '[' => {
            open_brackets += 1;
            false
        }
        ']' if open_brackets == 0 => true,
        ']' => {
            open_brackets -= 1;
            false
        }
        '<' | '>' | '"' | '`' => true,
        _ => c.is_whitespace() || c.is_control() || is_wide_punctuation(c),
    };
    let end = text.find(ends).unwrap_or(text.len());
    let address = without_tail(&text[..end]);
    (address.len() > scheme.len()).then_some(address)
}

/// The address in `](address)`; `text` begins after the opening parenthesis. Answers
/// what stands before the closing one. Brackets end the search, so that a text full
/// of them is still read in one pass.
pub(super) fn in_parentheses(text: &str) -> Option<&str> {
    let mut open = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '(' => open += 1,
            ')' if open == 0 => return Some(&text[..at]),
            ')' => open -= 1,
            '[' | ']' | '<' | '>' | '\\' => return None,
            _ if c.is_whitespace() || c.is_control() => return None,
            _ => {}
        }
    }
    None
}

/// Cuts the punctuation that belongs to the sentence: a full stop, a closing
/// parenthesis that was opened before the address, the end of emphasis.
fn without_tail(address: &str) -> &str {
    let count = |sign: char| address.chars().filter(|c| *c == sign).count();
    let mut extra_parentheses = count(')').saturating_sub(count('('));
    let mut address = address;
    while let Some(last) = address.chars().next_back() {
        match last {
            ')' if extra_parentheses > 0 => extra_parentheses -= 1,
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '~' | '…' | '’' | '”' | '»' =>
                {}
            _ => break,
        }
        address = &address[..address.len() - last.len_utf8()];
    }
    address
}

/// Ends a sentence in scripts that put no space after it.
fn is_wide_punctuation(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}')
        || matches!(c, '！' | '（' | '）' | '，' | '：' | '；' | '？')
}

fn is_host_start(c: char) -> bool {
    c.is_alphanumeric() || c == '['
}

fn has_prefix(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}
