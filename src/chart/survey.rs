//! What residents said: each answer's share, with the plan's own wording. No filter reaches it: it belongs to no priority.

use super::sheet::{Ask, Cell, Chart, Head, Lie, NoteKind, Panel, Point, Row, Shown, Table, Tone, Which};
use super::words::{capital, counted, headline, note, plan_source};
use crate::plan::SurveyFigure;

/// The gap that every one of these figures has.
const UNKNOWN: &str = "sample size and date not given";

/// The chart.
pub(super) fn survey(ask: &Ask<'_>) -> Shown {
    let which = Which::Survey;
    let (plan, drawn) = (ask.plan, &ask.plan.survey);
    if drawn.is_empty() {
        return which.nothing(ask.plan, "No survey figures to draw", "The plan gives no figures from a survey.", false);
    }
    let panel = Panel {
        title: String::new(),
        lie: Lie::Rows,
        ends: (0, 100),
        rows: drawn
            .iter()
            .map(|it| Row { label: capital(&it.said), short: capital(&it.said), ..Row::default() })
            .collect(),
        series: vec!["Share of residents, per cent".to_owned()],
    };
    let mut notes = vec![note(NoteKind::Gap, "Sample size and date not given in the plan.")];
    if !ask.query.is_empty() {
        notes
            .push(note(NoteKind::Reading, "Your choices do not change this chart: the survey belongs to no priority."));
    }
    let message = message(drawn);
    let subtitle = ["Share of residents, per cent, ", &plan.edition.place, ", ", UNKNOWN].concat();
    let each: Vec<String> =
        drawn.iter().map(|it| [&it.share.value.to_string(), " per cent ", &it.said].concat()).collect();
    Shown::Chart(Box::new(Chart {
        id: which.id(ask.plan),
        name: which.name(ask.plan),
        sentence: ["Bar chart. ", &message, ": ", &each.join("; "), ". Sample size and date are not given."].concat(),
        headline: message,
        subtitle,
        table: table(ask, drawn),
        source: plan_source(plan),
        key: vec![],
        notes,
        points: drawn.iter().enumerate().map(|(row, it)| point(row, it)).collect(),
        panels: vec![panel],
    }))
}

fn shown(figure: &SurveyFigure) -> String {
    figure.share.words()
}

fn point(row: usize, figure: &SurveyFigure) -> Point {
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
        panel: 0,
        row,
        series: 0,
        label: capital(&figure.said),
        value: i64::from(figure.share.value),
        shown: shown(figure),
        words: words.concat(),
        polarity: "",
        tone: Tone::First,
        leads: None,
    }
}

fn message(drawn: &[SurveyFigure]) -> String {
    let shares = || drawn.iter().map(|it| it.share.value);
    let (least, most) = (shares().min().unwrap_or(0).to_string(), shares().max().unwrap_or(0).to_string());
    if let [only] = drawn {
        return headline([[&shown(only), " ", &only.said].concat(), ["1 survey answer: ", &most, "%"].concat()]);
    }
    let range = [&counted(drawn.len(), "survey answer", "survey answers"), ", from ", &least, "% to ", &most, "%"];
    headline([range.concat()])
}

fn table(ask: &Ask<'_>, drawn: &[SurveyFigure]) -> Table {
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
