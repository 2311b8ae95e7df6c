//! What a journey happens in: one browser, a site, and readers.

use std::any::{Any, type_name_of_val};
use std::cell::RefCell;
use std::fs;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::pin::pin;
use std::rc::Rc;
use std::time::Duration;

use tokio::time::timeout;

use crate::driver::{Outcome, PATIENCE, Session};
use crate::reader::Reader;
use crate::settings::{Browser, Settings, USUAL};
use crate::site::Site;

/// One browser and what a journey has opened in it.
pub struct World {
    pub browser: Browser,
    pub site: Rc<Site>,
    step: RefCell<String>,
    readers: RefCell<Vec<Reader>>,
}

impl World {
    /// Says what comes next, for the message of a failure.
    pub fn step(&self, step: impl Into<String>) {
        *self.step.borrow_mut() = step.into();
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

fn run(
    name: &str,
    browser: Browser,
    story: &impl AsyncFn(&World) -> Outcome,
) -> Result<(), String> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let runtime = runtime.map_err(|error| error.to_string())?;
    runtime.block_on(async {
        let world = World {
            browser,
            site: Rc::new(Site::start().map_err(|error| error.to_string())?),
            step: RefCell::default(),
            readers: RefCell::default(),
        };
        let told = async {
            caught(story(&world)).await?;
            caught(world.check()).await
        };
        let outcome = timeout(LIMIT, told).await;
        let outcome = outcome.unwrap_or_else(|_| Err("the browser does not answer".to_owned()));
        // A browser that hangs is not waited for: it ends with its reader.
        let end = async {
            if outcome.is_err()
                && let Err(error) = world.save_evidence(name).await
            {
                println!("no evidence is left: {error}");
            }
            for reader in world.readers() {
                reader.session.close().await;
            }
        };
        let _ = timeout(PATIENCE, end).await;
        let step = world.step.borrow();
        outcome.map_err(|error| format!("{name} in {}, at \"{step}\": {error}", browser.name()))
    })
}

/// What a story comes to, a panic of it included: browsers must be closed then
/// too.
async fn caught(story: impl Future<Output = Outcome>) -> Result<(), String> {
    let mut story = pin!(story);
    poll_fn(|context| {
        let polled = catch_unwind(AssertUnwindSafe(|| story.as_mut().poll(context)));
        match polled {
            Ok(poll) => poll.map_err(|error| error.to_string()),
            Err(panic) => Err(message(&*panic)).into(),
        }
    })
    .await
}

fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = text.or_else(|| panic.downcast_ref::<String>().cloned());
    text.unwrap_or_else(|| "a panic".to_owned())
}
