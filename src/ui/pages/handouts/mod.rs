//! What an adviser hands out: a page with its own state.

use yew::prelude::*;

use crate::ui::screen::Screen;
use crate::visit::Visit;

/// The page.
pub fn handouts(visit: &Visit) -> Screen {
    let body = html! { <Handouts site={visit.device.site.clone()} /> };
    Screen::new("handouts", "What to hand out", body)
}

#[derive(PartialEq, Properties)]
struct HandoutsProps {
    /// The site's root as a whole address; empty while the page is written.
    site: AttrValue,
}

#[component]
fn Handouts(props: &HandoutsProps) -> Html {
    html! {
        <div class="handouts" data-site={props.site.clone()}>
            <h1 id="title" tabindex="-1">{ "What to hand out" }</h1>
            <p class="lead">{ "Sheets and links to give to the people whom you advise." }</p>
        </div>
    }
}
