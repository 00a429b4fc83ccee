//! What is not from the plan: blocks of official figures, each marked so, with its source, period and licence.

use super::chart::chart_figure;
use super::el::{El, Node, el};
use super::heading::heading;
use super::link::external;
use crate::chart::{Cell, Shown, Table};
use crate::plan::OriginId;
use crate::plan::area::Area;
use crate::state::Explorer;

/// A block with its heading, marked as not from the plan.
pub(super) fn block(explorer: Explorer, id: &'static str, title: impl super::el::Content) -> El {
    el("section")
        .class("cp-official")
        .set("aria-labelledby", id)
        .with(heading(explorer.heading(3), "cp-official__title", id, title))
        .with(el("p").class("cp-official__mark").with("Not from the plan"))
}

/// Where figures come from, for which time, and the words that their licence asks for.
pub(super) fn source(area: &'static Area, origin: OriginId, when: &str) -> El {
    let origin = area.origin(origin);
    let name: Node = match origin.url.as_deref() {
        Some(url) => external(url, origin.name.as_str()).node(),
        None => Node::Words(origin.name.as_str().into()),
    };
    el("p").class("cp-official__source").with((
        ("Source: ", name, ", ", origin.publisher.as_str()),
        [". For: ", when, ". "].concat(),
        (origin.licence.as_str(), ". "),
        origin.statement.as_str(),
    ))
}

/// A table.
pub(super) fn table(table: &Table) -> El {
    let heads = table.heads.iter().map(|it| {
        let cell = el("th").set("scope", "col").with(it.words.clone());
        if it.numeric { cell.class("cp-table__number") } else { cell }
    });
    let heads: Vec<El> = heads.collect();
    let row = |cells: &Vec<Cell>| {
        let cells = cells.iter().zip(&table.heads).enumerate().map(|(at, (cell, head))| {
            let element = if at == 0 { el("th").set("scope", "row") } else { el("td") };
            let element = if head.numeric { element.class("cp-table__number") } else { element };
            element.with(cell.words.clone())
        });
        el("tr").with(cells.collect::<Vec<El>>())
    };
    let rows: Vec<El> = table.rows.iter().map(row).collect();
    el("div")
        .class("cp-scroll")
        .set("role", "region")
        .set("aria-label", ["Table: ", &table.caption].concat())
        .set("tabindex", "0")
        .with(el("table").class("cp-table cp-table--official").with((
            el("caption").with(table.caption.clone()),
            el("thead").with(el("tr").with(heads)),
            el("tbody").with(rows),
        )))
}

/// A chart of a ward.
pub(super) fn chart(explorer: Explorer, shown: Shown) -> El {
    let id = match &shown {
        Shown::Chart(chart) => chart.id,
        Shown::Nothing(nothing) => nothing.id,
    };
    chart_figure(explorer, id, 4, move || shown.clone())
}

/// What a reader must know beside the figures.
pub(super) fn cautions(words: Vec<String>) -> Option<El> {
    let rows: Vec<El> = words.into_iter().map(|it| el("li").with(it)).collect();
    (!rows.is_empty()).then(|| el("ul").class("cp-official__cautions").with(rows))
}
