//! Charts in every step, as a device keeps them.

use career_fit::builtin;
use career_fit::charts::{Act, Action, CodeAt, Desk, DeskAction, Feeling, LineAt, Mood, saved};

/// Every step of the way, by name.
pub fn every() -> Vec<(&'static str, String)> {
    let damaged = kept(&begun()).replace("c=B", "c=C");
    vec![
        ("chart, code book", kept(&begun())),
        ("chart, operation", kept(&building())),
        ("chart, order", kept(&deciding())),
        ("chart, question to the doctor", kept(&asking())),
        (
            "chart, done with mistakes",
            kept(&done(begun(), &[Action::Continue; 2])),
        ),
        ("chart, done without any", kept(&all_right())),
        ("chart, damaged", damaged),
    ]
}

/// One chart done with nothing amiss, and the wish for another.
pub fn after_one() -> String {
    kept(&all_right())
}

/// The same, and another one with mistakes.
pub fn after_two() -> String {
    let mistakes = done(begun(), &[Action::Continue; 2]);
    [kept(&mistakes), kept(&all_right())].join(" ")
}

fn kept(desk: &Desk) -> String {
    saved::save(builtin::charts(), desk)
}

fn done(desk: Desk, actions: &[Action]) -> Desk {
    actions.iter().fold(desk, |desk, action| {
        let next = desk.step(builtin::charts(), DeskAction::Work(*action));
        next.unwrap_or_else(|| panic!("{action:?} has an effect"))
    })
}

/// A desk with this chart open, and these codes chosen.
fn with_codes(number: u8, codes: &[&str]) -> Desk {
    let place = builtin::charts()
        .iter()
        .position(|chart| chart.number == number);
    let place = place.expect("a chart");
    let chart = &builtin::charts()[place];
    let desk = Desk::new(builtin::charts());
    let desk = desk
        .step(builtin::charts(), DeskAction::Open(place))
        .unwrap_or(desk);
    let codes = codes
        .iter()
        .map(|code| CodeAt::of(chart, code).expect("a code"));
    done(desk, &codes.map(Action::Add).collect::<Vec<_>>())
}

/// The first chart, at the code book, with a few of a beginner's mistakes.
pub fn begun() -> Desk {
    let desk = with_codes(1, &["J18.9", "I10", "I50.32", "R50.9"]);
    let marks = [0, 3, 13, 20].map(|at| Action::Mark(LineAt(at)));
    done(done(desk, &marks), &[Action::Continue])
}

fn building() -> Desk {
    let desk = done(with_codes(2, &["K35.80"]), &[Action::Continue; 2]);
    done(desk, &[Action::Build(2, 'T'), Action::Build(3, 'J')])
}

fn deciding() -> Desk {
    done(
        with_codes(1, &["I50.33", "J18.9", "I11.0"]),
        &[Action::Continue; 2],
    )
}

fn asking() -> Desk {
    let desk = done(with_codes(3, &["K57.31", "D64.9"]), &[Action::Continue; 2]);
    done(desk, &[Action::Decide(Act::Ask), Action::Inquire(2)])
}

fn all_right() -> Desk {
    let desk = with_codes(3, &["K57.31", "D64.9"]);
    let desk = done(desk, &[Action::Inquire(0)]);
    let desk = done(desk, &[Action::Continue; 3]);
    done(desk, &[Action::Feel(Feeling::Another, Mood::Yes)])
}
