//! Any symbols under a right seal, which a fuzzer would not find by itself: what
//! no writer makes is refused, and what is read is written the same.

#![no_main]

use career_fit::builtin::quiz;
use career_fit::share::{self, Kind, Writer};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|symbols: &[u8]| {
    let quiz = quiz();
    for kind in [Kind::Result, Kind::Traits, Kind::Verdict, Kind::Observed] {
        let mut body = Writer::default();
        for symbol in symbols {
            body.symbol(symbol & 63);
        }
        let code = share::close(kind, body);
        if let Ok(shared) = share::parse(quiz, &code) {
            assert_eq!(share::print(quiz, &shared), code);
        }
    }
});
