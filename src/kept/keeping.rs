/// Whether answers are being kept on the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// The device has not been asked yet.
    Unknown,
    /// Each answer is kept.
    Kept,
    /// The device keeps nothing, for example in a private window.
    Refused,
    /// Something was kept that cannot be read, and it was left alone.
    Unreadable,
    /// Answers to an earlier edition's questions were kept, and were left alone.
    Older,
}

impl Keeping {
    /// What to say of two quizzes: what is worse of either. Nothing can be done about what
    /// is refused, so it comes before what was set aside.
    #[must_use]
    pub fn or_worse(self, other: Self) -> Self {
        let order = [Self::Refused, Self::Unreadable, Self::Older, Self::Kept];
        let worst = order.into_iter().find(|each| [self, other].contains(each));
        worst.unwrap_or(Self::Unknown)
    }
}
