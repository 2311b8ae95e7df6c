//! A file server on this machine's loopback address, which can be told to misbehave.
//!
//! It speaks just enough HTTP/1.1 for a browser: `GET` and `HEAD`, one request per connection.
//! Ready-made servers hide the connection, and the tests need to cut it in the middle of a file.
//! Nothing is cached or encrypted: what is on the disk now is what the browser gets. It compresses
//! nothing either, but can be told to send the copies that a build has compressed.

use std::io::{self, Read};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::answer::Answer;
use crate::files::{self, Found};

/// What goes wrong with the answer to one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is no such file: 404.
    NotFound,
    /// The server answers with this status and an empty page, such as 503.
    Status(u16),
    /// The right length, the wrong bytes; an integrity hash must catch it.
    Corrupt,
    /// The connection closes in the middle of the file.
    Cut,
    /// The connection closes without an answer.
    Drop,
    /// The answer is right, but comes this late.
    Delay(Duration),
}

type Faults = dyn Fn(&str) -> Option<Fault> + Send + Sync;
type Headers = dyn Fn(&str) -> Vec<(String, String)> + Send + Sync;

/// A server that hasn't started yet.
pub struct Server {
    root: PathBuf,
    port: u16,
    faults: Box<Faults>,
    headers: Box<Headers>,
    compressed: bool,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// A server of the files below `root`, on a free port.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self {
            root: root.into(),
            port: 0,
            faults: Box::new(|_| None),
            headers: Box::new(|_| Vec::new()),
            compressed: false,
            requests: Arc::default(),
        }
    }

    /// Listens on this port; 0 stands for any free one.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Asks `faults` before each answer, with the request's path as it was sent, without the
    /// query: `/quiz/`.
    pub fn faults(
        mut self,
        faults: impl Fn(&str) -> Option<Fault> + Send + Sync + 'static,
    ) -> Self {
        self.faults = Box::new(faults);
        self
    }

    /// Adds the headers that `headers` gives for a path to each answer. A `Cache-Control` among them
    /// stands in place of the usual one, by which the browser asks for everything anew.
    pub fn headers(
        mut self,
        headers: impl Fn(&str) -> Vec<(String, String)> + Send + Sync + 'static,
    ) -> Self {
        self.headers = Box::new(headers);
        self
    }

    /// Sends the copy by brotli that lies beside a file to browsers that take it, as hosts do.
    pub fn compressed(mut self) -> Self {
        self.compressed = true;
        self
    }

    /// Starts to answer, in threads of its own. On return the port is open.
    ///
    /// # Errors
    /// [`io::ErrorKind::AddrInUse`] if another program has the port.
    pub fn start(self) -> io::Result<Running> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, self.port))?;
        let address = listener.local_addr()?;
        let requests = Arc::clone(&self.requests);
        let stopping = Arc::new(AtomicBool::new(false));
        let stop = Arc::clone(&stopping);
        let listening = thread::spawn(move || {
            let server = Arc::new(self);
            for stream in listener.incoming() {
                if stop.load(Ordering::SeqCst) {
                    break;
                }
                let server = Arc::clone(&server);
                // A browser that went away is no concern of the server's.
                thread::spawn(move || stream.and_then(|stream| server.converse(stream)));
            }
        });
        Ok(Running {
            address,
            requests,
            stopping,
            listening: Some(listening),
        })
    }

    fn converse(&self, mut stream: TcpStream) -> io::Result<()> {
        // Browsers open connections on suspicion and may never use them.
        stream.set_read_timeout(Some(Duration::from_secs(60)))?;
        let Some(Request {
            method,
            target,
            takes_brotli,
        }) = read_request(&mut stream)?
        else {
            return Answer::status(400).write(&mut stream, "", &[]);
        };
        self.requests
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(format!("{method} {target}"));
        let (path, query) = match target.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (target.as_str(), None),
        };
        let fault = (self.faults)(path);
        let brotli = self.compressed && takes_brotli;
        let mut answer = match fault {
            Some(Fault::Drop) => return Ok(()),
            Some(Fault::NotFound) => Answer::missing(&self.root, brotli),
            Some(Fault::Status(status)) => Answer::status(status),
            _ if method != "GET" && method != "HEAD" => Answer::status(405),
            _ => self.answer(path, query, brotli),
        };
        match fault {
            Some(Fault::Delay(delay)) => thread::sleep(delay),
            Some(Fault::Corrupt) => answer.corrupt(),
            Some(Fault::Cut) => answer.cut(),
            _ => {}
        }
        answer.write(&mut stream, &method, &(self.headers)(path))
    }

    fn answer(&self, path: &str, query: Option<&str>, brotli: bool) -> Answer {
        match files::find(&self.root, path) {
            Found::File(file) => Answer::file(200, &file, brotli),
            Found::Moved(to) => Answer::moved(match query {
                Some(query) => format!("{to}?{query}"),
                None => to,
            }),
            Found::Missing => Answer::missing(&self.root, brotli),
        }
    }
}

/// A server that answers until this value is dropped.
pub struct Running {
    address: SocketAddr,
    requests: Arc<Mutex<Vec<String>>>,
    stopping: Arc<AtomicBool>,
    listening: Option<JoinHandle<()>>,
}

impl Running {
    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The whole address of a path that starts with a slash.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// What was asked so far, in order: `GET /quiz/?a=b`. A fragment never shows up here, which
    /// is the point of putting what is private there.
    pub fn requests(&self) -> Vec<String> {
        self.requests
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Answers until the program is stopped from outside.
    pub fn wait(mut self) {
        if let Some(listening) = self.listening.take() {
            // It ends only by a panic, whose message is already on the screen.
            let _ = listening.join();
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stopping.store(true, Ordering::SeqCst);
        // Wakes the thread, which waits for a connection.
        let _ = TcpStream::connect(self.address);
        if let Some(listening) = self.listening.take() {
            let _ = listening.join();
        }
    }
}

/// What is asked for.
struct Request {
    method: String,
    target: String,
    takes_brotli: bool,
}

/// Reads up to the empty line that ends a request's head. Gives nothing where it is none.
fn read_request(stream: &mut impl Read) -> io::Result<Option<Request>> {
    const LONGEST_HEAD: usize = 32 * 1024;
    let mut head = Vec::new();
    let mut chunk = [0; 4096];
    while head.len() < LONGEST_HEAD {
        let read = stream.read(&mut chunk)?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        head.extend_from_slice(&chunk[..read]);
        let mut headers = [httparse::EMPTY_HEADER; 100];
        let mut request = httparse::Request::new(&mut headers);
        match request.parse(&head) {
            Ok(httparse::Status::Partial) => {}
            Ok(httparse::Status::Complete(_)) => {
                let (method, target) = (request.method, request.path);
                return Ok(method.zip(target).map(|(method, target)| Request {
                    method: method.to_owned(),
                    target: target.to_owned(),
                    takes_brotli: takes_brotli(request.headers),
                }));
            }
            Err(_) => return Ok(None),
        }
    }
    Ok(None)
}

/// Browsers name what they take, and never with a weight of nothing.
fn takes_brotli(headers: &[httparse::Header<'_>]) -> bool {
    let mut values = headers
        .iter()
        .filter(|header| header.name.eq_ignore_ascii_case("Accept-Encoding"))
        .filter_map(|header| str::from_utf8(header.value).ok());
    values.any(|value| value.split([',', ';']).any(|coding| coding.trim() == "br"))
}
