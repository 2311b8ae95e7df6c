//! Every view of the site, and the way to it.

use std::rc::Rc;

use career_fit::session::Subject;
use serde_json::json;
use server::{Fault, Gate};

use crate::crashes::{CRASHED, MAKES_IT_PANIC, MENDS};
use crate::driver::Outcome;
use crate::examples::{self, Deed, Example};
use crate::failures::COULD_NOT_START;
use crate::made::{self, questions, quiz};
use crate::offline::{FROM_THE_DEVICE, Line, OFFERED, ON_THE_DEVICE, has_workers};
use crate::reader::{KEPT, Reader};
use crate::results::{NOT_HERE, is_chunk};
use crate::settings::Settings;
use crate::site::Site;
use crate::versions::Server;
use crate::world::World;

/// Pages that need no app.
const TO_READ: [&str; 16] = [
    // Not the last one: every journey ends with a look at the last page's own policy.
    "/no/such/page",
    "/scoring/",
    "/guide/",
    "/guide/work/",
    "/guide/first-job/",
    "/guide/training/",
    "/guide/cost/",
    "/guide/ethics/",
    "/guide/words/",
    "/guide/pay/",
    "/guide/path/",
    "/guide/related/",
    "/guide/questions/",
    "/sources/",
    "/advisers/",
    "/advisers/lesson/",
];

/// Looks at every example, and at what only a server or a broken browser brings about, with all
/// that folds unfolded, the settings among them.
pub async fn each(
    world: &World,
    settings: Settings,
    mut look: impl AsyncFnMut(&Reader, &str) -> Outcome,
) -> Outcome {
    let reader = world.reader_with(settings).await?;
    let refused = Settings {
        storage: false,
        ..settings
    };
    let mut kept = None;
    for example in examples::all() {
        world.step(&*example.name);
        if example.storage.refuses {
            if refused.suit(world.browser) {
                let refused = world.reader_with(refused).await?;
                look_at(&refused, &example, &mut look).await?;
                refused.session.close().await;
                world.gone(&refused);
            }
            continue;
        }
        let entries = example.storage.entries();
        if kept.as_ref() != Some(&entries) {
            reader.stores(&entries).await?;
        }
        look_at(&reader, &example, &mut look).await?;
        // What was done there may have been kept.
        kept = example.deeds.is_empty().then_some(entries);
    }
    for path in TO_READ {
        world.step(path);
        reader.enter(path).await?;
        unfold(&reader).await?;
        look(&reader, path).await?;
    }
    world.step("crash");
    reader.stores(&[]).await?;
    reader.open("/quiz/").await?;
    reader.value(MAKES_IT_PANIC).await?;
    reader.choose(2).await?;
    reader.click_on("Continue").await?;
    reader.reads(CRASHED).await?;
    reader.value(MENDS).await?;
    look(&reader, "crash").await?;

    world.step("could not start");
    let site = Site::failing(|path| path.ends_with(".wasm").then_some(Fault::Status(404)))?;
    let unlucky = world.reader_of(&Rc::new(site), settings).await?;
    unlucky.enter("/quiz/").await?;
    unlucky.reads(COULD_NOT_START).await?;
    look(&unlucky, "could not start").await?;
    unlucky.session.close().await;
    world.gone(&unlucky);

    world.step("a result on its way");
    let gate = Gate::default();
    let held = Fault::Held(gate.clone());
    let site = Site::failing(move |path| is_chunk(path).then(|| held.clone()))?;
    let patient = world.reader_of(&Rc::new(site), settings).await?;
    patient.store(KEPT, &made::kept(&made::checking())).await?;
    patient.open("/quiz/").await?;
    patient.click_on("See my result").await?;
    patient.sees("One moment").await?;
    look(&patient, "a result on its way").await?;
    gate.open();
    patient.sees_view("own").await?;
    patient.session.close().await;
    world.gone(&patient);

    world.step("a result that does not come");
    let site = Site::failing(|path| is_chunk(path).then_some(Fault::Status(404)))?;
    let unlucky = world.reader_of(&Rc::new(site), settings).await?;
    unlucky.store(KEPT, &made::kept(&made::checking())).await?;
    unlucky.open("/quiz/").await?;
    unlucky.click_on("See my result").await?;
    unlucky.sees(NOT_HERE).await?;
    look(&unlucky, "a result that does not come").await?;
    unlucky.session.close().await;
    world.gone(&unlucky);

    if !has_workers(world, &reader).await? {
        return Ok(());
    }
    world.step("new version");
    let line = Line::default();
    let server = Server::start(line.fault())?;
    let offline = world.reader_of(&server.site, settings).await?;
    offline.open("/quiz/").await?;
    offline.wait_for(ON_THE_DEVICE).await?;
    server.put_version("second")?;
    offline.reload_from_page().await?;
    offline.wait_for(OFFERED).await?;
    look(&offline, "new version").await?;
    world.step("offline");
    line.cut();
    offline.open("/quiz/").await?;
    offline.wait_for(FROM_THE_DEVICE).await?;
    look(&offline, "offline").await?;
    line.mend();
    Ok(())
}

async fn unfold(reader: &Reader) -> Outcome {
    reader
        .value("document.querySelectorAll('details').forEach((each) => each.open = true)")
        .await?;
    Ok(())
}

async fn look_at(
    reader: &Reader,
    example: &Example,
    look: &mut impl AsyncFnMut(&Reader, &str) -> Outcome,
) -> Outcome {
    reader.open(&["/", &example.address()].concat()).await?;
    for deed in &example.deeds {
        does(reader, deed).await?;
    }
    unfold(reader).await?;
    look(reader, &example.name).await
}

/// What a deed of an example is in a browser, until it can be seen.
async fn does(reader: &Reader, deed: &Deed) -> Outcome {
    match deed {
        Deed::Choose(option) => {
            reader.choose(*option).await?;
            reader.sees_ticked(*option).await
        }
        // No example goes on with an answer.
        Deed::Continue => {
            reader.click_on("Continue").await?;
            reader.focus_is_on("problem").await
        }
        Deed::StartAgain => {
            reader.click_on("Start again").await?;
            reader.focus_is_on("would-erase").await
        }
        Deed::Erase => {
            reader.click_on("Erase and start again").await?;
            let first = questions()[0].text(quiz(), Subject::Me);
            reader.sees(first).await
        }
        Deed::OtherTab(session) => {
            let kept = json!({ "key": KEPT, "newValue": made::kept(session) });
            let told = format!("dispatchEvent(new StorageEvent('storage', {kept}))");
            reader.value(&told).await?;
            reader.wait_for("!!document.querySelector('.notice')").await
        }
        Deed::GoOnHere => {
            reader.click_on("This is mine").await?;
            reader
                .reads("There are answers on this device already.")
                .await
        }
        Deed::Replace => {
            reader.click_on("Replace them").await?;
            reader.reads("Your earlier answers were erased. Until you go on or reload this page, you can bring them back.").await
        }
        Deed::Paste(text) => {
            reader.unfolds().await?;
            reader.pastes(text).await?;
            reader.reads("This is not a link to one result.").await
        }
        Deed::Share(disclosure) => reader.shares(*disclosure).await.map(drop),
    }
}
