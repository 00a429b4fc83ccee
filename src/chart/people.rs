//! People and homes in wards, as the page shows them: tables by source and year, ages for a chart, and deprivation in words.
//!
//! A share stands on a count of [`LEAST_FOR_A_SHARE`] or more, and says what it is a share of.

use super::beside::{Beside, Label, Series};
use super::recorded::tenths_in_words;
use super::sheet::{Cell, Head, Table};
use super::ward::LEAST_FOR_A_SHARE;
use crate::plan::area::{Area, Column, Index, Profile, Subject};
use crate::plan::{OriginId, Plan, WardId, counted, thousands};

/// Figures of one source and year, of one ward or of several beside each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Who published them.
    pub origin: OriginId,
    /// When they are from, in words: `mid-2020`, `Census 2021`.
    pub when: String,
    /// The figures.
    pub table: Table,
}

/// What a column counts: in words, and whether it counts at the census.
fn words(subject: Subject) -> Option<(String, bool)> {
    let (words, census) = match subject {
        Subject::Population => ("Residents", false),
        Subject::Age(from, Some(to)) => {
            return Some((["Aged ", &from.to_string(), " to ", &to.to_string()].concat(), false));
        }
        Subject::Age(from, None) => return Some((["Aged ", &from.to_string(), " and over"].concat(), false)),
        Subject::Male => ("Boys and men", false),
        Subject::Female => ("Girls and women", false),
        Subject::Density => ("Residents for each square kilometre", false),
        Subject::Residents => ("Usual residents", true),
        Subject::Disabled => ("Disabled under the Equality Act", true),
        Subject::Households => ("Households", true),
        Subject::Owned => ("Homes owned, wholly, with a mortgage or in part", true),
        Subject::SocialRented => ("Homes rented from a council or housing association", true),
        Subject::PrivateRented => ("Homes rented from anyone else, or lived in rent free", true),
        Subject::HouseholdsDeprived => ("Households deprived in at least one of the census’s four ways", true),
        Subject::SmallAreas
        | Subject::LowestDecile(_)
        | Subject::HighestDecile(_)
        | Subject::MeanDecile(_)
        | Subject::InMostDeprivedFifth(_)
        | Subject::InMostDeprivedTenth(_)
        | Subject::ShareInMostDeprivedFifth => return None,
    };
    Some((words.to_owned(), census))
}

/// What the part is a share of, in words.
fn of_what(whole: Subject) -> &'static str {
    match whole {
        Subject::Households => " (%\u{a0}of households)",
        _ => " (%\u{a0}of residents)",
    }
}

/// Tables of people and homes: a column for each ward, and one for the whole area.
#[must_use]
pub fn sheets(plan: &Plan, area: &Area, wards: &[WardId]) -> Vec<Sheet> {
    let mut sheets: Vec<(OriginId, u16, bool, Vec<Vec<Cell>>)> = Vec::new();
    let ages = all_ages(&area.profile).unwrap_or_default();
    for column in &area.profile.columns {
        let is_newest = area.profile.newest(column.subject).is_some_and(|it| std::ptr::eq(it, column));
        let Some((label, census)) = words(column.subject).filter(|_| is_newest) else { continue };
        let is_age = matches!(column.subject, Subject::Age(..));
        let again = is_age && !ages.is_empty() && !ages.iter().any(|it| std::ptr::eq(*it, column));
        let label = if again { [&label, ", who are counted above as well"].concat() } else { label };
        let row = row(&area.profile, column, &label, wards);
        let of_sheet = |it: &&mut (OriginId, u16, bool, Vec<Vec<Cell>>)| {
            (it.0, it.1, it.2) == (column.origin, column.year, census)
        };
        match sheets.iter_mut().find(of_sheet) {
            Some(sheet) => sheet.3.push(row),
            None => sheets.push((column.origin, column.year, census, vec![row])),
        }
    }
    let mut heads = vec![Head::words("What")];
    heads.extend(wards.iter().map(|it| Head::numbers(plan.ward(*it).name.as_str())));
    heads.push(Head::numbers(["All of ", &plan.edition.place].concat()));
    let sheet = |(origin, year, census, rows): (OriginId, u16, bool, Vec<Vec<Cell>>)| {
        let when = [if census { "Census " } else { "mid-" }, &year.to_string()].concat();
        let caption = [if census { "People and homes, " } else { "People, estimate for " }, &when].concat();
        Sheet { origin, when, table: Table { caption, heads: heads.clone(), rows } }
    };
    sheets.into_iter().map(sheet).collect()
}

fn row(profile: &Profile, column: &Column, label: &str, wards: &[WardId]) -> Vec<Cell> {
    let whole = column.subject.part_of().and_then(|it| profile.of_year(it, column.year));
    let cell = |count: Option<u32>, of_all: Option<u32>| match count {
        None => Cell::not_available("not available"),
        Some(count) => {
            let share = of_all.and_then(|all| share(count, all));
            let share = share.map(|it| [" (", &it, ")"].concat()).unwrap_or_default();
            Cell::number(i64::from(count), [&thousands(count), share.as_str()].concat())
        }
    };
    // What a share is of goes with the name, so that every share has it.
    let of = whole.and_then(|_| column.subject.part_of()).map_or("", of_what);
    let mut cells = vec![Cell::words([label, of].concat())];
    cells.extend(wards.iter().map(|it| cell(column.value(*it), whole.and_then(|all| all.value(*it)))));
    cells.push(match column.subject {
        Subject::Density => Cell::not_available("not published with these figures"),
        _ => cell(column.sum(), whole.and_then(Column::sum)),
    });
    cells
}

/// A number that stands before all others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leading {
    /// The number: a count, or a share where there is one to be had.
    pub value: String,
    /// What it counts; of a share, with the count that it stands on.
    pub what: String,
    /// The same of the whole area, with its name.
    pub of_area: String,
    /// When it is from, in words: `mid-2020`, `Census 2021`.
    pub when: String,
    /// Who published it.
    pub origin: OriginId,
}

/// At most three numbers on people and homes that say most of a ward: how many people, how many households, and how many of these own
/// their home.
#[must_use]
pub fn leading(plan: &Plan, area: &Area, ward: WardId) -> Vec<Leading> {
    let profile = &area.profile;
    let number = |subject: Subject| {
        let column = profile.newest(subject)?;
        let (label, census) = words(subject)?;
        let count = column.value(ward)?;
        let whole = subject.part_of().and_then(|it| profile.of_year(it, column.year));
        let share = |count: Option<u32>, of: Option<u32>| share(count?, of?);
        let own = share(Some(count), whole.and_then(|it| it.value(ward)));
        let all =
            column.sum().map(|sum| share(Some(sum), whole.and_then(Column::sum)).unwrap_or_else(|| thousands(sum)));
        let what = match &own {
            Some(_) => [&label, of_what(subject.part_of()?), ": ", &thousands(count)].concat(),
            None => label,
        };
        let of_area = all.unwrap_or_else(|| "not available".to_owned());
        Some(Leading {
            value: own.unwrap_or_else(|| thousands(count)),
            what,
            of_area: ["All of ", &plan.edition.place, ": ", &of_area].concat(),
            when: [if census { "Census " } else { "Mid-" }, &column.year.to_string()].concat(),
            origin: column.origin,
        })
    };
    [Subject::Population, Subject::Households, Subject::Owned].into_iter().filter_map(number).collect()
}

/// A share in whole per cent; none on a small count.
fn share(part: u32, all: u32) -> Option<String> {
    let (count, base) = (u64::from(part), u64::from(all));
    (part >= LEAST_FOR_A_SHARE && all > 0).then(|| [&((200 * count + base) / (2 * base)).to_string(), "%"].concat())
}

/// The ages that follow one another from birth on, and so are everybody; none where they do not.
fn all_ages(profile: &Profile) -> Option<Vec<&Column>> {
    let mut found: Vec<&Column> = Vec::new();
    let mut from = 0_u8;
    loop {
        let ages = profile.columns.iter().filter_map(|it| match it.subject {
            Subject::Age(first, last) if first == from => Some((last, it)),
            _ => None,
        });
        let (to, column) = ages.max_by_key(|(to, it)| (it.year, to.unwrap_or(u8::MAX)))?;
        found.push(column);
        match to {
            Some(to) => from = to.checked_add(1)?,
            None => return Some(found),
        }
    }
}

/// Residents by age, of a ward beside the whole area; none where the ages do not follow one another from birth on.
#[must_use]
pub fn by_age(plan: &Plan, area: &Area, ward: WardId) -> Option<Beside> {
    let columns = all_ages(&area.profile)?;
    let first = columns.first()?;
    let origin = area.origin(first.origin);
    let mut data = Beside {
        measure: "residents".to_owned(),
        period: ["mid-", &first.year.to_string()].concat(),
        labels: Vec::new(),
        ward: Series { place: plan.ward(ward).name.clone(), counts: Vec::new() },
        area: Series { place: plan.edition.place.clone(), counts: Vec::new() },
        source: [&origin.name, ", from ", &origin.publisher].concat(),
        caveats: Vec::new(),
    };
    for column in columns {
        let Subject::Age(from, to) = column.subject else { continue };
        let from = from.to_string();
        let (full, short) = match to.map(|it| it.to_string()) {
            None => (["aged ", &from, " and over"].concat(), [&from, "+"].concat()),
            Some(to) => (["aged ", &from, " to ", &to].concat(), [&from, "–", &to].concat()),
        };
        data.labels.push(Label { full, short });
        data.ward.counts.push(column.value(ward)?);
        data.area.counts.push(column.sum()?);
    }
    Some(data)
}

/// Deprivation in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deprivation {
    /// Who published it.
    pub origin: OriginId,
    /// The ward in sentences.
    pub sentences: Vec<String>,
}

/// How deprived a ward's small areas are, in words; none where nothing is published.
#[must_use]
pub fn deprivation(plan: &Plan, area: &Area, ward: WardId) -> Option<Deprivation> {
    let name = plan.ward(ward).name.as_str();
    let mut sentences = Vec::new();
    let mut origin = None;
    let number = |subject: Subject| area.profile.newest(subject).and_then(|it| it.value(ward));
    let areas = number(Subject::SmallAreas);
    if let Some(areas) = areas {
        sentences.push([name, " is made up of ", &counted(areas as usize, "small area", "small areas"), "."].concat());
    }
    for index in [Index::Overall, Index::Crime] {
        let Some(column) = area.profile.newest(Subject::LowestDecile(index)) else { continue };
        let Some(lowest) = column.value(ward) else { continue };
        origin = origin.or(Some(column.origin));
        let about = match index {
            Index::Overall => "On deprivation as a whole",
            Index::Crime => "On the part of it that is about crime",
        };
        let spread = match number(Subject::HighestDecile(index)) {
            Some(highest) if highest != lowest => {
                [" its small areas lie between decile ", &lowest.to_string(), " and decile ", &highest.to_string(), "."]
                    .concat()
            }
            Some(_) => [" its small areas all lie in decile ", &lowest.to_string(), "."].concat(),
            None => [" the most deprived of its small areas lies in decile ", &lowest.to_string(), "."].concat(),
        };
        let mut sentence = [about, ",", &spread].concat();
        if let Some(some) = number(Subject::InMostDeprivedFifth(index)) {
            let among = match some {
                0 => "None of them is".to_owned(),
                1 => "One of them is".to_owned(),
                more => [&spelled(more), " of them are"].concat(),
            };
            sentence.push_str(&[" ", &among, " in the most deprived fifth of the country (deciles 1 and 2)"].concat());
            if let Some(tenth) = number(Subject::InMostDeprivedTenth(index)).filter(|it| *it > 0) {
                sentence.push_str(
                    &[", ", &spelled(tenth).to_lowercase(), " of these in the most deprived tenth (decile 1)"].concat(),
                );
            }
            sentence.push('.');
        }
        sentences.push(sentence);
    }
    if let Some(share) = number(Subject::ShareInMostDeprivedFifth).filter(|it| *it > 0) {
        let share = tenths_in_words(i64::from(share));
        let text =
            [share.as_str(), "% of its residents live in the most deprived fifth of small areas in the country."];
        sentences.push(text.concat());
    }
    origin.map(|origin| Deprivation { origin, sentences })
}

/// Deprivation of several wards side by side; none where nothing is published.
#[must_use]
pub fn deprivation_table(plan: &Plan, area: &Area, wards: &[WardId]) -> Option<Sheet> {
    let first = area.profile.newest(Subject::LowestDecile(Index::Overall))?;
    let mut heads = vec![Head::words("What")];
    heads.extend(wards.iter().map(|it| Head::numbers(plan.ward(*it).name.as_str())));
    let rows = [
        (Subject::SmallAreas, "Small areas in the ward"),
        (Subject::InMostDeprivedFifth(Index::Overall), "Of these, in the most deprived fifth of the country"),
        (Subject::LowestDecile(Index::Overall), "Most deprived small area: decile"),
        (Subject::HighestDecile(Index::Overall), "Least deprived small area: decile"),
    ];
    let rows = rows.into_iter().filter_map(|(subject, label)| {
        let column = area.profile.newest(subject)?;
        let mut cells = vec![Cell::words(label)];
        cells.extend(wards.iter().map(|it| match column.value(*it) {
            Some(value) => Cell::number(i64::from(value), thousands(value)),
            None => Cell::not_available("not available"),
        }));
        Some(cells)
    });
    let when = first.year.to_string();
    let caption = ["Deprivation, ", &when].concat();
    Some(Sheet { origin: first.origin, when, table: Table { caption, heads, rows: rows.collect() } })
}

/// A number as it begins a sentence.
fn spelled(number: u32) -> String {
    const WORDS: [&str; 10] = ["None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];
    usize::try_from(number).ok().and_then(|it| WORDS.get(it)).map_or_else(|| thousands(number), |it| (*it).to_owned())
}
