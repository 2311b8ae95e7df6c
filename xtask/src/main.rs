//! The project's own commands: `cargo xtask build`, `serve`, `test` and more.

mod bench;
mod browsers;
mod build;
mod front_door;
mod lighthouse;
mod needs;
mod oracle;
mod packages;
mod reproduce;
mod serve;
mod shell;
mod size;
mod steps;
mod tally;
mod test;
mod toolchain;
mod tools;

use std::process::ExitCode;

use anyhow::Result;
use lexopt::prelude::{Long, Short, Value, ValueExt};

use browsers::Browser;

const USAGE: &str = "\
Usage: cargo xtask <command>

  build                 build the site into dist/ and tell how large its files are
  serve                 build the site and show it on this machine
      --port N          on this port (8080)
      --open            and open the browser
      --dev             rebuild and reload on each change, unoptimised
  test                  check everything: formatting, lints, tests, the site in browsers
      --browsers LIST   in these alone (chromium,firefox,webkit); chromium is the quickest
  charts                prove the charts to be coded against the official data
      --fill            and fill in the official words first
  reproduce             build twice, in two folders, and compare every byte (takes minutes)
  bench                 print how fast things are, as ratios measured in one run
  lighthouse            print Lighthouse's marks for the site, as medians of five runs
  help                  print this

Tools that are missing are installed first, once, into a cache directory of yours.
";

#[derive(Debug, PartialEq, Eq)]
enum Task {
    Build,
    Serve(serve::Options),
    Test(Vec<Browser>),
    Charts { fill: bool },
    Reproduce,
    Bench,
    Lighthouse,
    Help,
}

fn main() -> ExitCode {
    let task = match parse(lexopt::Parser::from_env()) {
        Ok(task) => task,
        Err(error) => {
            eprint!("error: {error}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match perform(task) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task) -> Result<bool> {
    match task {
        Task::Build => build::build()?,
        Task::Serve(options) => serve::serve(&options)?,
        Task::Test(browsers) => return Ok(test::test(&browsers)),
        Task::Charts { fill } => return oracle::charts(fill),
        Task::Reproduce => reproduce::reproduce()?,
        Task::Bench => bench::bench()?,
        Task::Lighthouse => return lighthouse::lighthouse(),
        Task::Help => print!("{USAGE}"),
    }
    Ok(true)
}

fn parse(mut parser: lexopt::Parser) -> Result<Task, lexopt::Error> {
    let mut task = match parser.next()? {
        Some(Value(command)) => match command.string()?.as_str() {
            "build" => Task::Build,
            "serve" => Task::Serve(serve::Options {
                port: 8080,
                open: false,
                dev: false,
            }),
            "test" => Task::Test(Browser::ALL.to_vec()),
            "charts" => Task::Charts { fill: false },
            "reproduce" => Task::Reproduce,
            "bench" => Task::Bench,
            "lighthouse" => Task::Lighthouse,
            "help" => Task::Help,
            other => return Err(format!("there is no command \"{other}\"").into()),
        },
        Some(Long("help") | Short('h')) => Task::Help,
        Some(other) => return Err(other.unexpected()),
        None => return Err("a command is missing".into()),
    };
    while let Some(argument) = parser.next()? {
        match (&mut task, argument) {
            (_, Long("help") | Short('h')) => return Ok(Task::Help),
            (Task::Serve(options), Long("port")) => options.port = parser.value()?.parse()?,
            (Task::Serve(options), Long("open")) => options.open = true,
            (Task::Serve(options), Long("dev")) => options.dev = true,
            (Task::Charts { fill }, Long("fill")) => *fill = true,
            (Task::Test(browsers), Long("browsers")) => {
                let list = parser.value()?.string()?;
                *browsers = list
                    .split(',')
                    .map(str::parse)
                    .collect::<Result<_, String>>()?;
            }
            (_, other) => return Err(other.unexpected()),
        }
    }
    Ok(task)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn command_lines_are_understood_or_refused() {
        let serve = |port, open, dev| Some(Task::Serve(serve::Options { port, open, dev }));
        for (line, expected) in [
            ("build", Some(Task::Build)),
            ("serve", serve(8080, false, false)),
            ("serve --port 9000 --open", serve(9000, true, false)),
            ("serve --port=9000 --dev", serve(9000, false, true)),
            ("test", Some(Task::Test(Browser::ALL.to_vec()))),
            (
                "test --browsers chromium",
                Some(Task::Test(vec![Browser::Chromium])),
            ),
            (
                "test --browsers firefox,webkit",
                Some(Task::Test(vec![Browser::Firefox, Browser::Webkit])),
            ),
            ("serve --help", Some(Task::Help)),
            ("charts", Some(Task::Charts { fill: false })),
            ("charts --fill", Some(Task::Charts { fill: true })),
            ("reproduce", Some(Task::Reproduce)),
            ("bench", Some(Task::Bench)),
            ("lighthouse", Some(Task::Lighthouse)),
            ("help", Some(Task::Help)),
            ("", None),
            ("bild", None),
            ("build --port 1", None),
            ("serve --port", None),
            ("serve --port 70000", None),
            ("test --browsers netscape", None),
            ("test now", None),
            ("charts --all", None),
        ] {
            let words = line.split_whitespace();
            let task = parse(lexopt::Parser::from_args(words)).ok();
            assert_eq!(task, expected, "{line}");
        }
    }
}
