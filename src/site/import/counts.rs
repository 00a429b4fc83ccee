//! Counting the records of a chunk.

use std::collections::BTreeMap;

use super::chunks::Chunk;
use super::dates::{is_date, month, same_force};
use super::left_out::{LeftOut, Reason};
use super::place::{By, Found, Places, Recent, point};
use super::rows::{Cells, Row, Torn, is_blank};
use crate::plan::Month;

/// What is the same for all chunks.
pub(super) struct Rules {
    pub(super) places: Places,
    pub(super) wards: usize,
    /// The names of types, each with its place among the table's columns. A column may have several names.
    pub(super) kinds: Vec<(Box<[u8]>, usize)>,
    /// How many columns of types the table has.
    pub(super) columns: usize,
}

impl Rules {
    fn kind(&self, name: &[u8]) -> Option<usize> {
        self.kinds.iter().find(|it| &*it.0 == name).map(|it| it.1)
    }
}

/// The records of one force in one month.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ForceMonth {
    pub(super) read: u32,
    /// By ward and by column; empty while there are none.
    pub(super) by_ward: Vec<u32>,
    /// Types that the table does not know, with their records in the area.
    pub(super) strange: BTreeMap<Box<[u8]>, u32>,
    pub(super) by_code: u32,
    pub(super) by_place: u32,
    pub(super) left_out: LeftOut,
    /// Rows that are counted and bear a Crime ID, until it is known which of them repeat others.
    identified: Vec<Identified>,
}

/// A row that is counted and bears a Crime ID: the sum over its cells, in halves, the place of its count, and whether it was
/// found by its place. Two halves keep it small: there is one for each record of the area.
type Identified = (u64, u64, u32, bool);

impl ForceMonth {
    pub(super) fn add(&mut self, other: &Self) {
        self.read += other.read;
        self.by_code += other.by_code;
        self.by_place += other.by_place;
        if self.by_ward.len() < other.by_ward.len() {
            self.by_ward.resize(other.by_ward.len(), 0);
        }
        for (to, from) in self.by_ward.iter_mut().zip(&other.by_ward) {
            *to += from;
        }
        self.left_out.add(&other.left_out);
        for (name, records) in &other.strange {
            *self.strange.entry(name.clone()).or_default() += records;
        }
        self.identified.extend_from_slice(&other.identified);
    }

    /// Counts a record of the area. `sum` is that over its cells, where it bears a Crime ID.
    fn keep(&mut self, (ward, by, kind): Kept, rules: &Rules, sum: Option<u128>) {
        match by {
            By::Code => self.by_code += 1,
            By::Place => self.by_place += 1,
        }
        let kind = match kind {
            Ok(kind) => kind,
            // Where there is one of these, nothing is written.
            Err(name) => return *self.strange.entry(name).or_default() += 1,
        };
        let at = ward * rules.columns + kind;
        self.by_ward.resize(rules.wards * rules.columns, 0);
        self.by_ward[at] += 1;
        if let (Some(sum), Ok(at)) = (sum, u32::try_from(at)) {
            #[expect(clippy::cast_possible_truncation, reason = "its halves")]
            let halves = ((sum >> 64) as u64, sum as u64);
            self.identified.push((halves.0, halves.1, at, by == By::Place));
        }
    }

    fn count_repeated_once(&mut self) {
        let mut rows = std::mem::take(&mut self.identified);
        rows.sort_unstable();
        for pair in rows.windows(2).filter(|it| it[0] == it[1]) {
            let (.., at, by_place) = pair[1];
            self.by_ward[at as usize] -= 1;
            *if by_place { &mut self.by_place } else { &mut self.by_code } -= 1;
            self.left_out.note(Reason::Repeated, &[]);
        }
    }

    /// The records that the table would count.
    pub(super) fn kept(&self) -> u32 {
        self.by_code + self.by_place
    }

    /// The records that could be read, wherever they lie.
    pub(super) fn sound(&self) -> u32 {
        self.read - self.left_out.damaged() - self.left_out.because(Reason::Repeated)
    }
}

/// A month and a force, by its name in lower case.
pub(super) type Key = (Month, String);

/// The records of a chunk, or of a whole segment of a file.
#[derive(Debug, Default)]
pub(super) struct ChunkCounts {
    pub(super) months: BTreeMap<Key, ForceMonth>,
    /// Forces by the names that records give them.
    pub(super) forces: BTreeMap<String, String>,
    /// Rows of no month.
    pub(super) loose: LeftOut,
    /// Whether the last record is cut off.
    pub(super) cut: bool,
}

impl ChunkCounts {
    pub(super) fn add(&mut self, other: Self) {
        for (key, month) in other.months {
            self.months.entry(key).or_default().add(&month);
        }
        self.loose.add(&other.loose);
        for (key, name) in other.forces {
            // Where a force is written in two ways, which one is taken does not depend on who counts first.
            let known = self.forces.entry(key).or_insert_with(|| name.clone());
            if name < *known {
                *known = name;
            }
        }
        self.cut |= other.cut;
    }

    /// Takes back what was counted of rows that repeat others. To be called when a segment has been counted to its end.
    pub(super) fn count_repeated_once(&mut self) {
        self.months.values_mut().for_each(ForceMonth::count_repeated_once);
    }

    /// The records that were read.
    pub(super) fn read(&self) -> u32 {
        self.loose.all() + self.months.values().map(|it| it.read).sum::<u32>()
    }
}

/// The most forces that one chunk is taken to have: more are names that are damaged.
const FORCES: usize = 64;

/// What is being counted, found by what stands in the row, without making text of it for each.
struct Open<'a> {
    named: Option<&'a Key>,
    list: Vec<(Month, Box<[u8]>, ForceMonth)>,
    last: usize,
}

impl Open<'_> {
    fn unit(&mut self, month: Month, force: &[u8]) -> &mut ForceMonth {
        let fits = |it: &(Month, Box<[u8]>, ForceMonth)| it.0 == month && *it.1 == *force;
        if !self.list.get(self.last).is_some_and(fits) {
            self.last = self.list.iter().position(fits).unwrap_or_else(|| {
                self.list.push((month, force.into(), ForceMonth::default()));
                self.list.len() - 1
            });
        }
        &mut self.list[self.last].2
    }

    /// Puts the records under the name of their force.
    fn into_counts(self) -> ChunkCounts {
        let mut counts = ChunkCounts::default();
        for (month, force, unit) in self.list {
            let name = String::from_utf8_lossy(&force).into_owned();
            let key = match self.named {
                Some(named) => named.clone(),
                None => (month, same_force(&name)),
            };
            if !name.is_empty() {
                counts.forces.insert(key.1.clone(), name);
            }
            counts.months.entry(key).or_default().add(&unit);
        }
        counts
    }
}

/// Counts a chunk. `named` is the month and the force in the name of its file.
pub(super) fn count(chunk: &Chunk, named: Option<&Key>, rules: &Rules, recent: &mut Recent) -> ChunkCounts {
    let columns = &chunk.columns;
    let mut open = Open { named, list: Vec::new(), last: 0 };
    let mut loose = LeftOut::default();
    let mut row = Row::default();
    let mut rest = chunk.bytes.as_slice();
    let mut cut = false;
    let (mut first_force, mut text) = (Vec::new(), Vec::new());
    while !rest.is_empty() {
        let (length, record) = row.record(rest, columns.count);
        let last = length == rest.len();
        let blank = is_blank(&rest[..length]);
        rest = &rest[length..];
        if blank {
            continue;
        }
        let short = record.as_ref().map_or(true, |it| it.count < columns.count);
        cut = chunk.cut && last && short;
        let cells = match &record {
            Ok(cells) => *cells,
            Err(Torn) => Cells::NONE,
        };
        // The force is looked at where the file's name does not tell it.
        let written = columns.force.map_or(&[][..], |at| cells.get(at));
        if named.is_some() && first_force.is_empty() {
            first_force = written.to_vec();
        }
        let force = if open.list.len() < FORCES || named.is_some() { written } else { &[] };
        let written_month = cells.get(columns.month);
        let found = month(written_month);
        let when = named.map(|it| it.0).or(found);
        let verdict = match record {
            Err(Torn) => Err(Reason::Torn),
            Ok(cells) => look(&cells, chunk, rules, recent),
        };
        // Where a row lies is looked at before its month: a month that is spoilt elsewhere costs the area nothing.
        let verdict = verdict.and_then(|kept| match found {
            Some(_) if found == when => Ok(kept),
            Some(_) => Err(Reason::OtherMonth),
            None if is_date(written_month) => Err(Reason::SheetDate),
            None => Err(Reason::NoMonth),
        });
        let Some(when) = when else {
            loose.note(verdict.err().unwrap_or(Reason::NoMonth), written_month);
            continue;
        };
        let unit = open.unit(when, if named.is_some() { &[] } else { force });
        unit.read += 1;
        match verdict {
            Err(reason) => unit.left_out.note(reason, written_month),
            Ok(kept) => {
                let has_id = columns.id.is_some_and(|it| !cells.get(it).is_empty());
                let sum = if has_id { cells.sum(&mut text) } else { None };
                unit.keep(kept, rules, sum);
            }
        }
    }
    let mut counts = open.into_counts();
    (counts.loose, counts.cut) = (loose, cut);
    if let (Some(named), false) = (named, first_force.is_empty()) {
        counts.forces.insert(named.1.clone(), String::from_utf8_lossy(&first_force).into_owned());
    }
    counts
}

/// A record of the area: its ward, how it was found, and its type, which may be one that the table does not know.
type Kept = (usize, By, Result<usize, Box<[u8]>>);

fn look(cells: &Cells<'_>, chunk: &Chunk, rules: &Rules, recent: &mut Recent) -> Result<Kept, Reason> {
    let columns = &chunk.columns;
    let long = cells.count > columns.count;
    let cell = |at: usize| cells.get(if long { columns.realigned(at, cells) } else { at });
    let optional = |at: Option<usize>| at.map_or(&[][..], cell);
    let (code, kind) = (optional(columns.code), cell(columns.kind));
    if cells.count < columns.needed() {
        return Err(cut_short(cells, chunk, rules, recent));
    }
    let known = rules.kind(kind);
    // Cells that were put in their places by counting from the end must make sense there.
    let coded = rules.places.knows(code) || is_code(code);
    if long && !(coded || (code.is_empty() && known.is_some())) {
        return Err(Reason::Long);
    }
    let place = if rules.places.knows(code) {
        None
    } else {
        columns.place.and_then(|(x, y)| point(cell(x), cell(y), columns.on_grid))
    };
    let (ward, by) = match rules.places.find(code, optional(columns.name), place, recent) {
        Found::Ward(ward, by) => (ward.index(), by),
        Found::Outside => return Err(Reason::Outside),
        Found::NoWard => return Err(Reason::NoWard),
        Found::Nowhere => return Err(Reason::Nowhere),
    };
    match known {
        Some(kind) => Ok((ward, by, Ok(kind))),
        None if long => Err(Reason::Long),
        None if kind.is_empty() => Err(Reason::NoKind),
        // A row that is cut within its type has lost what follows, too.
        None if cells.count < columns.count => Err(Reason::Short),
        None => Ok((ward, by, Err(kind.into()))),
    }
}

/// Why a row is left out that has too few cells: where it still tells its small area, that may lie elsewhere.
fn cut_short(cells: &Cells<'_>, chunk: &Chunk, rules: &Rules, recent: &mut Recent) -> Reason {
    let columns = &chunk.columns;
    // The last cell may be cut within.
    let whole = |at: Option<usize>| at.filter(|at| at + 1 < cells.count).map_or(&[][..], |at| cells.get(at));
    let (code, name) = (whole(columns.code), whole(columns.name));
    let elsewhere = is_code(code) && matches!(rules.places.find(code, name, None, recent), Found::Outside);
    if elsewhere { Reason::Outside } else { Reason::Short }
}

/// Whether a text has the form of an official code: `E01029820`.
fn is_code(text: &[u8]) -> bool {
    text.len() == 9 && text[0].is_ascii_uppercase() && text[1..].iter().all(u8::is_ascii_digit)
}
