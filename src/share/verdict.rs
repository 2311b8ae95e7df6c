//! The verdict alone: a fit and its likely range.

use super::symbols::{Reader, Writer};
use crate::fit::Headline;

/// Two for each number.
pub(super) const SYMBOLS: usize = 6;

pub(super) fn write(headline: Headline, writer: &mut Writer) {
    for number in [headline.fit, headline.low, headline.high] {
        writer.symbol(number >> 6);
        writer.symbol(number & 63);
    }
}

pub(super) fn read(reader: &mut Reader<'_>) -> Option<Headline> {
    let mut number = || {
        let top = reader.symbol()?;
        let number = u16::from(top) << 6 | u16::from(reader.symbol()?);
        u8::try_from(number).ok()
    };
    Headline::new(number()?, number()?, number()?)
}
