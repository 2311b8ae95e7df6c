//! The results of a group, end to end: 30 mixed links in, the table, one person and back, files out,
//! kept only where asked, and erased.

use career_fit::answers::Stance;
use career_fit::builtin::quiz;
use career_fit::kept::Key;
use career_fit::share::Disclosure;
use serde_json::json;

use crate::driver::Outcome;
use crate::examples::{FOLDER, LEVELS, bad_links, quizzes, seen, told};
use crate::reader::Reader;
use crate::world::{World, journey};

/// How many of the 30 links have a row.
const ROWS: usize = 24;

/// Thirty links as a form's export has them: of every level, doubled, damaged, cut off, of other
/// versions, of somebody else's view, and under names that would like to be something else.
fn mixed() -> String {
    let mut text = "Timestamp,Your name,Your link\r\n".to_owned();
    let mut add = |name: &str, link: &str| {
        let name = name.replace('"', "\"\"");
        text += &format!("2026/11/26 10:00:00,\"{name}\",https://example.org/result/#{link}\r\n");
    };
    let names = [
        "=HYPERLINK(\"https://evil.example\")",
        "<img src=x onerror=\"window.ran=1\">",
        "张伟",
        "محمد",
    ];
    for place in 0..ROWS {
        let level = |number: usize| u8::try_from(number % 5 + 1).expect("a level");
        let mut session = quizzes::levels(level(place), level(place / 5 + 2));
        if place % 6 == 0 {
            let target = quiz()
                .condition_ids()
                .find(|id| quiz().condition(*id).id == "target");
            session
                .answers
                .set_condition(target.expect("a condition"), Some(Stance::No));
        }
        let name = names
            .get(place)
            .map_or_else(|| format!("Person {place:02}"), |name| (*name).to_owned());
        // A verdict alone is the same for many answers.
        let disclosure = if place < 4 {
            LEVELS[3]
        } else {
            LEVELS[1 + place % 3]
        };
        add(&name, &told(&session, disclosure));
    }
    let first = told(&quizzes::levels(2, 4), Disclosure::Traits);
    add("Sent twice", &first);
    for (_, link) in bad_links().into_iter().take(4) {
        add("Gone wrong", &link);
    }
    add("A friend", &seen(&quizzes::observed()));
    text
}

async fn pastes(reader: &Reader, text: &str) -> Outcome {
    reader
        .value(&format!(
            "document.getElementById('group-paste').value = {}",
            json!(text)
        ))
        .await?;
    reader.click_on("Find the links").await
}

async fn names(reader: &Reader) -> Outcome<Vec<String>> {
    reader.texts(".group-table tbody th bdi").await
}

async fn waits_for_rows(reader: &Reader, rows: usize) -> Outcome {
    reader
        .wait_for(&format!(
            "document.querySelectorAll('.group-table tbody tr').length === {rows}"
        ))
        .await
}

/// What the device keeps of a group.
async fn kept(reader: &Reader) -> Outcome<Option<String>> {
    let name = Key::Group.name(FOLDER);
    let kept = reader
        .value(&format!("localStorage.getItem({})", json!(name)))
        .await?;
    Ok(kept.as_str().map(str::to_owned))
}

async fn group(world: &World) -> Outcome<Reader> {
    let reader = world.reader().await?;
    reader.open("/group/").await?;
    reader.sees("The results of a group").await?;
    pastes(&reader, &mixed()).await?;
    Ok(reader)
}

#[test]
fn thirty_mixed_links_end_to_end() {
    journey(async |world| {
        let reader = group(world).await?;
        world.step("everything is told");
        reader.reads("30 links were found").await?;
        let rows = names(&reader).await?.len();
        let aside = reader.texts("[aria-labelledby=group-aside] li").await?;
        assert_eq!(rows + aside.len(), 30, "{aside:?}");
        for words in [
            "has changed since",
            "end of the link is missing",
            "earlier version",
            "newer version",
            "somebody else sees",
        ] {
            assert!(
                aside.iter().any(|each| each.contains(words)),
                "{words}: {aside:?}"
            );
        }
        let came = names(&reader).await?;
        assert_eq!(came[1], "<img src=x onerror=\"window.ran=1\">");
        assert_eq!(reader.value("window.ran === undefined").await?, true);

        world.step("sorted and filtered");
        reader
            .click(".group-table thead th:first-child button")
            .await?;
        reader.shows("th[aria-sort=ascending]", "Name").await?;
        let mut sorted = came.clone();
        sorted.sort_by_key(|name| name.to_lowercase());
        assert_eq!(names(&reader).await?, sorted);
        reader
            .click(".group-table thead th:first-child button")
            .await?;
        reader
            .click(".group-table thead th:first-child button")
            .await?;
        reader
            .wait_for(
                "!document.querySelector('th[aria-sort=ascending], th[aria-sort=descending]')",
            )
            .await?;
        assert_eq!(names(&reader).await?, came, "as they came");
        reader.click(".filters summary").await?;
        reader
            .click(".filters fieldset:first-of-type .check")
            .await?;
        reader.reads("Showing ").await?;
        let fewer = names(&reader).await?.len();
        assert!(fewer > 0 && fewer < rows, "{fewer} of {rows}");
        reader.reads(&format!("Showing {fewer} of {rows}.")).await?;

        world.step("files of those who are shown");
        let file = reader.takes_file("Save as CSV").await?;
        assert_eq!(file.name, "coder-fit-group.csv");
        let text = file
            .text()?
            .strip_prefix('\u{feff}')
            .ok_or("no mark of UTF-8")?;
        let mut read = csv::Reader::from_reader(text.as_bytes());
        let records = read.records().collect::<Result<Vec<_>, _>>()?;
        assert_eq!(records.len(), fewer);
        assert!(
            records[0][0].starts_with("'=HYPERLINK"),
            "{:?}",
            &records[0][0]
        );
        let file = reader.takes_file("Save as JSON").await?;
        let json: serde_json::Value = serde_json::from_str(file.text()?)?;
        assert_eq!(json["people"].as_array().map(Vec::len), Some(fewer));
        reader.click_on("Show everyone again").await?;
        waits_for_rows(&reader, rows).await?;

        world.step("one person, and nothing lost");
        let link = reader
            .value("document.querySelector('.group-table tbody tr:nth-child(3) a').href")
            .await?;
        let link = link.as_str().ok_or("no link")?.to_owned();
        let person = world
            .reader_of(&reader.site, crate::settings::USUAL)
            .await?;
        person.follow(&link).await?;
        person.sees_view("theirs").await?;
        person.session.close().await;
        world.gone(&person);
        reader.click(".person:nth-of-type(3) summary").await?;
        reader.reads("For the conversation").await?;
        assert_eq!(kept(&reader).await?, None, "nobody asked for it");
        Ok(())
    });
}

#[test]
fn a_group_is_kept_only_where_asked() {
    journey(async |world| {
        let reader = group(world).await?;
        let rows = names(&reader).await?.len();
        assert_eq!(kept(&reader).await?, None);
        world.step("kept");
        reader.click(".keep .check").await?;
        reader
            .reads("They are in this browser until you erase them.")
            .await?;
        // It is written a moment after the page says so.
        let name = json!(Key::Group.name(FOLDER));
        reader
            .wait_for(&format!("localStorage.getItem({name}) !== null"))
            .await?;
        let lines = kept(&reader).await?.ok_or("nothing is kept")?;
        assert_eq!(lines.lines().count(), 30);
        reader.reload().await?;
        waits_for_rows(&reader, rows).await?;
        world.step("erased");
        reader.click_on("Erase the list").await?;
        reader.reads("The list is erased").await?;
        reader
            .wait_for(&format!("localStorage.getItem({name}) === null"))
            .await?;
        // The button is gone, and whoever uses keys is not sent back to the page's beginning.
        reader
            .wait_for("document.activeElement.id === 'group-said'")
            .await?;
        reader.click_on("Bring back what was there before").await?;
        waits_for_rows(&reader, rows).await?;
        assert_eq!(kept(&reader).await?, None, "it is not kept by itself");
        reader.reload().await?;
        reader.reads("Paste the links here").await?;
        Ok(())
    });
}

#[test]
fn what_is_no_link_is_told() {
    journey(async |world| {
        let reader = world.reader().await?;
        reader.open("/group/").await?;
        pastes(&reader, "Hello, how are you?").await?;
        reader
            .reads("There is no result link in this text.")
            .await?;
        world.step("it stays where it can be put right");
        let field = "document.getElementById('group-paste').value";
        assert_eq!(reader.value(field).await?, "Hello, how are you?");
        let link = told(&quizzes::levels(2, 4), Disclosure::Traits);
        pastes(&reader, &format!("Jane https://example.org/result/#{link}")).await?;
        waits_for_rows(&reader, 1).await?;
        reader.wait_for(&format!("{field} === ''")).await?;
        reader.click_on("Erase the list").await?;
        world.step("the example");
        reader.click_on("Show me an example").await?;
        waits_for_rows(&reader, 12).await?;
        reader.reads("3 links without a row").await?;
        Ok(())
    });
}
