//! Reading what the police recorded: the counts (`recorded-crime.csv`), how they came about
//! (`recorded-crime-import.toml`) and what must be said beside them (`recorded-crime.toml`).

use std::collections::BTreeMap;

use super::super::super::area::crime::{Caution, Crime, CrimeType, Gap, Import, Spell, Tally};
use super::super::super::{Month, OriginId, WardId};
use super::super::context::LoadContext;
use super::super::documents::Documents;
use super::super::file::File;
use super::super::people::each;
use super::super::problem::{At, Place, Problems};
use super::super::reader::{Row, rows, single};
use super::super::table::{Table, show_month};
use super::super::words::nearest;
use super::imports::{self, Imported};
use super::texts::{Texts, heading, month_of, origin_of};
use super::wards::Wards;

pub(super) fn crime(
    documents: &Documents<'_>,
    texts: &Texts,
    wards: &Wards<'_>,
    context: &LoadContext<'_>,
) -> (Crime, Imported) {
    let problems = context.problems;
    let table = texts.table(File::Crime, problems);
    let mut crime = empty();
    let before = problems.count();
    read_counts(&table, wards, &mut crime, problems);
    let sound = table.whole && wards.whole && problems.count() == before;

    let about = documents.get(File::CrimeAbout);
    if let Some(row) = heading(documents, File::CrimeAbout, "crime", context) {
        crime.origin = origin_of(&row, context);
        crime.rate_per = row.some_number("rate-per");
        if row.has("rate-per") && crime.rate_per == 0 {
            row.wrong("rate-per", "“rate-per” cannot be zero. Write rate-per = 1000");
        }
        row.finish();
    } else if about.whole && !crime.months.is_empty() {
        problems.add(Place::whole(File::CrimeAbout), "a line [crime], with what belongs to it below, is missing");
    }
    let also = notes(rows(about, "type", problems), &mut crime.types, table.whole);
    crime.spells = spells(rows(about, "spell", problems), problems);
    crime.cautions = each(rows(about, "caution", problems), |row| Caution {
        text: row.text("text"),
        wards: context.wards.resolve_all(row, &row.texts("wards"), WardId),
    })
    .into_iter()
    .map(|it| it.value)
    .collect();
    if about.whole && sound && !crime.months.is_empty() && crime.cautions.is_empty() {
        let message =
            "there is no [[caution]]. Recorded crime is not shown without what must be said beside it: add one";
        problems.add(Place::whole(File::CrimeAbout), message);
    }
    import(documents, &mut crime, sound, context);
    let record = documents.get(File::CrimeImport);
    let months = imports::months(rows(record, "month", problems), &mut crime, sound && record.whole, problems);
    (crime, Imported { months, also })
}

fn empty() -> Crime {
    Crime {
        origin: OriginId(0),
        types: Vec::new(),
        months: Vec::new(),
        counts: Vec::new(),
        gaps: Vec::new(),
        incomplete: Vec::new(),
        spells: Vec::new(),
        cautions: Vec::new(),
        rate_per: 1000,
        import: Import { on: None, read: None, kept: 0, placed: Vec::new(), rejected: Vec::new() },
    }
}

/// Reads the table: a row for each month and ward, a column for each type.
fn read_counts(table: &Table<'_>, wards: &Wards<'_>, crime: &mut Crime, problems: &Problems) {
    let (Some(month), Some(ward)) = (table.column("month", problems), table.column("ward", problems)) else { return };
    let types: Vec<usize> = (0..table.columns.len()).filter(|it| *it != month && *it != ward).collect();
    crime.types =
        types.iter().map(|at| CrimeType { name: table.columns[*at].clone(), crime: true, note: None }).collect();
    let mut found: BTreeMap<(Month, WardId), (Vec<u32>, usize)> = BTreeMap::new();
    let mut first = BTreeMap::new();
    for line in &table.rows {
        let when = line.month(month, "month");
        let place = wards.of_cell(line, ward, "ward");
        let counts = types.iter().map(|at| line.count(*at, &table.columns[*at]).unwrap_or_default()).collect();
        let (Some(when), Some(place)) = (when, place) else { continue };
        first.entry(when).or_insert(line.place);
        if let Some((_, before)) = found.insert((when, place), (counts, line.place.line)) {
            line.wrong(format!(
                "{} is there twice for ward “{}”, also on line {before}. Take one of the two rows out",
                show_month(when),
                wards.name(place)
            ));
        }
    }
    crime.months = first.keys().copied().collect();
    for (when, place) in first {
        for at in 0..wards.list.len() {
            match found.remove(&(when, Wards::id(at))) {
                Some((counts, _)) => crime.counts.extend(counts),
                None if wards.whole => problems.add(
                    place,
                    format!(
                        "{} has no row for ward “{}”. Add it, with 0 where nothing was recorded",
                        show_month(when),
                        wards.list[at].value.id
                    ),
                ),
                None => {}
            }
        }
    }
}

/// What must be said beside a type; gives back its other names.
fn notes(rows: Vec<Row<'_>>, types: &mut [CrimeType], all_read: bool) -> Vec<(String, String)> {
    let mut others = Vec::new();
    let mut told: Vec<(String, Place)> = Vec::new();
    for row in rows {
        let name = row.text_at("name");
        // Most types are crimes, so only one that is none has to say so.
        let crime = !row.has("crime") || row.flag("crime");
        let note = row.optional("note");
        let also = row.texts("also");
        if let Some(name) = name {
            if let Some((_, before)) = told.iter().find(|(it, _)| *it == name.value) {
                row.wrong("name", format!("type “{}” is there twice, also on {before}. Make one of them", name.value));
            }
            let found = types.iter_mut().find(|it| it.name == name.value);
            match found {
                Some(it) => (it.crime, it.note) = (crime, note),
                None if all_read => {
                    let meant = nearest(&name.value, types.iter().map(|it| it.name.as_str()));
                    let meant = meant.map_or_else(
                        || String::from("Write the name as its first line has it, or take the record out"),
                        |it| format!("Is “{it}” meant?"),
                    );
                    row.wrong("name", format!("recorded-crime.csv has no column “{}”. {meant}", name.value));
                }
                None => {}
            }
            for other in also {
                let taken = types.iter().any(|it| it.name == other.value);
                if taken || others.iter().any(|(it, _)| *it == other.value) {
                    let message =
                        format!("“{}” is the name of another type, or stands here twice. Take it out", other.value);
                    row.wrong_at(other.place, message);
                }
                others.push((other.value, name.value.clone()));
            }
            told.push((name.value, name.place));
        }
        row.finish();
    }
    others
}

fn spells(rows: Vec<Row<'_>>, problems: &Problems) -> Vec<Spell> {
    let mut spells: Vec<At<Spell>> = Vec::new();
    for row in rows {
        let (from, to) = (month_of(&row, "from"), month_of(&row, "to"));
        let (words, note) = (row.text("words"), row.optional("note"));
        if let (Some(from), Some(to)) = (from, to) {
            if to < from {
                row.wrong("to", "“to” is before “from”. Correct one of them");
            }
            if let Some(other) = spells.iter().find(|it| it.value.from <= to && from <= it.value.to) {
                let message = format!(
                    "this stretch of months overlaps the one that begins on {}. Each month belongs to one at most",
                    other.place
                );
                problems.add(row.place, message);
            }
            spells.push(At { value: Spell { from, to, words, note }, place: row.place });
        }
        row.finish();
    }
    spells.into_iter().map(|it| it.value).collect()
}

/// How the table came about, and that it agrees with the table.
fn import(documents: &Documents<'_>, crime: &mut Crime, sound: bool, context: &LoadContext<'_>) {
    let problems = context.problems;
    let document = documents.get(File::CrimeImport);
    let tallies = |kind| {
        let tally = |row: &Row<'_>| Tally { what: row.text("what"), records: row.some_number("records") };
        each(rows(document, kind, problems), tally).into_iter().map(|it| it.value).collect::<Vec<Tally>>()
    };
    crime.import.placed = tallies("placed");
    crime.import.rejected = tallies("rejected");
    gaps(rows(document, "gap", problems), crime, sound && document.whole, problems);
    if document.table.is_empty() {
        if document.whole && sound && !crime.months.is_empty() {
            problems.add(Place::whole(File::CrimeImport), "a line [import], with what belongs to it below, is missing");
        }
        return;
    }
    let Some(row) = single(document, "import", problems) else { return };
    let import = &mut crime.import;
    import.on = row.optional("on");
    import.read = row.number("read");
    import.kept = row.some_number("kept");
    let sum = |list: &mut dyn Iterator<Item = u32>| list.map(u64::from).sum::<u64>();
    let kept = u64::from(import.kept);
    let counted = sum(&mut crime.counts.iter().copied());
    if sound && counted != kept {
        row.wrong(
            "kept",
            format!(
                "“kept” is {kept}, but the counts in recorded-crime.csv add up to {counted}. Import anew, or correct one of \
                 them"
            ),
        );
    }
    let placed = sum(&mut import.placed.iter().map(|it| it.records));
    if placed != kept && row.has("kept") {
        row.wrong(
            "kept",
            format!("“kept” is {kept}, but the records under [[placed]] add up to {placed}. Correct one"),
        );
    }
    let rejected = sum(&mut import.rejected.iter().map(|it| it.records));
    if let Some(read) = import.read.filter(|read| u64::from(*read) != kept + rejected) {
        row.wrong(
            "read",
            format!("“read” is {read}, but {kept} kept and {rejected} rejected make {}. Correct one", kept + rejected),
        );
    }
    row.finish();
}

/// Months that are not covered and lie between others that are, each with its reason.
fn gaps(rows: Vec<Row<'_>>, crime: &mut Crime, sound: bool, problems: &Problems) {
    let mut gaps: Vec<At<Gap>> = Vec::new();
    for row in rows {
        let (month, reason) = (month_of(&row, "month"), row.text("reason"));
        if let Some(month) = month {
            gaps.push(At { value: Gap { month, reason }, place: row.place });
        }
        row.finish();
    }
    if let (true, [first, .., last]) = (sound, crime.months.as_slice()) {
        let mut month = *first;
        while month < *last {
            let known = crime.months.contains(&month) || gaps.iter().any(|it| it.value.month == month);
            if !known {
                let message = format!(
                    "recorded-crime.csv has nothing for {}, between other months. Add a [[gap]] with this month and the reason",
                    show_month(month)
                );
                problems.add(Place::whole(File::CrimeImport), message);
            }
            month = month.next();
        }
        for (at, gap) in gaps.iter().enumerate() {
            let month = gap.value.month;
            let outside = month < *first || month > *last;
            let twice = gaps[..at].iter().any(|it| it.value.month == month);
            if crime.months.contains(&month) || outside || twice {
                let message = format!(
                    "{} is no gap: recorded-crime.csv has it, it lies outside its months, or it is named twice. Take it out",
                    show_month(month)
                );
                problems.add(gap.place, message);
            }
        }
    }
    gaps.sort_by_key(|it| it.value.month);
    crime.gaps = gaps.into_iter().map(|it| it.value).collect();
}
