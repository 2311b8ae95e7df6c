//! The verdict: words first, then the number with its range.

use yew::prelude::*;

use crate::answers::Answers;
use crate::content::{PerTrait, Quiz};
use crate::fit::order::descending;
use crate::fit::{self, Fit, Overall, TooLittle, TraitScore};
use crate::ui::components::fit_scale;
use crate::ui::words::{self, Whose};

/// The verdict, or why there is none.
pub fn verdict(quiz: &'static Quiz, whose: Whose, answers: &Answers, fit: &Fit) -> Html {
    match &fit.overall {
        Ok(overall) => headline(quiz, whose, answers, overall, fit),
        Err(too_little) => no_headline(*too_little),
    }
}

fn headline(
    quiz: &'static Quiz,
    whose: Whose,
    answers: &Answers,
    overall: &Overall,
    fit: &Fit,
) -> Html {
    let quick = quick_alone(quiz, answers);
    let cuts = &quiz.scoring.bands;
    let (strongest, look_twice) = extremes(quiz, &fit.traits);
    html! {
        <section class="verdict" aria-labelledby="title">
            <p class="tab">{ "Result" }</p>
            <h1 id="title" tabindex="-1">{ words::verdict(whose, overall.bands) }{ "." }</h1>
            <p class="verdict__range">
                <span class="verdict__number" id="fit">{ words::whole(cuts, overall.fit) }</span>
                { " on a scale from 0 to 100. Likely range: " }
                <strong id="fit-range">{ words::range(cuts, overall.low, overall.high) }</strong>
                { "." }
            </p>
            { fit_scale(cuts, overall, quick.as_ref()) }
            if let Some(quick) = &quick {
                <p class="verdict__quick">
                    { "The quick quiz alone came to " }{ words::whole(cuts, quick.fit) }
                    { ", likely range " }{ words::range(cuts, quick.low, quick.high) }
                    { ": the dashed box." }
                </p>
            }
            if let Some(why) = words::near_hold(quiz, fit) {
                <p class="verdict__gate">{ why }</p>
            }
            if let Some(why) = words::held_down(quiz, overall) {
                <p class="verdict__gate">{ why }</p>
            }
            <dl class="verdict__extremes">
                <div><dt>{ "Strongest" }</dt><dd>{ words::list(&strongest) }</dd></div>
                <div>
                    <dt>{ "Look twice" }</dt>
                    <dd>
                        { if look_twice.is_empty() { "nothing stands out".to_owned() } else { words::list(&look_twice) } }
                    </dd>
                </div>
            </dl>
        </section>
    }
}

/// What the quick quiz came to, where more has been answered since.
fn quick_alone(quiz: &Quiz, answers: &Answers) -> Option<Overall> {
    let quick = answers.quick_alone(quiz);
    let sharpened = quick != *answers;
    sharpened.then(|| fit::score(quiz, &quick).overall.ok())?
}

fn no_headline(too_little: TooLittle) -> Html {
    html! {
        <section class="verdict" aria-labelledby="title">
            <p class="tab">{ "Result" }</p>
            <h1 id="title" tabindex="-1">{ "There is not enough here for a result yet." }</h1>
            <p>
                { format!(
                    "Too many answers are missing or \"Not sure\". The traits that could be scored \
                     carry {} of the weight, and we ask for {}. Go back and answer a few more. \
                     A guess about yourself is fine.",
                    words::percent(too_little.scored_weight), words::percent(too_little.needed),
                ) }
            </p>
        </section>
    }
}

/// The names of the two highest traits, and of the two lowest among those that
/// do not reach the strong cut.
fn extremes(
    quiz: &'static Quiz,
    traits: &PerTrait<Option<TraitScore>>,
) -> (Vec<&'static str>, Vec<&'static str>) {
    let scored: Vec<_> = traits
        .iter()
        .filter_map(|(id, score)| Some((&*quiz.traits[id].short, score.as_ref()?.score)))
        .collect();
    let scores: Vec<_> = scored.iter().map(|(_, score)| *score).collect();
    let order = descending(&scores);
    let names = |places: &mut dyn Iterator<Item = &usize>| {
        places.take(2).map(|place| scored[*place].0).collect()
    };
    let strongest = names(&mut order.iter());
    let cut = quiz.scoring.bands.strong;
    let look_twice = names(&mut order.iter().rev().filter(|place| scores[**place] < cut));
    (strongest, look_twice)
}
