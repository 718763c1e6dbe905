//! The files of the site: which there are, under which name, of which type.
//!
//! A file that the page names by a marked tag gets a name that follows its content and may be
//! kept for ever. The icons go into the page. Every other file of the folder keeps its name and
//! is asked for again, for it may be known by name elsewhere (a manifest, a crawler).

mod styles;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::PAGE;
use crate::compress::hash;
use crate::glue;
use crate::page::{self, Assets};

/// The folder of everything whose name follows its content.
const IMMUTABLE_DIR: &str = "assets";

/// The one sheet that all marked sheets go into.
const SHEET: &str = "style.css";

/// One file of the site, not compressed yet.
#[derive(Debug)]
pub(crate) struct Asset {
    pub(crate) path: String,
    pub(crate) content_type: &'static str,
    pub(crate) immutable: bool,
    pub(crate) content: Vec<u8>,
}

type Files = BTreeMap<String, Vec<u8>>;

/// The whole site from the folder of the page and the client's files, ordered by path.
pub(crate) fn site(web_dir: &Path, app: Vec<(String, Vec<u8>)>) -> Result<Vec<Asset>> {
    resolve(read(web_dir)?, app)
}

/// What trunk does not bring by itself: the client, and the files that keep their names.
pub(crate) fn site_for_trunk(
    web_dir: &Path,
    app: Vec<(String, Vec<u8>)>,
) -> Result<Vec<(String, Vec<u8>)>> {
    let site = site(web_dir, app.clone())?;
    let plain = site
        .into_iter()
        .filter(|asset| !asset.immutable && asset.path != PAGE);
    let app = app
        .into_iter()
        .map(|(path, content)| (format!("app/{path}"), content));
    Ok(app
        .chain(plain.map(|asset| (asset.path, asset.content)))
        .collect())
}

fn resolve(files: Files, app: Vec<(String, Vec<u8>)>) -> Result<Vec<Asset>> {
    // One hash for all of the client: its files name each other by plain relative names.
    let app_hash = hash(
        app.iter()
            .flat_map(|(path, content)| [path.as_bytes(), content]),
    );
    let app_dir = format!("{IMMUTABLE_DIR}/app-{app_hash}");
    let mut site = Site {
        files,
        app: app.iter().map(|(path, _)| path.clone()).collect(),
        app_dir: app_dir.clone(),
        taken: BTreeSet::new(),
        assets: Vec::new(),
    };
    let source = site.text(PAGE)?;
    let page = page::rewrite(&source, &mut site).with_context(|| format!("{PAGE} is refused"))?;
    site.taken.insert(PAGE.to_owned());

    let mut assets = site.assets;
    assets.push(asset(PAGE.to_owned(), page.into_bytes(), false)?);
    for (path, content) in site.files {
        if !site.taken.contains(&path) {
            assets.push(asset(path, content, false)?);
        }
    }
    for (path, content) in app {
        assets.push(asset(format!("{app_dir}/{path}"), content, true)?);
    }
    assets.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(assets)
}

/// The folder of the page while its references are resolved.
struct Site {
    files: Files,
    app: BTreeSet<String>,
    app_dir: String,
    /// Files that are part of the site already, under another name or in the page.
    taken: BTreeSet<String>,
    assets: Vec<Asset>,
}

impl Site {
    fn content(&self, name: &str) -> Result<&Vec<u8>> {
        self.files
            .get(name)
            .with_context(|| format!("there is no `{name}` beside {PAGE}"))
    }

    fn text(&self, name: &str) -> Result<String> {
        let content = self.content(name)?.clone();
        String::from_utf8(content).with_context(|| format!("`{name}` is not UTF-8 text"))
    }

    /// Adds a file under a hashed path, once, and gives its address.
    fn add(&mut self, path: String, content: Vec<u8>) -> Result<String> {
        let address = format!("/{path}");
        if !self.assets.iter().any(|asset| asset.path == path) {
            self.assets.push(asset(path, content, true)?);
        }
        Ok(address)
    }
}

impl Assets for Site {
    fn hashed(&mut self, name: &str) -> Result<String> {
        let content = self.content(name)?.clone();
        self.taken.insert(name.to_owned());
        self.add(hashed_path(name, &content), content)
    }

    fn styles(&mut self, names: &[String]) -> Result<String> {
        let mut sheet = String::new();
        for name in names {
            let part = styles::rewrite(&self.text(name)?, name, |file| self.hashed(file));
            sheet += &part.with_context(|| format!("{name} is refused"))?;
            self.taken.insert(name.clone());
        }
        self.add(hashed_path(SHEET, sheet.as_bytes()), sheet.into_bytes())
    }

    fn app(&mut self, name: &str) -> Result<String> {
        if !self.app.contains(name) {
            bail!(
                "the client has no `{name}`, only {} and {}",
                glue::SCRIPT,
                glue::MODULE
            );
        }
        Ok(format!("/{}/{name}", self.app_dir))
    }

    fn plain(&mut self, name: &str) -> Result<()> {
        self.content(name).map(|_| ())
    }

    fn inlined(&mut self, name: &str) -> Result<String> {
        let text = self.text(name)?;
        self.taken.insert(name.to_owned());
        page::rewrite(&text, self).with_context(|| format!("{name} is refused"))
    }
}

/// `icons/a.svg` becomes `assets/icons/a-0123456789ab.svg`.
fn hashed_path(name: &str, content: &[u8]) -> String {
    let hash = hash([content]);
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{IMMUTABLE_DIR}/{stem}-{hash}.{extension}"),
        None => format!("{IMMUTABLE_DIR}/{name}-{hash}"),
    }
}

fn asset(path: String, content: Vec<u8>, immutable: bool) -> Result<Asset> {
    let content_type = content_type(&path)?;
    Ok(Asset {
        path,
        content_type,
        immutable,
        content,
    })
}

/// A type for every file that a site of ours may hold. Browsers are told not to guess.
fn content_type(path: &str) -> Result<&'static str> {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    Ok(match extension {
        "avif" => "image/avif",
        "css" => "text/css; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "ico" => "image/vnd.microsoft.icon",
        "jpg" | "jpeg" => "image/jpeg",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "mp3" => "audio/mpeg",
        "ogg" => "audio/ogg",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "ftl" | "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        _ => bail!("`{path}`: the bundler knows no content type for .{extension}"),
    })
}

/// All files of the folder by their names with forward slashes. Names that begin with a dot or
/// end with `~` are an editor's or the system's.
fn read(web_dir: &Path) -> Result<Files> {
    let mut files = Files::new();
    read_below(web_dir, "", &mut files)?;
    Ok(files)
}

fn read_below(dir: &Path, prefix: &str, files: &mut Files) -> Result<()> {
    let unreadable = || format!("cannot read the folder {}", dir.display());
    for entry in fs::read_dir(dir).with_context(unreadable)? {
        let entry = entry.with_context(unreadable)?;
        let name = entry.file_name();
        let name = name
            .to_str()
            .with_context(|| format!("{name:?} is not a Unicode name"))?;
        if name.starts_with('.') || name.ends_with('~') {
            continue;
        }
        let path = format!("{prefix}{name}");
        if entry.path().is_dir() {
            read_below(&entry.path(), &format!("{path}/"), files)?;
        } else {
            let content = fs::read(entry.path())
                .with_context(|| format!("cannot read {}", entry.path().display()))?;
            files.insert(path, content);
        }
    }
    Ok(())
}
