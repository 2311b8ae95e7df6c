//! Every document of the site, read as browsers read it.

mod files;
mod heads;
mod policy;
mod sights;
mod support;
