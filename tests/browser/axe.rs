//! axe-core over every view, in every look.

use std::fs;
use std::path::Path;

use career_fit::session::Session;
use career_fit::share::Disclosure;
use serde_json::{Value, json};

use crate::driver::Outcome;
use crate::made::{self, answered};
use crate::reader::Reader;
use crate::settings::{Settings, USUAL};
use crate::world::{World, journey};

const NARROW: Settings = Settings {
    width: 320,
    ..USUAL
};

#[test]
fn light_and_wide() {
    journey(async |world| look_at_all(world, USUAL).await);
}

#[test]
fn light_and_narrow() {
    journey(async |world| look_at_all(world, NARROW).await);
}

#[test]
fn dark_and_wide() {
    journey(async |world| {
        look_at_all(
            world,
            Settings {
                dark: true,
                ..USUAL
            },
        )
        .await
    });
}

#[test]
fn dark_and_narrow() {
    journey(async |world| {
        look_at_all(
            world,
            Settings {
                dark: true,
                ..NARROW
            },
        )
        .await
    });
}

#[test]
fn forced_colours() {
    const FORCED: Settings = Settings {
        forced_colours: true,
        ..USUAL
    };
    journey(async |world| {
        if FORCED.suit(world.browser) {
            look_at_all(world, FORCED).await?;
        }
        Ok(())
    });
}

/// A view, the quiz that the device keeps, and the page that shows the view.
/// What is kept once stays, so the views without a quiz come first.
fn views() -> Vec<(&'static str, Option<Session>, String)> {
    let page = str::to_owned;
    let at = |fragment: &str| format!("/result/#{fragment}");
    let told = |disclosure| made::told(&made::finished(), disclosure);
    let everything = told(Disclosure::AnswersAndStart);
    let other = made::told(&made::another(), Disclosure::Traits);
    let seen = made::seen(&made::observed());
    vec![
        ("landing page", None, page("/")),
        ("item", None, page("/quiz/")),
        ("missing answer", None, page("/quiz/")),
        ("no result", None, page("/result/")),
        ("bad link", None, page("/result/#r=broken")),
        ("a shared verdict", None, at(&told(Disclosure::Verdict))),
        ("shared trait scores", None, at(&told(Disclosure::Traits))),
        ("somebody else's result", None, at(&everything)),
        (
            "somebody else's withheld result",
            None,
            at(&made::fragment(&made::careless())),
        ),
        ("a link to compare that is none", None, at(&everything)),
        ("two links", None, at(&[&everything, "/", &other].concat())),
        (
            "two links, one with the verdict alone",
            None,
            at(&[&told(Disclosure::Verdict), "/", &other].concat()),
        ),
        ("how somebody sees a person", None, at(&seen)),
        ("item about somebody", None, page("/someone/")),
        (
            "answers about somebody",
            Some(made::observed_checking()),
            page("/someone/"),
        ),
        (
            "link to send back",
            Some(made::observed()),
            page("/someone/"),
        ),
        ("item with its answer", Some(answered(4)), page("/quiz/")),
        ("landing page, come again", Some(answered(4)), page("/")),
        ("condition", Some(answered(22)), page("/quiz/")),
        ("starting point", Some(answered(27)), page("/quiz/")),
        ("check page", Some(made::checking()), page("/quiz/")),
        ("own result", Some(made::finished()), page("/result/")),
        (
            "own result to share",
            Some(made::finished()),
            page("/result/"),
        ),
        (
            "own result beside a link that is none",
            Some(made::finished()),
            page("/result/"),
        ),
        (
            "own result beside another one",
            Some(made::finished()),
            at(&[&other, "/mine"].concat()),
        ),
        ("how one is seen", Some(made::finished()), at(&seen)),
        ("sharpening", Some(made::sharpening()), page("/quiz/")),
        ("task offer", Some(made::task_offered()), page("/quiz/")),
        ("pair", Some(made::task_offered()), page("/quiz/")),
        (
            "sharpened result",
            Some(made::with_two_deal_breakers()),
            page("/result/"),
        ),
        ("withheld result", Some(made::careless()), page("/result/")),
        // Not the last one: every journey ends with a look at the last page's own policy.
        (READ, None, page("/no/such/page")),
        (READ, None, page("/scoring/")),
        (READ, None, page("/guide/")),
        (READ, None, page("/guide/work/")),
        (READ, None, page("/guide/pay/")),
        (READ, None, page("/guide/path/")),
        (READ, None, page("/guide/related/")),
        (READ, None, page("/guide/questions/")),
        (READ, None, page("/sources/")),
    ]
}

/// A page that needs no app.
const READ: &str = "page to be read";

/// All violations are told at once.
async fn look_at_all(world: &World, settings: Settings) -> Outcome {
    let reader = world.reader_with(settings).await?;
    let axe = axe()?;
    let mut violations = Vec::new();
    for (view, kept, path) in views() {
        let view = if view == READ { &*path } else { view };
        world.step(view);
        if let Some(kept) = kept {
            reader.has(&kept).await?;
        }
        if view == path {
            reader.enter(&path).await?;
        } else {
            reader.open(&path).await?;
        }
        reader
            .wait_for("document.getElementById('main').dataset.view !== 'opening'")
            .await?;
        match view {
            "missing answer" => {
                reader.click_on("Continue").await?;
                reader.focus_is_on("problem").await?;
            }
            "pair" => {
                reader.click_on("Start without a clock").await?;
                reader.sees_beginning("Pair 1 of 24").await?;
            }
            "item with its answer" => reader.choose(2).await?,
            "own result to share" => {
                reader.shares(Disclosure::AnswersAndStart).await?;
            }
            "a link to compare that is none" | "own result beside a link that is none" => {
                reader.pastes("hello").await?;
                reader.reads("This is not a link to one result.").await?;
            }
            _ => {}
        }
        reader
            .value("document.querySelectorAll('details').forEach((each) => each.open = true)")
            .await?;
        violations.extend(
            look_at(&reader, &axe)
                .await?
                .map(|found| format!("{view}: {found}")),
        );
        let wide = "document.documentElement.scrollWidth > innerWidth";
        if reader.value(wide).await? == Value::Bool(true) {
            violations.push(format!("{view}: wider than the window"));
        }
    }
    world.step("axe");
    assert!(violations.is_empty(), "\n{}", violations.join("\n"));
    Ok(())
}

/// The program of axe-core.
pub fn axe() -> Outcome<String> {
    let file = "tests/browser/node_modules/axe-core/axe.min.js";
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file))
        .map_err(|error| format!("{file}: {error}; npm ci in tests/browser").into())
}

/// What axe-core finds: rule, selectors, help.
pub async fn look_at(reader: &Reader, axe: &str) -> Outcome<impl Iterator<Item = String> + use<>> {
    const RUN: &str = "
        const [tags, done] = arguments;
        const options = {
            runOnly: { type: 'tag', values: tags },
            rules: { 'target-size': { enabled: true } },
            resultTypes: ['violations'],
            // It would fetch the styles anew, which a page without scripts forbids.
            preload: false,
        };
        axe.run(document, options).then(
            ({ violations, passes }) => done([
                ...violations.map(({ id, help, nodes }) =>
                    id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ') + ': ' + help),
                ...['color-contrast', 'target-size', 'region']
                    .filter((rule) => ![...violations, ...passes].some(({ id }) => id === rule))
                    .map((rule) => rule + ': was not checked'),
            ]),
            (error) => done(['axe failed: ' + error]),
        );";
    let tags = json!([
        "wcag2a",
        "wcag2aa",
        "wcag21a",
        "wcag21aa",
        "wcag22aa",
        "best-practice"
    ]);
    let client = &reader.session.client;
    client.execute(axe, Vec::new()).await?;
    let found = client.execute_async(RUN, vec![tags]).await?;
    let Value::Array(found) = found else {
        return Err("axe said nothing".into());
    };
    Ok(found
        .into_iter()
        .map(|each| each.as_str().unwrap_or_default().to_owned()))
}
