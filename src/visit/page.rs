//! The pages that the app shows, with their addresses.

/// A page with an address of its own. Nothing personal is ever part of a path, because
/// paths reach servers.
///
/// A few pages need no router, and one that keeps its place in the fragment would
/// collide with links.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// What the quiz is, and the way in.
    Landing,
    /// The questions and the review of the answers.
    Quiz,
    /// The quick questions about somebody else.
    Someone,
    /// A result, the reader's own or one that came by link.
    Result,
    /// Charts to be coded.
    Try,
    /// The results of a group, for whoever advises it.
    Group,
    /// What an adviser hands out.
    Handouts,
}

impl Page {
    /// Every page.
    pub const ALL: [Self; 7] = [
        Self::Landing,
        Self::Quiz,
        Self::Someone,
        Self::Result,
        Self::Try,
        Self::Group,
        Self::Handouts,
    ];

    /// The path below the site's root, empty or with a slash at its end.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Landing => "",
            Self::Quiz => "quiz/",
            Self::Someone => "someone/",
            Self::Result => "result/",
            Self::Try => "try/",
            Self::Group => "group/",
            Self::Handouts => "handouts/",
        }
    }

    /// The way from the page to the site's root. Every address in a page is
    /// written from here, so that the site works under any sub-path.
    pub const fn root(self) -> &'static str {
        match self {
            Self::Landing => "./",
            Self::Quiz
            | Self::Someone
            | Self::Result
            | Self::Try
            | Self::Group
            | Self::Handouts => "../",
        }
    }

    /// The page's name in the document, for the app to know where it starts.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Landing => "landing",
            Self::Quiz => "quiz",
            Self::Someone => "someone",
            Self::Result => "result",
            Self::Try => "try",
            Self::Group => "group",
            Self::Handouts => "handouts",
        }
    }

    /// The page with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.name() == name)
    }

    /// An address of another page, as seen from this one.
    pub fn link(self, to: Self) -> String {
        [self.root(), to.path()].concat()
    }
}
