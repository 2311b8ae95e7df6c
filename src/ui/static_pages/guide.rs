//! The guide's pages.

use crate::say::guide as say;
use yew::prelude::*;

use super::StaticPage;
use super::fact_note::fact_notes;
use super::figures::figure;
use crate::builtin::{guide as whole, reference};
use crate::content::{FactId, GuideEntry, GuideList, GuidePage, GuideSection, Shape};

/// A page of the guide.
pub fn guide(page: &'static GuidePage, root: &str) -> Html {
    html! {
        <>
            <article class="guide__text">
                if !page.id.is_empty() {
                    <p class="guide__up"><a class="guide__way guide__way--up" href={format!("{root}guide/")}>{ say::guide() }</a></p>
                }
                <h1 id="title">{ &*page.title }</h1>
                <p class="lead">{ &*page.lead }</p>
                { on_this_page(page) }
                for each in page.sections.iter() {
                    { section(each, root) }
                }
                { to_the_quiz(&page.quiz, root) }
                { neighbors(page, root) }
                if uses_onet(page) {
                    { onet_notice() }
                }
            </article>
            { contents(StaticPage::Guide(page), root) }
        </>
    }
}

/// The list of the guide's pages. It stands behind the text, so that a phone
/// shows the text first.
pub fn contents(here: StaticPage, root: &str) -> Html {
    let pages = whole()
        .pages
        .iter()
        .map(|page| (StaticPage::Guide(page), &*page.short));
    let pages = pages.chain([(StaticPage::Sources, say::sources())]);
    html! {
        <nav class="guide__contents" aria-label={say::guide()}>
            <h2 class="guide__contents-title">{ say::guide() }</h2>
            <ul class="guide__ways">
                for (page, name) in pages {
                    <li class="guide__ways-item">
                        <a class="guide__way guide__way--page" href={root.to_owned() + &page.path()}
                            aria-current={(page == here).then_some("page")}>{ name }</a>
                    </li>
                }
            </ul>
        </nav>
    }
}

fn on_this_page(page: &'static GuidePage) -> Html {
    // The first page begins with the list of all pages.
    if page.id.is_empty() || page.sections.len() < 3 {
        return Html::default();
    }
    html! {
        <nav class="guide__jump" aria-label={say::on_this_page()}>
            <ul class="guide__ways guide__ways--row">
                for each in page.sections.iter() {
                    <li class="guide__ways-item"><a class="guide__way" href={format!("#{}", each.id)}>{ &*each.heading }</a></li>
                }
            </ul>
        </nav>
    }
}

fn section(section: &'static GuideSection, root: &str) -> Html {
    html! {
        <section class="guide__section" id={&*section.id}>
            <h2>{ &*section.heading }</h2>
            for paragraph in section.text.iter() {
                <p>{ &**paragraph }</p>
            }
            if let Some(each) = section.figure {
                { figure(each, section, root) }
            }
            { fact_notes(&section.facts, root) }
            if let Some(entries) = &section.list {
                { list(entries, root) }
            }
        </section>
    }
}

fn list(list: &'static GuideList, root: &str) -> Html {
    let entries = list.entries.iter();
    match list.shape {
        Shape::Terms => html! {
            <dl class="terms">
                for entry in entries {
                    <div class="terms__row">
                        <dt class="terms__name">{ &*entry.name }</dt>
                        <dd class="terms__text">{ body(entry, root) }</dd>
                    </div>
                }
            </dl>
        },
        Shape::Steps => html! {
            <ol class="steps">
                for entry in entries {
                    <li class="step numbered"><h3 class="step__title">{ &*entry.name }</h3>{ body(entry, root) }</li>
                }
            </ol>
        },
        Shape::Checklist => html! {
            <ul class="ticks">
                for entry in entries {
                    <li class="ticks__line guide__tick"><h3>{ &*entry.name }</h3>{ body(entry, root) }</li>
                }
            </ul>
        },
        Shape::Questions => html! {
            for entry in entries {
                <div class="guide__question">
                    <h3>{ &*entry.name }</h3>
                    { body(entry, root) }
                </div>
            }
        },
    }
}

fn body(entry: &'static GuideEntry, root: &str) -> Html {
    html! {
        <>
            if !entry.text.is_empty() {
                <p>{ &*entry.text }</p>
            }
            { fact_notes(&entry.facts, root) }
        </>
    }
}

/// The way from reading to doing.
pub fn to_the_quiz(why: &'static str, root: &str) -> Html {
    html! {
        <aside class="panel panel--accent" aria-label={say::quiz()}>
            <p>{ why }</p>
            <p class="buttons">
                <a class="button" href={root.to_owned() + "quiz/"}>{ say::take_quiz() }</a>
                <a class="button button--quiet" href={root.to_owned() + "result/"}>{ say::see_result() }</a>
                <a class="button button--quiet" href={root.to_owned() + "try/"}>{ say::code_chart() }</a>
            </p>
        </aside>
    }
}

fn neighbors(page: &'static GuidePage, root: &str) -> Html {
    let pages = &whole().pages;
    let place = pages.iter().position(|each| each.id == page.id);
    let at = |index: Option<usize>| index.and_then(|index| pages.get(index));
    let before = at(place.and_then(|index| index.checked_sub(1)));
    let next = at(place.map(|index| index + 1))
        .map_or((StaticPage::Sources, say::sources()), |page| {
            (StaticPage::Guide(page), &*page.title)
        });
    html! {
        <nav class="guide__turn" aria-label={say::turn()}>
            if let Some(page) = before {
                <a class="guide__neighbor" rel="prev" href={root.to_owned() + &StaticPage::Guide(page).path()}>
                    <span class="guide__neighbor-label">{ say::before() }</span>
                    { &*page.title }
                </a>
            }
            <a class="guide__neighbor guide__neighbor--next" rel="next" href={root.to_owned() + &next.0.path()}>
                <span class="guide__neighbor-label">{ say::after() }</span>
                { next.1 }
            </a>
        </nav>
    }
}

/// Whether a page shows what O*NET's license asks a notice for.
fn uses_onet(page: &GuidePage) -> bool {
    let lists = page.sections.iter().filter_map(|each| each.list.as_ref());
    let entries = lists.flat_map(|list| &list.entries);
    let of_entries = entries.flat_map(|entry| &entry.facts);
    let of_sections = page.sections.iter().flat_map(|each| &each.facts);
    let from_onet = |id: &FactId| {
        let source = &reference().fact(*id).source;
        source
            .as_ref()
            .is_some_and(|each| each.name.starts_with("O*NET"))
    };
    of_entries.chain(of_sections).any(from_onet)
}

/// The notice that O*NET's license asks for.
pub fn onet_notice() -> Html {
    html! {
        <p class="guide__notice">
            { say::onet("29.3", license) }
        </p>
    }
}

/// The license's name, which leads to the license.
pub fn license(name: Html) -> Html {
    html! { <a href="https://creativecommons.org/licenses/by/4.0/" rel="noreferrer">{ name }</a> }
}
