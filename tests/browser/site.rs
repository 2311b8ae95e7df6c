//! The built site on a server of its own.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use scraper::{Html, Selector};
use server::{Fault, Running, Server};

use crate::driver::Outcome;

/// Where browsers report what the content security policy has stopped.
const REPORTS: &str = "/what-the-policy-stopped";

/// The site, its server, and what was asked of it.
pub struct Site {
    server: Running,
    /// How often a journey has done what the policy must stop.
    provoked: Cell<usize>,
}

impl Site {
    pub fn start() -> Outcome<Self> {
        Self::failing(|_| None)
    }

    /// A site whose server does this to a request for a path.
    pub fn failing(fault: impl Fn(&str) -> Option<Fault> + Send + Sync + 'static) -> Outcome<Self> {
        Self::of(dist(), fault)
    }

    /// A site in another folder than the built one.
    pub fn of(
        dist: PathBuf,
        fault: impl Fn(&str) -> Option<Fault> + Send + Sync + 'static,
    ) -> Outcome<Self> {
        Self::with_policies(dist, fault, |_, policy| policy)
    }

    /// A site whose files may change. `policy` gives the policy of a page for as long as the server
    /// runs, from its HTML and the policy that this has at first.
    pub fn with_policies(
        dist: PathBuf,
        fault: impl Fn(&str) -> Option<Fault> + Send + Sync + 'static,
        policy: impl Fn(&str, String) -> String,
    ) -> Outcome<Self> {
        let mut server = Server::new(&dist).faults(fault);
        for (path, policy) in policies(&dist, policy)? {
            // The pages' own policy once more, so that every browser reports.
            let policy = format!("{policy}; report-uri {REPORTS}");
            server = server.header(&path, "Content-Security-Policy", &policy);
        }
        Ok(Self {
            server: server.start()?,
            provoked: Cell::new(0),
        })
    }

    /// The whole address of a path that starts with a slash.
    pub fn url(&self, path: &str) -> String {
        self.server.url(path)
    }

    /// How often a browser reported that the policy stopped something.
    pub fn reports(&self) -> usize {
        let reports = |request: &&String| request.ends_with(REPORTS);
        self.server.requests().iter().filter(reports).count()
    }

    /// A journey does what the policy must stop. Gives how often that was.
    pub fn provoke(&self) -> usize {
        self.provoked.set(self.provoked.get() + 1);
        self.provoked.get()
    }

    pub fn provoked(&self) -> usize {
        self.provoked.get()
    }

    /// What was asked, without the reports.
    pub fn requests(&self) -> Vec<String> {
        let mut requests = self.server.requests();
        requests.retain(|request| !request.ends_with(REPORTS));
        requests
    }

    /// Requests that carry something to the server. How a site that frames the quiz wants it shown
    /// says nothing of the reader.
    pub fn telling_requests(&self) -> Vec<String> {
        const BY_HOSTS: [&str; 2] = ["embed", "embed=quiet"];
        let mut requests = self.requests();
        requests.retain(|request| {
            let query = request.split_once('?').map(|(_, query)| query);
            !request.starts_with("GET /") || query.is_some_and(|query| !BY_HOSTS.contains(&query))
        });
        requests
    }
}

/// Where the built site is.
pub fn dist() -> PathBuf {
    env::var_os("CAREER_FIT_DIST")
        .map(PathBuf::from)
        .unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"))
}

/// The policy that each page has in its head, changed, by the page's path.
fn policies(
    dist: &Path,
    change: impl Fn(&str, String) -> String,
) -> Outcome<BTreeMap<String, String>> {
    let mut policies = BTreeMap::new();
    let meta = Selector::parse("meta[http-equiv=Content-Security-Policy]").expect("a selector");
    let files = server::files(dist)
        .map_err(|error| format!("the built site: {error}; cargo xtask build"))?;
    for (name, file) in files {
        if let Some(path) = name.strip_suffix("index.html") {
            let text = fs::read_to_string(file)?;
            let html = Html::parse_document(&text);
            let policy = html
                .select(&meta)
                .next()
                .and_then(|meta| meta.attr("content"));
            let policy = policy.ok_or_else(|| format!("{name} has no content security policy"))?;
            policies.insert(format!("/{path}"), change(&text, policy.to_owned()));
        }
    }
    Ok(policies)
}
