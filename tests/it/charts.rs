//! Charts to code: each done in four ways, what is kept of them, and what no chart may be.

use career_fit::builtin;
use career_fit::charts::content::{self, AXES, Chart, Presence, Step};
use career_fit::charts::group::{Named, group};
use career_fit::charts::saved::{self, Lost};
use career_fit::charts::{
    Act, Action, CodeAt, Compact, Desk, DeskAction, Feeling, Found, LineAt, Mood, Place, Summary,
    Tally, Verdict, Work, find, judge,
};
use career_fit::code::CodeError;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::examples::ways::{WAYS, Way};
use crate::support::check_spellings;

fn chart(number: u8) -> &'static Chart {
    let chart = builtin::charts()
        .iter()
        .find(|chart| chart.number == number);
    chart.unwrap_or_else(|| panic!("chart {number}"))
}

fn code(chart: &Chart, code: &str) -> CodeAt {
    CodeAt::of(chart, code).unwrap_or_else(|| panic!("{code} is in the book"))
}

fn done(chart: &Chart, mut work: Work, actions: impl IntoIterator<Item = Action>) -> Work {
    for action in actions {
        work = work
            .step(chart, action)
            .unwrap_or_else(|| panic!("{action:?} has an effect at {:?}", work.step));
    }
    work
}

fn to_the_end(chart: &Chart, mut work: Work) -> Work {
    while let Some(next) = work.step(chart, Action::Continue) {
        work = next;
    }
    assert!(work.is_seen());
    work
}

/// A way through its chart to the end.
fn worked(way: &Way) -> Work {
    let chart = chart(way.chart);
    let mut work = Work::new(chart);
    for (name, presence) in way.chosen() {
        let at = code(chart, name);
        let said = presence.map(|presence| Action::Say(at, presence));
        work = done(chart, work, [Action::Add(at)].into_iter().chain(said));
    }
    for (axis, sign) in way.built.chars().enumerate() {
        // Where the tables leave no choice, the character is there by itway.
        if work.built.chars().nth(axis) != Some(sign) {
            work = done(chart, work, [Action::Build(axis, sign)]);
        }
    }
    let asks = way.inquiry.map(Action::Inquire);
    to_the_end(chart, done(chart, work, asks))
}

fn number(named: Named<'_>) -> u16 {
    match named {
        Named::Group(title) => title.group,
        Named::NothingFirst | Named::Unnamed(_) | Named::Unknown => 0,
    }
}

#[test]
fn charts_are_judged_as_coders_would() {
    for way in WAYS {
        let (chart, work) = (chart(way.chart), worked(&way));
        let judgement = judge(chart, &work);
        let letter = |verdict| match verdict {
            Verdict::Right => 'R',
            Verdict::OutOfOrder => 'O',
            Verdict::LessSpecific => 'L',
            Verdict::NotSupported => 'N',
            Verdict::Missed => 'M',
        };
        let verdicts = judgement.codes.iter().map(|judged| letter(judged.verdict));
        let presences = judgement.codes.iter().filter_map(|judged| judged.presence);
        let wrong = presences.filter(|each| each.said != Some(each.right));
        let Tally {
            found,
            wanted,
            unsupported,
        } = judgement.tally;
        assert_eq!(
            (
                verdicts.collect::<String>(),
                wrong.count(),
                [found, wanted, unsupported],
                number(judgement.yours)
            ),
            (
                way.verdicts.to_owned(),
                way.presence_wrong,
                way.tally,
                way.group
            ),
            "chart {}: {}",
            way.chart,
            way.name
        );
        let well = chart.doubt.is_some().then_some(way.inquiry == Some(0));
        assert_eq!(judgement.asked_well, well, "{}: {}", way.chart, way.name);
    }
}

#[test]
fn the_key_has_a_group_and_so_has_the_doctors_answer() {
    for (number_of, keys, answered) in [(1, 193, 0), (2, 399, 0), (3, 379, 378), (4, 872, 0)] {
        let judgement = judge(chart(number_of), &Work::new(chart(number_of)));
        let after = judgement.answered.map_or(0, number);
        assert_eq!((number(judgement.keys), after), (keys, answered));
    }
}

#[test]
fn no_group_is_guessed() {
    for (number_of, codes, procedure, expected) in [
        // The code editor would send such a claim back.
        (1, &["I10"][..], None, Named::Unknown),
        (1, &["Z79.84", "J18.9"], None, Named::Unknown),
        (1, &[], None, Named::NothingFirst),
        (2, &["K35.80"], Some("0DTH4ZZ"), Named::Unknown),
        // Nothing was proved for a chart with an operation that it does not have.
        (1, &["J18.9"], Some("0DTJ4ZZ"), Named::Unknown),
        (4, &["J44.9"], None, Named::Unknown),
    ] {
        assert_eq!(
            group(chart(number_of), codes, procedure),
            expected,
            "{codes:?}"
        );
    }
    let unproved = group(chart(4), &["A41.9", "R65.20"], None);
    assert!(
        matches!(unproved, Named::Unnamed(why) if why.contains("R65.20")),
        "{unproved:?}"
    );
}

#[test]
fn marks_are_told_apart() {
    let chart = chart(1);
    let every = (0..chart.lines().count()).map(|at| Action::Mark(LineAt(at)));
    let all = judge(
        chart,
        &to_the_end(chart, done(chart, Work::new(chart), every)),
    );
    assert_eq!(all.unmarked.len(), 0);
    assert_eq!(all.beside.len(), chart.lines().count() - all.counting);
    let none = judge(chart, &to_the_end(chart, Work::new(chart)));
    assert_eq!((none.unmarked.len(), none.beside.len()), (none.counting, 0));
}

#[test]
fn each_decision_can_be_taken_back_until_the_key_is_shown() {
    let chart = chart(3);
    let [first, second] = ["K57.31", "D64.9"].map(|name| code(chart, name));
    let start = Work::new(chart);
    for (way, back) in [
        (Action::Mark(LineAt(2)), Action::Mark(LineAt(2))),
        (Action::Add(first), Action::Remove(first)),
        (Action::Continue, Action::Back),
    ] {
        let there = done(chart, start.clone(), [way]);
        assert_eq!(done(chart, there, [back]), start, "{way:?}");
    }
    let both = done(chart, start, [first, second].map(Action::Add));
    for (way, back) in [
        (Action::Later(first), Action::Earlier(first)),
        (Action::First(second), Action::First(first)),
    ] {
        let there = done(chart, both.clone(), [way]);
        assert_eq!(there.place(second), Some(0), "{way:?}");
        assert_eq!(done(chart, there, [back]), both, "{way:?}");
    }
    let asked = done(chart, both.clone(), [Action::Inquire(2)]);
    assert_eq!(asked.act, Some(Act::Ask));
    let left = done(chart, asked, [Action::Decide(Act::Leave)]);
    assert_eq!(left.inquiry, None);

    let seen = to_the_end(chart, both);
    for action in [
        Action::Mark(LineAt(2)),
        Action::Remove(first),
        Action::First(second),
        Action::Say(first, Presence::Yes),
        Action::Decide(Act::Ask),
        Action::Inquire(0),
        Action::Continue,
        Action::Back,
    ] {
        assert_eq!(seen.step(chart, action), None, "{action:?}");
    }
    let felt = done(chart, seen, [Action::Feel(Feeling::Another, Mood::Yes)]);
    assert_eq!(felt.felt.another, Some(Mood::Yes));
    assert_eq!(done(chart, felt, [Action::Again]), Work::new(chart));
}

/// From the key on the steps before it can be looked at, one by one and back again.
#[test]
fn steps_before_the_key_are_looked_at_and_stay_as_they_are() {
    let charts = builtin::charts();
    let act = |desk: &Desk, action| desk.step(charts, DeskAction::Work(action));
    let done = done_desk();
    let mut desk = done.clone();
    for (action, step) in [
        (Action::Back, Step::Decide),
        (Action::Back, Step::LookUp),
        (Action::Continue, Step::Decide),
        (Action::Back, Step::LookUp),
        (Action::Back, Step::Read),
        (Action::Continue, Step::LookUp),
        (Action::Continue, Step::Decide),
    ] {
        desk = act(&desk, action).expect("an effect");
        assert_eq!(desk.place().step, Some(step), "{action:?}");
        assert_eq!(desk.works, done.works, "{action:?}");
        for change in [Action::Mark(LineAt(0)), Action::Add(CodeAt(1))] {
            assert_eq!(act(&desk, change), None, "{change:?} at {step:?}");
        }
    }
    assert_eq!(act(&desk, Action::Continue), Some(done.clone()));
    assert_eq!(act(&done, Action::Continue), None);
    let again = act(&desk, Action::Again).expect("an effect");
    assert_eq!(
        (again.place().step, again.looked_at),
        (Some(Step::Read), None)
    );
    assert_eq!(act(&again, Action::Back), None);
}

#[test]
fn what_cannot_be_done_changes_nothing() {
    let [one, two] = [1, 2].map(chart);
    let category = code(one, "J18");
    let start = Work::new(one);
    for action in [
        Action::Add(category),
        Action::Add(CodeAt(99)),
        Action::Mark(LineAt(99)),
        Action::Remove(CodeAt(0)),
        Action::First(CodeAt(0)),
        Action::Build(0, '0'),
        Action::TakeApart,
        Action::Decide(Act::Ask),
        Action::Inquire(0),
        Action::Back,
        Action::Feel(Feeling::Curious, Mood::Yes),
    ] {
        assert_eq!(start.step(one, action), None, "{action:?}");
    }
    let start = Work::new(two);
    for (axis, sign) in [(0, 'X'), (3, 'J'), (2, 'Q'), (7, 'Z'), (0, '\u{1f600}')] {
        assert_eq!(
            start.step(two, Action::Build(axis, sign)),
            None,
            "{axis} {sign}"
        );
    }
}

#[test]
fn characters_without_a_choice_are_there_by_themselves() {
    let chart = chart(2);
    assert_eq!(Work::given(chart), "0D");
    let operation = done(chart, Work::new(chart), [Action::Build(2, 'T')]);
    assert_eq!(operation.built, "0DT");
    let table = done(
        chart,
        operation,
        [Action::Build(2, 'J'), Action::Build(3, 'D')],
    );
    assert_eq!(
        Work::next_values(chart, &table.built),
        Vec::from_iter("03478X".chars())
    );
    let whole = done(chart, table, [Action::Build(4, '4')]);
    assert_eq!(whole.procedure(), Some("0DJD4ZZ"));
    let other = done(chart, whole, [Action::Build(2, 'T')]);
    assert_eq!((&*other.built, other.procedure()), ("0DT", None));
}

#[test]
fn the_book_is_searched_by_words_and_by_codes() {
    let chart = chart(1);
    let codes = |found: &[CodeAt]| -> String {
        let codes = found.iter().map(|at| &*chart.book[at.0].code);
        codes.collect::<Vec<_>>().join(" ")
    };
    for (typed, expected) in [
        ("", "nothing asked"),
        ("   ", "nothing asked"),
        ("pneumonia", "J18 J18.1 J18.9"),
        ("HEART diastolic acute", "I50.33"),
        // The index has the word, the title has not.
        ("tobacco", "Z87.891"),
        ("high blood pressure", "I10"),
        ("i50.3", "I50.3 I50.32 I50.33"),
        ("I5033", "I50.33"),
        ("I50.31", "no such code, near: I50.3 I50.32 I50.33"),
        ("j18.8", "no such code, near: J18 J18.1 J18.9"),
        ("Q99.9", "no such code, near: "),
        ("xyzzy", "nothing"),
        ("<script>", "nothing"),
    ] {
        let told = match find(chart, typed) {
            Found::NotAsked => "nothing asked".to_owned(),
            Found::Codes(found) => codes(&found),
            Found::NoSuchCode(near) => format!("no such code, near: {}", codes(&near)),
            Found::Nothing => "nothing".to_owned(),
        };
        assert_eq!(told, expected, "{typed:?}");
    }
    assert_eq!(
        find(chart, &"pneumonia ".repeat(10_000)),
        find(chart, "pneumonia")
    );
}

fn any_action() -> impl Strategy<Value = DeskAction> {
    let at = 0..40_usize;
    let code = (0..32_usize).prop_map(CodeAt);
    let sign = prop::sample::select("0DBTJEH4ZXG".chars().collect::<Vec<_>>());
    let work = prop_oneof![
        4 => at.prop_map(|at| Action::Mark(LineAt(at))),
        6 => code.clone().prop_map(Action::Add),
        1 => code.clone().prop_map(Action::Remove),
        1 => code.clone().prop_map(Action::First),
        1 => code.clone().prop_map(Action::Earlier),
        1 => code.clone().prop_map(Action::Later),
        3 => (code, prop::sample::select(&Presence::ALL[..])).prop_map(|(code, presence)| Action::Say(code, presence)),
        6 => (0..AXES, sign).prop_map(|(axis, sign)| Action::Build(axis, sign)),
        1 => Just(Action::TakeApart),
        2 => prop::sample::select(&Act::ALL[..]).prop_map(Action::Decide),
        2 => (0..4_usize).prop_map(Action::Inquire),
        4 => Just(Action::Continue),
        1 => Just(Action::Back),
        3 => (prop::sample::select(&Feeling::ALL[..]), prop::sample::select(&Mood::ALL[..]))
            .prop_map(|(feeling, mood)| Action::Feel(feeling, mood)),
    ];
    prop_oneof![
        30 => work.prop_map(DeskAction::Work),
        3 => (0..5_usize).prop_map(DeskAction::Open),
        1 => Just(DeskAction::Leave),
        3 => any::<u16>().prop_filter_map("a place", |number| Place::of(number % 48).map(DeskAction::Visit)),
    ]
}

fn any_desk() -> impl Strategy<Value = Desk> {
    prop::collection::vec(any_action(), 0..150).prop_map(|actions| {
        actions
            .into_iter()
            .fold(Desk::new(builtin::charts()), |desk, action| {
                desk.step(builtin::charts(), action).unwrap_or(desk)
            })
    })
}

/// What is shown besides the charts is not kept.
fn opened(desk: Desk) -> Desk {
    Desk {
        is_left: false,
        looked_at: None,
        ..desk
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_kept_is_read_as_it_was(desk in any_desk()) {
        let text = saved::save(builtin::charts(), &desk);
        let (read, lost) = saved::restore(builtin::charts(), &text);
        prop_assert_eq!(lost, vec![]);
        prop_assert_eq!(saved::save(builtin::charts(), &read), text.clone());
        prop_assert_eq!(&read, &opened(desk));

        let summary = Summary::of(&text).expect("a summary");
        let seen = builtin::charts().iter().zip(&read.works).filter(|(_, work)| work.is_seen());
        let told: Vec<_> = seen.map(|(chart, work)| (chart.number, judge(chart, work).tally)).collect();
        let charts: Vec<_> = summary.charts.iter().map(|(number, compact)| (*number, compact.tally)).collect();
        prop_assert_eq!(charts, told);
    }

    /// The history leads to every place at which a reader was, changes nothing of what was done
    /// there, and shows no key that was not asked for.
    #[test]
    fn the_history_leads_to_places_and_to_no_key(desk in any_desk(), number in 1..40_u16) {
        let place = Place::of(desk.place().number());
        prop_assert_eq!(place, Some(desk.place()));
        let Some(there) = Place::of(number) else {
            return Ok(());
        };
        prop_assert_eq!(there.number(), number);
        let led = desk.step(builtin::charts(), DeskAction::Visit(there)).unwrap_or_else(|| desk.clone());
        for (work, before) in led.works.iter().zip(&desk.works) {
            prop_assert_eq!(work.is_seen(), before.is_seen());
            let step = before.step;
            prop_assert_eq!(&Work { step, ..work.clone() }, before);
        }
        let is_there = builtin::charts().get(there.chart).is_none_or(|chart| {
            let seen = desk.works[there.chart].is_seen();
            there.step.is_none_or(|step| {
                let has_it = Work::steps(chart).any(|each| each == step);
                !has_it || (step == Step::See && !seen) || led.place() == there
            })
        });
        prop_assert!(is_there, "{:?} leads to {:?}", there, led.place());
    }

    #[test]
    fn no_way_through_a_chart_has_no_judgement(desk in any_desk()) {
        for (chart, work) in builtin::charts().iter().zip(&desk.works) {
            let judgement = judge(chart, work);
            prop_assert!(judgement.tally.found <= judgement.tally.wanted);
            prop_assert_eq!(judgement.tally.wanted, chart.wanted());
            for judged in &judgement.codes {
                prop_assert!(chart.rule(&judged.reason.rule).is_some());
            }
            let whole = work.procedure().map_or(0, |code| code.chars().count());
            prop_assert!(whole == 0 || whole == AXES);
        }
    }

    #[test]
    fn no_text_is_too_much_for_a_desk(text in "\\PC{0,80}|(c=[A-Za-z0-9_-]{0,140} ?){0,3}") {
        let (desk, lost) = saved::restore(builtin::charts(), &text);
        prop_assert!(lost.len() <= text.split_whitespace().count());
        let again = saved::save(builtin::charts(), &desk);
        prop_assert_eq!(saved::restore(builtin::charts(), &again), (desk, vec![]));
        let _ = Summary::of(&text);
    }

    #[test]
    fn two_symbols_tell_how_a_chart_went(symbols in any::<[u8; 2]>()) {
        if let Some(compact) = Compact::from_symbols(symbols) {
            prop_assert_eq!(compact.symbols(), symbols);
        }
    }
}

/// A desk on which each chart is done in the first of its ways.
fn done_desk() -> Desk {
    let mut desk = Desk::new(builtin::charts());
    for (place, chart) in builtin::charts().iter().enumerate() {
        let way = WAYS.iter().find(|way| way.chart == chart.number);
        let work = worked(way.expect("a way"));
        desk.works[place] = done(chart, work, [Action::Feel(Feeling::Another, Mood::Yes)]);
    }
    desk
}

#[test]
fn a_chart_that_cannot_be_read_leaves_the_others_alone() {
    let charts = builtin::charts();
    let desk = done_desk();
    let text = saved::save(charts, &desk);
    let parts: Vec<_> = text.split(' ').collect();
    assert_eq!(parts.len(), charts.len());
    let second = parts[1];
    let flipped = |at: usize| {
        let (before, rest) = second.split_at(at);
        let other = if rest.starts_with('A') { "B" } else { "A" };
        [before, other, &rest[1..]].concat()
    };
    let unreadable = |error| vec![Lost::Unreadable(error)];
    for (name, broken, expected) in [
        (
            "a changed symbol",
            flipped(9),
            unreadable(CodeError::Damaged),
        ),
        (
            "its end is missing",
            second[..second.len() - 7].to_owned(),
            unreadable(CodeError::CutOff),
        ),
        (
            "another kind",
            second.replace("c=", "s="),
            unreadable(CodeError::NotOurs),
        ),
        ("rubbish", "%%%".to_owned(), unreadable(CodeError::NotOurs)),
        (
            "far too long",
            "c=".to_owned() + &"A".repeat(500),
            unreadable(CodeError::Damaged),
        ),
    ] {
        let text = [parts[0], &*broken, parts[2], parts[3]].join(" ");
        let (read, lost) = saved::restore(charts, &text);
        assert_eq!(lost, expected, "{name}");
        for place in [0, 2, 3] {
            assert_eq!(read.works[place], desk.works[place], "{name}");
        }
        assert_eq!(read.works[1], Work::new(&charts[1]), "{name}");
    }

    // A chart of a newer version, and one that has changed since.
    let without = [charts[0].clone(), charts[2].clone()];
    let (_, lost) = saved::restore(&without, &text);
    assert_eq!(lost, [Lost::Unreadable(CodeError::Newer); 2]);
    let mut changed = charts.to_vec();
    changed[1].documents[0].lines.remove(0);
    let (read, lost) = saved::restore(&changed, &text);
    assert_eq!(lost, [Lost::Changed]);
    assert_eq!(read.works[2], desk.works[2]);
    // Other words for the same lines lose nothing.
    let mut reworded = charts.to_vec();
    reworded[1].documents[0].lines[0].text.push_str(" Today.");
    assert_eq!(saved::restore(&reworded, &text), (desk, vec![]));
}

#[test]
fn every_work_has_one_spelling() {
    let charts = builtin::charts();
    let respell = |text: &str| match &saved::restore(charts, text) {
        (desk, lost) if lost.is_empty() => Ok(saved::save(charts, desk)),
        (_, lost) => match lost[0] {
            Lost::Unreadable(CodeError::Newer) | Lost::Changed => Err(CodeError::NotOurs),
            Lost::Unreadable(error) => Err(error),
        },
    };
    // A chart in progress; what is open says so, or else nothing is said of the first one.
    let [first, second] = ["J18.9", "I10"].map(|name| Action::Add(code(chart(1), name)));
    let marks = (0..20).map(|at| Action::Mark(LineAt(at)));
    let work = done(chart(1), Work::new(chart(1)), marks.chain([first, second]));
    let mut desk = Desk::new(charts);
    desk.works[0] = done(chart(1), work, [Action::Continue]);
    let text = saved::save(charts, &desk);
    assert_eq!(respell(&text), Ok(text.clone()));
    check_spellings(&text, respell);
}

#[test]
fn a_summary_needs_no_chart() {
    let desk = done_desk();
    let text = saved::save(builtin::charts(), &desk);
    let summary = Summary::of(&text).expect("a summary");
    assert_eq!(
        (summary.charts.len(), summary.tally(), summary.another()),
        (
            4,
            Tally {
                found: 12,
                wanted: 12,
                unsupported: 0
            },
            Some(Mood::Yes)
        )
    );
    assert_eq!(Summary::of(""), Ok(Summary::default()));
    assert_eq!(Summary::default().another(), None);
    assert_eq!(Summary::of("c=AAAAAAAAAA"), Err(CodeError::Damaged));
}

#[test]
fn the_next_chart_is_one_that_was_not_seen() {
    let charts = builtin::charts();
    let mut desk = Desk::new(charts);
    assert_eq!(desk.next(), Some(1));
    desk.open = 3;
    assert_eq!(desk.next(), Some(0));
    assert_eq!(done_desk().next(), None);
    assert!(desk.step(charts, DeskAction::Open(9)).is_none());
}

#[test]
fn two_tabs_lose_no_chart() {
    let charts = builtin::charts();
    let seen = Desk::new(charts);
    let work_on = |desk: &Desk, place, line| {
        let there = desk
            .step(charts, DeskAction::Open(place))
            .unwrap_or_else(|| desk.clone());
        let mark = DeskAction::Work(Action::Mark(LineAt(line)));
        there.step(charts, mark).expect("a mark")
    };
    let [mine, theirs] = [work_on(&seen, 0, 3), work_on(&seen, 2, 5)];
    let both = Desk::merged(&seen, mine.clone(), theirs.clone());
    assert_eq!(both.works[0], mine.works[0]);
    assert_eq!(both.works[2], theirs.works[2]);
    assert_eq!(both.open, 0);
    let erased = Desk::merged(&mine, mine.clone(), Desk::new(charts));
    assert!(erased.is_untouched(charts));
}

/// The first chart as a file, with changes, and what is said of it.
fn refused(change: impl Fn(&mut Value)) -> String {
    let text = include_str!("../../assets/charts/1-what-comes-first.json");
    let mut value: Value = serde_json::from_str(text).expect("JSON");
    change(&mut value);
    let chart = serde_json::from_str(&value.to_string()).map_err(|error| error.to_string());
    match content::read(vec![("it.json".to_owned(), chart)]) {
        Ok(_) => "nothing".to_owned(),
        Err(problems) => {
            let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
            lines.join("\n")
        }
    }
}

#[test]
fn a_chart_with_a_mistake_in_it_is_not_built() {
    type Change = fn(&mut Value);
    #[rustfmt::skip]
    let rows: &[(&str, Change, &str)] = &[
        ("nothing changed", |_| {}, "nothing"),
        ("a code that is not there", |chart| chart["key"][0]["code"] = json!("J18.7"), "J18.7 is not in the book"),
        ("a code nobody tells about", |chart| drop(chart["alikes"].as_array_mut().map(Vec::pop)), "F17.210: nothing is said about it"),
        ("a category in the key", |chart| chart["key"][0]["code"] = json!("J18"), "J18: it is not billable"),
        ("a rule that is not there", |chart| chart["order"]["rule"] = json!("luck"), "order: there is no rule \"luck\""),
        ("a line that is not there", |chart| chart["order"]["lines"] = json!(["z9"]), "order: there is no line \"z9\""),
        ("a line that decides and does not count", |chart| chart["key"][0]["reason"]["lines"] = json!(["e1"]), "the line \"e1\" is said not to count"),
        ("two lines of a name", |chart| chart["documents"][0]["lines"][0]["id"] = json!("e2"), "e2 is there twice"),
        ("what would change the key", |chart| chart["documents"][0]["lines"][0]["text"] = json!("Lobar pneumonia."), "e1: \"lobar\" would change the key"),
        ("an order that cannot be", |chart| chart["key"][1]["after"] = json!("I50.33"), "I50.33 does not stand before it"),
        ("a group without a title", |chart| chart["groups"]["titles"] = json!([]), "the group 193 has no title"),
        ("no group, and no reason for that", |chart| chart["groups"]["by_first"][0]["rows"][0]["group"] = json!(null), "says why a row names no group"),
        ("sets without a row", |chart| drop(chart["groups"]["by_first"][0]["rows"].as_array_mut().map(Vec::pop)), "the last row has to fit every set"),
        ("a code that no index leads to", |chart| drop(chart["index"].as_array_mut().map(Vec::pop)), "J18.1: the index does not lead there"),
        ("a number that is none", |chart| chart["number"] = json!(0), "0 is not 1 to 63"),
        ("a field that we do not know", |chart| chart["colour"] = json!("red"), "unknown field `colour`"),
        ("a record that is too short", |chart| { chart["documents"].as_array_mut().expect("documents").truncate(2) }, "words are not 250 to 450"),
    ];
    for (name, change, expected) in rows {
        let told = refused(change);
        assert!(told.contains(expected), "{name}: {told}");
    }
}

#[test]
fn every_chart_has_its_steps() {
    for (number_of, builds) in [(1, false), (2, true), (3, false), (4, false)] {
        let steps: Vec<_> = Work::steps(chart(number_of)).collect();
        assert_eq!(steps.contains(&Step::Build), builds, "chart {number_of}");
        assert_eq!((steps[0], steps[steps.len() - 1]), (Step::Read, Step::See));
    }
}
