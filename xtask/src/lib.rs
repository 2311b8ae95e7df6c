//! What the commands share with the tests: how many bytes travel.

use std::io;

use flate2::Compression;
use flate2::read::GzEncoder;

/// The length by brotli at its strongest, or the plain one where that is shorter.
pub fn brotli_len(bytes: &[u8]) -> usize {
    let compressed = server::brotli(bytes).map(|bytes| bytes.len());
    compressed.map_or(bytes.len(), |length| length.min(bytes.len()))
}

/// The length by gzip at its strongest, or the plain one where that is shorter.
pub fn gzip_len(bytes: &[u8]) -> usize {
    let mut gzip = GzEncoder::new(bytes, Compression::best());
    let compressed = io::copy(&mut gzip, &mut io::sink());
    compressed.map_or(bytes.len(), |length| bytes.len().min(length as usize))
}
