//! How a chart went, in two symbols.

use super::work::{Mood, Tally};

/// A chart that was seen to its end, in two symbols.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compact {
    /// How much was found. More than 7 codes in all do not fit, and no chart has more. More
    /// than 15 that are not supported count as 15.
    pub tally: Tally,
    /// Whether the reader would do another, if they said so.
    pub another: Option<Mood>,
}

impl Compact {
    /// As two symbols, 0 to 63 each: *found* · 8 + *wanted*, and *unsupported* · 4 + the
    /// answer (none 0, yes 1, not sure 2, no 3).
    pub fn symbols(self) -> [u8; 2] {
        let Tally {
            found,
            wanted,
            unsupported,
        } = self.tally;
        // All of these are 15 at most.
        let small = |number: usize, most: usize| number.min(most) as u8;
        [
            small(found, 7) * 8 + small(wanted, 7),
            small(unsupported, 15) * 4 + mood_digit(self.another),
        ]
    }

    /// Reads two symbols; `None` where they say that no chart was seen to its end, or what
    /// no chart can come to.
    pub fn from_symbols([codes, rest]: [u8; 2]) -> Option<Self> {
        let [found, wanted, unsupported] = [codes / 8, codes % 8, rest / 4].map(usize::from);
        let tally = Tally {
            found,
            wanted,
            unsupported,
        };
        let another = mood_from(rest % 4);
        (codes < 64 && rest < 64 && wanted > 0 && found <= wanted)
            .then_some(Self { tally, another })
    }
}

pub(super) const fn mood_digit(mood: Option<Mood>) -> u8 {
    match mood {
        None => 0,
        Some(Mood::Yes) => 1,
        Some(Mood::Unsure) => 2,
        Some(Mood::No) => 3,
    }
}

pub(super) const fn mood_from(digit: u8) -> Option<Mood> {
    match digit {
        1 => Some(Mood::Yes),
        2 => Some(Mood::Unsure),
        3 => Some(Mood::No),
        _ => None,
    }
}
