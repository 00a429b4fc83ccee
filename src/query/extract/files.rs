//! Published files of open data with some of their records alone. What is left stands as it did, letter by letter.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder, Terminator};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::{RawValue, to_raw_value};
use std::borrow::Cow;
use std::fmt;

/// `plan.csv` with its head and the rows of these ids.
pub(super) fn table(published: &str, ids: &[&str]) -> Option<String> {
    let mut rows = Rows::of(published);
    let mut table = rows.next_row()?.to_owned();
    let id = (0..rows.width).find(|at| rows.cell(*at) == Some("id"))?;
    while !rows.rest.is_empty() {
        let row = rows.next_row()?;
        if rows.cell(id).is_some_and(|it| ids.contains(&it)) {
            table.push_str(row);
        }
    }
    Some(table)
}

/// More cells than a row has.
const CELLS: usize = 256;

/// The rows of a CSV file, one after the other.
struct Rows<'t> {
    reader: Reader,
    /// What is still to be read.
    rest: &'t str,
    /// The cells of the last row, without their quotation marks, and where each ends.
    cells: Vec<u8>,
    ends: [usize; CELLS],
    width: usize,
}

impl<'t> Rows<'t> {
    fn of(text: &'t str) -> Self {
        // With the line feed alone for an end, a row has been read when all of it has: the reader leaves the second letter of a longer
        // end to the next row. A carriage return before it then counts to the last cell.
        let reader = ReaderBuilder::new().terminator(Terminator::Any(b'\n')).build();
        Self { reader, rest: text, cells: vec![0; text.len() + 1], ends: [0; CELLS], width: 0 }
    }

    /// The next row as it stands in the file, with its line end.
    fn next_row(&mut self) -> Option<&'t str> {
        let (result, read, _, width) = self.reader.read_record(self.rest.as_bytes(), &mut self.cells, &mut self.ends);
        let (row, rest) = self.rest.split_at_checked(read)?;
        (self.rest, self.width) = (rest, width);
        (result == ReadRecordResult::Record).then_some(row)
    }

    /// A cell of the last row.
    fn cell(&self, at: usize) -> Option<&str> {
        let ends = self.ends.get(..self.width)?;
        let start = if at == 0 { 0 } else { *ends.get(at - 1)? };
        std::str::from_utf8(self.cells.get(start..*ends.get(at)?)?).ok()
    }
}

/// `plan.csv-metadata.json` as the description of another table.
pub(super) fn description(published: &str, table: &str) -> Option<String> {
    let url = to_raw_value(table).ok()?;
    let mut columns: Object<'_> = serde_json::from_str(published).ok()?;
    for (name, value) in &mut columns.0 {
        if name == "url" {
            *value = Value::Whole(&url);
        }
    }
    serde_json::to_string_pretty(&columns).ok()
}

/// What records refer to: it stays whole.
const REFERRED_TO: [&str; 2] = ["priorities", "partners"];

/// `plan.json` with the records of these ids, the facts of wards among them.
pub(super) fn data(published: &str, ids: &[&str]) -> Option<String> {
    let mut whole: Object<'_> = serde_json::from_str(published).ok()?;
    for (name, value) in &mut whole.0 {
        if name == "wards" {
            let mut wards: Vec<Object<'_>> = serde_json::from_str(value.text()?).ok()?;
            wards.iter_mut().flat_map(|it| &mut it.0).filter(|it| it.0 == "facts").for_each(|(_, it)| it.keep(ids));
            *value = Value::Objects(wards);
        } else if !REFERRED_TO.contains(&name.as_ref()) {
            value.keep(ids);
        }
    }
    serde_json::to_string_pretty(&whole).ok()
}

/// An object of JSON: its values by their names, in their order.
struct Object<'t>(Vec<(Cow<'t, str>, Value<'t>)>);

#[derive(Serialize)]
#[serde(untagged)]
enum Value<'t> {
    /// As it stands in the file.
    Whole(&'t RawValue),
    /// What is kept of a list.
    Kept(Vec<&'t RawValue>),
    /// A list of objects of which something is left out.
    Objects(Vec<Object<'t>>),
}

/// What can be left out by its id.
#[derive(Deserialize)]
struct Record<'t> {
    #[serde(borrow)]
    id: Cow<'t, str>,
}

impl<'t> Value<'t> {
    fn text(&self) -> Option<&'t str> {
        if let Self::Whole(value) = self { Some(value.get()) } else { None }
    }

    /// Of a list of records keeps those of these ids. What is no list stays.
    fn keep(&mut self, ids: &[&str]) {
        let is_kept = |it: &&RawValue| {
            serde_json::from_str::<Record<'_>>(it.get()).is_ok_and(|record| ids.contains(&record.id.as_ref()))
        };
        if let Some(list) = self.text().and_then(|it| serde_json::from_str::<Vec<&RawValue>>(it).ok()) {
            *self = Self::Kept(list.into_iter().filter(is_kept).collect());
        }
    }
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl<'t> Deserialize<'t> for Object<'t> {
    fn deserialize<D: Deserializer<'t>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(Fields)
    }
}

struct Fields;

impl<'t> Visitor<'t> for Fields {
    type Value = Object<'t>;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("an object")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut all = Vec::new();
        while let Some((name, value)) = map.next_entry()? {
            all.push((name, Value::Whole(value)));
        }
        Ok(Object(all))
    }
}
