//! Numbers of 0 to 63 as characters.

/// The characters, by value.
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The character of a symbol; only the lowest six bits count.
pub fn to_char(symbol: u8) -> char {
    char::from(ALPHABET[usize::from(symbol & 63)])
}

/// The symbol of a character; `None` for one that no code has.
pub fn from_byte(character: u8) -> Option<u8> {
    // To look through all of them is slow, and a code is too short for that to matter.
    let symbols = (0..64u8).zip(ALPHABET);
    let mut found = symbols.filter(|(_, each)| **each == character);
    found.next().map(|(symbol, _)| symbol)
}
