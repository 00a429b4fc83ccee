//! Reading people and homes: what each column counts (`profile.toml`), and the numbers (`profile.csv`).

mod sums;

use super::super::super::area::Boundaries;
use super::super::super::area::profile::{Column, Index, Profile, Subject};
use super::super::context::{LoadContext, Namespace};
use super::super::documents::Documents;
use super::super::file::File;
use super::super::problem::{At, Place};
use super::super::reader::{Row, rows};
use super::super::table::Table;
use super::super::words::nearest;
use super::small_areas::Numbered;
use super::texts::{Texts, origin_of};
use super::wards::Wards;

/// What profile.toml may say that a column counts; an age and a decile want to know more.
#[derive(Clone, Copy)]
enum Word {
    Plain(Subject),
    Age,
    Of(fn(Index) -> Subject),
}

const SUBJECTS: [(Word, &str); 19] = [
    (Word::Plain(Subject::Population), "population"),
    (Word::Age, "age"),
    (Word::Plain(Subject::Male), "male"),
    (Word::Plain(Subject::Female), "female"),
    (Word::Plain(Subject::Density), "density"),
    (Word::Plain(Subject::Residents), "residents"),
    (Word::Plain(Subject::Disabled), "disabled"),
    (Word::Plain(Subject::Households), "households"),
    (Word::Plain(Subject::Owned), "owned"),
    (Word::Plain(Subject::SocialRented), "social rented"),
    (Word::Plain(Subject::PrivateRented), "private rented"),
    (Word::Plain(Subject::HouseholdsDeprived), "households deprived"),
    (Word::Plain(Subject::SmallAreas), "small areas"),
    (Word::Of(Subject::LowestDecile), "lowest decile"),
    (Word::Of(Subject::HighestDecile), "highest decile"),
    (Word::Of(Subject::MeanDecile), "mean decile"),
    (Word::Of(Subject::InMostDeprivedFifth), "in most deprived fifth"),
    (Word::Of(Subject::InMostDeprivedTenth), "in most deprived tenth"),
    (Word::Plain(Subject::ShareInMostDeprivedFifth), "share in most deprived fifth"),
];

const INDEXES: [(Index, &str); 2] = [(Index::Overall, "overall"), (Index::Crime, "crime")];

pub(super) fn profile(
    documents: &Documents<'_>,
    texts: &Texts,
    wards: &Wards<'_>,
    context: &LoadContext<'_>,
    boundaries: &Boundaries,
    small_areas: &[Numbered],
) -> Profile {
    let about = documents.get(File::ProfileColumns);
    let columns: Vec<(String, At<Column>)> =
        rows(about, "column", context.problems).into_iter().map(|row| column(row, context)).collect();
    for (at, (id, column)) in columns.iter().enumerate() {
        let same = |(_, it): &&(String, At<Column>)| {
            it.value.subject == column.value.subject && it.value.year == column.value.year
        };
        if let Some((other, before)) = columns[..at].iter().find(same) {
            let message = format!(
                "column “{id}” counts the same for the same year as “{other}” ({}). Correct one of them",
                before.place
            );
            context.problems.add(column.place, message);
        }
    }
    let table = texts.table(File::Profile, context.problems);
    let mut columns = columns;
    let ward = table.column("ward", context.problems);
    if let Some(ward) = ward.filter(|_| about.whole) {
        check_columns(&table, &columns, context);
        read_numbers(&table, ward, &mut columns, wards, context);
    }
    if about.whole && table.whole && wards.whole {
        sums::check(&table, &columns, boundaries, small_areas, wards, context.problems);
    }
    Profile { columns: columns.into_iter().map(|(_, it)| it.value).collect() }
}

fn column(row: Row<'_>, context: &LoadContext<'_>) -> (String, At<Column>) {
    let id = context.id(&row, Namespace::Columns);
    let subject = match row.known_word("subject", &SUBJECTS) {
        Some(Word::Plain(subject)) => subject,
        Some(Word::Age) => {
            let from = row.some_number::<u8>("from-age");
            let to = row.number::<u8>("to-age");
            if to.is_some_and(|to| to < from) {
                row.wrong("to-age", "“to-age” is below “from-age”. Correct one of them");
            }
            Subject::Age(from, to)
        }
        Some(Word::Of(subject)) => subject(row.word("index", &INDEXES)),
        None => Subject::Population,
    };
    let year = row.some_number("year");
    let origin = origin_of(&row, context);
    let place = row.place;
    row.finish();
    (id.to_string(), At { value: Column { subject, year, origin, values: Vec::new() }, place })
}

/// Both files name the same columns.
fn check_columns(table: &Table<'_>, columns: &[(String, At<Column>)], context: &LoadContext<'_>) {
    for (id, column) in columns.iter().filter(|(id, _)| table.whole && !table.columns.contains(id)) {
        let message = format!("profile.csv has no column “{id}”. Add it there, or take the record out here");
        context.problems.add(column.place, message);
    }
    for name in table.columns.iter().filter(|it| *it != "ward" && !it.is_empty()) {
        if !columns.iter().any(|(id, _)| id == name) {
            let meant = nearest(name, columns.iter().map(|(id, _)| id.as_str()));
            let meant = meant.map_or_else(String::new, |it| format!(" Is “{it}” meant?"));
            let message = format!(
                "profile.toml has no column with the id “{name}”.{meant} Add it there: what it counts, \
                                   for which year, and where it comes from"
            );
            context.problems.add(Place { file: File::Profile, line: 1 }, message);
        }
    }
}

fn read_numbers(
    table: &Table<'_>,
    ward: usize,
    columns: &mut [(String, At<Column>)],
    wards: &Wards<'_>,
    context: &LoadContext<'_>,
) {
    let mut have = vec![false; wards.list.len()];
    for (_, column) in &mut *columns {
        column.value.values = vec![None; wards.list.len()];
    }
    for line in &table.rows {
        let Some(ward) = wards.of_cell(line, ward, "ward") else { continue };
        if std::mem::replace(&mut have[ward.index()], true) {
            line.wrong(format!("ward “{}” has two rows. Take one of them out", wards.name(ward)));
            continue;
        }
        for (id, column) in &mut *columns {
            let Some(at) = table.columns.iter().position(|it| it == id) else { continue };
            let column = &mut column.value;
            let (value, _) = line.number(at, id, column.subject.in_tenths());
            column.values[ward.index()] = value;
        }
    }
    if wards.whole && table.whole && !columns.is_empty() {
        wards.check_all_there(&have, File::Profile, "row", context.problems);
    }
}
