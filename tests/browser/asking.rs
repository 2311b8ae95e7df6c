//! Somebody is asked how they see a person, answers, and sends a link back.

use career_fit::fit;
use career_fit::session::Subject;
use serde_json::Value;

use crate::comparing::scores;
use crate::driver::Outcome;
use crate::hands::ENTER;
use crate::made::{self, answered, pick_seen, quiz, seen_questions};
use crate::reader::Reader;
use crate::world::{World, journey};

const SEND_BACK: &str = "Thank you. Now send this link back.";
const SELF_AND_OTHER: &str = "How you see yourself, and how they see you";
const WELCOME: &str = "Welcome back. Your answers are still here";

/// The person who asks, at their own result, and the link to ask with.
async fn asker(world: &World) -> Outcome<(Reader, String)> {
    let reader = world.reader().await?;
    reader.has(&made::finished()).await?;
    reader.open("/result/").await?;
    reader.sees_view("own").await?;
    let link = reader
        .text("document.getElementById('ask-link').value")
        .await?;
    Ok((reader, link))
}

/// Answers the questions from one place on up to another, with keys. The first
/// of them is on the screen.
async fn answer(reader: &Reader, world: &World, places: std::ops::Range<usize>) -> Outcome {
    for place in places {
        world.step(format!("question {} about somebody", place + 1));
        reader
            .sees(seen_questions()[place].text(quiz(), Subject::Someone))
            .await?;
        // Nothing has the focus where the page was loaded.
        reader.tab_to("input[name=answer]").await?;
        let key = char::from_digit(pick_seen(place) as u32 + 1, 10);
        reader.press(key.ok_or("no key for the option")?).await?;
        reader.sees_ticked(pick_seen(place)).await?;
        reader.press(ENTER).await?;
    }
    Ok(())
}

/// From "Check your answers" to the link to send back.
async fn link_back(reader: &Reader, world: &World) -> Outcome<String> {
    world.step("check the answers about somebody");
    reader.sees("Check your answers").await?;
    reader.tab_to("main .button--large").await?;
    reader.press(ENTER).await?;
    reader.sees(SEND_BACK).await?;
    reader.focus_is_on("title").await?;
    reader
        .text("document.getElementById('back-link').value")
        .await
}

/// The person who asked sees both views, as worked out without a browser.
async fn sees_both(reader: &Reader) -> Outcome {
    reader.sees_view("compare").await?;
    reader.sees(SELF_AND_OTHER).await?;
    assert!(reader.title().await?.starts_with("How they see you"));
    let own = fit::score(quiz(), &made::finished().answers.quick_alone(quiz()));
    let seen = fit::score(quiz(), &made::observed().answers);
    assert_eq!(reader.compared().await?, scores(&own, &seen));
    assert_eq!(
        reader.texts("thead th").await?,
        ["Trait", "You", "The person you asked", "Gap"]
    );
    Ok(())
}

#[test]
fn a_round_trip_between_two_people() {
    journey(async |world| {
        let (asker, link) = asker(world).await?;
        let asked = world.reader().await?;
        world.step("the link holds nothing");
        assert_eq!(link, world.site.url("/someone/"));
        asked.follow(&link).await?;
        asked
            .reads("Someone who knows you asks how you see them.")
            .await?;
        let count = seen_questions().len();
        assert_eq!(count, 21);
        answer(&asked, world, 0..count).await?;
        let back = link_back(&asked, world).await?;
        let seen = format!("/result/#{}", made::seen(&made::observed()));
        assert_eq!(back, world.site.url(&seen));
        world.step("the asked person has no quiz of their own now");
        assert_eq!(asked.kept().await?, None);
        world.step("the person who asked opens the link back");
        let before = asker.device().await?;
        asker.follow(&back).await?;
        sees_both(&asker).await?;
        let gaps = asker.texts(".gaps li").await?;
        assert!(!gaps.is_empty());
        for said in gaps {
            let side = [
                "You see more of it in yourself",
                "They see more of it in you",
            ];
            assert!(said.contains(" from you, ") && said.contains(" from them. "));
            assert!(side.iter().any(|side| said.contains(side)), "{said}");
        }
        assert_eq!(asker.device().await?, before);
        world.step("reload");
        asker.reload().await?;
        sees_both(&asker).await?;
        world.step("a third person sees one view alone");
        let third = world.reader().await?;
        third.follow(&back).await?;
        third
            .sees("How someone sees the person who asked them")
            .await?;
        assert_eq!(third.texts(".trait").await?.len(), 7);
        assert_eq!(third.value("localStorage.length").await?, 0);
        Ok(())
    });
}

#[test]
fn the_asked_persons_own_quiz_stays_as_it_is() {
    journey(async |world| {
        for (name, own, title) in [
            ("in progress", answered(9), None),
            ("finished", made::another(), Some("own")),
        ] {
            world.step(name);
            let asked = world.reader().await?;
            asked.has(&own).await?;
            asked.open("/someone/").await?;
            answer(&asked, world, 0..seen_questions().len()).await?;
            link_back(&asked, world).await?;
            assert_eq!(asked.kept().await?, Some(made::kept(&own)));
            world.step(format!("{name}: the way to the own quiz"));
            asked.click_on("Take the quiz about yourself").await?;
            asked.sees_view(title.unwrap_or("quiz")).await?;
            assert_eq!(asked.kept().await?, Some(made::kept(&own)));
            world.step(format!("{name}: back to the link"));
            asked.go_back().await?;
            asked.sees(SEND_BACK).await?;
            asked.session.close().await;
            world.gone(&asked);
        }
        Ok(())
    });
}

#[test]
fn answers_about_somebody_survive() {
    journey(async |world| {
        let asked = world.reader().await?;
        let client = &asked.session.client;
        let heading = |place: usize| seen_questions()[place].text(quiz(), Subject::Someone);
        asked.open("/someone/").await?;
        answer(&asked, world, 0..8).await?;
        asked.sees(heading(8)).await?;
        world.step("reload");
        asked.reload().await?;
        asked.sees(heading(8)).await?;
        asked.reads(WELCOME).await?;
        world.step("close the tab and open another one");
        let tab = client.new_window(true).await?;
        client.close_window().await?;
        client.switch_to_window(tab.handle).await?;
        asked.open("/someone/").await?;
        asked.sees(heading(8)).await?;
        asked.reads(WELCOME).await?;
        answer(&asked, world, 8..seen_questions().len()).await?;
        let back = link_back(&asked, world).await?;
        world.step("the link is still there after a reload");
        asked.reload().await?;
        asked.sees(SEND_BACK).await?;
        let again = asked
            .text("document.getElementById('back-link').value")
            .await?;
        assert_eq!(again, back);
        world.step("another person begins anew, and it can be taken back");
        asked.click_on("Answer about another person").await?;
        asked.sees(heading(0)).await?;
        assert_eq!(asked.ticked().await?, None);
        assert_eq!(
            asked.value("localStorage.length").await?,
            Value::from(0),
            "what was erased is kept"
        );
        asked.click_on("Bring them back").await?;
        asked.sees(SEND_BACK).await
    });
}

#[test]
fn a_link_back_pasted_into_the_own_result() {
    journey(async |world| {
        let (asker, _) = asker(world).await?;
        let back = format!("/result/#{}", made::seen(&made::observed()));
        asker.unfolds().await?;
        asker.write("#paste", &world.site.url(&back)).await?;
        asker.press(ENTER).await?;
        sees_both(&asker).await?;
        world.step("back");
        asker.go_back().await?;
        asker.sees_view("own").await
    });
}
