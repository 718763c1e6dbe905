//! A day of the calendar, as `before:` and `after:` name one, and where it begins.

use shared::moment::Timestamp;

const MS_PER_MINUTE: i64 = 60_000;
const MS_PER_DAY: i64 = 24 * 60 * MS_PER_MINUTE;

/// A day between 0000-01-01 and 9999-12-31 that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// Reads `2026-11-01`: exactly four, two and two digits. `None` for anything else,
    /// also for a day that is in no calendar.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let bytes: &[u8; 10] = typed.as_bytes().try_into().ok()?;
        let dashes = bytes[4] == b'-' && bytes[7] == b'-';
        let number = |digits: &[u8]| {
            digits.iter().try_fold(0_u16, |number, digit| {
                digit
                    .is_ascii_digit()
                    .then(|| number * 10 + u16::from(digit - b'0'))
            })
        };
        let year = number(&bytes[..4])?;
        let month = u8::try_from(number(&bytes[5..7])?).ok()?;
        let day = u8::try_from(number(&bytes[8..])?).ok()?;
        let exists = (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        (dashes && exists).then_some(Self { year, month, day })
    }

    /// The first moment of the day for somebody whose clock is `east_of_utc` minutes
    /// ahead of UTC; zero for a day before 1970.
    #[must_use]
    pub fn begins(self, east_of_utc: i16) -> Timestamp {
        self.moment(0, east_of_utc)
    }

    /// The first moment of the day after; as [`Day::begins`].
    #[must_use]
    pub fn is_over(self, east_of_utc: i16) -> Timestamp {
        self.moment(1, east_of_utc)
    }

    fn moment(self, days_later: i64, east_of_utc: i16) -> Timestamp {
        let days = self.days_since_1970() + days_later;
        let ms = days * MS_PER_DAY - i64::from(east_of_utc) * MS_PER_MINUTE;
        Timestamp(u64::try_from(ms).unwrap_or(0))
    }

    fn days_since_1970(self) -> i64 {
        let years_before = i64::from(self.year);
        let leap_days =
            (years_before + 3) / 4 - (years_before + 99) / 100 + (years_before + 399) / 400;
        let months = (1..self.month).map(|month| i64::from(days_in(self.year, month)));
        let since_year_0 =
            years_before * 365 + leap_days + months.sum::<i64>() + i64::from(self.day) - 1;
        /// Days from 0000-01-01 to 1970-01-01.
        const UNTIL_1970: i64 = 719_528;
        since_year_0 - UNTIL_1970
    }
}

fn days_in(year: u16, month: u8) -> u8 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
