//! Pages, links and the reader's own quiz.

use career_fit::answers::{Answers, Level, Response};
use career_fit::content::Stage as ItemStage;
use career_fit::session::{Action, Question, Session, Stage, Subject};
use career_fit::share::{self, CodeError, Disclosure, Fragment, Link, Shared};
use career_fit::visit::{Arrival, Device, Event, Keeping, Notice, Page, Sides, View, Visit};

use crate::examples::{named, quizzes};
use crate::support::{keyed, quiz, whole_quiz};

fn arrival() -> Arrival {
    Arrival {
        own: None,
        someone: None,
        device: Device {
            keeping: Keeping::Kept,
            ..Device::unknown()
        },
        link: Fragment::Absent,
    }
}

fn arrive(page: Page, arrival: Arrival) -> Visit {
    Visit::arrived(quiz(), page, arrival)
}

fn finished(level: u8) -> Session {
    Session {
        answers: whole_quiz(level),
        stage: Stage::Finished,
        ..Session::new(quiz())
    }
}

fn shared(level: u8) -> Shared {
    Shared::Answers(whole_quiz(level).without_start())
}

fn one(level: u8) -> Link {
    Link::One(shared(level))
}

#[test]
fn each_way_to_the_result_page_shows_what_it_should() {
    let begun = Session {
        stage: Stage::Reviewing,
        ..Session::new(quiz())
    };
    let rows = [
        ("nothing", None, Fragment::Absent, View::Nothing),
        (
            "begun",
            Some(begun.clone()),
            Fragment::Absent,
            View::Nothing,
        ),
        ("finished", Some(finished(4)), Fragment::Absent, View::Own),
        (
            "own link",
            Some(finished(4)),
            Fragment::Link(one(4)),
            View::Own,
        ),
        (
            "other link",
            Some(finished(4)),
            Fragment::Link(one(2)),
            View::Theirs(shared(2)),
        ),
        (
            "link, no quiz",
            None,
            Fragment::Link(one(4)),
            View::Theirs(shared(4)),
        ),
        (
            "link, begun quiz",
            Some(begun),
            Fragment::Link(one(4)),
            View::Theirs(shared(4)),
        ),
        (
            "bad link",
            Some(finished(4)),
            Fragment::Unreadable(CodeError::Damaged),
            View::BadLink(CodeError::Damaged),
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
            Fragment::Link(one(1)),
            Fragment::Unreadable(CodeError::NotOurs),
            Fragment::Unreadable(CodeError::Newer),
        ] {
            let visit = arrive(
                Page::Result,
                Arrival {
                    own: Some(own.clone()),
                    link,
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
    assert_eq!(visit.notice, Some(Notice::Resumed));
    assert_eq!(visit.own, begun);
    let visit = visit.after(quiz(), Event::Quiz(Action::Back));
    assert_eq!(visit.notice, None, "the notice goes with the next page");
}

#[test]
fn a_fragment_means_something_on_the_result_page_alone() {
    let event = Event::Fragment(Fragment::Unreadable(CodeError::NotOurs));
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
    let visit = arrive(Page::Quiz, arrival())
        .after(quiz(), Event::OtherTab(Subject::Me, Some(finished(3))));
    assert_eq!(visit.own, finished(3));
    assert_eq!(visit.view, View::Own);
    let reading = arrive(
        Page::Result,
        Arrival {
            link: Fragment::Link(one(1)),
            ..arrival()
        },
    );
    let reading = reading.after(quiz(), Event::OtherTab(Subject::Me, Some(finished(3))));
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

/// Found by a journey: the questions about somebody said that the reader's own
/// quiz had gone on.
#[test]
fn another_tab_is_told_of_where_its_quiz_is_on_the_screen() {
    for (page, elsewhere) in [(Page::Quiz, Subject::Someone), (Page::Someone, Subject::Me)] {
        let here = arrive(page, arrival());
        let other = Session::about(quiz(), elsewhere);
        let after = here.after(quiz(), Event::OtherTab(elsewhere, Some(other)));
        assert_eq!(after.notice, None, "{page:?}");
        let subject = here.view.subject();
        let same = Session::about(quiz(), subject);
        let after = here.after(quiz(), Event::OtherTab(subject, Some(same)));
        assert_eq!(after.notice, Some(Notice::OtherTab), "{page:?}");
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
    let here = here.after(quiz(), Event::OtherTab(Subject::Me, None));
    assert!(here.own.is_untouched(quiz()));
    assert_eq!(here.notice, Some(Notice::OtherTab));
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
    assert_eq!(gone_on.notice, None, "the new quiz goes on");
}

fn told(answers: &Answers, disclosure: Disclosure) -> Shared {
    Shared::of(quiz(), answers, disclosure).expect("a result")
}

fn opening(own: Option<Session>, link: Link) -> Visit {
    arrive(
        Page::Result,
        Arrival {
            own,
            link: Fragment::Link(link),
            ..arrival()
        },
    )
}

#[test]
fn each_link_opens_as_what_it_holds() {
    let traits = told(&whole_quiz(2), Disclosure::Traits);
    let seen = Shared::Observed(keyed(ItemStage::Quick, 4));
    let two = Link::Two(traits.clone(), seen.clone());
    let rows = [
        (
            "traits",
            Link::One(traits.clone()),
            View::Theirs(traits.clone()),
        ),
        (
            "how one is seen, no quiz",
            Link::One(seen.clone()),
            View::Theirs(seen.clone()),
        ),
        (
            "beside one's own, no quiz",
            Link::WithOwn(traits.clone()),
            View::Theirs(traits.clone()),
        ),
        (
            "two",
            two,
            View::Compare(Sides::Two(traits.clone(), seen.clone())),
        ),
    ];
    for (name, link, expected) in rows {
        assert_eq!(opening(None, link).view, expected, "{name}");
    }
    let own = Some(finished(4));
    let own_traits = told(&whole_quiz(4), Disclosure::Traits);
    let rows = [
        (
            "how one is seen",
            Link::One(seen.clone()),
            View::Compare(Sides::OwnWith(seen)),
        ),
        (
            "beside one's own",
            Link::WithOwn(traits.clone()),
            View::Compare(Sides::OwnWith(traits.clone())),
        ),
        (
            "other traits",
            Link::One(traits.clone()),
            View::Theirs(traits),
        ),
        ("own traits", Link::One(own_traits), View::Own),
    ];
    for (name, link, expected) in rows {
        assert_eq!(opening(own.clone(), link).view, expected, "{name}");
    }
}

#[test]
fn what_is_pasted_stands_beside_what_is_on_the_screen() {
    let theirs = told(&whole_quiz(2), Disclosure::Traits);
    let other = told(&whole_quiz(5), Disclosure::Answers);
    let pasted = |visit: &Visit, text: &str| {
        let link = share::parse_link(quiz(), share::within(text));
        visit.after(quiz(), Event::Paste(link))
    };
    let fragment = share::print(quiz(), &other);
    let own = arrive(
        Page::Result,
        Arrival {
            own: Some(finished(4)),
            ..arrival()
        },
    );
    let reading = opening(None, Link::One(theirs.clone()));
    for around in ["", "https://example.org/fit/result/#", "  look: http://x/#"] {
        let text = [around, &fragment, " bye"].concat();
        let beside = Sides::OwnWith(other.clone());
        assert_eq!(pasted(&own, &text).view, View::Compare(beside), "{text}");
        let beside = Sides::Two(theirs.clone(), other.clone());
        assert_eq!(
            pasted(&reading, &text).view,
            View::Compare(beside),
            "{text}"
        );
    }
    for (text, problem) in [
        ("", CodeError::NotOurs),
        ("nonsense", CodeError::NotOurs),
        (&fragment[..fragment.len() - 2], CodeError::CutOff),
        (&[&fragment, "/", &fragment].concat(), CodeError::NotOurs),
    ] {
        let visit = pasted(&own, text);
        assert_eq!(
            (&visit.view, &visit.notice),
            (&View::Own, &Some(Notice::BadPaste(problem))),
            "{text}"
        );
        let gone_on = visit.after(quiz(), Event::Open(Page::Landing));
        assert_eq!(gone_on.notice, None, "the problem goes with the page");
    }
}

/// What is held back is not set beside anything either.
#[test]
fn a_withheld_result_is_not_compared() {
    let mut straight = finished(3);
    for id in quiz().stage_ids(ItemStage::Quick) {
        straight
            .answers
            .set_item(id, Level::new(5).map(Response::Level));
    }
    let theirs = told(&whole_quiz(2), Disclosure::Traits);
    let visit = opening(Some(straight), Link::One(theirs.clone()));
    assert_eq!(
        visit.after(quiz(), Event::CompareWithOwn).view,
        View::Theirs(theirs.clone())
    );
    let visit = opening(Some(finished(4)), Link::One(theirs.clone()));
    assert_eq!(
        visit.after(quiz(), Event::CompareWithOwn).view,
        View::Compare(Sides::OwnWith(theirs))
    );
}

#[test]
fn a_quiz_about_somebody_else_is_apart_from_the_readers_own() {
    let first = Question::first(quiz());
    let mut visit = arrive(
        Page::Someone,
        Arrival {
            own: Some(finished(3)),
            ..arrival()
        },
    );
    for question in Question::about(quiz(), Subject::Someone) {
        visit = visit.after(quiz(), Event::Quiz(Action::Choose(question, 1)));
        visit = visit.after(quiz(), Event::Quiz(Action::Continue));
    }
    assert_eq!(visit.someone.stage, Stage::Reviewing);
    visit = visit.after(quiz(), Event::Quiz(Action::Continue));
    assert_eq!(
        (visit.someone.stage, &visit.view),
        (Stage::Finished, &View::Someone)
    );
    assert_eq!(visit.own, finished(3));
    // Nothing about somebody else is sharpened.
    let sharpened = visit.after(quiz(), Event::Quiz(Action::Sharpen));
    assert_eq!(sharpened.someone.stage, Stage::Finished);
    // "Start again" starts this one again, and it can be brought back.
    let erased = visit.after(quiz(), Event::Quiz(Action::Restart));
    assert_eq!(
        Question::chosen(first, quiz(), &erased.someone.answers),
        None
    );
    assert_eq!(erased.own, finished(3));
    let back = erased.after(quiz(), Event::BringBack);
    assert_eq!(
        (&back.someone, &back.view),
        (&visit.someone, &View::Someone)
    );
}

#[test]
fn ticks_come_and_go() {
    let tick = |visit: &Visit, id: &str| visit.after(quiz(), Event::Tick(id.to_owned()));
    let visit = arrive(Page::Result, arrival());
    let both = tick(&tick(&visit, "costs"), "join");
    assert_eq!(both.device.ticks, ["costs", "join"]);
    assert_eq!(tick(&both, "costs").device.ticks, ["join"]);
}

fn after(visit: &Visit, events: impl IntoIterator<Item = Event>) -> Visit {
    events
        .into_iter()
        .fold(visit.clone(), |visit, event| visit.after(quiz(), event))
}

/// The second tap of a double tap was meant for the page before. It may go on where there is an
/// answer, and does nothing that would look like a mistake of the reader's.
#[test]
fn a_hasty_tap_says_nothing_about_the_next_page() {
    let goes_on = Action::Continue;
    for (name, action, acts) in [
        ("item", goes_on, false),
        ("item, come again", goes_on, false),
        ("item with its answer", goes_on, true),
        ("condition", goes_on, false),
        ("item about somebody", goes_on, false),
        ("check page", goes_on, true),
        ("check page with a gap", goes_on, true),
        ("pair with a clock", Action::Judge(true), false),
        ("chart without a clock", Action::Judge(false), false),
        ("landing page, quiz begun", goes_on, false),
        ("shared Traits", goes_on, false),
    ] {
        let visit = named(name).visit();
        let hasty = visit.after(quiz(), Event::Hasty(action));
        let expected = if acts {
            visit.after(quiz(), Event::Quiz(action))
        } else {
            visit.clone()
        };
        assert_eq!(hasty, expected, "{name}");
        assert_eq!(hasty != visit, acts, "{name}");
    }
}

/// A picked answer stays in sight for a moment, in which the reader may do something else.
#[test]
fn an_answer_goes_on_by_itself_from_its_own_question_alone() {
    let visit = named("item with its answer").visit();
    let Stage::Asking { question, .. } = visit.own.stage else {
        panic!("not a question");
    };
    let other = Question::first(quiz());
    let goes_on = after(&visit, [Event::Quiz(Action::Continue)]);
    let unanswered = named("item, come again").visit();
    for (name, visit, expected) in [
        ("still there", visit.clone(), goes_on.clone()),
        ("gone on by hand", goes_on.clone(), goes_on),
        (
            "back at another one with an answer",
            after(&visit, [Event::Quiz(Action::Back)]),
            after(&visit, [Event::Quiz(Action::Back)]),
        ),
        (
            "on the landing page",
            after(&visit, [Event::Open(Page::Landing)]),
            after(&visit, [Event::Open(Page::Landing)]),
        ),
        ("without an answer", unanswered.clone(), unanswered),
    ] {
        let came = visit.after(quiz(), Event::GoOnFrom(question));
        assert_eq!(came, expected, "{name}");
    }
    assert_ne!(other, question);
    assert_eq!(visit.after(quiz(), Event::GoOnFrom(other)), visit);
}

#[test]
fn the_latest_news_is_told_alone() {
    let restart = Event::Quiz(Action::Restart);
    let elsewhere = Event::OtherTab(Subject::Me, Some(quizzes::answered(6)));
    let first = Question::first(quiz());
    let choose = Event::Quiz(Action::Choose(first, 1));
    let begun = named("item, come again").visit();
    let own = named("own result").visit();
    let bad = Notice::BadPaste(CodeError::NotOurs);
    let paste = Event::Paste(Err(CodeError::NotOurs));
    let erased = |visit: &Visit| Some(Notice::Erased(visit.own.clone()));
    let rows = [
        ("come again", &begun, vec![], Some(Notice::Resumed)),
        (
            "gone on in another tab",
            &begun,
            vec![elsewhere.clone()],
            Some(Notice::OtherTab),
        ),
        (
            "then started again",
            &begun,
            vec![restart.clone()],
            erased(&begun),
        ),
        (
            "time passes",
            &begun,
            vec![Event::Spent(Action::SpentOnTask(1))],
            Some(Notice::Resumed),
        ),
        (
            "nothing to erase",
            &named("item").visit(),
            vec![restart.clone()],
            None,
        ),
        (
            "erased, then chosen",
            &begun,
            vec![restart.clone(), choose.clone()],
            erased(&begun),
        ),
        (
            "then gone on",
            &begun,
            vec![restart.clone(), choose, Event::Quiz(Action::Continue)],
            None,
        ),
        (
            "erased, then another tab",
            &begun,
            vec![restart.clone(), elsewhere],
            Some(Notice::OtherTab),
        ),
        ("a bad paste", &own, vec![paste.clone()], Some(bad.clone())),
        (
            "a bad paste, then a tick",
            &own,
            vec![paste.clone(), Event::Tick("join".to_owned())],
            Some(bad),
        ),
        (
            "a bad paste, then a good one",
            &own,
            vec![paste.clone(), Event::Paste(Ok(one(2)))],
            None,
        ),
        (
            "a bad paste, then erased",
            &own,
            vec![paste, restart],
            erased(&own),
        ),
    ];
    for (name, visit, events, expected) in rows {
        assert_eq!(after(visit, events).notice, expected, "{name}");
    }
}

/// Whatever was told since, only what is offered can be brought back.
#[test]
fn nothing_comes_back_that_is_not_offered() {
    let begun = named("item, come again").visit();
    let elsewhere = Event::OtherTab(Subject::Me, Some(quizzes::answered(6)));
    let restart = Event::Quiz(Action::Restart);
    for (name, events, back) in [
        ("erased", vec![restart.clone()], true),
        (
            "erased on the landing page",
            vec![Event::Open(Page::Landing), restart.clone()],
            true,
        ),
        ("erased twice", vec![restart.clone(), restart.clone()], true),
        ("nothing erased", vec![], false),
        (
            "gone on in another tab since",
            vec![restart, elsewhere],
            false,
        ),
    ] {
        let before = after(&begun, events);
        let came = before.after(quiz(), Event::BringBack);
        if back {
            assert_eq!((&came.own, came.notice), (&begun.own, None), "{name}");
            assert_eq!(came.view, View::Quiz, "{name}");
        } else {
            assert_eq!(came, before, "{name}");
        }
    }
}
