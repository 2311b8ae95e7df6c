//! Charts to be coded: a page with its own state, which comes with the charts.

mod book;
mod build;
mod decide;
mod key;
mod on_paper;
mod record;
mod see;
mod table;

use yew::prelude::*;

use crate::browser::page;
use crate::builtin;
use crate::charts::content::{Chart, Step};
use crate::charts::saved::Lost;
use crate::charts::{Action, Compact, Desk, DeskAction, Summary, Tally, Work, judge, saved};
use crate::kept::Keeping;
use crate::say::charts as say;
use crate::share::CodeError;
use crate::ui::effects::{Places, first_desk, use_desk, use_places};
use crate::ui::marks::strong;
use crate::ui::screen::Screen;
use crate::visit::{Page, Visit};

use table::{Event, Table};

/// The page of charts.
pub fn charts(visit: &Visit) -> Screen {
    let body = html! { <Charts site={visit.device.site.clone()} /> };
    Screen::new("try", say::code_a_chart(), body)
}

#[derive(PartialEq, Properties)]
struct ChartsProps {
    /// The site's root as a whole address; empty while the page is written.
    site: AttrValue,
}

#[component]
fn Charts(props: &ChartsProps) -> Html {
    let site = props.site.clone();
    let first = use_memo((), move |()| first_desk(&site));
    let table = use_reducer_eq({
        let first = first.clone();
        move || Table {
            desk: first.desk.clone(),
            keeping: first.keeping,
            lost: first.lost.clone(),
            before: None,
            typed: String::new(),
            shows_book: true,
            said: String::new(),
        }
    });
    let send = use_callback((), {
        let dispatch = table.dispatcher();
        move |event: Event, ()| dispatch.dispatch(event)
    });
    let is_erased = table.before.is_some() && table.desk.is_untouched(builtin::charts());
    use_desk(
        &first.hold,
        &table.desk,
        is_erased,
        send.reform(Event::Keep),
        send.reform(Event::Hear),
    );
    let places = use_places(
        table.desk.place(),
        send.reform(|place| Event::Do(DeskAction::Visit(place))),
    );
    let act = send.reform(|action: DeskAction| Event::Do(action));
    let Some((chart, work)) = table.desk.at(builtin::charts()) else {
        return Html::default();
    };
    html! {
        <div class="charts">
            { notices(&table, &send) }
            if let Some(step) = table.desk.place().step {
                { step_of(chart, work, step, &table, &places, &send) }
                // Whoever prints the page has the app; the page as it is written is fetched by everybody.
                if !props.site.is_empty() {
                    { on_paper::on_paper(chart) }
                }
                { key::key(chart) }
            } else {
                { left(&table.desk, &act) }
            }
            { others(&table.desk, &act) }
        </div>
    }
}

fn step_of(
    chart: &Chart,
    work: &Work,
    step: Step,
    table: &Table,
    places: &Places,
    send: &Callback<Event>,
) -> Html {
    let act = send.reform(|action: Action| Event::Do(DeskAction::Work(action)));
    let go_on = act.reform(|_: MouseEvent| Action::Continue);
    let beside = match step {
        Step::Read | Step::See => Html::default(),
        Step::LookUp => book::book(chart, work, &table.typed, send, &act),
        Step::Build => build::build(chart, work, &act),
        Step::Decide => decide::decide(chart, work, &act),
    };
    let pane = match (step, table.shows_book) {
        (Step::Read | Step::See, _) => "pair pair--alone",
        (_, true) => "pair pair--work",
        (_, false) => "pair pair--record",
    };
    // Once the key was shown, the steps before it are there to be looked at.
    let is_past = work.is_seen() && step != Step::See;
    html! {
        <>
            if step > Step::Read {
                <div class="screen-only">
                    <button type="button" class="back" onclick={back(table, places, act.clone())}>{ say::back() }</button>
                </div>
            }
            { heading(chart, step, table.desk.open) }
            if is_past {
                <div class="notice screen-only">
                    <p class="notice__text">{ say::already_seen() }</p>
                </div>
            } else {
                { hints(chart, step) }
            }
            if step == Step::See {
                { see::see(chart, work, table.desk.next(), send) }
            }
            <div class={pane}>
                if !matches!(step, Step::Read | Step::See) {
                    { switch(table.shows_book, step, send) }
                }
                // On wide screens it scrolls by itself. Where no line can have the focus, it has it for
                // whoever scrolls by keys.
                <div class="pair__record" tabindex={is_past.then_some("0")} role={is_past.then_some("group")}
                    aria-labelledby={is_past.then_some("record")}>{ still(is_past, record::record(chart, work, step, &act)) }</div>
                if !matches!(step, Step::Read | Step::See) {
                    <div class="pair__work screen-only">{ still(is_past, beside) }</div>
                }
            </div>
            <p class="visually-hidden" role="status">{ &table.said }</p>
            if let Some(label) = next_label(chart, step) {
                <p class="screen-only">
                    <button type="button" class="button button--large" onclick={go_on}>{ label }</button>
                </p>
            }
        </>
    }
}

/// Something to act on, or to look at alone.
fn still(is_still: bool, content: Html) -> Html {
    match is_still {
        true => {
            html! { <fieldset class="still" role="presentation" disabled=true>{ content }</fieldset> }
        }
        false => content,
    }
}

/// Goes one step back, by way of the browser's history where that leads there.
fn back(table: &Table, places: &Places, act: Callback<Action>) -> Callback<MouseEvent> {
    let back = DeskAction::Work(Action::Back);
    let to = table.desk.step(builtin::charts(), back);
    let (to, places) = (to.map(|desk| desk.place()), places.clone());
    Callback::from(move |_: MouseEvent| {
        if to.is_some_and(|to| !places.go_back(to)) {
            act.emit(Action::Back);
        }
    })
}

/// Which of record and work is shown, where there is room for one.
fn switch(shows_book: bool, step: Step, send: &Callback<Event>) -> Html {
    let show = |book: bool| send.reform(move |_: MouseEvent| Event::ShowBook(book));
    let work = match step {
        Step::LookUp => say::shows_book(),
        Step::Build => say::shows_tables(),
        _ => say::shows_codes(),
    };
    html! {
        <div class="pair__switch screen-only" role="group" aria-label={say::what_is_shown()}>
            <button type="button" class="switch" aria-pressed={(!shows_book).to_string()} onclick={show(false)}>
                { say::shows_record() }
            </button>
            <button type="button" class="switch" aria-pressed={shows_book.to_string()} onclick={show(true)}>
                { work }
            </button>
        </div>
    }
}

fn heading(chart: &Chart, now: Step, open: usize) -> Html {
    let steps: Vec<_> = Work::steps(chart).collect();
    let place = steps.iter().position(|step| *step == now);
    let place = place.map_or(0, |place| place + 1);
    let title = match now {
        Step::Read => say::read(),
        Step::LookUp => say::look_up(),
        Step::Build => say::build(),
        Step::Decide => say::decide(),
        Step::See => say::see(),
    };
    html! {
        <>
            <p class="tab">{ say::chart(open + 1, &chart.title) }</p>
            <p class="charts__step">{ say::step(steps.len(), place) }</p>
            <h1 id="title" tabindex="-1">
                if now == Step::Read && open == 0 {
                    { say::code_a_chart() }
                } else {
                    { title }
                }
            </h1>
            if now == Step::Read {
                if open == 0 {
                    <p class="lead screen-only">{ say::lead() }</p>
                }
                <p class="charts__lead">{ &chart.lead }</p>
                <p class="charts__ask screen-only">{ say::mark_lines() }</p>
            }
        </>
    }
}

/// What helps a beginner at this step.
fn hints(chart: &Chart, step: Step) -> Html {
    let hints = chart.guide.iter().filter(|hint| hint.step == step);
    html! {
        for hint in hints {
            <div class="hint screen-only">
                <p class="hint__text">{ say::first_time(&hint.text, strong) }</p>
            </div>
        }
    }
}

fn next_label(chart: &Chart, now: Step) -> Option<&'static str> {
    let next = Work::steps(chart).find(|step| *step > now)?;
    Some(match next {
        Step::Read | Step::LookUp => say::to_book(),
        Step::Build => say::to_operation(),
        Step::Decide => say::to_order(),
        Step::See => say::to_key(),
    })
}

fn notices(table: &Table, send: &Callback<Event>) -> Html {
    let notice = |text: &'static str| {
        html! { <div class="notice screen-only"><p class="notice__text">{ text }</p></div> }
    };
    html! {
        <>
            if table.before.is_some() {
                <div class="notice screen-only" role="status">
                    <p class="notice__text">{ say::erased() }</p>
                    <button type="button" class="link" onclick={send.reform(|_: MouseEvent| Event::BringBack)}>
                        { say::bring_back() }
                    </button>
                </div>
            }
            for why in &table.lost {
                { notice(lost(*why)) }
            }
            if table.keeping == Keeping::Refused {
                { notice(say::refused()) }
            }
        </>
    }
}

fn lost(why: Lost) -> &'static str {
    match why {
        Lost::Changed => say::changed(),
        Lost::Unreadable(CodeError::Newer) => say::newer(),
        Lost::Unreadable(CodeError::Older) => say::older(),
        Lost::Unreadable(CodeError::CutOff | CodeError::Damaged | CodeError::NotOurs) => {
            say::damaged()
        }
    }
}

/// What was done in all, for whoever is done for now.
fn left(desk: &Desk, act: &Callback<DeskAction>) -> Html {
    let seen: Vec<_> = builtin::charts()
        .iter()
        .zip(&desk.works)
        .filter(|(_, work)| work.is_seen())
        .map(|(chart, work)| {
            let compact = Compact {
                tally: judge(chart, work).tally,
                another: work.felt.another,
            };
            (chart.number, compact)
        })
        .collect();
    let summary = Summary { charts: seen };
    html! {
        <>
            <h1 id="title" tabindex="-1">{ say::your_charts() }</h1>
            <p class="lead">{ sentence(&summary) }</p>
            <p>{ say::what_you_felt() }</p>
            <p class="buttons">
                if let Some(next) = desk.next() {
                    <button type="button" class="button" onclick={act.reform(move |_: MouseEvent| DeskAction::Open(next))}>
                        { say::another_chart() }
                    </button>
                }
                <a class="button button--quiet" href={Page::Try.link(Page::Quiz)}>{ say::take_quiz() }</a>
            </p>
        </>
    }
}

fn sentence(summary: &Summary) -> String {
    let Tally {
        found,
        wanted,
        unsupported,
    } = summary.tally();
    match summary.charts.len() {
        0 => say::none_finished().to_owned(),
        charts => say::coded(charts, found, unsupported, wanted),
    }
}

/// The way to the other charts, and what can be done with all.
fn others(desk: &Desk, act: &Callback<DeskAction>) -> Html {
    let is_touched = !saved::save(builtin::charts(), desk).is_empty();
    let print = Callback::from(|_: MouseEvent| page::print());
    html! {
        <nav class="panel screen-only" aria-label={say::all_charts()}>
            <h2>{ say::all_charts() }</h2>
            <ul class="shelf">
                for (place, (chart, work)) in builtin::charts().iter().zip(&desk.works).enumerate() {
                    <li class="shelf__chart">
                        <button type="button" class="link" aria-current={(place == desk.open && !desk.is_left).then_some("true")}
                            onclick={act.reform(move |_: MouseEvent| DeskAction::Open(place))}>
                            { say::numbered(&chart.title, place + 1) }
                        </button>
                        <span class="shelf__state">{ state(chart, work) }</span>
                    </li>
                }
            </ul>
            <p class="buttons">
                <button type="button" class="button button--quiet" onclick={print}>{ say::print() }</button>
                if is_touched {
                    <button type="button" class="button button--quiet" onclick={act.reform(|_: MouseEvent| DeskAction::Erase)}>
                        { say::erase() }
                    </button>
                }
            </p>
            <p class="charts__edition">{ say::edition() }</p>
        </nav>
    }
}

fn state(chart: &Chart, work: &Work) -> &'static str {
    if work.is_seen() {
        say::done()
    } else if *work == Work::new(chart) {
        say::not_begun()
    } else {
        say::begun()
    }
}
