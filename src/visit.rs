//! What the reader is looking at: pages, their own quiz, and results that came
//! by link. Pure, like [`session`](crate::session); the browser is told of
//! changes by one hook.

use crate::content::Quiz;
use crate::fit::quality;
use crate::session::{Action, Session, Stage};
use crate::share::{self, ShareError, Shared};

/// A page with an address of its own. Nothing personal is ever part of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The landing page.
    Landing,
    /// The questions and the check page.
    Quiz,
    /// A result.
    Result,
}

impl Page {
    /// Every page.
    pub const ALL: [Self; 3] = [Self::Landing, Self::Quiz, Self::Result];

    /// The path below the site's root, empty or with a slash at its end.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Landing => "",
            Self::Quiz => "quiz/",
            Self::Result => "result/",
        }
    }

    /// The way from the page to the site's root. Every address in a page is
    /// written from here, so that the site works under any sub-path.
    pub const fn root(self) -> &'static str {
        match self {
            Self::Landing => "./",
            Self::Quiz | Self::Result => "../",
        }
    }

    /// The page's name in the document, for the app to know where it starts.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Landing => "landing",
            Self::Quiz => "quiz",
            Self::Result => "result",
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

/// What is on the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum View {
    /// The landing page.
    Landing,
    /// The reader's own quiz, at its stage.
    Quiz,
    /// The result page before the fragment has been read.
    Opening,
    /// The reader's own result.
    Own,
    /// A result that came by link. It never touches the reader's own quiz.
    Theirs(Shared),
    /// A link that is not a result.
    BadLink(ShareError),
    /// The result page without a link and without a finished quiz.
    Nothing,
}

impl View {
    /// The page that shows it.
    pub const fn page(&self) -> Page {
        match self {
            Self::Landing => Page::Landing,
            Self::Quiz => Page::Quiz,
            Self::Opening | Self::Own | Self::Theirs(_) | Self::BadLink(_) | Self::Nothing => {
                Page::Result
            }
        }
    }
}

/// Whether answers are being kept on the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// The device has not been asked yet.
    Unknown,
    /// Each answer is kept.
    Kept,
    /// The device keeps nothing, for example in a private window.
    Refused,
    /// Something was kept that cannot be read, and it was left alone.
    Unreadable,
}

/// The whole state of the app.
#[derive(Clone, Debug, PartialEq)]
pub struct Visit {
    /// The reader's own quiz.
    pub own: Session,
    /// What is on the screen.
    pub view: View,
    /// Whether answers are being kept.
    pub keeping: Keeping,
    /// The quiz was found on the device and goes on where it stopped.
    pub resumed: bool,
    /// What "Start again" erased, until the new quiz goes on.
    pub erased: Option<Session>,
    /// The quiz went on in another tab.
    pub other_tab: bool,
    /// Keys 1 to 6 pick an option.
    pub number_keys: bool,
    /// The browser has a share sheet.
    pub share_sheet: bool,
    /// The site's root as a whole address; empty before the browser was asked.
    pub site: String,
}

/// What the device and the address say when the page is loaded.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival {
    /// The quiz that the device or the browser's history kept.
    pub own: Option<Session>,
    /// Whether answers can be kept.
    pub keeping: Keeping,
    /// Whether number keys are wanted.
    pub number_keys: bool,
    /// Whether the browser has a share sheet.
    pub share_sheet: bool,
    /// The site's root.
    pub site: String,
    /// The fragment as a result; `None` where there is no fragment.
    pub link: Option<Result<Shared, ShareError>>,
}

/// Something that happens to a visit.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The page was loaded.
    Arrive(Arrival),
    /// The reader acts on their own quiz.
    Quiz(Action),
    /// The reader wants back what "Start again" erased.
    BringBack,
    /// Time was taken. Whatever is on the screen stays there.
    Spent(Action),
    /// The reader goes to a page.
    Open(Page),
    /// The reader put another fragment into the address bar.
    Fragment(Option<Result<Shared, ShareError>>),
    /// The browser's history leads to a result.
    Link(Option<Result<Shared, ShareError>>),
    /// Another tab saved a quiz or erased it; the later answer wins.
    OtherTab(Option<Session>),
    /// Keeping an answer worked or failed.
    Keep(Keeping),
    /// Number keys are wanted or not.
    NumberKeys(bool),
}

impl Visit {
    /// The first sight of a page: what the prerendered HTML shows.
    pub fn new(quiz: &Quiz, page: Page) -> Self {
        Self {
            own: Session::new(quiz),
            view: match page {
                Page::Landing => View::Landing,
                Page::Quiz => View::Quiz,
                Page::Result => View::Opening,
            },
            keeping: Keeping::Unknown,
            resumed: false,
            erased: None,
            other_tab: false,
            number_keys: true,
            share_sheet: false,
            site: String::new(),
        }
    }

    /// The visit after an event.
    pub fn after(&self, quiz: &Quiz, event: Event) -> Self {
        let mut next = self.clone();
        match event {
            Event::Arrive(arrival) => next.arrive(quiz, arrival),
            Event::Quiz(action) => {
                if let Some(own) = next.own.step(quiz, action) {
                    next.resumed = false;
                    next.other_tab = false;
                    let erased = std::mem::replace(&mut next.own, own);
                    match action {
                        Action::Restart => next.erased = Some(erased),
                        Action::Choose(..) => {}
                        _ => next.erased = None,
                    }
                }
                next.view = next.own_view();
            }
            Event::BringBack => {
                if let Some(erased) = next.erased.take() {
                    next.own = erased;
                    next.view = next.own_view();
                }
            }
            Event::Spent(action) => {
                if let Some(own) = next.own.step(quiz, action) {
                    next.own = own;
                }
            }
            Event::Open(Page::Landing) => next.view = View::Landing,
            Event::Open(Page::Quiz) => next.view = next.own_view(),
            Event::Open(Page::Result) => next.open(quiz, None),
            Event::Fragment(link) => {
                // Elsewhere a fragment says nothing.
                if next.view.page() == Page::Result {
                    next.open(quiz, link);
                }
            }
            Event::Link(link) => next.open(quiz, link),
            Event::OtherTab(own) => {
                next.own = own.unwrap_or_else(|| Session::new(quiz));
                next.other_tab = true;
                if matches!(next.view, View::Quiz | View::Own) {
                    next.view = next.own_view();
                }
            }
            Event::Keep(keeping) => next.keeping = keeping,
            Event::NumberKeys(wanted) => next.number_keys = wanted,
        }
        next
    }

    /// The whole address of the reader's own result; with the starting point
    /// only where the reader wants it there.
    pub fn own_link(&self, quiz: &Quiz, with_start: bool) -> String {
        let answers = if with_start {
            self.own.answers.clone()
        } else {
            self.own.answers.without_start()
        };
        let code = share::print(quiz, &Shared { answers });
        [&self.site, Page::Result.path(), "#", &code].concat()
    }

    /// Whether the reader's own result is held back, by what its answers and
    /// their times show.
    pub fn own_is_withheld(&self, quiz: &Quiz) -> bool {
        let pace = self.own.pace.seconds_per_item();
        quality::withholds(&quality::flags(quiz, &self.own.answers, pace))
    }

    fn arrive(&mut self, quiz: &Quiz, arrival: Arrival) {
        self.keeping = arrival.keeping;
        self.number_keys = arrival.number_keys;
        self.share_sheet = arrival.share_sheet;
        self.site = arrival.site;
        if let Some(mut own) = arrival.own {
            own.stage = own.reachable(quiz, own.stage);
            self.resumed = self.own != own;
            self.own = own;
        }
        match self.view {
            View::Opening => self.open(quiz, arrival.link),
            View::Quiz => self.view = self.own_view(),
            _ => {}
        }
    }

    /// The reader's own quiz or result, whichever it has come to.
    fn own_view(&self) -> View {
        if self.own.stage == Stage::Finished {
            View::Own
        } else {
            View::Quiz
        }
    }

    fn open(&mut self, quiz: &Quiz, link: Option<Result<Shared, ShareError>>) {
        let finished = self.own.first_unanswered(quiz).is_none();
        let is_own =
            |shared: &Shared| shared.answers.without_start() == self.own.answers.without_start();
        self.view = match link {
            Some(Ok(shared)) if !(finished && is_own(&shared)) => View::Theirs(shared),
            Some(Err(error)) => View::BadLink(error),
            None if !finished => View::Nothing,
            Some(Ok(_)) | None => {
                self.own.stage = Stage::Finished;
                View::Own
            }
        };
    }
}
