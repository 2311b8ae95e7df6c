//! QR codes, read by an independent decoder.

use serde_json::Value;

use crate::driver::Outcome;
use crate::made::{self, LEVELS};
use crate::reader::Reader;
use crate::world::journey;

/// The sides of a module in pixels.
const SCALE: usize = 4;

/// The dark modules of a QR code that is drawn as rectangles of one row each.
pub struct Modules {
    side: usize,
    /// Left end, row and length.
    runs: Vec<[usize; 3]>,
}

impl Modules {
    /// The code that the selector selects, with its quiet zone.
    pub async fn of(reader: &Reader, selector: &str) -> Outcome<Self> {
        let code = Value::from(selector);
        let view = reader
            .text(&format!(
                "document.querySelector({code}).getAttribute('viewBox')"
            ))
            .await?;
        let path = reader
            .text(&format!(
                "document.querySelector({code}).querySelector('path').getAttribute('d')"
            ))
            .await?;
        let side = view.rsplit(' ').next().unwrap_or_default().parse()?;
        assert_eq!(view, format!("0 0 {side} {side}"));
        let mut runs = Vec::new();
        for shape in path.split_terminator('z') {
            let numbers: Result<Vec<usize>, _> = shape
                .split(|each: char| !each.is_ascii_digit())
                .filter(|each| !each.is_empty())
                .map(str::parse)
                .collect();
            let [x, y, run, height, back] = numbers?[..] else {
                return Err(format!("no run of modules: {shape}").into());
            };
            assert_eq!(shape, format!("M{x} {y}h{run}v1h-{run}"));
            assert_eq!((height, back), (1, run));
            runs.push([x, y, run]);
        }
        Ok(Self { side, runs })
    }

    fn is_dark(&self, x: usize, y: usize) -> bool {
        let covers = |[left, row, run]: &[usize; 3]| *row == y && (*left..left + run).contains(&x);
        self.runs.iter().any(covers)
    }

    /// What the code says.
    pub fn read(&self) -> Outcome<String> {
        let size = self.side * SCALE;
        let mut picture = rqrr::PreparedImage::prepare_from_greyscale(size, size, |x, y| {
            if self.is_dark(x / SCALE, y / SCALE) {
                0
            } else {
                255
            }
        });
        let codes = picture.detect_grids();
        let [code] = &codes[..] else {
            return Err(format!("{} QR codes", codes.len()).into());
        };
        Ok(code.decode()?.1)
    }

    /// Four modules at every edge are light.
    pub fn has_quiet_zone(&self) -> bool {
        let inside = 4..self.side - 4;
        self.runs
            .iter()
            .all(|&[x, y, run]| x >= inside.start && x + run <= inside.end && inside.contains(&y))
    }
}

#[test]
fn the_code_is_the_link() {
    journey(async |world| {
        let reader = world.reader().await?;
        for (name, session) in [
            ("quick", made::finished()),
            ("sharpened", made::sharpened()),
        ] {
            reader.has(&session).await?;
            reader.open("/result/").await?;
            reader.sees_view("own").await?;
            for disclosure in LEVELS {
                world.step(format!("{name}, {disclosure:?}"));
                let link = reader.shares(disclosure).await?;
                let code = Modules::of(&reader, ".share .qr").await?;
                assert_eq!(code.read()?, link);
                assert!(code.has_quiet_zone());
                world.step(format!("{name}, {disclosure:?}, on paper"));
                let printed = Modules::of(&reader, ".paper-only .qr").await?;
                assert_eq!(printed.read()?, link);
                assert_eq!(reader.texts("#paper-link").await?, [link]);
            }
        }
        Ok(())
    });
}
