//! What may stand where an answer was kept: other programs, other versions, and people write there.

use career_fit::builtin::quiz;
use career_fit::session;

use super::quizzes::{answered, finished, observed};
use super::told;
use career_fit::share::Disclosure;

/// Thirty texts, none of which is the reader's own quiz as it is kept.
pub fn rubbish() -> Vec<String> {
    let own = session::save(quiz(), &answered(5));
    let other = session::save(quiz(), &observed());
    let link = told(&finished(), Disclosure::AnswersAndStart);
    let mut texts: Vec<String> = [
        " ",
        "\n",
        "\0",
        "-1",
        "0",
        "NaN",
        "null",
        "undefined",
        "true",
        "[]",
        "{}",
        "{\"quiz\":{\"stage\":\"finished\"}}",
        "[object Object]",
        "<img src=x onerror=alert(1)>",
        "'; DROP TABLE quiz; --",
        "s",
        "s=",
        "s=A",
        "s=AAAAAAAA",
        "s=________",
        "S=BAB",
        "%73%3D",
        "\u{202e}s=B",
        "\u{1f468}\u{200d}\u{2695}\u{fe0f}",
        "quiz own 768 - s=BAB",
    ]
    .map(str::to_owned)
    .into();
    texts.extend([
        own[..own.len() - 1].to_owned(),
        own.clone() + &own,
        other,
        link,
        "s=".to_owned() + &"B".repeat(100_000),
    ]);
    texts
}
