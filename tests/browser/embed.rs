//! The quiz in a frame of another site: of one that is named, and of others.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process;
use std::rc::Rc;
use std::time::Instant;

use career_fit::session::Subject;
use career_fit::share::{self, Disclosure, Shared};
use fantoccini::Locator;
use fantoccini::wd::WindowHandle;
use serde_json::{Value, json};
use server::{Running, Server};
use site::{Frames, SERVICE_WORKER, service_worker};
use tokio::time::sleep;

use crate::axe::{self, ALL, look_at};
use crate::driver::{Outcome, PATIENCE, PAUSE};
use crate::made::{pick, questions, quiz, told};
use crate::offline::has_workers;
use crate::reader::{READY, Reader};
use crate::settings::{Browser, Settings, USUAL};
use crate::site::{Site, dist};
use crate::versions::copy;
use crate::world::{World, journey};

/// What owners of sites are told to copy into their page.
const SNIPPET: &str = include_str!("../../assets/embed-snippet.html");
/// The address in it that they put ours in place of.
const EXAMPLE: &str = "https://coder-fit.example";

/// Keeps every message that the page gets, from whomever, and whether its frame has come to an end
/// with loading, whatever it shows.
const RECORD: &str = "<script>window.got = []; addEventListener('message', ({ origin, data }) => \
     got.push({ origin, data })); document.addEventListener('load', ({ target }) => { \
     if (target.id === 'coder-fit') window.loaded = true; }, true);</script>";

/// A site that lets one other site frame it, that one, and one that it does not know.
struct Sites {
    site: Rc<Site>,
    /// It sends no headers of ours.
    bare: Rc<Site>,
    host: Running,
    stranger: Running,
    folder: PathBuf,
}

impl Sites {
    fn start(name: &str) -> Outcome<Self> {
        let folder = env::temp_dir().join(format!("career-fit-{name}-{}", process::id()));
        for part in ["host", "stranger"] {
            fs::create_dir_all(folder.join(part))?;
        }
        let host = Server::new(folder.join("host")).start()?;
        let stranger = Server::new(folder.join("stranger")).start()?;
        let frames = Frames::read(&named(&host, ""))?.ok_or("no origin")?;
        let site = |part: &str, has_headers: bool| -> Outcome<Rc<Site>> {
            let folder = folder.join(part);
            copy(&dist(), &folder)?;
            // As a build does that was told of the host.
            frames.open(&folder)?;
            fs::write(folder.join(SERVICE_WORKER), service_worker(&folder)?)?;
            if !has_headers {
                fs::remove_file(folder.join("_headers"))?;
            }
            Ok(Rc::new(Site::of(folder, |_| None)?))
        };
        Ok(Self {
            site: site("site", true)?,
            bare: site("bare", false)?,
            host,
            stranger,
            folder,
        })
    }

    /// Puts a page onto the named site, and gives its address.
    fn at_host(&self, name: &str, html: &str) -> Outcome<String> {
        fs::write(self.folder.join("host").join(name), html)?;
        Ok(named(&self.host, &format!("/{name}")))
    }

    /// Likewise, onto the site that is not named.
    fn at_stranger(&self, name: &str, html: &str) -> Outcome<String> {
        fs::write(self.folder.join("stranger").join(name), html)?;
        Ok(named(&self.stranger, &format!("/{name}")))
    }

    /// The origin of the named site.
    fn origin(&self) -> String {
        named(&self.host, "")
    }
}

impl Drop for Sites {
    fn drop(&mut self) {
        // What stays behind lies in the folder for such things.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// An address on a server by the machine's name. To a browser this is another site than the same
/// machine by its number, where ours is.
fn named(server: &Running, path: &str) -> String {
    server.url(path).replace("127.0.0.1", "localhost")
}

/// A page that frames the quiz of a site just as owners are told to.
fn page(site: &Site) -> String {
    let snippet = SNIPPET.replace(EXAMPLE, site.url("").trim_end_matches('/'));
    format!(
        "<!doctype html><html lang=\"en\"><title>A school</title><h1>A school</h1>{RECORD}{snippet}"
    )
}

impl Reader {
    /// Opens a page of others, and goes into its first frame. Not by `open`, which looks whether a
    /// page has loaded anything of others.
    async fn enters_frame_of(&self, address: &str) -> Outcome {
        self.session.client.goto(address).await?;
        self.enters_frame("iframe").await
    }

    async fn enters_frame(&self, selector: &str) -> Outcome {
        let frame = self.session.client.find(Locator::Css(selector)).await?;
        Ok(frame.enter_frame().await?)
    }

    /// Asks the page around the frame, and comes back.
    async fn of_host(&self, expression: &str) -> Outcome<Value> {
        self.session.client.clone().enter_parent_frame().await?;
        let value = self.value(expression).await;
        self.enters_frame("#coder-fit").await?;
        value
    }

    /// The messages that the page around the frame has got, but for heights.
    async fn messages(&self, origin: &str) -> Outcome<Vec<Value>> {
        let Value::Array(got) = self.of_host("window.got").await? else {
            return Err("no messages".into());
        };
        let mut others = Vec::new();
        for message in got {
            assert_eq!(message["origin"], origin, "{message}");
            let data = &message["data"];
            if data["type"] != "coder-fit:height" {
                others.push(data.clone());
                continue;
            }
            // A height, and nothing beside it.
            let height = data["height"].as_u64().unwrap_or_default();
            assert_eq!(
                *data,
                json!({ "type": "coder-fit:height", "height": height })
            );
            assert!(height >= 300 && height % 100 == 0, "{height}");
        }
        Ok(others)
    }

    /// Presses what the selector selects, goes to the tab that this opens, and gives the one before.
    async fn opens_a_tab(&self, selector: &str) -> Outcome<WindowHandle> {
        let client = &self.session.client;
        let before = client.window().await?;
        self.click(selector).await?;
        let started = Instant::now();
        loop {
            let windows = client.windows().await?;
            if let Some(other) = windows.into_iter().find(|window| *window != before) {
                client.switch_to_window(other).await?;
                return Ok(before);
            }
            assert!(started.elapsed() < PATIENCE, "no other tab");
            sleep(PAUSE).await;
        }
    }

    async fn closes_the_tab(&self, before: WindowHandle) -> Outcome {
        let client = &self.session.client;
        client.close_window().await?;
        Ok(client.switch_to_window(before).await?)
    }

    /// Ends at a page of the reader's own site, where what holds for all journeys is looked at.
    async fn goes_home(&self) -> Outcome {
        self.session.client.goto(&self.site.url("/")).await?;
        self.wait_for(READY).await
    }
}

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

/// All of the page can be seen in the frame.
const FITS: &str = "document.documentElement.scrollHeight <= innerHeight";

impl Reader {
    /// Goes back by the browser's own way. WebKit's driver waits for a page to load then, and none
    /// does, so the frame itself is asked there.
    async fn goes_back_in_a_frame(&self) -> Outcome {
        if self.session.browser == Browser::Webkit {
            self.value("history.back()").await?;
            return Ok(());
        }
        self.go_back().await?;
        self.leaves_all_frames().await?;
        self.enters_frame("#coder-fit").await
    }

    /// As [`Self::answers`] does.
    async fn answers_in_a_frame(&self, place: usize) -> Outcome {
        self.sees(questions()[place].text(quiz(), Subject::Me))
            .await?;
        if self.session.browser == Browser::Webkit {
            // How tall a question is depends on the fonts of the machine.
            let row = format!(
                "document.getElementById('option-{}').click()",
                pick(place) + 1
            );
            self.value(&row).await?;
        } else {
            self.choose(pick(place)).await?;
        }
        self.sees_ticked(pick(place)).await?;
        self.presses("Continue").await
    }

    /// Clicks on the button that reads like this. In a frame that is taller than the window, WebKit's
    /// driver clicks beside what it was shown, so the page clicks there.
    async fn presses(&self, words: &str) -> Outcome {
        if self.session.browser != Browser::Webkit {
            return self.click_on(words).await;
        }
        let words = Value::from(words);
        let click = format!(
            "[...document.querySelectorAll('button')]\
             .find((each) => each.textContent.startsWith({words})).click()"
        );
        self.value(&click).await?;
        Ok(())
    }

    /// Chooses how much the link is to hold, and gives the link.
    async fn shares_in_a_frame(&self, disclosure: Disclosure) -> Outcome<String> {
        if self.session.browser != Browser::Webkit {
            return self.shares(disclosure).await;
        }
        self.value("document.getElementById('share').open = true")
            .await?;
        let level = format!("level-{}", disclosure as usize);
        self.wait_for(&format!("!!document.getElementById('{level}')"))
            .await?;
        self.value(&format!("document.getElementById('{level}').click()"))
            .await?;
        let held = match disclosure {
            Disclosure::Verdict => "v",
            Disclosure::Traits => "t",
            Disclosure::Answers | Disclosure::AnswersAndStart => "r",
        };
        self.sees_level(held).await?;
        self.settles().await;
        self.text("document.getElementById('share-link').value")
            .await
    }

    async fn leaves_all_frames(&self) -> Outcome {
        let client = &self.session.client;
        Ok(client.switch_to_window(client.window().await?).await?)
    }
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
