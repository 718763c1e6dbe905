//! `index.html`, read strictly enough to rewrite it.
//!
//! The page is ours, so anything that this reader does not know is a mistake in the page and is
//! said so: no inline script or style gets past it (the content security policy would stop it in
//! every browser), and no address of another site.

mod tags;
#[cfg(test)]
mod tests;

use std::mem;

use anyhow::{Context, Result, bail, ensure};

use tags::Piece;
pub(crate) use tags::Tag;

/// Marks the tags whose files trunk takes in. The bundler takes the same ones.
const MARK: &str = "data-trunk";

/// Names below this prefix are the client itself, which no file in the folder stands for.
const APP_PREFIX: &str = "/app/";

/// What the page asks the rest of the bundler.
pub(crate) trait Assets {
    /// The address of a file of the folder whose name may follow its content.
    fn hashed(&mut self, name: &str) -> Result<String>;
    /// The address of one sheet made of all these, in their order.
    fn styles(&mut self, names: &[String]) -> Result<String>;
    /// The address of a file of the client.
    fn app(&mut self, name: &str) -> Result<String>;
    /// Checks that a file of the folder exists, which keeps its name.
    fn plain(&mut self, name: &str) -> Result<()>;
    /// The text of a file that goes into the page.
    fn inlined(&mut self, name: &str) -> Result<String>;
}

/// The page as it is served: references resolved, marks and comments gone.
///
/// All marked style sheets become one, in the place of the first: a page waits for its sheets,
/// and asking for one is quicker than asking for many.
pub(crate) fn rewrite(source: &str, assets: &mut impl Assets) -> Result<String> {
    let mut page = String::with_capacity(source.len());
    let mut sheets = marked_sheets(source)?;
    for piece in tags::pieces(source) {
        match piece? {
            Piece::Text(text) => page.push_str(text),
            Piece::Comment => {}
            Piece::Tag(tag) => {
                let line = tag.line;
                let written = tag_as_served(tag, &mut sheets, assets)
                    .with_context(|| format!("in line {line}"))?;
                page.push_str(&written);
            }
        }
    }
    Ok(without_blank_lines(&page))
}

/// The names of the style sheets, in the order in which their rules win.
fn marked_sheets(source: &str) -> Result<Vec<String>> {
    let mut sheets = Vec::new();
    for piece in tags::pieces(source) {
        if let Piece::Tag(tag) = piece?
            && tag.has(MARK)
            && tag.get("rel") == Some("css")
        {
            sheets.extend(tag.get("href").map(str::to_owned));
        }
    }
    Ok(sheets)
}

fn tag_as_served(
    mut tag: Tag,
    sheets: &mut Vec<String>,
    assets: &mut impl Assets,
) -> Result<String> {
    check(&tag)?;
    if !tag.has(MARK) {
        refer(&mut tag, assets)?;
        return Ok(tag.to_string());
    }
    tag.remove(MARK);
    let address = if tag.name == "script" { "src" } else { "href" };
    let name = tag.get(address);
    let name = name
        .with_context(|| format!("<{} {MARK}> names no file", tag.name))?
        .to_owned();
    ensure!(
        !name.starts_with('/'),
        "`{name}`: trunk wants the name without a slash before it"
    );
    let rel = tag.get("rel").unwrap_or_default().to_owned();
    match (tag.name.as_str(), rel.as_str()) {
        ("link", "css") => {
            ensure!(
                tag.get("media").is_none(),
                "`{name}`: say @media in the sheet itself"
            );
            let sheets = mem::take(sheets);
            if sheets.is_empty() {
                return Ok(String::new());
            }
            tag.set("rel", "stylesheet");
            tag.set(address, &assets.styles(&sheets)?);
        }
        ("link", "icon") | ("script", "") => tag.set(address, &assets.hashed(&name)?),
        ("link", "inline") => return assets.inlined(&name),
        _ => bail!(
            "<{} {MARK} rel=\"{rel}\">: only css, icon, inline and scripts",
            tag.name
        ),
    }
    Ok(tag.to_string())
}

/// Resolves the addresses in a tag that trunk leaves alone.
fn refer(tag: &mut Tag, assets: &mut impl Assets) -> Result<()> {
    for attribute in ["href", "src"] {
        let Some(address) = tag.get(attribute).map(str::to_owned) else {
            continue;
        };
        if let Some(name) = address.strip_prefix(APP_PREFIX) {
            tag.set(attribute, &assets.app(name)?);
        } else if is_elsewhere(&address) {
            bail!("`{address}` is another site's: the client asks nobody but its own server");
        } else if let Some(name) = address.strip_prefix('/') {
            if tag.name != "a" && !name.is_empty() {
                assets.plain(name)?;
            }
        } else if !address.is_empty() && !address.starts_with('#') && !address.starts_with("data:")
        {
            bail!("`{address}` would mean another file on every path: begin it with a slash");
        }
    }
    Ok(())
}

/// Refuses what the content security policy forbids.
fn check(tag: &Tag) -> Result<()> {
    match tag.name.to_ascii_lowercase().as_str() {
        "style" => bail!("<style>: styles come from a file, the policy allows no other"),
        "base" => bail!("<base>: the policy allows none"),
        "script" => ensure!(
            tag.get("src").is_some(),
            "<script> without src: scripts are files"
        ),
        _ => {}
    }
    for (name, _) in &tag.attributes {
        let name = name.to_ascii_lowercase();
        ensure!(
            name != "style",
            "<{} style>: styles come from a file",
            tag.name
        );
        ensure!(
            !name.starts_with("on"),
            "<{} {name}>: listeners are set by a script",
            tag.name
        );
    }
    Ok(())
}

fn is_elsewhere(address: &str) -> bool {
    let scheme = address.split_once(':').map(|(scheme, _)| scheme);
    address.starts_with("//") || scheme.is_some_and(|scheme| scheme != "data")
}

/// Comments leave empty lines behind.
fn without_blank_lines(page: &str) -> String {
    let lines = page.lines().filter(|line| !line.trim().is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}
