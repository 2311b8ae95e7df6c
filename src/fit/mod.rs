//! Answers to trait scores to a fit, with its doubt.
//!
//! # Formulas
//!
//! For one trait, with *n* items answered on a scale of 1 to 5 and *x̄* their
//! mean after reverse-keyed answers have been turned round (6 − x):
//!
//! * score, as the percent of the maximum possible (POMP; Cohen, Cohen, Aiken
//!   and West 1999): *S* = 100 · (*x̄* − 1) / 4
//! * reliability from the mean inter-item correlation *r* (Spearman–Brown):
//!   *α* = *n r* / (1 + (*n* − 1) *r*)
//! * standard error of measurement: SEM = SD · √(1 − *α*)
//! * 80% range: *S* ± 1.28 SEM, clipped to 0 to 100
//!
//! A trait with a floor *F* counts with *V* = *F* + *S* · (1 − *F* / 100) and an error of
//! SEM · (1 − *F* / 100). The floor is 50 for the two goals, whose absence makes nobody a worse
//! coder, and 0 for the rest, where *V* = *S*. Over the scored traits, with weights *w* that
//! are made to sum to 1 again:
//!
//! * fit: *G* = exp(Σ *w* · ln max(*V*, 1)), a geometric mean, so that a very
//!   low trait is not bought off by the others
//! * its standard error, by the delta method:
//!   SE = *G* · √Σ(*w* · SEM / max(*V*, 1))²; near *V* = 0, where that method
//!   breaks down, see `Counted::relative_error`
//! * 80% range: *G* ± 1.28 SE
//!
//! A gated trait whose range lies wholly below the gate caps *G*. Where the gate is a
//! trade-off, the fit without that cap is given as well, and what the other traits come to. The numbers (*r*, SD, weights, floors,
//! cuts, gate) are content, in `quiz.json`.

#![warn(missing_docs)]

pub mod explain;
mod headline;
mod overall;
pub mod quality;
pub mod roles;
mod score;
mod smallest;
mod trait_score;

pub use headline::Headline;
pub use overall::{Band, Bands, Likely, Overall, TooLittle, TradeOff, combine};
pub use score::{Fit, score, score_tallies};
pub use smallest::{Change, smallest_fall, smallest_rise};
pub use trait_score::{Counted, Parts, Tally, TraitScore, tallies, trait_score};
