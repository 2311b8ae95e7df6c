//! The group that the page offers to look at.

use career_fit::answers::{Answers, Level, Response, Stance, StartAnswer};
use career_fit::builtin::quiz;
use career_fit::content::Stage;
use career_fit::group::{EXAMPLE, Verdict};
use career_fit::share::{self, CodeError, Disclosure, Shared};

use super::both;
use crate::examples::bad_links;

/// A person who does not exist: the name, how the seven traits are answered, the conditions that got
/// a "no", the options of the starting point, and how much the link holds.
type Invented = (
    &'static str,
    [u8; 7],
    &'static [&'static str],
    [u8; 6],
    Disclosure,
);

const INVENTED: [Invented; 12] = {
    use Disclosure::{Answers, AnswersAndStart, Traits, Verdict};
    [
        (
            "Amara",
            [5, 4, 4, 5, 3, 5, 4],
            &[],
            [2, 1, 0, 1, 1, 2],
            AnswersAndStart,
        ),
        (
            "Bao",
            [4, 5, 3, 4, 2, 4, 5],
            &["target"],
            [1, 0, 0, 0, 2, 1],
            AnswersAndStart,
        ),
        (
            "Carmen",
            [3, 2, 5, 3, 4, 4, 1],
            &["alone"],
            [3, 2, 0, 1, 1, 3],
            AnswersAndStart,
        ),
        (
            "Dmitri",
            [2, 3, 2, 2, 5, 2, 4],
            &["audit", "screen"],
            [4, 1, 0, 2, 1, 0],
            AnswersAndStart,
        ),
        (
            "Esther",
            [4, 4, 5, 4, 3, 5, 3],
            &[],
            [3, 2, 2, 1, 2, 2],
            AnswersAndStart,
        ),
        (
            "Farid",
            [5, 3, 4, 5, 4, 4, 4],
            &["remote"],
            [2, 3, 1, 2, 0, 1],
            AnswersAndStart,
        ),
        (
            "Grace",
            [3, 3, 3, 4, 2, 5, 3],
            &["target"],
            [1, 0, 0, 0, 1, 0],
            Answers,
        ),
        ("Hana", [4, 5, 4, 3, 3, 3, 5], &[], [0; 6], Answers),
        (
            "Isaac",
            [1, 2, 2, 1, 3, 3, 2],
            &["target", "change"],
            [0, 0, 0, 1, 0, 0],
            AnswersAndStart,
        ),
        ("Jun", [4, 3, 4, 4, 5, 3, 4], &[], [0; 6], Traits),
        ("Kateri", [5, 5, 4, 4, 3, 4, 5], &[], [0; 6], Verdict),
        (
            "Luis",
            [3, 4, 3, 3, 3, 4, 2],
            &["screen"],
            [2, 4, 3, 3, 2, 3],
            AnswersAndStart,
        ),
    ]
};

/// The text of the example: two links go wrong as they do.
fn example() -> String {
    let mut text = String::new();
    for (seed, (name, traits, no, start, disclosure)) in INVENTED.iter().enumerate() {
        let mut answers = Answers::none(quiz());
        for (place, id) in quiz().stage_ids(Stage::Quick).enumerate() {
            let item = quiz().item(id);
            let level = traits[item.trait_id as usize] + [0, 1, 2, 1][(place * 5 + seed) % 4];
            let level = Level::new(level.saturating_sub(1).clamp(1, 5)).expect("a level");
            answers.set_item(id, Some(Response::Level(level.keyed(item.reversed))));
        }
        for (place, id) in quiz().condition_ids().enumerate() {
            let stance = match no.contains(&&*quiz().condition(id).id) {
                true => Stance::No,
                false if (place + seed) % 4 == 0 => Stance::Hard,
                false => Stance::Fine,
            };
            answers.set_condition(id, Some(stance));
        }
        for (id, option) in quiz().start_ids().zip(start) {
            answers.set_start(id, Some(StartAnswer::Option(*option)));
        }
        let shared = Shared::of(quiz(), &answers, *disclosure).expect("a result");
        let link = share::print(quiz(), &shared);
        text += &format!("{name}, https://example.org/result/#{link}\n");
        if *name == "Carmen" {
            text += &format!("Carmen (sent it again), https://example.org/result/#{link}\n");
        }
    }
    text += "Mateo, https://example.org/result/\n";
    let (_, cut) = bad_links()
        .into_iter()
        .find(|(error, _)| *error == CodeError::CutOff)
        .expect("one");
    text += &format!("Noor, https://example.org/result/#{cut}\n");
    text
}

#[test]
fn the_example_is_of_this_edition() {
    let example = example();
    assert_eq!(
        EXAMPLE, example,
        "EXAMPLE in src/group/example.rs is to be:\n{example}"
    );
    let (people, rows, aside) = both(EXAMPLE);
    assert_eq!((people.len(), rows.len(), aside.len()), (12, 12, 3));
    assert!(rows.iter().all(|row| row.verdict != Verdict::HeldBack));
}
