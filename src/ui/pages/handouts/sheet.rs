//! The sheets themselves, which are the same on the screen and on paper.

use yew::prelude::*;

use super::line::OwnLine;
use crate::say::handouts as say;
use crate::ui::components::qr;
use crate::visit::Page;

/// What is handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// For a wall, to be read from two meters away.
    Poster,
    /// To be taken home.
    Handout,
}

/// Where its code leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// The first page, which says what the quiz is before it asks anything.
    Quiz,
    /// Charts to be coded.
    Charts,
}

impl Goal {
    /// The page that it leads to.
    pub const fn page(self) -> Page {
        match self {
            Self::Quiz => Page::Landing,
            Self::Charts => Page::Try,
        }
    }
}

/// A sheet as it is printed.
pub fn sheet(sheet: Sheet, goal: Goal, line: OwnLine<'_>, site: &str) -> Html {
    let (kind, text) = match (sheet, goal) {
        (Sheet::Poster, Goal::Quiz) => (
            "paper paper--poster",
            poster(say::exactly_right(), say::exactly_right_what()),
        ),
        (Sheet::Poster, Goal::Charts) => (
            "paper paper--poster",
            poster(say::find_codes(), say::find_codes_what()),
        ),
        (Sheet::Handout, Goal::Quiz) => ("paper paper--handout", about_the_quiz(site)),
        (Sheet::Handout, Goal::Charts) => ("paper paper--handout", about_the_charts(site)),
    };
    html! {
        <div class="paper-room">
            <section class={kind} aria-label={say::sheet()}>
                { text }
                { way(goal, site) }
                if !line.printed.is_empty() {
                    <p class={classes!("paper__line", (line.printed.chars().count() > 36).then_some("paper__line--long"))}
                        dir="auto">{ line.printed.to_owned() }</p>
                }
            </section>
        </div>
    }
}

fn poster(title: &'static str, text: &'static str) -> Html {
    html! {
        <>
            <p class="paper__about">{ say::job() }</p>
            <p class="paper__title">{ title }</p>
            <p class="paper__text">{ text }</p>
        </>
    }
}

/// The code for a phone, and the same address for whoever types it.
fn way(goal: Goal, site: &str) -> Html {
    let page = goal.page().path();
    let (label, scan) = match goal {
        Goal::Quiz => (say::qr_quiz(), say::scan_quiz()),
        Goal::Charts => (say::qr_charts(), say::scan_charts()),
    };
    html! {
        <div class="paper__way">
            { qr(&[site, page].concat(), label) }
            <div class="paper__beside">
                <p class="paper__scan">{ scan }</p>
                // Where it needs two lines, it breaks before the page's own part.
                <p class="paper__address"><bdi dir="ltr">{ site.to_owned() }<wbr />{ page }</bdi></p>
                <p class="paper__terms">{ say::terms() }</p>
            </div>
        </div>
    }
}

/// A list below a few words of its own.
fn list(heading: &'static str, lines: &[&'static str]) -> Html {
    html! {
        <div class="paper__part">
            <p class="paper__heading">{ heading }</p>
            <ul class="paper__list">
                for line in lines {
                    <li class="paper__item">{ *line }</li>
                }
            </ul>
        </div>
    }
}

fn about_the_quiz(site: &str) -> Html {
    html! {
        <>
            <p class="paper__title">{ say::suit_you() }</p>
            <p class="paper__text">{ say::suit_you_what() }</p>
            { list(say::days(), &[say::days_read(), say::days_look_up(), say::days_talk()]) }
            <div class="paper__pair">
                { list(say::may_suit(), &[
                    say::may_suit_exact(),
                    say::may_suit_story(),
                    say::may_suit_alone(),
                ]) }
                { list(say::may_not_suit(), &[
                    say::may_not_suit_patients(),
                    say::may_not_suit_rules(),
                    say::may_not_suit_people(),
                ]) }
            </div>
            <div class="paper__part">
                <p class="paper__heading">{ say::quiz_tells() }</p>
                <p class="paper__text">{ say::quiz_tells_what() }</p>
            </div>
            { guide(site) }
        </>
    }
}

fn about_the_charts(site: &str) -> Html {
    html! {
        <>
            <p class="paper__title">{ say::try_work() }</p>
            <p class="paper__text">{ say::try_work_what() }</p>
            { list(say::what_you_do(), &[say::do_mark(), say::do_look_up(), say::do_first(), say::do_see()]) }
            { list(say::good_to_know(), &[say::good_no_knowledge(), say::good_no_exam()]) }
            { list(say::ask(), &[say::ask_time(), say::ask_bother(), say::ask_another()]) }
            <p class="paper__text">{ say::felt() }</p>
            { guide(site) }
        </>
    }
}

fn guide(site: &str) -> Html {
    html! {
        <p class="paper__text">
            { say::guide(
                &[site, "guide/"].concat(),
                |address: Html| html! { <span class="paper__address" dir="ltr">{ address }</span> },
            ) }
        </p>
    }
}
