//! Reading small areas (LSOAs): which ward each lies in. They are not shown: nothing is, below a ward. Records are tied to
//! wards by them, and the profile's sums are checked against them.

use std::collections::BTreeMap;

use super::super::super::WardId;
use super::super::problem::{Place, Problems};
use super::super::table::Table;
use super::wards::Wards;

/// A small area, as official statistics have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmallArea {
    /// Official code.
    pub code: String,
    /// Name.
    pub name: String,
    /// The ward in which it lies.
    pub ward: WardId,
}

/// One with its numbers.
pub(super) struct Numbered {
    pub(super) area: SmallArea,
    /// By the name of the column: `population-2020`, `decile`.
    pub(super) numbers: BTreeMap<String, u32>,
}

const COLUMNS: [&str; 3] = ["code", "name", "ward"];

pub(super) fn small_areas(table: &Table<'_>, wards: &Wards<'_>, problems: &Problems) -> Vec<Numbered> {
    let columns = COLUMNS.map(|name| table.column(name, problems));
    let [Some(code), Some(name), Some(ward)] = columns else { return Vec::new() };
    let others: Vec<(usize, &str)> = table
        .columns
        .iter()
        .enumerate()
        .map(|(at, name)| (at, name.as_str()))
        .filter(|(at, _)| !columns.contains(&Some(*at)))
        .collect();
    let known = |it: &str| {
        let year = it.strip_prefix("population-").filter(|it| it.len() == 4 && it.parse::<u16>().is_ok());
        year.is_some() || it == "decile" || it == "rank" || it.ends_with("-decile") || it.ends_with("-rank")
    };
    for (_, strange) in others.iter().filter(|(_, it)| !it.is_empty() && !known(it)) {
        let message = format!(
            "no column “{strange}” is known here. Beside code, name and ward there may be population-2020 (with any year), \
             decile, rank, and those of a part, such as crime-decile"
        );
        problems.add(Place { file: table.file, line: 1 }, message);
    }
    let mut lines: BTreeMap<String, usize> = BTreeMap::new();
    let mut list = Vec::new();
    for line in &table.rows {
        let code = line.text(code, "code").unwrap_or_default().to_owned();
        if let Some(before) = lines.insert(code.clone(), line.place.line).filter(|_| !code.is_empty()) {
            line.wrong(format!("the code {code} is there twice, also on line {before}. Take one of them out"));
        }
        let mut numbers = BTreeMap::new();
        for (at, name) in &others {
            let Some(number) = line.count(*at, name) else { continue };
            if name.ends_with("decile") && !(1..=10).contains(&number) {
                line.wrong(format!("“{name}” is {number}, but a decile is a number from 1 to 10. Correct it"));
            }
            numbers.insert((*name).to_owned(), number);
        }
        let name = line.text(name, "name").unwrap_or_default().to_owned();
        let Some(ward) = wards.of_cell(line, ward, "ward") else { continue };
        list.push(Numbered { area: SmallArea { code, name, ward }, numbers });
    }
    list
}
