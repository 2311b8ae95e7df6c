//! Versions of the built site, one of which is on the server.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process;
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};

use base64ct::{Base64, Encoding as _};
use server::Fault;
use sha2::{Digest as _, Sha256, Sha384};
use site::{NO_SERVICE_WORKER, SERVICE_WORKER, service_worker};

use crate::driver::Outcome;
use crate::folders::copy;
use crate::site::{Site, dist};

/// The names of the versions besides the built one.
pub const VERSIONS: [&str; 3] = ["second", "third", "last"];

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
        let versions = VERSIONS.into_iter().map(Version::named);
        let versions = versions.collect::<Outcome<Vec<_>>>()?;
        let policy = |html: &str, policy| of_any_version(&versions, html, policy);
        let site = Rc::new(Site::with_policies(folder.join("site"), fault, policy)?);
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
                let mut parts = html.split("<script>");
                let before = parts.next().unwrap_or_default().to_owned();
                let rest = parts.map(|part| match part.split_once("</script>") {
                    Some((script, rest)) if script.contains(SERVICE_WORKER) => rest.to_owned(),
                    _ => format!("<script>{part}"),
                });
                before + &rest.collect::<String>()
            })?;
            fs::write(folder.join(SERVICE_WORKER), NO_SERVICE_WORKER)?;
            Ok(())
        })
    }

    /// Puts the built site back.
    pub fn put_back(&self) -> Outcome {
        self.exchange("back", |_| Ok(()))
    }

    fn put(&self, name: &str, finish: impl Fn(&Path) -> Outcome) -> Outcome {
        self.exchange(name, |next| {
            Version::named(name)?.write(next)?;
            finish(next)
        })
    }

    fn exchange(&self, name: &str, change: impl Fn(&Path) -> Outcome) -> Outcome {
        let next = self.folder.join("next");
        copy(&dist(), &next)?;
        change(&next)?;
        // At once, as it is on good hosts.
        let before = self.folder.join(format!("before-{name}"));
        if before.exists() {
            fs::remove_dir_all(&before)?;
        }
        fs::rename(self.folder.join("site"), before)?;
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

/// A version by its name. Its script bears the name, and gets a new address and a new hash by
/// that, as in a build.
struct Version {
    name: &'static str,
    /// The addresses of the script, before and now.
    addresses: [String; 2],
    /// The hashes by which pages check it.
    hashes: [String; 2],
    script: String,
}

impl Version {
    /// Every version that is put on a server, by its name.
    fn named(name: &str) -> Outcome<Self> {
        let known = VERSIONS.into_iter().find(|known| *known == name);
        let name = known.ok_or("a version that no policy allows")?;
        let is_script = |file: &String| file.starts_with("app-") && file.ends_with(".js");
        let files = server::files(&dist())?;
        let before = files.into_keys().find(is_script);
        let before = before.ok_or("the site has no script")?;
        let text = fs::read_to_string(dist().join(&before))?;
        let script = format!("{text}\ndocument.documentElement.dataset.script = '{name}';\n");
        Ok(Self {
            name,
            addresses: [before, format!("app-{name}.js")],
            hashes: [hash(text), hash(&script)],
            script,
        })
    }

    /// Writes it over the built site in this folder.
    fn write(&self, folder: &Path) -> Outcome {
        let [before, now] = &self.addresses;
        fs::remove_file(folder.join(before))?;
        fs::write(folder.join(now), &self.script)?;
        for_each_page(folder, |html| self.page(html))
    }

    fn page(&self, html: &str) -> String {
        let policy = match self.allowed(html) {
            Some(allowed) => html.replacen(ALLOWED, &allowed, 1),
            None => html.to_owned(),
        };
        let named = format!("<html data-version=\"{}\"", self.name);
        self.script_in(&policy).replacen("<html", &named, 1)
    }

    fn script_in(&self, html: &str) -> String {
        let [address, new_address] = &self.addresses;
        let [hash, new_hash] = &self.hashes;
        html.replace(address, new_address).replace(hash, new_hash)
    }

    /// What the policy of this page has to allow besides: the hash of the script stands in the
    /// page, in an element of its own.
    fn allowed(&self, html: &str) -> Option<String> {
        let (_, rest) = html.split_once("<script type=\"importmap\">")?;
        let (map, _) = rest.split_once("</script>")?;
        let hash = Base64::encode_string(&Sha256::digest(self.script_in(map)));
        Some(format!("{ALLOWED} 'sha256-{hash}'"))
    }
}

/// After this, a policy has the hashes of scripts.
const ALLOWED: &str = "'wasm-unsafe-eval'";

/// The policy of a page, if any version may be on the server.
fn of_any_version(versions: &[Version], html: &str, policy: String) -> String {
    let allowed = versions.iter().filter_map(|version| version.allowed(html));
    allowed.fold(policy, |policy, allowed| {
        policy.replacen(ALLOWED, &allowed, 1)
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
