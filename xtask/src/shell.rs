//! Running other programs, in the project's directory and with the project's tools.

use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use anyhow::{Context, Result, bail};

/// Where commands run, and where they find their tools.
pub struct Shell {
    root: PathBuf,
    path: OsString,
    /// Where cargo puts what it builds, if that was said here.
    target: Option<PathBuf>,
}

impl Shell {
    /// A shell in the project's directory that finds tools as the caller does.
    pub fn new() -> Self {
        let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
        Self {
            root: xtask.parent().unwrap_or(xtask).to_owned(),
            path: env::var_os("PATH").unwrap_or_default(),
            target: None,
        }
    }

    /// A shell with the same tools in a copy of the project, which builds nowhere else.
    pub fn at(&self, copy: &Path) -> Self {
        Self {
            root: copy.to_owned(),
            path: self.path.clone(),
            target: Some(copy.join("target")),
        }
    }

    /// A file of the project.
    pub fn file(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// Makes commands look for their tools in `directory` first.
    pub fn prefer(&mut self, directory: PathBuf) -> Result<()> {
        let others = env::split_paths(&self.path).collect::<Vec<_>>();
        self.path = env::join_paths([directory].into_iter().chain(others))
            .context("a directory of tools has a name that PATH can't hold")?;
        Ok(())
    }

    /// The first of these programs that is there, with its directory.
    pub fn find(&self, programs: &[&str]) -> Option<PathBuf> {
        programs.iter().find_map(|program| {
            env::split_paths(&self.path)
                .map(|directory| directory.join(format!("{program}{}", env::consts::EXE_SUFFIX)))
                .find(|file| file.is_file())
        })
    }

    /// A command that reads nothing from the terminal.
    ///
    /// It doesn't inherit what the `cargo` that runs *us* says about this package: build scripts
    /// of others read it, and would be run again each time.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.find(&[program]).unwrap_or_else(|| program.into()));
        command
            .current_dir(&self.root)
            .env("PATH", &self.path)
            .stdin(Stdio::null());
        if let Some(target) = &self.target {
            command.env("CARGO_TARGET_DIR", target);
        }
        for (name, _) in env::vars_os() {
            let text = name.to_string_lossy();
            if text == "CARGO"
                || text.starts_with("CARGO_PKG_")
                || text.starts_with("CARGO_MANIFEST_")
            {
                command.env_remove(&name);
            }
        }
        command
    }

    /// [`Shell::command`] with arguments, which are words separated by spaces.
    pub fn words(&self, line: &str) -> Command {
        let mut words = line.split_whitespace();
        let mut command = self.command(words.next().unwrap_or_default());
        command.args(words);
        command
    }

    /// Whether a command succeeds, unseen.
    pub fn succeeds(&self, line: &str) -> bool {
        self.read(line).is_some()
    }

    /// What a command prints if it succeeds, unseen.
    pub fn read(&self, line: &str) -> Option<String> {
        let output = self.words(line).output().ok()?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        output.status.success().then_some(text)
    }
}

/// Whether to ask a program that can't tell by itself for colors.
pub fn colours() -> bool {
    io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// Has cargo, also one that the command starts, say nothing of the hundreds of crates that it
/// downloads and compiles, but for its bar, where there is a terminal to draw it in.
pub fn bar_instead_of_lines(command: &mut Command) -> &mut Command {
    command.env("CARGO_TERM_QUIET", "true");
    if io::stderr().is_terminal() {
        // Being quiet, cargo only draws its bar if told to, and then wants to be told how wide.
        command
            .env("CARGO_TERM_PROGRESS_WHEN", "always")
            .env("CARGO_TERM_PROGRESS_WIDTH", "80");
    }
    command
}

/// Runs a command in the open; that it fails is an error.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| cannot_start(command))?;
    if !status.success() {
        bail!("`{}` failed ({status})", line(command));
    }
    Ok(())
}

/// Runs a command in the open and gives each whole line of its standard output to `on_line`.
///
/// Standard error isn't touched: what it goes to is what the program sees, progress bars and
/// colors included.
pub fn run_reading(command: &mut Command, mut on_line: impl FnMut(&str)) -> Result<ExitStatus> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| cannot_start(command))?;
    let mut output = child.stdout.take().context("a pipe was asked for")?;
    let mut screen = io::stdout();
    let mut pending = Vec::new();
    let mut chunk = [0; 8192];
    loop {
        let read = output.read(&mut chunk)?;
        // Passed on before it is a whole line, so that a slow test's name shows while it runs.
        screen.write_all(&chunk[..read])?;
        screen.flush()?;
        pending.extend_from_slice(&chunk[..read]);
        while let Some(end) = pending.iter().position(|&byte| byte == b'\n') {
            let rest = pending.split_off(end + 1);
            on_line(String::from_utf8_lossy(&pending).trim_end());
            pending = rest;
        }
        if read == 0 {
            on_line(&String::from_utf8_lossy(&pending));
            return Ok(child.wait()?);
        }
    }
}

fn cannot_start(command: &Command) -> String {
    format!("cannot start `{}`", line(command))
}

/// The command as a person would type it.
pub fn line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut line = program
        .file_name()
        .unwrap_or(program.as_os_str())
        .to_string_lossy()
        .into_owned();
    for argument in command.get_args() {
        line = format!("{line} {}", argument.to_string_lossy());
    }
    line
}
