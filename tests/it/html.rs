//! Just enough reading of our own HTML to ask where a text stands.

/// An open tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Which one it is, counted from the start of the document.
    pub number: usize,
    pub name: String,
    pub attributes: String,
}

impl Tag {
    /// An attribute's value.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let (_, rest) = self.attributes.split_once(&format!(" {name}=\""))?;
        rest.split('"').next()
    }

    pub fn has_class(&self, class: &str) -> bool {
        let classes = self.attribute("class").unwrap_or_default();
        classes.split(' ').any(|each| each == class)
    }
}

/// A text, and the tags that it stands in, the outermost first.
pub struct Text {
    pub text: String,
    pub within: Vec<Tag>,
}

/// Elements without an end tag.
const VOID: [&str; 6] = ["br", "hr", "img", "input", "link", "meta"];

/// All texts, in order. Comments and data blocks are none.
pub fn texts(html: &str) -> Vec<Text> {
    let mut within: Vec<Tag> = Vec::new();
    let mut texts = Vec::new();
    for (number, part) in html.split('<').enumerate().skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        if let Some(name) = tag.strip_prefix('/') {
            let open = within.pop().expect("an open tag");
            assert_eq!(open.name, name, "an end tag fits its start tag");
        } else if !tag.starts_with('!') {
            let name = tag.split([' ', '\n']).next().unwrap_or(tag).to_owned();
            if !VOID.contains(&name.as_str()) {
                within.push(Tag {
                    number,
                    attributes: tag[name.len()..].to_owned(),
                    name,
                });
            }
        }
        if !text.trim().is_empty() && !within.iter().any(|tag| tag.name == "script") {
            texts.push(Text {
                text: plain(text),
                within: within.clone(),
            });
        }
    }
    texts
}

/// The texts for which `wanted` holds, a line for each block.
pub fn lines(html: &str, wanted: impl Fn(&Text) -> bool) -> String {
    const INLINE: [&str; 5] = ["a", "em", "q", "span", "strong"];
    let mut lines = String::new();
    let mut last = None;
    for text in texts(html).iter().filter(|text| wanted(text)) {
        let block = text
            .within
            .iter()
            .rfind(|tag| !INLINE.contains(&&*tag.name));
        let block = block.map(|tag| tag.number);
        if last != block {
            lines.push('\n');
        }
        last = block;
        lines.push_str(&text.text);
    }
    lines
}

fn plain(text: &str) -> String {
    let entities = [
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ];
    entities
        .iter()
        .fold(text.to_owned(), |text, (entity, plain)| {
            text.replace(entity, plain)
        })
}

#[test]
fn texts_know_where_they_stand() {
    let html = "<main><p class=\"a b\">One &amp; <a href=\"#x\">two</a></p><br>three</main>";
    let found: Vec<_> = texts(html)
        .iter()
        .map(|each| (each.text.clone(), each.within.len()))
        .collect();
    let expected = [("One & ", 2), ("two", 3), ("three", 1)];
    assert_eq!(
        found,
        expected.map(|(text, depth)| (text.to_owned(), depth))
    );
    assert!(texts(html)[1].within[1].has_class("b"));
    assert_eq!(texts(html)[1].within[2].attribute("href"), Some("#x"));
    assert_eq!(lines(html, |_| true), "\nOne & two\nthree");
}
