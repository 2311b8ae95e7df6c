//! A body between its header and its seal.

use super::error::CodeError;
use super::kind::Kind;
use super::reader::Reader;
use super::seal::{self, seal};
use super::symbol;
use super::writer::Writer;

/// The version that this build writes, equal to the quiz's edition.
pub const VERSION: u8 = 2;

/// The version of a kind. Charts to be coded know nothing of the quiz, so a new edition of it
/// leaves them as they are.
const fn version_of(kind: Kind) -> u8 {
    match kind {
        Kind::Chart => 1,
        _ => VERSION,
    }
}

/// Symbols before the body: one for the version, two for the length.
const HEADER: usize = 3;

/// The limit for codes of all versions, which bounds the work on a hostile link.
const MOST: usize = 128;

/// Writes a body with its kind, its header and its seal.
pub fn close(kind: Kind, body: Writer) -> String {
    let body = body.finish_body();
    let mut writer = Writer::default();
    writer.symbol(version_of(kind));
    // A body is far shorter than what the two symbols can count.
    writer.number(body.len() as u32, HEADER - 1);
    let mut symbols = writer.finish();
    symbols.extend(body);
    let mut writer = Writer::default();
    writer.number(seal(kind, &symbols), seal::SYMBOLS);
    symbols.extend(writer.finish());
    let text = symbols.into_iter().map(symbol::to_char);
    kind.prefix().chars().chain(text).collect()
}

/// Opens a code of this kind and gives its body to read. The caller ends with
/// [`Reader::finish`], which refuses a body that says more than was read.
///
/// # Errors
///
/// [`CodeError`], as the head of [`code`](crate::code) says.
pub fn open(kind: Kind, text: &str) -> Result<Reader, CodeError> {
    let code = text.strip_prefix(kind.prefix()).ok_or(CodeError::NotOurs)?;
    if code.len() > MOST {
        return Err(CodeError::Damaged);
    }
    let symbols = code.bytes().map(symbol::from_byte);
    let symbols: Vec<u8> = symbols.collect::<Option<_>>().ok_or(CodeError::Damaged)?;
    let (sealed, found) = symbols
        .split_last_chunk::<{ seal::SYMBOLS }>()
        .ok_or(CodeError::CutOff)?;
    let (header, body) = sealed
        .split_first_chunk::<HEADER>()
        .ok_or(CodeError::CutOff)?;
    let mut header = Reader::new(header.to_vec());
    let (version, length) = (header.symbol(), header.number(HEADER - 1) as usize);
    if Reader::new(found.to_vec()).number(seal::SYMBOLS) != seal(kind, sealed) {
        return Err(if length > body.len() {
            CodeError::CutOff
        } else {
            CodeError::Damaged
        });
    }
    let ours = version_of(kind);
    if version > ours {
        return Err(CodeError::Newer);
    }
    if (1..ours).contains(&version) {
        return Err(CodeError::Older);
    }
    if version < ours || length != body.len() || body.last() == Some(&0) {
        return Err(CodeError::NotOurs);
    }
    Ok(Reader::new(body.to_vec()))
}
