//! Files that were changed on their way to the reader, in ways that would still run.

use std::rc::Rc;

use server::Fault;

use crate::driver::Outcome;
use crate::failures::COULD_NOT_START;
use crate::made;
use crate::reader::Reader;
use crate::results::{NOT_HERE, is_chunk};
use crate::settings::USUAL;
use crate::site::Site;
use crate::world::{World, journey};

const RUNS: &[u8] = b"\nwindow.tampered = true;\n";

/// A section that no engine reads, of one byte, the length of its name.
const VALID: &[u8] = &[0, 1, 0];

const STYLES: &[u8] = b"\nbody { display: none }\n";

/// Files that come as they were built, but for those whose path ends like this, which have more at
/// their end.
async fn reader_of(world: &World, is: fn(&str) -> bool, end: &'static [u8]) -> Outcome<Reader> {
    let site = Site::failing(move |path| is(path).then_some(Fault::Extended(end)))?;
    world.reader_of(&Rc::new(site), USUAL).await
}

/// Found by review: a script with more at its end ran, in WebKit always.
#[test]
fn a_changed_program_does_not_run() {
    fn is_script(path: &str) -> bool {
        path.ends_with(".js") && path.contains("/app-")
    }
    fn is_module(path: &str) -> bool {
        path.ends_with(".wasm") && path.contains("/app-")
    }
    journey(async |world| {
        for (name, is, end) in [
            ("the script", is_script as fn(&str) -> bool, RUNS),
            ("the module", is_module, VALID),
        ] {
            world.step(name);
            let reader = reader_of(world, is, end).await?;
            // Twice: what was fetched once may be asked for in another way.
            for _ in 0..2 {
                reader.enter("/quiz/").await?;
                reader.reads(COULD_NOT_START).await?;
                assert_eq!(
                    reader.value("window.tampered ?? null").await?,
                    serde_json::Value::Null
                );
            }
            reader.session.close().await;
            world.gone(&reader);
        }
        world.step("the views of results");
        let reader = reader_of(world, is_chunk, VALID).await?;
        reader.has(&made::checking()).await?;
        reader.open("/quiz/").await?;
        reader.click_on("See my result").await?;
        reader.sees(NOT_HERE).await
    });
}

#[test]
fn changed_styles_are_not_applied() {
    fn is_style(path: &str) -> bool {
        path.ends_with(".css")
    }
    journey(async |world| {
        let reader = reader_of(world, is_style, STYLES).await?;
        reader.enter("/scoring/").await?;
        let sheets = "[...document.styleSheets].filter((sheet) => sheet.href).map((sheet) => { \
             try { return sheet.cssRules.length; } catch { return 0; } })";
        // One that was refused is no sheet at all, or an empty one.
        reader
            .wait_for(&format!("({sheets}).every((rules) => rules === 0)"))
            .await?;
        let fine = world.reader().await?;
        fine.enter("/scoring/").await?;
        fine.wait_for(&format!("({sheets}).some((rules) => rules > 0)"))
            .await
    });
}
