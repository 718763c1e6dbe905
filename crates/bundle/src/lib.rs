//! The web client, inside the server.
//!
//! [`FILES`] is everything a browser needs, ready to send: hashed names, tags, compressed forms.
//! Building this crate builds the client. Checking it does not, and leaves the list empty, so an
//! editor and clippy stay quick.

/// One file of the client as the server answers it.
#[derive(Clone, Copy)]
pub struct File {
    /// Path below the root of the site, without the leading slash: `index.html`.
    pub path: &'static str,
    /// Value of `Content-Type`.
    pub content_type: &'static str,
    /// Value of `ETag`, quotes included. It is weak, so one tag holds for every encoding.
    pub etag: &'static str,
    /// The path changes with the content: a browser may keep the file for ever.
    pub immutable: bool,
    /// The content as it is.
    pub raw: &'static [u8],
    /// The content under `Content-Encoding: br`, where that is smaller.
    pub brotli: Option<&'static [u8]>,
    /// The content under `Content-Encoding: gzip`, where that is smaller.
    pub gzip: Option<&'static [u8]>,
}

/// Every file of the client, ordered by path. Empty where no code is generated.
pub static FILES: &[File] = bundle_macro::files!();

/// A hash over everything that the client is built from.
///
/// It makes the sources part of this crate's input: a cache of compiler results that looks at
/// inputs only would else hand out an old client.
pub const WEB_SOURCES: &str = env!("WEB_SOURCES");

/// The file under a path without the leading slash.
pub fn find(path: &str) -> Option<&'static File> {
    let index = FILES.binary_search_by(|file| file.path.cmp(path)).ok()?;
    FILES.get(index)
}

impl std::fmt::Debug for File {
    /// Sizes instead of contents.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("File")
            .field("path", &self.path)
            .field("content_type", &self.content_type)
            .field("etag", &self.etag)
            .field("immutable", &self.immutable)
            .field("raw", &self.raw.len())
            .field("brotli", &self.brotli.map(<[u8]>::len))
            .field("gzip", &self.gzip.map(<[u8]>::len))
            .finish()
    }
}
