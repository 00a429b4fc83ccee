//! Links: to what another query shows, and to other sites.

use super::context::context;
use crate::plan::{PartnerId, Plan, WardId};
use crate::query::{Query, View, link};
use leptos::prelude::*;

/// A link to what another query shows. Without the program it leads to the place on the page where that stands; where there is
/// no such place, it reads as words (`cp-app-link`).
#[component]
pub fn QueryLink(
    query: Query,
    class: &'static str,
    /// Whether the link stands at that place itself.
    #[prop(optional)]
    is_there: bool,
    children: Children,
) -> impl IntoView {
    let plan = context().plan;
    let (class, place) = match place(plan, &query).filter(|_| !is_there) {
        Some(place) => (class.to_owned(), place),
        None => (format!("{class} cp-app-link"), "#cp-results-title".to_owned()),
    };
    view! { <a class=class href=place data-query=link::to_params(context().facts, &query)>{children()}</a> }
}

/// Where on the page the results of a query stand, if that is one place.
fn place(plan: &Plan, query: &Query) -> Option<String> {
    if let (Some(only), 1) = (query.priorities.first(), query.priorities.len()) {
        return Some(format!("#cp-group-{}", plan.priority(*only).id));
    }
    if let (Some(only), 1) = (query.partners.first(), query.partners.len()) {
        return Some(format!("#cp-partner-{}", plan.partner(*only).id));
    }
    None
}

/// A partner's name, which shows what the partner is named in.
#[component]
pub fn PartnerLink(id: PartnerId) -> impl IntoView {
    let query = Query { partners: [id].into(), ..Query::default() };
    view! { <QueryLink query class="cp-quiet-link">{context().plan.partner(id).name.as_str()}</QueryLink> }
}

/// A link to what is known of one ward, or of several beside each other; the program keeps all other choices.
#[component]
pub fn WardLink(
    #[prop(default = "cp-onward")] class: &'static str,
    wards: Vec<WardId>,
    #[prop(into)] says: String,
) -> impl IntoView {
    let query = Query { wards: wards.into_iter().collect(), view: View::Wards, ..Query::default() };
    let params = link::to_params(context().facts, &query);
    view! { <a class=class href=["?", &params].concat() data-wards=params>{says}</a> }
}

/// A link to another site.
#[component]
pub fn External(url: &'static str, #[prop(optional)] class: Option<&'static str>, children: Children) -> impl IntoView {
    view! { <a href=url class=class rel="noreferrer external">{children()}</a> }
}

/// A name, which leads to another site where we know a checked address.
#[component]
pub fn Named(name: &'static str, url: Option<&'static str>) -> impl IntoView {
    match url {
        Some(url) => view! { <External url>{name}</External> }.into_any(),
        None => view! { <b>{name}</b> }.into_any(),
    }
}
