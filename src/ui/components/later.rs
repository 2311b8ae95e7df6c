use gloo::timers::callback::Timeout;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct LaterProps {
    pub draw: Callback<(), Html>,
}

/// A part of a long page that is drawn in a task of its own, so that on a slow
/// phone what stands above it can be seen and used before.
///
/// `data-drawing` marks its place until then.
#[component]
pub fn Later(props: &LaterProps) -> Html {
    // Where a page is written ahead of time no effect runs, so it is drawn at once.
    let turn = use_state(|| !cfg!(target_arch = "wasm32"));
    use_effect_with((), {
        let turn = turn.setter();
        move |()| {
            let timeout = Timeout::new(0, move || turn.set(true));
            move || drop(timeout)
        }
    });
    if *turn {
        props.draw.emit(())
    } else {
        html! { <span data-drawing="" hidden=true></span> }
    }
}
