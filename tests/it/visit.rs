//! Pages, links and the reader's own quiz.

use career_fit::session::{Action, Question, Session, Stage};
use career_fit::share::{ShareError, Shared};
use career_fit::visit::{Arrival, Event, Keeping, Page, View, Visit};

use crate::support::{quiz, whole_quiz};

fn arrival() -> Arrival {
    Arrival {
        own: None,
        keeping: Keeping::Kept,
        number_keys: true,
        share_sheet: false,
        site: "https://example.org/fit/".to_owned(),
        link: None,
    }
}

fn arrive(page: Page, arrival: Arrival) -> Visit {
    Visit::new(quiz(), page).after(quiz(), Event::Arrive(arrival))
}

fn finished(level: u8) -> Session {
    Session {
        answers: whole_quiz(level),
        stage: Stage::Finished,
        ..Session::new(quiz())
    }
}

fn shared(level: u8) -> Shared {
    Shared {
        answers: whole_quiz(level).without_start(),
    }
}

#[test]
fn each_way_to_the_result_page_shows_what_it_should() {
    let begun = Session {
        stage: Stage::Checking,
        ..Session::new(quiz())
    };
    let rows = [
        ("nothing", None, None, View::Nothing),
        ("begun", Some(begun.clone()), None, View::Nothing),
        ("finished", Some(finished(4)), None, View::Own),
        (
            "own link",
            Some(finished(4)),
            Some(Ok(shared(4))),
            View::Own,
        ),
        (
            "other link",
            Some(finished(4)),
            Some(Ok(shared(2))),
            View::Theirs(shared(2)),
        ),
        (
            "link, no quiz",
            None,
            Some(Ok(shared(4))),
            View::Theirs(shared(4)),
        ),
        (
            "link, begun quiz",
            Some(begun),
            Some(Ok(shared(4))),
            View::Theirs(shared(4)),
        ),
        (
            "bad link",
            Some(finished(4)),
            Some(Err(ShareError::Damaged)),
            View::BadLink(ShareError::Damaged),
        ),
    ];
    for (name, own, link, expected) in rows {
        let visit = arrive(
            Page::Result,
            Arrival {
                own,
                link,
                ..arrival()
            },
        );
        assert_eq!(visit.view, expected, "{name}");
    }
}

#[test]
fn a_link_never_touches_the_readers_own_quiz() {
    for own in [Session::new(quiz()), finished(5)] {
        for link in [
            Ok(shared(1)),
            Err(ShareError::NotOurs),
            Err(ShareError::Newer),
        ] {
            let visit = arrive(
                Page::Result,
                Arrival {
                    own: Some(own.clone()),
                    link: Some(link),
                    ..arrival()
                },
            );
            assert_eq!(visit.own.answers, own.answers);
        }
    }
}

#[test]
fn a_kept_quiz_goes_on_and_says_so() {
    let first = Question::first(quiz());
    let begun = Session::new(quiz())
        .step(quiz(), Action::Choose(first, 2))
        .and_then(|session| session.step(quiz(), Action::Continue))
        .expect("two steps");
    let visit = arrive(
        Page::Quiz,
        Arrival {
            own: Some(begun.clone()),
            ..arrival()
        },
    );
    assert!(visit.resumed);
    assert_eq!(visit.own, begun);
    let visit = visit.after(quiz(), Event::Quiz(Action::Back));
    assert!(!visit.resumed, "the notice goes with the next page");
}

#[test]
fn a_fragment_means_something_on_the_result_page_alone() {
    let event = Event::Fragment(Some(Err(ShareError::NotOurs)));
    for (page, changed) in [
        (Page::Landing, false),
        (Page::Quiz, false),
        (Page::Result, true),
    ] {
        let before = arrive(page, arrival());
        let after = before.after(quiz(), event.clone());
        assert_eq!(after.view != before.view, changed, "{page:?}");
    }
}

/// Found by a journey: the time of a question arrived after the reader had gone
/// on to a link, and threw them back into the quiz.
#[test]
fn time_taken_changes_nothing_on_the_screen() {
    let item = quiz().item_ids().next().expect("an item");
    for page in Page::ALL {
        let before = arrive(page, arrival());
        let after = before.after(quiz(), Event::Spent(Action::SpentOnItem(item, 20)));
        assert_eq!(after.view, before.view);
    }
}

#[test]
fn the_later_answer_of_another_tab_wins() {
    let visit = arrive(Page::Quiz, arrival()).after(quiz(), Event::OtherTab(Some(finished(3))));
    assert_eq!(visit.own, finished(3));
    assert_eq!(visit.view, View::Own);
    let reading = arrive(
        Page::Result,
        Arrival {
            link: Some(Ok(shared(1))),
            ..arrival()
        },
    );
    let reading = reading.after(quiz(), Event::OtherTab(Some(finished(3))));
    assert_eq!(
        reading.view,
        View::Theirs(shared(1)),
        "a reader is not torn away"
    );
}

#[test]
fn every_link_between_pages_leads_there() {
    for from in Page::ALL {
        for to in Page::ALL {
            let link = from.link(to);
            let depth = from.path().matches('/').count();
            assert_eq!(
                link.matches("../").count(),
                depth,
                "{from:?} to {to:?}: {link}"
            );
            assert!(link.ends_with(to.path()), "{from:?} to {to:?}: {link}");
        }
        assert_eq!(Page::named(from.name()), Some(from));
    }
}

/// Found by review: the other tab's old answers came back over an erased quiz.
#[test]
fn starting_again_in_another_tab_starts_again_here() {
    let here = arrive(
        Page::Quiz,
        Arrival {
            own: Some(finished(3)),
            ..arrival()
        },
    );
    let here = here.after(quiz(), Event::OtherTab(None));
    assert!(here.own.is_untouched(quiz()));
    assert!(here.other_tab);
}

#[test]
fn what_start_again_erased_can_be_brought_back() {
    let before = arrive(
        Page::Quiz,
        Arrival {
            own: Some(finished(3)),
            ..arrival()
        },
    );
    let erased = before.after(quiz(), Event::Quiz(Action::Restart));
    assert!(erased.own.is_untouched(quiz()));
    let back = erased.after(quiz(), Event::BringBack);
    assert_eq!((&back.own, &back.view), (&before.own, &before.view));
    let first = Question::first(quiz());
    let chosen = erased.after(quiz(), Event::Quiz(Action::Choose(first, 1)));
    let gone_on = chosen.after(quiz(), Event::Quiz(Action::Continue));
    assert_eq!(gone_on.erased, None, "the new quiz goes on");
}
