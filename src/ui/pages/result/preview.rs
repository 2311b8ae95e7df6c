//! Whether the work is like the person thinks: a day of it, and the good with the hard.

use yew::prelude::*;

use crate::answers::{Answers, Stance};
use crate::builtin::{content, quiz};
use crate::content::Moment;
use crate::fit::{Band, TraitScore};
use crate::ui::components::{folded_facts, guide_link};

/// The preview. Where the answers are known, what was said about a condition
/// stands beside the moment in which it shows; and where there is a score for
/// structure, what it means for such a day.
pub fn preview(answers: Option<&Answers>, structure: Option<&TraitScore>) -> Html {
    let preview = &content().preview;
    html! {
        <div class="preview">
            <p>
                { match structure.map(|score| Band::of(&quiz().scoring.bands, score.score)) {
                    Some(Band::Strong) => "Structure came out strong here, and this work has plenty of it. ",
                    Some(Band::Low) => "Structure came out low here, so think about how alike the days are. ",
                    _ => "",
                } }
                { "A day, made up from the tasks of the job. Ask a working coder how theirs differs." }
            </p>
            <ol class="preview__day">
                for moment in preview.day.iter() {
                    { row(moment, answers) }
                }
            </ol>
            <div class="preview__sides">
                { list("What people may like", "ticks__line", &preview.good) }
                { list("What is hardest about it", "ticks__line ticks__line--hard", &preview.hard) }
            </div>
            { folded_facts(content(), &preview.facts) }
            { guide_link("day", "Where, when and how coders work") }
        </div>
    }
}

fn row(moment: &'static Moment, answers: Option<&Answers>) -> Html {
    let said = moment
        .condition
        .and_then(|id| answers?.condition(id))
        .and_then(|stance| match stance {
            Stance::Fine => None,
            Stance::Hard => Some("Said: it would be hard"),
            Stance::No => Some("Said: no, I could not"),
        });
    html! {
        <li class="preview__moment">
            <span class="preview__time">{ &*moment.time }</span>
            <p class="preview__text">
                { &*moment.text }
                if let Some(said) = said {
                    { " " }<strong class="preview__said">{ said }</strong>
                }
            </p>
        </li>
    }
}

fn list(heading: &'static str, class: &'static str, lines: &'static [String]) -> Html {
    html! {
        <div>
            <h3>{ heading }</h3>
            <ul class="ticks">
                for line in lines {
                    <li {class}>{ &**line }</li>
                }
            </ul>
        </div>
    }
}
