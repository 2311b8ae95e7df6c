//! A picture of rectangles and lines of text, drawn on a canvas, which works in every
//! browser. A picture of the page itself would need `foreignObject`, and WebKit does
//! not give such a canvas out as a file.

use gloo::utils::document;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement};

use super::files;

/// One thing to draw. Lengths are pixels of the picture, colors are CSS.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A filled rectangle.
    Box {
        /// Left, top, width, height.
        place: [f64; 4],
        colour: &'static str,
    },
    /// A line of text.
    Words {
        /// Left end and baseline.
        at: [f64; 2],
        /// No wider than this; it is squeezed where it would be.
        width: f64,
        /// Height of the letters.
        size: u32,
        bold: bool,
        colour: &'static str,
        text: String,
    },
}

/// Draws a picture of this width and height, and hands it to the reader as a
/// PNG file.
pub fn save(name: &'static str, width: u32, height: u32, marks: &[Mark]) {
    // A browser without a canvas has no picture to give; the link is there.
    let _ = draw(width, height, marks).and_then(|canvas| {
        let done = Closure::once_into_js(move |blob: JsValue| {
            if let Some(blob) = blob.dyn_ref::<Blob>() {
                files::save(name, blob);
            }
        });
        canvas.to_blob(done.unchecked_ref()).ok()
    });
}

fn draw(width: u32, height: u32, marks: &[Mark]) -> Option<HtmlCanvasElement> {
    let canvas = document().create_element("canvas").ok()?;
    let canvas = canvas.dyn_into::<HtmlCanvasElement>().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d").ok().flatten()?;
    let context = context.dyn_into::<CanvasRenderingContext2d>().ok()?;
    for mark in marks {
        match mark {
            Mark::Box { place, colour } => {
                let [left, top, width, height] = *place;
                context.set_fill_style_str(colour);
                context.fill_rect(left, top, width, height);
            }
            Mark::Words {
                at: [left, baseline],
                width,
                size,
                bold,
                colour,
                text,
            } => {
                let weight = if *bold { "700 " } else { "400 " };
                let font = [weight, &size.to_string(), "px ", FONT].concat();
                context.set_font(&font);
                context.set_fill_style_str(colour);
                context
                    .fill_text_with_max_width(text, *left, *baseline, *width)
                    .ok()?;
            }
        }
    }
    Some(canvas)
}

const FONT: &str =
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";
