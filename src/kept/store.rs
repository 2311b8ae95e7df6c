use super::key::Key;

/// The device keeps nothing: storage is off, full, or throws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

/// A place for a few short texts.
pub trait Store {
    /// What is kept under a key.
    ///
    /// # Errors
    ///
    /// [`Refused`] where the storage cannot be read.
    fn get(&self, key: Key) -> Result<Option<String>, Refused>;

    /// Keeps a text under a key.
    ///
    /// # Errors
    ///
    /// [`Refused`] where the storage cannot be written.
    fn set(&self, key: Key, text: &str) -> Result<(), Refused>;

    /// Deletes what is kept under a key.
    ///
    /// # Errors
    ///
    /// [`Refused`] where the storage cannot be written.
    fn remove(&self, key: Key) -> Result<(), Refused>;
}
