//! What the device keeps: the browser's storage.

use gloo::utils::window;

use crate::kept::{Key, Refused, Store};

/// The storage of the site in one folder of this host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Storage {
    folder: String,
}

impl Storage {
    /// The storage of the site at this whole address.
    pub fn of(site: &str) -> Self {
        let url = web_sys::Url::new(site);
        Self {
            folder: url.map(|url| url.pathname()).unwrap_or_default(),
        }
    }
}

fn storage() -> Result<web_sys::Storage, Refused> {
    window().local_storage().ok().flatten().ok_or(Refused)
}

impl Store for Storage {
    fn get(&self, key: Key) -> Result<Option<String>, Refused> {
        let name = key.name(&self.folder);
        storage()?.get_item(&name).map_err(|_| Refused)
    }

    fn set(&self, key: Key, text: &str) -> Result<(), Refused> {
        let name = key.name(&self.folder);
        storage()?.set_item(&name, text).map_err(|_| Refused)
    }

    fn remove(&self, key: Key) -> Result<(), Refused> {
        let name = key.name(&self.folder);
        storage()?.remove_item(&name).map_err(|_| Refused)
    }
}
