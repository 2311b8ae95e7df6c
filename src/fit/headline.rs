//! The fit as it is shown: three whole numbers.

use crate::content::{BandCuts, Quiz};

use super::overall::{Band, Bands, Likely, Overall};

/// A fit and its likely range, as whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Headline {
    /// The fit, 1 to 100.
    pub fit: u8,
    /// The lower end of the likely range, 0 to `fit`.
    pub low: u8,
    /// Its upper end, `fit` to 100.
    pub high: u8,
}

impl Headline {
    /// A headline that a fit can have; `None` where the numbers are out of their
    /// ranges or out of order.
    pub fn new(fit: u8, low: u8, high: u8) -> Option<Self> {
        let possible = fit >= 1 && low <= fit && fit <= high && high <= 100;
        possible.then_some(Self { fit, low, high })
    }

    /// What is shown of a fit.
    pub fn of(quiz: &Quiz, overall: &Overall) -> Self {
        let Overall { fit, low, high, .. } = *overall;
        Self::likely(quiz, Likely { fit, low, high })
    }

    /// What is shown of a fit with its range.
    pub fn likely(quiz: &Quiz, Likely { fit, low, high }: Likely) -> Self {
        let shown = |score| Band::shown(&quiz.scoring.bands, score);
        Self {
            fit: shown(fit),
            low: shown(low),
            high: shown(high),
        }
    }

    /// The bands that the range touches. A number is shown inside its band, so
    /// they are the same as before rounding.
    pub fn bands(self, cuts: &BandCuts) -> Bands {
        Bands::of(cuts, f64::from(self.low), f64::from(self.high))
    }
}
