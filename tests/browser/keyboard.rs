//! The whole quiz without a pointer, and the result in another browser.

use career_fit::fit::{self, Headline};
use career_fit::session::{Action, Session, Subject};
use career_fit::ui::words;

use crate::driver::Outcome;
use crate::hands::{DOWN, ENTER, SPACE, TAB, UP};
use crate::made::{self, answered, pick, questions, quiz};
use crate::reader::Reader;
use crate::world::journey;

#[test]
fn a_quiz_from_start_to_link() {
    journey(async |world| {
        let reader = world.reader().await?;
        world.step("start from the landing page");
        reader.open("/").await?;
        reader.tab_to(".hero a").await?;
        reader.press(ENTER).await?;
        for place in 0..questions().len() {
            world.step(format!("question {}", place + 1));
            answer(&reader, place).await?;
        }
        world.step("check the answers");
        reader.sees("Check your answers").await?;
        reader.focus_is_on("title").await?;
        reader.tab_to("main .button--large").await?;
        reader.press(ENTER).await?;
        world.step("read the result");
        reader.sees_view("own").await?;
        let reading = reader.reading().await?;
        assert_eq!(
            (&reading.fit, &reading.range),
            (&expected().0, &expected().1)
        );
        assert_eq!(reading.traits.len(), 7);
        world.step("copy the link");
        let link = copy_link(&reader).await?;
        let code = link.split_once('#').map(|(_, code)| code.to_owned());
        assert_eq!(code, Some(made::fragment(&made::finished())));
        world.step("open the link in a fresh profile");
        let friend = world.reader().await?;
        let path = link.strip_prefix(&world.site.url("")).unwrap_or_default();
        friend.open(path).await?;
        friend.sees_view("theirs").await?;
        friend.reads("Someone shared this result with you.").await?;
        assert_eq!(friend.reading().await?, reading);
        assert_eq!(friend.value("localStorage.length").await?, 0);
        assert!(!friend.title().await?.starts_with("Your"));
        Ok(())
    });
}

#[test]
fn a_link_leaves_the_readers_own_quiz_alone() {
    journey(async |world| {
        let reader = world.reader().await?;
        let own = made::kept(&answered(9));
        reader.has_kept(&own).await?;
        world.step("open the link");
        reader
            .open(&format!("/result/#{}", made::fragment(&made::finished())))
            .await?;
        reader.sees_view("theirs").await?;
        assert_eq!(reader.kept().await?.as_ref(), Some(&own));
        world.step("go on with the own quiz");
        reader.tab_to("main .button").await?;
        reader.press(ENTER).await?;
        reader
            .sees(questions()[9].text(quiz(), Subject::Me))
            .await?;
        assert_eq!(reader.kept().await?.as_ref(), Some(&own));
        world.step("load the own quiz anew");
        reader.open("/quiz/").await?;
        reader
            .sees(questions()[9].text(quiz(), Subject::Me))
            .await?;
        assert_eq!(reader.kept().await?.as_ref(), Some(&own));
        Ok(())
    });
}

#[test]
fn enter_continues_right_after_a_number_key() {
    journey(async |world| {
        let reader = world.reader().await?;
        reader.has(&answered(1)).await?;
        reader.open("/").await?;
        reader.tab_to(".hero a").await?;
        reader.press(ENTER).await?;
        reader
            .sees(questions()[1].text(quiz(), Subject::Me))
            .await?;
        reader.focus_is_on("title").await?;
        world.step("press 3 and Enter, with the focus still on the heading");
        reader.press('3').await?;
        reader.sees_ticked(2).await?;
        reader.press(ENTER).await?;
        reader.sees(questions()[2].text(quiz(), Subject::Me)).await
    });
}

/// Answers the question with this place, in turn with a digit, with arrows, and
/// with arrows there and back, and goes on.
async fn answer(reader: &Reader, place: usize) -> Outcome {
    let question = questions()[place];
    let option = pick(place);
    let last = question.options(quiz(), Subject::Me).len() - 1;
    reader.sees(question.text(quiz(), Subject::Me)).await?;
    reader.focus_is_on("title").await?;
    assert_eq!(
        reader.ticked().await?,
        None,
        "ticked before anything was chosen"
    );
    reader.press(TAB).await?;
    reader.focus_is_on("option-1").await?;
    let digit = char::from_digit(option as u32 + 1, 10).ok_or("no key for the option")?;
    match place % 3 {
        0 => reader.press(digit).await?,
        1 if option == 0 => reader.press(SPACE).await?,
        _ => {
            // In every third question one too far, and back.
            let back = usize::from(place % 3 == 2 && option < last);
            for _ in 0..option + back {
                reader.press(DOWN).await?;
            }
            for _ in 0..back {
                reader.press(UP).await?;
            }
        }
    }
    reader.sees_ticked(option).await?;
    reader.sees(question.text(quiz(), Subject::Me)).await?;
    reader.press(ENTER).await
}

/// Chooses a link with everything, presses "Copy link" and gives what was
/// copied; where the browser keeps its clipboard shut, what stands ready to be
/// copied by hand.
async fn copy_link(reader: &Reader) -> Outcome<String> {
    assert_eq!(
        reader
            .value("!!document.getElementById('share-link')")
            .await?,
        false
    );
    reader.tab_to("#share > summary").await?;
    reader.press(ENTER).await?;
    reader.sees_level("v").await?;
    reader.tab_to(".share__what > summary").await?;
    reader.press(SPACE).await?;
    reader.tab_to("input[name=level]").await?;
    reader.press(DOWN).await?;
    reader.press(DOWN).await?;
    reader.sees_level("r").await?;
    reader.back_to("#share .link-box .button").await?;
    reader.press(ENTER).await?;
    let status = "document.querySelector('#share .link-box__status').textContent";
    reader.wait_for(&format!("{status} !== ''")).await?;
    if reader.text(status).await? == "Link copied." {
        return reader.paste().await;
    }
    assert!(
        reader
            .text(status)
            .await?
            .starts_with("We could not copy the link.")
    );
    reader.focus_is_on("share-link").await?;
    reader
        .text(
            "document.activeElement.value.slice(document.activeElement.selectionStart, \
               document.activeElement.selectionEnd)",
        )
        .await
}

/// Fit and range, worked out without a browser.
fn expected() -> (String, String) {
    let all = (0..questions().len()).fold(Session::new(quiz()), |session, place| {
        let action = Action::Choose(questions()[place], pick(place));
        session.step(quiz(), action).unwrap_or(session)
    });
    let overall = fit::score(quiz(), &all.answers)
        .overall
        .expect("every item is answered");
    let shown = Headline::of(quiz(), &overall);
    (shown.fit.to_string(), words::between(shown))
}
