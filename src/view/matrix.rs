//! Who does what: partners against priorities, each cell a link to what it stands for.

use super::group::partner_link;
use super::heading::heading;
use super::link::link;
use super::wording::role_word;
use crate::plan::{Gap, PartnerId, Plan, PriorityId, Role};
use crate::query::View;
use crate::state::Explorer;
use leptos::prelude::*;

/// How the rows of the table are sorted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// Statutory partners first, as the plan lists them.
    Plan,
    /// By name.
    Name,
    /// Those named under most priorities first.
    Most,
    /// Those with a part in this priority first, strongest part first.
    Priority(PriorityId),
}

/// The view "Who does what".
#[component]
pub(super) fn Matrix(explorer: Explorer) -> impl IntoView {
    let plan = explorer.plan;
    let sort = RwSignal::new(Sort::Plan);
    let rows = move || {
        let sort = sort.get();
        let mut ids: Vec<PartnerId> =
            plan.partner_ids().filter(|id| plan.priority_ids().any(|it| !roles(plan, *id, it).is_empty())).collect();
        match sort {
            Sort::Plan => {}
            Sort::Name => ids.sort_by_cached_key(|id| plan.partner(*id).name.to_lowercase()),
            Sort::Most => ids.sort_by_key(|id| {
                std::cmp::Reverse(plan.priority_ids().filter(|it| !roles(plan, *id, *it).is_empty()).count())
            }),
            Sort::Priority(priority) => {
                ids.sort_by_key(|id| roles(plan, *id, priority).first().map_or(u8::MAX, |it| *it as u8));
            }
        }
        ids
    };
    let nowhere: Vec<PartnerId> =
        plan.partner_ids().filter(|id| plan.priority_ids().all(|it| roles(plan, *id, it).is_empty())).collect();
    view! {
        <section class="cp-view" aria-labelledby="cp-view-title">
            {heading(explorer.heading(1), "cp-view__title", "cp-view-title".to_owned(), "Who does what")}
            <p class="cp-lead">
                "Which organisations the plan names under each priority, and in which part. Choose a cell to read what it says."
            </p>
            <p>
                "“Lead” is as the plan names the lead partners of a priority. The other parts are as its words give them. "
                "An empty place means that the plan does not name the organisation there. It may still be at work."
            </p>
            <Table explorer sort rows=Signal::derive(rows) />
            <ByPriority explorer />
            {(!nowhere.is_empty())
                .then(|| {
                    let names = nowhere.iter().map(|id| view! { <li>{plan.partner(*id).name.as_str()}</li> }).collect_view();
                    view! {
                        {heading(explorer.heading(2), "cp-view__part", "cp-nowhere".to_owned(), "Named, but not under a priority")}
                        <ul class="cp-bullets">{names}</ul>
                    }
                })}
            <Websites explorer />
        </section>
    }
}

/// The parts of a partner under a priority, strongest first.
fn roles(plan: &Plan, partner: PartnerId, priority: PriorityId) -> Vec<Role> {
    let mut roles: Vec<Role> = plan
        .entries
        .iter()
        .filter(|entry| entry.priorities.contains(&priority))
        .flat_map(|entry| entry.partners.iter().filter(|part| part.partner == partner).map(|part| part.role))
        .collect();
    roles.sort_unstable();
    roles.dedup();
    roles
}

#[component]
fn Table(explorer: Explorer, sort: RwSignal<Sort>, rows: Signal<Vec<PartnerId>>) -> impl IntoView {
    let plan = explorer.plan;
    let sorter = move |by: Sort, words: String| {
        view! {
            <button type="button" class="cp-sort" on:click=move |_| sort.set(if sort.get_untracked() == by { Sort::Plan } else { by })>
                {words}
            </button>
        }
    };
    let sorted = move |by: Sort, way: &'static str| move || if sort.get() == by { way } else { "none" };
    let heads = plan
        .priority_ids()
        .map(|id| {
            let by = Sort::Priority(id);
            view! { <th scope="col" aria-sort=sorted(by, "descending")>{sorter(by, plan.priority(id).short.clone())}</th> }
        })
        .collect_view();
    let not_stated = plan
        .priority_ids()
        .map(|id| match plan.priority(id).lead {
            Some(_) => view! { <td><span class="cp-quiet">"stated"</span></td> }.into_any(),
            None => view! {
                <td>
                    {link(
                        explorer,
                        "cp-cell cp-cell--gap",
                        move |mut query| {
                            query = query.cleared();
                            query.view = View::Explore;
                            query.priorities = [id].into();
                            query.gaps = [Gap::LeadNotStated].into();
                            query
                        },
                        view! { "Not stated" <span class="cp-visually-hidden">": lead partner for "{plan.priority(id).short.as_str()}</span> },
                    )}
                </td>
            }
            .into_any(),
        })
        .collect_view();
    view! {
        <div class="cp-matrix" role="region" aria-label="Table of partners and priorities" tabindex="0">
            <table class="cp-table">
                <caption>"Parts of each partner under each priority. Choose a heading to sort; choose it again for the plan’s order."</caption>
                <thead>
                    <tr>
                        <th scope="col" aria-sort=sorted(Sort::Name, "ascending")>{sorter(Sort::Name, "Partner".to_owned())}</th>
                        {heads}
                        <th scope="col" aria-sort=sorted(Sort::Most, "descending")>{sorter(Sort::Most, "Priorities".to_owned())}</th>
                    </tr>
                </thead>
                <tbody>
                    <tr class="cp-table__note">
                        <th scope="row">"Lead partner"</th>
                        {not_stated}
                        <td>{plan.priorities.iter().filter(|it| it.lead.is_some()).count()} " stated"</td>
                    </tr>
                    <For each=move || rows.get() key=|id| *id children=move |id| row(explorer, id) />
                </tbody>
            </table>
        </div>
    }
}

fn row(explorer: Explorer, id: PartnerId) -> AnyView {
    let plan = explorer.plan;
    let cells = plan.priority_ids().map(|priority| view! { <td>{cell(explorer, id, priority)}</td> }).collect_view();
    let number = plan.priority_ids().filter(|it| !roles(plan, id, *it).is_empty()).count();
    view! {
        <tr>
            <th scope="row">{plan.partner(id).short.as_str()}</th>
            {cells}
            <td class="cp-table__number">{number}</td>
        </tr>
    }
    .into_any()
}

fn cell(explorer: Explorer, partner: PartnerId, priority: PriorityId) -> AnyView {
    let plan = explorer.plan;
    let roles = roles(plan, partner, priority);
    let Some(strongest) = roles.first() else {
        return view! { <span class="cp-quiet">"not named"</span> }.into_any();
    };
    let class = match strongest {
        Role::Lead => "cp-cell cp-cell--lead",
        Role::Funder => "cp-cell cp-cell--funder",
        Role::Delivers => "cp-cell cp-cell--delivers",
        Role::Named => "cp-cell cp-cell--named",
    };
    let words: Vec<&str> = roles.iter().map(|it| role_word(*it)).collect();
    let about = format!(": {}, {}", plan.partner(partner).short, plan.priority(priority).short);
    link(
        explorer,
        class,
        move |query| {
            let mut query = query.cleared();
            query.view = View::Explore;
            query.partners = [partner].into();
            query.priorities = [priority].into();
            query
        },
        view! { {words.join(", ")} <span class="cp-visually-hidden">{about}</span> },
    )
}

/// The same for a narrow page: one list per priority.
#[component]
fn ByPriority(explorer: Explorer) -> impl IntoView {
    let plan = explorer.plan;
    let parts = plan
        .priority_ids()
        .map(|priority| {
            let rows = plan
                .partner_ids()
                .filter(|id| !roles(plan, *id, priority).is_empty())
                .map(|id| view! { <li><span>{plan.partner(id).short.as_str()}</span> {cell(explorer, id, priority)}</li> })
                .collect_view();
            let none = plan.priority(priority).lead.is_none().then(|| view! { <li><span>"Lead partner"</span> <span class="cp-not-stated">"not stated"</span></li> });
            view! {
                {heading(explorer.heading(2), "cp-view__part", format!("cp-who-{}", plan.priority(priority).id), plan.priority(priority).short.as_str())}
                <ul class="cp-who">{none} {rows}</ul>
            }
        })
        .collect_view();
    view! { <div class="cp-by-priority">{parts}</div> }
}

/// Every organisation with its website and standing.
#[component]
fn Websites(explorer: Explorer) -> impl IntoView {
    let plan = explorer.plan;
    let rows = plan
        .partner_ids()
        .map(|id| {
            let partner = plan.partner(id);
            let site = partner.link.map(|it| {
                let link = plan.link(it);
                match link.offered() {
                    Some(url) => view! { ": " <a href=url rel="noreferrer external">{host(url)}</a> }.into_any(),
                    None => view! { ". " {super::wording::standing_sentence(link.standing)} }.into_any(),
                }
            });
            let about = partner.about.as_deref().map(|it| view! { <span class="cp-quiet">" "{it}</span> });
            view! { <li>{partner_link(explorer, id)} {site} {about}</li> }
        })
        .collect_view();
    view! {
        {heading(explorer.heading(2), "cp-view__part", "cp-websites".to_owned(), "Organisations and their websites")}
        <p>"Choose a name to see where the plan names it."</p>
        <ul class="cp-plain-list">{rows}</ul>
    }
}

/// The host of an address, as link text.
pub(super) fn host(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |it| it.1);
    rest.split(['/', '?', '#']).next().unwrap_or(rest).trim_start_matches("www.").to_owned()
}
