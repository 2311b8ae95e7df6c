//! A driver, the browser behind it, and the end of both.

use std::env;
use std::error::Error;
use std::fmt;
use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
#[cfg(unix)]
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{self, Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::error::{CmdError, ErrorStatus};
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::time::timeout;
use url::{ParseError, Url};

use crate::profile;
use crate::settings::{Browser, Settings, USUAL};

/// Everything that a step of a journey gives, or what went wrong with it.
pub type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// How long anything may take. It is long because small machines are slow; what
/// is there is seen at once.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// No single command takes longer, on the busiest machine.
const ANSWER: Duration = Duration::from_secs(60);

/// How long to wait before looking again.
pub const PAUSE: Duration = Duration::from_millis(15);

/// A browser with a profile of its own, and the driver that it hangs on. Every
/// session has its own driver, because not all drivers can lead two browsers.
pub struct Session {
    pub client: Client,
    pub browser: Browser,
    // Last, because it ends the browser.
    _driver: Driver,
}

impl Session {
    pub async fn open(browser: Browser, settings: Settings) -> Outcome<Self> {
        let driver = Driver::start(browser).await?;
        let profile = driver.folder.join("profile");
        if browser == Browser::Firefox {
            profile::put_into(&profile).await?;
        }
        let opened = Self::open_with(driver, browser, settings, &profile).await;
        // Nothing of the site was asked for yet.
        opened.map_err(|error| Dead(error.to_string()).into())
    }

    /// Opens Firefox with this profile, which it changes.
    pub async fn open_in(profile: &Path) -> Outcome<Self> {
        let browser = Browser::Firefox;
        let driver = Driver::start(browser).await?;
        Self::open_with(driver, browser, USUAL, profile).await
    }

    async fn open_with(
        driver: Driver,
        browser: Browser,
        settings: Settings,
        profile: &Path,
    ) -> Outcome<Self> {
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(settings.capabilities(browser, profile))
            .connect(&driver.address)
            .await?;
        let session = Self {
            client,
            browser,
            _driver: driver,
        };
        session.set_up(settings).await?;
        Ok(session)
    }

    /// What cannot be asked for before the browser has started.
    async fn set_up(&self, settings: Settings) -> Outcome {
        if self.browser != Browser::Chromium {
            self.client
                .set_window_size(settings.width.max(500), 900)
                .await?;
            return Ok(());
        }
        self.look(settings).await
    }

    /// Sets up how pages look, for those that are open too. Chromium alone can.
    pub async fn look(&self, settings: Settings) -> Outcome {
        // Its windows are at least 500 pixels wide.
        let size = json!({
            "width": settings.width, "height": 900, "deviceScaleFactor": 1, "mobile": false,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", size)
            .await?;
        let features: Vec<_> = [
            ("prefers-color-scheme", settings.dark, ["light", "dark"]),
            ("forced-colors", settings.forced_colours, ["none", "active"]),
            (
                "prefers-contrast",
                settings.more_contrast,
                ["no-preference", "more"],
            ),
            (
                "prefers-reduced-motion",
                settings.still,
                ["no-preference", "reduce"],
            ),
        ]
        .into_iter()
        .map(|(name, on, [off_value, on_value])| {
            json!({ "name": name, "value": if on { on_value } else { off_value } })
        })
        .collect();
        self.devtools(
            "Emulation.setEmulatedMedia",
            json!({ "features": features }),
        )
        .await?;
        Ok(())
    }

    /// A command of Chromium's own.
    pub async fn devtools(&self, method: &'static str, parameters: Value) -> Outcome<Value> {
        Ok(self
            .client
            .issue_cmd(DevTools { method, parameters })
            .await?)
    }

    /// What a command comes to. A browser that hangs is not waited for as long as a journey may
    /// take.
    pub async fn answer<T>(
        &self,
        command: impl Future<Output = Result<T, CmdError>>,
    ) -> Outcome<T> {
        let answer = timeout(ANSWER, command).await;
        Ok(answer.map_err(|_| "the browser does not answer")??)
    }

    /// What has become of the browser, or of its driver, if it no longer answers. A page is
    /// asked, as drivers answer for browsers in which nothing moves any more.
    pub async fn death(&self) -> Option<Dead> {
        let answer = self.client.execute("return true", Vec::new());
        match timeout(PATIENCE, answer).await {
            Err(_) => Some(Dead("it does not answer".to_owned())),
            Ok(Err(error)) if is_death(&error) => Some(Dead(error.to_string())),
            Ok(_) => None,
        }
    }

    /// Closes the browser. That it is already gone is no trouble.
    pub async fn close(&self) {
        let _ = self.client.clone().close().await;
    }
}

/// A browser or its driver is gone, and how that was seen. It says nothing about the site.
#[derive(Debug)]
pub struct Dead(pub String);

impl fmt::Display for Dead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for Dead {}

/// Whether a driver's answer, or that there is none, means that nothing can be asked any more.
/// Firefox says that it is out of memory, with much of it free, when it could not make the place
/// where it runs what a driver asks. WebKit's driver answers with an error that has no words when
/// it lost sight of a page; of an element that is not there it says so by the error's kind.
pub fn is_death(error: &CmdError) -> bool {
    match error {
        CmdError::Standard(answer) => match answer.error {
            ErrorStatus::InvalidSessionId => true,
            ErrorStatus::NoSuchElement
            | ErrorStatus::StaleElementReference
            | ErrorStatus::ElementClickIntercepted
            | ErrorStatus::ElementNotInteractable => false,
            _ => answer.message.is_empty() || answer.message.contains("NS_ERROR_OUT_OF_MEMORY"),
        },
        CmdError::Failed(_) | CmdError::FailedC(_) | CmdError::Lost(_) => true,
        _ => false,
    }
}

/// A running driver program. Dropping it ends the program, and with it what it
/// has started.
struct Driver {
    program: Child,
    /// Where driver and browser keep their profile.
    folder: PathBuf,
    address: String,
}

impl Driver {
    async fn start(browser: Browser) -> Outcome<Self> {
        // Another program may take the port before the driver does.
        let mut attempts = 3;
        loop {
            attempts -= 1;
            match Self::start_once(browser).await {
                Err(error) if attempts == 0 => return Err(error),
                Err(_) => {}
                started => return started,
            }
        }
    }

    async fn start_once(browser: Browser) -> Outcome<Self> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
            .local_addr()?
            .port();
        // A long path would be too long for Chromium's sockets.
        let folder = env::temp_dir().join(format!("career-fit-{}-{port}", process::id()));
        fs::create_dir_all(&folder)?;
        let mut command = command(browser, port);
        command.env("TMPDIR", &folder);
        #[cfg(unix)]
        command.process_group(0);
        let program = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("the driver of {}: {error}", browser.name()))?;
        let address = format!("http://{}:{port}", Ipv4Addr::LOCALHOST);
        let mut driver = Self {
            program,
            folder,
            address,
        };
        let started = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if let Some(status) = driver.program.try_wait()? {
                return Err(format!("the driver of {} ended: {status}", browser.name()).into());
            }
            if started.elapsed() > PATIENCE {
                return Err(format!("the driver of {} does not answer", browser.name()).into());
            }
            tokio::time::sleep(PAUSE).await;
        }
        Ok(driver)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // A negative number stands for the driver and all that it has started.
        let group = format!("kill -9 -{}", self.program.id());
        let mut kill = Command::new("sh");
        // They may have ended by themselves.
        let _ = kill.args(["-c", &group]).stderr(Stdio::null()).status();
        let _ = self.program.kill();
        let _ = self.program.wait();
        // What a browser that is just ending still writes stays behind.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The command line of a driver.
fn command(browser: Browser, port: u16) -> Command {
    let program =
        |variable: &str, usual: &str| env::var_os(variable).unwrap_or_else(|| usual.into());
    match browser {
        Browser::Chromium => {
            let mut command = Command::new(program("CHROMEDRIVER", "chromedriver"));
            command.arg(format!("--port={port}"));
            command
        }
        Browser::Firefox => {
            let mut command = Command::new(program("GECKODRIVER", "geckodriver"));
            command.args(["--port", &port.to_string()]);
            command
        }
        Browser::Webkit => {
            // WebKit's small browser has no headless mode.
            let mut command = Command::new("xvfb-run");
            // A display of its own: two that look for a free one may find the
            // same. Displays have fewer numbers than ports.
            command.arg(format!("--server-num={}", port.saturating_sub(10_000)));
            command.arg(program("WEBKITWEBDRIVER", "WebKitWebDriver"));
            command.arg(format!("--port={port}"));
            command
        }
    }
}

#[derive(Debug)]
struct DevTools {
    method: &'static str,
    parameters: Value,
}

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!(
            "session/{}/goog/cdp/execute",
            session.unwrap_or_default()
        ))
    }

    fn method_and_body(&self, _: &Url) -> (http::Method, Option<String>) {
        let body = json!({ "cmd": self.method, "params": self.parameters });
        (http::Method::POST, Some(body.to_string()))
    }
}
