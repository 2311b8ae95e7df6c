//! When the app itself breaks, or the ground under it does.

use std::rc::Rc;

use career_fit::session::Subject;
use serde_json::json;
use server::{Fault, Gate};

use crate::driver::Outcome;
use crate::made::{self, answered, questions, quiz};
use crate::reader::{READY, Reader};
use crate::settings::{Settings, USUAL};
use crate::site::Site;
use crate::world::journey;

pub const CRASHED: &str = "Something went wrong in the quiz.";
const TOO_OLD: &str = "This browser is too old for the quiz";
const SLOW: &str = "This is taking longer than it should.";
const NO_SAVING: &str = "This browser does not let us save.";

/// Yew cannot make elements any more, and panics on the next page.
pub const MAKES_IT_PANIC: &str = "(() => { const no = () => { throw new Error('no more elements'); }; \
     const before = Node.prototype.cloneNode; \
     window.mend = () => { Node.prototype.cloneNode = before; \
     delete document.createElement; delete document.createElementNS; }; \
     Node.prototype.cloneNode = no; document.createElement = no; document.createElementNS = no; })()";

/// Elements can be made again; the app is gone.
pub const MENDS: &str = "window.mend()";

/// The link in that box, and whether it can be seen.
const LINK: &str =
    "((link) => [link.href, link.checkVisibility()])(document.getElementById('trouble-link'))";

/// The box outside the app is on the screen, whatever was scrolled to.
const BOX_IN_SIGHT: &str = "(() => { const place = document.getElementById('trouble').getBoundingClientRect(); \
     return place.height > 0 && place.top >= 0 && place.bottom <= innerHeight + 1; })()";

/// The site as it is, over ground that breaks.
#[test]
fn a_crash_is_told_and_loses_nothing() {
    journey(async |world| {
        let reader = world.reader().await?;

        reader.has_kept(&made::kept(&answered(7))).await?;
        reader.open("/quiz/").await?;
        reader.choose(2).await?;
        reader.sees_ticked(2).await?;
        reader.value(MAKES_IT_PANIC).await?;
        reader.click_on("Continue").await?;
        reader.reads(CRASHED).await?;
        reader.wait_for(BOX_IN_SIGHT).await?;
        world.step("the device has the answers, so no link holds them");
        assert_eq!(reader.value(LINK).await?, json!(["", false]));
        world.step("reload");
        reader.click("#reload").await?;
        reader.wait_for(READY).await?;
        reader
            .sees(questions()[7].text(quiz(), Subject::Me))
            .await?;
        reader.sees_ticked(2).await?;
        assert_eq!(
            reader
                .value("document.getElementById('trouble').hidden")
                .await?,
            true
        );
        Ok(())
    });
}

#[test]
fn a_panic_on_somebody_elses_result_keeps_the_link() {
    journey(async |world| {
        let reader = world.reader().await?;
        let link = format!("/result/#{}", made::fragment(&made::finished()));
        reader.open(&link).await?;
        reader.sees_view("theirs").await?;
        reader.value(MAKES_IT_PANIC).await?;
        reader.click_on("Take the quiz").await?;
        reader.reads(CRASHED).await?;
        reader.wait_for(BOX_IN_SIGHT).await
    });
}

#[test]
fn a_browser_without_webassembly_is_told_so() {
    journey(async |world| {
        if !world.can_only_in_chromium("change what a page finds") {
            return Ok(());
        }
        let reader = world.reader().await?;
        reader
            .before_each_page("delete globalThis.WebAssembly")
            .await?;
        reader.enter("/quiz/").await?;
        reader.reads(TOO_OLD).await?;
        reader.reads(questions()[0].text(quiz(), Subject::Me)).await
    });
}

#[test]
fn a_slow_start_is_told_and_taken_back() {
    const NO_WAITING: Settings = Settings {
        waits_for_load: false,
        ..USUAL
    };
    journey(async |world| {
        let gate = Gate::default();
        let held = Fault::Held(gate.clone());
        let site = Site::failing(move |path| path.ends_with(".wasm").then(|| held.clone()))?;
        let reader = world.reader_of(&Rc::new(site), NO_WAITING).await?;
        reader.enter("/quiz/").await?;
        reader.reads(SLOW).await?;
        world.step("the app arrives after all");
        gate.open();
        reader.wait_for(READY).await?;
        reader
            .wait_for("document.getElementById('trouble').hidden")
            .await
    });
}

/// How the storage fails, as a script that makes it so.
const FAILURES: [(&str, &str); 4] = [
    (
        "it is full",
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
    ),
    (
        "it throws when it is read",
        "Storage.prototype.getItem = () => { throw new DOMException('no', 'SecurityError'); }",
    ),
    (
        "it throws when it is asked for",
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })",
    ),
    (
        "there is none",
        "Object.defineProperty(window, 'localStorage', { value: null })",
    ),
];

#[test]
fn a_storage_that_fails_is_told_and_the_quiz_goes_on() {
    journey(async |world| {
        if !world.can_only_in_chromium("change what a page finds") {
            return Ok(());
        }
        for (name, script) in FAILURES {
            world.step(name);
            let reader = world.reader().await?;
            reader.before_each_page(script).await?;
            reader.open("/quiz/").await?;
            reader.choose(1).await?;
            reader.click_on("Continue").await?;
            second_question(&reader).await?;
            reader.reads(NO_SAVING).await?;
            world.step(format!("{name}, and the page is loaded again"));
            reader.reload().await?;
            second_question(&reader).await?;
            reader.session.close().await;
            world.gone(&reader);
        }
        Ok(())
    });
}

async fn second_question(reader: &Reader) -> Outcome {
    reader.sees(questions()[1].text(quiz(), Subject::Me)).await
}

/// Browsers keep a page that was left as it was, and show it again.
#[test]
fn a_page_that_was_left_and_come_back_to_goes_on() {
    journey(async |world| {
        let reader = world.reader().await?;
        reader.open("/quiz/").await?;
        reader.choose(1).await?;
        reader.click_on("Continue").await?;
        second_question(&reader).await?;
        reader.click_on("How this is scored").await?;
        reader.sees("How this is scored").await?;
        reader.go_back().await?;
        second_question(&reader).await?;
        reader.wait_for(READY).await?;
        reader.choose(3).await?;
        reader.sees_ticked(3).await?;
        reader.click_on("Continue").await?;
        reader.sees(questions()[2].text(quiz(), Subject::Me)).await
    });
}
