//! Small invented charts, half of which contradict themselves.
//!
//! Each contradiction can be found by reading alone; none needs any knowledge
//! of medicine or of codes.

use super::seed::SplitMix;

/// Charts in a task: one of each shape.
pub const CHARTS: usize = 6;

/// An invented record of a hospital stay, of a few lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// Its lines, from the top.
    pub lines: Vec<Line>,
    /// Whether everything in it fits together.
    pub is_sound: bool,
}

/// A line of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What stands before it, such as `Reason for stay`.
    pub label: &'static str,
    /// What stands behind the label.
    pub text: String,
}

/// One chart of each shape, in another order, three of them sound.
pub(super) fn charts(random: &mut SplitMix) -> Vec<Chart> {
    let mut sound = [true, true, true, false, false, false];
    random.shuffle(&mut sound);
    let mut charts: Vec<_> = SHAPES
        .into_iter()
        .zip(sound)
        .map(|(shape, is_sound)| Chart {
            lines: shape(random, is_sound)
                .into_iter()
                .map(|(label, text)| Line { label, text })
                .collect(),
            is_sound,
        })
        .collect();
    random.shuffle(&mut charts);
    charts
}

type Lines = Vec<(&'static str, String)>;
type Shape = fn(&mut SplitMix, bool) -> Lines;

const SHAPES: [Shape; CHARTS] = [side, stay, code_list, age, allergy, count];

/// Left and right.
fn side(random: &mut SplitMix, sound: bool) -> Lines {
    let part = random.pick(&["wrist", "knee", "ankle"], "wrist");
    let (side, opposite) = random.pick(&[("left", "right"), ("right", "left")], ("left", "right"));
    let treated = if sound { side } else { opposite };
    vec![
        ("Reason for stay", format!("Broken {side} {part}")),
        ("Image", format!("X-ray of the {side} {part}: clear break")),
        ("Treatment", format!("Cast on the {treated} {part}")),
        ("Going home", "Rest for six weeks".to_owned()),
    ]
}

/// Nights against dates.
fn stay(random: &mut SplitMix, sound: bool) -> Lines {
    let first = 3 + random.below(15);
    let nights = 2 + random.below(5);
    let written = if sound { nights } else { nights + 2 };
    vec![
        ("Came in", format!("March {first}")),
        ("Went home", format!("March {}", first + nights)),
        ("Nights in hospital", written.to_string()),
        ("Reason for stay", "Lung infection".to_owned()),
    ]
}

/// A line against the list of codes that stands above it.
fn code_list(random: &mut SplitMix, sound: bool) -> Lines {
    let mut codes = ["Q41", "Q47", "Q52"];
    random.shuffle(&mut codes);
    let [burn, cough, fever] = codes;
    let used = if sound { burn } else { cough };
    vec![
        (
            "Code list",
            format!("{burn} burn, {cough} cough, {fever} fever"),
        ),
        ("Reason for stay", "Burn on the hand".to_owned()),
        ("Treatment", "Cleaned and covered".to_owned()),
        ("Code", used.to_owned()),
    ]
}

/// Age against year of birth. The birthday is always past, so a subtraction will do.
fn age(random: &mut SplitMix, sound: bool) -> Lines {
    let age = 30 + random.below(40);
    let written = if sound { age } else { age + 10 };
    vec![
        ("Born", format!("January 2, {}", 2020 - age)),
        ("Came in", "May 11, 2020".to_owned()),
        ("Age", written.to_string()),
        ("Reason for stay", "Hip operation, as planned".to_owned()),
    ]
}

/// What must not be given against what was.
fn allergy(random: &mut SplitMix, sound: bool) -> Lines {
    let (must_not, other) = random.pick(
        &[("aspirin", "penicillin"), ("penicillin", "aspirin")],
        ("aspirin", "penicillin"),
    );
    let given = if sound { other } else { must_not };
    vec![
        ("Allergy", format!("Must not have {must_not}")),
        ("Reason for stay", "Fever".to_owned()),
        ("Day 1", format!("Given {given}, twice")),
        ("Day 2", "No fever".to_owned()),
    ]
}

/// A number against the things that it counts.
fn count(random: &mut SplitMix, sound: bool) -> Lines {
    let parts = ["hand", "foot", "chin", "knee"];
    let listed = 2 + random.below(2);
    let written = if sound { listed } else { listed + 1 };
    vec![
        ("Reason for stay", "Fall from a ladder".to_owned()),
        ("Cuts closed", written.to_string()),
        ("Where", parts[..listed].join(", ")),
        ("Going home", "Stitches out in ten days".to_owned()),
    ]
}
