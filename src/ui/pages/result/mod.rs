//! The result: derived from the answers, never stored.

mod conditions;
mod directions;
mod traits;
mod verdict;
mod why;
mod withheld;

use yew::prelude::*;

use super::other::take_the_quiz;
use super::question::keeping;
use crate::answers::Answers;
use crate::builtin::content;
use crate::fit;
use crate::fit::quality::{self, Flag};
use crate::plan;
use crate::session::{Action, Question, Session, Stage};
use crate::share::Shared;
use crate::ui::components::{ShareBox, facts};
use crate::ui::words::{self, Whose};
use crate::visit::{Event, Page, Visit};

/// The reader's own result.
pub fn own_result(visit: &Visit, send: &Callback<Event>) -> Html {
    let quiz = &content().quiz;
    let Session { answers, pace, .. } = &visit.own;
    let act = |action| send.reform(move |_: MouseEvent| Event::Quiz(action));
    let to_answers = act(Action::Visit(Stage::Checking));
    let flags = quality::flags(quiz, answers, pace.seconds_per_item());
    let withheld = quality::withholds(&flags);
    html! {
        <>
            <button type="button" class="back" onclick={to_answers.clone()}>
                { "Back to your answers" }
            </button>
            { keeping(visit.keeping) }
            { report(Whose::Own, answers, &flags, pace.task_took, sharpen(&visit.own, send)) }
            if !withheld {
                { share_section(visit) }
            }
            <section class="panel panel--plain screen-only">
                <h2>{ "Your answers" }</h2>
                <p>{ "You can change any answer, and the result changes with it." }</p>
                <p class="buttons">
                    <button type="button" class="button button--quiet" onclick={to_answers}>
                        { "Change my answers" }
                    </button>
                    <button type="button" class="button button--quiet" onclick={act(Action::Restart)}>
                        { "Start again" }
                    </button>
                </p>
            </section>
        </>
    }
}

/// Somebody else's result, to read and no more. Times never travel, so what
/// can be seen of careless answering is what the answers themselves show.
pub fn their_result(shared: &Shared, visit: &Visit, send: &Callback<Event>) -> Html {
    let quiz = &content().quiz;
    let begun = !visit.own.is_untouched(quiz);
    let flags = quality::flags(quiz, &shared.answers, None);
    html! {
        <>
            <div class="notice">
                <p>{ "You are looking at a result that someone shared. Your own answers are not touched." }</p>
            </div>
            { report(Whose::Theirs, &shared.answers, &flags, 0, Html::default()) }
            <section class="panel panel--plain screen-only">
                <h2>{ "And you?" }</h2>
                { take_the_quiz(if begun { "Go on with your own quiz" } else { "Take the quiz" }, send) }
            </section>
        </>
    }
}

/// The part that both kinds of result have; `offer` stands below the verdict.
fn report(whose: Whose, answers: &Answers, flags: &[Flag], task_took: u32, offer: Html) -> Html {
    let quiz = &content().quiz;
    if quality::withholds(flags) {
        return withheld::withheld(quiz, whose, answers, flags);
    }
    let fit = fit::score(quiz, answers);
    html! {
        <>
            { verdict::verdict(quiz, whose, answers, &fit) }
            { withheld::look_twice(flags) }
            { offer }
            { why::why(quiz, whose, answers, &fit) }
            { conditions::conditions(quiz, whose, answers) }
            { traits::traits(quiz, &fit.traits, answers.task, task_took) }
            { what_it_says() }
            { next_steps(answers) }
            { directions::directions(&fit) }
        </>
    }
}

fn what_it_says() -> Html {
    html! {
        <section class="panel panel--plain">
            <h2>{ "What this can and cannot say" }</h2>
            <ul>
                <li>{ "It compares what was said about likes and habits with what the work asks for." }</li>
                <li>{ "The likely range holds the real value about two times in three, as far as what we assume of the questions is true. They have not been tried on a sample of people yet." }</li>
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
    let quiz = &content().quiz;
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

fn next_steps(answers: &Answers) -> Html {
    let known = content()
        .quiz
        .start_ids()
        .any(|id| answers.start(id).is_some());
    html! {
        <section class="panel">
            <h2>{ "First next steps" }</h2>
            if !known {
                <p>{ "This link holds no starting point, so these steps are the general ones." }</p>
            }
            <ol class="steps">
                for step in Vec::<&crate::content::Step>::new() {
                    <li class="step">
                        <h3>{ &*step.title }</h3>
                        <p>{ &*step.text }</p>
                        { facts(content(), &step.facts) }
                    </li>
                }
            </ol>
        </section>
    }
}

fn share_section(visit: &Visit) -> Html {
    let quiz = &content().quiz;
    let answers = &visit.own.answers;
    let text = match fit::score(quiz, answers).overall {
        Ok(overall) => format!("{}.", words::verdict(Whose::Theirs, overall.bands)),
        Err(_) => "My quiz about work as an inpatient coder".to_owned(),
    };
    let items = quiz
        .item_ids()
        .filter(|id| answers.item(*id).is_some())
        .count();
    html! {
        <section class="panel">
            <h2 class="screen-only">{ "Share or keep your result" }</h2>
            <ShareBox {items} link={visit.own_link(quiz, false)}
                link_with_start={visit.own_link(quiz, true)} {text} share_sheet={visit.share_sheet} />
        </section>
    }
}
