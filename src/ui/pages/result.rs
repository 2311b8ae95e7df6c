//! The result: derived from the answers, never stored.

use yew::prelude::*;

use super::other::take_the_quiz;
use crate::answers::{Answers, Stance};
use crate::builtin::content;
use crate::content::{ConditionId, PerTrait, Quiz, Stage, Trait};
use crate::fit::{self, Fit, Overall, TooLittle, TraitScore};
use crate::plan;
use crate::session::Action;
use crate::share::{self, Shared};
use crate::ui::components::{ShareBox, facts, fit_scale, trait_scale};
use crate::ui::words::{self, Whose};
use crate::visit::{Event, Page, Visit};

/// The reader's own result.
pub fn own_result(visit: &Visit, send: &Callback<Event>) -> Html {
    let answers = &visit.own.answers;
    let act = |action| send.reform(move |_: MouseEvent| Event::Quiz(action));
    html! {
        <>
            <button type="button" class="back" onclick={act(Action::Back)}>
                { "Back to your answers" }
            </button>
            { report(Whose::Own, answers) }
            { next_steps(answers) }
            { share_section(visit) }
            <section class="panel panel--plain">
                <h2>{ "Your answers" }</h2>
                <p>{ "You can change any answer, and the result changes with it." }</p>
                <p class="buttons">
                    <button type="button" class="button button--quiet" onclick={act(Action::Back)}>
                        { "Change my answers" }
                    </button>
                    <button type="button" class="button button--quiet" onclick={act(Action::Restart)}>
                        { "Start again" }
                    </button>
                </p>
            </section>
        </>
    }
}

/// Somebody else's result, to read and no more.
pub fn their_result(shared: &Shared, visit: &Visit, send: &Callback<Event>) -> Html {
    let quiz = &content().quiz;
    let begun = !visit.own.is_untouched(quiz);
    html! {
        <>
            <div class="notice">
                <p>{ "You are looking at a result that someone shared. Your own answers are not touched." }</p>
            </div>
            { report(Whose::Theirs, &shared.answers) }
            { next_steps(&shared.answers) }
            <section class="panel panel--plain">
                <h2>{ "And you?" }</h2>
                { take_the_quiz(if begun { "Go on with your own quiz" } else { "Take the quiz" }, send) }
            </section>
        </>
    }
}

/// The part that both kinds of result have.
fn report(whose: Whose, answers: &Answers) -> Html {
    let quiz = &content().quiz;
    let fit = fit::score(quiz, answers);
    html! {
        <>
            {
                match &fit.overall {
                    Ok(overall) => headline(quiz, whose, overall, &fit),
                    Err(too_little) => no_headline(*too_little),
                }
            }
            { conditions(quiz, whose, answers) }
            { traits(quiz, &fit.traits) }
            { what_it_says() }
        </>
    }
}

fn headline(quiz: &'static Quiz, whose: Whose, overall: &Overall, fit: &Fit) -> Html {
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
            { fit_scale(cuts, overall) }
            if let Some(why) = words::held_down(quiz, overall) {
                <p class="verdict__gate">{ why }</p>
            }
            <dl class="verdict__extremes">
                <div><dt>{ "Strongest" }</dt><dd>{ words::list(&strongest) }</dd></div>
                <div><dt>{ "Look twice" }</dt><dd>{ words::list(&look_twice) }</dd></div>
            </dl>
        </section>
    }
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

/// The names of the two highest and of the one or two lowest traits. The
/// lowest are named even where they are high: they are where to look twice.
fn extremes(
    quiz: &'static Quiz,
    traits: &PerTrait<Option<TraitScore>>,
) -> (Vec<&'static str>, Vec<&'static str>) {
    let mut scored: Vec<_> = traits
        .iter()
        .filter_map(|(id, score)| Some((id, score.as_ref()?.score)))
        .collect();
    // Stable, so that ties keep the guide's order.
    scored.sort_by(|one, other| other.1.total_cmp(&one.1));
    let name = |(id, _): &(crate::content::TraitId, f64)| quiz.traits[*id].short.as_str();
    let strongest = scored.iter().take(2).map(name).collect();
    let look_twice = scored.iter().rev().take(2).map(name).collect();
    (strongest, look_twice)
}

fn conditions(quiz: &'static Quiz, whose: Whose, answers: &Answers) -> Html {
    let said = |stance| -> Vec<ConditionId> {
        quiz.condition_ids()
            .filter(|id| answers.condition(*id) == Some(stance))
            .collect()
    };
    let (no, hard) = (said(Stance::No), said(Stance::Hard));
    let heading = match (whose, no.len()) {
        (_, 0) => "No deal-breakers",
        (Whose::Own, 1) => "One deal-breaker for you",
        (Whose::Own, _) => "Deal-breakers for you",
        (Whose::Theirs, _) => "Deal-breakers",
    };
    html! {
        <section class={classes!("panel", (!no.is_empty()).then_some("panel--alert"))}>
            <h2>{ heading }</h2>
            <p>
                { "These stand beside the score and never inside it: a good match on traits does not undo a \"no\"." }
            </p>
            if no.is_empty() && hard.is_empty() {
                <p>{ "All five conditions of the work are fine." }</p>
            }
            { condition_list(quiz, "Said no to", &no) }
            { condition_list(quiz, "Would be hard", &hard) }
        </section>
    }
}

fn condition_list(quiz: &'static Quiz, heading: &'static str, ids: &[ConditionId]) -> Html {
    if ids.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3>{ heading }</h3>
            <ul class="conditions">
                for id in ids.iter() {
                    <li>
                        <strong>{ &*quiz.condition(*id).short }</strong>
                        { facts(content(), &[quiz.condition(*id).fact]) }
                    </li>
                }
            </ul>
        </>
    }
}

fn traits(quiz: &'static Quiz, traits: &PerTrait<Option<TraitScore>>) -> Html {
    html! {
        <section class="panel">
            <h2>{ "The seven traits, one by one" }</h2>
            <p>
                { "The line is the score. No short quiz can hit it exactly: the shaded part is where \
                   the real score lies about eight times in ten." }
            </p>
            <ul class="traits">
                for (id, score) in traits.iter() {
                    { trait_row(quiz, &quiz.traits[id], score.as_ref()) }
                }
            </ul>
            <details class="as-table">
                <summary>{ "The same as a table" }</summary>
                { trait_table(quiz, traits) }
            </details>
        </section>
    }
}

fn trait_row(quiz: &'static Quiz, each: &'static Trait, score: Option<&TraitScore>) -> Html {
    let cuts = &quiz.scoring.bands;
    html! {
        <li class="trait" data-trait={each.id.code()}>
            <h3 class="trait__name">{ &*each.name }</h3>
            {
                match score {
                    Some(score) => html! {
                        <>
                            <p class="trait__score">
                                <strong>{ words::whole(cuts, score.score) }</strong>
                                { format!(" ({})", words::range(cuts, score.low, score.high)) }
                            </p>
                            { trait_scale(cuts, score) }
                            <p class="trait__meaning">{ words::meaning(quiz, each, score) }</p>
                        </>
                    },
                    None => html! {
                        <p class="trait__meaning">{ "Too few answers to say. It is left out of the result." }</p>
                    },
                }
            }
        </li>
    }
}

fn trait_table(quiz: &'static Quiz, traits: &PerTrait<Option<TraitScore>>) -> Html {
    let cuts = &quiz.scoring.bands;
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label="Trait scores">
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ "Trait" }</th>
                        <th scope="col">{ "Score" }</th>
                        <th scope="col">{ "Range" }</th>
                        <th scope="col">{ "Weight" }</th>
                    </tr>
                </thead>
                <tbody>
                    for (id, score) in traits.iter() {
                        <tr>
                            <th scope="row">{ &*quiz.traits[id].name }</th>
                            <td>{ score.as_ref().map_or_else(|| "–".to_owned(), |score| words::whole(cuts, score.score)) }</td>
                            <td>{ score.as_ref().map_or_else(|| "–".to_owned(), |score| words::range(cuts, score.low, score.high)) }</td>
                            <td>{ words::percent(quiz.traits[id].weight) }</td>
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

fn what_it_says() -> Html {
    html! {
        <section class="panel panel--plain">
            <h2>{ "What this can and cannot say" }</h2>
            <ul>
                <li>{ "It compares what was said about likes and habits with what the work asks for." }</li>
                <li>{ "The likely range of the result holds the real value about two times in three." }</li>
                <li>{ "It knows nothing of coding skill. It does not predict being hired or doing well." }</li>
                <li>{ "There are no norms: the number does not rank anyone against other people." }</li>
                <li>{ "No one has studied the later careers of people who took it." }</li>
                <li>{ "It must not be used to choose or turn down people." }</li>
            </ul>
        </section>
    }
}

fn next_steps(answers: &Answers) -> Html {
    let known = content()
        .quiz
        .start_ids()
        .any(|id| answers.start(id).is_some());
    html! {
        <section class="panel">
            <h2>{ "First next steps" }</h2>
            if !known {
                <p>{ "This link holds no starting point, so these steps are the general ones." }</p>
            }
            <ol class="steps">
                for step in plan::first_steps(content(), answers) {
                    <li class="step">
                        <h3>{ &*step.title }</h3>
                        <p>{ &*step.text }</p>
                        { facts(content(), &step.facts) }
                    </li>
                }
            </ol>
        </section>
    }
}

fn share_section(visit: &Visit) -> Html {
    let quiz = &content().quiz;
    let answers = &visit.own.answers;
    let link = |answers: Answers| {
        let code = share::print(quiz, &Shared { answers });
        [visit.site.as_str(), Page::Result.path(), "#", &code].concat()
    };
    let text = match fit::score(quiz, answers).overall {
        Ok(overall) => format!("{}.", words::verdict(Whose::Theirs, overall.bands)),
        Err(_) => "My quiz about work as an inpatient coder".to_owned(),
    };
    let quick = quiz.stage_ids(Stage::Quick).count();
    html! {
        <section class="panel">
            <h2>{ "Share or keep your result" }</h2>
            <ShareBox {quick} link={link(answers.without_start())}
                link_with_start={link(answers.clone())} {text} share_sheet={visit.share_sheet} />
        </section>
    }
}
