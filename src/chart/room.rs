//! The room that a chart has where it is drawn.
//!
//! The library lays out axes, bars and words. It has to be told how high a picture is before it draws, so words are put into lines
//! here, for the widest common font. That makes a picture as high as its rows, whatever its exact width, so that nothing below moves
//! when one takes the place of another.

use super::bars::short;
use super::look::{Dress, Look};
use super::sheet::{Chart, Panel, Row};
use super::style::{LINE, RING, Style};
use charming::component::Grid;

/// The widths at which lines break in a wide picture and in another, in sizes of text: more only gives bars more room.
const BREAKS: [f64; 2] = [35.0, 17.0];
/// How thick a bar is, in sizes of text.
const THICK: f64 = 1.2;
/// The room between one row and the next.
pub(super) const GAP: f64 = 1.1;
/// What lies between a name and the bars under it.
const UNDER: f64 = 0.3;
/// What lies between a name and the bars beside it, and between a bar and its number.
const OFF: f64 = 0.6;
/// How high the highest column is.
const HIGH: f64 = 9.0;
/// The room between panels that stand beside one another.
pub(super) const BETWEEN: f64 = 2.5;

/// How much room there is for what, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Room {
    /// The size of text.
    pub(super) em: f64,
    /// The whole width inside the edges, and how wide they are.
    pub(super) width: f64,
    pub(super) edge: f64,
    /// How wide a panel is: less than half of that where panels stand beside one another.
    pub(super) panel: f64,
    /// Whether marks are columns.
    pub(super) columns: bool,
    /// How wide lines of names and of numbers are at most.
    name: f64,
    number: f64,
    /// How wide the column of names is; none where they stand over their bars.
    pub(super) beside: Option<f64>,
    /// How high names over bars are.
    names: f64,
    /// What lies between the last line of a name and the middle of its bars.
    pub(super) above: f64,
    /// How thick a bar is.
    pub(super) thick: f64,
    /// What numbers need to the left and to the right of bars.
    pub(super) left: f64,
    right: f64,
}

impl Room {
    /// The room of a chart.
    pub(super) fn of(chart: &Chart, look: &Look, dress: Dress) -> Self {
        let em = look.em();
        // Bare, as much as the ring around a mark and a number that is higher than its bar need.
        let edge = if dress == Dress::Full { 1.5 * em } else { (0.125 * em).max(RING) };
        let width = (f64::from(look.width) - 2.0 * edge).max(1.0);
        let wide = look.is_wide();
        let [broad, narrow] = BREAKS;
        let titled = chart.panels.iter().any(|it| !it.title.is_empty());
        let half = |it: f64| if wide && titled && chart.columns.is_none() { (it - BETWEEN * em) / 2.0 } else { it };
        let name = half(width.min(if wide { broad } else { narrow } * em));
        let mut room = Self {
            em,
            width,
            edge,
            panel: half(width),
            columns: wide && chart.columns.is_some(),
            name,
            number: 0.55 * name,
            beside: None,
            names: 0.0,
            above: 0.0,
            thick: 0.0,
            left: 0.0,
            right: 0.0,
        };
        let rows = || chart.panels.iter().flat_map(|it| &it.rows);
        if room.columns {
            let slot = width / float(chart.panels.iter().map(|it| it.rows.len()).max().unwrap_or(1).max(1));
            room.thick = (0.62 * slot).min(3.0 * em);
            room.number = slot;
            return room;
        }
        // No word of a number is parted.
        let words = chart.points.iter().flat_map(|it| it.shown.split_whitespace());
        room.number = words.map(|it| room.width_of(it, Style::Strong) + 1.0).fold(room.number, f64::max);
        let numbers = chart.points.iter().map(|it| room.lines(&it.shown, Style::Strong, room.number));
        let highest = numbers.map(|it| room.high(&it, Style::Strong)).fold(0.0, f64::max);
        room.thick = (THICK * em).max(highest);
        room.above = room.thick * f64::from(chart.bars) / 2.0 + UNDER * em;
        room.names = rows().map(|it| room.name_high(it)).fold(0.0, f64::max);
        let longest = rows().map(|it| room.width_of(&it.label, Style::Name)).fold(0.0, f64::max);
        let plain = rows().all(|it| it.detail.is_empty());
        room.beside = (plain && longest <= 0.3 * name).then_some(longest);
        // Where numbers would take nearly all, bars keep a little.
        let bars = room.panel - room.beside.map_or(0.0, |it| it + OFF * em);
        let sides = [true, false].map(|left| {
            let numbers = chart.points.iter().filter(|it| (it.value < 0) == left && !it.shown.is_empty());
            let widths = numbers.map(|it| room.width_of(&it.shown, Style::Strong).min(room.number) + OFF * em);
            widths.fold(0.0, f64::max)
        });
        let share = ((bars - em).max(0.0) / sides.iter().sum::<f64>()).min(1.0);
        [room.left, room.right] = sides.map(|it| it * share);
        room
    }

    /// The grid of a panel with its upper left corner, and where what belongs to it ends.
    pub(super) fn grid(&self, panel: &Panel, bars: u8, [x, y]: [f64; 2]) -> (Grid, f64) {
        let (em, rows) = (self.em, float(panel.rows.len()));
        let ([left, top, wide, high], end) = if self.columns {
            let lines = panel.rows.iter().map(|it| short(it).lines().count()).max().unwrap_or(1);
            let top = y + 1.3 * self.line(Style::Quiet);
            ([x, top, self.panel, HIGH * em], top + HIGH * em + 0.5 * em + float(lines) * self.line(Style::Quiet))
        } else {
            let (beside, thick) = (self.beside.map_or(0.0, |it| it + OFF * em), f64::from(bars) * self.thick);
            // A row lies in the middle of its band, so its name reaches up into the empty half of the band before.
            let (band, middle) = if self.beside.is_some() {
                let band = self.line(Style::Name).max(thick) + GAP * em;
                (band, y + (band - GAP * em) / 2.0)
            } else {
                (self.names + UNDER * em + thick + GAP * em, y + self.names + self.above)
            };
            let wide = (self.panel - beside - self.left - self.right).max(1.0);
            ([x + beside + self.left, middle - band / 2.0, wide, rows * band], y + rows * band - GAP * em)
        };
        (Grid::new().left(round(left)).top(round(top)).width(round(wide)).height(round(high)), end)
    }

    /// How high a line is.
    pub(super) fn line(&self, style: Style) -> f64 {
        self.em * style.size() * LINE
    }

    /// How wide words are on one line, at most.
    fn width_of(&self, words: &str, style: Style) -> f64 {
        // Signs are as wide as a letter and a half.
        let signs = words.matches(['%', '\u{2212}', '+']).count();
        (float(words.chars().count()) + 0.5 * float(signs)) * style.letter() * self.em
    }

    /// Words in lines for a width, with what ends a line between them. The library breaks numbers at their commas.
    pub(super) fn lines(&self, words: &str, style: Style, width: f64) -> String {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "letters in a line")]
        let letters = (width / (style.letter() * self.em)).max(4.0) as usize;
        textwrap::wrap(words, letters).join("\n")
    }

    /// How high these are.
    pub(super) fn high(&self, lines: &str, style: Style) -> f64 {
        float(lines.lines().count()) * self.line(style)
    }

    /// The chart with names and numbers in lines for the room that they have.
    pub(super) fn in_lines(&self, chart: &Chart) -> Chart {
        let mut chart = chart.clone();
        for row in chart.panels.iter_mut().flat_map(|it| &mut it.rows) {
            row.label = self.lines(&row.label, Style::Name, self.name);
            row.detail = self.lines(&row.detail, Style::Quiet, self.name);
        }
        for point in &mut chart.points {
            point.shown = self.lines(&point.shown, Style::Strong, self.number);
        }
        chart
    }

    /// How high a name over its bars is.
    fn name_high(&self, row: &Row) -> f64 {
        self.high(&self.lines(&row.label, Style::Name, self.name), Style::Name)
            + self.high(&self.lines(&row.detail, Style::Quiet, self.name), Style::Quiet)
    }
}

/// A hundredth of a pixel is fine enough, and short in the specification.
pub(super) fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// A small number, as pixels are computed.
fn float(value: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "rows, lines and letters")]
    let value = value as f64;
    value
}
