//! One priority: its names, who leads, promised beside done, how it is going, strategies, contacts, notes.

use super::card::{footnote, partner_link};
use super::el::{Content, Each, El, el};
use super::exit::exit_button;
use super::glyph::beware;
use super::heading::heading;
use super::link::external;
use super::list::list;
use super::origin::{cite, origin_in_full};
use super::words::{is_ours, marked};
use crate::chart::listed;
use crate::plan::{Contact, EntryId, Kind, Plan, PriorityId};
use crate::state::Explorer;

/// A priority with what the current choices leave of it, or (`None`) what belongs to the plan as a whole.
pub(super) fn group(explorer: Explorer, priority: Option<PriorityId>) -> El {
    let plan = explorer.plan;
    let place = priority.map_or("whole", |id| plan.priority(id).id.as_str());
    let id = ["cp-group-", place].concat();
    let shown = move || explorer.with(|now| now.groups.iter().any(|it| it.priority == priority));
    let of_kind = move |kind| list(explorer, priority, kind, place);
    let section = el("section")
        .class("cp-group")
        .hidden_when(move || !shown())
        .named_by(explorer, &id)
        .on_leaflet(explorer, |it| it.set("data-g", place))
        .marks_of_list(explorer, || plan.entry_ids().filter(|id| belongs(plan, *id, priority)).collect());
    let section = match priority {
        Some(priority) => section.with(head(explorer, priority, id)),
        None => section
            .with(heading(explorer.heading(2), "cp-group__title", id, "The plan as a whole"))
            .with(el("p").class("cp-lead").with("These belong to every priority.")),
    };
    section
        .with(el("div").class("cp-group__pair").with((of_kind(Kind::Promised), of_kind(Kind::Done))))
        .with(priority.and_then(|priority| nothing_reported(plan, priority)))
        .with((of_kind(Kind::Direction), of_kind(Kind::Local), of_kind(Kind::Strategy)))
        .with(priority.map(|priority| tail(explorer, priority)))
}

/// Whether an entry stands under a priority, or (`None`) belongs to the plan as a whole.
pub(super) fn belongs(plan: &Plan, id: EntryId, priority: Option<PriorityId>) -> bool {
    let priorities = &plan.entry(id).priorities;
    priority.map_or(priorities.is_empty(), |it| priorities.contains(&it))
}

fn head(explorer: Explorer, id: PriorityId, heading_id: String) -> impl Content {
    let plan = explorer.plan;
    let priority = plan.priority(id);
    let new = priority.new.then(|| (" ", el("span").class("cp-tag").with("New in this edition")));
    let title = heading(explorer.heading(2), "cp-group__title", heading_id, (marked(explorer, &priority.short), new));
    let names = el("p").class("cp-group__names").with((
        "The plan calls it “",
        marked(explorer, &priority.name.quote),
        "”",
        other_names(plan, id),
        ".",
    ));
    (
        el("div").class("cp-group__head").with((title, priority.sensitive.then(|| exit_button(explorer)))),
        el("p").class("cp-lead").with((marked(explorer, &priority.plain), " ", is_ours())),
        names,
        heading_footnotes(explorer, id),
        el("div").class("cp-group__lead").with(lead(explorer, id)),
    )
}

/// The other names that the plan itself uses, each with its section.
fn other_names(plan: &'static Plan, id: PriorityId) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for alias in &plan.priority(id).aliases {
        if let Some(section) = alias.section {
            names.push(["“", &alias.name, "” (", &plan.section(section).cite, ")"].concat());
        }
    }
    (!names.is_empty()).then(|| [", and also ", &listed(&names)].concat())
}

/// Footnotes that the plan hangs on the heading of a section of this priority.
fn heading_footnotes(explorer: Explorer, id: PriorityId) -> Vec<El> {
    let plan = explorer.plan;
    let mut of_priority = plan.entries.iter().filter(|it| it.priorities == [id] && it.kind == Kind::Promised);
    let section = of_priority.find_map(|it| it.source()).map(|it| it.section);
    plan.footnotes
        .iter()
        .enumerate()
        .filter(|(at, it)| {
            Some(it.source.section) == section
                && !plan.entries.iter().any(|entry| entry.footnotes.iter().any(|id| id.index() == *at))
        })
        .map(|(_, it)| footnote(explorer, &it.source.quote))
        .collect()
}

fn lead(explorer: Explorer, id: PriorityId) -> Vec<El> {
    let Some(lead) = &explorer.plan.priority(id).lead else {
        return vec![
            el("p").with((
                el("b").with("Lead partner: "),
                el("span").class("cp-not-stated").with("not stated in the plan"),
            )),
        ];
    };
    let names = Each(lead.partners.iter().map(|it| el("li").with(partner_link(explorer, *it))));
    let title = if lead.partners.len() == 1 { "Lead partner: " } else { "Lead partners: " };
    let from = (" (plan, ", cite(explorer, lead.source.section), ")");
    vec![
        el("div").with((
            el("b").with(title),
            el("ul").class("cp-inline").with(names),
            el("span").class("cp-quiet").with(from),
        )),
        origin_in_full(explorer, lead.id.as_str(), &lead.source),
    ]
}

fn nothing_reported(plan: &'static Plan, id: PriorityId) -> Option<El> {
    plan.priority(id).nothing_reported.then(|| {
        el("p")
            .class("cp-gap")
            .with((beware(), el("span").with("The plan reports no achievements under this priority.")))
    })
}

fn tail(explorer: Explorer, id: PriorityId) -> El {
    let plan = explorer.plan;
    let level = explorer.heading(3);
    let slug = plan.priority(id).id.as_str();
    let own = plan.contacts.iter().filter(|it| it.priorities.contains(&id));
    let for_all = plan.contacts.iter().filter(|it| it.priorities.is_empty());
    let contacts: Vec<El> = own.chain(for_all).map(|it| contact(plan, it)).collect();
    let contacts = el("section")
        .class("cp-aside")
        .with(heading(level, "cp-aside__title", ["cp-", slug, "-contacts"].concat(), "Whom to contact"))
        .with(el("ul").class("cp-plain-list").with(contacts))
        .with(added());
    let notes: Vec<El> = plan
        .notes
        .iter()
        .filter(|note| note.priorities.contains(&id))
        .map(|note| {
            let opened = el("details").class("cp-note");
            el("li").with(opened.with((el("summary").with(note.title.as_str()), el("p").with(note.text.as_str()))))
        })
        .collect();
    let notes = (!notes.is_empty()).then(|| {
        el("section")
            .class("cp-aside")
            .with(heading(level, "cp-aside__title", ["cp-", slug, "-notes"].concat(), "Editor’s notes"))
            .with(el("ul").class("cp-plain-list").with(notes))
    });
    el("div").class("cp-group__tail").with((contacts, notes))
}

/// Says that contacts are ours.
pub(super) fn added() -> El {
    el("p").class("cp-ours-line").with("Added by us; not from the plan.")
}

/// One contact.
pub(super) fn contact(plan: &'static Plan, contact: &'static Contact) -> El {
    let name = match contact.link.and_then(|it| plan.link(it).offered()) {
        Some(url) => external(url, contact.name.as_str()),
        None => el("b").with(contact.name.as_str()),
    };
    let phone = contact.phone.as_deref().map(|phone| {
        let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
        (": ", el("a").class("cp-phone").set("href", ["tel:", &digits].concat()).with(phone))
    });
    let seen =
        contact.seen.as_deref().map(|seen| el("span").class("cp-quiet").with((" (number last seen ", seen, ")")));
    el("li").with((name, phone, ". ", contact.when.as_str(), seen))
}
