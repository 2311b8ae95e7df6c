//! Nothing jumps while a page arrives, however late its app is.

use std::rc::Rc;
use std::time::Duration;

use career_fit::session::Subject;
use server::Fault;

use crate::driver::Outcome;
use crate::made;
use crate::reader::Reader;
use crate::settings::{Browser, Settings, USUAL};
use crate::site::Site;
use crate::world::journey;

const PHONE: Settings = Settings {
    width: 412,
    ..USUAL
};

/// Readers come to see the page without its app first.
const LATE: Duration = Duration::from_millis(500);

/// Adds up what moves by itself.
const WATCH: &str = "window.shift = 0; new PerformanceObserver((list) => \
     list.getEntries().forEach((entry) => { if (!entry.hadRecentInput) shift += entry.value; })) \
     .observe({ type: 'layout-shift', buffered: true });";

/// Two frames on, what has moved has been told.
const SETTLED: &str =
    "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";

#[test]
fn nothing_jumps() {
    journey(async |world| {
        // The other browsers do not tell.
        if world.browser != Browser::Chromium {
            return Ok(());
        }
        let site = Site::failing(|path| path.ends_with(".wasm").then_some(Fault::Delay(LATE)))?;
        let site = Rc::new(site);
        let shared = format!("/result/#{}", made::fragment(&made::finished()));
        for (path, there) in [
            ("/", "[data-view=landing]"),
            ("/quiz/", "[data-view=quiz]"),
            ("/someone/", "[data-view=someone]"),
            (&shared, "#fit"),
        ] {
            world.step(path);
            let reader = world.reader_of(&site, PHONE).await?;
            reader.before_each_page(WATCH).await?;
            reader.open(path).await?;
            reader
                .wait_for(&format!("!!document.querySelector('{there}')"))
                .await?;
            reader.wait_for(SETTLED).await?;
            let shift = reader.value("shift").await?;
            assert!(
                shift.as_f64().is_some_and(|shift| shift < 0.01),
                "{path}: {shift}"
            );
            reader.session.close().await;
            world.gone(&reader);
        }
        world.step("the browser tells of what jumps");
        let reader = world.reader_of(&site, PHONE).await?;
        reader.before_each_page(WATCH).await?;
        reader.open("/").await?;
        reader
            .value("document.body.style.paddingTop = '300px'")
            .await?;
        reader.wait_for("shift > 0.01").await
    });
}

/// Options and "Continue" stay under the thumb, however long a question is, and nothing moves where
/// an answer is missing.
#[test]
fn options_stay_under_the_thumb() {
    journey(async |world| {
        const PLACE: &str = "['.options', '.question .button'].map((each) => \
             document.querySelector(each).getBoundingClientRect().top + scrollY)";
        let place = async |reader: &Reader| -> Outcome<Vec<f64>> {
            Ok(serde_json::from_value(reader.value(PLACE).await?)?)
        };
        // A fraction of a pixel is no movement.
        let same = |one: &[f64], other: &[f64]| {
            one.iter()
                .zip(other)
                .all(|(one, other)| (one - other).abs() < 2.0)
        };
        for width in [360, 390, 1280] {
            world.step(width.to_string());
            let reader = world.reader_with(Settings { width, ..USUAL }).await?;
            reader.open("/quiz/").await?;
            let first = place(&reader).await?;
            reader.click_on("Continue").await?;
            reader.focus_is_on("problem").await?;
            let missing = place(&reader).await?;
            assert!(
                same(&missing, &first),
                "a missing answer: {missing:?}, {first:?}"
            );
            for number in 0..21 {
                let heading = made::questions()[number].text(made::quiz(), Subject::Me);
                reader.sees(heading).await?;
                let now = place(&reader).await?;
                assert!(same(&now, &first), "{heading}: {now:?}, {first:?}");
                reader.answers(number).await?;
            }
            reader.session.close().await;
            world.gone(&reader);
        }
        Ok(())
    });
}
