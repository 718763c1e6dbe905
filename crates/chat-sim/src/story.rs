//! What happened, for a person to read: virtual time, who, what. Told only when asked
//! for, so that many silent runs cost nothing.

use std::cell::RefCell;
use std::rc::Rc;

use shared::moment::Moment;

/// The lines so far. Clones are the same story, so that it outlives a run that panics.
#[derive(Clone, Debug, Default)]
pub struct Story {
    lines: Option<Rc<RefCell<Vec<String>>>>,
}

impl Story {
    /// One that nobody reads.
    #[must_use]
    pub fn silent() -> Self {
        Self::default()
    }

    /// One that is written down.
    #[must_use]
    pub fn told() -> Self {
        Self {
            lines: Some(Rc::default()),
        }
    }

    /// Somebody did something.
    pub fn say(&self, now: Moment, line: impl FnOnce() -> String) {
        if let Some(lines) = &self.lines {
            let (s, ms) = (now.0 / 1_000, now.0 % 1_000);
            lines
                .borrow_mut()
                .push(format!("{s:>5}.{ms:03}  {}", line()));
        }
    }

    /// All lines.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        self.lines
            .as_ref()
            .map(|lines| lines.borrow().clone())
            .unwrap_or_default()
    }
}
