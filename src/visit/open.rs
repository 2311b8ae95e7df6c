//! Where a visit is led by an address: the reader's own result, one that came by link, two side by side.

use super::Visit;
use super::event::{Arrival, Notice};
use super::view::{Sides, View};
use crate::content::Quiz;
use crate::session::Stage;
use crate::share::{Charts, CodeError, Fragment, Link, Shared, Tallies};

impl Visit {
    pub(super) fn arrive(&mut self, quiz: &Quiz, arrival: Arrival) {
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

    pub(super) fn open(&mut self, quiz: &Quiz, link: Fragment) {
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

    pub(super) fn paste(&mut self, link: Result<Link, CodeError>) {
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
