//! Values to symbols.

/// Writes the symbols of a code.
#[derive(Clone, Debug, Default)]
pub struct Writer(Vec<u8>);

impl Writer {
    /// A number below 64 as a symbol of its own.
    pub fn symbol(&mut self, symbol: u8) {
        self.0.push(symbol & 63);
    }

    /// A number in this many symbols, the highest first. One that needs more
    /// loses its top.
    pub fn number(&mut self, number: u32, symbols: usize) {
        for place in (0..symbols).rev() {
            self.symbol((number >> (6 * place)) as u8 & 63);
        }
    }

    /// Digits below `radix`, as many to a symbol as fit.
    pub fn digits(&mut self, radix: u8, digits: &[u8]) {
        for group in digits.chunks(per_symbol(radix)) {
            let symbol = group.iter().rev().fold(0, |sum, digit| sum * radix + digit);
            self.symbol(symbol);
        }
    }

    /// What was written.
    pub(super) fn finish(self) -> Vec<u8> {
        self.0
    }

    /// What was written, without the zeros at its end.
    pub(super) fn finish_body(mut self) -> Vec<u8> {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
        self.0
    }
}

/// How many digits below `radix` one symbol of 64 values holds.
pub(super) fn per_symbol(radix: u8) -> usize {
    64u32.ilog(u32::from(radix)) as usize
}
