//! Which browser, and how it is set up.

use std::path::Path;

use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

/// A browser that the journeys can run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    Chromium,
    Firefox,
    Webkit,
}

impl Browser {
    /// The browsers of `CAREER_FIT_BROWSERS`; Chromium where it is not set.
    pub fn wanted() -> Vec<Self> {
        let names = std::env::var("CAREER_FIT_BROWSERS").unwrap_or_else(|_| "chromium".to_owned());
        let known = [Self::Chromium, Self::Firefox, Self::Webkit];
        let named = |name: &str| {
            known
                .into_iter()
                .find(|browser| browser.name() == name.trim())
        };
        names
            .split(',')
            .map(|name| named(name).unwrap_or_else(|| panic!("no browser is called {name:?}")))
            .collect()
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }
}

/// How a reader's browser is set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The width of the window in CSS pixels. Firefox and WebKit cannot make a
    /// narrow window; Firefox magnifies the page instead.
    pub width: u32,
    /// The reader wants dark pages.
    pub dark: bool,
    /// The system's few colours in place of the page's.
    pub forced_colours: bool,
    /// The reader wants more contrast. Chromium alone can be told so.
    pub more_contrast: bool,
    /// The reader wants no motion. Chromium alone can be told so.
    pub still: bool,
    /// JavaScript is on.
    pub scripts: bool,
    /// Pages may keep something on the device.
    pub storage: bool,
    /// Opening a page waits until all of it has loaded.
    pub waits_for_load: bool,
    /// Answers come faster than anyone can read.
    pub hasty: bool,
}

/// A wide window with everything on.
pub const USUAL: Settings = Settings {
    width: 1280,
    dark: false,
    forced_colours: false,
    more_contrast: false,
    still: false,
    scripts: true,
    storage: true,
    waits_for_load: true,
    hasty: false,
};

impl Settings {
    /// Whether the browser can be set up like this. WebKit's small browser has
    /// no switches.
    pub fn suit(self, browser: Browser) -> bool {
        let plain = !self.forced_colours && self.scripts && self.storage;
        browser != Browser::Webkit || plain
    }

    /// What is asked of a browser for these settings. Firefox has its profile in this folder; the
    /// others make one of their own.
    pub fn capabilities(self, browser: Browser, profile: &Path) -> Capabilities {
        let own = match browser {
            Browser::Chromium => json!({ "goog:chromeOptions": {
                "args": self.chromium_arguments(),
                "prefs": self.chromium_preferences(),
            } }),
            Browser::Firefox => json!({ "moz:firefoxOptions": {
                "args": ["-headless", "-width", "1280", "-height", "900", "-profile", profile],
                "prefs": self.firefox_preferences(),
            } }),
            Browser::Webkit => json!({ "webkitgtk:browserOptions": { "args": ["--automation"] } }),
        };
        let mut capabilities = Capabilities::new();
        let strategy = if self.waits_for_load {
            "normal"
        } else {
            "none"
        };
        capabilities.insert("pageLoadStrategy".to_owned(), json!(strategy));
        // WebKit's driver now and then waits for a page that it has, for five minutes by default.
        capabilities.insert("timeouts".to_owned(), json!({ "pageLoad": 60_000 }));
        if let Value::Object(own) = own {
            capabilities.extend(own);
        }
        capabilities
    }

    fn chromium_arguments(self) -> Vec<&'static str> {
        vec![
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // A window without tabs and buttons, which are pages of their own and start with it.
            "--app=data:,",
            "--window-size=1280,900",
        ]
    }

    fn chromium_preferences(self) -> Value {
        let setting = |on: bool| json!(if on { 1 } else { 2 });
        json!({
            "profile.managed_default_content_settings.javascript": setting(self.scripts),
            "profile.default_content_setting_values.cookies": setting(self.storage),
        })
    }

    fn firefox_preferences(self) -> Value {
        let mut preferences = json!({
            // It starts a quarter sooner without processes for pages that are never opened.
            "dom.ipc.processPrelaunch.enabled": false,
            "javascript.enabled": self.scripts,
            "layout.css.prefers-color-scheme.content-override": u8::from(!self.dark),
            "layout.css.devPixelsPerPx": (1280 / self.width).to_string(),
        });
        if self.forced_colours {
            preferences["browser.display.document_color_use"] = json!(2);
        }
        if !self.storage {
            preferences["network.cookie.cookieBehavior"] = json!(2);
        }
        preferences
    }
}
