//! The sheets themselves, which are the same on the screen and on paper.

use yew::prelude::*;

use super::line::OwnLine;
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
            poster(
                "Do you like to get things exactly right?",
                "Coders read the record of a hospital stay and turn it into codes. A free quiz of about five \
                 minutes shows how well that work might suit you.",
            ),
        ),
        (Sheet::Poster, Goal::Charts) => (
            "paper paper--poster",
            poster(
                "Read a hospital stay. Find its codes.",
                "Try the work of a hospital coder on a patient whom we made up. It takes about five minutes, \
                 and you need no knowledge of medicine.",
            ),
        ),
        (Sheet::Handout, Goal::Quiz) => ("paper paper--handout", about_the_quiz(site)),
        (Sheet::Handout, Goal::Charts) => ("paper paper--handout", about_the_charts(site)),
    };
    html! {
        <div class="paper-room">
            <section class={kind} aria-label="The sheet">
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
            <p class="paper__about">{ "Inpatient medical coder" }</p>
            <p class="paper__title">{ title }</p>
            <p class="paper__text">{ text }</p>
        </>
    }
}

/// The code for a phone, and the same address for whoever types it.
fn way(goal: Goal, site: &str) -> Html {
    let page = goal.page().path();
    let (label, what) = match goal {
        Goal::Quiz => ("QR code that opens the quiz", "for the quiz"),
        Goal::Charts => ("QR code that opens the charts", "for a chart"),
    };
    html! {
        <div class="paper__way">
            { qr(&[site, page].concat(), label) }
            <div class="paper__beside">
                <p class="paper__scan">{ "Point your phone's camera at the code " }{ what }{ ", or type:" }</p>
                // Where it needs two lines, it breaks before the page's own part.
                <p class="paper__address">{ site.to_owned() }<wbr />{ page }</p>
                <p class="paper__terms">{ "Free. No sign-up. Your answers stay on your device." }</p>
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
            <p class="paper__title">{ "Would inpatient medical coding suit you?" }</p>
            <p class="paper__text">
                { "Coders read the record of a hospital stay and turn it into codes. The codes tell what somebody \
                   had and what was done, and the hospital is paid by them. It has nothing to do with programming." }
            </p>
            { list("What the days are like", &[
                "You sit at a screen and read closely, for most of the day.",
                "You look things up in code books and decide by their rules, which change every year.",
                "You send questions to doctors and talk with other coders. You do not treat patients.",
            ]) }
            <div class="paper__pair">
                { list("It may suit you if", &[
                    "you like to get things exactly right, and you notice when something is off.",
                    "you enjoy finding out how the parts of a story fit together.",
                    "you can work by yourself for hours, and like it.",
                ]) }
                { list("It may not suit you if", &[
                    "you want to be with patients, or on your feet.",
                    "rules that you did not make get on your nerves.",
                    "you would miss having people around you all day.",
                ]) }
            </div>
            <div class="paper__part">
                <p class="paper__heading">{ "What the quiz tells you" }</p>
                <p class="paper__text">{ "It shows how far your answers overlap with what the work asks for, and how sure it is of that. \
                   You see seven traits, and first steps from where you are now. It is a start for thinking, and \
                   no test: it cannot know if you would be hired or do well." }</p>
            </div>
            { guide(site) }
        </>
    }
}

fn about_the_charts(site: &str) -> Html {
    html! {
        <>
            <p class="paper__title">{ "Try the work of a hospital coder" }</p>
            <p class="paper__text">
                { "Coders read the record of a hospital stay and turn it into codes. You can try that yourself. The \
                   patients are made up, and the code book is the real one. A chart takes about five minutes." }
            </p>
            { list("What you do", &[
                "Read the record, and mark what was treated, watched or tested.",
                "Look up the codes for it.",
                "Decide which one stands first.",
                "See what a coder would have chosen, and why.",
            ]) }
            { list("Good to know", &[
                "You need no knowledge of medicine. Read it like a stranger's mail.",
                "Nobody gets all of it right the first time. It is no exam, and nobody sees what you chose.",
            ]) }
            { list("Ask yourself afterward", &[
                "Did you lose track of the time, or did you look at the clock?",
                "Did it bother you to look everything up, or was that the fun of it?",
                "Would you open another chart?",
            ]) }
            <p class="paper__text">
                { "What you felt says more than how many codes you found. If you are curious now, the quiz on the \
                   same site asks about the rest." }
            </p>
            { guide(site) }
        </>
    }
}

fn guide(site: &str) -> Html {
    html! {
        <p class="paper__text">
            { "Pay, schools, exams and the first job, each with its source: " }
            <span class="paper__address">{ [site, "guide/"].concat() }</span>
        </p>
    }
}
