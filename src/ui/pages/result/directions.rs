//! Neighboring roles: where else the same answers might lead.

use crate::say::result as say;
use crate::ui::marks::strong;
use std::cmp::Reverse;

use yew::prelude::*;

use crate::builtin::{content, quiz};
use crate::content::Role;
use crate::fit::{Bands, Fit, roles};
use crate::ui::components::{folded_facts, guide_link};
use crate::ui::words;

/// How many roles are shown without asking.
const NEAREST: usize = 3;

/// The roles that have enough scores to be judged, those with the most overlap first.
fn sorted(fit: &Fit) -> Vec<(&'static Role, Bands)> {
    let mut roles: Vec<_> = content()
        .roles
        .iter()
        .filter_map(|role| Some((role, roles::bands(quiz(), role, &fit.traits)?)))
        .collect();
    roles.sort_by_key(|(_, bands)| Reverse((bands.high, bands.low)));
    roles
}

/// The two nearest roles in one line; `None` where there are too few scores for any.
pub fn in_short(fit: &Fit) -> Option<String> {
    let roles = sorted(fit);
    let names: Vec<_> = roles
        .iter()
        .take(2)
        .map(|(role, _)| words::small(&role.name))
        .collect();
    (!names.is_empty()).then(|| say::closest(&words::listed(&names)))
}

/// The roles, those with the most overlap first; bands, no numbers.
pub fn directions(fit: &Fit) -> Html {
    let roles = sorted(fit);
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
        <div class="directions">
            <p>
                { say::directions() }
            </p>
            { list(&roles[..nearest]) }
            if nearest < roles.len() {
                <details>
                    <summary>{ say::more_roles(roles.len() - nearest) }</summary>
                    { list(&roles[nearest..]) }
                </details>
            }
            { guide_link("related", say::careers_in_guide()) }
        </div>
    }
}

fn row(role: &'static Role, bands: Bands) -> Html {
    html! {
        <li class="role">
            <h3 class="role__name">{ &*role.name }</h3>
            <p class="role__band">{ words::overlap(bands) }</p>
            <p class="role__text">{ say::role(&role.entry, &role.text, strong) }</p>
            { folded_facts(content(), &role.facts) }
        </li>
    }
}
