//! Who may use whom. Cargo cannot enforce it inside one crate.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// A part of the crate, and the parts that it may name. Those above `browser` are pure.
const MAY_USE: &str = "
    merge
    content
    answers   content merge
    code      content answers
    charts    code merge
    pseudo    content charts
    builtin   content charts pseudo
    say       charts pseudo
    fit       content answers
    task      content answers
    plan      content answers fit say
    share     content answers code charts fit
    group     content answers code charts fit share say
    session   content answers code task merge
    settings  merge
    kept      content code charts session settings merge
    visit     content answers charts fit plan share session settings kept
    browser   content plan session visit kept
    ui        content builtin say answers fit task charts plan share group session settings kept visit browser
    bin       ui
";

/// The browser, the clock, chance and the target, which pure parts never name.
const IMPURE: &str = "yew gloo web_sys js_sys wasm_bindgen std::time Instant SystemTime rand:: \
                      cfg(target";

/// What `ui` uses of `browser` outside of its effects, and why: each does one thing at once when
/// something is pressed, and nothing of it is part of the visit, or it stands before the app.
const AT_THE_BROWSER: &str = "
    ui::app                    page place storage            the skip link moves the focus; the others are handed to their effects
    ui::arrive                 history page share spot storage    what the visit begins with is read
    ui::start                  page place                    there is no app yet
    ui::card                   picture                       what is to be drawn is written down as values
    ui::components::link_box   share                         the share sheet and the clipboard want the tap itself
    ui::pages::charts          page                          printing
    ui::pages::group           page                          the focus, where what had it is gone
    ui::pages::group::inbox    files                         a file that was chosen is read
    ui::pages::group::out      files share                   files to keep, and the clipboard wants the tap itself
    ui::pages::handouts        page                          printing
    ui::pages::question        page                          keys and the summary of errors move the focus
    ui::pages::result::own     page                          printing
    ui::pages::result::parts   spot                          all folds at once
    ui::pages::result::plan    files page                    a file to keep, the time in it, and printing
    ui::pages::result::share   picture share                 a picture to keep, and the share sheet
    ui::pages::result::theirs  page                          the focus, where what had it is gone
";

/// The parts of the crate with what they may use, in order.
fn parts() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    let rows = MAY_USE.lines().map(str::split_whitespace);
    rows.filter_map(|mut words| Some((words.next()?, words.collect())))
}

/// The modules of the crate by their paths, `""` for its root, each with its code. Comments and the
/// marks of documentation are left out.
struct Crate(BTreeMap<String, String>);

/// A path in the code, with the module that it leads to.
struct Use {
    /// All that was written, from the crate's root on.
    written: String,
    /// The module where what is used is defined.
    module: String,
}

impl Crate {
    fn read(folder: &Path) -> Self {
        let sources = server::files(folder)
            .expect("a readable folder")
            .into_iter();
        let modules = sources.map(|(name, path)| {
            let text = fs::read_to_string(path).expect("a source");
            let lines = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"));
            let name = name.trim_end_matches(".rs").trim_end_matches("/mod");
            let module = if name == "lib" {
                String::new()
            } else {
                name.replace('/', "::")
            };
            (module, lines.collect::<Vec<_>>().join("\n"))
        });
        Self(modules.collect())
    }

    /// The modules of a part.
    fn of<'a>(&'a self, part: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let modules = self.0.iter().map(|(module, code)| (&**module, &**code));
        modules.filter(move |(module, _)| module.split("::").next() == Some(part))
    }

    fn joined(module: &str, name: &str) -> String {
        let between = if module.is_empty() { "" } else { "::" };
        [module, between, name].concat()
    }

    /// A path as it is written in a module, from the crate's root on; `None` for one that leads out
    /// of the crate.
    fn absolute(&self, module: &str, path: &str) -> Option<String> {
        let (first, rest) = path.split_once("::").unwrap_or((path, ""));
        let parent = || module.rsplit_once("::").map_or("", |(parent, _)| parent);
        let start = match first {
            "crate" => String::new(),
            // The program is a crate beside the library.
            "career_fit" if module.starts_with("bin::") => String::new(),
            "self" => module.to_owned(),
            "super" if rest.starts_with("super::") => return self.absolute(parent(), rest),
            "super" => parent().to_owned(),
            _ => {
                let is_below = self.0.contains_key(&Self::joined(module, first));
                return is_below.then(|| Self::joined(module, path));
            }
        };
        Some(Self::joined(&start, rest))
    }

    /// The module that defines what a path from the crate's root leads to: what others pass on is
    /// followed.
    fn definition(&self, path: &str) -> String {
        let mut module = String::new();
        for name in path.split("::") {
            let child = Self::joined(&module, name);
            if self.0.contains_key(&child) {
                module = child;
                continue;
            }
            let (imports, _) = taken_apart(&self.0[&module]);
            let passed_on = imports.iter().find_map(|(public, path)| {
                let (path, known_as) = path.split_once(" as ").unwrap_or((path, ""));
                let is_it = known_as == name || path.rsplit("::").next() == Some(name);
                (*public && is_it).then(|| self.absolute(&module, path))?
            });
            return passed_on.map_or(module, |path| self.definition(&path));
        }
        module
    }

    /// What a module uses, by imports and by paths in its code. To pass on what a module below
    /// defines is no use of it.
    fn used_by(&self, module: &str) -> Vec<Use> {
        let (imports, code) = taken_apart(&self.0[module]);
        let imports = imports.iter().filter_map(|(public, path)| {
            let absolute = self.absolute(module, path.split(" as ").next()?)?;
            let below = absolute.starts_with(&Self::joined(module, ""));
            (!(*public && below)).then_some(absolute)
        });
        let paths = paths(&code).filter_map(|path| self.absolute(module, path));
        let used = imports.chain(paths).map(|written| {
            let module = self.definition(&written);
            Use { written, module }
        });
        used.filter(|used| used.module != module).collect()
    }

    /// Modules each of which uses the next, and the last the first.
    fn circle(&self) -> Option<Vec<String>> {
        let mut left: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for module in self.0.keys() {
            let used = self.used_by(module).into_iter().map(|used| used.module);
            left.insert(module.clone(), used.collect());
        }
        // What uses nothing that is left is part of no circle.
        loop {
            let modules: BTreeSet<_> = left.keys().cloned().collect();
            left.retain(|_, used| !used.is_disjoint(&modules));
            if left.len() == modules.len() {
                break;
            }
        }
        let mut way = vec![left.keys().next()?.clone()];
        loop {
            let mut used = left[way.last()?].iter();
            let next = used.find(|next| left.contains_key(*next))?;
            if let Some(start) = way.iter().position(|module| module == next) {
                way.push(next.clone());
                return Some(way.split_off(start));
            }
            way.push(next.clone());
        }
    }
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// What code imports, each path by itself with whether it is passed on, and the code without that.
fn taken_apart(code: &str) -> (Vec<(bool, String)>, String) {
    let (mut imports, mut rest) = (Vec::new(), String::new());
    let (mut lines, mut is_inline) = (code.lines(), false);
    while let Some(line) = lines.next() {
        // A module in braces is a part of its file, to which `super` leads there.
        is_inline = is_inline && line != "}" || line.starts_with("mod ") && line.ends_with('{');
        let words = line.trim_start();
        let (public, words) = match words.split_once(' ') {
            Some((visibility, words)) if visibility.starts_with("pub") => (true, words),
            _ => (false, words),
        };
        let Some(tree) = words.strip_prefix("use ") else {
            rest = rest + line + "\n";
            continue;
        };
        let mut tree = tree.to_owned();
        while !tree.contains(';') {
            tree += lines.next().unwrap_or(";").trim();
        }
        let paths = leaves(tree.trim_end_matches(';')).into_iter();
        imports.extend(paths.map(|path| match path.strip_prefix("super::") {
            Some(rest) if is_inline => (public, ["self::", rest].concat()),
            _ => (public, path),
        }));
    }
    (imports, rest)
}

/// The paths of a tree as in `a::{b, c::{self, d}}`.
fn leaves(tree: &str) -> Vec<String> {
    let Some((before, list)) = tree.split_once('{') else {
        return vec![tree.trim_end_matches("::self").to_owned()];
    };
    let list = list.strip_suffix('}').unwrap_or(list);
    let mut depth = 0;
    let branches = list.split(|character| {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        depth == 0 && character == ','
    });
    let branches = branches.map(str::trim).filter(|branch| !branch.is_empty());
    branches
        .flat_map(|branch| leaves(&[before, branch].concat()))
        .collect()
}

/// All that looks like a path: names with `::` between.
fn paths(code: &str) -> impl Iterator<Item = &str> {
    let words = code.split(|character| !is_word(character) && character != ':');
    words.filter(|word| word.contains("::") && !word.starts_with("::"))
}

fn sources() -> Crate {
    Crate::read(Path::new("src"))
}

#[test]
fn parts_use_only_what_stands_before_them() {
    let sources = sources();
    for (part, may_use) in parts() {
        assert!(sources.of(part).next().is_some(), "no source of {part}");
        for (module, _) in sources.of(part) {
            for Use { written, .. } in sources.used_by(module) {
                let used = written.split("::").next().unwrap_or_default();
                let may = used == part || may_use.contains(&used);
                assert!(may, "{module} must not use {written}");
            }
        }
    }
    for module in sources.0.keys().filter(|module| !module.is_empty()) {
        let part = module.split("::").next();
        let known = parts().any(|(name, _)| Some(name) == part);
        assert!(known, "{module} has no row in MAY_USE");
    }
}

#[test]
fn no_module_uses_itself_by_way_of_others() {
    for folder in ["src", "site/src", "server/src", "xtask/src"] {
        let circle = Crate::read(Path::new(folder)).circle();
        let circle = circle.map(|modules| modules.join(" → "));
        assert_eq!(circle, None, "{folder}");
    }
}

#[test]
fn pages_leave_the_browser_to_effects() {
    let sources = sources();
    let mut found = BTreeMap::<&str, BTreeSet<String>>::new();
    let pages = sources.of("ui").map(|(module, _)| module);
    for module in pages.filter(|module| !module.starts_with("ui::effects")) {
        for Use { module: used, .. } in sources.used_by(module) {
            if let Some(door) = used.strip_prefix("browser::") {
                found.entry(module).or_default().insert(door.to_owned());
            }
        }
    }
    let rows = AT_THE_BROWSER.trim().lines().map(|row| {
        let mut cells = row
            .split("  ")
            .map(str::trim)
            .filter(|cell| !cell.is_empty());
        let (module, doors) = cells.next().zip(cells.next()).expect("a module and doors");
        assert!(cells.next().is_some(), "{module} has no reason");
        (module, doors.split(' ').map(str::to_owned).collect())
    });
    assert_eq!(found, rows.collect());
}

#[test]
fn pure_parts_know_no_browser_no_clock_no_chance() {
    let sources = sources();
    let pure = parts()
        .map(|(part, _)| part)
        .take_while(|part| *part != "browser");
    for (module, code) in pure.flat_map(|part| sources.of(part)) {
        for word in IMPURE.split_whitespace() {
            let mut places = code.match_indices(word);
            let named = places.find(|(at, _)| !code[..*at].ends_with(is_word));
            let line = named.and_then(|(at, _)| code[at..].lines().next());
            assert_eq!(line, None, "{module} names {word}");
        }
    }
}

#[test]
fn no_markup_is_made_from_strings() {
    for (module, code) in sources().of("ui") {
        for word in ["from_html_unchecked", "set_inner_html", "VRaw"] {
            assert!(!code.contains(word), "{module}: {word}");
        }
    }
}

/// What the tests above rest on.
#[test]
fn circles_are_seen() {
    const ROOM: &str = "mod b;\nmod c;\npub use b::{B, Other as Second};\nstruct A;";
    for (name, b, c, is_circle) in [
        ("nothing", "", "", false),
        ("one way", "use super::c::C;", "", false),
        (
            "an item of the room itself",
            "use super::A;",
            "use super::A;",
            false,
        ),
        (
            "what the room passes on",
            "use super::c::C;",
            "use super::B;",
            true,
        ),
        (
            "by another name",
            "use super::c::C;",
            "use crate::a::{\n    Second,\n};",
            true,
        ),
        (
            "by itself",
            "use super::c::{self};",
            "fn f() { super::b::g() }",
            true,
        ),
        (
            "in code",
            "fn f(c: &crate::a::c::C) {}",
            "use super::super::a::b;",
            true,
        ),
        ("of other crates", "use c::C;", "use b::B;", false),
        (
            "of the file around",
            "use super::c::C;",
            "mod tests {\n    use super::*;\n    use super::B;\n}",
            false,
        ),
    ] {
        let modules = [("", "pub mod a;"), ("a", ROOM), ("a::b", b), ("a::c", c)];
        let modules = modules.map(|(module, code)| (module.to_owned(), code.to_owned()));
        let circle = is_circle.then(|| ["a::b", "a::c", "a::b"].map(str::to_owned).to_vec());
        assert_eq!(Crate(modules.into()).circle(), circle, "{name}");
    }
}
