//! The menu of views.

use crate::query::{View, view_name};
use leptos::prelude::*;

/// The menu; on a narrow page it opens from its first link.
#[component]
pub fn Menu() -> impl IntoView {
    let items = View::ALL.into_iter().map(|view| view! { <li><ViewLink view class="cp-menu__link"/></li> });
    view! {
        <nav class="cp-menu" part="menu" aria-label="Parts of the plan">
            <a class="cp-button cp-menu__opener" href="#cp-menu-list" aria-controls="cp-menu-list">
                "All parts of the plan"
            </a>
            <ul class="cp-menu__list" id="cp-menu-list">{items.collect_view()}</ul>
        </nav>
    }
}

/// A link to a view.
#[component]
pub fn ViewLink(view: View, class: &'static str) -> impl IntoView {
    let place = match view {
        View::Explore => "#cp-overview-title".to_owned(),
        _ => format!("#cp-view-{}", view.slug()),
    };
    let current = (view == View::Explore).then_some("page");
    view! { <a class=class href=place data-view=view.slug() aria-current=current>{view_name(view)}</a> }
}
