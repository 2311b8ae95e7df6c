//! The bytes of a file as a text.

/// The largest file that is read, in bytes. A link is about 80 bytes long, so this is far more than
/// any group needs, and a phone can still hold it.
pub const MOST_BYTES: usize = 20_000_000;

/// Why a file is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoText {
    /// It is larger than [`MOST_BYTES`].
    TooLarge,
    /// It is a workbook or a document that is packed, as `.xlsx`, `.ods` and `.docx` are.
    Packed,
    /// It is a PDF.
    Pdf,
    /// It is no text at all, as a picture is none.
    Other,
}

/// Reads a file as a text. UTF-8 and both kinds of UTF-16 are known by their first bytes. What is no
/// UTF-8 is taken for Windows-1252, which older spreadsheets write.
///
/// # Errors
///
/// [`NoText`] where it is none.
pub fn decode(bytes: &[u8]) -> Result<String, NoText> {
    if bytes.len() > MOST_BYTES {
        return Err(NoText::TooLarge);
    }
    match bytes {
        [0xff, 0xfe, rest @ ..] => return Ok(wide(rest, u16::from_le_bytes)),
        [0xfe, 0xff, rest @ ..] => return Ok(wide(rest, u16::from_be_bytes)),
        [b'P', b'K', 3, 4, ..] => return Err(NoText::Packed),
        // The workbooks of before 2007.
        [0xd0, 0xcf, 0x11, 0xe0, ..] => return Err(NoText::Packed),
        [b'%', b'P', b'D', b'F', ..] => return Err(NoText::Pdf),
        _ => {}
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.contains(&0) {
        return Err(NoText::Other);
    }
    Ok(match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| of_windows(*byte)).collect(),
    })
}

fn wide(bytes: &[u8], unit: impl Fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| match pair {
        [one, other] => unit([*one, *other]),
        _ => 0,
    });
    let letters = char::decode_utf16(units);
    letters
        .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

/// A character of Windows-1252. The five bytes that mean nothing there stay what they are.
fn of_windows(byte: u8) -> char {
    const FROM_80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    let special = byte.checked_sub(0x80).map(usize::from);
    let special = special.and_then(|place| FROM_80.get(place));
    special.copied().unwrap_or(char::from(byte))
}
