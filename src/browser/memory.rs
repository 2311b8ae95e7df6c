//! What the device keeps while pages are written natively: nothing, unless a test says otherwise. So
//! a page with a state of its own can be looked at in every state, and not only as it begins.

use std::cell::RefCell;

use crate::kept::{Key, Refused, Store};

thread_local! {
    static KEPT: RefCell<Result<Vec<(Key, String)>, Refused>> = const { RefCell::new(Ok(Vec::new())) };
}

/// Says what the device of this thread keeps from now on, or that its browser keeps nothing.
pub fn keeps(kept: Result<Vec<(Key, String)>, Refused>) {
    KEPT.set(kept);
}

/// The storage of this thread. There is one site alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Storage;

impl Storage {
    /// The storage of the site at any address.
    pub const fn of(_: &str) -> Self {
        Self
    }
}

impl Store for Storage {
    fn get(&self, key: Key) -> Result<Option<String>, Refused> {
        KEPT.with_borrow(|kept| {
            let kept = kept.as_ref().map_err(|refused| *refused)?;
            let found = kept.iter().find(|(each, _)| *each == key);
            Ok(found.map(|(_, text)| text.clone()))
        })
    }

    fn set(&self, key: Key, text: &str) -> Result<(), Refused> {
        self.remove(key)?;
        KEPT.with_borrow_mut(|kept| match kept {
            Ok(kept) => {
                kept.push((key, text.to_owned()));
                Ok(())
            }
            Err(refused) => Err(*refused),
        })
    }

    fn remove(&self, key: Key) -> Result<(), Refused> {
        KEPT.with_borrow_mut(|kept| match kept {
            Ok(kept) => {
                kept.retain(|(each, _)| *each != key);
                Ok(())
            }
            Err(refused) => Err(*refused),
        })
    }
}
