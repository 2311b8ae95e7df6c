//! Symbols to values.

use std::vec;

use super::error::Invalid;
use super::writer::per_symbol;

/// Reads what a [`Writer`](super::Writer) wrote. Behind the last symbol it reads
/// zeros, because zeros at the end are not written.
#[derive(Clone, Debug)]
pub struct Reader(vec::IntoIter<u8>);

impl Reader {
    pub(super) fn new(symbols: Vec<u8>) -> Self {
        Self(symbols.into_iter())
    }

    /// The next symbol, 0 to 63.
    pub fn symbol(&mut self) -> u8 {
        self.0.next().unwrap_or(0)
    }

    /// A number in this many symbols, the highest first.
    pub fn number(&mut self, symbols: usize) -> u32 {
        (0..symbols).fold(0, |sum, _| sum << 6 | u32::from(self.symbol()))
    }

    /// The next `count` digits below `radix`.
    ///
    /// # Errors
    ///
    /// [`Invalid`] for a symbol with a value that its digits cannot come to. So no two
    /// codes mean the same.
    pub fn digits(&mut self, radix: u8, count: usize) -> Result<Vec<u8>, Invalid> {
        let mut digits = Vec::with_capacity(count);
        while digits.len() < count {
            let mut rest = self.symbol();
            for _ in 0..per_symbol(radix).min(count - digits.len()) {
                digits.push(rest % radix);
                rest /= radix;
            }
            if rest != 0 {
                return Err(Invalid);
            }
        }
        Ok(digits)
    }

    /// All symbols that are left. None of what was left out at the end is among them.
    pub fn rest(&mut self) -> Vec<u8> {
        self.0.by_ref().collect()
    }

    /// Ends the reading, which must have come to the last symbol.
    ///
    /// # Errors
    ///
    /// [`Invalid`] where something is left over.
    pub fn finish(self) -> Result<(), Invalid> {
        if self.0.as_slice().is_empty() {
            Ok(())
        } else {
            Err(Invalid)
        }
    }
}
