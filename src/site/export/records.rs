//! The records of `plan.json`, in the order and with the names that are promised to others: see `plan.schema.json`.

mod make;

use serde::Serialize;

/// The word of a value, from the list of all words of its kind.
pub(super) fn word<T: PartialEq>(value: &T, words: &[(T, &'static str)]) -> &'static str {
    words.iter().find(|it| it.0 == *value).map_or("", |it| it.1)
}

/// The plan's words, with the id of the section in which they stand.
#[derive(Serialize)]
pub(super) struct Words {
    quote: String,
    section: String,
}

#[derive(Serialize)]
struct Address {
    name: String,
    /// Only an address that may be offered as a link.
    url: Option<String>,
    standing: &'static str,
}

#[derive(Serialize)]
struct OtherName {
    name: String,
    section: Option<String>,
}

#[derive(Serialize)]
struct ShortCaveat {
    short: String,
    #[serde(flatten)]
    words: Words,
}

#[derive(Serialize)]
pub(super) struct EditionRecord {
    id: String,
    title: String,
    update: String,
    status: &'static str,
    from: u16,
    to: u16,
    year: u16,
    place: String,
    area_kind: String,
    county: String,
    partnership: String,
    page: Address,
    standing: String,
    rights: String,
    caveat: Option<ShortCaveat>,
    success: Option<Words>,
}

#[derive(Serialize)]
struct LeadRecord {
    id: String,
    #[serde(flatten)]
    words: Words,
    partners: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct PriorityRecord {
    id: String,
    #[serde(flatten)]
    words: Words,
    name: String,
    short: String,
    plain: String,
    aliases: Vec<OtherName>,
    sensitive: bool,
    new: bool,
    lead: Option<LeadRecord>,
    achievements_reported: bool,
}

#[derive(Serialize)]
struct PartRecord {
    id: String,
    role: &'static str,
    inferred: bool,
}

#[derive(Serialize)]
struct CoverageRecord {
    kind: &'static str,
    wards: Vec<String>,
}

#[derive(Serialize)]
struct FootnoteRecord {
    id: String,
    mark: String,
    #[serde(flatten)]
    words: Words,
}

#[derive(Serialize)]
struct AmountRecord {
    text: String,
    value: u32,
    unit: &'static str,
    what: String,
}

#[derive(Serialize)]
pub(super) struct EntryRecord {
    id: String,
    #[serde(flatten)]
    words: Words,
    plain: Option<String>,
    priorities: Vec<String>,
    partners: Vec<PartRecord>,
    coverage: CoverageRecord,
    gaps: Vec<&'static str>,
    footnotes: Vec<FootnoteRecord>,
    amounts: Vec<AmountRecord>,
    #[serde(flatten)]
    measure: Option<MeasureRecord>,
    #[serde(flatten)]
    strategy: Option<StrategyRecord>,
}

#[derive(Serialize)]
struct MeasureRecord {
    name: String,
    unit: String,
    direction: &'static str,
    polarity: &'static str,
    change: Option<i32>,
    now: Option<u32>,
    was: Option<u32>,
    period: Option<String>,
    disturbed: bool,
    caveats: Vec<String>,
    off_subject: Option<String>,
    series: Vec<ReadingRecord>,
}

#[derive(Serialize)]
struct ReadingRecord {
    period: String,
    count: u32,
    #[serde(flatten)]
    words: Words,
    note: Option<String>,
    #[serde(rename = "break")]
    breaks: Option<String>,
    disturbed: bool,
}

#[derive(Serialize)]
pub(super) struct TargetRecord {
    id: String,
    #[serde(flatten)]
    words: Words,
    plain: Option<String>,
    priorities: Vec<String>,
    measure: String,
    to: u32,
    base: u32,
    base_period: String,
    by: String,
    outcome: &'static str,
}

#[derive(Serialize)]
struct StrategyRecord {
    name: String,
    #[serde(rename = "use")]
    used_as: &'static str,
    link: Address,
    related: Option<String>,
}

#[derive(Serialize)]
pub(super) struct PartnerRecord {
    id: String,
    #[serde(flatten)]
    words: Words,
    name: String,
    short: String,
    statutory: bool,
    aliases: Vec<OtherName>,
    link: Option<Address>,
    about: Option<String>,
}

#[derive(Serialize)]
pub(super) struct SurveyRecord {
    id: String,
    #[serde(flatten)]
    words: Words,
    text: String,
    value: u32,
    unit: &'static str,
    said: String,
}

#[derive(Serialize)]
pub(super) struct FundingRecord {
    id: String,
    #[serde(flatten)]
    words: Words,
    text: String,
    value: u32,
    unit: &'static str,
    what: String,
    funders: Vec<String>,
    period: Option<String>,
    entry: Option<String>,
}

#[derive(Serialize)]
pub(super) struct PrincipleRecord {
    id: String,
    #[serde(flatten)]
    words: Words,
    plain: Option<String>,
}

#[derive(Serialize)]
pub(super) struct GovernanceRecord {
    id: String,
    #[serde(flatten)]
    words: Words,
    who: String,
    does: String,
    link: Option<Address>,
}

#[derive(Serialize)]
pub(super) struct TermRecord {
    id: String,
    term: String,
    stands_for: Option<String>,
    meaning: String,
    also: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct NoteRecord {
    id: String,
    kind: &'static str,
    title: String,
    text: String,
    cites: Vec<Words>,
    priorities: Vec<String>,
}

#[derive(Serialize)]
struct FactRecord {
    id: String,
    fact: String,
    date: String,
    url: String,
    publisher: String,
    basis: String,
    confidence: &'static str,
    priorities: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct WardRecord {
    id: String,
    name: String,
    code: String,
    neighbours: Vec<String>,
    facts: Vec<FactRecord>,
}

/// The whole of `plan.json`.
#[derive(Serialize)]
pub(super) struct Export {
    edition: EditionRecord,
    priorities: Vec<PriorityRecord>,
    actions: Vec<EntryRecord>,
    achievements: Vec<EntryRecord>,
    measures: Vec<EntryRecord>,
    targets: Vec<TargetRecord>,
    partners: Vec<PartnerRecord>,
    strategies: Vec<EntryRecord>,
    survey: Vec<SurveyRecord>,
    funding: Vec<FundingRecord>,
    principles: Vec<PrincipleRecord>,
    governance: Vec<GovernanceRecord>,
    themes: Vec<PrincipleRecord>,
    glossary: Vec<TermRecord>,
    notes: Vec<NoteRecord>,
    wards: Vec<WardRecord>,
}
