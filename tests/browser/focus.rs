//! Where the focus is, what the title says, and what is at the top.

use career_fit::session::Subject;

use crate::driver::Outcome;
use crate::hands::ENTER;
use crate::made::{self, answered, questions, quiz};
use crate::reader::Reader;
use crate::world::journey;

/// Nothing has the focus.
const NO_FOCUS: &str = "document.activeElement === document.body";

#[test]
fn a_missing_answer_is_pointed_out() {
    journey(async |world| {
        let reader = world.reader().await?;
        reader.open("/quiz/").await?;
        let title = reader.title().await?;
        world.step("continue without an answer");
        reader.tab_to(".question .button").await?;
        reader.press(ENTER).await?;
        reader.focus_is_on("problem").await?;
        assert_eq!(reader.title().await?, format!("Error: {title}"));
        reader.reads("There is a problem").await?;
        world.step("follow the problem's link");
        let address = reader.address().await?;
        reader.tab_to("#problem a").await?;
        reader.press(ENTER).await?;
        reader.focus_is_on("option-1").await?;
        assert_eq!(reader.address().await?, address);
        world.step("choose");
        reader.press('2').await?;
        reader.sees_ticked(1).await?;
        reader
            .wait_for("!document.getElementById('problem')")
            .await?;
        reader
            .wait_for("!document.title.startsWith('Error')")
            .await?;
        reader.focus_is_on("option-2").await?;
        world.step("go on");
        reader.press(ENTER).await?;
        reader.sees(questions()[1].text(quiz(), Subject::Me)).await
    });
}

#[test]
fn a_second_press_points_it_out_again() {
    journey(async |world| {
        let reader = world.reader().await?;
        reader.open("/quiz/").await?;
        reader.click_on("Continue").await?;
        reader.focus_is_on("problem").await?;
        world.step("continue once more without an answer");
        reader.click_on("Continue").await?;
        reader.focus_is_on("problem").await
    });
}

#[test]
fn every_new_page_is_announced() {
    journey(async |world| {
        let reader = world.reader().await?;
        world.step("the landing page, at first");
        reader.open("/").await?;
        assert_eq!(reader.value(NO_FOCUS).await?, true);
        let mut titles = vec![reader.title().await?];
        world.step("the first question");
        scroll_down(&reader).await?;
        reader.click_on("Start the quiz").await?;
        arrives(
            &reader,
            questions()[0].text(quiz(), Subject::Me),
            &mut titles,
        )
        .await?;
        for (place, question) in questions().into_iter().skip(1).enumerate() {
            world.step(format!("question {}", place + 2));
            reader.choose(made::pick(place)).await?;
            scroll_down(&reader).await?;
            reader.click(".question__ways .button").await?;
            arrives(&reader, question.text(quiz(), Subject::Me), &mut titles).await?;
        }
        world.step("the check page");
        reader.choose(0).await?;
        reader.click(".question__ways .button").await?;
        arrives(&reader, "Check your answers", &mut titles).await?;
        world.step("the result");
        reader.click_on("See my result").await?;
        reader.sees_view("own").await?;
        let verdict = reader
            .text("document.getElementById('title').textContent")
            .await?;
        arrives(&reader, &verdict, &mut titles).await?;
        world.step("the landing page again");
        reader.click(".masthead__home").await?;
        arrives(
            &reader,
            "Would inpatient medical coding suit you?",
            &mut titles[1..].to_vec(),
        )
        .await?;
        assert_eq!(reader.title().await?, titles[0]);
        Ok(())
    });
}

#[test]
fn a_page_takes_no_focus_when_it_is_loaded() {
    journey(async |world| {
        let reader = world.reader().await?;
        for (name, kept, path) in [
            ("a quiz in progress", made::kept(&answered(4)), "/quiz/"),
            ("answers to check", made::kept(&made::checking()), "/quiz/"),
            ("a result", made::kept(&made::finished()), "/result/"),
        ] {
            world.step(name);
            reader.has_kept(&kept).await?;
            reader.open(path).await?;
            reader
                .wait_for("document.getElementById('main').dataset.view !== 'opening'")
                .await?;
            assert_eq!(reader.value(NO_FOCUS).await?, true);
        }
        Ok(())
    });
}

/// Moves away from the top, so that a new page has to come back to it.
async fn scroll_down(reader: &Reader) -> Outcome {
    reader
        .value("(document.body.style.minHeight = '300vh', scrollTo(0, 400))")
        .await?;
    Ok(())
}

/// The page has this heading, the focus is on it, it begins at the top, and no
/// page before had its title.
async fn arrives(reader: &Reader, heading: &str, titles: &mut Vec<String>) -> Outcome {
    reader.sees(heading).await?;
    reader.focus_is_on("title").await?;
    reader.wait_for("scrollY === 0").await?;
    let title = reader.title().await?;
    assert!(
        !titles.contains(&title),
        "{title:?} is already the title of another page"
    );
    titles.push(title);
    Ok(())
}
