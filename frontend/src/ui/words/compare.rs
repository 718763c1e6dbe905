//! What a comparison of the transports shows, in words. Pure.

use chat_client::compare::{Figures, Measured, Way};

/// One of the things that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aspect {
    /// A message there and back.
    RoundTrip,
    /// Messages in a second.
    Rate,
    /// Bytes of a message there and back.
    Weight,
}

impl Aspect {
    /// In the order of the panel.
    pub const ALL: [Self; 3] = [Self::RoundTrip, Self::Rate, Self::Weight];

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::RoundTrip => t!("compare-round-trip-median-and-p99"),
            Self::Rate => t!("compare-messages-per-second"),
            Self::Weight => t!("compare-bytes-per-message-there-and"),
        }
    }

    /// What a bar of it is as long as.
    #[must_use]
    pub fn size(self, figures: &Figures) -> u64 {
        match self {
            Self::RoundTrip => figures.median_us,
            Self::Rate => figures.per_second,
            Self::Weight => figures.bytes,
        }
    }

    /// The figure beside the bar.
    #[must_use]
    pub fn figure(self, figures: &Figures) -> String {
        match self {
            Self::RoundTrip => [&ms(figures.median_us), " · ", &ms(figures.p99_us)].concat(),
            Self::Rate => super::grouped(whole(figures.per_second)),
            Self::Weight => [&super::grouped(whole(figures.bytes)), " ", t!("unit-b")].concat(),
        }
    }

    /// What the bars show: WebSocket beside the others, as it was measured.
    #[must_use]
    pub fn sentence(self, measured: &[Measured]) -> String {
        let figures = |way: Way| {
            let found = measured.iter().find(|measured| measured.way == way);
            found.and_then(|measured| measured.outcome.as_ref().ok())
        };
        let [first, ..] = Way::ALL;
        let others = Way::ALL.into_iter().filter(|way| *way != first);
        let others: Vec<(Way, u64)> = others
            .filter_map(|way| Some((way, self.size(figures(way)?))))
            .collect();
        let (Some(own), false) = (
            figures(first).map(|figures| self.size(figures)),
            others.is_empty(),
        ) else {
            return match figures(first) {
                None => t!("compare-no-websocket-gets-through-here"),
                Some(_) => t!("compare-nothing-but-the-websocket-answered"),
            }
            .to_owned();
        };
        let (best, worst) = match self {
            Self::Rate => (
                others.iter().max_by_key(|(_, size)| *size),
                others.iter().min_by_key(|(_, size)| *size),
            ),
            Self::RoundTrip | Self::Weight => (
                others.iter().min_by_key(|(_, size)| *size),
                others.iter().max_by_key(|(_, size)| *size),
            ),
        };
        // There is one at least.
        let (Some(&(best, best_size)), Some(&(worst, worst_size))) = (best, worst) else {
            return String::new();
        };
        let ahead = match self {
            Self::Rate => own >= best_size,
            Self::RoundTrip | Self::Weight => own <= best_size,
        };
        if ahead {
            let way = super::way(worst);
            return match self {
                Self::RoundTrip => {
                    t!("compare-takes", way = way, times = times(worst_size, own))
                }
                Self::Rate => t!("compare-carries", way = way, times = times(own, worst_size)),
                Self::Weight => t!("compare-weighs", way = way, times = times(worst_size, own)),
            };
        }
        let said = t!("compare-behind", way = super::way(best));
        match (self, best) {
            (Self::Rate, Way::Link(_)) => [&said, " ", t!("compare-shares")].concat(),
            _ => said,
        }
    }
}

/// The comparison as lines of a report.
#[must_use]
pub fn report(measured: &[Measured]) -> Vec<String> {
    if measured.is_empty() {
        return Vec::new();
    }
    let line = |measured: &Measured| match &measured.outcome {
        Ok(figures) => {
            let figure = |aspect: Aspect| aspect.figure(figures);
            [
                "- ",
                measured.way.name(),
                ": ",
                &figure(Aspect::RoundTrip),
                ", ",
                &figure(Aspect::Rate),
                " messages/s, ",
                &figure(Aspect::Weight),
            ]
            .concat()
        }
        Err(why) => ["- ", measured.way.name(), ": ", why].concat(),
    };
    let head = [
        String::new(),
        "## Transports compared: median and p99, messages per second, bytes there and back"
            .to_owned(),
    ];
    head.into_iter().chain(measured.iter().map(line)).collect()
}

/// `0.42 ms`, `8.1 ms`, `340 ms`.
fn ms(us: u64) -> String {
    match us {
        0..=9_999 => {
            let point = t!("decimal-point");
            let number = [&(us / 1_000).to_string(), point, &two(us % 1_000 / 10)].concat();
            t!("milliseconds", number = number)
        }
        10_000..=99_999 => t!("milliseconds", number = super::tenths(us / 100)),
        _ => t!("milliseconds", number = super::grouped(whole(us / 1_000))),
    }
}

fn two(hundredths: u64) -> String {
    (hundredths + 100).to_string().split_off(1)
}

/// `1.4`, or `38` from ten on.
fn times(more: u64, less: u64) -> String {
    let tenths = more.saturating_mul(10) / less.max(1);
    match tenths {
        0..=99 => super::tenths(tenths),
        _ => super::grouped(whole(tenths / 10)),
    }
}

fn whole(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests;
