//! Journeys through the built site in real browsers.
//!
//! `cargo xtask test` builds the site and starts them. By hand, for a site in
//! `dist/`: `CAREER_FIT_DIST=$PWD/dist cargo test --features journeys --test
//! browser -- --test-threads=1`. `CAREER_FIT_BROWSERS` is a list out of
//! chromium, firefox and webkit.
//!
//! A journey runs once in every browser, each time with fresh profiles:
//! [`world::journey`]. It acts through [`reader::Reader`] in the reader's own
//! verbs. Nothing waits for a time; everything waits for what it needs to see.
//! What a failed journey looked like is left in `tests/browser/output/`.

mod asking;
mod axe;
mod charts;
mod codes;
mod comparing;
mod crashes;
mod driver;
mod early;
mod embed;
#[path = "../examples/mod.rs"]
mod examples;
mod failures;
mod files;
mod focus;
mod folders;
mod frames;
mod group;
mod handouts;
mod hands;
mod keyboard;
mod links;
mod made;
mod offline;
mod outside;
mod paper;
mod pictures;
mod plans;
mod profile;
mod promises;
mod reader;
mod results;
mod resume;
mod settings;
mod sharing;
mod sharpen;
mod site;
mod steady;
mod tabs;
mod tampering;
mod versions;
mod views;
mod wishes;
mod words;
mod world;
