//! Neighboring roles: where else the same answers might lead.

use std::cmp::Reverse;

use yew::prelude::*;

use crate::builtin::{content, quiz};
use crate::content::Role;
use crate::fit::{Band, Bands, Fit, roles};
use crate::ui::components::{folded_facts, guide_link};
use crate::ui::words;

/// How many roles are shown without asking.
const NEAREST: usize = 3;

/// The roles, those with the most overlap first; bands, no numbers.
pub fn directions(fit: &Fit) -> Html {
    let content = content();
    let mut roles: Vec<(&'static Role, Bands)> = content
        .roles
        .iter()
        .filter_map(|role| Some((role, roles::bands(quiz(), role, &fit.traits)?)))
        .collect();
    if roles.is_empty() {
        return Html::default();
    }
    roles.sort_by_key(|(_, bands)| Reverse((bands.high, bands.low)));
    let low = matches!(&fit.overall, Ok(overall) if overall.bands.high == Band::Low);
    let nearest = roles.len().min(NEAREST);
    let list = |roles: &[(&'static Role, Bands)]| {
        html! {
            <ul class="roles">
                for (role, bands) in roles.iter() {
                    { row(role, *bands) }
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
            { list(&roles[..nearest]) }
            if nearest < roles.len() {
                <details>
                    <summary>{ format!("{} more", roles.len() - nearest) }</summary>
                    { list(&roles[nearest..]) }
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
