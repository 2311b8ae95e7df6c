use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::browser::page;
use crate::ui::chunk;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fetch {
    Coming,
    Here,
    Missing,
}

pub struct ChunkState {
    /// The chunk was needed, and fetching it has failed.
    pub is_missing: bool,
    /// Fetches it once more.
    pub again: Callback<MouseEvent>,
}

/// Fetches the chunk while the reader answers, so that nobody waits for it later,
/// and at the latest when it is `needed`. The app is drawn anew when it has come.
#[hook]
pub fn use_chunk(needed: bool) -> ChunkState {
    let state = use_state_eq(|| match chunk::is_here() {
        true => Fetch::Here,
        false => Fetch::Coming,
    });
    let set = state.setter();
    let fetch = use_callback((), move |needed: bool, ()| {
        let set = set.clone();
        spawn_local(async move {
            match chunk::load().await {
                Ok(()) => set.set(Fetch::Here),
                Err(chunk::NotHere) if needed => set.set(Fetch::Missing),
                // Nobody waits for it yet, and it is fetched again when it is needed.
                Err(chunk::NotHere) => {}
            }
        });
    });
    use_effect_with(needed, {
        let (fetch, set) = (fetch.clone(), state.setter());
        move |needed| {
            // Whoever asked the browser to save data may never come to a result.
            if !chunk::is_here() && (*needed || !page::saves_data()) {
                set.set(Fetch::Coming);
                fetch.emit(*needed);
            }
        }
    });
    let set = state.setter();
    ChunkState {
        is_missing: *state == Fetch::Missing,
        again: Callback::from(move |_| {
            set.set(Fetch::Coming);
            fetch.emit(true);
        }),
    }
}
