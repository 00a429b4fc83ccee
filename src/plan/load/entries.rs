//! Reading what filters act on: actions, achievements, measures, strategies and local facts.

use super::super::source_text::tidy;
use super::super::{
    Confidence, Coverage, Entry, FootnoteId, Kind, Local, Measure, Origin, Part, Partner, Role, Strategy, StrategyUse,
    WardId,
};
use super::context::{LoadContext, Namespace};
use super::figures::{amounts, measure};
use super::names;
use super::people::{each, some_priorities, url};
use super::problem::At;
use super::reader::Row;
use super::series::series;
use super::words::is_named_in;

/// What a file of entries adds to each.
type Extra = fn(&Row<'_>, &LoadContext<'_>, &str) -> (Option<Measure>, Option<Strategy>);

/// Reads the entries of one kind that come from the plan.
pub(crate) fn entries(
    rows: Vec<Row<'_>>,
    kind: Kind,
    context: &LoadContext<'_>,
    partners: &[At<Partner>],
) -> Vec<At<Entry>> {
    let extra: Extra = match kind {
        Kind::Direction => |row, context, quote| {
            let measure = measure(row, context, quote);
            (Some(Measure { series: series(row, context), ..measure }), None)
        },
        Kind::Strategy => |row, context, _| (None, Some(strategy(row, context))),
        Kind::Promised | Kind::Done | Kind::Local => |_, _, _| (None, None),
    };
    each(rows, |row| entry(row, kind, context, partners, extra))
}

fn entry(row: &Row<'_>, kind: Kind, context: &LoadContext<'_>, partners: &[At<Partner>], extra: Extra) -> Entry {
    let source = context.source(row);
    let (measure, strategy) = extra(row, context, &source.quote);
    let id = context.id_in_line(row);
    if kind == Kind::Done {
        context.answers(row, &id);
    }
    let entry = Entry {
        id,
        kind,
        priorities: some_priorities(row, context),
        partners: parts(row, context, partners, &source.quote),
        coverage: coverage(row, context),
        plain: row.optional("plain"),
        gaps: Vec::new(),
        footnotes: context.footnotes.resolve_all(row, &row.texts("footnotes"), FootnoteId),
        amounts: amounts(row, &source.quote),
        measure,
        strategy,
        origin: Origin::Plan(source),
    };
    if kind == Kind::Strategy {
        // As written: ids that are not known are told by themselves.
        match (row.texts("priorities").is_empty(), row.has("related")) {
            (false, false) => row.missing("related"),
            (true, true) => row.wrong(
                "related",
                "“related” says why the strategy is shown under its \
                 priorities, but it has none. Name them, or take the line out",
            ),
            _ => {}
        }
    }
    entry
}

/// The organisations that the quote names, each once per role.
fn parts(row: &Row<'_>, context: &LoadContext<'_>, all: &[At<Partner>], quote: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    for table in row.tables("partners") {
        if let Some(part) = part(&table, context, all, quote)
            && !parts.contains(&part)
        {
            parts.push(part);
        }
        table.finish();
    }
    parts
}

fn part(row: &Row<'_>, context: &LoadContext<'_>, all: &[At<Partner>], quote: &str) -> Option<Part> {
    // Leads come from the priority, so that they are stated once.
    let roles: Vec<(Role, &str)> = Role::WORDS.into_iter().filter(|(role, _)| *role != Role::Lead).collect();
    let words = row.optional_at("words");
    // Asked for in any case, so that it is not called unknown on top of another mistake.
    let inferred = row.flag("inferred");
    let id = row.text_at("id");
    let role = row.text_at("role");
    let partner = context.partners(row, id.as_slice()).first().copied();
    let role = role.and_then(|role| {
        if role.value == "lead" {
            row.wrong(
                "role",
                "lead partners come from the priority and are not repeated here. Take this one \
                 out, or give it another role",
            );
            return None;
        }
        row.one_of("role", &role, &roles)
    })?;
    let partner = partner?;
    if let Some(words) = words {
        if !quote.is_empty() && !is_named_in(&tidy(&words.value), quote) {
            row.wrong("words", format!("the words “{}” do not stand in the quote. Copy them from it", words.value));
        }
    } else if let Some(it) = all.get(partner.index()).map(|it| &it.value)
        && !quote.is_empty()
        && !names::is_named(it, quote)
    {
        row.wrong(
            "id",
            format!(
                "no name of the partner “{}” stands in the quote. Add words = \"…\" with the \
                 words that mean it, add the name to its aliases, or take it out",
                it.id
            ),
        );
    }
    Some(Part { partner, role, inferred })
}

fn coverage(row: &Row<'_>, context: &LoadContext<'_>) -> Coverage {
    if !row.has("coverage") {
        return Coverage::Area;
    }
    if row.is_text("coverage") {
        return match row.text("coverage").as_str() {
            "area" => Coverage::Area,
            "county" => Coverage::County,
            other => {
                row.wrong(
                    "coverage",
                    format!("“coverage” is “{other}”, but should be “area”, “county” or a list of wards, as [\"…\"]"),
                );
                Coverage::Area
            }
        };
    }
    Coverage::Wards(wards(row, context, "coverage"))
}

fn wards(row: &Row<'_>, context: &LoadContext<'_>, key: &'static str) -> Vec<WardId> {
    let list = row.some_texts(key);
    if list.is_empty() && row.has(key) {
        row.wrong(key, format!("“{key}” names no ward. Write the ids of one or more, from wards.toml"));
    }
    context.wards.resolve_all(row, &list, WardId)
}

fn strategy(row: &Row<'_>, context: &LoadContext<'_>) -> Strategy {
    Strategy {
        name: row.text("name"),
        used_as: row.word("use", &StrategyUse::WORDS),
        link: context.link(row, "link"),
        related: row.optional("related"),
    }
}

/// Reads the facts about named places, which do not come from the plan.
pub(crate) fn facts(rows: Vec<Row<'_>>, context: &LoadContext<'_>) -> Vec<At<Entry>> {
    each(rows, |row| Entry {
        id: context.id(row, Namespace::Plan),
        kind: Kind::Local,
        priorities: some_priorities(row, context),
        partners: Vec::new(),
        coverage: Coverage::Wards(wards(row, context, "wards")),
        origin: Origin::Elsewhere(Local {
            fact: row.text("fact"),
            date: row.text("date"),
            url: url(row, row.text_at("url")).unwrap_or_default(),
            publisher: row.text("publisher"),
            basis: row.text("basis"),
            confidence: row.word("confidence", &Confidence::WORDS),
        }),
        plain: None,
        gaps: Vec::new(),
        footnotes: Vec::new(),
        amounts: Vec::new(),
        measure: None,
        strategy: None,
    })
}
