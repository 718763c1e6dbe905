//! The lines that passed the reader's eye without a gap. Pure: [`super::place`] says what
//! is on the screen. A read mark may move over these, and over nothing else.

use shared::cursor::Seq;

/// One stretch of lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Passed {
    lines: Option<(Seq, Seq)>,
    told: Option<(Seq, Seq)>,
    step: Step,
}

/// How the next lines on the screen come after the last ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Step {
    /// By themselves: they belong to the stretch if they touch it.
    #[default]
    Put,
    /// The person moved there: all that lies between went by.
    Moved,
    /// The person wants the end: all that lies before it counts, once it is here.
    ToEnd,
}

impl Passed {
    /// These lines are on the screen. `is_end`: the view holds the newest line.
    pub(super) fn see(&mut self, (first, last): (Seq, Seq), is_end: bool) {
        let (from, to) = match self.lines {
            Some((from, to)) => {
                let touches = first <= to.next() && from <= last.next();
                if touches || self.step == Step::Moved {
                    (from.min(first), to.max(last))
                } else {
                    (first, last)
                }
            }
            None => (first, last),
        };
        self.lines = Some(if self.step == Step::ToEnd && is_end {
            (Seq::ZERO, to)
        } else {
            (from, to)
        });
        if self.step != Step::ToEnd || is_end {
            self.step = Step::Put;
        }
    }

    /// The person moves the view.
    pub(super) fn goes_on(&mut self) {
        self.step = Step::Moved;
    }

    /// The person wants the end, and has done with what lies before it.
    pub(super) fn skips_to_end(&mut self) {
        self.step = Step::ToEnd;
    }

    /// The first line of the stretch.
    pub(super) fn from(&self) -> Option<Seq> {
        self.lines.map(|(from, _)| from)
    }

    /// The stretch, if it was not told yet. Takes it as told.
    pub(super) fn take(&mut self) -> Option<(Seq, Seq)> {
        let is_news = self.lines != self.told;
        self.told = self.lines;
        self.lines.filter(|_| is_news)
    }
}

#[cfg(test)]
mod tests;
