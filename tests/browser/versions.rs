//! Versions of the built site, one of which is on the server.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process;
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};

use base64ct::{Base64, Encoding as _};
use server::Fault;
use sha2::{Digest as _, Sha384};
use site::{NO_SERVICE_WORKER, SERVICE_WORKER, service_worker};

use crate::driver::Outcome;
use crate::site::{Site, dist};

/// A server whose files can be exchanged for those of another version.
pub struct Server {
    pub site: Rc<Site>,
    folder: PathBuf,
}

impl Server {
    /// Serves the built site, as a copy.
    pub fn start(fault: impl Fn(&str) -> Option<Fault> + Send + Sync + 'static) -> Outcome<Self> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("career-fit-versions-{}-{number}", process::id());
        let folder = env::temp_dir().join(name);
        copy(&dist(), &folder.join("site"))?;
        let site = Rc::new(Site::of(folder.join("site"), fault)?);
        Ok(Self { site, folder })
    }

    /// Puts another version in place of the one that is there: pages and script
    /// bear its name.
    pub fn put_version(&self, name: &str) -> Outcome {
        self.put(name, |folder| {
            fs::write(folder.join(SERVICE_WORKER), service_worker(folder)?)?;
            Ok(())
        })
    }

    /// As [`Server::put_version`], with a worker that takes leave of the one
    /// before, and with pages that start none: what `CAREER_FIT_NO_WORKER` builds.
    pub fn put_version_without_worker(&self, name: &str) -> Outcome {
        self.put(name, |folder| {
            for_each_page(folder, |html| {
                let parts = html.split("<script>").map(|part| {
                    let own = part.split_once("</script>");
                    own.map_or(part.to_owned(), |(script, rest)| {
                        if script.contains(SERVICE_WORKER) {
                            rest.to_owned()
                        } else {
                            format!("<script>{part}")
                        }
                    })
                });
                parts.collect()
            })?;
            fs::write(folder.join(SERVICE_WORKER), NO_SERVICE_WORKER)?;
            Ok(())
        })
    }

    fn put(&self, name: &str, finish: impl Fn(&Path) -> Outcome) -> Outcome {
        let next = self.folder.join("next");
        copy(&dist(), &next)?;
        bear(&next, name)?;
        finish(&next)?;
        // At once, as it is on good hosts.
        fs::rename(
            self.folder.join("site"),
            self.folder.join(format!("before-{name}")),
        )?;
        fs::rename(next, self.folder.join("site"))?;
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // What stays behind lies in the folder for such things.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Writes the version's name into every page and into the app's script, which gets
/// a new address and a new hash by that, as in a build.
fn bear(folder: &Path, name: &str) -> Outcome {
    let script = server::files(folder)?
        .into_keys()
        .find(|file| file.starts_with("app-") && file.ends_with(".js"))
        .ok_or("the site has no script")?;
    let before = fs::read_to_string(folder.join(&script))?;
    let after = format!("{before}\ndocument.documentElement.dataset.script = '{name}';\n");
    let new = format!("app-{name}.js");
    fs::remove_file(folder.join(&script))?;
    fs::write(folder.join(&new), &after)?;
    let (before, after) = (hash(before), hash(after));
    for_each_page(folder, |html| {
        html.replace(&script, &new)
            .replace(&before, &after)
            .replacen("<html", &format!("<html data-version=\"{name}\""), 1)
    })
}

/// The hash by which a page checks a file.
fn hash(bytes: impl AsRef<[u8]>) -> String {
    Base64::encode_string(&Sha384::digest(bytes))
}

fn for_each_page(folder: &Path, change: impl Fn(&str) -> String) -> Outcome {
    for (name, file) in server::files(folder)? {
        if name.ends_with("index.html") {
            fs::write(&file, change(&fs::read_to_string(&file)?))?;
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Outcome {
    for (name, file) in server::files(from)? {
        let to = to.join(name);
        fs::create_dir_all(to.parent().ok_or("no folder")?)?;
        fs::copy(file, to)?;
    }
    Ok(())
}
