//! The bottom layer of a code: symbols, seal, and what can be wrong with them.
//!
//! A code is a run of symbols out of 64 that survive in an address unescaped.
//! The first one is the version; the last five are a CRC of 30 bits over the
//! kind of code and all symbols before. A CRC of 30 bits catches every error
//! within 30 bits in a row, so a single changed symbol (6 bits) is always
//! caught. Place and size of version and seal hold for every version to come,
//! so that an old build can tell an intact newer code from a damaged one.

use crc::{CRC_30_CDMA, Crc, NoTable};

/// The symbols, by value.
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Symbols of the seal.
const SEAL: usize = 5;

/// No code of ours is longer; the bound holds before anything is decoded.
const MAX_SYMBOLS: usize = 128;

/// Without a table: a code is short, and a table is a kilobyte to download.
const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_30_CDMA);

/// What a code is for. It enters the seal, so one kind never passes as another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A link with answers.
    Result,
    /// A link with trait scores.
    Traits,
    /// A link with a verdict.
    Verdict,
    /// A link with what somebody answered about a person they know.
    Observed,
    /// A quiz in progress, kept on the device.
    Saved,
    /// A quiz about somebody else in progress.
    SavedAbout,
}

impl Kind {
    /// The name before the code.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Result => "r=",
            Self::Traits => "t=",
            Self::Verdict => "v=",
            Self::Observed => "o=",
            Self::Saved => "s=",
            Self::SavedAbout => "a=",
        }
    }
}

/// Why a string is not an intact code of a known kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealError {
    /// It does not begin as our codes do.
    Prefix,
    /// It is longer than any code of ours.
    TooLong,
    /// It has a character that our codes never have.
    Character,
    /// It is too short to be whole.
    TooShort,
    /// The seal does not match.
    Checksum,
}

fn seal(kind: Kind, symbols: &[u8]) -> [u8; SEAL] {
    let mut digest = CRC.digest();
    digest.update(kind.prefix().as_bytes());
    digest.update(symbols);
    let sum = digest.finalize();
    [24, 18, 12, 6, 0].map(|shift| (sum >> shift) as u8 & 63)
}

/// Writes version, body and seal as text.
pub fn print(kind: Kind, symbols: &[u8]) -> String {
    let seal = seal(kind, symbols);
    let text = symbols
        .iter()
        .chain(&seal)
        .map(|symbol| char::from(ALPHABET[usize::from(symbol & 63)]));
    kind.prefix().chars().chain(text).collect()
}

/// The symbols of a text before its seal, and whether the seal matches.
///
/// The symbols of a damaged code are of use for one thing: to see whether its
/// end is missing.
pub fn parse(kind: Kind, text: &str) -> Result<(Vec<u8>, Result<(), SealError>), SealError> {
    let code = text.strip_prefix(kind.prefix()).ok_or(SealError::Prefix)?;
    if code.len() > MAX_SYMBOLS {
        return Err(SealError::TooLong);
    }
    let symbols: Vec<u8> = code
        .bytes()
        .map(value)
        .collect::<Option<_>>()
        .ok_or(SealError::Character)?;
    let (body, found) = symbols
        .split_last_chunk::<SEAL>()
        .ok_or(SealError::TooShort)?;
    if body.is_empty() {
        return Err(SealError::TooShort);
    }
    let sealed = if *found == seal(kind, body) {
        Ok(())
    } else {
        Err(SealError::Checksum)
    };
    Ok((body.to_vec(), sealed))
}

fn value(character: u8) -> Option<u8> {
    let value = match character {
        b'A'..=b'Z' => character - b'A',
        b'a'..=b'z' => character - b'a' + 26,
        b'0'..=b'9' => character - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    };
    Some(value)
}

/// Writes digits of mixed size into symbols, as many to a symbol as fit.
#[derive(Clone, Default)]
pub struct Writer(Vec<u8>);

impl Writer {
    /// One digit below 64 as a symbol of its own.
    pub fn symbol(&mut self, digit: u8) {
        self.0.push(digit);
    }

    /// A number below 2²⁴, in four symbols; a larger one loses its top.
    pub fn number(&mut self, number: u32) {
        self.0
            .extend([18, 12, 6, 0].map(|shift| (number >> shift) as u8 & 63));
    }

    /// Digits below `radix`, packed; a short last symbol is filled with zeros.
    pub fn digits(&mut self, radix: u8, digits: &[u8]) {
        for group in digits.chunks(per_symbol(radix)) {
            let symbol = group.iter().rev().fold(0, |sum, digit| sum * radix + digit);
            self.0.push(symbol);
        }
    }

    /// What was written.
    pub fn finish(self) -> Vec<u8> {
        self.0
    }
}

/// Reads what a [`Writer`] wrote, and nothing else: a value that no writer
/// makes is `None`.
pub struct Reader<'a>(std::slice::Iter<'a, u8>);

impl<'a> Reader<'a> {
    /// Starts at the first of these symbols.
    pub fn new(symbols: &'a [u8]) -> Self {
        Self(symbols.iter())
    }

    /// The next symbol as one digit.
    pub fn symbol(&mut self) -> Option<u8> {
        self.0.next().copied()
    }

    /// The next four symbols as a number.
    pub fn number(&mut self) -> Option<u32> {
        (0..4).try_fold(0, |sum, _| Some(sum << 6 | u32::from(self.symbol()?)))
    }

    /// The next `count` digits below `radix`.
    pub fn digits(&mut self, radix: u8, count: usize) -> Option<Vec<u8>> {
        let mut digits = Vec::with_capacity(count);
        while digits.len() < count {
            let mut rest = self.symbol()?;
            for _ in 0..per_symbol(radix).min(count - digits.len()) {
                digits.push(rest % radix);
                rest /= radix;
            }
            if rest != 0 {
                return None;
            }
        }
        Some(digits)
    }

    /// Nothing may be left over.
    pub fn finish(mut self) -> Option<()> {
        self.0.next().is_none().then_some(())
    }
}

/// Symbols that `count` digits below `radix` take.
pub fn symbols_for(radix: u8, count: usize) -> usize {
    count.div_ceil(per_symbol(radix))
}

/// Digits below `radix` that one symbol of 64 values holds.
fn per_symbol(radix: u8) -> usize {
    match radix {
        0..=4 => 3,
        5..=8 => 2,
        _ => 1,
    }
}
