use crate::code::CodeError;
use crate::content::Quiz;
use crate::merge::merged;
use crate::session::{self, Session, Subject};
use crate::settings::Settings;

use super::keeping::Keeping;
use super::key::Key;
use super::store::{Refused, Store};

/// Stands in the place of a quiz for which the storage had no room. The quiz is then in
/// the history of a tab, and an older one must not be taken for it.
const ELSEWHERE: &str = "-";

/// A tab's hold on what the device keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keeper<S> {
    store: S,
    // What was last read or written under each key; empty where nothing is there.
    own: String,
    someone: String,
    ticks: String,
    sent: String,
    settings: String,
}

/// What the device keeps when a page is loaded.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The reader's own quiz.
    pub own: Option<Session>,
    /// The quiz about somebody else.
    pub someone: Option<Session>,
    /// Whether answers are being kept, of both.
    pub keeping: Keeping,
    /// The plan's actions that were ticked off.
    pub ticks: Vec<String>,
    /// The fragment of somebody's result; empty where none is to be compared.
    pub sent: String,
    /// What was set about the pages.
    pub settings: Settings,
}

/// What others have changed: what it was when this tab last looked, and what it is now. This
/// tab may have changed it too, so it has to be merged.
#[derive(Clone, Debug, PartialEq)]
#[allow(
    clippy::large_enum_variant,
    reason = "there is at most one of each kind, for a moment"
)]
pub enum News {
    /// A quiz.
    Quiz {
        /// As it was.
        seen: Session,
        /// As it is now.
        theirs: Session,
    },
    /// The plan's actions that are ticked off.
    Ticks {
        /// As they were.
        seen: Vec<String>,
        /// As they are now.
        theirs: Vec<String>,
    },
    /// What is set about the pages.
    Settings {
        /// As it was.
        seen: Settings,
        /// As it is now.
        theirs: Settings,
    },
}

impl<S: Store> Keeper<S> {
    /// Reads what the device keeps. `noted` is the quiz in the history of this tab. It is
    /// used only where the device can't keep it, else it may long be erased.
    pub fn open(quiz: &Quiz, store: S, noted: Option<Session>) -> (Self, Found) {
        let mut keeper = Self {
            store,
            own: String::new(),
            someone: String::new(),
            ticks: String::new(),
            sent: String::new(),
            settings: String::new(),
        };
        let noted = |subject| {
            noted
                .clone()
                .filter(|noted: &Session| noted.subject == subject)
        };
        let (own, kept_own) = keeper.find(quiz, Subject::Me, noted(Subject::Me));
        let (someone, kept_someone) = keeper.find(quiz, Subject::Someone, noted(Subject::Someone));
        keeper.ticks = keeper.text(Key::Ticks).unwrap_or_default();
        keeper.sent = keeper.text(Key::Sent).unwrap_or_default();
        keeper.settings = keeper.text(Key::Settings).unwrap_or_default();
        let found = Found {
            own,
            someone,
            keeping: kept_own.or_worse(kept_someone),
            ticks: words(&keeper.ticks),
            sent: keeper.sent.clone(),
            settings: Settings::from_text(&keeper.settings),
        };
        (keeper, found)
    }

    fn find(
        &mut self,
        quiz: &Quiz,
        subject: Subject,
        noted: Option<Session>,
    ) -> (Option<Session>, Keeping) {
        let Ok(text) = self.text(Key::Quiz(subject)) else {
            return (noted, Keeping::Refused);
        };
        if text == ELSEWHERE {
            *self.seen(subject) = text;
            return (noted, Keeping::Kept);
        }
        if text.is_empty() {
            let session = self.take_back(quiz, subject);
            return match noted {
                None => (session, Keeping::Kept),
                // Whoever can write now could write then, so the quiz was erased since.
                Some(_) if self.can_write(subject) => (session, Keeping::Kept),
                noted => (session.or(noted), Keeping::Refused),
            };
        }
        match read(quiz, subject, &text) {
            Ok(session) => {
                *self.seen(subject) = text;
                (Some(session), Keeping::Kept)
            }
            Err(error) => match self.set_aside(subject, &text) {
                Ok(()) => {
                    *self.seen(subject) = text;
                    let keeping = match error {
                        CodeError::Older => Keeping::Older,
                        _ => Keeping::Unreadable,
                    };
                    (None, keeping)
                }
                Err(Refused) => (None, Keeping::Refused),
            },
        }
    }

    /// Keeps both quizzes. Gives what has become of those that others have changed too, and
    /// whether all could be kept.
    pub fn keep(
        &mut self,
        quiz: &Quiz,
        sessions: [&Session; 2],
    ) -> (Vec<News>, Result<(), Refused>) {
        let mut news = Vec::new();
        let mut kept = Ok(());
        for mine in sessions {
            match self.keep_one(quiz, mine) {
                Ok(merged) => {
                    let other = merged.filter(|merged| merged != mine);
                    news.extend(other.map(|theirs| News::Quiz {
                        seen: mine.clone(),
                        theirs,
                    }));
                }
                Err(refused) => kept = Err(refused),
            }
        }
        (news, kept)
    }

    fn keep_one(&mut self, quiz: &Quiz, mine: &Session) -> Result<Option<Session>, Refused> {
        let subject = mine.subject;
        let now = self.text(Key::Quiz(subject))?;
        let merged = if now == *self.seen(subject) {
            None
        } else if let Ok(theirs) = read(quiz, subject, &now) {
            let seen = self.last_seen(quiz, subject);
            Some(Session::merged(quiz, &seen, mine.clone(), theirs))
        } else {
            self.set_aside(subject, &now)?;
            None
        };
        let text = write(quiz, merged.as_ref().unwrap_or(mine));
        if text != now
            && let Err(refused) = self.put(Key::Quiz(subject), &text)
        {
            // Neither an older quiz nor an empty place must be taken for this one. Where there is
            // no room for that either, the place is empty, and whoever opens it sees the same.
            if self.put(Key::Quiz(subject), ELSEWHERE).is_ok() {
                *self.seen(subject) = ELSEWHERE.to_owned();
            }
            return Err(refused);
        }
        *self.seen(subject) = text;
        Ok(merged)
    }

    /// Keeps what was ticked and what was set. Gives what has become of that where others
    /// have changed it too. Where nothing can be kept, the quiz says so.
    pub fn keep_wishes(&mut self, ticks: &[String], settings: Settings) -> Vec<News> {
        let mut news = Vec::new();
        if let Ok(now) = self.text(Key::Ticks) {
            let merged = merged_words(&words(&self.ticks), ticks, &words(&now));
            if self.put_if_other(Key::Ticks, &now, &merged.join(" ")) {
                self.ticks = merged.join(" ");
            }
            news.extend((merged != ticks).then(|| News::Ticks {
                seen: ticks.to_vec(),
                theirs: merged,
            }));
        }
        if let Ok(now) = self.text(Key::Settings) {
            let seen = Settings::from_text(&self.settings);
            let merged = Settings::merged(seen, settings, Settings::from_text(&now));
            if self.put_if_other(Key::Settings, &now, &merged.to_text()) {
                self.settings = merged.to_text();
            }
            news.extend((merged != settings).then_some(News::Settings {
                seen: settings,
                theirs: merged,
            }));
        }
        news
    }

    /// Keeps the fragment of somebody's result until it was compared, and erases it where `sent` is
    /// empty. What another tab keeps meanwhile is left alone, unless this one has news.
    pub fn keep_sent(&mut self, sent: &str) {
        if sent != self.sent && self.put(Key::Sent, sent).is_ok() {
            sent.clone_into(&mut self.sent);
        }
    }

    /// Looks what others have changed.
    pub fn look(&mut self, quiz: &Quiz) -> Vec<News> {
        let mut news = Vec::new();
        for subject in [Subject::Me, Subject::Someone] {
            let Ok(now) = self.text(Key::Quiz(subject)) else {
                continue;
            };
            if now == *self.seen(subject) {
                continue;
            }
            // What cannot be read is set aside when this tab writes.
            if let Ok(theirs) = read(quiz, subject, &now) {
                let seen = self.last_seen(quiz, subject);
                *self.seen(subject) = now;
                news.push(News::Quiz { seen, theirs });
            }
        }
        if let Ok(now) = self.text(Key::Ticks)
            && now != self.ticks
        {
            let seen = words(&std::mem::replace(&mut self.ticks, now));
            let theirs = words(&self.ticks);
            news.push(News::Ticks { seen, theirs });
        }
        if let Ok(now) = self.text(Key::Settings)
            && now != self.settings
        {
            let seen = Settings::from_text(&std::mem::replace(&mut self.settings, now));
            let theirs = Settings::from_text(&self.settings);
            news.push(News::Settings { seen, theirs });
        }
        news
    }

    /// Deletes what was set aside of a quiz that the reader has erased.
    pub fn forget_unreadable(&self, subject: Subject) {
        // Where nothing can be written, nothing was set aside.
        let _ = self.store.remove(Key::Unreadable(subject));
    }

    /// A quiz that an earlier version set aside, because it could not read it, and that
    /// this version can read. It goes back to its own place.
    fn take_back(&mut self, quiz: &Quiz, subject: Subject) -> Option<Session> {
        let text = self.text(Key::Unreadable(subject)).ok()?;
        let session = read(quiz, subject, &text).ok();
        let session = session.filter(|session| !session.is_untouched(quiz))?;
        if self.put(Key::Quiz(subject), &text).is_ok() {
            *self.seen(subject) = text;
            self.forget_unreadable(subject);
        }
        Some(session)
    }

    fn set_aside(&self, subject: Subject, text: &str) -> Result<(), Refused> {
        if text == ELSEWHERE {
            return Ok(());
        }
        self.store.set(Key::Unreadable(subject), text)
    }

    fn can_write(&self, subject: Subject) -> bool {
        let key = Key::Quiz(subject);
        self.store.set(key, ELSEWHERE).is_ok() && self.store.remove(key).is_ok()
    }

    /// The quiz as this tab last read or wrote it.
    fn last_seen(&mut self, quiz: &Quiz, subject: Subject) -> Session {
        let seen = read(quiz, subject, self.seen(subject));
        seen.unwrap_or_else(|_| Session::about(quiz, subject))
    }

    const fn seen(&mut self, subject: Subject) -> &mut String {
        match subject {
            Subject::Me => &mut self.own,
            Subject::Someone => &mut self.someone,
        }
    }

    fn text(&self, key: Key) -> Result<String, Refused> {
        self.store.get(key).map(Option::unwrap_or_default)
    }

    /// Keeps a text; what is empty is not kept at all.
    fn put(&self, key: Key, text: &str) -> Result<(), Refused> {
        if text.is_empty() {
            self.store.remove(key)
        } else {
            self.store.set(key, text)
        }
    }

    /// Whether the text is there now.
    fn put_if_other(&self, key: Key, now: &str, text: &str) -> bool {
        now == text || self.put(key, text).is_ok()
    }
}

/// What a kept text says, which is [`NotOurs`](CodeError::NotOurs) where it is a quiz about
/// another subject.
fn read(quiz: &Quiz, subject: Subject, text: &str) -> Result<Session, CodeError> {
    if text.is_empty() {
        return Ok(Session::about(quiz, subject));
    }
    let session = session::restore(quiz, text)?;
    if session.subject == subject {
        Ok(session)
    } else {
        Err(CodeError::NotOurs)
    }
}

/// A quiz as it is kept: empty where nothing was answered.
fn write(quiz: &Quiz, session: &Session) -> String {
    if session.is_untouched(quiz) {
        String::new()
    } else {
        session::save(quiz, session)
    }
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

/// The words of both, in their order, without those that either has taken away since `seen`.
pub fn merged_words(seen: &[String], mine: &[String], theirs: &[String]) -> Vec<String> {
    let new = theirs.iter().filter(|word| !mine.contains(word));
    let all = mine.iter().chain(new);
    let stays = |word: &&String| {
        let [seen, mine, theirs] = [seen, mine, theirs].map(|words| words.contains(word));
        merged(&seen, mine, theirs)
    };
    all.filter(stays).cloned().collect()
}
