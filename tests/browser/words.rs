//! Every page with longer words, and with words that run from right to left: what would break in
//! another language breaks here.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process;
use std::rc::Rc;

use site::shell::{Parts, Shell};
use site::styles;

use crate::axe::{CUT_OFF, STILL, too_wide};
use crate::driver::Outcome;
use crate::examples::pseudo::{Language, Written, every_page};
use crate::settings::Settings;
use crate::site::Site;
use crate::world::journey;

/// Texts of different elements that lie on each other. What is there for screen readers alone has no
/// place, what a drawing says may lie on its lines, and what stays in sight lies on all that passes.
const OVERLAPS: &str = "(() => { \
     const stays = (each) => each && (['sticky', 'fixed'].includes(getComputedStyle(each).position) \
         || stays(each.parentElement)); \
     const places = []; \
     const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); \
     for (let node; (node = walk.nextNode());) { \
         const around = node.parentElement; \
         if (!node.data.trim() || !around.checkVisibility({ visibilityProperty: true }) \
             || around.closest('svg, option, script, style, .visually-hidden, .skip') \
             || stays(around)) continue; \
         const range = document.createRange(); \
         range.selectNodeContents(node); \
         for (const { left, right, top, bottom } of range.getClientRects()) { \
             if (right - left > 1) places.push({ left, right, top, bottom, around, text: node.data }); \
         } \
     } \
     places.sort((one, other) => one.top - other.top); \
     const found = []; \
     for (const [index, one] of places.entries()) { \
         for (const other of places.slice(index + 1)) { \
             if (other.top > one.bottom) break; \
             const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left); \
             const high = Math.min(one.bottom, other.bottom) - other.top; \
             const line = Math.min(one.bottom - one.top, other.bottom - other.top); \
             if (one.around !== other.around && wide > 2 && high > line / 2) { \
                 found.push(one.text.slice(0, 40) + ' | ' + other.text.slice(0, 40)); \
             } \
         } \
     } \
     return found; })()";

/// The pages in a language, written with the site's styles into a folder of their own.
struct Pages {
    folder: PathBuf,
    /// The address of each, and what it is called.
    pages: Vec<(String, String)>,
}

impl Pages {
    fn write(language: Language) -> Outcome<Self> {
        let name = format!("career-fit-words-{language:?}-{}", process::id());
        let folder = env::temp_dir().join(name);
        fs::create_dir_all(&folder)?;
        let html = include_str!("../../index.html");
        let html = match language {
            Language::Mirrored => html.replace("lang=\"en\"", "lang=\"he\" dir=\"rtl\""),
            Language::Accented | Language::Long => html.to_owned(),
        };
        let shell = Shell::new(&html, true)?;
        let [app, reading] = [
            &[
                styles::SHARED,
                styles::APP,
                styles::TRY,
                styles::GROUP,
                styles::HANDOUTS,
            ][..],
            &[styles::SHARED, styles::READING],
        ]
        .map(styles::element);
        let mut pages = Vec::new();
        for (place, page) in every_page(language).into_iter().enumerate() {
            let Written {
                name,
                title,
                html,
                is_static,
            } = page;
            let body = match is_static {
                true => html,
                false => format!("<div id=\"app\">{html}</div>"),
            };
            let loaded = if is_static { &reading } else { &app };
            let document = shell.document(&Parts {
                root: "../".to_owned(),
                title,
                description: "Words",
                loaded: loaded.clone(),
                body,
            });
            let own = folder.join(place.to_string());
            fs::create_dir_all(&own)?;
            fs::write(own.join("index.html"), document)?;
            pages.push((format!("/{place}/"), name));
        }
        Ok(Self { folder, pages })
    }
}

impl Drop for Pages {
    fn drop(&mut self) {
        // What cannot be removed lies in a folder for such things.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn broken_by(language: Language) {
    journey(async |world| {
        // The styles are the same everywhere, and this driver is the quickest.
        if !world.can_only_in_chromium("change the width") {
            return Ok(());
        }
        let written = Pages::write(language)?;
        let site = Rc::new(Site::of(written.folder.clone(), |_| None)?);
        let reader = world.reader_of(&site, STILL).await?;
        let mut broken = Vec::new();
        for (address, name) in &written.pages {
            world.step(&**name);
            reader.enter(address).await?;
            reader
                .value("document.querySelectorAll('details').forEach((each) => each.open = true)")
                .await?;
            for width in [320, 1280] {
                reader.session.look(Settings { width, ..STILL }).await?;
                let mut found: Vec<String> = Vec::new();
                for expression in [CUT_OFF, OVERLAPS] {
                    let each: Vec<String> =
                        serde_json::from_value(reader.value(expression).await?)?;
                    found.extend(each);
                }
                found.extend(
                    too_wide(&reader)
                        .await?
                        .then(|| "wider than the window".to_owned()),
                );
                broken.extend(
                    found
                        .iter()
                        .map(|each| format!("{name}, {width} wide: {each}")),
                );
            }
        }
        world.step("what was found");
        assert!(broken.is_empty(), "\n{}", broken.join("\n"));
        Ok(())
    });
}

#[test]
fn longer_words_have_room() {
    broken_by(Language::Long);
}

#[test]
fn words_may_run_from_right_to_left() {
    broken_by(Language::Mirrored);
}
