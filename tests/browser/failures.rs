//! When a part of the site or of the browser is missing.

use std::rc::Rc;

use server::Fault;

use career_fit::kept::Key;
use career_fit::session::Subject;
use serde_json::Value;

use crate::examples::FOLDER;
use crate::examples::rubbish::rubbish;
use crate::made::{self, answered, pick, questions, quiz};
use crate::reader::{KEPT, READY};
use crate::settings::{Settings, USUAL};
use crate::site::Site;
use crate::world::journey;

pub const COULD_NOT_START: &str = "This page could not start.";
const TROUBLE_HIDDEN: &str = "document.getElementById('trouble').hidden";

#[test]
fn an_app_that_does_not_come_is_missed() {
    journey(async |world| {
        for (name, ending, fault) in [
            ("the wasm is not there", ".wasm", Fault::Status(404)),
            ("the wasm is cut off", ".wasm", Fault::Cut),
            ("the wasm is another one", ".wasm", Fault::Corrupt),
            ("the server is busy", ".wasm", Fault::Status(503)),
            ("the connection breaks", ".wasm", Fault::Drop),
            ("the script is not there", ".js", Fault::Status(404)),
            ("the script is another one", ".js", Fault::Corrupt),
        ] {
            world.step(name);
            let site = Rc::new(Site::failing(move |path| {
                path.ends_with(ending).then(|| fault.clone())
            })?);
            let reader = world.reader_of(&site, USUAL).await?;
            reader.enter("/quiz/").await?;
            reader.reads(COULD_NOT_START).await?;
            reader
                .reads(questions()[0].text(quiz(), Subject::Me))
                .await?;
            let visible = "[...document.querySelectorAll('#trouble p')]\
                           .filter((line) => line.checkVisibility()).length";
            // What happened, and the way to reload.
            assert_eq!(reader.value(visible).await?, 2);
            reader.session.close().await;
            world.gone(&reader);
        }
        Ok(())
    });
}

#[test]
fn without_scripts_the_pages_still_read_well() {
    const NO_SCRIPTS: Settings = Settings {
        scripts: false,
        ..USUAL
    };
    journey(async |world| {
        if !world.can(
            NO_SCRIPTS.suit(world.browser),
            "scripts cannot be switched off",
        ) {
            return Ok(());
        }
        let reader = world.reader_with(NO_SCRIPTS).await?;
        for (path, words) in [
            ("/", "Would inpatient medical coding suit you?"),
            ("/quiz/", questions()[0].text(quiz(), Subject::Me)),
            ("/result/", "One moment"),
        ] {
            world.step(path);
            reader.enter(path).await?;
            reader.shows("#title", words).await?;
            reader.shows("noscript", "It is switched off here.").await?;
        }
        for (path, words) in [
            ("/guide/", "A guide to inpatient medical coding"),
            ("/guide/pay/", "What the work pays"),
            ("/sources/", "Facts and sources"),
        ] {
            world.step(path);
            reader.enter(path).await?;
            reader.shows("#title", words).await?;
        }
        Ok(())
    });
}

#[test]
fn without_storage_the_quiz_still_finishes() {
    const NO_STORAGE: Settings = Settings {
        storage: false,
        ..USUAL
    };
    journey(async |world| {
        if !world.can(
            NO_STORAGE.suit(world.browser),
            "storage cannot be switched off",
        ) {
            return Ok(());
        }
        let reader = world.reader_with(NO_STORAGE).await?;
        reader.open("/quiz/").await?;
        reader.reads("This browser does not let us save.").await?;
        for (place, question) in questions().into_iter().enumerate() {
            world.step(format!("question {}", place + 1));
            reader.sees(question.text(quiz(), Subject::Me)).await?;
            reader.choose(pick(place)).await?;
            reader.sees_ticked(pick(place)).await?;
            if place == 6 {
                world.step("reload at question 7");
                reader.reload().await?;
                reader.sees(question.text(quiz(), Subject::Me)).await?;
                reader.sees_ticked(pick(place)).await?;
                reader.reads("This browser does not let us save.").await?;
            }
            reader.click_on("Continue").await?;
        }
        reader.sees("Check your answers").await?;
        reader.click_on("See my result").await?;
        reader.sees_view("own").await?;
        reader.is_at("/result/").await?;
        world.step("reload the result");
        let reading = reader.reading().await?;
        reader.reload().await?;
        reader.sees_view("own").await?;
        assert_eq!(reader.reading().await?, reading);
        Ok(())
    });
}

#[test]
fn what_cannot_be_read_is_left_alone() {
    journey(async |world| {
        let reader = world.reader().await?;
        let newer = made::seal("s=", &"D".repeat(20));
        for (name, kept) in [
            ("rubbish", "<b>rubbish</b>"),
            ("empty", " "),
            ("a newer version's", newer.as_str()),
            ("damaged", &made::kept(&answered(3)).replace("s=C", "s=CA")),
        ] {
            world.step(name);
            reader.has_kept(kept).await?;
            reader.open("/quiz/").await?;
            reader
                .sees(questions()[0].text(quiz(), Subject::Me))
                .await?;
            reader
                .reads("We found saved answers that this version cannot read.")
                .await?;
            assert_eq!(reader.value(TROUBLE_HIDDEN).await?, true);
            let aside = reader
                .text("localStorage.getItem('coder-fit:/unreadable')")
                .await?;
            assert_eq!(aside, kept);
            world.step(format!("{name}: nothing is kept twice"));
            reader
                .wait_for("localStorage.getItem('coder-fit:/quiz') === null")
                .await?;
            world.step(format!("{name}: the quiz goes on"));
            reader.choose(1).await?;
            reader.click_on("Continue").await?;
            reader
                .sees(questions()[1].text(quiz(), Subject::Me))
                .await?;
            world.step(format!("{name}: who starts again has it erased"));
            reader.enter("/").await?;
            reader.wait_for(READY).await?;
            reader.starts_again().await?;
            reader.wait_for("localStorage.length === 0").await?;
        }
        Ok(())
    });
}

/// An earlier version could not read it; this one can.
#[test]
fn what_was_put_aside_is_taken_up_again() {
    journey(async |world| {
        for (aside, place, session, path, heading) in [
            (
                "coder-fit:/unreadable",
                "coder-fit:/quiz",
                answered(5),
                "/quiz/",
                questions()[5].text(quiz(), Subject::Me),
            ),
            (
                "coder-fit:/unreadable-someone",
                "coder-fit:/someone",
                made::observed_checking(),
                "/someone/",
                "Check your answers",
            ),
        ] {
            world.step(aside);
            let reader = world.reader().await?;
            let kept = made::kept(&session);
            reader.store(aside, &kept).await?;
            reader.open(path).await?;
            reader.sees(heading).await?;
            world.step(place);
            reader
                .wait_for(&format!(
                    "String(Object.entries(localStorage)) === '{place},{kept}'"
                ))
                .await?;
            reader.reload().await?;
            reader.sees(heading).await?;
        }
        Ok(())
    });
}

/// Rubbish under every key and in the entry of the history at once: the quiz begins anew and says why,
/// the page works, and what was there in place of the quiz is left as it was.
#[test]
fn rubbish_everywhere_is_told_and_left_alone() {
    journey(async |world| {
        let reader = world.reader().await?;
        for text in world.some(3, rubbish()) {
            world.step(text.chars().take(40).collect::<String>());
            let named = |key: Key| (key.name(FOLDER), text.clone());
            let keys = Key::ALL
                .into_iter()
                .filter(|key| !matches!(key, Key::Unreadable(_)));
            reader.stores(&keys.map(named).collect::<Vec<_>>()).await?;
            reader.open("/quiz/").await?;
            reader
                .reads("We found saved answers that this version cannot read.")
                .await?;
            let state = Value::from(text.as_str());
            reader
                .value(&format!("history.replaceState({state}, '')"))
                .await?;
            reader.reload().await?;
            reader
                .sees(questions()[0].text(quiz(), Subject::Me))
                .await?;
            assert_eq!(reader.value(TROUBLE_HIDDEN).await?, true);
            let aside = reader
                .text("localStorage.getItem('coder-fit:/unreadable')")
                .await?;
            assert_eq!(aside, text);
            reader.choose(1).await?;
            reader.sees_ticked(1).await?;
            reader
                .wait_for(&format!("!!localStorage.getItem('{KEPT}')"))
                .await?;
        }
        Ok(())
    });
}

/// The neighbors on the host have taken all the room, and give it back later.
#[test]
fn a_full_device_is_told_and_kept_on_again() {
    const FILL: &str = "(() => { let size = 1 << 20; let number = 0; \
         while (size >= 1) { try { localStorage.setItem('neighbor' + number, 'x'.repeat(size)); number += 1; } \
         catch { size >>= 1; } } })()";
    const FREE: &str = "(() => { for (const name of Object.keys(localStorage)) \
         if (name.startsWith('neighbor')) localStorage.removeItem(name); })()";
    journey(async |world| {
        let reader = world.reader().await?;
        let heading = |place: usize| questions()[place].text(quiz(), Subject::Me);
        reader.stores(&[]).await?;
        reader.value(FILL).await?;
        reader.open("/quiz/").await?;
        for place in 0..4 {
            reader.answers(place).await?;
        }
        reader.sees(heading(4)).await?;
        reader.reads("This browser does not let us save.").await?;
        world.step("a reload loses nothing");
        reader.reload().await?;
        reader.sees(heading(4)).await?;
        reader.reads("This browser does not let us save.").await?;
        world.step("there is room again");
        reader.value(FREE).await?;
        reader.choose(pick(4)).await?;
        reader.sees_ticked(pick(4)).await?;
        reader
            .wait_for("!document.body.innerText.includes('This browser does not let us save.')")
            .await?;
        reader
            .wait_for(&format!("!!localStorage.getItem('{KEPT}')"))
            .await?;
        reader.reload().await?;
        reader.sees(heading(4)).await?;
        reader.sees_ticked(pick(4)).await?;
        world.step("the open entry of the history has given its answers up");
        let state = reader.text("String(history.state)").await?;
        assert!(!state.contains("s="), "{state}");
        Ok(())
    });
}
