use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// What parts in turn are given.
#[derive(Clone, PartialEq, Properties)]
pub struct InTurnProps {
    /// Draws each part, from the top down.
    pub parts: Vec<Callback<(), Html>>,
    /// How many of them are not drawn again: they stand above.
    #[prop_or_default]
    pub above: usize,
}

/// Parts of a long page, drawn one after another below what stands above them. On
/// a slow phone the top can be seen and used before the rest is there.
///
/// `data-drawing` marks the place until all parts stand.
#[component]
pub fn InTurn(props: &InTurnProps) -> Html {
    let InTurnProps { parts, above } = props;
    // A page that is written ahead of time is whole.
    let turn = use_state(|| !cfg!(target_arch = "wasm32"));
    use_effect_with((), {
        let turn = turn.clone();
        move |()| {
            let timeout = Timeout::new(0, move || turn.set(true));
            move || drop(timeout)
        }
    });
    let Some(draw) = parts.get(*above) else {
        return Html::default();
    };
    if *turn {
        html! {
            <>
                { draw.emit(()) }
                <InTurn parts={parts.clone()} above={above + 1} />
            </>
        }
    } else {
        html! { <span data-drawing="" hidden=true></span> }
    }
}
