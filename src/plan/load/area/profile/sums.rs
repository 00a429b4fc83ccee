//! Arithmetic on people and homes: parts and wholes, and the sums of small areas.

use super::super::super::super::area::Boundaries;
use super::super::super::super::area::profile::{Column, Index, Subject};
use super::super::super::super::{WardId, thousands};
use super::super::super::problem::{At, Place, Problems};
use super::super::super::table::Table;
use super::super::small_areas::Numbered;
use super::super::wards::Wards;

/// Notes numbers that cannot all be right.
pub(super) fn check(
    table: &Table<'_>,
    columns: &[(String, At<Column>)],
    boundaries: &Boundaries,
    small_areas: &[Numbered],
    wards: &Wards<'_>,
    problems: &Problems,
) {
    // Rows that could not be read have been told of; what they lack should not be told again.
    if !problems.is_empty() {
        return;
    }
    let ward_column = table.columns.iter().position(|it| it == "ward").unwrap_or_default();
    for line in &table.rows {
        let Some(ward) = wards.find(line.cell(ward_column)) else { continue };
        let sheet = Sheet { columns, ward, place: line.place, problems };
        sheet.check_parts();
        sheet.check_sums();
        sheet.check_density(boundaries);
        sheet.check_small_areas(small_areas);
    }
}

/// The numbers of one ward.
struct Sheet<'a> {
    columns: &'a [(String, At<Column>)],
    ward: WardId,
    place: Place,
    problems: &'a Problems,
}

impl Sheet<'_> {
    fn find(&self, subject: Subject, year: u16) -> Option<(&str, u32)> {
        let found = self.columns.iter().find(|(_, it)| it.value.subject == subject && it.value.year == year);
        found.and_then(|(id, it)| Some((id.as_str(), it.value.value(self.ward)?)))
    }

    fn wrong(&self, message: String) {
        self.problems.add(self.place, message);
    }

    /// A part is not more than its whole, and a decile is a decile.
    fn check_parts(&self) {
        for (id, column) in self.columns {
            let column = &column.value;
            let Some(number) = column.value(self.ward) else { continue };
            let whole = column.subject.part_of().and_then(|it| self.find(it, column.year));
            if let Some((whole, of)) = whole.filter(|(_, of)| number > *of) {
                self.wrong(format!("“{id}” is {number}, which is more than “{whole}”, {of}. Correct one of them"));
            }
            let decile = match column.subject {
                Subject::LowestDecile(_) | Subject::HighestDecile(_) => Some(1..=10),
                Subject::MeanDecile(_) => Some(10..=100),
                _ => None,
            };
            if decile.is_some_and(|it| !it.contains(&number)) {
                self.wrong(format!("“{id}” should be a decile, from 1 to 10. Correct it"));
            }
            if column.subject == Subject::ShareInMostDeprivedFifth && number > 1000 {
                self.wrong(format!("“{id}” is a share of more than 100 per cent. Correct it"));
            }
        }
    }

    /// Parts that make up a whole add up to it.
    fn check_sums(&self) {
        let years: Vec<u16> = self.columns.iter().map(|(_, it)| it.value.year).collect();
        for (_, year) in years.iter().enumerate().filter(|(at, year)| !years[..*at].contains(year)) {
            let tenures = [Subject::Owned, Subject::SocialRented, Subject::PrivateRented];
            self.check_sum(Subject::Population, &[Subject::Male, Subject::Female], *year);
            self.check_sum(Subject::Households, &tenures, *year);
            self.check_sum(Subject::Population, &self.ages(*year), *year);
        }
    }

    /// Age groups that follow one upon the other from birth to any age, where there are such.
    fn ages(&self, year: u16) -> Vec<Subject> {
        let mut next = 0;
        let mut groups = Vec::new();
        loop {
            let group = self.columns.iter().map(|(_, it)| &it.value).filter(|it| it.year == year);
            let group = group.map(|it| it.subject).find(|it| matches!(it, Subject::Age(from, _) if *from == next));
            match group {
                Some(Subject::Age(from, Some(to))) if to < u8::MAX => {
                    groups.push(Subject::Age(from, Some(to)));
                    next = to + 1;
                }
                Some(last @ Subject::Age(_, None)) => {
                    groups.push(last);
                    return groups;
                }
                _ => return Vec::new(),
            }
        }
    }

    fn check_sum(&self, whole: Subject, parts: &[Subject], year: u16) {
        let Some((name, of)) = self.find(whole, year) else { return };
        let parts: Option<Vec<(&str, u32)>> = parts.iter().map(|it| self.find(*it, year)).collect();
        let Some(parts) = parts.filter(|it| !it.is_empty()) else { return };
        let sum: u64 = parts.iter().map(|(_, number)| u64::from(*number)).sum();
        if sum != u64::from(of) {
            let names: Vec<&str> = parts.iter().map(|(name, _)| *name).collect();
            self.wrong(format!("“{}” add up to {sum}, but “{name}” is {of}. Correct one of them", names.join("”, “")));
        }
    }

    /// People for each square kilometre are the people and the square kilometres.
    fn check_density(&self, boundaries: &Boundaries) {
        let Some(shape) = boundaries.shape(self.ward) else { return };
        for (id, column) in self.columns.iter().filter(|(_, it)| it.value.subject == Subject::Density) {
            let Some(stated) = column.value.value(self.ward) else { continue };
            let Some((_, people)) = self.find(Subject::Population, column.value.year) else { continue };
            let exact = f64::from(people) * 1000.0 / f64::from(shape.tenths_of_hectares.max(1));
            // The extent is rounded to a tenth of a hectare.
            if (exact - f64::from(stated)).abs() > 0.5 + exact * 0.001 {
                self.wrong(format!(
                    "“{id}” is {stated}, but {} people on {:.1} hectares are {exact:.0} for each square kilometre. Correct \
                     one of them",
                    thousands(people),
                    f64::from(shape.tenths_of_hectares) / 10.0
                ));
            }
        }
    }

    /// What can be worked out from the ward's small areas is what the profile says.
    fn check_small_areas(&self, all: &[Numbered]) {
        let own: Vec<&Numbered> = all.iter().filter(|it| it.area.ward == self.ward).collect();
        if own.is_empty() {
            return;
        }
        for (id, column) in self.columns {
            let column = &column.value;
            let Some(stated) = column.value(self.ward) else { continue };
            if let Some(exact) = from_small_areas(&own, column) {
                // Tenths are rounded; all else is exact.
                let near = if column.subject.in_tenths() { 0.5 + 1e-9 } else { 0.0 };
                if (exact - f64::from(stated)).abs() > near {
                    let show = |it: f64| if column.subject.in_tenths() { it / 10.0 } else { it };
                    self.wrong(format!(
                        "“{id}” is {}, but the ward's small areas make it {:.2}. Correct it here or in small-areas.csv",
                        show(f64::from(stated)),
                        show(exact)
                    ));
                }
            }
        }
    }
}

/// A number of the profile as its small areas make it; none where they do not tell.
fn from_small_areas(own: &[&Numbered], column: &Column) -> Option<f64> {
    let all = |name: &str| -> Option<Vec<f64>> {
        own.iter().map(|it| it.numbers.get(name).copied().map(f64::from)).collect()
    };
    let decile = |index| all(if index == Index::Crime { "crime-decile" } else { "decile" });
    let number = |it: usize| u32::try_from(it).map_or(f64::MAX, f64::from);
    // The newest population is what means are weighted by.
    let people = || {
        let names = own.iter().flat_map(|it| it.numbers.keys()).filter(|it| it.starts_with("population-"));
        all(names.max()?)
    };
    let up_to = |index, most: f64| Some(number(decile(index)?.iter().filter(|it| **it <= most).count()));
    match column.subject {
        Subject::Population => Some(all(&format!("population-{}", column.year))?.iter().sum()),
        Subject::SmallAreas => Some(number(own.len())),
        Subject::LowestDecile(index) => decile(index)?.into_iter().reduce(f64::min),
        Subject::HighestDecile(index) => decile(index)?.into_iter().reduce(f64::max),
        Subject::MeanDecile(index) => {
            let (deciles, people) = (decile(index)?, people()?);
            let sum: f64 = deciles.iter().zip(&people).map(|(a, b)| a * b).sum();
            Some(10.0 * sum / people.iter().sum::<f64>())
        }
        Subject::InMostDeprivedFifth(index) => up_to(index, 2.0),
        Subject::InMostDeprivedTenth(index) => up_to(index, 1.0),
        Subject::ShareInMostDeprivedFifth => {
            let (deciles, people) = (decile(Index::Overall)?, people()?);
            let deprived: f64 = deciles.iter().zip(&people).filter(|(it, _)| **it <= 2.0).map(|(_, it)| it).sum();
            Some(1000.0 * deprived / people.iter().sum::<f64>())
        }
        _ => None,
    }
}
