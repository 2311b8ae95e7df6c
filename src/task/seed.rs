//! Numbers that look random and are the same on every device.

/// `SplitMix64` (Steele, Lea and Flood 2014).
///
/// Written here because its output must never change: the task is the same for
/// everyone, for good, and crates reserve the right to change theirs.
pub struct SplitMix(u64);

impl SplitMix {
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`. The bias is below 2⁻⁵⁰ for the small bounds here.
    pub fn below(&mut self, bound: usize) -> usize {
        // The remainder is below `bound`, which is a `usize`.
        (self.next() % bound.max(1) as u64) as usize
    }

    /// One of these; `fallback` where there is none.
    pub fn pick<T: Copy>(&mut self, from: &[T], fallback: T) -> T {
        from.get(self.below(from.len()))
            .copied()
            .unwrap_or(fallback)
    }

    /// Puts a list into another order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.below(last + 1));
        }
    }
}
