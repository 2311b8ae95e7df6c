//! A slow phone on a slow line, with a fresh profile, and a hand that taps.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::time::{sleep, timeout};

use crate::driver::{Outcome, PATIENCE, Session};
use crate::settings::{Browser, Settings, USUAL};
use crate::sites::Site;

const PHONE: Settings = Settings {
    width: 412,
    waits_for_load: false,
    ..USUAL
};

/// How many times slower than on this machine scripts run.
const SLOWDOWN: u32 = 4;

/// The browser is asked seldom, because an answer costs the page time.
const PAUSE: Duration = Duration::from_millis(100);

/// How long a page is left alone when it is ready: what it still does by itself is over then.
const REST: Duration = Duration::from_secs(1);

pub struct Phone<'a> {
    session: Session,
    pub site: &'a Site,
    /// What each page said last, by the time at which it was opened.
    reports: BTreeMap<u64, Report>,
}

/// What a page has seen of itself.
#[derive(Clone, Debug)]
pub struct Report(Value);

impl Report {
    /// A number of it, if it came to that.
    pub fn number(&self, name: &str) -> Outcome<f64> {
        let number = self.0[name].as_f64();
        number.ok_or_else(|| format!("the page has no {name}: {}", self.0).into())
    }

    /// When each long task began, and how long it took, in milliseconds.
    pub fn long_tasks(&self) -> Vec<(f64, f64)> {
        let tasks = self.0["longTasks"].as_array().into_iter().flatten();
        tasks
            .filter_map(|task| Some((task[0].as_f64()?, task[1].as_f64()?)))
            .collect()
    }

    pub fn taps(&self) -> Vec<Tap> {
        let taps = self.0["taps"].as_array().into_iter().flatten();
        taps.map(|tap| Tap {
            chooses: tap["chooses"] == true,
            answered: tap["answered"] == true,
            time: tap["time"].as_f64().unwrap_or(f64::INFINITY),
        })
        .collect()
    }
}

/// A tap on an option, or on what leads to the next question.
#[derive(Clone, Copy, Debug)]
pub struct Tap {
    pub chooses: bool,
    /// The next frame had what the tap was for.
    pub answered: bool,
    /// Until that frame was painted, in milliseconds.
    pub time: f64,
}

impl<'a> Phone<'a> {
    pub async fn new(site: &'a Site) -> Outcome<Self> {
        Self::held(site, false).await
    }

    /// The phone of somebody who ticks an option as soon as there is one.
    pub async fn hasty(site: &'a Site) -> Outcome<Self> {
        Self::held(site, true).await
    }

    async fn held(site: &'a Site, hasty: bool) -> Outcome<Self> {
        let phone = Self {
            session: Session::open(Browser::Chromium, PHONE).await?,
            site,
            reports: BTreeMap::new(),
        };
        let source = format!(
            "{{ const SITE = {};\n{} }}",
            site.described(hasty),
            include_str!("observe.js")
        );
        for (method, parameters) in [
            ("Page.enable", json!({})),
            ("Performance.enable", json!({})),
            ("Network.enable", json!({})),
            // Lighthouse's slow 4G: 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up. The browser
            // can only delay whole requests and not each packet, so it is given, as by Lighthouse,
            // 3.75 times the delay for the handshakes, and nine tenths of the speed.
            (
                "Network.emulateNetworkConditions",
                json!({
                    "offline": false,
                    "latency": 150.0 * 3.75,
                    "downloadThroughput": 1_638_400.0 / 8.0 * 0.9,
                    "uploadThroughput": 750_000.0 / 8.0 * 0.9,
                }),
            ),
            (
                "Emulation.setCPUThrottlingRate",
                json!({ "rate": SLOWDOWN }),
            ),
            (
                "Page.addScriptToEvaluateOnNewDocument",
                json!({ "source": source }),
            ),
        ] {
            phone.devtools(method, parameters).await?;
        }
        // A browser is busy with itself when it has just started.
        sleep(REST).await;
        Ok(phone)
    }

    /// Opens a page, and waits until it has done what it does by itself.
    pub async fn open(&mut self, path: &str) -> Outcome<Report> {
        let url = json!({ "url": self.site.url(path) });
        self.devtools("Page.navigate", url).await?;
        self.arrive().await
    }

    /// Waits until the page has done what it does by itself.
    pub async fn arrive(&mut self) -> Outcome<Report> {
        // A page that is being left would answer too.
        sleep(PAUSE).await;
        self.wait_for(&format!(
            "document.readyState === 'complete' && ({})",
            self.site.ready
        ))
        .await?;
        sleep(REST).await;
        self.report().await
    }

    /// What the page says of itself now.
    pub async fn report(&mut self) -> Outcome<Report> {
        let report = Report(self.value("bench.report()").await?);
        let origin = report.number("origin")?;
        self.reports.insert(origin.to_bits(), report.clone());
        Ok(report)
    }

    /// What each page said last.
    pub fn reports(&self) -> impl Iterator<Item = &Report> {
        self.reports.values()
    }

    /// How long the main thread has worked, in milliseconds.
    pub async fn work(&self) -> Outcome<f64> {
        let metrics = self.devtools("Performance.getMetrics", json!({})).await?;
        let mut metrics = metrics["metrics"].as_array().into_iter().flatten();
        let metric = metrics.find(|metric| metric["name"] == "TaskDuration");
        let seconds = metric.and_then(|metric| metric["value"].as_f64());
        Ok(1000.0 * seconds.ok_or("the browser does not measure its work")?)
    }

    /// Taps on what the selector selects, and waits until the next frame is painted.
    pub async fn tap(&self, selector: &str, index: usize) -> Outcome {
        self.tap_away(selector, index).await?;
        self.value("bench.painted()").await?;
        Ok(())
    }

    /// Taps on what leads to another page.
    pub async fn tap_away(&self, selector: &str, index: usize) -> Outcome {
        let selector = Value::from(selector);
        let place = self
            .value(&format!("bench.place({selector}, {index})"))
            .await?;
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({
                "type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1,
            });
            self.devtools("Input.dispatchMouseEvent", event).await?;
        }
        Ok(())
    }

    /// A command of the browser's own, which may be given no answer for good.
    async fn devtools(&self, method: &'static str, parameters: Value) -> Outcome<Value> {
        let answer = timeout(PATIENCE, self.session.devtools(method, parameters)).await;
        answer.map_err(|_| format!("the browser does not answer: {method}"))?
    }

    /// Waits until an expression holds, or what it promises.
    pub async fn wait_for(&self, expression: &str) -> Outcome {
        let started = Instant::now();
        loop {
            // While a page is being replaced, nothing can be asked of it.
            let value = self.value(expression).await;
            if matches!(value, Ok(Value::Bool(true))) {
                return Ok(());
            }
            if started.elapsed() > PATIENCE {
                let seen = self.value("document.body.innerText").await;
                return Err(format!("never came: {expression}; {value:?}; seen: {seen:?}").into());
            }
            sleep(PAUSE).await;
        }
    }

    /// The value of an expression, or what it promises. WebDriver's own way would have the page run
    /// scripts of the driver's.
    async fn value(&self, expression: &str) -> Outcome<Value> {
        let question = json!({
            "expression": expression, "returnByValue": true, "awaitPromise": true,
        });
        let answer = self.devtools("Runtime.evaluate", question).await?;
        match answer.get("exceptionDetails") {
            Some(details) => Err(format!("{expression}: {details}").into()),
            None => Ok(answer["result"]["value"].clone()),
        }
    }

    pub async fn put_away(self) {
        self.session.close().await;
    }
}
