//! Every view and state of the app that is worth looking at, by name.
//!
//! An [`Example`] is what a device keeps, an address, and what the reader does there. The native
//! tests make a visit of it, and the journeys put the same texts into a browser's storage and open
//! the address. So what is rendered, what axe looks at and what is printed is always the same.
#![allow(
    dead_code,
    reason = "each test program that includes this file uses a part of it"
)]

pub mod desks;
pub mod pseudo;
pub mod quizzes;
pub mod rubbish;
pub mod ways;

use career_fit::answers::TaskForm;
use career_fit::browser::storage::keeps;
use career_fit::builtin::quiz;
use career_fit::charts::Summary;
use career_fit::group::{EXAMPLE, List, find};
use career_fit::kept::{Key, News, Refused};
use career_fit::plan::calendar::Day;
use career_fit::session::{self, Action, Session, Stage, Subject};
use career_fit::settings::{Settings, Theme};
use career_fit::share::{self, CodeError, Disclosure, Fragment, Shared};
use career_fit::ui::app::{App, AppProps};
use career_fit::visit::{Arrival, Device, Event, Keeping, Page, Visit};
use yew::LocalServerRenderer;

use quizzes::{
    another, answered, at_chart, careless, checking, checking_early, finished, judged, levels,
    observed, observed_checking, sharpened, sharpening, task_offered, unsure,
    with_two_deal_breakers,
};

/// How much a link can hold, from the least to all.
pub const LEVELS: [Disclosure; 4] = [
    Disclosure::Verdict,
    Disclosure::Traits,
    Disclosure::Answers,
    Disclosure::AnswersAndStart,
];

/// The site of every example, as a whole address.
pub const SITE: &str = "https://example.org/fit/";

/// The folder of the site in a browser that shows the examples.
pub const FOLDER: &str = "/";

/// A view or a state, and the way to it.
#[derive(Clone, Debug)]
pub struct Example {
    /// What it is called wherever it fails.
    pub name: String,
    /// The page that is opened.
    pub page: Page,
    /// The fragment that is opened with it, without its `#`.
    pub fragment: Option<String>,
    /// What the device keeps.
    pub storage: Storage,
    /// What is done on the page before it is looked at.
    pub deeds: Vec<Deed>,
}

/// What a device keeps.
#[derive(Clone, Debug, Default)]
pub struct Storage {
    /// The reader's own quiz.
    pub own: Option<Session>,
    /// The quiz about somebody else.
    pub someone: Option<Session>,
    /// The plan's actions that were ticked off.
    pub ticks: Vec<&'static str>,
    /// What was set about the pages.
    pub settings: Settings,
    /// This stands in the place of the reader's own quiz, and is none, or none any more.
    pub unreadable: Option<&'static str>,
    /// The charts to be coded, as they are kept.
    pub charts: Option<String>,
    /// The links and names of a group.
    pub group: Option<String>,
    /// The browser refuses to keep anything.
    pub refuses: bool,
}

impl Storage {
    /// What is kept, with the texts.
    pub fn texts(&self) -> Vec<(Key, String)> {
        let code = |session: &Session| session::save(quiz(), session);
        let own = self.own.as_ref().map(code);
        let entries = [
            (
                Key::Quiz(Subject::Me),
                own.or_else(|| self.unreadable.map(str::to_owned)),
            ),
            (Key::Quiz(Subject::Someone), self.someone.as_ref().map(code)),
            (Key::Ticks, Some(self.ticks.join(" "))),
            (Key::Settings, Some(self.settings.to_text())),
            (Key::Charts, self.charts.clone()),
            (Key::Group, self.group.clone()),
        ];
        let kept = |(key, text): (Key, Option<String>)| {
            let text = text.filter(|text| !text.is_empty() && !self.refuses)?;
            Some((key, text))
        };
        entries.into_iter().filter_map(kept).collect()
    }

    /// The names of what is kept, with the texts.
    pub fn entries(&self) -> Vec<(String, String)> {
        let texts = self.texts().into_iter();
        texts.map(|(key, text)| (key.name(FOLDER), text)).collect()
    }
}

/// What a reader does on the page.
#[derive(Clone, Debug)]
pub enum Deed {
    /// Picks the option at this position.
    Choose(usize),
    /// Goes on.
    Continue,
    /// Wants to start again, and is asked first.
    StartAgain,
    /// Lets the answers be erased.
    Erase,
    /// Goes on in another tab, up to here.
    OtherTab(Session),
    /// Says that the result on the screen is their own.
    GoOnHere,
    /// Lets it take the place of what the device has.
    Replace,
    /// Pastes this to compare with what is on the screen.
    Paste(&'static str),
    /// Says how much the link to be shared is to hold. The box alone knows of it, and no visit.
    Share(Disclosure),
}

impl Deed {
    fn event(&self, visit: &Visit) -> Option<Event> {
        Some(match self {
            Self::Choose(option) => match visit.session().stage {
                Stage::Asking { question, .. } => Event::Quiz(Action::Choose(question, *option)),
                _ => return None,
            },
            Self::Continue => Event::Quiz(Action::Continue),
            Self::StartAgain => Event::Quiz(Action::Restart),
            Self::Erase => Event::Erase,
            Self::OtherTab(session) => other_tab(visit, session.clone()),
            Self::GoOnHere => Event::GoOnHere,
            Self::Replace => Event::Replace,
            Self::Paste(text) => Event::Paste(share::parse_link(quiz(), share::within(text))),
            Self::Share(_) => return None,
        })
    }
}

impl Example {
    fn at(page: Page, name: &str) -> Self {
        Self {
            name: name.to_owned(),
            page,
            fragment: None,
            storage: Storage::default(),
            deeds: Vec::new(),
        }
    }

    fn own(mut self, session: Session) -> Self {
        self.storage.own = Some(session);
        self
    }

    fn someone(mut self, session: Session) -> Self {
        self.storage.someone = Some(session);
        self
    }

    fn storage(mut self, change: impl FnOnce(&mut Storage)) -> Self {
        change(&mut self.storage);
        self
    }

    fn link(mut self, fragment: impl Into<String>) -> Self {
        self.fragment = Some(fragment.into());
        self
    }

    fn then(mut self, deed: Deed) -> Self {
        self.deeds.push(deed);
        self
    }

    /// The page and the fragment, below the site's root.
    pub fn address(&self) -> String {
        let fragment = self
            .fragment
            .as_ref()
            .map(|fragment| format!("#{fragment}"));
        self.page.path().to_owned() + &fragment.unwrap_or_default()
    }

    /// The visit that a browser comes to, by the same texts.
    pub fn visit(&self) -> Visit {
        let entries = self.storage.texts();
        let kept = |key: Key| {
            let entry = entries.iter().find(|(each, _)| *each == key);
            entry.map(|(_, text)| text.as_str())
        };
        let read = |subject| {
            let text = kept(Key::Quiz(subject));
            text.map(|text| session::restore(quiz(), text))
        };
        let own = read(Subject::Me);
        let keeping = match own {
            _ if self.storage.refuses => Keeping::Refused,
            Some(Err(CodeError::Older)) => Keeping::Older,
            Some(Err(_)) => Keeping::Unreadable,
            _ => Keeping::Kept,
        };
        let ticks = kept(Key::Ticks).unwrap_or_default();
        let arrival = Arrival {
            own: own.and_then(Result::ok),
            someone: read(Subject::Someone).and_then(Result::ok),
            device: Device {
                keeping,
                settings: Settings::from_text(kept(Key::Settings).unwrap_or_default()),
                ticks: ticks.split_whitespace().map(str::to_owned).collect(),
                sent: None,
                charts: Summary::of(kept(Key::Charts).unwrap_or_default()).unwrap_or_default(),
                share_sheet: false,
                site: SITE.to_owned(),
                host: None,
                today: Day::new(2026, 11, 22),
            },
            link: Fragment::read(quiz(), self.fragment.as_deref()),
        };
        let arrived = Visit::arrived(quiz(), self.page, arrival);
        self.deeds.iter().fold(arrived, |visit, deed| {
            let event = deed.event(&visit);
            event.map_or_else(|| visit.clone(), |event| visit.after(quiz(), event))
        })
    }
}

impl Example {
    /// The view as HTML, without a browser.
    pub async fn written(&self) -> String {
        keeps(match self.storage.refuses {
            true => Err(Refused),
            false => Ok(self.storage.texts()),
        });
        let props = AppProps {
            visit: self.visit(),
            place: None,
            keeper: None,
        };
        let renderer = LocalServerRenderer::<App>::with_props(props);
        renderer.hydratable(false).render().await
    }
}

/// Another tab has made this of a quiz that this one shows as it was kept.
pub fn other_tab(visit: &Visit, theirs: Session) -> Event {
    let seen = match theirs.subject {
        Subject::Me => visit.own.clone(),
        Subject::Someone => visit.someone.clone(),
    };
    Event::OtherTab(News::Quiz { seen, theirs })
}

/// The fragment of a quiz's result, with as much of it as is to be told.
pub fn told(session: &Session, disclosure: Disclosure) -> String {
    let shared = Shared::of(quiz(), &session.answers, disclosure);
    share::print(quiz(), &shared.expect("a quiz with a result"))
}

/// The fragment with all answers of a quiz, and with how two charts went.
pub fn with_charts(session: &Session) -> String {
    let summary = Summary::of(&desks::after_two()).expect("charts");
    share::print(quiz(), &Shared::everything(&session.answers, &summary))
}

/// A whole quiz, with charts in a form that is not known yet.
pub const OF_NEWER_CHARTS: &str = "r=CAfTgWmsLXodSD5ZaMUuCTgrYTLXoEC_AH_8nvz";

/// The fragment of what somebody sees in a person.
pub fn seen(session: &Session) -> String {
    share::print(quiz(), &Shared::Observed(session.answers.clone()))
}

/// A quiz with one answer, as the first edition kept it.
const OF_EDITION_1: &str = "s=BAkEAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAAM8SX5-";

/// A fragment for each way in which a link can be bad.
pub fn bad_links() -> [(CodeError, String); 5] {
    let whole = told(&finished(), Disclosure::AnswersAndStart);
    let (short, last) = whole.split_at(whole.len() - 1);
    let other = if last == "A" { "B" } else { "A" };
    [
        (CodeError::Damaged, [short, other].concat()),
        (CodeError::CutOff, short.to_owned()),
        // An empty quiz of version 1.
        (CodeError::Older, "r=BAATaagd".to_owned()),
        // Version 63, with nothing in it and its right seal.
        (CodeError::Newer, "v=_AAVZuJS".to_owned()),
        (CodeError::NotOurs, "foo".to_owned()),
    ]
}

/// The group of the example, as a device keeps it.
fn group() -> String {
    List(find(quiz(), EXAMPLE)).to_lines().join("\n")
}

/// A group in which everything stands that a table of people can say: each way in which a link can be
/// bad, each verdict, links that hold less or more, and people who are in it twice.
pub fn group_of_all_kinds() -> String {
    let everything = told(&finished(), Disclosure::AnswersAndStart);
    let mut links = vec![
        ("Ana", everything.clone()),
        ("ana", told(&finished(), Disclosure::Answers)),
        ("Bob", with_charts(&levels(1, 5))),
        ("Cyrus", OF_NEWER_CHARTS.to_owned()),
        ("Dana", told(&careless(), Disclosure::Answers)),
        ("Elif", told(&unsure(), Disclosure::Answers)),
        ("Femi", told(&quizzes::uncertain(), Disclosure::Answers)),
        ("", told(&another(), Disclosure::Traits)),
        (
            "Gita",
            told(&with_two_deal_breakers(), Disclosure::AnswersAndStart),
        ),
        (
            "Hugo",
            format!(
                "{}/{}",
                told(&quizzes::wants_patients(), Disclosure::Answers),
                told(&quizzes::partial(), Disclosure::Verdict)
            ),
        ),
        ("Ines", told(&levels(5, 5), Disclosure::Answers)),
        ("Jack", everything),
        ("Kim", seen(&observed())),
        ("Lola", String::new()),
    ];
    links.extend(bad_links().map(|(_, link)| ("", link)));
    let lines = links
        .into_iter()
        .map(|(name, link)| [&*link, "\t", name].concat());
    lines.collect::<Vec<_>>().join("\n")
}

/// Every example, those with an empty device first, because a browser keeps what it was given.
pub fn all() -> Vec<Example> {
    use Page::{Group, Handouts, Landing, Quiz, Result, Someone, Try};
    let at = Example::at;
    let everything = told(&finished(), Disclosure::AnswersAndStart);
    let other = told(&another(), Disclosure::Traits);
    let verdict = told(&finished(), Disclosure::Verdict);
    let seen = seen(&observed());
    let mine = |fragment: &str| format!("{fragment}/mine");
    let settings = |settings| move |storage: &mut Storage| storage.settings = settings;
    let dark = Settings {
        theme: Theme::Dark,
        ..Settings::default()
    };
    let still = Settings {
        number_keys: false,
        tap_goes_on: true,
        still: true,
        ..Settings::default()
    };

    let mut all = vec![
        at(Landing, "landing page"),
        at(Quiz, "item"),
        at(Quiz, "missing answer").then(Deed::Continue),
        at(Quiz, "answers refused by the browser").storage(|storage| storage.refuses = true),
        at(Quiz, "unreadable answers").storage(|storage| storage.unreadable = Some("rubbish")),
        at(Quiz, "answers to an earlier edition")
            .storage(|storage| storage.unreadable = Some(OF_EDITION_1)),
        at(Result, "no result"),
        at(Try, "chart to be coded"),
        at(Handouts, "what to hand out"),
        at(Group, "group, empty"),
        at(Try, "charts refused by the browser").storage(|storage| storage.refuses = true),
    ];
    for (error, fragment) in bad_links() {
        all.push(at(Result, &format!("bad link, {error:?}")).link(fragment));
    }
    for level in LEVELS {
        all.push(at(Result, &format!("shared {level:?}")).link(told(&finished(), level)));
    }
    all.extend([
        at(Result, "shared, with charts").link(with_charts(&levels(1, 5))),
        at(Result, "shared, with charts of a newer version").link(OF_NEWER_CHARTS),
        at(Result, "two links, with charts")
            .link(format!("{}/{OF_NEWER_CHARTS}", with_charts(&levels(1, 5)))),
        at(Result, "shared, with one deal-breaker")
            .link(told(&quizzes::with_one_deal_breaker(), Disclosure::Answers)),
        at(Result, "shared, and withheld").link(told(&careless(), Disclosure::Answers)),
        at(Result, "shared, beside a link that is none")
            .link(&everything)
            .then(Deed::Paste("hello")),
        at(Result, "how somebody sees a person").link(&seen),
        at(Result, "two links").link(format!("{everything}/{other}")),
        at(Result, "two links, one with the verdict alone").link(format!("{verdict}/{other}")),
        at(Someone, "item about somebody"),
        at(Someone, "answers about somebody").someone(observed_checking()),
        at(Someone, "link to send back").someone(observed()),
        at(Landing, "landing page, quiz begun").own(answered(4)),
        at(Landing, "landing page, quiz finished").own(finished()),
        at(Landing, "landing page, dark")
            .own(answered(4))
            .storage(settings(dark)),
        at(Quiz, "item, still and without keys")
            .own(answered(4))
            .storage(settings(still)),
        at(Quiz, "item, come again").own(answered(4)),
        at(Quiz, "item with its answer")
            .own(answered(4))
            .then(Deed::Choose(2)),
        at(Quiz, "item, after another tab")
            .own(answered(4))
            .then(Deed::OtherTab(answered(6))),
        at(Quiz, "item, asked before all is erased")
            .own(answered(4))
            .then(Deed::StartAgain),
        at(Quiz, "item, after all was erased")
            .own(answered(4))
            .then(Deed::StartAgain)
            .then(Deed::Erase),
        at(Quiz, "last item").own(answered(20)),
        at(Quiz, "condition").own(answered(22)),
        at(Quiz, "starting point").own(answered(27)),
        at(Quiz, "check page").own(checking()),
        at(Quiz, "check page with a gap").own(checking_early(20)),
        at(Quiz, "sharpening").own(sharpening()),
        at(Quiz, "task offer").own(task_offered()),
        at(Quiz, "pair with a clock").own(judged(TaskForm::Timed, 0)),
        at(Quiz, "pair without a clock").own(judged(TaskForm::Untimed, 0)),
        at(Quiz, "chart with a clock").own(at_chart(TaskForm::Timed)),
        at(Quiz, "chart without a clock").own(at_chart(TaskForm::Untimed)),
        at(Group, "group").storage(|storage| storage.group = Some(group())),
        at(Group, "group of all kinds")
            .storage(|storage| storage.group = Some(group_of_all_kinds())),
        at(Result, "own result")
            .own(finished())
            .storage(|storage| storage.ticks = vec!["network", "count-ads"]),
        at(Result, "own result, after a chart")
            .own(levels(1, 5))
            .storage(|storage| storage.charts = Some(desks::after_one())),
        at(Result, "own result, strong").own(levels(5, 5)),
        at(Result, "own result, partial to strong").own(levels(3, 4)),
        at(Result, "own result, partial").own(quizzes::partial()),
        at(Result, "own result, low to partial").own(levels(2, 4)),
        at(Result, "own result, too uncertain").own(quizzes::uncertain()),
        at(Result, "own result, patients wanted").own(quizzes::wants_patients()),
        at(Result, "own result, low").own(levels(1, 1)),
        at(Result, "own result, too little").own(unsure()),
        at(Result, "own result, sharpened").own(sharpened()),
        at(Result, "own result, two deal-breakers").own(with_two_deal_breakers()),
        at(Result, "own result, one deal-breaker").own(quizzes::with_one_deal_breaker()),
        at(Result, "own result, sharpened and on the edge").own(quizzes::on_the_edge()),
        at(Result, "own result, withheld").own(careless()),
        at(Result, "own result, beside a link that is none")
            .own(finished())
            .then(Deed::Paste("hello")),
    ]);
    for level in LEVELS {
        let example = at(Result, &format!("own result, sharing {level:?}")).own(finished());
        all.push(example.then(Deed::Share(level)));
    }
    all.push(
        at(Result, "own result, sharing all of it after a chart")
            .own(finished())
            .storage(|storage| storage.charts = Some(desks::after_one()))
            .then(Deed::Share(Disclosure::AnswersAndStart)),
    );
    for (name, charts) in desks::every() {
        all.push(at(Try, name).storage(|storage| storage.charts = Some(charts)));
    }
    all.extend([
        at(Result, "shared, with a result of one's own")
            .own(finished())
            .link(&other),
        at(Result, "shared, with a quiz begun")
            .own(answered(4))
            .link(&other),
        at(
            Result,
            "own result with two deal-breakers, beside a verdict",
        )
        .own(with_two_deal_breakers())
        .link(mine(&told(&another(), Disclosure::Verdict))),
        at(Result, "own result, held back, beside trait scores")
            .own(quizzes::wants_patients())
            .link(mine(&other)),
        at(Result, "shared, and about to replace one's own")
            .own(finished())
            .link(told(&another(), Disclosure::Answers))
            .then(Deed::GoOnHere),
        at(Result, "own result, in place of another one")
            .own(finished())
            .link(told(&another(), Disclosure::AnswersAndStart))
            .then(Deed::GoOnHere)
            .then(Deed::Replace),
        at(Result, "check page, in place of another result")
            .own(finished())
            .link(told(&another(), Disclosure::Answers))
            .then(Deed::GoOnHere)
            .then(Deed::Replace),
        at(Result, "own result beside another one")
            .own(finished())
            .link(mine(&other)),
        at(Result, "own result beside another one, both with charts")
            .own(finished())
            .storage(|storage| storage.charts = Some(desks::after_one()))
            .link(mine(&with_charts(&another()))),
        at(Result, "own result beside a verdict")
            .own(finished())
            .link(mine(&told(&another(), Disclosure::Verdict))),
        at(Result, "how one is seen").own(finished()).link(&seen),
    ]);
    all
}

/// The example with this name.
pub fn named(name: &str) -> Example {
    let found = all().into_iter().find(|example| example.name == name);
    found.unwrap_or_else(|| panic!("no example {name:?}"))
}
