//! A plan in one line, for whoever has not opened it yet.

use super::{Plan, text};
use crate::say::plan as say;

/// The first step, and how long it takes to the first pay for coding, as two sentences. The second
/// one is missing where no step of the plan brings pay.
pub fn line(plan: &Plan<'_>) -> String {
    let first = plan.steps.first().map(|planned| &*planned.step.title);
    let pay = plan.steps.iter().find(|planned| planned.step.first_pay);
    let first = first.map(say::first);
    let pay = pay.map(|planned| {
        let months = text::months(planned.ends);
        [" ", &say::first_job(&months)].concat()
    });
    first.unwrap_or_default() + &pay.unwrap_or_default()
}
