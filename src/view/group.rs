//! One priority: its names, who leads, promised beside done, how it is going, strategies, contacts, notes.

use super::exit::ExitButton;
use super::glyph::beware;
use super::heading::heading;
use super::link::link;
use super::list::List;
use super::origin::{cite, origin};
use super::place::join;
use super::words::marked;
use crate::plan::{Contact, Kind, PartnerId, Plan, PriorityId};
use crate::query::View;
use crate::state::Explorer;
use leptos::prelude::*;

/// A priority with what the current choices leave of it, or (`None`) what belongs to the plan as a whole.
#[component]
pub(super) fn Group(explorer: Explorer, priority: Option<PriorityId>) -> impl IntoView {
    let shown = Memo::new(move |_| explorer.groups.with(|groups| groups.iter().any(|it| it.priority == priority)));
    let place = priority.map_or("whole", |id| explorer.plan.priority(id).id.as_str());
    let id = format!("cp-group-{place}");
    let labelled_by = id.clone();
    let list = move |kind| view! { <List explorer priority kind place /> };
    view! {
        <section class="cp-group" hidden=move || !shown.get() aria-labelledby=labelled_by>
            {match priority {
                Some(priority) => head(explorer, priority, id).into_any(),
                None => whole(explorer, id).into_any(),
            }}
            <div class="cp-group__pair">{list(Kind::Promised)} {list(Kind::Done)}</div>
            {priority.map(|priority| nothing_reported(explorer, priority))}
            {list(Kind::Direction)}
            {list(Kind::Local)}
            {list(Kind::Strategy)}
            {priority.map(|priority| tail(explorer, priority))}
        </section>
    }
}

fn whole(explorer: Explorer, id: String) -> impl IntoView {
    view! {
        {heading(explorer.heading(2), "cp-group__title", id, "The plan as a whole")}
        <p class="cp-lead">"These belong to every priority."</p>
    }
}

fn head(explorer: Explorer, id: PriorityId, heading_id: String) -> impl IntoView {
    let plan = explorer.plan;
    let priority = plan.priority(id);
    let title = view! {
        {marked(explorer, &priority.short)}
        {priority.new.then(|| view! { " " <span class="cp-tag">"New in this edition"</span> })}
    };
    view! {
        <div class="cp-group__head">
            {heading(explorer.heading(2), "cp-group__title", heading_id, title)}
            {priority.sensitive.then(|| view! { <ExitButton explorer /> })}
        </div>
        <p class="cp-lead">
            {marked(explorer, &priority.plain)} " " <span class="cp-ours">"In our words"</span>
        </p>
        <p class="cp-group__names">
            "The plan calls it “" {marked(explorer, &priority.name.quote)} "”" {other_names(plan, id)} "."
        </p>
        <div class="cp-group__lead">{lead(explorer, id)}</div>
    }
}

/// The other names that the plan itself uses, each with its section.
fn other_names(plan: &'static Plan, id: PriorityId) -> String {
    let names: Vec<String> = plan
        .priority(id)
        .aliases
        .iter()
        .filter_map(|alias| {
            let section = plan.section(alias.section?);
            Some(format!("“{}” ({})", alias.name, section.cite))
        })
        .collect();
    if names.is_empty() { String::new() } else { format!(", and also {}", join(&names)) }
}

fn lead(explorer: Explorer, id: PriorityId) -> AnyView {
    let plan = explorer.plan;
    let Some(lead) = &plan.priority(id).lead else {
        return view! {
            <p>
                <b>"Lead partner: "</b>
                <span class="cp-not-stated">"not stated in the plan"</span>
            </p>
        }
        .into_any();
    };
    let names = lead.partners.iter().map(|it| view! { <li>{partner_link(explorer, *it)}</li> }).collect_view();
    view! {
        <div class="cp-group__leads">
            <b>{if lead.partners.len() == 1 { "Lead partner: " } else { "Lead partners: " }}</b>
            <ul class="cp-inline">{names}</ul>
            <span class="cp-quiet">" (plan, " {cite(explorer, lead.source.section)} ")"</span>
        </div>
        {origin(explorer, lead.id.as_str(), &lead.source, ().into_any())}
    }
    .into_any()
}

/// A partner's name, which shows what the partner is named in.
pub(super) fn partner_link(explorer: Explorer, id: PartnerId) -> AnyView {
    let name = marked(explorer, &explorer.plan.partner(id).name);
    link(
        explorer,
        "cp-quiet-link",
        move |mut query| {
            query.view = View::Explore;
            query.partners = [id].into();
            query
        },
        name,
    )
}

fn nothing_reported(explorer: Explorer, id: PriorityId) -> Option<AnyView> {
    explorer.plan.priority(id).nothing_reported.then(|| {
        view! {
            <p class="cp-gap">
                {beware()} " The plan reports no achievements under this priority."
            </p>
        }
        .into_any()
    })
}

fn tail(explorer: Explorer, id: PriorityId) -> impl IntoView {
    let plan = explorer.plan;
    let level = explorer.heading(3);
    let slug = plan.priority(id).id.as_str();
    let contacts = contacts_for(plan, id).map(|it| contact(plan, it)).collect_view();
    let notes: Vec<_> = plan.notes.iter().filter(|note| note.priorities.contains(&id)).collect();
    let notes = (!notes.is_empty()).then(|| {
        let rows = notes
            .into_iter()
            .map(|note| {
                view! {
                    <li>
                        <details class="cp-note">
                            <summary>{note.title.as_str()}</summary>
                            <p>{note.text.as_str()}</p>
                        </details>
                    </li>
                }
            })
            .collect_view();
        view! {
            <section class="cp-aside">
                {heading(level, "cp-aside__title", format!("cp-{slug}-notes"), "Editor’s notes")}
                <ul class="cp-plain-list">{rows}</ul>
            </section>
        }
    });
    view! {
        <div class="cp-group__tail">
            <section class="cp-aside">
                {heading(level, "cp-aside__title", format!("cp-{slug}-contacts"), "Whom to contact")}
                <ul class="cp-plain-list">{contacts}</ul>
                <p class="cp-ours-line">"Added by us; not from the plan."</p>
            </section>
            {notes}
        </div>
    }
}

/// The contacts for a priority: its own first, then those for everything.
fn contacts_for(plan: &'static Plan, id: PriorityId) -> impl Iterator<Item = &'static Contact> {
    let own = plan.contacts.iter().filter(move |it| it.priorities.contains(&id));
    own.chain(plan.contacts.iter().filter(|it| it.priorities.is_empty()))
}

/// One contact.
pub(super) fn contact(plan: &'static Plan, contact: &'static Contact) -> AnyView {
    let site = contact.link.and_then(|it| plan.link(it).offered());
    let name = match site {
        Some(url) => view! { <a href=url rel="noreferrer external">{contact.name.as_str()}</a> }.into_any(),
        None => view! { <b>{contact.name.as_str()}</b> }.into_any(),
    };
    let phone = contact.phone.as_deref().map(|phone| {
        let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
        view! {
            ": "
            <a class="cp-phone" href=format!("tel:{digits}")>
                {phone}
            </a>
        }
    });
    let seen =
        contact.seen.as_deref().map(|seen| view! { <span class="cp-quiet">" (number last seen "{seen}")"</span> });
    view! { <li>{name} {phone} ". " {contact.when.as_str()} {seen}</li> }.into_any()
}
