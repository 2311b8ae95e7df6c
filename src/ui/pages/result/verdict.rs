//! The verdict: words first, then the number with its range.

use crate::say::result as say;
use yew::prelude::*;

use super::profile;
use crate::answers::Answers;
use crate::content::Quiz;
use crate::fit::{self, Fit, Headline, TooLittle};
use crate::ui::components::fit_scale;
use crate::ui::words::{self, Whose};

/// What a verdict says besides its number.
#[derive(Default)]
pub struct Around {
    /// What the quick quiz alone came to, where more has been answered since.
    pub quick: Option<Headline>,
    /// A "no" to a condition of the work, as sentences; empty where there is none.
    pub no: String,
    /// What can be done next, at the end of the sheet.
    pub end: Html,
}

/// The verdict with the seven traits, or why there is none.
pub fn verdict(quiz: &'static Quiz, whose: Whose, fit: &Fit, around: Around) -> Html {
    let overall = match &fit.overall {
        Ok(overall) => overall,
        Err(too_little) => return no_headline(*too_little, around),
    };
    let Around { quick, no, end } = around;
    let mut held = words::held_down(quiz, overall);
    held.extend(words::near_hold(quiz, fit));
    let end = html! {
        <>
            if !held.is_empty() {
                <p class="verdict__gate">{ held.join(" ") }</p>
            }
            { profile::profile(quiz, &fit.traits) }
            { end }
        </>
    };
    headline(
        quiz,
        whose,
        Headline::of(quiz, overall),
        Around { quick, no, end },
    )
}

/// The sentence, the range with its number, and what stands around them.
pub fn headline(quiz: &'static Quiz, whose: Whose, now: Headline, around: Around) -> Html {
    let cuts = &quiz.scoring.bands;
    let Around { quick, no, end } = around;
    html! {
        <section class="verdict" aria-labelledby="title">
            { tab() }
            <div class="verdict__sheet sheet sheet--under-tab">
                <h1 id="title" class="verdict__sentence" tabindex="-1">{ words::verdict_sentence(whose, now.bands(cuts)) }</h1>
                if !no.is_empty() {
                    <p class="verdict__no">{ no }</p>
                }
                <p class="verdict__numbers">
                    { say::numbers(
                        &now.fit.to_string(),
                        &words::between(now),
                        |fit| html! { <span id="fit">{ fit }</span> },
                        |rest| html! { <span class="verdict__point">{ rest }</span> },
                        |range| html! { <strong class="verdict__range" id="fit-range">{ range }</strong> },
                    ) }
                </p>
                <div class="verdict__scale">{ fit_scale(cuts, now, quick) }</div>
                { end }
            </div>
        </section>
    }
}

/// A stranger may land here, and "coding" alone makes people think of programs.
pub fn tab() -> Html {
    html! { <p class="tab">{ say::tab() }</p> }
}

/// What the quick quiz came to, where more has been answered since.
pub fn quick_alone(quiz: &Quiz, answers: &Answers) -> Option<Headline> {
    let quick = answers.quick_alone(quiz);
    if quick == *answers {
        return None;
    }
    let overall = fit::score(quiz, &quick).overall.ok()?;
    Some(Headline::of(quiz, &overall))
}

fn no_headline(too_little: TooLittle, Around { no, end, .. }: Around) -> Html {
    html! {
        <section class="verdict" aria-labelledby="title">
            { tab() }
            <div class="verdict__sheet sheet sheet--under-tab">
                <h1 id="title" class="verdict__sentence" tabindex="-1">{ say::too_little() }</h1>
                <p>
                    { say::too_little_why(
                        &words::percent(too_little.needed),
                        &words::percent(too_little.scored_weight),
                    ) }
                </p>
                if !no.is_empty() {
                    <p class="verdict__no">{ no }</p>
                }
                { end }
            </div>
        </section>
    }
}
