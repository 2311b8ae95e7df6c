//! `cargo xtask test`: everything that is checked, in one run.

use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result};

use crate::browsers::{self, Browser};
use crate::shell::{Shell, run, run_reading};
use crate::tally::Tally;
use crate::{build, pages, tools};

/// One named step. A check counts as one test; a run of tests counts its tests.
struct Step {
    title: &'static str,
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
    let passed = prepare(browsers).and_then(|(shell, done)| {
        let steps = steps(&shell, browsers)?;
        Ok(run_all(&shell, steps, done))
    });
    passed.unwrap_or_else(|error| {
        println!("error: {error:#}\n{}", Tally::one(false));
        false
    })
}

/// Installs what is missing. Gives the number of steps that took.
fn prepare(browsers: &[Browser]) -> Result<(Shell, usize)> {
    let mut shell = Shell::new();
    let mut needs = tools::for_building(&mut shell)?;
    needs.push(Box::new(tools::Lints));
    needs.push(Box::new(tools::deny(&mut shell)?));
    needs.extend(browsers::for_testing(&mut shell, browsers)?);
    let further = steps(&shell, browsers)?.len();
    let done = tools::ensure(&shell, &needs, further)?;
    Ok((shell, done))
}

fn run_all(shell: &Shell, steps: Vec<Step>, done: usize) -> bool {
    let all = done + steps.len();
    let mut tally = Tally::default();
    let mut failed = Vec::new();
    for (index, mut step) in steps.into_iter().enumerate() {
        println!("\n[{}/{all}] {}", done + index + 1, step.title);
        let started = Instant::now();
        let (count, passed) = step.work.run(shell);
        tally += count;
        let seconds = started.elapsed().as_secs();
        println!("{}: {count} ({seconds} s)", step.title);
        if !passed {
            failed.push(step.title);
        }
    }
    println!();
    for title in &failed {
        println!("Failed: {title}");
    }
    println!("{tally}");
    failed.is_empty()
}

fn steps(shell: &Shell, browsers: &[Browser]) -> Result<Vec<Step>> {
    let check = |title, line: &str| Step {
        title,
        work: Work::Check(shell.words(line)),
    };
    let tests = |title, command| Step {
        title,
        work: Work::Tests(command),
    };
    let mut doc = shell.words("cargo doc --workspace --no-deps --features prerender");
    doc.env("RUSTDOCFLAGS", "-Dwarnings");
    let native = "cargo test --workspace --features prerender --no-fail-fast";
    let mut steps = vec![
        check("formatting", "cargo fmt --all --check"),
        check(
            "lints, native",
            "cargo clippy --workspace --all-targets --features prerender,journeys -- -D warnings",
        ),
        check(
            "lints, WebAssembly",
            "cargo clippy --target wasm32-unknown-unknown --features app --lib --bins --test web \
             -- -D warnings",
        ),
        tests("native tests", shell.words(native)),
        tests(
            "hostile links",
            shell.words("cargo test --release --features hostile --test hostile"),
        ),
        check(
            "dependencies",
            "cargo deny --locked --all-features check bans licenses sources",
        ),
        Step {
            title: "documentation",
            work: Work::Check(doc),
        },
    ];
    if let Some(command) = wasm_tests(shell, browsers) {
        steps.push(tests("WebAssembly tests in a browser", command));
    }
    steps.push(Step {
        title: "release build, within its limits",
        work: Work::Own(|shell| {
            build::release(shell)?;
            build::sizes(shell)?.check()
        }),
    });
    steps.push(Step {
        title: "links and sizes of the built pages",
        work: Work::Own(|shell| pages::check(&shell.file("dist"))),
    });
    steps.push(Step {
        title: "a program that panics, for the journeys",
        work: Work::Own(build::panicking),
    });
    steps.push(Step {
        title: "Nu HTML checker",
        work: Work::Check(browsers::html_checker(shell)),
    });
    for &browser in browsers {
        let title = match browser {
            Browser::Chromium => "journeys in Chromium",
            Browser::Firefox => "journeys in Firefox",
            Browser::Webkit => "journeys in WebKit",
        };
        steps.push(tests(title, journeys(shell, browser)?));
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
    // Two browsers at a time: they are heavy, and on small machines more of them time out.
    let mut command =
        shell.words("cargo test --features journeys --test browser -- --test-threads=2");
    for (variable, folder) in [
        ("CAREER_FIT_DIST", "dist"),
        ("CAREER_FIT_PANICS", "target/panics"),
    ] {
        let folder = std::path::absolute(shell.file(folder));
        command.env(
            variable,
            folder.context("cannot tell where the built site is")?,
        );
    }
    command.env("CAREER_FIT_BROWSERS", browser.name());
    if let Some(driver) = browser.driver(shell) {
        command.env(browser.variable(), driver);
    }
    Ok(command)
}

impl Work {
    /// Gives what counted, and whether it passed as a whole.
    fn run(&mut self, shell: &Shell) -> (Tally, bool) {
        let outcome = match self {
            Self::Check(command) => run(command).map(|()| Tally::one(true)),
            Self::Own(work) => work(shell).map(|()| Tally::one(true)),
            Self::Tests(command) => count(command),
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
fn count(command: &mut Command) -> Result<Tally> {
    let mut tally = Tally::default();
    let status = run_reading(command, |line| {
        if let Some(count) = Tally::of_line(line) {
            tally += count;
        }
    })?;
    let broken = !status.success() && tally.failed == 0;
    if broken || tally.passed + tally.failed == 0 {
        println!("error: the tests didn't run to their end ({status})");
        tally += Tally::one(false);
    }
    Ok(tally)
}
