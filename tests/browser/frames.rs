//! Pages of other sites that frame the quiz, and the reader's hands in such a frame.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process;
use std::rc::Rc;
use std::time::Instant;

use career_fit::session::Subject;
use career_fit::share::Disclosure;
use fantoccini::Locator;
use fantoccini::wd::WindowHandle;
use serde_json::{Value, json};
use server::{Running, Server};
use site::{Frames, SERVICE_WORKER, service_worker};
use tokio::time::sleep;

use crate::driver::{Outcome, PATIENCE, PAUSE};
use crate::folders::copy;
use crate::made::{pick, questions, quiz};
use crate::reader::{READY, Reader};
use crate::settings::Browser;
use crate::site::{Site, dist};

/// What owners of sites are told to copy into their page.
const SNIPPET: &str = include_str!("../../assets/embed-snippet.html");
/// The address in it that they put ours in place of.
const EXAMPLE: &str = "https://coder-fit.example";

/// Keeps every message that the page gets, from whomever, and whether its frame has come to an end
/// with loading, whatever it shows.
pub const RECORD: &str = "<script>window.got = []; addEventListener('message', ({ origin, data }) => \
     got.push({ origin, data })); document.addEventListener('load', ({ target }) => { \
     if (target.id === 'coder-fit') window.loaded = true; }, true);</script>";

/// All of the page can be seen in the frame.
pub const FITS: &str = "document.documentElement.scrollHeight <= innerHeight";

/// A site that lets one other site frame it, that one, and one that it does not know.
pub struct Sites {
    pub site: Rc<Site>,
    /// It sends no headers of ours.
    pub bare: Rc<Site>,
    pub host: Running,
    stranger: Running,
    folder: PathBuf,
}

impl Sites {
    pub fn start(name: &str) -> Outcome<Self> {
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
    pub fn at_host(&self, name: &str, html: &str) -> Outcome<String> {
        fs::write(self.folder.join("host").join(name), html)?;
        Ok(named(&self.host, &format!("/{name}")))
    }

    /// Likewise, onto the site that is not named.
    pub fn at_stranger(&self, name: &str, html: &str) -> Outcome<String> {
        fs::write(self.folder.join("stranger").join(name), html)?;
        Ok(named(&self.stranger, &format!("/{name}")))
    }

    /// The origin of the named site.
    pub fn origin(&self) -> String {
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
pub fn page(site: &Site) -> String {
    let snippet = SNIPPET.replace(EXAMPLE, site.url("").trim_end_matches('/'));
    format!(
        "<!doctype html><html lang=\"en\"><title>A school</title><h1>A school</h1>{RECORD}{snippet}"
    )
}

impl Reader {
    /// Opens a page of others, and goes into its first frame. Not by `open`, which looks whether a
    /// page has loaded anything of others.
    pub async fn enters_frame_of(&self, address: &str) -> Outcome {
        self.session.client.goto(address).await?;
        self.enters_frame("iframe").await
    }

    pub async fn enters_frame(&self, selector: &str) -> Outcome {
        let frame = self.session.client.find(Locator::Css(selector)).await?;
        Ok(frame.enter_frame().await?)
    }

    /// Asks the page around the frame, and comes back.
    pub async fn of_host(&self, expression: &str) -> Outcome<Value> {
        self.session.client.clone().enter_parent_frame().await?;
        let value = self.value(expression).await;
        self.enters_frame("#coder-fit").await?;
        value
    }

    /// The messages that the page around the frame has got, but for heights.
    pub async fn messages(&self, origin: &str) -> Outcome<Vec<Value>> {
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
    pub async fn opens_a_tab(&self, selector: &str) -> Outcome<WindowHandle> {
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

    pub async fn closes_the_tab(&self, before: WindowHandle) -> Outcome {
        let client = &self.session.client;
        client.close_window().await?;
        Ok(client.switch_to_window(before).await?)
    }

    /// Ends at a page of the reader's own site, where what holds for all journeys is looked at.
    pub async fn goes_home(&self) -> Outcome {
        self.session.client.goto(&self.site.url("/")).await?;
        self.wait_for(READY).await
    }

    /// Goes back by the browser's own way. WebKit's driver waits for a page to load then, and none
    /// does, so the frame itself is asked there.
    pub async fn goes_back_in_a_frame(&self) -> Outcome {
        if self.session.browser == Browser::Webkit {
            self.value("history.back()").await?;
            return Ok(());
        }
        self.go_back().await?;
        self.leaves_all_frames().await?;
        self.enters_frame("#coder-fit").await
    }

    /// As [`Self::answers`] does.
    pub async fn answers_in_a_frame(&self, place: usize) -> Outcome {
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
    pub async fn presses(&self, words: &str) -> Outcome {
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
    pub async fn shares_in_a_frame(&self, disclosure: Disclosure) -> Outcome<String> {
        if self.session.browser != Browser::Webkit {
            self.opens_share().await?;
            self.value("document.querySelector('.share__what').open = true")
                .await?;
            // The frame grows with what opens, and a click meant for the page before would miss.
            self.wait_for(FITS).await?;
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

    pub async fn leaves_all_frames(&self) -> Outcome {
        let client = &self.session.client;
        Ok(client.switch_to_window(client.window().await?).await?)
    }
}
