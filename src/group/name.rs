//! The name that stands beside a link.

/// The most characters of a name. What is longer is a letter and not a name.
const MOST: usize = 80;

/// A text as a name: on one line, without what cannot be seen, and not too long. Letters of every
/// script stay as they are.
pub fn clean(text: &str) -> String {
    let mut name = String::new();
    let mut length = 0;
    for word in text.split(|letter: char| letter.is_whitespace() || letter.is_control()) {
        let mut letters = word.chars().filter(|letter| !turns(*letter)).peekable();
        if letters.peek().is_none() {
            continue;
        }
        if !name.is_empty() {
            name.push(' ');
            length += 1;
        }
        for letter in letters {
            if length >= MOST {
                name.truncate(name.trim_end().len());
                name.push('…');
                return name;
            }
            name.push(letter);
            length += 1;
        }
    }
    name
}

/// Marks that turn the direction of what follows, or that nobody sees. A name with them could look
/// like another one.
const fn turns(letter: char) -> bool {
    matches!(
        letter,
        '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    )
}

/// The name in what stands around a link in its line: signs at its ends, marks of a list or of a
/// quoted mail, elements of HTML and the time in front of a message are no part of it.
pub fn beside(before: &str, after: &str) -> String {
    let (before, after) = (without_elements(before), without_elements(after));
    let both = [trimmed(&before), trimmed(&after)].join(" ");
    let mut name = trimmed(&both);
    // As in "[11/26/26, 10:11:12 AM] Jane: ", which is how chats are exported.
    if let Some((time, rest)) = name.strip_prefix('[').and_then(|rest| rest.split_once(']'))
        && time.starts_with(|letter: char| letter.is_ascii_digit())
    {
        name = trimmed(rest);
    }
    let is_number = |letter: char| letter.is_ascii_digit();
    // As in "3. Jane".
    let numbered = name.trim_start_matches(is_number);
    if numbered.len() < name.len()
        && let Some(rest) = numbered.strip_prefix(['.', ')'])
    {
        name = trimmed(rest);
    }
    name = trimmed(name.trim_matches(['[', ']']));
    if says_nothing(name) {
        return String::new();
    }
    clean(name)
}

/// Whether words around a link are what people write to go with one, and nobody's name.
fn says_nothing(name: &str) -> bool {
    const GREETINGS: [&str; 16] = [
        "hi", "hello", "hey", "dear", "here", "here's", "mine", "this", "that", "thanks", "link",
        "links", "url", "href", "result", "quiz",
    ];
    let name = name.to_lowercase();
    let mut words = name.split(|letter: char| letter.is_whitespace() || ",.:;!?".contains(letter));
    !name.chars().any(char::is_alphanumeric) || words.any(|word| GREETINGS.contains(&word))
}

fn trimmed(text: &str) -> &str {
    text.trim_matches(|letter: char| {
        letter.is_whitespace() || "<>()\"',;:|*•·-–—=#_`{}“”„’‘".contains(letter)
    })
}

/// A text without what stands in angle brackets. A bracket that is not closed begins an element
/// that the link itself stands in.
fn without_elements(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once('<') {
        // Not an address of mail, as in "Jane <jane@example.org>": the name before it is enough.
        kept += before;
        kept.push(' ');
        match inside.split_once('>') {
            Some((_, after)) => rest = after,
            None => return kept,
        }
    }
    // Here the link stood in an element that ends now.
    match rest.split_once('>') {
        Some((attributes, after))
            if attributes.contains(['"', '\'', '=']) || attributes.is_empty() =>
        {
            kept + after
        }
        _ => kept + rest,
    }
}

/// The sender's name in the head of a mail, as in `From: Jane Doe <jane@example.org>`.
pub fn of_sender(line: &str) -> Option<String> {
    let (head, rest) = line.split_at_checked(5)?;
    if !head.eq_ignore_ascii_case("from:") {
        return None;
    }
    let name = rest.split('<').next().unwrap_or_default();
    let name = clean(trimmed(name));
    let name = if name.is_empty() {
        clean(trimmed(rest))
    } else {
        name
    };
    (!name.is_empty()).then_some(name)
}

/// What stands before a name in JSON.
pub const IN_JSON: &str = "\"name\":";

/// The last value of `"name"` in a piece of JSON.
pub fn in_json(line: &str) -> Option<String> {
    let (_, rest) = line.rsplit_once(IN_JSON)?;
    let rest = rest.trim_start().strip_prefix('"')?;
    let mut name = String::new();
    let mut letters = rest.chars();
    loop {
        match letters.next()? {
            '"' => return Some(clean(&name)),
            '\\' => match letters.next()? {
                'n' | 'r' | 't' => name.push(' '),
                'u' => {
                    let digits: String = letters.by_ref().take(4).collect();
                    let letter = u32::from_str_radix(&digits, 16).ok();
                    name.push(letter.and_then(char::from_u32).unwrap_or(' '));
                }
                letter => name.push(letter),
            },
            letter => name.push(letter),
        }
    }
}

/// A line above a link that may be the name of whoever sent it.
pub fn above(line: &str) -> Option<String> {
    let line = trimmed(line);
    let is_sentence = line.ends_with(['.', '!', '?']) || line.contains("://");
    let is_short = line.chars().count() <= 40 && line.split_whitespace().count() <= 5;
    let has_letter = line.chars().any(char::is_alphabetic);
    let is_row = line.contains(['\t', ';', '|']) || line.matches(',').count() > 1;
    (is_short && has_letter && !is_sentence && !is_row && !says_nothing(line)).then(|| clean(line))
}

/// Whether the head of a column says that names stand below.
pub fn is_head(cell: &str) -> bool {
    let cell = cell.trim().to_lowercase();
    let known = [
        "label",
        "student",
        "participant",
        "client",
        "person",
        "who",
        "learner",
    ];
    cell.split(|letter: char| !letter.is_alphanumeric())
        .any(|word| {
            matches!(
                word,
                "name" | "names" | "firstname" | "lastname" | "surname"
            )
        })
        || known.contains(&&*cell)
}

/// Whether a cell may be a name: it has a letter, and is no time, no mail address and no link.
pub fn may_be(cell: &str) -> bool {
    let cell = cell.trim();
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    let letters = cell.chars().filter(|letter| letter.is_alphabetic()).count();
    letters > digits && !cell.contains('@') && !cell.contains("://") && !says_nothing(cell)
}
