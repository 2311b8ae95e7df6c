//! The program in the browser.

fn main() {
    career_fit::ui::start();
}
