//! Pairs of record strings.

use super::seed::SplitMix;

/// Pairs in a task.
pub const PAIRS: usize = 24;

/// Two strings of a record, the same or different by one character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// What both are said to be above them.
    pub kind: StringKind,
    /// The string that stands first.
    pub one: String,
    /// The string that stands second, which may differ.
    pub other: String,
}

/// What a string of a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StringKind {
    /// Shaped like a diagnosis code.
    Code,
    /// A record number: digits with dashes.
    Record,
    /// An invented name, the family's first.
    Name,
    /// A date, as in `04/17/1986`.
    Date,
}

const KINDS: [StringKind; 4] = [
    StringKind::Code,
    StringKind::Record,
    StringKind::Name,
    StringKind::Date,
];

/// Characters that a font or a tired eye takes for one another. Nobody is
/// tested on these.
const ALIKE: [&str; 22] = [
    "0OoDQ", "1lIi7T", "2Z", "3B8E", "69", "4A", "5Ss6", "6Gb8", "8S0", "9gq0", "3958", "CGc",
    "EF", "UVuv", "VYvy", "MNmn", "PRB", "rn", "hnbdk", "aoe", "ceo", "jitlf",
];

/// Whether two characters can be taken for one another.
pub fn looks_alike(one: char, other: char) -> bool {
    one.eq_ignore_ascii_case(&other)
        || ALIKE
            .iter()
            .any(|group| group.contains(one) && group.contains(other))
}

/// Twenty-four pairs: six of each kind, three of them different.
pub(super) fn pairs(random: &mut SplitMix) -> Vec<Pair> {
    let each = PAIRS / KINDS.len();
    let mut pairs: Vec<_> = KINDS
        .into_iter()
        .flat_map(|kind| (0..each).map(move |index| (kind, index % 2 == 0)))
        .map(|(kind, same)| pair(kind, same, random))
        .collect();
    random.shuffle(&mut pairs);
    pairs
}

fn pair(kind: StringKind, same: bool, random: &mut SplitMix) -> Pair {
    let one = string(kind, random);
    let other = if same {
        one.clone()
    } else {
        with_one_changed(&one, random)
    };
    Pair { kind, one, other }
}

fn string(kind: StringKind, random: &mut SplitMix) -> String {
    let mut digits = |count: usize| -> String {
        (0..count)
            .map(|_| random.pick(&['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'], '0'))
            .collect()
    };
    match kind {
        StringKind::Code => {
            let (chapter, rest) = (digits(2), digits(3));
            let letter = random.pick(&['A', 'E', 'H', 'J', 'K', 'M', 'N', 'R', 'S', 'T'], 'K');
            let last = random.pick(&['A', 'D', 'K', 'X'], 'A');
            format!("{letter}{chapter}.{rest}{last}")
        }
        StringKind::Record => format!("{}-{}-{}", digits(3), digits(4), digits(2)),
        StringKind::Name => {
            let family = random.pick(&FAMILY, FAMILY[0]);
            let given = random.pick(&GIVEN, GIVEN[0]);
            format!("{family}, {given}")
        }
        StringKind::Date => {
            // From 10 to 19 a day stays a day, whatever its last digit.
            let (month, day) = (1 + random.below(12), 10 + random.below(10));
            format!("{month:02}/{day:02}/{}", 1940 + random.below(86))
        }
    }
}

/// Invented, and long enough to hide a letter in.
const FAMILY: [&str; 12] = [
    "Abernath",
    "Brindleworth",
    "Castellard",
    "Dunmarrow",
    "Eskelund",
    "Farrowgate",
    "Halvorsund",
    "Kestrelman",
    "Marchbank",
    "Oakenholt",
    "Pellworthy",
    "Thistlewood",
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
    let is_date = text.contains('/');
    // The first character of a name is too easy, and so is a date's century.
    let places: Vec<usize> = (1..characters.len())
        .filter(|place| characters[*place].is_ascii_alphanumeric())
        .filter(|place| !characters[*place].is_ascii_uppercase())
        .filter(|place| !is_date || DATE_PLACES.contains(place))
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
