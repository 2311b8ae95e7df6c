//! Pages that need no app: written natively, read without any script.

mod scoring;

use yew::prelude::*;

use super::components;
use crate::document::StaticPage;

/// The way from a static page to the site's root.
const ROOT: &str = "../";

/// What a static page is rendered from.
#[derive(Clone, PartialEq, Properties)]
pub struct StaticScreenProps {
    /// Which page.
    pub page: StaticPage,
}

/// Everything inside the body of a static page.
#[component]
pub fn StaticScreen(props: &StaticScreenProps) -> Html {
    html! {
        <>
            <a class="skip" href="#main">{ "Skip to the content" }</a>
            { components::masthead(ROOT, None, Html::default()) }
            <main id="main" class="page" tabindex="-1">
                {
                    match props.page {
                        StaticPage::Scoring => scoring::scoring(),
                    }
                }
            </main>
            { components::footer(ROOT) }
        </>
    }
}
