//! What to do next, from where the person starts.

use crate::answers::{Answers, StartAnswer};
use crate::content::{Content, StartId, Step, When};

/// The first next steps that apply, in the content's order.
pub fn first_steps<'a>(content: &'a Content, answers: &Answers) -> Vec<&'a Step> {
    content
        .steps
        .iter()
        .filter(|step| applies(&step.when, answers))
        .collect()
}

fn applies(when: &When, answers: &Answers) -> bool {
    let met = |(question, options): &(StartId, Vec<u8>)| match answers.start(*question) {
        Some(StartAnswer::Option(index)) => options.contains(&index),
        Some(StartAnswer::Declined) | None => false,
    };
    when.start.iter().all(met) && !when.unless.iter().any(met)
}
