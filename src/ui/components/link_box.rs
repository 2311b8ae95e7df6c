use crate::say::links as say;
use yew::prelude::*;

use crate::browser::share;

/// What came of the last attempt to pass a link on.
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

#[derive(Clone, PartialEq, Properties)]
pub struct LinkBoxProps {
    /// The id of its field.
    pub id: &'static str,
    /// What the link is.
    pub label: &'static str,
    pub link: AttrValue,
    /// The sentence that goes with the link.
    pub text: AttrValue,
    pub share_sheet: bool,
}

/// A link: to share, to copy, or to select by hand.
#[component]
pub fn LinkBox(props: &LinkBoxProps) -> Html {
    // The outcome is kept with its link, so that it is never shown for another one.
    let outcome = use_state_eq(|| (props.link.clone(), Outcome::Quiet));
    let said = match &*outcome {
        (link, said) if *link == props.link => *said,
        _ => Outcome::Quiet,
    };
    let id = props.id;
    let copy = {
        let link = props.link.clone();
        Callback::from(move |_: MouseEvent| {
            let (outcome, of) = (outcome.clone(), link.clone());
            share::copy(&link, id, move |copied| {
                let said = if copied {
                    Outcome::Copied
                } else {
                    Outcome::CopyByHand
                };
                outcome.set((of, said));
            });
        })
    };
    let sheet = props.share_sheet.then(|| {
        let (link, text) = (props.link.clone(), props.text.clone());
        Callback::from(move |_: MouseEvent| share::open_sheet(&text, &link))
    });
    html! {
        <div class="link-box">
            <label class="link-box__label" for={id}>{ props.label }</label>
            <input {id} class="link-box__field" type="text" readonly=true value={&props.link} />
            <div class="buttons">
                if let Some(share) = sheet {
                    <button type="button" class="button" onclick={share}>{ say::send() }</button>
                }
                <button type="button" class={if props.share_sheet { "button button--quiet" } else { "button" }} onclick={copy}>{ say::copy() }</button>
            </div>
            <p class="link-box__status" role="status">{
                match said {
                    Outcome::Quiet => "",
                    Outcome::Copied => say::copied(),
                    Outcome::CopyByHand =>
                        say::copy_by_hand(),
                }
            }</p>
        </div>
    }
}
