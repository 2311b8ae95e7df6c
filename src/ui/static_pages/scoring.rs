//! "How this is scored", made from the data that scores, so that it cannot
//! drift from it.

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
            <h1 id="title">{ "How this is scored" }</h1>
            <p class="lead">
                { "Everything behind a result, from the same data that scores it. Nothing is left out." }
            </p>
            <nav class="panel" aria-label="On this page">
                <ul>
                    <li><a href="#limits">{ "What it cannot say" }</a></li>
                    <li><a href="#traits">{ "Traits and weights" }</a></li>
                    <li><a href="#items">{ "Every item" }</a></li>
                    <li><a href="#formulas">{ "Formulas" }</a></li>
                    <li><a href="#doubt">{ "When we doubt the answers" }</a></li>
                    <li><a href="#roles">{ "Neighboring roles" }</a></li>
                    <li><a href="#references">{ "References" }</a></li>
                </ul>
            </nav>
            { limits() }
            { traits(quiz) }
            { items(quiz) }
            { formulas(quiz) }
            { doubt(&quiz.scoring.quality) }
            { roles(quiz, &content.roles) }
            { references() }
            <p><a class="button" href={root.to_owned() + "quiz/"}>{ "Take the quiz" }</a></p>
        </>
    }
}

fn limits() -> Html {
    html! {
        <section class="panel" id="limits">
            <h2>{ "What it cannot say" }</h2>
            <ul>
                <li>{ "It compares what you say about yourself, and one short task, with what the work asks for." }</li>
                <li>{ "It knows nothing of coding skill, and it does not predict being hired or doing well." }</li>
                <li>{ "It has no norms. A score says nothing about how you compare with other people." }</li>
                <li>{ "No one has studied the later careers of people who took it." }</li>
                <li>{ "The items are our own and have not been tried on a sample of people yet. The figures for precision come from published work on similar items." }</li>
                <li>{ "Weights and cuts are our judgement. That is why every result says how far it would move under other weights." }</li>
                <li>{ "It must not be used to choose or turn down people." }</li>
            </ul>
        </section>
    }
}

fn traits(quiz: &'static Quiz) -> Html {
    html! {
        <section class="panel" id="traits">
            <h2>{ "Traits and weights" }</h2>
            { table("Traits and weights", &["Trait", "What the work asks for", "Weight", "Floor"], html! {
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
            <h2>{ "Every item" }</h2>
            <p>
                { format!("\"Reverse-scored\" means that a high answer lowers the trait. {} of the {} quick \
                   items are reverse-scored, and {} of all {}, so that one answer to everything lands in \
                   the middle. \"", reversed(Some(Stage::Quick)), count(Some(Stage::Quick)),
                   reversed(None), count(None)) }
                { &*quiz.not_sure }
                { "\" leaves an item out; it is not the middle." }
            </p>
            for id in TraitId::ALL {
                <h3>{ &*quiz.traits[id].name }</h3>
                { table(&quiz.traits[id].name, &["Item", "Asks about", "Question", "Asked", "Direction"], html! {
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
            <td>{ match item.stage { Stage::Quick => "quick quiz", Stage::More => "to sharpen" } }</td>
            <td>{ if item.reversed { "reverse-scored" } else { "as it is" } }</td>
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
    let traded = named(&|each| each.gate == Some(GateKind::TradeOff));
    let goals = named(&|each| each.floor > 0.0);
    html! {
        <section class="panel" id="formulas">
            <h2>{ "Formulas" }</h2>
            <h3>{ "A trait's score, S" }</h3>
            <p>{ "Answers count 1 to 5; for a reverse-scored item, 6 less the answer counts. Then:" }</p>
            <p class="formula">{ "S = 100 · (mean − 1) / 4" }</p>
            <p>{ format!("A trait is scored when at least {} of what was asked of it was answered.",
                words::percent(quiz.scoring.answered_at_least)) }</p>
            <h3>{ "Its range" }</h3>
            <p>{ "With n items answered:" }</p>
            <p class="formula">{ format!("α = n · {inter_item_correlation} / (1 + (n − 1) · {inter_item_correlation})") }</p>
            <p class="formula">{ format!("SEM = {prior_sd} · √(1 − α)") }</p>
            <p class="formula">{ format!("range = S ± {z80} · SEM") }</p>
            <p>{ "The true score lies in the range about eight times in ten, if items of one trait go together as they do in published scales of this kind." }</p>
            <h3>{ "The checking task" }</h3>
            <p class="formula">{ "task = 100 · max(0, (right − wrong) / (right + wrong))" }</p>
            <p class="formula">{ format!("accuracy = {self_report} · what you say + {task} · task") }</p>
            <p>{ format!("The pairs grow harder: a third are short, a third are long and differ in swapped neighbors or in characters that look alike, and a third have two lines. The task counts from {attempted_at_least} tries on. Its own error is that of a share, with two right and two wrong added. Speed is not scored.") }</p>
            <h3>{ "What a trait counts with, V" }</h3>
            <p class="formula">{ "V = F + S · (1 − F / 100)" }</p>
            <p>{ format!("The floor F stands in the table above. It is 0, so that V = S, except for {}: \
                somebody who does not have that goal is no worse a coder. The error shrinks alike: \
                SEM of V = SEM · (1 − F / 100).", words::list(&goals)) }</p>
            <h3>{ "The result, G" }</h3>
            <p>{ "A weighted geometric mean, so that high scores do not hide a very low one. The weights w of the scored traits are made to sum to 1:" }</p>
            <p class="formula">{ "G = exp(Σ w · ln max(V, 1))" }</p>
            <p class="formula">{ "SE = G · √Σ(w · SEM of V / max(V, 1))²" }</p>
            <p class="formula">{ format!("range = G ± {z80} · SE") }</p>
            <p>{ "Where V is close to 0 the error would be too large. There, half the distance between ln(V + SEM) and ln max(V − SEM, 1) stands in for SEM / max(V, 1)." }</p>
            <p>{ format!("Like the traits' ranges, this one holds the true value about eight times in ten. There is a result when the scored traits carry at least {} of the weight.",
                words::percent(quiz.scoring.answered_at_least)) }</p>
            <h3>{ "The gate" }</h3>
            <p>{ format!("Where the whole range of {} lies below {below}, the result and the top of its range are held at {cap}. \
                For {} this is told as a trade-off: a person may decide to give up what they would rather have, \
                so the result without that hold is always shown beside it.",
                gated.join(" or of "), words::list(&traded)) }</p>
            <h3>{ "Bands" }</h3>
            <p>{ format!("{strong} and up: strong overlap. {partial} to {strong}: partial. Below {partial}: low. Where the range crosses a cut, both bands are named. Where it crosses both, the result is too uncertain to call.") }</p>
            <h3>{ "Conditions and starting point" }</h3>
            <p>{ "They never enter a score. A \"no\" to a condition stands beside the result; the starting point picks the next steps." }</p>
            <h3>{ "Why, and what would change it" }</h3>
            <p>{ "Call N the result of somebody whose traits all lie at 50. A trait's pull is L · w · ln(max(V, 1) / V of 50), where L is the logarithmic mean of G and N. The pulls add up to G − N. The smallest change is searched in full: no smaller set of answers changes the band. \"Other weights\" tries all corners where each weight is half or one and a half of itself." }</p>
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
            <h2>{ "When we doubt the answers" }</h2>
            <ul>
                <li>{ format!("The items took less than {hard_seconds} second each on average: a strong sign.") }</li>
                <li>{ "Every item of the quick quiz got the same option: a strong sign." }</li>
                <li>{ format!("They took less than {soft_seconds} seconds each: a weak sign.") }</li>
                <li>{ format!("The same option {longest_run} or more times in a row: a weak sign.") }</li>
                <li>{ format!("Answers to items of one trait do not fit together: a weak sign. We pool their variance over the traits, after reverse-scoring; its square root is more than {} of the range of 4.", words::percent(*spread)) }</li>
            </ul>
            <p>{ "One strong sign or two weak ones, and we hold the result back, show the answers, and offer another try. Times never leave the device and are part of no link." }</p>
        </section>
    }
}

fn roles(quiz: &'static Quiz, roles: &'static [Role]) -> Html {
    html! {
        <section class="panel" id="roles">
            <h2>{ "Neighboring roles" }</h2>
            <p>{ "The same formula with other weights, shown as bands alone. Where a trait is marked \"needed\", the gate holds for it as above. Where a role asks for less of a trait, 100 − S counts. \"Half\" means a floor of 50, as above." }</p>
            for role in roles.iter() {
                <h3>{ &*role.name }</h3>
                { table(&role.name, &["Trait", "Weight", "Why", "Rests on"], html! {
                    for part in role.traits.iter() {
                        <tr>
                            <th scope="row">{ words::capital(&quiz.traits[part.trait_id].short) }</th>
                            <td>
                                { words::percent(part.weight) }
                                if part.sign == Sign::Less { { ", less of it" } }
                                if part.gated { { ", needed" } }
                                if part.floor > 0.0 { { ", half" } }
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
    const LIST: [&str; 10] = [
        "Goldberg and others (2006). The International Personality Item Pool and the future of public-domain personality measures. Journal of Research in Personality.",
        "Cohen, Cohen, Aiken and West (1999). The problem of units and the circumstance for POMP. Multivariate Behavioral Research.",
        "Sackett, Zhang, Berry and Lievens (2022). Revisiting meta-analytic estimates of validity in personnel selection. Journal of Applied Psychology.",
        "Nye, Su, Rounds and Drasgow (2017). Interest congruence and performance. Journal of Vocational Behavior.",
        "Andrew, Paterson and Longstaff. Minnesota Clerical Test: same/different pairs, right minus wrong.",
        "Agresti and Coull (1998). Approximate is better than \"exact\" for interval estimation of binomial proportions. The American Statistician.",
        "Wood and others (2017), Huang and others (2012), Curran (2016): careless answers and how they show.",
        "Ang (2004). Decomposition analysis for policymaking in energy. Energy Policy. (The logarithmic mean.)",
        "Code of Fair Testing Practices in Education, part C: reporting.",
        "O*NET Database, U.S. Department of Labor, Employment and Training Administration.",
    ];
    html! {
        <section class="panel" id="references">
            <h2>{ "References" }</h2>
            <ul>
                for line in LIST {
                    <li>{ line }</li>
                }
            </ul>
            <p>
                { "This page includes information from the O*NET 18.1 Database by the U.S. Department of \
                   Labor, Employment and Training Administration (USDOL/ETA). Used under the " }
                <a href="https://creativecommons.org/licenses/by/4.0/" rel="noreferrer">{ "CC BY 4.0" }</a>
                { " license. O*NET® is a trademark of USDOL/ETA. The makers of Coder Fit have modified all \
                   or some of this information. USDOL/ETA has not approved, endorsed, or tested these \
                   modifications." }
            </p>
        </section>
    }
}
