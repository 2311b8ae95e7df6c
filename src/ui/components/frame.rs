//! What every page has above and below its content.

use yew::prelude::*;

use super::logo::logo;
use crate::visit::Page;

/// The site's name, which leads home, and what stands beside it. In the app, `onclick`
/// goes there without loading the app again.
pub fn masthead(home: &str, onclick: Option<Callback<MouseEvent>>, beside: Html) -> Html {
    html! {
        <header class="masthead">
            <a class="masthead__home" href={home.to_owned()} {onclick}>
                { logo() }
                <span>{ "Coder Fit" }</span>
            </a>
            { beside }
        </header>
    }
}

/// The promise about privacy, and the way to how the quiz is scored. `root` is the way from the page
/// to the site's root. In a frame of another site there is no masthead, so the site's name is here.
pub fn footer(root: &str, is_framed: bool) -> Html {
    html! {
        <footer class="footer">
            <p class="footer__text">
                if is_framed {
                    <a href={root.to_owned()} target="_blank" rel="noopener">{ "Coder Fit" }</a>
                    { " (links open in a new tab) · The page around this quiz cannot see what you answer. " }
                }
                { "Your answers stay on this device. There is no account and no tracking. " }
                { "They leave it only in a link that you share yourself. " }
                <a href={root.to_owned() + "scoring/"}>{ "How this is scored" }</a>
                { " · " }
                <a href={root.to_owned() + "guide/"}>{ "Guide to the work" }</a>
            </p>
        </footer>
    }
}

/// The way from a result to a page of the guide.
pub fn guide_link(page: &str, label: &'static str) -> Html {
    let href = [Page::Result.root(), "guide/", page, "/"].concat();
    html! { <p class="guide-link"><a {href}>{ label }</a></p> }
}
