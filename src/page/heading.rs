//! Headings at a level that fits the outline of the page around ours, and sections that begin with one.

use super::chart::heading_tag;
use super::context::context;
use crate::query::{View, view_name};
use leptos::html::custom;
use leptos::prelude::*;

/// A heading, so many levels below the title. Links lead to it, and programs move the keyboard there.
#[component]
pub fn Heading(below: u8, class: &'static str, #[prop(into)] id: String, children: Children) -> impl IntoView {
    custom(heading_tag(context().heading(below))).class(class).id(id).tabindex("-1").child(children())
}

/// A heading inside a summary, which takes the keyboard itself and has the id.
#[component]
pub fn SummaryHeading(below: u8, class: &'static str, children: Children) -> impl IntoView {
    custom(heading_tag(context().heading(below))).class(class).child(children())
}

/// The heading of a part of a view.
#[component]
pub fn PartTitle(#[prop(into)] id: String, title: &'static str) -> impl IntoView {
    view! { <Heading below=2 class="cp-view__part" id>{title}</Heading> }
}

/// A view with its title and a line on what it holds.
#[component]
pub fn ViewSection(
    view: View,
    lead: &'static str,
    #[prop(optional)] hidden: bool,
    children: Children,
) -> impl IntoView {
    let title = format!("cp-view-{}", view.slug());
    view! {
        <section
            class="cp-view"
            data-section=view.slug()
            data-of-the-plan=View::OF_THE_PLAN.contains(&view)
            hidden=hidden
            aria-labelledby=title
        >
            <Heading below=1 class="cp-view__title" id=title.clone()>{view_name(view)}</Heading>
            <p class="cp-lead">{lead}</p>
            {children()}
        </section>
    }
    .into_any()
}
