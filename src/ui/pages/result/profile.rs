//! The seven traits at a glance: drawn, and a table at the same time.

use crate::say::{numbers, result as say};
use yew::prelude::*;

use crate::content::{PerTrait, Quiz, TraitId};
use crate::fit::TraitScore;
use crate::ui::components::trait_scale;
use crate::ui::words;

/// Every trait with its score and range, those that count most first. The drawing stands in the
/// cell of the numbers that it draws.
pub fn profile(quiz: &'static Quiz, traits: &PerTrait<Option<TraitScore>>) -> Html {
    let cuts = &quiz.scoring.bands;
    let weights = TraitId::ALL
        .into_iter()
        .map(|id| (id, quiz.traits[id].weight));
    html! {
        <table class="profile">
            <caption class="profile__caption">{ say::profile() }</caption>
            <thead class="visually-hidden">
                <tr><th scope="col">{ say::trait_name() }</th><th scope="col">{ say::score_and_range() }</th></tr>
            </thead>
            <tbody>
                for (id, _) in words::highest_first(weights) {
                    <tr class="profile__row">
                        <th scope="row" class="profile__name">{ words::capital(&quiz.traits[id].short) }</th>
                        <td class="profile__cell">
                            if let Some(score) = &traits[id] {
                                <span class="profile__numbers">
                                    <span class="profile__drawing">{ trait_scale(cuts, score) }</span>
                                    <strong class="profile__score">{ words::whole(cuts, score.score) }</strong>
                                    <span class="profile__range">{ " " }{ numbers::in_brackets(&words::range(cuts, score.low, score.high)) }</span>
                                </span>
                            } else {
                                { say::too_few_answers() }
                            }
                        </td>
                    </tr>
                }
            </tbody>
        </table>
    }
}
