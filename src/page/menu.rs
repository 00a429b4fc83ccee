//! The menu of views.

use crate::query::{View, view_name};
use leptos::prelude::*;

/// The menu: five entries, of which the last opens what the plan says of itself.
#[component]
pub fn Menu() -> impl IntoView {
    let main = View::MENU.into_iter().map(|view| {
        let words = if view == View::About { "The plan" } else { view_name(view) };
        view! { <li><ViewLink view class="cp-menu__link" words/></li> }
    });
    let parts = View::OF_THE_PLAN.into_iter().map(|view| view! { <li><ViewLink view class="cp-menu__part"/></li> });
    view! {
        <nav class="cp-menu" part="menu" aria-label="Parts of this page">
            <ul class="cp-menu__list">{main.collect_view()}</ul>
            <ul class="cp-menu__parts" aria-label="The plan">{parts.collect_view()}</ul>
        </nav>
    }
}

/// A link to a view.
#[component]
pub fn ViewLink(view: View, class: &'static str, #[prop(optional, into)] words: Option<String>) -> impl IntoView {
    let place = match view {
        View::Explore => "#cp-overview-title".to_owned(),
        View::List => "#cp-results-title".to_owned(),
        _ => format!("#cp-view-{}", view.slug()),
    };
    let current = (view == View::Explore).then_some("page");
    view! {
        <a class=class href=place data-view=view.slug() aria-current=current>
            {words.unwrap_or_else(|| view_name(view).to_owned())}
        </a>
    }
}
