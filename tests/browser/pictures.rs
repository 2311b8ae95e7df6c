//! The picture for messengers, taken apart pixel by pixel.

use std::collections::HashSet;
use std::io::Cursor;
use std::ops::Range;

use career_fit::share::Disclosure;

use crate::driver::Outcome;
use crate::made;
use crate::reader::Reader;
use crate::world::journey;

/// What is drawn in the right half where trait scores are shown: the rows of
/// traits lie there. A verdict alone leaves this part empty.
const BESIDE_THE_NUMBER: [Range<usize>; 2] = [690..1130, 340..405];
/// The words of the verdict.
const WORDS: [Range<usize>; 2] = [70..630, 115..280];
/// The number.
const NUMBER: [Range<usize>; 2] = [70..230, 350..445];

struct Picture {
    width: usize,
    height: usize,
    /// Red, green and blue.
    pixels: Vec<[u8; 3]>,
}

impl Picture {
    fn read(bytes: &[u8]) -> Outcome<Self> {
        let mut decoder = png::Decoder::new(Cursor::new(bytes));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info()?;
        let mut data = vec![0; reader.output_buffer_size().ok_or("too large")?];
        let frame = reader.next_frame(&mut data)?;
        let samples = frame.color_type.samples();
        assert!(samples >= 3, "{:?}", frame.color_type);
        let pixels = data[..frame.buffer_size()]
            .chunks_exact(samples)
            .map(|pixel| [pixel[0], pixel[1], pixel[2]])
            .collect();
        Ok(Self {
            width: frame.width as usize,
            height: frame.height as usize,
            pixels,
        })
    }

    fn colours(&self) -> HashSet<[u8; 3]> {
        self.pixels.iter().copied().collect()
    }

    /// How many pixels of a part are like this.
    fn count(&self, [x, y]: [Range<usize>; 2], is: impl Fn(&[u8; 3]) -> bool) -> usize {
        y.map(|row| {
            let line = &self.pixels[row * self.width..][x.clone()];
            line.iter().filter(|pixel| is(pixel)).count()
        })
        .sum()
    }
}

/// Dark enough for letters.
fn is_dark(pixel: &[u8; 3]) -> bool {
    pixel.iter().all(|part| *part < 90)
}

fn is_white(pixel: &[u8; 3]) -> bool {
    *pixel == [255; 3]
}

async fn picture(reader: &Reader, disclosure: Disclosure) -> Outcome<Picture> {
    reader.shares(disclosure).await?;
    let file = reader.takes_file("Save a picture").await?;
    assert_eq!((&*file.name, &*file.kind), ("coder-fit.png", "image/png"));
    Picture::read(&file.bytes)
}

#[test]
fn it_shows_what_the_link_holds() {
    journey(async |world| {
        let reader = world.reader().await?;
        reader.has(&made::finished()).await?;
        reader.open("/result/").await?;
        reader.sees_view("own").await?;
        let verdict = picture(&reader, Disclosure::Verdict).await?;
        let traits = picture(&reader, Disclosure::Traits).await?;
        for (name, picture) in [("verdict", &verdict), ("traits", &traits)] {
            world.step(name);
            assert_eq!((picture.width, picture.height), (1200, 630));
            assert!(picture.colours().len() > 8);
            // Letters cover some of their place, and not nearly all of it.
            for part in [WORDS, NUMBER] {
                let [x, y] = part.clone();
                let place = x.len() * y.len();
                let dark = picture.count(part, |pixel| !is_white(pixel));
                assert!((place / 50..place / 2).contains(&dark), "{dark} of {place}");
            }
            assert!(picture.count(WORDS, is_dark) > 1000);
        }
        world.step("the traits stand in the right half, and only where they are told");
        assert_eq!(
            verdict.count(BESIDE_THE_NUMBER, |pixel| !is_white(pixel)),
            0
        );
        let marks = traits.count(BESIDE_THE_NUMBER, |pixel| !is_white(pixel));
        assert!(marks > 2000, "{marks}");
        Ok(())
    });
}
