//! The server as a browser meets it: over a connection.

use std::fs;
use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use xtask::server::{Fault, Running, Server};

/// A small site in a directory of its own, which goes when the test ends.
struct Site(PathBuf);

impl Site {
    fn new(name: &str) -> io::Result<Self> {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(root.join("quiz"))?;
        fs::write(root.join("index.html"), "landing")?;
        fs::write(root.join("quiz/index.html"), "the quiz")?;
        fs::write(root.join("404.html"), "nothing here")?;
        fs::write(root.join("app_bg.wasm"), b"\0asm-and-more")?;
        Ok(Self(root))
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn ask(server: &Running, request: &str) -> io::Result<String> {
    ask_with(server, request, "Host: localhost")
}

fn ask_with(server: &Running, request: &str, header: &str) -> io::Result<String> {
    let mut stream = TcpStream::connect(server.address())?;
    // In one piece: the server need not listen to the end of what is no request.
    stream.write_all(format!("{request} HTTP/1.1\r\n{header}\r\n\r\n").as_bytes())?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

#[test]
fn pages_types_redirects_and_refusals() -> io::Result<()> {
    let site = Site::new("pages")?;
    let server = Server::new(&site.0)
        .headers(|path| vec![("X-Path".to_owned(), path.to_owned())])
        .start()?;
    for (request, status, contained) in [
        ("GET /", 200, "\r\n\r\nlanding"),
        ("GET /?from=mail", 200, "\r\n\r\nlanding"),
        ("GET /", 200, "Cache-Control: no-cache\r\n"),
        ("GET /quiz/", 200, "\r\n\r\nthe quiz"),
        ("GET /quiz/", 200, "X-Path: /quiz/\r\n"),
        ("GET /quiz", 301, "Location: ./quiz/\r\n"),
        ("GET /quiz?a=b", 301, "Location: ./quiz/?a=b\r\n"),
        (
            "GET /app_bg.wasm",
            200,
            "Content-Type: application/wasm\r\n",
        ),
        ("GET /quiz/index.html/", 404, "\r\n\r\nnothing here"),
        ("GET /none", 404, "\r\n\r\nnothing here"),
        ("GET /%2e%2e/%2e%2e/Cargo.toml", 404, "\r\n\r\nnothing here"),
        ("GET /../../Cargo.toml", 404, "\r\n\r\nnothing here"),
        ("POST /", 405, ""),
        ("GET / one too many", 400, ""),
    ] {
        let answer = ask(&server, request)?;
        let start = format!("HTTP/1.1 {status} ");
        assert!(
            answer.starts_with(&start) && answer.contains(contained),
            "{request}: {answer}"
        );
    }
    let head = ask(&server, "HEAD /quiz/")?;
    assert!(
        head.contains("Content-Length: 8\r\n") && head.ends_with("\r\n\r\n"),
        "{head}"
    );
    assert_eq!(server.requests()[1], "GET /?from=mail");
    Ok(())
}

#[test]
fn copies_go_to_those_who_take_them() -> io::Result<()> {
    let site = Site::new("copies")?;
    fs::write(site.0.join("index.html.br"), "small")?;
    let ask = |server: &Running, path: &str, encodings: &str| {
        let header = format!("Accept-Encoding: {encodings}");
        ask_with(server, &format!("GET {path}"), &header)
    };
    let server = Server::new(&site.0)
        .compressed()
        .headers(|_| vec![("Cache-Control".to_owned(), "immutable".to_owned())])
        .start()?;
    for encodings in ["br", "gzip, deflate, br, zstd", "gzip;q=0.5,br;q=1.0"] {
        let answer = ask(&server, "/", encodings)?;
        assert!(answer.ends_with("\r\n\r\nsmall"), "{answer}");
        assert!(
            answer.contains("Content-Type: text/html; charset=utf-8\r\n")
                && answer.contains("Content-Encoding: br\r\nVary: Accept-Encoding\r\n")
                && answer.contains("Cache-Control: immutable\r\n")
                && !answer.contains("no-cache"),
            "{answer}"
        );
    }
    let answer = ask(&server, "/", "gzip, brotli")?;
    assert!(answer.ends_with("landing") && !answer.contains("Content-Encoding"));
    let answer = ask(&server, "/quiz/", "br")?;
    assert!(answer.ends_with("the quiz") && !answer.contains("Content-Encoding"));
    let plain = Server::new(&site.0).start()?;
    assert!(ask(&plain, "/", "br")?.ends_with("landing"));
    Ok(())
}

#[test]
fn faults_happen_where_they_are_asked_for() -> io::Result<()> {
    let site = Site::new("faults")?;
    let delay = Duration::from_millis(50);
    let server = Server::new(&site.0)
        .faults(move |path| match path {
            "/none" => Some(Fault::NotFound),
            "/busy" => Some(Fault::Status(503)),
            "/index.html" => Some(Fault::Corrupt),
            "/app_bg.wasm" => Some(Fault::Cut),
            "/drop" => Some(Fault::Drop),
            "/quiz/" => Some(Fault::Delay(delay)),
            _ => None,
        })
        .start()?;
    assert!(ask(&server, "GET /none")?.contains("nothing here"));
    assert!(ask(&server, "GET /busy")?.starts_with("HTTP/1.1 503 "));
    let corrupt = ask(&server, "GET /index.html")?;
    assert!(corrupt.contains("Content-Length: 7\r\n") && !corrupt.contains("landing"));
    let cut = ask(&server, "GET /app_bg.wasm")?;
    assert!(
        cut.contains("Content-Length: 13\r\n") && cut.ends_with("\r\n\r\n\0asm-a"),
        "{cut}"
    );
    assert_eq!(ask(&server, "GET /drop")?, "");
    let started = Instant::now();
    assert!(ask(&server, "GET /quiz/")?.ends_with("the quiz"));
    assert!(started.elapsed() >= delay);
    assert!(ask(&server, "GET /")?.ends_with("landing"));
    Ok(())
}

#[test]
fn a_port_is_taken_once_and_given_back() -> io::Result<()> {
    let site = Site::new("ports")?;
    let server = Server::new(&site.0).start()?;
    let port = server.address().port();
    let second = Server::new(&site.0).port(port).start();
    assert_eq!(
        second.err().map(|error| error.kind()),
        Some(io::ErrorKind::AddrInUse)
    );
    drop(server);
    assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
    Ok(())
}
