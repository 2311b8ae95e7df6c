//! Charts to be coded.

use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use career_fit::builtin;
use career_fit::charts::content::Presence;
use career_fit::charts::{Summary, Tally};
use career_fit::kept::Key;
use server::Fault;

use crate::driver::Outcome;
use crate::examples::ways::WAYS;
use crate::examples::{FOLDER, desks};
use crate::hands::{ENTER, SPACE};
use crate::reader::{READY, Reader};
use crate::results::NOT_HERE;
use crate::settings::{Browser, USUAL};
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
            .reads("You coded a chart: 2 of 2 codes, and none that the record does not support.")
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

/// Each chart in every way of the examples, from the first line to the key: what the page says is what
/// the rows say.
#[test]
fn every_chart_by_hand() {
    journey(async |world| {
        if !world.can(
            world.browser == Browser::Chromium,
            "one engine is enough for the rows",
        ) {
            return Ok(());
        }
        let reader = world.reader().await?;
        for way in &WAYS {
            world.step(format!("chart {}: {}", way.chart, way.name));
            reader.stores(&[]).await?;
            reader.open("/try/").await?;
            let shelf = format!(".shelf__chart:nth-child({}) button", way.chart);
            reader.click(&shelf).await?;
            reader
                .shows(".tab", &format!("Chart {}", way.chart))
                .await?;
            if way.name == "everything" {
                reader
                    .value("document.querySelectorAll('.sentence').forEach((each) => each.click())")
                    .await?;
            }
            reader.click_on("Go on").await?;
            reader.sees("Look up the codes").await?;
            for (code, _) in way.chosen() {
                reader.write("#search", code).await?;
                reader.reads("1 entry").await?;
                reader.click_on(&format!("Choose {code}")).await?;
                reader.reads(&format!("Take back {code}")).await?;
            }
            reader.click_on("Go on").await?;
            if way.chart == 2 {
                builds(&reader, way.built).await?;
                reader.click_on("Go on").await?;
            }
            reader.sees("Decide").await?;
            for (place, (_, said)) in way.chosen().enumerate() {
                if let Some(option) =
                    said.and_then(|said| Presence::ALL.iter().position(|each| *each == said))
                {
                    let radio = format!(
                        ".order__code:nth-child({}) .check:nth-of-type({}) input",
                        place + 1,
                        option + 1
                    );
                    reader.click(&radio).await?;
                }
            }
            if let Some(inquiry) = way.inquiry {
                reader.tick("Ask the doctor").await?;
                let radio = format!(".options--long .option:nth-child({}) input", inquiry + 1);
                reader.click(&radio).await?;
            }
            reader.click_on("See what a coder would say").await?;
            reader.sees("What a coder would say").await?;
            let verdicts = reader
                .texts("[aria-labelledby=codes] .judged__verdict")
                .await?;
            let wanted = way.verdicts.chars().map(|letter| match letter {
                'R' => "Right",
                'O' => "Right, but out of order",
                'L' => "True, but less exact than the record",
                'N' => "Not supported by the record",
                _ => "Missed",
            });
            assert_eq!(verdicts, wanted.collect::<Vec<_>>());
            let yours = &reader.texts(".groups__group").await?[0];
            let group = match (way.group, way.codes) {
                (0, "") => "None: without a diagnosis".to_owned(),
                (0, _) => "We name no group for".to_owned(),
                (group, _) => format!("MS-DRG {group} "),
            };
            assert!(yours.starts_with(&group), "{yours}");
        }
        Ok(())
    });
}

/// Builds the code of an operation, where any is to be built.
async fn builds(reader: &Reader, code: &str) -> Outcome {
    reader.sees("Build the code of the operation").await?;
    for (axis, sign) in code.char_indices() {
        // Where the tables leave no choice, the character is there by itself.
        let radio = format!(
            "[...document.querySelectorAll('[name=axis-{axis}]')].find((each) => \
             each.parentElement.querySelector('.axis__sign').textContent === '{sign}')"
        );
        reader.value(&format!("{radio}?.click()")).await?;
        let so_far = &code[..=axis];
        let shown = "document.querySelector('.cells').ariaLabel.split(' ').pop()";
        reader
            .wait_for(&format!("{shown}.startsWith('{so_far}')"))
            .await?;
    }
    Ok(())
}

/// The browser's own "back" and "forward" go from step to step and from chart to chart, as the page's
/// do, and no entry of the history holds an answer.
/// Presses a button without a pointer: where somebody comes back, the place on the page is found again
/// a moment later, and a click could miss what moves.
async fn presses(reader: &Reader, selector: &str) -> Outcome {
    reader
        .value(&format!("document.querySelector('{selector}').focus()"))
        .await?;
    reader.press(ENTER).await
}

#[test]
fn back_and_forward_go_from_step_to_step() {
    journey(async |world| {
        let reader = world.reader().await?;
        world.step("through a chart, and into the next one");
        reader.open("/").await?;
        reader.wait_for(READY).await?;
        reader.enter("/try/").await?;
        // The heading is there before the app is.
        reader.wait_for(READY).await?;
        reader.sees("Code a chart").await?;
        reader.click(".stay__line:nth-child(4) .sentence").await?;
        let there = [
            ("Go on to the code book", "Look up the codes"),
            ("Go on to the order", "Decide"),
            ("See what a coder would say", "What a coder would say"),
            ("Another chart", "Read the record"),
        ];
        let mut headings = vec!["Code a chart"];
        for (button, heading) in there {
            reader.click_on(button).await?;
            reader.sees(heading).await?;
            headings.push(heading);
        }
        let entries = reader.value("history.length").await?;
        for heading in headings.iter().rev().skip(1) {
            world.step(format!("back to {heading:?}"));
            reader.go_back().await?;
            reader.sees(heading).await?;
            reader.focus_is_on("title").await?;
            let state = reader.text("history.state").await?;
            assert!(state.starts_with("try "), "{state}");
            assert!(
                !state.contains('='),
                "an entry holds a place alone: {state}"
            );
        }
        world.step("what was done stays");
        reader
            .wait_for("document.querySelectorAll('.sentence[aria-pressed=true]').length === 1")
            .await?;
        reader
            .wait_for("document.querySelector('.sentence').matches(':disabled')")
            .await?;
        for heading in &headings[1..] {
            world.step(format!("forward to {heading:?}"));
            reader.go_forward().await?;
            reader.sees(heading).await?;
        }
        world.step("the page's own button goes the same way");
        reader.go_back().await?;
        reader.sees("What a coder would say").await?;
        for heading in ["Decide", "Look up the codes"] {
            presses(&reader, ".back").await?;
            reader.sees(heading).await?;
        }
        assert_eq!(reader.value("history.length").await?, entries);
        world.step("a reload stays at the place, and back still goes one step");
        reader.reload().await?;
        reader.sees("Look up the codes").await?;
        reader.go_back().await?;
        reader.sees("Code a chart").await?;
        reader.go_back().await?;
        reader.sees_view("landing").await?;
        world.step("what was erased comes back by no way");
        reader.go_forward().await?;
        reader.sees("Code a chart").await?;
        reader.wait_for(READY).await?;
        presses(&reader, "nav .buttons .button:last-child").await?;
        reader.reads("That is erased.").await?;
        reader.go_back().await?;
        reader.settles().await;
        assert_eq!(kept(&reader).await?, "");
        Ok(())
    });
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
            builtin::charts().len(),
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
