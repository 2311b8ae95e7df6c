//! Everything that can be known without a browser.

mod architecture;
mod charts;
mod claims;
mod content;
#[path = "../examples/mod.rs"]
mod examples;
mod explain;
mod fit;
mod group;
mod guide;
mod handouts;
mod history;
mod html;
mod kept;
mod plan;
mod reading;
mod render;
mod session;
mod settings;
mod share;
mod simulation;
mod support;
mod task;
mod vectors;
mod visit;
mod words;
