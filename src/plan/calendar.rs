//! Days and months, as far as a plan needs them.

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

/// The months by name, from January on.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

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

    /// The first day of the month so many months on; this very day for none.
    pub const fn after(self, months: u16) -> Self {
        if months == 0 {
            return self;
        }
        let count = self.month as u16 - 1 + months;
        Self {
            year: self.year + count / 12,
            month: (count % 12) as u8 + 1,
            day: 1,
        }
    }

    /// As in "June 2027".
    pub fn month_name(self) -> String {
        [self.name(), " ", &self.year.to_string()].concat()
    }

    /// As in "June 3, 2027".
    pub fn in_words(self) -> String {
        let Self { year, day, .. } = self;
        [self.name(), " ", &day.to_string(), ", ", &year.to_string()].concat()
    }

    /// As in `20270603`.
    pub fn digits(self) -> String {
        let Self { year, month, day } = self;
        format!("{year:04}{month:02}{day:02}")
    }

    fn name(self) -> &'static str {
        MONTHS
            .get(usize::from(self.month) - 1)
            .copied()
            .unwrap_or_default()
    }
}
