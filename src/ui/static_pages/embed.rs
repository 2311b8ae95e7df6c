//! How to show the quiz on a site of one's own, for a page that whoever runs such a site reads.

use crate::say::embed as say;
use yew::prelude::*;

/// What owners of sites copy into their page. The journeys run it as it stands, and
/// `docs/embedding.md` has it too.
pub const SNIPPET: &str = include_str!("../../../assets/embed-snippet.html");

/// What stands below the heading of a section. One press selects the whole snippet.
pub fn embed() -> Html {
    let code = |code: Html| html! { <code>{ code }</code> };
    html! {
        <>
            <p>{ say::lead() }</p>
            <ol>
                <li>{ say::ask() }</li>
                <li>{ say::copy(code) }</li>
            </ol>
            <pre class="snippet" dir="ltr"><code>{ SNIPPET }</code></pre>
            <p>{ say::what_they_do(code, code) }</p>
        </>
    }
}
