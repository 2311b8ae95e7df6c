//! The plan: dated steps, what to do this week, pay and outlook.

use yew::prelude::*;

use crate::answers::Answers;
use crate::browser::{files, page};
use crate::builtin::{content, quiz};
use crate::content::{Advice, Content, PerTrait};
use crate::fit::TraitScore;
use crate::plan::calendar::Day;
use crate::plan::{self, Plan, Planned, ics, text};
use crate::ui::components::{PayLabel, facts, folded_facts, guide_link, pay_chart};
use crate::ui::words::{self, Whose};
use crate::visit::{Event, Page, Visit};

/// The plan for these answers, from today on; nothing before the day is known.
pub fn plan(
    whose: Whose,
    answers: &Answers,
    traits: &PerTrait<Option<TraitScore>>,
    visit: &Visit,
    send: &Callback<Event>,
) -> Html {
    let Some(today) = visit.device.today else {
        return Html::default();
    };
    let content = content();
    let plan = plan::plan(quiz(), content, answers, traits);
    let known = quiz().start_ids().any(|id| answers.start(id).is_some());
    html! {
        <section class="panel">
            <h2 id="plan" tabindex="-1">{ if whose == Whose::Own { "Your plan" } else { "A plan" } }</h2>
            <p>{ &*plan.way.opening }</p>
            <p>
                if !known {
                    { "This link holds no starting point, so the plan is a general one. " }
                }
                if plan.way.short {
                    { "It costs nothing but two weekends." }
                } else {
                    { "It counts from today, " }{ today.in_words() }
                    { ". No length in it has a good source; each is an estimate, shortest to longest." }
                }
            </p>
            if let Some(income) = plan.income {
                <p class="plan__income">{ text::income(today, income) }</p>
            }
            if !plan.replies.is_empty() {
                { advice(content, &plan.replies) }
            }
            if whose == Whose::Own {
                { actions(&plan, &visit.device.ticks, send) }
            }
            if !plan.way.short {
                { timeline(today, &plan) }
            }
            <ol class="steps">
                for (index, planned) in plan.steps.iter().enumerate() {
                    { step(content, today, index, planned, plan.hours) }
                }
            </ol>
            if !plan.notes.is_empty() {
                <h3 class="plan__notes-title">{ "Keep in mind" }</h3>
                { advice(content, &plan.notes) }
            }
            { guide_link("training", "Training and credentials, one by one") }
            if whose == Whose::Own {
                { exports(today, answers, traits, &visit.device.ticks) }
            }
        </section>
    }
}

fn advice(content: &'static Content, notes: &[&'static Advice]) -> Html {
    html! {
        <ul class="plan__notes">
            for note in notes.iter() {
                <li class="plan__note">
                    <strong>{ &*note.title }</strong>{ ". " }{ &*note.text }
                    if !note.facts.is_empty() {
                        { folded_facts(content, &note.facts) }
                    }
                </li>
            }
        </ul>
    }
}

/// The plan's first steps, to be ticked off.
fn actions(plan: &Plan<'static>, ticks: &[String], send: &Callback<Event>) -> Html {
    html! {
        <fieldset class="plan__actions">
            <legend class="plan__week"><h3 class="plan__week-title">{ "This week" }</h3></legend>
            for action in plan.actions.iter() {
                <label class="check plan__action">
                    <input class="check__box" type="checkbox" checked={ticks.contains(&action.id)}
                        onchange={let id = action.id.clone(); send.reform(move |_: yew::Event| Event::Tick(id.clone()))} />
                    <span>{ &*action.text }</span>
                </label>
                if let Some((page, words)) = &action.page {
                    <a class="plan__way" href={[Page::Result.root(), page, "/"].concat()}>{ &**words }</a>
                }
            }
        </fieldset>
    }
}

/// A step: what and when; how, behind a fold. The first one is open.
fn step(
    content: &'static Content,
    today: Day,
    index: usize,
    planned: &Planned<'static>,
    hours: Option<u8>,
) -> Html {
    let step = planned.step;
    html! {
        <li class="step">
            <h3 class="step__title">{ &*step.title }</h3>
            <p class="plan__time">
                <strong>{ words::capital(&text::takes(planned)) }</strong>{ ". " }
                { text::done_by(today, planned) }
                if let Some(more) = text::with_more_hours(planned, &content.paths.study, hours) {
                    { " " }{ more }
                }
            </p>
            <details open={index == 0}>
                <summary>{ "How" }<span class="visually-hidden">{ ": " }{ &*step.title }</span></summary>
                <p class="step__text">{ &*step.text }</p>
                <ul class="signs">
                    for line in step.look_for.iter() {
                        <li class="signs__sign"><span class="signs__word">{ "Look for: " }</span>{ &**line }</li>
                    }
                    for line in step.avoid.iter() {
                        <li class="signs__sign signs__sign--bad"><span class="signs__word">{ "Avoid: " }</span>{ &**line }</li>
                    }
                </ul>
                <p class="plan__basis">
                    { "How long: " }{ text::basis(planned, &content.paths.study, hours) }{ "." }
                </p>
                { facts(content, &step.facts) }
            </details>
        </li>
    }
}

/// The steps along the months: solid up to the fewest, pale up to the most. The
/// list below says the same.
fn timeline(today: Day, plan: &Plan<'_>) -> Html {
    let length = u32::from(plan.length()).max(1);
    let at = |months: u16| (1000 * u32::from(months) / length).to_string();
    let wide = |from: u16, to: u16| (1000 * u32::from(to - from) / length).max(4).to_string();
    html! {
        <figure class="timeline">
            <figcaption class="timeline__caption">
                { "Dark: the quick way. Pale: up to the slow way." }
            </figcaption>
            <div aria-hidden="true">
                for (index, Planned { step, begins, ends, .. }) in plan.steps.iter().enumerate() {
                    <p class="timeline__label">{ index + 1 }{ ". " }{ &*step.title }</p>
                    <svg class="timeline__bar" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">
                        <rect class="timeline__ground" y="5" width="1000" height="2" />
                        <rect class="timeline__most" x={at(begins.least)} y="2" height="8"
                            width={wide(begins.least, ends.most)} />
                        <rect class="timeline__least" x={at(begins.least)} y="2" height="8"
                            width={wide(begins.least, ends.least)} />
                    </svg>
                }
                <p class="timeline__axis">
                    <span>{ today.month_name() }</span>
                    <span>{ today.after(plan.length()).month_name() }</span>
                </p>
            </div>
            <details>
                <summary>{ "The timeline as a table" }</summary>
                <div class="table-scroll" tabindex="0" role="region" aria-label="Timeline">
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{ "Step" }</th>
                                <th scope="col">{ "Takes" }</th>
                                <th scope="col">{ "Begins" }</th>
                                <th scope="col">{ "Done" }</th>
                            </tr>
                        </thead>
                        <tbody>
                            for planned in plan.steps.iter() {
                                <tr>
                                    <th scope="row">{ &*planned.step.title }</th>
                                    <td>{ text::takes(planned) }</td>
                                    <td>{ text::dates(today, planned.begins) }</td>
                                    <td>{ text::dates(today, planned.ends) }</td>
                                </tr>
                            }
                        </tbody>
                    </table>
                </div>
            </details>
        </figure>
    }
}

/// The plan to take along.
fn exports(
    today: Day,
    answers: &Answers,
    traits: &PerTrait<Option<TraitScore>>,
    ticks: &[String],
) -> Html {
    // A handler lives longer than the plan that is drawn, so each makes its own.
    let (answers, traits) = (answers.clone(), *traits);
    let calendar = {
        let answers = answers.clone();
        Callback::from(move |_: MouseEvent| {
            let plan = plan::plan(quiz(), content(), &answers, &traits);
            let file = ics::ics(today, &plan, &page::stamp());
            files::save_text("coder-fit-plan.ics", "text/calendar", &file);
        })
    };
    let ticks = ticks.to_vec();
    let plain = Callback::from(move |_: MouseEvent| {
        let plan = plan::plan(quiz(), content(), &answers, &traits);
        let text = text::plain(today, &plan, |id| ticks.iter().any(|tick| tick == id));
        files::save_text("coder-fit-plan.txt", "text/plain", &text);
    });
    html! {
        <div class="buttons screen-only">
            <button type="button" class="button button--quiet" onclick={calendar}>{ "Add to a calendar" }</button>
            <button type="button" class="button button--quiet" onclick={plain}>{ "Save as text" }</button>
            <button type="button" class="button button--quiet" onclick={|_: MouseEvent| page::print()}>
                { "Print all" }
            </button>
        </div>
    }
}

/// Pay of this work and its neighbors, and how sure the future is.
pub fn pay_and_outlook() -> Html {
    let content = content();
    let occupations: Vec<_> = content.pay.occupations().collect();
    let title = format!("Pay a year, {}", words::month(&content.pay.coders().month));
    html! {
        <section class="panel screen-only">
            <h2 id="pay" tabindex="-1">{ "Pay and outlook" }</h2>
            <p>
                { "With every kind of employer, half earned more than " }
                { words::dollars(content.pay.coders().median) }{ " a year in " }
                { words::month(&content.pay.coders().month) }{ "." }
            </p>
            // What hospitals pay is the line above.
            for fact in content.paths.outlook.iter().skip(1) {
                <p>{ &*content.fact(*fact).value }</p>
            }
            { pay_chart(&title, PayLabel::Occupation, &occupations) }
            { folded_facts(content, &content.paths.outlook) }
            { guide_link("pay", "More about pay") }
            { guide_link("outlook", "More about jobs, growth and AI") }
        </section>
    }
}
