//! Reading the files of Code-Point Open, row by row.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read as _;

use super::super::Refusal;
use super::super::codelist::{self, is_code};
use super::super::rows::Row;
use super::super::sources::{Lies, Source, has_ending, open_zip};
use super::table::Table;
use crate::plan::{Postcode, WardId};

/// The columns of a file without names: how many, and which hold postcode, district and ward.
const USUAL: Columns = Columns { count: 10, postcode: 0, district: 8, ward: 9 };

#[derive(Clone, Copy)]
struct Columns {
    count: usize,
    postcode: usize,
    district: usize,
    ward: usize,
}

/// A row of the files.
pub(super) struct Found {
    pub(super) district: String,
    pub(super) ward: String,
    pub(super) shown: String,
}

/// What has been read of the files.
pub(super) struct Reading<'a> {
    wards: &'a BTreeMap<&'a str, WardId>,
    /// First halves of which all postcodes are kept.
    outcodes: BTreeSet<String>,
    pub(super) rows: BTreeMap<Postcode, Found>,
    pub(super) per_outcode: BTreeMap<String, usize>,
    pub(super) names: BTreeMap<String, String>,
    pub(super) read: usize,
    pub(super) notes: Vec<String>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(old: &Table, wards: &'a BTreeMap<&'a str, WardId>) -> Self {
        Self {
            wards,
            outcodes: old.keys().map(|it| it.outcode.clone()).collect(),
            rows: BTreeMap::new(),
            per_outcode: BTreeMap::new(),
            names: BTreeMap::new(),
            read: 0,
            notes: Vec::new(),
        }
    }

    /// Whether postcodes of the area have first halves that were not looked for; they are from now on.
    pub(super) fn more_outcodes(&mut self) -> bool {
        let before = self.outcodes.len();
        self.outcodes.extend(self.rows.keys().map(|it| it.outcode.clone()));
        self.outcodes.len() > before
    }

    pub(super) fn all(&mut self, sources: &[Source]) -> Result<(), Refusal> {
        self.rows.clear();
        self.per_outcode.clear();
        self.notes.clear();
        self.read = 0;
        for source in sources {
            let bytes = content(source)?;
            if source.name.to_lowercase().contains("codelist") {
                if has_ending(&source.name, "xlsx") {
                    if !codelist::workbook(&bytes, &mut self.names) {
                        self.notes.push(format!("{}: this code list cannot be read.", source.shown));
                    }
                } else {
                    codelist::text(&String::from_utf8_lossy(&bytes), &mut self.names);
                }
            } else {
                self.file(source, &bytes)?;
            }
        }
        Ok(())
    }

    fn file(&mut self, source: &Source, bytes: &[u8]) -> Result<(), Refusal> {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let mut columns = USUAL;
        let mut row = Row::default();
        let (mut rest, mut line) = (bytes, 0);
        while !rest.is_empty() {
            line += 1;
            let (length, record) = row.record(rest, columns.count);
            let text = rest[..length].trim_ascii();
            rest = &rest[length..];
            if text.is_empty() {
                continue;
            }
            let wrong = |why: &str| {
                Refusal(format!("{}, line {line}: {why}. Download it again. Nothing was changed.", source.shown))
            };
            let Ok(cells) = record else { return Err(wrong("a quotation mark is not closed")) };
            let cell = |at: usize| String::from_utf8_lossy(cells.get(at)).into_owned();
            let names_postcodes = |it: String| ["Postcode", "PC"].iter().any(|name| it.eq_ignore_ascii_case(name));
            if (0..cells.count).map(cell).any(names_postcodes) {
                let find = |names: [&str; 2]| {
                    (0..cells.count).find(|at| names.iter().any(|it| cell(*at).eq_ignore_ascii_case(it)))
                };
                let found =
                    (find(["Postcode", "PC"]), find(["Admin_district_code", "DC"]), find(["Admin_ward_code", "WC"]));
                let (Some(postcode), Some(district), Some(ward)) = found else {
                    return Err(wrong("the columns of Code-Point Open are not all named"));
                };
                columns = Columns { count: cells.count, postcode, district, ward };
                continue;
            }
            let spaced = cell(columns.postcode).to_uppercase().replace(' ', "");
            let Some(postcode) = Postcode::parse(&spaced) else {
                return Err(wrong(
                    "it does not begin with a postcode, so the file is none of Code-Point Open or is damaged",
                ));
            };
            let (district, ward) = (cell(columns.district), cell(columns.ward));
            let codes = [&district, &ward].iter().all(|it| it.is_empty() || is_code(it));
            if cells.count != columns.count || !codes {
                return Err(wrong("it has not the cells that Code-Point Open has"));
            }
            self.read += 1;
            *self.per_outcode.entry(postcode.outcode.clone()).or_default() += 1;
            if self.outcodes.contains(&postcode.outcode) || self.wards.contains_key(ward.as_str()) {
                let found = Found { district, ward, shown: format!("{}, line {line}", source.shown) };
                if let Some(other) =
                    self.rows.get(&postcode).filter(|it| it.ward != found.ward || it.district != found.district)
                {
                    return Err(wrong(&format!(
                        "{postcode} is also in {}, and elsewhere on the map. Name one download only",
                        other.shown
                    )));
                }
                self.rows.insert(postcode, found);
            }
        }
        Ok(())
    }
}

fn content(source: &Source) -> Result<Vec<u8>, Refusal> {
    let refused = |why: &str| Refusal(format!("{}: {why}. Nothing was changed.", source.shown));
    match &source.lies {
        Lies::Alone(path) => fs::read(path).map_err(|error| refused(&format!("it cannot be read ({error})"))),
        Lies::Within(path, at) => {
            let mut bytes = Vec::new();
            let mut zip = open_zip(path).map_err(|error| refused(&format!("it cannot be read ({error})")))?;
            let read = zip.by_index(*at).map_err(|error| error.to_string());
            let read = read.and_then(|mut it| it.read_to_end(&mut bytes).map_err(|error| error.to_string()));
            read.map(|_| bytes).map_err(|error| refused(&format!("it cannot be unpacked ({error})")))
        }
        Lies::Broken(_) => Err(refused("this zip is cut off or damaged. Download it again")),
    }
}
