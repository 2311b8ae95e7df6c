//! What the server says, byte for byte.

use std::io::{self, Write};
use std::path::Path;

use crate::compress::{BROTLI, copy_of};
use crate::files;

/// An answer that is ready to be sent.
pub struct Answer {
    status: u16,
    location: Option<String>,
    content_type: String,
    /// The body is a copy by brotli.
    brotli: bool,
    body: Vec<u8>,
    /// How many bytes of the body are sent, whatever length was announced.
    sent: usize,
}

impl Answer {
    fn new(status: u16, content_type: String, body: Vec<u8>) -> Self {
        Self {
            status,
            location: None,
            content_type,
            brotli: false,
            sent: body.len(),
            body,
        }
    }

    /// Only a status, with a line of text for people.
    pub fn status(status: u16) -> Self {
        let text = format!("{status} {}\n", reason(status));
        Self::new(status, "text/plain; charset=utf-8".to_owned(), text.into())
    }

    /// The site's own page for what isn't there, if it has one, as on static hosts.
    pub fn missing(root: &Path, brotli: bool) -> Self {
        let page = root.join("404.html");
        if page.is_file() {
            Self::file(404, &page, brotli)
        } else {
            Self::status(404)
        }
    }

    /// "Ask there", relative to what was asked for.
    pub fn moved(to: String) -> Self {
        Self {
            location: Some(to),
            ..Self::status(301)
        }
    }

    /// A file's bytes; where `brotli` is wanted, those of the copy beside it, if there is one.
    pub fn file(status: u16, file: &Path, brotli: bool) -> Self {
        if brotli && let Ok(body) = std::fs::read(copy_of(file, BROTLI)) {
            return Self {
                brotli,
                ..Self::new(status, files::content_type(file), body)
            };
        }
        match std::fs::read(file) {
            Ok(body) => Self::new(status, files::content_type(file), body),
            Err(_) => Self::status(500),
        }
    }

    /// Changes one byte.
    pub fn corrupt(&mut self) {
        // The first byte: a WebAssembly module with another byte in its middle can
        // still be valid, and then a test sees nothing.
        if let Some(byte) = self.body.first_mut() {
            *byte ^= 0x55;
        }
    }

    /// Promises the whole body and sends half of it.
    pub fn cut(&mut self) {
        self.sent /= 2;
    }

    /// Sends it, with the `extra` headers.
    pub fn write(
        &self,
        stream: &mut impl Write,
        method: &str,
        extra: &[(String, String)],
    ) -> io::Result<()> {
        let mut head = format!(
            "HTTP/1.1 {} {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n\
             X-Content-Type-Options: nosniff\r\nConnection: close\r\n",
            self.status,
            reason(self.status),
            self.content_type,
            self.body.len(),
        );
        let location = self.location.as_deref().map(|to| ("Location", to));
        let encoding = [("Content-Encoding", "br"), ("Vary", "Accept-Encoding")];
        let encoding = encoding.into_iter().filter(|_| self.brotli);
        let named = extra.iter().any(|(name, _)| name == "Cache-Control");
        let cache = (!named).then_some(("Cache-Control", "no-cache"));
        let extra = extra
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()));
        for (name, value) in location
            .into_iter()
            .chain(encoding)
            .chain(cache)
            .chain(extra)
        {
            head += &format!("{name}: {value}\r\n");
        }
        head += "\r\n";
        stream.write_all(head.as_bytes())?;
        if method != "HEAD" {
            stream.write_all(&self.body[..self.sent])?;
        }
        stream.flush()
    }
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        301 => "Moved Permanently",
        400 => "Bad Request",
        404 => "Not Found",
        405 => "Method Not Allowed",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        _ => "Unknown",
    }
}
