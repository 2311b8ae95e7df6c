use crate::session::Subject;

/// Under which name something is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The quiz about this subject.
    Quiz(Subject),
    /// Such a quiz that this version could not read, set aside.
    Unreadable(Subject),
    /// Ids of the plan's actions that were ticked off, with spaces between.
    Ticks,
    /// The fragment of somebody's result, to be compared with the reader's own once there is one.
    Sent,
    /// What the reader has set about the pages.
    Settings,
    /// The work on charts to be coded.
    Charts,
    /// Such work that this version could not read, set aside.
    UnreadableCharts,
    /// The links and names of a group, a line for each.
    Group,
}

impl Key {
    /// Every key.
    pub const ALL: [Self; 10] = [
        Self::Quiz(Subject::Me),
        Self::Quiz(Subject::Someone),
        Self::Unreadable(Subject::Me),
        Self::Unreadable(Subject::Someone),
        Self::Ticks,
        Self::Sent,
        Self::Settings,
        Self::Charts,
        Self::UnreadableCharts,
        Self::Group,
    ];

    /// The name in the storage of a site in this folder, as in `/` or `/fit/`. All sites of
    /// a host share one storage, so the folder keeps two copies of this one apart. It keeps
    /// nobody out: whoever else has pages on the host can read and write everything.
    /// `assets/boot.js` makes the same names.
    pub fn name(self, folder: &str) -> String {
        let own = match self {
            Self::Quiz(Subject::Me) => "quiz",
            Self::Quiz(Subject::Someone) => "someone",
            Self::Unreadable(Subject::Me) => "unreadable",
            Self::Unreadable(Subject::Someone) => "unreadable-someone",
            Self::Ticks => "ticks",
            Self::Sent => "sent",
            Self::Settings => "settings",
            Self::Charts => "charts",
            Self::UnreadableCharts => "unreadable-charts",
            Self::Group => "group",
        };
        ["coder-fit:", folder, own].concat()
    }
}
