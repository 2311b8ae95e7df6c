use yew::prelude::*;

use super::decide::act_words;
use super::table::Event;
use crate::charts::content::{Chart, Doubt, Line, Place, Reason, Rule};
use crate::charts::group::Named;
use crate::charts::{
    Act, Action, DeskAction, Feeling, Judged, Judgement, Mood, PresenceJudged, Tally, Verdict,
    Work, judge,
};
use crate::say::{chart_key as say, charts};
use crate::ui::marks::strong;

/// What was right, what was not, and why; then how it felt, and the ways on.
pub fn see(chart: &Chart, work: &Work, next: Option<usize>, send: &Callback<Event>) -> Html {
    let judgement = judge(chart, work);
    html! {
        <div class="screen-only">
            <p class="lead">{ found(judgement.tally) }</p>
            <p>{ say::no_grade() }</p>
            <section aria-labelledby="codes">
                <h2 id="codes">{ say::code_by_code() }</h2>
                <ul class="verdicts">
                    for judged in &judgement.codes {
                        <li class={class(judged.verdict)}>{ one(chart, judged) }</li>
                    }
                </ul>
            </section>
            { groups(chart, &judgement) }
            if let Some(doubt) = &chart.doubt {
                { asked(chart, doubt, work) }
            }
            { marks(&judgement) }
            { felt(work, send) }
            <p class="buttons">
                if let Some(next) = next {
                    <button type="button" class="button" onclick={go(send, DeskAction::Open(next))}>{ charts::another_chart() }</button>
                }
                <button type="button" class="button button--quiet" onclick={go(send, DeskAction::Leave)}>{ say::leave() }</button>
                <button type="button" class="button button--quiet" onclick={go(send, DeskAction::Work(Action::Again))}>
                    { say::again() }
                </button>
            </p>
        </div>
    }
}

fn go(send: &Callback<Event>, action: DeskAction) -> Callback<MouseEvent> {
    send.reform(move |_: MouseEvent| Event::Do(action))
}

fn found(tally: Tally) -> String {
    let Tally {
        found,
        wanted,
        unsupported,
    } = tally;
    let told = match found {
        0 => say::found_none(wanted),
        2 if wanted == 2 => say::found_both().to_owned(),
        _ if found == wanted => say::found_all(wanted),
        _ => say::found_some(found, wanted),
    };
    match unsupported {
        0 => told,
        some => [&told, " ", &say::unsupported(some)].concat(),
    }
}

fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Right => "judged judged--right",
        Verdict::OutOfOrder | Verdict::LessSpecific => "judged judged--near",
        Verdict::NotSupported | Verdict::Missed => "judged judged--off",
    }
}

fn one(chart: &Chart, judged: &Judged<'_>) -> Html {
    let verdict = match judged.verdict {
        Verdict::Right => say::right(),
        Verdict::OutOfOrder => say::out_of_order(),
        Verdict::LessSpecific => say::less_specific(),
        Verdict::NotSupported => say::not_supported(),
        Verdict::Missed => say::missed(),
    };
    html! {
        <>
            <h3 class="judged__title">
                <span class="judged__verdict">{ verdict }</span>
                <span class="entry__code">{ &judged.code }</span>
                if let Some(title) = judged.title { { title } }
            </h3>
            <p class="judged__why">
                { &judged.reason.why }
                if let Some(better) = judged.better { { " " }{ say::supports(better) } }
            </p>
            if let Some(presence) = judged.presence { { present(presence) } }
            { words(chart, judged.reason) }
            if let Some(rule) = chart.rule(&judged.reason.rule) { { rule_of(rule) } }
        </>
    }
}

fn present(presence: PresenceJudged<'_>) -> Html {
    let PresenceJudged { said, right, why } = presence;
    html! {
        <p class="judged__why">
            {
                match said {
                    Some(said) if said == right => say::as_you_said(said),
                    Some(said) => say::you_said(said),
                    None => say::you_did_not_say(),
                }
            }
            if said != Some(right) { { " " }{ say::answer(right) } }
            if !why.is_empty() { { " " }{ why } }
        </p>
    }
}

/// The words of the record that decide it.
fn words(chart: &Chart, reason: &Reason) -> Html {
    let lines: Vec<_> = reason
        .lines
        .iter()
        .filter_map(|id| chart.line(id))
        .collect();
    html! {
        if !lines.is_empty() {
            <ul class="quotes" aria-label={say::deciding_words()}>
                for line in lines {
                    <li class="quotes__line">{ &line.text }</li>
                }
            </ul>
        }
    }
}

fn rule_of(rule: &Rule) -> Html {
    html! {
        <p class="rule">
            { say::rule(&rule.name, &rule.says, strong) }{ " " }
            <span>{ place(rule) }</span>
        </p>
    }
}

/// Where a rule stands, linked where it is public.
pub fn place(rule: &Rule) -> Html {
    let section = &rule.section;
    // Both guidelines can be had there.
    let guidelines = "https://www.cms.gov/medicare/coding-billing/icd-10-codes";
    match rule.place {
        Place::Guidelines => {
            html! { <a href={guidelines} rel="noreferrer">{ say::guidelines(section) }</a> }
        }
        Place::ProcedureGuidelines => {
            html! { <a href={guidelines} rel="noreferrer">{ say::procedure_guidelines(section) }</a> }
        }
        Place::Book => html! { { say::in_book(section) } },
        Place::QueryBrief => html! { { say::query_brief(section) } },
    }
}

fn groups(chart: &Chart, judgement: &Judgement<'_>) -> Html {
    let same = judgement.yours == judgement.keys;
    html! {
        <section class="panel" aria-labelledby="groups">
            <h2 id="groups">{ say::payment_group() }</h2>
            <p>{ say::group_decides() }</p>
            <dl class="groups">
                <dt class="groups__label">
                    { if same { say::with_both() } else { say::with_yours() } }
                </dt>
                <dd class="groups__group">{ group(judgement.yours) }</dd>
                if !same {
                    <dt class="groups__label">{ say::with_coders() }</dt>
                    <dd class="groups__group">{ group(judgement.keys) }</dd>
                }
                if let Some(answered) = judgement.answered {
                    <dt class="groups__label">{ say::after_answer() }</dt>
                    <dd class="groups__group">{ group(answered) }</dd>
                }
            </dl>
            <p>{ &chart.groups.why }</p>
            if !same && judgement.tally.unsupported > 0 {
                <p>{ say::audit() }</p>
            }
        </section>
    }
}

fn group(named: Named<'_>) -> Html {
    match named {
        Named::Group(title) => say::group(title.group.into(), &title.title, strong),
        Named::NothingFirst => html! { { say::no_diagnosis_no_group() } },
        Named::Unnamed(why) => html! { { why } },
        Named::Unknown => html! { { say::unknown_group() } },
    }
}

fn asked(chart: &Chart, doubt: &Doubt, work: &Work) -> Html {
    let about = match work.act {
        Some(Act::Code) => &doubt.acts.code,
        Some(Act::Leave) => &doubt.acts.leave,
        Some(Act::Ask) | None => &doubt.acts.ask,
    };
    html! {
        <section aria-labelledby="asked">
            <h2 id="asked">{ say::left_open() }</h2>
            <p>
                {
                    match work.act {
                        Some(act) => say::decided(about, act_words(act), strong),
                        None => say::undecided(about, strong),
                    }
                }
            </p>
            <ul class="verdicts">
                for (place, question) in doubt.questions.iter().enumerate() {
                    <li class={if question.allowed { "judged judged--right" } else { "judged judged--off" }}>
                        <h3 class="judged__title">
                            <span class="judged__verdict">{ say::may_be_asked(question.allowed) }</span>
                            if work.inquiry == Some(place) { { say::sent() } } else { { say::question() } }
                        </h3>
                        <p class="judged__why">{ &question.text }</p>
                        <p class="judged__why">{ &question.why }</p>
                    </li>
                }
            </ul>
            if let Some(rule) = chart.rule(&doubt.rule) { { rule_of(rule) } }
            <p>
                { say::doctor_answers(&doubt.answer, &doubt.becomes, &doubt.instead_of, strong) }
            </p>
        </section>
    }
}

fn marks(judgement: &Judgement<'_>) -> Html {
    let marked = judgement.counting - judgement.unmarked.len();
    let list = |heading: &'static str, lines: &[&Line]| {
        html! {
            if !lines.is_empty() {
                <p class="marks__heading">{ heading }</p>
                <ul class="quotes">
                    for line in lines.iter() {
                        <li class="quotes__line">{ &line.text }</li>
                    }
                </ul>
            }
        }
    };
    html! {
        <details class="marks">
            <summary>{ say::marked(judgement.counting, marked) }</summary>
            { list(say::count_too(), &judgement.unmarked) }
            { list(say::count_not(), &judgement.beside) }
        </details>
    }
}

fn felt(work: &Work, send: &Callback<Event>) -> Html {
    html! {
        <section aria-labelledby="felt">
            <h2 id="felt">{ say::how_it_felt() }</h2>
            <div class="felt">
                for feeling in Feeling::ALL {
                    <fieldset class="presence">
                        <legend class="presence__legend">{ question(feeling) }</legend>
                        for mood in Mood::ALL {
                            <label class="check">
                                <input class="check__box" type="radio" name={name(feeling)}
                                    checked={work.felt.get(feeling) == Some(mood)}
                                    onchange={send.reform(move |_: yew::Event| Event::Do(DeskAction::Work(Action::Feel(feeling, mood))))} />
                                <span>{ answer(mood) }</span>
                            </label>
                        }
                    </fieldset>
                }
            </div>
        </section>
    }
}

fn question(feeling: Feeling) -> &'static str {
    match feeling {
        Feeling::Curious => say::felt_curious(),
        Feeling::Another => say::felt_another(),
        Feeling::Daily => say::felt_daily(),
    }
}

fn name(feeling: Feeling) -> &'static str {
    match feeling {
        Feeling::Curious => "curious",
        Feeling::Another => "another",
        Feeling::Daily => "daily",
    }
}

fn answer(mood: Mood) -> &'static str {
    match mood {
        Mood::Yes => say::mood_yes(),
        Mood::Unsure => say::mood_unsure(),
        Mood::No => say::mood_no(),
    }
}
