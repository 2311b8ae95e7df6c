use yew::prelude::*;

use crate::content::{Quiz, Stage as ItemStage};
use crate::session::{Action, Question, Session};
use crate::visit::Event;

/// "Check your answers": everything said so far, each with "Change".
pub fn check(quiz: &'static Quiz, own: &Session, send: &Callback<Event>) -> Html {
    let items: Vec<_> = quiz
        .stage_ids(ItemStage::Quick)
        .map(Question::Item)
        .collect();
    let more: Vec<_> = Question::more(quiz)
        .into_iter()
        .filter(|question| question.chosen(quiz, &own.answers).is_some())
        .collect();
    let conditions: Vec<_> = quiz.condition_ids().map(Question::Condition).collect();
    let start: Vec<_> = quiz.start_ids().map(Question::Start).collect();
    let missing = own.first_unanswered(quiz).is_some();
    let act = |action| send.reform(move |_: MouseEvent| Event::Quiz(action));
    html! {
        <>
            <button type="button" class="back" onclick={act(Action::Back)}>{ "Back" }</button>
            <h1 id="title" tabindex="-1">{ "Check your answers" }</h1>
            <p class="lead">{ "Nothing has left this device. Change what you like, then see your result." }</p>
            if missing {
                <div class="notice"><p>{ "Some questions have no answer yet. The button below takes you to the first one." }</p></div>
            }
            { group(quiz, own, "About you", &items, send) }
            if !more.is_empty() {
                { group(quiz, own, "More about you", &more, send) }
            }
            { group(quiz, own, "The work itself", &conditions, send) }
            { group(quiz, own, "Your starting point", &start, send) }
            <p>
                <button type="button" class="button button--large" onclick={act(Action::Continue)}>
                    { if missing { "Answer what is missing" } else { "See my result" } }
                </button>
            </p>
        </>
    }
}

fn group(
    quiz: &'static Quiz,
    own: &Session,
    heading: &'static str,
    questions: &[Question],
    send: &Callback<Event>,
) -> Html {
    html! {
        <section class="panel">
            <h2>{ heading }</h2>
            <dl class="answers">
                for question in questions.iter() {
                    { row(quiz, own, *question, send) }
                }
            </dl>
        </section>
    }
}

fn row(quiz: &'static Quiz, own: &Session, question: Question, send: &Callback<Event>) -> Html {
    let text = question.text(quiz);
    let change = send.reform(move |_: MouseEvent| Event::Quiz(Action::Change(question)));
    html! {
        <div class="answers__row">
            <dt>{ text }</dt>
            <dd>{ question.answer(quiz, &own.answers).unwrap_or("No answer yet") }</dd>
            <dd class="answers__change">
                <button type="button" class="link" onclick={change}>
                    { "Change" }
                    <span class="visually-hidden">{ format!(": {text}") }</span>
                </button>
            </dd>
        </div>
    }
}
