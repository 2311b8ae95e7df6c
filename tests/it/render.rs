//! Every view as HTML, without a browser.

use std::fs;
use std::sync::mpsc;

use career_fit::answers::{Level, Response, TaskForm, TaskOutcome};
use career_fit::builtin::reference;
use career_fit::content::Stage as ItemStage;
use career_fit::document::{
    self, BrokenShell, Program, Programs, SERVICE_WORKER, StaticPage, service_worker,
    static_document, without_worker,
};
use career_fit::plan::calendar::Day;
use career_fit::session::{Action, Question, Session, Stage, Subject};
use career_fit::share::{CodeError, Disclosure, Shared};
use career_fit::task::Run;
use career_fit::ui::app::{screen, title};
use career_fit::ui::programs::{self, Asking, Whole};
use career_fit::ui::static_pages::{StaticScreen, StaticScreenProps};
use career_fit::visit::{Keeping, Page, Sides, View, Visit};
use yew::platform::Runtime;
use yew::prelude::*;

use crate::html::{parse, select, text_of};
use crate::support::{keyed, quiz, whole_quiz};

#[derive(Clone, PartialEq, Properties)]
struct ScreenProps {
    visit: Visit,
}

#[component]
fn Screen<P: programs::Program>(props: &ScreenProps) -> Html {
    screen::<P>(&props.visit, &Callback::noop())
}

fn render(visit: Visit) -> String {
    render_by::<Whole>(visit)
}

fn render_by<P: programs::Program>(visit: Visit) -> String {
    let (done, result) = mpsc::channel();
    Runtime::default().spawn_pinned(move || async move {
        let props = ScreenProps { visit };
        let html = yew::LocalServerRenderer::<Screen<P>>::with_props(props)
            .render()
            .await;
        done.send(html).expect("the test waits");
    });
    result.recv().expect("a page")
}

/// The pages that ask are the same, whichever program shows them; all others are
/// left to the one that shows everything.
#[test]
fn both_programs_show_the_same() {
    let mut shown = 0;
    for (name, visit) in visits() {
        let asks = matches!(visit.view, View::Landing | View::Quiz);
        assert_eq!(
            <Asking as programs::Program>::shows(&visit.view),
            asks,
            "{name}"
        );
        assert!(<Whole as programs::Program>::shows(&visit.view), "{name}");
        let [asking, whole] = [render_by::<Asking>(visit.clone()), render(visit)];
        let same = asking.replace("Asking", "") == whole.replace("Whole", "");
        assert_eq!(same, asks, "{name}: {asking}");
        let hands_over = asking.contains("data-view=\"handing-over\"");
        assert_eq!(hands_over, !asks, "{name}: {asking}");
        shown += usize::from(asks);
    }
    assert!(shown > 5, "{shown} of the views ask");
}

fn visit(view: View, own: Session) -> Visit {
    Visit {
        own,
        view,
        keeping: Keeping::Kept,
        site: "https://example.org/".to_owned(),
        today: Day::new(2026, 11, 22),
        ..Visit::new(quiz(), Page::Quiz)
    }
}

fn at(question: Question) -> Session {
    Session {
        stage: Stage::Asking {
            question,
            changing: false,
            unanswered: false,
        },
        ..Session::new(quiz())
    }
}

fn finished(level: u8) -> Session {
    Session {
        answers: whole_quiz(level),
        stage: Stage::Finished,
        ..Session::new(quiz())
    }
}

fn offered() -> Session {
    Session {
        stage: Stage::TaskOffered,
        ..finished(4)
    }
}

fn tasking(run: Run) -> Session {
    Session {
        stage: Stage::Tasking,
        run: Some(run),
        ..finished(4)
    }
}

fn visits() -> Vec<(&'static str, Visit)> {
    let fresh = Session::new(quiz());
    let missing = fresh.step(quiz(), Action::Continue).expect("an error");
    let reviewing = Session {
        stage: Stage::Reviewing,
        ..finished(3)
    };
    let unsure = Session {
        answers: keyed(ItemStage::More, 3),
        stage: Stage::Finished,
        ..Session::new(quiz())
    };
    let condition = Question::Condition(quiz().condition_ids().next().expect("a condition"));
    let start = Question::Start(quiz().start_ids().next().expect("a question"));
    let answers = whole_quiz(2);
    let told = |disclosure| Shared::of(quiz(), &answers, disclosure).expect("a result");
    let everything = told(Disclosure::AnswersAndStart);
    let traits = told(Disclosure::Traits);
    let verdict = told(Disclosure::Verdict);
    let observed = Shared::Observed(keyed(ItemStage::Quick, 4));
    let two = |sides| visit(View::Compare(sides), finished(3));
    let asked = Session::about(quiz(), Subject::Someone);
    let answered = Session {
        answers: keyed(ItemStage::Quick, 4),
        ..asked.clone()
    };
    let about = |someone| Visit {
        someone,
        ..visit(View::Someone, Session::new(quiz()))
    };
    let at_chart = Run::left_at(TaskForm::Untimed, 20, 4).expect("a run");
    let mut full = finished(4);
    for id in quiz().stage_ids(ItemStage::More) {
        full.answers
            .set_item(id, keyed(ItemStage::More, 4).item(id));
    }
    full.answers.task = TaskOutcome::new(TaskForm::Timed, 28, 2);
    full = full
        .step(quiz(), Action::SpentOnTask(1500))
        .expect("time was spent");
    let mut straight = finished(3);
    for id in quiz().stage_ids(ItemStage::Quick) {
        straight
            .answers
            .set_item(id, Level::new(5).map(Response::Level));
    }
    vec![
        (
            "sharpening",
            visit(View::Quiz, at(Question::more(quiz())[0])),
        ),
        ("task offer", visit(View::Quiz, offered())),
        (
            "pair, timed",
            visit(View::Quiz, tasking(Run::new(TaskForm::Timed))),
        ),
        (
            "pair, untimed",
            visit(View::Quiz, tasking(Run::new(TaskForm::Untimed))),
        ),
        ("chart", visit(View::Quiz, tasking(at_chart))),
        ("own, sharpened", visit(View::Own, full)),
        ("own, withheld", visit(View::Own, straight)),
        ("landing", visit(View::Landing, fresh.clone())),
        ("item", visit(View::Quiz, fresh.clone())),
        ("error", visit(View::Quiz, missing)),
        ("condition", visit(View::Quiz, at(condition))),
        ("start", visit(View::Quiz, at(start))),
        ("check", visit(View::Quiz, reviewing)),
        ("own, high", visit(View::Own, finished(5))),
        ("own, middle", visit(View::Own, finished(3))),
        ("own, low", visit(View::Own, finished(1))),
        ("own, too little", visit(View::Own, unsure)),
        (
            "theirs, everything",
            visit(View::Theirs(everything.clone()), fresh.clone()),
        ),
        (
            "theirs, traits",
            visit(View::Theirs(traits.clone()), fresh.clone()),
        ),
        (
            "theirs, verdict",
            visit(View::Theirs(verdict.clone()), fresh.clone()),
        ),
        (
            "theirs, observed",
            visit(View::Theirs(observed.clone()), fresh.clone()),
        ),
        ("compare with own", two(Sides::OwnWith(traits.clone()))),
        ("compare with a verdict", two(Sides::OwnWith(verdict))),
        ("compare two", two(Sides::Two(everything, traits))),
        (
            "compare with how one is seen",
            two(Sides::OwnWith(observed)),
        ),
        ("someone, asked", about(asked)),
        (
            "someone, check",
            about(Session {
                stage: Stage::Reviewing,
                ..answered.clone()
            }),
        ),
        (
            "someone, done",
            about(Session {
                stage: Stage::Finished,
                ..answered
            }),
        ),
        (
            "damaged",
            visit(View::BadLink(CodeError::Damaged), fresh.clone()),
        ),
        (
            "cut off",
            visit(View::BadLink(CodeError::CutOff), fresh.clone()),
        ),
        (
            "newer",
            visit(View::BadLink(CodeError::Newer), fresh.clone()),
        ),
        (
            "not ours",
            visit(View::BadLink(CodeError::NotOurs), fresh.clone()),
        ),
        ("nothing", visit(View::Nothing, fresh)),
    ]
}

/// Every view by name, as HTML.
pub fn views() -> Vec<(&'static str, String)> {
    visits()
        .into_iter()
        .map(|(name, visit)| (name, render(visit)))
        .collect()
}

#[test]
fn every_view_has_one_heading_that_can_take_the_focus() {
    for (name, html) in views() {
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
        assert_eq!(
            html.matches("id=\"title\" tabindex=\"-1\"").count(),
            1,
            "{name}"
        );
        assert_eq!(html.matches("<main").count(), 1, "{name}");
        assert!(
            !html.contains("style="),
            "{name}: the policy drops style attributes"
        );
    }
}

#[test]
fn every_view_has_a_title_of_its_own() {
    let mut titles: Vec<_> = visits()
        .iter()
        .map(|(_, visit)| title::<Whole>(visit))
        .collect();
    for (title, name) in titles.iter().zip(visits().iter().map(|(name, _)| name)) {
        assert!(title.contains("Coder Fit"), "{name}: {title}");
        assert_eq!(
            title.starts_with("Error: "),
            *name == "error",
            "{name}: {title}"
        );
    }
    titles.sort();
    titles.dedup();
    // Results share a title, and so do bad links.
    assert!(titles.len() >= 10, "{titles:?}");
}

#[test]
fn each_kind_of_bad_link_has_words_of_its_own() {
    let mut headings: Vec<_> = views()
        .into_iter()
        .filter(|(name, _)| matches!(*name, "damaged" | "cut off" | "newer" | "not ours"))
        .map(|(_, html)| text_of(&html))
        .collect();
    headings.sort();
    headings.dedup();
    assert_eq!(headings.len(), 4);
}

#[test]
fn a_result_shows_what_it_must() {
    let rows = [
        (
            "own, high",
            vec![
                "strongly",
                "100",
                "No deal-breakers",
                "Structure came out strong here",
                "The queue is open",
                "What wears people out",
                "Your plan",
                "Take an approved certificate program",
                "may affect the demand for these workers",
                "Pay a year, May 2025",
                "Ask someone who knows you",
            ],
        ),
        (
            "own, low",
            vec!["a little", "We hold the result at 49 or below", "accuracy"],
        ),
        ("own, too little", vec!["not enough here for a result"]),
        (
            "theirs, everything",
            vec![
                "someone shared",
                "Your own answers are not touched",
                "A plan",
            ],
        ),
        ("theirs, traits", vec!["someone shared", "Why this result"]),
        ("theirs, verdict", vec!["The link holds no more than this"]),
    ];
    let views = views();
    for (name, needles) in rows {
        let html = &views
            .iter()
            .find(|(each, _)| *each == name)
            .expect("a view")
            .1;
        let text = text_of(html);
        for needle in needles {
            assert!(text.contains(needle), "{name} lacks {needle:?}:\n{text}");
        }
        for needle in [
            "It knows nothing of coding skill",
            "must not be used to choose",
        ] {
            assert!(text.contains(needle), "{name} lacks {needle:?}");
        }
        for never in ["percent match", "% match", "percentile", "you will succeed"] {
            assert!(
                !text.to_lowercase().contains(never),
                "{name} says {never:?}"
            );
        }
    }
}

/// What a link does not hold cannot be on its page.
#[test]
fn a_shared_result_shows_no_more_than_its_link_holds() {
    let said = "No, I could not";
    let rows: [(&str, &[&str]); 2] = [
        (
            "theirs, verdict",
            &[
                "class=\"trait\"",
                "A plan",
                "Deal-breakers",
                "The answers that moved",
                said,
            ],
        ),
        (
            "theirs, traits",
            &["A plan", "Deal-breakers", "The answers that moved", said],
        ),
    ];
    let views = views();
    for (name, nevers) in rows {
        let found = views.iter().find(|(each, _)| *each == name);
        let html = &found.expect("a view").1;
        for never in nevers {
            assert!(!html.contains(never), "{name}: {never}");
        }
    }
}

#[test]
fn a_withheld_result_shows_answers_and_no_number() {
    let views = views();
    let html = &views
        .iter()
        .find(|(name, _)| *name == "own, withheld")
        .expect("a view")
        .1;
    let text = text_of(html);
    for needle in [
        "We hold this result back",
        "Very much like me",
        "Start again",
    ] {
        assert!(text.contains(needle), "{needle}:\n{text}");
    }
    for never in ["id=\"fit\"", "trait-scale", "id=\"share-link\""] {
        assert!(!html.contains(never), "{never}");
    }
}

#[test]
fn the_form_without_a_clock_spells_every_entry() {
    let views = views();
    let of = |wanted: &str| {
        &views
            .iter()
            .find(|(name, _)| *name == wanted)
            .expect("a view")
            .1
    };
    assert_eq!(
        of("pair, untimed")
            .matches("class=\"visually-hidden\"")
            .count(),
        2
    );
    assert_eq!(
        of("pair, timed")
            .matches("class=\"visually-hidden\"")
            .count(),
        0
    );
    assert!(of("chart").contains("Does everything in this chart fit together?"));
}

#[test]
fn every_chart_has_its_numbers_in_a_table() {
    for (name, html) in views() {
        let charts = html.matches("class=\"trait-scale\"").count();
        let cells = html.matches("<td>").count();
        assert!(charts <= cells, "{name}: {charts} charts, {cells} cells");
    }
}

const SHELL: &str = "<html><head><!-- prerender: head --><link href=\"./a.css\">\
    <!-- prerender: static pages --><link href=\"./guide.css\">\
    <!-- prerender: end of static pages --><!-- prerender: app --><script>boot()</script>\
    <script type=\"module\" nonce=\"\">import init from './app.js'; \
    const wasm = await init({ module_or_path: './app.wasm' });</script>\
    <!-- prerender: end of app -->\
    <link rel=\"modulepreload\" href=\"./app.js\" integrity=\"sha384-script\">\
    <link rel=\"preload\" href=\"./app.wasm\" integrity=\"sha384-module\"></head>\
    <body><!-- prerender: body --></body></html>";

/// The site's programs: that of [`SHELL`], and another one.
fn programs() -> Programs {
    let other = SHELL
        .replace("app.", "all.")
        .replace("sha384-", "sha384-other-");
    let program = |shell: &str| Program::in_shell(shell).expect("a program");
    Programs {
        asking: program(SHELL),
        whole: program(&other),
    }
}

fn document(shell: &str, page: Page, app: &str, strict: bool) -> Result<String, BrokenShell> {
    document::document(shell, &programs(), page, app, strict)
}

#[test]
fn a_page_names_its_program_and_the_next() {
    for page in Page::ALL {
        let html = document(SHELL, page, "APP", true).expect("a document");
        let root = page.root();
        let names = |prefix: &str, name: &str, integrity: &str| {
            let files = [("script", "js"), ("module", "wasm")];
            files.iter().all(|(kind, end)| {
                html.contains(&format!(
                    " data-{prefix}{kind}=\"{root}{name}.{end}\" \
                     data-{prefix}{kind}-integrity=\"sha384-{integrity}{kind}\""
                ))
            })
        };
        let asks = matches!(page, Page::Landing | Page::Quiz);
        assert_eq!(names("", "app", ""), asks, "{html}");
        assert_eq!(names("next-", "all", "other-"), asks, "{html}");
        assert_eq!(names("", "all", "other-"), !asks, "{html}");
        assert_eq!(html.contains("data-next-"), asks, "{html}");
    }
    for rel in ["\"modulepreload\"", "\"preload\""] {
        assert!(Program::in_shell(&SHELL.replace(rel, "\"\"")).is_err());
    }
    assert!(Program::in_shell(&SHELL.replace("integrity", "data-x")).is_err());
}

#[test]
fn a_program_is_named_by_its_contents() {
    let folder = std::env::temp_dir().join(format!("career-fit-program-{}", std::process::id()));
    let staged = |script: &str, module: &str| {
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("all.js"), script).expect("a file");
        fs::write(folder.join("all_bg.wasm"), module).expect("a file");
        let program = Program::staged(&folder, "all").expect("a program");
        let mut names: Vec<_> = fs::read_dir(&folder)
            .expect("a folder")
            .map(|entry| {
                entry
                    .expect("an entry")
                    .file_name()
                    .into_string()
                    .expect("text")
            })
            .collect();
        names.sort();
        fs::remove_dir_all(&folder).expect("a folder");
        (program, names)
    };
    let (one, names) = staged("script", "module");
    let (again, _) = staged("script", "module");
    assert_eq!(one, again);
    let other = [staged("script", "another"), staged("another", "module")];
    assert!(
        other
            .iter()
            .all(|(program, others)| *program != one && *others != names)
    );
    let hash = names[0]
        .strip_prefix("all-")
        .and_then(|name| name.strip_suffix(".js"));
    let hash = hash.expect("a name with a hash");
    assert_eq!(hash.len(), 16);
    assert_eq!(names[1], format!("all-{hash}_bg.wasm"));
}

#[test]
fn a_document_knows_its_place_and_its_policy() {
    for page in Page::ALL {
        let html = document(SHELL, page, "APP", true).expect("a document");
        assert!(html.contains(&format!("<div id=\"app\" data-page=\"{}\"", page.name())));
        assert!(html.contains(">APP</div>"));
        assert!(
            html.contains(&format!("href=\"{}a.css\"", page.root())),
            "{html}"
        );
        assert_eq!(
            html.matches("'sha256-").count(),
            1,
            "the inline script: {html}"
        );
        for needed in [
            "default-src 'none'",
            "form-action 'none'",
            "og:title",
            "<title>",
        ] {
            assert!(html.contains(needed), "{needed}: {html}");
        }
    }
    let loose = document(SHELL, Page::Quiz, "APP", false).expect("a document");
    assert!(!loose.contains("Content-Security-Policy"));
}

#[test]
fn comments_in_scripts_stay_at_home() {
    let shell = SHELL.replace(
        "boot()",
        "\n  // Why.\nboot('https://example.org') // here\n",
    );
    let html = document(&shell, Page::Quiz, "APP", true).expect("a document");
    assert!(!html.contains("Why."), "{html}");
    assert!(html.contains("boot('https://example.org') // here"));
}

#[test]
fn pages_without_a_worker_start_none() {
    let shell = SHELL.replace(
        "<!-- prerender: end of app -->",
        "<!-- prerender: offline --><script>start()</script>\
         <!-- prerender: end of offline --><!-- prerender: end of app -->",
    );
    for (shell, starts) in [
        (shell.clone(), true),
        (without_worker(&shell).expect("a shell"), false),
    ] {
        let html = document(&shell, Page::Quiz, "APP", true).expect("a document");
        assert_eq!(html.contains("start()"), starts, "{html}");
        assert!(!html.contains("prerender:"), "{html}");
        let text = static_document(&shell, StaticPage::Scoring, "TEXT", true);
        let text = text.expect("a document");
        assert!(!text.contains("start()"));
        assert!(text.contains("trusted-types 'none'"), "{text}");
    }
    assert!(without_worker(SHELL).is_err());
}

#[test]
fn a_worker_lists_the_files_of_its_version() {
    let site = std::env::temp_dir().join(format!("career-fit-worker-{}", std::process::id()));
    fs::create_dir_all(site.join("quiz")).expect("a folder");
    let put = |name: &str, text: &str| fs::write(site.join(name), text).expect("a file");
    for name in [
        "index.html",
        "quiz/index.html",
        "app-0123.js",
        "app-0123.js.br",
        "404.html",
        "_headers",
        "sitemap.xml",
    ] {
        put(name, name);
    }
    let one = service_worker(&site).expect("a worker");
    let (_, list) = one.split_once("new Map([\n").expect("a list");
    let (list, _) = list.split_once(']').expect("its first file");
    assert_eq!(
        list,
        // `printf index.html | openssl dgst -sha256 -binary | base64`
        "  ['', 'sha256-DrVHMEZYgFqteI0yDxC/Hyknl7Xm10Wjv2F1hNoBcFE='"
    );
    let names = ["['', '", "['quiz/', '", "['app-0123.js', '"];
    for name in names {
        assert_eq!(one.matches(name).count(), 1, "{name}: {one}");
    }
    assert_eq!(one.matches("', 'sha256-").count(), names.len(), "{one}");
    assert!(!one.contains("prerender:"), "{one}");
    // The worker is not part of its own version, and every other file is.
    put(SERVICE_WORKER, &one);
    assert_eq!(service_worker(&site).expect("a worker"), one);
    put("quiz/index.html", "another");
    assert_ne!(service_worker(&site).expect("a worker"), one);
    fs::remove_dir_all(site).expect("a folder");
}

/// A page that needs no app, as HTML without its document.
pub fn static_page(page: StaticPage) -> String {
    let (done, result) = mpsc::channel();
    Runtime::default().spawn_pinned(move || async move {
        let html = yew::LocalServerRenderer::<StaticScreen>::with_props(StaticScreenProps { page })
            .hydratable(false)
            .render()
            .await;
        done.send(html).expect("the test waits");
    });
    result.recv().expect("a page")
}

/// A page that needs no app, as a whole document.
pub fn whole_static_page(page: StaticPage) -> String {
    static_document(SHELL, page, &static_page(page), true).expect("a document")
}

#[test]
fn a_static_document_has_no_script() {
    let html = static_document(SHELL, StaticPage::Scoring, "TEXT", true).expect("a document");
    assert!(
        !html.contains("<script") && !html.contains("sha256-"),
        "{html}"
    );
    for needed in ["TEXT", "href=\"../a.css\"", "href=\"../guide.css\""] {
        assert!(html.contains(needed), "{needed}: {html}");
    }
}

#[test]
fn the_app_loads_no_styles_of_static_pages() {
    let html = document(SHELL, Page::Quiz, "APP", true).expect("a document");
    assert!(!html.contains("guide.css"), "{html}");
}

#[test]
fn the_scoring_page_names_everything_that_scores() {
    let text = text_of(&static_page(StaticPage::Scoring));
    let content = reference();
    let items = quiz().items.iter().map(|item| &item.text);
    let traits = quiz().traits.iter().map(|(_, each)| &each.name);
    let roles = content.roles.iter().map(|role| &role.name);
    let reasons = content
        .roles
        .iter()
        .flat_map(|role| role.traits.iter().map(|part| &part.reason));
    for needle in items.chain(traits).chain(roles).chain(reasons) {
        assert!(text.contains(needle.as_str()), "the page lacks {needle:?}");
    }
    for needle in [
        "0.33",
        "SEM = 18",
        "1.28",
        "held at 49",
        "65 and up",
        "0.6 ·",
    ] {
        assert!(text.contains(needle), "the page lacks {needle:?}");
    }
}

/// What is fetched before the page is painted keeps the reader from it.
#[test]
fn a_page_is_painted_before_its_program_is_fetched() {
    let html = document(SHELL, Page::Quiz, "APP", true).expect("a document");
    assert!(html.contains("<script>boot()</script>"));
    for early in ["type=\"module\"", "import init", "preload"] {
        assert!(!html.contains(early), "{html}");
    }
    let other = SHELL.replace("type=\"module\"", "");
    let error = document(&other, Page::Quiz, "APP", true).expect_err("no start");
    assert!(error.to_string().contains("module"), "{error}");
}

#[test]
fn a_shell_without_its_marks_is_refused() {
    let app = |shell: &str| document(shell, Page::Quiz, "APP", true);
    let read = |shell: &str| static_document(shell, StaticPage::Scoring, "TEXT", true);
    for (mark, written) in [
        ("head", vec![app(&without("head")), read(&without("head"))]),
        ("body", vec![app(&without("body")), read(&without("body"))]),
        ("static pages", vec![app(&without("static pages"))]),
        (
            "end of static pages",
            vec![app(&without("end of static pages"))],
        ),
        ("app", vec![read(&without("app"))]),
        ("end of app", vec![read(&without("end of app"))]),
    ] {
        for html in written {
            let error = html.expect_err(mark).to_string();
            assert!(
                error.contains(&format!("prerender: {mark} ")),
                "{mark}: {error}"
            );
        }
    }
}

fn without(mark: &str) -> String {
    SHELL.replace(&format!("<!-- prerender: {mark} -->"), "")
}

/// The first sight is what the app will draw, for each page.
#[test]
fn prerendered_pages_show_the_first_question_and_no_more() {
    let html = render(Visit::new(quiz(), Page::Quiz));
    let text = text_of(&html);
    assert!(text.contains(&quiz().items[0].text));
    let html = parse(&html);
    assert_eq!(select(&html, ".options [checked]"), [], "none preselected");
    assert_eq!(select(&html, ".options [type=radio]").len(), 6);
}
