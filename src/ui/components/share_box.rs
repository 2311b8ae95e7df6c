use yew::prelude::*;

use crate::browser::share;

/// What came of the last attempt to share.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Outcome {
    /// Nothing was tried, or the person closed the share sheet.
    #[default]
    Quiet,
    /// The link is on the clipboard.
    Copied,
    /// The clipboard is closed to us; the field is there to copy from.
    CopyByHand,
}

/// What the share box is given.
#[derive(Clone, PartialEq, Properties)]
pub struct ShareBoxProps {
    /// How many answers about the person the link holds.
    pub items: usize,
    /// The link without the starting point.
    pub link: AttrValue,
    /// The link with it.
    pub link_with_start: AttrValue,
    /// The sentence that goes with the link.
    pub text: AttrValue,
    /// Whether the browser has a share sheet.
    pub share_sheet: bool,
}

/// The link: to share, to copy, or to select by hand.
#[component]
pub fn ShareBox(props: &ShareBoxProps) -> Html {
    let with_start = use_state_eq(|| false);
    let outcome = use_state_eq(Outcome::default);
    let link = if *with_start {
        props.link_with_start.clone()
    } else {
        props.link.clone()
    };
    let (share, copy) = buttons(props, &link, &outcome);
    let toggle = {
        let (with_start, outcome) = (with_start.clone(), outcome.clone());
        Callback::from(move |_: yew::Event| {
            outcome.set(Outcome::Quiet);
            with_start.set(!*with_start);
        })
    };
    html! {
        <div class="share screen-only">
            <p>
                { format!("The link holds your {} answers about you and your answers about the work itself. ", props.items) }
                <strong>{ "Anyone who has it can read them." }</strong>
            </p>
            <label class="check">
                <input type="checkbox" checked={*with_start} onchange={toggle} />
                <span>{ "Add my starting point (school, time, money), so the next steps show too" }</span>
            </label>
            <label class="share__label" for="share-link">{ "Link to this result" }</label>
            <input id="share-link" class="share__field" type="text" readonly=true value={&link} />
            <div class="share__buttons">
                <button type="button" class="button" onclick={copy}>{ "Copy link" }</button>
                if let Some(share) = share {
                    <button type="button" class="button button--quiet" onclick={share}>{ "Share…" }</button>
                }
            </div>
            <p class="share__status" role="status">{
                match *outcome {
                    Outcome::Quiet => "",
                    Outcome::Copied => "Link copied.",
                    Outcome::CopyByHand =>
                        "We could not copy the link. Select it in the field above and copy it.",
                }
            }</p>
        </div>
    }
}

type Press = Callback<MouseEvent>;

/// The share sheet, where the browser has one, and the clipboard.
fn buttons(
    props: &ShareBoxProps,
    link: &AttrValue,
    outcome: &UseStateHandle<Outcome>,
) -> (Option<Press>, Press) {
    let copy = {
        let (link, outcome) = (link.clone(), outcome.clone());
        Callback::from(move |_: MouseEvent| {
            let outcome = outcome.clone();
            share::copy(&link, "share-link", move |copied| {
                outcome.set(if copied {
                    Outcome::Copied
                } else {
                    Outcome::CopyByHand
                });
            });
        })
    };
    let sheet = props.share_sheet.then(|| {
        let (link, text) = (link.clone(), props.text.clone());
        Callback::from(move |_: MouseEvent| share::open_sheet(&text, &link))
    });
    (sheet, copy)
}
