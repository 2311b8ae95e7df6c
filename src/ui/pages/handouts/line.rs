/// A line of an adviser's own, as a sheet has room for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnLine<'a> {
    /// What is printed, without spaces around it; empty where nothing was typed.
    pub printed: &'a str,
    /// How many characters at its end are not printed.
    pub left_out: usize,
}

impl<'a> OwnLine<'a> {
    /// How many characters a sheet has room for: with the widest of them, it is still one sheet.
    pub const MOST: usize = 120;

    /// What is printed of a text that was typed. Where it is too long it ends with a whole word, if
    /// there is one in its second half.
    pub fn of(typed: &'a str) -> Self {
        let typed = typed.trim();
        let Some((end, _)) = typed.char_indices().nth(Self::MOST) else {
            return Self {
                printed: typed,
                left_out: 0,
            };
        };
        let (fits, over) = typed.split_at(end);
        let printed = match fits.rsplit_once(char::is_whitespace) {
            Some((words, _))
                if !over.starts_with(char::is_whitespace) && 2 * words.len() >= end =>
            {
                words
            }
            _ => fits,
        };
        let printed = printed.trim_end();
        Self {
            printed,
            left_out: typed.chars().count() - printed.chars().count(),
        }
    }
}
