//! Any symbols with a right seal, as a fuzzer would not find the seal by itself. What
//! no writer makes is refused, and what is read is written the same again.

#![no_main]

use career_fit::builtin::quiz;
use career_fit::code::{self, Kind, Writer};
use career_fit::{session, share};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|symbols: &[u8]| {
    let quiz = quiz();
    for kind in Kind::ALL {
        let mut body = Writer::default();
        for symbol in symbols {
            body.symbol(*symbol);
        }
        let code = code::close(kind, body);
        if let Ok(shared) = share::parse(quiz, &code) {
            assert_eq!(share::print(quiz, &shared), code);
        }
        if let Ok(session) = session::restore(quiz, &code) {
            assert_eq!(session::save(quiz, &session), code);
        }
    }
});
