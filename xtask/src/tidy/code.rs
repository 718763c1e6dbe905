//! Rust source without what is not code, and words found in it.
//!
//! Comments and the insides of strings become spaces, line breaks stay, so that a place in the
//! code is the same place in the file.

#[cfg(test)]
mod tests;

/// The source with comments and the contents of strings and characters blanked.
pub(crate) fn only(source: &str) -> String {
    let mut code = String::with_capacity(source.len());
    let mut rest = source;
    let mut before = ' ';
    while let Some(first) = rest.chars().next() {
        let skipped = if is_word(before) { 0 } else { raw_string(rest) };
        let skipped = skipped
            .max(comment(rest))
            .max(string(rest))
            .max(character(rest));
        let length = skipped.max(first.len_utf8());
        if skipped > 0 {
            code.extend(
                rest[..length]
                    .chars()
                    .map(|char| if char == '\n' { '\n' } else { ' ' }),
            );
            before = ' ';
        } else {
            code.push(first);
            before = first;
        }
        rest = &rest[length..];
    }
    code
}

/// A string in the source.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Literal {
    /// What stands between its quotes; a line that goes on in the next is one.
    pub(crate) text: String,
    /// Where its opening quote stands, in bytes.
    pub(crate) start: usize,
    /// Behind its closing quote, in bytes.
    pub(crate) end: usize,
    /// The line of its opening quote, counted from one.
    pub(crate) line: usize,
}

/// All strings of the source in their order, but raw ones and those of comments.
pub(crate) fn literals(source: &str) -> Vec<Literal> {
    let mut literals = Vec::new();
    let (mut at, mut line) = (0, 1);
    let mut before = ' ';
    while let Some(first) = source[at..].chars().next() {
        let rest = &source[at..];
        let raw = if is_word(before) { 0 } else { raw_string(rest) };
        let string = string(rest);
        let length = comment(rest).max(character(rest)).max(raw).max(string);
        let length = length.max(first.len_utf8());
        if string == length && string > 1 {
            let inside = &rest[1..string - 1];
            let mut lines = inside.split("\\\n");
            let first = lines.next().unwrap_or_default().to_owned();
            let text = lines.fold(first, |text, next| text + next.trim_start());
            literals.push(Literal {
                text,
                start: at,
                end: at + string,
                line,
            });
        }
        line += rest[..length].matches('\n').count();
        before = rest[..length].chars().next_back().unwrap_or(' ');
        at += length;
    }
    literals
}

/// The source up to its module of tests, if it ends in one.
pub(crate) fn without_tests(source: &str) -> &str {
    let end = source
        .match_indices("\n#[cfg(test)]\nmod ")
        .find(|(at, _)| {
            let module = &source[at + 1..];
            module
                .lines()
                .nth(1)
                .is_some_and(|line| line.ends_with('{'))
        });
    end.map_or(source, |(at, _)| &source[..at])
}

/// The names of a call's arguments that are given by name (`name = value`), from behind its
/// first argument up to its end.
pub(crate) fn named_arguments(rest: &str) -> std::collections::BTreeSet<&str> {
    let code = only(rest);
    let mut names = std::collections::BTreeSet::new();
    let mut depth = 0;
    let mut begins = 0;
    let mut take = |from: usize, to: usize| {
        // Blanked code is as long as the source, but in characters: names are ASCII.
        let argument: String = code.chars().skip(from).take(to - from).collect();
        if let Some((name, value)) = argument.split_once('=')
            && !value.starts_with('=')
            && !value.starts_with('>')
        {
            let name = name.trim();
            if let Some(found) = rest.find(name).filter(|_| !name.is_empty()) {
                names.insert(&rest[found..found + name.len()]);
            }
        }
    };
    for (at, char) in code.chars().enumerate() {
        match char {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => {
                take(begins, at);
                break;
            }
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                take(begins, at);
                begins = at + 1;
            }
            _ => {}
        }
    }
    names
}

/// The lines, counted from one, in which the code says `word` and not just a part of a longer one.
pub(crate) fn lines_with(code: &str, word: &str) -> Vec<usize> {
    let says = |line: &str| {
        line.match_indices(word).any(|(at, _)| {
            let before = line[..at].chars().next_back();
            let after = line[at + word.len()..].chars().next();
            let starts = !before.is_some_and(is_word);
            let ends = word.ends_with('!') || !after.is_some_and(is_word);
            starts && ends
        })
    };
    let numbered = code.lines().zip(1..);
    numbered
        .filter(|(line, _)| says(line))
        .map(|(_, number)| number)
        .collect()
}

fn is_word(char: char) -> bool {
    char.is_alphanumeric() || char == '_'
}

// Each of these gives the length of what `rest` begins with, or zero.

fn comment(rest: &str) -> usize {
    if rest.starts_with("//") {
        return rest.find('\n').unwrap_or(rest.len());
    }
    if !rest.starts_with("/*") {
        return 0;
    }
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

fn string(rest: &str) -> usize {
    if !rest.starts_with('"') {
        return 0;
    }
    quoted(rest, '"')
}

fn character(rest: &str) -> usize {
    let mut chars = rest.chars();
    if chars.next() != Some('\'') {
        return 0;
    }
    match (chars.next(), chars.next()) {
        (Some('\\'), _) => quoted(rest, '\''),
        (Some(one), Some('\'')) => one.len_utf8() + 2,
        // A lifetime or a label.
        _ => 0,
    }
}

fn raw_string(rest: &str) -> usize {
    let prefix = ["br", "cr", "r"]
        .into_iter()
        .find(|prefix| rest.starts_with(prefix));
    let Some(prefix) = prefix else {
        return 0;
    };
    let after = &rest[prefix.len()..];
    let hashes = after.len() - after.trim_start_matches('#').len();
    if !after[hashes..].starts_with('"') {
        return 0;
    }
    let end = format!("\"{}", "#".repeat(hashes));
    let inside = prefix.len() + hashes + 1;
    rest[inside..]
        .find(&end)
        .map_or(rest.len(), |length| inside + length + end.len())
}

/// The length up to and with the closing quote.
fn quoted(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, char) in rest.char_indices().skip(1) {
        match char {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if char == quote => return at + char.len_utf8(),
            _ => {}
        }
    }
    rest.len()
}
