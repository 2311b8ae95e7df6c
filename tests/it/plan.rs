//! The plan: rows of starting points, and what is made from it.

use career_fit::answers::{Answers, Stance, StartAnswer};
use career_fit::builtin::content;
use career_fit::content::{PerTrait, TraitId};
use career_fit::fit::{TraitScore, trait_score};
use career_fit::plan::calendar::Day;
use career_fit::plan::{IncomeOutlook, Plan, Span, ics, plan, text};
use proptest::prelude::*;

use crate::support::{any_answers, quiz};

const TODAY: Day = Day {
    year: 2026,
    month: 11,
    day: 22,
};

type Traits = PerTrait<Option<TraitScore>>;

/// Answers that start where `"school=none hours=few"` says, conditions as `"target=no"` says, and
/// traits that came out as `"T5=80"` says.
fn starting(at: &str) -> (Answers, Traits) {
    let mut answers = Answers::none(quiz());
    let mut traits = Traits::default();
    // What stands before a colon is the person, for whoever reads.
    let (_, at) = at.split_once(':').unwrap_or(("", at));
    for pair in at.split_whitespace() {
        let (name, value) = pair.split_once('=').expect("name=value");
        if let Some(id) = TraitId::ALL.into_iter().find(|id| id.code() == name) {
            let score = value.parse().expect("a score");
            traits[id] = Some(trait_score(&quiz().scoring.precision, score, 9.0));
            continue;
        }
        let mut conditions = quiz().condition_ids();
        if let Some(id) = conditions.find(|id| quiz().condition(*id).id == name) {
            let stance = ["fine", "hard", "no"]
                .iter()
                .position(|each| *each == value);
            answers.set_condition(id, Some(Stance::ALL[stance.expect("a stance")]));
            continue;
        }
        let id = quiz()
            .start_ids()
            .find(|id| quiz().start_question(*id).id == name)
            .unwrap_or_else(|| panic!("no question {name}"));
        let options = &quiz().start_question(id).options;
        let answer = match options.iter().position(|each| each.id == value) {
            Some(index) => StartAnswer::Option(u8::try_from(index).expect("few options")),
            None if value == "declined" => StartAnswer::Declined,
            None => panic!("no option {value}"),
        };
        answers.set_start(id, Some(answer));
    }
    (answers, traits)
}

fn plan_from(at: &str) -> Plan<'static> {
    let (answers, traits) = starting(at);
    plan(quiz(), content(), &answers, &traits)
}

/// One starting point's plan in a few lines.
fn told(at: &str) -> String {
    let plan = plan_from(at);
    let mut told = format!("## {at}\n{}: {}\n", plan.way.id, plan.way.opening);
    for planned in &plan.steps {
        let done = text::done_by(TODAY, planned);
        told += format!("- {}: {}. {done}", planned.step.title, text::takes(planned)).trim_end();
        if let Some(more) = text::with_more_hours(planned, &content().paths.study, plan.hours) {
            told += &format!(" {more}");
        }
        told.push('\n');
    }
    let names = |ids: Vec<&str>| ids.join(" ");
    if !plan.replies.is_empty() {
        told += &format!(
            "replies: {}\n",
            names(plan.replies.iter().map(|n| n.id.as_str()).collect())
        );
    }
    told += &format!(
        "notes: {}\n",
        names(plan.notes.iter().map(|n| n.id.as_str()).collect())
    );
    told += &format!(
        "this week: {}\n",
        names(plan.actions.iter().map(|a| a.id.as_str()).collect())
    );
    if let Some(income) = plan.income {
        told += &format!("income: {}\n", text::income(TODAY, income));
    }
    told
}

/// Read by eye for sense, then kept.
#[test]
fn plans_follow_from_the_starting_point() {
    let path = "tests/it/data/plans.txt";
    let kept = std::fs::read_to_string(path).expect("the file is there");
    let starts: Vec<_> = kept.lines().filter_map(|l| l.strip_prefix("## ")).collect();
    assert!(starts.len() >= 40, "{} starting points", starts.len());
    let found: Vec<_> = starts.iter().map(|at| told(at)).collect();
    let found = found.join("\n");
    if std::env::var_os("UPDATE_DATA").is_some() {
        std::fs::write(path, &found).expect("the file is writable");
        return;
    }
    for (kept, found) in kept.lines().zip(found.lines()) {
        assert_eq!(found, kept, "{path}");
    }
    assert_eq!(kept.lines().count(), found.lines().count(), "{path}");
}

/// Whatever a plan can say is part of one that was read by eye.
#[test]
fn nothing_stands_in_no_plan() {
    let kept = std::fs::read_to_string("tests/it/data/plans.txt").expect("the file is there");
    let starts = kept.lines().filter_map(|line| line.strip_prefix("## "));
    let plans: Vec<_> = starts.map(plan_from).collect();
    let paths = &content().paths;
    let told = |id: &String| {
        plans.iter().any(|plan| {
            let steps = plan.steps.iter().map(|planned| &planned.step.id);
            let advice = plan.replies.iter().chain(&plan.notes).map(|note| &note.id);
            let actions = plan.actions.iter().map(|action| &action.id);
            let mut ids = steps.chain(advice).chain(actions).chain([&plan.way.id]);
            ids.any(|each| each == id)
        })
    };
    let steps = paths.steps.iter().map(|step| &step.id);
    let notes = paths.notes.iter().map(|note| &note.id);
    let actions = paths.actions.iter().map(|action| &action.id);
    let ways = paths.ways.iter().map(|way| &way.id);
    let all = steps.chain(notes).chain(actions).chain(ways);
    let untold: Vec<_> = all.filter(|id| !told(id)).collect();
    assert!(untold.is_empty(), "{untold:?}");
}

#[test]
fn hours_stretch_a_program_and_never_shorten_it() {
    for (hours, least, most) in [
        ("", 6, 12),
        ("hours=declined", 6, 12),
        ("hours=full", 6, 8),
        ("hours=half", 6, 12),
        ("hours=some", 12, 23),
        ("hours=few", 23, 45),
    ] {
        let plan = plan_from(hours);
        let program = plan
            .steps
            .iter()
            .find(|planned| planned.step.id == "certificate");
        let program = program.expect("everyone gets a program");
        assert_eq!(program.takes, Span { least, most }, "{hours}");
        // Whoever has few hours reads what more of them would change.
        let more = text::with_more_hours(program, &content().paths.study, plan.hours);
        let expected = match hours {
            "hours=few" => Some("With 8 hours a week instead of 4: 1 to 2 years."),
            "hours=some" => Some("With 15 hours a week instead of 8: 6 to 12 months."),
            "hours=half" => Some("With 25 hours a week instead of 15: 6 to 8 months."),
            _ => None,
        };
        assert_eq!(more.as_deref(), expected, "{hours}");
    }
}

#[test]
fn a_need_for_income_is_set_against_the_first_pay() {
    for (at, expected) in [
        ("income=soon hours=full", Some(IncomeOutlook::TooLate)),
        ("income=year hours=half", Some(IncomeOutlook::Open)),
        ("income=later", None),
        ("income=declined", None),
        // They are paid for coding now.
        ("income=soon background=coding credential=aapc", None),
    ] {
        let income = plan_from(at).income;
        assert_eq!(income.map(|income| income.outlook()), expected, "{at}");
    }
}

#[test]
fn months_are_counted_over_the_end_of_a_year() {
    for (months, expected) in [
        (0, "November 22, 2026"),
        (1, "December 22, 2026"),
        (2, "January 22, 2027"),
        (14, "January 22, 2028"),
        (26, "January 22, 2029"),
    ] {
        assert_eq!(TODAY.after(months).in_words(), expected);
    }
    for (year, month, day, months, expected) in [
        (2027, 1, 31, 1, "February 28, 2027"),
        (2028, 1, 31, 1, "February 29, 2028"),
        (2026, 12, 31, 4, "April 30, 2027"),
    ] {
        let day = Day::new(year, month, day).expect("a day");
        assert_eq!(day.after(months).in_words(), expected);
    }
    assert_eq!(Day::new(2026, 13, 1), None);
    assert_eq!(Day::new(2026, 0, 1), None);
    assert_eq!(Day::new(2026, 1, 32), None);
}

#[test]
fn days_are_counted_to_the_next_saturday() {
    // Days of the week as printed calendars have them.
    for (year, month, day, days, expected) in [
        (2026, 11, 22, 6, "November 28, 2026"),
        (2026, 11, 27, 1, "November 28, 2026"),
        (2026, 11, 28, 7, "December 5, 2026"),
        (2028, 2, 27, 6, "March 4, 2028"),
        (2026, 12, 31, 2, "January 2, 2027"),
    ] {
        let day = Day::new(year, month, day).expect("a day");
        assert_eq!(day.to_saturday(), days, "{}", day.in_words());
        assert_eq!(day.plus(days).in_words(), expected);
    }
}

#[test]
fn a_length_is_told_no_more_exactly_than_it_is_known() {
    for (least, most, expected) in [
        (0, 1, "up to 1 month"),
        (1, 1, "1 month"),
        (6, 12, "6 to 12 months"),
        (6, 13, "6 months to 2 years"),
        (12, 23, "1 to 2 years"),
        (23, 45, "2 to 4 years"),
        (24, 24, "2 years"),
        (24, 48, "2 to 4 years"),
        (0, 30, "up to 3 years"),
    ] {
        assert_eq!(text::months(Span { least, most }), expected);
    }
    for (least, most, expected) in [
        (0, 1, "between November and December 2026"),
        (1, 3, "between December 2026 and February 2027"),
        (8, 13, "between July and December 2027"),
        (7, 18, "between June 2027 and 2028"),
        (14, 30, "between 2028 and 2029"),
        (26, 26, "in 2029"),
    ] {
        assert_eq!(text::dates(TODAY, Span { least, most }), expected);
    }
}

#[test]
fn a_plan_as_text_has_every_step_and_every_tick() {
    let plan = plan_from("school=diploma income=soon");
    let plain = text::plain(TODAY, &plan, |id| id == "costs");
    for planned in &plan.steps {
        assert!(plain.contains(&planned.step.title), "{plain}");
    }
    assert_eq!(plain.matches("[x]").count(), 1, "{plain}");
    assert_eq!(plain.matches("[ ]").count(), 5, "{plain}");
    assert!(plain.contains("You need an income"), "{plain}");
}

/// The file as a parser that is not ours reads it.
fn events(file: &str) -> Vec<ical::parser::ical::component::IcalEvent> {
    let mut calendars = ical::IcalParser::new(file.as_bytes());
    let calendar = calendars.next().expect("a calendar").expect("sound");
    assert!(calendars.next().is_none(), "one calendar");
    calendar.events
}

fn value<'a>(event: &'a ical::parser::ical::component::IcalEvent, name: &str) -> &'a str {
    let property = event.properties.iter().find(|each| each.name == name);
    property
        .and_then(|property| property.value.as_deref())
        .unwrap_or_else(|| panic!("no {name} in {event:?}"))
}

#[test]
fn the_calendar_file_is_read_by_an_independent_parser() {
    let plan = plan_from("school=none income=soon T5=80 T6=80");
    let file = ics::ics(TODAY, &plan, "20261122T080000Z");
    let events = events(&file);
    let (week, steps) = events.split_at(plan.actions.len());
    for ((event, action), days) in week.iter().zip(&plan.actions).zip(1..) {
        assert_eq!(value(event, "DTSTART"), TODAY.plus(days).digits());
        assert_eq!(value(event, "SUMMARY").replace("\\,", ","), action.text);
        assert_eq!(event.alarms.len(), 1, "{event:?}");
    }
    assert_eq!(steps.len(), plan.steps.len());
    for (event, planned) in steps.iter().zip(&plan.steps) {
        assert_eq!(value(event, "DTSTAMP"), "20261122T080000Z");
        let begins = TODAY.after(planned.begins.least).digits();
        assert_eq!(value(event, "DTSTART"), begins);
        let summary = value(event, "SUMMARY").replace("\\,", ",");
        let start = match planned.begins.least {
            0 => "Start",
            _ => "Start at the earliest",
        };
        assert_eq!(summary, format!("{start}: {}", planned.step.title));
        let about = value(event, "DESCRIPTION")
            .replace("\\,", ",")
            .replace("\\;", ";");
        assert!(about.starts_with(&planned.step.text), "{about}");
    }
    let mut ids: Vec<_> = events.iter().map(|event| value(event, "UID")).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), events.len(), "each has an id of its own");
}

/// A short plan stands on the next weekends.
#[test]
fn a_short_plan_has_a_day_of_its_weekends_for_each_step() {
    let plan = plan_from("school=none target=no");
    assert!(plan.way.short && plan.income.is_none());
    let file = ics::ics(TODAY, &plan, "20261122T080000Z");
    let events = events(&file);
    let steps = &events[plan.actions.len()..];
    let days: Vec<_> = steps.iter().map(|event| value(event, "DTSTART")).collect();
    assert_eq!(days, ["20261128", "20261205", "20261206"]);
    assert!(steps.iter().all(|event| event.alarms.len() == 1));
    let about = value(&steps[0], "DESCRIPTION");
    assert!(about.contains("On the first weekend."), "{about}");
}

proptest! {
    /// RFC 5545: lines end with CRLF and have 75 bytes at the most.
    #[test]
    fn calendar_lines_are_short_and_end_as_they_must(answers in any_answers()) {
        let traits = career_fit::fit::score(quiz(), &answers).traits;
        let plan = plan(quiz(), content(), &answers, &traits);
        let file = ics::ics(TODAY, &plan, "20261122T080000Z");
        prop_assert!(file.ends_with("\r\n"));
        for line in file.split_terminator("\r\n") {
            prop_assert!(line.len() <= 75 && !line.contains('\n'), "{line:?}");
        }
        prop_assert_eq!(events(&file).len(), plan.actions.len() + plan.steps.len());
    }

    #[test]
    fn steps_follow_each_other_and_everyone_has_some(answers in any_answers()) {
        let traits = career_fit::fit::score(quiz(), &answers).traits;
        let plan = plan(quiz(), content(), &answers, &traits);
        prop_assert!(plan.steps.len() >= 3);
        prop_assert!((3..=6).contains(&plan.actions.len()), "{}", plan.actions.len());
        let mut begins = Span::default();
        for planned in &plan.steps {
            prop_assert_eq!(planned.begins, begins);
            prop_assert!(planned.ends.least <= planned.ends.most);
            begins = planned.ends;
        }
        // One way on after the first years, whatever the goals.
        let ends = ["lead", "lead-ready", "choose", "deepen"];
        let last = plan.steps.iter().filter(|p| ends.contains(&p.step.id.as_str()));
        prop_assert_eq!(last.count(), usize::from(!plan.way.short));
        // Each "no" among the conditions is answered.
        for id in quiz().condition_ids() {
            let name = format!("no-{}", quiz().condition(id).id);
            let answered = plan.replies.iter().any(|note| note.id == name);
            prop_assert_eq!(answered, answers.condition(id) == Some(Stance::No), "{}", name);
        }
    }
}
