use crate::charts::{Compact, Summary};
use crate::code::{Invalid, Reader, Writer};

/// How charts to be coded went, as a link tells it. It holds at least one chart. In a box, as few
/// links hold any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charts(Box<Told>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Told {
    /// The charts in the order of their numbers, each once.
    Known(Summary),
    /// What a newer version wrote: its symbols as they are, so that a link that is passed on
    /// loses nothing.
    Newer(Vec<u8>),
}

/// The form that this version writes.
const FORM: u8 = 1;

/// The highest number of a chart that a link has room for, beside all answers.
const MOST: usize = 40;

impl Charts {
    /// What a link tells of these charts; `None` where none of them was seen to its end.
    pub fn of(charts: &Summary) -> Option<Self> {
        // The order in which a device keeps them would tell which came first.
        let numbers = 1..=MOST as u8;
        let told = numbers.filter_map(|number| {
            let mut charts = charts.charts.iter();
            charts.find(|(each, _)| *each == number).copied()
        });
        Self::known(told.collect())
    }

    fn known(charts: Vec<(u8, Compact)>) -> Option<Self> {
        (!charts.is_empty()).then(|| Self(Box::new(Told::Known(Summary { charts }))))
    }

    fn newer(symbols: Vec<u8>) -> Self {
        Self(Box::new(Told::Newer(symbols)))
    }

    /// How they went; `None` where a newer version wrote it in a form that is not known here.
    pub fn summary(&self) -> Option<&Summary> {
        match &*self.0 {
            Told::Known(summary) => Some(summary),
            Told::Newer(_) => None,
        }
    }

    pub(super) fn write(&self, writer: &mut Writer) {
        match &*self.0 {
            Told::Known(summary) => {
                writer.symbol(FORM);
                let mut next = 1;
                for (number, compact) in &summary.charts {
                    // A chart that was not seen to its end leaves its place empty.
                    for _ in 2 * next..2 * number {
                        writer.symbol(0);
                    }
                    for symbol in compact.symbols() {
                        writer.symbol(symbol);
                    }
                    next = number + 1;
                }
            }
            Told::Newer(symbols) => symbols.iter().for_each(|symbol| writer.symbol(*symbol)),
        }
    }

    /// Reads what is left of a code; `None` where nothing is.
    pub(super) fn read(reader: &mut Reader) -> Result<Option<Self>, Invalid> {
        let symbols = reader.rest();
        match symbols.split_first() {
            None => Ok(None),
            Some((&FORM, pairs)) => match read_pairs(pairs) {
                // To tell of no chart, nothing is written at all.
                Some(charts) => Self::known(charts).map(Some).ok_or(Invalid),
                None => Ok(Some(Self::newer(symbols))),
            },
            Some(_) => Ok(Some(Self::newer(symbols))),
        }
    }
}

/// The charts; `None` where a value is none that this version knows.
fn read_pairs(symbols: &[u8]) -> Option<Vec<(u8, Compact)>> {
    let mut charts = Vec::new();
    for (number, pair) in (1..=MOST as u8 + 1).zip(symbols.chunks(2)) {
        match [pair[0], pair.get(1).copied().unwrap_or_default()] {
            [0, 0] => {}
            _ if usize::from(number) > MOST => return None,
            pair => charts.push((number, Compact::from_symbols(pair)?)),
        }
    }
    Some(charts)
}
