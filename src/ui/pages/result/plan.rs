//! The plan: dated steps, what to do this week, pay and outlook.

use crate::say::plan as say;
use crate::ui::marks::strong;
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
            <h2 id="plan" tabindex="-1">{ say::heading(whose) }</h2>
            <p>{ &*plan.way.opening }</p>
            <p>
                if !known {
                    { say::general() }{ " " }
                }
                if plan.way.short {
                    { say::costs_nothing() }
                } else {
                    { say::counts_from(&today.in_words()) }
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
                <h3 class="plan__notes-title">{ say::keep_in_mind() }</h3>
                { advice(content, &plan.notes) }
            }
            { guide_link("training", say::training()) }
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
                    { say::advice(&note.title, &note.text, strong) }
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
            <legend class="plan__week"><h3 class="plan__week-title">{ say::this_week() }</h3></legend>
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
        <li class="step numbered">
            <h3 class="step__title">{ &*step.title }</h3>
            <p class="plan__time">
                { say::takes(&words::capital(&text::takes(planned)), strong) }{ " " }
                { text::done_by(today, planned) }
                if let Some(more) = text::with_more_hours(planned, &content.paths.study, hours) {
                    { " " }{ more }
                }
            </p>
            <details open={index == 0}>
                <summary>{ say::how(&step.title, |step| html! { <span class="visually-hidden">{ step }</span> }) }</summary>
                <p class="step__text">{ &*step.text }</p>
                <ul class="signs">
                    for line in step.look_for.iter() {
                        <li class="signs__sign">{ say::look_for(line, signs_word) }</li>
                    }
                    for line in step.avoid.iter() {
                        <li class="signs__sign signs__sign--bad">{ say::avoid(line, signs_word) }</li>
                    }
                </ul>
                <p class="plan__basis">
                    { say::how_long(&text::basis(planned, &content.paths.study, hours)) }
                </p>
                { facts(content, &step.facts) }
            </details>
        </li>
    }
}

fn signs_word(word: Html) -> Html {
    html! { <span class="signs__word">{ word }</span> }
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
                { say::dark_and_pale() }
            </figcaption>
            <div aria-hidden="true">
                for (index, Planned { step, begins, ends, .. }) in plan.steps.iter().enumerate() {
                    <p class="timeline__label">{ say::numbered(index + 1, &step.title) }</p>
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
                <summary>{ say::timeline_as_table() }</summary>
                <div class="table-scroll" tabindex="0" role="region" aria-label={say::timeline()}>
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{ say::column_step() }</th>
                                <th scope="col">{ say::column_takes() }</th>
                                <th scope="col">{ say::column_begins() }</th>
                                <th scope="col">{ say::column_done() }</th>
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
            <button type="button" class="button button--quiet" onclick={calendar}>{ say::to_calendar() }</button>
            <button type="button" class="button button--quiet" onclick={plain}>{ say::save_text() }</button>
            <button type="button" class="button button--quiet" onclick={|_: MouseEvent| page::print()}>
                { say::print_all() }
            </button>
        </div>
    }
}

/// Pay of this work and its neighbors, and how sure the future is.
pub fn pay_and_outlook() -> Html {
    let content = content();
    let occupations: Vec<_> = content.pay.occupations().collect();
    let title = say::pay_a_year(&words::month(&content.pay.coders().month));
    html! {
        <section class="panel screen-only">
            <h2 id="pay" tabindex="-1">{ say::pay_and_outlook() }</h2>
            <p>{ say::all_employers(&words::dollars(content.pay.coders().median), &words::month(&content.pay.coders().month)) }</p>
            // What hospitals pay is the line above.
            for fact in content.paths.outlook.iter().skip(1) {
                <p>{ &*content.fact(*fact).value }</p>
            }
            { pay_chart(&title, PayLabel::Occupation, &occupations) }
            { folded_facts(content, &content.paths.outlook) }
            { guide_link("pay", say::more_pay()) }
            { guide_link("outlook", say::more_jobs()) }
        </section>
    }
}
