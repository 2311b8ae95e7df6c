//! The program of the pages that show results. It can ask too.

fn main() {
    career_fit::ui::start::<career_fit::ui::programs::Whole>();
}
