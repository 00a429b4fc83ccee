//! The table of partners and priorities, sorted by a column.

use crate::browser::{Element, Event};

/// Parts, strongest first, as the classes of cells.
const PARTS: [&str; 4] = ["lead", "funder", "delivers", "named"];

/// Sorts by the column whose heading was pressed, or back to the plan's order; says whether one was.
pub(super) fn sort(root: &Element, event: &Event) -> bool {
    let Some(head) = event.target(".cp-sort").and_then(|it| it.closest("th")) else { return false };
    let Some(table) = root.find(".cp-matrix table") else { return false };
    let heads = table.all("thead th");
    let Some(column) = heads.iter().position(|it| *it == head) else { return false };
    let way = if column == 0 { "ascending" } else { "descending" };
    let sorted = head.get("aria-sort").as_deref() != Some("none");
    for (at, it) in heads.iter().enumerate() {
        it.set("aria-sort", Some(if at == column && !sorted { way } else { "none" }));
    }
    let mut rows = table.all("tbody tr[data-partner]");
    let by_plan = |row: &Element| row.data("partner").parse().unwrap_or(usize::MAX);
    rows.sort_by_cached_key(|row| {
        let cells = row.all("th, td");
        let cell = cells.get(column).filter(|_| !sorted);
        let rank = match cell {
            None => (0, String::new()),
            Some(name) if column == 0 => (0, name.text().to_lowercase()),
            Some(number) if column + 1 == cells.len() => {
                (usize::MAX - number.text().parse().unwrap_or(0), String::new())
            }
            Some(cell) => (part(cell), String::new()),
        };
        (rank, by_plan(row))
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
