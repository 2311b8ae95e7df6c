//! axe-core over every view, in every look, and what else every view owes to readers who set
//! their browser up for themselves.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::driver::Outcome;
use crate::reader::Reader;
use crate::settings::{Browser, Settings, USUAL};
use crate::views;
use crate::world::{World, journey};

const DARK: Settings = Settings {
    dark: true,
    ..USUAL
};

/// How the pages are looked at. More contrast changes colours alone, so the last two need one
/// width.
const LOOKS: [(&str, Settings); 5] = [
    ("light", USUAL),
    ("dark", DARK),
    (
        "forced colours",
        Settings {
            forced_colours: true,
            ..USUAL
        },
    ),
    (
        "more contrast",
        Settings {
            more_contrast: true,
            ..USUAL
        },
    ),
    (
        "dark with more contrast",
        Settings {
            more_contrast: true,
            ..DARK
        },
    ),
];

#[test]
fn wide() {
    journey(async |world| {
        // The markup is the same everywhere. What differs in other engines is seen in one look.
        let looks = match world.browser {
            Browser::Chromium => &LOOKS[..],
            Browser::Firefox | Browser::Webkit => &LOOKS[..1],
        };
        look_at_all(world, looks, USUAL.width).await
    });
}

/// As wide as a window of 1280 pixels that is magnified to 400%.
#[test]
fn narrow() {
    journey(async |world| {
        if world.can_only_in_chromium("change the width") {
            look_at_all(world, &LOOKS[..3], 320).await?;
        }
        Ok(())
    });
}

/// All violations are told at once.
async fn look_at_all(world: &World, looks: &[(&str, Settings)], width: u32) -> Outcome {
    let axe = axe()?;
    let mut violations = Vec::new();
    // Else colours that are still turning into others would be looked at.
    let still = true;
    let start = Settings {
        width,
        still,
        ..USUAL
    };
    views::each(world, start, async |reader, view| {
        for (look, settings) in looks {
            if looks.len() > 1 {
                let settings = Settings {
                    width,
                    still,
                    ..*settings
                };
                reader.session.look(settings).await?;
            }
            let found = look_at(reader, &axe).await?;
            violations.extend(found.map(|found| format!("{view}, {look}: {found}")));
        }
        let scrolls = scrolls_sideways(reader).await?;
        violations.extend(scrolls.then(|| format!("{view}: wider than the window")));
        Ok(())
    })
    .await?;
    told_at_once(world, &violations)
}

fn told_at_once(world: &World, violations: &[String]) -> Outcome {
    world.step("what was found");
    assert!(violations.is_empty(), "\n{}", violations.join("\n"));
    Ok(())
}

async fn scrolls_sideways(reader: &Reader) -> Outcome<bool> {
    const SCROLLS: &str =
        "document.documentElement.scrollWidth > document.documentElement.clientWidth";
    Ok(reader.value(SCROLLS).await? == true)
}

/// Readers may space out every text: WCAG 2.2, criterion 1.4.12.
#[test]
fn spaced_text_is_not_cut_off() {
    /// The pages' policy does not let further styles in, but those are not subject to it.
    const SPACE_OUT: &str = "(() => { \
         const sheet = new CSSStyleSheet(); \
         sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; \
         word-spacing: .16em !important } p { margin-block-end: 2em !important }'); \
         document.adoptedStyleSheets = [sheet]; })()";
    /// What does not fit into its own box, where the box neither scrolls nor hides it on purpose.
    const CUT_OFF: &str = "[...document.querySelectorAll('body *')].filter((each) => { \
         const { display, overflowX, overflowY, clip, clipPath } = getComputedStyle(each); \
         if (!each.checkVisibility() || !each.clientWidth || display.startsWith('inline') \
             || clip !== 'auto' || clipPath !== 'none' || each.matches('input, select, textarea')) \
             return false; \
         const has = (axis) => [...each.childNodes].some((node) => node.nodeType === 3 \
             && node.data.trim()) || axis === 'hidden' || axis === 'clip'; \
         const scrolls = (axis) => axis === 'auto' || axis === 'scroll'; \
         return (has(overflowX) && !scrolls(overflowX) && each.scrollWidth > each.clientWidth + 1) \
             || (has(overflowY) && !scrolls(overflowY) && each.scrollHeight > each.clientHeight + 1); \
         }).map((each) => each.tagName + '.' + each.className + ': ' + each.textContent.slice(0, 60))";
    journey(async |world| {
        if !world.can_only_in_chromium("change the width") {
            return Ok(());
        }
        let mut violations = Vec::new();
        views::each(world, USUAL, async |reader, view| {
            reader.value(SPACE_OUT).await?;
            for width in [USUAL.width, 320] {
                reader.session.look(Settings { width, ..USUAL }).await?;
                let cut_off: Vec<String> = serde_json::from_value(reader.value(CUT_OFF).await?)?;
                violations.extend(
                    cut_off
                        .iter()
                        .map(|each| format!("{view}, {width} wide: {each}")),
                );
                let scrolls = scrolls_sideways(reader).await?;
                violations.extend(scrolls.then(|| format!("{view}: wider than {width}")));
            }
            Ok(())
        })
        .await?;
        told_at_once(world, &violations)
    });
}

/// What moves, or would move if it changed, before and after what the page draws itself too.
#[test]
fn nothing_moves_where_motion_is_unwanted() {
    const MOVES: &str = "[...document.getAnimations().map((each) => String(each)), \
         ...[...document.querySelectorAll('*')].flatMap((each) => [undefined, '::before', '::after'] \
         .map((part) => getComputedStyle(each, part)) \
         .filter((style) => style.animationName !== 'none' || style.scrollBehavior === 'smooth' \
             || style.transitionDuration.split(', ').some((time) => parseFloat(time) > 0)) \
         .map(() => each.tagName + '.' + each.className))]";
    journey(async |world| {
        if !world.can_only_in_chromium("say that motion is unwanted") {
            return Ok(());
        }
        let still = Settings {
            still: true,
            ..USUAL
        };
        let mut violations = Vec::new();
        let mut moved = false;
        views::each(world, still, async |reader, view| {
            let moving: Vec<String> = serde_json::from_value(reader.value(MOVES).await?)?;
            violations.extend(moving.iter().map(|each| format!("{view}: {each}")));
            reader.session.look(USUAL).await?;
            moved |= reader.value(MOVES).await? != json!([]);
            reader.session.look(still).await
        })
        .await?;
        assert!(moved, "nothing moves for anybody");
        told_at_once(world, &violations)
    });
}

/// Soft ink is as strong as any, and thin lines as strong as those around what can be pressed.
#[test]
fn more_contrast_is_given_to_those_who_want_it() {
    const STRONG: &str = "((style) => [['--ink-soft', '--ink'], ['--line', '--line-strong']] \
         .every(([soft, strong]) => style.getPropertyValue(soft) === style.getPropertyValue(strong))) \
         (getComputedStyle(document.documentElement))";
    journey(async |world| {
        if !world.can_only_in_chromium("say that more contrast is wanted") {
            return Ok(());
        }
        let reader = world.reader().await?;
        reader.open("/").await?;
        for (look, settings) in LOOKS {
            world.step(look);
            reader.session.look(settings).await?;
            let strong = reader.value(STRONG).await?;
            assert_eq!(strong, settings.more_contrast);
        }
        Ok(())
    });
}

/// The program of axe-core.
fn axe() -> Outcome<String> {
    let file = "tests/browser/node_modules/axe-core/axe.min.js";
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file))
        .map_err(|error| format!("{file}: {error}; npm ci in tests/browser").into())
}

/// What axe-core finds: rule, selectors, help.
async fn look_at(reader: &Reader, axe: &str) -> Outcome<impl Iterator<Item = String> + use<>> {
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
    if reader.value("typeof axe").await? == "undefined" {
        client.execute(axe, Vec::new()).await?;
    }
    let found = client.execute_async(RUN, vec![tags]).await?;
    let Value::Array(found) = found else {
        return Err("axe said nothing".into());
    };
    Ok(found
        .into_iter()
        .map(|each| each.as_str().unwrap_or_default().to_owned()))
}
