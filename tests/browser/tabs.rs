//! Several tabs of one reader, pages that come back from the browser's memory, and two copies of
//! the site on one host.

use std::time::{Duration, Instant};

use career_fit::builtin::quiz;
use career_fit::session::{self, Question, Session, Stage, Subject};
use fantoccini::wd::WindowHandle;
use tokio::time::sleep;

use crate::driver::{Outcome, PATIENCE, PAUSE};
use crate::made::{self, answered, questions};
use crate::offline::OFFERED;
use crate::reader::{KEPT, READY, Reader};
use crate::settings::USUAL;
use crate::versions::{Server, VERSIONS};
use crate::world::{World, journey};

impl Reader {
    /// Opens a page in another tab, and stays there.
    async fn opens_tab(&self, path: &str) -> Outcome<WindowHandle> {
        let client = &self.session.client;
        let tab = client.new_window(true).await?.handle;
        client.switch_to_window(tab.clone()).await?;
        self.open(path).await?;
        Ok(tab)
    }

    async fn goes_to(&self, tab: &WindowHandle) -> Outcome {
        Ok(self.session.client.switch_to_window(tab.clone()).await?)
    }

    /// The quiz that the device keeps, read.
    async fn kept_quiz(&self) -> Outcome<Session> {
        let kept = self.kept().await?;
        let read = kept.map_or(Ok(Session::new(quiz())), |kept| {
            session::restore(quiz(), &kept)
        });
        read.map_err(|error| format!("{error:?}").into())
    }
}

fn heading(place: usize) -> &'static str {
    questions()[place].text(quiz(), Subject::Me)
}

/// Found by review: a page that the browser had kept in its memory wrote its three answers over a
/// finished quiz.
#[test]
fn a_page_that_comes_back_has_what_was_answered_since() {
    journey(async |world| {
        let reader = world.reader().await?;
        reader.has(&answered(3)).await?;
        reader.open("/quiz/").await?;
        reader.sees(heading(3)).await?;
        let first = reader.session.client.window().await?;
        reader.click_on("Guide to the work").await?;
        reader.sees("A guide to inpatient medical coding").await?;
        world.step("the quiz goes on in another tab");
        reader.opens_tab("/quiz/").await?;
        for place in 3..20 {
            reader.answers(place).await?;
        }
        reader.sees(heading(20)).await?;
        let before = reader.kept_quiz().await?;
        world.step("back in the first one, and one answer more");
        reader.goes_to(&first).await?;
        reader.go_back().await?;
        reader.wait_for(READY).await?;
        reader.settles().await;
        reader
            .wait_for("!!document.querySelector('input[name=answer]')")
            .await?;
        let shown = Question::all(quiz());
        let title = reader
            .text("document.getElementById('title').textContent")
            .await?;
        let place = shown
            .iter()
            .position(|each| each.text(quiz(), Subject::Me) == title);
        let place = place.ok_or("no question")?;
        let option = (made::pick(place) + 1) % 4;
        reader.choose(option).await?;
        reader.sees_ticked(option).await?;
        reader.click_on("Continue").await?;
        reader.settles().await;
        let after = reader.kept_quiz().await?;
        for (at, question) in shown.iter().enumerate() {
            let expected = match at == place {
                true => Some(option),
                false => question.chosen(quiz(), &before.answers),
            };
            assert_eq!(
                question.chosen(quiz(), &after.answers),
                expected,
                "question {at}"
            );
        }
        Ok(())
    });
}

/// Found by review: what one tab ticked, another one that set colors took away; and what was
/// cleared in another tab came back.
#[test]
fn tabs_leave_each_others_wishes_alone() {
    journey(async |world| {
        let reader = world.reader().await?;
        reader.has(&made::finished()).await?;
        reader.open("/result/").await?;
        reader.sees_view("own").await?;
        let one = reader.session.client.window().await?;
        reader.opens_tab("/result/").await?;
        reader.sees_view("own").await?;
        let other = reader.session.client.window().await?;
        world.step("a tick here, dark pages there");
        reader.goes_to(&one).await?;
        reader.unfolds().await?;
        reader.click(".plan__actions label").await?;
        reader
            .wait_for("localStorage.getItem('coder-fit:/ticks') !== null")
            .await?;
        reader.goes_to(&other).await?;
        reader
            .wait_for("document.querySelectorAll('.plan__actions input:checked').length === 1")
            .await?;
        reader.click(".settings > summary").await?;
        reader.tick("Dark").await?;
        reader
            .wait_for("localStorage.getItem('coder-fit:/settings') === 'dark'")
            .await?;
        reader.goes_to(&one).await?;
        reader
            .wait_for("document.documentElement.dataset.theme === 'dark'")
            .await?;
        let ticked = "localStorage.getItem('coder-fit:/ticks')";
        assert_ne!(reader.text(ticked).await?, "");
        world.step("all is cleared in one of them");
        reader.value("localStorage.clear()").await?;
        reader.goes_to(&other).await?;
        reader
            .wait_for("document.querySelectorAll('.trait').length === 0")
            .await?;
        reader.settles().await;
        assert_eq!(reader.value("localStorage.length").await?, 0);
        Ok(())
    });
}

/// Longer than any browser takes to tell one tab of what another one has written.
const A_MOMENT: Duration = Duration::from_secs(2);

/// As many random deeds as this, in three tabs. `CAREER_FIT_DEEDS=1000` asks for more, and
/// `CAREER_FIT_SEEDS=0..20` for more than the first seed.
const DEEDS: usize = 60;

/// Whatever is done in which of three tabs, with closing, restoring, clearing and other versions of
/// the site in between: the device has what was answered last, and nothing that was erased.
#[test]
fn three_tabs_at_random() {
    let asked = |name: &str| std::env::var(name).ok();
    let deeds = asked("CAREER_FIT_DEEDS").map_or(DEEDS, |deeds| deeds.parse().expect("a number"));
    let seeds = asked("CAREER_FIT_SEEDS").unwrap_or("0..1".to_owned());
    let (first, end) = seeds.split_once("..").expect("a range");
    for seed in first.parse().expect("a seed")..end.parse().expect("a seed") {
        journey(async |world| at_random(world, seed, deeds).await);
    }
}

async fn at_random(world: &World, seed: u64, deeds: usize) -> Outcome {
    let server = Server::start(|_| None)?;
    let reader = world.reader_of(&server.site, USUAL).await?;
    let client = &reader.session.client;
    let mut random = fastrand::Rng::with_seed(seed);
    reader.open("/quiz/").await?;
    let mut tabs = vec![client.window().await?];
    for _ in 1..3 {
        tabs.push(reader.opens_tab("/quiz/").await?);
    }
    let all = questions();
    let mut last: Vec<Option<usize>> = vec![None; all.len()];
    let mut written = reader.kept().await?;
    for deed in 0..deeds {
        let tab = random.usize(..tabs.len());
        let kind = random.usize(..20);
        world.step(format!(
            "seed {seed}, deed {deed}: kind {kind} in tab {tab}"
        ));
        reader.goes_to(&tabs[tab]).await?;
        reader.is_told(&written).await?;
        match kind {
            0 => {
                // Closed, and another one opened.
                client.close_window().await?;
                let rest = tabs[(tab + 1) % tabs.len()].clone();
                reader.goes_to(&rest).await?;
                tabs[tab] = reader.opens_tab("/quiz/").await?;
            }
            1 => reader.reload().await?,
            2 => {
                // Left for a page without the app, and come back to.
                reader.enter("/guide/").await?;
                reader.go_back().await?;
                reader.wait_for(READY).await?;
            }
            3 => {
                reader.open("/").await?;
                if reader
                    .value("document.body.innerText.includes('Start again')")
                    .await?
                    == true
                {
                    reader.starts_again().await?;
                    last.fill(None);
                    reader
                        .wait_for(&format!("!localStorage.getItem('{KEPT}')"))
                        .await?;
                }
            }
            4 if random.usize(..4) == 0 => {
                // A page is not told of what it clears itself.
                reader.value("localStorage.clear()").await?;
                last.fill(None);
                reader.reload().await?;
            }
            5 => {
                reader.go_back().await?;
                reader.settles().await;
            }
            6 => {
                // The others go on in the version that they have.
                server.put_version(VERSIONS[random.usize(..VERSIONS.len())])?;
                reader.reload_from_page().await?;
            }
            7 if reader.value(OFFERED).await? == true => {
                // The page may offer another one as soon as it is there: a server can have had two
                // new versions since.
                reader.value("window.left = true").await?;
                reader.click_on("Use it now").await?;
                reader
                    .wait_for(&format!("window.left === undefined && {READY}"))
                    .await?;
            }
            _ => {}
        }
        // What is shown is answered. Other pages lead back to the quiz.
        if reader
            .value("!!document.querySelector('input[name=answer]')")
            .await?
            != true
        {
            reader.open("/quiz/").await?;
        }
        if reader
            .value("!!document.querySelector('input[name=answer]')")
            .await?
            != true
        {
            written = reader.kept().await?;
            continue;
        }
        // Browsers tell one process of what another one has written a moment later, and a busy machine
        // makes that moment longer than a person needs to change tabs.
        reader.keeps(&mut last, &all).await?;
        if reader.shows_what_is_kept(&all).await?.is_none() {
            written = reader.kept().await?;
            continue;
        }
        let (question, option) = reader.taps(random.usize(..4)).await?;
        let place = all
            .iter()
            .position(|each| each.text(quiz(), Subject::Me) == question);
        last[place.ok_or("no question")?] = Some(option);
        reader.settles().await;
        if random.bool() {
            reader.click_on("Continue").await?;
            reader.settles().await;
        }
        reader.keeps(&mut last, &all).await?;
        reader.shows_what_is_kept(&all).await?;
        written = reader.kept().await?;
    }
    for tab in &tabs {
        reader.goes_to(tab).await?;
        reader.is_told(&written).await?;
        reader.open("/quiz/").await?;
        reader.keeps(&mut last, &all).await?;
    }
    reader.session.close().await;
    world.gone(&reader);
    Ok(())
}

impl Reader {
    /// Waits until this tab sees what another one has written, as a person who changes tabs does
    /// without noticing. Where the others have written once more since, that is not waited for.
    async fn is_told(&self, written: &Option<String>) -> Outcome {
        let started = Instant::now();
        while self.kept().await? != *written && started.elapsed() < A_MOMENT {
            sleep(PAUSE).await;
        }
        Ok(())
    }

    /// Taps an option, the last one where there are fewer, and gives the question that it was of and its
    /// place. A browser on a busy machine may tell a page of another tab's doings at any moment, so
    /// the question is read in the moment of the tap.
    async fn taps(&self, option: usize) -> Outcome<(String, usize)> {
        let tap = format!(
            "(() => {{ const options = document.querySelectorAll('input[name=answer]'); \
             const option = Math.min({option}, options.length - 1); options[option].click(); \
             return [document.getElementById('title').textContent, option]; }})()"
        );
        Ok(serde_json::from_value(self.value(&tap).await?)?)
    }

    /// Waits until the device keeps these answers: a page keeps what it shows a moment later. An answer
    /// to what is no longer asked, because of an earlier one, is no longer waited for.
    async fn keeps(&self, last: &mut [Option<usize>], all: &[Question]) -> Outcome {
        let started = Instant::now();
        loop {
            let kept = self.kept_quiz().await?;
            let asked = kept.questions(quiz());
            for (question, last) in all.iter().zip(last.iter_mut()) {
                *last = last.filter(|_| asked.contains(question));
            }
            let chosen = all.iter().map(|each| each.chosen(quiz(), &kept.answers));
            let kept: Vec<_> = chosen.collect();
            if kept == last {
                return Ok(());
            }
            if started.elapsed() > PATIENCE {
                return Err(format!("kept: {kept:?}, and not {last:?}").into());
            }
            sleep(PAUSE).await;
        }
    }

    /// Waits until the page shows what the device keeps: browsers tell of what other tabs did in
    /// their own time. Gives the place of the question; `None` where another page of the quiz is
    /// shown.
    async fn shows_what_is_kept(&self, all: &[Question]) -> Outcome<Option<usize>> {
        let started = Instant::now();
        loop {
            let kept = self.kept_quiz().await?;
            let title = self
                .text("document.getElementById('title').textContent")
                .await?;
            let ticked = self.ticked().await?;
            let Stage::Asking { question, .. } = kept.stage else {
                return Ok(None);
            };
            let chosen = question.chosen(quiz(), &kept.answers);
            let is_shown = title == question.text(quiz(), Subject::Me);
            if is_shown && ticked == chosen.map(|option| option as u64) {
                return Ok(all.iter().position(|each| *each == question));
            }
            if started.elapsed() > PATIENCE {
                return Err(format!(
                    "{title:?}, {ticked:?} is shown, {question:?}, {chosen:?} kept"
                )
                .into());
            }
            sleep(PAUSE).await;
        }
    }
}
