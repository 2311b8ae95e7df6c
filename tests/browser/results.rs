//! From the quiz to its result, whose views the browser fetches apart.

use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use career_fit::session::Subject;
use server::Fault;

use crate::driver::Outcome;
use crate::made::{self, pick, questions, quiz};
use crate::reader::{KEPT, READY, Reader};
use crate::settings::USUAL;
use crate::site::Site;
use crate::world::journey;

/// The file with the views of results.
pub fn is_chunk(path: &str) -> bool {
    path.contains("/result-") && path.ends_with(".wasm")
}

/// What stands in place of a result that did not come.
pub const NOT_HERE: &str = "This part did not load";

/// A reader at "Check your answers", who came there by answering all of it.
async fn at_the_check(reader: &Reader) -> Outcome {
    reader.open("/quiz/").await?;
    for (place, question) in questions().into_iter().enumerate() {
        reader.sees(question.text(quiz(), Subject::Me)).await?;
        reader.choose(pick(place)).await?;
        reader.click_on("Continue").await?;
    }
    reader.sees("Check your answers").await
}

/// The reader's own result is there, and is read out from its heading.
async fn at_the_result(reader: &Reader) -> Outcome {
    reader.sees_view("own").await?;
    reader.wait_for(READY).await?;
    reader.focus_is_on("title").await?;
    reader.wait_for("scrollY === 0").await
}

#[test]
fn the_result_follows_the_quiz_and_leads_back() {
    journey(async |world| {
        let reader = world.reader().await?;
        at_the_check(&reader).await?;
        reader.click_on("See my result").await?;
        at_the_result(&reader).await?;
        reader.is_at("/result/").await?;
        world.step("back to the answers, by the browser's own way");
        reader.go_back().await?;
        reader.sees("Check your answers").await?;
        world.step("the page of the answers is loaded anew");
        reader.reload().await?;
        reader.sees("Check your answers").await?;
        world.step("forward");
        reader.go_forward().await?;
        at_the_result(&reader).await?;
        reader.click_on("Change my answers").await?;
        reader.sees("Check your answers").await
    });
}

#[test]
fn a_result_that_does_not_come_is_not_lost() {
    journey(async |world| {
        let broken = Arc::new(AtomicBool::new(true));
        let site = Site::failing({
            let broken = Arc::clone(&broken);
            move |path| {
                let fails = is_chunk(path) && broken.load(Ordering::SeqCst);
                fails.then_some(Fault::Status(503))
            }
        })?;
        let reader = world.reader_of(&Rc::new(site), USUAL).await?;
        at_the_check(&reader).await?;
        let kept = reader.kept().await?;
        assert!(kept.is_some());
        reader.click_on("See my result").await?;
        reader.sees(NOT_HERE).await?;
        reader.focus_is_on("title").await?;
        assert_eq!(
            reader
                .value("document.getElementById('trouble').hidden")
                .await?,
            true
        );
        world.step("asked for again, and still not there");
        reader.click_on("Try again").await?;
        reader.sees(NOT_HERE).await?;
        world.step("back to the answers, by both ways");
        reader.click_on("Back to your answers").await?;
        reader.sees("Check your answers").await?;
        reader.click_on("See my result").await?;
        reader.sees(NOT_HERE).await?;
        reader.go_back().await?;
        reader.sees("Check your answers").await?;
        reader.click_on("See my result").await?;
        reader.sees(NOT_HERE).await?;
        world.step("the line is back");
        broken.store(false, Ordering::SeqCst);
        reader.click_on("Try again").await?;
        at_the_result(&reader).await?;
        reader.is_at("/result/").await
    });
}

#[test]
fn a_result_needs_no_storage() {
    journey(async |world| {
        if !world.can_only_in_chromium("change what a page finds") {
            return Ok(());
        }
        let reader = world.reader().await?;
        const NONE: &str = "Object.defineProperty(window, 'localStorage', { value: null })";
        reader.before_each_page(NONE).await?;
        at_the_check(&reader).await?;
        reader.click_on("See my result").await?;
        at_the_result(&reader).await?;
        let address = reader.address().await?;
        world.step("reload");
        reader.reload().await?;
        reader.sees_view("own").await?;
        assert_eq!(reader.address().await?, address);
        assert!(address.ends_with("/result/"), "{address}");
        Ok(())
    });
}

/// What was fetched while the reader answered is what is started.
#[test]
fn what_comes_later_is_not_asked_for_twice() {
    journey(async |world| {
        let reader = world.reader().await?;
        reader.store(KEPT, &made::kept(&made::checking())).await?;
        reader.open("/quiz/").await?;
        reader.sees("Check your answers").await?;
        reader.click_on("See my result").await?;
        at_the_result(&reader).await?;
        let requests = reader.site.requests();
        let count = requests.iter().filter(|path| is_chunk(path)).count();
        // The page fetches it, and the service worker may, where the browser
        // has not kept it.
        assert!((1..=2).contains(&count), "{requests:?}");
        Ok(())
    });
}
