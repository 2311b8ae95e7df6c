//! What the reader is looking at: pages, their own quiz, and results that came
//! by link. Pure, like [`session`](crate::session); the hooks in `ui::effects` bring
//! the browser in step with it.

#![warn(missing_docs)]

use crate::charts::Summary;
use crate::content::Quiz;
use crate::fit::quality;
pub use crate::kept::Keeping;
use crate::kept::{News, merged_words};
use crate::plan::calendar::Day;
use crate::session::{Action, Question, Session, Stage, Subject};
use crate::settings::Settings;
use crate::share::{self, Charts, CodeError, Fragment, Link, Shared, Tallies};

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

/// What the device keeps and can do.
#[derive(Clone, Debug, PartialEq)]
pub struct Device {
    /// Whether answers are being kept.
    pub keeping: Keeping,
    /// What the reader has set about the pages.
    pub settings: Settings,
    /// Ids of the plan's actions that were ticked off.
    pub ticks: Vec<String>,
    /// Somebody's result, by whose link the reader came to their own quiz. It is kept until the
    /// two were compared, or the reader does not want that.
    pub sent: Option<Shared>,
    /// How the charts went that were coded here. It stands beside a result and is never part of
    /// the fit: nobody has studied what it says.
    pub charts: Summary,
    /// Whether the browser has a share sheet.
    pub share_sheet: bool,
    /// The site's root as a whole address; empty before the browser was asked.
    pub site: String,
    /// The site of others in whose frame the page stands, where this build lets it do so.
    pub host: Option<Host>,
    /// The day on which the page was loaded; `None` before the browser was asked.
    pub today: Option<Day>,
}

impl Device {
    /// A device that has not been asked yet, as while a page is written.
    pub fn unknown() -> Self {
        Self {
            keeping: Keeping::Unknown,
            settings: Settings::default(),
            ticks: Vec::new(),
            sent: None,
            charts: Summary::default(),
            share_sheet: false,
            site: String::new(),
            host: None,
            today: None,
        }
    }
}

/// A site of others that shows the quiz in a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Host {
    /// Its origin, as in `https://example.org`.
    pub origin: String,
    /// What follows the path in the frame's address, which is nothing personal: it says how the site
    /// wants to show the quiz, and goes along from page to page.
    pub query: String,
}

impl Host {
    /// Whether the site does something with results that are sent to it.
    pub fn takes_results(&self) -> bool {
        self.query != "?embed=quiet"
    }

    /// The site's name for readers, as in `example.org`.
    pub fn name(&self) -> &str {
        let secure = self.origin.strip_prefix("https://");
        secure.unwrap_or(&self.origin)
    }
}

/// What the reader is told beside what they came for. There is one at a time, as a
/// newer one makes the older one void.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// The quiz was found on the device and goes on where it stopped.
    Resumed,
    /// This was erased or replaced, and can be brought back.
    Erased(Erased),
    /// The device has answers already, which the result on the screen would replace.
    WouldReplace,
    /// The reader's own answers would be erased, as they are to start again.
    WouldErase,
    /// The quiz went on in another tab.
    OtherTab,
    /// What was pasted to compare with is no result.
    BadPaste(CodeError),
}

/// What was erased.
#[derive(Clone, Debug, PartialEq)]
pub struct Erased {
    /// The quiz as it was.
    pub session: Session,
    /// What was ticked off in its plan.
    pub ticks: Vec<String>,
}

/// The whole state of the app.
#[derive(Clone, Debug, PartialEq)]
pub struct Visit {
    /// The reader's own quiz.
    pub own: Session,
    /// The reader's quiz about somebody else.
    pub someone: Session,
    /// What is on the screen.
    pub view: View,
    /// What the device keeps and can do.
    pub device: Device,
    /// News for the reader, until they go on.
    pub notice: Option<Notice>,
}

/// What the device and the address say when the page is loaded.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival {
    /// The quiz that the device or the browser's history kept.
    pub own: Option<Session>,
    /// The quiz about somebody else, likewise.
    pub someone: Option<Session>,
    /// What the device keeps besides, and can do.
    pub device: Device,
    /// The fragment; `None` where there is none.
    pub link: Fragment,
}

/// Something that happens to a visit.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The reader acts on the quiz on the screen; on their own where there is
    /// none.
    Quiz(Action),
    /// The reader acts so shortly after a page was turned that it may be the second
    /// tap of a double tap, meant for the page before.
    Hasty(Action),
    /// The quiz goes on by itself, a moment after this question was answered by a tap.
    /// Where the reader has left the question meanwhile, nothing happens.
    GoOnFrom(Question),
    /// The reader wants back what was erased.
    BringBack,
    /// The result on the screen is the reader's own, and they want to go on with it on this
    /// device. Where that has answers, they are asked first.
    GoOnHere,
    /// They were asked, and let the answers of this device be replaced.
    Replace,
    /// They were asked, and let their own answers be erased.
    Erase,
    /// They were asked, and leave the answers of this device alone.
    LeaveAlone,
    /// A time was measured. The reader did nothing, so what is on the screen stays.
    Spent(Action),
    /// The reader goes to a page.
    Open(Page),
    /// The reader put another fragment into the address bar.
    Fragment(Fragment),
    /// The browser's history leads to a result.
    Link(Fragment),
    /// The reader pasted something to compare with what is on the screen.
    Paste(Result<Link, CodeError>),
    /// The reader wants the result on the screen beside their own.
    CompareWithOwn,
    /// The reader wants the result by whose link they came beside their own.
    CompareWithSent,
    /// The reader does not want that.
    ForgetSent,
    /// The reader goes to a part of the page and opens it, which is no matter of the visit.
    Look(&'static str),
    /// The reader ticks an action of the plan, or takes the tick back.
    Tick(String),
    /// Something was changed or erased in another tab. What was changed here since stays.
    OtherTab(News),
    /// Keeping an answer worked or failed.
    Keep(Keeping),
    /// The reader sets something about the pages.
    Set(Settings),
}

impl Visit {
    /// The first sight of a page: what the prerendered HTML shows.
    pub fn new(quiz: &Quiz, page: Page) -> Self {
        Self {
            own: Session::new(quiz),
            someone: Session::about(quiz, Subject::Someone),
            view: View::first(page),
            device: Device::unknown(),
            notice: None,
        }
    }

    /// The visit of a page that was loaded.
    pub fn arrived(quiz: &Quiz, page: Page, arrival: Arrival) -> Self {
        let mut visit = Self::new(quiz, page);
        visit.arrive(quiz, arrival);
        visit
    }

    /// The quiz on the screen; the reader's own where there is none.
    pub const fn session(&self) -> &Session {
        match self.view.subject() {
            Subject::Me => &self.own,
            Subject::Someone => &self.someone,
        }
    }

    const fn session_about(&mut self, subject: Subject) -> &mut Session {
        match subject {
            Subject::Me => &mut self.own,
            Subject::Someone => &mut self.someone,
        }
    }

    /// The visit after an event.
    pub fn after(&self, quiz: &Quiz, event: Event) -> Self {
        let mut next = self.clone();
        match event {
            // A slip of the finger must not cost a whole quiz, so it is asked first. The reader may
            // be at a page without room for the question.
            Event::Quiz(Action::Restart)
                if next.view.subject() == Subject::Me && !next.own.is_untouched(quiz) =>
            {
                next.notice = Some(Notice::WouldErase);
                next.view = next.own_view();
            }
            Event::Erase => next.act(quiz, Action::Restart),
            Event::Look(_) => {}
            Event::Quiz(action) => next.act(quiz, action),
            Event::Hasty(action) => {
                let meant_before = match action {
                    Action::Continue => {
                        matches!(next.session().stage, Stage::Asking { .. })
                            && next.answered_question(quiz).is_none()
                    }
                    Action::Judge(_) => true,
                    _ => false,
                };
                if !meant_before {
                    next.act(quiz, action);
                }
            }
            Event::GoOnFrom(question) => {
                if next.answered_question(quiz) == Some(question) {
                    next.act(quiz, Action::Continue);
                }
            }
            Event::BringBack => match next.notice.take() {
                Some(Notice::Erased(Erased { session, ticks })) => {
                    let subject = session.subject;
                    *next.session_about(subject) = session;
                    if subject == Subject::Me {
                        next.device.ticks = ticks;
                        next.view = next.own_view();
                    }
                }
                other => next.notice = other,
            },
            Event::GoOnHere if next.own.is_untouched(quiz) => next.take_over(quiz),
            Event::GoOnHere => next.notice = Some(Notice::WouldReplace),
            Event::Replace => next.take_over(quiz),
            Event::LeaveAlone => next.notice = None,
            Event::Spent(action) => {
                if let Some(own) = next.own.step(quiz, action) {
                    next.own = own;
                }
            }
            Event::Open(Page::Landing) => next.view = View::Landing,
            Event::Open(Page::Quiz) => {
                if let View::Theirs(shared) = &next.view
                    && !matches!(shared, Shared::Observed(_))
                    && !next.can_compare(quiz)
                {
                    next.device.sent = Some(shared.clone());
                }
                next.view = next.own_view();
            }
            Event::Open(Page::Someone) => next.view = View::Someone,
            Event::Open(page @ (Page::Try | Page::Group | Page::Handouts)) => {
                next.view = View::first(page);
            }
            Event::Open(Page::Result) => next.open(quiz, Fragment::Absent),
            Event::Fragment(link) => {
                // On other pages a fragment holds no result.
                if next.view.page() == Page::Result {
                    next.open(quiz, link);
                }
            }
            Event::Link(link) => next.open(quiz, link),
            Event::Paste(link) => next.paste(link),
            Event::CompareWithOwn => {
                if let View::Theirs(shared) = &next.view
                    && next.can_compare(quiz)
                {
                    next.view = View::Compare(Sides::OwnWith(shared.clone()));
                }
            }
            Event::CompareWithSent => {
                if next.can_compare(quiz)
                    && let Some(sent) = next.device.sent.take()
                {
                    next.view = View::Compare(Sides::OwnWith(sent));
                }
            }
            Event::ForgetSent => next.device.sent = None,
            Event::Tick(id) => {
                let ticks = &mut next.device.ticks;
                match ticks.iter().position(|tick| *tick == id) {
                    Some(place) => drop(ticks.remove(place)),
                    None => ticks.push(id),
                }
            }
            Event::OtherTab(News::Quiz { seen, theirs }) => next.merge(quiz, &seen, theirs),
            Event::OtherTab(News::Ticks { seen, theirs }) => {
                next.device.ticks = merged_words(&seen, &next.device.ticks, &theirs);
            }
            Event::OtherTab(News::Settings { seen, theirs }) => {
                next.device.settings = Settings::merged(seen, next.device.settings, theirs);
            }
            Event::Keep(keeping) => next.device.keeping = keeping,
            Event::Set(settings) => next.device.settings = settings,
        }
        let belongs_to_view = matches!(
            next.notice,
            Some(Notice::BadPaste(_) | Notice::WouldReplace)
        );
        if next.view != self.view && belongs_to_view {
            next.notice = None;
        }
        next
    }

    /// The question on the screen, if it has an answer.
    fn answered_question(&self, quiz: &Quiz) -> Option<Question> {
        let session = self.session();
        match session.stage {
            Stage::Asking { question, .. } if self.view.asks() => {
                question.chosen(quiz, &session.answers).map(|_| question)
            }
            _ => None,
        }
    }

    /// Does what the reader wants in the quiz on the screen, or else in their own.
    fn act(&mut self, quiz: &Quiz, action: Action) {
        let subject = self.view.subject();
        if let Some(session) = self.session().step(quiz, action) {
            let before = std::mem::replace(self.session_about(subject), session);
            self.notice = match (action, self.notice.take()) {
                (Action::Restart, _) => Some(self.erased(before)),
                // To answer keeps the offer to bring the old quiz back; to go on takes
                // it away.
                (Action::Choose(..), Some(erased @ Notice::Erased(_))) => Some(erased),
                _ => None,
            };
        }
        if subject == Subject::Me {
            self.view = self.own_view();
        }
    }

    /// Takes over what another tab made of a quiz.
    fn merge(&mut self, quiz: &Quiz, seen: &Session, theirs: Session) {
        let subject = theirs.subject;
        let mine = self.session_about(subject);
        let merged = Session::merged(quiz, seen, mine.clone(), theirs);
        if merged == *mine {
            return;
        }
        *mine = merged;
        // News about a quiz that is not on the screen would only puzzle.
        if self.view.subject() == subject {
            self.notice = Some(Notice::OtherTab);
        }
        if matches!(self.view, View::Quiz | View::Own) {
            self.view = self.own_view();
        }
    }

    /// Erases what belongs to a quiz that was just replaced by another one.
    fn erased(&mut self, session: Session) -> Notice {
        if session.subject == Subject::Me {
            self.device.sent = None;
        }
        let ticks = match session.subject {
            Subject::Me => std::mem::take(&mut self.device.ticks),
            // The plan is the reader's own.
            Subject::Someone => Vec::new(),
        };
        Notice::Erased(Erased { session, ticks })
    }

    /// Makes the result on the screen the reader's own, if it holds answers.
    fn take_over(&mut self, quiz: &Quiz) {
        let View::Theirs(shared) = &self.view else {
            return;
        };
        let Some(answers) = shared.answers() else {
            return;
        };
        let mut own = Session::new(quiz);
        own.answers = answers.clone();
        own.stage = own.reachable(quiz, Stage::Finished);
        let before = std::mem::replace(&mut self.own, own);
        self.notice = match before.is_untouched(quiz) {
            true => None,
            false => Some(self.erased(before)),
        };
        self.view = self.own_view();
    }

    /// The whole address of the reader's own result, with every answer and the starting
    /// point.
    pub fn own_link(&self, quiz: &Quiz) -> String {
        // Not by `Shared::of`: a verdict would bring all of the scoring along.
        self.link_to(quiz, &Link::One(Shared::Answers(self.own.answers.clone())))
    }

    /// The whole address that shows these results.
    pub fn link_to(&self, quiz: &Quiz, link: &Link) -> String {
        let fragment = share::print_link(quiz, link);
        [&self.device.site, Page::Result.path(), "#", &fragment].concat()
    }

    /// The whole address of the quiz about somebody else. It holds nothing.
    pub fn ask_link(&self) -> String {
        [&self.device.site, Page::Someone.path()].concat()
    }

    /// Whether the reader has a result of their own that can be set beside
    /// another one.
    pub fn can_compare(&self, quiz: &Quiz) -> bool {
        self.is_finished(quiz) && !self.own_is_withheld(quiz)
    }

    /// Whether the reader's own quiz has come to a result.
    fn is_finished(&self, quiz: &Quiz) -> bool {
        self.own.first_unanswered(quiz).is_none()
    }

    /// Whether the reader's own result is held back, by what its answers and
    /// their times show.
    pub fn own_is_withheld(&self, quiz: &Quiz) -> bool {
        let pace = self.own.pace.seconds_per_item();
        quality::withholds(&quality::flags(quiz, &self.own.answers, pace))
    }

    fn arrive(&mut self, quiz: &Quiz, arrival: Arrival) {
        self.device = arrival.device;
        for mut kept in [arrival.own, arrival.someone].into_iter().flatten() {
            kept.stage = kept.reachable(quiz, kept.stage);
            let subject = kept.subject;
            let new = std::mem::replace(self.session_about(subject), kept);
            if subject == self.view.subject() && *self.session() != new {
                self.notice = Some(Notice::Resumed);
            }
        }
        match self.view {
            View::Opening => self.open(quiz, arrival.link),
            View::Quiz => self.view = self.own_view(),
            _ => {}
        }
    }

    /// The reader's own result where their quiz is finished, or else the quiz.
    fn own_view(&self) -> View {
        if self.own.stage == Stage::Finished {
            View::Own
        } else {
            View::Quiz
        }
    }

    fn open(&mut self, quiz: &Quiz, link: Fragment) {
        let finished = self.is_finished(quiz);
        self.view = match link {
            Fragment::Unreadable(error) => View::BadLink(error),
            Fragment::Link(Link::Two(one, other)) => View::Compare(Sides::Two(one, other)),
            // How somebody sees the reader belongs beside how they see themselves.
            Fragment::Link(Link::WithOwn(shared) | Link::One(shared @ Shared::Observed(_)))
                if self.can_compare(quiz) =>
            {
                View::Compare(Sides::OwnWith(shared))
            }
            Fragment::Link(Link::One(shared) | Link::WithOwn(shared))
                if !(finished && self.is_own(quiz, &shared)) =>
            {
                View::Theirs(shared)
            }
            Fragment::Absent if !finished => View::Nothing,
            Fragment::Link(_) | Fragment::Absent => {
                self.own.stage = Stage::Finished;
                View::Own
            }
        };
    }

    /// Whether a link holds the reader's own answers, as they are now.
    fn is_own(&self, quiz: &Quiz, shared: &Shared) -> bool {
        let own = &self.own.answers;
        match shared {
            Shared::Answers(answers) => answers.without_start() == own.without_start(),
            // What it says of charts would be seen nowhere else.
            Shared::Everything(answers, charts) => {
                answers.without_start() == own.without_start()
                    && Charts::of(&self.device.charts).as_ref() == Some(charts)
            }
            Shared::Traits(tallies) => *tallies == Tallies::of(quiz, own),
            Shared::Verdict(_) | Shared::Observed(_) => false,
        }
    }

    fn paste(&mut self, link: Result<Link, CodeError>) {
        let pasted = match link {
            Ok(Link::One(shared) | Link::WithOwn(shared)) => shared,
            // There is room for one result beside the one on the screen.
            Ok(Link::Two(..)) => return self.notice = Some(Notice::BadPaste(CodeError::NotOurs)),
            Err(error) => return self.notice = Some(Notice::BadPaste(error)),
        };
        let sides = match &self.view {
            View::Theirs(shown) => Sides::Two(shown.clone(), pasted),
            View::Own => Sides::OwnWith(pasted),
            _ => return,
        };
        self.view = View::Compare(sides);
    }
}
