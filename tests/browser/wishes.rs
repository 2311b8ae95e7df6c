//! What the reader can set, all in one place.

use career_fit::session::Subject;
use serde_json::Value;

use crate::driver::Outcome;
use crate::hands::{DOWN, SPACE};
use crate::made::{questions, quiz};
use crate::reader::Reader;
use crate::settings::{Settings, USUAL};
use crate::world::journey;

/// A reader whose clicks are no further apart than the harness makes them.
const HASTY: Settings = Settings {
    hasty: true,
    ..USUAL
};

const PAPER: &str = "getComputedStyle(document.body).backgroundColor";

async fn set(reader: &Reader, words: &str) -> Outcome {
    if reader
        .value("document.querySelector('.settings').open")
        .await?
        != Value::Bool(true)
    {
        reader.click(".settings > summary").await?;
    }
    let row = format!(
        "[...document.querySelectorAll('.settings label')]\
         .find((row) => row.textContent === '{words}')"
    );
    reader.value(&format!("{row}.id = 'wish'")).await?;
    reader.click("#wish").await?;
    reader
        .value("document.getElementById('wish').id = ''")
        .await?;
    Ok(())
}

fn heading(place: usize) -> &'static str {
    questions()[place].text(quiz(), Subject::Me)
}

#[test]
fn colours_stay_as_they_were_set() {
    journey(async |world| {
        let reader = world.reader().await?;
        reader.open("/").await?;
        let light = reader.text(PAPER).await?;
        world.step("dark");
        set(&reader, "Dark").await?;
        reader.wait_for(&format!("{PAPER} !== '{light}'")).await?;
        let dark = reader.text(PAPER).await?;
        world.step("on another page, before the app is there");
        reader.enter("/quiz/").await?;
        assert_eq!(reader.text(PAPER).await?, dark);
        reader
            .wait_for("document.documentElement.dataset.app === 'ready'")
            .await?;
        assert_eq!(reader.text(PAPER).await?, dark);
        world.step("as on this device");
        set(&reader, "As on this device").await?;
        reader.wait_for(&format!("{PAPER} === '{light}'")).await?;
        assert_eq!(
            reader
                .value("localStorage.getItem('coder-fit:/settings')")
                .await?,
            Value::Null
        );
        Ok(())
    });
}

#[test]
fn a_tap_goes_on_by_itself_where_it_is_wanted() {
    journey(async |world| {
        let reader = world.reader_with(HASTY).await?;
        reader.open("/quiz/").await?;
        world.step("not at first");
        reader.choose(2).await?;
        reader.sees_ticked(2).await?;
        reader.sees(heading(0)).await?;
        world.step("set it, and tap");
        set(&reader, "A tap or click on an answer goes on by itself").await?;
        assert_eq!(reader.texts("#tap-goes-on:checked").await?.len(), 1);
        reader.choose(3).await?;
        reader.sees(heading(1)).await?;
        world.step("back takes the tap back");
        reader.click("button.back").await?;
        reader.sees(heading(0)).await?;
        reader.sees_ticked(3).await?;
        world.step("what is offered at the first question is the same");
        reader.click("label:has(#tap-goes-on)").await?;
        reader.choose(2).await?;
        reader.sees_ticked(2).await?;
        reader.sees(heading(0)).await?;
        reader.click("label:has(#tap-goes-on)").await?;
        reader.choose(3).await?;
        reader.sees(heading(1)).await?;
        world.step("arrow keys choose and stay");
        reader.tab_to("[name=answer]").await?;
        reader.press(SPACE).await?;
        reader.press(DOWN).await?;
        reader.sees_ticked(1).await?;
        reader.press(DOWN).await?;
        reader.sees_ticked(2).await?;
        reader.sees(heading(1)).await?;
        world.step("it is kept");
        reader.reload().await?;
        reader.choose(4).await?;
        reader.sees(heading(2)).await
    });
}

/// The second tap of a double tap comes before the page is turned.
#[test]
fn a_double_tap_answers_one_question() {
    journey(async |world| {
        let reader = world.reader_with(HASTY).await?;
        reader.open("/quiz/").await?;
        set(&reader, "A tap or click on an answer goes on by itself").await?;
        reader
            .value(
                "(() => { const tap = () => document.querySelector('label[for=option-2]') \
                 .dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 })); \
                 tap(); setTimeout(tap, 200); })()",
            )
            .await?;
        reader.sees(heading(1)).await?;
        world.step("the second tap has gone on from nothing");
        reader
            .wait_for("new Promise((done) => setTimeout(() => done(true), 700))")
            .await?;
        reader.sees(heading(1)).await?;
        assert_eq!(reader.ticked().await?, None);
        world.step("a tap of its own counts");
        reader.choose(0).await?;
        reader.sees(heading(2)).await
    });
}

#[test]
fn number_keys_can_be_switched_off() {
    journey(async |world| {
        let reader = world.reader().await?;
        reader.open("/quiz/").await?;
        reader.tab_to("#option-1").await?;
        reader.press('2').await?;
        reader.sees_ticked(1).await?;
        world.step("switch them off");
        set(&reader, "Number keys pick an answer").await?;
        reader
            .wait_for("!document.querySelector('.question__keys')")
            .await?;
        reader.tab_to("[name=answer]").await?;
        reader.press('4').await?;
        assert_eq!(reader.ticked().await?, Some(1));
        world.step("they stay off after a reload");
        reader.reload().await?;
        reader.tab_to("[name=answer]").await?;
        reader.press('4').await?;
        assert_eq!(reader.ticked().await?, Some(1));
        Ok(())
    });
}
