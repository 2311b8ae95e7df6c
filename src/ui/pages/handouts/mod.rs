//! What an adviser hands out: a page with its own state, of which nothing is kept or sent.

mod line;
mod sheet;

pub use line::OwnLine;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::browser::page;
use crate::ui::components::{Radio, radio};
use crate::ui::screen::Screen;
use crate::visit::{Page, Visit};

use sheet::{Goal, Sheet, sheet};

/// The page.
pub fn handouts(visit: &Visit) -> Screen {
    let body = html! { <Handouts site={visit.device.site.clone()} /> };
    Screen::new("handouts", "What to hand out", body)
}

#[derive(PartialEq, Properties)]
struct HandoutsProps {
    /// The site's root as a whole address; empty while the page is written.
    site: AttrValue,
}

#[component]
fn Handouts(props: &HandoutsProps) -> Html {
    let chosen = use_state_eq(|| Sheet::Poster);
    let goal = use_state_eq(|| Goal::Quiz);
    let typed = use_state_eq(String::new);
    let line = OwnLine::of(&typed);
    let sheets = [
        (
            Sheet::Poster,
            "A poster",
            "for the wall, to be read from a few steps away.",
        ),
        (
            Sheet::Handout,
            "A handout",
            "to take home: what the work is like, and for whom.",
        ),
    ];
    let goals = [
        (
            Goal::Quiz,
            "The quiz,",
            "by way of the page that says what it is.",
        ),
        (
            Goal::Charts,
            "The charts,",
            "where people try a piece of the work.",
        ),
    ];
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |input: InputEvent| {
            let field = input.target_dyn_into::<HtmlInputElement>();
            typed.set(field.map(|field| field.value()).unwrap_or_default());
        })
    };
    html! {
        <div class="handouts">
            <h1 id="title" tabindex="-1">{ "What to hand out" }</h1>
            <p class="lead">
                { "Print a poster or a handout, with a code for a phone's camera. You can add a line of your own. " }
                { "Nothing that you type is kept or sent." }
            </p>
            // While the page is written nobody knows its address, and nothing can be chosen yet.
            if !props.site.is_empty() {
                { choice("sheet", "What do you want to print?", &sheets, &chosen) }
                { choice("goal", "Where should its code lead?", &goals, &goal) }
                <div class="link-box">
                    <label class="link-box__label" for="line">{ "A line of your own, if you like" }</label>
                    <p id="line-help" class="handouts__help">{ "Such as your room, your hours and your name." }</p>
                    <input id="line" class="link-box__field" type="text" dir="auto" autocomplete="off"
                        value={(*typed).clone()} {oninput} aria-describedby="line-help line-left-out" />
                    <p id="line-left-out" class="link-box__status" role="status">{ told(line) }</p>
                </div>
                <p class="buttons">
                    <button type="button" class="button" onclick={Callback::from(|_: MouseEvent| page::print_summary())}>
                        { "Print this sheet" }
                    </button>
                </p>
                <p class="handouts__help">
                    { "It is one page, on Letter or on A4, and needs no color. To keep it as a file, choose \
                       \u{201c}Save as PDF\u{201d} where your browser asks for the printer." }
                </p>
                <h2 class="handouts__preview">{ "This is what will be printed" }</h2>
                { sheet(*chosen, *goal, line, &props.site) }
            }
            <p class="handouts__back">
                { "There is also " }<a href={[Page::Handouts.root(), "advisers/lesson/"].concat()}>{ "a lesson to print" }</a>
                { ", and " }<a href={[Page::Handouts.root(), "advisers/"].concat()}>{ "more for advisers and teachers" }</a>{ "." }
            </p>
        </div>
    }
}

/// Every sheet that can be chosen, each with a line of one's own that is too long for it, and with
/// what is told of that. The page itself shows one of them at a time.
#[cfg(feature = "ssr")]
pub fn every_sheet(site: &str) -> Html {
    let line = "Room 12 ".repeat(OwnLine::MOST);
    let line = OwnLine::of(&line);
    html! {
        for goal in [Goal::Quiz, Goal::Charts] {
            for each in [Sheet::Poster, Sheet::Handout] {
                { sheet(each, goal, line, site) }
                <p>{ told(line) }</p>
            }
        }
    }
}

/// A question of which one answer is always chosen.
fn choice<T: Copy + PartialEq + 'static>(
    name: &'static str,
    question: &'static str,
    options: &[(T, &'static str, &'static str)],
    state: &UseStateHandle<T>,
) -> Html {
    html! {
        <fieldset class="handouts__choice">
            <legend class="handouts__question">{ question }</legend>
            <div class="options">
                for (position, (value, label, says)) in options.iter().copied().enumerate() {
                    { radio(Radio {
                        name,
                        id: [name, &position.to_string()].join("-"),
                        position,
                        label: html! { <><strong>{ label }</strong>{ " " }{ says }</> },
                        is_chosen: **state == value,
                        onchange: {
                            let state = state.clone();
                            Callback::from(move |_: yew::Event| state.set(value))
                        },
                        onclick: None,
                    }) }
                }
            </div>
        </fieldset>
    }
}

/// What is to say of a line that is too long.
fn told(line: OwnLine<'_>) -> String {
    if line.left_out == 0 {
        return String::new();
    }
    format!(
        "A sheet has room for {} characters, so the last {} are not printed. Can you say it shorter?",
        OwnLine::MOST,
        line.left_out
    )
}
