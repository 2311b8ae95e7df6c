use crate::say::quiz as say;
use yew::prelude::*;

use crate::content::{Quiz, Stage as ItemStage};
use crate::session::{Action, Question, Session, Subject};
use crate::visit::Event;

/// "Check your answers": everything said so far, each with "Change".
pub fn review(quiz: &'static Quiz, session: &Session, send: &Callback<Event>) -> Html {
    let items: Vec<_> = quiz
        .stage_ids(ItemStage::Quick)
        .map(Question::Item)
        .collect();
    let more: Vec<_> = Question::more(quiz)
        .into_iter()
        .filter(|question| question.chosen(quiz, &session.answers).is_some())
        .collect();
    let conditions: Vec<_> = quiz.condition_ids().map(Question::Condition).collect();
    let mut start = session.questions(quiz);
    start.retain(|question| matches!(question, Question::Start(_)));
    let missing = session.first_unanswered(quiz).is_some();
    let about_me = session.subject == Subject::Me;
    let act = |action| send.reform(move |_: MouseEvent| Event::Quiz(action));
    html! {
        <>
            <button type="button" class="back" onclick={act(Action::Back)}>{ say::back() }</button>
            <h1 id="title" tabindex="-1">{ say::check_answers() }</h1>
            <p class="lead">if about_me {
                    { say::check_about_you() }
                } else {
                    { say::check_about_them() }
                }</p>
            if missing {
                <div class="notice"><p class="notice__text">{ say::some_missing() }</p></div>
            }
            { group(quiz, session, if about_me { say::about_you() } else { say::about_them() }, &items, send) }
            if !more.is_empty() {
                { group(quiz, session, say::more_about_you(), &more, send) }
            }
            if about_me {
                { group(quiz, session, say::about_the_work(), &conditions, send) }
                { group(quiz, session, say::starting_point(), &start, send) }
            }
            <p class="review__end">
                <button type="button" class="button button--large" onclick={act(Action::Continue)}>
                    {
                        match (missing, about_me) {
                            (true, _) => say::answer_missing(),
                            (false, true) => say::see_result(),
                            (false, false) => say::make_link(),
                        }
                    }
                </button>
            </p>
        </>
    }
}

fn group(
    quiz: &'static Quiz,
    session: &Session,
    heading: &'static str,
    questions: &[Question],
    send: &Callback<Event>,
) -> Html {
    html! {
        <section class="panel">
            <h2>{ heading }</h2>
            <dl class="answers">
                for question in questions.iter() {
                    { row(quiz, session, *question, send) }
                }
            </dl>
        </section>
    }
}

fn row(quiz: &'static Quiz, session: &Session, question: Question, send: &Callback<Event>) -> Html {
    let text = question.text(quiz, session.subject);
    let change = send.reform(move |_: MouseEvent| Event::Quiz(Action::Change(question)));
    html! {
        <div class="answers__row">
            <dt class="answers__question">{ text }</dt>
            <dd class="answers__answer">{ question.answer_about(quiz, session.subject, &session.answers).unwrap_or(say::no_answer()) }</dd>
            <dd class="answers__change">
                <button id={change_id(quiz, question)} type="button" class="link" onclick={change}>
                    { say::change(text, |more| html! { <span class="visually-hidden">{ more }</span> }) }
                </button>
            </dd>
        </div>
    }
}

/// The id of the button that changes the answer to a question. Whoever comes back from there goes
/// on from it.
pub fn change_id(quiz: &Quiz, question: Question) -> String {
    let every = Question::every(quiz);
    let place = every.iter().position(|each| *each == question);
    ["change-", &place.unwrap_or_default().to_string()].concat()
}
