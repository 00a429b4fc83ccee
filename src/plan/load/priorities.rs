//! Reading `priorities.toml`.

use super::super::Partner;
use super::super::source_text::Scope;
use super::super::source_text::tidy;
use super::super::{Lead, Priority, Slug};
use super::builder::ReadPriority;
use super::context::{LoadContext, Namespace};
use super::names;
use super::people::{aliases, each};
use super::problem::At;
use super::reader::Row;

/// What stands for a lead that the plan does not name.
const NOT_STATED: &str = "not stated";

pub(crate) fn priorities(
    rows: Vec<Row<'_>>,
    context: &LoadContext<'_>,
    partners: &[At<Partner>],
) -> Vec<At<ReadPriority>> {
    each(rows, |row| priority(row, context, partners))
}

fn priority(row: &Row<'_>, context: &LoadContext<'_>, partners: &[At<Partner>]) -> ReadPriority {
    let section = context.section(row, "section");
    let scope = section.map_or(Scope::Anywhere, |it| Scope::Section(it.index()));
    let id = context.id_in_line(row);
    let priority = Priority {
        name: context.quoted(row, row.text_at("name").as_ref(), scope, section, true),
        short: row.text("short"),
        plain: row.optional("plain").unwrap_or_default(),
        aliases: aliases(row, context),
        sensitive: row.flag("sensitive"),
        private_words: row.texts("private-words").into_iter().map(|it| it.value.to_lowercase()).collect(),
        new: row.flag("new"),
        lead: lead(row, context, partners, &id),
        nothing_reported: none_reported(row, "achievements"),
        id,
    };
    if priority.sensitive && priority.private_words.is_empty() {
        row.wrong(
            "private-words",
            "a sensitive priority needs private-words = [\"…\"], the beginnings of words \
             that must not go into the address when somebody searches for them",
        );
    }
    if !priority.sensitive && row.has("private-words") {
        row.wrong(
            "private-words",
            "only a sensitive priority has private words. Add sensitive = true, or take the line out",
        );
    }
    ReadPriority { priority, nothing_promised: none_reported(row, "actions") }
}

fn none_reported(row: &Row<'_>, key: &'static str) -> bool {
    row.has(key) && row.word(key, &[(true, "none reported")])
}

fn lead(row: &Row<'_>, context: &LoadContext<'_>, partners: &[At<Partner>], priority: &Slug) -> Option<Lead> {
    let has_quote = row.has("lead-quote") || row.has("lead-section");
    if !row.has("lead") {
        row.missing("lead");
    } else if row.is_text("lead") {
        let text = row.text("lead");
        if text != NOT_STATED {
            row.wrong(
                "lead",
                format!(
                    "“lead” is “{text}”, but should be a list of partners, as lead = [\"…\"], \
                     or lead = \"{NOT_STATED}\""
                ),
            );
        } else if has_quote {
            row.wrong(
                "lead-quote",
                "the lead is “not stated”, yet there is a quote or section that states it. \
                 Name the partners, or take those lines out",
            );
        }
    } else {
        return Some(stated_lead(row, context, partners, priority));
    }
    // Asked for, so that they are not called unknown on top.
    let _: (bool, bool) = (row.has("lead-quote"), row.has("lead-section"));
    None
}

fn stated_lead(row: &Row<'_>, context: &LoadContext<'_>, all: &[At<Partner>], priority: &Slug) -> Lead {
    let ids = row.texts("lead");
    if ids.is_empty() {
        row.wrong(
            "lead",
            "the list of lead partners is empty. Name them, or write lead = \"not stated\" where the plan names none",
        );
    }
    let source = context.source_of(row, "lead-quote", "lead-section");
    let words = row.optional("lead-quote").map(|it| tidy(&it)).unwrap_or_default();
    let partners = context.partners(row, &ids);
    for id in &partners {
        let Some(partner) = all.get(id.index()).map(|it| &it.value) else { continue };
        if !words.is_empty() && !names::is_named(partner, &words) {
            row.wrong(
                "lead",
                format!(
                    "no name of the partner “{}” stands in the lead-quote. Correct the lead, \
                     or add the name that the plan uses to its aliases",
                    partner.id
                ),
            );
        }
    }
    let id = format!("{priority}-lead");
    let id = Slug::new(&id).map_or_else(
        || {
            row.wrong(
                "id",
                format!("an id of a priority has at most {} characters. Shorten it", Slug::LONGEST - "-lead".len()),
            );
            Slug::default()
        },
        |slug| {
            context.take(row, Namespace::Plan, &At { value: id.clone(), place: row.place_of("lead") });
            slug
        },
    );
    Lead { id, source, partners }
}
