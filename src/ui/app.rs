//! The app: one state, and what follows from it.

use crate::say::frame as say;
use yew::prelude::*;

use super::components::{footer, go, masthead, settings};
use super::effects::{
    use_chunk, use_device, use_focus, use_history, use_pace, use_place, use_sender, use_title,
    use_turned,
};
use super::screen::Screen;
use super::{chunk, pages};
use crate::browser::page;
use crate::browser::place::Place;
use crate::browser::storage::Storage;
use crate::kept::Keeper;
use crate::visit::{Event, Page, View, Visit};

#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The visit as it begins.
    pub visit: Visit,
    /// Where the app is to stand once it is drawn; `None` where it stands
    /// already.
    #[prop_or_default]
    pub place: Option<Place>,
    /// What has read the device; `None` where nothing is to be kept.
    #[prop_or_default]
    pub keeper: Option<Keeper<Storage>>,
}

/// The whole app, on every page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let first = props.visit.clone();
    let visit = use_reducer_eq(move || first);
    let dispatch = visit.dispatcher();
    // Effects run in the order of their hooks, and the app must stand in the document
    // before it can take the focus.
    use_place(props.place.as_ref(), &visit, &dispatch);
    let chunk = use_chunk(chunk::needed(&visit));
    let history = use_history(&visit, &dispatch);
    use_pace(&visit, &dispatch);
    use_device(props.keeper.as_ref(), &visit, &dispatch);
    let turned = use_turned();
    let send = use_sender(&history, &turned, &dispatch);
    let screen = screen(&visit, &send, chunk.is_missing, &chunk.again);
    use_title(&screen.title);
    use_focus(&visit, screen.name, &turned, &history.way());
    framed(&visit, &send, screen)
}

/// The screen of a visit. `missing` says that the chunk was asked for and did not
/// come; `again` asks for it once more.
pub fn screen(
    visit: &Visit,
    send: &Callback<Event>,
    missing: bool,
    again: &Callback<MouseEvent>,
) -> Screen {
    match visit.view {
        View::Landing => pages::landing(visit, send),
        View::Quiz if chunk::needed(visit).is_none() => pages::quiz(visit, send),
        View::Someone if chunk::needed(visit).is_none() => pages::someone(visit, send),
        View::Opening => pages::opening(),
        _ => chunk::draw(visit, send).unwrap_or_else(|| match missing {
            true => pages::not_here(visit, send, again),
            false => pages::opening(),
        }),
    }
}

/// Everything inside `#app`.
pub fn framed(visit: &Visit, send: &Callback<Event>, screen: Screen) -> Html {
    let page = visit.view.page();
    // To follow the link would put its fragment into the address bar, where a result's
    // code may stand.
    let skip = Callback::from(|click: MouseEvent| {
        click.prevent_default();
        page::focus("main");
    });
    html! {
        <>
            <a class="skip" href="#main" onclick={skip}>{ say::skip() }</a>
            {
                masthead(
                    &page.link(Page::Landing),
                    Some(go(send, Event::Open(Page::Landing))),
                    settings(visit.device.settings, &send.reform(Event::Set)),
                )
            }
            <main id="main" tabindex="-1" class="page" data-view={screen.name}>{ screen.body }</main>
            { footer(page.root(), visit.device.host.is_some()) }
        </>
    }
}
