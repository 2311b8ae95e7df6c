//! What the device keeps and can do, and the site of others in whose frame it shows a page.

use crate::charts::Summary;
use crate::kept::Keeping;
use crate::plan::calendar::Day;
use crate::settings::Settings;
use crate::share::Shared;

/// What the device keeps and can do.
#[derive(Clone, Debug, PartialEq)]
pub struct Device {
    /// Whether answers are being kept.
    pub keeping: Keeping,
    /// What the reader has set about the pages.
    pub settings: Settings,
    /// Ids of the plan's actions that were ticked off.
    pub ticks: Vec<String>,
    /// Somebody's result, by whose link the reader came to their own quiz. It is kept until the
    /// two were compared, or the reader does not want that.
    pub sent: Option<Shared>,
    /// How the charts went that were coded here. It stands beside a result and is never part of
    /// the fit: nobody has studied what it says.
    pub charts: Summary,
    /// Whether the browser has a share sheet.
    pub share_sheet: bool,
    /// The site's root as a whole address; empty before the browser was asked.
    pub site: String,
    /// The site of others in whose frame the page stands, where this build lets it do so.
    pub host: Option<Host>,
    /// The day on which the page was loaded; `None` before the browser was asked.
    pub today: Option<Day>,
}

impl Device {
    /// A device that has not been asked yet, as while a page is written.
    pub fn unknown() -> Self {
        Self {
            keeping: Keeping::Unknown,
            settings: Settings::default(),
            ticks: Vec::new(),
            sent: None,
            charts: Summary::default(),
            share_sheet: false,
            site: String::new(),
            host: None,
            today: None,
        }
    }
}

/// A site of others that shows the quiz in a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Host {
    /// Its origin, as in `https://example.org`.
    pub origin: String,
    /// What follows the path in the frame's address, which is nothing personal: it says how the site
    /// wants to show the quiz, and goes along from page to page.
    pub query: String,
}

impl Host {
    /// Whether the site does something with results that are sent to it.
    pub fn takes_results(&self) -> bool {
        self.query != "?embed=quiet"
    }

    /// The site's name for readers, as in `example.org`.
    pub fn name(&self) -> &str {
        let secure = self.origin.strip_prefix("https://");
        secure.unwrap_or(&self.origin)
    }
}
