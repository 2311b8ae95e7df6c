//! The built site on this machine's loopback address, served as hosts are asked to serve it, and able
//! to misbehave where a test wants it to.
//!
//! Which file a path means is `ServeDir`'s business. Here are the headers of the site's `_headers`,
//! copies by brotli, and faults.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use futures_util::stream::{self, StreamExt as _};
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt as _, Empty, StreamBody};
use hyper::body::{Bytes, Frame, Incoming};
use hyper::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, HeaderName, HeaderValue, VARY,
};
use hyper::http::response::Parts;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::sync::{Semaphore, oneshot};
use tower_http::services::{ServeDir, ServeFile};
use walkdir::WalkDir;

/// What goes wrong with the answer to one request.
#[derive(Clone)]
pub enum Fault {
    /// This status, with an empty page.
    Status(u16),
    /// The right length and one wrong byte, which an integrity hash must catch.
    Corrupt,
    /// The whole file, and these bytes after it: what an attacker may make of it.
    Extended(&'static [u8]),
    /// The connection closes in the middle of the file.
    Cut,
    /// The connection closes without an answer.
    Drop,
    /// The right answer, this much later.
    Delay(Duration),
    /// The right answer, once the gate is open.
    Held(Gate),
}

/// Holds answers back until it is opened, which it then is for good. Its clones are the same gate.
#[derive(Clone)]
pub struct Gate(Arc<Semaphore>);

impl Default for Gate {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(0)))
    }
}

impl Gate {
    /// Lets through what waits, and all that comes.
    pub fn open(&self) {
        self.0.close();
    }

    async fn opened(&self) {
        // The semaphore never has a permit, so this ends with an error, when it is closed.
        let _ = self.0.acquire().await;
    }
}

type Faults = dyn Fn(&str) -> Option<Fault> + Send + Sync;
type Body = UnsyncBoxBody<Bytes, io::Error>;

/// The browser asks for the file again each time.
const NO_CACHE: HeaderValue = HeaderValue::from_static("no-cache");

/// A server that has not started yet.
pub struct Server {
    root: PathBuf,
    port: u16,
    compressed: bool,
    faults: Box<Faults>,
    rules: Vec<[String; 3]>,
}

impl Server {
    /// A server of the files below `root`, on a free port.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self {
            root: root.into(),
            port: 0,
            compressed: false,
            faults: Box::new(|_| None),
            rules: Vec::new(),
        }
    }

    /// Listens on this port; 0 stands for any free one.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Sends files by brotli, at its strongest, to those who take it. They are compressed once, at
    /// the start, so that no measurement waits for it; what changes later is sent as it is.
    pub fn compressed(mut self) -> Self {
        self.compressed = true;
        self
    }

    /// Asks `faults` before each answer, with the request's path, such as `/quiz/`.
    pub fn faults(
        mut self,
        faults: impl Fn(&str) -> Option<Fault> + Send + Sync + 'static,
    ) -> Self {
        self.faults = Box::new(faults);
        self
    }

    /// Adds a header to those of `_headers`, by the same rule: a star may end the path.
    pub fn header(mut self, path: &str, name: &str, value: &str) -> Self {
        self.rules.push([path, name, value].map(str::to_owned));
        self
    }

    /// Answers from now on, in a thread of its own.
    ///
    /// # Errors
    /// [`io::ErrorKind::AddrInUse`] if another program has the port, others if the site cannot be
    /// read or its `_headers` make no sense.
    pub fn start(mut self) -> io::Result<Running> {
        let headers = self.root.join("_headers");
        if headers.exists() {
            self.rules.extend(rules(&fs::read_to_string(headers)?)?);
        }
        let rules = self.rules.into_iter().map(|[path, name, value]| {
            let name = name.parse().map_err(io::Error::other)?;
            Ok((path, name, value.parse().map_err(io::Error::other)?))
        });
        let site = Arc::new(Site {
            copies: if self.compressed {
                copies(&self.root)?
            } else {
                HashMap::new()
            },
            missing: ServeFile::new(self.root.join("404.html")),
            root: self.root,
            rules: rules.collect::<io::Result<_>>()?,
            faults: self.faults,
            requests: Mutex::default(),
        });
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, self.port))?;
        let address = listener.local_addr()?;
        listener.set_nonblocking(true)?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let entered = runtime.enter();
        let listener = tokio::net::TcpListener::from_std(listener)?;
        runtime.spawn(listen(listener, Arc::clone(&site)));
        drop(entered);
        // Nothing is ever sent here: the thread ends when the sender is dropped.
        let (stop, stopped) = oneshot::channel();
        let thread = thread::spawn(move || drop(runtime.block_on(stopped)));
        Ok(Running {
            address,
            site,
            stop: Some(stop),
            thread: Some(thread),
        })
    }
}

/// A server that answers until this value is dropped.
pub struct Running {
    address: SocketAddr,
    site: Arc<Site>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Running {
    /// The whole address of a path that starts with a slash.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// What was asked so far, in order, such as `GET /quiz/?a=b`.
    pub fn requests(&self) -> Vec<String> {
        self.site.requests().clone()
    }

    /// Answers until the program is stopped from outside.
    pub fn wait(mut self) {
        // If it ends, it has panicked, and has said so.
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop.take();
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

/// What the server's thread knows.
struct Site {
    root: PathBuf,
    missing: ServeFile,
    rules: Vec<(String, HeaderName, HeaderValue)>,
    faults: Box<Faults>,
    /// Copies by brotli, found by the bytes of the file. So a file that was exchanged since
    /// the start is sent as it is, and never as an old copy.
    copies: HashMap<Bytes, Bytes>,
    requests: Mutex<Vec<String>>,
}

async fn listen(listener: tokio::net::TcpListener, site: Arc<Site>) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // There are too many connections, or one has gone already.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let site = Arc::clone(&site);
        let answer = service_fn(move |request| {
            let site = Arc::clone(&site);
            async move { site.answer(request).await }
        });
        // A browser repeats a request that fails on a connection it had used before, so each has its
        // own, and a fault is seen when it happens.
        let connection = http1::Builder::new()
            .keep_alive(false)
            .serve_connection(TokioIo::new(stream), answer);
        // A browser that went away is no concern of the server's.
        tokio::spawn(async { drop(connection.await) });
    }
}

impl Site {
    fn requests(&self) -> MutexGuard<'_, Vec<String>> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// # Errors
    /// Those close the connection.
    async fn answer(&self, request: Request<Incoming>) -> io::Result<Response<Body>> {
        let asked = format!("{} {}", request.method(), request.uri());
        self.requests().push(asked);
        let fault = (self.faults)(request.uri().path());
        match &fault {
            Some(Fault::Delay(delay)) => tokio::time::sleep(*delay).await,
            Some(Fault::Held(gate)) => gate.opened().await,
            Some(Fault::Drop) => return Err(io::ErrorKind::ConnectionAborted.into()),
            _ => {}
        }
        let (mut head, body) = self.file(&request).await?;
        if fault.is_some() || !head.status.is_success() {
            // No browser may keep what went wrong, whatever the file's own rule is.
            head.headers.insert(CACHE_CONTROL, NO_CACHE);
        }
        let parts = match fault {
            Some(Fault::Status(status)) => {
                head.status = StatusCode::from_u16(status).map_err(io::Error::other)?;
                head.headers.insert(CONTENT_LENGTH, 0.into());
                Vec::new()
            }
            Some(Fault::Corrupt) => {
                let mut bytes = Vec::from(body);
                // The first one: WebAssembly with another byte in its middle can still be valid.
                if let Some(byte) = bytes.first_mut() {
                    *byte ^= 0x55;
                }
                vec![Ok(Frame::data(bytes.into()))]
            }
            Some(Fault::Extended(end)) => {
                let bytes = [&body, end].concat();
                head.headers.insert(CONTENT_LENGTH, bytes.len().into());
                vec![Ok(Frame::data(bytes.into()))]
            }
            Some(Fault::Cut) => {
                let cut = io::ErrorKind::ConnectionAborted.into();
                vec![Ok(Frame::data(body.slice(..body.len() / 2))), Err(cut)]
            }
            _ => vec![Ok(Frame::data(body))],
        };
        // The bytes before a failure are sent only if the failure does not come with them.
        let parts = stream::iter(parts).then(|part| async {
            tokio::task::yield_now().await;
            part
        });
        Ok(Response::from_parts(
            head,
            StreamBody::new(parts).boxed_unsync(),
        ))
    }

    /// What a static host that compresses and reads `_headers` would answer.
    async fn file<B>(&self, request: &Request<B>) -> io::Result<(Parts, Bytes)> {
        // Without the browser's conditions: they go by whole seconds, and a journey may have
        // exchanged the file within one.
        let plain = Request::builder()
            .method(request.method())
            .uri(request.uri())
            .body(Empty::<Bytes>::new())
            .map_err(io::Error::other)?;
        let mut files = ServeDir::new(&self.root).not_found_service(self.missing.clone());
        let (mut head, body) = files.try_call(plain).await?.into_parts();
        let mut body = body.collect().await?.to_bytes();
        for (path, name, value) in &self.rules {
            if matches(path, request.uri().path()) {
                head.headers.append(name, value.clone());
            }
        }
        head.headers.entry(CACHE_CONTROL).or_insert(NO_CACHE);
        let mut encodings = request.headers().get_all(ACCEPT_ENCODING).iter();
        let takes_brotli = encodings.any(|value| {
            let mut codings = value.as_bytes().split(|byte| b", ;".contains(byte));
            codings.any(|coding| coding == b"br")
        });
        if let Some(copy) = self.copies.get(&body).filter(|_| takes_brotli) {
            body = copy.clone();
            for (name, value) in [
                (CONTENT_LENGTH, body.len().into()),
                (CONTENT_ENCODING, HeaderValue::from_static("br")),
                (VARY, HeaderValue::from_static("accept-encoding")),
            ] {
                head.headers.insert(name, value);
            }
        }
        Ok((head, body))
    }
}

/// The rules of a `_headers` file: a line with a path, and below it the headers, indented.
fn rules(text: &str) -> io::Result<Vec<[String; 3]>> {
    let mut path = "";
    let mut rules = Vec::new();
    for line in text.lines() {
        let header = line.strip_prefix(' ').filter(|_| !path.is_empty());
        if let Some((name, value)) = header.and_then(|header| header.trim().split_once(": ")) {
            rules.push([path, name, value].map(str::to_owned));
        } else if line.starts_with('/') {
            path = line;
        } else if !(line.is_empty() || line.starts_with('#')) {
            return Err(io::Error::other(format!(
                "neither path nor header: {line:?}"
            )));
        }
    }
    Ok(rules)
}

fn matches(pattern: &str, path: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(start) => path.starts_with(start),
        None => path == pattern,
    }
}

/// Every file below `root`, by its address from there, such as `quiz/index.html`.
///
/// # Errors
/// Where a folder cannot be read.
pub fn files(root: &Path) -> io::Result<BTreeMap<String, PathBuf>> {
    let mut files = BTreeMap::new();
    for entry in WalkDir::new(root) {
        let entry = entry?;
        if entry.file_type().is_file() {
            let below = entry.path().strip_prefix(root).map_err(io::Error::other)?;
            let address = below.to_string_lossy().replace(MAIN_SEPARATOR, "/");
            files.insert(address, entry.into_path());
        }
    }
    Ok(files)
}

/// The files below `root` that shrink, each with its copy by brotli.
fn copies(root: &Path) -> io::Result<HashMap<Bytes, Bytes>> {
    let mut copies = HashMap::new();
    for file in files(root)?.values() {
        let bytes = fs::read(file)?;
        let copy = brotli(&bytes)?;
        if copy.len() < bytes.len() {
            copies.insert(bytes.into(), copy.into());
        }
    }
    Ok(copies)
}

/// Bytes by brotli at its strongest, as hosts compress what never changes.
///
/// # Errors
/// None that bytes in memory can bring about.
pub fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let strongest = brotli::enc::BrotliEncoderParams::default();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &strongest)?;
    Ok(compressed)
}
