//! How fast the pages are on a slow phone and a slow line, set against the least that there can be: the
//! quick questions on a page without a framework.
//!
//! `cargo xtask bench` builds the site and starts this. By hand, for a site in `dist/`: `cargo bench
//! --features journeys --bench pages`, with `-- 3` for three rounds.
//!
//! Each measurement has a browser with a fresh profile. In each round everything is measured once, so
//! what else the machine does meets all alike, and ratios are those of one round.

#[path = "../../tests/browser/driver.rs"]
#[allow(dead_code)] // The journeys use more of it.
mod driver;
#[path = "../../tests/browser/folders.rs"]
mod folders;
mod phone;
#[path = "../../tests/browser/profile.rs"]
mod profile;
#[path = "../../tests/browser/settings.rs"]
#[allow(dead_code)]
mod settings;
mod sites;

use std::time::Duration;

use tokio::time::timeout;

use crate::driver::Outcome;
use crate::phone::Phone;
use crate::sites::Site;

/// An odd number has a median among its rounds.
const ROUNDS: usize = 5;

/// A browser may hang for good.
const LONGEST_ROUND: Duration = Duration::from_secs(600);

/// Links whose codes must be read for ever, by name.
const LINKS: &str = include_str!("../../tests/it/data/links-v2.tsv");

/// What is measured, at the built site and at the page without a framework.
type Row = (&'static str, f64, Option<f64>);

fn main() -> Outcome {
    let mut arguments = std::env::args();
    let rounds = arguments
        .find_map(|argument| argument.parse().ok())
        .unwrap_or(ROUNDS);
    let (built, vanilla) = (Site::built()?, Site::vanilla()?);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let mut whole = Vec::new();
    for round in 1..=rounds {
        println!("round {round} of {rounds}");
        let rows =
            runtime.block_on(async { timeout(LONGEST_ROUND, measure(&built, &vanilla)).await });
        // A round is whole, or its ratios would be those of two rounds.
        match rows.unwrap_or_else(|_| Err("a browser hangs".into())) {
            Ok(rows) => whole.push(rows),
            Err(error) => println!("round {round} is left out: {error}"),
        }
    }
    print(&whole);
    Ok(())
}

/// One round.
async fn measure(built: &Site, vanilla: &Site) -> Outcome<Vec<Row>> {
    let (quiz, floor) = (hasty(built, "/quiz/").await?, hasty(vanilla, "/").await?);

    let mut ours = Phone::new(built, false).await?;
    ours.open("/").await?;
    let landing = ours.first("first-paint")?;
    ours.tap("a.button--large", 0).await?;
    ours.arrive(built.ready).await?;
    take(&mut ours).await?;
    let to_the_end = kilobytes(&ours);
    ours.tap(built.next, 0).await?;
    ours.arrive(built.result).await?;

    let mut theirs = Phone::new(vanilla, false).await?;
    theirs.open("/").await?;
    take(&mut theirs).await?;
    theirs.arrive(vanilla.result).await?;

    let mut stranger = Phone::new(built, false).await?;
    stranger.open(&shared_link()?).await?;
    stranger.arrive(built.result).await?;

    let paint = floor.first("first-paint")?;
    let mut rows = vec![("first paint, landing page (ms)", landing, Some(paint))];
    for (name, measure) in [
        ("first paint, quiz (ms)", "first-paint"),
        ("first answer can be given (ms)", "choosable"),
        ("first answer is kept (ms)", "kept"),
    ] {
        rows.push((name, quiz.first(measure)?, Some(floor.first(measure)?)));
    }
    for (name, measure, of) in [
        (
            "answer to paint (ms)",
            "answers",
            median as fn(Vec<f64>) -> f64,
        ),
        ("answer to paint, slowest (ms)", "answers", most),
        ("longest task, as pages come (ms)", "arriving", most),
        ("longest task, from then on (ms)", "answering", most),
        ("long tasks, from then on", "answering", |tasks| {
            tasks.len() as f64
        }),
    ] {
        rows.push((name, of(ours.all(measure)), Some(of(theirs.all(measure)))));
    }
    let least = Some(kilobytes(&theirs));
    rows.extend([
        ("transfer, to the quiz's end (KB)", to_the_end, least),
        ("transfer, to the result (KB)", kilobytes(&ours), least),
        ("transfer, shared link (KB)", kilobytes(&stranger), None),
    ]);
    Ok(rows)
}

/// The page as it is for somebody who ticks an option as soon as there is one.
async fn hasty<'a>(site: &'a Site, path: &str) -> Outcome<Phone<'a>> {
    let mut phone = Phone::new(site, true).await?;
    phone.open(path).await?;
    phone.arrive("bench.kept !== undefined").await?;
    Ok(phone)
}

/// Answers every question that is asked, which later ones depend on; answers differ from one to the
/// next.
async fn take(phone: &mut Phone<'_>) -> Outcome {
    let mut place = 0;
    while phone.is_asked().await? {
        phone.answer(place * 2 + 3).await?;
        place += 1;
    }
    phone.report().await
}

fn shared_link() -> Outcome<String> {
    let mut links = LINKS.lines().filter_map(|line| line.split_once('\t'));
    let link = links.find(|(name, _)| *name == "keyed fours");
    let (_, rest) = link.ok_or("no link to share")?;
    let fragment = rest.split('\t').next().unwrap_or_default();
    Ok(format!("/result/#{fragment}"))
}

/// What has travelled to the pages of a phone, in thousands of bytes.
fn kilobytes(phone: &Phone<'_>) -> f64 {
    phone.all("bytes").iter().sum::<f64>() / 1000.0
}

fn most(numbers: Vec<f64>) -> f64 {
    numbers.into_iter().fold(0.0, f64::max)
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_unstable_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or(f64::NAN)
}

fn print(rounds: &[Vec<Row>]) {
    let count = rounds.len();
    println!("\nmedian of {count} rounds (least to most); CPU 4 times slower, slow 4G");
    println!(
        "{:<34}{:<28}{:<28}ratio",
        "", "built site", "without a framework"
    );
    for (place, (name, ..)) in rounds.first().into_iter().flatten().enumerate() {
        let pairs = || rounds.iter().map(|round| (round[place].1, round[place].2));
        let ours = pairs().map(|(ours, _)| ours).collect();
        let theirs = pairs().filter_map(|(_, theirs)| theirs).collect();
        // There is no multiple of nothing.
        let ratios = pairs().map(|(ours, theirs)| ours / theirs.unwrap_or_default());
        let ratios = ratios.filter(|ratio| ratio.is_finite()).collect();
        let [ours, theirs, ratio] = [tell(ours, 1), tell(theirs, 1), tell(ratios, 2)];
        println!("{name:<34}{ours:<28}{theirs:<28}{ratio}");
    }
}

fn tell(numbers: Vec<f64>, digits: usize) -> String {
    if numbers.is_empty() {
        return String::new();
    }
    let least = numbers.iter().copied().fold(f64::INFINITY, f64::min);
    let (middle, most) = (median(numbers.clone()), most(numbers));
    format!("{middle:.digits$} ({least:.digits$} to {most:.digits$})")
}
