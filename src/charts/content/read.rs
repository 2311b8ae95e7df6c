//! From JSON to checked charts.

use std::fmt;

use super::Chart;
use super::check;

/// Something that is wrong with a file of `assets/charts`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Which file, and where in it as far as that is known.
    pub place: String,
    /// What is wrong.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

/// Checks charts, each with the name of its file, and puts them into the order of their
/// numbers.
///
/// # Errors
///
/// Everything that is wrong, so that an author mends the files in one go. A file that
/// could not be read is handed in as the reason why.
pub fn read(files: Vec<(String, Result<Chart, String>)>) -> Result<Vec<Chart>, Vec<Problem>> {
    let mut found = Vec::new();
    let mut charts: Vec<Chart> = Vec::new();
    for (name, chart) in files {
        let mut add = |what: String| {
            found.push(Problem {
                place: name.clone(),
                what,
            });
        };
        match chart {
            Ok(chart) => {
                check::chart(&chart, &mut add);
                if charts.iter().any(|other| other.number == chart.number) {
                    add(format!("another chart has the number {} too", chart.number));
                }
                charts.push(chart);
            }
            Err(why) => add(why),
        }
    }
    if charts.is_empty() && found.is_empty() {
        found.push(Problem {
            place: "assets/charts".to_owned(),
            what: "there is no chart".to_owned(),
        });
    }
    charts.sort_by_key(|chart| chart.number);
    if found.is_empty() {
        Ok(charts)
    } else {
        Err(found)
    }
}
