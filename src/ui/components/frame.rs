//! What every page has above and below its content.

use crate::say::frame as say;
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
                <span>{ say::site() }</span>
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
                    <a href={root.to_owned()} target="_blank" rel="noopener">{ say::site() }</a>
                    { " · " }{ say::framed() }{ " " }
                }
                { say::promise() }{ " " }
                <a href={root.to_owned() + "scoring/"}>{ say::how_scored() }</a>
                { " · " }
                <a href={root.to_owned() + "guide/"}>{ say::guide() }</a>
                { " · " }
                <a href={root.to_owned() + "advisers/"}>{ say::advisers() }</a>
            </p>
        </footer>
    }
}

/// The way from a result to a page of the guide.
pub fn guide_link(page: &str, label: &'static str) -> Html {
    let href = [Page::Result.root(), "guide/", page, "/"].concat();
    html! { <p class="guide-link"><a {href}>{ label }</a></p> }
}
