//! Any string as a link, as what somebody pasted, and as a kept quiz: each
//! gives a value or an error, and every value has one spelling.

#![no_main]

use career_fit::builtin::quiz;
use career_fit::{session, share};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let quiz = quiz();
    if let Ok(link) = share::parse_link(quiz, text) {
        assert!(text.starts_with(&share::print_link(quiz, &link)));
    }
    let _ = share::parse_link(quiz, share::within(text));
    if let Ok(session) = session::restore(quiz, text) {
        assert_eq!(session::save(quiz, &session), text);
    }
});
