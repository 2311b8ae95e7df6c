//! What is on the screen.

use super::page::Page;
use crate::session::Subject;
use crate::share::{CodeError, Link, Shared};

/// What is on the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum View {
    /// The landing page.
    Landing,
    /// The reader's own quiz, at its stage.
    Quiz,
    /// The reader's quiz about somebody else, at its stage.
    Someone,
    /// The result page before the fragment has been read.
    Opening,
    /// The reader's own result.
    Own,
    /// A result that came by link. It never touches the reader's own quiz.
    Theirs(Shared),
    /// Two results side by side.
    Compare(Sides),
    /// A link that cannot be read, and why.
    BadLink(CodeError),
    /// The result page without a link and without a finished quiz.
    Nothing,
    /// Charts to be coded. What is done with them is no part of the visit: its view knows,
    /// which comes with the charts themselves.
    Try,
    /// The results of a group. What is in it is no part of the visit either.
    Group,
    /// What an adviser hands out. What they have chosen is no part of the visit.
    Handouts,
}

/// What is compared.
#[derive(Clone, Debug, PartialEq)]
pub enum Sides {
    /// The reader's own result, and one that came by link.
    OwnWith(Shared),
    /// Two that came by link.
    Two(Shared, Shared),
}

impl Sides {
    /// The link that shows the same. It holds nothing of the reader's own.
    pub fn link(&self) -> Link {
        match self.clone() {
            Self::OwnWith(shared) => Link::WithOwn(shared),
            Self::Two(one, other) => Link::Two(one, other),
        }
    }
}

impl View {
    /// What a page shows before device and address have been asked.
    pub const fn first(page: Page) -> Self {
        match page {
            Page::Landing => Self::Landing,
            Page::Quiz => Self::Quiz,
            Page::Someone => Self::Someone,
            Page::Result => Self::Opening,
            Page::Try => Self::Try,
            Page::Group => Self::Group,
            Page::Handouts => Self::Handouts,
        }
    }

    /// The page that shows it.
    pub const fn page(&self) -> Page {
        match self {
            Self::Landing => Page::Landing,
            Self::Quiz => Page::Quiz,
            Self::Someone => Page::Someone,
            Self::Opening
            | Self::Own
            | Self::Theirs(_)
            | Self::Compare(_)
            | Self::BadLink(_)
            | Self::Nothing => Page::Result,
            Self::Try => Page::Try,
            Self::Group => Page::Group,
            Self::Handouts => Page::Handouts,
        }
    }

    /// Whether it shows questions, of either quiz.
    pub const fn asks(&self) -> bool {
        matches!(self, Self::Quiz | Self::Someone)
    }

    /// About whom the quiz on the screen is; the reader where there is none.
    pub const fn subject(&self) -> Subject {
        match self {
            Self::Someone => Subject::Someone,
            _ => Subject::Me,
        }
    }
}
