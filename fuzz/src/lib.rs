//! Everything that reads bytes from outside, behind one door each: a target takes any
//! bytes, reads them as its part of the product would, and panics when something does
//! not hold that must hold for every input.
//!
//! The same targets run in two ways. The tests replay the corpus and then mutate it from
//! a fixed seed, so that they say the same on every machine. `cargo xtask fuzz` runs them
//! for as long as one likes under libFuzzer, which is led by the code that an input
//! reaches. What it finds becomes a file of the corpus.
//!
//! Every part that reads from outside has a line in [`TARGETS`].

pub mod mutation;
mod targets;

use std::path::{Path, PathBuf};
use std::{fs, io};

/// One reader of bytes from outside.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// Its name, and that of its folder in the corpus.
    pub name: &'static str,
    /// What it is.
    pub about: &'static str,
    /// Reads the bytes; panics when something does not hold.
    pub run: fn(&[u8]),
    /// Pieces that make sense to it: mutation puts them in.
    pub words: &'static [&'static [u8]],
}

/// All of them.
pub const TARGETS: &[Target] = &[
    targets::decoder::TARGET,
    targets::frames::TARGET,
    targets::client_frame::TARGET,
    targets::server_frame::TARGET,
    targets::events::TARGET,
    targets::session::TARGET,
    targets::client::TARGET,
    targets::requests::TARGET,
    targets::plain::TARGET,
    targets::origin::TARGET,
    targets::forwarded::TARGET,
    targets::credentials::TARGET,
    targets::cursor::TARGET,
    targets::marks::TARGET,
    targets::names::TARGET,
    targets::markup::TARGET,
    targets::layout::TARGET,
    targets::files::TARGET,
];

/// Longest input. Long enough for any limit that a target sets itself; short, so that
/// many are tried.
pub const INPUT_BYTES_MAX: usize = 2_048;

/// The target of that name.
#[must_use]
pub fn target(name: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.name == name)
}

impl Target {
    /// Where its inputs lie.
    #[must_use]
    pub fn corpus_dir(&self) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("corpus")
            .join(self.name)
    }

    /// Its inputs, ordered by name.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn corpus(&self) -> io::Result<Vec<(PathBuf, Vec<u8>)>> {
        let mut inputs = Vec::new();
        for entry in fs::read_dir(self.corpus_dir())? {
            let path = entry?.path();
            let input = fs::read(&path)?;
            inputs.push((path, input));
        }
        inputs.sort();
        Ok(inputs)
    }
}
