//! From `plan.json` and `preview.json` to [`Paths`] and [`Preview`].

use std::collections::BTreeMap;

use super::super::file::{AdvicePart, StepPart, TakesPart, ToDoPart, WhenPart};
use super::super::{
    Advice, ConditionId, IncomeRule, Moment, Paths, PlanFile, Preview, PreviewFile, Quiz, StartId,
    StartQuestion, Step, Study, Takes, ToDo, When,
};
use super::{Found, Names};

pub(super) fn plan(
    file: PlanFile,
    start: &[StartQuestion],
    facts: &Names,
    found: &mut Found,
) -> Paths {
    let start = Start::new(start);
    let place = "plan.json: study";
    let (question, options) =
        start.by_option(&file.study.question, &file.study.options, place, found);
    let (least, most) = file.study.months;
    found.unless(0 < least && least <= most, place, || {
        format!("{least} to {most} is no range of months")
    });
    found.unless(file.study.hours_a_week > 0, place, || {
        "a week without hours".to_owned()
    });
    let study = Study {
        months: file.study.months,
        hours_a_week: file.study.hours_a_week,
        question,
        options,
    };
    let place = "plan.json: income";
    let (question, options) =
        start.by_option(&file.income.question, &file.income.options, place, found);
    let income = IncomeRule { question, options };
    ids(
        "plan.json: steps",
        file.steps.iter().map(|part| &part.id),
        found,
    );
    ids(
        "plan.json: notes",
        file.notes.iter().map(|part| &part.id),
        found,
    );
    ids(
        "plan.json: actions",
        file.actions.iter().map(|part| &part.id),
        found,
    );
    Paths {
        outlook: facts.facts(&file.outlook, "plan.json: outlook", found),
        study,
        income,
        steps: file
            .steps
            .into_iter()
            .map(|part| step(part, &start, facts, found))
            .collect(),
        notes: file
            .notes
            .into_iter()
            .map(|part| advice(part, &start, facts, found))
            .collect(),
        actions: file
            .actions
            .into_iter()
            .map(|part| to_do(part, &start, found))
            .collect(),
    }
}

pub(super) fn preview(file: PreviewFile, quiz: &Quiz, facts: &Names, found: &mut Found) -> Preview {
    let place = "preview.json";
    let conditions = Names::new(
        place,
        quiz.conditions.iter().map(|each| &each.id),
        // The list was checked with the quiz; its problems are known.
        &mut Found::default(),
    );
    let day = file.day.into_iter().map(|part| Moment {
        condition: part
            .condition
            .map(|id| ConditionId::new(conditions.resolve(&id, place, found))),
        time: part.time,
        text: part.text,
    });
    let day = day.collect();
    Preview {
        day,
        good: file.good,
        hard: file.hard,
        facts: facts.facts(&file.facts, place, found),
    }
}

fn ids<'a>(place: &str, ids: impl Iterator<Item = &'a String>, found: &mut Found) {
    Names::new(place, ids, found);
}

fn step(part: StepPart, start: &Start<'_>, facts: &Names, found: &mut Found) -> Step {
    let place = format!("plan.json: {}", part.id);
    let takes = match part.takes {
        TakesPart {
            months: Some((least, most)),
            basis: Some(basis),
            study: false,
        } if least <= most => Takes::Months(least, most, basis),
        TakesPart {
            months: None,
            basis: None,
            study: true,
        } => Takes::Study,
        _ => {
            found.add(
                &place,
                "takes either fewest and most months with their basis, or study",
            );
            Takes::Study
        }
    };
    Step {
        look_for: part.look_for,
        avoid: part.avoid,
        facts: facts.facts(&part.facts, &place, found),
        takes,
        first_pay: part.first_pay,
        when: start.when(part.when, &place, found),
        id: part.id,
        title: part.title,
        text: part.text,
    }
}

fn advice(part: AdvicePart, start: &Start<'_>, facts: &Names, found: &mut Found) -> Advice {
    let place = format!("plan.json: {}", part.id);
    Advice {
        facts: facts.facts(&part.facts, &place, found),
        when: start.when(part.when, &place, found),
        id: part.id,
        title: part.title,
        text: part.text,
    }
}

fn to_do(part: ToDoPart, start: &Start<'_>, found: &mut Found) -> ToDo {
    let place = format!("plan.json: {}", part.id);
    found.unless(!part.id.contains(' '), &place, || {
        "ids of actions are kept with spaces between them, so none may have one".to_owned()
    });
    ToDo {
        when: start.when(part.when, &place, found),
        id: part.id,
        text: part.text,
    }
}

/// The starting-point questions, by name.
struct Start<'a> {
    questions: &'a [StartQuestion],
    names: Names,
}

impl<'a> Start<'a> {
    fn new(questions: &'a [StartQuestion]) -> Self {
        // The list was checked with the quiz; its problems are known.
        let ids = questions.iter().map(|question| &question.id);
        let names = Names::new("quiz.json: start", ids, &mut Found::default());
        Self { questions, names }
    }

    fn question(&self, name: &str, place: &str, found: &mut Found) -> (StartId, Names) {
        let id = StartId::new(self.names.resolve(name, place, found));
        let options = self.questions.get(id.index()).into_iter();
        let options = options.flat_map(|question| question.options.iter().map(|o| &o.id));
        (id, Names::new(place, options, &mut Found::default()))
    }

    fn when(&self, part: WhenPart, place: &str, found: &mut Found) -> When {
        let mut clause = |clause: BTreeMap<String, Vec<String>>| {
            let each = clause.into_iter().map(|(question, options)| {
                let (id, known) = self.question(&question, place, found);
                let options = options.iter();
                let options = options.map(|option| known.resolve(option, place, found));
                (id, options.collect())
            });
            each.collect()
        };
        When {
            start: clause(part.start),
            unless: clause(part.unless),
            goals: part.goals.into_iter().collect(),
        }
    }

    /// A number for each option, by position; 0 for the options that are not
    /// named.
    fn by_option(
        &self,
        question: &str,
        numbers: &BTreeMap<String, u8>,
        place: &str,
        found: &mut Found,
    ) -> (StartId, Vec<u8>) {
        let (id, known) = self.question(question, place, found);
        let count = self
            .questions
            .get(id.index())
            .map_or(0, |q| q.options.len());
        let mut by_option = vec![0; count];
        for (option, number) in numbers {
            let position = known.resolve(option, place, found);
            if let Some(place) = by_option.get_mut(usize::from(position)) {
                *place = *number;
            }
        }
        (id, by_option)
    }
}
