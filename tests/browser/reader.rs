//! A reader and what they do: the page in their own verbs.

use std::rc::Rc;
use std::time::Instant;

use career_fit::session::{Session as Quiz, Subject};
use fantoccini::Locator;
use serde_json::{Map, Value};
use url::Url;

use crate::driver::{Outcome, PATIENCE, PAUSE, Session};
use crate::made;
use crate::settings::{Browser, Settings};
use crate::site::Site;

/// The app has arrived, with what it was given on the way, and shows no result that is still on its
/// way.
pub const READY: &str = "document.documentElement.dataset.app === 'ready' \
     && !document.querySelector('[data-drawing], [data-view=opening]')";
/// No part of a long page is left to be drawn.
const DRAWN: &str = "!document.querySelector('[data-drawing]')";

/// The page of no site.
const BLANK: &str = "about:blank";

/// The key under which the quiz is kept.
pub const KEPT: &str = "coder-fit:/quiz";

/// Somebody with a browser and a profile of their own.
#[derive(Clone)]
pub struct Reader {
    pub session: Rc<Session>,
    pub site: Rc<Site>,
    settings: Settings,
}

/// What a result page says, word for word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    pub fit: String,
    pub range: String,
    /// Each trait's code with its score and range.
    pub traits: Vec<String>,
}

impl Reader {
    pub fn new(session: Rc<Session>, site: Rc<Site>, settings: Settings) -> Self {
        Self {
            session,
            site,
            settings,
        }
    }

    // Pages

    /// Opens a page of the site, and waits until the app is there.
    pub async fn open(&self, path: &str) -> Outcome {
        self.enter(path).await?;
        self.wait_for(READY).await
    }

    /// Opens a link to the site, as somebody does who was sent it.
    pub async fn follow(&self, link: &str) -> Outcome {
        let path = link.strip_prefix(&self.site.url(""));
        self.open(path.ok_or("a link to another site")?).await
    }

    /// Opens a page of the site without waiting for the app.
    pub async fn enter(&self, path: &str) -> Outcome {
        self.leave().await?;
        let address = Url::parse(&self.site.url(path))?;
        // Else a change of the fragment alone would not load the page.
        if self.session.client.current_url().await?.path() == address.path() {
            self.goes(BLANK).await?;
            // Where nothing waits for a page to load, this one could still come after the next.
            self.wait_for(&format!("location.href === '{BLANK}'"))
                .await?;
        }
        self.goes(address.as_str()).await?;
        self.take_time().await
    }

    async fn goes(&self, address: &str) -> Outcome {
        let goto = self.session.client.goto(address);
        self.session.answer(goto).await
    }

    /// Lets four seconds pass with every press on "Continue", and a moment with
    /// every other one. Answers that come as fast as a test presses keys are
    /// rightly held back, and what comes faster is taken for a double tap.
    /// Firefox runs what we ask beside the page, with a `Date` of its own.
    pub async fn take_time(&self) -> Outcome {
        if self.settings.scripts && !self.settings.hasty {
            self.value(
                "(() => { const clock = window.Date; const now = clock.now.bind(clock); \
                 let later = 0; clock.now = () => now() + later; \
                 const pass = (kind, time) => addEventListener(kind, () => { later += time; }, true); \
                 pass('submit', 4000); pass('keydown', 300); pass('click', 300); })()",
            )
            .await?;
        }
        Ok(())
    }

    /// Puts another fragment into the address bar: the page stays loaded.
    pub async fn change_fragment(&self, path: &str) -> Outcome {
        Ok(self.session.client.goto(&self.site.url(path)).await?)
    }

    pub async fn reload(&self) -> Outcome {
        self.leave().await?;
        self.session.client.refresh().await?;
        self.take_time().await?;
        self.wait_for(READY).await
    }

    /// Reloads the way a reader does. By the driver's way, Firefox asks the server
    /// and not the service worker.
    pub async fn reload_from_page(&self) -> Outcome {
        self.leave().await?;
        self.value("(window.left = true, location.reload())")
            .await?;
        self.wait_for(&format!("window.left === undefined && {READY}"))
            .await?;
        self.take_time().await
    }

    pub async fn go_back(&self) -> Outcome {
        Ok(self.session.client.back().await?)
    }

    pub async fn go_forward(&self) -> Outcome {
        Ok(self.session.client.forward().await?)
    }

    /// The document's title.
    pub async fn title(&self) -> Outcome<String> {
        Ok(self.session.client.title().await?)
    }

    /// Waits until the address ends like this: it changes after what is seen.
    pub async fn is_at(&self, end: &str) -> Outcome {
        let end = Value::from(end);
        self.wait_for(&format!("location.href.endsWith({end})"))
            .await
    }

    pub async fn address(&self) -> Outcome<String> {
        Ok(self.session.client.current_url().await?.to_string())
    }

    /// Runs a script before anything else in each page to come. Chromium alone can.
    pub async fn before_each_page(&self, script: &str) -> Outcome {
        let source = serde_json::json!({ "source": script });
        self.session
            .devtools("Page.addScriptToEvaluateOnNewDocument", source)
            .await?;
        Ok(())
    }

    // Seeing

    /// The value of a JavaScript expression.
    pub async fn value(&self, expression: &str) -> Outcome<Value> {
        let script = format!("return ({expression});");
        let value = self.session.client.execute(&script, Vec::new());
        self.session.answer(value).await
    }

    /// The value of an expression for a text; empty where it is none.
    pub async fn text(&self, expression: &str) -> Outcome<String> {
        let value = self.value(expression).await?;
        Ok(value.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until an expression holds.
    pub async fn wait_for(&self, expression: &str) -> Outcome {
        let started = Instant::now();
        loop {
            // While a page is being replaced, nothing can be asked of it.
            let value = self.value(expression).await;
            if matches!(&value, Ok(Value::Bool(true))) {
                return Ok(());
            }
            if started.elapsed() > PATIENCE {
                let page = self.text(SEEN).await.unwrap_or_default();
                return Err(format!("never came: {expression}; {value:?}; seen: {page}").into());
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Waits until the page has this heading.
    pub async fn sees(&self, heading: &str) -> Outcome {
        let heading = Value::from(heading);
        self.wait_for(&format!(
            "document.getElementById('title')?.textContent === {heading}"
        ))
        .await?;
        self.settles().await;
        Ok(())
    }

    /// Lets the app do what it does after it has drawn: on a busy machine Yew leaves it to a later
    /// task, and what is kept, the address and the focus follow what is seen.
    pub async fn settles(&self) {
        const LATER: &str = "const done = arguments[0]; setTimeout(() => setTimeout(done));";
        // A page that is being left needs no waiting for.
        let settled = self.session.client.execute_async(LATER, vec![]);
        let _ = self.session.answer(settled).await;
    }

    /// Waits until the page has a heading that begins like this.
    pub async fn sees_beginning(&self, heading: &str) -> Outcome {
        let heading = Value::from(heading);
        self.wait_for(&format!(
            "document.getElementById('title')?.textContent.startsWith({heading}) === true"
        ))
        .await
    }

    /// Waits until the page's view has this name.
    pub async fn sees_view(&self, name: &str) -> Outcome {
        self.wait_for(&format!(
            "document.getElementById('main')?.dataset.view === '{name}' && {DRAWN}"
        ))
        .await?;
        self.settles().await;
        Ok(())
    }

    /// Waits until the page says this somewhere, where it can be seen.
    pub async fn reads(&self, words: &str) -> Outcome {
        let words = Value::from(words);
        self.wait_for(&format!("document.body.innerText.includes({words})"))
            .await
    }

    /// Waits until what the selector selects shows these words. It needs no
    /// scripts in the page.
    pub async fn shows(&self, selector: &str, words: &str) -> Outcome {
        let element = self.session.client.wait().at_most(PATIENCE);
        let element = element.for_element(Locator::Css(selector)).await?;
        let text = element.text().await?;
        assert!(text.contains(words), "{selector} shows: {text}");
        Ok(())
    }

    /// Opens all that folds on the page but for what is to be shared, which would make a link.
    pub async fn unfolds(&self) -> Outcome {
        self.value("document.querySelectorAll('main details:not(#share)').forEach((each) => each.open = true)")
            .await?;
        self.settles().await;
        Ok(())
    }

    /// Wants to start again, and says so once more when asked.
    pub async fn starts_again(&self) -> Outcome {
        self.click_on("Start again").await?;
        self.focus_is_on("would-erase").await?;
        self.click_on("Erase and start again").await
    }

    /// Waits until the element with this id has the focus.
    pub async fn focus_is_on(&self, id: &str) -> Outcome {
        self.wait_for(&format!("document.activeElement?.id === '{id}'"))
            .await
    }

    /// The position of the option that is ticked.
    pub async fn ticked(&self) -> Outcome<Option<u64>> {
        let value = self.value("document.querySelector('input[name=answer]:checked')?.value");
        Ok(value.await?.as_str().and_then(|value| value.parse().ok()))
    }

    /// Waits until this option is the one that is ticked.
    pub async fn sees_ticked(&self, option: usize) -> Outcome {
        self.wait_for(&format!(
            "document.querySelector('input[name=answer]:checked')?.value === '{option}'"
        ))
        .await
    }

    /// The texts of all that the selector selects.
    pub async fn texts(&self, selector: &str) -> Outcome<Vec<String>> {
        let selector = Value::from(selector);
        let texts = self
            .value(&format!(
                "[...document.querySelectorAll({selector})].map((each) => each.textContent)"
            ))
            .await?;
        let text = |each: &Value| each.as_str().unwrap_or_default().to_owned();
        Ok(texts.as_array().into_iter().flatten().map(text).collect())
    }

    /// What the result page says.
    pub async fn reading(&self) -> Outcome<Reading> {
        self.wait_for("!!document.getElementById('fit')").await?;
        let traits = self
            .value(
                "[...document.querySelectorAll('.trait')].map((row) => row.dataset.trait + ' ' + \
                 row.querySelector('.trait__score')?.textContent)",
            )
            .await?;
        let text = |each: &Value| each.as_str().unwrap_or_default().to_owned();
        Ok(Reading {
            fit: self
                .text("document.getElementById('fit').textContent")
                .await?,
            range: self
                .text("document.getElementById('fit-range').textContent")
                .await?,
            traits: traits.as_array().into_iter().flatten().map(text).collect(),
        })
    }

    /// Everything that the device keeps, as pairs of name and value.
    pub async fn device(&self) -> Outcome<Value> {
        self.value("Object.entries(localStorage).sort()").await
    }

    /// The quiz that the device keeps.
    pub async fn kept(&self) -> Outcome<Option<String>> {
        let kept = self
            .value(&format!("localStorage.getItem('{KEPT}')"))
            .await?;
        Ok(kept.as_str().map(str::to_owned))
    }

    /// Puts a quiz on the device, as if it had been answered there before.
    pub async fn has(&self, quiz: &Quiz) -> Outcome {
        let name = match quiz.subject {
            Subject::Me => KEPT,
            Subject::Someone => "coder-fit:/someone",
        };
        self.store(name, &made::kept(quiz)).await
    }

    /// Puts something in place of the reader's own quiz on the device.
    pub async fn has_kept(&self, code: &str) -> Outcome {
        self.store(KEPT, code).await
    }

    /// Stores a value beside what the device keeps.
    pub async fn store(&self, name: &str, value: &str) -> Outcome {
        let (name, value) = (Value::from(name), Value::from(value));
        self.puts_in_storage(
            &format!("localStorage.setItem({name}, {value})"),
            &format!("localStorage.getItem({name}) === {value}"),
        )
        .await
    }

    /// Stores these names with their values, and nothing else.
    pub async fn stores(&self, entries: &[(String, String)]) -> Outcome {
        let entries: Map<_, _> = entries
            .iter()
            .map(|(name, value)| (name.clone(), Value::from(value.as_str())))
            .collect();
        let entries = Value::from(entries);
        self.puts_in_storage(
            &format!("(localStorage.clear(), Object.assign(localStorage, {entries}))"),
            &format!(
                "localStorage.length === Object.keys({entries}).length && Object.entries({entries})\
                 .every(([name, value]) => localStorage.getItem(name) === value)"
            ),
        )
        .await
    }

    /// From a page without the app, which would store others. WebKit stores in its own time and may
    /// lose what was stored right before a page is left, so it is stored until the next page finds
    /// it.
    async fn puts_in_storage(&self, put: &str, is_there: &str) -> Outcome {
        const PAGE: &str = "/scoring/";
        let started = Instant::now();
        loop {
            self.enter(PAGE).await?;
            if self.value(is_there).await? == true {
                return Ok(());
            }
            assert!(started.elapsed() < PATIENCE, "the device does not store");
            self.value(put).await?;
            if self.session.browser != Browser::Webkit {
                return Ok(());
            }
        }
    }

    // What holds at all times

    /// To be called before a page is left: what it had loaded came from us.
    async fn leave(&self) -> Outcome {
        if !self.settings.scripts {
            return Ok(());
        }
        let strangers = self
            .value(
                "performance.getEntriesByType('resource').map((entry) => entry.name)\
                 .filter((name) => !name.startsWith(location.origin + '/'))",
            )
            .await?;
        assert_eq!(strangers, Value::Array(Vec::new()), "from other origins");
        Ok(())
    }

    /// The content security policy had nothing to stop. To see that the browser
    /// would have told, one thing is done that it must stop.
    pub async fn check_policy(&self) -> Outcome {
        self.leave().await?;
        let provoked = if self.settings.scripts {
            self.value("new Image().src = 'data:,'").await?;
            self.site.provoke()
        } else {
            self.site.provoked()
        };
        let started = Instant::now();
        while self.site.reports() < provoked {
            assert!(started.elapsed() < PATIENCE, "the browser does not report");
            tokio::time::sleep(PAUSE).await;
        }
        assert_eq!(self.site.reports() - provoked, 0, "stopped by the policy");
        Ok(())
    }
}

/// What to say of a page on which something was missed.
const SEEN: &str = "document.title + ' | ' + location.hash.slice(0, 80) + ' | ' + \
     document.getElementById('main')?.innerText.slice(0, 300)";
