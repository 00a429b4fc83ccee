//! Reading postcodes: one row for all that begin alike, lie in one place and are of one use.

use std::collections::{BTreeMap, BTreeSet};

use super::super::super::area::postcodes::{Council, Outcode, Place as Where, Postcodes, Unit, Use};
use super::super::super::{OriginId, is_outcode, parse_incode};
use super::super::context::LoadContext;
use super::super::documents::Documents;
use super::super::file::File;
use super::super::people::each;
use super::super::problem::{At, Place};
use super::super::reader::{Row, rows};
use super::super::table::Line;
use super::super::words::nearest;
use super::texts::{Texts, heading, origin_of};
use super::wards::Wards;

const COLUMNS: [&str; 4] = ["sector", "use", "place", "units"];

/// The word under “use” for postcodes of another council.
const OUTSIDE: &str = "outside";

pub(super) fn postcodes(
    documents: &Documents<'_>,
    texts: &Texts,
    wards: &Wards<'_>,
    context: &LoadContext<'_>,
) -> Postcodes {
    let problems = context.problems;
    let head = heading(documents, File::PostcodesAbout, "postcodes", context);
    let about = documents.get(File::PostcodesAbout);
    let councils = councils(rows(about, "council", problems), context);
    let mut postcodes = Postcodes {
        origin: OriginId(0),
        unmarked: None,
        councils: councils.iter().map(|it| it.value.clone()).collect(),
        places: Vec::new(),
        outcodes: Vec::new(),
    };
    let table = texts.table(File::Postcodes, problems);
    table.check_known(&COLUMNS, problems);
    let columns = COLUMNS.map(|name| table.column(name, problems));
    let mut found = Found::default();
    let before = problems.count();
    if let [Some(sector), Some(kind), Some(place), Some(units)] = columns {
        for line in &table.rows {
            let list = Councils { list: &postcodes.councils, whole: about.whole };
            let at = where_in(line, [kind, place], wards, &list);
            let Some(start) = sector_of(line, sector) else { continue };
            found.add(line, &start, units, at);
        }
    }
    // A row that could not be read may be the one that is missed.
    let sound = table.whole && wards.whole && problems.count() == before;
    check_councils(&councils, &found, sound, context);
    let in_use = found.places.iter().any(|it| matches!(it, Where::Ward(_, Use::Live | Use::Unmarked)));
    if sound && !table.rows.is_empty() && !in_use {
        let message = "no postcode that is in use lies in a ward, so no resident would find theirs. Put the last good \
                       postcodes.csv and postcodes.toml back; if the wards have new codes, bring wards.toml up to date and \
                       then import the postcodes anew";
        problems.add(Place::whole(File::Postcodes), message);
    }
    let unmarked = found.places.iter().any(|it| matches!(it, Where::Ward(_, Use::Unmarked)));
    if let Some(row) = head {
        postcodes.origin = origin_of(&row, context);
        postcodes.unmarked = row.optional("unmarked");
        if sound && unmarked != postcodes.unmarked.is_some() {
            let message = if unmarked {
                "“unmarked” is missing, yet postcodes.csv has postcodes of that use. Add unmarked = \"…\", with what is to be \
                 said beside them"
            } else {
                "“unmarked” speaks of postcodes that postcodes.csv does not have. Take the line out"
            };
            row.wrong("unmarked", message);
        }
        row.finish();
    } else if about.whole && !table.rows.is_empty() {
        problems.add(Place::whole(File::PostcodesAbout), "a line [postcodes], with their origin below, is missing");
    }
    found.finish(&mut postcodes);
    postcodes
}

fn councils(rows: Vec<Row<'_>>, context: &LoadContext<'_>) -> Vec<At<Council>> {
    let councils = each(rows, |row| Council { code: row.text("code"), name: row.text("name") });
    for (at, council) in councils.iter().enumerate() {
        let same = |it: &&At<Council>| it.value.name == council.value.name || it.value.code == council.value.code;
        if let Some(before) = councils[..at].iter().find(same) {
            let message = format!("this council has the same code or name as the one on {}. Correct it", before.place);
            context.problems.add(council.place, message);
        }
    }
    councils
}

fn check_councils(councils: &[At<Council>], found: &Found, all_read: bool, context: &LoadContext<'_>) {
    let used = |at: usize| found.places.iter().any(|it| matches!(it, Where::Outside(it) if usize::from(*it) == at));
    for (at, council) in councils.iter().enumerate().filter(|_| all_read) {
        if !used(at) {
            let message = format!("no postcode lies in “{}”. Take the council out", council.value.name);
            context.problems.add(council.place, message);
        }
    }
}

struct Councils<'a> {
    list: &'a [Council],
    whole: bool,
}

/// The place and use that a row speaks of.
fn where_in(line: &Line<'_>, [kind, place]: [usize; 2], wards: &Wards<'_>, others: &Councils<'_>) -> Option<Where> {
    let mut uses: Vec<(Option<Use>, &str)> = Use::WORDS.iter().map(|(it, word)| (Some(*it), *word)).collect();
    uses.push((None, OUTSIDE));
    if let Some(used) = line.word(kind, "use", &uses)? {
        return wards.of_cell(line, place, "place").map(|it| Where::Ward(it, used));
    }
    let name = line.text(place, "place")?;
    let found = others.list.iter().position(|it| it.name == name);
    if found.is_none() && others.whole {
        let meant = nearest(name, others.list.iter().map(|it| it.name.as_str()));
        let meant = meant.map_or_else(
            || String::from("Add it to postcodes.toml as a [[council]], with its code"),
            |it| format!("Is “{it}” meant?"),
        );
        line.wrong(format!("postcodes.toml has no council “{name}”. {meant}"));
    }
    found.and_then(|at| u16::try_from(at).ok()).map(Where::Outside)
}

/// The beginning of the row's postcodes: `AB1 2` is the first half and the digit of the second.
fn sector_of(line: &Line<'_>, at: usize) -> Option<(String, char)> {
    let text = line.text(at, "sector")?;
    let parts = text.split_once(' ').filter(|(first, second)| is_outcode(first) && second.len() == 1);
    let found = parts.and_then(|(first, second)| {
        let digit = second.chars().next().filter(char::is_ascii_digit)?;
        Some((first.to_owned(), digit))
    });
    if found.is_none() {
        line.wrong(format!(
            "“{text}” is no beginning of a postcode. Write the first half in capitals, a space and one digit, such as AB1 2"
        ));
    }
    found
}

/// The postcodes read so far.
#[derive(Default)]
struct Found {
    places: BTreeSet<Where>,
    outcodes: BTreeMap<String, BTreeMap<u16, (Option<Where>, usize)>>,
}

impl Found {
    fn add(&mut self, line: &Line<'_>, (outcode, digit): &(String, char), units: usize, place: Option<Where>) {
        let Some(text) = line.text(units, "units") else { return };
        self.places.extend(place);
        for letters in text.split_whitespace() {
            let shown = format!("{outcode} {digit}{letters}");
            let Some(incode) = parse_incode(&format!("{digit}{letters}")) else {
                line.wrong(format!(
                    "“{letters}” makes the postcode “{shown}”, which cannot be. Write the last two letters in capitals; they \
                     are never C, I, K, M, O or V"
                ));
                continue;
            };
            let of_outcode = self.outcodes.entry(outcode.clone()).or_default();
            if let Some((_, before)) = of_outcode.insert(incode, (place, line.place.line)) {
                line.wrong(format!("the postcode {shown} is there twice, also on line {before}. Take one of them out"));
            }
        }
    }

    /// Puts everything into order.
    fn finish(self, postcodes: &mut Postcodes) {
        postcodes.places = self.places.into_iter().collect();
        let place = |it: Option<Where>| {
            let at = it.and_then(|it| postcodes.places.binary_search(&it).ok()).unwrap_or_default();
            u16::try_from(at).unwrap_or(u16::MAX)
        };
        let unit = |(incode, (at, _)): (u16, (Option<Where>, usize))| Unit { incode, place: place(at) };
        let outcodes = self.outcodes.into_iter();
        postcodes.outcodes =
            outcodes.map(|(name, units)| Outcode { name, units: units.into_iter().map(unit).collect() }).collect();
    }
}
