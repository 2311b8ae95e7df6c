//! One result, as much of it as its maker wants to tell.

use crate::answers::Answers;
use crate::charts::Summary;
use crate::code::{self, CodeError, Invalid, Kind, Reader, Writer};
use crate::content::Quiz;
use crate::fit::{self, Fit, Headline};

use super::charts::Charts;
use super::tallies::Tallies;

/// What a link holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shared {
    /// The fit and its range, and nothing else.
    Verdict(Headline),
    /// What the seven scores are computed from, without the answers.
    Traits(Tallies),
    /// The answers, with the starting point only if the person chose so.
    Answers(Answers),
    /// The same, and how charts to be coded went.
    Everything(Answers, Charts),
    /// What somebody who knows a person answered about them.
    Observed(Answers),
}

/// How much of a result a link is to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disclosure {
    /// The fit and its range.
    Verdict,
    /// The seven scores too.
    Traits,
    /// Every answer but the starting point.
    Answers,
    /// Every answer, and how charts went: see [`Shared::everything`].
    AnswersAndStart,
}

impl Shared {
    /// As much of these answers as is to be told; `None` for a verdict where too
    /// little was answered for one.
    pub fn of(quiz: &Quiz, answers: &Answers, disclosure: Disclosure) -> Option<Self> {
        Some(match disclosure {
            Disclosure::Verdict => {
                let overall = fit::score(quiz, answers).overall.ok()?;
                Self::Verdict(Headline::of(quiz, &overall))
            }
            Disclosure::Traits => Self::Traits(Tallies::of(quiz, answers)),
            Disclosure::Answers => Self::Answers(answers.without_start()),
            Disclosure::AnswersAndStart => Self::Answers(answers.clone()),
        })
    }

    /// All that there is: every answer, and how charts went that were seen to their end.
    pub fn everything(answers: &Answers, charts: &Summary) -> Self {
        let answers = answers.clone();
        match Charts::of(charts) {
            None => Self::Answers(answers),
            Some(charts) => Self::Everything(answers, charts),
        }
    }

    /// A person's own answers; `None` where the link holds none.
    pub const fn answers(&self) -> Option<&Answers> {
        match self {
            Self::Answers(answers) | Self::Everything(answers, _) => Some(answers),
            Self::Verdict(_) | Self::Traits(_) | Self::Observed(_) => None,
        }
    }

    /// How charts went; `None` where the link does not say.
    pub const fn charts(&self) -> Option<&Charts> {
        match self {
            Self::Everything(_, charts) => Some(charts),
            _ => None,
        }
    }

    /// The scores; `None` where the link holds a verdict alone.
    pub fn fit(&self, quiz: &Quiz) -> Option<Fit> {
        match self {
            Self::Verdict(_) => None,
            Self::Traits(Tallies { traits, task }) => Some(fit::score_tallies(quiz, traits, *task)),
            Self::Answers(answers) | Self::Everything(answers, _) | Self::Observed(answers) => {
                Some(fit::score(quiz, answers))
            }
        }
    }

    /// The fit as it is shown; `None` where there is none, and for what somebody
    /// else sees in a person.
    pub fn headline(&self, quiz: &Quiz) -> Option<Headline> {
        match self {
            Self::Verdict(headline) => Some(*headline),
            Self::Observed(_) => None,
            Self::Traits(_) | Self::Answers(_) | Self::Everything(..) => {
                let overall = self.fit(quiz)?.overall.ok()?;
                Some(Headline::of(quiz, &overall))
            }
        }
    }

    const fn kind(&self) -> Kind {
        match self {
            Self::Verdict(_) => Kind::Verdict,
            Self::Traits(_) => Kind::Traits,
            Self::Answers(_) | Self::Everything(..) => Kind::Result,
            Self::Observed(_) => Kind::Observed,
        }
    }
}

/// Writes a result as a code.
pub fn print(quiz: &Quiz, shared: &Shared) -> String {
    let mut body = Writer::default();
    match shared {
        Shared::Verdict(headline) => write_verdict(*headline, &mut body),
        Shared::Traits(tallies) => tallies.write(&mut body),
        Shared::Answers(answers) => code::write_answers(quiz, answers, &mut body),
        Shared::Everything(answers, charts) => {
            code::write_answers(quiz, answers, &mut body);
            charts.write(&mut body);
        }
        Shared::Observed(answers) => code::write_quick_items(quiz, answers, &mut body),
    }
    code::close(shared.kind(), body)
}

/// Reads the code of one result.
///
/// # Errors
///
/// [`CodeError`]; see its variants.
pub fn parse(quiz: &Quiz, text: &str) -> Result<Shared, CodeError> {
    type Read = fn(&Quiz, &mut Reader) -> Result<Shared, Invalid>;
    let kind = Kind::of(text).ok_or(CodeError::NotOurs)?;
    let read: Read = match kind {
        Kind::Result => |quiz, reader| {
            let answers = code::read_answers(quiz, reader)?;
            Ok(match Charts::read(reader)? {
                None => Shared::Answers(answers),
                Some(charts) => Shared::Everything(answers, charts),
            })
        },
        Kind::Traits => |quiz, reader| Tallies::read(quiz, reader).map(Shared::Traits),
        Kind::Verdict => |_, reader| read_verdict(reader).map(Shared::Verdict),
        Kind::Observed => |quiz, reader| code::read_quick_items(quiz, reader).map(Shared::Observed),
        Kind::Saved | Kind::SavedAbout | Kind::Chart => return Err(CodeError::NotOurs),
    };
    let mut reader = code::open(kind, text)?;
    let shared = read(quiz, &mut reader)?;
    reader.finish()?;
    Ok(shared)
}

/// A number of 0 to 100 takes two symbols.
const SYMBOLS: usize = 2;

fn write_verdict(Headline { fit, low, high }: Headline, writer: &mut Writer) {
    for number in [fit, low, high] {
        writer.number(u32::from(number), SYMBOLS);
    }
}

fn read_verdict(reader: &mut Reader) -> Result<Headline, Invalid> {
    let mut number = || u8::try_from(reader.number(SYMBOLS)).map_err(|_| Invalid);
    Headline::new(number()?, number()?, number()?).ok_or(Invalid)
}
