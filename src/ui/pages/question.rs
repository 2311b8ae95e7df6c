//! One question a page, whatever is asked.

use crate::say::quiz as say;
use yew::prelude::*;

use crate::browser::page;
use crate::builtin::quiz;
use crate::content::{ItemId, Quiz, Stage as ItemStage};
use crate::session::{Action, Question, Session, Stage, Subject};
use crate::settings::Settings;
use crate::ui::components::{Radio, radio, radio_id};
use crate::visit::{Event, Keeping, Notice, Visit};

/// Where a question stands in its part of the quiz.
struct Place {
    /// The name of the part of the quiz.
    section: &'static str,
    /// Whether it asks for conditions, which are called so.
    of_conditions: bool,
    /// The place inside the part, from 1.
    number: usize,
    /// How many the part has.
    of: usize,
}

impl Place {
    /// As in "Question 3 of 21".
    fn told(&self) -> String {
        say::place(self.of_conditions, self.number, self.of)
    }
}

fn place(quiz: &'static Quiz, session: &Session, question: Question) -> Place {
    match question {
        Question::Item(id) => Place {
            section: &quiz
                .section(quiz.traits[quiz.item(id).trait_id].section)
                .name,
            of_conditions: false,
            number: id.index() + 1,
            of: if question.sharpens(quiz) {
                quiz.items.len()
            } else {
                quiz.stage_ids(ItemStage::Quick).count()
            },
        },
        Question::Condition(id) => Place {
            section: say::about_the_work(),
            of_conditions: true,
            number: id.index() + 1,
            of: quiz.conditions.len(),
        },
        Question::Start(_) => {
            let mut asked = session.questions(quiz);
            asked.retain(|each| matches!(each, Question::Start(_)));
            let before = asked.iter().take_while(|each| **each != question);
            Place {
                section: say::starting_point(),
                of_conditions: false,
                number: before.count() + 1,
                of: asked.len(),
            }
        }
    }
}

/// The document's title while the quiz is on the screen, without the site's name. It
/// says so where an answer is missing, because the title is what is read out first.
pub fn quiz_title(quiz: &'static Quiz, own: &Session) -> String {
    match own.stage {
        Stage::Asking {
            question,
            unanswered,
            ..
        } => {
            let place = place(quiz, own, question);
            say::title(unanswered, &place.told(), place.section)
        }
        Stage::TaskOffered => say::a_checking_task().to_owned(),
        Stage::Tasking => super::task::heading(own.run),
        Stage::Reviewing | Stage::Finished => say::check_answers().to_owned(),
    }
}

/// A question with its options.
pub fn question(
    visit: &Visit,
    question: Question,
    unanswered: bool,
    send: &Callback<Event>,
) -> Html {
    let quiz = quiz();
    let act = |action| send.reform(move |_: MouseEvent| Event::Quiz(action));
    let first = question == Question::first(quiz);
    let sharpens = question.sharpens(quiz);
    let about_someone = visit.session().subject == Subject::Someone;
    html! {
        <>
            if !first {
                <button type="button" class="back" onclick={act(Action::Back)}>{ say::back() }</button>
            }
            { notices(visit, send) }
            if first && about_someone {
                { asked_by_someone(quiz) }
            }
            { form(visit, question, unanswered, send) }
            if sharpens {
                <p>
                    <button type="button" class="link" onclick={act(Action::Finish)}>
                        { say::stop_here() }
                    </button>
                </p>
            }
        </>
    }
}

fn form(visit: &Visit, question: Question, unanswered: bool, send: &Callback<Event>) -> Html {
    let quiz = quiz();
    let session = visit.session();
    let subject = session.subject;
    let options = question.options(quiz, subject);
    let chosen = question.chosen(quiz, &session.answers);
    let submit = send.reform(|submit: SubmitEvent| {
        submit.prevent_default();
        Event::Quiz(Action::Continue)
    });
    let tapped = go_on_after_tap(visit, question, send);
    // Whoever changes one answer need not go through the check page again.
    let changing = matches!(session.stage, Stage::Asking { changing: true, .. });
    // The first question has no way back, and its options stand where those of the others do.
    let first = subject == Subject::Me && question == Question::first(quiz);
    let can_leave = changing && subject == Subject::Me && session.first_unanswered(quiz).is_none();
    let described = if unanswered {
        "prompt problem"
    } else {
        "prompt"
    };
    // A form of a dialog sends nothing, not even where scripts are off and a host has taken away the
    // policy.
    // One question becomes the next in the same elements, which is quickest. Only the
    // heading is a new element, so that it can take the focus again and be announced.
    // That it is the first one is no class: classes that are not known when this is compiled are a
    // set in Yew, and no other view in the first part of the program has a use for one.
    html! {
        <form class="question" data-first={first.then_some("")} method="dialog" onsubmit={submit} novalidate=true>
            { progress(quiz, session, question) }
            <fieldset class="question__sheet sheet sheet--under-bar" aria-describedby={described} onkeydown={keys(visit, question, send)}>
                <legend class="question__legend" key={question.text(quiz, subject)}>
                    <h1 id="title" tabindex="-1">{ question.text(quiz, subject) }</h1>
                </legend>
                <p id="prompt" class="question__prompt">{ question.prompt(quiz, subject) }</p>
                <div class="options">
                    for (option, label) in options.iter().enumerate() {
                        { one_of(question, option, label, chosen == Some(option), tapped.clone(), send) }
                    }
                </div>
            </fieldset>
            { problem(unanswered) }
            <div class="question__ways">
                <button class="button button--large">{ say::continue_on() }</button>
                if can_leave {
                    <button type="button" class="link" onclick={send.reform(|_: MouseEvent| Event::Quiz(Action::Finish))}>
                        { say::back_to_result() }
                    </button>
                }
            </div>
            { on_the_way(quiz, visit, question, send) }
            if visit.device.settings.number_keys {
                <p class="question__keys">{ say::keys(options.len()) }</p>
            }
        </form>
    }
}

/// How far the reader is in this part of the quiz, as text and as a bar.
fn progress(quiz: &'static Quiz, session: &Session, question: Question) -> Html {
    let place = place(quiz, session, question);
    html! {
        <div class="progress">
            <p class="tab">{ place.section }</p>
            <p class="progress__text">
                { place.told() }
            </p>
            <progress class="progress__bar" aria-label={say::done_so_far()} max={place.of.to_string()}
                value={(place.number - 1).to_string()} />
        </div>
    }
}

fn one_of(
    question: Question,
    option: usize,
    label: &'static str,
    is_chosen: bool,
    tapped: Callback<MouseEvent>,
    send: &Callback<Event>,
) -> Html {
    radio(Radio {
        name: "answer",
        id: radio_id(option),
        position: option,
        label: html! { { label } },
        is_chosen,
        onchange: send.reform(move |_| Event::Quiz(Action::Choose(question, option))),
        onclick: Some(tapped),
    })
}

/// Goes on by itself after a tap or click, where the reader wants that. An arrow key
/// chooses an option too, and browsers report that as a click with a count of 0.
fn go_on_after_tap(
    visit: &Visit,
    question: Question,
    send: &Callback<Event>,
) -> Callback<MouseEvent> {
    let wanted = visit.device.settings.tap_goes_on;
    let send = send.clone();
    Callback::from(move |click: MouseEvent| {
        if wanted && click.detail() > 0 {
            send.emit(Event::GoOnFrom(question));
        }
    })
}

/// Keys 1 to 6 pick an option while the question has the focus, and Enter goes
/// on; from a radio button, Enter is the form's own.
fn keys(visit: &Visit, question: Question, send: &Callback<Event>) -> Callback<KeyboardEvent> {
    let quiz = quiz();
    let wanted = visit.device.settings.number_keys;
    let session = visit.session();
    let options = question.options(quiz, session.subject).len();
    let answered = question.chosen(quiz, &session.answers).is_some();
    let send = send.clone();
    Callback::from(move |press: KeyboardEvent| {
        let held = press.ctrl_key() || press.alt_key() || press.meta_key();
        let on_radio = press
            .target_dyn_into::<web_sys::HtmlInputElement>()
            .is_some();
        let option = match press.key().as_bytes() {
            [digit @ b'1'..=b'9'] => Some(usize::from(digit - b'1')),
            _ => None,
        };
        if let Some(option) = option
            && wanted
            && !held
            && option < options
        {
            press.prevent_default();
            send.emit(Event::Quiz(Action::Choose(question, option)));
            // A click would move the focus there too. From there Enter continues, and
            // arrow keys choose the next option.
            page::focus(&radio_id(option));
        } else if press.key() == "Enter" && answered && !on_radio && !held {
            press.prevent_default();
            send.emit(Event::Quiz(Action::Continue));
        }
    })
}

/// What somebody is asked who was sent the link to the questions about a person
/// they know.
fn asked_by_someone(quiz: &Quiz) -> Html {
    let count = quiz.stage_ids(ItemStage::Quick).count();
    html! {
        <div class="panel panel--plain">
            <p class="lead">{ say::someone_asks() }</p>
            <p>
                { say::someone_wonders(count) }
            </p>
        </div>
    }
}

/// What is wrong, in a line that is kept free for it, so that nothing moves under the finger.
fn problem(unanswered: bool) -> Html {
    // A plain link would put its fragment into the address bar, where the
    // back button would find it.
    let focus = Callback::from(|click: MouseEvent| {
        click.prevent_default();
        page::focus(&radio_id(0));
    });
    html! {
        <div class="question__problem">
            if unanswered {
                <p id="problem" class="error problem" role="alert" tabindex="-1">
                    <span class="visually-hidden">{ say::there_is_a_problem() }{ " " }</span>
                    <a class="problem__link" href={format!("#{}", radio_id(0))} onclick={focus}>{ say::choose_one() }</a>
                </p>
            }
        </div>
    }
}

/// The whole way, told at its start and where its longest part ends, and at the start the offer
/// to go on by a tap alone.
fn on_the_way(
    quiz: &'static Quiz,
    visit: &Visit,
    question: Question,
    send: &Callback<Event>,
) -> Html {
    let session = visit.session();
    let quick = || quiz.stage_ids(ItemStage::Quick);
    let is = |item: Option<ItemId>| item.is_some_and(|item| question == Question::Item(item));
    let (is_first, is_last) = (is(quick().next()), is(quick().last()));
    if !is_first && !is_last {
        return Html::default();
    }
    let conditions = quiz.conditions.len();
    let way = match (session.subject, is_first) {
        (Subject::Someone, true) => String::new(),
        (Subject::Someone, false) => say::last_about_someone().to_owned(),
        (Subject::Me, true) => say::way_ahead(conditions, quick().count()),
        (Subject::Me, false) => say::last_about_you(conditions),
    };
    let settings = visit.device.settings;
    let set = send.reform(move |_: yew::Event| {
        Event::Set(Settings {
            tap_goes_on: !settings.tap_goes_on,
            ..settings
        })
    });
    html! {
        <>
            if !way.is_empty() {
                <p class="question__way">{ way }</p>
            }
            if is_first {
                <label class="check">
                    <input id="tap-goes-on" class="check__box" type="checkbox" checked={settings.tap_goes_on} onchange={set} />
                    <span>{ say::go_on_by_itself() }</span>
                </label>
            }
        </>
    }
}

/// News about the reader's answers, and whether they are kept.
pub fn notices(visit: &Visit, send: &Callback<Event>) -> Html {
    let restart = send.reform(|_: MouseEvent| Event::Quiz(Action::Restart));
    let bring_back = send.reform(|_: MouseEvent| Event::BringBack);
    let news = match &visit.notice {
        None | Some(Notice::BadPaste(_) | Notice::WouldReplace | Notice::WouldErase) => None,
        // Whoever comes back to their answers or their result sees that they are still there.
        Some(Notice::Resumed) if !matches!(visit.session().stage, Stage::Asking { .. }) => None,
        Some(Notice::Resumed) => Some((say::welcome_back(), Some((say::start_again(), restart)))),
        Some(Notice::Erased(_)) => Some((say::erased(), Some((say::bring_back(), bring_back)))),
        Some(Notice::OtherTab) => Some((say::other_tab(), None)),
    };
    html! {
        <>
            if let Some((text, action)) = news {
                <div class="notice" role="status">
                    <p class="notice__text">{ text }</p>
                    if let Some((label, onclick)) = action {
                        <button type="button" class="link" {onclick}>{ label }</button>
                    }
                </div>
            }
            { would_erase(visit, send) }
            { keeping(visit.device.keeping) }
        </>
    }
}

/// The question before the reader's own answers are erased.
fn would_erase(visit: &Visit, send: &Callback<Event>) -> Html {
    if visit.notice != Some(Notice::WouldErase) {
        return Html::default();
    }
    let keep = send.reform(|_: MouseEvent| {
        // The button that has the focus goes.
        page::focus("title");
        Event::LeaveAlone
    });
    html! {
        <div id="would-erase" class="notice notice--loud screen-only" role="alert" tabindex="-1">
            <p class="notice__text">{ say::would_erase() }</p>
            <p class="buttons notice__ways">
                <button type="button" class="button" onclick={send.reform(|_: MouseEvent| Event::Erase)}>{ say::erase() }</button>
                <button type="button" class="button button--quiet" onclick={keep}>{ say::keep_answers() }</button>
            </p>
        </div>
    }
}

/// A notice where answers cannot be kept; nothing where they can.
fn keeping(keeping: Keeping) -> Html {
    let text = match keeping {
        Keeping::Unknown | Keeping::Kept => return Html::default(),
        Keeping::Refused => say::refused(),
        Keeping::Unreadable => say::unreadable(),
        Keeping::Older => say::older(),
    };
    html! { <div class="notice" role="status"><p class="notice__text">{ text }</p></div> }
}
