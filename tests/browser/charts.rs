//! Charts to be coded.

use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use career_fit::charts::{self, Summary, Tally};
use career_fit::kept::Key;
use server::Fault;

use crate::driver::Outcome;
use crate::examples::{FOLDER, desks};
use crate::hands::{ENTER, SPACE};
use crate::reader::Reader;
use crate::results::NOT_HERE;
use crate::settings::USUAL;
use crate::site::Site;
use crate::world::journey;

/// The last of the charts, from the first line to the key, by keys alone: all right.
#[test]
fn a_chart_without_a_pointer() {
    journey(async |world| {
        let reader = world.reader().await?;
        world.step("open the chart");
        reader.open("/try/").await?;
        reader.tab_to(".shelf__chart:nth-child(4) button").await?;
        reader.press(ENTER).await?;
        reader.sees("Read the record").await?;
        reader.focus_is_on("title").await?;
        world.step("mark a line, and take the mark back");
        reader.tab_to(".stay__line:nth-child(9) .sentence").await?;
        for pressed in ["true", "false", "true"] {
            reader.press(SPACE).await?;
            let marked = format!("document.activeElement.ariaPressed === '{pressed}'");
            reader.wait_for(&marked).await?;
        }
        go_on(&reader, "Look up the codes").await?;
        for code in ["N10", "A41.9"] {
            world.step(format!("look up {code}"));
            reader.tab_to("#search").await?;
            for key in code.chars() {
                reader.press(key).await?;
            }
            reader.reads("1 entry").await?;
            reader.tab_to(".entry__body .button").await?;
            reader.press(ENTER).await?;
            reader.reads(&format!("Take back {code}")).await?;
            reader.tab_to(".book > p > .link").await?;
            reader.press(ENTER).await?;
        }
        go_on(&reader, "Decide").await?;
        world.step("put the second code first, and say yes of both");
        reader
            .tab_to(".order__code:nth-child(2) .order__buttons button")
            .await?;
        reader.press(ENTER).await?;
        reader.shows(".order__code:first-child", "A41.9").await?;
        for place in [1, 2] {
            reader
                .tab_to(&format!(".order__code:nth-child({place}) input"))
                .await?;
            reader.press(SPACE).await?;
        }
        go_on(&reader, "What a coder would say").await?;
        reader.reads("You found both codes.").await?;
        reader.reads("MS-DRG 872").await?;
        assert_eq!(reader.texts(".judged__verdict").await?, ["Right", "Right"]);
        world.step("say how it felt, and be done");
        reader.tab_to("[name=another]").await?;
        reader.press(SPACE).await?;
        reader.tab_to(".buttons .button--quiet").await?;
        reader.press(ENTER).await?;
        reader.sees("Your charts").await?;
        reader
            .reads("You coded a chart: 2 of 2 codes, and none beside them.")
            .await?;
        let kept = kept(&reader).await?;
        let summary = Summary::of(&kept).map_err(|error| error.to_string())?;
        let tally = Tally {
            found: 2,
            wanted: 2,
            unsupported: 0,
        };
        assert_eq!(summary.tally(), tally);
        Ok(())
    });
}

async fn go_on(reader: &Reader, heading: &str) -> Outcome {
    reader.tab_to(".charts .button--large").await?;
    reader.press(ENTER).await?;
    reader.sees(heading).await?;
    reader.focus_is_on("title").await
}

async fn kept(reader: &Reader) -> Outcome<String> {
    let name = Key::Charts.name(FOLDER);
    reader
        .text(&format!("localStorage.getItem('{name}') ?? ''"))
        .await
}

#[test]
fn a_reload_in_the_middle_loses_nothing() {
    journey(async |world| {
        let reader = world.reader().await?;
        reader.open("/try/").await?;
        reader.click(".stay__line:nth-child(4) .sentence").await?;
        reader.click_on("Go on to the code book").await?;
        reader.sees("Look up the codes").await?;
        reader.click(".entry__head").await?;
        world.step("reload at the code book");
        reader.reload().await?;
        reader.sees("Look up the codes").await?;
        assert_eq!(reader.texts(".sentence[aria-pressed=true]").await?.len(), 1);
        world.step("erase, think better of it, and reload");
        reader.click_on("Erase my work on all charts").await?;
        reader.sees("Code a chart").await?;
        assert_eq!(kept(&reader).await?, "");
        reader.click_on("Bring it back").await?;
        reader.sees("Look up the codes").await?;
        reader.reload().await?;
        reader.sees("Look up the codes").await?;
        world.step("erase for good");
        reader.click_on("Erase my work on all charts").await?;
        reader.sees("Code a chart").await?;
        reader.reload().await?;
        reader.sees("Code a chart").await?;
        assert_eq!(kept(&reader).await?, "");
        Ok(())
    });
}

/// One chart is damaged, and another one is not.
#[test]
fn a_damaged_chart_is_told_and_set_aside() {
    journey(async |world| {
        let reader = world.reader().await?;
        let names = [Key::Charts, Key::UnreadableCharts].map(|key| key.name(FOLDER));
        let [first, second] = ["chart, order", "chart, question to the doctor"].map(|name| {
            let found = desks::every().into_iter().find(|(each, _)| *each == name);
            found.expect("an example").1
        });
        let text = format!("{} {second}", first.replace("c=B", "c=C"));
        reader.stores(&[(names[0].clone(), text.clone())]).await?;
        reader.open("/try/").await?;
        reader
            .reads("The saved work on one chart is damaged and cannot be read.")
            .await?;
        world.step("the other chart is as it was");
        reader.sees("Decide").await?;
        reader.reads("K57.31").await?;
        reader.settles().await;
        let aside = format!("localStorage.getItem('{}') ?? ''", names[1]);
        assert_eq!(reader.text(&aside).await?, text);
        assert_eq!(kept(&reader).await?, second);
        assert_eq!(
            charts::all().len(),
            reader.texts(".shelf__chart").await?.len()
        );
        Ok(())
    });
}

/// The part of the program with the charts is broken, or altered on its way.
#[test]
fn charts_that_do_not_come_can_be_asked_for_again() {
    journey(async |world| {
        for (name, fault) in [
            ("broken", Fault::Status(503)),
            ("altered", Fault::Extended(VALID)),
        ] {
            world.step(name);
            let broken = Arc::new(AtomicBool::new(true));
            let site = Site::failing({
                let broken = Arc::clone(&broken);
                move |path| {
                    let fails = path.contains("/charts-") && broken.load(Ordering::SeqCst);
                    fails.then(|| fault.clone())
                }
            })?;
            let reader = world.reader_of(&Rc::new(site), USUAL).await?;
            reader.open("/try/").await?;
            reader.sees(NOT_HERE).await?;
            broken.store(false, Ordering::SeqCst);
            reader.click_on("Try again").await?;
            reader.sees("Code a chart").await?;
            reader.click(".sentence").await?;
            reader
                .wait_for("!!document.querySelector('.sentence[aria-pressed=true]')")
                .await?;
            reader.session.close().await;
            world.gone(&reader);
        }
        Ok(())
    });
}

/// A custom section with nothing in it, behind a whole module.
const VALID: &[u8] = &[0, 1, 0];
