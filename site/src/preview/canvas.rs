//! A canvas for boxes and lines of text. The fonts are part of the program, so a picture
//! does not depend on what a machine has installed.

use anyhow::{Context as _, Result};
use tiny_skia::{Color, FillRule, Paint, Path, PathBuilder, Pixmap, Rect, Transform};
use ttf_parser::{Face, GlyphId, OutlineBuilder};

/// How letters look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Font {
    Title,
    Text,
    /// One width for each character, as codes are written.
    Code,
}

pub struct Canvas {
    pixels: Pixmap,
    title: Face<'static>,
    text: Face<'static>,
    code: Face<'static>,
}

impl Canvas {
    /// An empty canvas. Colors are given as `0xrrggbb`.
    pub fn new(width: u32, height: u32, color: u32) -> Result<Self> {
        let face = |font| Face::parse(font, 0).context("a font cannot be read");
        let mut pixels = Pixmap::new(width, height).context("the picture has no size")?;
        pixels.fill(as_color(color));
        Ok(Self {
            pixels,
            title: face(dejavu::sans_condensed::bold())?,
            text: face(dejavu::sans_condensed::regular())?,
            code: face(dejavu::sans_mono::bold())?,
        })
    }

    /// A box by its left, its top, its width and its height, with round corners.
    pub fn rect(&mut self, [left, top, width, height]: [f32; 4], radius: f32, color: u32) {
        let Some(place) = Rect::from_xywh(left, top, width, height) else {
            return;
        };
        let path = if radius > 0.0 {
            rounded(place, radius)
        } else {
            Some(PathBuilder::from_rect(place))
        };
        self.fill(path, color);
    }

    /// A small arrow to the right, by the middle of its tail.
    pub fn arrow(&mut self, [x, y]: [f32; 2], color: u32) {
        self.rect([x - 18.0, y - 1.5, 24.0, 3.0], 0.0, color);
        let mut path = PathBuilder::new();
        path.move_to(x + 2.0, y - 8.0);
        path.line_to(x + 12.0, y);
        path.line_to(x + 2.0, y + 8.0);
        path.close();
        self.fill(path.finish(), color);
    }

    /// A line of text from a point on its baseline. Gives where it ends.
    pub fn text(&mut self, [x, y]: [f32; 2], size: f32, font: Font, color: u32, text: &str) -> f32 {
        let face = self.face(font);
        let mut pen = Pen {
            path: PathBuilder::new(),
            scale: size / f32::from(face.units_per_em()),
            x,
            y,
        };
        let mut before = None;
        for letter in text.chars() {
            let glyph = face.glyph_index(letter).unwrap_or_default();
            pen.x += pen.scale * kerning(face, before, glyph);
            face.outline_glyph(glyph, &mut pen);
            pen.x += pen.scale * advance(face, glyph);
            before = Some(glyph);
        }
        let end = pen.x;
        self.fill(pen.path.finish(), color);
        end
    }

    /// How wide a line of text is.
    pub fn width(&self, size: f32, font: Font, text: &str) -> f32 {
        let face = self.face(font);
        let glyphs: Vec<_> = text
            .chars()
            .map(|letter| face.glyph_index(letter).unwrap_or_default())
            .collect();
        let units: f32 = glyphs.iter().map(|glyph| advance(face, *glyph)).sum();
        let pairs = glyphs.windows(2).map(|pair| match *pair {
            [before, glyph] => kerning(face, Some(before), glyph),
            _ => 0.0,
        });
        (units + pairs.sum::<f32>()) * size / f32::from(face.units_per_em())
    }

    /// The size at which a line of text fits into a width; at most `size`.
    pub fn fitting(&self, width: f32, size: f32, font: Font, text: &str) -> f32 {
        size * (width / self.width(size, font, text)).min(1.0)
    }

    /// The picture as a PNG file.
    pub fn png(&self) -> Result<Vec<u8>> {
        Ok(self.pixels.encode_png()?)
    }

    /// Whether a pixel has this color.
    #[cfg(test)]
    pub fn is(&self, x: u32, y: u32, color: u32) -> bool {
        let pixel = self.pixels.pixel(x, y).expect("a pixel");
        Some(pixel.demultiply()) == Some(as_color(color).to_color_u8())
    }

    const fn face(&self, font: Font) -> &Face<'static> {
        match font {
            Font::Title => &self.title,
            Font::Text => &self.text,
            Font::Code => &self.code,
        }
    }

    fn fill(&mut self, path: Option<Path>, color: u32) {
        // A path without any extent, such as that of a space, has nothing to fill.
        let Some(path) = path else { return };
        let mut paint = Paint::default();
        paint.set_color(as_color(color));
        self.pixels.fill_path(
            &path,
            &paint,
            FillRule::Winding,
            Transform::identity(),
            None,
        );
    }
}

fn as_color(color: u32) -> Color {
    let [_, red, green, blue] = color.to_be_bytes();
    Color::from_rgba8(red, green, blue, 255)
}

fn rounded(place: Rect, radius: f32) -> Option<Path> {
    let (left, top, right, bottom) = (place.left(), place.top(), place.right(), place.bottom());
    let radius = radius.min(place.width() / 2.0).min(place.height() / 2.0);
    // How far the handles of a curve lie from a corner, so that it is nearly an arc.
    let near = 0.448 * radius;
    let mut path = PathBuilder::new();
    path.move_to(left + radius, top);
    path.line_to(right - radius, top);
    path.cubic_to(right - near, top, right, top + near, right, top + radius);
    path.line_to(right, bottom - radius);
    path.cubic_to(
        right,
        bottom - near,
        right - near,
        bottom,
        right - radius,
        bottom,
    );
    path.line_to(left + radius, bottom);
    path.cubic_to(
        left + near,
        bottom,
        left,
        bottom - near,
        left,
        bottom - radius,
    );
    path.line_to(left, top + radius);
    path.cubic_to(left, top + near, left + near, top, left + radius, top);
    path.close();
    path.finish()
}

fn advance(face: &Face<'_>, glyph: GlyphId) -> f32 {
    f32::from(face.glyph_hor_advance(glyph).unwrap_or_default())
}

/// How much nearer two letters stand than their widths say.
fn kerning(face: &Face<'_>, before: Option<GlyphId>, glyph: GlyphId) -> f32 {
    let pairs = face
        .tables()
        .kern
        .into_iter()
        .flat_map(|kern| kern.subtables);
    let units = before.and_then(|before| {
        pairs
            .filter(|pairs| pairs.horizontal && !pairs.variable)
            .find_map(|pairs| pairs.glyphs_kerning(before, glyph))
    });
    f32::from(units.unwrap_or_default())
}

/// Draws outlines, which are given in the font's units with the y axis upward.
struct Pen {
    path: PathBuilder,
    scale: f32,
    x: f32,
    y: f32,
}

impl Pen {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + self.scale * x, self.y - self.scale * y)
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.at(x1, y1), self.at(x, y));
        self.path.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}
