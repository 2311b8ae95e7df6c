//! Days and months, as far as a plan needs them.

use crate::say::numbers;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// The year, as in 2027.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, 1 to 31.
    pub day: u8,
}

/// A month by name, from 0 for January to 11; the last for whatever comes after.
pub fn month_name(index: usize) -> &'static str {
    match index {
        0 => numbers::january(),
        1 => numbers::february(),
        2 => numbers::march(),
        3 => numbers::april(),
        4 => numbers::may(),
        5 => numbers::june(),
        6 => numbers::july(),
        7 => numbers::august(),
        8 => numbers::september(),
        9 => numbers::october(),
        10 => numbers::november(),
        _ => numbers::december(),
    }
}

impl Day {
    /// A day; `None` for a month or a day of the month that no calendar has.
    /// The 30th of February passes: the day comes from a clock.
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        if matches!(month, 1..=12) && matches!(day, 1..=31) {
            Some(Self { year, month, day })
        } else {
            None
        }
    }

    /// The same day so many months on, or the last of that month where it has none such.
    pub fn after(self, months: u16) -> Self {
        let count = u16::from(self.month) - 1 + months;
        let (year, month) = (self.year + count / 12, (count % 12) as u8 + 1);
        Self {
            year,
            month,
            day: self.day.min(days_of(year, month)),
        }
    }

    /// So many days on.
    pub fn plus(mut self, days: u16) -> Self {
        for _ in 0..days {
            if self.day < days_of(self.year, self.month) {
                self.day += 1;
            } else {
                self = Self { day: 1, ..self }.after(1);
            }
        }
        self
    }

    /// Days until the next Saturday; 7 on a Saturday.
    pub fn to_saturday(self) -> u16 {
        7 - (self.weekday() + 1) % 7
    }

    /// 0 for Sunday to 6 for Saturday (Sakamoto's method).
    fn weekday(self) -> u16 {
        const SHIFTS: [u16; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        let shift = SHIFTS.get(usize::from(self.month) - 1).copied();
        let year = self.year - u16::from(self.month < 3);
        let leaps = year / 4 + year / 400 - year / 100;
        (year + leaps + shift.unwrap_or_default() + u16::from(self.day)) % 7
    }

    /// As in "June 2027".
    pub fn month_name(self) -> String {
        numbers::month_of_year(self.name(), &self.year.to_string())
    }

    /// As in "June 3, 2027".
    pub fn in_words(self) -> String {
        let Self { year, day, .. } = self;
        numbers::day_in_words(&day.to_string(), self.name(), &year.to_string())
    }

    /// As in `20270603`.
    pub fn digits(self) -> String {
        let Self { year, month, day } = self;
        format!("{year:04}{month:02}{day:02}")
    }

    /// The month's name.
    pub fn name(self) -> &'static str {
        month_name(usize::from(self.month) - 1)
    }
}

/// The days of a month.
const fn days_of(year: u16, month: u8) -> u8 {
    let leaps = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    match month {
        2 if leaps => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
