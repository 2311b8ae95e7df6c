//! What all results have: the questions that open, and what stands around them.

use std::rc::Rc;

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
use crate::ui::components::{Later, fold};
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

/// What the questions about a whole result are answered from.
pub struct Known {
    pub whose: Whose,
    pub answers: Answers,
    pub fit: Fit,
    /// What the quick questions alone came to, where there were more.
    pub quick: Option<Headline>,
    pub done: Done,
    pub visit: Visit,
    pub send: Callback<Event>,
}

/// The six questions that a person has, each with a line that answers it. The long ones are drawn one
/// by one, as a slow phone needs many frames for all of them.
pub fn questions(known: &Rc<Known>) -> Html {
    let quiz = quiz();
    let Known { answers, fit, .. } = &**known;
    let drawn = |draw: fn(&Known) -> Html| {
        let known = Rc::clone(known);
        html! { <Later draw={Callback::from(move |()| draw(&known))} /> }
    };
    let lifts = explain::pulls(quiz, fit).map(|pulls| words::lifts(quiz, &pulls));
    let why = lifts.unwrap_or_else(|| say::too_few_for_number().to_owned());
    let plan = plan_of(answers, fit);
    html! {
        <div class="folds">
            { fold("q-why", say::why(), why.into(), drawn(whole_why)) }
            { fold("q-stop", say::stop(), conditions::in_short(quiz, known.whose, answers).into(),
                conditions::conditions(quiz, answers)) }
            { fold("q-like", say::like(), say::like_line().into(), drawn(whole_like)) }
            { fold("q-plan", say::start(), brief::line(&plan).into(), drawn(whole_plan)) }
            { pay() }
            if let Some(nearest) = directions::in_short(fit) {
                { fold("q-else", say::where_else(), nearest.into(), directions::directions(fit)) }
            }
        </div>
    }
}

fn whole_why(known: &Known) -> Html {
    let (quiz, answers, fit) = (quiz(), &known.answers, &known.fit);
    html! {
        <>
            if explain::pulls(quiz, fit).is_some() {
                { why::since_the_quick_quiz(quiz, answers, fit, known.quick) }
                { why::why(quiz, known.whose, answers, fit) }
            }
            { traits::traits(quiz, known.whose, &fit.traits, answers.task, known.done) }
        </>
    }
}

fn whole_like(known: &Known) -> Html {
    let (whose, visit) = (known.whose, &known.visit);
    let own = Charts::of(&visit.device.charts);
    let charts = match (whose, &visit.view) {
        (Whose::Own, _) => own.as_ref(),
        (Whose::Theirs, View::Theirs(shared)) => shared.charts(),
        (Whose::Theirs, _) => None,
    };
    html! {
        <>
            { preview::tried(whose, charts, &known.answers) }
            { preview::preview(Some(&known.answers), known.fit.traits[TraitId::T4].as_ref()) }
        </>
    }
}

fn whole_plan(known: &Known) -> Html {
    let Known { visit, send, .. } = known;
    plan::plan(known.whose, &known.answers, &known.fit.traits, visit, send)
}

/// The verdict, and beside or below it what is drawn after it.
pub fn laid_out(verdict: Html, rest: Callback<(), Html>) -> Html {
    html! {
        <div class="result">
            <div class="result__summary">{ verdict }</div>
            <div><Later draw={rest} /></div>
        </div>
    }
}

/// What the work is like, for a link that holds no answers.
pub fn like(structure: Option<&TraitScore>) -> Html {
    fold(
        "q-like",
        say::like(),
        say::like_line().into(),
        preview::preview(None, structure),
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
