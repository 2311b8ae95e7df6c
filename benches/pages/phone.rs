//! A slow phone on a slow line, with a fresh profile, and a hand that taps.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::time::sleep;

use crate::driver::{Outcome, PATIENCE, Session};
use crate::settings::{Browser, Settings, USUAL};
use crate::sites::Site;

const PHONE: Settings = Settings {
    width: 412,
    waits_for_load: false,
    ..USUAL
};

/// The browser is asked seldom, because an answer costs the page time.
const PAUSE: Duration = Duration::from_millis(100);

/// How long a page is left alone when it is ready: what it still does by itself is over then.
const REST: Duration = Duration::from_secs(1);

pub struct Phone<'a> {
    session: Session,
    site: &'a Site,
    /// What each page said last, by the time at which it was opened.
    reports: BTreeMap<u64, Value>,
}

impl<'a> Phone<'a> {
    /// A phone; that of a hasty reader ticks an option as soon as there is one.
    pub async fn new(site: &'a Site, hasty: bool) -> Outcome<Self> {
        let phone = Self {
            session: Session::open(Browser::Chromium, PHONE).await?,
            site,
            reports: BTreeMap::new(),
        };
        let known = json!({ "option": site.option, "hasty": hasty });
        let observe = include_str!("observe.js");
        let source = format!("{{ const SITE = {known};\n{observe} }}");
        // Lighthouse's slow 4G: 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up. The browser can
        // only delay whole requests and not each packet, so it is given, as by Lighthouse, 3.75 times
        // the delay for the handshakes, and nine tenths of the speed.
        let line = json!({
            "offline": false,
            "latency": 150.0 * 3.75,
            "downloadThroughput": 1_638_400.0 / 8.0 * 0.9,
            "uploadThroughput": 750_000.0 / 8.0 * 0.9,
        });
        for (method, parameters) in [
            ("Page.enable", json!({})),
            ("Network.enable", json!({})),
            ("Network.emulateNetworkConditions", line),
            ("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })),
            (
                "Page.addScriptToEvaluateOnNewDocument",
                json!({ "source": source }),
            ),
        ] {
            phone.session.devtools(method, parameters).await?;
        }
        // A browser is busy with itself when it has just started.
        sleep(REST).await;
        Ok(phone)
    }

    /// Opens a page, and waits as [`Phone::arrive`] does.
    pub async fn open(&mut self, path: &str) -> Outcome {
        let url = json!({ "url": self.site.url(path) });
        self.session.devtools("Page.navigate", url).await?;
        self.arrive(self.site.ready).await
    }

    /// Waits until a page is there of which this holds, and has done what it does by itself.
    pub async fn arrive(&mut self, holds: &str) -> Outcome {
        // A page that is being left would answer too.
        sleep(PAUSE).await;
        self.wait_for(holds).await?;
        sleep(REST).await;
        self.report().await
    }

    /// Takes down what the page says of itself now.
    pub async fn report(&mut self) -> Outcome {
        let report = self.value("bench.report()").await?;
        let origin = report["origin"].as_f64().ok_or("no page")?;
        self.reports.insert(origin.to_bits(), report);
        Ok(())
    }

    /// All numbers of this name that the pages have come to, alone or in lists.
    pub fn all(&self, name: &str) -> Vec<f64> {
        let of_page = |page: &Value| match &page[name] {
            Value::Array(numbers) => numbers.iter().filter_map(Value::as_f64).collect(),
            number => Vec::from_iter(number.as_f64()),
        };
        self.reports.values().flat_map(of_page).collect()
    }

    /// The number of this name on the first page that has it.
    pub fn first(&self, name: &str) -> Outcome<f64> {
        let number = self.all(name).first().copied();
        number.ok_or_else(|| format!("no page has {name}").into())
    }

    /// Whether a question is on the screen.
    pub async fn is_asked(&self) -> Outcome<bool> {
        let asked = self.value("bench.asks()").await?;
        asked.as_bool().ok_or_else(|| "no page".into())
    }

    /// Chooses an option and goes on, each time when the frame before it is painted. Where there are
    /// fewer options, they are counted on from the first one.
    pub async fn answer(&self, option: usize) -> Outcome {
        for (selector, index) in [(self.site.option, option), (self.site.next, 0)] {
            self.tap(selector, index).await?;
            self.value("bench.painted").await?;
        }
        Ok(())
    }

    /// Taps as a finger does. The driver's own clicks would run scripts in the page, which would count
    /// as the page's work.
    pub async fn tap(&self, selector: &str, index: usize) -> Outcome {
        let place = format!("bench.place({}, {index})", Value::from(selector));
        let place = self.value(&place).await?;
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({
                "type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1,
            });
            self.session
                .devtools("Input.dispatchMouseEvent", event)
                .await?;
        }
        Ok(())
    }

    async fn wait_for(&self, expression: &str) -> Outcome {
        let started = Instant::now();
        loop {
            // While a page is being replaced, nothing can be asked of it.
            let value = self.value(expression).await;
            if matches!(value, Ok(Value::Bool(true))) {
                return Ok(());
            }
            if started.elapsed() > PATIENCE {
                return Err(format!("never came: {expression}; {value:?}").into());
            }
            sleep(PAUSE).await;
        }
    }

    /// The value of an expression, or what it promises.
    async fn value(&self, expression: &str) -> Outcome<Value> {
        let question = json!({
            "expression": expression, "returnByValue": true, "awaitPromise": true,
        });
        let answer = self.session.devtools("Runtime.evaluate", question).await?;
        match answer.get("exceptionDetails") {
            Some(details) => Err(format!("{expression}: {details}").into()),
            None => Ok(answer["result"]["value"].clone()),
        }
    }
}
