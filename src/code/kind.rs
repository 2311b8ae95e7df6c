//! What a code is for.

/// What a code is for. It enters the seal, so one kind never passes as another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `r`: a link with answers, and with how charts went where its maker wanted so.
    Result,
    /// `t`: a link with what the trait scores are computed from.
    Traits,
    /// `v`: a link with a verdict.
    Verdict,
    /// `o`: a link with what somebody answered about a person they know.
    Observed,
    /// `s`: a quiz in progress, kept on the device.
    Saved,
    /// `a`: a quiz about somebody else in progress, kept on the device.
    SavedAbout,
    /// `c`: work on a chart to be coded, kept on the device.
    Chart,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Result,
        Self::Traits,
        Self::Verdict,
        Self::Observed,
        Self::Saved,
        Self::SavedAbout,
        Self::Chart,
    ];

    /// The letter and the `=` before the symbols.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Result => "r=",
            Self::Traits => "t=",
            Self::Verdict => "v=",
            Self::Observed => "o=",
            Self::Saved => "s=",
            Self::SavedAbout => "a=",
            Self::Chart => "c=",
        }
    }

    /// The kind that a text says it is; `None` where it says none.
    pub fn of(text: &str) -> Option<Self> {
        let mut kinds = Self::ALL.into_iter();
        kinds.find(|kind| text.starts_with(kind.prefix()))
    }
}
