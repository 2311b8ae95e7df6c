//! How much a link holds, what its reader sees, and what stays as it was.

use career_fit::answers::Answers;
use career_fit::builtin::content;
use career_fit::fit;
use career_fit::plan;
use career_fit::session::{Action, Session};
use career_fit::share::{self, Disclosure, Shared};

use crate::driver::Outcome;
use crate::made::{self, LEVELS, quiz};
use crate::reader::{Reader, Reading};
use crate::world::{World, journey};

/// A clipboard that takes every text and shows it.
const OPEN_CLIPBOARD: &str = "{ writeText: async (text) => { window.copied = text; } }";

impl Reader {
    /// Chooses how much the link on the result page is to hold, and gives the
    /// link.
    pub async fn shares(&self, disclosure: Disclosure) -> Outcome<String> {
        let (label, kind) = match disclosure {
            Disclosure::Verdict => ("The verdict.", "v"),
            Disclosure::Traits => ("My trait scores.", "t"),
            Disclosure::Answers => ("My answers.", "r"),
            Disclosure::AnswersAndStart => ("Everything, to keep for myself.", "r"),
        };
        self.opens_share().await?;
        self.value("document.querySelector('.share__what').open = true")
            .await?;
        self.tick(label).await?;
        self.sees_level(kind).await?;
        // Two levels have links of one kind.
        self.settles().await;
        self.share_link().await
    }

    /// Presses "Share", unless that was done.
    pub async fn opens_share(&self) -> Outcome {
        if self.value("document.getElementById('share').open").await? == false {
            self.click("#share > summary").await?;
        }
        self.wait_for("!!document.getElementById('share-link')")
            .await
    }

    /// Waits until the link to share is of this kind.
    pub async fn sees_level(&self, kind: &str) -> Outcome {
        self.wait_for(&format!(
            "document.getElementById('share-link')?.value.includes('#{kind}=') === true"
        ))
        .await
    }

    /// Gives the page another clipboard than the browser's own.
    async fn has_clipboard(&self, clipboard: &str) -> Outcome {
        self.value(&format!(
            "void Object.defineProperty(navigator, 'clipboard', \
             {{ configurable: true, value: {clipboard} }})"
        ))
        .await?;
        Ok(())
    }

    async fn share_link(&self) -> Outcome<String> {
        self.text("document.getElementById('share-link').value")
            .await
    }

    /// The parts of the result page that are there, by their names.
    async fn parts(&self) -> Outcome<Vec<String>> {
        let parts = self
            .value("[...document.querySelectorAll('.fold')].map((each) => each.id)")
            .await?;
        Ok(serde_json::from_value(parts)?)
    }
}

/// What the person who shares sees, and their link.
struct Maker {
    reader: Reader,
    reading: Reading,
    link: String,
}

impl Maker {
    async fn new(world: &World, disclosure: Disclosure) -> Outcome<Self> {
        Self::of(world, &made::finished(), disclosure).await
    }

    async fn of(world: &World, quiz: &Session, disclosure: Disclosure) -> Outcome<Self> {
        let reader = world.reader().await?;
        reader.has(quiz).await?;
        reader.open("/result/").await?;
        reader.sees_view("own").await?;
        let reading = reader.reading().await?;
        let link = reader.shares(disclosure).await?;
        Ok(Self {
            reader,
            reading,
            link,
        })
    }

    /// Somebody with a fresh profile at the link.
    async fn friend(&self, world: &World) -> Outcome<Reader> {
        let friend = world.reader().await?;
        friend.follow(&self.link).await?;
        friend.sees_view("theirs").await?;
        assert_eq!(friend.value("localStorage.length").await?, 0);
        Ok(friend)
    }

    /// What the link holds, read without a browser.
    fn held(&self) -> Outcome<Shared> {
        let (_, code) = self.link.split_once('#').ok_or("no code in the link")?;
        Ok(share::parse(quiz(), code)?)
    }
}

/// The titles of the steps of the plan, worked out without a browser.
pub fn steps(answers: &Answers) -> Vec<String> {
    let traits = fit::score(quiz(), answers).traits;
    let plan = plan::plan(quiz(), content(), answers, &traits);
    let title = |planned: &plan::Planned<'_>| planned.step.title.clone();
    plan.steps.iter().map(title).collect()
}

#[test]
fn the_least_is_chosen_at_first() {
    journey(async |world| {
        let reader = world.reader().await?;
        reader.has(&made::finished()).await?;
        reader.open("/result/").await?;
        reader.sees_view("own").await?;
        world.step("there is no link before one is wanted");
        for none in ["#share-link", "#paper-link", ".qr"] {
            assert_eq!(reader.texts(none).await?.len(), 0, "{none}");
        }
        world.step("one press, and the verdict can be sent");
        reader.click("#share > summary").await?;
        reader.sees_level("v").await?;
        reader.is_at("/result/").await?;
        assert_eq!(reader.texts("input[name=level]").await?.len(), 4);
        let chosen = "document.querySelector('input[name=level]:checked').id";
        assert_eq!(reader.text(chosen).await?, "level-0");
        reader
            .reads("Anyone who has this link can read what it holds")
            .await
    });
}

#[test]
fn the_verdict_tells_no_trait() {
    journey(async |world| {
        let maker = Maker::new(world, Disclosure::Verdict).await?;
        let friend = maker.friend(world).await?;
        let seen = friend.reading().await?;
        assert_eq!(
            (&seen.fit, &seen.range),
            (&maker.reading.fit, &maker.reading.range)
        );
        assert_eq!(friend.parts().await?, ["q-like", "q-pay", "q-limits"]);
        for selector in [".trait", ".profile", ".conditions", ".step"] {
            assert_eq!(friend.texts(selector).await?.len(), 0, "{selector}");
        }
        assert!(matches!(maker.held()?, Shared::Verdict(_)));
        Ok(())
    });
}

#[test]
fn trait_scores_come_without_an_answer() {
    journey(async |world| {
        let maker = Maker::new(world, Disclosure::Traits).await?;
        let friend = maker.friend(world).await?;
        assert_eq!(friend.reading().await?, maker.reading);
        assert_eq!(maker.reading.traits.len(), 7);
        assert_eq!(
            friend.parts().await?,
            ["q-why", "q-like", "q-pay", "q-else", "q-limits"]
        );
        for selector in [".conditions", ".step"] {
            assert_eq!(friend.texts(selector).await?.len(), 0, "{selector}");
        }
        assert!(matches!(maker.held()?, Shared::Traits(_)));
        Ok(())
    });
}

#[test]
fn everything_is_the_whole_page_with_a_general_plan() {
    journey(async |world| {
        let maker = Maker::new(world, Disclosure::Answers).await?;
        let friend = maker.friend(world).await?;
        assert_eq!(friend.reading().await?, maker.reading);
        assert_eq!(
            friend.parts().await?,
            [
                "q-why", "q-stop", "q-like", "q-plan", "q-pay", "q-else", "q-limits"
            ]
        );
        assert_eq!(
            friend.texts(".conditions strong").await?,
            maker.reader.texts(".conditions strong").await?
        );
        let answers = made::finished().answers.without_start();
        assert_eq!(friend.texts(".step h3").await?, steps(&answers));
        friend.unfolds().await?;
        friend
            .reads("This link holds no starting point, so the plan is a general one.")
            .await?;
        let Shared::Answers(held) = maker.held()? else {
            return Err("the link holds no answers".into());
        };
        let known = |id| held.start(id).is_some();
        assert!(!quiz().start_ids().any(known));
        Ok(())
    });
}

#[test]
fn the_plan_follows_the_starting_point() {
    journey(async |world| {
        let planning = made::planning();
        let maker = Maker::of(world, &planning, Disclosure::AnswersAndStart).await?;
        let friend = maker.friend(world).await?;
        assert_eq!(friend.reading().await?, maker.reading);
        let answers = planning.answers;
        let own = steps(&answers);
        assert_ne!(own, steps(&answers.without_start()));
        assert_eq!(maker.reader.texts(".step h3").await?, own);
        assert_eq!(friend.texts(".step h3").await?, own);
        let said = friend.text("document.body.textContent").await?;
        assert!(!said.contains("holds no starting point"));
        Ok(())
    });
}

#[test]
fn no_link_changes_what_the_reader_keeps() {
    journey(async |world| {
        let maker = world.reader().await?;
        maker.has(&made::finished()).await?;
        maker.open("/result/").await?;
        maker.sees_view("own").await?;
        let mut links = Vec::new();
        for disclosure in LEVELS {
            links.push(maker.shares(disclosure).await?);
        }
        let back = format!("/result/#{}", made::seen(&made::observed()));
        links.push(world.site.url(&back));
        let friend = world.reader().await?;
        let kept = [
            ("nothing", None),
            ("a quiz in progress", Some(made::answered(9))),
            ("a result", Some(made::another())),
            (
                "a result that is being sharpened",
                made::another().step(quiz(), Action::Sharpen),
            ),
        ];
        let each = |(name, own)| links.iter().map(move |link| (name, own, link));
        let kept = kept.iter().map(|(name, own)| (name, own.as_ref()));
        for (name, own, link) in world.some(3, kept.flat_map(each)) {
            world.step(format!("the device keeps {name}; {link}"));
            stays(&friend, own, link).await?;
        }
        Ok(())
    });
}

/// Opens a link, compares where that is offered, and loads the page anew: the
/// device keeps what it kept.
async fn stays(friend: &Reader, own: Option<&Session>, link: &str) -> Outcome {
    if let Some(own) = own {
        friend.has(own).await?;
    }
    friend.open("/").await?;
    let before = friend.device().await?;
    friend.follow(link).await?;
    friend
        .wait_for("['theirs', 'compare'].includes(document.getElementById('main').dataset.view)")
        .await?;
    assert_eq!(friend.device().await?, before);
    let offered = "document.querySelector('.notice')?.textContent.includes('Compare with mine')";
    if friend.value(offered).await? == true {
        friend.click_on("Compare with mine").await?;
        friend.sees_view("compare").await?;
        assert_eq!(friend.device().await?, before);
    }
    friend.reload().await?;
    assert_eq!(friend.device().await?, before);
    Ok(())
}

#[test]
fn text_holds_the_verdict_the_scores_and_the_link() {
    journey(async |world| {
        let maker = Maker::new(world, Disclosure::Traits).await?;
        let reader = &maker.reader;
        reader.has_clipboard(OPEN_CLIPBOARD).await?;
        reader.click_on("Copy as text").await?;
        reader.reads("Text copied.").await?;
        let text = reader.text("copied").await?;
        let Reading { fit, range, traits } = &maker.reading;
        let verdict = format!(": {fit} out of 100, likely between {range}.");
        assert!(text.contains(&verdict), "{verdict:?} is not in: {text}");
        for said in traits {
            let (code, score) = said.split_once(' ').ok_or("a trait without a score")?;
            let name = quiz().traits.iter().find(|(id, _)| id.code() == code);
            let (_, each) = name.ok_or("an unknown trait")?;
            let line = format!("\n{}: {score}\n", each.name);
            assert!(text.contains(&line), "{line:?} is not in: {text}");
        }
        assert!(text.ends_with(&format!("\n{}\n", maker.link)), "{text}");
        Ok(())
    });
}

#[test]
fn what_was_copied_is_not_said_of_another_link() {
    journey(async |world| {
        let maker = Maker::new(world, Disclosure::Answers).await?;
        let reader = &maker.reader;
        reader.has_clipboard(OPEN_CLIPBOARD).await?;
        for disclosure in [
            Disclosure::AnswersAndStart,
            Disclosure::Traits,
            Disclosure::Answers,
        ] {
            reader.click_on("Copy as text").await?;
            reader.reads("Text copied.").await?;
            reader.click_on("Copy link").await?;
            reader.reads("Link copied.").await?;
            world.step(format!("now {disclosure:?}"));
            reader.shares(disclosure).await?;
            let said = reader.texts("#share [role=status]").await?;
            assert_eq!(said, ["", ""]);
        }
        Ok(())
    });
}

#[test]
fn text_of_the_verdict_names_no_trait() {
    journey(async |world| {
        let maker = Maker::new(world, Disclosure::Verdict).await?;
        let reader = &maker.reader;
        reader.has_clipboard(OPEN_CLIPBOARD).await?;
        reader.click_on("Copy as text").await?;
        reader.reads("Text copied.").await?;
        let text = reader.text("copied").await?;
        assert!(text.contains(&maker.link), "{text}");
        for (_, each) in quiz().traits.iter() {
            assert!(!text.contains(&each.name), "{} is in: {text}", each.name);
        }
        Ok(())
    });
}

#[test]
fn a_shut_clipboard_leaves_the_link_ready() {
    journey(async |world| {
        let maker = Maker::new(world, Disclosure::Traits).await?;
        let reader = &maker.reader;
        for (name, clipboard) in [
            (
                "it refuses",
                "{ writeText: () => Promise.reject(new Error()) }",
            ),
            ("there is none", "undefined"),
        ] {
            world.step(name);
            reader.has_clipboard(clipboard).await?;
            for (button, words) in [
                ("Copy as text", "We could not copy the text."),
                ("Copy link", "We could not copy the link."),
            ] {
                reader.tick("The verdict.").await?;
                reader.sees_level("v").await?;
                reader.shares(Disclosure::Traits).await?;
                reader.click_on(button).await?;
                reader.reads(words).await?;
                reader.focus_is_on("share-link").await?;
                let selected = reader
                    .text(
                        "document.activeElement.value.slice(\
                         document.activeElement.selectionStart, \
                         document.activeElement.selectionEnd)",
                    )
                    .await?;
                assert_eq!(selected, maker.link);
            }
        }
        Ok(())
    });
}
