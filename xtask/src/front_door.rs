//! The first of the tests: `cargo xtask serve`, as somebody types it who has just cloned the project.
//!
//! Where nothing has been installed yet, as in `.ci/run`, this is the whole way from nothing to a
//! page.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
#[cfg(unix)]
use std::os::unix::process::CommandExt as _;
use std::process::{Child, ChildStdin, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use crate::serve::SERVING;
use crate::shell::Shell;
use crate::steps::Clock;

/// By then it compiles, even on a machine where everything is installed already.
const INTERRUPTED_AFTER: Duration = Duration::from_secs(20);

/// How long it may take to be gone after Ctrl+C.
const GONE_AFTER: Duration = Duration::from_secs(30);

/// Interrupts it once, which must leave nothing behind that stops the next start. Then has it come to
/// its end twice, and asks each time for the landing page and the quiz.
pub fn check(shell: &Shell) -> Result<()> {
    println!("with Ctrl+C, {} s later:", INTERRUPTED_AFTER.as_secs());
    let interrupted = Serving::start(shell)?;
    interrupted.address_within(Some(INTERRUPTED_AFTER))?;
    interrupted.interrupt()?;
    for time in ["to its end", "and once more"] {
        println!("{time}:");
        let clock = Clock::start();
        let serving = Serving::start(shell)?;
        let address = serving.address_within(None)?;
        let address = address.context("it never told its address")?;
        for path in ["/", "/quiz/"] {
            answers(&address, path)?;
        }
        println!("{time}: {clock} to a page that answers");
        serving.interrupt()?;
    }
    Ok(())
}

/// `cargo xtask serve` at work.
struct Serving {
    cargo: Child,
    terminal: ChildStdin,
    lines: Receiver<String>,
}

impl Serving {
    fn start(shell: &Shell) -> Result<Self> {
        // Ctrl+C reaches all that was started from a terminal, and so does this: the shell in the
        // background interrupts the whole group when its input ends, which it does by itself if
        // these tests are interrupted. The signal does not reach a background job of a shell.
        let mut command = shell.command("sh");
        command.args([
            "-c",
            "exec 3<&0; (read -r _ <&3; kill -INT 0) & \
             exec cargo xtask serve --port 0 3<&- </dev/null",
        ]);
        #[cfg(unix)]
        command.process_group(0);
        let mut cargo = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("cannot start cargo xtask serve")?;
        let terminal = cargo.stdin.take().context("a pipe was asked for")?;
        let output = cargo.stdout.take().context("a pipe was asked for")?;
        let (send, lines) = channel();
        thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                println!("  {line}");
                // The receiver is gone when the test no longer needs the lines.
                let _ = send.send(line);
            }
        });
        Ok(Self {
            cargo,
            terminal,
            lines,
        })
    }

    /// The address that it serves at, such as `http://127.0.0.1:8080/`; `None` where it does not serve
    /// within this time.
    ///
    /// # Errors
    /// If it ends before.
    fn address_within(&self, time: Option<Duration>) -> Result<Option<String>> {
        let end = time.map(|time| Instant::now() + time);
        loop {
            let line = match end {
                None => self
                    .lines
                    .recv()
                    .map_err(|_| RecvTimeoutError::Disconnected),
                Some(end) => {
                    let left = end.saturating_duration_since(Instant::now());
                    self.lines.recv_timeout(left)
                }
            };
            match line {
                Ok(line) => {
                    if let Some((_, address)) = line.split_once(SERVING) {
                        let address = address.split(' ').next().unwrap_or_default();
                        return Ok(Some(address.to_owned()));
                    }
                }
                Err(RecvTimeoutError::Timeout) => return Ok(None),
                Err(RecvTimeoutError::Disconnected) => bail!("cargo xtask serve ended by itself"),
            }
        }
    }

    /// Does what Ctrl+C does, and waits. Every process that it started holds its output open, so when
    /// the output ends, all of them are gone.
    fn interrupt(mut self) -> Result<()> {
        drop(self.terminal);
        loop {
            match self.lines.recv_timeout(GONE_AFTER) {
                Ok(_) => (),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => bail!("Ctrl+C left something running"),
            }
        }
        let status = self.cargo.wait()?;
        ensure!(!status.success(), "it ended before it was interrupted");
        Ok(())
    }
}

/// Asks for a page, which must be there and have a heading.
fn answers(address: &str, path: &str) -> Result<()> {
    let host = address.trim_start_matches("http://").trim_end_matches('/');
    let mut stream = TcpStream::connect(host)?;
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    let status = answer.lines().next().unwrap_or_default();
    ensure!(
        status.contains(" 200 ") && answer.contains("<h1"),
        "{address} answers {path} with {status:?}"
    );
    Ok(())
}
