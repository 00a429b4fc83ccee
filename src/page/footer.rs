//! What stands under everything: contacts for all, rights, and how this page treats its visitors.

use super::context::context;
use super::heading::Heading;
use super::link::Named;
use super::menu::ViewLink;
use crate::plan::Contact;
use crate::query::View;
use leptos::prelude::*;

/// The foot of the page.
#[component]
pub fn Footer() -> impl IntoView {
    let plan = context().plan;
    let contacts = plan.contacts.iter().filter(|it| it.priorities.is_empty());
    let contacts = contacts.map(|contact| view! { <ContactRow contact/> });
    view! {
        <div class="cp-foot" part="foot">
            <Heading below=1 class="cp-foot__title" id="cp-foot-contacts">"If you need help"</Heading>
            <ul class="cp-plain-list">{contacts.collect_view()}</ul>
            <AddedByUs/>
            <Heading below=1 class="cp-foot__title" id="cp-foot-about">"About this page"</Heading>
            <p>{plan.edition.rights.as_str()}</p>
            <p>
                "This page sets no cookies, stores nothing on your device unasked and asks no other site for anything. Each \
                statement leads to the plan’s own words."
            </p>
            <p data-app><ViewLink view=View::Embed class="cp-quiet-link"/></p>
            <p class="cp-foot__when"></p>
            <div class="cp-part" data-part="paper"></div>
        </div>
    }
}

/// One contact.
#[component]
pub fn ContactRow(contact: &'static Contact) -> impl IntoView {
    let url = contact.link.and_then(|it| context().plan.link(it).offered());
    let phone = contact.phone.as_deref().map(|phone| {
        let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
        view! { ": " <a class="cp-phone" href=format!("tel:{digits}")>{phone}</a> }
    });
    let seen = contact.seen.as_deref();
    let seen = seen.map(|seen| view! { <span class="cp-quiet">" (number last seen " {seen} ")"</span> });
    view! { <li><Named name=&contact.name url/> {phone} ". " {contact.when.as_str()} {seen}</li> }
}

/// Says that contacts are ours.
#[component]
pub fn AddedByUs() -> impl IntoView {
    view! { <p class="cp-ours-line">"Added by us; not from the plan."</p> }
}
