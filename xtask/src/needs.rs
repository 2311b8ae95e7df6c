//! What must be on the machine before a command can do its work, and how it gets there.
//!
//! Everything comes from the package sources people already use (crates.io, rustup, the system's
//! packages, npm), pinned where we can, and never in place of what the user has: our own tools go
//! into a cache directory that only these commands look into.

use anyhow::{Context, Result, bail};

use crate::shell::Shell;
use crate::steps::{Length, Steps};

/// Something the machine must have.
pub trait Need {
    /// Whether it is there.
    fn met(&self, shell: &Shell) -> bool;

    /// What installing it is called, such as "compiling trunk 0.21.14".
    fn task(&self, shell: &Shell) -> String;

    /// How long installing it takes.
    fn length(&self) -> Length;

    /// Why it can't be installed from here, with the line to type instead. Asked only while it is
    /// missing, and must not take longer than a look around.
    fn obstacle(&self, shell: &Shell) -> Option<String>;

    /// Installs it. It may have been interrupted the last time.
    fn install(&self, shell: &Shell) -> Result<()>;
}

/// Meets every need, and gives the steps to go on counting with; `further` is how many the command
/// itself has after that.
///
/// What takes seconds comes first, so that a machine without a connection hears of it at once.
///
/// # Errors
/// Before anything is installed, if something can't be; later, if an installation fails.
pub fn ensure(shell: &Shell, needs: &[Box<dyn Need>], further: usize) -> Result<Steps> {
    refuse_obstacles(shell, needs)?;
    let mut steps = Steps::new(missing(shell, needs).len() + further);
    meet(shell, needs, &mut steps)?;
    Ok(steps)
}

/// Installs what is missing, a step each.
pub fn meet(shell: &Shell, needs: &[Box<dyn Need>], steps: &mut Steps) -> Result<()> {
    let mut missing = missing(shell, needs);
    missing.sort_by_key(|need| need.length());
    for need in missing {
        let task = need.task(shell);
        steps.take(&task, need.length(), || {
            need.install(shell)
                .with_context(|| format!("{task} failed"))?;
            if !need.met(shell) {
                bail!("{task}: done, yet it can't be found");
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// An error that names everything that is missing and can't be installed from here, if anything is.
pub fn refuse_obstacles<'a>(
    shell: &Shell,
    needs: impl IntoIterator<Item = &'a Box<dyn Need>>,
) -> Result<()> {
    let missing = missing(shell, needs).into_iter();
    let mut obstacles: Vec<_> = missing.filter_map(|need| need.obstacle(shell)).collect();
    obstacles.dedup();
    if obstacles.is_empty() {
        return Ok(());
    }
    bail!("this machine is not ready yet.\n{}", obstacles.join("\n"));
}

/// Those of them that are not there.
pub fn missing<'a>(
    shell: &Shell,
    needs: impl IntoIterator<Item = &'a Box<dyn Need>>,
) -> Vec<&'a dyn Need> {
    let needs = needs.into_iter().map(Box::as_ref);
    needs.filter(|need| !need.met(shell)).collect()
}

#[cfg(test)]
mod tests {
    use std::cell::{Cell, RefCell};
    use std::rc::Rc;

    use super::*;

    /// A need that writes down when it is installed.
    struct Written {
        name: &'static str,
        length: Length,
        obstacle: Option<&'static str>,
        works: bool,
        there: Cell<bool>,
        log: Rc<RefCell<Vec<&'static str>>>,
    }

    impl Need for Written {
        fn met(&self, _: &Shell) -> bool {
            self.there.get()
        }

        fn task(&self, _: &Shell) -> String {
            format!("adding {}", self.name)
        }

        fn length(&self) -> Length {
            self.length
        }

        fn obstacle(&self, _: &Shell) -> Option<String> {
            self.obstacle.map(str::to_owned)
        }

        fn install(&self, _: &Shell) -> Result<()> {
            self.log.borrow_mut().push(self.name);
            self.there.set(self.works);
            Ok(())
        }
    }

    /// What was installed, in that order, and the error if there was one. A row is a name, whether
    /// it is there, its length, and its obstacle; a name that ends in "!" does not come to be there.
    fn ensured(
        rows: &[(&'static str, bool, Length, Option<&'static str>)],
    ) -> (Vec<&'static str>, Option<String>) {
        let log = Rc::<RefCell<Vec<_>>>::default();
        let needs = rows.iter().map(|&(name, there, length, obstacle)| {
            Box::new(Written {
                name,
                length,
                obstacle,
                works: !name.ends_with('!'),
                there: Cell::new(there),
                log: Rc::clone(&log),
            }) as Box<dyn Need>
        });
        let outcome = ensure(&Shell::new(), &needs.collect::<Vec<_>>(), 1);
        let error = outcome.err().map(|error| format!("{error:#}"));
        (log.take(), error)
    }

    #[test]
    fn what_is_missing_is_installed_and_the_quickest_first() {
        let (installed, error) = ensured(&[
            ("compiler", false, Length::Minutes(5), None),
            ("there", true, Length::Seconds, Some("never asked")),
            ("target", false, Length::Seconds, None),
            ("browser", false, Length::Minutes(1), None),
        ]);
        assert_eq!(error, None);
        assert_eq!(installed, ["target", "browser", "compiler"]);
    }

    #[test]
    fn all_obstacles_are_told_before_anything_is_installed() {
        let (installed, error) = ensured(&[
            ("target", false, Length::Seconds, None),
            ("browser", false, Length::Seconds, Some("type this")),
            ("driver", false, Length::Seconds, Some("type this")),
            ("java", false, Length::Seconds, Some("and this")),
        ]);
        assert_eq!(installed, [""; 0]);
        let error = error.unwrap_or_default();
        assert!(error.ends_with(".\ntype this\nand this"), "{error}");
    }

    #[test]
    fn what_was_installed_and_is_not_there_stops_the_command() {
        let (installed, error) = ensured(&[
            ("target!", false, Length::Seconds, None),
            ("compiler", false, Length::Minutes(5), None),
        ]);
        assert_eq!(installed, ["target!"]);
        let error = error.unwrap_or_default();
        assert!(error.contains("adding target!: done, yet"), "{error}");
    }
}
