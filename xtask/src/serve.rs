//! `cargo xtask serve`: the site in the browser.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context, Result, bail};
use server::Server;

use crate::shell::{Shell, run};
use crate::steps::Steps;
use crate::toolchain::Parts;
use crate::{build, needs, tools};

/// Stands before the address in the line that tells of it. `front_door` looks for that line.
pub const SERVING: &str = "serving the site at ";
const STOP: &str = "stop with Ctrl+C";

/// How to serve.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    /// 0 stands for any free port.
    pub port: u16,
    /// Whether to open the browser as soon as the server listens.
    pub open: bool,
    /// Whether to rebuild and reload on each change, instead of showing what is released.
    pub dev: bool,
}

/// Builds, then serves until the program is stopped.
pub fn serve(options: &Options) -> Result<()> {
    check_port(options.port)?;
    let mut shell = Shell::new();
    let mut needs = Parts::for_building();
    if options.dev {
        needs.extend(tools::for_developing(&mut shell)?);
    }
    let further = if options.dev { 1 } else { 2 };
    let mut steps = needs::ensure(&shell, &needs, further)?;
    if options.dev {
        return develop(&shell, options, &mut steps);
    }
    steps.take(build::TITLE, build::LENGTH, || build::release(&shell))?;
    let dist = shell.file("dist");
    let server = Server::new(dist)
        .port(options.port)
        .start()
        .with_context(|| format!("cannot listen on port {}", options.port))?;
    let address = server.url("/");
    steps.begin(&format!("{SERVING}{address}"), STOP);
    if options.open && open::that_detached(&address).is_err() {
        println!("No browser could be started; open {address} yourself.");
    }
    server.wait();
    Ok(())
}

/// Trunk rebuilds and reloads. The public URL is absolute here because Trunk writes its own
/// addresses, such as that of the reload socket, by it.
fn develop(shell: &Shell, options: &Options, steps: &mut Steps) -> Result<()> {
    build::fetch(shell)?;
    let mut trunk = build::trunk(shell);
    trunk
        .args(["serve", "--public-url", "/", "--port"])
        .arg(options.port.to_string());
    if options.open {
        trunk.arg("--open");
    }
    let address = format!("http://127.0.0.1:{}/", options.port);
    steps.begin(&format!("{SERVING}{address} with live reload"), STOP);
    run(&mut trunk)
}

/// Refuses a busy port at once, and not after the minutes that a build can take.
fn check_port(port: u16) -> Result<()> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AddrInUse => bail!(
            "port {port} is in use by another program; choose another one: \
             cargo xtask serve --port {}",
            port.checked_add(1).unwrap_or(8080)
        ),
        Err(error) => Err(error).with_context(|| format!("cannot listen on port {port}")),
    }
}
