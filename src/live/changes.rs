//! What changed since the edition before, under the choices of priority and partner.

use super::{context, keep};
use crate::browser::Element;
use crate::plan::{PartnerId, PriorityId};
use crate::query::{Query, Set};
use leptos::prelude::*;

/// A change on the page, and what of this edition it concerns.
struct Row {
    element: Element,
    priorities: Vec<PriorityId>,
    partners: Vec<PartnerId>,
}

/// Ties the list of changes in this place to the query, and puts the choices above it.
pub(super) fn bring_to_life(place: &Element) {
    let explorer = context::explorer();
    let facts = explorer.facts;
    let rows: Vec<Row> = place
        .all(".cp-change")
        .into_iter()
        .map(|it| Row {
            priorities: it.data("priorities").split_whitespace().filter_map(|id| facts.find_priority(id)).collect(),
            partners: it.data("partners").split_whitespace().filter_map(|id| facts.find_partner(id)).collect(),
            element: it,
        })
        .collect();
    let all = rows.len();
    let rows = StoredValue::new_local(rows);
    let left = move |row: &Row| {
        explorer.with_query(|it| any(&it.priorities, &row.priorities) && any(&it.partners, &row.partners))
    };
    keep(RenderEffect::new(move |_: Option<()>| {
        rows.with_value(|rows| rows.iter().for_each(|it| it.element.hide(!left(it))));
    }));
    let shown = Memo::new(move |_| rows.with_value(|rows| rows.iter().filter(|it| left(it)).count()));
    if let Some(into) = place.find("[data-place=changes-filter]") {
        keep(mount_to(into.html(), move || view! { <Filter shown all/> }));
    }
}

/// Whether one of the chosen is among these; where none is chosen, all are.
fn any<T: Copy + Ord>(chosen: &Set<T>, these: &[T]) -> bool {
    chosen.is_empty() || these.iter().any(|it| chosen.contains(it))
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
    let says = move || match shown.get() {
        0 => "Nothing fits your choices.".to_owned(),
        some => ["Showing ", &some.to_string(), " of ", &all.to_string(), "."].concat(),
    };
    view! {
        <div class="cp-changes__filter">
            <Choice
                id="cp-changes-priority"
                label="Priority"
                all="All priorities"
                options=facts.priorities.iter().map(|it| (it.id.as_str(), it.short.as_str())).collect()
                chosen=move || {
                    let one = explorer.with_query(|it| only(&it.priorities));
                    one.and_then(|it| facts.priority(it)).map(|it| it.id.as_str())
                }
                choose=move |id| {
                    let priorities = facts.find_priority(id).into_iter().collect();
                    explorer.choose(Query { priorities, ..explorer.query_now() });
                }
            />
            <Choice
                id="cp-changes-partner"
                label="Partner"
                all="All partners"
                options=facts.partners.iter().map(|it| (it.id.as_str(), it.short.as_str())).collect()
                chosen=move || {
                    let one = explorer.with_query(|it| only(&it.partners));
                    one.and_then(|it| facts.partner(it)).map(|it| it.id.as_str())
                }
                choose=move |id| {
                    let partners = facts.find_partner(id).into_iter().collect();
                    explorer.choose(Query { partners, ..explorer.query_now() });
                }
            />
            <p role="status">{says}</p>
        </div>
    }
}

/// A list of which one is chosen, or all.
#[component]
fn Choice(
    id: &'static str,
    label: &'static str,
    /// What it says where none is chosen.
    all: &'static str,
    /// Their ids and names.
    options: Vec<(&'static str, &'static str)>,
    /// The id of the chosen one; tracked.
    chosen: impl Fn() -> Option<&'static str> + Send + 'static,
    /// What chooses another; an empty id for all.
    choose: impl Fn(&str) + 'static,
) -> impl IntoView {
    let options = options.into_iter().map(|(id, name)| view! { <option value=id>{name}</option> });
    view! {
        <div class="cp-field">
            <label for=id>{label}</label>
            <select
                id=id
                prop:value=move || chosen().unwrap_or_default()
                on:change=move |event| choose(&event_target_value(&event))
            >
                <option value="">{all}</option>
                {options.collect_view()}
            </select>
        </div>
    }
}

/// The one that is chosen, if it is one.
fn only<T: Copy + Ord>(chosen: &Set<T>) -> Option<T> {
    chosen.first().copied().filter(|_| chosen.len() == 1)
}
