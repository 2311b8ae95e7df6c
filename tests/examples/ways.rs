//! Ways through each chart: all right, as beginners do it, everything, and nothing. The native tests
//! go through the state machine, and a journey through the pages.

use career_fit::charts::content::Presence;

/// A way through a chart, and what comes of it.
pub struct Way {
    pub chart: u8,
    pub name: &'static str,
    /// The codes in their order, each with what is said of its presence: `y`, `n`, `e`, or
    /// nothing behind the colon.
    pub codes: &'static str,
    /// The operation's code, if one is built.
    pub built: &'static str,
    /// The question that the doctor is asked, from 0.
    pub inquiry: Option<usize>,
    /// A letter for each code and each that was missed: `R`ight, `O`ut of order, `L`ess
    /// specific, `N`ot supported, `M`issed.
    pub verdicts: &'static str,
    /// Codes for which something else is right about presence than was said.
    pub presence_wrong: usize,
    /// Found, wanted, not supported.
    pub tally: [usize; 3],
    /// The group with these codes; 0 where none is named.
    pub group: u16,
}

const ALL_OF_1: &str = "E11.65: E11.9: F17.210: I10: I11.0: I11.9: I50.23: I50.32: I50.33: I50.9: \
                        J18.1: J18.9: R05.9: R50.9: Z79.4: Z79.84: Z87.891:";
const ALL_OF_2: &str = "K35.32: K35.80: K35.890: K36: K37: K65.0: R10.31: R11.0:";
const ALL_OF_3: &str = "D50.0: D62: D64.9: E87.6: K57.30: K57.31: K57.32: K57.33: K62.5: K92.1: \
                        K92.2:";
const ALL_OF_4: &str = "A41.51: A41.9: B96.20: N10: N12: N39.0: R00.0: R10.A1: R50.9: R65.20: \
                        R78.81:";

#[rustfmt::skip]
pub const WAYS: [Way; 22] = [
    Way { chart: 1, name: "all right", codes: "J18.9:y I11.0:y I50.33:n E11.9:y Z79.84:e Z87.891:e", built: "", inquiry: None,
        verdicts: "RRRRRR", presence_wrong: 0, tally: [6, 6, 0], group: 193 },
    Way { chart: 1, name: "a beginner's", codes: "J18.9:y I10:y I50.32:y E11.9:y R50.9:y", built: "", inquiry: None,
        verdicts: "RNLRNMMMM", presence_wrong: 0, tally: [2, 6, 2], group: 194 },
    Way { chart: 1, name: "the last thing first", codes: "I50.33:y J18.9:y I11.0:y", built: "", inquiry: None,
        verdicts: "OORMMM", presence_wrong: 1, tally: [3, 6, 0], group: 291 },
    Way { chart: 1, name: "the kind of failure before the failure", codes: "J18.9:y I50.33:n I11.0:y", built: "", inquiry: None,
        verdicts: "RORMMM", presence_wrong: 0, tally: [3, 6, 0], group: 193 },
    Way { chart: 1, name: "heart failure that is not told apart", codes: "J18.9:y I11.0:y I50.9:y", built: "", inquiry: None,
        verdicts: "RRLMMMM", presence_wrong: 0, tally: [2, 6, 0], group: 195 },
    Way { chart: 1, name: "everything", codes: ALL_OF_1, built: "", inquiry: None,
        verdicts: "NRNNRNNLRLNONNNRR", presence_wrong: 6, tally: [6, 6, 9], group: 0 },
    Way { chart: 1, name: "nothing", codes: "", built: "", inquiry: None,
        verdicts: "MMMMMM", presence_wrong: 0, tally: [0, 6, 0], group: 0 },

    Way { chart: 2, name: "all right", codes: "K35.80:y", built: "0DTJ4ZZ", inquiry: None,
        verdicts: "RR", presence_wrong: 0, tally: [2, 2, 0], group: 399 },
    Way { chart: 2, name: "a beginner's", codes: "K37:y R10.31:y", built: "0DBJ4ZZ", inquiry: None,
        verdicts: "LNNMM", presence_wrong: 0, tally: [0, 2, 2], group: 399 },
    Way { chart: 2, name: "without the operation", codes: "K35.80:y", built: "", inquiry: None,
        verdicts: "RM", presence_wrong: 0, tally: [1, 2, 0], group: 395 },
    Way { chart: 2, name: "another body part", codes: "K35.80:y", built: "0DTH4ZZ", inquiry: None,
        verdicts: "RNM", presence_wrong: 0, tally: [1, 2, 1], group: 0 },
    Way { chart: 2, name: "everything", codes: ALL_OF_2, built: "0DTJ4ZZ", inquiry: None,
        verdicts: "NONNLNNNR", presence_wrong: 1, tally: [2, 2, 6], group: 397 },
    Way { chart: 2, name: "nothing", codes: "", built: "", inquiry: None,
        verdicts: "MM", presence_wrong: 0, tally: [0, 2, 0], group: 0 },

    Way { chart: 3, name: "all right", codes: "K57.31:y D64.9:y", built: "", inquiry: Some(0),
        verdicts: "RR", presence_wrong: 0, tally: [2, 2, 0], group: 379 },
    Way { chart: 3, name: "a beginner's", codes: "K57.31:y D62:n K92.2:y E87.6:y", built: "", inquiry: Some(1),
        verdicts: "RNNNM", presence_wrong: 0, tally: [1, 2, 3], group: 378 },
    Way { chart: 3, name: "everything", codes: ALL_OF_3, built: "", inquiry: Some(2),
        verdicts: "NNRNNONNNNN", presence_wrong: 2, tally: [2, 2, 9], group: 0 },
    Way { chart: 3, name: "nothing", codes: "", built: "", inquiry: None,
        verdicts: "MM", presence_wrong: 0, tally: [0, 2, 0], group: 0 },

    Way { chart: 4, name: "all right", codes: "A41.9:y N10:y", built: "", inquiry: None,
        verdicts: "RR", presence_wrong: 0, tally: [2, 2, 0], group: 872 },
    Way { chart: 4, name: "a beginner's", codes: "N10:y A41.9:y", built: "", inquiry: None,
        verdicts: "OO", presence_wrong: 0, tally: [2, 2, 0], group: 689 },
    Way { chart: 4, name: "everything", codes: ALL_OF_4, built: "", inquiry: None,
        verdicts: "NONRLLNNNNN", presence_wrong: 2, tally: [2, 2, 7], group: 0 },
    Way { chart: 4, name: "an organ failure that nobody named", codes: "A41.9:y R65.20:y N10:y", built: "", inquiry: None,
        verdicts: "RNR", presence_wrong: 0, tally: [2, 2, 1], group: 0 },
    Way { chart: 4, name: "nothing", codes: "", built: "", inquiry: None,
        verdicts: "MM", presence_wrong: 0, tally: [0, 2, 0], group: 0 },
];

impl Way {
    /// The codes in their order, and what is said of the presence of each.
    pub fn chosen(&self) -> impl Iterator<Item = (&'static str, Option<Presence>)> {
        self.codes.split_whitespace().map(|word| {
            let (code, said) = word.split_once(':').expect("a colon");
            let presence = match said {
                "y" => Some(Presence::Yes),
                "n" => Some(Presence::No),
                "e" => Some(Presence::Exempt),
                _ => None,
            };
            (code, presence)
        })
    }
}
