//! One priority: its names, who leads, promised beside done, how it is going, strategies, contacts, notes.

use super::context::context;
use super::exit::Exit;
use super::footer::{AddedByUs, ContactRow};
use super::glyph::Beware;
use super::heading::Heading;
use super::link::PartnerLink;
use super::list::EntryList;
use super::members::{belongs, place};
use super::origin::StatementOrigin;
use super::quote::{FootnoteLine, cite};
use super::words::IsOurs;
use crate::chart::listed;
use crate::plan::{EntryId, Kind, Lead, Note, Plan, PriorityId, Source};
use crate::query::marks;
use leptos::prelude::*;

/// A priority with all that the plan has under it, or (`None`) what belongs to the plan as a whole.
#[component]
pub fn PriorityGroup(priority: Option<PriorityId>) -> impl IntoView {
    let plan = context().plan;
    let place = place(plan, priority);
    let members: Vec<EntryId> = plan.entry_ids().filter(|id| belongs(plan, *id, priority)).collect();
    let title = format!("cp-group-{place}");
    let head = match priority {
        Some(id) => view! { <GroupHead id title=title.clone()/> }.into_any(),
        None => view! {
            <Heading below=2 class="cp-group__title" id=title.clone()>"The plan as a whole"</Heading>
            <p class="cp-lead">"These belong to every priority."</p>
        }
        .into_any(),
    };
    let nothing_reported = priority.is_some_and(|id| plan.priority(id).nothing_reported).then(|| {
        view! {
            <p class="cp-gap">
                <Beware/>
                <span>"The plan reports no achievements under this priority."</span>
            </p>
        }
    });
    view! {
        <section
            class="cp-group"
            hidden=members.is_empty()
            aria-labelledby=title
            data-g=place
            data-l=marks::of_list(plan, &members)
        >
            {head}
            <div class="cp-group__pair">
                <EntryList priority kind=Kind::Promised/>
                <EntryList priority kind=Kind::Done/>
            </div>
            {nothing_reported}
            <EntryList priority kind=Kind::Direction/>
            <EntryList priority kind=Kind::Local/>
            <EntryList priority kind=Kind::Strategy/>
            {priority.map(|id| view! { <GroupTail id/> })}
        </section>
    }
    .into_any()
}

#[component]
fn GroupHead(id: PriorityId, title: String) -> impl IntoView {
    let plan = context().plan;
    let priority = plan.priority(id);
    let lead = match &priority.lead {
        Some(lead) => view! { <LeadPartners lead/> }.into_any(),
        None => view! {
            <p><b>"Lead partner: "</b><span class="cp-not-stated">"not stated in the plan"</span></p>
        }
        .into_any(),
    };
    let footnotes = heading_footnotes(plan, id).into_iter().map(|source| view! { <FootnoteLine source/> });
    view! {
        <div class="cp-group__head">
            <Heading below=2 class="cp-group__title" id=title>
                {priority.short.as_str()}
                {priority.new.then(|| view! { " " <span class="cp-tag">"New in this edition"</span> })}
            </Heading>
            {priority.sensitive.then(|| view! { <Exit/> })}
        </div>
        <p class="cp-lead">{priority.plain.as_str()} " " <IsOurs/></p>
        <p class="cp-group__names">
            "The plan calls it “" {priority.name.quote.as_str()} "”" {other_names(plan, id)} "."
        </p>
        {footnotes.collect_view()}
        <div class="cp-group__lead">{lead}</div>
    }
}

/// The other names that the plan itself uses, each with its section.
fn other_names(plan: &Plan, id: PriorityId) -> Option<String> {
    let aliases = plan.priority(id).aliases.iter();
    let names: Vec<String> =
        aliases.filter_map(|it| Some(format!("“{}” ({})", it.name, plan.section(it.section?).cite))).collect();
    (!names.is_empty()).then(|| format!(", and also {}", listed(&names)))
}

/// Footnotes that the plan hangs on the heading of a section of this priority.
fn heading_footnotes(plan: &'static Plan, id: PriorityId) -> Vec<&'static Source> {
    let mut of_priority = plan.entries.iter().filter(|it| it.priorities == [id] && it.kind == Kind::Promised);
    let section = of_priority.find_map(|it| it.source()).map(|it| it.section);
    let hangs_on_entry = |at: usize| plan.entries.iter().any(|entry| entry.footnotes.iter().any(|id| id.index() == at));
    let footnotes = plan.footnotes.iter().enumerate();
    footnotes
        .filter(|(at, it)| Some(it.source.section) == section && !hangs_on_entry(*at))
        .map(|(_, it)| &it.source)
        .collect()
}

#[component]
fn LeadPartners(lead: &'static Lead) -> impl IntoView {
    let names = lead.partners.iter().map(|id| view! { <li><PartnerLink id=*id/></li> });
    view! {
        <div>
            <b>{if lead.partners.len() == 1 { "Lead partner: " } else { "Lead partners: " }}</b>
            <ul class="cp-inline">{names.collect_view()}</ul>
            <span class="cp-quiet">" (plan, " {cite(lead.source.section)} ")"</span>
        </div>
        <StatementOrigin id=lead.id.as_str() source=&lead.source in_full=true/>
    }
}

#[component]
fn GroupTail(id: PriorityId) -> impl IntoView {
    let plan = context().plan;
    let slug = plan.priority(id).id.as_str();
    let own = plan.contacts.iter().filter(|it| it.priorities.contains(&id));
    let for_all = plan.contacts.iter().filter(|it| it.priorities.is_empty());
    let contacts = own.chain(for_all).map(|contact| view! { <ContactRow contact/> });
    let notes: Vec<&Note> = plan.notes.iter().filter(|it| it.priorities.contains(&id)).collect();
    let notes = (!notes.is_empty()).then(|| {
        let rows = notes.into_iter().map(|it| {
            view! {
                <li>
                    <details class="cp-note">
                        <summary>{it.title.as_str()}</summary>
                        <p>{it.text.as_str()}</p>
                    </details>
                </li>
            }
        });
        view! {
            <section class="cp-aside">
                <Heading below=3 class="cp-aside__title" id=format!("cp-{slug}-notes")>"Editor’s notes"</Heading>
                <ul class="cp-plain-list">{rows.collect_view()}</ul>
            </section>
        }
    });
    view! {
        <div class="cp-group__tail">
            <section class="cp-aside">
                <Heading below=3 class="cp-aside__title" id=format!("cp-{slug}-contacts")>"Whom to contact"</Heading>
                <ul class="cp-plain-list">{contacts.collect_view()}</ul>
                <AddedByUs/>
            </section>
            {notes}
        </div>
    }
}
