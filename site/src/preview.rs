//! Pictures for messengers, which show one beside a link to the site.
//!
//! There are three, made when the site is built, and the same for everyone: what is in a
//! link is never drawn, because a messenger would ask a server for it. They are made only
//! where the site's address is known, as messengers want whole addresses.

mod canvas;

use anyhow::Result;
use career_fit::builtin::{guide, quiz};
use career_fit::ui::record_in_parts;
use career_fit::ui::static_pages::StaticPage;
use career_fit::visit::Page;

use crate::say::preview as say;
use canvas::{Canvas, Font};

/// Width of each picture in pixels: what messengers show without cutting.
pub const WIDTH: u32 = 1200;
/// Height of each picture in pixels.
pub const HEIGHT: u32 = 630;

/// The folder of the pictures, below the site's root.
pub const FOLDER: &str = "previews/";

const MARGIN: f32 = 70.0;
/// Where text and drawings end on the right.
const RIGHT: f32 = WIDTH as f32 - MARGIN;

const PAPER: u32 = 0xf3_f6_f3;
const SHEET: u32 = 0xff_ff_ff;
const LINE: u32 = 0xcf_d9_d1;
const INK: u32 = 0x17_21_1c;
const SOFT: u32 = 0x4a_57_4f;
const ACCENT: u32 = 0x0b_6b_50;
const WASH: u32 = 0xdc_ef_e6;
/// The bands of the scale, from low to strong.
const BANDS: [u32; 3] = [0xdf_e6_e1, 0xc6_d6_cc, 0xa5_c4_b3];

/// One of the pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preview {
    /// What the quiz is about, for its pages.
    Landing,
    /// That somebody has a result. It shows an empty scale, and nobody's number.
    Result,
    /// What there is to be read.
    Guide,
}

impl Preview {
    /// Every picture.
    pub const ALL: [Self; 3] = [Self::Landing, Self::Result, Self::Guide];

    /// The picture of one of the app's pages.
    pub const fn of_app_page(page: Page) -> Self {
        match page {
            Page::Landing
            | Page::Quiz
            | Page::Someone
            | Page::Try
            | Page::Group
            | Page::Handouts => Self::Landing,
            Page::Result => Self::Result,
        }
    }

    /// The picture of a page to be read.
    pub const fn of_static_page(_: StaticPage) -> Self {
        Self::Guide
    }

    /// The file's path below the site's root.
    pub fn path(self) -> String {
        let name = match self {
            Self::Landing => "landing",
            Self::Result => "result",
            Self::Guide => "guide",
        };
        format!("{FOLDER}{name}.png")
    }

    /// What is to be seen, for those who do not see it.
    pub fn alt(self) -> &'static str {
        match self {
            Self::Landing => say::record_alt(),
            Self::Result => say::result_alt(),
            Self::Guide => say::guide_alt(),
        }
    }

    /// The picture as a PNG file. It is the same on every machine.
    ///
    /// # Errors
    ///
    /// Where the fonts cannot be read, or the file cannot be made.
    pub fn png(self) -> Result<Vec<u8>> {
        let mut canvas = Canvas::new(WIDTH, HEIGHT, PAPER)?;
        match self {
            Self::Landing => landing(&mut canvas),
            Self::Result => result(&mut canvas),
            Self::Guide => contents(&mut canvas),
        }
        canvas.png()
    }
}

fn landing(canvas: &mut Canvas) {
    head(canvas, say::landing(), say::landing_below());
    let (top, row) = (300.0, 86.0);
    let lines = record_in_parts();
    sheet(canvas, top, row * lines.len() as f32);
    for (index, line) in lines.iter().enumerate() {
        let y = top + row * index as f32;
        if index > 0 {
            canvas.rect([MARGIN, y, RIGHT - MARGIN, 2.0], 0.0, LINE);
        }
        let baseline = y + 54.0;
        let mut x = MARGIN + 30.0;
        for (words, counts) in &line.words.0 {
            let width = canvas.width(27.0, Font::Text, words);
            if *counts {
                canvas.rect([x - 3.0, y + 24.0, width + 6.0, 42.0], 6.0, WASH);
                canvas.rect([x, y + 62.0, width, 3.0], 0.0, ACCENT);
            }
            let color = if *counts { INK } else { SOFT };
            x = canvas.text([x, baseline], 27.0, Font::Text, color, words);
        }
        let x = RIGHT - 150.0;
        canvas.arrow([x - 30.0, y + 43.0], ACCENT);
        canvas.text([x, baseline + 2.0], 32.0, Font::Code, ACCENT, line.code);
    }
}

fn result(canvas: &mut Canvas) {
    head(canvas, say::result(), say::result_below());
    let (top, row) = (292.0, 40.0);
    let traits = quiz().traits.iter();
    sheet(canvas, top, 20.0 + row * traits.clone().count() as f32);
    for (index, (_, each)) in traits.enumerate() {
        let y = top + 14.0 + row * index as f32;
        canvas.text([MARGIN + 30.0, y + 27.0], 23.0, Font::Text, INK, &each.name);
        // The cuts between the bands, on a scale of 100 that is 380 wide.
        let cuts = &quiz().scoring.bands;
        let at = |score: f64| RIGHT - 410.0 + 3.8 * score as f32;
        let ends = [0.0, cuts.partial, cuts.strong, 100.0];
        for (ends, color) in ends.windows(2).zip(BANDS) {
            if let [from, to] = ends {
                canvas.rect([at(*from), y + 12.0, at(*to) - at(*from), 14.0], 0.0, color);
            }
        }
    }
}

fn contents(canvas: &mut Canvas) {
    head(canvas, say::guide(), say::guide_below());
    let (mut x, mut y) = (MARGIN, 296.0);
    let names = guide().pages.iter().skip(1).map(|page| &*page.short);
    for name in names {
        let width = canvas.width(26.0, Font::Text, name) + 48.0;
        if x + width > RIGHT {
            (x, y) = (MARGIN, y + 74.0);
        }
        canvas.rect([x, y, width, 60.0], 30.0, WASH);
        canvas.text([x + 24.0, y + 39.0], 26.0, Font::Text, INK, name);
        x += width + 18.0;
    }
}

/// The site's name, a title of up to two lines, and a line below it.
fn head(canvas: &mut Canvas, title: &str, below: &str) {
    canvas.rect([0.0, 0.0, WIDTH as f32, 12.0], 0.0, ACCENT);
    // The logo: a point with its range.
    canvas.rect([MARGIN, 52.0, 44.0, 44.0], 10.0, ACCENT);
    canvas.rect([MARGIN + 7.0, 72.6, 30.0, 2.8], 0.0, SHEET);
    canvas.rect([MARGIN + 5.6, 67.0, 2.8, 14.0], 0.0, SHEET);
    canvas.rect([MARGIN + 35.6, 67.0, 2.8, 14.0], 0.0, SHEET);
    canvas.rect([MARGIN + 18.0, 67.0, 14.0, 14.0], 7.0, SHEET);
    canvas.text([MARGIN + 60.0, 84.0], 28.0, Font::Title, INK, say::site());
    let size = canvas.fitting(RIGHT - MARGIN, 56.0, Font::Title, title);
    canvas.text([MARGIN, 186.0], size, Font::Title, INK, title);
    let size = canvas.fitting(RIGHT - MARGIN, 30.0, Font::Text, below);
    canvas.text([MARGIN, 242.0], size, Font::Text, SOFT, below);
}

fn sheet(canvas: &mut Canvas, top: f32, height: f32) {
    let place = [MARGIN - 2.0, top - 2.0, RIGHT - MARGIN + 4.0, height + 4.0];
    canvas.rect(place, 14.0, LINE);
    let place = [MARGIN, top, RIGHT - MARGIN, height];
    canvas.rect(place, 12.0, SHEET);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sizes of a PNG file stand at a fixed place in its head.
    #[test]
    fn pictures_are_as_large_as_messengers_want_them_and_always_the_same() {
        for preview in Preview::ALL {
            let png = preview.png().expect("a picture");
            assert_eq!(png[..8], *b"\x89PNG\r\n\x1a\n", "{preview:?}");
            let size = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("4 bytes"));
            assert_eq!([size(16), size(20)], [WIDTH, HEIGHT], "{preview:?}");
            // WhatsApp leaves out what is larger.
            assert!(png.len() < 300_000, "{preview:?}: {} bytes", png.len());
            assert_eq!(png, preview.png().expect("a picture"), "{preview:?}");
        }
    }

    /// Nothing is drawn outside of the margins, whatever the words are.
    #[test]
    fn nothing_is_cut_off() {
        for preview in Preview::ALL {
            let mut canvas = Canvas::new(WIDTH, HEIGHT, PAPER).expect("a canvas");
            match preview {
                Preview::Landing => landing(&mut canvas),
                Preview::Result => result(&mut canvas),
                Preview::Guide => contents(&mut canvas),
            }
            for y in 12..HEIGHT {
                for x in (0..40).chain(WIDTH - 40..WIDTH) {
                    assert!(canvas.is(x, y, PAPER), "{preview:?}: {x}, {y}");
                }
            }
            for x in 0..WIDTH {
                for y in HEIGHT - 20..HEIGHT {
                    assert!(canvas.is(x, y, PAPER), "{preview:?}: {x}, {y}");
                }
            }
        }
    }
}
