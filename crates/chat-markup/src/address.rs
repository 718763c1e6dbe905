//! Web addresses: which may become a link, and where one in running text ends.

/// What a link may begin with. Anything else (`javascript:` before all) stays text.
const SCHEMES: [&str; 3] = ["http://", "https://", "mailto:"];

/// Whether this may stand in a link.
pub(super) fn is_safe(address: &str) -> bool {
    let scheme = SCHEMES.iter().find(|scheme| has_prefix(address, scheme));
    let rest = scheme.map(|scheme| &address[scheme.len()..]);
    let is_clean = |c: char| !c.is_control() && !c.is_whitespace();
    rest.is_some_and(|rest| rest.starts_with(is_host_start))
        && address.chars().all(is_clean)
        && !has_user(address)
}

/// Whether all of a text is one address of the web that a link may lead to.
#[must_use]
pub fn is_web_address(text: &str) -> bool {
    let is_of_the_web = SCHEMES[..2].iter().any(|scheme| has_prefix(text, scheme));
    is_of_the_web && is_safe(text) && in_parentheses(&[text, ")"].concat()) == Some(text)
}

/// What a link's text says about where it leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// Nothing, or the truth.
    Fair,
    /// It is written like an address, of another host: the true one is to be shown instead.
    AnotherAddress,
    /// It could be the name of another host, or of a file: the host is to be shown beside it.
    AnotherName,
}

/// What `shown` says about `target`, which is safe.
pub(super) fn claim(shown: &str, target: &str) -> Claim {
    let shown = shown.trim();
    if shown.is_empty() || shown.contains(char::is_whitespace) {
        return Claim::Fair;
    }
    let after_scheme = shown.split_once("://").map(|(_, rest)| rest);
    let is_address = after_scheme.is_some() || has_prefix(shown, "www.");
    let named = host_of(after_scheme.unwrap_or(shown));
    let leads_to = host(target).unwrap_or_default();
    if without_www(named).eq_ignore_ascii_case(without_www(leads_to)) {
        Claim::Fair
    } else if is_address {
        Claim::AnotherAddress
    } else if reads_as_host(named) {
        Claim::AnotherName
    } else {
        Claim::Fair
    }
}

/// The host in an address of the web, as it is written.
pub fn host(address: &str) -> Option<&str> {
    let scheme = SCHEMES[..2]
        .iter()
        .find(|scheme| has_prefix(address, scheme))?;
    Some(host_of(&address[scheme.len()..]))
}

fn host_of(rest: &str) -> &str {
    let authority = authority_of(rest);
    let host = authority
        .rsplit_once('@')
        .map_or(authority, |(_, host)| host);
    match host.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        Some(_) | None => host,
    }
}

fn authority_of(rest: &str) -> &str {
    let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    &rest[..end]
}

/// `https://bank.example@evil.example` leads to the second: nobody writes a user into
/// an address but to deceive (WHATWG URL, "invalid-credentials").
fn has_user(address: &str) -> bool {
    let scheme = SCHEMES[..2]
        .iter()
        .find(|scheme| has_prefix(address, scheme));
    scheme.is_some_and(|scheme| authority_of(&address[scheme.len()..]).contains('@'))
}

fn without_www(host: &str) -> &str {
    if has_prefix(host, "www.") {
        &host["www.".len()..]
    } else {
        host
    }
}

/// Labels with full stops between them, the last one of letters.
fn reads_as_host(text: &str) -> bool {
    let is_label =
        |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    text.rsplit_once('.').is_some_and(|(before, last)| {
        last.chars().count() >= 2
            && last.chars().all(char::is_alphabetic)
            && before.split('.').all(is_label)
    })
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
    (address.len() > scheme.len() && !has_user(address)).then_some(address)
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
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '~' | '|' | '…' | '’' | '”'
            | '»' => {}
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

#[cfg(test)]
mod tests;
