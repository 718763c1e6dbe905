//! The web client as a set of files ready to serve.
//!
//! One pipeline, two users: `bundle-macro` embeds its result in the server, and
//! `trunk serve` calls the `bundler` program from a hook while somebody works on the client.
//! Both read `frontend/web/index.html`, so that page is the one place that names the assets.
//!
//! Read in the order of the work: [`compile`] runs cargo for WebAssembly, `glue` makes the
//! bindings, `wasm_opt` shrinks them on request, `page` and `assets` take what the page names,
//! `compress` makes the smaller forms. Nothing outside the workspace's own crates is needed:
//! no tool is looked up or downloaded but cargo itself and, when missing, the wasm target.

mod assets;
mod compile;
mod compress;
mod glue;
mod page;
mod report;
mod terminal;
mod wasm_opt;
mod wasm_target;

use std::fs;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, ensure};

pub use compile::{Messages, Profile};
pub use report::{FIRST_VISIT_BROTLI_MAX, budget_used, report};

/// Where the page and its files are, below the workspace root.
pub const WEB_DIR: &str = "frontend/web";

/// The page that names every asset, in [`WEB_DIR`].
pub const PAGE: &str = "index.html";

/// What to build, and how.
#[derive(Clone, Debug)]
pub struct Options {
    /// The workspace root.
    pub root: PathBuf,
    /// How much the compiler optimises.
    pub profile: Profile,
    /// Where cargo's progress and complaints go.
    pub messages: Messages,
    /// The port of the server, where the page is shown by another one.
    pub server_port: Option<u16>,
}

/// One file of the client as the server answers it.
#[derive(Clone, Debug)]
pub struct File {
    /// Path below the root of the site, without the leading slash.
    pub path: String,
    /// Value of `Content-Type`.
    pub content_type: &'static str,
    /// Value of `ETag`: weak, so that it holds for every encoding of the same file.
    pub etag: String,
    /// The path changes with the content, so that a browser may keep it for ever.
    pub immutable: bool,
    /// The content as it is.
    pub raw: Vec<u8>,
    /// The content under `Content-Encoding: br`, when that is smaller.
    pub brotli: Option<Vec<u8>>,
    /// The content under `Content-Encoding: gzip`, when that is smaller.
    pub gzip: Option<Vec<u8>>,
}

/// Builds the client and returns every file of the site, ordered by path.
pub fn bundle(options: &Options) -> Result<Vec<File>> {
    let app = app(options)?;
    let site = assets::site(&options.root.join(WEB_DIR), app)?;
    Ok(compress::files(site))
}

/// Builds the client and writes it where `trunk` gathers its files.
///
/// `trunk` handles the tags marked `data-trunk`; this adds the app itself and the files that
/// keep their names. The page is read all the same, so that a mistake in it shows at once.
pub fn stage(options: &Options, dir: &Path) -> Result<()> {
    let app = app(options)?;
    let site = assets::site_for_trunk(&options.root.join(WEB_DIR), app)?;
    for (path, content) in &site {
        write(dir, path, content)?;
    }
    Ok(())
}

/// Writes the files of a bundle below `dir`, each with its compressed forms beside it.
pub fn write_all(files: &[File], dir: &Path) -> Result<()> {
    for file in files {
        write(dir, &file.path, &file.raw)?;
        for (extension, content) in [("br", &file.brotli), ("gz", &file.gzip)] {
            if let Some(content) = content {
                write(dir, &format!("{}.{extension}", file.path), content)?;
            }
        }
    }
    Ok(())
}

/// The WebAssembly module and what makes it run in a page, with their plain names.
fn app(options: &Options) -> Result<Vec<(String, Vec<u8>)>> {
    let _only_one = compile::lock(options)?;
    wasm_target::ensure(options)?;
    let module = compile::client(options)?;
    let mut app = glue::generate(&module, options.profile)?;
    if options.profile == Profile::Web {
        wasm_opt::shrink_on_request(&mut app)?;
    }
    Ok(app)
}

fn write(dir: &Path, path: &str, content: &[u8]) -> Result<()> {
    let inside = Path::new(path)
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    ensure!(
        inside,
        "`{path}` would be written outside the output folder"
    );
    let file = dir.join(path);
    if let Some(parent) = file.parent() {
        fs::create_dir_all(parent)
            .with_context(|| format!("cannot make the folder {}", parent.display()))?;
    }
    fs::write(&file, content).with_context(|| format!("cannot write {}", file.display()))
}
