//! Pairs of record entries, which grow harder: short ones, long ones, and some of two lines.

use super::seed::SplitMix;

/// Pairs of each kind in a task.
pub(super) const EACH: usize = 8;

/// Pairs in a task.
pub const PAIRS: usize = EACH * PairKind::ALL.len();

/// Two entries of a record, the same or different in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// How hard it is.
    pub kind: PairKind,
    /// What both are said to be above them, as in `Record number`.
    pub label: &'static str,
    /// The entry that stands first. Lines are parted by a line feed.
    pub one: String,
    /// The entry that stands second, which may differ.
    pub other: String,
}

/// How hard a pair is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PairKind {
    /// Short, and where they differ it is by one character that looks like no other.
    Short,
    /// Twelve characters or more. They differ in two neighbors that have changed places, or
    /// in a character that is easily taken for another.
    Long,
    /// Two lines, which differ by one character in one of them.
    TwoLines,
}

impl PairKind {
    /// The three, in the order of asking.
    pub const ALL: [Self; 3] = [Self::Short, Self::Long, Self::TwoLines];
}

/// Characters that a font or a tired eye takes for one another. In short pairs and in those of
/// two lines nobody is tested on these.
const ALIKE: [&str; 22] = [
    "0OoDQ", "1lIi7T", "2Z", "3B8E", "69", "4A", "5Ss6", "6Gb8", "8S0", "9gq0", "3958", "CGc",
    "EF", "UVuv", "VYvy", "MNmn", "PRB", "rn", "hnbdk", "aoe", "ceo", "jitlf",
];

/// What a long pair changes into what. The monospaced type of the entries, and the spelling for
/// those who listen, tell all of them apart.
const CONFUSED: [(&str, &str); 8] = [
    ("0", "O"),
    ("O", "0"),
    ("1", "I"),
    ("I", "1"),
    ("5", "S"),
    ("S", "5"),
    ("rn", "m"),
    ("m", "rn"),
];

/// Whether two characters can be taken for one another.
pub fn looks_alike(one: char, other: char) -> bool {
    one.eq_ignore_ascii_case(&other)
        || ALIKE
            .iter()
            .any(|group| group.contains(one) && group.contains(other))
}

/// The pairs in the order of asking: kind by kind, half of each kind different.
pub(super) fn pairs(random: &mut SplitMix) -> Vec<Pair> {
    let mut pairs = Vec::with_capacity(PAIRS);
    for kind in PairKind::ALL {
        let mut of_kind: Vec<_> = (0..EACH)
            .map(|place| match kind {
                PairKind::Short => short(place, random),
                PairKind::Long => long(place, random),
                PairKind::TwoLines => two_lines(place, random),
            })
            .collect();
        random.shuffle(&mut of_kind);
        pairs.extend(of_kind);
    }
    pairs
}

/// Codes, record numbers, dates and names, in turn; the first four are the same.
fn short(place: usize, random: &mut SplitMix) -> Pair {
    let (label, one) = match place % 4 {
        0 => ("Code", code(random)),
        1 => ("Record number", record_number(random)),
        2 => ("Date", date(random)),
        _ => ("Name", random.pick(&FAMILY, "Oakenholt").to_owned()),
    };
    let other = match place < EACH / 2 {
        true => one.clone(),
        false => with_one_changed(&one, random),
    };
    Pair {
        kind: PairKind::Short,
        label,
        one,
        other,
    }
}

/// Policy numbers and full names; of the second half, two have neighbors swapped and two
/// have a character that looks like another.
fn long(place: usize, random: &mut SplitMix) -> Pair {
    let (label, one) = match place % 2 {
        0 => ("Policy number", policy_number(random)),
        _ => ("Name", full_name(random)),
    };
    let other = match place {
        0..4 => one.clone(),
        4 | 5 => with_neighbors_swapped(&one, random),
        _ => with_one_confused(&one, random),
    };
    Pair {
        kind: PairKind::Long,
        label,
        one,
        other,
    }
}

/// A name above a date, a record number and a code; the first four are the same.
fn two_lines(place: usize, random: &mut SplitMix) -> Pair {
    let above = full_name(random);
    let below = [date(random), record_number(random), code(random)].join("  ");
    let changes_above = place.is_multiple_of(2);
    let other = match (place < EACH / 2, changes_above) {
        (true, _) => [&*above, &*below].join("\n"),
        (false, true) => [&*with_one_changed(&above, random), &*below].join("\n"),
        (false, false) => [&*above, &*with_one_changed(&below, random)].join("\n"),
    };
    Pair {
        kind: PairKind::TwoLines,
        label: "Entry",
        one: [above, below].join("\n"),
        other,
    }
}

fn digits(count: usize, random: &mut SplitMix) -> String {
    let digit = |_| random.pick(&DIGITS, '0');
    (0..count).map(digit).collect()
}

const DIGITS: [char; 10] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/// Shaped like a diagnosis code.
fn code(random: &mut SplitMix) -> String {
    let (chapter, rest) = (digits(2, random), digits(3, random));
    let letter = random.pick(&['A', 'E', 'H', 'J', 'K', 'M', 'N', 'R', 'S', 'T'], 'K');
    let last = random.pick(&['A', 'D', 'K', 'X'], 'A');
    format!("{letter}{chapter}.{rest}{last}")
}

fn record_number(random: &mut SplitMix) -> String {
    let (first, middle, last) = (digits(3, random), digits(4, random), digits(2, random));
    format!("{first}-{middle}-{last}")
}

/// As in `04/17/1986`.
fn date(random: &mut SplitMix) -> String {
    // From 10 to 19 a day stays a day, whatever its last digit.
    let (month, day) = (1 + random.below(12), 10 + random.below(10));
    format!("{month:02}/{day:02}/{}", 1940 + random.below(86))
}

/// Letters and digits, some of which look like each other.
fn policy_number(random: &mut SplitMix) -> String {
    const MIXED: [char; 12] = ['0', 'O', '1', 'I', '5', 'S', '2', '4', '7', 'H', 'K', 'X'];
    let mut group =
        |length: usize| -> String { (0..length).map(|_| random.pick(&MIXED, '0')).collect() };
    format!("{}-{}-{}", group(4), group(5), group(4))
}

/// The family's name first.
fn full_name(random: &mut SplitMix) -> String {
    let (family, given) = (random.pick(&FAMILY, ""), random.pick(&GIVEN, ""));
    format!("{family}, {given}")
}

/// Invented, and long enough to hide a letter in. Each has an `m` or an `rn`.
const FAMILY: [&str; 12] = [
    "Abernarm",
    "Brimworth",
    "Castlemard",
    "Dunmarrow",
    "Eskemarn",
    "Farnborrow",
    "Halvormund",
    "Kestermann",
    "Marchbarne",
    "Oakenholm",
    "Pellmorney",
    "Thornwoode",
];
const GIVEN: [&str; 12] = [
    "Adelina",
    "Bartram",
    "Corisande",
    "Desmonda",
    "Emmerich",
    "Fernanda",
    "Gregorio",
    "Henrika",
    "Leopold",
    "Marisela",
    "Perivale",
    "Rosalind",
];

/// The string with one character changed into another of its class that does
/// not look like it. A date stays a date, and a name stays speakable.
fn with_one_changed(text: &str, random: &mut SplitMix) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    let date = text.find('/').map(|slash| slash - 2);
    let changes_date = |place: usize| {
        let in_date = date.and_then(|start| place.checked_sub(start));
        in_date.is_none_or(|place| place >= DATE || DATE_PLACES.contains(&place))
    };
    // The first character of a name is too easy, and so is a date's century.
    let places: Vec<usize> = (1..characters.len())
        .filter(|place| characters[*place].is_ascii_alphanumeric())
        .filter(|place| !characters[*place].is_ascii_uppercase())
        .filter(|place| changes_date(*place))
        .collect();
    let place = random.pick(&places, 0);
    let from = characters[place];
    let others: Vec<char> = class(from)
        .chars()
        .filter(|to| !looks_alike(from, *to))
        .collect();
    characters[place] = random.pick(&others, from);
    characters.into_iter().collect()
}

/// Characters of a date.
const DATE: usize = 10;

/// In `MM/DD/YYYY`: the last digits of day and year, which can be any.
const DATE_PLACES: [usize; 2] = [4, 9];

fn class(character: char) -> &'static str {
    const VOWELS: &str = "aeiou";
    const CONSONANTS: &str = "bdfghklmnprstvw";
    match character {
        '0'..='9' => "0123456789",
        vowel if VOWELS.contains(vowel) => VOWELS,
        _ => CONSONANTS,
    }
}

/// The string with two different neighbors in each other's place. Capitals and marks stay where
/// they are: a name that begins with a small letter could be seen at once.
fn with_neighbors_swapped(text: &str, random: &mut SplitMix) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    let is_name = text.contains(',');
    let can_move = |character: char| {
        character.is_ascii_lowercase() || !is_name && character.is_ascii_alphanumeric()
    };
    let places: Vec<usize> = (2..characters.len())
        .filter(|place| {
            let (before, here) = (characters[place - 1], characters[*place]);
            can_move(before) && can_move(here) && before != here
        })
        .collect();
    let place = random.pick(&places, 1);
    characters.swap(place - 1, place);
    characters.into_iter().collect()
}

/// The string with one of its characters taken for another; see [`CONFUSED`]. A policy number in a
/// few thousand has none that could be, and gets two neighbors swapped.
fn with_one_confused(text: &str, random: &mut SplitMix) -> String {
    let found = CONFUSED.iter().flat_map(|(from, to)| {
        let places = text.match_indices(from);
        places.map(move |(place, _)| (place, *from, *to))
    });
    let found: Vec<_> = found.collect();
    if found.is_empty() {
        return with_neighbors_swapped(text, random);
    }
    let (place, from, to) = random.pick(&found, (0, "", ""));
    let (before, rest) = text.split_at(place);
    [before, to, &rest[from.len()..]].concat()
}
