//! What would mislead the journeys if it were broken, over a connection as browsers have one.

use std::fs;
use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use server::{Fault, Gate, Running, Server};

/// A small site in a fresh folder.
fn site(name: &str, landing: &str) -> io::Result<PathBuf> {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(root.join("quiz"))?;
    let headers = "# For hosts\n/*\n  A: 1\n\n/app-*\n  Cache-Control: immutable\n/quiz/\n  B: 2\n";
    for (file, text) in [
        ("_headers", headers),
        ("index.html", landing),
        ("quiz/index.html", "the quiz"),
        ("404.html", "nothing here"),
        ("app-0_bg.wasm", "\0asm and more"),
        ("long.css", &"a".repeat(1000)),
    ] {
        fs::write(root.join(file), text)?;
    }
    Ok(root)
}

/// Asks and reads to the end of the connection. Names of headers come in lower case.
fn ask(server: &Running, request: &str) -> io::Result<String> {
    let address = server.url("").replace("http://", "");
    let mut stream = TcpStream::connect(address)?;
    let head = "Host: localhost\r\nAccept-Encoding: gzip, br;q=1.0\r\n\
                If-Modified-Since: Fri, 31 Dec 2100 23:59:59 GMT\r\n\r\n";
    stream.write_all(format!("{request} HTTP/1.1\r\n{head}").as_bytes())?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

#[test]
fn answers_are_those_of_a_host() -> io::Result<()> {
    let server = Server::new(site("answers", "landing")?)
        .header("/quiz/", "C", "3")
        .start()?;
    for (request, status, contained) in [
        ("GET /", 200, "\r\n\r\nlanding"),
        ("GET /?from=mail", 200, "\r\n\r\nlanding"),
        ("GET /", 200, "cache-control: no-cache\r\n"),
        ("GET /long.css", 200, "\r\n\r\naaa"),
        ("GET /quiz/", 200, "\r\n\r\nthe quiz"),
        ("GET /quiz/", 200, "c: 3\r\na: 1\r\nb: 2\r\n"),
        ("GET /quiz?a=b", 307, "location: /quiz/?a=b\r\n"),
        (
            "GET /app-0_bg.wasm",
            200,
            "content-type: application/wasm\r\n",
        ),
        ("GET /app-0_bg.wasm", 200, "cache-control: immutable\r\n"),
        ("GET /app-1_bg.wasm", 404, "cache-control: no-cache\r\n"),
        ("GET /none", 404, "\r\n\r\nnothing here"),
        (
            "GET /%2e%2e/answers/index.html",
            404,
            "\r\n\r\nnothing here",
        ),
        ("GET /../answers/index.html", 404, "\r\n\r\nnothing here"),
        ("POST /", 405, ""),
    ] {
        let answer = ask(&server, request)?;
        assert!(
            answer.starts_with(&format!("HTTP/1.1 {status} ")) && answer.contains(contained),
            "{request}: {answer}"
        );
    }
    assert_eq!(server.requests()[1], "GET /?from=mail");
    Ok(())
}

#[test]
fn what_shrinks_comes_by_brotli() -> io::Result<()> {
    let root = site("brotli", "landing")?;
    let server = Server::new(&root).compressed().start()?;
    let answer = ask(&server, "GET /long.css")?;
    let length = server::brotli(&[b'a'; 1000])?.len();
    assert!(length < 100);
    for header in [
        "content-encoding: br\r\nvary: accept-encoding",
        &format!("content-length: {length}"),
    ] {
        assert!(answer.contains(&format!("{header}\r\n")), "{answer}");
    }
    assert!(ask(&server, "GET /")?.ends_with("\r\n\r\nlanding"));
    Ok(())
}

#[test]
fn faults_happen_where_they_are_asked_for() -> io::Result<()> {
    let gate = Gate::default();
    let held = gate.clone();
    let server = Server::new(site("faults", "landing")?)
        .faults(move |path| match path {
            "/busy" => Some(Fault::Status(503)),
            "/index.html" => Some(Fault::Corrupt),
            "/app-0_bg.wasm" => Some(Fault::Cut),
            "/drop" => Some(Fault::Drop),
            "/long.css" => Some(Fault::Delay(Duration::from_millis(50))),
            "/quiz/" => Some(Fault::Held(held.clone())),
            _ => None,
        })
        .start()?;
    let busy = ask(&server, "GET /busy")?;
    assert!(
        busy.starts_with("HTTP/1.1 503 ") && busy.ends_with("\r\n\r\n"),
        "{busy}"
    );
    let corrupt = ask(&server, "GET /index.html")?;
    assert!(
        corrupt.contains("content-length: 7\r\n") && corrupt.ends_with("anding"),
        "{corrupt}"
    );
    assert!(!corrupt.contains("landing"), "{corrupt}");
    let cut = ask(&server, "GET /app-0_bg.wasm")?;
    assert!(
        cut.contains("content-length: 13\r\n") && cut.ends_with("\r\n\r\n\0asm a"),
        "{cut}"
    );
    assert!(cut.contains("cache-control: no-cache\r\n"), "{cut}");
    assert_eq!(ask(&server, "GET /drop")?, "");
    assert!(ask(&server, "GET /long.css")?.ends_with("aaa"));
    thread::scope(|scope| {
        let quiz = scope.spawn(|| ask(&server, "GET /quiz/"));
        // What is held keeps nobody else waiting.
        while server.requests().len() < 6 {
            thread::yield_now();
        }
        assert!(ask(&server, "GET /")?.ends_with("landing"));
        assert!(!quiz.is_finished());
        gate.open();
        assert!(quiz.join().expect("no panic")?.ends_with("the quiz"));
        Ok(())
    })
}

/// Another build may stand there within the same second, and the browser's copy is not good enough.
#[test]
fn what_is_in_the_folder_now_is_sent() -> io::Result<()> {
    let root = site("before", "before")?;
    let server = Server::new(&root).start()?;
    assert!(ask(&server, "GET /")?.ends_with("before"));
    fs::rename(&root, root.with_file_name("gone"))?;
    fs::rename(site("after", "after")?, &root)?;
    assert!(ask(&server, "GET /")?.ends_with("after"));
    fs::remove_dir_all(root.with_file_name("gone"))
}

#[test]
fn a_port_is_taken_once_and_given_back() -> io::Result<()> {
    let root = site("ports", "landing")?;
    let server = Server::new(&root).start()?;
    let port = server
        .url("")
        .rsplit(':')
        .next()
        .and_then(|port| port.parse().ok());
    let port = port.expect("a port");
    let second = Server::new(&root).port(port).start();
    assert_eq!(
        second.err().map(|error| error.kind()),
        Some(io::ErrorKind::AddrInUse)
    );
    drop(server);
    assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
    Ok(())
}
