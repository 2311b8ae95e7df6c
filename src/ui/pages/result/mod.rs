//! The result: derived from the answers, never stored.

mod conditions;
mod directions;
mod plan;
mod preview;
mod share;
mod traits;
mod verdict;
mod why;
mod withheld;

use yew::prelude::*;

use self::share::ShareBox;
use self::traits::Done;
use super::other::take_the_quiz;
use super::question::notices;
use crate::answers::{Answers, TaskOutcome};
use crate::browser::page;
use crate::builtin::quiz;
use crate::content::TraitId;
use crate::fit::quality::{self, Flag};
use crate::fit::{self, Fit, Headline};
use crate::session::{Action, Question, Session, Stage};
use crate::share::{CodeError, Shared, Tallies, parse_link, within};
use crate::ui::components::{Later, LinkBox, PasteBox};
use crate::ui::screen::Screen;
use crate::ui::words::Whose;
use crate::visit::{Event, Notice, Page, Visit};

/// The reader's own result.
pub fn own_result(visit: &Visit, send: &Callback<Event>) -> Screen {
    let quiz = quiz();
    let Session { answers, pace, .. } = &visit.own;
    let act = |action| send.reform(move |_: MouseEvent| Event::Quiz(action));
    let to_answers = act(Action::Visit(Stage::Reviewing));
    let flags = quality::flags(quiz, answers, pace.seconds_per_item());
    let end = {
        let (visit, send, to_answers) = (visit.clone(), send.clone(), to_answers.clone());
        let restart = act(Action::Restart);
        Callback::from(move |()| {
            html! {
                <>
                    { share_section(&visit) }
                    { together(&visit, &send) }
                    { what_it_says() }
                    { own_answers(to_answers.clone(), restart.clone()) }
                </>
            }
        })
    };
    let body = html! {
        <>
            <button type="button" class="back" onclick={to_answers.clone()}>
                { "Back to your answers" }
            </button>
            { notices(visit, send) }
            if quality::withholds(&flags) {
                { withheld::withheld(quiz, Whose::Own, answers, &flags) }
                { own_answers(to_answers, act(Action::Restart)) }
            } else {
                { whole(Whose::Own, answers, &flags, sharpen(&visit.own, send), visit, send, end) }
            }
        </>
    };
    Screen::new("own", "Your result", body)
}

fn own_answers(to_answers: Callback<MouseEvent>, restart: Callback<MouseEvent>) -> Html {
    html! {
        <section class="panel panel--plain screen-only">
            <h2>{ "Your answers" }</h2>
            <p>{ "You can change any answer, and the result changes with it." }</p>
            <p class="buttons">
                <button type="button" class="button button--quiet" onclick={to_answers}>
                    { "Change my answers" }
                </button>
                <button type="button" class="button button--quiet" onclick={restart}>
                    { "Start again" }
                </button>
            </p>
        </section>
    }
}

/// Somebody else's result, to read and no more.
pub fn their_result(shared: &Shared, visit: &Visit, send: &Callback<Event>) -> Screen {
    let quiz = quiz();
    let you = and_you(visit, send);
    let body = html! {
        <>
            <div class="notice">
                <p class="notice__text">
                    { "You are looking at a result that someone shared. Your own answers are not touched. \
                       Anyone can make such a link, so it proves nothing about anybody." }
                </p>
                <div class="notice__ways">
                if visit.can_compare(quiz) {
                    <button type="button" class="link" onclick={send.reform(|_: MouseEvent| Event::CompareWithOwn)}>
                        { "Compare with mine" }
                    </button>
                }
                if matches!(shared, Shared::Answers(_)) {
                    <button id="go-on-here" type="button" class="link" onclick={send.reform(|_: MouseEvent| Event::GoOnHere)}>
                        { "This is mine: go on here" }
                    </button>
                }
                </div>
            </div>
            { would_replace(visit, send) }
            {
                match shared {
                    Shared::Verdict(headline) => verdict_alone(*headline, you),
                    Shared::Traits(tallies) => scores_alone(tallies, you),
                    Shared::Answers(answers) => theirs(answers, visit, send, you),
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

/// What a link with all answers can say; `end` stands at the end of the page.
fn theirs(answers: &Answers, visit: &Visit, send: &Callback<Event>, end: Html) -> Html {
    let quiz = quiz();
    // A link holds no times, so careless answering shows in the answers alone.
    let flags = quality::flags(quiz, answers, None);
    if quality::withholds(&flags) {
        return html! {
            <>
                { withheld::withheld(quiz, Whose::Theirs, answers, &flags) }
                { end }
            </>
        };
    }
    let (visit_then, send_then) = (visit.clone(), send.clone());
    let end = Callback::from(move |()| {
        html! { <>{ what_it_says() }{ and_you(&visit_then, &send_then) }</> }
    });
    whole(
        Whose::Theirs,
        answers,
        &flags,
        Html::default(),
        visit,
        send,
        end,
    )
}

/// All that answers can say. The verdict is drawn first, so that it is seen while
/// the rest is still being drawn; `offer` stands below it, and `end` at the end.
fn whole(
    whose: Whose,
    answers: &Answers,
    flags: &[Flag],
    offer: Html,
    visit: &Visit,
    send: &Callback<Event>,
    end: Callback<(), Html>,
) -> Html {
    let quiz = quiz();
    let fit = fit::score(quiz, answers);
    let verdict = verdict::verdict(quiz, whose, &fit, verdict::quick_alone(quiz, answers));
    let rest = {
        let (answers, visit, send) = (answers.clone(), visit.clone(), send.clone());
        Callback::from(move |()| {
            let done = match whose {
                Whose::Own => Done {
                    run: visit.own.run,
                    took: visit.own.pace.task_took(),
                },
                Whose::Theirs => Done::default(),
            };
            html! {
                <>
                    { why::why(quiz, whose, &answers, &fit) }
                    { traits::traits(quiz, whose, &fit.traits, answers.task, done) }
                    { conditions::conditions(quiz, whose, &answers) }
                    { preview::preview(Some(&answers), fit.traits[TraitId::T4].as_ref()) }
                    { plan::plan(whose, &answers, &fit.traits, &visit, &send) }
                    { plan::pay_and_outlook() }
                    { directions::directions(&fit) }
                    { end.emit(()) }
                </>
            }
        })
    };
    html! {
        <>
            { verdict }
            { withheld::look_twice(flags) }
            { offer }
            { on_this_page(whose) }
            <Later draw={rest} />
        </>
    }
}

/// What a link with the verdict alone can say.
fn verdict_alone(headline: Headline, end: Html) -> Html {
    html! {
        <>
            { verdict::headline(quiz(), Whose::Theirs, headline, None, html! {
                <p>{ "The link holds no more than this. Which traits lie behind it, only the person who made it can tell." }</p>
            }) }
            { preview::preview(None, None) }
            { plan::pay_and_outlook() }
            { what_it_says() }
            { end }
        </>
    }
}

/// What a link with the seven scores can say.
fn scores_alone(tallies: &Tallies, end: Html) -> Html {
    let quiz = quiz();
    let fit = fit::score_tallies(quiz, &tallies.traits, tallies.task);
    html! {
        <>
            { verdict::verdict(quiz, Whose::Theirs, &fit, None) }
            { trait_section(&fit, tallies.task) }
            { why::weights(quiz, &fit) }
            { preview::preview(None, fit.traits[TraitId::T4].as_ref()) }
            { plan::pay_and_outlook() }
            { directions::directions(&fit) }
            { what_it_says() }
            { end }
        </>
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
                { "Are you the one who asked? Open this link in the browser that holds your own result, \
                   and the two stand side by side. On another device, paste your own link below." }
            </p>
            { trait_section(&fit::score(quiz, answers), None) }
            { end }
        </>
    }
}

fn trait_section(fit: &Fit, task: Option<TaskOutcome>) -> Html {
    traits::traits(quiz(), Whose::Theirs, &fit.traits, task, Done::default())
}

/// The long page's parts. Plain links would put their fragment into the address
/// bar, where the result's own code stands.
fn on_this_page(whose: Whose) -> Html {
    const PARTS: [(&str, &str); 7] = [
        ("why", "Why"),
        ("deal-breakers", "Deal-breakers"),
        ("work", "The work"),
        ("plan", "The plan"),
        ("pay", "Pay and outlook"),
        ("directions", "Other directions"),
        ("share", "Share"),
    ];
    let count = match whose {
        Whose::Own => PARTS.len(),
        Whose::Theirs => PARTS.len() - 1,
    };
    html! {
        <nav class="jumps screen-only" aria-label="On this page">
            <ul class="jumps__list">
                for (id, name) in PARTS.into_iter().take(count) {
                    <li class="jumps__jump">
                        <button type="button" class="link" onclick={move |_: MouseEvent| page::focus(id)}>{ name }</button>
                    </li>
                }
            </ul>
        </nav>
    }
}

fn share_section(visit: &Visit) -> Html {
    html! {
        <section class="panel">
            <h2 id="share" tabindex="-1" class="screen-only">{ "Share or keep your result" }</h2>
            <ShareBox visit={visit.clone()} />
        </section>
    }
}

/// Two ways to look at oneself beside somebody else.
fn together(visit: &Visit, send: &Callback<Event>) -> Html {
    html! {
        <section class="panel screen-only">
            <h2>{ "Ask someone who knows you" }</h2>
            <p>
                { "Send this link to a friend, a teacher or someone you worked with. It holds nothing about you. \
                   They answer the quick questions about you and send you a link back. Open it here, \
                   and you see both views side by side." }
            </p>
            <LinkBox id="ask-link" label="Link to ask with" link={visit.ask_link()}
                text="How do you see me? A few short questions, three minutes." share_sheet={visit.device.share_sheet} />
            <h3>{ "Compare with another result" }</h3>
            <PasteBox problem={bad_paste(visit)} onpaste={paste(send)} />
        </section>
    }
}

fn and_you(visit: &Visit, send: &Callback<Event>) -> Html {
    let quiz = quiz();
    let begun = !visit.own.is_untouched(quiz);
    html! {
        <section class="panel screen-only">
            <h2>{ "And you?" }</h2>
            { take_the_quiz(if begun { "Go on with your own quiz" } else { "Take the quiz" }, send) }
            <h3>{ "Compare with another result" }</h3>
            <PasteBox problem={bad_paste(visit)} onpaste={paste(send)} />
        </section>
    }
}

fn what_it_says() -> Html {
    html! {
        <section class="panel panel--plain">
            <h2>{ "What this can and cannot say" }</h2>
            <ul class="limits">
                <li>{ "It compares what was said about likes and habits with what the work asks for." }</li>
                <li>{ "The range holds the real value about eight times in ten, if our assumptions about the questions hold. The questions have not been tried on a sample of people yet." }</li>
                <li>{ "It knows nothing of coding skill. It does not predict being hired or doing well." }</li>
                <li>{ "There are no norms: the number does not rank anyone against other people." }</li>
                <li>{ "No one has studied the later careers of people who took it." }</li>
                <li>{ "It must not be used to choose or turn down people." }</li>
            </ul>
            <p><a href={Page::Result.root().to_owned() + "scoring/"}>{ "How this is scored, item by item" }</a></p>
        </section>
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
        <section class="panel panel--accent">
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
