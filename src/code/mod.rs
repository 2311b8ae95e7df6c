//! A value as a short text: what links and the device's memory share.
//!
//! # The format
//!
//! ```text
//! code = kind "=" version length body seal
//! ```
//!
//! - A *symbol* is a number of 0 to 63, written as one character: its place in
//!   `ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_`. These
//!   survive in an address unescaped. A *number* in several symbols has the
//!   highest first.
//! - `kind` is one lowercase letter; [`Kind`] lists them.
//! - `version` is one symbol, and 2 is what this text describes. Version 1 asked other
//!   questions, and is not read any more. 0 was never used.
//! - `length` is a number in two symbols: how many symbols `body` has. A code that
//!   is shorter than that has lost its end.
//! - `body` depends on kind and version. In version 2, symbols that are 0 are left
//!   out at its end, and whoever reads beyond its end reads 0. What was not said
//!   is 0, so it costs nothing there.
//! - `seal` is a number in five symbols: the CRC-30/CDMA (polynomial
//!   `0x2030b9c7`, initial value and final XOR `0x3fffffff`, bits not reflected)
//!   of these bytes: the letter of the kind, `=`, and a byte for the value of each
//!   symbol of version, length and body. It catches every change within 30 bits
//!   in a row, so a single changed symbol is always caught.
//!
//! Place and meaning of kind, version, length and seal are the same in every
//! version to come, as is the limit of 128 symbols behind the `=`, which holds
//! before anything is decoded. So an old build can tell an intact newer code from
//! a damaged one, and a damaged one from one that has lost its end. What a text is
//! called, by the first that is true:
//!
//! 1. [`NotOurs`](CodeError::NotOurs): it does not begin with a kind that is
//!    expected and `=`.
//! 2. [`Damaged`](CodeError::Damaged): more than 128 characters follow, or one
//!    that is no symbol.
//! 3. [`CutOff`](CodeError::CutOff): fewer than eight follow, which are a version,
//!    a length and a seal.
//! 4. Where the seal is wrong: [`CutOff`](CodeError::CutOff) if `length` is more
//!    than there is, else [`Damaged`](CodeError::Damaged).
//! 5. [`Newer`](CodeError::Newer): the version is above 2.
//!    [`Older`](CodeError::Older): it is 1.
//! 6. [`NotOurs`](CodeError::NotOurs): the version is 0, the length is not the
//!    body's, the body ends in a 0, or it is none that a writer makes. So every
//!    value has one spelling.
//!
//! # Why symbols and not bytes
//!
//! A symbol holds two items or three conditions, so a quick result is short as it is
//! (`links_stay_short` in the tests says how short). Bytes would need base64, and to
//! be shorter they would need compression.
//!
//! # Parts that several kinds have
//!
//! - *Digits* below a radix fill symbols from the first to the last: as many to a
//!   symbol as always fit (two of radix 7 or 8, three of radix 4), the first of
//!   them counting 1, the next the radix, the third its square.
//! - *Items*: digits of radix 7. None 0, levels 1 to 5 as they were ticked, "not
//!   sure" 6.
//! - *Task*: a number in two symbols, 0 without a task, else
//!   *form* · 1024 + *right* · 32 + *wrong*; the form is 1 with a clock and 2
//!   without, and right and wrong are at most 30 together.
//! - *Answers*: the quick items; the conditions as digits of radix 4 (none 0, fine
//!   1, hard 2, no 3); the starting point as digits of radix 8 (none 0, declined
//!   1, the options from 2 on); the task, of which at least one thing was judged;
//!   the items of the second round. What is asked later stands further back.
//!
//! The lists have the order and the lengths of the quiz, so the version is the
//! quiz's edition: 21 quick items and 17 more, 6 conditions and 6 questions about
//! the starting point.

#![warn(missing_docs)]

mod answers;
mod error;
mod kind;
mod reader;
mod seal;
mod sealed;
mod symbol;
mod task;
mod writer;

pub use answers::{read_answers, read_quick_items, write_answers, write_quick_items};
pub use error::{CodeError, Invalid};
pub use kind::Kind;
pub use reader::Reader;
pub use sealed::{VERSION, close, open};
pub use task::{Judged, read_judged, read_outcome, write_judged, write_outcome};
pub use writer::Writer;
