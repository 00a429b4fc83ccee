//! The table of partners and priorities, sorted by a column.

use crate::browser::{Element, Event};

/// Parts, strongest first, as the classes of cells.
const PARTS: [&str; 4] = ["lead", "funder", "delivers", "named"];

/// Sorts by the column whose heading was pressed; says whether one was. Rows stand from A to Z, and do so again where the column was
/// sorted by already; where that is the column of names, they then stand as in the plan.
pub(super) fn sort(root: &Element, event: &Event) -> bool {
    let Some(head) = event.target(".cp-sort").and_then(|it| it.closest("th")) else { return false };
    let Some(table) = root.find(".cp-matrix table") else { return false };
    let heads = table.all("thead th");
    let Some(pressed) = heads.iter().position(|it| *it == head) else { return false };
    let again = head.get("aria-sort").as_deref() != Some("none");
    let column = if again { (pressed > 0).then_some(0) } else { Some(pressed) };
    for (at, it) in heads.iter().enumerate() {
        let way = if at == 0 { "ascending" } else { "descending" };
        it.set("aria-sort", Some(if Some(at) == column { way } else { "none" }));
    }
    let mut rows = table.all("tbody tr[data-partner]");
    rows.sort_by_cached_key(|row| {
        let cells = row.all("th, td");
        let name = cells.first().map(|it| it.text().to_lowercase()).unwrap_or_default();
        match column.and_then(|at| Some((at, cells.get(at)?))) {
            None => (row.data("partner").parse().unwrap_or(usize::MAX), name),
            Some((0, _)) => (0, name),
            Some((at, number)) if at + 1 == cells.len() => (usize::MAX - number.text().parse().unwrap_or(0), name),
            Some((_, cell)) => (part(cell), name),
        }
    });
    if let Some(body) = table.find("tbody") {
        for row in &rows {
            body.append(row);
        }
    }
    true
}

/// How strong the part in a cell is: 0 for the lead.
fn part(cell: &Element) -> usize {
    let has = |part: &&str| cell.find(&[".cp-cell--", *part].concat()).is_some();
    PARTS.iter().position(has).unwrap_or(PARTS.len())
}
