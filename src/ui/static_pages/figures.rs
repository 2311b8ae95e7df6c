//! What the guide draws or lists from data that is not its own words.

use crate::say::{figures as say, numbers};
use yew::prelude::*;

use super::fact_note::{fact_notes, short_source};
use super::table::table;
use crate::builtin::{guide, quiz, reference};
use crate::content::{Credential, Figure, GuideEntry, GuideSection, PayRow, Told};
use crate::ui::components::{PayLabel, dated, estimate, pay_chart, record};

pub fn figure(figure: Figure, section: &'static GuideSection, root: &str) -> Html {
    let content = reference();
    let pay = &content.pay;
    match figure {
        Figure::Pages => pages(root),
        Figure::Traits => traits(),
        Figure::Roles => roles(root),
        Figure::Credentials => credentials(root),
        Figure::Timeline => timeline(
            section.list.as_ref().map_or(&[], |list| &list.entries),
            root,
        ),
        Figure::PayYears => pay_chart(
            say::pay_years(),
            PayLabel::Month,
            &pay.years().collect::<Vec<_>>(),
        ),
        Figure::PayOccupations => {
            let rows: Vec<_> = pay.occupations().collect();
            html! {
                <>
                    { pay_chart(say::pay_occupations(), PayLabel::Occupation, &rows) }
                    { prospects(&rows) }
                </>
            }
        }
        Figure::PayRoles => {
            let mut rows: Vec<&PayRow> = Vec::new();
            for row in (0..content.roles.len()).filter_map(|role| pay.of_role(role)) {
                if !rows.contains(&row) {
                    rows.push(row);
                }
            }
            pay_chart(say::pay_roles(), PayLabel::Occupation, &rows)
        }
    }
}

fn pages(root: &str) -> Html {
    html! {
        <ul class="pages">
            for page in guide().pages.iter().skip(1) {
                <li class="pages__page">
                    <a class="pages__link" href={format!("{root}guide/{}/", page.id)}>{ &*page.title }</a>
                    <p class="pages__about">{ &*page.lead }</p>
                </li>
            }
            <li class="pages__page">
                <a class="pages__link" href={format!("{root}sources/")}>{ say::sources() }</a>
                <p class="pages__about">{ say::sources_about() }</p>
            </li>
        </ul>
    }
}

/// One row for each credential. Its first column stays in sight where the table is wider
/// than the screen.
fn credentials(root: &str) -> Html {
    let headings = [
        say::credential(),
        say::owner(),
        say::exam_price(),
        say::who_may(),
        say::cpt(),
        say::to_keep(),
    ];
    html! {
        <div class="credentials">
            { table(say::credentials(), &headings, html! {
                for each in guide().credentials.iter() {
                    { credential(each, root) }
                }
            }) }
        </div>
    }
}

fn credential(each: &'static Credential, root: &str) -> Html {
    html! {
        <tr>
            <th scope="row">
                <strong>{ &*each.short }</strong>
                <span class="credentials__name">{ &*each.name }</span>
            </th>
            <td>{ &*each.owner }</td>
            for cell in [&each.price, &each.entry, &each.cpt, &each.renewal] {
                <td data-fact={told_by(cell)}>{ told(cell, root) }</td>
            }
        </tr>
    }
}

/// The words, which lead to the record of the fact behind them.
fn told(Told { text, fact }: &'static Told, root: &str) -> Html {
    let Some(fact) = fact.map(|id| reference().fact(id)) else {
        return html! { { &**text } };
    };
    html! {
        <>
            <a class="credentials__fact" href={record(fact, root)}>{ &**text }</a>
            if fact.source.is_none() {
                { " " }{ estimate(fact, root) }
            }
        </>
    }
}

/// The fact's name, which tells a test where the number comes from.
fn told_by(told: &'static Told) -> Option<&'static str> {
    told.fact.map(|id| &*reference().fact(id).id)
}

fn traits() -> Html {
    html! {
        <dl class="terms">
            for (_, each) in quiz().traits.iter() {
                <div class="terms__row">
                    <dt class="terms__name">{ &*each.name }</dt>
                    <dd class="terms__text"><p>{ &*each.asks }</p></dd>
                </div>
            }
        </dl>
    }
}

fn roles(root: &str) -> Html {
    html! {
        <dl class="terms">
            for role in reference().roles.iter() {
                <div class="terms__row" id={&*role.id}>
                    <dt class="terms__name">{ &*role.name }</dt>
                    <dd class="terms__text">
                        <p>{ &*role.text }</p>
                        <p>{ say::to_get_in(&role.entry) }</p>
                        { fact_notes(&role.facts, root) }
                    </dd>
                </div>
            }
        </dl>
    }
}

/// What growth is projected, which a bar cannot show.
fn prospects(rows: &[&'static PayRow]) -> Html {
    let projection = &reference().pay.projection;
    let years = numbers::range(&projection.from.to_string(), &projection.to.to_string());
    let or_none = |text: Option<String>| text.unwrap_or_else(|| say::not_looked_up().to_owned());
    html! {
        <>
            <h3>{ say::growth_in(&years) }</h3>
            { table(say::growth_and_ways(), &[say::occupation(), say::growth(), say::openings(), say::usual_way()], html! {
                for row in rows.iter() {
                    <tr>
                        <th scope="row">{ &*row.name }</th>
                        <td>{ or_none(row.growth.map(|growth| numbers::percent(&growth.to_string()))) }</td>
                        <td>{ or_none(row.openings.map(thousands)) }</td>
                        <td>{ &*row.entry }</td>
                    </tr>
                }
            }) }
            <p class="pay__sources">
                { say::source(
                    &dated(&projection.source, rows.first().map_or("", |row| &*row.checked)),
                    &projection.source.name,
                    |name| html! { <a href={&*projection.source.address} rel="noreferrer">{ name }</a> },
                ) }
            </p>
        </>
    }
}

fn thousands(number: u32) -> String {
    crate::ui::words::dollars(number).replace('$', "")
}

/// The path's steps from top to bottom, so that their names have room on a
/// phone. The line is not to scale: most steps have no length.
fn timeline(steps: &'static [GuideEntry], root: &str) -> Html {
    let y = |index: usize| 24 + 60 * index;
    let height = y(steps.len().saturating_sub(1)) + 30;
    html! {
        <>
            <svg class="path" viewBox={format!("0 0 340 {height}")} width="340"
                height={height.to_string()} aria-hidden="true">
                <line class="path__line" x1="16" x2="16" y1={y(0).to_string()}
                    y2={y(steps.len().saturating_sub(1)).to_string()} />
                for (index, step) in steps.iter().enumerate() {
                    <circle class="path__stop" cx="16" cy={y(index).to_string()} r="9" />
                    <text class="path__name" x="40" y={(y(index) - 1).to_string()}>{ &*step.name }</text>
                    <text class="path__span" x="40" y={(y(index) + 18).to_string()}
                        data-fact={span_fact(step)}>{ span_text(step) }</text>
                }
            </svg>
            <details>
                <summary>{ say::steps_in_table() }</summary>
                { table(say::how_long_steps(), &[say::step(), say::how_long(), say::who_says()], html! {
                    for step in steps.iter() {
                        <tr>
                            <th scope="row">{ &*step.name }</th>
                            <td data-fact={span_fact(step)}>{ span_text(step) }</td>
                            <td>{ said_by(step, root) }</td>
                        </tr>
                    }
                }) }
            </details>
        </>
    }
}

/// An estimate says that it is one, because a drawing has no badge.
fn span_text(step: &'static GuideEntry) -> String {
    let Some(span) = &step.span else {
        return String::new();
    };
    let fact = span.fact.map(|id| reference().fact(id));
    let guess = fact.is_some_and(|fact| fact.source.is_none());
    match guess {
        true => say::estimated(&span.text),
        false => span.text.clone(),
    }
}

fn span_fact(step: &'static GuideEntry) -> Option<&'static str> {
    step.span.as_ref().and_then(told_by)
}

fn said_by(step: &'static GuideEntry, root: &str) -> Html {
    let fact = step.span.as_ref().and_then(|span| span.fact);
    fact.map_or_else(
        || html! { { say::depends() } },
        |id| html! { <span data-fact={&*reference().fact(id).id}>{ short_source(reference().fact(id), root) }</span> },
    )
}
