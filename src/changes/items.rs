//! The records of an edition as things that can be compared with those of another.

use super::kinds::{Said, Subject};
use crate::plan::{Entry, Kind, Plan, Priority, Role, SectionId, Slug, Source};

/// A record, seen for comparing.
#[derive(Clone, Debug)]
pub(super) struct Item<'p> {
    pub(super) said: Said<'p>,
    /// What has to be the same for nothing to have changed.
    pub(super) same: String,
    /// What tells how alike it is to another.
    pub(super) text: String,
    /// Whether it is what it is under its priorities alone.
    pub(super) is_of_priorities: bool,
    pub(super) priorities: Vec<&'p Slug>,
    pub(super) partners: Vec<&'p Slug>,
}

/// All records of one kind, in the edition's order.
pub(super) fn items(plan: &Plan, subject: Subject) -> Vec<Item<'_>> {
    match subject {
        Subject::Priority => plan.priorities.iter().map(|it| priority(plan, it)).collect(),
        Subject::Action => entries(plan, Kind::Promised).collect(),
        Subject::Measure => entries(plan, Kind::Direction).map(|it| named(plan, it)).collect(),
        Subject::Strategy => entries(plan, Kind::Strategy).map(|it| named(plan, it)).map(by_name).collect(),
        Subject::Partner => plan.partners.iter().enumerate().map(|(at, _)| partner(plan, at)).collect(),
        Subject::Money => plan.funding.iter().enumerate().map(|(at, _)| money(plan, at)).collect(),
    }
}

fn said<'p>(plan: &'p Plan, id: &'p Slug, name: String, source: &'p Source) -> Said<'p> {
    Said { id, name, quote: &source.quote, section: cite(plan, source.section) }
}

fn cite(plan: &Plan, section: SectionId) -> &str {
    plan.sections.get(section.index()).map_or("", |it| &it.cite)
}

/// Something whose name is what it is.
fn by_name(item: Item<'_>) -> Item<'_> {
    Item { same: item.said.name.clone(), text: item.said.name.clone(), ..item }
}

fn priority<'p>(plan: &'p Plan, it: &'p Priority) -> Item<'p> {
    let lead = it.lead.iter().flat_map(|it| &it.partners);
    by_name(Item {
        said: said(plan, &it.id, it.name.quote.clone(), &it.name),
        same: String::new(),
        text: String::new(),
        is_of_priorities: false,
        priorities: vec![&it.id],
        partners: lead.map(|it| &plan.partner(*it).id).collect(),
    })
}

fn entries(plan: &Plan, kind: Kind) -> impl Iterator<Item = Item<'_>> {
    let of_kind = plan.entries.iter().filter(move |it| it.kind == kind);
    of_kind.filter_map(move |it| {
        let source = it.source()?;
        Some(Item {
            said: said(plan, &it.id, source.quote.clone(), source),
            same: source.quote.clone(),
            text: source.quote.clone(),
            is_of_priorities: kind != Kind::Strategy,
            priorities: it.priorities.iter().map(|it| &plan.priority(*it).id).collect(),
            partners: partners(plan, it),
        })
    })
}

fn partners<'p>(plan: &'p Plan, entry: &Entry) -> Vec<&'p Slug> {
    let mut partners = Vec::new();
    for part in &entry.partners {
        let id = &plan.partner(part.partner).id;
        if !partners.contains(&id) {
            partners.push(id);
        }
    }
    partners
}

/// A measure or a strategy under the name that lists have for it.
fn named<'p>(plan: &'p Plan, mut item: Item<'p>) -> Item<'p> {
    if let Some(entry) = plan.entries.iter().find(|it| it.id == *item.said.id) {
        let measure = entry.measure.as_ref().map(|it| it.name.clone());
        let strategy = entry.strategy.as_ref().map(|it| it.name.clone());
        item.said.name = measure.or(strategy).unwrap_or(item.said.name);
    }
    item
}

fn partner(plan: &Plan, at: usize) -> Item<'_> {
    let it = &plan.partners[at];
    let has_part = |entry: &&Entry| entry.partners.iter().any(|it| it.partner.index() == at && it.role != Role::Lead);
    let leads = |priority: &&Priority| priority.lead.iter().flat_map(|it| &it.partners).any(|it| it.index() == at);
    let named = plan.entries.iter().filter(has_part).flat_map(|it| &it.priorities).map(|it| &plan.priority(*it).id);
    let mut priorities: Vec<&Slug> = named.chain(plan.priorities.iter().filter(leads).map(|it| &it.id)).collect();
    priorities.sort_unstable();
    priorities.dedup();
    by_name(Item {
        said: said(plan, &it.id, it.name.clone(), &it.source),
        same: String::new(),
        text: String::new(),
        is_of_priorities: false,
        priorities,
        partners: vec![&it.id],
    })
}

fn money(plan: &Plan, at: usize) -> Item<'_> {
    let it = &plan.funding[at];
    let entry = it.entry.map(|id| plan.entry(id));
    let name = [&it.amount.words(), " ", &it.amount.what].concat();
    Item {
        // The same sum for the same thing is the same, in whatever words.
        same: name.clone(),
        said: said(plan, &it.id, name, &it.source),
        text: it.source.quote.clone(),
        is_of_priorities: false,
        priorities: entry.iter().flat_map(|it| &it.priorities).map(|it| &plan.priority(*it).id).collect(),
        partners: it.funders.iter().map(|it| &plan.partner(*it).id).collect(),
    }
}
