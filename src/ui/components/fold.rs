use yew::prelude::*;

/// A question that one line already answers and that opens to the whole. It is the browser's own
/// disclosure, so keys, screen readers and the search inside the page know it.
///
/// The whole is in the document while it is closed: paper shows it, and a link can open it.
pub fn fold(id: &'static str, question: &'static str, answer: Html, whole: Html) -> Html {
    html! {
        <details {id} class="fold">
            <summary class="fold__line">
                <h2 class="fold__question">{ question }</h2>
                <span class="fold__answer">{ answer }</span>
            </summary>
            <div class="fold__whole">{ whole }</div>
        </details>
    }
}
