//! What the browser's history is told.

use career_fit::browser::history::Note;
use career_fit::browser::spot::{Spot, asked_for};
use career_fit::session::{Action, Question, Session, Stage, Subject};
use career_fit::ui::effects::entry::{Change, Circumstances, Entry, change, change_of_desk};
use career_fit::visit::{Event, Page, View, Visit};

use crate::examples::{named, other_tab};
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
        spot: Spot::default(),
        desk: [0; 2],
    }
}

#[test]
fn each_change_of_the_screen_has_its_entry() {
    use Change::{Keep, Replace};
    const APART: Change = Change::Push { before: None };
    let after = |entry: &Entry| Change::Push {
        before: entry.stage,
    };
    let [q1, q2, q3] = [0, 1, 2].map(item);
    let [s1, s2] = [0, 1].map(about_someone);
    let review = at(View::Quiz, Stage::Reviewing);
    let [home, nothing] = ["landing page", "no result"].map(of);
    let [own, their] = ["own result", "shared, with a result of one's own"].map(of);
    let [beside, two] = ["own result beside another one", "two links"].map(of);
    let [mut in_place, mut refused, mut away] = [USUAL; 3];
    in_place.in_place = true;
    refused.kept = false;
    away.elsewhere = true;
    // What was on the screen, what is now, whose note the open entry has, what surrounds it.
    for (name, before, now, open, around, expected) in [
        ("forward", &q1, &q2, &q1, USUAL, after(&q1)),
        ("forward, not kept", &q1, &q2, &q1, refused, after(&q1)),
        ("back in place", &q3, &q2, &q3, in_place, Replace),
        ("the history led back", &q2, &q1, &q1, USUAL, Replace),
        ("the history led forward", &q1, &q2, &q2, USUAL, Replace),
        ("the same, kept", &q2, &q2, &q2, USUAL, Keep),
        ("the same, not kept", &q2, &q2, &q2, refused, Replace),
        ("to the review", &q3, &review, &q3, USUAL, after(&q3)),
        (
            "to the result",
            &review,
            &own,
            &review,
            USUAL,
            after(&review),
        ),
        ("back to the review", &own, &review, &own, in_place, Replace),
        ("to the landing page", &q3, &home, &q3, USUAL, after(&q3)),
        ("and into the quiz", &home, &q3, &home, USUAL, APART),
        ("and back by the history", &home, &q3, &q3, USUAL, Replace),
        ("on about somebody", &s1, &s2, &s1, USUAL, after(&s1)),
        ("from somebody's quiz", &s2, &q1, &s2, USUAL, APART),
        ("to somebody's quiz", &q3, &s2, &q3, USUAL, APART),
        ("from nothing", &nothing, &q1, &nothing, USUAL, APART),
        (
            "from a link to one's own",
            &their,
            &own,
            &their,
            USUAL,
            APART,
        ),
        ("to a comparison", &own, &beside, &own, away, after(&own)),
        // The notes of results that came by link are alike, so the address tells whether the history
        // led there.
        ("from a link", &their, &beside, &their, away, APART),
        ("another comparison", &beside, &two, &beside, away, APART),
        ("back to the first", &two, &beside, &beside, USUAL, Replace),
    ] {
        let found = change(Some(before), now, Some(&note(open)), around);
        assert_eq!(found, expected, "{name}");
    }
    for (name, before, now, open, around) in [
        ("the start", None, &q1, None, USUAL),
        ("a reload", None, &q2, Some(note(&q2)), USUAL),
        (
            "an entry that the reader made",
            Some(&own),
            &their,
            None,
            USUAL,
        ),
        ("one with a comparison", Some(&own), &two, None, away),
    ] {
        assert_eq!(
            change(before, now, open.as_ref(), around),
            Replace,
            "{name}"
        );
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
    let other = Session::about(quiz(), Subject::Someone);
    let after = reading.after(quiz(), other_tab(&reading, other));
    assert_eq!(Entry::of(&after), Entry::of(&reading));
}

/// The place on the page is a part of the note that anything may stand in.
#[test]
fn a_place_on_the_page_is_written_and_read() {
    for (text, scrolled, open) in [
        ("1200,0,3", 1200, vec![0, 3]),
        ("0", 0, vec![]),
        ("", 0, vec![]),
        ("x,2,y,-1", 0, vec![2]),
        ("99999999999,4", 0, vec![4]),
    ] {
        let spot = Spot { scrolled, open };
        assert_eq!(Spot::from_text(text), spot, "{text}");
        assert_eq!(Spot::from_text(&spot.to_text()), spot, "{text}");
    }
}

/// The part for which an address asks, by itself or behind a link.
#[test]
fn an_address_asks_for_a_part() {
    for (fragment, part) in [
        ("open=pay", Some("q-pay")),
        ("r=CANooo&open=plan", Some("q-plan")),
        ("r=CANooo&utm=1&open=plan&x", Some("q-plan")),
        ("r=CANooo", None),
        ("open=<b>", None),
        ("open=Pay", None),
        ("reopen=pay", None),
    ] {
        assert_eq!(asked_for(fragment).as_deref(), part, "{fragment}");
    }
}

#[test]
fn each_place_at_the_desk_has_its_entry() {
    use Change::{Keep, Replace};
    const PUSH: Change = Change::Push { before: None };
    for (name, before, now, noted, in_place, expected) in [
        ("the page is loaded", None, 1, 0, false, Keep),
        ("it is loaded anew", None, 4, 4, false, Keep),
        ("anew, and the place is no more", None, 1, 4, false, Replace),
        ("the first step", Some(1), 2, 0, false, PUSH),
        ("another step", Some(2), 4, 2, false, PUSH),
        ("another chart", Some(4), 9, 4, false, PUSH),
        ("back in place", Some(4), 2, 4, true, Replace),
        ("the history led back", Some(4), 2, 2, false, Keep),
        ("the history led forward", Some(2), 4, 4, false, Keep),
        ("it led to what is no more", Some(1), 4, 5, false, Replace),
    ] {
        let found = change_of_desk(before, now, noted, in_place);
        assert_eq!(found, expected, "{name}");
    }
}
