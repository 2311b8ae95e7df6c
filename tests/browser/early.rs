//! The first question before the app has arrived.

use std::rc::Rc;

use career_fit::session::Subject;
use server::{Fault, Gate};

use crate::driver::Outcome;
use crate::made::{self, questions, quiz};
use crate::reader::{READY, Reader};
use crate::settings::{Settings, USUAL};
use crate::site::Site;
use crate::world::{World, journey};

/// Opening a page does not wait for the app.
const HASTY: Settings = Settings {
    waits_for_load: false,
    ..USUAL
};

/// Whether the options can be seen.
const VISIBILITY: &str = "getComputedStyle(document.getElementById('option-1')).visibility";

/// Counts the frames in which no option is ticked.
const WATCHES_THE_TICK: &str = "(() => { window.lost = 0; \
     const look = () => { lost += !document.querySelector('.option :checked'); \
     requestAnimationFrame(look); }; look(); })()";

/// A reader at a page whose app is held back by the gate.
async fn early_reader(world: &World, gate: &Gate) -> Outcome<Reader> {
    let held = Fault::Held(gate.clone());
    let site = Site::failing(move |path| path.ends_with(".wasm").then(|| held.clone()))?;
    world.reader_of(&Rc::new(site), HASTY).await
}

/// The static page is there, and the app is not.
async fn sees_static_question(reader: &Reader) -> Outcome {
    reader.wait_for("document.readyState !== 'loading'").await?;
    reader
        .sees(questions()[0].text(quiz(), Subject::Me))
        .await?;
    reader.wait_for(&format!("!({READY})")).await
}

#[test]
fn a_tick_is_kept() {
    journey(async |world| {
        let gate = Gate::default();
        let reader = early_reader(world, &gate).await?;
        reader.enter("/quiz/").await?;
        sees_static_question(&reader).await?;
        world.step("tick an option");
        reader.choose(3).await?;
        reader.sees_ticked(3).await?;
        assert_eq!(reader.kept().await?, None);
        reader.value(WATCHES_THE_TICK).await?;
        world.step("the app arrives");
        gate.open();
        reader.wait_for(READY).await?;
        reader.sees_ticked(3).await?;
        assert_eq!(reader.value("window.lost").await?, 0, "frames without it");
        reader
            .wait_for("!!localStorage.getItem('coder-fit:/quiz')")
            .await?;
        world.step("it counts");
        reader.click_on("Continue").await?;
        reader
            .sees(questions()[1].text(quiz(), Subject::Me))
            .await?;
        assert_eq!(reader.ticked().await?, None);
        nothing_was_sent(&reader);
        Ok(())
    });
}

#[test]
fn a_tick_and_a_press_are_kept() {
    journey(async |world| {
        let gate = Gate::default();
        let reader = early_reader(world, &gate).await?;
        reader.enter("/quiz/").await?;
        sees_static_question(&reader).await?;
        world.step("tick an option and continue");
        reader.choose(3).await?;
        reader.click_on("Continue").await?;
        sees_static_question(&reader).await?;
        reader.sees_ticked(3).await?;
        world.step("the app arrives");
        gate.open();
        reader
            .sees(questions()[1].text(quiz(), Subject::Me))
            .await?;
        assert_eq!(reader.ticked().await?, None);
        world.step("the answer is there");
        reader.click("button.back").await?;
        reader
            .sees(questions()[0].text(quiz(), Subject::Me))
            .await?;
        reader.sees_ticked(3).await?;
        nothing_was_sent(&reader);
        Ok(())
    });
}

#[test]
fn a_press_alone_is_answered_when_the_app_is_there() {
    journey(async |world| {
        let gate = Gate::default();
        let reader = early_reader(world, &gate).await?;
        reader.enter("/quiz/").await?;
        sees_static_question(&reader).await?;
        reader.click_on("Continue").await?;
        gate.open();
        reader.focus_is_on("problem").await?;
        nothing_was_sent(&reader);
        Ok(())
    });
}

#[test]
fn a_tick_does_not_disturb_a_quiz_in_progress() {
    journey(async |world| {
        let gate = Gate::default();
        let reader = early_reader(world, &gate).await?;
        let own = made::kept(&made::answered(5));
        reader.enter("/quiz/").await?;
        sees_static_question(&reader).await?;
        reader
            .value(&format!("localStorage.setItem('coder-fit:/quiz', '{own}')"))
            .await?;
        world.step("come again: the first question is not shown");
        reader.enter("/quiz/").await?;
        reader.wait_for("document.readyState !== 'loading'").await?;
        reader
            .wait_for(&format!("{VISIBILITY} === 'hidden'"))
            .await?;
        gate.open();
        reader.wait_for(READY).await?;
        reader
            .sees(questions()[5].text(quiz(), Subject::Me))
            .await?;
        reader
            .wait_for(&format!("{VISIBILITY} === 'visible'"))
            .await?;
        assert_eq!(reader.kept().await?, Some(own));
        Ok(())
    });
}

#[test]
fn the_landing_page_leads_on_without_the_app() {
    journey(async |world| {
        let gate = Gate::default();
        let reader = early_reader(world, &gate).await?;
        reader.enter("/").await?;
        reader.wait_for("document.readyState !== 'loading'").await?;
        // The empty page before it is loaded too.
        reader.sees_view("landing").await?;
        reader.click_on("Start the quiz").await?;
        sees_static_question(&reader).await?;
        reader.choose(1).await?;
        gate.open();
        reader.wait_for(READY).await?;
        reader.sees_ticked(1).await
    });
}

/// No request had a body or a query.
fn nothing_was_sent(reader: &Reader) {
    assert!(
        reader
            .site
            .requests()
            .iter()
            .any(|request| request.ends_with(".wasm"))
    );
    assert_eq!(reader.site.telling_requests(), Vec::<String>::new());
}

/// The app takes the place of the page that can be read before.
#[test]
fn the_focus_stays_where_it_is_when_the_app_comes() {
    journey(async |world| {
        for (path, id) in [("/quiz/", "option-2"), ("/quiz/", "main"), ("/", "main")] {
            world.step(format!("{id} of {path}"));
            let gate = Gate::default();
            let reader = early_reader(world, &gate).await?;
            reader.enter(path).await?;
            reader
                .wait_for(&format!("!!document.getElementById('{id}') && !({READY})"))
                .await?;
            reader
                .value(&format!(
                    "(window.before = document.getElementById('{id}'), before.focus())"
                ))
                .await?;
            reader.focus_is_on(id).await?;
            gate.open();
            reader.wait_for(READY).await?;
            reader.wait_for("!before.isConnected").await?;
            reader.focus_is_on(id).await?;
            reader.session.close().await;
            world.gone(&reader);
        }
        Ok(())
    });
}
