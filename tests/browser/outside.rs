//! What pages of others can do to ours: frame them, open them, share their host.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process;
use std::rc::Rc;
use std::time::Instant;

use career_fit::session::Subject;
use fantoccini::Locator;
use server::Server;
use tokio::time::sleep;

use crate::driver::{Outcome, PATIENCE, PAUSE};
use crate::embed::is_a_link;
use crate::folders::copy;
use crate::made::{questions, quiz};
use crate::offline::has_workers;
use crate::reader::{READY, Reader};
use crate::settings::USUAL;
use crate::site::{Site, dist};
use crate::world::journey;

/// A folder that is gone with its journey.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Outcome<Self> {
        let folder = env::temp_dir().join(format!("career-fit-{name}-{}", process::id()));
        fs::create_dir_all(&folder)?;
        Ok(Self(folder))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What stays behind lies in the folder for such things.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A page of another origin that frames one of ours is refused: where the host sends our headers, by
/// the browser, and elsewhere by the page, which is one link then.
#[test]
fn others_cannot_frame_the_pages() {
    journey(async |world| {
        let folder = Folder::new("bare")?;
        copy(&dist(), &folder.0)?;
        fs::remove_file(folder.0.join("_headers"))?;
        let bare = Site::of(folder.0.clone(), |_| None)?;
        let stranger = Folder::new("frames")?;
        let other = Server::new(&stranger.0).start()?;
        let reader = world.reader().await?;
        let client = &reader.session.client;
        for (name, site, is_bare) in [("bare", &bare, true), ("ours", &*world.site, false)] {
            world.step(name);
            let page = format!(
                "<!doctype html><iframe src=\"{}\"></iframe>",
                site.url("/quiz/")
            );
            fs::write(stranger.0.join("frame.html"), page)?;
            client.goto(&other.url("/frame.html")).await?;
            let frame = client.find(Locator::Css("iframe")).await?;
            frame.enter_frame().await?;
            if is_bare {
                is_a_link(&reader).await?;
            } else {
                // The browser's own page stands there, or nothing.
                reader
                    .wait_for("document.readyState === 'complete'")
                    .await?;
                assert_eq!(
                    reader.value("!!document.getElementById('app')").await?,
                    false
                );
            }
            client.enter_parent_frame().await?;
        }
        // Not by `open`, which looks whether the page that is left has loaded anything of others.
        client.goto(&world.site.url("/")).await?;
        reader.wait_for(READY).await
    });
}

/// A page that opens ours has no hold on it, so it cannot put another one in its place later.
#[test]
fn others_have_no_hold_on_a_page_that_they_open() {
    journey(async |world| {
        let stranger = Folder::new("opens")?;
        let page = format!(
            "<!doctype html><button onclick=\"window.opened = window.open('{}')\">Open</button>",
            world.site.url("/quiz/")
        );
        fs::write(stranger.0.join("open.html"), page)?;
        let other = Server::new(&stranger.0).start()?;
        let reader = world.reader().await?;
        let client = &reader.session.client;
        client.goto(&other.url("/open.html")).await?;
        let opener = client.window().await?;
        client.find(Locator::Css("button")).await?.click().await?;
        let mut windows = client.windows().await?;
        let started = Instant::now();
        while windows.len() < 2 {
            assert!(started.elapsed() < PATIENCE, "no other window");
            sleep(PAUSE).await;
            windows = client.windows().await?;
        }
        let opened = windows.into_iter().find(|window| *window != opener);
        client.switch_to_window(opened.ok_or("no window")?).await?;
        reader.wait_for(READY).await?;
        assert_eq!(reader.value("window.opener === null").await?, true);
        client.switch_to_window(opener).await?;
        reader.wait_for("window.opened.closed").await?;
        client.goto(&world.site.url("/")).await?;
        reader.wait_for(READY).await
    });
}

async fn answers_first(reader: &Reader, option: usize) -> Outcome {
    reader.choose(option).await?;
    reader.sees_ticked(option).await?;
    reader.click_on("Continue").await?;
    reader.sees(questions()[1].text(quiz(), Subject::Me)).await
}

/// Found by review: a copy of the site in another folder of the same host went on with the quiz of
/// the first one, and could erase it.
#[test]
fn two_copies_on_one_host_know_nothing_of_each_other() {
    journey(async |world| {
        let folder = Folder::new("copies")?;
        for copy_of in ["one", "other"] {
            copy(&dist(), &folder.0.join(copy_of))?;
        }
        let site = Rc::new(Site::of(folder.0.clone(), |_| None)?);
        let reader = world.reader_of(&site, USUAL).await?;
        let first = questions()[0].text(quiz(), Subject::Me);
        reader.open("/one/quiz/").await?;
        answers_first(&reader, 3).await?;
        reader.open("/other/quiz/").await?;
        reader.sees(first).await?;
        assert_eq!(reader.ticked().await?, None);
        answers_first(&reader, 1).await?;
        reader.open("/other/").await?;
        reader.starts_again().await?;
        reader.sees(first).await?;
        world.step("the first copy goes on, and has its colors before the app is there");
        reader.open("/one/quiz/").await?;
        reader
            .sees(questions()[1].text(quiz(), Subject::Me))
            .await?;
        assert_eq!(
            reader.value("Object.keys(localStorage).join()").await?,
            "coder-fit:/one/quiz"
        );
        if has_workers(world, &reader).await? {
            world.step("each has a worker and a copy of its own");
            let keeps = "(Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()]) \
                 .then((all) => { window.keeps = all.map((each) => each.length); }), \
                 String(window.keeps) === '2,2')";
            reader.wait_for(keeps).await?;
        }
        Ok(())
    });
}
