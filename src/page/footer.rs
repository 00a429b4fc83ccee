//! What stands under everything: contacts for all, rights, and how this page treats its visitors.

use super::context::context;
use super::fold::Fold;
use super::heading::Heading;
use super::link::Named;
use super::menu::ViewLink;
use super::report::ReportPage;
use crate::plan::Contact;
use crate::query::View;
use leptos::prelude::*;

/// The foot of the page.
#[component]
pub fn Footer() -> impl IntoView {
    let plan = context().plan;
    let contacts = plan.contacts.iter().filter(|it| it.priorities.is_empty());
    let contacts = contacts.map(|contact| view! { <ShortContact contact/> });
    view! {
        <div class="cp-foot" part="foot">
            <Heading below=1 class="cp-foot__title" id="cp-foot-contacts">"If you need help"</Heading>
            <ul class="cp-foot__contacts">{contacts.collect_view()}</ul>
            <AddedByUs/>
            <Fold id="cp-foot-about" title="About this page" below=1>
                <p>{plan.edition.rights.as_str()}</p>
                <p>
                    "This page sets no cookies, stores nothing on your device unasked and asks no other site for anything. Each \
                    statement leads to the plan’s own words."
                </p>
                <ReportPage/>
                <p data-app><ViewLink view=View::Embed class="cp-quiet-link"/></p>
            </Fold>
            <p class="cp-foot__when"></p>
            <div class="cp-part" data-part="paper"></div>
        </div>
    }
}

/// One contact in one line: its number first.
#[component]
fn ShortContact(contact: &'static Contact) -> impl IntoView {
    let url = contact.link.and_then(|it| context().plan.link(it).offered());
    let seen = contact.seen.as_deref();
    let seen = seen.map(|seen| view! { <span class="cp-quiet">" (number last seen " {seen} ")"</span> });
    view! {
        <li>
            {contact.phone.as_deref().map(|phone| view! { <Phone phone/> " " })} <Named name=&contact.name url/> {seen}
        </li>
    }
}

/// A number to call.
#[component]
fn Phone(phone: &'static str) -> impl IntoView {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    view! { <a class="cp-phone" href=format!("tel:{digits}")>{phone}</a> }
}

/// One contact, with when to use it.
#[component]
pub fn ContactRow(contact: &'static Contact) -> impl IntoView {
    let url = contact.link.and_then(|it| context().plan.link(it).offered());
    let phone = contact.phone.as_deref().map(|phone| view! { ": " <Phone phone/> });
    let seen = contact.seen.as_deref();
    let seen = seen.map(|seen| view! { <span class="cp-quiet">" (number last seen " {seen} ")"</span> });
    view! { <li><Named name=&contact.name url/> {phone} ". " {contact.when.as_str()} {seen}</li> }
}

/// Says that contacts are ours.
#[component]
pub fn AddedByUs() -> impl IntoView {
    view! { <p class="cp-ours-line">"Added by us; not from the plan."</p> }
}
