//! The sum that shows whether a code is as it was written.

use crc::{CRC_30_CDMA, Crc, NoTable};

use super::kind::Kind;

/// Symbols of a seal: five of 6 bits hold the CRC's 30.
pub const SYMBOLS: usize = 5;

/// Without a table: a code is short, and a table is a kilobyte to download.
const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_30_CDMA);

/// The seal of a kind's symbols.
pub fn seal(kind: Kind, symbols: &[u8]) -> u32 {
    let mut digest = CRC.digest();
    digest.update(kind.prefix().as_bytes());
    digest.update(symbols);
    digest.finalize()
}
