//! One partner, whose page begins with what it is, what it leads and where it is named.

use super::context::context;
use super::heading::Heading;
use super::link::QueryLink;
use super::matrix::{Website, roles};
use crate::plan::{PartnerId, PriorityId, Role};
use crate::query::Query;
use leptos::prelude::*;

/// The head of each partner's page, of which one is on show at most.
#[component]
pub fn PartnerHeads() -> impl IntoView {
    context().plan.partner_ids().map(|id| view! { <PartnerHead id/> }).collect_view()
}

#[component]
fn PartnerHead(id: PartnerId) -> impl IntoView {
    let plan = context().plan;
    let partner = plan.partner(id);
    let slug = partner.id.as_str();
    let website = partner.link.map(|id| view! { <p>"Website" <Website link=plan.link(id)/></p> });
    let about = partner.about.as_deref().map(|it| view! { <p class="cp-quiet">{it}</p> });
    let (leads, named): (Vec<PriorityId>, Vec<PriorityId>) = plan
        .priority_ids()
        .filter(|it| !roles(plan, id, *it).is_empty())
        .partition(|it| roles(plan, id, *it).iter().any(|it| it.0 == Role::Lead));
    view! {
        <div class="cp-partner" data-o=slug>
            <Heading below=1 class="cp-partner__name" id=format!("cp-partner-{slug}")>{partner.name.as_str()}</Heading>
            {partner.statutory.then(|| view! { <p>"One of the partners that the law names."</p> })}
            {website}
            {about}
            <Under partner=id title="Leads on" list=leads/>
            <Under partner=id title="Named under" list=named/>
        </div>
    }
    .into_any()
}

/// The priorities under which it has a part, each a link to what it is named in there.
#[component]
fn Under(partner: PartnerId, title: &'static str, list: Vec<PriorityId>) -> impl IntoView {
    (!list.is_empty()).then(|| {
        let rows = list.into_iter().map(|id| {
            let query = Query { partners: [partner].into(), priorities: [id].into(), ..Query::default() };
            view! { <li><QueryLink query class="cp-quiet-link">{context().plan.priority(id).short.as_str()}</QueryLink></li> }
        });
        view! { <p class="cp-partner__under">{title} ": "</p><ul class="cp-inline">{rows.collect_view()}</ul> }
    })
}
