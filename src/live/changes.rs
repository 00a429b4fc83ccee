//! What changed since the edition before, under the choices of priority and partner.

use super::{context, keep};
use crate::browser::Element;
use crate::plan::{PartnerId, PriorityId, Slug};
use crate::query::{Query, Set};
use crate::state::Explorer;
use leptos::prelude::*;

/// A change on the page.
struct Row {
    element: Element,
    priorities: Vec<String>,
    partners: Vec<String>,
}

/// Ties the list of changes in this place to the query, and puts the choices above it.
pub(super) fn bring_to_life(place: &Element) {
    let explorer = context::explorer();
    let ids = |it: &Element, name: &str| it.data(name).split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let rows: Vec<Row> = place
        .all(".cp-change")
        .into_iter()
        .map(|it| Row { priorities: ids(&it, "priorities"), partners: ids(&it, "partners"), element: it })
        .collect();
    let all = rows.len();
    let rows = StoredValue::new_local(rows);
    let left = move |row: &Row| explorer.with_query(|query| fits(explorer, query, row));
    keep(RenderEffect::new(move |_: Option<()>| {
        rows.with_value(|rows| rows.iter().for_each(|it| it.element.hide(!left(it))));
    }));
    let shown = Memo::new(move |_| rows.with_value(|rows| rows.iter().filter(|it| left(it)).count()));
    if let Some(into) = place.find("[data-place=changes-filter]") {
        keep(mount_to(into.html(), move || view! { <Filter shown all/> }));
    }
}

fn fits(explorer: Explorer, query: &Query, row: &Row) -> bool {
    let priority = |id: PriorityId| explorer.facts.priority(id).map(|it| &it.id);
    let partner = |id: PartnerId| explorer.facts.partner(id).map(|it| &it.id);
    any(&query.priorities, priority, &row.priorities) && any(&query.partners, partner, &row.partners)
}

/// Whether one of the chosen is among the ids; where none is chosen, all are.
fn any<'f, T: Copy + Ord>(chosen: &Set<T>, id: impl Fn(T) -> Option<&'f Slug>, ids: &[String]) -> bool {
    chosen.is_empty() || chosen.iter().any(|it| id(*it).is_some_and(|id| ids.iter().any(|it| it == id.as_str())))
}

/// Which changes are shown: of one priority, of one partner, or all.
#[component]
fn Filter(
    /// How many are shown.
    shown: Memo<usize>,
    /// How many there are.
    all: usize,
) -> impl IntoView {
    let explorer = context::explorer();
    let facts = explorer.facts;
    let priorities =
        facts.priorities.iter().map(|it| view! { <option value=it.id.as_str()>{it.short.as_str()}</option> });
    let partners = facts.partners.iter().map(|it| view! { <option value=it.id.as_str()>{it.short.as_str()}</option> });
    let priority = move || {
        explorer.with_query(|it| only(&it.priorities).and_then(|id| facts.priority(id)).map_or("", |it| it.id.as_str()))
    };
    let partner = move || {
        explorer.with_query(|it| only(&it.partners).and_then(|id| facts.partner(id)).map_or("", |it| it.id.as_str()))
    };
    let choose_priority = move |id: String| {
        let priorities = facts.find_priority(&id).into_iter().collect();
        explorer.choose(Query { priorities, ..explorer.query_now() });
    };
    let choose_partner = move |id: String| {
        let partners = facts.find_partner(&id).into_iter().collect();
        explorer.choose(Query { partners, ..explorer.query_now() });
    };
    let says = move || match shown.get() {
        0 => "Nothing fits your choices.".to_owned(),
        some => ["Showing ", &some.to_string(), " of ", &all.to_string(), "."].concat(),
    };
    view! {
        <div class="cp-changes__filter">
            <div class="cp-field">
                <label for="cp-changes-priority">"Priority"</label>
                <select id="cp-changes-priority" prop:value=priority on:change=move |event| choose_priority(event_target_value(&event))>
                    <option value="">"All priorities"</option>
                    {priorities.collect_view()}
                </select>
            </div>
            <div class="cp-field">
                <label for="cp-changes-partner">"Partner"</label>
                <select id="cp-changes-partner" prop:value=partner on:change=move |event| choose_partner(event_target_value(&event))>
                    <option value="">"All partners"</option>
                    {partners.collect_view()}
                </select>
            </div>
            <p role="status">{says}</p>
        </div>
    }
}

/// The one that is chosen, if it is one.
fn only<T: Copy + Ord>(chosen: &Set<T>) -> Option<T> {
    chosen.first().copied().filter(|_| chosen.len() == 1)
}
