//! The verdict alone: three numbers as they are shown.

use super::symbols::{Reader, Writer};
use crate::content::{BandCuts, Quiz};
use crate::fit::{Band, Bands, Overall};

/// A fit and its likely range, as whole numbers of 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Headline {
    /// The fit.
    pub fit: u8,
    /// The lower end of the likely range.
    pub low: u8,
    /// Its upper end.
    pub high: u8,
}

/// Two for each number.
pub(super) const SYMBOLS: usize = 6;

impl Headline {
    /// What is shown of a fit.
    pub fn of(quiz: &Quiz, overall: &Overall) -> Self {
        let shown = |score| Band::shown(&quiz.scoring.bands, score);
        Self {
            fit: shown(overall.fit),
            low: shown(overall.low),
            high: shown(overall.high),
        }
    }

    /// The bands that the range touches. A number is shown inside its band, so
    /// they are the same as before rounding.
    pub fn bands(self, cuts: &BandCuts) -> Bands {
        Bands::of(cuts, f64::from(self.low), f64::from(self.high))
    }

    pub(super) fn write(self, writer: &mut Writer) {
        for number in [self.fit, self.low, self.high] {
            writer.symbol(number >> 6);
            writer.symbol(number & 63);
        }
    }

    pub(super) fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let mut number = || {
            let top = reader.symbol()?;
            let number = u16::from(top) << 6 | u16::from(reader.symbol()?);
            u8::try_from(number).ok()
        };
        let (fit, low, high) = (number()?, number()?, number()?);
        let possible = low <= fit && fit <= high && high <= 100;
        possible.then_some(Self { fit, low, high })
    }
}
