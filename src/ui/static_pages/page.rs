//! The pages that need no app.

use crate::builtin::guide;
use crate::content::GuidePage;

/// A page that needs no app: plain HTML without a script.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum StaticPage {
    /// How the quiz is scored.
    Scoring,
    /// A page of the guide.
    Guide(&'static GuidePage),
    /// Where the facts come from.
    Sources,
}

impl StaticPage {
    /// Every static page.
    pub fn all() -> impl Iterator<Item = Self> {
        let guide = guide().pages.iter().map(Self::Guide);
        [Self::Scoring]
            .into_iter()
            .chain(guide)
            .chain([Self::Sources])
    }

    /// The path below the site's root, with a slash at its end.
    pub fn path(self) -> String {
        match self {
            Self::Scoring => "scoring/".to_owned(),
            Self::Guide(page) if page.id.is_empty() => "guide/".to_owned(),
            Self::Guide(page) => format!("guide/{}/", page.id),
            Self::Sources => "sources/".to_owned(),
        }
    }

    /// The way from the page to the site's root.
    pub fn root(self) -> String {
        "../".repeat(self.path().matches('/').count())
    }

    /// The title, without the site's name.
    pub fn title(self) -> &'static str {
        match self {
            Self::Scoring => "How this is scored",
            Self::Guide(page) => &page.title,
            Self::Sources => "Facts and sources",
        }
    }

    /// A sentence or two for search engines and previews.
    pub fn description(self) -> &'static str {
        match self {
            Self::Scoring => {
                "Every item with its direction, every weight, every cut and every formula behind a \
                 Coder Fit result, and what it cannot say."
            }
            Self::Guide(page) => &page.description,
            Self::Sources => {
                "Every fact that Coder Fit shows, with its source and its date, and what we corrected in \
                 an older career guide."
            }
        }
    }
}
