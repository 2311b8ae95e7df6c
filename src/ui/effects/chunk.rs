use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::browser::page;
use crate::ui::chunk::{self, Chunk};

pub struct ChunkState {
    /// A chunk was needed, and fetching it has failed.
    pub is_missing: bool,
    /// Fetches it once more.
    pub again: Callback<MouseEvent>,
}

/// How often chunks have come or failed to, and which one was needed and did not come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Fetched {
    times: u32,
    missing: Option<Chunk>,
}

/// Fetches the chunk of results while the reader answers, so that nobody waits for it
/// later, and any chunk when it is `needed`. The app is drawn anew when it has come.
#[hook]
pub fn use_chunk(needed: Option<Chunk>) -> ChunkState {
    let state = use_state_eq(Fetched::default);
    let latest = use_mut_ref(Fetched::default);
    let fetch = use_callback((), {
        let (set, latest) = (state.setter(), latest.clone());
        move |(chunk, is_needed): (Chunk, bool), ()| {
            let (set, latest) = (set.clone(), latest.clone());
            spawn_local(async move {
                let loaded = chunk::load(chunk).await;
                // Nobody waits for what is not needed yet, and it is fetched again when it is.
                if loaded.is_ok() || is_needed {
                    let mut latest = latest.borrow_mut();
                    latest.times += 1;
                    latest.missing = loaded.is_err().then_some(chunk);
                    set.set(*latest);
                }
            });
        }
    });
    use_effect_with(needed, {
        let fetch = fetch.clone();
        move |needed| match needed {
            Some(chunk) if !chunk::is_here(*chunk) => fetch.emit((*chunk, true)),
            // Whoever asked the browser to save data may never come to a result.
            None if !chunk::is_here(Chunk::Result) && !page::saves_data() => {
                fetch.emit((Chunk::Result, false));
            }
            _ => {}
        }
    });
    let set = state.setter();
    ChunkState {
        is_missing: needed.is_some() && state.missing == needed,
        again: Callback::from(move |_| {
            if let Some(chunk) = needed {
                set.set(Fetched {
                    missing: None,
                    ..*latest.borrow()
                });
                fetch.emit((chunk, true));
            }
        }),
    }
}
