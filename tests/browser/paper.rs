//! The result on paper.

use career_fit::builtin;
use career_fit::session::Session;
use career_fit::share::Disclosure;
use career_fit::ui::words;
use fantoccini::wd::{PrintConfiguration, PrintSize};

use crate::driver::Outcome;
use crate::made::{self, quiz};
use crate::reader::Reader;
use crate::world::journey;

/// The text of each sheet of the page as it is printed.
pub async fn sheets(reader: &Reader, size: PrintSize) -> Outcome<Vec<String>> {
    let settings = PrintConfiguration::builder()
        .size(size)
        .build()
        .map_err(|error| error.to_string())?;
    let pdf = reader.session.client.print(settings).await?;
    let pdf = lopdf::Document::load_mem(&pdf)?;
    let text = |sheet: &u32| Ok(pressed(&pdf.extract_text(&[*sheet])?));
    pdf.get_pages().keys().map(text).collect()
}

/// A text without spaces, because a line may end anywhere, and without the
/// letters that fonts join.
pub fn pressed(text: &str) -> String {
    let text: String = text.split_whitespace().collect();
    [
        ("\u{fb00}", "ff"),
        ("\u{fb01}", "fi"),
        ("\u{fb02}", "fl"),
        ("\u{fb03}", "ffi"),
        ("\u{fb04}", "ffl"),
    ]
    .into_iter()
    .fold(text, |text, (joined, letters)| {
        text.replace(joined, letters)
    })
}

#[test]
fn a_result_fits_on_two_sheets() {
    journey(async |world| {
        if !world.can_only_in_chromium("print without a dialogue") {
            return Ok(());
        }
        for (name, session) in [
            ("quick", made::finished()),
            ("sharpened", made::sharpened()),
            (
                "sharpened, with two deal-breakers",
                made::with_two_deal_breakers(),
            ),
        ] {
            world.step(name);
            is_whole_on_two_sheets(&world.reader().await?, &session).await?;
        }
        Ok(())
    });
}

/// What is open on the screen does not matter, and what a summary leaves out is there.
async fn everything_is_printed_where_it_is_wanted(reader: &Reader, wanted: &[String]) -> Outcome {
    const PRINT: &str = "document.documentElement.dataset.print";
    let mut more = reader.texts(".signs__sign").await?;
    more.extend(reader.texts(".preview__text").await?);
    more.extend(reader.texts(".pay__caption").await?);
    assert!(more.len() > 10, "{more:?}");
    reader.value(&format!("{PRINT} = 'everything'")).await?;
    let text = sheets(reader, PrintSize::A4).await?.concat();
    for words in wanted.iter().chain(&more) {
        assert!(
            text.contains(&pressed(words)),
            "{words:?} is not in: {text}"
        );
    }
    reader.value(&format!("{PRINT} = 'summary'")).await?;
    Ok(())
}

/// A class is given the record on a sheet, the book on two at most, and later the key, which has a
/// sheet of its own.
#[test]
fn a_chart_and_its_key_are_printed() {
    journey(async |world| {
        if !world.can_only_in_chromium("print without a dialogue") {
            return Ok(());
        }
        let reader = world.reader().await?;
        reader.open("/try/").await?;
        for (place, chart) in builtin::charts().iter().enumerate() {
            world.step(&chart.title);
            let shelf = format!(".shelf__chart:nth-child({}) button", place + 1);
            reader.click(&shelf).await?;
            reader.shows(".tab", &chart.title).await?;
            let sheets = sheets(&reader, PrintSize::US_LETTER).await?;
            let [record, book @ .., key] = &sheets[..] else {
                panic!("{}: {} sheets", chart.title, sheets.len());
            };
            let last = chart.lines().last().expect("a line");
            assert!(record.contains(&pressed(&last.text)), "{record}");
            assert!((1..=2).contains(&book.len()), "{}: {book:?}", chart.title);
            assert!(key.starts_with("Keyto"), "{}: {key}", chart.title);
            for code in chart.key.iter().map(|key| &key.code) {
                assert!(key.contains(&**code), "{}: {code}", chart.title);
            }
        }
        Ok(())
    });
}

async fn is_whole_on_two_sheets(reader: &Reader, session: &Session) -> Outcome {
    reader.has(session).await?;
    reader.open("/result/").await?;
    reader.sees_view("own").await?;
    let reading = reader.reading().await?;
    let mut wanted = reader.texts(".step h3").await?;
    wanted.extend(reader.texts(".conditions strong").await?);
    wanted.extend(reader.texts(".plan__actions .check span").await?);
    wanted.extend([reading.fit, reading.range]);
    for said in &reading.traits {
        let (code, score) = said.split_once(' ').ok_or("a trait without a score")?;
        let (_, each) = quiz()
            .traits
            .iter()
            .find(|(id, _)| id.code() == code)
            .ok_or("an unknown trait")?;
        wanted.push(format!("{} {score}", words::capital(&each.short)));
    }
    wanted.push("would inpatient medical coding suit me? Printed on".to_owned());
    everything_is_printed_where_it_is_wanted(reader, &wanted).await?;
    // No more is printed than was chosen, and at first that is nothing.
    for disclosure in [None, Some(Disclosure::Answers), Some(Disclosure::Verdict)] {
        let link = match disclosure {
            None => None,
            Some(disclosure) => Some(reader.shares(disclosure).await?),
        };
        for size in [PrintSize::A4, PrintSize::US_LETTER] {
            let sheets = sheets(reader, size.clone()).await?;
            assert_eq!(sheets.len(), 2, "sheets of {size:?}");
            let text = sheets.concat();
            // What can only be pressed is no use on paper.
            for words in ["Settings", "Start again", "Save a picture"] {
                assert!(!text.contains(&pressed(words)), "{words:?} is in: {text}");
            }
            assert_eq!(text.contains("/result/#"), link.is_some(), "a link: {text}");
            for words in wanted.iter().chain(&link) {
                assert!(
                    text.contains(&pressed(words)),
                    "{words:?} is not in: {text}"
                );
            }
        }
    }
    Ok(())
}
