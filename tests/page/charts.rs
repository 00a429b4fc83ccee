//! Charts as they are written: all that a program needs to bring one to life, and a table that says what the picture says.

use crate::dom::{all, inside, one, shown, tidy};
use crate::pages;
use plan_explorer::chart::{Ask, Chart, Shown, Which, chart};
use plan_explorer::query::Query;
use scraper::ElementRef;

#[test]
fn a_written_chart_has_what_a_program_needs_and_says_what_it_draws() {
    let mut charts = 0;
    for written in pages() {
        let (edition, page) = (&written.edition, written.page());
        let query = Query::default();
        let selection = edition.engine.select(&query);
        for which in Which::of(edition.plan()) {
            let ask = Ask { plan: edition.plan(), facts: edition.facts, query: &query, selection: &selection };
            // A plan without sums of money has no place for them.
            let Some(part) = all(&page, &format!("[data-part=\"{}\"]", which.id(edition.plan()))).into_iter().next()
            else {
                assert!(matches!(chart(which, &ask), Shown::Nothing(_)), "{which:?} has no place");
                continue;
            };
            let Shown::Chart(chart) = chart(which, &ask) else {
                assert_eq!(inside(part, ".cp-chart--nothing").len(), 1, "{which:?}");
                continue;
            };
            charts += 1;
            for (hook, words) in [
                ("headline", &chart.headline),
                ("subtitle", &chart.subtitle),
                ("sentence", &chart.sentence),
                ("source", &chart.source),
            ] {
                assert_eq!(shown(one(part, &format!("[data-chart-text={hook}]"))), tidy(words), "{which:?}");
            }
            for place in ["chart-picture", "chart-tools"] {
                let place = one(part, &format!("[data-place={place}]"));
                assert!(place.child_elements().next().is_none(), "{which:?}: {} is empty", place.html());
            }
            // What the drawing library is told to look for.
            let drawing = one(part, "[data-place=chart-picture]");
            assert_eq!(drawing.attr("id"), Some(format!("cp-chart-{}-drawing", which.id(edition.plan())).as_str()));
            let notes = chart.notes.iter().map(|it| it.words.as_str()).collect::<Vec<_>>().join(" ");
            assert_eq!(shown(one(part, "[data-place=chart-notes]")), tidy(&notes), "{which:?}");
            the_table_is_that_of(one(part, "table"), &chart);
        }
    }
    assert!(charts > 9, "{charts}");
}

fn the_table_is_that_of(table: ElementRef<'_>, chart: &Chart) {
    let cells = |row: ElementRef<'_>| inside(row, "th, td").into_iter().map(shown).collect();
    let rows: Vec<Vec<String>> = inside(table, "tr").into_iter().map(cells).collect();
    let heads = chart.table.heads.iter().map(|it| tidy(&it.words)).collect();
    let body = chart.table.rows.iter().map(|row| row.iter().map(|it| tidy(&it.words)).collect());
    assert_eq!(rows, std::iter::once(heads).chain(body).collect::<Vec<Vec<String>>>());
    assert_eq!(inside(table, "th[scope=row]").len(), chart.table.rows.len(), "each row has its head");
    assert_eq!(shown(one(table, "caption")), tidy(&chart.table.caption));
}
