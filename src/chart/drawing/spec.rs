//! A layout as a specification for the drawing library.
//!
//! Bars lie on an axis of pixels. The library's axis of time is used for that, the only one on which bars can stand at any
//! place and still have a thickness; nothing here is a date.

use super::layout::{Layout, Plot, Side, Style, Words};
use super::theme::Theme;
use super::{Drawing, Look};
use crate::chart::sheet::{Chart, Lie, Tone};
use charming::component::{Axis, Grid, Title};
use charming::datatype::DataPointItem;
use charming::element::{
    AxisLabel, AxisLine, AxisTick, AxisType, Color, Emphasis, ItemStyle, Padding, SplitLine, TextAlign, TextStyle,
};
use charming::series::Bar;

/// The width of outlines.
const OUTLINE: f64 = 2.0;
/// The width of the ring around the mark that is read.
const RING: f64 = 3.0;

pub(super) fn drawing(chart: &Chart, look: &Look, layout: &Layout) -> Drawing {
    let theme = look.scheme.theme();
    let mut option = charming::Chart::new().animation(false).background_color(colour(theme.surface));
    for words in &layout.words {
        option = option.title(title(words, look, theme));
    }
    for (at, plot) in layout.plots.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "one or two")]
        let index = at as f64;
        option = option.grid(grid([plot.left, plot.top, plot.width, plot.height]));
        let values = value_axis(plot, index);
        let places = place_axis(plot, index);
        option = if plot.lie == Lie::Rows {
            option.x_axis(values).y_axis(places.inverse(true))
        } else {
            option.x_axis(places).y_axis(values)
        };
        for bars in &plot.bars {
            let points = bars.iter().filter_map(|bar| {
                let point = chart.points.get(bar.point)?;
                let (value, place) = (super::layout::float(point.value), round(bar.at));
                let item = if plot.lie == Lie::Rows { vec![value, place] } else { vec![place, value] };
                Some(DataPointItem::new(item).name(point.label.as_str()).item_style(tone(point.tone, theme)))
            });
            option =
                option.series(
                    Bar::new()
                        .x_axis_index(index)
                        .y_axis_index(index)
                        .bar_width(round(plot.thick))
                        // Every bar has its own place: series do not make room for each other.
                        .bar_gap("-100%")
                        .emphasis(Emphasis::new().item_style(
                            ItemStyle::new().color(theme.focus).border_color(theme.ring).border_width(RING),
                        ))
                        .data(points.collect()),
                );
        }
    }
    // After those of the axes, which know theirs by its place.
    for plot in &layout.plots {
        for area in grounds(plot) {
            option = option.grid(grid(area).show(true).border_width(0.0).background_color(colour(theme.line)));
        }
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels of a page")]
    let height = layout.height as u32;
    Drawing { width: look.width, height, option }
}

fn colour(value: &str) -> Color {
    Color::Value(value.to_owned())
}

/// A hundredth of a pixel is fine enough, and short in the specification.
fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

fn title(words: &Words, look: &Look, theme: &Theme) -> Title {
    let em = f64::from(look.text.clamp(8, 64));
    let (size, ink) = match words.style {
        Style::Headline => (1.375, theme.ink),
        Style::Name | Style::Number => (1.0, theme.ink),
        Style::Quiet => (0.875, theme.quiet),
    };
    let style = TextStyle::new()
        .color(ink)
        .font_family(look.font.as_str())
        .font_size(round(size * em))
        .line_height(round(size * em * super::layout::LINE))
        .font_weight(if words.style.is_bold() { "bold" } else { "normal" });
    let align = match words.side {
        Side::Left => TextAlign::Left,
        Side::Middle => TextAlign::Center,
        Side::Right => TextAlign::Right,
    };
    Title::new()
        .text(words.lines.join("\n"))
        .left(round(words.x))
        .top(round(words.y))
        .padding(Padding::Single(0.0))
        .text_align(align)
        .text_style(style)
}

fn grid([left, top, width, height]: [f64; 4]) -> Grid {
    Grid::new().left(round(left)).top(round(top)).width(round(width)).height(round(height))
}

/// The lines that bars start from: an axis's own line takes no colour of ours.
fn grounds(plot: &Plot) -> Vec<[f64; 4]> {
    let (least, most) = plot.ends;
    if plot.lie == Lie::Columns {
        return vec![[plot.left, plot.top + plot.height - 0.5, plot.width, 1.0]];
    }
    let zero = plot.left - least / (most - least) * plot.width;
    plot.grounds.iter().map(|(from, to)| [zero - 0.5, plot.top + from - 2.0, 1.0, to - from + 4.0]).collect()
}

fn bare(axis: Axis) -> Axis {
    axis.axis_line(AxisLine::new().show(false))
        .axis_tick(AxisTick::new().show(false))
        .axis_label(AxisLabel::new().show(false))
        .split_line(SplitLine::new().show(false))
}

fn value_axis(plot: &Plot, index: f64) -> Axis {
    let (least, most) = plot.ends;
    bare(Axis::new().type_(AxisType::Value).grid_index(index).min(round_more(least)).max(round_more(most)))
}

/// Values may be small beside the picture, so they keep more places than pixels do.
fn round_more(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}

/// The axis of pixels.
fn place_axis(plot: &Plot, index: f64) -> Axis {
    let length = if plot.lie == Lie::Rows { plot.height } else { plot.width };
    bare(Axis::new().type_(AxisType::Time).grid_index(index).min(0.0).max(round(length)))
}

fn tone(tone: Tone, theme: &Theme) -> ItemStyle {
    match tone {
        Tone::First => ItemStyle::new().color(theme.first),
        Tone::Second => ItemStyle::new().color(theme.surface).border_color(theme.second).border_width(OUTLINE),
    }
}
