//! The results of a group: a page with its own state, for whoever advises the people in it.

use yew::prelude::*;

use crate::ui::screen::Screen;
use crate::visit::Visit;

/// The page.
pub fn group(visit: &Visit) -> Screen {
    let body = html! { <Group site={visit.device.site.clone()} /> };
    Screen::new("group", "The results of a group", body)
}

#[derive(PartialEq, Properties)]
struct GroupProps {
    /// The site's root as a whole address; empty while the page is written.
    site: AttrValue,
}

#[component]
fn Group(props: &GroupProps) -> Html {
    html! {
        <div class="group" data-site={props.site.clone()}>
            <h1 id="title" tabindex="-1">{ "The results of a group" }</h1>
            <p class="lead">{ "Paste the links that people gave you, and see them side by side. Everything stays on this device." }</p>
        </div>
    }
}
