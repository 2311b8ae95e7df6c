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

use crate::say::result as say;
use crate::ui::marks::strong;
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
    Screen::new("own", say::own_title(), body)
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
            { say::next(
                |chart| html! { <a href={Page::Result.link(Page::Try)}>{ chart }</a> },
                |plan| html! { <a class="next__plan" href="#open=plan" onclick={look(send, "q-plan")}>{ plan }</a> },
                strong,
            ) }
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
fn like(tried: Html, answers: Option<&Answers>, structure: Option<&TraitScore>) -> Html {
    fold(
        "q-like",
        say::like(),
        say::like_line().into(),
        html! { <>{ tried }{ preview::preview(answers, structure) }</> },
    )
}

/// The job is in hospitals, so what those pay stands first.
fn pay() -> Html {
    let first = content().paths.outlook.first();
    let line = first.map_or("", |fact| &*content().fact(*fact).value);
    fold("q-pay", say::pays(), line.into(), plan::pay_and_outlook())
}

/// All questions at once, for whoever reads from the top to the end.
fn open_all() -> Html {
    html! {
        <p class="result__all screen-only">
            <button type="button" class="link" onclick={|_: MouseEvent| spot::open_all(true)}>{ say::open_all() }</button>
            <button type="button" class="link" onclick={|_: MouseEvent| spot::open_all(false)}>{ say::close_all() }</button>
        </p>
    }
}

/// Two ways to put it on paper. The first one fits on two sheets.
fn to_print() -> Html {
    html! {
        <p class="buttons screen-only">
            <button type="button" class="button button--quiet" onclick={|_: MouseEvent| page::print_summary()}>
                { say::print_summary() }
            </button>
            <button type="button" class="button button--quiet" onclick={|_: MouseEvent| page::print()}>
                { say::print_everything() }
            </button>
        </p>
    }
}

/// What a sheet of paper is about, and of which day.
fn paper_head(visit: &Visit) -> Html {
    html! {
        <p class="paper-only paper-head">
            { say::summary() }
            if let Some(today) = visit.device.today {
                { " " }{ say::printed_on(&today.in_words()) }
            }
        </p>
    }
}

fn own_answers(send: &Callback<Event>) -> Html {
    let act = |action| send.reform(move |_: MouseEvent| Event::Quiz(action));
    html! {
        <section class="panel panel--plain screen-only">
            <h2>{ say::own_answers() }</h2>
            <p>{ say::own_answers_what() }</p>
            <p class="buttons">
                <button type="button" class="button button--quiet" onclick={act(Action::Visit(Stage::Reviewing))}>
                    { say::change_answers() }
                </button>
                <button type="button" class="button button--quiet" onclick={act(Action::Restart)}>
                    { say::start_again() }
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
            <p class="notice__text">{ say::came_by_link() }</p>
            <div class="notice__ways">
                <button type="button" class="link" onclick={send.reform(|_: MouseEvent| Event::CompareWithSent)}>
                    { say::compare_with_sent() }
                </button>
                <button type="button" class="link" onclick={send.reform(|_: MouseEvent| Event::ForgetSent)}>
                    { say::no_thanks() }
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
                    { say::shared_with_you() }
                </p>
                <div class="notice__ways">
                if visit.can_compare(quiz) {
                    <button type="button" class="link" onclick={send.reform(|_: MouseEvent| Event::CompareWithOwn)}>
                        { say::compare_with_mine() }
                    </button>
                }
                if shared.answers().is_some() {
                    <button id="go-on-here" type="button" class="link" onclick={send.reform(|_: MouseEvent| Event::GoOnHere)}>
                        { say::this_is_mine() }
                    </button>
                }
                </div>
                if shared.charts().is_some() {
                    <p class="notice__text">
                        { say::charts_stay() }
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
    Screen::new("theirs", say::shared_title(), body)
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
                        { say::would_replace() }
                    </p>
                    <p class="buttons notice__ways">
                        <button type="button" class="button" onclick={replace}>{ say::replace() }</button>
                        <button type="button" class="button button--quiet" onclick={leave_alone}>{ say::leave() }</button>
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
            { say::no_conditions() }
        </p>
    }
}

/// What a link with the verdict alone can say.
fn verdict_alone(headline: Headline, you: Html) -> Html {
    let end = html! {
        <>
            <p class="verdict__gate">{ say::holds_no_more() }</p>
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
    let lifts = explain::pulls(quiz, &fit).map(|pulls| words::lifts(quiz, &pulls));
    html! {
        <div class="result">
            <div class="result__summary">{ verdict::verdict(quiz, Whose::Theirs, &fit, around) }</div>
            <div>
                { you }
                <div class="folds">
                    { fold("q-why", say::why(), lifts.unwrap_or_default().into(), html! {
                        <>{ why::weights(quiz, &fit) }{ trait_section(&fit, tallies.task) }</>
                    }) }
                    { like(Html::default(), None, fit.traits[TraitId::T4].as_ref()) }
                    { pay() }
                    if let Some(nearest) = directions::in_short(&fit) {
                        { fold("q-else", say::where_else(), nearest.into(), directions::directions(&fit)) }
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
            <h1 id="title" tabindex="-1">{ say::seen_by_someone() }</h1>
            <p class="lead">
                { say::seen_lead() }
            </p>
            <h2>{ say::how_they_see_it() }</h2>
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
            <h3>{ say::ask_someone() }</h3>
            <p>
                { say::ask_how() }
            </p>
            <LinkBox id="ask-link" label={say::ask_link()} link={visit.ask_link()}
                text={say::ask_message()}
                share_sheet={visit.device.share_sheet} />
            <h3>{ say::compare_another() }</h3>
            <PasteBox problem={bad_paste(visit)} onpaste={paste(send)} />
        </>
    };
    let line = say::others_line();
    html! { <div class="folds screen-only">{ fold("q-others", say::others(), line.into(), whole) }</div> }
}

fn and_you(visit: &Visit, send: &Callback<Event>) -> Html {
    let quiz = quiz();
    let begun = !visit.own.is_untouched(quiz);
    html! {
        <section class="panel panel--accent screen-only">
            <h2>{ say::and_you() }</h2>
            <p>{ say::and_you_what() }</p>
            { take_the_quiz(if begun { say::go_on_with_own() } else { say::take_quiz() }, send) }
            <details>
                <summary>{ say::compare_another() }</summary>
                <PasteBox problem={bad_paste(visit)} onpaste={paste(send)} />
            </details>
        </section>
    }
}

fn what_it_says() -> Html {
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
    let onclick = send.reform(|_: MouseEvent| Event::Quiz(Action::Sharpen));
    html! {
        <section class="panel panel--accent sharpen">
            <h2>{ say::sharpen() }</h2>
            <p>
                { say::sharpen_left(left) }{ " " }{ say::sharpen_why() }
            </p>
            <button type="button" class="button" {onclick}>
                { if begun { say::go_on_sharpening() } else { say::sharpen_mine() } }
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
