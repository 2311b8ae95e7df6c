//! One value out of two that were changed apart from each other.

#![warn(missing_docs)]

/// What becomes of a value that this tab and another one have: as this tab has it, if it
/// has changed it since both had `seen` the same, and else as the other one has it.
pub fn merged<T: PartialEq>(seen: &T, mine: T, theirs: T) -> T {
    if mine == *seen { theirs } else { mine }
}
