//! From the quiz to its result, whose views the browser fetches apart.

use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use career_fit::session::Subject;
use server::Fault;

use crate::driver::Outcome;
use crate::hands::{ENTER, SPACE};
use crate::made::{self, pick, questions, quiz};
use crate::reader::{KEPT, READY, Reader};
use crate::settings::{Browser, Settings, USUAL};
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

/// Where the reader is on the long page, and which of its questions are open.
const PLACE: &str = "JSON.stringify([Math.round(scrollY), \
     [...document.querySelectorAll('main details[id]')].filter((each) => each.open).map((each) => each.id)])";

impl Reader {
    /// Waits until the reader is at this place of the page again.
    async fn is_back_at(&self, place: &str) -> Outcome {
        self.wait_for(&format!("{PLACE} === '{place}'")).await
    }

    /// Opens a question of the result, scrolls a little below it, and gives the place.
    async fn reads_on(&self, id: &str) -> Outcome<String> {
        self.click(&format!("#{id} > summary")).await?;
        self.value(&format!(
            "(document.getElementById('{id}').scrollIntoView(), scrollBy(0, 40))"
        ))
        .await?;
        // It is written down a moment after the last movement.
        let text = self.text(PLACE).await?;
        self.wait_for("new Promise((done) => setTimeout(() => done(true), 700))")
            .await?;
        assert_eq!(self.text(PLACE).await?, text);
        Ok(text)
    }
}

/// Found by walking through it: a phone that drops the tab came back at the top, with all closed.
#[test]
fn the_place_on_the_page_is_kept() {
    journey(async |world| {
        let reader = world.reader().await?;
        reader.has(&made::finished()).await?;
        reader.open("/result/").await?;
        let place = reader.reads_on("q-pay").await?;
        assert!(
            place.contains("q-pay") && !place.starts_with("[0"),
            "{place}"
        );
        world.step("reload");
        reader.reload().await?;
        reader.is_back_at(&place).await?;
        world.step("to the guide and back");
        // A click of the driver's would scroll to the link first.
        reader
            .value("document.querySelector(\"footer a[href$='guide/']\").click()")
            .await?;
        reader.sees_beginning("A guide").await?;
        reader.go_back().await?;
        reader.wait_for(READY).await?;
        let scrolls = world.browser != Browser::Webkit;
        if world.can(
            scrolls,
            "WebKit now and then shows the top of a page from its memory",
        ) {
            reader.is_back_at(&place).await?;
        }
        world.step("to the answers and back");
        reader.click_on("Change my answers").await?;
        reader.sees("Check your answers").await?;
        reader.go_back().await?;
        reader.sees_view("own").await?;
        reader
            .wait_for("document.getElementById('q-pay').open")
            .await?;
        // They are brought there a moment after it was unfolded.
        reader
            .wait_for("new Promise((done) => setTimeout(() => done(true), 300))")
            .await?;
        world.step("to the plan, and back to the top");
        reader.value("scrollTo(0, 0)").await?;
        reader
            .wait_for("new Promise((done) => setTimeout(() => done(true), 700))")
            .await?;
        reader.click(".next__plan").await?;
        reader
            .wait_for("document.activeElement.closest('details')?.id === 'q-plan' && scrollY > 0")
            .await?;
        reader.is_at("/result/").await?;
        reader.go_back().await?;
        reader.wait_for("scrollY === 0").await?;
        reader.sees_view("own").await
    });
}

#[test]
fn a_link_opens_at_a_question() {
    journey(async |world| {
        let reader = world.reader().await?;
        reader.has(&made::finished()).await?;
        let shared = made::fragment(&made::another());
        for (path, view) in [
            ("/result/#open=pay".to_owned(), "own"),
            (format!("/result/#{shared}&open=pay"), "theirs"),
        ] {
            world.step(&*path);
            reader.open(&path).await?;
            reader.sees_view(view).await?;
            reader
                .wait_for("document.activeElement.closest('details')?.id === 'q-pay'")
                .await?;
            reader
                .wait_for("document.getElementById('q-pay').open")
                .await?;
        }
        world.step("a question that there is not opens nothing");
        reader.open("/result/#open=nothing").await?;
        reader.sees_view("own").await?;
        assert_eq!(reader.texts(".fold[open]").await?.len(), 0);
        Ok(())
    });
}

#[test]
fn every_question_opens_and_closes_by_keys() {
    journey(async |world| {
        let reader = world.reader().await?;
        reader.has(&made::finished()).await?;
        reader.open("/result/").await?;
        reader.sees_view("own").await?;
        let ids = reader
            .value("[...document.querySelectorAll('.fold')].map((each) => each.id)")
            .await?;
        let ids: Vec<String> = serde_json::from_value(ids)?;
        assert_eq!(ids.len(), 8, "{ids:?}");
        for id in ids {
            world.step(&*id);
            reader.tab_to(&format!("#{id} > summary")).await?;
            for (key, open) in [(ENTER, true), (SPACE, false), (SPACE, true), (ENTER, false)] {
                reader.press(key).await?;
                reader
                    .wait_for(&format!(
                        "document.getElementById('{id}').open === {open} && \
                         document.activeElement.parentElement.id === '{id}'"
                    ))
                    .await?;
            }
        }
        world.step("all at once");
        reader.click_on("Open all").await?;
        reader
            .wait_for("!document.querySelector('.fold:not([open])')")
            .await?;
        reader.click_on("Close all").await?;
        reader
            .wait_for("!document.querySelector('.fold[open]')")
            .await
    });
}

/// Closed, a result is short, and on a wide screen what it comes to stays beside what is read.
#[test]
fn a_closed_result_is_short() {
    journey(async |world| {
        for (width, most) in [(390, 4500), (1280, 3000)] {
            let settings = Settings { width, ..USUAL };
            let reader = world.reader_with(settings).await?;
            for session in [made::finished(), made::sharpened(), made::wants_patients()] {
                reader.has(&session).await?;
                reader.open("/result/").await?;
                reader.sees_view("own").await?;
                let high = reader
                    .value("document.documentElement.scrollHeight")
                    .await?;
                assert!(
                    high.as_u64().is_some_and(|high| high <= most),
                    "{width}: {high}"
                );
            }
            reader.click_on("Open all").await?;
            reader.value("scrollTo(0, 2000)").await?;
            let in_sight = "document.getElementById('fit-range').getBoundingClientRect().top >= 0";
            assert_eq!(reader.value(in_sight).await?, width == 1280);
            reader.session.close().await;
            world.gone(&reader);
        }
        Ok(())
    });
}
