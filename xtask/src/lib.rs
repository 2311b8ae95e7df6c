//! What the commands share with the tests.

pub mod compress;
