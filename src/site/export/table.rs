//! `plan.csv`: every record of the plan's own words in one table, and its description.

use serde_json::{Value, json};

use super::records::word;
use crate::chart::csv as text_of;
use crate::chart::{Cell, Head, Table};
use crate::plan::{
    Coverage, Direction, Entry, Gap, Kind, Measure, Part, Plan, Polarity, PriorityId, Role, Slug, Source, Target,
};

/// What a column holds.
struct Column {
    name: &'static str,
    /// In the words of CSVW.
    datatype: &'static str,
    /// What parts the items of a list; empty where it holds no list.
    between: &'static str,
    about: &'static str,
}

const fn column(name: &'static str, datatype: &'static str, about: &'static str) -> Column {
    Column { name, datatype, between: "", about }
}

const fn list(name: &'static str, about: &'static str) -> Column {
    Column { name, datatype: "string", between: BETWEEN, about }
}

const COLUMNS: [Column; 19] = [
    column(
        "kind",
        "string",
        "priority, action, achievement, measure, target, strategy, partner, survey, funding, principle, theme or governance",
    ),
    column("id", "string", "Stable id; links to the page use it."),
    column("name", "string", "The name that the page uses, in our words where the plan has none."),
    list("priorities", "Ids of the priorities that it belongs to."),
    list("partners", "Ids of the organisations that have a part in it."),
    list(
        "parts",
        "The same with the part of each: its id and lead, funder, delivers or named; then inferred, where the plan does not \
         state that part there and we infer it.",
    ),
    column("coverage", "string", "area, county, or the ids of wards with spaces between them."),
    column("section", "string", "The section of the plan in which the quote stands."),
    column("quote", "string", "The plan's own words."),
    column("plain", "string", "The same in plain English. These words are ours, not the plan's."),
    column("direction", "string", "Which way the plan says that a measure went."),
    column("polarity", "string", "Which way of a measure would be good news, if either is. This is ours."),
    column("change_per_cent", "integer", "The change that the plan states, in per cent."),
    column("now", "integer", "The later count, where the plan gives counts."),
    column("was", "integer", "The earlier count; that which a target is set against."),
    column("value", "integer", "The amount: pounds, per cent of those asked, or the count that a target is to reach."),
    column("unit", "string", "What is counted."),
    column(
        "period",
        "string",
        "The period, in the plan's words; of a target, that of the count that it is set against.",
    ),
    Column {
        name: "caveats",
        datatype: "string",
        between: CAVEATS,
        about: "What must be said beside the figure: what the plan says of a disturbed year, in short, and further caveats. These \
                words are ours.",
    },
];

/// What parts the items of a list of ids.
const BETWEEN: &str = ";";
/// What parts caveats: sentences may hold the sign that parts ids.
const CAVEATS: &str = " | ";

/// A row: all that does not apply, until it is said.
struct Row(Vec<Cell>);

impl Row {
    fn new(kind: &'static str, id: &Slug, source: &Source, plan: &Plan) -> Self {
        let mut row = Self((0..COLUMNS.len()).map(|_| none()).collect());
        row.put("kind", words(kind));
        row.put("id", words(id.as_str()));
        row.put("section", words(plan.section(source.section).id.as_str()));
        row.put("quote", words(&one_line(&source.quote)));
        row
    }

    fn put(&mut self, name: &str, cell: Cell) {
        if let Some(at) = COLUMNS.iter().position(|it| it.name == name) {
            self.0[at] = cell;
        }
    }

    fn put_list<'a>(&mut self, name: &str, items: impl Iterator<Item = &'a Slug>, if_none: Cell) {
        let items: Vec<&str> = items.map(Slug::as_str).collect();
        self.put(name, if items.is_empty() { if_none } else { words(&items.join(BETWEEN)) });
    }

    fn put_parts(&mut self, parts: impl Iterator<Item = Part>, plan: &Plan, if_none: &Cell) {
        let part = |it: Part| {
            let inferred = if it.inferred { " inferred" } else { "" };
            [plan.partner(it.partner).id.as_str(), " ", word(&it.role, &Role::WORDS), inferred].concat()
        };
        let parts: Vec<String> = parts.map(part).collect();
        self.put("parts", if parts.is_empty() { if_none.clone() } else { words(&parts.join(BETWEEN)) });
    }

    fn put_plain(&mut self, plain: Option<&String>) {
        self.put("plain", plain.map_or_else(unknown, |it| words(&one_line(it))));
    }
}

fn words(it: &str) -> Cell {
    Cell::words(it)
}

/// What could be there and is not.
fn unknown() -> Cell {
    Cell::not_available("not available")
}

/// What this kind of record does not have.
fn none() -> Cell {
    Cell::not_applicable("not applicable")
}

fn number(it: impl Into<i64>) -> Cell {
    let it = it.into();
    Cell::number(it, it.to_string())
}

/// Quotes of several bullets have line breaks, which many programs take for the end of a row.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The table as text.
pub(super) fn csv(plan: &Plan) -> String {
    text_of(&Table {
        caption: String::new(),
        heads: COLUMNS.iter().map(|it| Head::words(it.name)).collect(),
        rows: rows(plan).into_iter().map(|it| it.0).collect(),
    })
}

fn rows(plan: &Plan) -> Vec<Row> {
    let mut rows: Vec<Row> = plan.priorities.iter().map(|it| priority(it, plan)).collect();
    for (kind, name) in [
        (Kind::Promised, "action"),
        (Kind::Done, "achievement"),
        (Kind::Direction, "measure"),
        (Kind::Strategy, "strategy"),
    ] {
        rows.extend(plan.entries.iter().filter(|it| it.kind == kind).filter_map(|it| entry(name, it, plan)));
        if kind == Kind::Direction {
            rows.extend(plan.targets.iter().map(|it| target(it, plan)));
        }
    }
    for partner in &plan.partners {
        let mut row = Row::new("partner", &partner.id, &partner.source, plan);
        row.put("name", words(&partner.name));
        row.put_plain(partner.about.as_ref());
        rows.push(row);
    }
    for figure in &plan.survey {
        let mut row = Row::new("survey", &figure.id, &figure.source, plan);
        row.put("name", words(&figure.said));
        row.put("value", number(figure.share.value));
        row.put("unit", words("per cent"));
        rows.push(row);
    }
    for sum in &plan.funding {
        let mut row = Row::new("funding", &sum.id, &sum.source, plan);
        row.put("name", words(&sum.amount.what));
        let parts = sum.funders.iter().map(|it| Part { partner: *it, role: Role::Funder, inferred: false });
        row.put_parts(parts, plan, &unknown());
        row.put_list("partners", sum.funders.iter().map(|it| &plan.partner(*it).id), unknown());
        row.put("value", number(sum.amount.value));
        row.put("unit", words("pounds"));
        row.put("period", sum.period.as_ref().map_or_else(unknown, |it| words(&it.text)));
        rows.push(row);
    }
    for (kind, list) in [("principle", &plan.principles), ("theme", &plan.themes)] {
        for it in list {
            let mut row = Row::new(kind, &it.id, &it.source, plan);
            row.put_plain(it.plain.as_ref());
            rows.push(row);
        }
    }
    for it in &plan.governance {
        let mut row = Row::new("governance", &it.id, &it.source, plan);
        row.put("name", words(&it.who));
        row.put_plain(Some(&it.does).filter(|it| !it.is_empty()));
        rows.push(row);
    }
    rows
}

fn priority(it: &crate::plan::Priority, plan: &Plan) -> Row {
    let mut row = Row::new("priority", &it.id, &it.name, plan);
    row.put("name", words(&it.short));
    row.put_plain(Some(&it.plain).filter(|it| !it.is_empty()));
    let lead = it.lead.iter().flat_map(|it| &it.partners);
    let parts = lead.clone().map(|it| Part { partner: *it, role: Role::Lead, inferred: false });
    row.put_parts(parts, plan, &unknown());
    row.put_list("partners", lead.map(|it| &plan.partner(*it).id), unknown());
    row
}

fn entry(kind: &'static str, it: &Entry, plan: &Plan) -> Option<Row> {
    let mut row = Row::new(kind, &it.id, it.source()?, plan);
    let priorities = |ids: &[PriorityId]| ids.iter().map(|it| &plan.priority(*it).id).collect::<Vec<&Slug>>();
    row.put_list("priorities", priorities(&it.priorities).into_iter(), none());
    let nobody = if it.gaps.contains(&Gap::LeadNotStated) { unknown() } else { none() };
    // One organisation may have two parts.
    let mut partners: Vec<&Slug> = Vec::new();
    for part in &it.partners {
        let id = &plan.partner(part.partner).id;
        if !partners.contains(&id) {
            partners.push(id);
        }
    }
    row.put_parts(it.partners.iter().copied(), plan, &nobody);
    row.put_list("partners", partners.into_iter(), nobody);
    let coverage = match &it.coverage {
        Coverage::Area => "area".to_owned(),
        Coverage::County => "county".to_owned(),
        Coverage::Wards(wards) => wards.iter().map(|it| plan.ward(*it).id.as_str()).collect::<Vec<_>>().join(" "),
    };
    row.put("coverage", words(&coverage));
    row.put_plain(it.plain.as_ref());
    if let Some(measure) = &it.measure {
        put_measure(&mut row, measure, plan);
    }
    if let Some(strategy) = &it.strategy {
        row.put("name", words(&strategy.name));
    }
    Some(row)
}

fn target(it: &Target, plan: &Plan) -> Row {
    let mut row = Row::new("target", &it.id, &it.source, plan);
    row.put_list("priorities", it.priorities.iter().map(|it| &plan.priority(*it).id), none());
    row.put_plain(it.plain.as_ref());
    if let Some(measure) = &plan.entry(it.measure).measure {
        row.put("name", words(&measure.name));
        row.put("unit", words(&measure.unit));
    }
    row.put("value", number(it.to));
    row.put("was", number(it.base));
    row.put("period", words(&it.base_period.text));
    row
}

fn put_measure(row: &mut Row, it: &Measure, plan: &Plan) {
    let of_edition = plan.edition.caveat.as_ref().filter(|_| it.disturbed).map(|it| it.short.as_str());
    let caveats: Vec<&str> = of_edition.into_iter().chain(it.caveats.iter().map(String::as_str)).collect();
    row.put("caveats", if caveats.is_empty() { unknown() } else { words(&one_line(&caveats.join(CAVEATS))) });
    row.put("name", words(&it.name));
    row.put("unit", words(&it.unit));
    row.put("direction", words(word(&it.direction, &Direction::WORDS)));
    row.put("polarity", words(word(&it.polarity, &Polarity::WORDS)));
    row.put("change_per_cent", it.change.map_or_else(unknown, number));
    row.put("now", it.counts.map_or_else(unknown, |it| number(it.now)));
    row.put("was", it.counts.map_or_else(unknown, |it| number(it.was)));
    row.put("period", it.period.as_ref().map_or_else(unknown, |it| words(&it.text)));
}

/// The description that stands beside the table, as "CSV on the Web" has it.
pub(super) fn description(plan: &Plan) -> Value {
    let columns: Vec<Value> = COLUMNS
        .iter()
        .map(|it| {
            let mut column = json!({
                "name": it.name,
                "titles": it.name,
                "datatype": it.datatype,
                "dc:description": it.about,
                "null": ["[x]", "[z]"],
                "required": matches!(it.name, "kind" | "id" | "section" | "quote"),
            });
            if !it.between.is_empty() {
                column["separator"] = json!(it.between);
            }
            column
        })
        .collect();
    let edition = &plan.edition;
    let title = format!("{}, {}", edition.title.quote, edition.update.quote);
    let description = format!(
        "{} Cells hold [x] where the plan does not give something, and [z] where something does not apply. Line breaks within \
         quotes are spaces. Text that a spreadsheet would take for a formula has an apostrophe before it.",
        edition.standing
    );
    json!({
        "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
        "url": "plan.csv",
        "dc:title": title,
        "dc:identifier": edition.id.as_str(),
        "dc:creator": edition.partnership,
        "dc:rights": edition.rights,
        "dc:description": description,
        "dialect": { "encoding": "utf-8", "delimiter": ",", "header": true, "doubleQuote": true, "lineTerminators": ["\r\n", "\n"] },
        "tableSchema": { "columns": columns, "primaryKey": "id" },
    })
}
