//! The result: derived from the answers, never stored.

mod conditions;
mod directions;
mod plan;
mod preview;
mod profile;
mod share;
mod traits;
mod verdict;
mod why;
mod withheld;

pub(super) use preview::in_numbers;

use yew::prelude::*;

use self::share::ShareBox;
use self::traits::Done;
use self::verdict::Around;
use super::other::take_the_quiz;
use super::question::notices;
use crate::answers::{Answers, TaskOutcome};
use crate::browser::{page, spot};
use crate::builtin::{content, quiz};
use crate::content::TraitId;
use crate::fit::quality::{self, Flag};
use crate::fit::{self, Fit, Headline, TraitScore, explain};
use crate::plan::{Plan, brief, plan as plan_for};
use crate::session::{Action, Question, Session, Stage};
use crate::share::{Charts, CodeError, Shared, Tallies, parse_link, within};
use crate::ui::components::{Later, LinkBox, PasteBox, fold};
use crate::ui::screen::Screen;
use crate::ui::words::{self, Whose};
use crate::visit::{Event, Notice, Page, View, Visit};

/// The reader's own result.
pub fn own_result(visit: &Visit, send: &Callback<Event>) -> Screen {
    let quiz = quiz();
    let Session { answers, pace, .. } = &visit.own;
    let flags = quality::flags(quiz, answers, pace.seconds_per_item());
    let body = html! {
        <>
            { paper_head(visit) }
            { notices(visit, send) }
            { beside_what_was_sent(visit, send) }
            if quality::withholds(&flags) {
                { withheld::withheld(quiz, Whose::Own, answers, &flags) }
                { own_answers(send) }
            } else {
                { own(&flags, visit, send) }
            }
        </>
    };
    Screen::new("own", "Your result", body)
}

fn own(flags: &[Flag], visit: &Visit, send: &Callback<Event>) -> Html {
    let quiz = quiz();
    let answers = &visit.own.answers;
    let fit = fit::score(quiz, answers);
    let quick = verdict::quick_alone(quiz, answers);
    let around = Around {
        quick,
        no: words::said_no(quiz, Whose::Own, answers),
        end: html! { <>{ next(send) }<ShareBox visit={visit.clone()} /></> },
    };
    let verdict = verdict::verdict(quiz, Whose::Own, &fit, around);
    let whole = {
        let (flags, visit, send) = (flags.to_vec(), visit.clone(), send.clone());
        Callback::from(move |()| {
            let answers = &visit.own.answers;
            let done = Done {
                run: visit.own.run,
                took: visit.own.pace.task_took(),
            };
            html! {
                <>
                    { withheld::look_twice(&flags) }
                    if !visit.own.can_sharpen(quiz) && let Some(edge) = words::on_the_edge(quiz, &fit) {
                        <p class="result__edge">{ edge }</p>
                    }
                    { open_all() }
                    { questions(Whose::Own, answers, &fit, quick, done, &visit, &send) }
                    { together(&visit, &send) }
                    { sharpen(&visit.own, &send) }
                    { what_it_says() }
                    { to_print() }
                    { own_answers(&send) }
                </>
            }
        })
    };
    html! {
        <div class="result">
            <div class="result__summary">{ verdict }</div>
            <div><Later draw={whole} /></div>
        </div>
    }
}

fn plan_of(answers: &Answers, fit: &Fit) -> Plan<'static> {
    plan_for(quiz(), content(), answers, &fit.traits)
}

/// The one thing to do next, whatever the result: nothing tells more about the work than doing it.
fn next(send: &Callback<Event>) -> Html {
    html! {
        <p class="next">
            <strong>{ "Next: " }</strong>
            <a href={Page::Result.link(Page::Try)}>{ "code a chart" }</a>
            { " in five to ten minutes, or " }
            <a class="next__plan" href="#open=plan" onclick={look(send, "q-plan")}>{ "see your plan" }</a>
            { "." }
        </p>
    }
}

/// Goes to a part of the page and opens it. The browser's "Back" leads to where the reader was.
fn look(send: &Callback<Event>, part: &'static str) -> Callback<MouseEvent> {
    send.reform(move |click: MouseEvent| {
        click.prevent_default();
        Event::Look(part)
    })
}

/// The six questions that a person has, each with a line that answers it.
fn questions(
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
    let lifts = explain::pulls(quiz, fit).map(|pulls| words::lifts(quiz, &pulls) + ".");
    html! {
        <div class="folds">
            if let Some(lifts) = lifts {
                { fold("q-why", "Why this result?", lifts.into(), html! {
                    <>
                        { why::since_the_quick_quiz(quiz, answers, fit, quick) }
                        { why::why(quiz, whose, answers, fit) }
                        { traits::traits(quiz, whose, &fit.traits, answers.task, done) }
                    </>
                }) }
            } else {
                { fold("q-why", "Why this result?", "Too many answers are missing for a number.".into(),
                    traits::traits(quiz, whose, &fit.traits, answers.task, done)) }
            }
            { fold("q-stop", "What could stop me?", conditions::in_short(quiz, whose, answers).into(),
                conditions::conditions(quiz, answers)) }
            { like(tried, Some(answers), fit.traits[TraitId::T4].as_ref()) }
            { fold("q-plan", "How do I start?", brief::line(&plan).into(),
                plan::plan(whose, answers, &fit.traits, visit, send)) }
            { pay() }
            if let Some(nearest) = directions::in_short(fit) {
                { fold("q-else", "Where else?", nearest.into(), directions::directions(fit)) }
            }
        </div>
    }
}

/// `tried` is how it went where the reader has tried it.
fn like(tried: Html, answers: Option<&Answers>, structure: Option<&TraitScore>) -> Html {
    fold(
        "q-like",
        "What is it like?",
        "You read hospital records and turn them into codes, mostly alone and at a screen.".into(),
        html! { <>{ tried }{ preview::preview(answers, structure) }</> },
    )
}

/// The job is in hospitals, so what those pay stands first.
fn pay() -> Html {
    let first = content().paths.outlook.first();
    let line = first.map_or("", |fact| &*content().fact(*fact).value);
    fold(
        "q-pay",
        "What does it pay?",
        line.into(),
        plan::pay_and_outlook(),
    )
}

/// All questions at once, for whoever reads from the top to the end.
fn open_all() -> Html {
    html! {
        <p class="result__all screen-only">
            <button type="button" class="link" onclick={|_: MouseEvent| spot::open_all(true)}>{ "Open all" }</button>
            <button type="button" class="link" onclick={|_: MouseEvent| spot::open_all(false)}>{ "Close all" }</button>
        </p>
    }
}

/// Two ways to put it on paper. The first one fits on two sheets.
fn to_print() -> Html {
    html! {
        <p class="buttons screen-only">
            <button type="button" class="button button--quiet" onclick={|_: MouseEvent| page::print_summary()}>
                { "Print a summary" }
            </button>
            <button type="button" class="button button--quiet" onclick={|_: MouseEvent| page::print()}>
                { "Print everything" }
            </button>
        </p>
    }
}

/// What a sheet of paper is about, and of which day.
fn paper_head(visit: &Visit) -> Html {
    html! {
        <p class="paper-only paper-head">
            { "Coder Fit: would inpatient medical coding suit me?" }
            if let Some(today) = visit.device.today {
                { " Printed on " }{ today.in_words() }{ "." }
            }
        </p>
    }
}

fn own_answers(send: &Callback<Event>) -> Html {
    let act = |action| send.reform(move |_: MouseEvent| Event::Quiz(action));
    html! {
        <section class="panel panel--plain screen-only">
            <h2>{ "Your answers" }</h2>
            <p>{ "You can change any answer, and the result changes with it." }</p>
            <p class="buttons">
                <button type="button" class="button button--quiet" onclick={act(Action::Visit(Stage::Reviewing))}>
                    { "Change my answers" }
                </button>
                <button type="button" class="button button--quiet" onclick={act(Action::Restart)}>
                    { "Start again" }
                </button>
            </p>
        </section>
    }
}

/// Whoever came by somebody's link and then took the quiz wants to see both.
fn beside_what_was_sent(visit: &Visit, send: &Callback<Event>) -> Html {
    if visit.device.sent.is_none() || !visit.can_compare(quiz()) {
        return Html::default();
    }
    html! {
        <div class="notice screen-only">
            <p class="notice__text">{ "You came here by a link to somebody's result." }</p>
            <div class="notice__ways">
                <button type="button" class="link" onclick={send.reform(|_: MouseEvent| Event::CompareWithSent)}>
                    { "Compare it with mine" }
                </button>
                <button type="button" class="link" onclick={send.reform(|_: MouseEvent| Event::ForgetSent)}>
                    { "No, thanks" }
                </button>
            </div>
        </div>
    }
}

/// Somebody else's result, to read and no more: what it comes to, and what the reader can do.
/// Whatever else the link holds is folded.
pub fn their_result(shared: &Shared, visit: &Visit, send: &Callback<Event>) -> Screen {
    let quiz = quiz();
    let you = and_you(visit, send);
    let body = html! {
        <>
            { paper_head(visit) }
            <div class="notice">
                <p class="notice__text">
                    { "Someone shared this result with you. Your own answers are not touched. \
                       Anyone can make such a link, so it proves nothing about anybody." }
                </p>
                <div class="notice__ways">
                if visit.can_compare(quiz) {
                    <button type="button" class="link" onclick={send.reform(|_: MouseEvent| Event::CompareWithOwn)}>
                        { "Compare with mine" }
                    </button>
                }
                if shared.answers().is_some() {
                    <button id="go-on-here" type="button" class="link" onclick={send.reform(|_: MouseEvent| Event::GoOnHere)}>
                        { "This is mine: go on here" }
                    </button>
                }
                </div>
                if shared.charts().is_some() {
                    <p class="notice__text">
                        { "Going on here brings the answers to this device. Charts stay on the device where \
                           they were coded." }
                    </p>
                }
            </div>
            { would_replace(visit, send) }
            {
                match shared {
                    Shared::Verdict(headline) => verdict_alone(*headline, you),
                    Shared::Traits(tallies) => scores_alone(tallies, you),
                    Shared::Answers(answers) | Shared::Everything(answers, _) => theirs(answers, visit, send, you),
                    Shared::Observed(answers) => observed(answers, you),
                }
            }
        </>
    };
    Screen::new("theirs", "A shared result", body)
}

/// The question before answers of this device are replaced. It is there at all times, so that
/// screen readers hear what comes into it.
fn would_replace(visit: &Visit, send: &Callback<Event>) -> Html {
    let replace = send.reform(|_: MouseEvent| Event::Replace);
    let leave_alone = send.reform(|_: MouseEvent| {
        // The button that has the focus goes.
        page::focus("go-on-here");
        Event::LeaveAlone
    });
    html! {
        <div role="alert">
            if visit.notice == Some(Notice::WouldReplace) {
                <div class="notice notice--loud">
                    <p class="notice__text">
                        { "There are answers on this device already. If you go on here, this result takes their place." }
                    </p>
                    <p class="buttons notice__ways">
                        <button type="button" class="button" onclick={replace}>{ "Replace them" }</button>
                        <button type="button" class="button button--quiet" onclick={leave_alone}>{ "Leave them" }</button>
                    </p>
                </div>
            }
        </div>
    }
}

/// What a link with all answers can say.
fn theirs(answers: &Answers, visit: &Visit, send: &Callback<Event>, you: Html) -> Html {
    let quiz = quiz();
    // A link holds no times, so careless answering shows in the answers alone.
    let flags = quality::flags(quiz, answers, None);
    if quality::withholds(&flags) {
        return html! {
            <>
                { withheld::withheld(quiz, Whose::Theirs, answers, &flags) }
                { you }
            </>
        };
    }
    let fit = fit::score(quiz, answers);
    let quick = verdict::quick_alone(quiz, answers);
    let around = Around {
        quick,
        no: words::said_no(quiz, Whose::Theirs, answers),
        end: Html::default(),
    };
    let verdict = verdict::verdict(quiz, Whose::Theirs, &fit, around);
    let whole = {
        let (answers, visit, send) = (answers.clone(), visit.clone(), send.clone());
        let you = you.clone();
        Callback::from(move |()| {
            let done = Done::default();
            html! {
                <>
                    { withheld::look_twice(&flags) }
                    { you.clone() }
                    { open_all() }
                    { questions(Whose::Theirs, &answers, &fit, quick, done, &visit, &send) }
                    { what_it_says() }
                </>
            }
        })
    };
    html! {
        <div class="result">
            <div class="result__summary">{ verdict }</div>
            <div><Later draw={whole} /></div>
        </div>
    }
}

/// The two smaller kinds of link have no room for conditions, and a result must not look as if
/// there were none.
fn no_conditions() -> Html {
    html! {
        <p class="verdict__gate">
            { "This link does not say if the person said no to a condition of the work, such as a daily target." }
        </p>
    }
}

/// What a link with the verdict alone can say.
fn verdict_alone(headline: Headline, you: Html) -> Html {
    let end = html! {
        <>
            <p class="verdict__gate">{ "It holds no more than this. Which traits lie behind it, only the person who made it can tell." }</p>
            { no_conditions() }
        </>
    };
    let around = Around {
        end,
        ..Around::default()
    };
    html! {
        <div class="result">
            <div class="result__summary">{ verdict::headline(quiz(), Whose::Theirs, headline, around) }</div>
            <div>
                { you }
                <div class="folds">{ like(Html::default(), None, None) }{ pay() }</div>
                { what_it_says() }
            </div>
        </div>
    }
}

/// What a link with the seven scores can say.
fn scores_alone(tallies: &Tallies, you: Html) -> Html {
    let quiz = quiz();
    let fit = fit::score_tallies(quiz, &tallies.traits, tallies.task);
    let around = Around {
        end: no_conditions(),
        ..Around::default()
    };
    let lifts = explain::pulls(quiz, &fit).map(|pulls| words::lifts(quiz, &pulls) + ".");
    html! {
        <div class="result">
            <div class="result__summary">{ verdict::verdict(quiz, Whose::Theirs, &fit, around) }</div>
            <div>
                { you }
                <div class="folds">
                    { fold("q-why", "Why this result?", lifts.unwrap_or_default().into(), html! {
                        <>{ why::weights(quiz, &fit) }{ trait_section(&fit, tallies.task) }</>
                    }) }
                    { like(Html::default(), None, fit.traits[TraitId::T4].as_ref()) }
                    { pay() }
                    if let Some(nearest) = directions::in_short(&fit) {
                        { fold("q-else", "Where else?", nearest.into(), directions::directions(&fit)) }
                    }
                </div>
                { what_it_says() }
            </div>
        </div>
    }
}

/// How somebody sees a person, for a reader who is not that person or has no
/// result here.
fn observed(answers: &Answers, end: Html) -> Html {
    let quiz = quiz();
    html! {
        <>
            <h1 id="title" tabindex="-1">{ "How someone sees the person who asked them" }</h1>
            <p class="lead">
                { "This is about a career quiz on inpatient medical coding. Are you the one who asked? \
                   Open this link in the browser that holds your own result, \
                   and the two stand side by side. On another device, paste your own link below." }
            </p>
            <h2>{ "How they see it" }</h2>
            { trait_section(&fit::score(quiz, answers), None) }
            { end }
        </>
    }
}

fn trait_section(fit: &Fit, task: Option<TaskOutcome>) -> Html {
    traits::traits(quiz(), Whose::Theirs, &fit.traits, task, Done::default())
}

/// Two ways to look at oneself beside somebody else.
fn together(visit: &Visit, send: &Callback<Event>) -> Html {
    let whole = html! {
        <>
            <h3>{ "Ask someone who knows you" }</h3>
            <p>
                { "Send this link to a friend, a teacher or someone you worked with. It holds nothing about you. \
                   They answer the quick questions about you and send you a link back. Open it here, \
                   and you see both views side by side." }
            </p>
            <LinkBox id="ask-link" label="Link to ask with" link={visit.ask_link()}
                text="How do you see me? A few short questions for a quiz about inpatient medical coding, three minutes."
                share_sheet={visit.device.share_sheet} />
            <h3>{ "Compare with another result" }</h3>
            <PasteBox problem={bad_paste(visit)} onpaste={paste(send)} />
        </>
    };
    let line = "Ask someone who knows you, or compare with another result.";
    html! { <div class="folds screen-only">{ fold("q-others", "How do others see me?", line.into(), whole) }</div> }
}

fn and_you(visit: &Visit, send: &Callback<Event>) -> Html {
    let quiz = quiz();
    let begun = !visit.own.is_untouched(quiz);
    html! {
        <section class="panel panel--accent screen-only">
            <h2>{ "And you?" }</h2>
            <p>{ "Would inpatient medical coding suit you? It is reading hospital records, not programming. The quiz takes about five minutes." }</p>
            { take_the_quiz(if begun { "Go on with your own quiz" } else { "Take the quiz" }, send) }
            <details>
                <summary>{ "Compare with another result" }</summary>
                <PasteBox problem={bad_paste(visit)} onpaste={paste(send)} />
            </details>
        </section>
    }
}

fn what_it_says() -> Html {
    let whole = html! {
        <>
            <ul class="limits">
                <li>{ "It compares what was said about likes and habits with what the work asks for." }</li>
                <li>{ "The range holds the real value about eight times in ten, if our assumptions about the questions hold. The questions have not been tried on a sample of people yet." }</li>
                <li>{ "It knows nothing of coding skill. It does not predict being hired or doing well." }</li>
                <li>{ "There are no norms: the number does not rank anyone against other people." }</li>
                <li>{ "No one has studied the later careers of people who took it." }</li>
                <li>{ "It must not be used to choose or turn down people." }</li>
            </ul>
            <p><a href={Page::Result.root().to_owned() + "scoring/"}>{ "How this is scored, item by item" }</a></p>
        </>
    };
    let line = "It compares answers with the work. It predicts nothing.";
    html! {
        <div class="folds">
            { fold("q-limits", "What can this not say?", line.into(), whole) }
        </div>
    }
}

/// The offer to answer more, for narrower ranges.
fn sharpen(own: &Session, send: &Callback<Event>) -> Html {
    let quiz = quiz();
    if !own.can_sharpen(quiz) {
        return Html::default();
    }
    let more = Question::more(quiz);
    let left = more
        .iter()
        .filter(|question| question.chosen(quiz, &own.answers).is_none())
        .count();
    let begun = left < more.len();
    let what = match left {
        0 => "A short checking task is left.".to_owned(),
        1 => "One more question and a short checking task are left.".to_owned(),
        _ => format!("There are {left} more questions and a short checking task."),
    };
    let onclick = send.reform(|_: MouseEvent| Event::Quiz(Action::Sharpen));
    html! {
        <section class="panel panel--accent sharpen">
            <h2>{ "Sharpen your result" }</h2>
            <p>
                { what }
                { " They usually make the ranges narrower. You can stop at any point, and nothing is asked twice." }
            </p>
            <button type="button" class="button" {onclick}>
                { if begun { "Go on sharpening" } else { "Sharpen my result" } }
            </button>
        </section>
    }
}

/// Why what was pasted is no result.
fn bad_paste(visit: &Visit) -> Option<CodeError> {
    match visit.notice {
        Some(Notice::BadPaste(error)) => Some(error),
        _ => None,
    }
}

/// Reads what was pasted.
fn paste(send: &Callback<Event>) -> Callback<String> {
    send.reform(|text: String| Event::Paste(parse_link(quiz(), within(&text))))
}
