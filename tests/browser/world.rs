//! What a journey happens in: one browser, a site, and readers.

use std::any::{Any, type_name_of_val};
use std::cell::RefCell;
use std::error::Error;
use std::fs;
use std::future::poll_fn;
use std::io::{Write as _, stderr, stdout};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::pin::pin;
use std::rc::Rc;
use std::time::Duration;

use tokio::time::timeout;

use crate::driver::{Dead, Outcome, PATIENCE, Session, is_death};
use crate::reader::Reader;
use crate::settings::{Browser, Settings, USUAL};
use crate::site::Site;

/// One browser and what a journey has opened in it.
pub struct World {
    pub browser: Browser,
    pub site: Rc<Site>,
    journey: String,
    step: RefCell<String>,
    readers: RefCell<Vec<Reader>>,
}

impl World {
    /// Says what comes next, for the message of a failure.
    pub fn step(&self, step: impl Into<String>) {
        *self.step.borrow_mut() = step.into();
    }

    /// Whether a journey, or a part of it, can be made in this browser. If not, that is said:
    /// what is left out must not look as if it had passed.
    pub fn can(&self, can: bool, why_not: &str) -> bool {
        if !can {
            self.tell(&format!("left out, as {why_not}"));
        }
        can
    }

    /// Prints a line that is seen even if the journey comes to its end.
    pub fn tell(&self, line: &str) {
        announce(&format!(
            "{} in {}: {line}",
            self.journey,
            self.browser.name()
        ));
    }

    /// All of these in Chromium and every `nth` elsewhere, the first among them: long rows of what
    /// the program itself answers alike in every engine, once the engine brought it there.
    pub fn some<T>(&self, nth: usize, all: impl IntoIterator<Item = T>) -> impl Iterator<Item = T> {
        let nth = if self.browser == Browser::Chromium {
            1
        } else {
            nth
        };
        all.into_iter().step_by(nth)
    }

    /// As [`World::can`], for what Chromium's driver alone can do.
    pub fn can_only_in_chromium(&self, what: &str) -> bool {
        let why_not = format!("this driver cannot {what}");
        self.can(self.browser == Browser::Chromium, &why_not)
    }

    /// Somebody with a fresh profile.
    pub async fn reader(&self) -> Outcome<Reader> {
        self.reader_with(USUAL).await
    }

    pub async fn reader_with(&self, settings: Settings) -> Outcome<Reader> {
        self.reader_of(&self.site, settings).await
    }

    /// Somebody who visits another site than [`World::site`].
    pub async fn reader_of(&self, site: &Rc<Site>, settings: Settings) -> Outcome<Reader> {
        let session = Rc::new(Session::open(self.browser, settings).await?);
        let reader = Reader::new(session, Rc::clone(site), settings);
        self.readers.borrow_mut().push(reader.clone());
        Ok(reader)
    }

    /// A reader has closed the browser and is not asked at the end.
    pub fn gone(&self, reader: &Reader) {
        self.readers
            .borrow_mut()
            .retain(|each| !Rc::ptr_eq(&each.session, &reader.session));
    }

    fn readers(&self) -> Vec<Reader> {
        self.readers.borrow().clone()
    }

    /// What holds for every journey: nothing was sent, nothing came from
    /// elsewhere, and the content security policy had nothing to stop.
    async fn check(&self) -> Outcome {
        self.step("what holds for every journey");
        for reader in self.readers() {
            reader.check_policy().await?;
            let telling = reader.site.telling_requests();
            assert!(telling.is_empty(), "sent to the server: {telling:?}");
        }
        Ok(())
    }

    /// The death of a browser, if that is behind an error. Whether it still lives is asked, since
    /// a wait that ran out says nothing of why.
    async fn death(&self, error: &(dyn Error + 'static)) -> Option<Dead> {
        if let Some(Dead(how)) = error.downcast_ref() {
            return Some(Dead(how.clone()));
        }
        if let Some(error) = error.downcast_ref().filter(|error| is_death(error)) {
            return Some(Dead(format!("{error:?}")));
        }
        for reader in self.readers() {
            if let death @ Some(_) = reader.session.death().await {
                return death;
            }
        }
        None
    }

    /// Leaves a screenshot and the HTML of every reader. What cannot be had from
    /// a broken browser is left out.
    async fn save_evidence(&self, journey: &str) -> Outcome {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/output");
        fs::create_dir_all(&root)?;
        for (number, reader) in self.readers().into_iter().enumerate() {
            let name = format!("{journey}-{}-{}", self.browser.name(), number + 1);
            if let Ok(picture) = reader.session.client.screenshot().await {
                fs::write(root.join(format!("{name}.png")), picture)?;
            }
            if let Ok(html) = reader.session.client.source().await {
                fs::write(root.join(format!("{name}.html")), html)?;
            }
            println!("left in tests/browser/output: {name}");
        }
        Ok(())
    }
}

/// No journey takes as long as this, on the slowest of machines. WebKit's driver
/// now and then leaves a question unanswered while a page is being replaced.
const LIMIT: Duration = Duration::from_secs(600);

/// Runs a journey in every browser that is wanted.
pub fn journey(story: impl AsyncFn(&World) -> Outcome) {
    let name = name(type_name_of_val(&story));
    let failures: Vec<_> = Browser::wanted()
        .into_iter()
        .filter_map(|browser| run(&name, browser, &story).err())
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// `browser::links::damaged::{{closure}}` is the journey `links-damaged`.
fn name(of_type: &str) -> String {
    let path = of_type.replace("::{{closure}}", "");
    path.split("::").skip(1).collect::<Vec<_>>().join("-")
}

/// How often a journey begins anew after its browser died: often enough for a browser that
/// does so now and then, and too seldom for a site that brings it about.
const FRESH_BROWSERS: usize = 2;

fn run(
    name: &str,
    browser: Browser,
    story: &impl AsyncFn(&World) -> Outcome,
) -> Result<(), String> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let runtime = runtime.map_err(|error| error.to_string())?;
    let mut fresh_left = FRESH_BROWSERS;
    let mut unsteady: Option<String> = None;
    loop {
        match runtime.block_on(run_once(name, browser, story)) {
            Ok(()) => {
                if let Some(failure) = unsteady {
                    tell_unsteady(&failure);
                }
                return Ok(());
            }
            Err((failure, Some(Dead(how)))) if fresh_left > 0 => {
                fresh_left -= 1;
                announce(&format!("{failure}: the browser died ({how}); again"));
            }
            // A machine that is busy elsewhere, or a page that is unsteady itself: one failure
            // does not tell them apart. Two are the page's.
            Err((failure, _)) if unsteady.is_none() => {
                announce(&format!("{failure}: once more"));
                unsteady = Some(failure);
            }
            Err((failure, _)) => return Err(failure),
        }
    }
}

/// Says that a journey came to its end at the second try only, and what stopped it at the first.
/// `cargo xtask test` repeats these lines beside its count: none of them is to be got used to.
fn tell_unsteady(failure: &str) {
    let failure = failure.split_whitespace().collect::<Vec<_>>().join(" ");
    let _ = writeln!(stdout(), "unsteady: {failure}");
}

/// Prints a line past the runner, which keeps what a passing test prints to itself.
fn announce(line: &str) {
    // A journey can do without.
    let _ = writeln!(stderr(), "{line}");
}

/// Gives what went wrong, and whether that was the browser's death.
async fn run_once(
    name: &str,
    browser: Browser,
    story: &impl AsyncFn(&World) -> Outcome,
) -> Result<(), (String, Option<Dead>)> {
    let site = Site::start().map_err(|error| (error.to_string(), None))?;
    let world = World {
        browser,
        site: Rc::new(site),
        journey: name.to_owned(),
        step: RefCell::default(),
        readers: RefCell::default(),
    };
    let told = async {
        caught(story(&world)).await?;
        caught(world.check()).await
    };
    let outcome = timeout(LIMIT, told).await;
    let outcome = outcome.unwrap_or_else(|_| Err("it takes too long".into()));
    let death = match &outcome {
        Err(error) => world.death(&**error).await,
        Ok(()) => None,
    };
    // A browser that hangs is not waited for: it ends with its reader.
    let end = async {
        if outcome.is_err()
            && death.is_none()
            && let Err(error) = world.save_evidence(name).await
        {
            println!("no evidence is left: {error}");
        }
        for reader in world.readers() {
            reader.session.close().await;
        }
    };
    let _ = timeout(PATIENCE, end).await;
    outcome.map_err(|error| {
        let step = world.step.borrow();
        let failure = format!("{name} in {}, at \"{step}\": {error}", browser.name());
        (failure, death)
    })
}

/// What a story comes to, a panic of it included: browsers must be closed then
/// too.
async fn caught(story: impl Future<Output = Outcome>) -> Outcome {
    let mut story = pin!(story);
    poll_fn(|context| {
        let polled = catch_unwind(AssertUnwindSafe(|| story.as_mut().poll(context)));
        polled.unwrap_or_else(|panic| Err(message(&*panic).into()).into())
    })
    .await
}

fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = text.or_else(|| panic.downcast_ref::<String>().cloned());
    text.unwrap_or_else(|| "a panic".to_owned())
}
