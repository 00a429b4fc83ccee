//! What follows from the records: lead partners of entries, and what the plan leaves unsaid about each.

use super::super::{Coverage, Entry, Gap, Kind, Lead, Link, Part, Role};
use super::builder::PlanBuilder;
use super::problem::At;

/// Adds to every entry what follows from its priorities and figures.
pub(crate) fn derive(builder: &mut PlanBuilder) {
    let mut entries = std::mem::take(&mut builder.entries);
    for At { value: entry, .. } in &mut entries {
        add_leads(entry, builder);
        entry.gaps = Gap::ALL.into_iter().filter(|gap| has_gap(entry, *gap, builder)).collect();
    }
    builder.entries = entries;
}

/// Whether an entry is something of a priority that somebody leads on.
fn is_led(entry: &Entry) -> bool {
    matches!(entry.kind, Kind::Promised | Kind::Done | Kind::Direction)
}

fn leads<'a>(entry: &'a Entry, builder: &'a PlanBuilder) -> impl Iterator<Item = &'a Lead> {
    entry.priorities.iter().filter_map(|it| builder.priority(*it)?.lead.as_ref())
}

fn add_leads(entry: &mut Entry, builder: &PlanBuilder) {
    if !is_led(entry) {
        return;
    }
    // The plan states who leads in one section. That they lead on what stands in another, too, is inferred.
    let stands_in = entry.source().map(|it| it.section);
    let led_by = |lead: &Lead| {
        let inferred = stands_in != Some(lead.source.section);
        let parts = lead.partners.iter().map(move |it| Part { partner: *it, role: Role::Lead, inferred });
        parts.collect::<Vec<_>>()
    };
    let mut parts: Vec<Part> = leads(entry, builder).flat_map(led_by).collect();
    parts.append(&mut entry.partners);
    let mut unique: Vec<Part> = Vec::new();
    for part in parts {
        // What is stated once need not be inferred.
        let same = |it: &&mut Part| (it.partner, it.role) == (part.partner, part.role);
        match unique.iter_mut().find(same) {
            Some(before) => before.inferred &= part.inferred,
            None => unique.push(part),
        }
    }
    unique.sort_by_key(|part| part.role);
    entry.partners = unique;
}

fn has_gap(entry: &Entry, gap: Gap, builder: &PlanBuilder) -> bool {
    let changed = entry.measure.as_ref().filter(|it| it.change.is_some());
    let has_priority = !entry.priorities.is_empty();
    match gap {
        Gap::LeadNotStated => is_led(entry) && has_priority && leads(entry, builder).next().is_none(),
        Gap::NoCounts => changed.is_some_and(|it| it.counts.is_none()),
        Gap::PeriodNotStated => changed.is_some_and(|it| it.period.is_none()),
        Gap::NothingReported => {
            let nothing = |id: &_| builder.priority(*id).is_some_and(|it| it.nothing_reported);
            entry.kind == Kind::Promised && has_priority && entry.priorities.iter().all(nothing)
        }
        Gap::SuccessNotSet => {
            entry.kind == Kind::Promised && builder.edition.as_ref().is_some_and(|it| it.success.is_some())
        }
        Gap::AddressNotGiven => {
            let link = entry.strategy.as_ref().map(|it| builder.links.get(it.link.index()));
            link.is_some_and(|it| it.is_none_or(|it| Link::offered(&it.value).is_none()))
        }
        // Known once all editions are read.
        Gap::NotReportedOn => false,
        Gap::NoWardFigures => entry.kind == Kind::Direction && !matches!(entry.coverage, Coverage::Wards(_)),
    }
}
