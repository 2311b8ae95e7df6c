//! The quiz in a frame of another site: of one that is named, and of others.

use std::rc::Rc;

use career_fit::session::Subject;
use career_fit::share::{self, Disclosure, Shared};
use serde_json::{Value, json};

use crate::axe::{self, ALL, look_at};
use crate::driver::Outcome;
use crate::frames::{FITS, RECORD, Sites, page};
use crate::made::{questions, quiz, told};
use crate::offline::has_workers;
use crate::reader::{READY, Reader};
use crate::settings::{Browser, Settings, USUAL};
use crate::site::Site;
use crate::world::{World, journey};

#[test]
fn a_named_site_shows_the_quiz_and_gets_what_was_sent_and_nothing_else() {
    journey(async |world| {
        let sites = Sites::start("embed")?;
        let origin = sites.site.url("").trim_end_matches('/').to_owned();
        let reader = world.reader_of(&sites.site, USUAL).await?;
        let address = sites.at_host("quiz.html", &page(&sites.site))?;
        reader.enters_frame_of(&address).await?;
        reader.wait_for(READY).await?;
        reader.take_time().await?;

        world.step("no masthead, no scrollbar, no worker");
        reader
            .reads("The page around this quiz cannot see what you answer.")
            .await?;
        let masthead = "document.querySelector('.masthead').checkVisibility()";
        assert_eq!(reader.value(masthead).await?, false);
        reader.wait_for(FITS).await?;
        if has_workers(world, &reader).await? {
            let workers = "(navigator.serviceWorker.getRegistrations().then((all) => { \
                 window.workers = all.length; }), window.workers === 0)";
            reader.wait_for(workers).await?;
        }
        let axe = axe::axe()?;
        let violations = look_at(&reader, &axe, ALL).await?.collect::<Vec<_>>();
        assert!(violations.is_empty(), "{violations:?}");

        world.step("the browser's back goes back in the frame");
        reader.answers_in_a_frame(0).await?;
        reader.answers_in_a_frame(1).await?;
        let text = |place: usize| questions()[place].text(quiz(), Subject::Me);
        reader.sees(text(2)).await?;
        reader.goes_back_in_a_frame().await?;
        reader.sees(text(1)).await?;
        reader.is_at("/quiz/?embed").await?;

        for place in 1..questions().len() {
            world.step(format!("question {}", place + 1));
            reader.answers_in_a_frame(place).await?;
        }
        reader.sees("Check your answers").await?;
        reader.presses("See my result").await?;
        reader.sees_view("own").await?;
        reader.is_at("/result/?embed").await?;
        reader.wait_for(FITS).await?;
        let violations = look_at(&reader, &axe, ALL).await?.collect::<Vec<_>>();
        assert!(violations.is_empty(), "{violations:?}");

        world.step("nothing is sent before the press");
        let link = reader.shares_in_a_frame(Disclosure::Traits).await?;
        let name = sites.origin();
        reader
            .reads(&format!("Send this to the site {name}"))
            .await?;
        reader
            .reads("What it holds: The verdict and the seven scores.")
            .await?;
        let violations = look_at(&reader, &axe, ALL).await?.collect::<Vec<_>>();
        assert!(violations.is_empty(), "{violations:?}");
        assert_eq!(reader.messages(&origin).await?, Vec::<Value>::new());
        reader.presses("Send this to the site").await?;
        reader.reads(&format!("Sent to {name}.")).await?;
        let sent = json!({ "type": "coder-fit:finished", "level": "scores", "link": link });
        assert_eq!(reader.messages(&origin).await?, [sent]);
        let field = "document.getElementById('coder-fit-result').value";
        assert_eq!(reader.of_host(field).await?, *link);
        let (root, code) = link.split_once('#').ok_or("no code")?;
        assert_eq!(root, sites.site.url("/result/"));
        let held = share::parse(quiz(), code)?;
        assert!(matches!(held, Shared::Traits(_)), "{held:?}");

        world.step("another level is not sent by being chosen");
        reader.shares_in_a_frame(Disclosure::Answers).await?;
        let status = "![...document.querySelectorAll('[role=status]')]\
             .some((each) => each.textContent.includes('Sent to'))";
        reader.wait_for(status).await?;
        assert_eq!(reader.messages(&origin).await?.len(), 1);

        world.step("a reload in the frame");
        reader.reload_from_page().await?;
        reader.sees_view("own").await?;
        reader.is_at("/result/?embed").await?;
        assert_eq!(reader.value(masthead).await?, false);

        world.step("another page of ours comes in a tab of its own");
        let way = ".footer a[href$='scoring/']";
        if world.browser == Browser::Webkit {
            // Its driver would click beside it, and it opens no tab for a click by a script.
            let asked = format!(
                "((link) => (link.click(), link.target + ' ' + link.rel)) (document.querySelector(\"{way}\"))"
            );
            assert_eq!(reader.text(&asked).await?, "_blank noopener");
            reader.is_at("/result/?embed").await?;
        } else {
            let frame = reader.opens_a_tab(way).await?;
            reader.is_at("/scoring/").await?;
            assert_eq!(reader.value("window.opener === null").await?, true);
            reader.closes_the_tab(frame).await?;
        }

        world.step("a site that takes no results is offered none");
        let quiet = "document.getElementById('coder-fit').src += '=quiet'";
        reader.leaves_all_frames().await?;
        reader.value(quiet).await?;
        reader.enters_frame("#coder-fit").await?;
        reader
            .wait_for("location.search === '?embed=quiet'")
            .await?;
        reader.wait_for(READY).await?;
        reader.sees_view("own").await?;
        reader.shares_in_a_frame(Disclosure::Answers).await?;
        let offers = "document.body.innerText.includes('Send this to the site')";
        assert_eq!(reader.value(offers).await?, false);

        world.step("the host was asked for its own page alone");
        let mut asked = sites.host.requests();
        asked.retain(|request| !request.ends_with("/favicon.ico"));
        assert_eq!(asked, ["GET /quiz.html"]);
        reader.goes_home().await
    });
}

/// What can be pressed, or tells anything.
const PRESSABLE: &str = "document.querySelectorAll('a, button, input, summary, label').length";

/// Refused by the browser, which shows a page of its own, or nothing.
async fn is_refused(reader: &Reader) -> Outcome {
    reader.session.client.clone().enter_parent_frame().await?;
    reader.wait_for("window.loaded === true").await?;
    reader.enters_frame("#coder-fit").await?;
    // Firefox says nothing at all while it changes to its own page.
    reader
        .wait_for("document.readyState === 'complete'")
        .await?;
    let ours = "document.getElementById('app') !== null \
         || (document.documentElement?.textContent ?? '').includes('Coder Fit')";
    reader.wait_for(&format!("!({ours})")).await
}

/// Refused by the page: it is one link.
pub async fn is_a_link(reader: &Reader) -> Outcome {
    reader
        .reads("Coder Fit does not open inside this site.")
        .await?;
    assert_eq!(reader.value(PRESSABLE).await?, 1);
    assert_eq!(
        reader.value("!!document.getElementById('app')").await?,
        false
    );
    Ok(())
}

#[test]
fn a_site_that_is_not_named_shows_nothing_of_it() {
    journey(async |world| {
        let sites = Sites::start("stranger")?;
        let reader = world.reader_of(&sites.site, USUAL).await?;
        let both = [("headers", &sites.site), ("no headers", &sites.bare)];
        for (name, site) in both {
            world.step(format!("{name}: a stranger's page"));
            let address = sites.at_stranger("quiz.html", &page(site))?;
            reader.enters_frame_of(&address).await?;
            refuses(&reader, site, &sites).await?;
            assert_eq!(reader.of_host("window.got").await?, json!([]));

            world.step(format!("{name}: a stranger's page around the one that may"));
            let inner = sites.at_host("quiz.html", &page(site))?;
            let outer = format!(
                "<!doctype html>{RECORD}<iframe src=\"{inner}\" width=900 height=900></iframe>"
            );
            reader
                .enters_frame_of(&sites.at_stranger("around.html", &outer)?)
                .await?;
            reader.enters_frame("#coder-fit").await?;
            refuses(&reader, site, &sites).await?;
            assert_eq!(reader.of_host("window.got").await?, json!([]));

            world.step(format!(
                "{name}: other pages, on the site that may frame the quiz"
            ));
            let landing = page(site).replace("/quiz/?embed", "/");
            reader
                .enters_frame_of(&sites.at_host("landing.html", &landing)?)
                .await?;
            refuses(&reader, site, &sites).await?;
            reader.leaves_all_frames().await?;
        }
        reader.goes_home().await
    });
}

async fn refuses(reader: &Reader, site: &Rc<Site>, sites: &Sites) -> Outcome {
    match Rc::ptr_eq(site, &sites.site) {
        true => is_refused(reader).await,
        false => is_a_link(reader).await,
    }
}

/// No message from anybody opens what is refused, also not one from the site that may frame the quiz.
#[test]
fn no_message_opens_what_is_refused() {
    journey(async |world| {
        let sites = Sites::start("fakes")?;
        let reader = world.reader_of(&sites.bare, USUAL).await?;
        let client = &reader.session.client;
        let fake = "(target) => { for (const type of ['height', 'finished', 'here', 'allowed', 'host']) { \
             target.postMessage({ type: `coder-fit:${type}`, origin: location.origin, host: location.origin }, '*'); \
             target.postMessage(`coder-fit:${type}`, '*'); } window.faked = true; }";
        let friend = format!(
            "<!doctype html><script>setTimeout(() => ({fake})(parent.frames[0]), 500)</script>"
        );
        let friend = sites.at_host("friend.html", &friend)?;
        let page = format!(
            "{}<iframe id=\"friend\" src=\"{friend}\"></iframe>\
             <script>window.fake = {fake}</script>",
            page(&sites.bare).replace(
                " referrerpolicy=\"strict-origin\"",
                " referrerpolicy=\"no-referrer\""
            )
        );
        reader
            .enters_frame_of(&sites.at_stranger("fakes.html", &page)?)
            .await?;
        is_a_link(&reader).await?;
        world.step("the stranger and a frame of the named site say what they like");
        reader.of_host("void fake(frames[0])").await?;
        client.clone().enter_parent_frame().await?;
        reader.enters_frame("#friend").await?;
        reader.wait_for("window.faked === true").await?;
        client.clone().enter_parent_frame().await?;
        reader.enters_frame("#coder-fit").await?;
        reader.settles().await;
        is_a_link(&reader).await?;
        assert_eq!(
            reader
                .value("document.documentElement.dataset.host === undefined")
                .await?,
            true
        );
        assert_eq!(reader.of_host("window.got").await?, json!([]));

        world.step("the link opens the quiz in a tab of its own");
        let frame = reader.opens_a_tab("main a").await?;
        reader.wait_for(READY).await?;
        reader.is_at("/quiz/").await?;
        let masthead = "document.querySelector('.masthead').checkVisibility()";
        assert_eq!(reader.value(masthead).await?, true);
        reader.closes_the_tab(frame).await?;
        reader.goes_home().await
    });
}

/// Browsers may refuse storage to frames of others.
#[test]
fn a_frame_without_storage_goes_on_and_says_so() {
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
        let sites = Sites::start("unkept")?;
        let reader = world.reader_of(&sites.site, NO_STORAGE).await?;
        let address = sites.at_host("quiz.html", &page(&sites.site))?;
        reader.enters_frame_of(&address).await?;
        reader.wait_for(READY).await?;
        reader.take_time().await?;
        reader.reads("This browser does not let us save.").await?;
        reader.answers_in_a_frame(0).await?;
        reader.answers_in_a_frame(1).await?;
        let third = questions()[2].text(quiz(), Subject::Me);
        reader.sees(third).await?;
        world.step("a reload in the frame");
        reader.reload_from_page().await?;
        reader.sees(third).await?;
        reader.goes_home().await
    });
}

/// A result that came by link can be shown as well, and is nobody's to send on.
#[test]
fn a_shared_result_in_a_frame() {
    journey(async |world| {
        let sites = Sites::start("shared")?;
        let reader = world.reader_of(&sites.site, USUAL).await?;
        let code = told(&crate::made::finished(), Disclosure::Verdict);
        let html = page(&sites.site).replace("/quiz/?embed", &format!("/result/?embed#{code}"));
        reader
            .enters_frame_of(&sites.at_host("result.html", &html)?)
            .await?;
        reader.wait_for(READY).await?;
        reader.sees_view("theirs").await?;
        reader.wait_for(FITS).await?;
        world.step("taking the quiz stays in the frame");
        reader.take_the_quiz(world).await?;
        reader.goes_home().await
    });
}

impl Reader {
    async fn take_the_quiz(&self, world: &World) -> Outcome {
        let link = "document.querySelector('main a[href=\"../quiz/\"]')";
        world.step(self.text(&format!("{link}?.textContent")).await?);
        self.value(&format!("{link}.click()")).await?;
        self.sees(questions()[0].text(quiz(), Subject::Me)).await?;
        self.is_at("/quiz/?embed").await
    }
}
