//! How far a group lies apart in one number.

/// Five numbers of a group: the ends, the median and the quartiles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// How many have the number.
    pub count: usize,
    /// The least.
    pub min: f64,
    /// The lower quartile.
    pub q1: f64,
    /// The median.
    pub median: f64,
    /// The upper quartile.
    pub q3: f64,
    /// The most.
    pub max: f64,
}

impl Spread {
    /// The spread of numbers; `None` where there are none.
    ///
    /// Quartiles are interpolated between the two nearest ranks, at (*n* − 1) · *p* from the least
    /// (Hyndman and Fan 1996, definition 7, which R and spreadsheets use).
    pub fn of(numbers: impl Iterator<Item = u8>) -> Option<Self> {
        let mut numbers: Vec<u8> = numbers.collect();
        numbers.sort_unstable();
        let (first, last) = (*numbers.first()?, *numbers.last()?);
        let at = |quarters: usize| {
            let quarter = (numbers.len() - 1) * quarters;
            let (place, part) = (quarter / 4, quarter % 4);
            let number = |place: usize| numbers.get(place).copied().map_or(0.0, f64::from);
            let low = number(place);
            match part {
                0 => low,
                part => low + (number(place + 1) - low) * part as f64 / 4.0,
            }
        };
        Some(Self {
            count: numbers.len(),
            min: first.into(),
            q1: at(1),
            median: at(2),
            q3: at(3),
            max: last.into(),
        })
    }

    /// How wide the middle half is.
    pub fn middle_half(&self) -> f64 {
        self.q3 - self.q1
    }
}
