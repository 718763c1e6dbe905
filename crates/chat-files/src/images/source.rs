//! A file that is read forward, of known length.

use std::io::{self, BufReader, Read, Seek};

use super::LookError;

/// Enough for headers; what lies between them is jumped over.
const BUFFER_BYTES: usize = 8 * 1024;

#[derive(Debug)]
pub(super) struct Source<R> {
    reader: BufReader<R>,
    at: u64,
    length: u64,
}

impl<R: Read + Seek> Source<R> {
    pub(super) fn new(reader: R, length: u64) -> Self {
        Self {
            reader: BufReader::with_capacity(BUFFER_BYTES, reader),
            at: 0,
            length,
        }
    }

    pub(super) fn at(&self) -> u64 {
        self.at
    }

    pub(super) fn length(&self) -> u64 {
        self.length
    }

    pub(super) fn bytes<const N: usize>(&mut self) -> Result<[u8; N], LookError> {
        let mut bytes = [0; N];
        self.fill(&mut bytes)?;
        Ok(bytes)
    }

    pub(super) fn byte(&mut self) -> Result<u8, LookError> {
        let [byte] = self.bytes()?;
        Ok(byte)
    }

    /// At most `most` bytes; the caller has bounded it.
    pub(super) fn some(&mut self, count: usize) -> Result<Vec<u8>, LookError> {
        if count as u64 > self.length.saturating_sub(self.at) {
            return Err(early());
        }
        let mut bytes = vec![0; count];
        self.fill(&mut bytes)?;
        Ok(bytes)
    }

    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), LookError> {
        self.reader.read_exact(bytes)?;
        self.at += bytes.len() as u64;
        Ok(())
    }

    /// Forward to a place that must lie within the file.
    pub(super) fn go_to(&mut self, place: u64) -> Result<(), LookError> {
        if place > self.length || place < self.at {
            return Err(early());
        }
        let by = i64::try_from(place - self.at).map_err(|_| early())?;
        self.reader.seek_relative(by)?;
        self.at = place;
        Ok(())
    }

    /// One step back, over a byte that was just read.
    pub(super) fn back(&mut self, count: u8) -> Result<(), LookError> {
        self.reader.seek_relative(-i64::from(count))?;
        self.at -= u64::from(count);
        Ok(())
    }
}

fn early() -> LookError {
    LookError::from(io::Error::from(io::ErrorKind::UnexpectedEof))
}
