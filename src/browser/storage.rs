//! What the device keeps: a few short strings.

use gloo::utils::window;

use crate::session::Subject;

/// Under which name something is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The quiz about this subject.
    Quiz(Subject),
    /// Such a quiz that this version could not read, set aside.
    Unreadable(Subject),
    /// Ids of the plan's actions that were ticked off, with spaces between.
    Ticks,
    /// What the reader has set about the pages.
    Settings,
}

impl Key {
    /// The name in the storage. It begins with the product's, because other sites on
    /// the same host share the storage.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quiz(Subject::Me) => "coder-fit.quiz",
            Self::Quiz(Subject::Someone) => "coder-fit.someone",
            Self::Unreadable(Subject::Me) => "coder-fit.unreadable",
            Self::Unreadable(Subject::Someone) => "coder-fit.unreadable-someone",
            Self::Ticks => "coder-fit.ticks",
            Self::Settings => "coder-fit.settings",
        }
    }
}

/// The device keeps nothing: storage is off, full, or throws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

fn storage() -> Result<web_sys::Storage, Refused> {
    window().local_storage().ok().flatten().ok_or(Refused)
}

/// What is kept under a key.
///
/// # Errors
///
/// [`Refused`] where the storage cannot be read.
pub fn get(key: Key) -> Result<Option<String>, Refused> {
    storage()?.get_item(key.name()).map_err(|_| Refused)
}

/// Keeps a value under a key.
///
/// # Errors
///
/// [`Refused`] where the storage cannot be written.
pub fn set(key: Key, value: &str) -> Result<(), Refused> {
    storage()?.set_item(key.name(), value).map_err(|_| Refused)
}

/// Deletes what is kept under a key.
///
/// # Errors
///
/// [`Refused`] where the storage cannot be written.
pub fn remove(key: Key) -> Result<(), Refused> {
    storage()?.remove_item(key.name()).map_err(|_| Refused)
}
