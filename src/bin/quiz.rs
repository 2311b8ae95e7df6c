//! The program of the pages that ask.

fn main() {
    career_fit::ui::start::<career_fit::ui::programs::Asking>();
}
