//! Two results side by side, or how somebody sees the reader.

use yew::prelude::*;

use super::result::in_numbers;
use crate::answers::Stance;
use crate::builtin::quiz;
use crate::content::{Quiz, TraitId};
use crate::fit::{Fit, TraitScore};
use crate::share::{Charts, Shared};
use crate::ui::components::{fit_scale, go, trait_scale};
use crate::ui::screen::Screen;
use crate::ui::words;
use crate::visit::{Event, Page, Sides, Visit};

/// What the reader's own side is called.
const YOU: &str = "You";

/// The two sides with their names, and whether they speak of one person.
struct Pair {
    names: [&'static str; 2],
    /// The names inside a sentence.
    of_whom: [&'static str; 2],
    sides: [Shared; 2],
    one_person: bool,
}

impl Pair {
    fn of(quiz: &Quiz, sides: &Sides, visit: &Visit) -> Self {
        match sides {
            Sides::OwnWith(Shared::Observed(answers)) => Self {
                names: [YOU, "The person you asked"],
                of_whom: ["from you", "from them"],
                // They were asked the quick items and nothing else, so the reader's own
                // side is what those alone come to, without the checking task.
                sides: [
                    Shared::Answers(visit.own.answers.quick_alone(quiz)),
                    Shared::Observed(answers.clone()),
                ],
                one_person: true,
            },
            Sides::OwnWith(other) => Self {
                names: [YOU, "The other person"],
                of_whom: ["for you", "for the other person"],
                sides: [
                    Shared::everything(&visit.own.answers.without_start(), &visit.device.charts),
                    other.clone(),
                ],
                one_person: false,
            },
            Sides::Two(one, other) => Self {
                names: ["First link", "Second link"],
                of_whom: ["in the first link", "in the second"],
                sides: [one.clone(), other.clone()],
                one_person: false,
            },
        }
    }
}

pub fn compare(sides: &Sides, visit: &Visit, send: &Callback<Event>) -> Screen {
    let title = match sides {
        Sides::OwnWith(Shared::Observed(_)) => "How they see you",
        _ => "Two results side by side",
    };
    let pair = Pair::of(quiz(), sides, visit);
    Screen::new("compare", title, side_by_side(&pair, sides, visit, send))
}

fn side_by_side(pair: &Pair, sides: &Sides, visit: &Visit, send: &Callback<Event>) -> Html {
    let quiz = quiz();
    let fits = match &pair.sides {
        [one, other] => one.fit(quiz).zip(other.fit(quiz)),
    };
    let own = matches!(sides, Sides::OwnWith(_));
    html! {
        <>
            <h1 id="title" tabindex="-1">
                { if pair.one_person { "How you see yourself, and how they see you" } else { "Two results side by side" } }
            </h1>
            <p class="lead">
                {
                    if pair.one_person {
                        "Neither is the truth. The differences are worth talking about. Both sides rest on the same quick questions, so your scores here may differ from your result."
                    } else {
                        "Two results of a career quiz about inpatient medical coding. More is not better. It shows where two people differ, as far as their answers can tell."
                    }
                }
            </p>
            if !pair.one_person {
                { verdicts(quiz, pair) }
            }
            {
                match &fits {
                    Some((one, other)) => traits(quiz, pair, one, other),
                    None => html! {
                        <p>{ "One of the links holds the verdict alone, so the traits cannot be set side by side." }</p>
                    },
                }
            }
            <p class="buttons screen-only">
                if own {
                    <a class="button" href={Page::Result.link(Page::Result)}
                        onclick={go(send, Event::Open(Page::Result))}>{ "Go to your result" }</a>
                } else {
                    <a class="button" href={Page::Result.link(Page::Quiz)}
                        onclick={go(send, Event::Open(Page::Quiz))}>
                        { if visit.can_compare(quiz) { "Go to your result" } else { "Take the quiz" } }
                    </a>
                }
            </p>
        </>
    }
}

/// Both verdicts, where both sides have one.
fn verdicts(quiz: &'static Quiz, pair: &Pair) -> Html {
    let cuts = &quiz.scoring.bands;
    let verdict = |place: usize| {
        let (name, side) = (pair.names[place], &pair.sides[place]);
        let headline = side.headline(quiz);
        html! {
            <div class="compare__side">
                <h3 class="compare__name">{ name }</h3>
                if let Some(headline) = headline {
                    <p class="compare__verdict">
                        <strong>{ words::overlap(headline.bands(cuts)) }</strong>
                        { ": " }{ headline.fit }{ ", likely between " }{ words::between(headline) }
                    </p>
                    { fit_scale(cuts, headline, None) }
                } else {
                    <p>{ "Too few answers for a verdict." }</p>
                }
                { beside(quiz, side, charts(pair, place)) }
            </div>
        }
    };
    html! {
        <section class="panel">
            <h2>{ "Overlap with the work" }</h2>
            { verdict(0) }
            { verdict(1) }
        </section>
    }
}

const UNKNOWN: &str = "This link does not say.";

/// How charts went on each side, where one of them says so.
fn charts(pair: &Pair, place: usize) -> Option<String> {
    let told = pair.sides.each_ref().map(Shared::charts);
    if told == [None, None] {
        return None;
    }
    let is_own = pair.names[place] == YOU;
    Some(match told[place].map(Charts::summary) {
        Some(Some(summary)) => {
            words::capital(&in_numbers(if is_own { YOU } else { "They" }, summary))
        }
        Some(None) => "A newer version of this page can read them.".to_owned(),
        None if is_own => "None on this device.".to_owned(),
        None => UNKNOWN.to_owned(),
    })
}

/// What no score says: the conditions, and whether the fit was held back. Two results with the same
/// number can differ in nothing else, so a link that does not say is not taken for one without any.
fn beside(quiz: &'static Quiz, side: &Shared, charts: Option<String>) -> Html {
    let said = |stance| match side.answers() {
        Some(answers) => {
            let names = words::conditions(quiz, answers, stance);
            match names.is_empty() {
                true => "Nothing.".to_owned(),
                false => words::capital(&words::listed(&names)) + ".",
            }
        }
        None => UNKNOWN.to_owned(),
    };
    let held = match side.fit(quiz).map(|fit| fit.overall) {
        None => UNKNOWN.to_owned(),
        Some(Ok(overall)) if !overall.gated.is_empty() => {
            let names = overall
                .gated
                .iter()
                .map(|id| quiz.traits[*id].short.as_str());
            let names: Vec<_> = names.collect();
            let cap = words::number(quiz.scoring.gate.cap);
            ["At ", &cap, " or below, by ", &words::list(&names), "."].concat()
        }
        Some(_) => "No.".to_owned(),
    };
    html! {
        <dl class="compare__beside">
            for (name, what) in [
                ("Said no to", said(Stance::No)),
                ("Would be hard", said(Stance::Hard)),
                ("Held back", held),
            ].into_iter().chain(charts.map(|charts| ("Charts coded", charts))) {
                <div class="compare__row">
                    <dt class="compare__what">{ name }</dt>
                    <dd>{ what }</dd>
                </div>
            }
        </dl>
    }
}

/// A trait on both sides.
struct Gap {
    id: TraitId,
    scores: [TraitScore; 2],
}

impl Gap {
    /// The first side's score less the second's, in points.
    fn points(&self) -> f64 {
        self.scores[0].score - self.scores[1].score
    }

    /// Whether the gap is named: it is wider than the doubt of both sides together,
    /// with the factor of the 80% range.
    fn is_clear(&self, quiz: &Quiz) -> bool {
        let doubt = self.scores[0].sem.hypot(self.scores[1].sem);
        self.points().abs() > quiz.scoring.precision.z80 * doubt
    }
}

fn traits(quiz: &'static Quiz, pair: &Pair, one: &Fit, other: &Fit) -> Html {
    let gaps: Vec<Gap> = TraitId::ALL
        .into_iter()
        .filter_map(|id| {
            let scores = [one.traits[id]?, other.traits[id]?];
            Some(Gap { id, scores })
        })
        .collect();
    html! {
        <>
            <section class="panel">
                <h2>{ "Where the two differ" }</h2>
                { in_words(quiz, pair, &gaps) }
            </section>
            <section class="panel">
                <h2>{ "The seven traits" }</h2>
                <ul class="traits">
                    for gap in gaps.iter() {
                        { trait_row(quiz, pair, gap) }
                    }
                </ul>
                <details>
                    <summary>{ "The same as a table" }</summary>
                    { table(quiz, pair, &gaps) }
                </details>
            </section>
        </>
    }
}

/// The clear gaps as sentences, those first that matter most for this work: the width of each counts
/// by the weight of its trait.
fn in_words(quiz: &'static Quiz, pair: &Pair, gaps: &[Gap]) -> Html {
    let clear: Vec<_> = gaps.iter().filter(|gap| gap.is_clear(quiz)).collect();
    if clear.is_empty() {
        return html! {
            <p>{ "Nowhere clearly: every gap is smaller than the doubt in the scores." }</p>
        };
    }
    let matters = |gap: &Gap| quiz.traits[gap.id].weight * gap.points().abs();
    let order = words::highest_first(clear.iter().map(|gap| (gap.id, matters(gap))));
    let of = |id| clear.iter().find(move |gap| gap.id == id);
    html! {
        <>
            <ul class="gaps">
                for gap in order.into_iter().filter_map(|(id, _)| of(id)) {
                    <li>{ sentence(quiz, pair, gap) }</li>
                }
            </ul>
            <p>{ "The other gaps are smaller than the doubt in the scores." }</p>
        </>
    }
}

fn sentence(quiz: &'static Quiz, pair: &Pair, gap: &Gap) -> Html {
    let cuts = &quiz.scoring.bands;
    let [one, other] = gap.scores.map(|score| words::whole(cuts, score.score));
    let name = words::capital(&quiz.traits[gap.id].short);
    let so = match (pair.one_person, gap.points() > 0.0) {
        (true, true) => ". You see more of it in yourself than they do.",
        (true, false) => ". They see more of it in you than you do.",
        (false, _) => ".",
    };
    html! {
        <>
            <strong>{ name }</strong>{ ": " }
            { one }{ " " }{ pair.of_whom[0] }{ ", " }{ other }{ " " }{ pair.of_whom[1] }{ so }
        </>
    }
}

fn trait_row(quiz: &'static Quiz, pair: &Pair, gap: &Gap) -> Html {
    let cuts = &quiz.scoring.bands;
    html! {
        <li class="compare__trait" data-trait={gap.id.code()}>
            <h3 class="compare__name">{ &*quiz.traits[gap.id].name }</h3>
            for (name, score) in pair.names.into_iter().zip(&gap.scores) {
                <p class="compare__label">
                    <span>{ name }</span>
                    <span class="compare__score">
                        <strong>{ words::whole(cuts, score.score) }</strong>
                        { " (" }{ words::range(cuts, score.low, score.high) }{ ")" }
                    </span>
                </p>
                { trait_scale(cuts, score) }
            }
        </li>
    }
}

fn table(quiz: &'static Quiz, pair: &Pair, gaps: &[Gap]) -> Html {
    let cuts = &quiz.scoring.bands;
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label="Both results">
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ "Trait" }</th>
                        for name in pair.names {
                            <th scope="col">{ name }</th>
                        }
                        <th scope="col">{ "Gap" }</th>
                    </tr>
                </thead>
                <tbody>
                    for gap in gaps.iter() {
                        <tr>
                            <th scope="row">{ &*quiz.traits[gap.id].name }</th>
                            for score in gap.scores.iter() {
                                <td>
                                    { words::whole(cuts, score.score) }
                                    { " (" }{ words::range(cuts, score.low, score.high) }{ ")" }
                                </td>
                            }
                            <td>{ if gap.is_clear(quiz) { "clear" } else { "too close to call" } }</td>
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}
