//! Ids as types. An id is a position in the content that it was resolved
//! against, so looking one up cannot fail; only `content` makes them.
//!
//! In the JSON files an id is a name, which is looked up in [`Names`] while the
//! files are read. Packed, it is its position. Serde asks a format whether humans
//! read it, and postcard answers no with a constant, so the compiler leaves the
//! names and the looking up out of the browser's program.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::{Index, IndexMut};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

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
    ($(#[$doc:meta])* $name:ident $(, $kind:literal)?) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u8);

        impl $name {
            pub(super) const fn new(position: u8) -> Self {
                Self(position)
            }

            /// The position in the content's list, from 0.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }

        $(
            impl $name {
                /// What [`Names`] calls such ids.
                pub(super) const KIND: &str = $kind;
            }

            impl Serialize for $name {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.serialize_u8(self.0)
                }
            }

            impl<'de> Deserialize<'de> for $name {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    let position = if deserializer.is_human_readable() {
                        Names::position($kind, &String::deserialize(deserializer)?)
                    } else {
                        u8::deserialize(deserializer)
                    };
                    position.map(Self::new)
                }
            }
        )?
    };
}

position_id! {
    /// An item of the quiz. Positions are part of the share link's format:
    /// a file that reorders its items needs a new edition. No file refers to
    /// one, so it is neither read nor packed.
    ItemId
}
position_id! {
    /// One of the working conditions that are never averaged into the fit.
    ConditionId, "condition"
}
position_id! {
    /// A question about the starting point, which is never scored.
    StartId, "starting-point question"
}
position_id! {
    /// A fact with its source.
    FactId, "fact"
}
position_id! {
    /// A role beside the inpatient coder's.
    RoleId, "role"
}

position_id! {
    /// A way into the work, of those that plans are made along.
    WayId, "way"
}

/// An option of a starting-point question. In the files it has the names of
/// both, as in `hours/few`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct StartOptionId {
    /// The question that offers it.
    pub question: StartId,
    /// The option's position, from 0.
    pub option: u8,
}

impl StartOptionId {
    /// What [`Names`] calls the options of one question.
    pub(super) fn kind(question: &str) -> String {
        format!("option of {question}")
    }
}

impl<'de> Deserialize<'de> for StartOptionId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (question, option) = if deserializer.is_human_readable() {
            let name = String::deserialize(deserializer)?;
            let (question, option) = name.split_once('/').unwrap_or((&name, ""));
            let id = Names::position(StartId::KIND, question)?;
            (StartId(id), Names::position(&Self::kind(question), option)?)
        } else {
            Deserialize::deserialize(deserializer)?
        };
        Ok(Self { question, option })
    }
}

/// The names that ids have in the JSON files, by the kind of id. The table belongs
/// to the thread, because serde cannot hand anything to the ids that need it. It
/// exists from [`Names::none_yet`] until that value is dropped.
pub(super) struct Names(());

thread_local! {
    static NAMES: RefCell<BTreeMap<String, Vec<String>>> = const { RefCell::new(BTreeMap::new()) };
}

impl Names {
    pub(super) const fn none_yet() -> Self {
        Self(())
    }

    /// Takes in a whole list: the first name is that of position 0.
    pub(super) fn add<'a>(&self, kind: &str, names: impl Iterator<Item = &'a String>) {
        let names = names.cloned().collect();
        NAMES.with_borrow_mut(|all| all.insert(kind.to_owned(), names));
    }

    fn position<E: de::Error>(kind: &str, name: &str) -> Result<u8, E> {
        NAMES.with_borrow(|all| {
            let known = all.get(kind).map(Vec::as_slice).unwrap_or_default();
            let position = known.iter().position(|each| each == name);
            let position = position.and_then(|position| u8::try_from(position).ok());
            position.ok_or_else(|| {
                let known = known.join(", ");
                E::custom(format!("unknown {kind} {name:?}; known are {known}"))
            })
        })
    }
}

impl Drop for Names {
    fn drop(&mut self) {
        NAMES.take();
    }
}
