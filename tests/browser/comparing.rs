//! Two results side by side: the ways there, and the way back.

use career_fit::content::TraitId;
use career_fit::fit::{self, Fit};
use career_fit::session::Session;
use career_fit::share::Disclosure;
use career_fit::ui::words;

use crate::driver::Outcome;
use crate::hands::ENTER;
use crate::made::{self, quiz};
use crate::reader::Reader;
use crate::world::journey;

const TITLE: &str = "Two results side by side";

/// A trait on both sides, as the page says it.
pub fn scores(one: &Fit, other: &Fit) -> Vec<String> {
    let cuts = &quiz().scoring.bands;
    let score = |fit: &Fit, id: TraitId| {
        let score = fit.traits[id].as_ref()?;
        Some(words::whole(cuts, score.score))
    };
    TraitId::ALL
        .into_iter()
        .filter_map(|id| {
            let (one, other) = (score(one, id)?, score(other, id)?);
            Some(format!("{} {one} {other}", id.code()))
        })
        .collect()
}

impl Reader {
    /// The traits of the comparison on the screen: code, one score, the other.
    pub async fn compared(&self) -> Outcome<Vec<String>> {
        let rows = self
            .value(
                "[...document.querySelectorAll('.compare__trait')].map((row) => [row.dataset.trait, \
                 ...[...row.querySelectorAll('.compare__score strong')].map((each) => \
                 each.textContent)].join(' '))",
            )
            .await?;
        Ok(serde_json::from_value(rows)?)
    }

    /// Waits for a comparison, and looks whether it is of these two with these
    /// names.
    async fn sees_compared(&self, names: [&str; 2], of: [&Session; 2]) -> Outcome {
        self.sees_view("compare").await?;
        self.sees(TITLE).await?;
        let [one, other] = of.map(|session| fit::score(quiz(), &session.answers));
        assert_eq!(self.compared().await?, scores(&one, &other));
        assert_eq!(self.texts(".compare__side h3").await?, names);
        Ok(())
    }

    /// Puts words into the field for somebody's link, and presses Enter.
    pub async fn pastes(&self, words: &str) -> Outcome {
        self.unfolds().await?;
        self.write("#paste", words).await?;
        self.press(ENTER).await
    }
}

fn path(session: &Session, disclosure: Disclosure) -> String {
    format!("/result/#{}", made::told(session, disclosure))
}

const OWN: [&str; 2] = ["You", "The other person"];
const LINKS: [&str; 2] = ["First link", "Second link"];

#[test]
fn a_friends_link_beside_the_own_result() {
    journey(async |world| {
        let (own, friend) = (made::another(), made::finished());
        let reader = world.reader().await?;
        reader.has(&own).await?;
        for disclosure in [
            Disclosure::Traits,
            Disclosure::Answers,
            Disclosure::AnswersAndStart,
        ] {
            world.step(format!("{disclosure:?}"));
            let path = path(&friend, disclosure);
            reader.open(&path).await?;
            reader.sees_view("theirs").await?;
            let theirs = reader.reading().await?;
            reader.click_on("Compare with mine").await?;
            reader.sees_compared(OWN, [&own, &friend]).await?;
            reader.focus_is_on("title").await?;
            reader.is_at(&format!("{path}/mine")).await?;
            world.step(format!("{disclosure:?}: reload"));
            reader.reload().await?;
            reader.sees_compared(OWN, [&own, &friend]).await?;
            world.step(format!("{disclosure:?}: back and forward"));
            reader.go_back().await?;
            reader.sees_view("theirs").await?;
            assert_eq!(reader.reading().await?, theirs);
            reader.is_at(&path).await?;
            reader.go_forward().await?;
            reader.sees_compared(OWN, [&own, &friend]).await?;
        }
        world.step("on to the own result");
        reader.click_on("Go to your result").await?;
        reader.sees_view("own").await
    });
}

#[test]
fn a_link_pasted_into_the_own_result() {
    journey(async |world| {
        let (own, friend) = (made::finished(), made::another());
        let reader = world.reader().await?;
        reader.has(&own).await?;
        reader.open("/result/").await?;
        reader.sees_view("own").await?;
        let reading = reader.reading().await?;
        world.step("with a sentence around it");
        let link = world.site.url(&path(&friend, Disclosure::Answers));
        reader
            .pastes(&format!("Look at this: {link} . Yours?"))
            .await?;
        reader.sees_compared(OWN, [&own, &friend]).await?;
        reader.focus_is_on("title").await?;
        world.step("back");
        reader.go_back().await?;
        reader.sees_view("own").await?;
        assert_eq!(reader.reading().await?, reading);
        world.step("forward, and reload");
        reader.go_forward().await?;
        reader.sees_compared(OWN, [&own, &friend]).await?;
        reader.reload().await?;
        reader.sees_compared(OWN, [&own, &friend]).await
    });
}

#[test]
fn a_second_link_pasted_beside_the_first() {
    journey(async |world| {
        let (first, second) = (made::finished(), made::another());
        let reader = world.reader().await?;
        reader.open(&path(&first, Disclosure::Answers)).await?;
        reader.sees_view("theirs").await?;
        reader
            .pastes(&world.site.url(&path(&second, Disclosure::Traits)))
            .await?;
        reader.sees_compared(LINKS, [&first, &second]).await?;
        world.step("reload");
        reader.reload().await?;
        reader.sees_compared(LINKS, [&first, &second]).await?;
        world.step("the address opens elsewhere too");
        let friend = world.reader().await?;
        friend.follow(&reader.address().await?).await?;
        friend.sees_compared(LINKS, [&first, &second]).await?;
        assert_eq!(friend.value("localStorage.length").await?, 0);
        world.step("back");
        reader.go_back().await?;
        reader.sees_view("theirs").await?;
        reader.is_at(&path(&first, Disclosure::Answers)).await?;
        assert_eq!(reader.value("localStorage.length").await?, 0);
        Ok(())
    });
}

#[test]
fn one_comparison_after_another() {
    journey(async |world| {
        let own = made::finished();
        let (friend, sharp) = (made::another(), made::sharpened());
        let reader = world.reader().await?;
        reader.has(&own).await?;
        reader.open("/result/").await?;
        reader.sees_view("own").await?;
        for other in [&friend, &sharp] {
            let link = world.site.url(&path(other, Disclosure::Answers));
            reader.pastes(&link).await?;
            reader.sees_compared(OWN, [&own, other]).await?;
            reader.go_back().await?;
            reader.sees_view("own").await?;
        }
        Ok(())
    });
}

#[test]
fn the_differences_are_said_in_words() {
    journey(async |world| {
        let (own, friend) = (made::finished(), made::another());
        let reader = world.reader().await?;
        reader.has(&own).await?;
        reader.open(&path(&friend, Disclosure::Answers)).await?;
        reader.click_on("Compare with mine").await?;
        reader.sees_view("compare").await?;
        let gaps = reader.texts(".gaps li").await?;
        assert!(!gaps.is_empty());
        for said in &gaps {
            assert!(
                said.contains(" for you, ") && said.ends_with(" for the other person."),
                "{said}"
            );
        }
        world.step("the table says the same");
        let clear = "[...document.querySelectorAll('td')]\
                     .filter((cell) => cell.textContent === 'clear').length";
        assert_eq!(reader.value(clear).await?, gaps.len());
        assert_eq!(reader.texts("tbody tr").await?.len(), 7);
        Ok(())
    });
}

#[test]
fn a_verdict_beside_a_verdict_has_no_traits() {
    journey(async |world| {
        let reader = world.reader().await?;
        reader.has(&made::another()).await?;
        reader
            .open(&path(&made::finished(), Disclosure::Verdict))
            .await?;
        reader.sees_view("theirs").await?;
        let theirs = reader.reading().await?;
        reader.click_on("Compare with mine").await?;
        reader.sees_view("compare").await?;
        reader
            .reads("so the traits cannot be set side by side")
            .await?;
        assert_eq!(reader.compared().await?.len(), 0);
        let sides = reader.texts(".compare__verdict").await?;
        let said = format!("{}, likely between {}", theirs.fit, theirs.range);
        assert!(sides[1].ends_with(&said), "{sides:?}");
        Ok(())
    });
}

#[test]
fn what_is_no_link_is_said_by_kind() {
    journey(async |world| {
        let good = made::told(&made::another(), Disclosure::Answers);
        let body = &good["r=B".len()..good.len() - 5];
        let at = |fragment: &str| world.site.url(&format!("/result/#{fragment}"));
        let bad = [
            ("This is not a link to one result.", "hello".to_owned()),
            ("This is not a link to one result.", String::new()),
            (
                "This is not a link to one result.",
                at(&format!("{good}/{good}")),
            ),
            (
                "This link is damaged.",
                at(&good.to_uppercase().replacen("R=", "r=", 1)),
            ),
            (
                "The end of this link is missing.",
                at(&good[..good.len() - 3]),
            ),
            (
                "This link was made before the questions changed",
                at(&made::seal("r=", &format!("B{body}"))),
            ),
            (
                "This link comes from a newer version.",
                at(&made::seal("r=", &format!("D{body}"))),
            ),
        ];
        let reader = world.reader().await?;
        reader.has(&made::finished()).await?;
        for (whose, page) in [
            ("own", "/result/".to_owned()),
            ("theirs", path(&made::another(), Disclosure::Traits)),
        ] {
            reader.open(&page).await?;
            reader.sees_view(whose).await?;
            assert_eq!(reader.texts("#paste-problem").await?.len(), 0);
            for (words, pasted) in &bad {
                world.step(format!("{whose}: {words}"));
                reader.pastes(pasted).await?;
                // It is announced, and the field is named as the one in trouble.
                reader
                    .wait_for(&format!(
                        "document.querySelector('[role=alert] #paste-problem')\
                         ?.textContent.startsWith('{words}') === true"
                    ))
                    .await?;
                reader.focus_is_on("paste").await?;
                reader
                    .wait_for(
                        "document.activeElement.getAttribute('aria-invalid') === 'true' && \
                         document.activeElement.getAttribute('aria-describedby') === \
                         'paste-problem'",
                    )
                    .await?;
                reader.sees_view(whose).await?;
            }
            world.step(format!("{whose}: a good one"));
            reader.pastes(&at(&good)).await?;
            reader.sees_view("compare").await?;
            world.step(format!(
                "{whose}: back, and nothing is said of the bad ones"
            ));
            reader.go_back().await?;
            reader.sees_view(whose).await?;
            assert_eq!(reader.texts("#paste-problem").await?.len(), 0);
        }
        Ok(())
    });
}

/// Found by walking through it: whoever took the quiz because of a friend's link had lost the link.
#[test]
fn a_friends_link_is_there_after_the_quiz() {
    journey(async |world| {
        let friend = made::another();
        let reader = world.reader().await?;
        let link = path(&friend, Disclosure::Traits);
        // Only what is not finished yet has to wait.
        reader.has(&made::checking_early(20)).await?;
        reader.open(&link).await?;
        reader.sees_view("theirs").await?;
        const SENT: &str = "localStorage.getItem('coder-fit:/sent')";
        assert_eq!(reader.value(SENT).await?, serde_json::Value::Null);
        reader.click_on("Go on with your own quiz").await?;
        reader.wait_for(&format!("{SENT} !== null")).await?;
        world.step("the quiz is finished, after a reload");
        reader
            .store(crate::reader::KEPT, &made::kept(&made::finished()))
            .await?;
        reader.open("/result/").await?;
        reader.sees_view("own").await?;
        reader.click_on("Compare it with mine").await?;
        reader
            .sees_compared(OWN, [&made::finished(), &friend])
            .await?;
        world.step("and is kept no longer");
        reader.wait_for(&format!("{SENT} === null")).await?;
        reader.open("/result/").await?;
        reader.sees_view("own").await?;
        let text = reader.text("document.body.textContent").await?;
        assert!(!text.contains("Compare it with mine"));
        Ok(())
    });
}
