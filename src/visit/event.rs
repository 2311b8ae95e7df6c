//! What can happen to a visit, and what the reader is told of it.

use super::device::Device;
use super::page::Page;
use crate::kept::{Keeping, News};
use crate::session::{Action, Question, Session};
use crate::settings::Settings;
use crate::share::{CodeError, Fragment, Link};

/// What the reader is told beside what they came for. There is one at a time, as a
/// newer one makes the older one void.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// The quiz was found on the device and goes on where it stopped.
    Resumed,
    /// This was erased or replaced, and can be brought back.
    Erased(Erased),
    /// The device has answers already, which the result on the screen would replace.
    WouldReplace,
    /// The reader's own answers would be erased, as they are to start again.
    WouldErase,
    /// The quiz went on in another tab.
    OtherTab,
    /// What was pasted to compare with is no result.
    BadPaste(CodeError),
}

/// What was erased.
#[derive(Clone, Debug, PartialEq)]
pub struct Erased {
    /// The quiz as it was.
    pub session: Session,
    /// What was ticked off in its plan.
    pub ticks: Vec<String>,
}

/// What the device and the address say when the page is loaded.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival {
    /// The quiz that the device or the browser's history kept.
    pub own: Option<Session>,
    /// The quiz about somebody else, likewise.
    pub someone: Option<Session>,
    /// What the device keeps besides, and can do.
    pub device: Device,
    /// The fragment; `None` where there is none.
    pub link: Fragment,
}

/// Something that happens to a visit.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The reader acts on the quiz on the screen; on their own where there is
    /// none.
    Quiz(Action),
    /// The reader acts so shortly after a page was turned that it may be the second
    /// tap of a double tap, meant for the page before.
    Hasty(Action),
    /// The quiz goes on by itself, a moment after this question was answered by a tap.
    /// Where the reader has left the question meanwhile, nothing happens.
    GoOnFrom(Question),
    /// The reader wants back what was erased.
    BringBack,
    /// The result on the screen is the reader's own, and they want to go on with it on this
    /// device. Where that has answers, they are asked first.
    GoOnHere,
    /// They were asked, and let the answers of this device be replaced.
    Replace,
    /// They were asked, and let their own answers be erased.
    Erase,
    /// They were asked, and leave the answers of this device alone.
    LeaveAlone,
    /// A time was measured. The reader did nothing, so what is on the screen stays.
    Spent(Action),
    /// The reader goes to a page.
    Open(Page),
    /// The reader put another fragment into the address bar.
    Fragment(Fragment),
    /// The browser's history leads to a result.
    Link(Fragment),
    /// The reader pasted something to compare with what is on the screen.
    Paste(Result<Link, CodeError>),
    /// The reader wants the result on the screen beside their own.
    CompareWithOwn,
    /// The reader wants the result by whose link they came beside their own.
    CompareWithSent,
    /// The reader does not want that.
    ForgetSent,
    /// The reader goes to a part of the page and opens it, which is no matter of the visit.
    Look(&'static str),
    /// The reader ticks an action of the plan, or takes the tick back.
    Tick(String),
    /// Something was changed or erased in another tab. What was changed here since stays.
    OtherTab(News),
    /// Keeping an answer worked or failed.
    Keep(Keeping),
    /// The reader sets something about the pages.
    Set(Settings),
}
