//! Cuts HTML into tags, comments and what lies between.
//!
//! Not a parser for the web's pages: it knows the HTML that we write, and refuses the rest.

use std::fmt;

use anyhow::{Context, Result, bail};

/// One piece of the page.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// Text, closing tags and the doctype: copied as they are.
    Text(&'a str),
    Comment,
    Tag(Tag),
}

/// An opening tag.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Tag {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, Option<String>)>,
    /// Ends with `/>`: in drawings that says that nothing is inside.
    pub(crate) is_empty: bool,
    /// Where it stands in the page, for complaints.
    pub(crate) line: usize,
}

impl Tag {
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(own, _)| own == name)?
            .1
            .as_deref()
    }

    /// Changes an attribute that is there.
    pub(crate) fn set(&mut self, name: &str, value: &str) {
        if let Some((_, own)) = self.attributes.iter_mut().find(|(own, _)| own == name) {
            *own = Some(value.to_owned());
        }
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.attributes.iter().any(|(own, _)| own == name)
    }

    pub(crate) fn remove(&mut self, name: &str) {
        self.attributes.retain(|(own, _)| own != name);
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{}", self.name)?;
        for (name, value) in &self.attributes {
            match value {
                Some(value) => write!(f, " {name}=\"{value}\"")?,
                None => write!(f, " {name}")?,
            }
        }
        f.write_str(if self.is_empty { "/>" } else { ">" })
    }
}

/// The pieces of a page in order. Ends after the first mistake.
pub(crate) fn pieces(source: &str) -> impl Iterator<Item = Result<Piece<'_>>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        if at >= source.len() {
            return None;
        }
        let piece = next(source, at).with_context(|| format!("in line {}", line(source, at)));
        match piece {
            Ok((piece, end)) => {
                at = end;
                Some(Ok(piece))
            }
            Err(error) => {
                at = source.len();
                Some(Err(error))
            }
        }
    })
}

/// The piece that begins at `at`, and where it ends.
fn next(source: &str, at: usize) -> Result<(Piece<'_>, usize)> {
    let rest = &source[at..];
    if let Some(comment) = rest.strip_prefix("<!--") {
        let end = comment.find("-->").context("a comment has no end")?;
        return Ok((Piece::Comment, at + "<!--".len() + end + "-->".len()));
    }
    let opens = rest
        .strip_prefix('<')
        .is_some_and(|tag| tag.starts_with(char::is_alphabetic));
    if opens {
        let (tag, length) = tag(rest, line(source, at))?;
        return Ok((Piece::Tag(tag), at + length));
    }
    // Everything up to the next tag or comment. The first byte may be the `<` of a closing tag.
    let first = rest.chars().next().map_or(0, char::len_utf8);
    let length = rest[first..]
        .find('<')
        .map_or(rest.len(), |next| first + next);
    Ok((Piece::Text(&rest[..length]), at + length))
}

/// The tag that `source` begins with, and its length.
fn tag(source: &str, line: usize) -> Result<(Tag, usize)> {
    let mut rest = &source[1..];
    let name = word(&mut rest).to_owned();
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        let is_empty = rest.starts_with("/>");
        if let Some(after) = rest.strip_prefix("/>").or_else(|| rest.strip_prefix('>')) {
            let tag = Tag {
                name,
                attributes,
                is_empty,
                line,
            };
            return Ok((tag, source.len() - after.len()));
        }
        let attribute = word(&mut rest).to_owned();
        if attribute.is_empty() {
            bail!("<{name}> has no end");
        }
        let value = match rest.strip_prefix('=') {
            None => None,
            Some(quoted) => {
                let inner = quoted.strip_prefix('"');
                let inner =
                    inner.with_context(|| format!("<{name} {attribute}> needs double quotes"))?;
                let end = inner.find('"');
                let end = end.with_context(|| format!("<{name} {attribute}> has no end"))?;
                rest = &inner[end + 1..];
                Some(inner[..end].to_owned())
            }
        };
        attributes.push((attribute, value));
    }
}

/// Takes a name off the front.
fn word<'a>(rest: &mut &'a str) -> &'a str {
    let end = rest.find(|char: char| char.is_whitespace() || "=/>\"'<".contains(char));
    let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
    *rest = after;
    word
}

fn line(source: &str, at: usize) -> usize {
    source[..at].matches('\n').count() + 1
}
