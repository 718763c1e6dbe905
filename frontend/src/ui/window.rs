//! Which rows of the timeline are in the page: a window that slides over all of them, so
//! that a room of any length costs the same. Pure arithmetic over row numbers.

use std::ops::Range;

/// Rows in the page at most: some ten screens of short lines, and more than two screens
/// even of a tall display, so that both edges are never near at once.
pub const ROWS_SHOWN_MAX: usize = 200;

/// Rows in the page while the view follows the end: more than the tallest display shows.
/// It also bounds what one frame draws when a flood arrives.
pub const ROWS_AT_END: usize = 100;

/// Rows that are added when an edge comes near: more than a fast flick shows until the
/// next frame.
pub const ROWS_PER_SLIDE: usize = 60;

/// A range of rows, at most [`ROWS_SHOWN_MAX`] long.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Window {
    rows: Range<usize>,
}

impl Window {
    /// The newest rows of `len`.
    #[must_use]
    pub fn at_end(len: usize) -> Self {
        Self {
            rows: len.saturating_sub(ROWS_AT_END)..len,
        }
    }

    /// Rows around `row` of `len`, with some before it.
    #[must_use]
    pub fn around(row: usize, len: usize) -> Self {
        let start = row.saturating_sub(ROWS_PER_SLIDE);
        Self {
            rows: start..len.min(start + ROWS_SHOWN_MAX),
        }
    }

    /// The rows that were in the page and still exist lie at `kept` of `len` now. A window
    /// that reached the end grows with it as far as it may.
    #[must_use]
    pub fn keeping(kept: Range<usize>, reached_end: bool, len: usize) -> Self {
        let end = if reached_end { len } else { kept.end };
        Self {
            rows: kept.start..end.min(kept.start + ROWS_SHOWN_MAX).min(len),
        }
    }

    /// Slides towards the oldest row.
    #[must_use]
    pub fn up(&self) -> Self {
        let start = self.rows.start.saturating_sub(ROWS_PER_SLIDE);
        Self {
            rows: start..self.rows.end.min(start + ROWS_SHOWN_MAX),
        }
    }

    /// Slides towards the newest of `len` rows.
    #[must_use]
    pub fn down(&self, len: usize) -> Self {
        let end = len.min(self.rows.end + ROWS_PER_SLIDE);
        Self {
            rows: self.rows.start.max(end.saturating_sub(ROWS_SHOWN_MAX))..end,
        }
    }

    /// The first row and the one after the last.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.rows.clone()
    }

    /// The first row.
    #[must_use]
    pub fn start(&self) -> usize {
        self.rows.start
    }

    /// The row after the last.
    #[must_use]
    pub fn end(&self) -> usize {
        self.rows.end
    }
}

#[cfg(test)]
mod tests;
