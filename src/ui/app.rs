//! The app: one state, one switch.

use yew::prelude::*;

use super::programs::Program;
use super::use_visit::use_visit;
use super::{components, pages};
use crate::browser::page;
use crate::browser::place::Place;
use crate::builtin::quiz;
use crate::session::Stage;
use crate::share::Shared;
use crate::visit::{Event, Page, Sides, View, Visit};

/// What the app is given.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// How the visit begins.
    pub visit: Visit,
    /// Where the app is to stand once it is drawn; `None` where it stands
    /// already.
    #[prop_or_default]
    pub place: Option<Place>,
}

/// The whole app, on every page, as far as the program can show it.
#[component]
pub fn App<P: Program>(props: &AppProps) -> Html {
    let (visit, send) = use_visit::<P>(props);
    screen::<P>(&visit, &send)
}

/// Everything inside `#app`, as a function of the visit.
pub fn screen<P: Program>(visit: &Visit, send: &Callback<Event>) -> Html {
    let page = visit.view.page();
    // The link's own way would replace a result in the address bar.
    let skip = Callback::from(|click: MouseEvent| {
        click.prevent_default();
        page::focus("main");
    });
    html! {
        <>
            <a class="skip" href="#main" onclick={skip}>{ "Skip to the content" }</a>
            {
                components::masthead(
                    &page.link(Page::Landing),
                    Some(go(send, Event::Open(Page::Landing))),
                    components::settings(visit.settings, &send.reform(Event::Set)),
                )
            }
            <main id="main" tabindex="-1" class="page" data-view={view_name::<P>(&visit.view)}>
                { P::view(visit, send).unwrap_or_else(pages::one_moment) }
            </main>
            { components::footer(page.root()) }
        </>
    }
}

/// The view's name in the document, for styles and tests.
fn view_name<P: Program>(view: &View) -> &'static str {
    match view {
        view if !P::shows(view) => "handing-over",
        View::Landing => "landing",
        View::Quiz => "quiz",
        View::Someone => "someone",
        View::Opening => "opening",
        View::Own => "own",
        View::Theirs(_) => "theirs",
        View::Compare(_) => "compare",
        View::BadLink(_) => "bad-link",
        View::Nothing => "nothing",
    }
}

/// Sends an event in place of a link's own way. The link's address works
/// without us, and with a key held down the browser's own way wins.
pub(super) fn go(send: &Callback<Event>, event: Event) -> Callback<MouseEvent> {
    let send = send.clone();
    Callback::from(move |click: MouseEvent| {
        if !(click.ctrl_key() || click.meta_key() || click.shift_key()) {
            click.prevent_default();
            send.emit(event.clone());
        }
    })
}

/// The document's title for a visit; the page's name comes first.
pub fn title<P: Program>(visit: &Visit) -> String {
    let name = match &visit.view {
        view if !P::shows(view) => "One moment".to_owned(),
        View::Landing => return SITE_TITLE.to_owned(),
        View::Quiz => pages::quiz_title(quiz(), &visit.own),
        View::Someone if visit.someone.stage == Stage::Finished => {
            "Your link to send back".to_owned()
        }
        View::Someone => pages::quiz_title(quiz(), &visit.someone) + ", about someone you know",
        View::Opening => "Opening the result".to_owned(),
        View::Own => "Your result".to_owned(),
        View::Theirs(_) => "A shared result".to_owned(),
        View::Compare(Sides::OwnWith(Shared::Observed(_))) => "How they see you".to_owned(),
        View::Compare(_) => "Two results side by side".to_owned(),
        View::BadLink(_) => "This link does not work".to_owned(),
        View::Nothing => "No result yet".to_owned(),
    };
    format!("{name} – Coder Fit")
}

/// The landing page's title.
pub const SITE_TITLE: &str = "Coder Fit – would inpatient coding suit you?";
