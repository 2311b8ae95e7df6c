//! What the reader has set about the pages themselves. It is kept on the device
//! as a short text, and is part of no link.

#![warn(missing_docs)]

use crate::merge::merged;

/// Light or dark pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light, whatever the system has.
    Light,
    /// Dark, whatever the system has.
    Dark,
}

impl Theme {
    /// All three, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// Its name in the kept text and in the document.
    pub const fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Everything that can be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Whether pages are light or dark.
    pub theme: Theme,
    /// Number keys pick an option (WCAG 2.1.4 wants a switch).
    pub number_keys: bool,
    /// Picking an answer by touch or mouse goes on by itself. Off at first:
    /// nobody expects it of a radio button (WCAG 3.2.2).
    pub tap_goes_on: bool,
    /// Nothing moves, whatever the system says.
    pub still: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            number_keys: true,
            tap_goes_on: false,
            still: false,
        }
    }
}

impl Settings {
    /// As it is kept: the words for what differs from the usual, empty where
    /// nothing does. `assets/boot.js` reads it too, before anything is drawn.
    pub fn to_text(self) -> String {
        let Self {
            theme,
            number_keys,
            tap_goes_on,
            still,
        } = self;
        let words = [
            (theme != Theme::System, theme.name()),
            (!number_keys, "no-keys"),
            (tap_goes_on, "tap"),
            (still, "still"),
        ];
        let words = words.into_iter().filter(|(differs, _)| *differs);
        words.map(|(_, word)| word).collect::<Vec<_>>().join(" ")
    }

    /// Reads what was kept. A word that this version does not know is passed
    /// over: settings are nobody's answers.
    pub fn from_text(text: &str) -> Self {
        let has = |word: &str| text.split(' ').any(|each| each == word);
        let theme = Theme::ALL.into_iter().rev().find(|theme| has(theme.name()));
        Self {
            theme: theme.unwrap_or_default(),
            number_keys: !has("no-keys"),
            tap_goes_on: has("tap"),
            still: has("still"),
        }
    }

    /// What becomes of settings that were changed here and elsewhere since they were last
    /// `seen`.
    #[must_use]
    pub fn merged(seen: Self, mine: Self, theirs: Self) -> Self {
        Self {
            theme: merged(&seen.theme, mine.theme, theirs.theme),
            number_keys: merged(&seen.number_keys, mine.number_keys, theirs.number_keys),
            tap_goes_on: merged(&seen.tap_goes_on, mine.tap_goes_on, theirs.tap_goes_on),
            still: merged(&seen.still, mine.still, theirs.still),
        }
    }
}
