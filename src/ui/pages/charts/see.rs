use yew::prelude::*;

use super::decide::{act_words, presence_word};
use super::table::Event;
use crate::charts::content::{Chart, Doubt, Line, Place, Presence, Reason, Rule};
use crate::charts::group::Named;
use crate::charts::{
    Act, Action, DeskAction, Feeling, Judged, Judgement, Mood, PresenceJudged, Tally, Verdict,
    Work, judge,
};

/// What was right, what was not, and why; then how it felt, and the ways on.
pub fn see(chart: &Chart, work: &Work, next: Option<usize>, send: &Callback<Event>) -> Html {
    let judgement = judge(chart, work);
    html! {
        <div class="screen-only">
            <p class="lead">{ found(judgement.tally) }</p>
            <p>
                { "This is no grade. Coders are checked against 95%, and after about a year of training. You had a few \
                   minutes." }
            </p>
            <section aria-labelledby="codes">
                <h2 id="codes">{ "Code by code" }</h2>
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
                    <button type="button" class="button" onclick={go(send, DeskAction::Open(next))}>{ "Another chart" }</button>
                }
                <button type="button" class="button button--quiet" onclick={go(send, DeskAction::Leave)}>{ "Done" }</button>
                <button type="button" class="button button--quiet" onclick={go(send, DeskAction::Work(Action::Again))}>
                    { "Do this chart again" }
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
    let first = match found {
        0 => format!("A coder would have {wanted} codes here. You found none of them this time."),
        2 if wanted == 2 => "You found both codes.".to_owned(),
        _ if found == wanted => format!("You found all {wanted} codes."),
        _ => format!("You found {found} of {wanted} codes."),
    };
    let second = match unsupported {
        0 => "",
        1 => " One that you chose is not supported by the record.",
        some => &format!(" {some} that you chose are not supported by the record."),
    };
    first + second
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
        Verdict::Right => "Right",
        Verdict::OutOfOrder => "Right, but out of order",
        Verdict::LessSpecific => "True, but less exact than the record",
        Verdict::NotSupported => "Not supported by the record",
        Verdict::Missed => "Missed",
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
                if let Some(better) = judged.better { { format!(" The record supports {better}.") } }
            </p>
            if let Some(presence) = judged.presence { { present(presence) } }
            { words(chart, judged.reason) }
            if let Some(rule) = chart.rule(&judged.reason.rule) { { rule_of(rule) } }
        </>
    }
}

fn present(presence: PresenceJudged<'_>) -> Html {
    let PresenceJudged { said, right, why } = presence;
    let word = |presence| presence_word(presence).to_lowercase();
    let answer = match right {
        Presence::Exempt => "This code is exempt.".to_owned(),
        Presence::Yes | Presence::No => format!("The answer is {}.", word(right)),
    };
    let told = match said {
        Some(said) if said == right => format!("{}, as you said.", word(right)),
        Some(said) => format!("you said {}. {answer}", word(said)),
        None => format!("you did not say. {answer}"),
    };
    html! { <p class="judged__why">{ "Present on admission: " }{ told }{ " " }{ why }</p> }
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
            <ul class="quotes" aria-label="The words that decide it">
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
            <strong>{ &rule.name }</strong>{ ". " }{ &rule.says }{ " " }
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
            html! { <a href={guidelines} rel="noreferrer">{ format!("Official guidelines, {section}") }</a> }
        }
        Place::ProcedureGuidelines => {
            html! { <a href={guidelines} rel="noreferrer">{ format!("Official procedure guidelines, {section}") }</a> }
        }
        Place::Book => html! { { format!("The code book, {section}") } },
        Place::QueryBrief => html! { { format!("AHIMA and ACDIS, {section}") } },
    }
}

fn groups(chart: &Chart, judgement: &Judgement<'_>) -> Html {
    let same = judgement.yours == judgement.keys;
    html! {
        <section class="panel" aria-labelledby="groups">
            <h2 id="groups">{ "The payment group" }</h2>
            <p>{ "Medicare pays a hospital stay by its group. Your codes decide which group it is." }</p>
            <dl class="groups">
                <dt class="groups__label">
                    { if same { "With your codes, and with a coder's" } else { "With your codes" } }
                </dt>
                <dd class="groups__group">{ group(judgement.yours) }</dd>
                if !same {
                    <dt class="groups__label">{ "With a coder's codes" }</dt>
                    <dd class="groups__group">{ group(judgement.keys) }</dd>
                }
                if let Some(answered) = judgement.answered {
                    <dt class="groups__label">{ "After the doctor's answer" }</dt>
                    <dd class="groups__group">{ group(answered) }</dd>
                }
            </dl>
            <p>{ &chart.groups.why }</p>
            if !same && judgement.tally.unsupported > 0 {
                <p>
                    { "Codes that the record does not support can move a stay into another group. If an audit finds \
                       them, the hospital has to pay money back." }
                </p>
            }
        </section>
    }
}

fn group(named: Named<'_>) -> Html {
    match named {
        Named::Group(title) => {
            html! { <><strong>{ format!("MS-DRG {}", title.group) }</strong>{ " " }{ &title.title }</> }
        }
        Named::NothingFirst => html! { { "None: without a diagnosis there is no group." } },
        Named::Unnamed(why) => html! { { why } },
        Named::Unknown => html! {
            { "We name no group for this set of codes. A claim like it would be sent back, or nobody has tried it in the official grouper." }
        },
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
            <h2 id="asked">{ "What the record left open" }</h2>
            <p>
                if let Some(act) = work.act {
                    <strong>{ act_words(act) }{ ". " }</strong>
                } else {
                    <strong>{ "You did not decide here. A coder would ask the doctor. " }</strong>
                }
                { about }
            </p>
            <ul class="verdicts">
                for (place, question) in doubt.questions.iter().enumerate() {
                    <li class={if question.allowed { "judged judged--right" } else { "judged judged--off" }}>
                        <h3 class="judged__title">
                            <span class="judged__verdict">{ if question.allowed { "May be asked" } else { "May not be asked" } }</span>
                            if work.inquiry == Some(place) { { "You sent this one" } } else { { "A question" } }
                        </h3>
                        <p class="judged__why">{ &question.text }</p>
                        <p class="judged__why">{ &question.why }</p>
                    </li>
                }
            </ul>
            if let Some(rule) = chart.rule(&doubt.rule) { { rule_of(rule) } }
            <p>
                <strong>{ "The doctor answers: " }</strong>{ &doubt.answer }{ " " }
                { format!("Now {} is right in place of {}.", doubt.becomes, doubt.instead_of) }
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
            <summary>{ format!("You marked {marked} of the {} lines that codes rest on", judgement.counting) }</summary>
            { list("These count too:", &judgement.unmarked) }
            { list("No code rests on these:", &judgement.beside) }
        </details>
    }
}

fn felt(work: &Work, send: &Callback<Event>) -> Html {
    html! {
        <section aria-labelledby="felt">
            <h2 id="felt">{ "How did it feel?" }</h2>
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
        Feeling::Curious => "Did you want to know how it ends?",
        Feeling::Another => "Would you do another?",
        Feeling::Daily => "Could you do this for most of a day?",
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
        Mood::Yes => "Yes",
        Mood::Unsure => "Not sure",
        Mood::No => "No",
    }
}
