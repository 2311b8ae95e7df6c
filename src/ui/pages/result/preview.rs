//! Whether the work is like the person thinks: a day of it, and the good with the hard.

use yew::prelude::*;

use crate::answers::{Answers, Response, Stance};
use crate::builtin::{content, quiz};
use crate::charts::{Mood, Summary, Tally};
use crate::content::{ItemId, Moment};
use crate::fit::{Band, TraitScore};
use crate::session::Question;
use crate::share::Charts;
use crate::ui::components::{folded_facts, guide_link};
use crate::ui::words::Whose;

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

/// How the charts went that a person coded, and where that differs from what they said; nothing
/// where they coded none.
pub fn tried(whose: Whose, charts: Option<&Charts>, answers: &Answers) -> Html {
    let Some(charts) = charts else {
        return Html::default();
    };
    let Some(charts) = charts.summary() else {
        return html! {
            <div class="notice">
                <p class="notice__text">
                    { "This link also says how charts went, in a way that this version of the page cannot read. \
                       Reload the page while you are online to get the newer version." }
                </p>
            </div>
        };
    };
    let (person, who) = match whose {
        Whose::Own => ("You", "You"),
        Whose::Theirs => ("The person", "They"),
    };
    html! {
        <div class="notice">
            <p class="notice__text">{ [person, " coded ", &in_numbers(who, charts)].concat() }</p>
            if let Some(contrast) = contrast(whose, charts, answers) {
                <p class="notice__text">{ contrast }</p>
            }
            <p class="notice__text">{ "None of this is part of the score: nobody has studied what it says." }</p>
        </div>
    }
}

/// As in "2 charts: 7 of 9 codes". `who` would do another.
pub fn in_numbers(who: &str, charts: &Summary) -> String {
    let Tally {
        found,
        wanted,
        unsupported,
    } = charts.tally();
    let unsupported = match unsupported {
        0 => "none that the record does not support".to_owned(),
        some => format!("{some} that the record does not support"),
    };
    let again = match charts.another() {
        None => String::new(),
        Some(Mood::Yes) => format!(" {who} would do another."),
        Some(Mood::Unsure) => format!(" {who} were not sure about another."),
        Some(Mood::No) => format!(" {who} would not do another."),
    };
    format!(
        "{}: {found} of {wanted} codes, and {unsupported}.{again}",
        counted(charts)
    )
}

fn counted(charts: &Summary) -> String {
    match charts.charts.len() {
        1 => "one chart".to_owned(),
        many => format!("{many} charts"),
    }
}

/// The item that asks about what a chart lets a reader do.
const LOOKING_UP: &str = "health-1";

/// What was felt and what was said, where the two lie apart.
fn contrast(whose: Whose, charts: &Summary, answers: &Answers) -> Option<String> {
    let quiz = quiz();
    let is_it = |id: &ItemId| quiz.item(*id).id == LOOKING_UP;
    let item = quiz.item_ids().find(is_it)?;
    let Response::Level(level) = answers.item(item)? else {
        return None;
    };
    let felt = match (charts.another()?, level.number()) {
        (Mood::Yes, 1 | 2) => "would do another",
        (Mood::No, 4 | 5) => "would not do another",
        _ => return None,
    };
    let said = Question::Item(item).answer(quiz, answers)?;
    let charts = counted(charts);
    Some(match whose {
        Whose::Own => format!(
            "In the quiz you said of looking up codes: \"{said}\". After {charts} you {felt}. What you \
             feel while you do it may tell you more than what you imagined."
        ),
        Whose::Theirs => format!(
            "In the quiz they said of looking up codes: \"{said}\". After {charts} they {felt}. What \
             people feel while they do it may tell more than what they imagined."
        ),
    })
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
