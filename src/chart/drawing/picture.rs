//! The picture as it grows from top to bottom.

use super::look::{Drawing, Dress, Look};
use super::style::{self, LINE, Style};
use super::theme::Theme;
use crate::chart::sheet::{Point, Tone};
use charming::component::{Axis, Grid, Title};
use charming::datatype::{CompositeValue, DataPoint, DataPointItem};
use charming::element::{AxisType, ItemStyle, Label, LabelPosition, TextStyle};
use charming::series::Bar;

/// From so many sizes of text on a picture is wide (`public/lazy.js` knows it, too).
const WIDE: f64 = 36.0;
/// The widths at which lines break in a wide picture and in another, in sizes of text: more only gives bars more room.
const BREAKS: [f64; 2] = [35.0, 17.0];
/// The width of outlines.
const OUTLINE: f64 = 2.0;

/// A picture that is being made.
pub(super) struct Picture<'a> {
    pub(super) look: &'a Look,
    pub(super) theme: &'static Theme,
    /// The size of text.
    pub(super) em: f64,
    /// Whether panels have room beside one another.
    pub(super) wide: bool,
    option: charming::Chart,
    /// How many grids there are, and series of marks.
    grids: u16,
    marks: u16,
    pub(super) edge: f64,
    /// Where the next thing begins.
    pub(super) y: f64,
}

/// A place for a panel, in pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
}

impl<'a> Picture<'a> {
    pub(super) fn new(look: &'a Look, dress: Dress) -> Self {
        let (em, theme) = (f64::from(look.text.clamp(8, 64)), look.scheme.theme());
        // Bare, as much as the ring around a mark and a number that is higher than its bar need.
        let edge = if dress == Dress::Full { 1.5 * em } else { (0.125 * em).max(style::RING) };
        let option = charming::Chart::new().animation(false).background_color(theme.surface);
        let wide = f64::from(look.width) >= WIDE * em;
        Self { look, theme, em, wide, option, grids: 0, marks: 0, edge, y: edge }
    }

    pub(super) fn line(&self, style: Style) -> f64 {
        self.em * style.size() * LINE
    }

    /// How wide words are on one line, at most.
    pub(super) fn width_of(&self, words: &str, style: Style) -> f64 {
        // Signs are as wide as a letter and a half.
        let signs = words.matches(['%', '\u{2212}', '+']).count();
        (float(words.chars().count()) + 0.5 * float(signs)) * style.letter() * self.em
    }

    /// Words in lines for a width.
    pub(super) fn lines(&self, words: &str, style: Style, width: f64) -> Vec<String> {
        if words.is_empty() {
            return Vec::new();
        }
        let ems = self.steady(width) / self.em;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "letters in a line")]
        let letters = (ems / style.letter()).max(4.0) as usize;
        textwrap::wrap(words, letters).into_iter().map(Into::into).collect()
    }

    /// The width that counts for where lines break, which is the same over a span of widths.
    pub(super) fn steady(&self, width: f64) -> f64 {
        let [wide, narrow] = BREAKS;
        width.min(if self.wide { wide } else { narrow } * self.em)
    }

    pub(super) fn width(&self) -> f64 {
        (f64::from(self.look.width) - 2.0 * self.edge).max(1.0)
    }

    /// Leaves room, in sizes of text.
    pub(super) fn space(&mut self, ems: f64) {
        self.y += ems * self.em;
    }

    /// Sets words over the whole width, and room after them, in sizes of text.
    pub(super) fn words(&mut self, words: &str, style: Style, after: f64) {
        let (x, y, width) = (self.edge, self.y, self.width());
        self.y = self.title(Place { x, y, width }, words, style);
        self.space(after);
    }

    /// Sets words, and says where they end.
    pub(super) fn title(&mut self, place: Place, words: &str, style: Style) -> f64 {
        let lines = self.lines(words, style, place.width);
        let size = style.size() * self.em;
        let text = TextStyle::new()
            .color(if style == Style::Quiet { self.theme.quiet } else { self.theme.ink })
            .font_size(size)
            .line_height(size * LINE)
            .font_weight(style.weight());
        let end = place.y + float(lines.len()) * self.line(style);
        let title = Title::new().text(lines.join("\n")).left(round(place.x)).top(round(place.y)).text_style(text);
        self.add(|it| it.title(title));
        end
    }

    /// Adds a component to what the library is told.
    pub(super) fn add(&mut self, with: impl FnOnce(charming::Chart) -> charming::Chart) {
        self.option = with(std::mem::take(&mut self.option));
    }

    /// Adds a grid with its two axes, and says its place among the grids and axes.
    pub(super) fn grid(&mut self, [left, top, width, height]: [f64; 4], x: Axis, y: Axis) -> f64 {
        let index = f64::from(self.grids);
        self.grids += 1;
        let grid = Grid::new().left(round(left)).top(round(top)).width(round(width)).height(round(height));
        self.add(|it| it.grid(grid).x_axis(x.grid_index(index)).y_axis(y.grid_index(index)));
        index
    }

    /// Bars of one series in a grid, with their numbers at their ends. A row without a mark has an empty place.
    pub(super) fn bars(&mut self, grid: f64, marks: &[Option<Mark<'_>>], thick: f64, number: Style) -> Bar {
        let items = marks.iter().map(|mark| match mark {
            Some(Mark { point, shown }) => DataPoint::Item(
                DataPointItem::new(point.value).name(shown.join("\n")).item_style(self.tone(point.tone)),
            ),
            None => DataPoint::Value(CompositeValue::from("-")),
        });
        // The name of an item is what is written at its mark.
        let label = Label::new().show(true).position(LabelPosition::Outside).formatter("{b}");
        let label = label.font_size(number.size() * self.em).font_weight(number.weight());
        let bars = on(grid, thick).id(self.marks.to_string()).label(label).data(items.collect());
        self.marks += 1;
        bars
    }

    fn tone(&self, tone: Tone) -> ItemStyle {
        match tone {
            Tone::First => ItemStyle::new().color(self.theme.first),
            Tone::Second => {
                ItemStyle::new().color(self.theme.surface).border_color(self.theme.second).border_width(OUTLINE)
            }
        }
    }

    pub(super) fn finish(self, leads: bool) -> Drawing {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels of a page")]
        let height = (self.y + self.edge).ceil() as u32;
        let theme = style::theme(self.em, &self.look.font, self.theme, leads);
        Drawing { width: self.look.width, height, option: self.option, theme }
    }
}

/// A mark, and what is written at it, in lines.
#[derive(Clone, Debug)]
pub(super) struct Mark<'a> {
    pub(super) point: &'a Point,
    pub(super) shown: Vec<String>,
}

/// Bars in a grid, so thick.
pub(super) fn on(grid: f64, thick: f64) -> Bar {
    Bar::new().x_axis_index(grid).y_axis_index(grid).bar_width(round(thick)).bar_gap("0%")
}

/// The axis along which bars are long. It says nothing: each bar has its number.
pub(super) fn values((least, most): (i64, i64)) -> Axis {
    Axis::new().type_(AxisType::Value).show(false).min(least.min(0)).max(most.max(1))
}

/// The axis that bars stand on.
pub(super) fn ground(labels: Vec<String>) -> Axis {
    Axis::new().type_(AxisType::Category).data(labels)
}

/// A hundredth of a pixel is fine enough, and short in the specification.
pub(super) fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// A small number, as pixels are computed.
pub(super) fn float(value: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "rows, lines and letters")]
    let value = value as f64;
    value
}
