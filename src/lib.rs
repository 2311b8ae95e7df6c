//! A career quiz with an honest answer: how far what a person says overlaps
//! with what an inpatient coder's work asks for.
//!
//! The modules in the order in which an answer walks through them. Whoever wants to score answers
//! begins at [`fit`], which has the formulas and an example.

pub mod merge;

pub mod content;

#[cfg(feature = "ssr")]
pub mod pseudo;

pub mod builtin;

#[deny(dead_code)]
mod say;

pub mod answers;

pub mod code;

pub mod fit;

pub mod task;

pub mod charts;

pub mod plan;

pub mod share;

pub mod group;

pub mod session;

pub mod settings;

pub mod kept;

pub mod visit;

pub mod browser;

pub mod ui;
