//! What an adviser hands out: a page with its own state, of which nothing is kept or sent.

mod line;
mod sheet;

pub use line::OwnLine;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::browser::page;
use crate::say::handouts as say;
use crate::ui::components::{Radio, radio};
use crate::ui::marks::strong;
use crate::ui::screen::Screen;
use crate::visit::{Page, Visit};

use sheet::{Goal, Sheet, sheet};

/// The page.
pub fn handouts(visit: &Visit) -> Screen {
    let body = html! { <Handouts site={visit.device.site.clone()} /> };
    Screen::new("handouts", say::title(), body)
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
        (Sheet::Poster, say::poster(strong)),
        (Sheet::Handout, say::handout(strong)),
    ];
    let goals = [
        (Goal::Quiz, say::to_quiz(strong)),
        (Goal::Charts, say::to_charts(strong)),
    ];
    let root = Page::Handouts.root();
    let link = |to: &str| {
        let to = [root, to].concat();
        move |words: Html| html! { <a href={to}>{ words }</a> }
    };
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |input: InputEvent| {
            let field = input.target_dyn_into::<HtmlInputElement>();
            typed.set(field.map(|field| field.value()).unwrap_or_default());
        })
    };
    html! {
        <div class="handouts">
            <h1 id="title" tabindex="-1">{ say::title() }</h1>
            <p class="lead">{ say::lead() }</p>
            // While the page is written nobody knows its address, and nothing can be chosen yet.
            if !props.site.is_empty() {
                { choice("sheet", say::what_to_print(), sheets, &chosen) }
                { choice("goal", say::where_to(), goals, &goal) }
                <div class="link-box">
                    <label class="link-box__label" for="line">{ say::own_line() }</label>
                    <p id="line-help" class="handouts__help">{ say::own_line_such_as() }</p>
                    <input id="line" class="link-box__field" type="text" dir="auto" autocomplete="off"
                        value={(*typed).clone()} {oninput} aria-describedby="line-help line-left-out" />
                    <p id="line-left-out" class="link-box__status" role="status">{ told(line) }</p>
                </div>
                <p class="buttons">
                    <button type="button" class="button" onclick={Callback::from(|_: MouseEvent| page::print_summary())}>
                        { say::print() }
                    </button>
                </p>
                <p class="handouts__help">{ say::print_what() }</p>
                <h2 class="handouts__preview">{ say::preview() }</h2>
                { sheet(*chosen, *goal, line, &props.site) }
            }
            <p class="handouts__back">
                { say::there_is_also(link("advisers/"), link("advisers/lesson/")) }
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
    options: [(T, Html); 2],
    state: &UseStateHandle<T>,
) -> Html {
    html! {
        <fieldset class="handouts__choice">
            <legend class="handouts__question">{ question }</legend>
            <div class="options">
                for (position, (value, label)) in options.into_iter().enumerate() {
                    { radio(Radio {
                        name,
                        id: [name, &position.to_string()].join("-"),
                        position,
                        label,
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
    say::too_long(line.left_out, OwnLine::MOST)
}
