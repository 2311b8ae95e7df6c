//! What an adviser prints: one sheet, with a code that leads where the sheet says.

use career_fit::ui::OwnLine;
use fantoccini::wd::PrintSize;
use serde_json::Value;

use crate::codes::Modules;
use crate::driver::Outcome;
use crate::paper::{pressed, sheets};
use crate::reader::Reader;
use crate::world::journey;

#[test]
fn the_code_on_a_sheet_is_the_address_below_it() {
    journey(async |world| {
        let reader = world.reader().await?;
        reader.open("/handouts/").await?;
        reader.sees("What to hand out").await?;
        for (sheet, class) in [("sheet-1", "handout"), ("sheet-0", "poster")] {
            for (goal, path) in [("goal-1", "/try/"), ("goal-0", "/")] {
                world.step(format!("{sheet}, {goal}"));
                reader.click(&format!("[for={sheet}]")).await?;
                reader.click(&format!("[for={goal}]")).await?;
                let shown = format!("!!document.querySelector('.paper--{class}')");
                reader.wait_for(&shown).await?;
                let address = reader.site.url(path);
                let addresses = reader.texts(".paper__way .paper__address").await?;
                assert_eq!(addresses, [&*address]);
                let code = Modules::of(&reader, ".paper .qr").await?;
                assert_eq!(code.read()?, address);
                assert!(code.has_quiet_zone());
            }
        }
        Ok(())
    });
}

/// Words in any script and markup are text; what is too long is told; nothing is kept or sent.
#[test]
fn a_line_of_ones_own_is_shown_as_it_was_typed() {
    const MARKUP: &str = "<b>Room 12</b> & <img src=x onerror=alert(1)>, \"Ms. Ortiz\"";
    journey(async |world| {
        let reader = world.reader().await?;
        reader.open("/handouts/").await?;
        assert_eq!(reader.texts(".paper__line").await?.len(), 0);
        let device = reader.device().await?;
        world.step("markup");
        reader.write("#line", MARKUP).await?;
        reader.shows(".paper__line", MARKUP).await?;
        assert_eq!(reader.texts(".paper__line *").await?.len(), 0);
        assert_eq!(reader.texts("#line-left-out").await?, [""]);
        for (name, line) in [
            ("Arabic", "الغرفة 12، الثلاثاء من 3 إلى 5"),
            ("Chinese", "12号教室，星期二 3 点到 5 点"),
            ("an emoji of several parts", "Room 12 👩\u{200d}🏫"),
        ] {
            world.step(name);
            types(&reader, line).await?;
            reader.shows(".paper__line", line).await?;
        }
        world.step("too long");
        types(&reader, &"long words ".repeat(20)).await?;
        reader
            .shows("#line-left-out", "the last 99 are not printed")
            .await?;
        let printed = reader.texts(".paper__line").await?.concat();
        assert!(
            printed.ends_with(" long words") && printed.len() <= OwnLine::MOST,
            "{printed}"
        );
        // That nothing was sent is looked for at the end of every journey.
        world.step("nothing is kept");
        assert_eq!(reader.device().await?, device);
        Ok(())
    });
}

#[test]
fn one_sheet_is_printed_and_nothing_beside_it() {
    journey(async |world| {
        if !world.can_only_in_chromium("print without a dialogue") {
            return Ok(());
        }
        let reader = world.reader().await?;
        reader.open("/handouts/").await?;
        let widest = OwnLine::MOST;
        for sheet in ["sheet-1", "sheet-0"] {
            for goal in ["goal-1", "goal-0"] {
                reader.click(&format!("[for={sheet}]")).await?;
                reader.click(&format!("[for={goal}]")).await?;
                for (name, line) in [
                    ("none", String::new()),
                    ("short", "Room 12, Tuesdays 3 to 5, Ms. Ortiz".to_owned()),
                    ("as many wide signs as there may be", "水".repeat(widest)),
                    ("one long word", "W".repeat(widest)),
                    ("as much as is printed large", "W".repeat(36)),
                ] {
                    world.step(format!("{sheet}, {goal}, {name}"));
                    types(&reader, &line).await?;
                    // Paper shows the whole sheet: nothing of it lies below its lower edge.
                    let shown = if line.is_empty() { 0 } else { 1 };
                    let has =
                        format!("document.querySelectorAll('.paper__line').length === {shown}");
                    reader.wait_for(&has).await?;
                    let mut wanted = reader.texts(".paper__title, .paper__address").await?;
                    if line.is_ascii() {
                        wanted.extend(reader.texts(".paper__line").await?);
                    }
                    for size in [PrintSize::A4, PrintSize::US_LETTER] {
                        let sheets = sheets(&reader, size.clone()).await?;
                        assert_eq!(sheets.len(), 1, "sheets of {size:?}");
                        let text = sheets.concat();
                        for words in &wanted {
                            assert!(
                                text.contains(&pressed(words)),
                                "{words:?} is not in: {text}"
                            );
                        }
                        for words in [
                            "Print this sheet",
                            "Nothing that you type",
                            "How this is scored",
                        ] {
                            assert!(!text.contains(&pressed(words)), "{words:?} is in: {text}");
                        }
                    }
                    assert!(
                        fits(&reader).await?,
                        "{sheet}, {goal}, {name}: the sheet is too low"
                    );
                }
            }
        }
        Ok(())
    });
}

/// Whether the sheet has the proportions that it has on paper, where what is below is cut off: on
/// the screen it would grow.
async fn fits(reader: &Reader) -> Outcome<bool> {
    const GROWN: &str = "(() => { const { width, height } = document.querySelector('.paper').getBoundingClientRect(); \
         return height / width < 250 / 184 + .005; })()";
    Ok(reader.value(GROWN).await? == Value::Bool(true))
}

/// Puts a text into the field at once: no keyboard has all of these signs.
async fn types(reader: &Reader, text: &str) -> Outcome {
    let text = Value::from(text);
    reader
        .value(&format!(
            "(() => {{ const field = document.getElementById('line'); field.value = {text}; \
             field.dispatchEvent(new InputEvent('input', {{ bubbles: true }})); }})()"
        ))
        .await?;
    reader.settles().await;
    Ok(())
}
