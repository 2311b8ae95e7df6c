//! The file server that `cargo xtask serve` shows the site with, as a library so that the browser
//! tests start the very same one on a free port, and make it misbehave.

mod answer;
pub mod compress;
pub mod files;
pub mod headers;
pub mod server;
