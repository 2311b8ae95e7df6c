//! Pages, links and the reader's own quiz.

use career_fit::answers::Answers;
use career_fit::charts::Summary;
use career_fit::content::Stage as ItemStage;
use career_fit::kept::News;
use career_fit::session::{Action, Question, Session, Stage, Subject};
use career_fit::share::{self, CodeError, Disclosure, Fragment, Link, Shared};
use career_fit::visit::{
    Arrival, Device, Erased, Event, Keeping, Notice, Page, Sides, View, Visit,
};

use crate::examples::{self, named, quizzes};
use crate::support::{keyed, quiz, whole_quiz};

fn arrive(page: Page, own: Option<Session>, link: Fragment) -> Visit {
    let arrival = Arrival {
        own,
        someone: None,
        device: Device {
            keeping: Keeping::Kept,
            ..Device::unknown()
        },
        link,
    };
    Visit::arrived(quiz(), page, arrival)
}

fn fresh(page: Page) -> Visit {
    arrive(page, None, Fragment::Absent)
}

fn opening(own: Option<Session>, link: Link) -> Visit {
    arrive(Page::Result, own, Fragment::Link(link))
}

fn finished(level: u8) -> Session {
    quizzes::levels(level, level)
}

fn shared(level: u8) -> Shared {
    Shared::Answers(whole_quiz(level).without_start())
}

fn one(level: u8) -> Link {
    Link::One(shared(level))
}

fn told(answers: &Answers, disclosure: Disclosure) -> Shared {
    Shared::of(quiz(), answers, disclosure).expect("a result")
}

fn after(visit: &Visit, events: Vec<Event>) -> Visit {
    let events = events.into_iter();
    events.fold(visit.clone(), |visit, event| visit.after(quiz(), event))
}

#[test]
fn each_way_to_the_result_page_shows_what_it_should() {
    use Fragment::{Absent, Unreadable};
    let begun = || Some(quizzes::checking_early(5));
    let own = || Some(finished(4));
    let link = |level| Fragment::Link(one(level));
    let bad = Unreadable(CodeError::Damaged);
    for (name, own, link, expected) in [
        ("nothing", None, Absent, View::Nothing),
        ("begun", begun(), Absent, View::Nothing),
        ("finished", own(), Absent, View::Own),
        ("own link", own(), link(4), View::Own),
        ("other link", own(), link(2), View::Theirs(shared(2))),
        ("link, no quiz", None, link(4), View::Theirs(shared(4))),
        ("link, begun", begun(), link(4), View::Theirs(shared(4))),
        ("bad link", own(), bad, View::BadLink(CodeError::Damaged)),
    ] {
        assert_eq!(arrive(Page::Result, own, link).view, expected, "{name}");
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
            let visit = arrive(Page::Result, Some(own.clone()), link.clone());
            assert_eq!(visit.own.answers, own.answers, "{link:?}");
        }
    }
}

#[test]
fn a_kept_quiz_goes_on_and_says_so() {
    let begun = quizzes::answered(1);
    let visit = arrive(Page::Quiz, Some(begun.clone()), Fragment::Absent);
    assert_eq!(visit.notice, Some(Notice::Resumed));
    assert_eq!(visit.own, begun);
    let visit = visit.after(quiz(), Event::Quiz(Action::Back));
    assert_eq!(visit.notice, None, "the notice goes with the next page");
}

#[test]
fn a_fragment_means_something_on_the_result_page_alone() {
    let event = Event::Fragment(Fragment::Unreadable(CodeError::NotOurs));
    for page in Page::ALL {
        let before = fresh(page);
        let after = before.after(quiz(), event.clone());
        assert_eq!(after.view != before.view, page == Page::Result, "{page:?}");
    }
}

/// Found by a journey: the time of a question arrived after the reader had gone
/// on to a link, and threw them back into the quiz.
#[test]
fn time_taken_changes_nothing_on_the_screen() {
    let item = quiz().item_ids().next().expect("an item");
    for page in Page::ALL {
        let before = fresh(page);
        let after = before.after(quiz(), Event::Spent(Action::SpentOnItem(item, 20)));
        assert_eq!(after.view, before.view, "{page:?}");
    }
}

#[test]
fn the_later_answer_of_another_tab_wins() {
    let event = |visit: &Visit| examples::other_tab(visit, finished(3));
    let visit = fresh(Page::Quiz);
    let visit = visit.after(quiz(), event(&visit));
    assert_eq!((visit.own, visit.view), (finished(3), View::Own));
    let reading = opening(None, one(1));
    let reading = reading.after(quiz(), event(&reading));
    let theirs = View::Theirs(shared(1));
    assert_eq!(reading.view, theirs, "a reader is not torn away");
}

#[test]
fn every_link_between_pages_leads_there() {
    for from in Page::ALL {
        for to in Page::ALL {
            let link = from.link(to);
            let depth = from.path().matches('/').count();
            let ups = link.matches("../").count();
            assert_eq!(ups, depth, "{from:?} to {to:?}: {link}");
            assert!(link.ends_with(to.path()), "{from:?} to {to:?}: {link}");
        }
        assert_eq!(Page::named(from.name()), Some(from));
    }
}

/// Found by a journey: the questions about somebody said that the reader's own
/// quiz had gone on.
#[test]
fn another_tab_is_told_of_where_its_quiz_is_on_the_screen() {
    for page in [Page::Quiz, Page::Someone] {
        let here = fresh(page);
        for subject in [Subject::Me, Subject::Someone] {
            let other = match subject {
                Subject::Me => quizzes::answered(2),
                Subject::Someone => quizzes::observed_checking(),
            };
            let after = here.after(quiz(), examples::other_tab(&here, other));
            let told = (subject == here.view.subject()).then_some(Notice::OtherTab);
            assert_eq!(after.notice, told, "{page:?}, {subject:?}");
        }
    }
}

/// Found by review: the other tab's old answers came back over an erased quiz.
#[test]
fn starting_again_in_another_tab_starts_again_here() {
    let here = arrive(Page::Quiz, Some(finished(3)), Fragment::Absent);
    let here = here.after(quiz(), examples::other_tab(&here, Session::new(quiz())));
    assert!(here.own.is_untouched(quiz()));
    assert_eq!(here.notice, Some(Notice::OtherTab));
}

#[test]
fn each_link_opens_as_what_it_holds() {
    let traits = told(&whole_quiz(2), Disclosure::Traits);
    let own_traits = told(&whole_quiz(4), Disclosure::Traits);
    let seen = Shared::Observed(keyed(ItemStage::Quick, 4));
    let [link, own_link, seen_link] =
        [&traits, &own_traits, &seen].map(|shared| Link::One(shared.clone()));
    let beside_own = Link::WithOwn(traits.clone());
    let two = Link::Two(traits.clone(), seen.clone());
    let theirs = || View::Theirs(traits.clone());
    let compared = |sides| View::Compare(sides);
    let none = || None;
    let own = || Some(finished(4));
    for (name, own, link, expected) in [
        ("traits", none(), link.clone(), theirs()),
        (
            "how one is seen, no quiz",
            none(),
            seen_link.clone(),
            View::Theirs(seen.clone()),
        ),
        (
            "beside one's own, no quiz",
            none(),
            beside_own.clone(),
            theirs(),
        ),
        (
            "two",
            none(),
            two,
            compared(Sides::Two(traits.clone(), seen.clone())),
        ),
        (
            "how one is seen",
            own(),
            seen_link,
            compared(Sides::OwnWith(seen)),
        ),
        (
            "beside one's own",
            own(),
            beside_own,
            compared(Sides::OwnWith(traits.clone())),
        ),
        ("other traits", own(), link, theirs()),
        ("own traits", own(), own_link, View::Own),
    ] {
        assert_eq!(opening(own, link).view, expected, "{name}");
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
    let own = arrive(Page::Result, Some(finished(4)), Fragment::Absent);
    let reading = opening(None, Link::One(theirs.clone()));
    for around in ["", "https://example.org/fit/result/#", "  look: http://x/#"] {
        let text = [around, &fragment, " bye"].concat();
        for (visit, beside) in [
            (&own, Sides::OwnWith(other.clone())),
            (&reading, Sides::Two(theirs.clone(), other.clone())),
        ] {
            let view = pasted(visit, &text).view;
            assert_eq!(view, View::Compare(beside), "{text}");
        }
    }
    for (text, problem) in [
        ("", CodeError::NotOurs),
        ("nonsense", CodeError::NotOurs),
        (&fragment[..fragment.len() - 2], CodeError::CutOff),
        (&[&fragment, "/", &fragment].concat(), CodeError::NotOurs),
    ] {
        let visit = pasted(&own, text);
        let told = Some(Notice::BadPaste(problem));
        assert_eq!((&visit.view, &visit.notice), (&View::Own, &told), "{text}");
        let gone_on = visit.after(quiz(), Event::Open(Page::Landing));
        assert_eq!(gone_on.notice, None, "the problem goes with the page");
    }
}

/// What is held back is not set beside anything either.
#[test]
fn a_withheld_result_is_not_compared() {
    let theirs = told(&whole_quiz(2), Disclosure::Traits);
    let beside = View::Compare(Sides::OwnWith(theirs.clone()));
    for (own, expected) in [
        (quizzes::careless(), View::Theirs(theirs.clone())),
        (finished(4), beside),
    ] {
        let visit = opening(Some(own), Link::One(theirs.clone()));
        let compared = visit.after(quiz(), Event::CompareWithOwn);
        assert_eq!(compared.view, expected);
    }
}

#[test]
fn a_quiz_about_somebody_else_is_apart_from_the_readers_own() {
    let first = Question::first(quiz());
    let mut visit = arrive(Page::Someone, Some(finished(3)), Fragment::Absent);
    for question in visit.someone.questions(quiz()) {
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
    assert_eq!(first.chosen(quiz(), &erased.someone.answers), None);
    assert_eq!(erased.own, finished(3));
    let back = erased.after(quiz(), Event::BringBack);
    assert_eq!((back.someone, back.view), (visit.someone, View::Someone));
}

#[test]
fn ticks_come_and_go() {
    let tick = |visit: &Visit, id: &str| visit.after(quiz(), Event::Tick(id.to_owned()));
    let visit = fresh(Page::Result);
    let both = tick(&tick(&visit, "costs"), "join");
    assert_eq!(both.device.ticks, ["costs", "join"]);
    assert_eq!(tick(&both, "costs").device.ticks, ["join"]);
}

/// The second tap of a double tap was meant for the page before. It may go on where
/// there is an answer, and does nothing that would look like a mistake of the reader's.
#[test]
fn a_hasty_tap_says_nothing_about_the_next_page() {
    use Action::{Continue, Judge};
    for (name, action, acts) in [
        ("item", Continue, false),
        ("item, come again", Continue, false),
        ("item with its answer", Continue, true),
        ("condition", Continue, false),
        ("item about somebody", Continue, false),
        ("check page", Continue, true),
        ("check page with a gap", Continue, true),
        ("pair with a clock", Judge(true), false),
        ("chart without a clock", Judge(false), false),
        ("landing page, quiz begun", Continue, false),
        ("shared Traits", Continue, false),
    ] {
        let visit = named(name).visit();
        let hasty = visit.after(quiz(), Event::Hasty(action));
        let acted = visit.after(quiz(), Event::Quiz(action));
        assert_eq!(hasty, if acts { acted } else { visit.clone() }, "{name}");
        assert_eq!(hasty != visit, acts, "{name}");
    }
}

/// A picked answer stays in sight for a moment, in which the reader may do something else.
#[test]
fn an_answer_goes_on_by_itself_from_its_own_question_alone() {
    let there = named("item with its answer").visit();
    let Stage::Asking { question, .. } = there.own.stage else {
        panic!("not a question");
    };
    let gone_on = there.after(quiz(), Event::Quiz(Action::Continue));
    for (name, visit, goes_on) in [
        ("still there", there.clone(), true),
        ("gone on by hand", gone_on.clone(), false),
        (
            "back",
            there.after(quiz(), Event::Quiz(Action::Back)),
            false,
        ),
        (
            "left",
            there.after(quiz(), Event::Open(Page::Landing)),
            false,
        ),
        (
            "about somebody",
            there.after(quiz(), Event::Open(Page::Someone)),
            false,
        ),
        (
            "without an answer",
            named("item, come again").visit(),
            false,
        ),
    ] {
        let came = visit.after(quiz(), Event::GoOnFrom(question));
        assert_eq!(
            came,
            if goes_on { gone_on.clone() } else { visit },
            "{name}"
        );
    }
}

fn restart() -> Event {
    Event::Erase
}

fn choose() -> Event {
    Event::Quiz(Action::Choose(Question::first(quiz()), 1))
}

/// Another tab went on while this one had a new quiz or had just erased one.
fn other_tab() -> Event {
    let theirs = quizzes::answered(6);
    let seen = Session::new(quiz());
    Event::OtherTab(News::Quiz { seen, theirs })
}

#[test]
fn the_latest_news_is_told_alone() {
    let [begun, own, new] =
        ["item, come again", "own result", "item"].map(|name| named(name).visit());
    let bad = || Event::Paste(Err(CodeError::NotOurs));
    let bad_paste = || Some(Notice::BadPaste(CodeError::NotOurs));
    let erased = |visit: &Visit| {
        Some(Notice::Erased(Erased {
            session: visit.own.clone(),
            ticks: visit.device.ticks.clone(),
        }))
    };
    let tick = || Event::Tick("join".to_owned());
    let go_on = || Event::Quiz(Action::Continue);
    let time = || Event::Spent(Action::SpentOnTask(1));
    let home = || Event::Open(Page::Landing);
    for (name, visit, events, expected) in [
        ("come again", &begun, vec![], Some(Notice::Resumed)),
        ("time passes", &begun, vec![time()], Some(Notice::Resumed)),
        ("gone on", &begun, vec![choose()], None),
        (
            "another tab",
            &begun,
            vec![other_tab()],
            Some(Notice::OtherTab),
        ),
        ("erased", &begun, vec![restart()], erased(&begun)),
        ("nothing to erase", &new, vec![restart()], None),
        (
            "chosen since",
            &begun,
            vec![restart(), choose()],
            erased(&begun),
        ),
        (
            "gone on since",
            &begun,
            vec![restart(), choose(), go_on()],
            None,
        ),
        (
            "another tab since",
            &begun,
            vec![restart(), other_tab()],
            Some(Notice::OtherTab),
        ),
        ("a bad paste", &own, vec![bad()], bad_paste()),
        ("a tick since", &own, vec![bad(), tick()], bad_paste()),
        ("left since", &own, vec![bad(), home()], None),
        (
            "a good one since",
            &own,
            vec![bad(), Event::Paste(Ok(one(2)))],
            None,
        ),
        ("erased since", &own, vec![bad(), restart()], erased(&own)),
    ] {
        assert_eq!(after(visit, events).notice, expected, "{name}");
    }
}

/// Whatever was told since, only what is offered can be brought back.
#[test]
fn what_start_again_erased_can_be_brought_back() {
    let begun = named("item, come again").visit();
    let own = named("own result").visit();
    let home = || Event::Open(Page::Landing);
    let first_again = || Event::Quiz(Action::Continue);
    for (name, visit, events, comes_back) in [
        ("erased", &begun, vec![restart()], true),
        ("a result", &own, vec![restart()], true),
        ("on the landing page", &begun, vec![home(), restart()], true),
        ("erased twice", &begun, vec![restart(), restart()], true),
        ("chosen since", &begun, vec![restart(), choose()], true),
        (
            "gone on since",
            &begun,
            vec![restart(), choose(), first_again()],
            false,
        ),
        (
            "another tab since",
            &begun,
            vec![restart(), other_tab()],
            false,
        ),
        ("nothing erased", &begun, vec![], false),
    ] {
        let before = after(visit, events);
        let came = before.after(quiz(), Event::BringBack);
        let expected = match comes_back {
            true => (visit.own.clone(), visit.view.clone(), None),
            false => (before.own, before.view, before.notice),
        };
        assert_eq!((came.own, came.view, came.notice), expected, "{name}");
    }
}

/// Found by review: ticks stayed after all was erased.
#[test]
fn ticks_go_and_come_back_with_the_quiz() {
    let own = named("own result").visit();
    assert!(!own.device.ticks.is_empty());
    let erased = own.after(quiz(), restart());
    assert!(erased.device.ticks.is_empty());
    let back = erased.after(quiz(), Event::BringBack);
    assert_eq!(back.device.ticks, own.device.ticks);
}

fn after_a_chart() -> Visit {
    named("own result, after a chart").visit()
}

#[test]
fn a_result_of_ones_own_goes_on_on_this_device_after_asking() {
    let answers = whole_quiz(4);
    let link = Link::One(told(&answers, Disclosure::AnswersAndStart));
    let here = || Event::GoOnHere;
    let taken = opening(None, link.clone()).after(quiz(), here());
    assert_eq!((&taken.view, &taken.notice), (&View::Own, &None));
    assert_eq!(taken.own.answers, answers);

    let asked = opening(Some(finished(2)), link.clone()).after(quiz(), here());
    assert_eq!(asked.notice, Some(Notice::WouldReplace));
    assert_eq!(asked.own.answers, finished(2).answers, "only asked yet");
    let left = asked.after(quiz(), Event::LeaveAlone);
    assert_eq!(
        (left.notice.clone(), left.own.answers),
        (None, finished(2).answers)
    );
    let replaced = asked.after(quiz(), Event::Replace);
    assert_eq!(
        (&replaced.view, &replaced.own.answers),
        (&View::Own, &answers)
    );
    let back = replaced.after(quiz(), Event::BringBack);
    assert_eq!(back.own.answers, finished(2).answers);

    // The charts in a link stay in the link: whoever opens it again still sees them.
    let everything = Shared::everything(&answers, &after_a_chart().device.charts);
    let theirs = opening(None, Link::One(everything.clone()));
    let taken = theirs.after(quiz(), here());
    assert_eq!(taken.own.answers, answers);
    assert_eq!(taken.device.charts, Summary::default());
    let own = Session {
        answers,
        ..finished(4)
    };
    for (name, charts, view) in [
        (
            "none coded here",
            Summary::default(),
            View::Theirs(everything.clone()),
        ),
        (
            "the same coded here",
            after_a_chart().device.charts,
            View::Own,
        ),
    ] {
        let mut here = arrive(Page::Result, Some(own.clone()), Fragment::Absent);
        here.device.charts = charts;
        let again = here.after(
            quiz(),
            Event::Fragment(Fragment::Link(Link::One(everything.clone()))),
        );
        assert_eq!(again.view, view, "{name}");
    }

    for disclosure in [Disclosure::Verdict, Disclosure::Traits] {
        let link = Link::One(told(&own.answers, disclosure));
        let visit = opening(None, link);
        assert_eq!(
            visit.after(quiz(), Event::Replace),
            visit,
            "nothing to take over"
        );
    }
}

/// Found by a journey in Firefox: an answer that was given in the moment in which another tab was
/// heard of was lost.
#[test]
fn an_answer_given_meanwhile_stays() {
    let here = arrive(Page::Quiz, Some(quizzes::answered(3)), Fragment::Absent);
    let news = examples::other_tab(&here, quizzes::answered(6));
    let question = Question::all(quiz())[3];
    let option = quizzes::pick(3) + 1;
    let answered = here.after(quiz(), Event::Quiz(Action::Choose(question, option)));
    let after = answered.after(quiz(), news);
    assert_eq!(question.chosen(quiz(), &after.own.answers), Some(option));
    let last = Question::all(quiz())[5];
    assert_eq!(
        last.chosen(quiz(), &after.own.answers),
        Some(quizzes::pick(5))
    );
}
