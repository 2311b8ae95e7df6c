//! The browsers that the tests drive, their drivers, and the test tools from npm.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::str::FromStr;

use anyhow::Result;

use crate::needs::Need;
use crate::oracle;
use crate::packages::{Program, Programs};
use crate::shell::{Shell, run};
use crate::steps::Length;
use crate::tools::CargoTool;

/// A browser that can be driven through WebDriver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    Chromium,
    Firefox,
    Webkit,
}

impl Browser {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// The environment variable that tells tests where the driver is.
    pub fn variable(self) -> &'static str {
        match self {
            Self::Chromium => "CHROMEDRIVER",
            Self::Firefox => "GECKODRIVER",
            Self::Webkit => "WEBKITWEBDRIVER",
        }
    }

    /// The browser itself, if it is on `PATH`.
    pub fn program(self, shell: &Shell) -> Option<PathBuf> {
        shell.find(match self {
            Self::Chromium => &["chromium", "chromium-browser", "google-chrome", "chrome"],
            Self::Firefox => &["firefox", "firefox-esr"],
            // The driver starts its own small browser, which needs a display.
            Self::Webkit => &["xvfb-run"],
        })
    }

    /// Its driver: the user's choice, or the first one found.
    pub fn driver(self, shell: &Shell) -> Option<PathBuf> {
        let names: &[&str] = match self {
            Self::Chromium => &["chromedriver", "chromium.chromedriver"],
            Self::Firefox => &["geckodriver"],
            Self::Webkit => &["WebKitWebDriver"],
        };
        env::var_os(self.variable())
            .map(PathBuf::from)
            .or_else(|| shell.find(names))
    }

    /// How it comes from the system's packages. Debian has no package of Firefox's driver.
    pub fn packaged(self) -> Program {
        // Only on Linux are browsers on PATH. Elsewhere their drivers know where they are.
        fn there(browser: Browser, shell: &Shell) -> bool {
            !cfg!(target_os = "linux") || browser.program(shell).is_some()
        }
        match self {
            Self::Chromium => Program {
                name: "Chromium and its driver",
                apt: &[
                    "chromium chromium-driver",
                    "chromium-browser chromium-chromedriver",
                ],
                dnf: "chromium chromedriver",
                brew: "google-chrome chromedriver",
                met: |shell| there(Self::Chromium, shell) && Self::Chromium.driver(shell).is_some(),
            },
            Self::Firefox => Program {
                name: "Firefox",
                apt: &["firefox-esr", "firefox"],
                dnf: "firefox",
                brew: "firefox",
                met: |shell| there(Self::Firefox, shell),
            },
            Self::Webkit => Program {
                name: "WebKit's driver and a display for it",
                apt: &["webkit2gtk-driver xvfb xauth"],
                dnf: "webkitgtk6.0 xorg-x11-server-Xvfb xorg-x11-xauth",
                brew: "",
                met: |shell| {
                    Self::Webkit.program(shell).is_some()
                        && Self::Webkit.driver(shell).is_some()
                        && shell.find(&["xauth"]).is_some()
                },
            },
        }
    }
}

impl FromStr for Browser {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let known = Self::ALL.into_iter().find(|browser| browser.name() == name);
        known.ok_or_else(|| format!("\"{name}\" is none of chromium, firefox, webkit"))
    }
}

/// What the tests with these browsers need, besides what building needs.
pub fn for_testing(shell: &mut Shell, browsers: &[Browser]) -> Result<Vec<Box<dyn Need>>> {
    let mut programs: Vec<_> = browsers.iter().map(|browser| browser.packaged()).collect();
    programs.extend([NODE, JAVA, oracle::PYTHON]);
    let mut needs: Vec<Box<dyn Need>> = vec![Box::new(Programs(programs)), Box::new(NpmPackages)];
    if browsers.contains(&Browser::Firefox) && Browser::Firefox.driver(shell).is_none() {
        // Any version of the driver would do; this one is known to compile.
        let driver = CargoTool {
            package: "geckodriver",
            version: "0.37.1".to_owned(),
            programs: &["geckodriver"],
            flags: "",
            opt_level: "0",
            minutes: 2,
        };
        driver.prefer_ours(shell)?;
        needs.push(Box::new(driver));
    }
    Ok(needs)
}

/// What Lighthouse and the benchmarks need, besides what building needs.
pub fn for_measuring() -> [Box<dyn Need>; 2] {
    let programs = vec![Browser::Chromium.packaged(), NODE];
    [Box::new(Programs(programs)), Box::new(NpmPackages)]
}

/// Where the browser tests' own tools from npm are.
pub const TEST_TOOLS: &str = "tests/browser";
const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

const NODE: Program = Program {
    name: "Node.js and npm",
    apt: &["nodejs npm"],
    dnf: "nodejs nodejs-npm",
    brew: "node",
    met: |shell| shell.succeeds("node --version") && shell.succeeds(&format!("{NPM} --version")),
};

/// What the HTML checker runs on.
const JAVA: Program = Program {
    name: "a Java runtime",
    apt: &["default-jre-headless"],
    dnf: "java-latest-openjdk-headless",
    brew: "openjdk",
    met: |shell| shell.succeeds("java -version"),
};

/// The test tools that npm installs from their lock file.
struct NpmPackages;

impl Need for NpmPackages {
    fn met(&self, shell: &Shell) -> bool {
        let changed = |file: &str| {
            let file = shell.file(TEST_TOOLS).join(file);
            fs::metadata(file).and_then(|data| data.modified()).ok()
        };
        // npm writes the second file when it is done.
        match (
            changed("package-lock.json"),
            changed("node_modules/.package-lock.json"),
        ) {
            (Some(wanted), Some(installed)) => installed >= wanted,
            _ => false,
        }
    }

    fn task(&self, _: &Shell) -> String {
        format!("installing the test tools of {TEST_TOOLS} from npm")
    }

    fn length(&self) -> Length {
        // As long as the system's packages take, so that it is not sorted before npm itself.
        Length::Minutes(2)
    }

    fn obstacle(&self, _: &Shell) -> Option<String> {
        None
    }

    fn install(&self, shell: &Shell) -> Result<()> {
        // Install scripts of test tools tend to download browsers; these tests bring their own.
        let mut npm = shell.words(&format!("{NPM} ci --ignore-scripts --no-audit --no-fund"));
        run(npm.current_dir(shell.file(TEST_TOOLS)))
    }
}

/// The Nu HTML checker over every page of `dist/`. It reads policies without hashes and warns of
/// what they allow, so only its errors count. It does not know `vector-effect`, a property of
/// drawings, nor containers and their units, which every browser has.
pub fn html_checker(shell: &Shell) -> Command {
    let jar = format!("{TEST_TOOLS}/node_modules/vnu-jar/build/dist/vnu.jar");
    shell.words(&format!(
        "java -jar {jar} --errors-only --filterpattern \
         .*(vector-effect|container-type|Unknown.dimension).* --skip-non-html dist"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_known_by_name() {
        for browser in Browser::ALL {
            assert_eq!(browser.name().parse(), Ok(browser));
        }
        assert!("netscape".parse::<Browser>().is_err());
    }
}
