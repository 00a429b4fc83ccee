//! A chart as it is written: its message, a table with the same numbers, notes and source.
//!
//! [`crate::live`] finds by these hooks what follows the filter, and the places in which it mounts what only a program can do:
//!
//! | hook | what |
//! | --- | --- |
//! | `data-chart-text` | words that follow the filter: `headline`, `subtitle`, `sentence`, `source` |
//! | `data-place="chart-table"` | the table; the region around it can be scrolled and reached by keyboard |
//! | `data-place="chart-picture"` | empty, or a picture that the build drew: what the drawing library draws goes in here |
//! | `data-place="chart-notes"` | the notes |
//! | `data-place="chart-key"` | what the two looks of marks stand for |
//! | `data-place="chart-tools"` | empty: one line with table, data, picture and citation |

#![expect(clippy::must_use_candidate, reason = "`view!` calls components")]

#[cfg(not(target_arch = "wasm32"))]
use crate::chart::{Ask, Which, chart};
use crate::chart::{Chart, Note, NoteKind, Nothing, Shown, Table, Tone, Value};
#[cfg(not(target_arch = "wasm32"))]
use crate::query::Query;
use leptos::either::Either;
use leptos::html::{custom, td, th};
use leptos::prelude::*;

/// How many levels under the title of the page a chart of the plan stands.
pub const BELOW: u8 = 3;

/// A chart in its place, where the program draws it anew as choices change.
#[cfg(not(target_arch = "wasm32"))]
#[component]
pub(super) fn ChartPlace(which: Which) -> impl IntoView {
    view! { <div class="cp-part" data-part=which.id(super::context::context().plan)><PlanChart which/></div> }
}

/// A chart of what stands in lines beside it, to be opened.
#[cfg(not(target_arch = "wasm32"))]
#[component]
pub(super) fn ClosedChart(which: Which, says: &'static str) -> impl IntoView {
    view! {
        <details class="cp-opens cp-closed-chart">
            <summary>{says} ", as a chart"</summary>
            <ChartPlace which/>
        </details>
    }
}

/// One of the plan's charts, of the whole plan.
#[cfg(not(target_arch = "wasm32"))]
#[component]
pub(super) fn PlanChart(
    /// Which of them.
    which: Which,
) -> impl IntoView {
    let page = super::context::context();
    let query = Query::default();
    let (plan, facts, selection) = (page.plan, page.facts, page.selection);
    let shown = chart(which, &Ask { plan, facts, query: &query, selection });
    view! {
        <div class="cp-chart-place">
            <ChartOrNothing shown level=page.heading(BELOW)/>
        </div>
    }
    // Without its type, which would go into that of the whole page.
    .into_any()
}

/// A chart, or why there is none.
#[component]
pub fn ChartOrNothing(
    /// What is to be shown.
    shown: Shown,
    /// The level of its heading.
    level: u8,
) -> impl IntoView {
    match shown {
        Shown::Chart(chart) => Either::Left(view! { <ChartFigure chart=*chart level/> }),
        Shown::Nothing(nothing) => Either::Right(view! { <NothingToDraw nothing back=()/> }),
    }
}

/// The element of a heading of level 1 to 6.
#[must_use]
pub fn heading_tag(level: u8) -> &'static str {
    match level {
        1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}

/// The id of a piece of a chart.
#[must_use]
pub fn id_of(chart: &str, piece: &str) -> String {
    ["cp-chart-", chart, "-", piece].concat()
}

/// A chart with all that belongs to it.
#[component]
pub fn ChartFigure(
    /// The chart.
    chart: Chart,
    /// The level of its heading.
    level: u8,
) -> impl IntoView {
    let id = chart.id;
    // `view!` has no element whose name is known only when it runs, and six branches would be six views.
    let headline = custom(heading_tag(level))
        .class("cp-chart__headline")
        .id(id_of(&id, "title"))
        .tabindex("-1")
        .attr("data-chart-text", "headline")
        .child(chart.headline);
    view! {
        <figure class="cp-chart" id=["cp-chart-", &id].concat() aria-labelledby=id_of(&id, "title")>
            {headline}
            <p class="cp-chart__subtitle" data-chart-text="subtitle">{chart.subtitle}</p>
            <p class="cp-visually-hidden" id=id_of(&id, "sentence") data-chart-text="sentence">{chart.sentence}</p>
            <div data-place="chart-key">
                <ChartKey key=chart.key/>
            </div>
            <div class="cp-chart__picture">
                <div class="cp-chart__frame">
                    <div
                        class="cp-chart__drawing"
                        id=id_of(&id, "drawing")
                        aria-hidden="true"
                        data-place="chart-picture"
                    ></div>
                </div>
            </div>
            <div data-place="chart-tools"></div>
            <div
                id=id_of(&id, "table")
                class="cp-chart__table cp-scroll"
                role="region"
                tabindex="0"
                aria-label=["Table: ", &chart.name].concat()
                data-place="chart-table"
            >
                <ChartTable table=chart.table/>
            </div>
            <div data-place="chart-notes">
                <ChartNotes notes=chart.notes/>
            </div>
            <p class="cp-chart__source" data-chart-text="source">{chart.source}</p>
        </figure>
    }
}

/// What stands in the place of a chart that has nothing to draw.
#[component]
pub fn NothingToDraw<B>(
    /// Why.
    nothing: Nothing,
    /// The way back to the chart, if there is one.
    back: B,
) -> impl IntoView
where
    B: IntoView + 'static,
{
    view! {
        <div class="cp-chart cp-chart--nothing" id=id_of(&nothing.id, "nothing")>
            <p class="cp-chart__name">{nothing.name}</p>
            <p>{nothing.what} ". " {nothing.why} " " {back}</p>
        </div>
    }
}

/// The table of a chart, which says all that its picture says.
#[component]
pub fn ChartTable(
    /// The table.
    table: Table,
) -> impl IntoView {
    let class = |numeric: bool, value: Value| match value {
        Value::NotAvailable | Value::NotApplicable => "cp-table__none",
        _ if numeric => "cp-table__number",
        _ => "cp-table__words",
    };
    view! { <DataTable table class="cp-table" cell=class/> }
}

/// A table of words and numbers. The first cell of each row is its head.
#[component]
pub fn DataTable(
    /// The table.
    table: Table,
    /// Its class.
    class: &'static str,
    /// The class of a cell, by whether its column holds numbers and by what it is; none where it is empty.
    cell: fn(bool, Value) -> &'static str,
) -> impl IntoView {
    let numeric: Vec<bool> = table.heads.iter().map(|it| it.numeric).collect();
    // By `attr`, because `class` writes an empty one where there is none.
    let heads = table
        .heads
        .into_iter()
        .map(|it| th().scope("col").attr("class", it.numeric.then_some("cp-table__number")).child(it.words));
    let rows = table.rows.into_iter().map(|row| {
        let mut cells = row.into_iter().zip(&numeric).map(|(it, numeric)| {
            let class = Some(cell(*numeric, it.value)).filter(|it| !it.is_empty());
            (class, it.words)
        });
        let first = cells.next().map(|(class, words)| th().scope("row").attr("class", class).child(words));
        let rest = cells.map(|(class, words)| td().attr("class", class).child(words)).collect_view();
        view! { <tr>{first} {rest}</tr> }
    });
    view! {
        <table class=class>
            <caption>{table.caption}</caption>
            <thead>
                <tr>{heads.collect_view()}</tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

/// What the two looks of marks stand for; nothing where that is no question.
#[component]
pub fn ChartKey(
    /// Each look, with its words.
    key: Vec<(Tone, &'static str)>,
) -> impl IntoView {
    let rows = |key: Vec<(Tone, &'static str)>| {
        let rows = key.into_iter().map(|(tone, words)| {
            let class = match tone {
                Tone::First => "cp-chart__swatch cp-chart__swatch--first",
                Tone::Second => "cp-chart__swatch cp-chart__swatch--second",
            };
            view! { <li><span class=class aria-hidden="true"></span> " " {words}</li> }
        });
        view! { <ul class="cp-chart__key" aria-label="What the bars stand for">{rows.collect_view()}</ul> }
    };
    (!key.is_empty()).then(|| rows(key))
}

/// What a reader must know beside the numbers of a chart.
#[component]
pub fn ChartNotes(
    /// The notes.
    notes: Vec<Note>,
) -> impl IntoView {
    let rows = |notes: Vec<Note>| {
        let rows = notes.into_iter().map(|it| {
            let class = match it.kind {
                NoteKind::Caveat => "cp-chart__note cp-chart__note--caveat",
                NoteKind::Gap | NoteKind::Reading => "cp-chart__note",
            };
            view! { <li class=class>{it.words}</li> }
        });
        view! { <ul class="cp-chart__notes">{rows.collect_view()}</ul> }
    };
    (!notes.is_empty()).then(|| rows(notes))
}
