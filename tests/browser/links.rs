//! Links to results that are no longer what they were, or never were any.

use crate::driver::Outcome;
use crate::made::{self, ALPHABET, answered};
use crate::reader::Reader;
use crate::world::journey;

const DAMAGED: &str = "This link is damaged";
const CUT_OFF: &str = "The end of this link is missing";
const NEWER: &str = "This link comes from a newer version";
const NOT_OURS: &str = "This is not a link to a result";
const NOTHING: &str = "There is no result here yet";

/// What is wrong with a link, its fragment, and the heading that says so.
fn damaged_links() -> Vec<(&'static str, String, &'static str)> {
    let good = made::fragment(&made::finished());
    let code = good.strip_prefix("r=").unwrap_or(&good);
    let body = &code[1..code.len() - 5];
    let cut = |keep: usize| good[..keep].to_owned();
    vec![
        (
            "its last character is missing",
            cut(good.len() - 1),
            CUT_OFF,
        ),
        ("half of it is missing", cut(good.len() / 2), CUT_OFF),
        ("all but the version is missing", cut("r=B".len()), CUT_OFF),
        ("all of the code is missing", cut("r=".len()), CUT_OFF),
        ("it goes on", format!("{good}A"), DAMAGED),
        ("it goes on with an asterisk", format!("{good}*"), DAMAGED),
        ("it is there twice", format!("{good}{code}"), DAMAGED),
        (
            "a space in it",
            good.replacen(body, &format!(" {body}"), 1),
            DAMAGED,
        ),
        (
            "an escape in it",
            good.replacen(body, &format!("%41{body}"), 1),
            DAMAGED,
        ),
        ("half an escape at its end", format!("{good}%4"), DAMAGED),
        ("in capitals", format!("r={}", code.to_uppercase()), DAMAGED),
        (
            "markup in its place",
            "<img src=x onerror=alert(1)>".to_owned(),
            NOT_OURS,
        ),
        (
            "markup behind it",
            format!("{good}<img src=x onerror=alert(1)>"),
            DAMAGED,
        ),
        (
            "it is turned to the left",
            format!("r=\u{202e}{code}"),
            DAMAGED,
        ),
        (
            "characters that look alike",
            format!("r=\u{0412}{}", &code[1..]),
            DAMAGED,
        ),
        (
            "a newer version",
            made::seal("r=", &format!("D{body}")),
            NEWER,
        ),
        (
            "the first edition",
            made::seal("r=", &format!("B{body}")),
            "This link was made for an earlier version of the quiz",
        ),
        (
            "a much newer version, and longer",
            made::seal("r=", &"_".repeat(50)),
            NEWER,
        ),
        ("version 0", made::seal("r=", &format!("A{body}")), NOT_OURS),
        ("sealed, but no answers", made::seal("r=", "CAB_"), NOT_OURS),
        (
            "a quiz in progress",
            made::kept(&made::finished()),
            NOT_OURS,
        ),
        (
            "a quiz in progress as a result",
            made::kept(&made::finished()).replace("s=", "r="),
            DAMAGED,
        ),
        ("another parameter", "foo".to_owned(), NOT_OURS),
        (
            "another parameter before it",
            format!("utm=1&{good}"),
            NOT_OURS,
        ),
        ("100 KB", format!("r={}", "B".repeat(100 * 1024)), DAMAGED),
        ("nothing", String::new(), NOTHING),
    ]
}

#[test]
fn each_says_what_is_wrong_with_it() {
    journey(async |world| {
        let reader = world.reader().await?;
        let own = made::kept(&answered(5));
        reader.has_kept(&own).await?;
        for (name, fragment, heading) in world.some(3, damaged_links()) {
            world.step(name);
            reader.open(&format!("/result/#{fragment}")).await?;
            reader.sees(heading).await?;
            stays_calm(&reader, &fragment).await?;
            assert_eq!(reader.kept().await?.as_ref(), Some(&own));
        }
        Ok(())
    });
}

/// Refused before it is decoded, or shown.
#[test]
fn what_is_hostile_is_refused_at_once() {
    /// Puts a fragment into the address. Gives how many milliseconds that takes the browser, and
    /// how many later it is refused.
    const PUT: &str = "const [fragment, done] = arguments; \
         const began = performance.now(); \
         location.hash = fragment; \
         const put = performance.now(); \
         const look = () => document.getElementById('main').dataset.view === 'bad-link' \
         ? done([put - began, performance.now() - put].map(Math.ceil)) : setTimeout(look); \
         look();";
    journey(async |world| {
        let reader = world.reader().await?;
        let good = made::fragment(&made::finished());
        for (name, fragment) in [
            (
                "markup",
                "<script>alert(1)</script><img src=x onerror=alert(1)>".to_owned(),
            ),
            (
                "markup as a result",
                format!("r=<svg onload=alert(1)>{good}"),
            ),
            (
                "control characters",
                format!("r=\0\u{1}\u{7}\u{8}\u{1b}[2J\u{7f}\u{9b}{good}"),
            ),
            (
                "overrides of the direction",
                format!("r=\u{202e}\u{2066}\u{2069}\u{200f}{good}"),
            ),
            // Firefox takes no address beyond 1 MiB.
            ("1 MB", format!("r={}", "B".repeat(1_000_000))),
            ("1 MB of markup", "<b>".repeat(140_000)),
        ] {
            world.step(name);
            reader.open("/result/").await?;
            reader.sees(NOTHING).await?;
            let client = &reader.session.client;
            let took = client.execute_async(PUT, vec![fragment.as_str().into()]);
            let [put, refused]: [u32; 2] = serde_json::from_value(took.await?)?;
            world.tell(&format!(
                "{name}: {put} ms to put it into the address, {refused} ms until it is refused"
            ));
            stays_calm(&reader, &fragment).await?;
        }
        Ok(())
    });
}

#[test]
fn every_changed_character_is_seen() {
    journey(async |world| {
        let reader = world.reader().await?;
        let good = made::fragment(&made::finished());
        for place in world.some(5, "r=".len()..good.len()) {
            world.step(format!("character {place}"));
            let old = good.as_bytes()[place];
            let other = ALPHABET[(place * 7) % 64];
            let other = if other == old {
                ALPHABET[(place * 7 + 1) % 64]
            } else {
                other
            };
            let mut changed = good.clone();
            changed.replace_range(place..=place, &char::from(other).to_string());
            reader.open(&format!("/result/#{good}")).await?;
            reader.sees_view("theirs").await?;
            reader
                .change_fragment(&format!("/result/#{changed}"))
                .await?;
            reader.sees_view("bad-link").await?;
            let heading = reader
                .text("document.getElementById('title').textContent")
                .await?;
            // The two characters behind the version say how long the link is.
            let says_length = ("r=B".len().."r=BAA".len()).contains(&place);
            let expected = heading == DAMAGED || (says_length && heading == CUT_OFF);
            assert!(expected, "{changed} is called: {heading}");
            stays_calm(&reader, &changed).await?;
        }
        Ok(())
    });
}

#[test]
fn every_missing_end_is_seen() {
    journey(async |world| {
        let reader = world.reader().await?;
        let good = made::fragment(&made::finished());
        reader.open(&format!("/result/#{good}")).await?;
        for kept in world.some(5, ("r=".len()..good.len()).rev()) {
            world.step(format!("{kept} characters are left"));
            reader
                .change_fragment(&format!("/result/#{}", &good[..kept]))
                .await?;
            reader.sees(CUT_OFF).await?;
        }
        world.step("the whole link again");
        reader.change_fragment(&format!("/result/#{good}")).await?;
        reader.sees_view("theirs").await
    });
}

#[test]
fn the_way_out_is_the_readers_own_quiz() {
    journey(async |world| {
        let reader = world.reader().await?;
        reader.open("/result/#r=broken").await?;
        reader.sees_view("bad-link").await?;
        world.step("take the quiz");
        reader.click_on("Take the quiz").await?;
        reader.sees_view("quiz").await?;
        reader.is_at("/quiz/").await?;
        world.step("back to the link");
        reader.go_back().await?;
        reader.sees_view("bad-link").await?;
        reader.is_at("/result/#r=broken").await?;
        Ok(())
    });
}

#[test]
fn a_result_stays_open_after_a_reload() {
    journey(async |world| {
        let reader = world.reader().await?;
        let link = format!("/result/#{}", made::fragment(&made::finished()));
        reader.open(&link).await?;
        reader.sees_view("theirs").await?;
        reader.is_at(&link).await?;
        let reading = reader.reading().await?;
        reader.reload().await?;
        reader.sees_view("theirs").await?;
        assert_eq!(reader.reading().await?, reading);
        Ok(())
    });
}

/// Nothing has crashed, and nothing of the fragment is in the page.
async fn stays_calm(reader: &Reader, fragment: &str) -> Outcome {
    assert_eq!(
        reader
            .value("document.getElementById('trouble').hidden")
            .await?,
        true
    );
    let pictures =
        "document.querySelectorAll('#main :is(img, script, [onerror], [onload])').length";
    assert_eq!(reader.value(pictures).await?, 0);
    let start: String = fragment.chars().take(40).collect();
    if start.len() > 3 {
        let page = reader
            .text("document.body.innerHTML + document.title")
            .await?;
        assert!(!page.contains(&start), "the fragment is in the page");
        assert!(
            !page.contains("onerror"),
            "the fragment's markup is in the page"
        );
    }
    Ok(())
}
