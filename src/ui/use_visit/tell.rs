//! Tells the browser of the visit: title, history, focus, and the time it took.

use super::Dispatch;
use crate::answers::TaskForm;
use crate::browser::history::{self, Note};
use crate::browser::page;
use crate::builtin::quiz;
use crate::session::{self, Action, Question, Stage, Subject};
use crate::share::Disclosure;
use crate::task::Run;
use crate::ui::app;
use crate::ui::programs::Program;
use crate::visit::{Event, Keeping, View, Visit};

/// What the browser was last told: for a change to be seen as one.
#[derive(Clone, PartialEq)]
struct Shown {
    view: View,
    stage: Stage,
    /// How far the checking task is, while it is on the screen.
    probe: usize,
}

impl Shown {
    fn of(visit: &Visit) -> Self {
        Self {
            view: visit.view.clone(),
            stage: visit.session().stage,
            probe: match visit.session().stage {
                Stage::Tasking => visit.session().run.map_or(0, Run::next),
                _ => 0,
            },
        }
    }

    /// Whether the two are one page to the reader: choosing an answer or
    /// missing one does not open a new page.
    fn same_page(&self, other: &Self) -> bool {
        let without_error = |stage| match stage {
            Stage::Asking {
                question, changing, ..
            } => Stage::Asking {
                question,
                changing,
                unanswered: false,
            },
            other => other,
        };
        match (&self.view, &other.view) {
            (View::Quiz, View::Quiz) | (View::Someone, View::Someone) => {
                let place = |shown: &Self| (without_error(shown.stage), shown.probe);
                place(self) == place(other)
            }
            (one, other) => one == other,
        }
    }

    /// Whether the two are one entry of the history: nobody goes back through
    /// the checking task probe by probe.
    fn same_entry(&self, other: &Self) -> bool {
        let tasking = |shown: &Self| shown.stage == Stage::Tasking;
        self.same_page(other) || tasking(self) && tasking(other)
    }
}

/// What the browser was told so far.
#[derive(Default)]
pub struct Told {
    /// The document's title.
    title: String,
    /// What is on the screen.
    shown: Option<Shown>,
    /// The reader has turned a page, and another program handed over then.
    pub handed_over: bool,
    /// The next change takes the place of the entry that is open.
    pub in_place: bool,
    /// When the page came on the screen, in milliseconds.
    page_since: f64,
    /// When the checking task began.
    task_since: f64,
    /// A page has followed another one.
    turned_at_least_once: bool,
    /// The question on the screen has an answer.
    answered: bool,
    /// A tap or click on an answer goes on by itself, and is listened for.
    tap_goes_on: bool,
    /// When a pointer was last pressed, in milliseconds.
    pressed: f64,
}

/// A second tap within this many milliseconds belongs to the first.
const DOUBLE_TAP: f64 = 250.0;

/// From pressing a pointer to the choice that it makes it takes no longer than
/// this, in milliseconds.
const PRESS: f64 = 1000.0;

impl Told {
    /// Tells the browser of a visit: title, history, focus.
    pub fn tell<P: Program>(&mut self, visit: &Visit, dispatch: &Dispatch) {
        let title = app::title::<P>(visit);
        if self.title != title {
            page::set_title(&title);
            self.title = title;
        }
        self.tap_goes_on = visit.settings.tap_goes_on;
        let now = Shown::of(visit);
        self.answered = match now.stage {
            Stage::Asking { question, .. } => {
                question.chosen(quiz(), &visit.session().answers).is_some()
            }
            _ => true,
        };
        if let Some(link) = visit.own_link(quiz(), Disclosure::AnswersAndStart) {
            page::keep_at_hand(&link);
        }
        let before = self.shown.replace(now.clone());
        let in_place = std::mem::take(&mut self.in_place);
        remember::<P>(visit, before.as_ref(), &now, in_place);
        let turned = match &before {
            Some(before) => !before.same_page(&now),
            None => std::mem::take(&mut self.handed_over),
        };
        if turned || before.is_none() {
            let timed = visit.own.run.is_some_and(|run| run.form == TaskForm::Timed);
            self.time(before.as_ref(), &now, timed, dispatch);
        }
        let missing = matches!(
            now.stage,
            Stage::Asking {
                unanswered: true,
                ..
            }
        );
        self.turned_at_least_once |= turned;
        if turned {
            // The browser has drawn the new page; a screen reader announces it
            // when the focus moves to its heading.
            page::scroll_to_top();
            page::focus("title");
        } else if missing && now.view.asks() && before.as_ref() != Some(&now) {
            page::focus("problem");
        }
    }

    /// An option was chosen. It may be gone on from before the page has been
    /// drawn anew.
    pub fn chosen(&mut self) {
        self.answered = true;
    }

    /// A pointer was pressed.
    pub fn pressed(&mut self) {
        self.pressed = page::now();
    }

    /// A key was pressed: what comes next is no pointer's.
    pub fn typed(&mut self) {
        self.pressed = 0.0;
    }

    /// Whether an answer that was just chosen was chosen by a pointer, and the
    /// reader wants to go on after that. Arrow keys choose too.
    pub fn goes_on_by_itself(&self) -> bool {
        self.tap_goes_on && (0.0..PRESS).contains(&(page::now() - self.pressed))
    }

    /// Whether this question is on the screen.
    pub fn asks(&self, question: Question) -> bool {
        let stage = self.shown.as_ref().map(|shown| shown.stage);
        matches!(stage, Some(Stage::Asking { question: asked, .. }) if asked == question)
    }

    /// Whether a click belongs to a tap that has gone on already.
    pub fn is_second_tap(&self) -> bool {
        let pressed = page::now() - self.pressed < PRESS;
        self.tap_goes_on && pressed && self.has_just_turned()
    }

    fn has_just_turned(&self) -> bool {
        let age = page::now() - self.page_since;
        self.turned_at_least_once && (0.0..DOUBLE_TAP).contains(&age)
    }

    /// Whether this action is the second tap of a double tap, meant for the page
    /// before: the page has only just come, and nothing was chosen on it yet.
    pub fn is_echo(&self, action: Action) -> bool {
        let meant_before = match action {
            Action::Continue => !self.answered,
            Action::Judge(_) => true,
            _ => false,
        };
        meant_before && self.has_just_turned()
    }

    /// Times what was left, on its way to what came next.
    fn time(&mut self, before: Option<&Shown>, now: &Shown, timed: bool, dispatch: &Dispatch) {
        let ms = page::now();
        // In tenths of a second; a float that is too large becomes the largest.
        let tenths = |since: f64| ((ms - since) / 100.0) as u32;
        let spent = match (quiz_stage(before), now.stage) {
            (
                Some(Stage::Asking {
                    question: Question::Item(item),
                    ..
                }),
                _,
            ) => Some(Action::SpentOnItem(item, tenths(self.page_since))),
            (Some(Stage::Tasking), next) if next != Stage::Tasking && timed => {
                Some(Action::SpentOnTask(tenths(self.task_since)))
            }
            _ => None,
        };
        if now.stage == Stage::Tasking && quiz_stage(before) != Some(Stage::Tasking) {
            self.task_since = ms;
        }
        self.page_since = ms;
        if let Some(spent) = spent {
            dispatch.dispatch(Event::Spent(spent));
        }
    }
}

/// The stage that was on the screen, where the quiz was.
fn quiz_stage(shown: Option<&Shown>) -> Option<Stage> {
    let shown = shown.filter(|shown| shown.view == View::Quiz)?;
    Some(shown.stage)
}

/// Keeps address bar and history in step with the visit.
fn remember<P: Program>(visit: &Visit, before: Option<&Shown>, now: &Shown, in_place: bool) {
    let new_entry = before.is_some_and(|before| !before.same_entry(now));
    // A browser allows only so many changes of its history. Where the device
    // keeps the answers, they need not be in every entry.
    if before.is_some() && !new_entry && visit.keeping == Keeping::Kept {
        return;
    }
    let quiz = quiz();
    let open = history::note();
    let page = visit.view.page();
    let own = visit.view == View::Own;
    // One comparison after another: the page is the same, the address is not.
    let other_sides = match &visit.view {
        View::Compare(sides) => page::here() != visit.link_to(quiz, &sides.link()),
        _ => false,
    };
    // Where the history led here, its entry already says so.
    // An entry without a note was made by the reader, who put a fragment there.
    let led = open.as_ref().map_or(before.is_some(), |note| {
        (note.page, note.own) == (page, own)
            && !other_sides
            && session::restore(quiz, &note.code).is_ok_and(|old| old.stage == now.stage)
    });
    let push = new_entry && !led && !in_place;
    let came_from = before.filter(|before| {
        matches!(before.view, View::Quiz | View::Own) && visit.view.subject() == Subject::Me
            || matches!((&before.view, &now.view), (View::Someone, View::Someone))
    });
    let note = Note {
        page,
        own,
        before: if push {
            came_from.map(|before| session::stage_code(quiz, before.stage))
        } else {
            open.and_then(|note| note.before)
        },
        code: session::save(quiz, visit.session()),
    };
    let plain = || Some([&visit.site, page.path()].concat());
    let address = match &visit.view {
        // The program that shows it knows the rest of its address.
        View::Own if !P::READS_LINKS => plain(),
        // What is held back is not handed on by its address either.
        View::Own if visit.own_is_withheld(quiz) => plain(),
        View::Own => visit.own_link(quiz, Disclosure::Answers),
        View::Compare(sides) => Some(visit.link_to(quiz, &sides.link())),
        View::Landing | View::Quiz | View::Someone => plain(),
        // A link's own fragment stays as it is; a page without one loses none. It
        // may be of any length, and is not written once more.
        View::Nothing if push => plain(),
        View::Opening | View::Theirs(_) | View::BadLink(_) | View::Nothing => None,
    };
    if push {
        history::push(&note, address.as_deref());
    } else {
        history::replace(&note, address.as_deref());
    }
}
