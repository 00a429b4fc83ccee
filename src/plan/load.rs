//! Loading an edition from its data folder, and checking it: native only.
//!
//! [`edition`] reads every file to its end and lists every mistake at once, each with its file and line, so that
//! whoever publishes an edition mends them in one go. Only a folder without any mistake makes a [`Plan`].
//!
//! The way through: `files` reads and parses, `reader` reads records key by key, `context` holds what records are read
//! against (the document's text and all ids), one module for each group of files turns rows into records, `derive` adds
//! what follows from them, and [`super::check`] looks at the whole.

pub(crate) mod area;
pub(crate) mod builder;
pub(crate) mod context;
mod derive;
mod documents;
pub(crate) mod earlier;
mod edition;
mod entries;
mod everyday;
mod figures;
pub(crate) mod file;
pub(crate) mod files;
pub(crate) mod names;
mod people;
mod places;
mod priorities;
pub(crate) mod problem;
mod prose;
mod reader;
mod series;
mod syntax;
mod table;
mod targets;
pub(crate) mod words;

use std::path::{Path, PathBuf};

use super::source_text::Covered;
use super::{Area, Kind, Plan, Slug, check};
use builder::PlanBuilder;
use context::{Ids, LoadContext};
use documents::Documents;
use file::{File, Layout};
use files::Document;
use problem::{At, Problems};
use reader::{Row, rows};
use words::nearest;

pub use area::{Imported, ImportedMonth, SmallArea};
pub use files::is_left_behind;
pub use places::RecordPlace;
pub use problem::{Problem, tally};

/// What came of loading an edition.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The plan, where there was no mistake.
    pub plan: Option<Plan>,
    /// The official figures of its area, where there was no mistake.
    pub area: Option<Area>,
    /// The editions before it that `explorer.toml` names, newest first, where there was no mistake. They are of the same area.
    pub earlier: Vec<Plan>,
    /// The whole address of the site's folder, where `explorer.toml` names it.
    pub address: Option<String>,
    /// Which small areas (LSOAs) lie in which ward of it.
    pub small_areas: Vec<SmallArea>,
    /// How its table of recorded crime came about.
    pub imported: Imported,
    /// Every mistake, by file and line; empty just where there is a plan.
    pub problems: Vec<Problem>,
    /// What may be meant so, and may be a mistake: for a person to answer.
    pub questions: Vec<Problem>,
    /// How much of the document's text is quoted by some record.
    pub covered: Covered,
}

/// Loads the edition and the area that `explorer.toml` in this folder names, and checks them.
#[must_use]
pub fn edition(folder: &Path) -> Loaded {
    let problems = Problems::default();
    let mut layout = Layout::of(folder);
    let mut builder = PlanBuilder::default();
    let mut covered = Covered::default();
    if find_folders(&mut layout, &problems) {
        covered = read_all(&layout, &problems, &mut builder);
    }
    let read = builder.area.take();
    let mut plan = if problems.is_empty() { builder.into_plan() } else { None };
    let earlier::Earlier { plans: earlier, problems: of_earlier, questions } =
        earlier::read(&layout, plan.as_mut(), read_all);
    if !of_earlier.is_empty() {
        plan = None;
    }
    let (area, small_areas, imported) = match read.filter(|_| plan.is_some()) {
        Some(it) => (Some(it.area), it.small_areas, it.imported),
        None => (None, Vec::new(), Imported::default()),
    };
    let address = layout.address.take();
    let problems = [problems.finish(&layout), of_earlier].concat();
    Loaded { plan, area, earlier, address, small_areas, imported, problems, questions, covered }
}

/// The area's folder, which `explorer.toml` in this folder names; every mistake that keeps it from being found.
///
/// # Errors
/// Fails where the folder or its `explorer.toml` cannot be read, or names folders that are not there.
pub fn area_folder(folder: &Path) -> Result<PathBuf, Vec<Problem>> {
    let problems = Problems::default();
    let mut layout = Layout::of(folder);
    if find_folders(&mut layout, &problems) && problems.is_empty() {
        return Ok(layout.folder.join(layout.area));
    }
    Err(problems.finish(&layout))
}

/// Where each record with an id stands in the folders that `explorer.toml` in this folder names, by file and line, whatever
/// mistakes there are; nothing where the folders cannot be found.
#[must_use]
pub fn places(folder: &Path) -> Vec<RecordPlace> {
    let mut layout = Layout::of(folder);
    if find_folders(&mut layout, &Problems::default()) { places::of(&layout) } else { Vec::new() }
}

/// Reads `explorer.toml`; tells whether both folders that it names are there.
fn find_folders(layout: &mut Layout, problems: &Problems) -> bool {
    let folder = &layout.folder;
    if !folder.is_dir() {
        let what = if folder.is_file() { "this is a file" } else { "there is no such folder" };
        problems.add_path(folder.clone(), format!("{what}. Name the folder that holds explorer.toml"));
        return false;
    }
    let around = folder.canonicalize().ok().and_then(|it| Some(it.parent()?.join(File::Explorer.name())));
    if !folder.join(File::Explorer.name()).exists() && around.is_some_and(|it| it.is_file()) {
        problems.add_path(
            folder.clone(),
            "this is only a part of a data folder. Name the folder around it, which holds explorer.toml",
        );
        return false;
    }
    let Some(text) = files::read(layout, File::Explorer, problems) else { return false };
    let document = Document::parse(&text, problems);
    let row = Row::of_file(&document, problems);
    let edition = find_folder(&row, "edition", layout);
    let area = find_folder(&row, "area", layout);
    let earlier = row.texts("earlier").into_iter().map(|it| find_folder_at(&row, it, layout));
    let earlier: Option<Vec<String>> = earlier.collect();
    let all: Vec<&String> = edition.iter().chain(earlier.iter().flatten()).collect();
    if let Some((_, twice)) = all.iter().enumerate().find(|(at, it)| all[..*at].contains(it)) {
        row.wrong("earlier", format!("the edition “{twice}” is named twice. Name the current one under “edition” and each one before it once under “earlier”"));
    }
    layout.address = row.optional_at("address").map(|it| it.value);
    if let Some(address) = &layout.address
        && !(address.starts_with("https://") && address.ends_with('/'))
    {
        let message =
            format!("“{address}” is not the address of a folder of a site. Write it from https:// to the last /");
        row.wrong("address", message);
    }
    row.finish();
    let (Some(edition), Some(area), Some(earlier)) = (edition, area, earlier) else { return false };
    (layout.edition, layout.area, layout.earlier) = (edition, area, earlier);
    document.whole
}

/// The folder that a key names. What it is called stands in addresses and files that others read, so it is as short and plain
/// as an id.
fn find_folder(row: &Row<'_>, key: &'static str, layout: &Layout) -> Option<String> {
    find_folder_at(row, row.text_at(key)?, layout)
}

fn find_folder_at(row: &Row<'_>, At { value: name, place }: At<String>, layout: &Layout) -> Option<String> {
    let folders = files::folders(&layout.folder);
    let is_there = folders.contains(&name);
    if is_there && Slug::new(&name).is_some() {
        return Some(name);
    }
    // Said of a folder that is there, or may be meant.
    let told = |folder: &str| {
        let plain = plain_name(folder);
        let plain = plain.map_or_else(|| String::from("Rename it"), |it| format!("Rename it to “{it}”"));
        format!(
            "its name may only have letters a-z, digits and hyphens, at most {} of them, and must begin and end with a letter \
             or digit. {plain}, and write that name here",
            Slug::LONGEST
        )
    };
    if is_there {
        row.wrong_at(place, format!("the folder “{name}” cannot be used: {}", told(&name)));
        return None;
    }
    let meant = match nearest(&name, folders.iter().map(String::as_str)) {
        Some(folder) if Slug::new(folder).is_some() => format!("Is “{folder}” meant?"),
        Some(folder) => format!("If “{folder}” is meant: {}", told(folder)),
        None => format!("Write the name of a folder that lies beside {}", File::Explorer.name()),
    };
    row.wrong_at(place, format!("there is no folder “{name}” here. {meant}"));
    None
}

/// A name that a folder may have, as near as can be to the one that it has.
fn plain_name(name: &str) -> Option<String> {
    let words = name.to_lowercase();
    let words = words.split(|it: char| !it.is_ascii_alphanumeric()).filter(|it| !it.is_empty());
    Slug::new(&words.collect::<Vec<_>>().join("-")).map(|it| it.to_string())
}

fn read_all(layout: &Layout, problems: &Problems, builder: &mut PlanBuilder) -> Covered {
    let source = files::read(layout, File::Source, problems);
    let texts = File::RECORDS.map(|(file, _)| (file, files::read(layout, file, problems)));
    let documents = texts.iter().map(|(file, text)| Document::of(*file, text.as_ref(), problems));
    let documents = Documents::new(documents.collect());
    for (file, kinds) in File::RECORDS {
        reader::check_kinds(documents.get(file), kinds, problems);
    }
    find_strangers(layout, problems);
    let texts = area::Texts {
        boundaries: files::read(layout, File::Boundaries, problems),
        tables: File::TABLES.map(|file| (file, files::read(layout, file, problems))).into(),
    };

    let edition = documents.get(File::Edition);
    let mut text = edition::source_text(source.as_ref(), edition, problems);
    let sections = rows(edition, "section", problems);
    let headings: Vec<String> = sections.iter().map(|it| it.peek("heading").to_owned()).collect();
    let placed = text.place_headings(&headings);
    let mut context = LoadContext::new(problems, text);
    context.sections = Ids::new("section", &sections, edition);
    builder.sections = edition::sections(sections, &context, &placed);
    read_records(layout, &documents, &mut context, builder);
    let origins = rows(documents.get(File::Origins), "origin", problems);
    context.origins = Ids::new("origin", &origins, documents.get(File::Origins));
    builder.area = Some(area::read(&documents, &texts, origins, &context, &builder.wards));

    let all_read = source.is_some() && documents.all_whole();
    check::check(builder, &context, all_read);
    context.cover.borrow().count(&context.text)
}

/// Reads all records, those that others name by their place in a list first.
fn read_records(layout: &Layout, documents: &Documents<'_>, context: &mut LoadContext<'_>, builder: &mut PlanBuilder) {
    let problems = context.problems;
    let of = |file, kind| rows(documents.get(file), kind, problems);
    let ids = |file, kind, rows: &[Row<'_>]| Ids::new(kind, rows, documents.get(file));

    let links = of(File::Links, "link");
    let mut wards = of(File::Wards, "ward");
    let mut partners = of(File::Partners, "partner");
    let mut glossary = of(File::Glossary, "term");
    let priorities = of(File::Priorities, "priority");
    let footnotes = of(File::Footnotes, "footnote");
    let contacts = of(File::Contacts, "contact");
    people::sort_by_name(&mut wards, "name");
    people::sort_by_name(&mut glossary, "term");
    people::sort_partners(&mut partners);
    context.links = ids(File::Links, "link", &links);
    context.wards = ids(File::Wards, "ward", &wards);
    context.partners = ids(File::Partners, "partner", &partners);
    context.priorities = ids(File::Priorities, "priority", &priorities);
    context.footnotes = ids(File::Footnotes, "footnote", &footnotes);
    context.contacts = ids(File::Contacts, "contact", &contacts);
    let context = &*context;

    builder.edition = edition::edition(documents.get(File::Edition), context);
    builder.links = people::links(links, context);
    builder.wards = people::wards(wards, context);
    builder.partners = people::partners(partners, context);
    builder.priorities = priorities::priorities(priorities, context, &builder.partners);
    builder.footnotes = prose::footnotes(footnotes, context);
    for (file, kind, entries) in ENTRIES {
        builder.entries.append(&mut entries::entries(of(file, entries), kind, context, &builder.partners));
    }
    let mut facts = of(File::Facts, "fact");
    if layout.is_earlier {
        // They speak of the current edition's priorities.
        facts.retain(|row| row.texts("priorities").iter().all(|it| context.priorities.find(&it.value).is_some()));
    }
    builder.entries.append(&mut entries::facts(facts, context));
    builder.sort_entries();
    let entries_read = ENTRIES.iter().all(|(file, ..)| documents.get(*file).whole);
    builder.sentences = prose::sentences(of(File::Prose, "sentence"), context);
    builder.targets = targets::targets(of(File::Targets, "target"), context, &builder.entries, entries_read);
    builder.survey = prose::survey(of(File::Survey, "figure"), context);
    builder.funding = prose::funding(of(File::Funding, "funding"), context, &builder.entries, entries_read);
    builder.principles = prose::principles(of(File::Principles, "principle"), context);
    builder.themes = prose::principles(of(File::Principles, "theme"), context);
    builder.governance = prose::governance(of(File::Governance, "governance"), context);
    builder.glossary = prose::glossary(glossary, context);
    builder.notes = prose::notes(of(File::Notes, "note"), context);
    builder.contacts = people::contacts(contacts, context);
    builder.everyday = everyday::everyday(of(File::Everyday, "everyday"), context);
    builder.lineage = context.lineage.take();
    derive::derive(builder);
}

/// The files of entries that come from the plan.
const ENTRIES: [(File, Kind, &str); 4] = [
    (File::Actions, Kind::Promised, "action"),
    (File::Achievements, Kind::Done, "achievement"),
    (File::Measures, Kind::Direction, "measure"),
    (File::Strategies, Kind::Strategy, "strategy"),
];

/// Notes files that nothing reads.
fn find_strangers(layout: &Layout, problems: &Problems) {
    let names = |of_area: bool| -> Vec<&str> {
        let tables = File::TABLES.into_iter().chain([File::Boundaries]);
        let all = File::RECORDS.iter().map(|(it, _)| *it).chain(tables);
        all.filter(|it| it.is_of_area() == of_area).map(File::name).collect()
    };
    files::strangers(&layout.folder, &[File::Explorer.name()], problems);
    files::strangers(&layout.folder.join(&layout.edition), &names(false), problems);
    files::strangers(&layout.folder.join(&layout.area), &names(true), problems);
}
