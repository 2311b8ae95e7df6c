//! What the device keeps, with several tabs, a storage that refuses, and other versions.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use career_fit::builtin::{self, quiz};
use career_fit::charts::{self, Desk, DeskAction, LineAt, Summary};
use career_fit::kept::{
    DeskKeeper, GroupKeeper, Keeper, Keeping, Key, News, Refused, Store, charts_done, merged_words,
};
use career_fit::session::{self, Action, Question, Session, Subject};
use career_fit::settings::{Settings, Theme};
use proptest::prelude::*;

use crate::examples::quizzes::{answered, finished, observed};
use crate::examples::rubbish::rubbish;

/// A storage that several tabs share.
#[derive(Clone, Debug, Default)]
struct Shared(Rc<RefCell<Inside>>);

#[derive(Debug, Default)]
struct Inside {
    texts: BTreeMap<String, String>,
    /// It can't be asked at all.
    is_shut: bool,
    /// It holds no more characters than this.
    room: Option<usize>,
}

const FOLDER: &str = "/";

impl Shared {
    fn with(entries: &[(Key, &str)]) -> Self {
        let shared = Self::default();
        for (key, text) in entries {
            shared.set(*key, text).expect("room");
        }
        shared
    }

    fn text(&self, key: Key) -> String {
        let texts = &self.0.borrow().texts;
        texts.get(&key.name(FOLDER)).cloned().unwrap_or_default()
    }

    fn quiz(&self) -> Option<Session> {
        session::restore(quiz(), &self.text(OWN)).ok()
    }
}

impl Store for Shared {
    fn get(&self, key: Key) -> Result<Option<String>, Refused> {
        let inside = self.0.borrow();
        match inside.is_shut {
            true => Err(Refused),
            false => Ok(inside.texts.get(&key.name(FOLDER)).cloned()),
        }
    }

    fn set(&self, key: Key, text: &str) -> Result<(), Refused> {
        let mut inside = self.0.borrow_mut();
        let others = inside
            .texts
            .iter()
            .filter(|(name, _)| **name != key.name(FOLDER));
        let taken: usize = others.map(|(_, text)| text.len()).sum();
        if inside.is_shut || inside.room.is_some_and(|room| taken + text.len() > room) {
            return Err(Refused);
        }
        inside.texts.insert(key.name(FOLDER), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: Key) -> Result<(), Refused> {
        let mut inside = self.0.borrow_mut();
        inside.texts.remove(&key.name(FOLDER));
        if inside.is_shut { Err(Refused) } else { Ok(()) }
    }
}

const OWN: Key = Key::Quiz(Subject::Me);

/// A page in a tab, with what `ui::effects` do between the quiz and the storage.
struct Tab {
    keeper: Keeper<Shared>,
    own: Session,
    someone: Session,
    ticks: Vec<String>,
    settings: Settings,
    keeping: Keeping,
}

impl Tab {
    fn open(store: &Shared) -> Self {
        Self::with_note(store, None)
    }

    /// `noted` is the quiz in the open entry of the tab's history.
    fn with_note(store: &Shared, noted: Option<Session>) -> Self {
        let (keeper, found) = Keeper::open(quiz(), store.clone(), noted);
        let mut tab = Self {
            keeper,
            own: found.own.unwrap_or_else(|| Session::new(quiz())),
            someone: found
                .someone
                .unwrap_or_else(|| Session::about(quiz(), Subject::Someone)),
            ticks: found.ticks,
            settings: found.settings,
            keeping: found.keeping,
        };
        tab.keep();
        tab
    }

    fn keep(&mut self) {
        // What comes of keeping is kept again. It ends, as nothing is merged twice.
        for _ in 0..3 {
            let (news, kept) = self.keeper.keep(quiz(), [&self.own, &self.someone]);
            let wishes = self.keeper.keep_wishes(&self.ticks, self.settings);
            self.keeping = match kept {
                Err(Refused) => Keeping::Refused,
                Ok(()) if self.keeping == Keeping::Refused => Keeping::Kept,
                Ok(()) => self.keeping,
            };
            if !self.hears([news, wishes].concat()) {
                return;
            }
        }
        panic!("two tabs never come to rest");
    }

    fn hears(&mut self, news: Vec<News>) -> bool {
        let any = !news.is_empty();
        for each in news {
            match each {
                News::Quiz { seen, theirs } => {
                    let mine = match seen.subject {
                        Subject::Me => &mut self.own,
                        Subject::Someone => &mut self.someone,
                    };
                    *mine = Session::merged(quiz(), &seen, mine.clone(), theirs);
                }
                News::Ticks { seen, theirs } => {
                    self.ticks = merged_words(&seen, &self.ticks, &theirs);
                }
                News::Settings { seen, theirs } => {
                    self.settings = Settings::merged(seen, self.settings, theirs);
                }
            }
        }
        any
    }

    fn looks(&mut self) {
        let news = self.keeper.look(quiz());
        if self.hears(news) {
            self.keep();
        }
    }

    fn does(&mut self, action: Action) {
        if let Some(next) = self.own.step(quiz(), action) {
            self.own = next;
        }
        self.keep();
    }

    fn chooses(&mut self, question: usize, option: usize) {
        let question = questions()[question];
        self.does(Action::Choose(question, option));
    }

    fn ticks(&mut self, id: &str) {
        match self.ticks.iter().position(|tick| tick == id) {
            Some(place) => drop(self.ticks.remove(place)),
            None => self.ticks.push(id.to_owned()),
        }
        self.keep();
    }

    /// The quiz as the history would hold it: only where the device doesn't.
    fn note(&self) -> Option<Session> {
        (self.keeping == Keeping::Refused).then(|| self.own.clone())
    }
}

/// What everybody is asked. What depends on another answer goes with that answer, which is a rule of
/// the quiz and not of what the device keeps.
fn questions() -> Vec<Question> {
    let mut questions = Question::every(quiz());
    questions.retain(|question| match question {
        Question::Start(id) => quiz().start_question(*id).asked_of.is_empty(),
        Question::Item(_) | Question::Condition(_) => true,
    });
    questions
}

/// Something that a person does, or a browser.
#[derive(Clone, Debug)]
enum Deed {
    /// In this tab, this option of this question is chosen.
    Choose(usize, usize, usize),
    /// In this tab, an action of the plan is ticked, or the tick taken back.
    Tick(usize, usize),
    /// In this tab, all is erased.
    Restart(usize),
    /// This tab hears of what others did. Until it does, it may be in the browser's memory.
    Hear(usize),
    /// This tab is closed and opened again.
    Reopen(usize),
    /// The browser's data are cleared.
    Clear,
}

const TABS: usize = 3;
const TICKS: [&str; 3] = ["research", "costs", "join"];

fn deed() -> impl Strategy<Value = Deed> {
    let questions = questions().len();
    let tab = 0..TABS;
    prop_oneof![
        12 => (tab.clone(), 0..questions, 0..4usize).prop_map(|(tab, question, option)|
            Deed::Choose(tab, question, option)),
        3 => (tab.clone(), 0..TICKS.len()).prop_map(|(tab, tick)| Deed::Tick(tab, tick)),
        1 => tab.clone().prop_map(Deed::Restart),
        6 => tab.clone().prop_map(Deed::Hear),
        2 => tab.prop_map(Deed::Reopen),
        1 => Just(Deed::Clear),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is done in which order in three tabs that hear of each other late: the answers
    /// are those that were given last, after all was last erased, and every tab comes to show them.
    #[test]
    fn nothing_given_last_is_lost_and_nothing_erased_comes_back(
        deeds in proptest::collection::vec(deed(), 1..120),
    ) {
        let store = Shared::default();
        let mut tabs: Vec<Tab> = (0..TABS).map(|_| Tab::open(&store)).collect();
        let questions = questions();
        // What the person said last, over all tabs.
        let mut last = Session::new(quiz());
        let mut ticked: BTreeMap<&str, bool> = BTreeMap::new();
        for deed in deeds {
            match deed {
                Deed::Choose(tab, question, option) => {
                    let shown = questions[question].chosen(quiz(), &tabs[tab].own.answers);
                    // Browsers say nothing of a choice that was there before.
                    if shown != Some(option) {
                        tabs[tab].chooses(question, option);
                        let choose = Action::Choose(questions[question], option);
                        last = last.step(quiz(), choose).unwrap_or(last);
                    }
                }
                Deed::Tick(tab, tick) => {
                    let id = TICKS[tick];
                    ticked.insert(id, !tabs[tab].ticks.iter().any(|tick| tick == id));
                    tabs[tab].ticks(id);
                }
                Deed::Restart(tab) => {
                    // A quiz that shows nothing has nothing to erase.
                    tabs[tab].looks();
                    tabs[tab].ticks.clear();
                    tabs[tab].does(Action::Restart);
                    last = Session::new(quiz());
                    ticked.clear();
                }
                Deed::Hear(tab) => tabs[tab].looks(),
                Deed::Reopen(tab) => {
                    let note = tabs[tab].note();
                    prop_assert_eq!(&note, &None, "the device keeps everything");
                    tabs[tab] = Tab::with_note(&store, note);
                }
                Deed::Clear => {
                    store.0.borrow_mut().texts.clear();
                    last = Session::new(quiz());
                    ticked.clear();
                }
            }
        }
        for tab in &mut tabs {
            tab.looks();
        }
        for tab in &mut tabs {
            tab.looks();
            prop_assert_eq!(&tab.own.answers, &last.answers);
            for id in TICKS {
                let is_ticked = tab.ticks.iter().any(|tick| tick == id);
                prop_assert_eq!(is_ticked, ticked.get(id).copied().unwrap_or(false), "{}", id);
            }
        }
        let kept = store.quiz().unwrap_or_else(|| Session::new(quiz()));
        prop_assert_eq!(kept.answers, last.answers);
    }

    /// A storage that fills up and is emptied again: a tab that is loaded anew has what was
    /// answered there last.
    #[test]
    fn a_full_device_loses_nothing_of_an_open_tab(
        deeds in proptest::collection::vec((0..questions().len(), 0..4usize, 0..4usize), 1..60),
    ) {
        let store = Shared::default();
        let mut tab = Tab::open(&store);
        for (question, option, room) in deeds {
            // What is there already stays there, however little room there is for more.
            let taken = store.text(OWN).len();
            store.0.borrow_mut().room = [Some(taken), Some(taken + 1), Some(30), None][room];
            tab.chooses(question, option);
            let before = tab.own.clone();
            tab = Tab::with_note(&store, tab.note());
            prop_assert_eq!(&tab.own.answers, &before.answers);
        }
    }
}

#[test]
fn what_is_found() {
    let kept = session::save(quiz(), &finished());
    let newer = "s=".to_owned() + &"C".repeat(20);
    let aside = Key::Unreadable(Subject::Me);
    for (name, entries, own, keeping) in [
        ("nothing", vec![], None, Keeping::Kept),
        (
            "a quiz",
            vec![(OWN, &*kept)],
            Some(finished()),
            Keeping::Kept,
        ),
        ("rubbish", vec![(OWN, "rubbish")], None, Keeping::Unreadable),
        (
            "a newer quiz",
            vec![(OWN, &newer)],
            None,
            Keeping::Unreadable,
        ),
        (
            "one that an older version set aside",
            vec![(aside, &*kept)],
            Some(finished()),
            Keeping::Kept,
        ),
    ] {
        let store = Shared::with(&entries);
        let (_, found) = Keeper::open(quiz(), store.clone(), None);
        assert_eq!((found.own.clone(), found.keeping), (own, keeping), "{name}");
        let readable = store.text(OWN) == kept;
        assert_eq!(readable, found.own.is_some(), "{name}: in its place");
    }
}

/// Found by review: an unreadable quiz about somebody else was set aside in silence, and lost
/// where there was no room for that.
#[test]
fn what_cannot_be_read_is_told_of_either_quiz_and_never_lost() {
    for subject in [Subject::Me, Subject::Someone] {
        let (place, aside) = (Key::Quiz(subject), Key::Unreadable(subject));
        for room in [None, Some(10)] {
            let store = Shared::with(&[(place, "rubbish")]);
            store.0.borrow_mut().room = room;
            let mut tab = Tab::open(&store);
            let told = room.map_or(Keeping::Unreadable, |_| Keeping::Refused);
            assert_eq!(tab.keeping, told, "{subject:?}, {room:?}");
            tab.chooses(0, 1);
            tab.someone = observed();
            tab.keep();
            let kept = [store.text(place), store.text(aside)];
            assert!(kept.contains(&"rubbish".to_owned()), "{kept:?}");
        }
    }
}

/// Found by review: an open page of an older version wrote over the answers of a newer one.
#[test]
fn what_a_newer_version_writes_meanwhile_is_set_aside() {
    let store = Shared::with(&[(OWN, &session::save(quiz(), &answered(3)))]);
    let mut old = Tab::open(&store);
    store.set(OWN, "of a newer version").expect("room");
    old.looks();
    assert_eq!(
        old.own.answers,
        answered(3).answers,
        "what is on the screen stays"
    );
    old.chooses(5, 1);
    let aside = store.text(Key::Unreadable(Subject::Me));
    assert_eq!(aside, "of a newer version");
    assert_eq!(store.quiz().map(|kept| kept.answers), Some(old.own.answers));
}

/// Found by review: entries of the history brought erased answers back.
#[test]
fn a_note_counts_only_where_the_device_keeps_nothing() {
    let noted = || Some(finished());
    let shut = Shared::default();
    shut.0.borrow_mut().is_shut = true;
    let full = Shared::default();
    full.0.borrow_mut().room = Some(0);
    let kept = Shared::with(&[(OWN, &session::save(quiz(), &answered(2)))]);
    for (name, store, own) in [
        ("erased", Shared::default(), None),
        ("shut", shut, noted()),
        ("full", full, noted()),
        ("another one is kept", kept, Some(answered(2))),
    ] {
        let (_, found) = Keeper::open(quiz(), store, noted());
        assert_eq!(found.own, own, "{name}");
    }
}

/// Found by review: a tick in one tab and a theme in another undid each other.
#[test]
fn wishes_of_two_tabs_stand_beside_each_other() {
    let store = Shared::default();
    let [mut one, mut other] = [Tab::open(&store), Tab::open(&store)];
    one.ticks("costs");
    other.settings.theme = Theme::Dark;
    other.keep();
    other.ticks("join");
    one.settings.still = true;
    one.keep();
    for tab in [&mut one, &mut other] {
        tab.looks();
        let mut ticks = tab.ticks.clone();
        ticks.sort();
        assert_eq!(ticks, ["costs", "join"]);
        assert_eq!(
            (tab.settings.theme, tab.settings.still),
            (Theme::Dark, true)
        );
    }
}

/// Found by a journey: the page jumped to the first question under an answer that was being given.
#[test]
fn whoever_answers_stays_at_the_question_while_others_erase() {
    let store = Shared::with(&[(OWN, &session::save(quiz(), &answered(7)))]);
    let [mut here, mut there] = [Tab::open(&store), Tab::open(&store)];
    there.does(Action::Restart);
    let stage = here.own.stage;
    here.chooses(7, 1);
    assert_eq!(here.own.stage, stage);
    let given = Question::every(quiz())
        .iter()
        .filter(|question| question.chosen(quiz(), &here.own.answers).is_some())
        .count();
    assert_eq!(given, 1, "the others stay erased");
}

/// Whatever stands under whichever key: the quiz begins or goes on, the next answer is kept, and what
/// was there in place of a quiz is set aside as it was.
#[test]
fn rubbish_under_any_key_harms_nothing() {
    assert_eq!(rubbish().len(), 30);
    for key in Key::ALL {
        for text in rubbish() {
            let store = Shared::with(&[(key, &text)]);
            let mut tab = Tab::open(&store);
            let goes_on = key == Key::Quiz(Subject::Someone)
                && session::restore(quiz(), &text)
                    .is_ok_and(|kept| kept.subject == Subject::Someone);
            if let Key::Quiz(subject) = key
                && !goes_on
            {
                assert_eq!(store.text(Key::Unreadable(subject)), text);
                assert_eq!(tab.keeping, Keeping::Unreadable);
            }
            tab.chooses(3, 2);
            let again = Tab::open(&store);
            assert_eq!(again.own.answers, tab.own.answers, "{key:?}, {text:?}");
        }
    }
}

/// Two tabs with charts, one of which finds them damaged.
#[test]
fn charts_are_kept_and_never_lost() {
    let charts = builtin::charts();
    let mark = |desk: &Desk, line| {
        let action = DeskAction::Work(charts::Action::Mark(LineAt(line)));
        desk.step(charts, action).expect("a mark")
    };
    let store = Shared::with(&[]);
    let (mut here, found) = DeskKeeper::open(charts, store.clone());
    assert_eq!((found.keeping, &*found.lost), (Keeping::Kept, &[][..]));
    assert_eq!(here.keep(charts, &found.desk), Ok(None));
    assert_eq!(store.text(Key::Charts), "", "nothing is kept of nothing");
    let one = mark(&found.desk, 3);
    assert_eq!(here.keep(charts, &one), Ok(None));

    // Another tab goes on with another chart.
    let (mut there, found) = DeskKeeper::open(charts, store.clone());
    assert_eq!(found.desk, one);
    let other = found
        .desk
        .step(charts, DeskAction::Open(2))
        .expect("a chart");
    let other = mark(&other, 5);
    assert_eq!(there.keep(charts, &other), Ok(None));
    let news = here.look(charts).expect("news");
    assert_eq!((&news.seen, &news.theirs), (&one, &other));
    let both = Desk::merged(&news.seen, mark(&one, 4), news.theirs);
    assert_eq!(here.keep(charts, &both), Ok(None));
    assert_eq!(both.works[2], other.works[2]);
    assert_eq!(charts_done(&store), Ok(Summary::default()));

    // What cannot be read is set aside, and what can be read goes on.
    let text = store.text(Key::Charts);
    let broken = text.replacen("c=B", "c=C", 1);
    let store = Shared::with(&[(Key::Charts, &broken)]);
    let (mut keeper, found) = DeskKeeper::open(charts, store.clone());
    assert_eq!((found.keeping, found.lost.len()), (Keeping::Unreadable, 1));
    assert_eq!(found.desk.works[2], both.works[2]);
    assert_eq!(keeper.keep(charts, &mark(&found.desk, 1)), Ok(None));
    assert_eq!(store.text(Key::UnreadableCharts), broken);
    keeper.forget_unreadable();
    assert_eq!(store.text(Key::UnreadableCharts), "");

    // Where there is no room to set it aside, it is not written over either.
    let store = Shared::with(&[(Key::Charts, &broken)]);
    store.0.borrow_mut().room = Some(0);
    let (mut keeper, found) = DeskKeeper::open(charts, store.clone());
    assert_eq!(found.keeping, Keeping::Refused);
    assert_eq!(keeper.keep(charts, &mark(&found.desk, 1)), Err(Refused));
    assert_eq!(store.text(Key::Charts), broken);
}

/// Two copies of the site on one host.
#[test]
fn names_are_those_of_one_folder() {
    for key in Key::ALL {
        let [one, other] = ["/", "/fit/"].map(|folder| key.name(folder));
        assert_ne!(one, other);
        let same = Key::ALL.into_iter().filter(|each| each.name("/") == one);
        assert_eq!(same.count(), 1, "{one}");
    }
}

fn lines(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

/// What two tabs do with a group: what either adds is there, what either takes out is not, and what
/// is erased comes back from neither.
#[test]
fn a_group_is_kept_as_lines() {
    let store = Shared::default();
    let (mut here, found) = GroupKeeper::open(store.clone());
    assert_eq!((found, store.text(Key::Group)), (vec![], String::new()));
    assert_eq!(here.keep(&lines("a b c")), Ok(lines("a b c")));
    let (mut there, found) = GroupKeeper::open(store.clone());
    assert_eq!(found, lines("a b c"));
    assert_eq!(there.keep(&lines("a c d")), Ok(lines("a c d")));
    assert_eq!(here.keep(&lines("a b c e")), Ok(lines("a c e d")));
    assert_eq!(store.text(Key::Group), "a\nc\ne\nd");
    here.forget().expect("a storage");
    assert_eq!(store.text(Key::Group), "");
    assert_eq!(
        there.keep(&lines("a c d f")),
        Ok(lines("f")),
        "what was erased stays erased"
    );
    store.0.borrow_mut().is_shut = true;
    assert_eq!(here.keep(&lines("x")), Err(Refused));
    assert_eq!(GroupKeeper::open(store).1, lines(""));
}
