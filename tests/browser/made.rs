//! Quizzes and links made here, with the library and without a browser.

use career_fit::session::{self, Session};
use career_fit::share::Disclosure;
use crc::{CRC_30_CDMA, Crc};

pub use crate::examples::quizzes::*;
pub use crate::examples::{LEVELS, seen, told};
pub use career_fit::builtin::quiz;

/// As the device keeps it.
pub fn kept(session: &Session) -> String {
    session::save(quiz(), session)
}

/// The fragment of a quiz's result, without its `#`.
pub fn fragment(session: &Session) -> String {
    told(session, Disclosure::Answers)
}

/// The symbols of a code, in the order of their values.
pub const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Symbols with a right seal. Written anew from the description of the format,
/// because the format must stay as it is.
pub fn seal(prefix: &str, symbols: &str) -> String {
    const CRC: Crc<u32> = Crc::<u32>::new(&CRC_30_CDMA);
    let value = |symbol| {
        ALPHABET
            .iter()
            .position(|each| *each == symbol)
            .unwrap_or(0) as u8
    };
    let mut digest = CRC.digest();
    digest.update(prefix.as_bytes());
    digest.update(&symbols.bytes().map(value).collect::<Vec<_>>());
    let sum = digest.finalize();
    let seal = [24, 18, 12, 6, 0].map(|shift| char::from(ALPHABET[(sum >> shift & 63) as usize]));
    [prefix, symbols].concat() + &String::from_iter(seal)
}

#[test]
fn seals_are_as_the_app_makes_them() {
    let fragment = fragment(&finished());
    let symbols = &fragment["r=".len()..fragment.len() - 5];
    assert_eq!(seal("r=", symbols), fragment);
}
