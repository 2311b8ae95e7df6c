//! How fast the pages are on a slow phone and a slow line, set against the least that there can be:
//! the same pages without their scripts, and the same questions on a page without a framework.
//!
//! `cargo xtask bench` builds the site and starts this. By hand, for a site in `dist/`: `cargo bench
//! --features journeys --bench pages`, with `-- 3` for three rounds.
//!
//! Each measurement has a browser with a fresh profile. In each round everything is measured once,
//! so what else the machine does meets all alike, and ratios are those of one round.

#[path = "../../tests/browser/driver.rs"]
#[allow(dead_code)] // The journeys use more of it.
mod driver;
mod phone;
#[path = "../../tests/browser/settings.rs"]
#[allow(dead_code)]
mod settings;
mod sites;
mod table;

use std::error::Error;

use career_fit::builtin::quiz;
use career_fit::session::{Question, Subject};

use crate::driver::Outcome;
use crate::phone::{Phone, Report, Tap};
use crate::sites::Site;
use crate::table::{Row, Samples, Unit, Variant};

/// An odd number has a median among its rounds.
const ROUNDS: usize = 7;

/// Links whose codes must be read for ever, by name.
const LINKS: &str = include_str!("../../tests/it/data/links-v1.tsv");

struct Sites {
    built: Site,
    offline: Site,
    without_wasm: Site,
    without_scripts: Site,
    vanilla: Site,
}

fn main() -> Outcome {
    let rounds = std::env::args().find_map(|argument| argument.parse().ok());
    let rounds = rounds.unwrap_or(ROUNDS);
    let sites = Sites {
        built: Site::built()?,
        offline: Site::offline()?,
        without_wasm: Site::without_wasm()?,
        without_scripts: Site::without_scripts()?,
        vanilla: Site::vanilla()?,
    };
    let mut samples = Samples::default();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    for round in 1..=rounds {
        println!("round {round} of {rounds}");
        // A round is whole, or its ratios would be those of two rounds.
        let mut of_round = Samples::default();
        match runtime.block_on(measure(&sites, &mut of_round)) {
            Ok(()) => samples.join(of_round),
            Err(error) => println!("round {round} is left out: {error}"),
        }
    }
    println!(
        "\nmedian of {} rounds (least to most); CPU 4 times slower, slow 4G",
        samples.rounds()
    );
    samples.print(&rows());
    Ok(())
}

/// One round.
async fn measure(sites: &Sites, samples: &mut Samples) -> Outcome {
    for (path, paint, largest) in [
        ("/", "first paint, landing page", "LCP, landing page"),
        ("/quiz/", "first paint, quiz", "LCP, quiz"),
    ] {
        for (variant, site) in [
            (Variant::Built, &sites.built),
            (Variant::WithoutScripts, &sites.without_scripts),
            (Variant::WithoutWasm, &sites.without_wasm),
        ] {
            let mut phone = Phone::new(site).await?;
            let report = phone.open(path).await?;
            samples.add(paint, variant, report.number("first-paint")?);
            samples.add(largest, variant, report.number("largest")?);
            phone.put_away().await;
        }
    }
    for (variant, site, path) in [
        (Variant::Built, &sites.built, "/quiz/"),
        (Variant::Vanilla, &sites.vanilla, "/"),
    ] {
        let mut phone = Phone::hasty(site).await?;
        phone.open(path).await?;
        phone.wait_for("bench.kept !== undefined").await?;
        let report = phone.report().await?;
        samples.add(CHOOSABLE, variant, report.number("choosable")?);
        samples.add(TAKEN_UP, variant, report.number("kept")?);
        phone.put_away().await;
    }
    take_built(&sites.built, samples).await?;
    take_vanilla(&sites.vanilla, samples).await?;
    follow_link(sites, samples).await
}

const CHOOSABLE: &str = "first answer can be chosen";
const TAKEN_UP: &str = "first answer is kept";
const TRANSFER: &str = "transfer, to the result";
const WORK_QUICK: &str = "CPU, quick questions";
const WORK_ALL: &str = "CPU, to the result";
const CHOICE: &str = "answer → paint";
const SLOWEST_CHOICE: &str = "answer → paint, slowest";
const NEXT: &str = "\"Continue\" → paint";
const SLOWEST_NEXT: &str = "\"Continue\" → paint, slowest";
const LATE: &str = "taps not in the next frame";
const LONG_TASKS: &str = "long tasks, to the result";
const LONGEST_TASK: &str = "longest task";
const LONGEST_TAP: &str = "longest task, once the quiz is ready";
const SHIFT: &str = "CLS, worst page";
const LINK_SHIFT: &str = "CLS, shared link";
const LINK: &str = "shared result, kept on the device";
const LINK_LANDING: &str = "landing page, kept on the device";

/// From the landing page to the result, through all that is asked.
async fn take_built(site: &Site, samples: &mut Samples) -> Outcome {
    let quiz = quiz();
    let mut phone = Phone::new(site).await?;
    phone.open("/").await?;
    let landing = phone.work().await?;
    phone.tap_away("a.button--large", 0).await?;
    let begin = phone.arrive().await?;
    let mut quick = 0.0;
    for (place, question) in Question::all(quiz).into_iter().enumerate() {
        if !matches!(question, Question::Item(_)) && quick == 0.0 {
            quick = phone.work().await?;
        }
        let options = question.options(quiz, Subject::Me).len();
        answer(&phone, place, options).await?;
    }
    let end = phone.report().await?;
    let last = phone.work().await?;
    let origin = end.number("origin")?;
    phone.tap_away(site.next, 0).await?;
    phone.wait_for("bench.result !== undefined").await?;
    let result = phone.arrive().await?;
    let work = phone.work().await?;
    // The browser counts anew on each page.
    let before = if result.number("origin")? == origin {
        0.0
    } else {
        last
    };
    samples.add(WORK_QUICK, Variant::Built, quick);
    samples.add(WORK_ALL, Variant::Built, landing + before + work);
    let ready = begin.number("time")?;
    let after_ready = longest(
        end.long_tasks()
            .into_iter()
            .filter(|(start, _)| *start > ready),
    );
    samples.add(LONGEST_TAP, Variant::Built, after_ready);
    add_pages(samples, Variant::Built, &phone)?;
    add_taps(samples, Variant::Built, &end)?;
    phone.put_away().await;
    Ok(())
}

/// The same on the page without a framework, which has the quick questions alone.
async fn take_vanilla(site: &Site, samples: &mut Samples) -> Outcome {
    let quiz = quiz();
    let mut phone = Phone::new(site).await?;
    let begin = phone.open("/").await?;
    let questions = Question::all(quiz).into_iter();
    for (place, question) in questions
        .filter(|question| matches!(question, Question::Item(_)))
        .enumerate()
    {
        answer(&phone, place, question.options(quiz, Subject::Me).len()).await?;
    }
    phone.wait_for("bench.result !== undefined").await?;
    let end = phone.report().await?;
    let work = phone.work().await?;
    samples.add(WORK_QUICK, Variant::Vanilla, work);
    samples.add(WORK_ALL, Variant::Vanilla, work);
    let ready = begin.number("time")?;
    let after_ready = longest(
        end.long_tasks()
            .into_iter()
            .filter(|(start, _)| *start > ready),
    );
    samples.add(LONGEST_TAP, Variant::Vanilla, after_ready);
    add_pages(samples, Variant::Vanilla, &phone)?;
    add_taps(samples, Variant::Vanilla, &end)?;
    phone.put_away().await;
    Ok(())
}

/// Answers differ from one question to the next.
async fn answer(phone: &Phone<'_>, place: usize, options: usize) -> Outcome {
    phone
        .tap(phone.site.options, (place * 2 + 3) % options)
        .await?;
    phone.tap(phone.site.next, 0).await
}

/// What all pages on the way come to.
fn add_pages(samples: &mut Samples, variant: Variant, phone: &Phone<'_>) -> Outcome {
    let numbers = |name: &str| {
        let each = phone.reports().map(|report| report.number(name));
        each.collect::<Result<Vec<_>, Box<dyn Error>>>()
    };
    samples.add(TRANSFER, variant, numbers("bytes")?.iter().sum());
    samples.add(SHIFT, variant, most(numbers("shift")?));
    let tasks: Vec<_> = phone.reports().flat_map(Report::long_tasks).collect();
    samples.add(LONG_TASKS, variant, tasks.len() as f64);
    samples.add(LONGEST_TASK, variant, longest(tasks));
    Ok(())
}

fn add_taps(samples: &mut Samples, variant: Variant, report: &Report) -> Outcome {
    let (choices, others): (Vec<Tap>, Vec<Tap>) =
        report.taps().into_iter().partition(|tap| tap.chooses);
    let late = [&choices, &others].into_iter().flatten();
    let late = late.filter(|tap| !tap.answered).count();
    samples.add(LATE, variant, late as f64);
    for (taps, usual, slowest) in [
        (choices, CHOICE, SLOWEST_CHOICE),
        (others, NEXT, SLOWEST_NEXT),
    ] {
        let times: Vec<f64> = taps.iter().map(|tap| tap.time).collect();
        samples.add(slowest, variant, most(times.clone()));
        samples.add(
            usual,
            variant,
            table::spread(times).ok_or("no taps")?.median,
        );
    }
    Ok(())
}

/// A shared link is opened by somebody new, and where the site was before and all of it is on the
/// device.
async fn follow_link(sites: &Sites, samples: &mut Samples) -> Outcome {
    let mut links = LINKS.lines().map(|line| line.split('\t'));
    let link = links.find_map(|mut link| (link.next() == Some("keyed fours")).then(|| link.next()));
    let path = format!("/result/#{}", link.flatten().ok_or("no link to share")?);
    let mut stranger = Phone::new(&sites.built).await?;
    let report = see_result(&mut stranger, &path).await?;
    samples.add(LINK_SHIFT, Variant::Built, report.number("shift")?);
    stranger.put_away().await;
    let mut phone = Phone::new(&sites.offline).await?;
    phone.open("/").await?;
    let landing = phone.open("/").await?;
    samples.add(LINK_LANDING, Variant::Built, landing.number("first-paint")?);
    let report = see_result(&mut phone, &path).await?;
    samples.add(LINK, Variant::Built, report.number("result")?);
    phone.put_away().await;
    Ok(())
}

async fn see_result(phone: &mut Phone<'_>, path: &str) -> Outcome<Report> {
    phone.open(path).await?;
    phone.wait_for("bench.result !== undefined").await?;
    phone.report().await
}

fn longest(tasks: impl IntoIterator<Item = (f64, f64)>) -> f64 {
    most(tasks.into_iter().map(|(_, duration)| duration))
}

fn most(numbers: impl IntoIterator<Item = f64>) -> f64 {
    numbers.into_iter().fold(0.0, f64::max)
}

fn rows() -> Vec<Row> {
    use Unit::{Bytes, Count, Score, Time};
    use Variant::{Built, Vanilla, WithoutScripts, WithoutWasm};
    let row = |measure, unit, of, against, aim| Row {
        measure,
        unit,
        of,
        against,
        aim,
    };
    let against =
        |measure, unit, variant, aim| row(measure, unit, Built, Some((measure, variant)), aim);
    let mut rows = Vec::new();
    for (paint, largest) in [
        ("first paint, landing page", "LCP, landing page"),
        ("first paint, quiz", "LCP, quiz"),
    ] {
        rows.push(against(paint, Time, WithoutScripts, "1.05"));
        rows.push(against(largest, Time, WithoutScripts, ""));
        rows.push(row(
            largest,
            Time,
            WithoutWasm,
            Some((largest, Built)),
            "1.00",
        ));
    }
    rows.extend([
        against(TRANSFER, Bytes, Vanilla, ""),
        against(CHOOSABLE, Time, Vanilla, ""),
        against(TAKEN_UP, Time, Vanilla, ""),
        against(CHOICE, Time, Vanilla, "1.20"),
        against(SLOWEST_CHOICE, Time, Vanilla, ""),
        against(NEXT, Time, Vanilla, "1.20"),
        against(SLOWEST_NEXT, Time, Vanilla, ""),
        against(LATE, Count, Vanilla, "0"),
        against(WORK_QUICK, Time, Vanilla, ""),
        against(WORK_ALL, Time, Vanilla, ""),
        against(LONG_TASKS, Count, Vanilla, "0"),
        against(LONGEST_TASK, Time, Vanilla, "50 ms"),
        against(LONGEST_TAP, Time, Vanilla, "50 ms"),
        against(SHIFT, Score, Vanilla, "0.01"),
        row(LINK_SHIFT, Score, Built, None, "0.01"),
        row(LINK, Time, Built, Some((LINK_LANDING, Built)), "1.30"),
    ]);
    rows
}
