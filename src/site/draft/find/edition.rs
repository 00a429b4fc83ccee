//! What the document says of itself.

use std::sync::LazyLock;

use super::super::outline::{Furniture, Outline};
use super::super::record::Record;
use super::super::words::{Pattern, key, pattern};
use super::context::Context;
use super::sentences;
use crate::plan::source_text::tidy;

static YEARS: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\b(20\d\d)\s?(?:[-–/]|to)\s?(?:20)?(\d\d)\b"));
static YEAR: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\b20\d\d\b"));
static UPDATE: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"(?i)\b(updated?|refresh(ed)?|draft|version|edition|final|published)\b"));
static PLACE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b((?:[A-Z][\w’'-]+ (?:and |on |upon |of )?)*[A-Z][\w’'-]+) (Borough|City|District|Metropolitan Borough) Council\b",
    )
});
static COUNTY: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\b([A-Z][\w’'-]+) (?:County Council|Police|Constabulary)\b"));
static PARTNERSHIP: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\b((?:[A-Z][\w’'-]+ ){1,5}Partnership)\b"));
static UNUSUAL: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(irregular|unusual|not comparable|with caution|exceptional year|(significant|large) reductions in recorded crime)\b",
    )
});
static SUCCESS: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(r"(?i)\bmeasures of success\b.*\b(will|to be)\b|\b(complete|set|agree)\b.*\bmeasures of success\b")
});

/// What an edition is called by: its id and its years.
pub(in crate::site::draft) struct About {
    pub(in crate::site::draft) id: String,
    pub(in crate::site::draft) records: Vec<Record>,
    /// The link to the partnership's own page.
    pub(in crate::site::draft) link: Record,
}

/// The records of `edition.toml`.
pub(super) fn about(context: &mut Context<'_>) -> About {
    let outline = context.outline;
    let texts: Vec<(String, String)> =
        outline.pieces().map(|(at, it)| (outline.sections[at].id.clone(), it.text.clone())).collect();
    let whole = texts.iter().map(|it| it.1.as_str()).collect::<Vec<_>>().join("\n");
    let front = &outline.front;
    let title = front.first().cloned().unwrap_or_default();
    let update = front.iter().skip(1).find(|it| UPDATE.is_match(it) && **it != title).cloned();
    let head = front.join(" ");
    let (years, guessed) = years(&head, &whole);
    let year =
        update.as_deref().and_then(|it| YEAR.find(it)).and_then(|it| it.as_str().parse().ok()).unwrap_or(years.0);
    let is_draft = key(&head).contains("draft") || outline.furniture.contains(&Furniture::Line(String::from("DRAFT")));
    let status = if is_draft { "draft" } else { "final" };
    let id = context.ids.take(&format!("{year}-{status}"));

    let mut record = Record::new("edition").text("id", &id);
    record = if title.is_empty() {
        record
            .remark("check: title = \"…\" and update = \"…\" are missing: lines of source.txt before its first section")
    } else {
        let record = record.text("title", &title);
        match &update {
            Some(it) => record.text("update", it),
            None => record.guess("update", &title, "a line before the first section that says which version this is"),
        }
    };
    record = if is_draft {
        record.text("status", status)
    } else {
        record.guess("status", status, "“draft” or “final”?")
    };
    record = if guessed {
        let check = "the title names no years; which does the plan cover?";
        record.guessed("from", i64::from(years.0), check).guessed("to", i64::from(years.1), check)
    } else {
        record.value("from", i64::from(years.0)).value("to", i64::from(years.1))
    };
    record = match update.as_deref().and_then(|it| YEAR.find(it)) {
        Some(_) => record.value("year", i64::from(year)),
        None => record.guessed("year", i64::from(year), "the year of this update"),
    };
    let record = places(context, record, &whole, &title);
    let page = context.ids.take("partnership-page");
    let mut record = record
        .text("page", &page)
        .guess(
            "standing",
            "This page is being made from the document and is not finished.",
            "how this edition stands today, ours",
        )
        .guess("rights", "Words of the plan are quoted as published.", "under which terms, ours");
    record = caveat(record, &texts);
    if let Some((section, sentence)) = find_sentence(&texts, &SUCCESS) {
        let check = "does it say that measures of success are still to be set?";
        record = record.guess("success-quote", &sentence, check).text("success-section", &section);
    }
    let mut records = vec![record];
    records.extend(sections(outline));
    let link = Record::new("link").text("id", &page).text("name", "The partnership's own page").guess(
        "standing",
        "none",
        "add url = \"https://…\" and standing = \"confirmed\"",
    );
    About { id, records, link }
}

/// The years that a plan covers, and whether that is a guess.
fn years(head: &str, whole: &str) -> ((u16, u16), bool) {
    let pair = |text: &str| {
        let found = YEARS.captures(text)?;
        let from: u16 = found.get(1)?.as_str().parse().ok()?;
        let to: u16 = found.get(2)?.as_str().parse().ok()?;
        let to = from / 100 * 100 + to;
        (to >= from).then_some((from, to))
    };
    let one = |text: &str| YEAR.find(text).and_then(|it| it.as_str().parse().ok()).map(|it| (it, it));
    match pair(head) {
        Some(it) => (it, false),
        None => (one(head).or_else(|| pair(whole)).or_else(|| one(whole)).unwrap_or((2000, 2000)), true),
    }
}

/// What the area and the partnership are called. The heading comes with it, because it has the place.
fn places(context: &Context<'_>, record: Record, whole: &str, title: &str) -> Record {
    let names: Vec<&str> = context.partners.iter().map(|it| it.name.as_str()).collect();
    let all = [names.join("\n").as_str(), whole].join("\n");
    let found = PLACE.captures(&all);
    let part = |at: usize| found.as_ref().and_then(|it| it.get(at)).map(|it| it.as_str());
    let county = COUNTY.captures(&all).and_then(|it| it.get(1)).map(|it| it.as_str());
    let (Some(place), Some(kind)) = (part(1), part(2)) else {
        let record = named_or_missing(record, "county", county, "in which county does it lie?");
        return record
            .guess("area-kind", "area", "borough, district, city or county?")
            .guess("heading", "Community safety plan", "the heading of the page, ours")
            .remark("check: place = \"…\" is missing: what is the area called?")
            .remark("check: partnership = \"…\" is missing: what is the partnership called?");
    };
    let kind = kind.rsplit(' ').next().unwrap_or(kind).to_lowercase();
    let record = record.guess("place", place, "what is the area called?").guess(
        "area-kind",
        &kind,
        "borough, district, city or county?",
    );
    let record = named_or_missing(record, "county", county, "in which county does it lie?");
    let own = PARTNERSHIP
        .find_iter(&[title, "\n", whole].concat())
        .map(|it| it.as_str().to_owned())
        .filter(|it| it.contains(place) && it.contains("Safe"))
        .min_by_key(String::len);
    let record = match own {
        Some(it) => record.guess("partnership", &it, "what is the partnership called?"),
        None => record.guess(
            "partnership",
            &format!("{place} Community Safety Partnership"),
            "the document does not name it; what is the partnership called?",
        ),
    };
    record.guess("heading", &format!("{place} community safety plan"), "the heading of the page, ours")
}

fn named_or_missing(record: Record, key: &'static str, name: Option<&str>, check: &str) -> Record {
    match name {
        Some(it) => record.guess(key, it, check),
        None => record.remark(format!("check: {key} = \"…\" is missing: {check}")),
    }
}

fn caveat(record: Record, texts: &[(String, String)]) -> Record {
    let Some((section, sentence)) = find_sentence(texts, &UNUSUAL) else { return record };
    record
        .guess(
            "caveat-short",
            "See what the plan says about these figures",
            "shortly, why figures of a year are unusual, ours",
        )
        .guess("caveat-quote", &sentence, "does it warn of unusual figures?")
        .text("caveat-section", &section)
}

fn find_sentence(texts: &[(String, String)], wanted: &Pattern) -> Option<(String, String)> {
    texts.iter().find_map(|(section, text)| {
        let found = sentences::of(text).into_iter().find(|it| wanted.is_match(it))?;
        Some((section.clone(), found.to_owned()))
    })
}

fn sections(outline: &Outline) -> Vec<Record> {
    let section = |it: &super::super::outline::Section| {
        Record::new("section").text("id", &it.id).text("cite", &it.cite).text("heading", &it.heading)
    };
    let furniture = |it: &Furniture| match it {
        Furniture::Line(text) => Record::new("furniture").text("text", &tidy(text)),
        Furniture::Between(from, to) => Record::new("furniture").text("from", &tidy(from)).text("to", &tidy(to)),
    };
    outline.sections.iter().map(section).chain(outline.furniture.iter().map(furniture)).collect()
}
