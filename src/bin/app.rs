//! The app in the browser: hydrates the page that was prerendered.

use career_fit::browser::{early, page};
use career_fit::ui::app::{App, AppProps};
use career_fit::visit::Page;

fn main() {
    // By way of yew, which would otherwise put its own hook over ours.
    yew::set_custom_panic_hook(Box::new(|_| page::show_trouble("crashed")));
    let document = gloo::utils::document();
    let Some(root) = document.get_element_by_id("app") else {
        return;
    };
    let page = page::name()
        .and_then(|name| Page::named(&name))
        .unwrap_or(Page::Landing);
    let prerendered = root.has_child_nodes();
    let early = early::read();
    let renderer = yew::Renderer::<App>::with_root_and_props(root, AppProps { page, early });
    // Hydrating an empty root would leave it blank.
    if prerendered {
        renderer.hydrate();
    } else {
        renderer.render();
    }
}
