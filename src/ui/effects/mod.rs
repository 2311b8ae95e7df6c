//! What touches the browser while the app runs: a hook for each concern. Which change
//! of the history follows from which change of the screen is decided without it, in
//! [`entry`].

pub mod entry;

mod chunk;
mod desk;
mod device;
mod focus;
mod group;
mod history;
mod pace;
mod place;
mod sender;
mod spot;

pub use chunk::use_chunk;
pub use desk::{Places, first_desk, use_desk, use_places};
pub use device::use_device;
pub use focus::{use_focus, use_title, use_turned};
pub use group::{Kept, first_group, use_group, use_printing, use_scoring};
pub use history::use_history;
pub use pace::use_pace;
pub use place::use_place;
pub use sender::use_sender;

use std::rc::Rc;

use yew::prelude::*;

use crate::builtin::quiz;
use crate::visit::{Event, Visit};

impl Reducible for Visit {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        self.after(quiz(), event).into()
    }
}

/// Sends events to the visit. It never changes, so effects can keep it.
pub type Dispatch = UseReducerDispatcher<Visit>;
