//! Counting tests by what their runners print.

use std::fmt;
use std::ops::AddAssign;

/// How many tests and checks passed, failed, and were skipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u32,
    pub failed: u32,
    pub skipped: u32,
}

impl Tally {
    /// A single check.
    pub fn one(passed: bool) -> Self {
        Self {
            passed: passed.into(),
            failed: (!passed).into(),
            skipped: 0,
        }
    }

    /// What a line says if it closes a run of Rust tests, native or in a browser:
    /// `test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; …`.
    pub fn of_line(line: &str) -> Option<Self> {
        let counts = line.trim().strip_prefix("test result: ")?;
        let words = counts.split_whitespace().collect::<Vec<_>>();
        let count = |what: &str| {
            let place = words.iter().position(|word| *word == what)?;
            words.get(place.checked_sub(1)?)?.parse().ok()
        };
        Some(Self {
            passed: count("passed;")?,
            failed: count("failed;")?,
            skipped: count("ignored;").unwrap_or_default(),
        })
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 {
            write!(f, ", {} skipped", self.skipped)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_read_from_lines() {
        let tally = |passed, failed, skipped| {
            Some(Tally {
                passed,
                failed,
                skipped,
            })
        };
        for (line, expected) in [
            (
                "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; \
                 finished in 0.01s",
                tally(3, 0, 1),
            ),
            (
                "test result: FAILED. 12 passed; 2 failed; 0 ignored; 0 measured",
                tally(12, 2, 0),
            ),
            (
                "test result: \u{1b}[32mok\u{1b}[0m. 1 passed; 0 failed; 0 ignored;",
                tally(1, 0, 0),
            ),
            (
                "    test result: ok. 4 passed; 0 failed; 0 ignored; 0 filtered out",
                tally(4, 0, 0),
            ),
            ("test results_are_read ... ok", None),
            ("it printed: test result: ok. 3 passed; 0 failed;", None),
            ("test result: passed; failed;", None),
            ("", None),
        ] {
            assert_eq!(Tally::of_line(line), expected, "{line}");
        }
    }

    #[test]
    fn the_closing_line_names_skipped_tests_only_if_there_are_some() {
        let mut tally = Tally::one(true);
        tally += Tally::one(false);
        assert_eq!(tally.to_string(), "1 passed, 1 failed");
        tally.skipped = 2;
        assert_eq!(tally.to_string(), "1 passed, 1 failed, 2 skipped");
    }
}
