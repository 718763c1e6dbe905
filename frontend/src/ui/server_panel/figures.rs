//! Figures read from their text. Pure.
//!
//! Numbers are whole millionths, so that nothing here needs the arithmetic of fractions,
//! whose reading and writing alone is a tenth of a small client.

/// Millionths of one.
pub(super) const ONE: u64 = 1_000_000;

/// Samples by their names and labels, as they were written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Figures(Vec<(String, u64)>);

/// How long something took: how many up to each bound and above the one before; the last
/// bound is that of all that took longer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Times(pub(super) Vec<Bar>);

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bar {
    /// Microseconds; `None` is without a bound.
    pub(super) up_to_us: Option<u64>,
    /// How many.
    pub(super) count: u64,
}

impl Figures {
    /// What cannot be read is left out.
    pub(super) fn read(text: &str) -> Self {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        let samples = lines.filter_map(|line| {
            let (name, value) = line.rsplit_once(' ')?;
            Some((name.to_owned(), millionths(value)?))
        });
        Self(samples.collect())
    }

    /// A sample in millionths; nothing is none.
    pub(super) fn value(&self, sample: &str) -> u64 {
        let found = self.0.iter().find(|(name, _)| name == sample);
        found.map_or(0, |(_, value)| *value)
    }

    /// A sample as a whole number.
    pub(super) fn whole(&self, sample: &str) -> u64 {
        self.value(sample) / ONE
    }

    /// What stands in the braces of each sample of a family, and its whole number.
    pub(super) fn family<'a>(&'a self, name: &'a str) -> impl Iterator<Item = (&'a str, u64)> {
        self.0.iter().filter_map(move |(sample, value)| {
            let labels = sample.strip_prefix(name)?.strip_prefix('{')?;
            Some((labels.strip_suffix('}')?, value / ONE))
        })
    }

    /// A histogram, of what came since `before`.
    pub(super) fn times(&self, name: &str, before: Option<&Self>) -> Times {
        let bucket = [name, "_bucket"].concat();
        let mut below = 0;
        let bars = self.family(&bucket).map(|(label, count)| {
            let bound = label.trim_start_matches("le=\"").trim_end_matches('"');
            let then = before.map_or(0, |before| {
                before.whole(&[&bucket, "{", label, "}"].concat())
            });
            let up_to = count.saturating_sub(then);
            let count = up_to.saturating_sub(below);
            below = up_to.max(below);
            Bar {
                up_to_us: millionths(bound),
                count,
            }
        });
        Times(bars.collect())
    }
}

impl Times {
    /// How many there were.
    pub(super) fn count(&self) -> u64 {
        self.0.iter().map(|bar| bar.count).sum()
    }

    /// The bar in which so many of a hundred have been passed; `None` where nothing was
    /// timed.
    pub(super) fn percentile(&self, percent: u64) -> Option<Bar> {
        let wanted = (self.count() * percent).div_ceil(100).max(1);
        let mut passed = 0;
        self.0.iter().copied().find(|bar| {
            passed += bar.count;
            passed >= wanted
        })
    }
}

/// A decimal in millionths; what is finer is cut off. No exponents: the server writes
/// none.
fn millionths(text: &str) -> Option<u64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let mut value: u64 = whole.parse().ok()?;
    let mut digits = part.bytes();
    for _ in 0..6 {
        let digit = digits.next().unwrap_or(b'0');
        let digit = digit.is_ascii_digit().then(|| u64::from(digit - b'0'))?;
        value = value.checked_mul(10)?.checked_add(digit)?;
    }
    Some(value)
}

#[cfg(test)]
mod tests;
