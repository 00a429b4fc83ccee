//! The view "Who does what": partners against priorities, each cell a link to what it stands for.

use super::context::context;
use super::heading::{PartTitle, ViewSection};
use super::link::{External, QueryLink};
use super::wording::{role_word, standing_sentence};
use crate::plan::{Gap, Link, Part, Partner, PartnerId, Plan, PriorityId, Role};
use crate::query::{Query, View};
use leptos::prelude::*;

/// The view.
#[component]
pub fn Matrix() -> impl IntoView {
    let plan = context().plan;
    let nowhere: Vec<PartnerId> =
        by_name(plan, |it| &it.name).into_iter().filter(|id| number_of_priorities(plan, *id) == 0).collect();
    let nowhere = (!nowhere.is_empty()).then(|| {
        let rows = nowhere.into_iter().map(|id| view! { <li>{plan.partner(id).name.as_str()}</li> });
        view! {
            <PartTitle id="cp-nowhere" title="Named, but not under a priority"/>
            <ul class="cp-bullets">{rows.collect_view()}</ul>
        }
    });
    view! {
        <ViewSection
            view=View::Partners
            lead="Which organisations the plan names under each priority, and in which part. Choose a part to read what the plan \
            says."
        >
            <p>
                "“Lead” is as the plan names the lead partners of a priority. The other parts are as its words give them, or “inferred”. \
                Where the plan does not name an organisation, it may still be at work."
            </p>
            <PartnerTable/>
            <ByPriority/>
            {nowhere}
            <Websites/>
        </ViewSection>
    }
}

/// The parts of a partner under a priority, strongest first, each with whether it is inferred everywhere there.
pub(super) fn roles(plan: &Plan, partner: PartnerId, priority: PriorityId) -> Vec<(Role, bool)> {
    let entries = plan.entries.iter().filter(|it| it.priorities.contains(&priority));
    let parts: Vec<&Part> = entries.flat_map(|it| &it.partners).filter(|it| it.partner == partner).collect();
    let with_role = |role: Role| {
        let mut own = parts.iter().filter(|it| it.role == role).peekable();
        // Who leads on a priority is stated of the priority itself.
        own.peek().is_some().then(|| (role, role != Role::Lead && own.all(|it| it.inferred)))
    };
    Role::WORDS.into_iter().filter_map(|(role, _)| with_role(role)).collect()
}

/// All partners from A to Z, by the name that is shown: the short one in the table, else the whole.
fn by_name(plan: &Plan, shown: fn(&Partner) -> &String) -> Vec<PartnerId> {
    let mut partners: Vec<PartnerId> = plan.partner_ids().collect();
    partners.sort_by_cached_key(|id| shown(plan.partner(*id)).to_lowercase());
    partners
}

fn number_of_priorities(plan: &Plan, partner: PartnerId) -> usize {
    plan.priority_ids().filter(|it| !roles(plan, partner, *it).is_empty()).count()
}

/// Every partner that is named under a priority, from A to Z. Head and first column stay in sight.
#[component]
fn PartnerTable() -> impl IntoView {
    let plan = context().plan;
    let heads = plan.priorities.iter().map(|it| view! { <SortedHead words=&it.short sort="none"/> });
    let leads = plan.priority_ids().map(|id| view! { <td><LeadCell id/></td> });
    let stated = plan.priorities.iter().filter(|it| it.lead.is_some()).count();
    let partners = by_name(plan, |it| &it.short).into_iter().filter(|id| number_of_priorities(plan, *id) > 0);
    let rows = partners.map(|id| view! { <PartnerRow id/> });
    view! {
        <div class="cp-matrix" role="region" aria-label="Table of partners and priorities" tabindex="0">
            <table class="cp-table">
                <caption>
                    "Partners from A to Z. An empty cell: the plan does not name the partner there."
                    <span data-app>" Choose a heading to sort by it; choose it again to go back."</span>
                </caption>
                <thead>
                    <tr>
                        <SortedHead words="Partner" sort="ascending"/>
                        {heads.collect_view()}
                        <SortedHead words="Priorities" sort="none"/>
                    </tr>
                </thead>
                <tbody>
                    <tr class="cp-table__note">
                        <th scope="row">"Lead partner"</th>
                        {leads.collect_view()}
                        <td>{stated} " stated"</td>
                    </tr>
                    {rows.collect_view()}
                </tbody>
            </table>
        </div>
    }
}

/// The head of a column. With the program, a press sorts the rows by it.
#[component]
fn SortedHead(words: &'static str, sort: &'static str) -> impl IntoView {
    view! {
        <th scope="col" aria-sort=sort><a class="cp-sort cp-app-link" href="#cp-view-partners">{words}</a></th>
    }
}

/// Whether the plan states a lead partner: a link to what is affected where it does not.
#[component]
fn LeadCell(id: PriorityId) -> impl IntoView {
    let priority = context().plan.priority(id);
    if priority.lead.is_some() {
        return view! { <span class="cp-visually-hidden">"stated"</span> }.into_any();
    }
    let query = Query { priorities: [id].into(), gaps: [Gap::LeadNotStated].into(), ..Query::default() };
    view! {
        <QueryLink query class="cp-cell cp-cell--gap">
            "Not stated" <span class="cp-visually-hidden">": lead partner for " {priority.short.as_str()}</span>
        </QueryLink>
    }
    .into_any()
}

#[component]
fn PartnerRow(id: PartnerId) -> impl IntoView {
    let plan = context().plan;
    let cells = plan.priority_ids().map(|priority| view! { <td><PartCell partner=id priority/></td> });
    view! {
        <tr data-partner=id.0.to_string()>
            <th scope="row">{plan.partner(id).short.as_str()}</th>
            {cells.collect_view()}
            <td class="cp-table__number">{number_of_priorities(plan, id)}</td>
        </tr>
    }
}

#[component]
fn PartCell(partner: PartnerId, priority: PriorityId) -> impl IntoView {
    let plan = context().plan;
    let roles = roles(plan, partner, priority);
    let class = match roles.first().map(|(role, _)| *role) {
        None => return view! { <span class="cp-visually-hidden">"not named"</span> }.into_any(),
        Some(Role::Lead) => "cp-cell cp-cell--lead",
        Some(Role::Funder) => "cp-cell cp-cell--funder",
        Some(Role::Delivers) => "cp-cell cp-cell--delivers",
        Some(Role::Named) => "cp-cell cp-cell--named",
    };
    let word = |(role, inferred)| [role_word(role), if inferred { " (inferred)" } else { "" }].concat();
    let words: Vec<String> = roles.into_iter().map(word).collect();
    let about = format!(": {}, {}", plan.partner(partner).short, plan.priority(priority).short);
    let query = Query { partners: [partner].into(), priorities: [priority].into(), ..Query::default() };
    view! {
        <QueryLink query class>{words.join(", ")} <span class="cp-visually-hidden">{about}</span></QueryLink>
    }
    .into_any()
}

/// The same for a narrow page: one list per priority.
#[component]
fn ByPriority() -> impl IntoView {
    let parts = context().plan.priority_ids().map(|priority| view! { <OfPriority priority/> });
    view! { <div class="cp-by-priority">{parts.collect_view()}</div> }
}

#[component]
fn OfPriority(priority: PriorityId) -> impl IntoView {
    let plan = context().plan;
    let record = plan.priority(priority);
    let unstated = record.lead.is_none().then(|| {
        view! { <li><span>"Lead partner"</span> " " <span class="cp-not-stated">"not stated"</span></li> }
    });
    let partners = by_name(plan, |it| &it.short).into_iter().filter(move |id| !roles(plan, *id, priority).is_empty());
    let rows = partners.map(|partner| {
        view! { <li><span>{plan.partner(partner).short.as_str()}</span> " " <PartCell partner priority/></li> }
    });
    view! {
        <PartTitle id=format!("cp-who-{}", record.id) title=&record.short/>
        <ul class="cp-who">{unstated} {rows.collect_view()}</ul>
    }
}

/// Every organisation with its website and standing.
#[component]
fn Websites() -> impl IntoView {
    let rows = by_name(context().plan, |it| &it.name).into_iter().map(|id| view! { <Organisation id/> });
    view! {
        <PartTitle id="cp-websites" title="Organisations and their websites"/>
        <p data-app>"Choose a name to see where the plan names it."</p>
        <ul class="cp-plain-list">{rows.collect_view()}</ul>
    }
}

/// An organisation. Without the program links to it lead here.
#[component]
fn Organisation(id: PartnerId) -> impl IntoView {
    let plan = context().plan;
    let partner = plan.partner(id);
    let website = partner.link.map(|id| view! { <Website link=plan.link(id)/> });
    let about = partner.about.as_deref().map(|it| view! { <span class="cp-quiet">" " {it}</span> });
    let place = format!("cp-org-{}", partner.id);
    let query = Query { partners: [id].into(), ..Query::default() };
    view! {
        <li id=place>
            <b><QueryLink query class="cp-quiet-link" is_there=true>{partner.name.as_str()}</QueryLink></b> {website} {about}
        </li>
    }
}

#[component]
pub fn Website(link: &'static Link) -> impl IntoView {
    match link.offered() {
        Some(url) => view! { ": " <External url>{host(url)}</External> }.into_any(),
        None => view! { ". " {standing_sentence(link.standing)} }.into_any(),
    }
}

/// The host of an address, as link text.
fn host(url: &str) -> String {
    // After the scheme and its two strokes, up to the next one.
    let host = url.split('/').nth(2).unwrap_or(url);
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}
