//! What the police recorded in wards, as the page shows it: which months, how many of what, and for how many residents.
//!
//! Rules: the newest twelve months at most are shown at a time; what they are, what is missing among them and what must be
//! said of them goes wherever they go. A rate stands on a count of [`LEAST_FOR_A_SHARE`] or more, with its base. A year
//! stands beside the year before only where both are complete.

use super::beside::{Beside, Label, Series};
use super::sheet::{Cell, Head, Table};
use super::ward::LEAST_FOR_A_SHARE;
use super::words::{listed, lowered};
use crate::plan::area::{Area, Crime, Gap, Spell, Subject};
use crate::plan::{Counts, MONTHS, Month, Plan, WardId, thousands};

/// The most months that are shown at a time.
const YEAR: usize = 12;

/// The months that are shown: places in [`Crime::months`], and what must be said of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch<'a> {
    months: Vec<usize>,
    /// In words: `October 2018 to February 2019`.
    pub period: String,
    /// What the months are, and what they cannot tell.
    pub spells: Vec<&'a Spell>,
    /// What is missing among them, months or some of a month's records, in sentences with the reason.
    pub missing: Vec<String>,
}

/// The months of which figures are shown; none where there are no records at all.
#[must_use]
pub fn stretch(crime: &Crime) -> Option<Stretch<'_>> {
    let first = crime.months.len().saturating_sub(YEAR);
    let months: Vec<usize> = (first..crime.months.len()).collect();
    let (from, to) = (*crime.months.get(first)?, *crime.months.last()?);
    let spells = crime.spells.iter().filter(|it| it.from <= to && it.to >= from).collect();
    let told = |gaps: &[Gap], what: &str| -> Vec<String> {
        let here = gaps.iter().filter(|it| (from..=to).contains(&it.month));
        here.map(|it| [what, &in_words(it.month), ": ", &it.reason].concat()).collect()
    };
    let mut missing = told(&crime.gaps, "A month is missing. ");
    missing.extend(told(&crime.incomplete, "Some records of a month may be missing. "));
    Some(Stretch { months, period: from_to(from, to), spells, missing })
}

impl Stretch<'_> {
    /// How many months it is made of, without those that are missing.
    #[must_use]
    pub fn len(&self) -> usize {
        self.months.len()
    }

    /// Whether it holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.months.is_empty()
    }
}

/// `October 2018`.
#[must_use]
pub fn in_words(it: Month) -> String {
    [name(it), " ", &it.year.to_string()].concat()
}

fn name(it: Month) -> &'static str {
    MONTHS.get(usize::from(it.month).wrapping_sub(1)).copied().unwrap_or_default()
}

fn from_to(from: Month, to: Month) -> String {
    if from == to { in_words(from) } else { [&in_words(from), " to ", &in_words(to)].concat() }
}

/// A kind of record that is added up by itself: crimes of all types, or a type that is no crime.
struct Group {
    words: String,
    types: Vec<usize>,
}

fn groups(crime: &Crime) -> Vec<Group> {
    let of = |is_crime: bool| crime.types.iter().enumerate().filter(move |(_, it)| it.crime == is_crime);
    let crimes: Vec<usize> = of(true).map(|(at, _)| at).collect();
    let mut groups: Vec<Group> = of(false).map(|(at, it)| Group { words: it.name.clone(), types: vec![at] }).collect();
    if !crimes.is_empty() {
        groups.push(Group { words: "Crimes, all types".to_owned(), types: crimes });
    }
    groups
}

/// What is counted, in words: `crimes and anti-social behaviour recorded by police`.
fn measure(crime: &Crime) -> String {
    let mut what: Vec<String> = Vec::new();
    if crime.types.iter().any(|it| it.crime) {
        what.push("crimes".to_owned());
    }
    what.extend(crime.types.iter().filter(|it| !it.crime).map(|it| lowered(&it.name)));
    [&listed(&what), " recorded by police"].concat()
}

/// The sum over months, wards and types.
fn sum(crime: &Crime, months: &[usize], wards: &[WardId], types: &[usize]) -> u32 {
    let mut sum = 0_u32;
    for month in months {
        for ward in wards {
            for kind in types {
                sum = sum.saturating_add(crime.count(*month, *ward, *kind));
            }
        }
    }
    sum
}

/// The whole area beside which a ward stands, as its wards.
fn everywhere(plan: &Plan) -> Vec<WardId> {
    plan.ward_ids().collect()
}

/// What stands beside every figure of a stretch: what its months are and cannot tell, and which are missing.
fn caveats(stretch: &Stretch<'_>) -> Vec<String> {
    let spells = stretch.spells.iter().map(|it| {
        let note = it.note.as_deref().map(|note| [" ", note].concat()).unwrap_or_default();
        ["These figures are from ", &it.words, ".", &note].concat()
    });
    spells.chain(stretch.missing.iter().cloned()).collect()
}

fn beside(plan: &Plan, area: &Area, stretch: &Stretch<'_>, ward: WardId) -> Beside {
    let origin = area.origin(area.crime.origin);
    Beside {
        measure: measure(&area.crime),
        period: stretch.period.clone(),
        labels: Vec::new(),
        ward: Series { place: plan.ward(ward).name.clone(), counts: Vec::new() },
        area: Series { place: plan.edition.place.clone(), counts: Vec::new() },
        source: [&origin.name, ", from ", &origin.publisher].concat(),
        caveats: caveats(stretch),
    }
}

/// A ward's records by month, beside those of the whole area.
#[must_use]
pub fn by_month(plan: &Plan, area: &Area, stretch: &Stretch<'_>, ward: WardId) -> Beside {
    let crime = &area.crime;
    let types: Vec<usize> = (0..crime.types.len()).collect();
    let counts = |wards: &[WardId]| stretch.months.iter().map(|it| sum(crime, &[*it], wards, &types)).collect();
    let mut data = beside(plan, area, stretch, ward);
    let label = |it: Month| Label { full: in_words(it), short: name(it).chars().take(3).collect() };
    data.labels = stretch.months.iter().filter_map(|it| crime.months.get(*it)).map(|it| label(*it)).collect();
    data.ward.counts = counts(&[ward]);
    data.area.counts = counts(&everywhere(plan));
    data
}

/// A ward's records by type, beside those of the whole area.
#[must_use]
pub fn by_type(plan: &Plan, area: &Area, stretch: &Stretch<'_>, ward: WardId) -> Beside {
    let crime = &area.crime;
    let counts =
        |wards: &[WardId]| (0..crime.types.len()).map(|it| sum(crime, &stretch.months, wards, &[it])).collect();
    let mut data = beside(plan, area, stretch, ward);
    data.labels = crime.types.iter().map(|it| Label { full: it.name.clone(), short: it.name.clone() }).collect();
    data.ward.counts = counts(&[ward]);
    data.area.counts = counts(&everywhere(plan));
    data.caveats.extend(type_notes(crime));
    data
}

/// What must be said of single types, with the type's name before it.
#[must_use]
pub fn type_notes(crime: &Crime) -> Vec<String> {
    let noted = crime.types.iter().filter_map(|it| Some((it, it.note.as_deref()?)));
    noted.map(|(it, note)| [&it.name, ": ", note].concat()).collect()
}

/// Records of several wards side by side, type by type, with those of the whole area at the end.
#[must_use]
pub fn table(plan: &Plan, area: &Area, stretch: &Stretch<'_>, wards: &[WardId]) -> Table {
    let crime = &area.crime;
    let mut heads = vec![Head::words("Type")];
    heads.extend(wards.iter().map(|it| Head::numbers(plan.ward(*it).name.as_str())));
    heads.push(Head::numbers(["All of ", &plan.edition.place].concat()));
    let row = |words: &str, types: &[usize]| {
        let mut cells = vec![Cell::words(words)];
        let mut put = |wards: &[WardId]| {
            let count = sum(crime, &stretch.months, wards, types);
            cells.push(Cell::number(i64::from(count), thousands(count)));
        };
        for ward in wards {
            put(&[*ward]);
        }
        put(&everywhere(plan));
        cells
    };
    let mut rows: Vec<Vec<Cell>> = groups(crime).iter().map(|it| row(&it.words, &it.types)).collect();
    let crimes = crime.types.iter().enumerate().filter(|(_, it)| it.crime);
    rows.extend(crimes.map(|(at, it)| row(&it.name, &[at])));
    let caption = [&measure(crime), ", ", &stretch.period, ". The types under all crimes add up to them"].concat();
    Table { caption: super::words::capital(&caption), heads, rows }
}

/// How many records there are for so many residents, in a ward and in the whole area; none where no population is known.
#[must_use]
pub fn rates(plan: &Plan, area: &Area, stretch: &Stretch<'_>, ward: WardId) -> Option<Table> {
    let crime = &area.crime;
    let middle = crime.months.get(*stretch.months.get(stretch.months.len() / 2)?)?;
    // The population is that of the middle of a year: the middle that lies nearest.
    let apart = |year: u16| (12 * (i32::from(middle.year) - i32::from(year)) + i32::from(middle.month) - 6).abs();
    let columns = area.profile.columns.iter().filter(|it| it.subject == Subject::Population);
    let people = columns.min_by_key(|it| apart(it.year))?;
    let (own, all) = (people.value(ward)?, people.sum()?);
    let per = thousands(crime.rate_per);
    let places = [(own, vec![ward]), (all, everywhere(plan))];
    let heads = vec![
        Head::words("What"),
        Head::numbers(plan.ward(ward).name.as_str()),
        Head::numbers(["All of ", &plan.edition.place].concat()),
    ];
    let mut people_row = vec![Cell::words(["Residents, mid-", &people.year.to_string()].concat())];
    people_row.extend(places.iter().map(|(base, _)| Cell::number(i64::from(*base), thousands(*base))));
    let mut rows = vec![people_row];
    for group in groups(crime) {
        let mut counts = vec![Cell::words([&group.words, ": records"].concat())];
        let mut rates = vec![Cell::words([&group.words, ": records per ", &per, " residents"].concat())];
        for (base, wards) in &places {
            let count = sum(crime, &stretch.months, wards, &group.types);
            counts.push(Cell::number(i64::from(count), thousands(count)));
            rates.push(match tenths_per(count, crime.rate_per, *base) {
                Some(tenths) => Cell::number(tenths, tenths_in_words(tenths)),
                None => Cell::not_applicable("too few for a rate"),
            });
        }
        rows.push(counts);
        rows.push(rates);
    }
    let months = if stretch.len() == 1 {
        "this month".to_owned()
    } else {
        ["these ", &stretch.len().to_string(), " months"].concat()
    };
    let yearly = if stretch.len() == YEAR && stretch.missing.is_empty() { "" } else { ". This is no yearly rate" };
    let caption = ["Records per ", &per, " residents in ", &months, ", ", &stretch.period, yearly].concat();
    Some(Table { caption, heads, rows })
}

/// So many per so many, in tenths; none on a small count or without a base.
fn tenths_per(count: u32, per: u32, base: u32) -> Option<i64> {
    let (count, per, base, least) = (i64::from(count), i64::from(per), i64::from(base), i64::from(LEAST_FOR_A_SHARE));
    (count >= least && base > 0).then(|| (count * per * 20 + base) / (2 * base))
}

/// `401` tenths are `40.1`.
pub(super) fn tenths_in_words(tenths: i64) -> String {
    let whole = u32::try_from(tenths / 10).unwrap_or(u32::MAX);
    [&thousands(whole), ".", &(tenths % 10).abs().to_string()].concat()
}

/// The newest year beside the year before, in sentences; empty where not both are complete.
#[must_use]
pub fn year_on_year(plan: &Plan, area: &Area, ward: WardId) -> Vec<String> {
    let crime = &area.crime;
    let Some((now, was)) = two_years(crime) else { return Vec::new() };
    let month = |months: &[usize]| months.last().and_then(|it| crime.months.get(*it)).map(|it| in_words(*it));
    let (Some(to), Some(before)) = (month(&now), month(&was)) else { return Vec::new() };
    let sentence = |group: Group| {
        let counts =
            Counts { now: sum(crime, &now, &[ward], &group.types), was: sum(crime, &was, &[ward], &group.types) };
        let change = if counts.about_the_same() { ", about the same".to_owned() } else { change_in_words(counts) };
        [
            &group.words,
            " in ",
            &plan.ward(ward).name,
            ": ",
            &thousands(counts.now),
            " in the 12 months to ",
            &to,
            ", from ",
            &thousands(counts.was),
            " in the 12 months to ",
            &before,
            &change,
            ".",
        ]
        .concat()
    };
    groups(crime).into_iter().map(sentence).collect()
}

fn change_in_words(counts: Counts) -> String {
    let small = counts.now.min(counts.was) < LEAST_FOR_A_SHARE;
    let (now, was) = (i64::from(counts.now), i64::from(counts.was).max(1));
    let percent = ((200 * (now - was)).abs() + was) / (2 * was);
    match (small, now < was) {
        (true, _) => " (too few for a percentage)".to_owned(),
        (false, true) => [" (down ", &percent.to_string(), "%)"].concat(),
        (false, false) => [" (up ", &percent.to_string(), "%)"].concat(),
    }
}

/// The places of the months of the two years that can be compared, the later year first.
fn two_years(crime: &Crime) -> Option<(Vec<usize>, Vec<usize>)> {
    let first = crime.latest_years()?.first;
    Some(((first + YEAR..first + 2 * YEAR).collect(), (first..first + YEAR).collect()))
}

/// Everything that must be said beside the figures of these wards: what concerns all figures, then what concerns them.
#[must_use]
pub fn cautions(crime: &Crime, wards: &[WardId]) -> Vec<String> {
    let general = crime.cautions.iter().filter(|it| it.wards.is_empty());
    let own = crime.cautions.iter().filter(|it| it.wards.iter().any(|ward| wards.contains(ward)));
    general.chain(own).map(|it| it.text.clone()).collect()
}

/// What must be said beside the figures of one ward and of no other; the part of [`cautions`] that goes beside its rates.
#[must_use]
pub fn own_cautions(crime: &Crime, ward: WardId) -> Vec<String> {
    crime.cautions.iter().filter(|it| it.wards.contains(&ward)).map(|it| it.text.clone()).collect()
}
