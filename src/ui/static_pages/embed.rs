//! How to show the quiz on a site of one's own, for a page that whoever runs such a site reads.

use yew::prelude::*;

/// What owners of sites copy into their page. The journeys run it as it stands, and
/// `docs/embedding.md` has it too.
pub const SNIPPET: &str = include_str!("../../../assets/embed-snippet.html");

/// What stands below the heading of a section. One press selects the whole snippet.
pub fn embed() -> Html {
    html! {
        <>
            <p>
                { "Your visitors can take the quiz on a page of yours, where it stands in a frame. You do not see \
                   their answers. You get a result only if somebody presses a button that names your site." }
            </p>
            <ol>
                <li>
                    { "Ask whoever runs this copy of Coder Fit to name your site. On all other sites the frame stays \
                       closed, so that nobody can trick your visitors with it." }
                </li>
                <li>
                    { "Copy the lines below into your page. Put this site's address in place of " }
                    <code>{ "https://coder-fit.example" }</code>{ ", and leave the rest as it is." }
                </li>
            </ol>
            <pre class="snippet"><code>{ SNIPPET }</code></pre>
            <p>
                { "The lines make room for the quiz, give it the height that it needs, and put a result that was \
                   sent to you into a field of your page. If you do not want results, write " }
                <code>{ "?embed=quiet" }</code>{ " in place of " }<code>{ "?embed" }</code>
                { ". Then nobody is offered to send you one." }
            </p>
        </>
    }
}
