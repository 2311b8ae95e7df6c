//! For whoever advises or teaches: what the quiz is good for, and what can be done with it.

use yew::prelude::*;

use super::StaticPage;
use crate::builtin::quiz;
use crate::content::Stage;
use crate::say::{advisers as say, quiz as say_quiz};
use crate::ui::marks::strong;

pub fn advisers(root: &str) -> Html {
    let sections = [
        ("what", say::what()),
        ("one", say::one()),
        ("group", say::group()),
        ("hand-out", say::hand_out()),
        ("lesson", say::lesson()),
        ("privacy", say::privacy()),
        ("embed", say::embed()),
        ("researchers", say::researchers()),
    ];
    html! {
        <article>
            <h1 id="title">{ say::title() }</h1>
            <p class="lead">{ say::lead() }</p>
            <nav class="guide__jump" aria-label={say::on_this_page()}>
                <ul class="guide__ways guide__ways--row">
                    for (id, heading) in sections {
                        <li class="guide__ways-item"><a class="guide__way" href={["#", id].concat()}>{ heading }</a></li>
                    }
                </ul>
            </nav>
            { what(root) }
            { one(root) }
            { group(root) }
            { hand_out(root) }
            { lesson(root) }
            { privacy() }
            { embed(root) }
            { researchers(root) }
        </article>
    }
}

/// Makes words a link to a page below the site's root.
pub fn link(root: &str, path: &str) -> impl FnOnce(Html) -> Html + use<> {
    let to = [root, path].concat();
    move |words| html! { <a href={to}>{ words }</a> }
}

/// A number in figures that all have one width.
pub fn figures(number: Html) -> Html {
    html! { <span class="lesson__minutes">{ number }</span> }
}

fn what(root: &str) -> Html {
    html! {
        <section class="guide__section" id="what">
            <h2>{ say::what_it_is_not() }</h2>
            <p>{ say::what_it_does() }</p>
            <p>{ say::what_for() }</p>
            <p>{ say::what_not_for(strong) }</p>
            <p>{ say::what_rests_on(link(root, "guide/"), link(root, "scoring/")) }</p>
        </section>
    }
}

fn one(root: &str) -> Html {
    let quiz = quiz();
    let quick = quiz.stage_ids(Stage::Quick).count();
    let steps = [
        (
            say::one_alone(),
            say::one_alone_what(quick, &quiz.not_sure, figures),
        ),
        (say::one_no(), say::one_no_what().into()),
        (say::one_range(), say::one_range_what().into()),
        (say::one_traits(), say::one_traits_what().into()),
        (say::one_step(), say::one_step_what(link(root, "try/"))),
    ];
    html! {
        <section class="guide__section" id="one">
            <h2>{ say::one_in_ten_minutes() }</h2>
            <ol class="steps">
                for (title, text) in steps {
                    <li class="step numbered">
                        <h3 class="step__title">{ title }</h3>
                        <p>{ text }</p>
                    </li>
                }
            </ol>
        </section>
    }
}

fn group(root: &str) -> Html {
    html! {
        <section class="guide__section" id="group">
            <h2>{ say::group() }</h2>
            <p>{ say::group_what(link(root, "group/")) }</p>
            { ticks([
                say::group_say_before(),
                say::group_free(),
                say::group_no_rank(),
                say::group_how_much(),
            ]) }
        </section>
    }
}

fn ticks<const N: usize>(lines: [&str; N]) -> Html {
    html! {
        <ul class="ticks">
            for line in lines {
                <li class="ticks__line">{ line.to_owned() }</li>
            }
        </ul>
    }
}

fn hand_out(root: &str) -> Html {
    html! {
        <section class="guide__section" id="hand-out">
            <h2>{ say::hand_out() }</h2>
            <p>{ say::hand_out_what() }</p>
            <p class="buttons">
                <a class="button" href={root.to_owned() + "handouts/"}>{ say::make_handout() }</a>
            </p>
        </section>
    }
}

fn lesson(root: &str) -> Html {
    html! {
        <section class="guide__section" id="lesson">
            <h2>{ say::lesson_for_class() }</h2>
            <p>{ say::lesson_what() }</p>
            <p class="buttons">
                <a class="button" href={root.to_owned() + &StaticPage::Lesson.path()}>{ say::see_lesson() }</a>
            </p>
        </section>
    }
}

fn privacy() -> Html {
    html! {
        <section class="guide__section" id="privacy">
            <h2>{ say::privacy() }</h2>
            { ticks([
                say::privacy_account(),
                say::privacy_answers(),
                say::privacy_link(),
                &say::privacy_shared(say_quiz::start_again()),
                say::privacy_offline(),
            ]) }
        </section>
    }
}

/// For whoever has a site of their own.
fn embed(root: &str) -> Html {
    html! {
        <section class="guide__section" id="embed">
            <h2>{ say::embed() }</h2>
            <p>{ say::embed_link(link(root, "")) }</p>
            { super::embed::embed() }
        </section>
    }
}

fn researchers(root: &str) -> Html {
    let lacks = [
        say::lack_norms(),
        say::lack_items(),
        say::lack_criterion(),
        say::lack_weights(),
    ];
    html! {
        <section class="guide__section" id="researchers">
            <h2>{ say::researchers() }</h2>
            <p>{ say::researchers_what(link(root, "scoring/")) }</p>
            <p>{ say::researchers_lack() }</p>
            <ul class="ticks">
                for lack in lacks {
                    <li class="ticks__line ticks__line--hard">{ lack }</li>
                }
            </ul>
            <p>{ say::researchers_help() }</p>
        </section>
    }
}
