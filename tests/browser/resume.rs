//! Going back, changing an answer, and coming again later.

use career_fit::session::Subject;

use crate::made::{self, answered, pick, questions, quiz};
use crate::world::journey;

const WELCOME: &str = "Welcome back. Your answers are still here";

#[test]
fn back_and_forward() {
    journey(async |world| {
        let reader = world.reader().await?;
        let heading = |place: usize| questions()[place].text(quiz(), Subject::Me).to_owned();
        reader.open("/").await?;
        reader.click_on("Start the quiz").await?;
        for place in 0..3 {
            reader.sees(&heading(place)).await?;
            reader.choose(pick(place)).await?;
            reader.sees_ticked(pick(place)).await?;
            reader.click_on("Continue").await?;
        }
        reader.sees(&heading(3)).await?;
        world.step("the page's own way back");
        reader.click("button.back").await?;
        reader.sees(&heading(2)).await?;
        reader.sees_ticked(pick(2)).await?;
        reader.focus_is_on("title").await?;
        world.step("the browser's way back");
        reader.go_back().await?;
        reader.sees(&heading(1)).await?;
        reader.sees_ticked(pick(1)).await?;
        reader.focus_is_on("title").await?;
        world.step("another answer, then forward");
        reader.choose(0).await?;
        reader.sees_ticked(0).await?;
        reader.go_forward().await?;
        reader.sees(&heading(2)).await?;
        reader.sees_ticked(pick(2)).await?;
        reader.go_forward().await?;
        reader.sees(&heading(3)).await?;
        assert_eq!(reader.ticked().await?, None);
        world.step("back to the changed answer, and on to the start");
        reader.go_back().await?;
        reader.go_back().await?;
        reader.sees(&heading(1)).await?;
        reader.sees_ticked(0).await?;
        reader.go_back().await?;
        reader.sees(&heading(0)).await?;
        reader.sees_ticked(pick(0)).await?;
        reader.go_back().await?;
        reader.sees_view("landing").await
    });
}

#[test]
fn change_leads_back_to_the_check_page() {
    journey(async |world| {
        let reader = world.reader().await?;
        reader.has(&made::checking()).await?;
        reader.open("/quiz/").await?;
        reader.sees("Check your answers").await?;
        world.step("change the second answer");
        reader.click(".answers__row:nth-child(2) button").await?;
        reader
            .sees(questions()[1].text(quiz(), Subject::Me))
            .await?;
        reader.sees_ticked(pick(1)).await?;
        reader.choose(4).await?;
        reader.sees_ticked(4).await?;
        reader.click_on("Continue").await?;
        reader.sees("Check your answers").await?;
        let row = "document.querySelector('.answers__row:nth-child(2) dd').textContent";
        assert_eq!(
            reader.text(row).await?,
            questions()[1].options(quiz(), Subject::Me)[4]
        );
        world.step("begin to change an answer, and think better of it");
        reader.click(".answers__row:nth-child(3) button").await?;
        reader
            .sees(questions()[2].text(quiz(), Subject::Me))
            .await?;
        reader.click("button.back").await?;
        reader.sees("Check your answers").await?;
        world.step("result, back, and result again");
        reader.click_on("See my result").await?;
        reader.sees_view("own").await?;
        let reading = reader.reading().await?;
        reader.click_on("Change my answers").await?;
        reader.sees("Check your answers").await?;
        reader.click_on("See my result").await?;
        reader.sees_view("own").await?;
        assert_eq!(reader.reading().await?, reading);
        Ok(())
    });
}

#[test]
fn a_reload_loses_nothing() {
    journey(async |world| {
        let reader = world.reader().await?;
        reader.open("/quiz/").await?;
        for place in 0..6 {
            reader
                .sees(questions()[place].text(quiz(), Subject::Me))
                .await?;
            reader.choose(pick(place)).await?;
            reader.click_on("Continue").await?;
        }
        world.step("reload at question 7, with an answer that was not sent on");
        reader
            .sees(questions()[6].text(quiz(), Subject::Me))
            .await?;
        reader.choose(pick(6)).await?;
        reader.sees_ticked(pick(6)).await?;
        reader.reload().await?;
        reader
            .sees(questions()[6].text(quiz(), Subject::Me))
            .await?;
        reader.reads(WELCOME).await?;
        reader.sees_ticked(pick(6)).await?;
        world.step("the way back still works after the reload");
        for place in (0..6).rev() {
            reader.click("button.back").await?;
            reader
                .sees(questions()[place].text(quiz(), Subject::Me))
                .await?;
            reader.sees_ticked(pick(place)).await?;
        }
        Ok(())
    });
}

#[test]
fn a_closed_tab_loses_nothing() {
    journey(async |world| {
        let reader = world.reader().await?;
        let client = &reader.session.client;
        reader.open("/quiz/").await?;
        for place in 0..2 {
            reader
                .sees(questions()[place].text(quiz(), Subject::Me))
                .await?;
            reader.choose(pick(place)).await?;
            reader.click_on("Continue").await?;
        }
        reader
            .sees(questions()[2].text(quiz(), Subject::Me))
            .await?;
        world.step("close the tab and open another one");
        let tab = client.new_window(true).await?;
        client.close_window().await?;
        client.switch_to_window(tab.handle).await?;
        reader.open("/quiz/").await?;
        reader
            .sees(questions()[2].text(quiz(), Subject::Me))
            .await?;
        reader.reads(WELCOME).await?;
        world.step("the landing page knows of it too");
        reader.open("/").await?;
        reader.click_on("Go on with your quiz").await?;
        reader
            .sees(questions()[2].text(quiz(), Subject::Me))
            .await?;
        world.step("the answers are there");
        reader.open("/quiz/").await?;
        for place in [1, 0] {
            reader.click("button.back").await?;
            reader
                .sees(questions()[place].text(quiz(), Subject::Me))
                .await?;
            reader.sees_ticked(pick(place)).await?;
        }
        Ok(())
    });
}

#[test]
fn start_again_forgets_everything() {
    journey(async |world| {
        let reader = world.reader().await?;
        for (name, session, path) in [
            ("from a question", answered(8), "/quiz/"),
            ("from the landing page", answered(8), "/"),
            ("from the result", made::finished(), "/result/"),
        ] {
            world.step(name);
            reader.has(&session).await?;
            reader.open(path).await?;
            reader.starts_again().await?;
            reader
                .sees(questions()[0].text(quiz(), Subject::Me))
                .await?;
            assert_eq!(reader.ticked().await?, None);
            reader.wait_for("localStorage.length === 0").await?;
            reader.reload().await?;
            reader
                .sees(questions()[0].text(quiz(), Subject::Me))
                .await?;
            assert_eq!(reader.ticked().await?, None);
            assert_eq!(
                reader
                    .value("document.querySelectorAll('.notice').length > 1")
                    .await?,
                false
            );
        }
        Ok(())
    });
}

#[test]
fn two_tabs_show_the_later_answer() {
    journey(async |world| {
        let reader = world.reader().await?;
        let client = &reader.session.client;
        reader.has(&answered(3)).await?;
        reader.open("/quiz/").await?;
        let first = client.window().await?;
        let second = client.new_window(true).await?.handle;
        world.step("answer in the second tab");
        client.switch_to_window(second).await?;
        reader.open("/quiz/").await?;
        reader
            .sees(questions()[3].text(quiz(), Subject::Me))
            .await?;
        reader.choose(2).await?;
        reader.sees_ticked(2).await?;
        world.step("look at the first tab");
        client.switch_to_window(first).await?;
        reader.sees_ticked(2).await
    });
}

/// Found by walking through it: one change led back to the top of five screens of answers.
#[test]
fn whoever_changes_one_answer_goes_on_from_its_row() {
    journey(async |world| {
        let reader = world.reader().await?;
        reader.has(&made::checking()).await?;
        reader.open("/quiz/").await?;
        reader.sees("Check your answers").await?;
        world.step("the way to the result is in sight");
        let in_sight = "(() => { const { bottom } = document.querySelector('.review__end button')\
                        .getBoundingClientRect(); return bottom > 0 && bottom <= innerHeight; })()";
        assert_eq!(reader.value(in_sight).await?, true);
        world.step("the twentieth is changed");
        let row = "#change-19";
        // The driver takes what lies behind the way on for visible.
        reader
            .value(&format!(
                "document.querySelector('{row}').scrollIntoView({{ block: 'center' }})"
            ))
            .await?;
        reader.click(row).await?;
        reader
            .sees(questions()[19].text(quiz(), Subject::Me))
            .await?;
        reader.choose(0).await?;
        reader.click_on("Continue").await?;
        reader.sees("Check your answers").await?;
        reader.focus_is_on("change-19").await?;
        world.step("another one, and right to the result");
        reader.click("#change-4").await?;
        reader
            .sees(questions()[4].text(quiz(), Subject::Me))
            .await?;
        reader.choose(0).await?;
        reader.click_on("Back to my result").await?;
        reader.sees_view("own").await
    });
}
