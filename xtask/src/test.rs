//! `cargo xtask test`: everything that is checked, in one run.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::browsers::{self, Browser};
use crate::needs::{self, Need};
use crate::shell::{Shell, bar_instead_of_lines, run, run_reading};
use crate::steps::{Clock, Length, Steps};
use crate::tally::Tally;
use crate::toolchain::Parts;
use crate::{build, front_door, oracle, tools};

/// One named step. A check counts as one test; a run of tests counts its tests.
struct Step {
    title: &'static str,
    length: Length,
    work: Work,
}

enum Work {
    Check(Command),
    Tests(Command),
    Own(fn(&Shell) -> Result<()>),
}

/// Runs every step, the ones after a failed step too, and prints the count as its last line.
/// Gives whether all passed.
pub fn test(browsers: &[Browser]) -> bool {
    let clock = Clock::start();
    let mut run = Run::default();
    if let Err(error) = run.everything(browsers) {
        println!("error: {error:#}");
        if run.failed.is_empty() {
            run.failed.push("what the tests need");
            run.tally += Tally::one(false);
        }
    }
    println!("\nAll of it took {clock}.");
    for line in &run.unsteady {
        println!("Held at the second try only: {line}");
    }
    for title in &run.failed {
        println!("Failed: {title}");
    }
    println!("{}", run.tally);
    run.failed.is_empty()
}

/// What has come of the steps so far.
#[derive(Default)]
struct Run {
    tally: Tally,
    failed: Vec<&'static str>,
    /// Journeys that failed once and then held, each with what stopped it.
    unsteady: Vec<String>,
}

impl Run {
    /// # Errors
    /// If something that the steps need cannot be installed, or `cargo xtask serve` fails.
    fn everything(&mut self, browsers: &[Browser]) -> Result<()> {
        let mut shell = Shell::new();
        let building = Parts::for_building();
        let testing = for_testing(&mut shell, browsers)?;
        needs::refuse_obstacles(&shell, building.iter().chain(&testing))?;
        let further = needs::missing(&shell, &testing).len() + steps(&shell, browsers)?.len();
        let mut count = Steps::new(1 + further);
        // This comes first, because what is installed for the tests would hide what is missing for
        // building. It installs by itself what building needs.
        let from_nothing = !needs::missing(&shell, &building).is_empty();
        let front_door = Step {
            title: "cargo xtask serve",
            length: Length::Minutes(if from_nothing { 6 } else { 1 }),
            work: Work::Own(front_door::check),
        };
        self.take(&Shell::new(), &mut count, front_door);
        if !self.failed.is_empty() {
            bail!("nothing else is tried while that fails");
        }
        needs::meet(&shell, &testing, &mut count)?;
        for step in steps(&shell, browsers)? {
            self.take(&shell, &mut count, step);
        }
        Ok(())
    }

    fn take(&mut self, shell: &Shell, steps: &mut Steps, mut step: Step) {
        println!();
        let clock = steps.begin(step.title, step.length);
        let (count, passed) = step.work.run(shell, &mut self.unsteady);
        println!("      {count}, in {clock}");
        self.tally += count;
        if !passed {
            self.failed.push(step.title);
        }
    }
}

/// What the steps need, besides what building needs.
fn for_testing(shell: &mut Shell, browsers: &[Browser]) -> Result<Vec<Box<dyn Need>>> {
    let mut needs: Vec<Box<dyn Need>> = vec![Box::new(Parts::FOR_TESTING)];
    needs.extend(tools::for_developing(shell)?);
    needs.extend(browsers::for_testing(shell, browsers)?);
    needs.push(Box::new(tools::deny(shell)?));
    needs.push(Box::new(oracle::Oracle));
    Ok(needs)
}

fn steps(shell: &Shell, browsers: &[Browser]) -> Result<Vec<Step>> {
    let step = |title, length, work| Step {
        title,
        length,
        work,
    };
    let mut doc = shell.words("cargo doc --workspace --no-deps --features ssr");
    doc.env("RUSTDOCFLAGS", "-Dwarnings");
    let mut steps = vec![
        step(
            "formatting",
            Length::Seconds,
            Work::Check(shell.words("cargo fmt --all --check")),
        ),
        step(
            "lints, native",
            Length::Minutes(2),
            Work::Check(shell.words(
                "cargo clippy --workspace --all-targets --features journeys \
                 -- -D warnings",
            )),
        ),
        step(
            "lints, WebAssembly",
            Length::Minutes(2),
            Work::Check(shell.words(
                "cargo clippy --target wasm32-unknown-unknown --features app,split --lib --bins \
                 --test web -- -D warnings",
            )),
        ),
        step(
            "native tests",
            Length::Minutes(3),
            Work::Tests(
                shell.words(
                    "cargo test --workspace --exclude hostile --features ssr --no-fail-fast",
                ),
            ),
        ),
        step(
            "hostile links",
            Length::Seconds,
            Work::Tests(shell.words("cargo test --release --package hostile")),
        ),
        step(
            "charts against the official data",
            Length::Minutes(1),
            Work::Tests(oracle::prove(shell)?),
        ),
        step(
            "dependencies",
            Length::Seconds,
            Work::Check(
                shell.words("cargo deny --locked --all-features check bans licenses sources"),
            ),
        ),
        step("documentation", Length::Minutes(1), Work::Check(doc)),
    ];
    if let Some(command) = wasm_tests(shell, browsers) {
        steps.push(step(
            "WebAssembly tests in a browser",
            Length::Minutes(2),
            Work::Tests(command),
        ));
    }
    steps.extend([
        step(
            "release build, within its limits",
            Length::Minutes(1),
            Work::Own(|shell| {
                build::release(shell)?;
                build::sizes(shell)?.check()
            }),
        ),
        step(
            "links and sizes of the built pages",
            Length::Seconds,
            Work::Tests(shell.words("cargo test --features journeys --test pages")),
        ),
        step(
            "trunk build, as it is for developing",
            Length::Minutes(2),
            Work::Own(build::by_trunk),
        ),
        step(
            "Nu HTML checker",
            Length::Seconds,
            Work::Check(browsers::html_checker(shell)),
        ),
    ]);
    for &browser in browsers {
        let (title, minutes) = match browser {
            Browser::Chromium => ("journeys in Chromium", 9),
            Browser::Firefox => ("journeys in Firefox", 8),
            Browser::Webkit => ("journeys in WebKit", 6),
        };
        let work = Work::Tests(journeys(shell, browser)?);
        steps.push(step(title, Length::Minutes(minutes), work));
    }
    Ok(steps)
}

/// The tests in `tests/web.rs` run once, in the first browser that their runner can drive.
fn wasm_tests(shell: &Shell, browsers: &[Browser]) -> Option<Command> {
    let drivable = [Browser::Chromium, Browser::Firefox];
    let browser = *browsers.iter().find(|browser| drivable.contains(browser))?;
    let mut command =
        shell.words("cargo test --target wasm32-unknown-unknown --features app --test web");
    command.env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
        "wasm-bindgen-test-runner",
    );
    // The runner takes the first driver it hears of.
    for other in drivable {
        command.env_remove(other.variable());
    }
    if let Some(driver) = browser.driver(shell) {
        command.env(browser.variable(), driver);
    }
    Some(command)
}

fn journeys(shell: &Shell, browser: Browser) -> Result<Command> {
    // Two browsers at a time: they are heavy, and with more of them a small machine is too slow for
    // what the journeys wait for.
    let mut command =
        shell.words("cargo test --features journeys --test browser -- --test-threads=2");
    let dist = std::path::absolute(shell.file("dist"));
    command.env(
        "CAREER_FIT_DIST",
        dist.context("cannot tell where the built site is")?,
    );
    command.env("CAREER_FIT_BROWSERS", browser.name());
    if let Some(driver) = browser.driver(shell) {
        command.env(browser.variable(), driver);
    }
    Ok(command)
}

impl Work {
    /// Gives what counted, and whether it passed as a whole.
    fn run(&mut self, shell: &Shell, unsteady: &mut Vec<String>) -> (Tally, bool) {
        let outcome = match self {
            Self::Check(command) => run(bar_instead_of_lines(command)).map(|()| Tally::one(true)),
            Self::Own(work) => work(shell).map(|()| Tally::one(true)),
            Self::Tests(command) => count(command, unsteady),
        };
        match outcome {
            Ok(tally) => (tally, tally.failed == 0),
            Err(error) => {
                println!("error: {error:#}");
                (Tally::one(false), false)
            }
        }
    }
}

/// Runs tests and counts them. That none ran is a failure, and so is a runner that fails although
/// no test did: it couldn't compile them, or they never ended.
fn count(command: &mut Command, unsteady: &mut Vec<String>) -> Result<Tally> {
    let mut tally = Tally::default();
    let status = run_reading(command, |line| {
        if let Some(count) = Tally::of_line(line) {
            tally += count;
        }
        unsteady.extend(line.trim().strip_prefix("unsteady: ").map(str::to_owned));
    })?;
    let broken = !status.success() && tally.failed == 0;
    if broken || tally.passed + tally.failed == 0 {
        println!("error: the tests didn't run to their end ({status})");
        tally += Tally::one(false);
    }
    Ok(tally)
}
