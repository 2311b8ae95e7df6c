//! What the reader is looking at: pages, their own quiz, and results that came
//! by link. Pure, like [`session`](crate::session); the hooks in `ui::effects` bring
//! the browser in step with it.

#![warn(missing_docs)]

mod device;
mod event;
mod open;
mod page;
mod view;

pub use self::device::{Device, Host};
pub use self::event::{Arrival, Erased, Event, Notice};
pub use self::page::Page;
pub use self::view::{Sides, View};
use crate::content::Quiz;
use crate::fit::quality;
pub use crate::kept::Keeping;
use crate::kept::{News, merged_words};
use crate::session::{Action, Question, Session, Stage, Subject};
use crate::settings::Settings;
use crate::share::{self, Fragment, Link, Shared};

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

    /// The reader's own result where their quiz is finished, or else the quiz.
    fn own_view(&self) -> View {
        if self.own.stage == Stage::Finished {
            View::Own
        } else {
            View::Quiz
        }
    }
}
