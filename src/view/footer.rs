//! What stands under everything: contacts for all, rights, and how this page treats its visitors.

use super::el::{El, el};
use super::group::{added, contact};
use super::heading::heading;
use super::link::link_to;
use super::part::{Part, part};
use crate::query::View;
use crate::query::wording::view_name;
use crate::state::Explorer;

/// The foot of the explorer.
pub(super) fn foot(explorer: Explorer) -> El {
    let plan = explorer.plan;
    let contacts: Vec<El> =
        plan.contacts.iter().filter(|it| it.priorities.is_empty()).map(|it| contact(plan, it)).collect();
    el("div")
        .class("cp-foot")
        .set("part", "foot")
        .with(heading(explorer.heading(1), "cp-foot__title", "cp-foot-contacts", "If you need help"))
        .with((el("ul").class("cp-plain-list").with(contacts), added()))
        .with(heading(explorer.heading(1), "cp-foot__title", "cp-foot-about", "About this page"))
        .with(el("p").with(plan.edition.rights.as_str()))
        .with(el("p").with(
            "This page sets no cookies, stores nothing on your device unasked and asks no other site for anything. Each statement \
             leads to the plan’s own words.",
        ))
        .with(el("p").with(
            link_to(
                explorer,
                "cp-quiet-link",
                |mut query| {
                    query.view = View::Embed;
                    query
                },
                move |_| explorer.show(View::Embed),
            )
            .with(view_name(View::Embed)),
        ))
        .with((el("p").class("cp-foot__when"), part(explorer, Part::Paper)))
}
