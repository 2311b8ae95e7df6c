//! Ids as types. An id is a position in the content that it was resolved
//! against, so looking one up cannot fail; only `content` makes them.

use std::ops::{Index, IndexMut};

use serde::{Deserialize, Serialize};

/// One of the seven traits of the guide's "who should consider this career".
///
/// The set is fixed, unlike the items: the instrument measures these seven.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TraitId {
    /// Accuracy and attention to detail.
    T1,
    /// Problem-solving in complex documents.
    T2,
    /// Interest in healthcare operations and medical language.
    T3,
    /// Structured, consistent work.
    T4,
    /// Advancing into management or auditing.
    T5,
    /// Stability and job security.
    T6,
    /// Behind the scenes: records rather than bedside.
    T7,
}

impl TraitId {
    /// All seven, in the guide's order.
    pub const ALL: [Self; 7] = [
        Self::T1,
        Self::T2,
        Self::T3,
        Self::T4,
        Self::T5,
        Self::T6,
        Self::T7,
    ];

    /// `"T1"` to `"T7"`, as the content and the researchers' door write it.
    pub const fn code(self) -> &'static str {
        ["T1", "T2", "T3", "T4", "T5", "T6", "T7"][self as usize]
    }
}

/// One value for each of the seven traits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PerTrait<T>([T; 7]);

impl<T> PerTrait<T> {
    /// Makes the value of each trait in turn.
    pub fn from_fn(mut make: impl FnMut(TraitId) -> T) -> Self {
        Self(TraitId::ALL.map(&mut make))
    }

    /// The traits with their values, in the guide's order.
    pub fn iter(&self) -> impl Iterator<Item = (TraitId, &T)> + Clone {
        TraitId::ALL.into_iter().zip(&self.0)
    }
}

impl<T> Index<TraitId> for PerTrait<T> {
    type Output = T;
    fn index(&self, id: TraitId) -> &T {
        &self.0[id as usize]
    }
}

impl<T> IndexMut<TraitId> for PerTrait<T> {
    fn index_mut(&mut self, id: TraitId) -> &mut T {
        &mut self.0[id as usize]
    }
}

macro_rules! position_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(u8);

        impl $name {
            pub(super) const fn new(index: u8) -> Self {
                Self(index)
            }

            /// The position in the content's list, from 0.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

position_id! {
    /// An item of the quiz. Positions are part of the share link's format:
    /// a file that reorders its items needs a new edition.
    ItemId
}
position_id! {
    /// One of the working conditions that are never averaged into the fit.
    ConditionId
}
position_id! {
    /// A question about the starting point, which is never scored.
    StartId
}
position_id! {
    /// A fact with its source.
    FactId
}
