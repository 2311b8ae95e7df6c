//! What search engines may read of a page, in schema.org's words.

use crate::say::structured as say;
use career_fit::builtin::{guide, reference};
use career_fit::content::{GuideEntry, GuidePage, Shape};
use career_fit::ui::static_pages::StaticPage;
use serde_json::{Value, json};

/// The page's data block; `None` where it has nothing to say in that form.
pub fn data_block(page: StaticPage) -> Option<String> {
    let StaticPage::Guide(page) = page else {
        return None;
    };
    let data = if page.id.is_empty() {
        Some(occupation(page))
    } else {
        questions(page)
    };
    // In a script element `</script` ends the script, even within a string.
    let text = data?.to_string().replace('<', "\\u003c");
    Some(format!(
        "<script type=\"application/ld+json\">{text}</script>"
    ))
}

/// The pay is that of the group in which coders are counted; the description
/// says so.
fn occupation(page: &GuidePage) -> Value {
    let pay = reference().pay.coders();
    let tasks = guide()
        .pages
        .iter()
        .flat_map(|page| &page.sections)
        .find(|section| section.id == "tasks")
        .and_then(|section| section.list.as_ref());
    let tasks = tasks.into_iter().flat_map(|list| &list.entries);
    let tasks: Vec<_> = tasks.map(|entry| entry.name.as_str()).collect();
    let group = say::pay_of_group(&pay.name.to_lowercase());
    let description = [&*page.description, " ", &group].concat();
    json!({
        "@context": "https://schema.org",
        "@type": "Occupation",
        "name": say::occupation(),
        "description": description,
        "occupationalCategory": {
            "@type": "CategoryCode",
            "codeValue": pay.soc,
            "name": pay.name,
            "inCodeSet": {
                "@type": "CategoryCodeSet",
                "name": say::classification(),
                "url": "https://www.bls.gov/soc/",
            },
        },
        "occupationLocation": { "@type": "Country", "name": say::country() },
        "educationRequirements": pay.entry,
        "responsibilities": tasks.join("; "),
        "estimatedSalary": {
            "@type": "MonetaryAmountDistribution",
            "name": "base",
            "currency": "USD",
            "duration": "P1Y",
            "percentile10": pay.p10,
            "percentile25": pay.p25,
            "median": pay.median,
            "percentile75": pay.p75,
            "percentile90": pay.p90,
        },
    })
}

fn questions(page: &GuidePage) -> Option<Value> {
    let lists = page.sections.iter().filter_map(|each| each.list.as_ref());
    let entries: Vec<_> = lists
        .filter(|list| list.shape == Shape::Questions)
        .flat_map(|list| &list.entries)
        .map(question)
        .collect();
    (!entries.is_empty()).then(|| {
        json!({
            "@context": "https://schema.org",
            "@type": "FAQPage",
            "mainEntity": entries,
        })
    })
}

/// A question with its answer, which goes on with the facts that stand below it on the
/// page. A fact without a source is said to be an estimate, as on the page.
fn question(entry: &GuideEntry) -> Value {
    let mut texts = vec![entry.text.as_str()];
    for fact in entry.facts.iter().map(|id| reference().fact(*id)) {
        texts.push(&fact.value);
        if fact.source.is_none() {
            texts.push(say::estimate());
        }
    }
    json!({
        "@type": "Question",
        "name": entry.name,
        "acceptedAnswer": { "@type": "Answer", "text": texts.join(" ") },
    })
}
