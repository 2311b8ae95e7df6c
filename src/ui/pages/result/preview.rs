//! Whether the work is like the person thinks: a day of it, and the good with the hard.

use crate::say::preview as say;
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
                    Some(Band::Strong) => say::structure_strong(),
                    Some(Band::Low) => say::structure_low(),
                    _ => "",
                } }
                { " " }
                { say::a_day() }
            </p>
            <ol class="preview__day">
                for moment in preview.day.iter() {
                    { row(moment, answers) }
                }
            </ol>
            <div class="preview__sides">
                { list(say::may_like(), "ticks__line", &preview.good) }
                { list(say::hardest(), "ticks__line ticks__line--hard", &preview.hard) }
            </div>
            { folded_facts(content(), &preview.facts) }
            { guide_link("day", say::where_when_how()) }
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
        return html! { <div class="notice"><p class="notice__text">{ say::newer_charts() }</p></div> };
    };
    let Tally {
        found,
        wanted,
        unsupported,
    } = charts.tally();
    let count = charts.charts.len();
    let coded = match whose {
        Whose::Own => say::coded(count, found, unsupported, wanted),
        Whose::Theirs => say::coded_theirs(count, found, unsupported, wanted),
    };
    html! {
        <div class="notice">
            <p class="notice__text">{ with_wish(whose, charts, coded) }</p>
            if let Some(contrast) = contrast(whose, charts, answers) {
                <p class="notice__text">{ contrast }</p>
            }
            <p class="notice__text">{ say::not_in_score() }</p>
        </div>
    }
}

/// How charts went, beside those of somebody else.
pub fn in_numbers(whose: Whose, charts: &Summary) -> String {
    let Tally {
        found,
        wanted,
        unsupported,
    } = charts.tally();
    let counted = say::counted(charts.charts.len(), found, unsupported, wanted);
    with_wish(whose, charts, counted)
}

/// With the wish for another chart, if there is one.
fn with_wish(whose: Whose, charts: &Summary, told: String) -> String {
    let again = match (charts.another(), whose) {
        (None, _) => return told,
        (Some(Mood::Yes), Whose::Own) => say::another_yes(),
        (Some(Mood::Unsure), Whose::Own) => say::another_unsure(),
        (Some(Mood::No), Whose::Own) => say::another_no(),
        (Some(Mood::Yes), Whose::Theirs) => say::theirs_yes(),
        (Some(Mood::Unsure), Whose::Theirs) => say::theirs_unsure(),
        (Some(Mood::No), Whose::Theirs) => say::theirs_no(),
    };
    [&told, " ", again].concat()
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
    let would = match (charts.another()?, level.number()) {
        (Mood::Yes, 1 | 2) => true,
        (Mood::No, 4 | 5) => false,
        _ => return None,
    };
    let said = Question::Item(item).answer(quiz, answers)?;
    let count = charts.charts.len();
    Some(match whose {
        Whose::Own => say::contrast(said, count, would),
        Whose::Theirs => say::contrast_theirs(said, count, would),
    })
}

fn row(moment: &'static Moment, answers: Option<&Answers>) -> Html {
    let said = moment
        .condition
        .and_then(|id| answers?.condition(id))
        .and_then(|stance| match stance {
            Stance::Fine => None,
            Stance::Hard => Some(say::said_hard()),
            Stance::No => Some(say::said_no()),
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
