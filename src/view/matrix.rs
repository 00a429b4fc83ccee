//! Who does what: partners against priorities, each cell a link to what it stands for.

use super::card::partner_link;
use super::el::{Content, Each, El, button, el, keyed};
use super::heading::{part_title, view};
use super::leaflet::either;
use super::link::{external, link};
use crate::plan::{Gap, PartnerId, Plan, PriorityId, Role};
use crate::query::wording::{role_word, standing_sentence};
use crate::query::{Query, View};
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
pub(super) fn matrix(explorer: Explorer) -> El {
    let plan = explorer.plan;
    let nowhere: Vec<El> = plan
        .partner_ids()
        .filter(|id| number_of_priorities(plan, *id) == 0)
        .map(|id| el("li").with(plan.partner(id).name.as_str()))
        .collect();
    let nowhere = (!nowhere.is_empty()).then(|| {
        let title = "Named, but not under a priority";
        (part_title(explorer, "cp-nowhere", title), el("ul").class("cp-bullets").with(nowhere))
    });
    view(
        explorer,
        View::Partners,
        "Which organisations the plan names under each priority, and in which part. Choose a part to read what the \
             plan says.",
    )
    .with(el("p").with(
        "“Lead” is as the plan names the lead partners of a priority. The other parts are as its words give them. \
             Where the plan does not name an organisation, it may still be at work.",
    ))
    .with((table(explorer), by_priority(explorer), nowhere, websites(explorer)))
}

/// The parts of a partner under a priority, strongest first.
fn roles(plan: &Plan, partner: PartnerId, priority: PriorityId) -> Vec<Role> {
    Role::WORDS
        .into_iter()
        .map(|(role, _)| role)
        .filter(|role| {
            plan.entries.iter().any(|entry| {
                entry.priorities.contains(&priority)
                    && entry.partners.iter().any(|part| part.partner == partner && part.role == *role)
            })
        })
        .collect()
}

fn number_of_priorities(plan: &Plan, partner: PartnerId) -> usize {
    plan.priority_ids().filter(|it| !roles(plan, partner, *it).is_empty()).count()
}

/// The rows of the table, sorted; within what sorts alike they stay in the plan's order.
fn sorted(plan: &Plan, sort: Sort) -> Vec<u16> {
    let rank = |id: PartnerId| -> (usize, String) {
        match sort {
            Sort::Plan => (0, String::new()),
            Sort::Name => (0, plan.partner(id).short.to_ascii_lowercase()),
            Sort::Most => (usize::MAX - number_of_priorities(plan, id), String::new()),
            Sort::Priority(priority) => (roles(plan, id, priority).first().map_or(9, |it| *it as usize), String::new()),
        }
    };
    // Few rows: put each in its place, which needs no sorting library in the download.
    let mut rows: Vec<((usize, String), u16)> = Vec::new();
    for id in plan.partner_ids().filter(|id| number_of_priorities(plan, *id) > 0) {
        let rank = rank(id);
        let at = rows.iter().position(|(other, _)| *other > rank).unwrap_or(rows.len());
        rows.insert(at, (rank, id.0));
    }
    rows.into_iter().map(|(_, id)| id).collect()
}

fn table(explorer: Explorer) -> El {
    let plan = explorer.plan;
    let sort = RwSignal::new(Sort::Plan);
    let head = move |by: Sort, way: &'static str, words: &'static str| {
        let press = move |_| sort.update(|it| *it = if *it == by { Sort::Plan } else { by });
        el("th")
            .set("scope", "col")
            .follow("aria-sort", move || Some(if sort.get() == by { way } else { "none" }.into()))
            .with(either(explorer, || button("cp-sort", press).with(words), || words))
    };
    let heads = Each(plan.priority_ids().map(|id| head(Sort::Priority(id), "descending", &plan.priority(id).short)));
    let leads: Vec<El> = plan.priority_ids().map(|id| el("td").with(lead_cell(explorer, id))).collect();
    let stated = plan.priorities.iter().filter(|it| it.lead.is_some()).count();
    let lead_row = el("tr")
        .class("cp-table__note")
        .with((el("th").set("scope", "row").with("Lead partner"), leads))
        .with(el("td").with((stated.to_string(), " stated")));
    let rows = keyed(move || sorted(plan, sort.get()), move |key| row(explorer, PartnerId(key)).node());
    let how = || " Choose a heading to sort; choose it again for the plan’s order.";
    let sorting = either(explorer, how, || None::<El>);
    let caption = ("Parts of each partner under each priority.", sorting);
    let first =
        el("tr").with((head(Sort::Name, "ascending", "Partner"), heads, head(Sort::Most, "descending", "Priorities")));
    let table = el("table").class("cp-table").with((
        el("caption").with(caption),
        el("thead").with(first),
        el("tbody").with((lead_row, rows)),
    ));
    el("div")
        .class("cp-matrix")
        .set("role", "region")
        .set("aria-label", "Table of partners and priorities")
        .set("tabindex", "0")
        .with(table)
}

/// Whether the plan states a lead partner: a link to what is affected where it does not.
fn lead_cell(explorer: Explorer, id: PriorityId) -> El {
    let priority = explorer.plan.priority(id);
    if priority.lead.is_some() {
        return el("span").class("cp-quiet").with("stated");
    }
    let about = el("span").class("cp-visually-hidden").with((": lead partner for ", priority.short.as_str()));
    link(
        explorer,
        "cp-cell cp-cell--gap",
        move |_| Query { priorities: [id].into(), gaps: [Gap::LeadNotStated].into(), ..Query::default() },
        ("Not stated", about),
    )
}

fn row(explorer: Explorer, id: PartnerId) -> El {
    let plan = explorer.plan;
    let cells = Each(plan.priority_ids().map(|priority| el("td").with(cell(explorer, id, priority))));
    el("tr")
        .with((el("th").set("scope", "row").with(plan.partner(id).short.as_str()), cells))
        .with(el("td").class("cp-table__number").with(number_of_priorities(plan, id).to_string()))
}

fn cell(explorer: Explorer, partner: PartnerId, priority: PriorityId) -> El {
    let plan = explorer.plan;
    let roles = roles(plan, partner, priority);
    let class = match roles.first() {
        None => return el("span").class("cp-quiet").with("not named"),
        Some(Role::Lead) => "cp-cell cp-cell--lead",
        Some(Role::Funder) => "cp-cell cp-cell--funder",
        Some(Role::Delivers) => "cp-cell cp-cell--delivers",
        Some(Role::Named) => "cp-cell cp-cell--named",
    };
    let mut words = String::new();
    for role in &roles {
        if !words.is_empty() {
            words.push_str(", ");
        }
        words.push_str(role_word(*role));
    }
    let about = [": ", &plan.partner(partner).short, ", ", &plan.priority(priority).short].concat();
    link(
        explorer,
        class,
        move |_| Query { partners: [partner].into(), priorities: [priority].into(), ..Query::default() },
        (words, el("span").class("cp-visually-hidden").with(about)),
    )
}

/// The same for a narrow page: one list per priority.
fn by_priority(explorer: Explorer) -> El {
    let plan = explorer.plan;
    let mut parts = el("div").class("cp-by-priority");
    for priority in plan.priority_ids() {
        let record = plan.priority(priority);
        let unstated = record.lead.is_none().then(|| {
            el("li").with((el("span").with("Lead partner"), el("span").class("cp-not-stated").with("not stated")))
        });
        let rows = Each(plan.partner_ids().filter(|id| !roles(plan, *id, priority).is_empty()).map(|id| {
            let name = el("span").with(plan.partner(id).short.as_str());
            el("li").with((name, cell(explorer, id, priority)))
        }));
        let id = ["cp-who-", record.id.as_str()].concat();
        parts = parts
            .with(part_title(explorer, id, record.short.as_str()))
            .with(el("ul").class("cp-who").with((unstated, rows)));
    }
    parts
}

/// Every organisation with its website and standing.
fn websites(explorer: Explorer) -> impl Content {
    let plan = explorer.plan;
    let rows = Each(plan.partner_ids().map(|id| {
        let partner = plan.partner(id);
        // The leaflet's links to a partner lead here.
        let name = either(explorer, || partner_link(explorer, id), || el("b").with(partner.name.as_str()));
        let row = el("li").with(name);
        let row = row.on_leaflet(explorer, |it| it.id(["cp-org-", partner.id.as_str()].concat()));
        let row = match partner.link.map(|it| plan.link(it)) {
            None => row,
            Some(link) => match link.offered() {
                Some(url) => row.with((": ", external(url, host(url)))),
                None => row.with((". ", standing_sentence(link.standing))),
            },
        };
        row.with(partner.about.as_deref().map(|it| el("span").class("cp-quiet").with((" ", it))))
    }));
    (
        part_title(explorer, "cp-websites", "Organisations and their websites"),
        either(explorer, || el("p").with("Choose a name to see where the plan names it."), || None::<El>),
        el("ul").class("cp-plain-list").with(rows),
    )
}

/// The host of an address, as link text.
fn host(url: &str) -> String {
    // After the scheme and its two strokes, up to the next one.
    let host = url.split('/').nth(2).unwrap_or(url);
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}
