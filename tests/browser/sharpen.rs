//! Sharpening a result: more items, the checking task in both forms, and what
//! becomes of the link.

use career_fit::fit::{self, Headline};
use career_fit::session::{Question, Subject};
use career_fit::share::Disclosure;
use career_fit::task::{self, PAIRS, Probe};
use career_fit::ui::words;

use crate::driver::Outcome;
use crate::hands::ENTER;
use crate::made::{self, quiz};
use crate::reader::Reader;
use crate::settings::{Settings, USUAL};
use crate::world::journey;

#[test]
fn more_items_and_the_task_against_the_clock() {
    journey(async |world| {
        let reader = world.reader().await?;
        reader.has(&made::finished()).await?;
        reader.open("/result/").await?;
        let quick = reader.reading().await?;
        world.step("sharpen");
        reader.tab_to(".sharpen .button").await?;
        reader.press(ENTER).await?;
        for (place, question) in Question::more(quiz()).into_iter().enumerate() {
            world.step(question.text(quiz(), Subject::Me));
            reader.sees(question.text(quiz(), Subject::Me)).await?;
            reader.focus_is_on("title").await?;
            reader.press(digit(made::pick_more(place))?).await?;
            reader.sees_ticked(made::pick_more(place)).await?;
            reader.press(ENTER).await?;
        }
        world.step("the task, with keys");
        reader.sees("Last part: a checking task").await?;
        reader.focus_is_on("title").await?;
        // Beyond the page's last element, Firefox moves the focus out of the page.
        reader.tab_to(".choices li:first-child .button").await?;
        reader.press(ENTER).await?;
        judge_all(&reader, &["1", "2"]).await?;
        world.step("the sharpened result");
        reader.sees_view("own").await?;
        reader.unfolds().await?;
        reader
            .reads("Checking task, with a clock: 30 of 30 right.")
            .await?;
        reader.reads("Speed is not scored.").await?;
        reader
            .reads(&format!("The quick quiz alone came to {}", quick.fit))
            .await?;
        let sharpened = reader.reading().await?;
        assert_eq!(
            (&sharpened.fit, &sharpened.range),
            (&expected().0, &expected().1)
        );
        world.step("a link made by the quick quiz still opens");
        let friend = world.reader().await?;
        friend
            .open(&format!("/result/#{}", made::fragment(&made::finished())))
            .await?;
        assert_eq!(friend.reading().await?, quick);
        world.step("the new link shows the same");
        let link = reader.shares(Disclosure::Answers).await?;
        let (_, code) = link.split_once('#').ok_or("no code in the link")?;
        assert!(code.len() <= 90, "{code}");
        friend.open(&format!("/result/#{code}")).await?;
        assert_eq!(friend.reading().await?, sharpened);
        friend.unfolds().await?;
        friend
            .reads("Checking task, with a clock: 30 of 30 right.")
            .await?;
        assert!(
            !friend
                .text("document.body.textContent")
                .await?
                .contains("seconds each")
        );
        Ok(())
    });
}

#[test]
fn the_task_without_a_clock_is_spelled_out() {
    journey(async |world| {
        let reader = world.reader().await?;
        reader.has(&made::task_offered()).await?;
        reader.open("/quiz/").await?;
        reader.click_on("Start without a clock").await?;
        let Some(Probe::Pair(pair)) = task::probes().into_iter().next() else {
            return Err("the first probe is a pair".into());
        };
        reader.sees_beginning("Pair 1 of 24").await?;
        reader.reads(&task::spelled(&pair.one)).await?;
        world.step("with clicks");
        for (place, probe) in task::probes().iter().enumerate() {
            reader.focus_is_on("title").await?;
            let (sound, unsound) = if place < PAIRS {
                ("Same", "Different")
            } else {
                ("It fits", "Something is off")
            };
            let words = if probe.is_sound() { sound } else { unsound };
            reader
                .click(&format!(
                    ".task__buttons button:nth-child({})",
                    if words == sound { 1 } else { 2 }
                ))
                .await?;
        }
        reader.sees_view("own").await?;
        reader.unfolds().await?;
        reader
            .reads("Checking task, without a clock: 30 of 30 right.")
            .await?;
        assert!(
            !reader
                .text("document.body.textContent")
                .await?
                .contains("seconds each")
        );
        Ok(())
    });
}

#[test]
fn stopping_anywhere_gives_the_result_so_far() {
    journey(async |world| {
        let reader = world.reader().await?;
        reader.has(&made::sharpening()).await?;
        reader.open("/quiz/").await?;
        let first = Question::more(quiz())[0];
        reader.sees(first.text(quiz(), Subject::Me)).await?;
        reader.choose(4).await?;
        reader.press(ENTER).await?;
        reader
            .sees(Question::more(quiz())[1].text(quiz(), Subject::Me))
            .await?;
        world.step("stop");
        reader.click_on("Stop here and see my result").await?;
        reader.sees_view("own").await?;
        reader.reads("Go on sharpening").await?;
        world.step("go on where it stopped");
        reader.click_on("Go on sharpening").await?;
        reader
            .sees(Question::more(quiz())[1].text(quiz(), Subject::Me))
            .await?;
        world.step("in the task");
        reader.has(&made::task_offered()).await?;
        reader.open("/quiz/").await?;
        reader.click_on("Start with a clock").await?;
        judge(&reader, 0, &["1", "2"]).await?;
        reader.sees_beginning("Pair 2 of 24").await?;
        reader.click_on("Stop here and see my result").await?;
        reader.sees_view("own").await?;
        world.step("the task goes on where it stopped, also after a reload");
        reader.click_on("Go on sharpening").await?;
        reader.sees_beginning("Pair 2 of 24").await?;
        reader.reload().await?;
        reader.sees_beginning("Pair 2 of 24").await
    });
}

#[test]
fn a_double_tap_judges_one_pair() {
    journey(async |world| {
        let hasty = Settings {
            hasty: true,
            ..USUAL
        };
        let reader = world.reader_with(hasty).await?;
        reader.has(&made::task_offered()).await?;
        reader.open("/quiz/").await?;
        reader.click_on("Start with a clock").await?;
        reader.sees_beginning("Pair 1 of 24").await?;
        let twice = "(() => { const same = document.querySelector('.task__buttons button'); \
                     setTimeout(() => { same.click(); setTimeout(() => { \
                     document.querySelector('.task__buttons button').click(); \
                     document.title += ' tapped'; }, 60); }, 400); })()";
        reader.value(twice).await?;
        reader.wait_for("document.title.endsWith('tapped')").await?;
        reader.sees_beginning("Pair 2 of 24").await
    });
}

#[test]
fn answers_faster_than_reading_are_held_back_kindly() {
    journey(async |world| {
        let hasty = Settings {
            hasty: true,
            ..USUAL
        };
        let reader = world.reader_with(hasty).await?;
        reader.open("/quiz/").await?;
        for (place, question) in made::questions().into_iter().enumerate() {
            reader.sees(question.text(quiz(), Subject::Me)).await?;
            reader.choose(made::pick(place)).await?;
            reader.sees_ticked(made::pick(place)).await?;
            reader.press(ENTER).await?;
        }
        reader.sees("Check your answers").await?;
        reader.click_on("See my result").await?;
        reader.sees("We hold this result back for now.").await?;
        assert_eq!(
            reader.value("!!document.getElementById('fit')").await?,
            false
        );
        world.step("a friend sees the answers without the times");
        reader.starts_again().await?;
        reader
            .sees(made::questions()[0].text(quiz(), Subject::Me))
            .await
    });
}

/// The key that picks the option at this position.
fn digit(option: usize) -> Outcome<char> {
    Ok(char::from_digit(option as u32 + 1, 10).ok_or("no key for the option")?)
}

async fn judge_all(reader: &Reader, keys: &[&str; 2]) -> Outcome {
    for place in 0..task::ALL {
        judge(reader, place, keys).await?;
    }
    Ok(())
}

/// Judges the probe with this place rightly, by key.
async fn judge(reader: &Reader, place: usize, [sound, unsound]: &[&str; 2]) -> Outcome {
    let heading = match place.checked_sub(PAIRS) {
        None => format!("Pair {} of", place + 1),
        Some(chart) => format!("Chart {} of", chart + 1),
    };
    reader.sees_beginning(&heading).await?;
    reader.focus_is_on("title").await?;
    let key = if task::probes()[place].is_sound() {
        sound
    } else {
        unsound
    };
    reader.press(key.chars().next().ok_or("a key")?).await
}

/// Fit and range of the sharpened quiz, worked out without a browser.
fn expected() -> (String, String) {
    let overall = fit::score(quiz(), &made::sharpened().answers)
        .overall
        .expect("every item is answered");
    let shown = Headline::of(quiz(), &overall);
    (shown.fit.to_string(), words::between(shown))
}
