//! Neighbouring roles: where else the same answers might lead.

use yew::prelude::*;

use crate::builtin::{content, quiz};
use crate::content::Role;
use crate::fit::order::descending;
use crate::fit::{Band, Bands, Fit, roles};
use crate::ui::components::{folded_facts, guide_link};
use crate::ui::words;

/// How many roles are shown without asking.
const NEAREST: usize = 3;

/// The roles, those with the most overlap first; bands, no numbers.
pub fn directions(fit: &Fit) -> Html {
    let content = content();
    let roles: Vec<(&'static Role, Bands)> = content
        .roles
        .iter()
        .filter_map(|role| Some((role, roles::bands(quiz(), role, &fit.traits)?)))
        .collect();
    if roles.is_empty() {
        return Html::default();
    }
    let strength = |bands: &Bands| f64::from(4 * bands.high as u8 + bands.low as u8);
    let strengths: Vec<_> = roles.iter().map(|(_, bands)| strength(bands)).collect();
    let low = matches!(&fit.overall, Ok(overall) if overall.bands.high == Band::Low);
    let order = descending(&strengths);
    let nearest = order.len().min(NEAREST);
    let list = |places: &[usize]| {
        html! {
            <ul class="roles">
                for place in places.iter() {
                    { row(roles[*place].0, roles[*place].1) }
                }
            </ul>
        }
    };
    html! {
        <section class="panel">
            <h2 id="directions" tabindex="-1">{ if low { "Where else to look" } else { "Other directions" } }</h2>
            <p>
                { "The same seven traits, seen from roles nearby. The weights are rough guesses, so \
                   there are words here and no numbers." }
            </p>
            { list(&order[..nearest]) }
            if nearest < order.len() {
                <details>
                    <summary>{ format!("{} more", order.len() - nearest) }</summary>
                    { list(&order[nearest..]) }
                </details>
            }
            { guide_link("related", "These careers in the guide") }
        </section>
    }
}

fn row(role: &'static Role, bands: Bands) -> Html {
    html! {
        <li class="role">
            <h3 class="role__name">{ &*role.name }</h3>
            <p class="role__band">{ words::overlap(bands) }</p>
            <p class="role__text">{ &*role.text }{ " " }<strong>{ "To get in: " }</strong>{ &*role.entry }</p>
            { folded_facts(content(), &role.facts) }
        </li>
    }
}
