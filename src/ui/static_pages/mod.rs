//! Pages that need no app: written natively, read without any script.

mod advisers;
pub mod embed;
mod fact_note;
mod figures;
mod guide;
mod lesson;
mod page;
mod scoring;
mod sources;
mod table;

pub use page::StaticPage;

use yew::prelude::*;

use super::components;

#[derive(Clone, PartialEq, Properties)]
pub struct StaticScreenProps {
    pub page: StaticPage,
}

/// Everything inside the body of a static page.
#[component]
pub fn StaticScreen(props: &StaticScreenProps) -> Html {
    let page = props.page;
    let root = page.root();
    let wide = matches!(page, StaticPage::Guide(_) | StaticPage::Sources);
    html! {
        <>
            <a class="skip" href="#main">{ crate::say::frame::skip() }</a>
            { components::masthead(&root, None, Html::default()) }
            <main id="main" class={classes!("page", wide.then_some("guide"))} tabindex="-1">
                {
                    match page {
                        StaticPage::Scoring => scoring::scoring(&root),
                        StaticPage::Guide(each) => guide::guide(each, &root),
                        StaticPage::Sources => sources::sources(&root),
                        StaticPage::Advisers => advisers::advisers(&root),
                        StaticPage::Lesson => lesson::lesson(&root),
                    }
                }
            </main>
            { components::footer(&root, false) }
        </>
    }
}
