//! The verdict: words first, then the number with its range.

use yew::prelude::*;

use crate::answers::Answers;
use crate::content::{PerTrait, Quiz};
use crate::fit::{self, Fit, Headline, TooLittle, TraitScore};
use crate::ui::components::fit_scale;
use crate::ui::words::{self, Whose};

/// The verdict, or why there is none. `quick` is what the quick quiz alone came
/// to, where more has been answered since.
pub fn verdict(quiz: &'static Quiz, whose: Whose, fit: &Fit, quick: Option<Headline>) -> Html {
    let overall = match &fit.overall {
        Ok(overall) => overall,
        Err(too_little) => return no_headline(*too_little),
    };
    let (strongest, lowest) = extremes(quiz, &fit.traits);
    headline(
        quiz,
        whose,
        Headline::of(quiz, overall),
        quick,
        html! {
            <>
                if let Some(why) = words::near_hold(quiz, fit) {
                    <p class="verdict__gate">{ why }</p>
                }
                for why in words::held_down(quiz, overall) {
                    <p class="verdict__gate">{ why }</p>
                }
                <dl class="verdict__extremes">
                    <div><dt class="verdict__which">{ "Strongest" }</dt><dd class="verdict__traits">{ words::list(&strongest) }</dd></div>
                    <div>
                        <dt class="verdict__which">{ "Lowest" }</dt>
                        <dd class="verdict__traits">
                            { if lowest.is_empty() { "nothing stands out".to_owned() } else { words::list(&lowest) } }
                        </dd>
                    </div>
                </dl>
            </>
        },
    )
}

/// The number with its range, and what stands below it.
pub fn headline(
    quiz: &'static Quiz,
    whose: Whose,
    now: Headline,
    quick: Option<Headline>,
    below: Html,
) -> Html {
    let cuts = &quiz.scoring.bands;
    html! {
        <section class="verdict" aria-labelledby="title">
            <p class="tab">{ "Result" }</p>
            <div class="verdict__sheet sheet sheet--under-tab">
                <h1 id="title" tabindex="-1">{ words::verdict(whose, now.bands(cuts)) }{ "." }</h1>
                <p>
                    <span class="verdict__number" id="fit">{ now.fit }</span>
                    { " on a scale from 0 to 100, likely between " }
                    <strong id="fit-range">{ words::between(now) }</strong>
                    { "." }
                </p>
                <div class="verdict__scale">{ fit_scale(cuts, now, quick) }</div>
                if let Some(quick) = quick {
                    <p class="verdict__quick">
                        { "The quick quiz alone came to " }{ quick.fit }
                        { ", likely between " }{ words::between(quick) }
                        { ": the dashed box." }
                    </p>
                }
                { below }
            </div>
        </section>
    }
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

fn no_headline(too_little: TooLittle) -> Html {
    html! {
        <section class="verdict" aria-labelledby="title">
            <p class="tab">{ "Result" }</p>
            <div class="verdict__sheet sheet sheet--under-tab">
                <h1 id="title" tabindex="-1">{ "There is not enough here for a result yet." }</h1>
                <p>
                    { format!(
                        "Too many answers are missing or \"Not sure\". The traits that could be scored \
                         carry {} of the weight, and we ask for {}. Go back and answer a few more. \
                         A guess about yourself is fine.",
                        words::percent(too_little.scored_weight), words::percent(too_little.needed),
                    ) }
                </p>
            </div>
        </section>
    }
}

/// The names of the two highest traits, and of the two lowest among those that
/// do not reach the strong cut.
fn extremes(
    quiz: &'static Quiz,
    traits: &PerTrait<Option<TraitScore>>,
) -> (Vec<&'static str>, Vec<&'static str>) {
    let mut scored: Vec<(&str, f64)> = traits
        .iter()
        .filter_map(|(id, score)| Some((&*quiz.traits[id].short, score.as_ref()?.score)))
        .collect();
    scored.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    let names = |traits: &mut dyn Iterator<Item = &(&'static str, f64)>| {
        traits.take(2).map(|(name, _)| *name).collect()
    };
    let strongest = names(&mut scored.iter());
    let cut = quiz.scoring.bands.strong;
    let lowest = names(&mut scored.iter().rev().filter(|(_, score)| *score < cut));
    (strongest, lowest)
}
