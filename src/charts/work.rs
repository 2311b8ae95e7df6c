//! One chart in progress or done, as a state machine.

use super::content::{AXES, Chart, Presence, Step};

/// A line of the record, by its place from the top.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineAt(pub usize);

/// A code of the book, by its place there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CodeAt(pub usize);

impl CodeAt {
    /// The place of a code; `None` where the book has none such.
    pub fn of(chart: &Chart, code: &str) -> Option<Self> {
        let place = chart.book.iter().position(|entry| entry.code == code);
        place.map(Self)
    }
}

/// A diagnosis that the reader has chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Which one.
    pub code: CodeAt,
    /// Whether it was present on admission, as far as that was said.
    pub presence: Option<Presence>,
}

/// What is done about something that the record leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// It is coded as it stands.
    Code,
    /// It is left out.
    Leave,
    /// The doctor is asked.
    Ask,
}

impl Act {
    /// All three, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Code, Self::Leave, Self::Ask];
}

/// What is asked about how it felt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feeling {
    /// Did you want to know how it ends?
    Curious,
    /// Would you do another?
    Another,
    /// Could you do this most of a day?
    Daily,
}

impl Feeling {
    /// All three, in the order in which they are asked.
    pub const ALL: [Self; 3] = [Self::Curious, Self::Another, Self::Daily];
}

/// An answer to a [`Feeling`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// Yes.
    Yes,
    /// Not sure.
    Unsure,
    /// No.
    No,
}

impl Mood {
    /// All three, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Yes, Self::Unsure, Self::No];
}

/// How it felt, as far as that was said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Felt {
    /// Did you want to know how it ends?
    pub curious: Option<Mood>,
    /// Would you do another?
    pub another: Option<Mood>,
    /// Could you do this most of a day?
    pub daily: Option<Mood>,
}

impl Felt {
    /// The answer to one of the three.
    pub const fn get(self, feeling: Feeling) -> Option<Mood> {
        match feeling {
            Feeling::Curious => self.curious,
            Feeling::Another => self.another,
            Feeling::Daily => self.daily,
        }
    }

    /// With this answer to one of the three.
    #[must_use]
    pub const fn with(mut self, feeling: Feeling, mood: Option<Mood>) -> Self {
        match feeling {
            Feeling::Curious => self.curious = mood,
            Feeling::Another => self.another = mood,
            Feeling::Daily => self.daily = mood,
        }
        self
    }
}

/// How much of a chart was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Codes of the key that were chosen, in whatever order, with that of the operation.
    pub found: usize,
    /// Codes of the key in all.
    pub wanted: usize,
    /// Codes that were chosen and that the record does not support.
    pub unsupported: usize,
}

/// What a reader does with a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Marks a line of the record, or takes the mark away.
    Mark(LineAt),
    /// Chooses a code.
    Add(CodeAt),
    /// Takes a code back.
    Remove(CodeAt),
    /// Makes a code the principal one.
    First(CodeAt),
    /// Moves a code one place up.
    Earlier(CodeAt),
    /// Moves a code one place down.
    Later(CodeAt),
    /// Says whether a code was present on admission.
    Say(CodeAt, Presence),
    /// Gives the operation's code a value at this character, from 0. What stood behind it
    /// is taken away.
    Build(usize, char),
    /// Takes the operation's code away.
    TakeApart,
    /// Decides about what the record leaves open.
    Decide(Act),
    /// Asks the doctor the question at this place, from 0.
    Inquire(usize),
    /// Goes on to the next step.
    Continue,
    /// Goes one step back. What was seen cannot be unseen.
    Back,
    /// Says how it felt.
    Feel(Feeling, Mood),
    /// Begins this chart anew.
    Again,
}

/// What a reader has done with one chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    /// Where the reader is.
    pub step: Step,
    /// For each line of the record, whether it is marked.
    pub marks: Vec<bool>,
    /// The diagnoses, the principal one first. None is there twice.
    pub codes: Vec<Chosen>,
    /// The operation's code, as far as it is built.
    pub built: String,
    /// What is done about what the record leaves open.
    pub act: Option<Act>,
    /// Which question the doctor is asked, from 0.
    pub inquiry: Option<usize>,
    /// How it felt.
    pub felt: Felt,
}

impl Work {
    /// A chart that nobody has touched.
    pub fn new(chart: &Chart) -> Self {
        Self {
            step: Step::Read,
            marks: vec![false; chart.lines().count()],
            codes: Vec::new(),
            built: String::new(),
            act: None,
            inquiry: None,
            felt: Felt::default(),
        }
    }

    /// The steps that a chart has.
    pub fn steps(chart: &Chart) -> impl Iterator<Item = Step> {
        let builds = chart.procedure.is_some();
        Step::ALL
            .into_iter()
            .filter(move |step| *step != Step::Build || builds)
    }

    /// Whether the key was shown.
    pub fn is_seen(&self) -> bool {
        self.step == Step::See
    }

    /// Whether a line is marked.
    pub fn is_marked(&self, line: LineAt) -> bool {
        self.marks.get(line.0).copied().unwrap_or_default()
    }

    /// The place of a code among those that were chosen.
    pub fn place(&self, code: CodeAt) -> Option<usize> {
        self.codes.iter().position(|chosen| chosen.code == code)
    }

    /// The operation's code, if it is whole.
    pub fn procedure(&self) -> Option<&str> {
        (self.built.chars().count() == AXES).then_some(&self.built)
    }

    /// The work after this action; `None` where it has no effect.
    pub fn step(&self, chart: &Chart, action: Action) -> Option<Self> {
        let mut next = self.clone();
        match action {
            Action::Again => next = Self::new(chart),
            Action::Feel(feeling, mood) if self.is_seen() => {
                next.felt = next.felt.with(feeling, Some(mood));
            }
            Action::Continue => next.step = Self::steps(chart).find(|step| *step > self.step)?,
            // From here on the key is known, and a choice would be none.
            _ if self.is_seen() => return None,
            Action::Feel(..) => return None,
            Action::Back => {
                next.step = Self::steps(chart).filter(|step| *step < self.step).last()?;
            }
            Action::Mark(line) => {
                let mark = next.marks.get_mut(line.0)?;
                *mark = !*mark;
            }
            Action::Add(code) => {
                let entry = chart.book.get(code.0)?;
                if entry.billable && self.place(code).is_none() {
                    next.codes.push(Chosen {
                        code,
                        presence: None,
                    });
                }
            }
            Action::Remove(code) => next.codes.retain(|chosen| chosen.code != code),
            Action::First(code) => {
                let chosen = next.codes.remove(self.place(code)?);
                next.codes.insert(0, chosen);
            }
            Action::Earlier(code) => {
                let place = self.place(code)?;
                next.codes.swap(place.checked_sub(1)?, place);
            }
            Action::Later(code) => {
                let place = self.place(code)?;
                if place + 1 < next.codes.len() {
                    next.codes.swap(place, place + 1);
                }
            }
            Action::Say(code, presence) => {
                let place = self.place(code)?;
                next.codes.get_mut(place)?.presence = Some(presence);
            }
            Action::Build(axis, sign) => {
                let given = Self::given(chart);
                let before = match self.built.is_empty() {
                    true => &given,
                    false => &self.built,
                };
                let kept = before.chars().take(axis);
                let built: String = kept.chain([sign]).collect();
                if built.chars().count() != axis + 1 || !Self::can_be_built(chart, &built) {
                    return None;
                }
                next.built = Self::completed(chart, built);
            }
            Action::TakeApart => next.built.clear(),
            Action::Decide(act) => {
                chart.doubt.as_ref()?;
                next.act = Some(act);
                if act != Act::Ask {
                    next.inquiry = None;
                }
            }
            Action::Inquire(question) => {
                let doubt = chart.doubt.as_ref()?;
                doubt.questions.get(question)?;
                next.act = Some(Act::Ask);
                next.inquiry = Some(question);
            }
        }
        (next != *self).then_some(next)
    }

    /// The values that the tables have for the next character behind these.
    pub fn next_values(chart: &Chart, built: &str) -> Vec<char> {
        let Some(procedure) = &chart.procedure else {
            return Vec::new();
        };
        let axis = built.chars().count();
        let Some(values) = procedure.axes.get(axis).map(|axis| &axis.values) else {
            return Vec::new();
        };
        let signs = values.iter().map(|value| value.sign);
        signs
            .filter(|sign| {
                procedure.rows.iter().any(|row| {
                    let wanted = built.chars().chain([*sign]);
                    row.iter()
                        .zip(wanted)
                        .all(|(signs, sign)| signs.contains(sign))
                })
            })
            .collect()
    }

    /// What is built before the reader has chosen anything: the characters that are the
    /// same in all of the tables here.
    pub fn given(chart: &Chart) -> String {
        Self::completed(chart, String::new())
    }

    /// Adds the characters for which the tables leave no choice.
    fn completed(chart: &Chart, mut built: String) -> String {
        while let [only] = Self::next_values(chart, &built)[..] {
            built.push(only);
        }
        built
    }

    fn can_be_built(chart: &Chart, built: &str) -> bool {
        let mut before = String::new();
        built.chars().all(|sign| {
            let is_there = Self::next_values(chart, &before).contains(&sign);
            before.push(sign);
            is_there
        })
    }

    /// Whether these characters stand in a table together, so far.
    pub(super) fn is_buildable(chart: &Chart, built: &str) -> bool {
        built.chars().count() <= AXES && Self::can_be_built(chart, built)
    }
}
