//! Numbers of 0 to 63 as characters.

/// The characters, by value.
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The character of a symbol; only the lowest six bits count.
pub fn to_char(symbol: u8) -> char {
    char::from(ALPHABET[usize::from(symbol & 63)])
}

/// The symbol of a character; `None` for one that no code has.
pub fn from_byte(character: u8) -> Option<u8> {
    Some(match character {
        b'A'..=b'Z' => character - b'A',
        b'a'..=b'z' => character - b'a' + 26,
        b'0'..=b'9' => character - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    })
}
