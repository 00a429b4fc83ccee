//! What residents said, in words and as a table.

use super::{capital, counted, headline, note};
use crate::chart::sheet::{Ask, Cell, Head, Note, NoteKind, Point, Table};
use crate::plan::SurveyFigure;

/// The gap that every one of these figures has.
pub(in crate::chart) const UNKNOWN: &str = "sample size and date not given";

/// What a reader must know beside the numbers.
pub(in crate::chart) fn notes(ask: &Ask<'_>) -> Vec<Note> {
    let mut notes = vec![note(NoteKind::Gap, "Sample size and date not given in the plan.")];
    if !ask.query.is_empty() {
        notes
            .push(note(NoteKind::Reading, "Your choices do not change this chart: the survey belongs to no priority."));
    }
    notes
}

/// What is read aloud in the place of the picture.
pub(in crate::chart) fn spoken(drawn: &[SurveyFigure]) -> String {
    let each: Vec<String> =
        drawn.iter().map(|it| [&it.share.value.to_string(), " per cent ", &it.said].concat()).collect();
    ["Bar chart. ", &message(drawn), ": ", &each.join("; "), ". Sample size and date are not given."].concat()
}

fn shown(figure: &SurveyFigure) -> String {
    figure.share.words()
}

/// An answer as a mark.
pub(in crate::chart) fn point(row: usize, figure: &SurveyFigure) -> Point {
    let share = figure.share.value.to_string();
    let words = [
        &share,
        " per cent: ",
        &figure.said,
        ". The plan’s own words: “",
        &figure.source.quote,
        "”. Sample size and date not given.",
    ];
    Point {
        series: 0,
        row,
        label: capital(&figure.said),
        value: i64::from(figure.share.value),
        shown: shown(figure),
        words: words.concat(),
        leads: None,
    }
}

/// The headline.
pub(in crate::chart) fn message(drawn: &[SurveyFigure]) -> String {
    let shares = || drawn.iter().map(|it| it.share.value);
    let (least, most) = (shares().min().unwrap_or(0).to_string(), shares().max().unwrap_or(0).to_string());
    if let [only] = drawn {
        return headline([[&shown(only), " ", &only.said].concat(), ["1 survey answer: ", &most, "%"].concat()]);
    }
    let range = [&counted(drawn.len(), "survey answer", "survey answers"), ", from ", &least, "% to ", &most, "%"];
    headline([range.concat()])
}

/// The table.
pub(in crate::chart) fn table(ask: &Ask<'_>, drawn: &[SurveyFigure]) -> Table {
    let heads = vec![
        Head::words("What residents said"),
        Head::numbers("Share, per cent"),
        Head::words("The plan’s own words"),
        Head::words("Section"),
        Head::numbers("Sample size"),
        Head::words("Date"),
    ];
    let rows = drawn.iter().map(|it| {
        vec![
            Cell::words(capital(&it.said)),
            Cell::number(i64::from(it.share.value), shown(it)),
            Cell::words(&*it.source.quote),
            Cell::words(&*ask.plan.section(it.source.section).cite),
            Cell::not_available("not given"),
            Cell::not_available("not given"),
        ]
    });
    let caption = ["What residents of ", &ask.plan.edition.place, " said; ", UNKNOWN].concat();
    Table { caption, heads, rows: rows.collect() }
}
