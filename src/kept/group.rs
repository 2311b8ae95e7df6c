use super::key::Key;
use super::store::{Refused, Store};
use crate::merge::merged;

/// A tab's hold on the links and names of a group. They are kept only while somebody wants that, as
/// lines that nobody here has to understand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupKeeper<S> {
    store: S,
    /// What was last read or written.
    seen: Vec<String>,
}

impl<S: Store> GroupKeeper<S> {
    /// Reads what the device keeps; nothing where no group is kept.
    pub fn open(store: S) -> (Self, Vec<String>) {
        let mut keeper = Self {
            store,
            seen: Vec::new(),
        };
        let lines = keeper.lines().unwrap_or_default();
        keeper.seen.clone_from(&lines);
        (keeper, lines)
    }

    /// Keeps these lines, with what another tab has added or taken away since this one looked, and
    /// gives all of them.
    ///
    /// # Errors
    ///
    /// [`Refused`] where the storage is off or full.
    pub fn keep(&mut self, mine: &[String]) -> Result<Vec<String>, Refused> {
        let theirs = self.lines()?;
        let all = match theirs == self.seen {
            true => mine.to_vec(),
            false => both(&self.seen, mine, &theirs),
        };
        if all != theirs {
            match all.is_empty() {
                true => self.store.remove(Key::Group)?,
                false => self.store.set(Key::Group, &all.join("\n"))?,
            }
        }
        self.seen.clone_from(&all);
        Ok(all)
    }

    /// Deletes what is kept.
    ///
    /// # Errors
    ///
    /// [`Refused`] where the storage cannot be written.
    pub fn forget(&mut self) -> Result<(), Refused> {
        self.seen.clear();
        self.store.remove(Key::Group)
    }

    fn lines(&self) -> Result<Vec<String>, Refused> {
        let text = self.store.get(Key::Group)?.unwrap_or_default();
        Ok(text.lines().map(str::to_owned).collect())
    }
}

/// The lines of both, in their order, without those that either has taken away since `seen`.
fn both(seen: &[String], mine: &[String], theirs: &[String]) -> Vec<String> {
    // Sorted, as there may be thousands of lines.
    let sorted = |lines: &[String]| {
        let mut lines = lines.to_vec();
        lines.sort_unstable();
        lines
    };
    let [seen, of_mine, of_theirs] = [seen, mine, theirs].map(sorted);
    let has = |lines: &Vec<String>, line: &String| lines.binary_search(line).is_ok();
    let new = theirs.iter().filter(|line| !has(&of_mine, line));
    let stays = |line: &&String| {
        merged(
            &has(&seen, line),
            has(&of_mine, line),
            has(&of_theirs, line),
        )
    };
    mine.iter().chain(new).filter(stays).cloned().collect()
}
