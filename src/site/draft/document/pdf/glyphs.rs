//! The letters of each page, with their places.

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, interpret_page,
};

/// One letter. Lengths are in points, from the top left of the page.
#[derive(Clone, Debug)]
pub(super) struct Letter {
    /// Usually one character; more for ligatures.
    pub(super) text: String,
    pub(super) x: f64,
    /// How far its baseline is from the top.
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) size: f64,
    pub(super) bold: bool,
}

/// What stands on one page.
#[derive(Default)]
pub(super) struct Page {
    pub(super) height: f64,
    pub(super) glyphs: Vec<Letter>,
    pub(super) images: usize,
    /// Letters of which the file does not say which they are.
    pub(super) unknown: usize,
}

/// The letters of all pages, in the order in which they are drawn.
pub(super) fn read(pdf: &Pdf) -> Vec<Page> {
    let cache = InterpreterCache::new();
    let mut pages = Vec::new();
    for page in pdf.pages().iter() {
        let (width, height) = page.render_dimensions();
        let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let onto_page = Affine::new(page.initial_transform(true).as_coeffs());
        let mut context = Context::new(onto_page, area, &cache, pdf.xref(), InterpreterSettings::default());
        let mut read = Page { height: f64::from(height), ..Page::default() };
        interpret_page(page, &mut context, &mut read);
        pages.push(read);
    }
    pages
}

impl Device<'_> for Page {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, _: &DrawMode) {
        for glyph in run.glyphs() {
            let text = match glyph.as_unicode() {
                Some(BfString::Char(it)) => it.to_string(),
                Some(BfString::String(it)) => it,
                None => {
                    self.unknown += 1;
                    continue;
                }
            };
            let place = props.transform * glyph.transform();
            let [_, _, across, down, ..] = place.as_coeffs();
            let (advance, bold) = match &**glyph {
                Glyph::Outline(it) => (it.advance_width(), it.font_data().is_some_and(|it| is_bold(&it))),
                Glyph::Type3(it) => (it.advance_width(), false),
            };
            let from = place * Point::ZERO;
            let to = place * Point::new(f64::from(advance.unwrap_or(500.0)), 0.0);
            let size = across.hypot(down) * 1000.0;
            // Writing that runs up the page is a mark in the margin.
            if (to.y - from.y).abs() > (to.x - from.x).abs() {
                continue;
            }
            self.glyphs.push(Letter { text, x: from.x, y: from.y, width: to.x - from.x, size, bold });
        }
    }

    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {
        self.images += 1;
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

fn is_bold(font: &hayro_interpret::font::OutlineFontData) -> bool {
    font.weight.is_some_and(|it| it >= 600) || font.postscript_name.as_ref().is_some_and(|it| it.contains("Bold"))
}
