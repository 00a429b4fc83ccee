//! Counting the records of a block.

use std::collections::BTreeMap;

use super::feed::Block;
use super::place::{By, Found, Places, Recent, point};
use super::rows::{Cells, Row, Torn};
use super::when::{month, same_force};
use crate::plan::Month;

/// Why a record is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reason {
    /// It lies elsewhere. Most records do: files are those of whole forces.
    Outside,
    /// It gives no place.
    Nowhere,
    /// It is named as one of the area, and its place is in no ward.
    NoWard,
    /// Cells are missing.
    Short,
    /// There are too many cells, and it cannot be told which are which.
    Long,
    /// A quotation mark is never closed.
    Torn,
    /// It has no month that can be read.
    NoMonth,
    /// Its month is not that of its file.
    OtherMonth,
    /// It has no type.
    NoKind,
}

impl Reason {
    /// All, in the order in which they are told, with their words.
    pub(super) const WORDS: [(Self, &'static str); 9] = [
        (Self::Outside, "outside the area"),
        (Self::Nowhere, "no place given"),
        (Self::NoWard, "in the area by the name of its small area, but in no ward"),
        (Self::Short, "cells are missing"),
        (Self::Long, "too many cells"),
        (Self::Torn, "a quotation mark is not closed"),
        (Self::NoMonth, "no month that can be read"),
        (Self::OtherMonth, "of another month than its file"),
        (Self::NoKind, "no type given"),
    ];

    /// Whether the row itself is damaged.
    pub(super) fn is_damage(self) -> bool {
        !matches!(self, Self::Outside | Self::Nowhere | Self::NoWard)
    }
}

/// Numbers of records left out, by [`Reason`].
pub(super) type Rejected = [u32; Reason::WORDS.len()];

/// What is the same for all blocks.
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
pub(super) struct Unit {
    pub(super) read: u32,
    /// By ward and by column; empty while there are none.
    pub(super) counts: Vec<u32>,
    /// Types that the table does not know, with their records in the area.
    pub(super) strange: BTreeMap<Box<[u8]>, u32>,
    pub(super) by_code: u32,
    pub(super) by_place: u32,
    pub(super) rejected: Rejected,
}

impl Unit {
    pub(super) fn add(&mut self, other: &Self) {
        self.read += other.read;
        self.by_code += other.by_code;
        self.by_place += other.by_place;
        if self.counts.len() < other.counts.len() {
            self.counts.resize(other.counts.len(), 0);
        }
        for (to, from) in self.counts.iter_mut().zip(&other.counts) {
            *to += from;
        }
        for (to, from) in self.rejected.iter_mut().zip(other.rejected) {
            *to += from;
        }
        for (name, records) in &other.strange {
            *self.strange.entry(name.clone()).or_default() += records;
        }
    }

    /// The records that the table would count.
    pub(super) fn kept(&self) -> u32 {
        self.by_code + self.by_place
    }

    /// The records that could be read, wherever they lie.
    pub(super) fn sound(&self) -> u32 {
        let damaged = Reason::WORDS.iter().zip(self.rejected).filter(|((it, _), _)| it.is_damage());
        self.read - damaged.map(|(_, records)| records).sum::<u32>()
    }
}

/// A month and a force, by its name in lower case.
pub(super) type Key = (Month, String);

/// The records of a block, or of a whole part.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) units: BTreeMap<Key, Unit>,
    /// Forces by the names that records give them.
    pub(super) forces: BTreeMap<String, String>,
    /// Records of no month, by reason.
    pub(super) loose: Rejected,
    /// Whether the last record is cut off.
    pub(super) cut: bool,
}

impl Tally {
    pub(super) fn add(&mut self, other: Self) {
        for (key, unit) in other.units {
            self.units.entry(key).or_default().add(&unit);
        }
        for (to, from) in self.loose.iter_mut().zip(other.loose) {
            *to += from;
        }
        self.forces.extend(other.forces);
        self.cut |= other.cut;
    }

    /// The records that were read.
    pub(super) fn read(&self) -> u32 {
        self.loose.iter().sum::<u32>() + self.units.values().map(|it| it.read).sum::<u32>()
    }
}

/// The most forces that one block is taken to have: more are names that are damaged.
const FORCES: usize = 64;

/// Units under way, found by what stands in the row, without making text of it for each.
struct Open<'a> {
    named: Option<&'a Key>,
    list: Vec<(Month, Box<[u8]>, Unit)>,
    last: usize,
}

impl Open<'_> {
    fn unit(&mut self, month: Month, force: &[u8]) -> &mut Unit {
        let fits = |it: &(Month, Box<[u8]>, Unit)| it.0 == month && *it.1 == *force;
        if !self.list.get(self.last).is_some_and(fits) {
            self.last = self.list.iter().position(fits).unwrap_or_else(|| {
                self.list.push((month, force.into(), Unit::default()));
                self.list.len() - 1
            });
        }
        &mut self.list[self.last].2
    }

    /// Puts the records under the name of their force.
    fn into_tally(self) -> Tally {
        let mut tally = Tally::default();
        for (month, force, unit) in self.list {
            let name = String::from_utf8_lossy(&force).into_owned();
            let key = match self.named {
                Some(named) => named.clone(),
                None => (month, same_force(&name)),
            };
            if !name.is_empty() {
                tally.forces.insert(key.1.clone(), name);
            }
            tally.units.entry(key).or_default().add(&unit);
        }
        tally
    }
}

/// Counts a block. `named` is the month and the force in the name of its file.
pub(super) fn count(block: &Block, named: Option<&Key>, rules: &Rules, recent: &mut Recent) -> Tally {
    let columns = &block.part.columns;
    let mut open = Open { named, list: Vec::new(), last: 0 };
    let mut loose = Rejected::default();
    let mut row = Row::default();
    let mut rest = block.bytes.as_slice();
    let mut cut = false;
    let mut first_force = Vec::new();
    while !rest.is_empty() {
        let (length, record) = row.record(rest, columns.count);
        let last = length == rest.len();
        let blank = rest[..length].trim_ascii().is_empty();
        rest = &rest[length..];
        if blank {
            continue;
        }
        let short = record.as_ref().map_or(true, |it| it.count < columns.count);
        cut = block.cut && last && short;
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
        let found = month(cells.get(columns.month));
        let Some(when) = named.map(|it| it.0).or(found) else {
            loose[if record.is_err() { Reason::Torn } else { Reason::NoMonth } as usize] += 1;
            continue;
        };
        let unit = open.unit(when, if named.is_some() { &[] } else { force });
        unit.read += 1;
        let verdict = match record {
            Err(Torn) => Err(Reason::Torn),
            Ok(_) if cells.count < columns.needed() => Err(Reason::Short),
            Ok(_) if found.is_none() => Err(Reason::NoMonth),
            Ok(_) if found != Some(when) => Err(Reason::OtherMonth),
            Ok(cells) => look(&cells, block, rules, recent),
        };
        match verdict {
            Err(reason) => unit.rejected[reason as usize] += 1,
            Ok((ward, by, kind)) => {
                match kind {
                    Ok(kind) => {
                        unit.counts.resize(rules.wards * rules.columns, 0);
                        unit.counts[ward * rules.columns + kind] += 1;
                    }
                    Err(name) => *unit.strange.entry(name).or_default() += 1,
                }
                match by {
                    By::Code => unit.by_code += 1,
                    By::Place => unit.by_place += 1,
                }
            }
        }
    }
    let mut tally = open.into_tally();
    (tally.loose, tally.cut) = (loose, cut);
    if let (Some(named), false) = (named, first_force.is_empty()) {
        tally.forces.insert(named.1.clone(), String::from_utf8_lossy(&first_force).into_owned());
    }
    tally
}

/// A record of the area: its ward, how it was found, and its type, which may be one that the table does not know.
type Kept = (usize, By, Result<usize, Box<[u8]>>);

fn look(cells: &Cells<'_>, block: &Block, rules: &Rules, recent: &mut Recent) -> Result<Kept, Reason> {
    let columns = &block.part.columns;
    let long = cells.count > columns.count;
    let cell = |at: usize| cells.get(if long { columns.realigned(at, cells) } else { at });
    let optional = |at: Option<usize>| at.map_or(&[][..], cell);
    let (code, kind) = (optional(columns.code), cell(columns.kind));
    let known = rules.kind(kind);
    // Cells that were put in their places by counting from the end must make sense there.
    if long && (known.is_none() || !(code.is_empty() || rules.places.knows(code) || is_code(code))) {
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
        None if kind.is_empty() => Err(Reason::NoKind),
        // A row that is cut within its type has lost what follows, too.
        None if cells.count < columns.count => Err(Reason::Short),
        None => Ok((ward, by, Err(kind.into()))),
    }
}

/// Whether a text has the form of an official code: `E01029820`.
fn is_code(text: &[u8]) -> bool {
    text.len() == 9 && text[0].is_ascii_uppercase() && text[1..].iter().all(u8::is_ascii_digit)
}
