//! The priorities, and who leads on each.

use std::sync::LazyLock;

use super::super::known::Known;
use super::super::outline::Role;
use super::super::record::{Record, list};
use super::super::words::{Pattern, key, pattern, roots, short_form, without_brackets};
use super::context::{Context, Priority};
use super::partners::split;
use super::uses::{Use, lead};

static SENSITIVE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(domestic|stalk\w*|sexual\w*|rape|violence against women|(harm|violence|abuse) (at|in the) home|honour based|forced marriage|child abuse)\b",
    )
});

static NUMBERED: LazyLock<Pattern> = LazyLock::new(|| pattern(r"(?i)^priority( \w+)?\s*[:–-]\s*"));

/// Finds the priorities: those of the plan's list, else the headings under which it promises something.
pub(super) fn find(context: &mut Context<'_>, known: &Known) {
    let mut names: Vec<(String, String)> =
        context.lines(Use::Priority).map(|(section, text)| (text.to_owned(), section.id.clone())).collect();
    for role in [Role::Promised, Role::Done] {
        if names.is_empty() {
            let sections = context.outline.sections.iter().zip(&context.uses);
            let holds = |uses: &[Use]| uses.iter().any(|it| matches!(it, Use::Action | Use::Achievement));
            let below = sections.filter(|(it, uses)| it.role == role && it.parent.is_some() && holds(uses));
            names = below.map(|(it, _)| (unnumbered(&it.title), it.id.clone())).collect();
        }
    }
    let sensitive = |name: &str| SENSITIVE.is_match(&key(name));
    // First, so that no id of anything else gives them away.
    for (name, _) in &names {
        if sensitive(name) {
            context.ids.keep_private(private_words(name));
        }
    }
    context.ids.keep_private(known.private.iter().cloned());
    for (at, (name, section)) in names.into_iter().enumerate() {
        let before = known.priority(&name);
        let sensitive = before.map_or_else(|| sensitive(&name), |it| it.2);
        let claimed = before.and_then(|it| context.ids.claim(&it.1));
        let id = match (claimed, short_form(&name)) {
            (Some(id), _) => id,
            (None, _) if sensitive => context.ids.take(&format!("p{}", at + 1)),
            (None, Some(short)) => context.ids.of("", short, 1),
            (None, None) => context.ids.of("", &without_brackets(&name), 2),
        };
        let others = before.map(|it| it.0.clone()).unwrap_or_default();
        context.priorities.push(Priority { id, name, section, sensitive, others });
    }
}

/// A title without “Priority 1:” before it.
fn unnumbered(title: &str) -> String {
    let label = NUMBERED.find(title).map_or(0, |it| it.end());
    title[label..].to_owned()
}

/// Beginnings of the words of a sensitive priority's name.
fn private_words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = roots(name).into_iter().filter(|it| it.chars().count() >= 4).collect();
    words.sort();
    words.dedup();
    words
}

/// The records of `priorities.toml`.
pub(super) fn records(context: &Context<'_>) -> Vec<Record> {
    let holds = |priority: &Priority, wanted: Use| {
        context
            .lines(wanted)
            .any(|(section, _)| context.priority_of(&section.id).is_some_and(|it| it.id == priority.id))
    };
    let record = |priority: &Priority| {
        let short = without_brackets(&priority.name);
        let mut record = Record::new("priority")
            .text("id", &priority.id)
            .text("name", &priority.name)
            .text("section", &priority.section)
            .text("short", &short);
        let aliases = aliases(context, priority);
        record = record.tables("aliases", &aliases);
        if priority.sensitive {
            record = record.guessed("sensitive", true, "is this a subject that must not stand in an address?").guessed(
                "private-words",
                list(private_words(&priority.name).iter().map(String::as_str)),
                "add the beginnings of other words that people may type",
            );
        }
        if priority.name.contains("(NEW)") {
            record = record.value("new", true);
        }
        record = leads(context, priority, record);
        for (wanted, key) in [(Use::Achievement, "achievements"), (Use::Action, "actions")] {
            if !holds(priority, wanted) {
                record = record.guess(key, "none reported", "none was found; is there really none?");
            }
        }
        record.remark("plain = \"…\" is missing: one line in plain English, ours")
    };
    context.priorities.iter().map(record).collect()
}

/// The headings under which the priority stands, where they are not its name.
fn aliases(context: &Context<'_>, priority: &Priority) -> Vec<(String, Option<String>)> {
    let mut names = vec![key(&priority.name)];
    let mut list = Vec::new();
    for section in &context.outline.sections {
        let title = section.title.as_str();
        let own = context.priority_named(title).is_some_and(|it| it.id == priority.id);
        if own && matches!(section.role, Role::Done | Role::Promised) && !names.contains(&key(title)) {
            names.push(key(title));
            let name = super::super::record::quoted(title);
            list.push((format!("{{ name = {name}, section = \"{}\" }}", section.id), None));
        }
    }
    list
}

fn leads(context: &Context<'_>, priority: &Priority, record: Record) -> Record {
    let stated = context
        .lines(Use::Lead)
        .find(|(section, _)| context.priority_of(&section.id).is_some_and(|it| it.id == priority.id));
    let Some((section, text)) = stated else { return record.text("lead", "not stated") };
    let mut ids: Vec<&str> = Vec::new();
    for name in lead(text).into_iter().flat_map(split) {
        let found = context.partners_in(name);
        ids.extend(found.first().map(|it| it.id.as_str()));
    }
    ids.dedup();
    if ids.is_empty() {
        return record.guess("lead", "not stated", "the plan says who leads, but no partner of that name was found");
    }
    record.value("lead", list(ids)).text("lead-quote", text).text("lead-section", &section.id)
}
