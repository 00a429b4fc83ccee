//! What stands under everything: contacts for all, rights, and how this page treats its visitors.

use super::group::contact;
use super::heading::heading;
use crate::state::Explorer;
use leptos::prelude::*;

/// The foot of the explorer.
#[component]
pub(super) fn Foot(explorer: Explorer) -> impl IntoView {
    let plan = explorer.plan;
    let contacts =
        plan.contacts.iter().filter(|it| it.priorities.is_empty()).map(|it| contact(plan, it)).collect_view();
    view! {
        <div class="cp-foot">
            {heading(explorer.heading(1), "cp-foot__title", "cp-foot-contacts".to_owned(), "If you need help")}
            <ul class="cp-plain-list">{contacts}</ul>
            <p class="cp-ours-line">"Added by us; not from the plan."</p>
            {heading(explorer.heading(1), "cp-foot__title", "cp-foot-about".to_owned(), "About this page")}
            <p>{plan.edition.rights.as_str()}</p>
            <p>
                "This page sets no cookies, stores nothing on your device and asks no other site for anything. Each statement "
                "leads to the plan’s own words."
            </p>
            <button type="button" class="cp-button cp-button--quiet cp-foot__print" on:click=move |_| explorer.print()>
                "Print what is on screen"
            </button>
        </div>
    }
}
