//! What the pages promise about answers: where they are, where they are not, and that what is
//! erased is gone. `SECURITY.md` names these journeys.

use career_fit::kept::Key;
use career_fit::session::Subject;
use career_fit::share::Disclosure;

use crate::driver::Outcome;
use crate::examples::{FOLDER, desks};
use crate::made::{self, LEVELS, answered, questions, quiz};
use crate::reader::{READY, Reader};
use crate::world::journey;

/// The words of the reader's own result, which are on no page without it.
const OWN: &str = "Your result";

async fn finishes(reader: &Reader) -> Outcome {
    reader.has(&made::checking()).await?;
    reader.open("/quiz/").await?;
    reader.click_on("See my result").await?;
    reader.sees_view("own").await
}

/// Found by review: one's own result stood in the address bar, and a smaller link of it grew there
/// to all answers.
#[test]
fn the_address_holds_no_answers() {
    journey(async |world| {
        let reader = world.reader().await?;
        finishes(&reader).await?;
        reader.is_at("/result/").await?;
        for level in LEVELS {
            world.step(format!("{level:?}, made and opened on the same device"));
            let link = reader.shares(level).await?;
            reader.is_at("/result/").await?;
            reader.follow(&link).await?;
            // A verdict alone could be anybody's.
            if level == Disclosure::Verdict {
                reader.sees_view("theirs").await?;
                assert_eq!(reader.address().await?, link);
                reader.open("/result/").await?;
            }
            reader.sees_view("own").await?;
            reader.is_at("/result/").await?;
        }
        world.step("no entry of the history holds them either");
        let state = reader.text("String(history.state)").await?;
        assert!(!state.contains("s="), "{state}");
        Ok(())
    });
}

/// Found by review: four presses of "Back" brought the answers back, and wrote them back.
#[test]
fn what_is_erased_stays_erased() {
    journey(async |world| {
        let reader = world.reader().await?;
        finishes(&reader).await?;
        reader.tick_action().await?;
        world.step("away, and erased there");
        reader.click_on("Guide to the work").await?;
        reader.sees("A guide to inpatient medical coding").await?;
        reader.enter("/").await?;
        reader.wait_for(READY).await?;
        reader.starts_again().await?;
        reader.wait_for("localStorage.length === 0").await?;
        for count in 1..=6 {
            world.step(format!("back {count}"));
            reader.go_back().await?;
            reader
                .wait_for("document.readyState === 'complete'")
                .await?;
            reader.settles().await;
            assert_eq!(reader.value("localStorage.length").await?, 0);
            assert_ne!(reader.title().await?, OWN);
            assert_eq!(
                reader
                    .value("document.querySelectorAll('.trait').length")
                    .await?,
                0
            );
            if reader.address().await?.ends_with("/scoring/") {
                break;
            }
        }
        world.step("a reload");
        reader.open("/quiz/").await?;
        reader
            .sees(questions()[0].text(quiz(), Subject::Me))
            .await?;
        assert_eq!(reader.value("localStorage.length").await?, 0);
        Ok(())
    });
}

/// Where the device keeps nothing, the open entry holds the quiz, and no other one does.
#[test]
fn without_storage_the_open_entry_alone_holds_answers() {
    journey(async |world| {
        if !world.can_only_in_chromium("change what a page finds") {
            return Ok(());
        }
        let reader = world.reader().await?;
        const NONE: &str = "Object.defineProperty(window, 'localStorage', { value: null }); \
             window.states = []; \
             for (const name of ['pushState', 'replaceState']) { \
                 const before = History.prototype[name]; \
                 History.prototype[name] = function (state, ...rest) { \
                     if (name === 'pushState') states.push(history.state); \
                     return before.call(this, state, ...rest); }; }";
        reader.before_each_page(NONE).await?;
        reader.open("/quiz/").await?;
        for place in 0..3 {
            reader.answers(place).await?;
            reader
                .sees(questions()[place + 1].text(quiz(), Subject::Me))
                .await?;
        }
        let left = reader.value("states").await?;
        let left: Vec<String> = serde_json::from_value(left)?;
        assert_eq!(left.len(), 3, "{left:?}");
        assert!(left.iter().all(|state| !state.contains("s=")), "{left:?}");
        let open = reader.text("history.state").await?;
        assert!(open.contains("s="), "{open}");
        Ok(())
    });
}

/// One's own result on another device.
#[test]
fn everything_goes_on_on_another_device() {
    journey(async |world| {
        let one = world.reader().await?;
        one.store(&Key::Charts.name(FOLDER), &desks::after_two())
            .await?;
        finishes(&one).await?;
        let answers = one.shares(Disclosure::Answers).await?;
        one.shows(".share__what", "It also says how your charts went.")
            .await?;
        let link = one.shares(Disclosure::AnswersAndStart).await?;
        let told = "coded 2 charts: 3 of 8 codes, and 2 that the record does not support.";
        one.unfolds().await?;
        one.reads(&format!("You {told}")).await?;
        world.step("a device without answers");
        let other = world.reader().await?;
        other.follow(&answers).await?;
        other.sees_view("theirs").await?;
        other.unfolds().await?;
        let text = other.text("document.body.innerText").await?;
        assert!(!text.contains("charts:"), "the smaller link says nothing");
        other.follow(&link).await?;
        other.reads("Charts stay on the device").await?;
        other.unfolds().await?;
        other.reads(&format!("The person {told}")).await?;
        assert_eq!(other.kept().await?, None, "a link alone changes nothing");
        other.click_on("This is mine").await?;
        other.sees_view("own").await?;
        other.is_at("/result/").await?;
        assert_eq!(other.reading().await?, one.reading().await?);
        other.reload().await?;
        other.sees_view("own").await?;
        world.step("a device with answers asks first");
        other.has(&answered(4)).await?;
        let before = other.kept().await?;
        other.follow(&link).await?;
        other.click_on("This is mine").await?;
        other
            .reads("There are answers on this device already.")
            .await?;
        assert_eq!(other.kept().await?, before);
        other.click_on("Leave them").await?;
        other
            .wait_for("!document.body.innerText.includes('There are answers on')")
            .await?;
        assert_eq!(other.kept().await?, before);
        other.click_on("This is mine").await?;
        other.click_on("Replace them").await?;
        other.sees_view("own").await?;
        world.step("and can be told to bring them back");
        other.click_on("Bring them back").await?;
        other.sees(questions()[4].text(quiz(), Subject::Me)).await?;
        assert_eq!(other.kept().await?, before);
        Ok(())
    });
}

impl Reader {
    /// Ticks the first action of the plan.
    async fn tick_action(&self) -> Outcome {
        self.unfolds().await?;
        self.click(".plan__actions label").await?;
        self.wait_for("localStorage.getItem('coder-fit:/ticks') !== null")
            .await
    }
}
