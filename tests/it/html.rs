//! Our HTML, read as browsers read it.

use scraper::{ElementRef, Html, Selector};

pub fn parse(html: &str) -> Html {
    Html::parse_fragment(html)
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).expect("a selector")
}

/// What `css` selects, in order.
pub fn select<'a>(html: &'a Html, css: &str) -> Vec<ElementRef<'a>> {
    html.select(&selector(css)).collect()
}

/// What `css` selects inside of an element, in order.
pub fn within<'a>(element: ElementRef<'a>, css: &str) -> Vec<ElementRef<'a>> {
    element.select(&selector(css)).collect()
}

/// All that an element says.
pub fn said(element: ElementRef<'_>) -> String {
    element.text().collect()
}

/// All texts, in order, each with the elements that it stands in, the innermost first.
pub fn texts(html: &Html) -> impl Iterator<Item = (&str, Vec<ElementRef<'_>>)> {
    html.tree.root().descendants().filter_map(|node| {
        let text = node.value().as_text()?;
        let within = node.ancestors().filter_map(ElementRef::wrap);
        Some((&**text, within.collect()))
    })
}

/// The text outside of what `without` selects, a line for each block.
pub fn text_without(html: &str, without: &str) -> String {
    let (html, without) = (parse(html), selector(without));
    let inline = selector("a, em, q, span, strong");
    let (mut lines, mut last) = (String::new(), None);
    for (text, within) in texts(&html) {
        if within.iter().any(|element| without.matches(element)) {
            continue;
        }
        let block = within.iter().find(|element| !inline.matches(element));
        let block = block.map(|element| element.id());
        if last != block {
            lines.push('\n');
        }
        last = block;
        lines.push_str(text);
    }
    lines
}

/// The text, a line for each block.
pub fn text_of(html: &str) -> String {
    text_without(html, "script")
}
