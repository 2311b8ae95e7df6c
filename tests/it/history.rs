//! What the browser's history is told.

use career_fit::browser::history::Note;
use career_fit::session::{Action, Question, Session, Stage, Subject};
use career_fit::ui::effects::entry::{Change, Circumstances, Entry, change};
use career_fit::visit::{Event, Page, View, Visit};

use crate::examples::named;
use crate::support::quiz;

/// The device keeps the answers, and nothing out of the ordinary has happened.
const USUAL: Circumstances = Circumstances {
    in_place: false,
    kept: true,
    elsewhere: false,
};

fn asking(place: usize) -> Stage {
    Stage::Asking {
        question: Question::all(quiz())[place],
        changing: false,
        unanswered: false,
    }
}

fn at(view: View, stage: Stage) -> Entry {
    let stage = Some(stage);
    Entry { view, stage }
}

fn item(place: usize) -> Entry {
    at(View::Quiz, asking(place))
}

fn about_someone(place: usize) -> Entry {
    at(View::Someone, asking(place))
}

fn of(example: &str) -> Entry {
    Entry::of(&named(example).visit())
}

/// The note that an entry of the history has.
fn note(entry: &Entry) -> Note {
    Note {
        page: entry.view.page(),
        own: entry.view == View::Own,
        stage: entry.stage,
        before: None,
        code: String::new(),
    }
}

#[test]
fn each_change_of_the_screen_has_its_entry() {
    let push = |before| Change::Push { before };
    let from = |entry: &Entry| Change::Push {
        before: entry.stage,
    };
    let [first, second, third] = [0, 1, 2].map(item);
    let [landing, nothing] = ["landing page", "no result"].map(of);
    let [own, theirs] = ["own result", "shared, with a result of one's own"].map(of);
    let [beside, two] = ["own result beside another one", "two links"].map(of);
    let checking = at(View::Quiz, Stage::Reviewing);
    let in_place = Circumstances {
        in_place: true,
        ..USUAL
    };
    let elsewhere = Circumstances {
        elsewhere: true,
        ..USUAL
    };
    let refused = Circumstances {
        kept: false,
        ..USUAL
    };
    let start = [
        ("the start", None, &first, None, USUAL, Change::Replace),
        (
            "a reload",
            None,
            &second,
            Some(&second),
            USUAL,
            Change::Replace,
        ),
    ];
    let rows = [
        (
            "forward",
            &first,
            &second,
            Some(&first),
            USUAL,
            from(&first),
        ),
        (
            "back in place",
            &third,
            &second,
            Some(&third),
            in_place,
            Change::Replace,
        ),
        (
            "the history led back",
            &second,
            &first,
            Some(&first),
            USUAL,
            Change::Replace,
        ),
        (
            "the history led forward",
            &first,
            &second,
            Some(&second),
            USUAL,
            Change::Replace,
        ),
        (
            "the same, kept",
            &second,
            &second,
            Some(&second),
            USUAL,
            Change::Keep,
        ),
        (
            "the same, not kept",
            &second,
            &second,
            Some(&second),
            refused,
            Change::Replace,
        ),
        (
            "forward, not kept",
            &first,
            &second,
            Some(&first),
            refused,
            from(&first),
        ),
        (
            "to the review",
            &third,
            &checking,
            Some(&third),
            USUAL,
            from(&third),
        ),
        (
            "to the result",
            &checking,
            &own,
            Some(&checking),
            USUAL,
            from(&checking),
        ),
        (
            "back from the result",
            &own,
            &checking,
            Some(&own),
            in_place,
            Change::Replace,
        ),
        (
            "to the landing page",
            &third,
            &landing,
            Some(&third),
            USUAL,
            from(&third),
        ),
        (
            "and back into the quiz",
            &landing,
            &third,
            Some(&landing),
            USUAL,
            push(None),
        ),
        (
            "back by the history",
            &landing,
            &third,
            Some(&third),
            USUAL,
            Change::Replace,
        ),
        (
            "about somebody",
            &about_someone(0),
            &about_someone(1),
            Some(&about_someone(0)),
            USUAL,
            push(Some(asking(0))),
        ),
        (
            "from somebody else's quiz",
            &about_someone(2),
            &first,
            Some(&about_someone(2)),
            USUAL,
            push(None),
        ),
        (
            "to somebody else's quiz",
            &third,
            &about_someone(2),
            Some(&third),
            USUAL,
            push(None),
        ),
        (
            "to a comparison",
            &own,
            &beside,
            Some(&own),
            elsewhere,
            from(&own),
        ),
        // On the page of results the notes of those that came by link are alike, so the address
        // tells whether the history led there.
        (
            "from a link to a comparison",
            &theirs,
            &beside,
            Some(&theirs),
            elsewhere,
            push(None),
        ),
        (
            "one comparison after another",
            &beside,
            &two,
            Some(&beside),
            elsewhere,
            push(None),
        ),
        (
            "back to a comparison",
            &two,
            &beside,
            Some(&beside),
            USUAL,
            Change::Replace,
        ),
        (
            "from a link to one's own",
            &theirs,
            &own,
            Some(&theirs),
            USUAL,
            push(None),
        ),
        (
            "from nothing to the quiz",
            &nothing,
            &first,
            Some(&nothing),
            USUAL,
            push(None),
        ),
        (
            "an entry that the reader made",
            &own,
            &theirs,
            None,
            USUAL,
            Change::Replace,
        ),
        (
            "one with a comparison",
            &own,
            &two,
            None,
            elsewhere,
            Change::Replace,
        ),
    ];
    let rows = rows.map(|(name, before, now, open, circumstances, expected)| {
        (name, Some(before), now, open, circumstances, expected)
    });
    for (name, before, now, open, circumstances, expected) in start.into_iter().chain(rows) {
        let open = open.map(note);
        let found = change(before, now, open.as_ref(), circumstances);
        assert_eq!(found, expected, "{name}");
    }
}

/// Choosing an answer, or missing one, opens no new page; turning one does.
#[test]
fn an_entry_is_a_page_to_the_reader() {
    let fresh = Visit::new(quiz(), Page::Quiz);
    let first = Question::first(quiz());
    let choose = Event::Quiz(Action::Choose(first, 1));
    let go_on = Event::Quiz(Action::Continue);
    let change_first = Event::Quiz(Action::Change(first));
    for (name, events, same) in [
        ("an answer", vec![choose.clone()], true),
        ("a missing answer", vec![go_on.clone()], true),
        ("the next page", vec![choose, go_on], false),
        (
            "the same question, to be changed",
            vec![change_first],
            false,
        ),
        ("the landing page", vec![Event::Open(Page::Landing)], false),
        (
            "somebody else's quiz",
            vec![Event::Open(Page::Someone)],
            false,
        ),
    ] {
        let after = events
            .into_iter()
            .fold(fresh.clone(), |visit, event| visit.after(quiz(), event));
        assert_ne!(after, fresh, "{name}");
        assert_eq!(Entry::of(&after) == Entry::of(&fresh), same, "{name}");
    }
    // A quiz that is not on the screen is no part of the entry.
    let reading = named("shared Traits").visit();
    let elsewhere = Session::about(quiz(), Subject::Someone);
    let after = reading.after(quiz(), Event::OtherTab(Subject::Someone, Some(elsewhere)));
    assert_eq!(Entry::of(&after), Entry::of(&reading));
}
