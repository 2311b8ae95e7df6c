//! The views of results and of the checking task, which the browser fetches apart from the rest.
//!
//! Whoever answers needs neither yet, and the code for them is nearly half of all.
//! In a build with the feature `split`, [`draw`] and all that it alone needs are taken
//! out of the program into a file of their own, the chunk, by `site/src/split.rs`. In
//! any other build they are part of the program and always there.
//!
//! Two programs, one that asks and one that shows results, were tried before. Each
//! carried Yew, so a visit up to the result took nearly half as much again, and one had
//! to hand its whole state to the other. `docs/sizes.md` has the numbers.

use std::cell::Cell;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use yew::prelude::*;

use super::screen::Screen;
use crate::session::Stage;
use crate::visit::{Event, View, Visit};

/// The chunk could not be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotHere;

thread_local! {
    static HERE: Cell<bool> = const { Cell::new(!cfg!(all(feature = "split", target_family = "wasm"))) };
}

/// Whether the chunk is there.
pub fn is_here() -> bool {
    HERE.get()
}

/// Fetches the chunk, unless it is there. Once it is, it stays for as long as the
/// page is open.
///
/// # Errors
///
/// [`NotHere`]; the next call tries again.
pub async fn load() -> Result<(), NotHere> {
    split::load().await.map_err(|_| NotHere)?;
    HERE.set(true);
    Ok(())
}

/// Whether a visit shows what comes with the chunk.
pub fn is_needed(visit: &Visit) -> bool {
    match &visit.view {
        View::Landing | View::Opening => false,
        // The task follows a result.
        View::Quiz => matches!(visit.own.stage, Stage::TaskOffered | Stage::Tasking),
        View::Someone => visit.someone.stage == Stage::Finished,
        View::Own | View::Theirs(_) | View::Compare(_) | View::BadLink(_) | View::Nothing => true,
    }
}

/// The screen of a visit that needs the chunk; `None` while that is not there.
pub fn draw(visit: &Visit, send: &Callback<Event>) -> Option<Screen> {
    // Without the chunk, the call below would begin to fetch it, and nobody would hear
    // of the end of that.
    if !is_here() {
        return None;
    }
    let drawn = pin!(split::draw(visit, send));
    match drawn.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(drawn) => drawn.ok(),
        // This does not happen: the chunk is there, so the future has nothing to wait
        // for.
        Poll::Pending => None,
    }
}

#[cfg(feature = "split")]
mod split {
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    use super::{Callback, Event, Screen, Visit};
    use crate::ui::pages;

    #[wasm_split(result, fallible, preload(load))]
    pub fn draw(visit: &Visit, send: &Callback<Event>) -> Result<Screen, SplitLoaderError> {
        Ok(pages::of_chunk(visit, send))
    }
}

#[cfg(not(feature = "split"))]
mod split {
    use std::convert::Infallible;

    use super::{Callback, Event, Screen, Visit};
    use crate::ui::pages;

    pub async fn load() -> Result<(), Infallible> {
        Ok(())
    }

    pub async fn draw(visit: &Visit, send: &Callback<Event>) -> Result<Screen, Infallible> {
        Ok(pages::of_chunk(visit, send))
    }
}
