//! The link: a result as a short code in an address's fragment.
//!
//! A fragment never reaches a server. How much a link holds is its maker's
//! choice ([`Disclosure`]); each kind of code has room for no more than that.
//! For every [`Shared`], `parse(print(s)) == s`; for every string, [`parse`]
//! gives a value or a [`ShareError`]. Nothing of a string that it refuses is
//! kept.
//!
//! # Version 1
//!
//! ```text
//! r= version parts [21 quick items] [17 more items] [5 conditions]
//!    [5 starting-point answers] [form right wrong] seal
//! t= version 7 × (answered sum) form right wrong seal
//! v= version 3 × number seal                     fit, low end, high end
//! o= version 21 quick items seal                 about somebody else
//! ```
//!
//! Items are digits of 7 values (none, 1 to 5, not sure), two to a symbol;
//! conditions of 4 (none, fine, hard, no), three to a symbol; starting-point
//! answers of 8 (none, declined, the options), two to a symbol. `parts` says
//! which of the optional parts follow. `answered` and `sum` count a trait's
//! answers and their keyed levels, a symbol each; a number of 0 to 100 takes
//! two symbols. Order and number are the content's, so the version is raised
//! with the content's edition.

mod answers_code;
mod link;
mod symbols;
mod tallies_code;
mod verdict;

pub use answers_code::AnswersCode;
pub use link::{Link, parse_link, print_link, within};
pub use symbols::{Kind, Reader, Writer};
pub use tallies_code::Tallies;

use std::fmt;

use symbols::SealError;

use crate::answers::Answers;
use crate::content::Quiz;
use crate::fit::{self, Fit, Headline};

/// The version that this build writes, equal to the quiz's edition.
pub const VERSION: u8 = 1;

/// What a link holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shared {
    /// The fit and its range, and nothing else.
    Verdict(Headline),
    /// What the seven scores are computed from, without the answers.
    Traits(Tallies),
    /// The answers, with the starting point only if the person chose so.
    Answers(Answers),
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
    /// Every answer.
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

    /// The scores; `None` where the link holds a verdict alone.
    pub fn fit(&self, quiz: &Quiz) -> Option<Fit> {
        match self {
            Self::Verdict(_) => None,
            Self::Traits(Tallies { traits, task }) => Some(fit::score_tallies(quiz, traits, *task)),
            Self::Answers(answers) | Self::Observed(answers) => Some(fit::score(quiz, answers)),
        }
    }

    /// The fit as it is shown; `None` where there is none, and for what somebody
    /// else sees in a person.
    pub fn headline(&self, quiz: &Quiz) -> Option<Headline> {
        match self {
            Self::Verdict(headline) => Some(*headline),
            Self::Observed(_) => None,
            Self::Traits(_) | Self::Answers(_) => {
                let overall = self.fit(quiz)?.overall.ok()?;
                Some(Headline::of(quiz, &overall))
            }
        }
    }

    const fn kind(&self) -> Kind {
        match self {
            Self::Verdict(_) => Kind::Verdict,
            Self::Traits(_) => Kind::Traits,
            Self::Answers(_) => Kind::Result,
            Self::Observed(_) => Kind::Observed,
        }
    }
}

/// Why a fragment is not a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareError {
    /// It was never one of our links.
    NotOurs,
    /// It was one of our links, and something in it has changed.
    Damaged,
    /// Its end is missing.
    CutOff,
    /// It is intact, and a newer version of the quiz made it.
    Newer,
}

impl fmt::Display for ShareError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotOurs => "not a link of this quiz",
            Self::Damaged => "a damaged link",
            Self::CutOff => "a link with its end missing",
            Self::Newer => "a link from a newer version of this quiz",
        })
    }
}

impl std::error::Error for ShareError {}

/// Writes a result as a fragment without its `#`: its kind and the code.
pub fn print(quiz: &Quiz, shared: &Shared) -> String {
    let mut body = Writer::default();
    match shared {
        Shared::Verdict(headline) => verdict::write(*headline, &mut body),
        Shared::Traits(tallies) => tallies.write(&mut body),
        Shared::Answers(answers) => AnswersCode::of(quiz).write(quiz, answers, &mut body),
        Shared::Observed(answers) => AnswersCode::of(quiz).write_quick(answers, &mut body),
    }
    close(shared.kind(), body)
}

/// Reads a fragment without its `#`.
///
/// # Errors
///
/// [`ShareError`]; see its variants.
pub fn parse(quiz: &Quiz, fragment: &str) -> Result<Shared, ShareError> {
    let text = without_appendix(fragment);
    let kind = [Kind::Result, Kind::Traits, Kind::Verdict, Kind::Observed]
        .into_iter()
        .find(|kind| text.starts_with(kind.prefix()))
        .ok_or(ShareError::NotOurs)?;
    let body = open(quiz, kind, text)?;
    let mut reader = Reader::new(&body);
    let answers = AnswersCode::of(quiz);
    let shared = match kind {
        Kind::Result => answers.read(quiz, &mut reader).map(Shared::Answers),
        Kind::Observed => answers.read_quick(quiz, &mut reader).map(Shared::Observed),
        Kind::Traits => Tallies::read(quiz, &mut reader).map(Shared::Traits),
        Kind::Verdict => verdict::read(&mut reader).map(Shared::Verdict),
        Kind::Saved | Kind::SavedAbout => None,
    };
    let shared = shared.ok_or(ShareError::NotOurs)?;
    reader.finish().ok_or(ShareError::NotOurs)?;
    Ok(shared)
}

/// The fragment without what apps hang on to links: parameters of their own, and
/// the punctuation of the sentence around it. Nothing of it is in the alphabet,
/// and the seal protects what is left.
fn without_appendix(fragment: &str) -> &str {
    let (code, _) = fragment.split_once('&').unwrap_or((fragment, ""));
    let code = code.strip_suffix("%20").unwrap_or(code);
    code.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '>', '\'', '"', ' '])
}

/// Checks seal and version, and gives the symbols after the version.
///
/// # Errors
///
/// As [`parse`].
pub fn open(quiz: &Quiz, kind: Kind, text: &str) -> Result<Vec<u8>, ShareError> {
    let (symbols, sealed) = symbols::parse(kind, text).map_err(|error| match error {
        SealError::Prefix => ShareError::NotOurs,
        SealError::TooShort => ShareError::CutOff,
        SealError::TooLong | SealError::Character | SealError::Checksum => ShareError::Damaged,
    })?;
    let (version, body) = symbols.split_first().ok_or(ShareError::CutOff)?;
    if sealed.is_err() {
        // A cut code is shorter than its own header says.
        let whole = match kind {
            Kind::Verdict => verdict::SYMBOLS,
            Kind::Traits => tallies_code::SYMBOLS,
            Kind::Observed => AnswersCode::of(quiz).quick_symbols(),
            Kind::Result | Kind::Saved | Kind::SavedAbout => {
                AnswersCode::of(quiz).symbols(body).unwrap_or(usize::MAX)
            }
        };
        let cut = *version == VERSION && body.len() < whole;
        return Err(if cut {
            ShareError::CutOff
        } else {
            ShareError::Damaged
        });
    }
    match *version {
        VERSION => Ok(body.to_vec()),
        0 => Err(ShareError::NotOurs),
        _ => Err(ShareError::Newer),
    }
}

/// Seals a body under the current version.
pub fn close(kind: Kind, body: Writer) -> String {
    let mut symbols = vec![VERSION];
    symbols.extend(body.finish());
    symbols::print(kind, &symbols)
}
