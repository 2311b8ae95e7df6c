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
    /// Milliseconds.
    Time,
    /// Told in thousands.
    Bytes,
    Count,
    Score,
}

impl Unit {
    fn name(self) -> &'static str {
        match self {
            Self::Time => " (ms)",
            Self::Bytes => " (KB)",
            Self::Count | Self::Score => "",
        }
    }

    fn tell(self, number: f64) -> String {
        match self {
            Self::Bytes => format!("{:.1}", number / 1000.0),
            Self::Time | Self::Count => format!("{number:.0}"),
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

    pub fn join(&mut self, others: Self) {
        for (key, numbers) in others.0 {
            self.0.entry(key).or_default().extend(numbers);
        }
    }

    pub fn rounds(&self) -> usize {
        self.0.values().map(Vec::len).max().unwrap_or_default()
    }

    fn get(&self, measure: &'static str, variant: Variant) -> &[f64] {
        self.0.get(&(measure, variant)).map_or(&[], Vec::as_slice)
    }

    pub fn print(&self, rows: &[Row]) {
        let head = ["", "", "", "against", "", "ratio", "aim"].map(str::to_owned);
        let lines: Vec<_> = [head]
            .into_iter()
            .chain(rows.iter().map(|row| self.cells(row)))
            .collect();
        let widths: [usize; 7] = std::array::from_fn(|column| {
            let lengths = lines.iter().map(|line| line[column].chars().count());
            lengths.max().unwrap_or_default()
        });
        for line in lines {
            let cells = line.iter().zip(widths);
            let cells = cells.map(|(cell, width)| format!("{cell:width$}"));
            println!("{}", cells.collect::<Vec<_>>().join("  ").trim_end());
        }
    }

    fn cells(&self, row: &Row) -> [String; 7] {
        let numbers = self.get(row.measure, row.of);
        let in_unit = |numbers: &[f64]| tell(numbers, |number| row.unit.tell(number));
        let [against, others, ratio] = row.against.map_or_else(Default::default, |against| {
            let (measure, variant) = against;
            let others = self.get(measure, variant);
            let pairs = numbers.iter().zip(others);
            // There is no multiple of nothing.
            let ratios: Option<Vec<f64>> = pairs
                .map(|(one, other)| (*other > 0.0).then_some(one / other))
                .collect();
            let name = if measure == row.measure {
                variant.name()
            } else {
                measure
            };
            let ratio = ratios.map(|ratios| tell(&ratios, |ratio| format!("{ratio:.2}")));
            [name.to_owned(), in_unit(others), ratio.unwrap_or_default()]
        });
        [
            format!("{}{}", row.measure, row.unit.name()),
            row.of.name().to_owned(),
            in_unit(numbers),
            against,
            others,
            ratio,
            row.aim.to_owned(),
        ]
    }
}

fn tell(numbers: &[f64], each: impl Fn(f64) -> String) -> String {
    spread(numbers.to_vec()).map_or_else(String::new, |spread| {
        let [least, median, most] = [spread.least, spread.median, spread.most].map(each);
        format!("{median} ({least} to {most})")
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
