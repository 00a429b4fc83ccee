//! `changes.csv`: what changed from one edition to the next, one row a change.

use crate::changes::{Change, Editions, Said, edition_name, word};
use crate::chart::csv as text_of;
use crate::chart::{Cell, Head, Table};
use crate::plan::{Plan, Slug};

/// The columns. What several records say stands in one cell, with ` | ` between.
const COLUMNS: [&str; 13] = [
    "subject",
    "change",
    "edition_before",
    "id_before",
    "name_before",
    "words_before",
    "section_before",
    "edition_now",
    "id_now",
    "name_now",
    "words_now",
    "section_now",
    "priorities",
];

/// The table.
pub(super) fn csv(editions: Editions, older: &Plan) -> String {
    let newer = editions.here();
    let rows = editions.changes().list.iter().map(|it| row(it, newer, older)).collect();
    text_of(&Table { caption: String::new(), heads: COLUMNS.into_iter().map(Head::words).collect(), rows })
}

fn row(change: &Change<'_>, newer: &Plan, older: &Plan) -> Vec<Cell> {
    let before = change.was.iter().collect::<Vec<_>>();
    let now = change.now.iter().collect::<Vec<_>>();
    let edition = |list: &[&Said<'_>], plan| if list.is_empty() { String::new() } else { edition_name(plan) };
    let mut row = vec![change.subject.heading().to_owned(), word(change.subject, change.way).to_owned()];
    for (list, plan) in [(before, older), (now, newer)] {
        row.push(edition(&list, plan));
        row.push(joined(&list, |it| it.id.as_str()));
        row.push(joined(&list, |it| &it.name));
        row.push(joined(&list, |it| it.quote));
        row.push(joined(&list, |it| it.section));
    }
    row.push(change.priorities.iter().map(|it| Slug::as_str(it)).collect::<Vec<_>>().join(" | "));
    row.iter().map(|it| Cell::words(it.as_str())).collect()
}

fn joined<'s>(list: &[&'s Said<'_>], part: impl Fn(&'s Said<'_>) -> &'s str) -> String {
    list.iter().map(|it| part(it)).collect::<Vec<_>>().join(" | ")
}
