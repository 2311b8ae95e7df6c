//! The browsers that the tests drive, their drivers, and the test tools from npm.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::str::FromStr;

use anyhow::{Result, anyhow, bail};

use crate::shell::{Shell, run};
use crate::tools::{CargoTool, Need};

/// A browser that can be driven through WebDriver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    Chromium,
    Firefox,
    Webkit,
}

/// How systems name what belongs to a browser.
struct Names {
    browser: &'static str,
    programs: &'static [&'static str],
    drivers: &'static [&'static str],
    /// The environment variable in which tests look for the driver.
    variable: &'static str,
    /// Debian's packages, then Ubuntu's if they differ.
    packages: &'static [&'static str],
    elsewhere: &'static str,
}

impl Browser {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    fn names(self) -> &'static Names {
        match self {
            Self::Chromium => &Names {
                browser: "chromium",
                programs: &["chromium", "chromium-browser", "google-chrome", "chrome"],
                drivers: &["chromedriver", "chromium.chromedriver"],
                variable: "CHROMEDRIVER",
                packages: &[
                    "chromium chromium-driver",
                    "chromium-browser chromium-chromedriver",
                ],
                elsewhere: "Fedora: sudo dnf install chromium chromedriver; \
                            macOS: brew install --cask google-chrome chromedriver",
            },
            Self::Firefox => &Names {
                browser: "firefox",
                programs: &["firefox", "firefox-esr"],
                drivers: &["geckodriver"],
                variable: "GECKODRIVER",
                packages: &["firefox-esr", "firefox"],
                elsewhere: "Fedora: sudo dnf install firefox; macOS: brew install --cask firefox",
            },
            Self::Webkit => &Names {
                browser: "webkit",
                // The driver starts its own small browser, which needs a display.
                programs: &["xvfb-run"],
                drivers: &["WebKitWebDriver"],
                variable: "WEBKITWEBDRIVER",
                packages: &["webkit2gtk-driver xvfb xauth"],
                elsewhere: "Fedora: sudo dnf install webkitgtk6.0 xorg-x11-server-Xvfb",
            },
        }
    }

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        self.names().browser
    }

    /// The environment variable that tells tests where the driver is.
    pub fn variable(self) -> &'static str {
        self.names().variable
    }

    /// The browser itself, if it is on `PATH`.
    pub fn program(self, shell: &Shell) -> Option<PathBuf> {
        shell.find(self.names().programs)
    }

    /// Its driver: the user's choice, or the first one found.
    pub fn driver(self, shell: &Shell) -> Option<PathBuf> {
        env::var_os(self.variable())
            .map(PathBuf::from)
            .or_else(|| shell.find(self.names().drivers))
    }
}

impl FromStr for Browser {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let known = Self::ALL.into_iter().find(|browser| browser.name() == name);
        known.ok_or_else(|| format!("\"{name}\" is none of chromium, firefox, webkit"))
    }
}

impl Need for Browser {
    fn met(&self, shell: &Shell) -> bool {
        // Elsewhere than on Linux browsers aren't on PATH; their drivers know where they are.
        let elsewhere = !cfg!(target_os = "linux");
        (elsewhere || self.program(shell).is_some()) && self.driver(shell).is_some()
    }

    fn task(&self) -> String {
        format!("installing {} and its driver", self.name())
    }

    fn install(&self, shell: &Shell) -> Result<()> {
        let Names {
            packages,
            elsewhere,
            ..
        } = self.names();
        apt_install(shell, packages).map_err(|error| {
            let packages = packages.join(", or ");
            anyhow!(
                "{error:#}. Install it yourself and run this again. \
                 Debian and Ubuntu: sudo apt-get install {packages}; {elsewhere}"
            )
        })
    }
}

/// What the tests with these browsers need, besides what building needs.
pub fn for_testing(shell: &mut Shell, browsers: &[Browser]) -> Result<Vec<Box<dyn Need>>> {
    let mut needs: Vec<Box<dyn Need>> = Vec::new();
    // Firefox's driver isn't among Debian's packages; any version will do.
    if browsers.contains(&Browser::Firefox) && Browser::Firefox.driver(shell).is_none() {
        let driver = CargoTool {
            package: "geckodriver",
            version: "0.37.1".to_owned(),
            programs: &["geckodriver"],
            flags: "",
        };
        driver.prefer_ours(shell)?;
        needs.push(Box::new(driver));
    }
    for &browser in browsers {
        needs.push(Box::new(browser));
    }
    if shell.file(TEST_TOOLS).join("package.json").is_file() {
        needs.extend(npm_tools());
        needs.push(Box::new(Java));
    }
    Ok(needs)
}

/// The test tools from npm, and npm.
pub fn npm_tools() -> [Box<dyn Need>; 2] {
    [Box::new(Npm), Box::new(TestTools)]
}

/// Where the browser tests' own tools from npm are.
pub const TEST_TOOLS: &str = "tests/browser";
const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

struct Npm;

impl Need for Npm {
    fn met(&self, shell: &Shell) -> bool {
        shell.succeeds(&format!("{NPM} --version"))
    }

    fn task(&self) -> String {
        "installing Node.js and npm".to_owned()
    }

    fn install(&self, shell: &Shell) -> Result<()> {
        apt_install(shell, &["nodejs npm"]).map_err(|error| {
            anyhow!(
                "{error:#}. Install them yourself and run this again. \
                 Debian and Ubuntu: sudo apt-get install nodejs npm; \
                 Fedora: sudo dnf install nodejs; macOS: brew install node"
            )
        })
    }
}

struct TestTools;

impl Need for TestTools {
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

    fn task(&self) -> String {
        format!("installing the test tools of {TEST_TOOLS} from npm")
    }

    fn install(&self, shell: &Shell) -> Result<()> {
        // Install scripts of test tools tend to download browsers; these tests bring their own.
        let mut npm = shell.words(&format!("{NPM} ci --ignore-scripts --no-audit --no-fund"));
        run(npm.current_dir(shell.file(TEST_TOOLS)))
    }
}

/// What the HTML checker runs on.
struct Java;

impl Need for Java {
    fn met(&self, shell: &Shell) -> bool {
        shell.succeeds("java -version")
    }

    fn task(&self) -> String {
        "installing a Java runtime for the HTML checker".to_owned()
    }

    fn install(&self, shell: &Shell) -> Result<()> {
        apt_install(shell, &["default-jre-headless"]).map_err(|error| {
            anyhow!(
                "{error:#}. Install it yourself and run this again. \
                 Debian and Ubuntu: sudo apt-get install default-jre-headless; \
                 Fedora: sudo dnf install java-latest-openjdk-headless; macOS: brew install openjdk"
            )
        })
    }
}

/// The Nu HTML checker over every page of `dist/`. It reads policies without hashes and warns of
/// what they allow, so only its errors count.
pub fn html_checker(shell: &Shell) -> Command {
    let jar = format!("{TEST_TOOLS}/node_modules/vnu-jar/build/dist/vnu.jar");
    shell.words(&format!(
        "java -jar {jar} --errors-only --skip-non-html dist"
    ))
}

/// Installs the first of these groups of packages that the system has, as root on Debian, Ubuntu
/// and their kin. Nobody's password is asked for, and no other system is touched.
fn apt_install(shell: &Shell, groups: &[&str]) -> Result<()> {
    let root = shell.read("id -u").is_some_and(|id| id.trim() == "0");
    if shell.find(&["apt-get"]).is_none() || !root {
        bail!("only root on Debian or Ubuntu can have it installed from here");
    }
    let apt = |line: &str| run(shell.words(line).env("DEBIAN_FRONTEND", "noninteractive"));
    apt("apt-get update")?;
    let known = groups.iter().find(|group| {
        shell.succeeds(&format!(
            "apt-get install --simulate -y --no-install-recommends {group}"
        ))
    });
    let Some(group) = known else {
        bail!("this system's packages have none of: {}", groups.join(", "));
    };
    apt(&format!(
        "apt-get install -y --no-install-recommends {group}"
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
