//! Style sheets: the files that they name get hashed names too, and comments stay at home.

#[cfg(test)]
mod tests;

use anyhow::{Context, Result, bail, ensure};

/// The sheet as it is served. `hashed` gives the address of a file of the folder.
pub(crate) fn rewrite(
    sheet: &str,
    own_name: &str,
    mut hashed: impl FnMut(&str) -> Result<String>,
) -> Result<String> {
    let mut served = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(first) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            let end = comment.find("*/").context("a comment has no end")?;
            rest = &comment[end + "*/".len()..];
        } else if first == '"' || first == '\'' {
            let string = string(rest, first)?;
            served.push_str(string);
            rest = &rest[string.len()..];
        } else if rest.starts_with("@import") {
            bail!("@import: name the sheet in the page, so that both load at once");
        } else if let Some(argument) = rest.strip_prefix("url(") {
            let end = argument.find(')').context("url( has no end")?;
            let address = argument[..end].trim().trim_matches(['"', '\'']);
            let address = resolve(address, own_name, &mut hashed)?;
            served.push_str(&format!("url(\"{address}\")"));
            rest = &argument[end + 1..];
        } else {
            served.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    Ok(without_margins(&served))
}

fn resolve(
    address: &str,
    own_name: &str,
    hashed: &mut impl FnMut(&str) -> Result<String>,
) -> Result<String> {
    if address.starts_with("data:") || address.starts_with('#') {
        return Ok(address.to_owned());
    }
    ensure!(!address.contains(':'), "`{address}` is another site's");
    ensure!(
        !address.starts_with('/'),
        "`{address}`: name it relative to the sheet"
    );
    let dir = own_name.rsplit_once('/').map_or("", |(dir, _)| dir);
    let mut path: Vec<&str> = dir.split('/').filter(|part| !part.is_empty()).collect();
    for part in address.split('/') {
        match part {
            "." => {}
            ".." => {
                path.pop()
                    .with_context(|| format!("`{address}` leaves the folder of the page"))?;
            }
            part => path.push(part),
        }
    }
    hashed(&path.join("/"))
}

/// The quoted string that `rest` begins with, quotes included.
fn string(rest: &str, quote: char) -> Result<&str> {
    let mut escaped = false;
    for (at, char) in rest.char_indices().skip(1) {
        match char {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if char == quote => return Ok(&rest[..at + char.len_utf8()]),
            _ => {}
        }
    }
    bail!("a string has no end")
}

/// Without indentation and empty lines. A line break inside a string is not CSS.
fn without_margins(sheet: &str) -> String {
    let lines = sheet.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}
