//! Checking an edition as a whole, once every record has been read: what no record by itself can tell.

pub(crate) mod editions;
mod everyday;
mod money;
mod sensitive;

use std::collections::BTreeMap;

use super::load::builder::PlanBuilder;
use super::load::context::LoadContext;
use super::load::file::File;
use super::load::names;
use super::load::problem::{At, Place, Problems};
use super::load::words::{bare, beginning, is_named_in};
use super::source_text::Scope;
use super::{Footnote, Kind, PriorityId, limits};

/// Notes every mistake that only shows in the whole edition.
///
/// What seems to be missing is told only where all files could be read, for else it may be in one that could not.
pub(crate) fn check(builder: &PlanBuilder, context: &LoadContext<'_>, all_read: bool) {
    let problems = context.problems;
    check_names(builder, problems);
    check_neighbours(builder, problems);
    check_disturbed(builder, problems);
    check_off_subject(builder, problems);
    check_limits(builder, problems);
    money::check(builder, problems);
    sensitive::check(builder, problems);
    everyday::check(builder, problems, all_read);
    if all_read && builder.edition.is_some() {
        check_something_there(builder, problems);
        check_reported(builder, problems);
        check_footnotes(builder, context);
        check_glossary(builder, context);
        check_coverage(context);
    }
}

/// No two priorities, and no two partners, may be called the same: search could not tell them apart.
fn check_names(builder: &PlanBuilder, problems: &Problems) {
    let priorities = builder.priorities.iter().map(|it| (it.place, names::of_priority(&it.value.priority)));
    let partners = builder.partners.iter().map(|it| (it.place, names::of_partner(&it.value)));
    differ(priorities, "priority", problems);
    differ(partners, "partner", problems);
}

fn differ<'a>(records: impl Iterator<Item = (Place, Vec<&'a str>)>, kind: &str, problems: &Problems) {
    let mut taken: BTreeMap<String, (usize, Place)> = BTreeMap::new();
    for (at, (place, names)) in records.enumerate() {
        for name in names {
            let (owner, before) = *taken.entry(bare(name)).or_insert((at, place));
            if owner != at {
                let message = format!(
                    "the {kind} that begins here is called “{name}”, and so is the one that begins on {before}. \
                     Take the name out of one of them"
                );
                problems.add(place, message);
            }
        }
    }
}

fn check_neighbours(builder: &PlanBuilder, problems: &Problems) {
    for (at, ward) in builder.wards.iter().enumerate() {
        for id in &ward.value.neighbours {
            let Some(other) = builder.wards.get(id.index()) else { continue };
            let (name, neighbour) = (&ward.value.id, &other.value.id);
            if id.index() == at {
                problems.add(
                    ward.place,
                    format!("ward “{name}” is listed as its own neighbour. Take it out of its neighbours"),
                );
            } else if !other.value.neighbours.iter().any(|it| it.index() == at) {
                problems.add(
                    ward.place,
                    format!(
                        "ward “{name}” has “{neighbour}” as a neighbour, but \
                         “{neighbour}” ({}) does not have “{name}”. Add it there, or take it out here",
                        other.place
                    ),
                );
            }
        }
    }
}

/// A measure of a disturbed year is shown with the edition's caveat, so there must be one.
fn check_disturbed(builder: &PlanBuilder, problems: &Problems) {
    let Some(edition) = &builder.edition else { return };
    let disturbed = |it: &&At<_>| {
        let it: &super::Entry = &it.value;
        it.measure.as_ref().is_some_and(|it| it.disturbed || it.series.iter().any(|it| it.disturbed))
    };
    if edition.caveat.is_none() {
        for entry in builder.entries.iter().filter(disturbed) {
            problems.add(
                entry.place,
                format!(
                    "measure “{}” is marked as disturbed, but edition.toml has no \
                     caveat to show beside it. Add caveat-short, caveat-quote and caveat-section there, or take \
                     disturbed out here",
                    entry.value.id
                ),
            );
        }
    }
}

/// A measure of something else is left out of a priority's row, so a note has to stand at that priority and say why.
fn check_off_subject(builder: &PlanBuilder, problems: &Problems) {
    for At { value: entry, place } in &builder.entries {
        let Some(id) = entry.measure.as_ref().and_then(|it| it.off_subject.as_ref()) else { continue };
        let note = builder.notes.iter().map(|it| &it.value).find(|it| it.id == *id);
        let stands = |it: &super::Note| entry.priorities.iter().all(|of| it.priorities.contains(of));
        let trouble = match note {
            None => {
                "notes.toml has no note of this id. Write one that says what is measured instead, or correct the id"
            }
            Some(note) if !stands(note) => {
                "that note does not stand at every priority of the measure. Add them to its priorities"
            }
            Some(_) => continue,
        };
        problems.add(*place, format!("measure “{}” has off-subject = \"{id}\", but {trouble}", entry.id));
    }
}

fn check_limits(builder: &PlanBuilder, problems: &Problems) {
    fn limit<T>(list: &[At<T>], most: usize, what: &str, problems: &Problems) {
        if let Some(first) = list.get(most) {
            problems.add(
                first.place,
                format!(
                    "there are {} {what}, but the explorer can count no more than {most}. Take out those from here on",
                    list.len()
                ),
            );
        }
    }
    limit(&builder.priorities, limits::PRIORITIES, "priorities", problems);
    limit(&builder.wards, limits::WARDS, "wards", problems);
    limit(&builder.partners, limits::PARTNERS, "partners", problems);
    limit(&builder.entries, limits::ENTRIES, "actions, achievements, measures, strategies and facts", problems);
}

/// An explorer needs at least one of these to explore.
fn check_something_there(builder: &PlanBuilder, problems: &Problems) {
    for (is_empty, file, kind) in [
        (builder.sections.is_empty(), File::Edition, "section"),
        (builder.priorities.is_empty(), File::Priorities, "priority"),
        (builder.partners.is_empty(), File::Partners, "partner"),
        (builder.wards.is_empty(), File::Wards, "ward"),
    ] {
        if is_empty {
            problems.add(Place::whole(file), format!("there is no [[{kind}]] in this file. Add at least one"));
        }
    }
}

/// A priority under which nothing is promised or reported must say so: it might have been forgotten.
fn check_reported(builder: &PlanBuilder, problems: &Problems) {
    for (at, priority) in builder.priorities.iter().enumerate() {
        let Ok(at) = u16::try_from(at) else { return };
        let count = |kind| {
            let belongs =
                |it: &&At<super::Entry>| it.value.kind == kind && it.value.priorities.contains(&PriorityId(at));
            builder.entries.iter().filter(belongs).count()
        };
        let name = &priority.value.priority.id;
        for (key, none, number) in [
            ("achievements", priority.value.priority.nothing_reported, count(Kind::Done)),
            ("actions", priority.value.nothing_promised, count(Kind::Promised)),
        ] {
            if !none && number == 0 {
                problems.add(
                    priority.place,
                    format!(
                        "priority “{name}” has no {key}. Add one to {key}.toml, \
                         or, where the plan has none, add {key} = \"none reported\" here"
                    ),
                );
            }
            if none && number > 0 {
                problems.add(
                    priority.place,
                    format!(
                        "priority “{name}” says {key} = \"none reported\", but \
                         {key}.toml has {number} for it. Take the line out here, or the priority out there"
                    ),
                );
            }
        }
    }
}

/// A footnote belongs to the entry that uses it, or to a section whose heading bears its mark.
fn check_footnotes(builder: &PlanBuilder, context: &LoadContext<'_>) {
    for (at, footnote) in builder.footnotes.iter().enumerate() {
        let Footnote { id, mark, source } = &footnote.value;
        let is_used = builder.entries.iter().any(|it| it.value.footnotes.iter().any(|it| it.index() == at));
        if !is_used && !context.text.is_marked(source.section.index(), mark) {
            context.problems.add(
                footnote.place,
                format!(
                    "footnote “{id}” is used by no action, achievement, \
                     measure or strategy, and the heading of its section has no mark “{mark}”. Add footnotes = \
                     [\"{id}\"] to the one that it explains, or correct its mark or section"
                ),
            );
        }
    }
}

/// A term is explained where it stands in the plan's words, so one that stands nowhere would never be seen.
fn check_glossary(builder: &PlanBuilder, context: &LoadContext<'_>) {
    let quotes = context.quotes.borrow();
    for term in &builder.glossary {
        let mut spellings = std::iter::once(&term.value.term).chain(&term.value.also);
        let headings = || builder.sections.iter().map(|it| &it.value.heading);
        if !spellings.any(|word| quotes.iter().chain(headings()).any(|it| is_named_in(word, it))) {
            context.problems.add(
                term.place,
                format!(
                    "term “{}”: “{}” stands in no quote of the plan. Write it as \
                     the plan does, add the plan's spelling with also = [\"…\"], or take the term out",
                    term.value.id, term.value.term
                ),
            );
        }
    }
}

/// Every word of the document has its place, so that nothing of the plan is lost.
fn check_coverage(context: &LoadContext<'_>) {
    for stretch in context.cover.borrow().bare(&context.text) {
        let place = Place { file: File::Source, line: stretch.line };
        let remedy = match stretch.scope {
            Scope::Front => {
                "Put them into the title or the update in edition.toml, or list the line there as furniture".to_owned()
            }
            scope => format!(
                "Add a record with this quote in {}, or lengthen one; if it is no content, list the line as \
                 furniture in edition.toml",
                context.name_of(scope)
            ),
        };
        context.problems.add(place, format!("the words “{}” are quoted by no record. {remedy}", ends(&stretch.text)));
    }
}

/// A long text by its first and last words.
fn ends(text: &str) -> String {
    const SHOWN: usize = 8;
    let words: Vec<&str> = text.split(' ').collect();
    if words.len() <= 2 * SHOWN {
        return text.to_owned();
    }
    format!("{} {}", beginning(text, SHOWN), words[words.len() - SHOWN..].join(" "))
}
