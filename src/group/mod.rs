//! The results of a group, for whoever advises the people in it: links found in any text, read, set
//! side by side, and given out again.
//!
//! The steps, each a module:
//!
//! 1. [`decode`]: the bytes of a file as a text, or what kind of file it is instead.
//! 2. [`find`]: every link in a text, also where a mail has broken it, with the name beside it.
//! 3. [`List`]: the links that were found, as they are kept. [`List::sorted`] parts them into
//!    [`Person`]s and what is set [`Aside`] with its reason; nothing is left out of both.
//! 4. [`Row`]: what a person's link holds, as plain values.
//! 5. [`Order`], [`Filter`], [`Spread`] and [`talk`]: what the page shows of the rows.
//! 6. [`export`]: the rows as CSV, as a table for spreadsheets, and as JSON.
//!
//! A number of a row is what the page of one result shows, and no other. Nothing here ranks people:
//! what they are sorted by is the reader's choice each time, and by itself a list stays as it came.

#![warn(missing_docs)]

mod cells;
mod decode;
mod example;
pub mod export;
mod find;
mod list;
mod name;
mod row;
mod spread;
pub mod talk;
mod view;
mod words;

pub use decode::{MOST_BYTES, NoText, decode};
pub use example::EXAMPLE;
pub use find::find;
pub use list::{Aside, Found, List, Note, Person, Reason, Sorted};
pub use name::clean;
pub use row::{Charts, Holds, Row, Score, Verdict};
pub use spread::Spread;
pub use view::{Column, Filter, Order, shown};
pub use words::{charts, conditions, holds, holds_in_full, start, verdict};
