//! `cargo xtask lighthouse`: what Lighthouse makes of the built site, on a phone as it emulates one.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{self, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;
use server::Server;

use crate::browsers::{self, Browser};
use crate::shell::{Shell, run};
use crate::steps::Length;
use crate::toolchain::Parts;
use crate::{build, needs};

/// An odd number, for a median: the marks for speed differ from run to run.
const RUNS: usize = 5;

/// The categories; all but the first are the same in each run.
const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];

/// What the mark for speed is made of, in milliseconds but for the last.
const METRICS: [&str; 4] = [
    "first-contentful-paint",
    "largest-contentful-paint",
    "total-blocking-time",
    "cumulative-layout-shift",
];

/// Links whose codes must be read for ever, by name.
const LINKS: &str = include_str!("../../tests/it/data/links-v2.tsv");

/// The marks of one page: medians, and the audits that it did not pass in some run.
struct Marks {
    categories: [f64; 4],
    metrics: [f64; 4],
    wanting: BTreeSet<String>,
}

/// Builds, and prints the marks of the pages that readers come to first. Gives whether all marks but
/// those for speed are full. Speed depends on the machine, so nothing fails for being slow.
pub fn lighthouse() -> Result<bool> {
    let shell = Shell::new();
    let mut needs = Parts::for_building();
    needs.extend(browsers::for_measuring());
    let mut steps = needs::ensure(&shell, &needs, 2)?;
    steps.take(build::TITLE, build::LENGTH, || build::release(&shell))?;
    steps.begin(
        &format!("Lighthouse, {RUNS} times each page"),
        Length::Minutes(10),
    );
    let server = Server::new(shell.file("dist")).compressed().start()?;
    let reports = std::env::temp_dir().join(format!("career-fit-lighthouse-{}", process::id()));
    fs::create_dir_all(&reports)?;
    let mut marks = Vec::new();
    for page in pages()? {
        let url = server.url(&page);
        let runs: Result<Vec<Value>> = (0..RUNS).map(|_| look(&shell, &url, &reports)).collect();
        let path = page.split('#').next().unwrap_or_default().to_owned();
        let of_page = Marks::of(&runs?).with_context(|| format!("Lighthouse at {path}"))?;
        marks.push((path, of_page));
    }
    fs::remove_dir_all(&reports)?;
    print(&marks);
    let full = |marks: &Marks| marks.categories[1..].iter().all(|mark| *mark == 100.0);
    Ok(marks.iter().all(|(_, marks)| full(marks)))
}

/// The landing page, the quiz, a result that somebody shared, and the guide.
fn pages() -> Result<[String; 4]> {
    let mut links = LINKS.lines().filter_map(|line| line.split_once('\t'));
    let (_, rest) = links
        .find(|(name, _)| *name == "keyed fours")
        .context("no link to share")?;
    let fragment = rest.split('\t').next().unwrap_or_default();
    let result = format!("/result/#{fragment}");
    Ok([
        "/".to_owned(),
        "/quiz/".to_owned(),
        result,
        "/guide/".to_owned(),
    ])
}

/// Lighthouse's report on a page. A browser that was lost on the way says nothing about the page, so
/// there is a second try.
fn look(shell: &Shell, url: &str, reports: &Path) -> Result<Value> {
    look_once(shell, url, reports).or_else(|_| look_once(shell, url, reports))
}

/// A report from a browser with a fresh profile.
fn look_once(shell: &Shell, url: &str, reports: &Path) -> Result<Value> {
    let report: PathBuf = reports.join("report.json");
    let mut node = shell.command("node");
    node.arg(format!(
        "{}/node_modules/lighthouse/cli/index.js",
        browsers::TEST_TOOLS
    ))
    .args([
        url,
        "--quiet",
        "--output=json",
        "--no-enable-error-reporting",
    ])
    .arg(format!("--output-path={}", report.display()))
    .arg(format!("--only-categories={}", CATEGORIES.join(",")))
    .arg("--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage")
    .stderr(Stdio::null());
    if let Some(chromium) = Browser::Chromium.program(shell) {
        node.env("CHROME_PATH", chromium);
    }
    run(&mut node)?;
    let report: Value = serde_json::from_str(&fs::read_to_string(report)?)?;
    if let Some(error) = report.get("runtimeError") {
        bail!("{error}");
    }
    Ok(report)
}

impl Marks {
    fn of(runs: &[Value]) -> Result<Self> {
        let all = |pointer: &str| {
            let numbers = runs.iter().map(|run| run.pointer(pointer)?.as_f64());
            let numbers: Option<Vec<f64>> = numbers.collect();
            numbers.with_context(|| format!("the report has no {pointer}"))
        };
        let mut marks = Self {
            categories: [0.0; 4],
            metrics: [0.0; 4],
            wanting: BTreeSet::new(),
        };
        for (mark, category) in marks.categories.iter_mut().zip(CATEGORIES) {
            *mark = (100.0 * median(all(&format!("/categories/{category}/score"))?)).round();
        }
        for (number, metric) in marks.metrics.iter_mut().zip(METRICS) {
            *number = median(all(&format!("/audits/{metric}/numericValue"))?);
        }
        for run in runs {
            marks.wanting.extend(wanting(run));
        }
        Ok(marks)
    }
}

/// The audits that count and are not passed in full.
fn wanting(report: &Value) -> Vec<String> {
    let audits = CATEGORIES.iter().flat_map(|category| {
        let audits = &report["categories"][category]["auditRefs"];
        audits.as_array().into_iter().flatten()
    });
    let counting =
        audits.filter(|audit| audit["weight"].as_f64().is_some_and(|weight| weight > 0.0));
    let ids = counting.filter_map(|audit| audit["id"].as_str());
    ids.filter(|id| {
        let score = report["audits"][id]["score"].as_f64();
        score.is_some_and(|score| score < 0.9)
    })
    .map(str::to_owned)
    .collect()
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_unstable_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}

fn print(marks: &[(String, Marks)]) {
    println!("\nmedians of {RUNS} runs, on an emulated phone with slow 4G");
    println!(
        "{:<10}{:>12}{:>15}{:>16}{:>6}{:>10}{:>10}{:>10}{:>8}  under 90",
        "page",
        "performance",
        "accessibility",
        "best practices",
        "SEO",
        "FCP (ms)",
        "LCP (ms)",
        "TBT (ms)",
        "CLS"
    );
    for (page, marks) in marks {
        let [performance, accessibility, practices, seo] = marks.categories;
        let [first, largest, blocking, shift] = marks.metrics;
        let wanting = marks.wanting.iter().map(String::as_str).collect::<Vec<_>>();
        println!(
            "{page:<10}{performance:>12}{accessibility:>15}{practices:>16}{seo:>6}{first:>10.0}\
             {largest:>10.0}{blocking:>10.0}{shift:>8.4}  {}",
            wanting.join(", ")
        );
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn marks_are_medians() -> Result<()> {
        let run = |mark: f64| {
            let mut run = json!({ "categories": {}, "audits": {} });
            for category in CATEGORIES {
                let audits = json!([{ "id": "a", "weight": 1 }, { "id": "b", "weight": 0 }]);
                run["categories"][category] = json!({ "score": mark, "auditRefs": audits });
            }
            for metric in METRICS {
                run["audits"][metric] = json!({ "numericValue": 1000.0 * mark });
            }
            run["audits"]["a"] = json!({ "score": mark });
            run["audits"]["b"] = json!({ "score": 0 });
            run
        };
        let marks = Marks::of(&[run(1.0), run(0.5), run(0.996)])?;
        assert_eq!(marks.categories, [100.0; 4]);
        assert_eq!(marks.metrics, [996.0; 4]);
        assert_eq!(marks.wanting, BTreeSet::from(["a".to_owned()]));
        assert!(Marks::of(&[json!({})]).is_err());
        Ok(())
    }

    #[test]
    fn a_shared_result_is_looked_at() -> Result<()> {
        assert!(pages()?[2].starts_with("/result/#r="));
        Ok(())
    }
}
