//! What all results have: the questions that open, and what stands around them.

use crate::say::result as say;
use yew::prelude::*;

use super::traits::{self, Done};
use super::{conditions, directions, plan, preview, why};
use crate::answers::{Answers, TaskOutcome};
use crate::browser::spot;
use crate::builtin::{content, quiz};
use crate::content::TraitId;
use crate::fit::{Fit, Headline, TraitScore, explain};
use crate::plan::{Plan, brief, plan as plan_for};
use crate::share::{Charts, CodeError, parse_link, within};
use crate::ui::components::fold;
use crate::ui::words::{self, Whose};
use crate::visit::{Event, Notice, Page, View, Visit};

fn plan_of(answers: &Answers, fit: &Fit) -> Plan<'static> {
    plan_for(quiz(), content(), answers, &fit.traits)
}

/// Goes to a part of the page and opens it. The browser's "Back" leads to where the reader was.
pub fn look(send: &Callback<Event>, part: &'static str) -> Callback<MouseEvent> {
    send.reform(move |click: MouseEvent| {
        click.prevent_default();
        Event::Look(part)
    })
}

/// The six questions that a person has, each with a line that answers it.
pub fn questions(
    whose: Whose,
    answers: &Answers,
    fit: &Fit,
    quick: Option<Headline>,
    done: Done,
    visit: &Visit,
    send: &Callback<Event>,
) -> Html {
    let quiz = quiz();
    let plan = plan_of(answers, fit);
    let tried = match whose {
        Whose::Own => preview::tried(whose, Charts::of(&visit.device.charts).as_ref(), answers),
        Whose::Theirs => match &visit.view {
            View::Theirs(shared) => preview::tried(whose, shared.charts(), answers),
            _ => Html::default(),
        },
    };
    let lifts = explain::pulls(quiz, fit).map(|pulls| words::lifts(quiz, &pulls));
    html! {
        <div class="folds">
            if let Some(lifts) = lifts {
                { fold("q-why", say::why(), lifts.into(), html! {
                    <>
                        { why::since_the_quick_quiz(quiz, answers, fit, quick) }
                        { why::why(quiz, whose, answers, fit) }
                        { traits::traits(quiz, whose, &fit.traits, answers.task, done) }
                    </>
                }) }
            } else {
                { fold("q-why", say::why(), say::too_few_for_number().into(),
                    traits::traits(quiz, whose, &fit.traits, answers.task, done)) }
            }
            { fold("q-stop", say::stop(), conditions::in_short(quiz, whose, answers).into(),
                conditions::conditions(quiz, answers)) }
            { like(tried, Some(answers), fit.traits[TraitId::T4].as_ref()) }
            { fold("q-plan", say::start(), brief::line(&plan).into(),
                plan::plan(whose, answers, &fit.traits, visit, send)) }
            { pay() }
            if let Some(nearest) = directions::in_short(fit) {
                { fold("q-else", say::where_else(), nearest.into(), directions::directions(fit)) }
            }
        </div>
    }
}

/// `tried` is how it went where the reader has tried it.
pub fn like(tried: Html, answers: Option<&Answers>, structure: Option<&TraitScore>) -> Html {
    fold(
        "q-like",
        say::like(),
        say::like_line().into(),
        html! { <>{ tried }{ preview::preview(answers, structure) }</> },
    )
}

/// The job is in hospitals, so what those pay stands first.
pub fn pay() -> Html {
    let first = content().paths.outlook.first();
    let line = first.map_or("", |fact| &*content().fact(*fact).value);
    fold("q-pay", say::pays(), line.into(), plan::pay_and_outlook())
}

/// All questions at once, for whoever reads from the top to the end.
pub fn open_all() -> Html {
    html! {
        <p class="result__all screen-only">
            <button type="button" class="link" onclick={|_: MouseEvent| spot::open_all(true)}>{ say::open_all() }</button>
            <button type="button" class="link" onclick={|_: MouseEvent| spot::open_all(false)}>{ say::close_all() }</button>
        </p>
    }
}

/// What a sheet of paper is about, and of which day.
pub fn paper_head(visit: &Visit) -> Html {
    html! {
        <p class="paper-only paper-head">
            { say::summary() }
            if let Some(today) = visit.device.today {
                { " " }{ say::printed_on(&today.in_words()) }
            }
        </p>
    }
}

pub fn trait_section(fit: &Fit, task: Option<TaskOutcome>) -> Html {
    traits::traits(quiz(), Whose::Theirs, &fit.traits, task, Done::default())
}

pub fn what_it_says() -> Html {
    let whole = html! {
        <>
            <ul class="limits">
                <li>{ say::limit_compares() }</li>
                <li>{ say::limit_range() }</li>
                <li>{ say::limit_skill() }</li>
                <li>{ say::limit_norms() }</li>
                <li>{ say::limit_studied() }</li>
                <li>{ say::limit_use() }</li>
            </ul>
            <p><a href={Page::Result.root().to_owned() + "scoring/"}>{ say::how_scored() }</a></p>
        </>
    };
    let line = say::limits_line();
    html! {
        <div class="folds">
            { fold("q-limits", say::limits(), line.into(), whole) }
        </div>
    }
}

/// Why what was pasted is no result.
pub fn bad_paste(visit: &Visit) -> Option<CodeError> {
    match visit.notice {
        Some(Notice::BadPaste(error)) => Some(error),
        _ => None,
    }
}

/// Reads what was pasted.
pub fn paste(send: &Callback<Event>) -> Callback<String> {
    send.reform(|text: String| Event::Paste(parse_link(quiz(), within(&text))))
}
