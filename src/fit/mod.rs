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
//! trade-off, the fit without that cap is given as well, and what the other traits come to.
//!
//! *S*, *V* and *G* lie in 0 to 100, and so do all ranges; errors are in points of the same scale. A
//! trait is scored when two thirds of what was asked of it was answered, and there is a fit when the
//! scored traits carry two thirds of the weight. The numbers (*r*, SD, weights, floors, cuts, gate) are
//! content, in `quiz.json`, and a [`Quiz`](crate::content::Quiz) has them as `scoring` and `traits`.
//!
//! # From answers to a headline
//!
//! ```
//! use career_fit::answers::{Answers, Level, Response, TaskForm, TaskOutcome};
//! use career_fit::builtin::quiz;
//! use career_fit::content::{Stage, TraitId};
//! use career_fit::fit::{self, Headline};
//!
//! let quiz = quiz();
//! let mut answers = Answers::none(quiz);
//! // Somebody says of everything that it is "mostly like me", where that speaks for the trait.
//! for id in quiz.stage_ids(Stage::Quick) {
//!     let level = if quiz.item(id).reversed { 2 } else { 4 };
//!     answers.set_item(id, Level::new(level).map(Response::Level));
//! }
//! // In the checking task, 26 of 30 are right.
//! answers.task = TaskOutcome::new(TaskForm::Timed, 26, 4);
//!
//! let fit = fit::score(quiz, &answers);
//! let structure = fit.traits[TraitId::T4].as_ref().expect("all of its items were answered");
//! assert_eq!(structure.score, 75.0);
//! let overall = fit.overall.expect("enough was answered");
//! assert!(overall.gated.is_empty());
//! let shown = Headline::of(quiz, &overall);
//! assert_eq!((shown.low, shown.fit, shown.high), (70, 76, 82));
//! ```
//!
//! Where to go from here: [`score`] is the whole way, [`trait_score`](fn@trait_score) and [`combine`]
//! are its two halves; [`explain`] says why a fit is what it is, [`smallest_rise`] and [`smallest_fall`]
//! what would change it, [`quality`] whether to trust it, and [`roles`] what the same answers come to
//! for other work. The program `score` in `examples` does this for files; `docs/data.md` says what
//! stands in them.
//!
//! # What a fit is not
//!
//! No percentage, no percentile and no forecast. There are no norms, *r* and SD come from published
//! work on similar items and not from data of ours, the weights and cuts are judgement, and nobody has
//! compared fits with how people do in the job. It must not be used to select people.

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
