//! A chart where it is drawn: its panels in their places, the words around them in a picture that leaves the page, and how high all of
//! that is.

use super::look::{Drawing, Dress, Look};
use super::room::{BETWEEN, GAP, Room, round};
use super::sheet::Chart;
use super::style::Style;
use super::theme::theme;
use charming::component::{Legend, Title};
use charming::element::TextStyle;

/// The picture of a chart.
#[must_use]
pub fn draw(chart: &Chart, look: &Look, dress: Dress) -> Drawing {
    let room = Room::of(chart, look, dress);
    let colours = look.scheme.theme();
    let picture = chart.columns.filter(|_| room.columns).unwrap_or(chart.picture);
    let mut option = picture.of(&room.in_lines(chart)).animation(false).background_color(colours.surface);
    let mut y = room.edge;
    let say = |option: charming::Chart, y: f64, x: f64, words: &str, style: Style| {
        let text = TextStyle::new()
            .color(if style == Style::Quiet { colours.quiet } else { colours.ink })
            .font_size(style.size() * room.em)
            .line_height(room.line(style))
            .font_weight(style.weight());
        let words = room.lines(words, style, room.width);
        let end = y + room.high(&words, style);
        (option.title(Title::new().text(words).left(round(x)).top(round(y)).text_style(text)), end)
    };
    let alone = dress == Dress::Full;
    if alone {
        (option, y) = say(option, y, room.edge, &chart.headline, Style::Headline);
        (option, y) = say(option, y + 0.25 * room.em, room.edge, &chart.subtitle, Style::Quiet);
        if !chart.key.is_empty() {
            y += room.em;
            let key: Vec<&str> = chart.key.iter().map(|it| it.1).collect();
            option = option.legend(Legend::new().left(round(room.edge)).top(round(y)).data(key));
            y += room.line(Style::Quiet);
        }
        y += 1.25 * room.em;
    }
    let beside = room.panel < room.width;
    let mut lowest = y;
    for (at, panel) in chart.panels.iter().enumerate() {
        let second = beside && at % 2 == 1;
        if at > 0 && !second {
            y = lowest + if panel.title.is_empty() { GAP } else { 1.75 } * room.em;
        }
        let (x, mut top) = (room.edge + if second { room.panel + BETWEEN * room.em } else { 0.0 }, y);
        if !panel.title.is_empty() {
            (option, top) = say(option, y, x, &panel.title, Style::Strong);
            top += 0.5 * room.em;
        }
        let (grid, end) = room.grid(panel, chart.bars, [x, top]);
        option = option.grid(grid);
        lowest = lowest.max(end);
    }
    y = lowest;
    if alone {
        y += 1.25 * room.em;
        for note in &chart.notes {
            let words = if note.alone.is_empty() { &note.words } else { &note.alone };
            (option, y) = say(option, y, room.edge, words, Style::Quiet);
            y += 0.4 * room.em;
        }
        (option, y) = say(option, y, room.edge, &chart.source, Style::Quiet);
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels of a page")]
    let height = (y + room.edge).ceil() as u32;
    let leads = chart.points.iter().any(|it| it.leads.is_some());
    Drawing { width: look.width, height, option, theme: theme(look, &room, leads) }
}

#[cfg(test)]
mod tests;
