//! Where a command is: numbered steps, each with a rough length before it and its time after it.

use std::fmt;
use std::time::{Duration, Instant};

use anyhow::Result;

/// How long a step takes, roughly, on two cores and an ordinary connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Length {
    Seconds,
    /// This many minutes at most, and rarely under half as many.
    Minutes(u8),
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Seconds => f.write_str("seconds"),
            Self::Minutes(1) => f.write_str("about a minute"),
            Self::Minutes(minutes) => write!(f, "about {minutes} minutes"),
        }
    }
}

/// The steps of one command, as it counts them aloud.
pub struct Steps {
    all: usize,
    begun: usize,
}

impl Steps {
    /// This many steps, none of which has begun.
    pub fn new(all: usize) -> Self {
        Self { all, begun: 0 }
    }

    /// Tells that the next step begins. The clock runs from here.
    pub fn begin(&mut self, title: &str, length: impl fmt::Display) -> Clock {
        self.begun += 1;
        println!("[{}/{}] {title} ({length})", self.begun, self.all);
        Clock::start()
    }

    /// Does the next step, and tells how long it took.
    pub fn take<T>(
        &mut self,
        title: &str,
        length: Length,
        work: impl FnOnce() -> Result<T>,
    ) -> Result<T> {
        let clock = self.begin(title, length);
        let made = work()?;
        println!("      done in {clock}");
        Ok(made)
    }
}

/// The time since a step began; prints as `4 min 52 s`.
pub struct Clock(Instant);

impl Clock {
    /// The time from now on.
    pub fn start() -> Self {
        Self(Instant::now())
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&in_words(self.0.elapsed()))
    }
}

fn in_words(time: Duration) -> String {
    match (time.as_secs() / 60, time.as_secs() % 60) {
        (0, seconds) => format!("{seconds} s"),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_told_in_minutes_and_seconds() {
        for (seconds, expected) in [
            (0, "0 s"),
            (59, "59 s"),
            (60, "1 min 0 s"),
            (292, "4 min 52 s"),
        ] {
            assert_eq!(in_words(Duration::from_secs(seconds)), expected);
        }
    }

    #[test]
    fn what_takes_seconds_comes_before_what_takes_minutes() {
        let mut lengths = [Length::Minutes(5), Length::Seconds, Length::Minutes(1)];
        lengths.sort();
        let words = lengths.map(|length| length.to_string());
        assert_eq!(words, ["seconds", "about a minute", "about 5 minutes"]);
    }
}
