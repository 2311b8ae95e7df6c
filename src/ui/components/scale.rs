//! Scores drawn with their ranges. Every drawing is hidden from assistive
//! technology: the same numbers stand beside it as text and in a table.

use yew::prelude::*;

use crate::content::BandCuts;
use crate::fit::{Band, Headline, TraitScore};
use crate::ui::words;

/// The fit on its scale, with the cuts between the bands, and with the range
/// that an earlier fit had.
pub fn fit_scale(cuts: &BandCuts, now: Headline, earlier: Option<Headline>) -> Html {
    html! {
        <div class="fit-scale" aria-hidden="true">
            { drawing("fit-scale__drawing", cuts, ends(now), earlier) }
            <div class="fit-scale__bands">
                for band in [Band::Low, Band::Partial, Band::Strong] {
                    <span class="fit-scale__band">{ words::band_name(band) }</span>
                }
            </div>
        </div>
    }
}

/// A trait's score on the same scale.
pub fn trait_scale(cuts: &BandCuts, score: &TraitScore) -> Html {
    drawing(
        "trait-scale",
        cuts,
        (score.low, score.score, score.high),
        None,
    )
}

fn ends(Headline { fit, low, high }: Headline) -> (f64, f64, f64) {
    (low.into(), fit.into(), high.into())
}

/// The scale is 1000 units wide, ten to a point, and stretched to its box. Marks
/// that must keep their shape are drawn as lines whose width does not scale.
fn drawing(
    class: &'static str,
    cuts: &BandCuts,
    (low, point, high): (f64, f64, f64),
    earlier: Option<Headline>,
) -> Html {
    let at = |value: f64| words::number((10.0 * value).round());
    html! {
        <svg {class} viewBox="0 0 1000 16" preserveAspectRatio="none" aria-hidden="true">
            <rect class="scale__low" x="0" y="5" width={at(cuts.partial)} height="6" />
            <rect class="scale__partial" x={at(cuts.partial)} y="5"
                width={at(cuts.strong - cuts.partial)} height="6" />
            <rect class="scale__strong" x={at(cuts.strong)} y="5"
                width={at(100.0 - cuts.strong)} height="6" />
            <rect class="scale__range" x={at(low)} y="3" width={at((high - low).max(0.5))}
                height="10" />
            if let Some((low, _, high)) = earlier.map(ends) {
                <rect class="scale__earlier" x={at(low)} y="1"
                    width={at((high - low).max(0.5))} height="14" />
            }
            <line class="scale__point" x1={at(point)} x2={at(point)} y1="0" y2="16" />
        </svg>
    }
}
