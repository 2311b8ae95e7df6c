//! What was measured, and how it is told.

use std::collections::HashMap;

/// What was measured at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Variant {
    Built,
    WithoutScripts,
    WithoutWasm,
    Vanilla,
}

impl Variant {
    fn name(self) -> &'static str {
        match self {
            Self::Built => "built site",
            Self::WithoutScripts => "no scripts",
            Self::WithoutWasm => "no wasm",
            Self::Vanilla => "vanilla",
        }
    }
}

#[derive(Clone, Copy, Debug)]
pub enum Unit {
    /// In milliseconds.
    Time,
    Bytes,
    Count,
    Score,
}

impl Unit {
    fn tell(self, number: f64) -> String {
        match self {
            Self::Time if number < 100.0 => format!("{number:.1} ms"),
            Self::Time => format!("{number:.0} ms"),
            Self::Bytes => format!("{:.1} KB", number / 1000.0),
            Self::Count => format!("{number:.0}"),
            Self::Score => format!("{number:.4}"),
        }
    }
}

/// One line of the table.
pub struct Row {
    pub measure: &'static str,
    pub unit: Unit,
    pub of: Variant,
    /// What it is a multiple of.
    pub against: Option<(&'static str, Variant)>,
    /// What it should be at most.
    pub aim: &'static str,
}

/// One number a round for each measure and variant.
#[derive(Default)]
pub struct Samples(HashMap<(&'static str, Variant), Vec<f64>>);

impl Samples {
    pub fn add(&mut self, measure: &'static str, variant: Variant, number: f64) {
        self.0.entry((measure, variant)).or_default().push(number);
    }

    fn get(&self, measure: &'static str, variant: Variant) -> &[f64] {
        self.0.get(&(measure, variant)).map_or(&[], Vec::as_slice)
    }

    pub fn print(&self, rows: &[Row]) {
        println!(
            "{:<38}{:<12}{:<30}{:<12}{:<30}{:<22}aim",
            "", "", "", "against", "", "ratio"
        );
        for row in rows {
            let numbers = self.get(row.measure, row.of);
            let told = tell(numbers, |number| row.unit.tell(number));
            let (name, other, ratio) = match row.against {
                None => ("", String::new(), String::new()),
                Some((measure, variant)) => {
                    let others = self.get(measure, variant);
                    let pairs = numbers.iter().zip(others);
                    // There is no multiple of nothing.
                    let ratios: Option<Vec<f64>> = pairs
                        .map(|(one, other)| (*other > 0.0).then_some(one / other))
                        .collect();
                    let ratio = ratios.map(|ratios| tell(&ratios, |ratio| format!("{ratio:.2}")));
                    let name = if measure == row.measure {
                        variant.name()
                    } else {
                        measure
                    };
                    let other = tell(others, |number| row.unit.tell(number));
                    (name, other, ratio.unwrap_or_default())
                }
            };
            println!(
                "{:<38}{:<12}{told:<30}{name:<12}{other:<30}{ratio:<22}{}",
                row.measure,
                row.of.name(),
                row.aim
            );
        }
    }
}

fn tell(numbers: &[f64], each: impl Fn(f64) -> String) -> String {
    spread(numbers.to_vec()).map_or_else(String::new, |spread| {
        let Spread {
            least,
            median,
            most,
        } = spread;
        format!("{} ({} to {})", each(median), each(least), each(most))
    })
}

/// The middle and the ends of some numbers.
pub struct Spread {
    pub least: f64,
    pub median: f64,
    pub most: f64,
}

/// Nothing for no numbers.
pub fn spread(mut numbers: Vec<f64>) -> Option<Spread> {
    numbers.sort_unstable_by(f64::total_cmp);
    Some(Spread {
        least: *numbers.first()?,
        median: *numbers.get(numbers.len() / 2)?,
        most: *numbers.last()?,
    })
}
