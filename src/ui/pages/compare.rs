//! Two results side by side, or how somebody sees the reader.

use crate::say::compare as say;
use crate::ui::marks::strong;
use yew::prelude::*;

use super::result::in_numbers;
use crate::answers::Stance;
use crate::builtin::quiz;
use crate::content::{Quiz, TraitId};
use crate::fit::{Fit, TraitScore};
use crate::share::{Charts, Shared};
use crate::ui::components::{fit_scale, go, trait_scale};
use crate::ui::screen::Screen;
use crate::ui::words::{self, Whose};
use crate::visit::{Event, Page, Sides, Visit};

/// The two sides with their names, and whether they speak of one person.
struct Pair {
    names: [&'static str; 2],
    /// Who the sides are.
    who: Who,
    sides: [Shared; 2],
    one_person: bool,
}

/// Who the two sides of a sentence are.
#[derive(Clone, Copy)]
enum Who {
    /// The reader, and somebody whom they asked.
    Asked,
    /// The reader, and another person.
    Other,
    /// Two links.
    Links,
}

impl Pair {
    fn of(quiz: &Quiz, sides: &Sides, visit: &Visit) -> Self {
        match sides {
            Sides::OwnWith(Shared::Observed(answers)) => Self {
                names: [say::you(), say::asked_person()],
                who: Who::Asked,
                // They were asked the quick items and nothing else, so the reader's own
                // side is what those alone come to, without the checking task.
                sides: [
                    Shared::Answers(visit.own.answers.quick_alone(quiz)),
                    Shared::Observed(answers.clone()),
                ],
                one_person: true,
            },
            Sides::OwnWith(other) => Self {
                names: [say::you(), say::other_person()],
                who: Who::Other,
                sides: [
                    Shared::everything(&visit.own.answers.without_start(), &visit.device.charts),
                    other.clone(),
                ],
                one_person: false,
            },
            Sides::Two(one, other) => Self {
                names: [say::first_link(), say::second_link()],
                who: Who::Links,
                sides: [one.clone(), other.clone()],
                one_person: false,
            },
        }
    }
}

pub fn compare(sides: &Sides, visit: &Visit, send: &Callback<Event>) -> Screen {
    let title = match sides {
        Sides::OwnWith(Shared::Observed(_)) => say::how_they_see_you(),
        _ => say::two_results(),
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
                { if pair.one_person { say::two_views() } else { say::two_results() } }
            </h1>
            <p class="lead">
                {
                    if pair.one_person {
                        say::two_views_lead()
                    } else {
                        say::two_results_lead()
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
                        <p>{ say::verdict_alone() }</p>
                    },
                }
            }
            <p class="buttons screen-only">
                if own {
                    <a class="button" href={Page::Result.link(Page::Result)}
                        onclick={go(send, Event::Open(Page::Result))}>{ say::go_to_result() }</a>
                } else {
                    <a class="button" href={Page::Result.link(Page::Quiz)}
                        onclick={go(send, Event::Open(Page::Quiz))}>
                        { if visit.can_compare(quiz) { say::go_to_result() } else { say::take_quiz() } }
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
                        { say::verdict(
                            &headline.fit.to_string(),
                            words::overlap(headline.bands(cuts)),
                            &words::between(headline),
                            strong,
                        ) }
                    </p>
                    { fit_scale(cuts, headline, None) }
                } else {
                    <p>{ say::too_few() }</p>
                }
                { beside(quiz, side, charts(pair, place)) }
            </div>
        }
    };
    html! {
        <section class="panel">
            <h2>{ say::overlap() }</h2>
            { verdict(0) }
            { verdict(1) }
        </section>
    }
}

/// How charts went on each side, where one of them says so.
fn charts(pair: &Pair, place: usize) -> Option<String> {
    let told = pair.sides.each_ref().map(Shared::charts);
    if told == [None, None] {
        return None;
    }
    let whose = match pair.who {
        Who::Other if place == 0 => Whose::Own,
        _ => Whose::Theirs,
    };
    Some(match (told[place].map(Charts::summary), whose) {
        (Some(Some(summary)), _) => in_numbers(whose, summary),
        (Some(None), _) => say::newer_charts().to_owned(),
        (None, Whose::Own) => say::none_here().to_owned(),
        (None, Whose::Theirs) => say::unknown().to_owned(),
    })
}

/// What no score says: the conditions, and whether the fit was held back. Two results with the same
/// number can differ in nothing else, so a link that does not say is not taken for one without any.
fn beside(quiz: &'static Quiz, side: &Shared, charts: Option<String>) -> Html {
    let said = |stance| match side.answers() {
        Some(answers) => {
            let names = words::conditions(quiz, answers, stance);
            match names.is_empty() {
                true => say::nothing().to_owned(),
                false => say::names(&words::capital(&words::listed(&names))),
            }
        }
        None => say::unknown().to_owned(),
    };
    let held = match side.fit(quiz).map(|fit| fit.overall) {
        None => say::unknown().to_owned(),
        Some(Ok(overall)) if !overall.gated.is_empty() => {
            let names = overall
                .gated
                .iter()
                .map(|id| quiz.traits[*id].short.as_str());
            let names: Vec<_> = names.collect();
            let cap = words::number(quiz.scoring.gate.cap);
            say::held_at(&cap, &words::list(&names))
        }
        Some(_) => say::no().to_owned(),
    };
    html! {
        <dl class="compare__beside">
            for (name, what) in [
                (say::said_no_to(), said(Stance::No)),
                (say::would_be_hard(), said(Stance::Hard)),
                (say::held_back(), held),
            ].into_iter().chain(charts.map(|charts| (say::charts_coded(), charts))) {
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
                <h2>{ say::where_they_differ() }</h2>
                { in_words(quiz, pair, &gaps) }
            </section>
            <section class="panel">
                <h2>{ say::seven_traits() }</h2>
                <ul class="traits">
                    for gap in gaps.iter() {
                        { trait_row(quiz, pair, gap) }
                    }
                </ul>
                <details>
                    <summary>{ say::as_table() }</summary>
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
            <p>{ say::nowhere() }</p>
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
            <p>{ say::other_gaps() }</p>
        </>
    }
}

fn sentence(quiz: &'static Quiz, pair: &Pair, gap: &Gap) -> Html {
    let cuts = &quiz.scoring.bands;
    let [one, other] = gap.scores.map(|score| words::whole(cuts, score.score));
    let name = words::capital(&quiz.traits[gap.id].short);
    let more = gap.points() > 0.0;
    match pair.who {
        Who::Asked => say::gap_seen(more, &name, &one, &other, strong),
        Who::Other => say::gap_to_other(&name, &one, &other, strong),
        Who::Links => say::gap_of_links(&name, &one, &other, strong),
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
                        { words::scored(cuts, score, strong) }
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
        <div class="table-scroll" tabindex="0" role="region" aria-label={say::both_results()}>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ say::trait_name() }</th>
                        for name in pair.names {
                            <th scope="col">{ name }</th>
                        }
                        <th scope="col">{ say::gap() }</th>
                    </tr>
                </thead>
                <tbody>
                    for gap in gaps.iter() {
                        <tr>
                            <th scope="row">{ &*quiz.traits[gap.id].name }</th>
                            for score in gap.scores.iter() {
                                <td>
                                    { words::scored(cuts, score, |score: Html| score) }
                                </td>
                            }
                            <td>{ if gap.is_clear(quiz) { say::clear() } else { say::too_close() } }</td>
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}
