//! The pages that need no app.

use crate::builtin::guide;
use crate::content::GuidePage;
use crate::say::{advisers, guide as say, lesson};

/// A page that needs no app: plain HTML without a script.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum StaticPage {
    /// How the quiz is scored.
    Scoring,
    /// A page of the guide.
    Guide(&'static GuidePage),
    /// Where the facts come from.
    Sources,
    /// For whoever advises or teaches.
    Advisers,
    /// A lesson for one class period.
    Lesson,
}

impl StaticPage {
    /// Every static page.
    pub fn all() -> impl Iterator<Item = Self> {
        let guide = guide().pages.iter().map(Self::Guide);
        [Self::Scoring].into_iter().chain(guide).chain([
            Self::Sources,
            Self::Advisers,
            Self::Lesson,
        ])
    }

    /// The path below the site's root, with a slash at its end.
    pub fn path(self) -> String {
        match self {
            Self::Scoring => "scoring/".to_owned(),
            Self::Guide(page) if page.id.is_empty() => "guide/".to_owned(),
            Self::Guide(page) => format!("guide/{}/", page.id),
            Self::Sources => "sources/".to_owned(),
            Self::Advisers => "advisers/".to_owned(),
            Self::Lesson => "advisers/lesson/".to_owned(),
        }
    }

    /// The way from the page to the site's root.
    pub fn root(self) -> String {
        "../".repeat(self.path().matches('/').count())
    }

    /// The title, without the site's name.
    pub fn title(self) -> &'static str {
        match self {
            Self::Scoring => say::scoring(),
            Self::Guide(page) => &page.title,
            Self::Sources => say::sources(),
            Self::Advisers => advisers::title(),
            Self::Lesson => lesson::title(),
        }
    }

    /// A sentence or two for search engines and previews.
    pub fn description(self) -> &'static str {
        match self {
            Self::Scoring => say::scoring_about(),
            Self::Guide(page) => &page.description,
            Self::Sources => say::sources_about(),
            Self::Advisers => advisers::about(),
            Self::Lesson => lesson::about(),
        }
    }
}
