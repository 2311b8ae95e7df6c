//! "How this is scored", made from the data that scores, so that it cannot
//! drift from it.

use super::guide::license;
use crate::say::{guide, scoring as say};
use yew::prelude::*;

use super::table::table;
use crate::builtin::{instrument, reference};
use crate::content::{
    BandCuts, Gate, GateKind, Item, Precision, Quality, Quiz, Role, Sign, Stage, TaskRule, Trait,
    TraitId,
};
use crate::ui::words;

pub fn scoring(root: &str) -> Html {
    let content = reference();
    let quiz = instrument();
    html! {
        <>
            <h1 id="title">{ say::title() }</h1>
            <p class="lead">
                { say::lead() }
            </p>
            <nav class="panel" aria-label={say::on_this_page()}>
                <ul>
                    <li><a href="#limits">{ say::limits() }</a></li>
                    <li><a href="#traits">{ say::traits() }</a></li>
                    <li><a href="#items">{ say::items() }</a></li>
                    <li><a href="#formulas">{ say::formulas() }</a></li>
                    <li><a href="#doubt">{ say::doubt() }</a></li>
                    <li><a href="#roles">{ say::roles() }</a></li>
                    <li><a href="#references">{ say::references() }</a></li>
                </ul>
            </nav>
            { limits() }
            { traits(quiz) }
            { items(quiz) }
            { formulas(quiz) }
            { doubt(&quiz.scoring.quality) }
            { roles(quiz, &content.roles) }
            { references() }
            <p><a class="button" href={root.to_owned() + "quiz/"}>{ say::take_quiz() }</a></p>
        </>
    }
}

fn limits() -> Html {
    html! {
        <section class="panel" id="limits">
            <h2>{ say::limits() }</h2>
            <ul>
                <li>{ say::limit_compares() }</li>
                <li>{ say::limit_skill() }</li>
                <li>{ say::limit_norms() }</li>
                <li>{ say::limit_studied() }</li>
                <li>{ say::limit_items() }</li>
                <li>{ say::limit_weights() }</li>
                <li>{ say::limit_use() }</li>
            </ul>
        </section>
    }
}

fn traits(quiz: &'static Quiz) -> Html {
    html! {
        <section class="panel" id="traits">
            <h2>{ say::traits() }</h2>
            { table(say::traits(), &[say::column_trait(), say::column_asks(), say::column_weight(), say::column_floor()], html! {
                for (_, each) in quiz.traits.iter() {
                    <tr>
                        <th scope="row">{ &*each.name }</th>
                        <td>{ &*each.asks }</td>
                        <td>{ words::percent(each.weight) }</td>
                        <td>{ words::number(each.floor) }</td>
                    </tr>
                }
            }) }
        </section>
    }
}

fn items(quiz: &'static Quiz) -> Html {
    let of = |stage: Option<Stage>| {
        let asked = move |item: &&Item| stage.is_none_or(|stage| item.stage == stage);
        quiz.items.iter().filter(asked)
    };
    let count = |stage| of(stage).count();
    let reversed = |stage| of(stage).filter(|item| item.reversed).count();
    html! {
        <section class="panel" id="items">
            <h2>{ say::items() }</h2>
            <p>
                { say::items_what(
                    count(None),
                    &quiz.not_sure,
                    count(Some(Stage::Quick)),
                    reversed(None),
                    reversed(Some(Stage::Quick)),
                ) }
            </p>
            for id in TraitId::ALL {
                <h3>{ &*quiz.traits[id].name }</h3>
                { table(&quiz.traits[id].name, &[say::column_item(), say::column_facet(), say::column_question(), say::column_asked(), say::column_direction()], html! {
                    for item in quiz.item_ids().filter(|item| quiz.item(*item).trait_id == id) {
                        { item_row(quiz.item(item), &quiz.scale(item).prompt) }
                    }
                }) }
            }
        </section>
    }
}

fn item_row(item: &'static Item, prompt: &'static str) -> Html {
    html! {
        <tr>
            <th scope="row">{ &*item.text }</th>
            <td>{ &*item.facet }</td>
            <td>{ prompt }</td>
            <td>{ match item.stage { Stage::Quick => say::asked_quick(), Stage::More => say::asked_more() } }</td>
            <td>{ if item.reversed { say::reverse_scored() } else { say::as_it_is() } }</td>
        </tr>
    }
}

fn formulas(quiz: &'static Quiz) -> Html {
    let BandCuts { strong, partial } = quiz.scoring.bands;
    let Gate { below, cap } = quiz.scoring.gate;
    let Precision {
        inter_item_correlation,
        prior_sd,
        z80,
    } = quiz.scoring.precision;
    let TaskRule {
        self_report,
        task,
        attempted_at_least,
    } = quiz.scoring.task;
    let named = |wanted: &dyn Fn(&Trait) -> bool| -> Vec<&'static str> {
        let traits = quiz.traits.iter().map(|(_, each)| each);
        let named = traits.filter(|each| wanted(each));
        named.map(|each| each.short.as_str()).collect()
    };
    let gated = named(&|each| each.gate.is_some());
    let gated = gated.into_iter().map(str::to_owned);
    let gated = gated.reduce(|these, one| say::or_of(&one, &these));
    let gated = gated.unwrap_or_default();
    let traded = named(&|each| each.gate == Some(GateKind::TradeOff));
    let goals = named(&|each| each.floor > 0.0);
    html! {
        <section class="panel" id="formulas">
            <h2>{ say::formulas() }</h2>
            <h3>{ say::score() }</h3>
            <p>{ say::score_what() }</p>
            <p class="formula">{ say::formula_score() }</p>
            <p>{ say::scored_when(&words::percent(quiz.scoring.answered_at_least)) }</p>
            <h3>{ say::range() }</h3>
            <p>{ say::range_with() }</p>
            <p class="formula">{ say::formula_alpha(&inter_item_correlation.to_string()) }</p>
            <p class="formula">{ say::formula_sem(&prior_sd.to_string()) }</p>
            <p class="formula">{ say::formula_range(&z80.to_string()) }</p>
            <p>{ say::range_what() }</p>
            <h3>{ say::task() }</h3>
            <p class="formula">{ say::formula_task() }</p>
            <p class="formula">{ say::formula_accuracy(&self_report.to_string(), &task.to_string()) }</p>
            <p>{ say::task_what(&attempted_at_least.to_string()) }</p>
            <h3>{ say::counts_with() }</h3>
            <p class="formula">{ say::formula_floor() }</p>
            <p>{ say::floor_what(&words::list(&goals)) }</p>
            <h3>{ say::result() }</h3>
            <p>{ say::result_what() }</p>
            <p class="formula">{ say::formula_result() }</p>
            <p class="formula">{ say::formula_result_error() }</p>
            <p class="formula">{ say::formula_fit_range(&z80.to_string()) }</p>
            <p>{ say::result_near_zero() }</p>
            <p>{ say::fit_when(&words::percent(quiz.scoring.answered_at_least)) }</p>
            <h3>{ say::gate() }</h3>
            <p>{ say::gate_what(&below.to_string(), &cap.to_string(), &gated, &words::list(&traded)) }</p>
            <h3>{ say::bands() }</h3>
            <p>{ say::bands_what(&partial.to_string(), &strong.to_string()) }</p>
            <h3>{ say::conditions() }</h3>
            <p>{ say::conditions_what() }</p>
            <h3>{ say::why() }</h3>
            <p>{ say::why_what() }</p>
        </section>
    }
}

fn doubt(quality: &'static Quality) -> Html {
    let Quality {
        hard_seconds,
        soft_seconds,
        longest_run,
        spread,
    } = quality;
    html! {
        <section class="panel" id="doubt">
            <h2>{ say::doubt() }</h2>
            <ul>
                <li>{ say::sign_too_fast(&hard_seconds.to_string()) }</li>
                <li>{ say::sign_one_option() }</li>
                <li>{ say::sign_fast(&soft_seconds.to_string()) }</li>
                <li>{ say::sign_run(&longest_run.to_string()) }</li>
                <li>{ say::sign_spread(&words::percent(*spread)) }</li>
            </ul>
            <p>{ say::doubt_what() }</p>
        </section>
    }
}

fn roles(quiz: &'static Quiz, roles: &'static [Role]) -> Html {
    html! {
        <section class="panel" id="roles">
            <h2>{ say::roles() }</h2>
            <p>{ say::roles_what() }</p>
            for role in roles.iter() {
                <h3>{ &*role.name }</h3>
                { table(&role.name, &[say::column_trait(), say::column_weight(), say::column_why(), say::column_rests()], html! {
                    for part in role.traits.iter() {
                        <tr>
                            <th scope="row">{ words::capital(&quiz.traits[part.trait_id].short) }</th>
                            <td>
                                { say::role_weight(part.gated, part.floor > 0.0, part.sign == Sign::Less, &words::percent(part.weight)) }
                            </td>
                            <td>{ &*part.reason }</td>
                            <td>{ &*part.source }</td>
                        </tr>
                    }
                }) }
            }
        </section>
    }
}

fn references() -> Html {
    let list = [
        say::reference_goldberg(),
        say::reference_cohen(),
        say::reference_sackett(),
        say::reference_nye(),
        say::reference_andrew(),
        say::reference_agresti(),
        say::reference_wood(),
        say::reference_ang(),
        say::reference_code(),
        say::reference_onet(),
    ];
    html! {
        <section class="panel" id="references">
            <h2>{ say::references() }</h2>
            <ul>
                for line in list {
                    <li>{ line }</li>
                }
            </ul>
            <p>
                { guide::onet("18.1", license) }
            </p>
        </section>
    }
}
