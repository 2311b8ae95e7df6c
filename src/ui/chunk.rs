//! The views of results and of the checking task, those of charts to be coded, and those for
//! advisers, which the browser fetches apart from the rest.
//!
//! Whoever answers needs none of them yet, and the code for results is nearly half of all.
//! In a build with the feature `split`, what [`draw`] calls and all that it alone needs are
//! taken out of the program into files of their own, the chunks, by `site/src/split.rs`. In
//! any other build they are part of the program and always there.
//!
//! Two programs, one that asks and one that shows results, were tried before. Each
//! carried Yew, so a visit up to the result took nearly half as much again, and one had
//! to hand its whole state to the other. `docs/sizes.md` has the numbers.

use std::cell::Cell;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::scorer::Scorer;
use super::screen::Screen;
use crate::group::Row;
use crate::session::Stage;
use crate::share::Shared;
use crate::visit::{Event, Page, View, Visit};

/// A part of the program that comes when it is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chunk {
    /// The views of results, and the checking task.
    Result,
    /// The charts to be coded, with their views.
    Charts,
    /// What is for advisers: the results of a group, and what they hand out.
    Advisers,
}

/// A chunk could not be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotHere;

thread_local! {
    static HERE: Cell<[bool; 3]> =
        const { Cell::new([!cfg!(all(feature = "split", target_family = "wasm")); 3]) };
}

/// Whether a chunk is there.
pub fn is_here(chunk: Chunk) -> bool {
    let [result, charts, advisers] = HERE.get();
    match chunk {
        Chunk::Result => result,
        Chunk::Charts => charts,
        Chunk::Advisers => advisers,
    }
}

/// Fetches a chunk, unless it is there. Once it is, it stays for as long as the
/// page is open.
///
/// # Errors
///
/// [`NotHere`]; the next call tries again.
pub async fn load(chunk: Chunk) -> Result<(), NotHere> {
    match chunk {
        Chunk::Result => split::load_result().await.map_err(|_| NotHere)?,
        Chunk::Charts => split::load_charts().await.map_err(|_| NotHere)?,
        Chunk::Advisers => split::load_advisers().await.map_err(|_| NotHere)?,
    }
    // Another chunk may have come meanwhile.
    let [result, charts, advisers] = HERE.get();
    HERE.set([
        result || chunk == Chunk::Result,
        charts || chunk == Chunk::Charts,
        advisers || chunk == Chunk::Advisers,
    ]);
    Ok(())
}

/// The chunk without which a page has nothing to show; `None` where that depends on the visit.
pub const fn of(page: Page) -> Option<Chunk> {
    match page {
        Page::Landing | Page::Quiz | Page::Someone | Page::Result => None,
        Page::Try => Some(Chunk::Charts),
        Page::Group | Page::Handouts => Some(Chunk::Advisers),
    }
}

/// Which chunk has what a visit shows; `None` where the program itself has it.
pub fn needed(visit: &Visit) -> Option<Chunk> {
    let in_result = match &visit.view {
        View::Landing | View::Opening => false,
        // The task follows a result.
        View::Quiz => matches!(visit.own.stage, Stage::TaskOffered | Stage::Tasking),
        View::Someone => visit.someone.stage == Stage::Finished,
        View::Own | View::Theirs(_) | View::Compare(_) | View::BadLink(_) | View::Nothing => true,
        View::Try | View::Group | View::Handouts => return of(visit.view.page()),
    };
    in_result.then_some(Chunk::Result)
}

/// Fetches what [`rows`] needs, unless it is there.
///
/// # Errors
///
/// [`NotHere`]; the next call tries again.
async fn load_rows() -> Result<(), NotHere> {
    load(Chunk::Result).await?;
    // The file is there now, but each way into it has to be opened by itself.
    split::load_rows().await.map_err(|_| NotHere)
}

/// The same for a page, which says what came of it.
fn fetch_rows(come: Callback<bool>) {
    spawn_local(async move { come.emit(load_rows().await.is_ok()) });
}

const SCORER: Scorer = Scorer {
    load: fetch_rows,
    rows,
};

/// The rows of a group's results; `None` while the chunk of results is not there, which has all
/// that scores.
fn rows(results: &[Shared]) -> Option<Vec<Option<Row>>> {
    if !is_here(Chunk::Result) {
        return None;
    }
    at_once(split::rows(results))
}

/// The screen of a visit that needs a chunk; `None` while that is not there.
pub fn draw(visit: &Visit, send: &Callback<Event>) -> Option<Screen> {
    // Without the chunk, the calls below would begin to fetch it, and nobody would hear
    // of the end of that.
    match needed(visit).filter(|chunk| is_here(*chunk))? {
        Chunk::Result => at_once(split::result(visit, send)),
        Chunk::Charts => at_once(split::charts(visit)),
        Chunk::Advisers => at_once(split::advisers(visit)),
    }
}

fn at_once<T, E>(drawn: impl Future<Output = Result<T, E>>) -> Option<T> {
    match pin!(drawn).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(drawn) => drawn.ok(),
        // This does not happen: the chunk is there, so the future has nothing to wait
        // for.
        Poll::Pending => None,
    }
}

#[cfg(feature = "split")]
mod split {
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    use super::{Callback, Event, Row, Screen, Shared, Visit};
    use crate::builtin::quiz;
    use crate::ui::pages;

    #[wasm_split(result, fallible, preload(load_result))]
    pub fn result(visit: &Visit, send: &Callback<Event>) -> Result<Screen, SplitLoaderError> {
        Ok(pages::of_chunk(visit, send))
    }

    #[wasm_split(result, fallible, preload(load_rows))]
    pub fn rows(results: &[Shared]) -> Result<Vec<Option<Row>>, SplitLoaderError> {
        Ok(results.iter().map(|each| Row::of(quiz(), each)).collect())
    }

    #[wasm_split(charts, fallible, preload(load_charts))]
    pub fn charts(visit: &Visit) -> Result<Screen, SplitLoaderError> {
        Ok(pages::charts(visit))
    }

    #[wasm_split(advisers, fallible, preload(load_advisers))]
    pub fn advisers(visit: &Visit) -> Result<Screen, SplitLoaderError> {
        Ok(pages::for_advisers(visit, super::SCORER))
    }
}

#[cfg(not(feature = "split"))]
mod split {
    use std::convert::Infallible;

    use super::{Callback, Event, Row, Screen, Shared, Visit};
    use crate::builtin::quiz;
    use crate::ui::pages;

    pub async fn load_result() -> Result<(), Infallible> {
        Ok(())
    }

    pub async fn load_rows() -> Result<(), Infallible> {
        Ok(())
    }

    pub async fn load_charts() -> Result<(), Infallible> {
        Ok(())
    }

    pub async fn load_advisers() -> Result<(), Infallible> {
        Ok(())
    }

    pub async fn result(visit: &Visit, send: &Callback<Event>) -> Result<Screen, Infallible> {
        Ok(pages::of_chunk(visit, send))
    }

    pub async fn rows(results: &[Shared]) -> Result<Vec<Option<Row>>, Infallible> {
        Ok(results.iter().map(|each| Row::of(quiz(), each)).collect())
    }

    pub async fn charts(visit: &Visit) -> Result<Screen, Infallible> {
        Ok(pages::charts(visit))
    }

    pub async fn advisers(visit: &Visit) -> Result<Screen, Infallible> {
        Ok(pages::for_advisers(visit, super::SCORER))
    }
}
