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

/// How the pages are looked at. Whatever is not about colours is looked at in the first alone. More
/// contrast needs no look of its own: it gives two colors the place of others and changes nothing else,
/// which a test of the documents looks after.
const LOOKS: [(&str, Settings); 3] = [
    ("light", USUAL),
    ("dark", DARK),
    (
        "forced colours",
        Settings {
            forced_colours: true,
            ..USUAL
        },
    ),
];

#[test]
fn every_view_in_every_look() {
    const FORGET_THEME: &str = "delete document.documentElement.dataset.theme";
    journey(async |world| {
        // The markup is the same everywhere. What differs in other engines is seen in one look.
        let looks = match world.browser {
            Browser::Chromium => &LOOKS[..],
            Browser::Firefox | Browser::Webkit => &LOOKS[..1],
        };
        let axe = axe()?;
        let mut violations = Vec::new();
        views::each(world, STILL, async |reader, view| {
            for (place, (look, settings)) in looks.iter().enumerate() {
                if looks.len() > 1 {
                    let still = Settings {
                        still: true,
                        ..*settings
                    };
                    reader.session.look(still).await?;
                }
                if settings.forced_colours {
                    // Chromium computes `-webkit-text-fill-color`, which axe-core reads, from the
                    // color that a chosen theme would have, and then paints the forced one.
                    reader.value(FORGET_THEME).await?;
                }
                let rules = match world.browser {
                    Browser::Chromium if place > 0 => COLOURS,
                    Browser::Chromium => ALL,
                    Browser::Firefox | Browser::Webkit => ALL_BUT_CONTRAST,
                };
                let found = look_at(reader, &axe, rules).await?;
                violations.extend(found.map(|found| format!("{view}, {look}: {found}")));
            }
            violations.extend(
                too_wide(reader)
                    .await?
                    .then(|| format!("{view}: wider than the window")),
            );
            Ok(())
        })
        .await?;
        told_at_once(world, &violations)
    });
}

/// Each view as those see it who set their browser up for themselves: magnified, still, and with
/// every text spaced out.
#[test]
fn every_view_as_readers_set_it_up() {
    journey(async |world| {
        if !world.can_only_in_chromium("change the width, nor unwanted motion") {
            return Ok(());
        }
        let axe = axe()?;
        let mut violations = Vec::new();
        let mut moved = false;
        views::each(world, STILL, async |reader, view| {
            let mut found = Vec::new();
            found.extend(moving(reader).await?);
            reader.session.look(USUAL).await?;
            moved |= !moving(reader).await?.is_empty();
            reader.session.look(MAGNIFIED).await?;
            found.extend(look_at(reader, &axe, ALL_BUT_CONTRAST).await?);
            found.extend(too_wide(reader).await?.then(|| "wider than 320".to_owned()));
            reader.value(SPACE_OUT).await?;
            for settings in [MAGNIFIED, STILL] {
                let width = settings.width;
                reader.session.look(settings).await?;
                let cut_off: Vec<String> = serde_json::from_value(reader.value(CUT_OFF).await?)?;
                found.extend(
                    cut_off
                        .iter()
                        .map(|each| format!("spaced out, {width} wide, cut off: {each}")),
                );
                found.extend(
                    too_wide(reader)
                        .await?
                        .then(|| format!("spaced out: wider than {width}")),
                );
            }
            violations.extend(found.iter().map(|found| format!("{view}: {found}")));
            Ok(())
        })
        .await?;
        assert!(moved, "nothing moves for anybody");
        told_at_once(world, &violations)
    });
}

/// Else colours that are still turning into others would be looked at.
pub const STILL: Settings = Settings {
    still: true,
    ..USUAL
};

/// As wide as a window of 1280 pixels that is magnified to 400%.
const MAGNIFIED: Settings = Settings {
    width: 320,
    ..STILL
};

/// All violations are told at once.
fn told_at_once(world: &World, violations: &[String]) -> Outcome {
    world.step("what was found");
    assert!(violations.is_empty(), "\n{}", violations.join("\n"));
    Ok(())
}

pub async fn too_wide(reader: &Reader) -> Outcome<bool> {
    const SCROLLS: &str =
        "document.documentElement.scrollWidth > document.documentElement.clientWidth";
    Ok(reader.value(SCROLLS).await? == true)
}

/// Readers may space out every text: WCAG 2.2, criterion 1.4.12. The pages' policy does not let
/// further styles in, but those are not subject to it.
const SPACE_OUT: &str = "(() => { \
     const sheet = new CSSStyleSheet(); \
     sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; \
     word-spacing: .16em !important } p { margin-block-end: 2em !important }'); \
     document.adoptedStyleSheets = [sheet]; })()";

/// What does not fit into its own box, where the box neither scrolls nor hides it on purpose.
pub const CUT_OFF: &str = "[...document.querySelectorAll('body *')].filter((each) => { \
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

/// What moves, or would move if it changed, before and after what the page draws itself too.
async fn moving(reader: &Reader) -> Outcome<Vec<String>> {
    const MOVES: &str = "[...document.getAnimations().map((each) => String(each)), \
         ...[...document.querySelectorAll('*')].flatMap((each) => [undefined, '::before', '::after'] \
         .map((part) => getComputedStyle(each, part)) \
         .filter((style) => style.animationName !== 'none' || style.scrollBehavior === 'smooth' \
             || style.transitionDuration.split(', ').some((time) => parseFloat(time) > 0)) \
         .map(() => each.tagName + '.' + each.className))].map((each) => 'moves: ' + each)";
    Ok(serde_json::from_value(reader.value(MOVES).await?)?)
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
        for settings in [USUAL, DARK] {
            for more_contrast in [false, true] {
                world.step(format!("dark: {}, more: {more_contrast}", settings.dark));
                let settings = Settings {
                    more_contrast,
                    ..settings
                };
                reader.session.look(settings).await?;
                assert_eq!(reader.value(STRONG).await?, more_contrast);
            }
        }
        Ok(())
    });
}

/// The program of axe-core.
pub fn axe() -> Outcome<String> {
    let file = "tests/browser/node_modules/axe-core/axe.min.js";
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file))
        .map_err(|error| format!("{file}: {error}; npm ci in tests/browser").into())
}

/// Rules of axe-core.
#[derive(Clone, Copy)]
pub struct Rules {
    /// How they are chosen, as axe-core calls it: `tag` or `rule`.
    kind: &'static str,
    names: &'static [&'static str],
    /// Those without which a look would be none.
    must: &'static [&'static str],
    contrast: bool,
}

pub const ALL: Rules = Rules {
    kind: "tag",
    names: &[
        "wcag2a",
        "wcag2aa",
        "wcag21a",
        "wcag21aa",
        "wcag22aa",
        "best-practice",
    ],
    must: &["color-contrast", "target-size", "region"],
    contrast: true,
};

/// Colors come from the same styles in every engine and at every width, and to compute contrast takes
/// axe-core as long as all the rest.
const ALL_BUT_CONTRAST: Rules = Rules {
    must: &["target-size", "region"],
    contrast: false,
    ..ALL
};

const COLOURS: Rules = Rules {
    kind: "rule",
    names: &["color-contrast", "link-in-text-block"],
    must: &["color-contrast"],
    contrast: true,
};

/// What axe-core finds: rule, selectors, help.
pub async fn look_at(
    reader: &Reader,
    axe: &str,
    rules: Rules,
) -> Outcome<impl Iterator<Item = String> + use<>> {
    const RUN: &str = "
        const [type, values, must, contrast, done] = arguments;
        const options = {
            runOnly: { type, values },
            rules: type === 'tag' ? {
                'target-size': { enabled: true }, 'color-contrast': { enabled: contrast },
            } : {},
            resultTypes: ['violations'],
            // It would fetch the styles anew, which a page without scripts forbids.
            preload: false,
        };
        axe.run(document, options).then(
            ({ violations, passes }) => done([
                ...violations.map(({ id, help, nodes }) =>
                    id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ') + ': ' + help),
                ...must
                    .filter((rule) => ![...violations, ...passes].some(({ id }) => id === rule))
                    .map((rule) => rule + ': was not checked'),
            ]),
            (error) => done(['axe failed: ' + error]),
        );";
    let client = &reader.session.client;
    if reader.value("typeof axe").await? == "undefined" {
        client.execute(axe, Vec::new()).await?;
    }
    let Rules {
        kind,
        names,
        must,
        contrast,
    } = rules;
    let arguments = vec![json!(kind), json!(names), json!(must), json!(contrast)];
    let Value::Array(found) = client.execute_async(RUN, arguments).await? else {
        return Err("axe said nothing".into());
    };
    Ok(found
        .into_iter()
        .map(|each| each.as_str().unwrap_or_default().to_owned()))
}
