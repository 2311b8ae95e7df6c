//! Every view of the site, and the way to it.

use std::rc::Rc;

use career_fit::answers::TaskForm;
use career_fit::session::Session;
use career_fit::share::Disclosure;
use career_fit::task::PAIRS;
use server::{Fault, Gate};

use crate::crashes::{CRASHED, MAKES_IT_PANIC, MENDS};
use crate::driver::Outcome;
use crate::failures::COULD_NOT_START;
use crate::made::{self, answered};
use crate::offline::{FROM_THE_DEVICE, Line, OFFERED, ON_THE_DEVICE, has_workers};
use crate::reader::{KEPT, Reader};
use crate::results::{NOT_HERE, is_chunk};
use crate::settings::Settings;
use crate::sharing::LEVELS;
use crate::site::Site;
use crate::versions::Server;
use crate::world::World;

/// What is done to a page until it shows the view.
#[derive(Clone, Copy)]
enum Then {
    Nothing,
    ContinueWithoutAnswer,
    Choose,
    Share(Disclosure),
    PasteNoLink,
    Crash,
}

/// A view, the quiz that the device keeps, the page that shows the view, and what is done there.
type Way = (String, Option<Session>, String, Then);

/// The ways to all views that need the app. What is kept once stays, so the views without a quiz
/// come first.
fn ways() -> Vec<Way> {
    let mut ways = Vec::new();
    let mut way = |name: &str, kept: Option<Session>, path: &str, then: Then| {
        ways.push((name.to_owned(), kept, path.to_owned(), then));
    };
    let at = |fragment: &str| format!("/result/#{fragment}");
    let told = |disclosure| made::told(&made::finished(), disclosure);
    let everything = told(Disclosure::AnswersAndStart);
    let other = made::told(&made::another(), Disclosure::Traits);
    let seen = made::seen(&made::observed());
    let cut_off = &everything[..everything.len() - 1];
    let newer = made::seal("r=", &"_".repeat(50));

    way("landing page", None, "/", Then::Nothing);
    way("item", None, "/quiz/", Then::Nothing);
    way(
        "missing answer",
        None,
        "/quiz/",
        Then::ContinueWithoutAnswer,
    );
    way("no result", None, "/result/", Then::Nothing);
    for (name, fragment) in [
        ("link that is damaged", "r=broken"),
        ("link that is cut off", cut_off),
        ("link of a newer version", &newer),
        ("link that is none", "foo"),
    ] {
        way(name, None, &at(fragment), Then::Nothing);
    }
    for level in LEVELS {
        let name = format!("shared {level:?}");
        way(&name, None, &at(&told(level)), Then::Nothing);
    }
    let careless = at(&made::fragment(&made::careless()));
    way("shared, and withheld", None, &careless, Then::Nothing);
    way(
        "a link to compare that is none",
        None,
        &at(&everything),
        Then::PasteNoLink,
    );
    for (name, one) in [
        ("two links", &everything),
        (
            "two links, one with the verdict alone",
            &told(Disclosure::Verdict),
        ),
    ] {
        let both = at(&[one, "/", &other].concat());
        way(name, None, &both, Then::Nothing);
    }
    way(
        "how somebody sees a person",
        None,
        &at(&seen),
        Then::Nothing,
    );

    way("item about somebody", None, "/someone/", Then::Nothing);
    let checking = Some(made::observed_checking());
    way(
        "answers about somebody",
        checking,
        "/someone/",
        Then::Nothing,
    );
    let observed = Some(made::observed());
    way("link to send back", observed, "/someone/", Then::Nothing);

    way(
        "item with its answer",
        Some(answered(4)),
        "/quiz/",
        Then::Choose,
    );
    way(
        "landing page, come again",
        Some(answered(4)),
        "/",
        Then::Nothing,
    );
    for (name, kept) in [
        ("condition", answered(22)),
        ("starting point", answered(27)),
        ("check page", made::checking()),
        ("sharpening", made::sharpening()),
        ("task offer", made::task_offered()),
        ("pair with a clock", made::judged(TaskForm::Timed, 0)),
        ("pair without a clock", made::judged(TaskForm::Untimed, 0)),
        ("chart with a clock", made::judged(TaskForm::Timed, PAIRS)),
        (
            "chart without a clock",
            made::judged(TaskForm::Untimed, PAIRS),
        ),
    ] {
        way(name, Some(kept), "/quiz/", Then::Nothing);
    }
    let finished = || Some(made::finished());
    way("own result", finished(), "/result/", Then::Nothing);
    for level in LEVELS {
        let name = format!("own result, sharing {level:?}");
        way(&name, finished(), "/result/", Then::Share(level));
    }
    way(
        "own result beside a link that is none",
        finished(),
        "/result/",
        Then::PasteNoLink,
    );
    let beside = at(&[&other, "/mine"].concat());
    way(
        "own result beside another one",
        finished(),
        &beside,
        Then::Nothing,
    );
    way("how one is seen", finished(), &at(&seen), Then::Nothing);
    let sharpened = Some(made::with_two_deal_breakers());
    way("sharpened result", sharpened, "/result/", Then::Nothing);
    let careless = Some(made::careless());
    way("withheld result", careless, "/result/", Then::Nothing);
    way("crash", Some(answered(7)), "/quiz/", Then::Crash);
    ways
}

/// Pages that need no app.
const TO_READ: [&str; 9] = [
    // Not the last one: every journey ends with a look at the last page's own policy.
    "/no/such/page",
    "/scoring/",
    "/guide/",
    "/guide/work/",
    "/guide/pay/",
    "/guide/path/",
    "/guide/related/",
    "/guide/questions/",
    "/sources/",
];

/// Looks at every view, with all that folds unfolded, the settings among them.
pub async fn each(
    world: &World,
    settings: Settings,
    mut look: impl AsyncFnMut(&Reader, &str) -> Outcome,
) -> Outcome {
    let reader = world.reader_with(settings).await?;
    for (view, kept, path, then) in ways() {
        world.step(&*view);
        if let Some(kept) = kept {
            reader.has(&kept).await?;
        }
        reader.open(&path).await?;
        reader
            .wait_for("document.getElementById('main').dataset.view !== 'opening'")
            .await?;
        does(&reader, then).await?;
        unfold(&reader).await?;
        look(&reader, &view).await?;
    }
    for path in TO_READ {
        world.step(path);
        reader.enter(path).await?;
        unfold(&reader).await?;
        look(&reader, path).await?;
    }
    world.step("unreadable answers");
    reader.has_kept("rubbish").await?;
    reader.open("/quiz/").await?;
    reader.reads("We found saved answers").await?;
    unfold(&reader).await?;
    look(&reader, "unreadable answers").await?;

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
    patient.sees("Opening the result").await?;
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

async fn does(reader: &Reader, then: Then) -> Outcome {
    match then {
        Then::Nothing => Ok(()),
        Then::ContinueWithoutAnswer => {
            reader.click_on("Continue").await?;
            reader.focus_is_on("problem").await
        }
        Then::Choose => {
            reader.choose(2).await?;
            reader.sees_ticked(2).await
        }
        Then::Share(disclosure) => reader.shares(disclosure).await.map(drop),
        Then::PasteNoLink => {
            reader.pastes("hello").await?;
            reader.reads("This is not a link to one result.").await
        }
        Then::Crash => {
            reader.value(MAKES_IT_PANIC).await?;
            reader.choose(2).await?;
            reader.click_on("Continue").await?;
            reader.reads(CRASHED).await?;
            reader.value(MENDS).await.map(drop)
        }
    }
}
